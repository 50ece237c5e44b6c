"""Clauses: the stretches of a sentence within which words speak about one another."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

import regex

from extractors.model import Sentence

_BREAK = regex.compile(
    r"""
      [;:](?=\s)
    | \s[–—-]\s
    | ,\s(?:and|but|while|whereas|where|when|which|although|though|so|yet|because|since|who|compared|against|with|as
        |after|before)\b
    | \s(?:while|whereas|but|although|though|where|when)\s
    """,
    regex.VERBOSE,
)
_PARENTHESIS = regex.compile(r"\([^()\n]{1,200}+\)")


@dataclass(slots=True)
class Clauses:
    """The clauses and parentheses of one sentence, as offsets into the text."""

    starts: list[int]
    parentheses: list[tuple[int, int]] = field(default_factory=list)

    def number(self, at: int) -> int:
        """Which clause (from 0) the offset lies in."""
        return bisect_right(self.starts, at) - 1

    def parenthesis(self, at: int) -> tuple[int, int] | None:
        """The parenthesis the offset lies in."""
        for start, end in self.parentheses:
            if start <= at < end:
                return start, end
        return None

    def span(self, number: int, end: int) -> tuple[int, int]:
        """The clause's span in a sentence that ends at ``end``."""
        return self.starts[number], self.starts[number + 1] if number + 1 < len(self.starts) else end


def clauses(text: str, sentence: Sentence) -> Clauses:
    """The clauses of ``sentence``.

    >>> text = "In 2022 it rose (by 7%), and in 2023 it fell."
    >>> clauses(text, Sentence(0, len(text))).starts
    [0, 23]
    """
    starts = [sentence.start]
    parentheses = [m.span() for m in _PARENTHESIS.finditer(text, sentence.start, sentence.end, concurrent=False)]
    found = Clauses(starts, parentheses)
    for gap in _BREAK.finditer(text, sentence.start, sentence.end, concurrent=False):
        if found.parenthesis(gap.start()) is None:
            starts.append(gap.start())
    return found
