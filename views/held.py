"""A small collection held as plain rows: the same answers as its database gives, without the price of asking one.

A query costs DuckDB some four milliseconds however few the facts, and a page asks half a dozen of them; a walk through
two thousand rows costs one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from extractors.model import Fact
from views.filters import FACETS, Filters, terms
from views.rows import Group, Row, grouped

MOST = 2_000
"""Facts up to which a collection is held so."""


@dataclass(frozen=True, slots=True)
class Held:
    """All facts of a collection in reading order, as rows and by their ids."""

    rows: Sequence[Row]
    facts: dict[str, Fact]

    def first(self, filters: Filters, limit: int, newest: bool) -> tuple[Row, ...]:
        """The first filtered facts in reading order, or those of the latest years before all others."""
        found = chosen(self.rows, filters)
        if newest:
            found = sorted(found, key=lambda row: -(row.year or -1))
        return tuple(islice(found, limit))

    def groups(self, filters: Filters, by: Sequence[str]) -> tuple[Group, ...]:
        """The filtered facts in groups alike in the columns ``by``, sorted by these."""
        alike: dict[tuple[object, ...], list[Row]] = {}
        for row in chosen(self.rows, filters):
            alike.setdefault(tuple(getattr(row, name) for name in by), []).append(row)
        ordered = sorted(alike, key=lambda key: [(cell is None, cell) for cell in key])
        return tuple(grouped(alike[key], **dict(zip(by, key, strict=True))) for key in ordered)


def chosen(rows: Iterable[Row], filters: Filters) -> Iterable[Row]:
    """The rows that fit all filters."""
    asked = [(attrgetter(FACETS[facet]), frozenset(values)) for facet in FACETS if (values := getattr(filters, facet))]
    first, last = filters.years or (0, 0)
    words = terms(filters.text)
    for row in rows:
        if any(cell(row) not in values for cell, values in asked):
            continue
        if row.year is None:
            if not filters.undated:
                continue
        elif filters.years and not first <= row.year <= last:
            continue
        if words and not all(word in row.sentence.lower() for word in words):
            continue
        yield row
