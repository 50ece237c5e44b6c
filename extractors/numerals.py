"""A number as it was read, and the scale words that multiply it: "28.2 billion", "1 billion 250 million"."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from extractors import words

SCALES = {
    "hundred": 1e2,
    "lakh": 1e5,
    "crore": 1e7,
    "thousand": 1e3,
    "thou": 1e3,
    "thsd": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "mn": 1e6,
    "mil": 1e6,
    "billion": 1e9,
    "bln": 1e9,
    "bn": 1e9,
    "milliard": 1e9,
    "trillion": 1e12,
    "trln": 1e12,
    "trn": 1e12,
    "tn": 1e12,
    "tln": 1e12,
}
"""Scale words and their abbreviations, as used by agencies."""
LETTER_SCALES = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "T": 1e12, "t": 1e12}
"""One-letter scales; k and M stand alone, the others only beside a currency sign (see ``kinds.money``)."""


@dataclass(slots=True)
class Numeral:
    """A number as written: ``text[start:end]`` means ``value``.

    ``scale`` is the multiplying word read with it (1 if none); ``fraction`` marks a part of a whole ("a third", value
    0.333); ``ordinal`` a place in an order ("19th"); ``words`` that it is spelled out; ``grouped`` that it carries
    thousands separators or a decimal part, which names and list numbers do not; ``follows`` is the word or sign right
    behind it (see ``words.after``).
    """

    start: int
    end: int
    value: float
    scale: float = 1.0
    words: bool = False
    fraction: bool = False
    ordinal: bool = False
    grouped: bool = False
    follows: str = ""


_SPELLINGS = sorted({*SCALES, *(s.capitalize() for s in SCALES), *(s.upper() for s in SCALES)}, key=len, reverse=True)
SCALE = regex.compile(
    rf"""
    [ -]? (?P<scale> (?:hundred[ ])? (?:{"|".join(_SPELLINGS)}) )
    (?:s(?=[ ]))?+ (?:\.(?=[ ]\p{{Ll}}))?+ (?!\p{{L}})
    """,
    regex.VERBOSE,
)
_SCALES_WRITTEN = frozenset((*SCALES, *(f"{word}s" for word in SCALES)))


def scaled(text: str, numeral: Numeral) -> Numeral:
    """The numeral with the scale word or suffix that follows it ("28.2 billion", "25Bln", "11.8M", "5k")."""
    end = numeral.end
    follows = words.after(text, end)
    match = SCALE.match(text, end, concurrent=False) if follows in _SCALES_WRITTEN else None
    if match is not None:
        for word in match["scale"].lower().split():
            numeral.scale *= SCALES[word]
        numeral.end = match.end()
        _add_smaller(text, numeral)
    elif text[end : end + 1] in ("k", "K", "M") and not text[end + 1 : end + 2].isalpha():
        numeral.scale, numeral.end = LETTER_SCALES[text[end]], end + 1
    else:
        numeral.follows = follows
    numeral.value *= numeral.scale
    return numeral


_SMALLER = regex.compile(
    r"[ ](?P<number>[0-9]{1,3})(?:[ ](?P<scale>million|mln|thousand)(?!\p{L})|(?<=[0-9]{3})(?![0-9.,%]))(?![ ][0-9])"
)


def _add_smaller(text: str, numeral: Numeral) -> None:
    """Adds what is told in the next smaller scale: "1 billion 250 million", "12 thousand 500"."""
    if not text[numeral.end + 1 : numeral.end + 2].isdigit():
        return
    smaller = _SMALLER.match(text, numeral.end, concurrent=False)
    if smaller is not None and SCALES.get(smaller["scale"] or "", 1.0) * 1000 == numeral.scale:
        numeral.value += float(smaller["number"]) / 1000
        numeral.end = smaller.end()
