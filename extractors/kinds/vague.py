"""Vague amounts ("millions of Americans", "dozens of people") as ranges; no figures for the dashboard.

Only read where ``Conventions.vague`` asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.currencies import NAMES
from extractors.drafts import Draft
from extractors.model import Kind
from extractors.nouns import counted
from extractors.numerals import Numeral
from extractors.units import DURATIONS, unit_of

_SPANS = {
    "tens of thousands": (1e4, 1e5),
    "hundreds of thousands": (1e5, 1e6),
    "tens of millions": (1e7, 1e8),
    "hundreds of millions": (1e8, 1e9),
    "tens of billions": (1e10, 1e11),
    "hundreds of billions": (1e11, 1e12),
    "dozens": (12.0, 120.0),
    "hundreds": (100.0, 1000.0),
    "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7),
    "billions": (1e9, 1e10),
    "trillions": (1e12, 1e13),
}
_SCAN = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?P<span>{'|'.join(f'[{s[0].upper()}{s[0]}]{s[1:]}' for s in _SPANS)})[ ]of[ ](?!the[ ])"
)
_WORD = regex.compile(r"\p{L}{2,20}")


def find(text: str) -> Iterator[Draft]:
    """Vague amounts as drafts with both ends, in order."""
    for match in _SCAN.finditer(text, concurrent=False):
        low, high = _SPANS[match["span"].lower()]
        numeral = Numeral(match.start(), match.end() - 4, low, words=True)
        word = _WORD.match(text, match.end(), concurrent=False)
        noun = counted(text, match.end() - 1)
        name, kind = (noun[0], Kind.COUNT) if noun else ("", Kind.COUNT)
        if word and word.group() in NAMES:
            name, kind = word.group(), Kind.MONEY
        elif word and (unit := unit_of(word.group())):
            name, kind = unit.name, unit.kind
        elif word and word.group() in DURATIONS:
            name, kind = DURATIONS[word.group()], Kind.DURATION
        draft = Draft(
            numeral, match.start(), noun[1] if noun else match.end() - 4, kind, name, name, 1.0, "vague amount"
        )
        draft.low, draft.high, draft.value = low, high, (low + high) / 2
        yield draft
