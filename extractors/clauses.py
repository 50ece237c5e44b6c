"""Clauses: the stretches of a sentence within which words speak about one another."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

import regex

from extractors.passages import Passage

_MARK = re.compile(r"[;:](?=\s)|\s[–—-]\s")
_MARKS = (";", ":", "–", "—", " - ")
_AFTER_COMMA = frozenset(
    "and but while whereas where when which of although though so yet because since who compared against with as after "
    "before".split()
)
_ALONE = frozenset("while whereas but although though where when".split())
"""Words that begin a clause behind a comma, and those that do so without one."""
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


def clauses(passage: Passage) -> Clauses:
    """The clauses of a sentence.

    >>> from extractors.passages import Passage
    >>> text = "In 2022 it rose (by 7%), and in 2023 it fell."
    >>> clauses(Passage(0, 0, Sentence(0, len(text)), text)).starts
    [0, 23]
    """
    written, base = passage.written, passage.sentence.start
    found = Clauses([base])
    if "(" in written:
        spans = (match.span() for match in _PARENTHESIS.finditer(written, concurrent=False))
        found.parentheses = [(base + start, base + end) for start, end in spans]
    marked = any(mark in written for mark in _MARKS)
    gaps = [mark.start() for mark in _MARK.finditer(written)] if marked else []
    gaps += [gap for start, word in passage.words if word in _AFTER_COMMA and (gap := _gap(written, start, word)) >= 0]
    found.starts += [base + gap for gap in sorted(gaps) if found.parenthesis(base + gap) is None]
    return found


def _gap(written: str, start: int, word: str) -> int:
    """Where the clause begins that a word opens: at its comma or blank; -1 if it opens none."""
    if not written.startswith(word, start) or not written[start - 1 : start].isspace():
        return -1
    if written[start - 2 : start - 1] == ",":
        return start - 2
    return start - 1 if word in _ALONE and written[start + len(word) : start + len(word) + 1].isspace() else -1
