"""How far apart words stand in a sentence if clause boundaries count as distance."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from extractors.words import Hit

COMMA, AND, BREAK = 14, 10, 45
"""What a comma, a linking word and a break between clauses add to a distance, in characters."""

_MARK = re.compile(r"[,;:()\[\]–](?:(?<!,)|(?![0-9]))")
_COST_OF_WORD = {
    **dict.fromkeys("and or with after by".split(), AND),
    **dict.fromkeys("but while whereas including compared against than although though meanwhile which".split(), BREAK),
}


class Ruler:
    """Distances inside one sentence."""

    def __init__(self, small: str, words: Iterable[Hit]) -> None:
        boundaries = [(mark.start(), COMMA if mark[0] == "," else BREAK) for mark in _MARK.finditer(small)]
        boundaries += [(start, _COST_OF_WORD[word]) for start, word in words if word in _COST_OF_WORD]
        boundaries.sort()
        self._at = [at for at, _ in boundaries]
        self._costs = [0, *accumulate(cost for _, cost in boundaries)]

    def crossed(self, left: int, right: int) -> int:
        """What the boundaries between two places cost; below ``BREAK`` they stand in one clause."""
        return self._costs[bisect_left(self._at, right)] - self._costs[bisect_left(self._at, left)]

    def distance(self, left: int, right: int) -> int:
        """The characters between two places, boundaries included.

        >>> Ruler("exports rose, imports fell", []).distance(7, 14)
        21
        """
        return right - left + self.crossed(left, right)
