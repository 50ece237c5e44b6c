"""Lengths, areas, masses, volumes, energy and power: one grammar, its units are rows of ``units``."""

from __future__ import annotations

from dataclasses import replace

import regex

from extractors.drafts import Draft
from extractors.model import Kind
from extractors.numerals import Numeral
from extractors.rates import rate
from extractors.units import UNITS, Unit, unit_of
from extractors.words import after as first_word

_WORDS = regex.compile(
    r"(?P<gap>[ -]?)(?P<words>[\p{L}°″µμ][\p{L}²³.0-9/°]{0,16}+(?:-\p{L}{1,12}+){0,2}+(?:[ -][\p{L}]{1,12}+){0,3}+)"
)
_SPLIT = regex.compile(r"[ /-]")
_METRE = regex.compile(
    r"m(?:[ ]?(?:high|tall|long|wide|deep|thick|above|below|away|from|off|sprint|race|x|in|and|to|at)(?!\p{L})|-"
    r"|[ ]?[(),.;:/\n]|[ ][0-9]|$)"
)
_THING = regex.compile(r"m[ ](?!of[ ]|people|strong|population)\p{Ll}{2,20}+(?<!s)(?!\p{L})")
WORDS: frozenset[str] = frozenset(first_word(f" {spelling}", 0) for spelling in (*UNITS, "pound", "pounds", "m")) | {
    "°",
    "″",
}
"""How units begin, in lower case."""
BCM = 1e9
"""Cubic metres in a bcm: volumes of a million cubic metres and more are given in bcm, as the gas trade does."""


def read(text: str, numeral: Numeral) -> Draft | None:
    """A measured quantity in the fact table's unit, or None."""
    if numeral.ordinal or numeral.fraction:
        return None
    match = _WORDS.match(text, numeral.end, concurrent=False)
    if match is None:
        return None
    words, at = match["words"], match.start("words")
    if words.startswith("m ") and not match["gap"] and numeral.scale == 1 and not numeral.words:
        return _millions(text, numeral, match.start("words") + 1)
    for end in _ends(words):
        unit = unit_of(words[:end].rstrip("."))
        if unit is not None and _fits(text, numeral, match["gap"], unit, words[:end]):
            return _draft(text, numeral, at + len(words[:end].rstrip(".")), unit)
    if words in ("pounds", "pound") or words.startswith(("pounds ", "pound ", "pounds-")):
        return Draft(
            numeral, numeral.start, at + len(_SPLIT.split(words)[0]), Kind.MASS, "pound", "pound", 1.0, "measure: mass"
        )
    return None


def _millions(text: str, numeral: Numeral, end: int) -> Draft | None:
    """The quantity if "m" is metres ("5 m deep") or stands for million before a unit ("3.9m tonnes"), else None."""
    if _METRE.match(text, end - 1, concurrent=False):
        return _draft(text, numeral, end, UNITS["m"])
    million = replace(numeral, end=end, value=numeral.value * 1e6, scale=1e6)
    if (draft := read(text, million)) is None and _THING.match(text, end - 1, concurrent=False):
        return _draft(text, numeral, end, UNITS["m"])  # "a 55m drop"; "20m handsets" are counted
    return draft


_CARGO = 1000
"""Below this "mt" are megatonnes ("54.9 mt of oil"), else metric tons ("a cargo of 30,000 mt")."""


def _ends(words: str) -> list[int]:
    """Where a unit's spelling may end inside the words that follow a number, the longest first."""
    return [len(words), *(m.start() for m in reversed(list(_SPLIT.finditer(words))))]


def _fits(text: str, numeral: Numeral, gap: str, unit: Unit, spelling: str) -> bool:
    """Symbols follow digits only; a lone "m" glued to digits is metres or millions by what comes after it."""
    if not unit.symbol:
        return True
    if numeral.words or (gap == "-" and len(spelling) < 2):
        return False
    if spelling == "m" and not gap:
        return numeral.scale == 1 and _METRE.match(text, numeral.end + len(gap), concurrent=False) is not None
    return len(spelling) > 1 or spelling in "mtlgCW°″"


def _draft(text: str, numeral: Numeral, end: int, unit: Unit) -> Draft:
    if unit.name == "metric ton" and numeral.value < _CARGO:
        unit = UNITS["Mt"]
    code, factor, name = unit.code, unit.factor, unit.name
    if code == "m3" and numeral.scale * factor >= 1e6:
        code, factor = "bcm", factor / BCM
    per, written, rate_end = rate(text, end)
    if per and per != "year":  # pipelines are rated in cubic metres a day
        code, factor = unit.code, unit.factor
    if per:
        name, end = f"{name} per {written}", rate_end
        if per != "year":
            code = f"{code}/{per}"
    return Draft(numeral, numeral.start, end, unit.kind, code, name, factor, f"measure: {unit.kind}")
