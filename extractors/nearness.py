"""How far apart words stand in a sentence if clause boundaries count as distance."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from extractors.numbers import CARDINALS
from extractors.words import Hit

COMMA, AND, BREAK = 14, 10, 45
"""What a comma, a linking word and a break between clauses add to a distance, in characters."""

_MARK = re.compile(r"[,;:()\[\]–](?:(?<!,)|(?![0-9]))")
_COST_OF_WORD = {
    **dict.fromkeys("and or with after by".split(), AND),
    **dict.fromkeys("but while whereas including compared against than although though meanwhile which".split(), BREAK),
}


def is_label(small: str, end: int, start: int) -> bool:
    """Whether nothing but a dash or colon parts a word from a figure: "export – $81.9 mln, import – $36.5 mln"."""
    return start - end < _LABELLED and not small[end:start].strip(" –—:-")


_LABELLED = 5


def _is_hedge(words: list[Hit], i: int) -> bool:
    """Whether "than" only bounds a figure: "more than 7,500 km", but "more than in 2022"."""
    return i + 1 < len(words) and (words[i + 1][1][0].isdigit() or words[i + 1][1] in CARDINALS)


class Ruler:
    """Distances inside one sentence."""

    def __init__(self, small: str, words: Iterable[Hit]) -> None:
        boundaries = [(mark.start(), COMMA if mark[0] == "," else BREAK) for mark in _MARK.finditer(small)]
        listed = list(words)
        boundaries += [
            (start, _COST_OF_WORD[word])
            for i, (start, word) in enumerate(listed)
            if word in _COST_OF_WORD and not (word == "than" and _is_hedge(listed, i))
        ]
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
