"""Durations: "15 years", "four-month ban", "past 20 years", "two decades"."""

from __future__ import annotations

import regex

from extractors.drafts import Draft
from extractors.model import Kind
from extractors.numerals import Numeral
from extractors.patterns import trie
from extractors.units import DURATIONS

_WHAT_SORT = "more full whole calendar consecutive straight long additional working business solid entire".split()
WORDS: frozenset[str] = frozenset((*DURATIONS, *_WHAT_SORT))
"""How durations go on behind the number."""
AFTER = regex.compile(
    rf"""
    (?:[ -](?:{"|".join(_WHAT_SORT)}))?+ [ -]?
    (?P<word> {trie(DURATIONS, either_case=False)} ) (?P<old> [ -]old | [ ]of[ ]age )?+ (?!\p{{L}})
    """,
    regex.VERBOSE,
)
_IDIOM = regex.compile(
    r"(?r)(?<!\p{L})(?:for|in|within|of|after|by|per|than|every|least|about|last|past|next|over|only|just|exactly)[ ]"
)
AGES = frozenset("aged age aged ages of between from".split())
"""Last words of what makes a number an age."""
_AGED = regex.compile(r"(?r)(?<!\p{L})(?:[Aa]ged|age[ds]?(?:[ ]of)?|ages)[ ](?:between[ ]|from[ ])?")


def read(text: str, numeral: Numeral) -> Draft | None:
    """A length of time in the unit named, or None ("one day" without a preposition is an idiom)."""
    if numeral.ordinal or numeral.fraction:
        return None
    match = AFTER.match(text, numeral.end, concurrent=False)
    if match is None and _AGED.match(text, 0, numeral.start, concurrent=False):
        return Draft(numeral, numeral.start, numeral.end, Kind.DURATION, "year", "year of age", 1.0, "age")
    if match is None or (match["word"] in ("min", "sec", "hr", "yr") and numeral.words):
        return None
    unit = DURATIONS[match["word"]]
    if (
        numeral.words
        and numeral.value == 1
        and unit == "day"
        and not _IDIOM.match(text, 0, numeral.start, concurrent=False)
    ):
        return None
    name = f"{unit} of age" if match["old"] else unit
    return Draft(
        numeral, numeral.start, match.end(), Kind.DURATION, unit, name, 1.0, "age" if match["old"] else "duration"
    )
