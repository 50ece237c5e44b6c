"""Numbers that are no figures: parts of names and models, designators, clock times, scores, list numbers, codes."""

from __future__ import annotations

import regex

from extractors import words
from extractors.countries import NAMES, Role
from extractors.numerals import Numeral
from extractors.patterns import trie
from extractors.units import UNITS

DESIGNATORS = (
    "no nos number numbers article articles section sections clause paragraph para resolution route "
    "highway road channel flight page pages "
    "chapter version model item point room unit phase stage tier type class gate platform category "
    "figure table appendix annex volume part "
    "level line rule law decree order protocol school hospital prison colony apartment building "
    "house street avenue kindergarten district "
    "group formula case file lot track episode season grade size zip iso agenda".split()
)
"""Words after which a number is a label and not a figure ("Section 427", "resolution 1325")."""

_DESIGNATED = regex.compile(
    rf"(?r)(?<!\p{{L}})(?:{trie(DESIGNATORS)}\.?|№|#|N°)[ ]?(?=[0-9XVI])".replace("(?=[0-9XVI])", "")
)
_DESIGNATING = frozenset((*DESIGNATORS, *"№#°"))
_NUMBER_SIGNS = frozenset("№#°")
_CLOCK = regex.compile(r"[ ]?(?:[ap]\.?m\.?(?!\p{L})|o'clock|hrs?(?!\p{L})|[ap]m(?!\p{L}))|h[0-9]{2}")
_CAPITALISED = regex.compile(
    r"(?r)(?<![\p{L}\p{N}])(?P<before>[\p{L}.,:;!?\"“”'()–-]{1,12}+[ ])?(?P<name>\p{Ll}?\p{Lu}[\p{L}&'.-]{0,24})[ ]"
)
_PLACE_WORDS = frozenset("in at near from to around across outside inside between".split())
_OPENERS = frozenset(
    "The A An In On At By Of For From To With About Around Some Over More Less Nearly Almost Only "
    "Just And But Or So Another All Both Up Under "
    "Between Approximately Roughly Another Exactly There These Those They We He She It Its His Her "
    "Their Our Today Yesterday Now Then Also Since "
    "After Before During Among Including Until Through Within Without Has Have Had Is Are Was Were "
    "Nor Not What When Where While Who How Why If As "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December "
    "Together Altogether Overall Currently Meanwhile Thus Still Even "
    "Another Total Each Every Least Most Plus Minus Further Additional First Second Third Last Next".split()
)
_HYPHEN_OK = frozenset("minus plus sub from to now some up of and".split())
_SCREENS = frozenset(("2K", "4K", "8K"))
"""Resolutions of screens, no thousands."""
_LEFT_WORD = regex.compile(r"(?r)\p{L}{1,20}")
_COUNTRIES = frozenset(written for written, name in NAMES.items() if name.role is Role.NAME)
_CHANNELS, _YEARS = 24, 1900
"""Between these a number behind a country's name is no television channel and no year of a programme."""


def is_label(text: str, numeral: Numeral) -> bool:
    """Whether the number is glued to something that makes it a name, a code, a time or a score.

    Currency signs and codes are not looked at here: ``kinds.money`` reads them before.

    >>> [is_label(t, Numeral(i, j, 5)) for t, i, j in [("Soyuz-5", 6, 7), ("G5+1", 1, 2), ("some 5 km", 5, 6)]]
    [True, True, False]
    """
    start, end = numeral.start, numeral.end
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalpha() or before in "_@#№=&\\":
        return True
    further = text[start - 2] if start > 1 else " "
    if before in "-–" and (further.isalpha() or further == ")"):
        word = _LEFT_WORD.match(text, 0, start - 1, concurrent=False)
        ranged = word is not None and text[word.start() - 1 : word.start()].isdigit()  # "68mn-70mn"
        if word is None or not (ranged or word.group().lower() in _HYPHEN_OK):
            return True
    if (after.isalpha() and not numeral.words) or after in "_@":
        return not _unit_glued(text, end)
    if before == "±" or (numeral.words is False and text[start:end] in _SCREENS):
        return True
    if before in "/:+.,*" and (further.isalnum() or (before in "/:" and further in "/:")):
        return True
    following = text[end + 1] if end + 1 < len(text) else " "
    if after in ":/" and following.isdigit():
        return True
    if numeral.words:
        return False
    if after in " .apho" and _CLOCK.match(text, end, concurrent=False):
        return True
    if _list_number(text, start, end):
        return True
    if numeral.scale > 1:
        return False  # "the line carried 8.6 million tons" and "the line 8.6mn t"
    led = before if before in _NUMBER_SIGNS else words.before(text, start)
    return (not led or led in _DESIGNATING) and _DESIGNATED.match(text, 0, start, concurrent=False) is not None


def _unit_glued(text: str, end: int) -> bool:
    """Whether letters right after the digits may be a unit or a scale ("25kg", "1.5mn", "20m of")."""
    return _GLUED.match(text, end, concurrent=False) is not None


_GLUED_WORDS = (
    "k K m M mn bn tn b B T t mln bln x pc pct p min mins hr hrs sec euro euros dollar dollars ruble rubles rouble "
    "roubles tenge TEU tonne tonnes ton tons percent per"
).split()
_GLUED = regex.compile(
    rf"(?:{trie({*_GLUED_WORDS, *(s for s, unit in UNITS.items() if unit.symbol)}, either_case=False)})(?!\p{{L}})"
)


def _list_number(text: str, start: int, end: int) -> bool:
    """Whether the number opens a line as "1." or "2)"."""
    return (
        text[end : end + 1] in (".", ")")
        and text[end + 1 : end + 2] in (" ", "")
        and end - start <= 3
        and (
            start == 0
            or text[start - 1] in "\n\r"
            or (text[start - 1] == "(" and (end - start == 1 or text[start - 2 : start - 1] in ("", "\n", "\r")))
        )
    )


def is_named(text: str, numeral: Numeral) -> bool:
    """Whether a capitalised word right before the number makes a name of the two ("Rossiya 24", "Forum 2018").

    Openers of sentences, months and places after a preposition ("In Astana 300 people") are no such names; numbers
    with separators, decimals or a scale word never are.
    """
    if numeral.grouped or numeral.scale != 1 or numeral.words or numeral.value >= 1e5:
        return False
    match = _CAPITALISED.match(text, 0, numeral.start, concurrent=False)
    if match is None or match["name"] in _OPENERS or match["name"].rstrip(".") in _OPENERS:
        return False
    if match["name"] in _COUNTRIES and _CHANNELS < numeral.value < _YEARS:
        return False  # "Kyrgyzstan 150 and Armenia 70", but "Russia 24", "Kazakhstan 2050"
    before = (match["before"] or "").strip().lower()
    return before not in _PLACE_WORDS and not before.endswith((",", ";"))  # "Tajikistan 200 men, Armenia 100 soldiers"
