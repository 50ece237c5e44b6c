"""Ordinals of events: "35th visit", "XII Forum", "the meeting … is already the fifth"."""

from __future__ import annotations

import regex

from extractors.drafts import Draft
from extractors.model import Kind
from extractors.nouns import singular
from extractors.numerals import Numeral
from extractors.patterns import trie

EVENTS = (
    "visit visits trip meeting meetings forum summit session sessions congress conference round "
    "rounds anniversary edition package term convocation "
    "exhibition festival plenum assembly games time tour call conversation talks expedition launch "
    "flight exercise exercises consultation dialogue "
    "commission olympiad championship ceremony contract agreement stage sanctions census election elections referendum"
).split()
"""Nouns whose place in an order is a figure."""

_EVENT = regex.compile(rf"(?:[ -](?:St\.|[\p{{L}}&'–-]{{1,24}}+)){{0,6}}?[ -](?P<noun>{trie(EVENTS)})(?!\p{{L}})")
_STOP = regex.compile(
    r"[ ](?:of|in|on|at|by|for|to|and|or|is|was|has|have|had|will|with|that|which|from|after|before|as)[ ]"
)
_PREDICATE = regex.compile(
    r"(?r)(?:\b(?:is|was|be|been|became|become)[ ](?:already[ ]|now[ ]|only[ ])?(?:the|his|her|its|"
    r"their)[ ])(?:already[ ])?"
)
_ENDS = regex.compile(r"[ ]?(?:[.,;:)]|$|\n|[ ](?:in|since|this|for|over|such|so|of)(?!\p{L}))")
_ANY_EVENT = regex.compile(rf"\b(?P<noun>{trie(EVENTS)})(?!\p{{L}})")
_REACH = 160
"""How many characters before "is the fifth" its event may stand."""


def read(text: str, numeral: Numeral) -> Draft | None:
    """An event's place in an order, unit the event's noun, or None; "first" says too little to be a figure."""
    if not numeral.ordinal or (numeral.value == 1 and numeral.words):
        return None
    match = _EVENT.match(text, numeral.end, concurrent=False)
    if (
        match is not None
        and match["noun"] == "time"
        and text[max(0, numeral.start - 2) : numeral.start].lower() == "a "
    ):
        return None  # "he came a second time" only says: again
    if match is not None and not _STOP.search(text, numeral.end, match.start("noun"), concurrent=False):
        noun = singular(match["noun"])
        return Draft(numeral, numeral.start, match.end(), Kind.ORDINAL, noun, noun, 1.0, "ordinal of an event")
    if _PREDICATE.match(text, 0, numeral.start, concurrent=False) and _ENDS.match(text, numeral.end, concurrent=False):
        events = _ANY_EVENT.findall(
            text, max(0, numeral.start - _REACH, text.rfind("\n", 0, numeral.start)), numeral.start, concurrent=False
        )
        if events:
            noun = singular(events[-1])
            return Draft(numeral, numeral.start, numeral.end, Kind.ORDINAL, noun, noun, 1.0, "ordinal as predicate")
    return None
