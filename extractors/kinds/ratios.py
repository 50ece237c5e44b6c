"""Multiples: "doubled", "twofold", "1.7-fold", "12 times more", "twice as many"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from extractors import words
from extractors.changes import DIRECTION
from extractors.drafts import Draft
from extractors.model import Change, Kind
from extractors.numbers import CARDINALS
from extractors.numerals import Numeral
from extractors.patterns import trie
from extractors.words import Hit

MULTIPLES: dict[str, tuple[float, Change]] = {
    **dict.fromkeys(("doubled", "doubling", "doubles", "redoubled", "twofold", "two-fold"), (2.0, Change.UP)),
    **dict.fromkeys(
        ("tripled", "tripling", "triples", "trebled", "trebling", "threefold", "three-fold", "thrice"), (3.0, Change.UP)
    ),
    **dict.fromkeys(("quadrupled", "quadrupling", "quadruples", "fourfold", "four-fold"), (4.0, Change.UP)),
    **dict.fromkeys(("quintupled", "fivefold", "five-fold"), (5.0, Change.UP)),
    **{f"{w}fold": (float(v), Change.UP) for w, v in CARDINALS.items() if 6 <= v <= 20 or v in (30, 50)},
    **{f"{w}-fold": (float(v), Change.UP) for w, v in CARDINALS.items() if 6 <= v <= 20},
    **dict.fromkeys(("halve", "halved", "halving", "halves"), (2.0, Change.DOWN)),
    "double": (2.0, Change.UP),
    "triple": (3.0, Change.UP),
    "treble": (3.0, Change.UP),
    "quadruple": (4.0, Change.UP),
    "twice": (2.0, Change.NONE),
}
"""Words that are a multiple by themselves, with the direction they tell."""

WORDS_OF_MULTIPLES = frozenset(case(word.partition("-")[0]) for case in (str, str.capitalize) for word in MULTIPLES)
"""Words a multiple may begin with, as they are written."""
_COMPARED = regex.compile(
    r"[ ](?:as|more|less|fewer|higher|lower|larger|bigger|smaller|greater|faster|cheaper|the|that|"
    r"those|its|their|his|her|last|over|what)(?!\p{L})"
)
_MODALS = frozenset("to will would may might could should can must".split())
_GOES_ON = frozenset("to in by from over within this next".split())
"""What goes on behind a verb of growth: "will double to 3,000", "to triple by 2030"."""
_DOUBLE_LEFT = regex.compile(
    r"(?r)(?<!\p{L})(?:to|will|would|may|could|should|can|nearly|almost|than|about|roughly|and|by|or|[,–])[ ]"
)
_FELL = frozenset(
    "fell fallen dropped declined decreased shrank shrunk shrinking falling dropping declining contracted plunged "
    "reduced cut lower".split()
)
"""Verbs before a multiple that tell it downwards: "dropped threefold"."""
WORDS: frozenset[str] = frozenset(("times", "fold", "x"))
"""What follows the number of a multiple."""
_TIMES = regex.compile(r"(?:[ -]times(?!\p{L})|[ -]?fold(?!\p{L})|x(?![\p{L}\p{N}]))")
_MORE = regex.compile(
    r"[ ](?:more|less|fewer|higher|lower|greater|larger|bigger|smaller|faster|cheaper|as|the|that|"
    r"over|up|down|than|in[ ]comparison|compared|its|their|"
    r"growth|increase|rise|decline|drop|reduction|from|against|year-on-year|since)(?!\p{L})|[ "
    r"]?[,.;:)\n]|$|[ ](?:in|to|and|for|by|this|last|during|within|between|[(])"
)
_LEADS = (
    "by|almost|nearly|about|more than|over|approximately|some|around|roughly|up|at least|grew|grown|"
    "rose|risen|increased|increase|"
    "growing|increasing|fell|decreased|dropped|declined|jumped|soared|surged|expanded|multiplied|was|"
    "were|is|are|a|up to"
).split("|")
_GREW = regex.compile(
    rf"(?r)(?<!\p{{L}})(?:{trie(_LEADS)})[ ](?:[0-9]{{1,4}}(?:[.,][0-9]{{1,3}})?(?:[-–]|[ ](?:to|or)[ ]))?"
)


def find(text: str, hits: Iterable[Hit] | None = None) -> Iterator[Draft]:
    """Multiples that are words by themselves ("exports doubled"), in order.

    ``hits`` are the ``WORDS_OF_MULTIPLES`` of the text, where they are known already.
    """
    for start, written in words.find(text, WORDS_OF_MULTIPLES) if hits is None else hits:
        word = written.lower()
        if text.startswith("-fold", start + len(word)):
            word += "-fold"
        if word not in MULTIPLES:
            continue
        end = start + len(word)
        value, change = MULTIPLES[word]
        if word in ("double", "triple", "treble", "quadruple", "twice"):
            compared = _COMPARED.match(text, end, concurrent=False) is not None
            led = _DOUBLE_LEFT.match(text, 0, start, concurrent=False) is not None and text[end : end + 1] != "-"
            if not (
                compared
                or (led and not text[end : end + 2].strip().isalpha())
                or (led and word == "double" and text[end : end + 4] in (" in ", " by "))
                or (words.before(text, start) in _MODALS and words.after(text, end) in _GOES_ON)
            ):
                continue
        if word == "halves" and text[max(0, start - 4) : start].lower() in ("two ", "the ", "oth "):
            continue
        numeral = Numeral(start, end, value, words=True)
        draft = Draft(numeral, start, end, Kind.RATIO, "times", "times", 1.0, "multiple in a word")
        fell = change is Change.UP and word.endswith("fold") and words.before(text, start) in _FELL
        draft.change = Change.DOWN if fell else change
        yield draft


def read(text: str, numeral: Numeral) -> Draft | None:
    """A multiple written with its number, or None; "met five times" counts times and is left to the counts."""
    if numeral.ordinal or numeral.fraction:
        return None
    match = _TIMES.match(text, numeral.end, concurrent=False)
    if match is None:
        return None
    if match.group().strip(" -") == "times":
        multiple = numeral.grouped or _MORE.match(text, match.end(), concurrent=False)
        grew = (
            numeral.grouped
            or (_GREW.match(text, 0, numeral.start, concurrent=False) and not _is_tally(text, numeral))
            or _FOLLOWED.match(text, match.end(), concurrent=False)
        )
        if not (multiple and grew):
            return None
    return Draft(numeral, numeral.start, match.end(), Kind.RATIO, "times", "times", 1.0, "multiple")


def _is_tally(text: str, numeral: Numeral) -> bool:
    """Whether a hedged number of times without a word of growth before it only counts: "met over 250 times"."""
    if numeral.value < _OFTEN:
        return False
    return _MOVES.isdisjoint(words.tokens(text, numeral.start - 60, numeral.start))


_OFTEN = 20
"""Hardly anything grows so many times over without a word that says so."""
_MOVES = frozenset(DIRECTION)
_FOLLOWED = regex.compile(
    r"[ ](?:more|less|fewer|higher|lower|greater|larger|bigger|smaller|faster|cheaper|as|the|that|over)(?!\p{L})"
)
