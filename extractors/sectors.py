"""Sectors of an economy, among which trade is one more and no trade between countries."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

SECTORS = frozenset("industry manufacturing agriculture construction communications transportation transport".split())
BESIDE = 20
"""Characters within which the next sector of a list follows: "in agriculture by 2.2%, in trade by 8.6%"."""

Found = tuple[int, int, str]


def with_trade_as_sector(cues: Iterable[Found]) -> list[Found]:
    """The cues of a sentence (start, end, phrase), "trade" read as a sector where it stands beside one in a list.

    >>> with_trade_as_sector([(0, 8, "industry"), (15, 20, "trade")])
    [(0, 8, 'industry'), (15, 20, 'industry')]
    """
    found = list(cues)
    if not any(name == "trade" for _, _, name in found):
        return found
    listed = {
        cue
        for left, right in pairwise(found)
        if right[0] - left[1] <= BESIDE and {left[2], right[2]} & SECTORS
        for cue in (left, right)
        if cue[2] == "trade"
    }
    return [
        (start, end, "industry") if (start, end, name) in listed else (start, end, name) for start, end, name in found
    ]
