"""People and counted things: the noun is the unit ("three coal-fired thermal power plants" → power plant)."""

from __future__ import annotations

import regex

from extractors import words
from extractors.drafts import PRODUCT, Conventions, Draft
from extractors.model import Kind
from extractors.names import is_named
from extractors.nouns import DETERMINED, counted, counts_people
from extractors.numerals import Numeral
from extractors.rates import rate

_STRONG = regex.compile(r"[ -](?:strong|souls)(?!\p{L})")
_MILLION = regex.compile(r"m(?=[ ](?:of[ ])?\p{L})")
_ANAPHORA = regex.compile(
    r"(?r)(?<!\p{L})(?:the|these|those|both|its|their|our|his|her|all|[Tt]he|[Bb]oth|[Tt]hese|[Aa]ny|any)[ ]"
)
_YEAR_LED = regex.compile(
    r"(?r)(?<!\p{L})(?:in|since|of|by|until|till|from|to|during|before|after|for|and|early|late|mid|"
    r"than|year|spring|summer|autumn|winter|In|Since|By|Until|From|During)[ ]"
)
_POPULATION = regex.compile(
    r"(?r)(?<!\p{L})(?:[Pp]opulation of|inhabited by|home to)[ ](?:about[ ]|around[ ]|some[ ]|over[ ]|"
    r"nearly[ ]|almost[ ]|more than[ ]|just[ ]){0,2}"
)
_POPULATION_ENDS = frozenset("of by to about around some over nearly almost than just".split())
_ANAPHORA_ENDS = frozenset("the these those both its their our his her all any".split())
_COMPOUND = regex.compile(r"-(?P<noun>\p{Ll}{3,20})(?![\p{L}-])")


def read(text: str, numeral: Numeral, conventions: Conventions = PRODUCT) -> Draft | None:
    """A number of people or things, or None."""
    if (
        numeral.ordinal
        or numeral.fraction
        or (not conventions.every_count and numeral.value <= 1 and numeral.scale == 1)
    ):
        return None
    if not conventions.every_count and _points_back(text, numeral):
        return None
    if _may_be_year(text, numeral) or is_named(text, numeral):
        return None
    million = None
    if text[numeral.end : numeral.end + 1] == "m" and numeral.scale == 1 and not numeral.words:
        million = _MILLION.match(text, numeral.end, concurrent=False)
    end = million.end() if million else numeral.end
    follows = words.after(text, end) if million else numeral.follows
    if follows in ("strong", "souls") and _STRONG.match(text, end, concurrent=False):
        return Draft(numeral, numeral.start, end + 7, Kind.COUNT, "person", "person", 1.0, "count of people")
    if words.before(text, numeral.start) in _POPULATION_ENDS and _POPULATION.match(
        text, 0, numeral.start, concurrent=False
    ):
        return Draft(numeral, numeral.start, end, Kind.COUNT, "person", "person", 1.0, "count of people")
    determined = DETERMINED.match(text, end, concurrent=False) if follows == "of" else None
    noun = counted(
        text, determined.end() if determined else end, one=numeral.value == 1 and numeral.scale == 1 and not determined
    )
    if noun is None and conventions.every_count:
        noun = _compound(text, end)
    if noun is None:
        return None
    if million:
        numeral.value, numeral.scale, numeral.end = numeral.value * 1e6, 1e6, end
    name, noun_end = noun
    people = counts_people(text, noun_end, name)
    code = "person" if people else name
    per, written, rate_end = rate(text, noun_end)
    if per:
        name, code = f"{name} per {written}", code if per == "year" else f"{code}/{per}"
    rule = "count of people" if people else "count"
    return Draft(numeral, numeral.start, max(noun_end, rate_end), Kind.COUNT, code, name, 1.0, rule)


def _compound(text: str, end: int) -> tuple[str, int] | None:
    """The noun of "six-cylinder", "three-point": counted, but hardly ever a figure of its own."""
    match = _COMPOUND.match(text, end, concurrent=False)
    return (match["noun"].lower(), match.end()) if match else None


def _points_back(text: str, numeral: Numeral) -> bool:
    """Whether a small number in words only points back: "the two countries", "both sides"."""
    return (
        numeral.words
        and numeral.value <= 10
        and words.before(text, numeral.start) in _ANAPHORA_ENDS
        and _ANAPHORA.match(text, 0, numeral.start, concurrent=False) is not None
    )


def _may_be_year(text: str, numeral: Numeral) -> bool:
    """Whether four bare digits are rather a year ("in 2021 more people than")."""
    return (
        1800 <= numeral.value <= 2100
        and numeral.end - numeral.start == 4
        and not numeral.words
        and _YEAR_LED.match(text, 0, numeral.start, concurrent=False) is not None
    )
