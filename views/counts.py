"""Counts of facts by everything that a filter can choose: what answers filters and facets without looking at facts.

A million facts differ in far fewer ways than a million: facts alike in every facet and year are one line with a
number.  The lines stand in numpy arrays, so a count is a mask and a sum.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from views.filters import FACETS, Filters

Mask = NDArray[np.bool_]


class Counts:
    """Numbers of facts by facet values and year."""

    def __init__(self, lines: pd.DataFrame, facets: Sequence[str]) -> None:
        """From one line a combination: the facets' columns, ``year`` (missing allowed) and ``number``."""
        self._number = lines["number"].to_numpy(dtype=np.int64)
        self._year = lines["year"].fillna(-1).to_numpy(dtype=np.int64)
        self._codes: dict[str, NDArray[np.intp]] = {}
        self._values: dict[str, list[str]] = {}
        for facet in facets:
            codes, values = pd.factorize(lines[FACETS[facet]].astype("object").fillna(""))
            self._codes[facet], self._values[facet] = codes, [str(value) for value in values]

    def count(self, filters: Filters) -> int:
        """How many facts the filters leave; their search is none of this table's business."""
        return int(self._number[self._all(self._masks(filters))].sum())

    def facets(self, filters: Filters, longest: int) -> dict[str, dict[str, int]]:
        """For each facet its values and what choosing each would leave, the ``longest`` most frequent first."""
        masks = self._masks(filters)
        whole = self._all(masks)
        found: dict[str, dict[str, int]] = {}
        for facet in self._codes:
            # A facet ignores its own selection: its values are alternatives.
            mask = self._all({name: one for name, one in masks.items() if name != facet}) if facet in masks else whole
            found[facet] = self._ranked(facet, mask, longest)
        return found

    def _ranked(self, facet: str, mask: Mask, longest: int) -> dict[str, int]:
        values = self._values[facet]
        totals = np.bincount(self._codes[facet][mask], weights=self._number[mask], minlength=len(values))
        ranked = sorted((-int(total), value) for total, value in zip(totals, values, strict=True) if total)
        return {value: -total for total, value in ranked[:longest]}

    def _masks(self, filters: Filters) -> dict[str, Mask]:
        masks: dict[str, Mask] = {}
        for facet, codes in self._codes.items():
            if chosen := getattr(filters, facet):
                # A look-up by code: np.isin takes twenty times as long over a few lines.
                masks[facet] = np.array([one in chosen for one in self._values[facet]], dtype=np.bool_)[codes]
        if filters.years:
            first, last = filters.years
            masks["years"] = (self._year < 0) | ((self._year >= first) & (self._year <= last))
        if not filters.undated:
            masks["undated"] = self._year >= 0
        return masks

    def _all(self, masks: dict[str, Mask]) -> Mask:
        return np.logical_and.reduce(list(masks.values())) if masks else np.ones(len(self._number), dtype=np.bool_)
