"""In what the facts differ that a filter can choose or a chart can group by.

A million facts differ in far fewer ways than a million: facts alike in every facet, in change and in year are of one
line.  The lines stand in numpy arrays, so a filter is a mask over a few of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from views.filters import FACETS, Filters

Mask = NDArray[np.bool_]
Ints = NDArray[np.int32]

NO_YEAR = int(np.iinfo(np.int16).min)
"""Stands in the lines' years for a year that is not known."""

_MOST = 2**62
"""Beyond so many combinations of codes their number no longer fits 64 bits."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Every combination that occurs: for each column the code of its value, and the year (``NO_YEAR`` if unknown).

    ``values`` holds what each column's codes stand for.
    """

    codes: Mapping[str, Ints]
    values: Mapping[str, list[str]]
    year: Ints

    def masks(self, filters: Filters) -> dict[str, Mask]:
        """For each filter in force the lines it leaves; searches, and what is no column, are others' business."""
        masks: dict[str, Mask] = {}
        for facet, column in FACETS.items():
            if column in self.codes and (chosen := getattr(filters, facet)):
                # A look-up by code: np.isin takes twenty times as long over a few lines.
                masks[facet] = np.array([one in chosen for one in self.values[column]], dtype=np.bool_)[
                    self.codes[column]
                ]
        if filters.years:
            first, last = filters.years
            masks["years"] = (self.year == NO_YEAR) | ((self.year >= first) & (self.year <= last))
        if not filters.undated:
            masks["undated"] = self.year != NO_YEAR
        return masks

    def kept(self, masks: Mapping[str, Mask], but: str = "") -> Mask:
        """The lines that all of these masks leave; one of them may be passed over."""
        used = [mask for name, mask in masks.items() if name != but]
        return np.logical_and.reduce(used) if used else np.ones(len(self.year), dtype=np.bool_)

    def alike(self, by: Sequence[str], lines: NDArray[np.intp]) -> tuple[Ints, list[tuple[str | int | None, ...]]]:
        """Groups of some lines alike in the columns ``by``: the number of each line's group, and each group's key."""
        group, first = combined([(self.year if name == "year" else self.codes[name])[lines] for name in by], len(lines))
        return group, [tuple(self._cell(name, one) for name in by) for one in lines[first]]

    def _cell(self, name: str, line: int) -> str | int | None:
        if name == "year":
            return None if self.year[line] == NO_YEAR else int(self.year[line])
        return self.values[name][int(self.codes[name][line])]


def combined(columns: Sequence[NDArray[np.integer]], length: int) -> tuple[Ints, NDArray[np.intp]]:
    """Places alike in all columns (of this length) are a group: the number of each place's, and where each begins."""
    key, size = np.zeros(length, dtype=np.int64), 1
    for column in columns:
        codes = column.astype(np.int64)
        low = int(codes.min(initial=0))
        many = int(codes.max(initial=0)) - low + 1
        if size > _MOST // many:
            key, found = pd.factorize(key)
            size = max(len(found), 1)
        key, size = key * many + (codes - low), size * many
    return numbered(key)


def numbered(keys: NDArray[np.generic]) -> tuple[Ints, NDArray[np.intp]]:
    """Equal keys as one number, counted from 0 in order of appearance; and where each stands first."""
    numbers, found = pd.factorize(keys)
    first = np.empty(len(found), dtype=np.intp)
    # Of several writes to one place the last one stays.
    first[numbers[::-1]] = np.arange(len(keys) - 1, -1, -1)
    return numbers.astype(np.int32), first
