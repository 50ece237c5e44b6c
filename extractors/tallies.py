"""What a bare number counts where its noun stands before it: "the number of joint ventures rose to 23,000"."""

from __future__ import annotations

import regex

from extractors import words
from extractors.nouns import PERSONS, counted, counts_people, singular
from extractors.patterns import trie

_HEADS = "number numbers quantity count fleet total toll population headcount workforce attendance".split()
_OF_PEOPLE = frozenset("toll population headcount workforce attendance".split())
"""Words that count people by themselves ("the population is 19.8 million")."""

_HEAD = regex.compile(rf"(?<!\p{{L}})(?P<head>{trie(_HEADS)})(?!\p{{L}})(?P<of>[ ]of(?=[ ]))?")
_STATES = (
    "to at by of is are was were be been reached reaches reaching exceeded exceeds exceeding passed hit hits totaled "
    "totalled totals equals equaled made numbered surpassed topped crossed stood stands from grew rose fell increased "
    "decreased dropped declined doubled tripled already now only just almost currently approached approaches had has"
).split()
_STATED = regex.compile(rf"(?r)(?:(?<!\p{{L}})(?:{trie(_STATES)})[ ]|[:–-][ ]|[(])(?:(?:an?|the|mark[ ]of)[ ])?")
_STATED_ENDS = frozenset((*_STATES, "a", "an", "the", "of"))
_ARE = frozenset("are were number numbered totaled totalled".split())
"""How those end: a quick look that spares most figures the pattern."""
_PEOPLE_ARE = regex.compile(r"(?r)(?<!\p{L})(?P<noun>\p{L}{3,20}s)[ ](?:are|were|number(?:ed)?|totall?ed)[ ]")
"""People counted by themselves: "Russians were 2.98 million"."""
_EMPLOYING = frozenset("employ employs employed employing".split())
_REACH = 140
"""How many characters before the number its noun may stand."""
_LABEL = regex.compile(r"(?r)(?<=\A|[\n(;.•·*–—])(?P<label>[\p{L}'’ -]{3,70}+)(?:\([^()\n]{1,30}\))?:[ ]")
"""The label of a list's row: "Companies with Russian capital: 20,318"."""
_PAGE = frozenset("view comment like share read photo tag result vote answer rating follower subscriber phone".split())
"""What pages count of themselves: "Views: 1,204"."""


def tallied(text: str, left: int, sentence_start: int) -> str:
    """The noun, in the singular, that a bare number beginning at ``left`` counts, or "".

    >>> tallied("The number of joint ventures rose to 23,000.", 37, 0)
    'joint venture'
    """
    if text.startswith(": ", left - 2):
        return _labelled(text, left) or _headed(text, left, sentence_start)
    led = words.before(text, left)
    if led in _EMPLOYING:
        return "person"
    people = _PEOPLE_ARE.match(text, 0, left, concurrent=False) if led in _ARE else None
    if people is not None and counts_people(text, people.end("noun"), singular(people["noun"])):
        return "person"
    if (led and led not in _STATED_ENDS) or words.near(text, left - _REACH, left).isdisjoint(_HEADS):
        return ""
    return _headed(text, left, sentence_start) if _STATED.match(text, 0, left, concurrent=False) else ""


def _labelled(text: str, left: int) -> str:
    """What a row of a list counts, by the label before its colon: "Joint projects: 143"."""
    row = _LABEL.match(text, 0, left, concurrent=False)
    label = row["label"].strip(" -") if row is not None else ""
    noun = counted(f" {label}", 0)
    if noun is None or noun[0] in _PAGE or any(head in label.lower() for head in ("number", "population")):
        return ""
    return "person" if noun[0] in PERSONS else noun[0]


def _headed(text: str, left: int, sentence_start: int) -> str:
    """What a number is the number of: "the number of flights: 60"."""
    heads = list(_HEAD.finditer(text, max(sentence_start, left - _REACH), left, concurrent=False))
    if not heads or ";" in text[heads[-1].end() : left]:
        return ""
    found = heads[-1]
    if found["head"].lower() in _OF_PEOPLE:
        return "person"
    noun = counted(text, found.end()) if found["of"] else None
    if noun is None or noun[1] > left:
        return ""
    return "person" if noun[0] in PERSONS else singular(noun[0])
