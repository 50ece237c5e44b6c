"""The texts of a small collection held as plain rows: a query costs some four milliseconds however few the facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from extractors.model import Fact
from views.index import Places
from views.rows import Row

MOST = 2_000
"""Facts up to which a collection is held so."""


@dataclass(frozen=True, slots=True)
class Held:
    """All facts of a collection in reading order, as rows, as a table and by their ids."""

    rows: Sequence[Row]
    table: pd.DataFrame
    facts: dict[str, Fact]

    def found(self, words: Sequence[str]) -> Places:
        """Where the facts stand in whose sentence all of these words are, in any case."""
        lowered = (row.sentence.lower() for row in self.rows)
        return np.flatnonzero([all(word in sentence for word in words) for sentence in lowered])
