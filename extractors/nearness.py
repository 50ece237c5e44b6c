"""Which figures share a sentence, and how far apart words stand in it if clause boundaries count as distance."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import regex

from extractors.model import Document, Mention

COMMA, AND, BREAK = 14, 10, 45
"""What a comma, a linking word and a break between clauses add to a distance, in characters."""

_BOUNDARY = regex.compile(
    r"""
    (?P<comma> , (?![0-9]) )
    | (?P<dash> [;:()\[\]–] )
    | \b (?: (?P<link> and | or | with | after | by )
           | (?P<turn> but | while | whereas | of[ ]which | including | compared | against | than | although | though
               | meanwhile | which ) ) \b
    """,
    regex.VERBOSE,
)
_COSTS = {"comma": COMMA, "link": AND, "dash": BREAK, "turn": BREAK}


def by_sentence(document: Document) -> list[tuple[int, list[Mention]]]:
    """The mentions grouped by the number of their sentence, in order; sentences without mentions are left out."""
    starts = [sentence.start for sentence in document.sentences]
    groups: dict[int, list[Mention]] = {}
    for mention in document.mentions:
        groups.setdefault(max(bisect_right(starts, mention.start) - 1, 0), []).append(mention)
    return list(groups.items())


class Ruler:
    """Distances inside one sentence."""

    def __init__(self, small: str) -> None:
        self._at: list[int] = []
        self._costs = [0]
        for boundary in _BOUNDARY.finditer(small, concurrent=False):
            self._at.append(boundary.start())
            self._costs.append(self._costs[-1] + _COSTS[boundary.lastgroup or "comma"])

    def crossed(self, left: int, right: int) -> int:
        """What the boundaries between two places cost; below ``BREAK`` they stand in one clause."""
        return self._costs[bisect_left(self._at, right)] - self._costs[bisect_left(self._at, left)]

    def distance(self, left: int, right: int) -> int:
        """The characters between two places, boundaries included.

        >>> Ruler("exports rose, imports fell").distance(7, 14)
        21
        """
        return right - left + self.crossed(left, right)
