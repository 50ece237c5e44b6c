"""Hedges and bounds around a figure, once for all kinds: one row a phrase."""

from __future__ import annotations

import regex

from extractors import words
from extractors.model import Qualifier
from extractors.patterns import trie

_ABOUT, _MORE, _LESS = Qualifier.ABOUT, Qualifier.MORE_THAN, Qualifier.LESS_THAN
_LEAST, _UP_TO = Qualifier.AT_LEAST, Qualifier.UP_TO

BEFORE: dict[str, Qualifier] = {
    **dict.fromkeys(
        [
            "about",
            "around",
            "some",
            "roughly",
            "approximately",
            "approx.",
            "approx",
            "circa",
            "ca.",
            "nearly",
            "almost",
            "close to",
            "near",
            "nearing",
            "in the region of",
            "in the order of",
            "on the order of",
            "an estimated",
            "estimated at",
            "estimated",
            "more or less",
            "not quite",
            "virtually",
            "practically",
            "approaching",
            "approached",
            "barely",
            "came close to",
            "something like",
            "in the vicinity of",
            "well-nigh",
        ],
        _ABOUT,
    ),
    **dict.fromkeys(
        [
            "more than",
            "over",
            "above",
            "exceeding",
            "exceeded",
            "exceeds",
            "exceed",
            "in excess of",
            "upwards of",
            "north of",
            "upward of",
            "beyond",
            "a little more than",
            "slightly more than",
            "a bit more than",
            "little more than",
            "just over",
            "well over",
            "just above",
            "slightly over",
            "a little over",
            "far more than",
            "much more than",
            "significantly more than",
            "greater than",
            "higher than",
            "larger than",
            "longer than",
            "topped",
            "topping",
            "tops",
            "surpassed",
            "surpassing",
            "surpasses",
            "surpass",
            "climbed past",
            "moved past",
            "went past",
            "rose above",
            "rose past",
            "passed the",
            "crossed",
            "crossed the",
            "outstripped",
            "better than",
            "well above",
            "over and above",
            "and over",
            "over than",
        ],
        _MORE,
    ),
    **dict.fromkeys(
        [
            "less than",
            "fewer than",
            "under",
            "below",
            "just under",
            "slightly less than",
            "a little less than",
            "well under",
            "just below",
            "slightly under",
            "short of",
            "just short of",
            "little short of",
            "lower than",
            "smaller than",
            "shorter than",
            "fell below",
            "falling short of",
            "slightly below",
            "well below",
            "not even",
        ],
        _LESS,
    ),
    **dict.fromkeys(
        [
            "at least",
            "no less than",
            "not less than",
            "no fewer than",
            "not fewer than",
            "a minimum of",
            "minimum of",
            "minimum",
            "starting at",
            "starting from",
        ],
        _LEAST,
    ),
    **dict.fromkeys(
        [
            "up to",
            "at most",
            "no more than",
            "not more than",
            "a maximum of",
            "maximum of",
            "maximum",
            "not exceeding",
            "does not exceed",
            "do not exceed",
            "not exceed",
            "did not exceed",
            "capped at",
            "limited to",
            "anything up to",
            "as high as",
            "a ceiling of",
            "no higher than",
            "no longer than",
        ],
        _UP_TO,
    ),
    **dict.fromkeys(
        ["as many as", "as much as", "exactly", "precisely", "just", "only", "as few as", "as little as", "sub"],
        Qualifier.EXACT,
    ),
}
"""Phrases before a figure."""
SIGNS = {"~": _ABOUT, "≈": _ABOUT, "∼": _ABOUT, ">": _MORE, "<": _LESS, "≥": _LEAST, "≤": _UP_TO}
"""Signs right before a figure."""
AFTER: dict[str, Qualifier] = {
    **dict.fromkeys(["or so", "or thereabouts", "give or take", "approximately", "on average"], _ABOUT),
    **dict.fromkeys(
        [
            "or more",
            "and more",
            "or above",
            "and above",
            "or higher",
            "and over",
            "or over",
            "and up",
            "at least",
            "at a minimum",
        ],
        _LEAST,
    ),
    **dict.fromkeys(
        ["or less", "or fewer", "at most", "or below", "or under", "and under", "at the most", "maximum"], _UP_TO
    ),
}
"""Phrases after a figure."""

_FILLERS = (
    "the|a|an|another|his|its|their|some|just|only|a record|a total of|a whole|as much as|as many as|the mark of|"
    "the level of|further|additional|annual|total"
).split("|")
_FIRST_WORDS = frozenset(phrase.split()[0] for phrase in AFTER) | {"+", ","}
_LAST_WORDS = frozenset(phrase.split()[-1].split("-")[-1] for phrase in (*BEFORE, *_FILLERS))
"""How qualifiers end: a quick look that spares most figures the search."""
_PHRASES, _BETWEEN = words.by_last_word(BEFORE), words.by_last_word(_FILLERS)
_AFTER = regex.compile(
    rf"(?P<plus>\+(?![0-9]))|[ ,]{{1,2}}(?P<phrase>{trie(AFTER, either_case=False)})"
    r"(?!\p{L}|(?<=and[ ]more)[ ]\p{L})"
)
_INFIX = regex.compile(r"(?:\+|-plus|[ ]or[ ]more|(?P<about>-odd))(?=[ ]\p{L})")
_LINKS = frozenset("+ ,")
_INFIXES = frozenset(("+ ", "-p", "-o", " o"))
"""How those begin: a quick look that spares most figures the pattern."""
_COMPARES = regex.compile(
    r"(?r)(?:[0-9%]|(?<!\p{L})(?:percent|cent|times|much|many|fold|higher|lower|points?|twice|bigger|"
    r"larger|half|third|quarter|fifth|tenth|year|years|million|billion|thousand|rather|tons|tonnes|dollars|rubles|people|double|"
    r"no))[ ]?"
)


_PREPOSITIONS = frozenset("about around near over above under below beyond".split())
_DEFINITE = frozenset(("the", "its", "their", "his"))
"""Before "the" these are prepositions of place and time: "built around the 37 m hall", "over the 20 years"."""


_HANDED = frozenset(
    "hand hands handed handing take takes took taken taking turn turned turning sign signed made".split()
)
_OWNED = {"over": _HANDED, "short of": frozenset("is are was were be been".split())}
"""Verbs that a preposition belongs to: "handed over 11,650 hectares", "is short of 2.6 GW"."""


def before(text: str, start: int) -> tuple[Qualifier, int]:
    """The qualifier that ends where a figure starts, and where it begins; (EXACT, start) if there is none.

    "7% more than the 52.5 billion" compares and does not qualify.

    >>> before("some 200 men", 5), before("7% more than 5", 13)
    ((<Qualifier.ABOUT: 'about'>, 0), (<Qualifier.EXACT: 'exact'>, 13))
    """
    if text[max(0, start - 4) : start] == "sub-":
        return _LESS, start - 4
    sign = text[max(0, start - 2) : start].rstrip(" ")[-1:]
    if sign in SIGNS:
        return SIGNS[sign], text.rfind(sign, 0, start)
    last = words.before(text, start)
    led = _led(text, start) if not last or last in _LAST_WORDS else None
    if led is None:
        return Qualifier.EXACT, start
    phrase, begin, filler = led
    qualifier = BEFORE[phrase]
    if filler in _DEFINITE and phrase in _PREPOSITIONS:
        return Qualifier.EXACT, start
    if filler in ("a", "an") and phrase == "under":  # "under a two-year contract"
        return Qualifier.EXACT, start
    if qualifier in (_MORE, _LESS) and _is_comparison(text, begin, phrase):
        return Qualifier.EXACT, start
    if phrase in _OWNED and words.before(text, begin) in _OWNED[phrase]:
        return Qualifier.EXACT, start
    around = words.phrase_before(text, begin, _PHRASES)  # "at least about 50", "up to some 50"
    if around is not None:
        outer, at = BEFORE[around[0]], around[1]
        if outer in (_MORE, _LESS) and _is_comparison(text, at, around[0]):
            return qualifier, begin
        return (qualifier if outer in (Qualifier.EXACT, _ABOUT) else outer), at
    return qualifier, begin


def _led(text: str, at: int) -> tuple[str, int, str] | None:
    """The phrase before a place, where it begins, and what stands between: "more than", "a total of"; None if none."""
    filler = words.phrase_before(text, at, _BETWEEN)
    if filler is not None and (phrase := words.phrase_before(text, filler[1], _PHRASES)) is not None:
        return *phrase, filler[0]
    phrase = words.phrase_before(text, at, _PHRASES)
    return None if phrase is None else (*phrase, "")


_LASTING = regex.compile(
    r"(?r)(?<!\p{L})(?:for|of|after|before|in|within|last(?:ed|s)|takes?|took|is|was|are|were|aged|spent|well|just)[ ]"
)


def is_meanwhile(text: str, left: int) -> bool:
    """Whether "over" before a duration means during it ("grown over five years") and not more than it ("for over")."""
    return text[left : left + 5].lower() == "over " and not _LASTING.match(text, 0, left, concurrent=False)


def _is_comparison(text: str, begin: int, phrase: str) -> bool:
    return phrase.endswith("than") and _COMPARES.match(text, 0, begin, concurrent=False) is not None


def infix(text: str, end: int) -> tuple[Qualifier, int]:
    """The bound between a number and what it counts ("400+ km", "1,500-plus delegates"), and where it ends."""
    match = _INFIX.match(text, end, concurrent=False) if text[end : end + 2] in _INFIXES else None
    if match is None:
        return Qualifier.EXACT, end
    return (_ABOUT if match["about"] else _LEAST), match.end()


def after(text: str, end: int) -> tuple[Qualifier, int]:
    """The qualifier right after a figure, and where it ends; (EXACT, end) if there is none."""
    may_begin = text[end : end + 1] in _LINKS and words.after(text, end) in _FIRST_WORDS
    match = _AFTER.match(text, end, concurrent=False) if may_begin else None
    if match is None:
        return Qualifier.EXACT, end
    return (_LEAST if match["plus"] else AFTER[match["phrase"]]), match.end()
