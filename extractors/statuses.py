"""Whether a figure has happened, is expected, or is aimed at: the last word of that sort before it decides."""

from __future__ import annotations

from bisect import bisect_right

import regex

from extractors.indicators import lowered
from extractors.model import Document, Mention, Sentence, Status
from extractors.phrases import GAP, normal, phrase_pattern, phrases

ACTUAL = """
    reached, amounted, totaled, totalled, exceeded, surpassed, topped, grew, rose, increased, decreased, fell,
    dropped, declined, stood, came to, came close, made up, accounted for, climbed, hit, passed, doubled, tripled,
    recorded, earned, invested, brought, moved, received, sent, delivered, supplied, exported, imported, signed,
    visited, arrived, left, entered, paid, bought, sold, registered, has already, have already, already, so far,
    managed to increase, managed to bring, managed to raise, made it possible to, allowed to increase, helped to
    increase, compared with, compared to, up from, down from, was already, has reached, have reached, achieved,
    gained, lost, slipped, narrowed, shrank, expanded, worth, from the current, currently, which is, at present, now
    stands, fulfilled, the expected, the planned, the projected, the forecasted, the promised, had
"""
FORECAST = """
    expected, is expected, are expected, expects, expect, expecting, anticipated, anticipates, projected, is
    projected, projects that, forecast, forecasts, forecasted, predicts, predicted, is likely, are likely, likely
    to, is set to, are set to, is due to, will, may, might, could, should, can reach, can grow, can increase, can
    rise, can exceed, can bring, would reach, would grow, would increase, would rise, would amount, would cost,
    would exceed, would be, would fall, would drop, would take, would allow us to, is estimated to reach, prospects
    of, within reach, on track to, on course to, is to reach, is to grow, are to reach, is to rise, is to increase,
    in the coming years, in the near future, potential, is about to, outlook, believes it will
"""
TARGET = """
    target, targets, targeted, goal, goals, aim, aims, aimed, aiming, plan to, plans to, planned to, planning to,
    planned, is planned, are planned, plan is, plan for, yearly plan, annual plan, according to the plan,
    under the plan, intend, intends, intention, intentions, instructed, told to, tasked, task, task of, to bring, to
    increase, to raise, to lift, to boost, to expand, to double, to triple, to reach, to grow, to push, to scale up,
    bringing trade to, is meant to, are meant to, meant to, agreed to increase, agreed to bring, agreed to raise,
    agreed to double, ready to, seek to, seeks to, strive, strives, striving, pledged, pledges, promised, promises,
    committed to, wants to, want to, hope to, hopes to, ambition, ambitious, have asked for, has asked for, it is
    necessary to, must reach, need to reach, set a benchmark, benchmark, roadmap to, aspire, propose to, proposes
    to, proposed to, is supposed to, are supposed to, scheduled, envisages, envisage, provides for, to implement, to
    build, to create, to attract
"""
ACHIEVED = (
    "reached, exceeded, surpassed, met, hit, beat, fulfilled, achieved, topped, overfulfilled, above, ahead of, over"
)
"""Said of a goal or a forecast, these make it a fact: "exceeded the plan of 20 million tons"."""

REACH = 110
"""How far before a figure the deciding word may stand, in characters: some eighteen words."""

BEHIND = 40
"""How far behind a figure: "219 billion is the target"."""


_STATUS = {
    word: status
    for column, status in ((ACTUAL, Status.ACTUAL), (FORECAST, Status.FORECAST), (TARGET, Status.TARGET))
    for word in phrases(column)
}
_MARKER = phrase_pattern(_STATUS)
_BREAK = regex.compile(r"[;:()]|\s[–-]\s|\b(?:but|while|whereas|although|than|meanwhile)\b")
_AIMS = (
    "plan|target|goal|forecast|expectation|expectations|projection|task|benchmark|planned|expected|targeted|projected"
)
_ACHIEVED = regex.compile(
    rf"\b(?:{'|'.join(phrases(ACHIEVED))}){GAP}(?:(?:the|its|their|this|that|all|initial|annual|yearly){GAP}){{0,2}}+(?:{_AIMS})s?\b"
)
_BEHIND = regex.compile(
    r"""
    [^;:()\n]{0,24}? \b (?:
      (?P<target> is[ ]the[ ](?:target|goal|aim|plan|task) | (?:is|are)[ ](?:planned|targeted)
        | as[ ](?:a|the)[ ](?:goal|target) )
    | (?P<forecast> (?:is|are)[ ](?:expected|projected|forecast|likely|within[ ]reach) | within[ ]reach
        | will | could | may | might )
    ) \b
    """,
    regex.VERBOSE,
)


def place(document: Document) -> list[Status]:
    """The status of each mention, in the order of ``document.mentions``; actual where nothing says otherwise."""
    text = lowered(document.text)
    starts = [sentence.start for sentence in document.sentences]
    scenes: dict[int, _Scene] = {}
    placed = []
    for mention in document.mentions:
        number = max(bisect_right(starts, mention.start) - 1, 0)
        if number not in scenes:
            scenes = {number: _Scene(text, document.sentences[number])}
        placed.append(scenes[number].status(mention))
    return placed


class _Scene:
    """One sentence with the words that tell a status."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text, self.end = text, sentence.end
        self.breaks = [match.start() for match in _BREAK.finditer(text, sentence.start, sentence.end, concurrent=False)]
        achieved = {match.end() for match in _ACHIEVED.finditer(text, sentence.start, sentence.end, concurrent=False)}
        found = list(_MARKER.finditer(text, sentence.start, sentence.end, concurrent=False))
        self.ends = [match.end() for match in found]
        self.found = [Status.ACTUAL if match.end() in achieved else _STATUS[normal(match.group())] for match in found]

    def status(self, mention: Mention) -> Status:
        """What the nearest word before the figure says in its clause; else a word right behind it; else actual."""
        before = bisect_right(self.ends, mention.start) - 1
        if (
            before >= 0
            and mention.start - self.ends[before] <= REACH
            and not self._broken(self.ends[before], mention.start)
        ):
            return self.found[before]
        behind = _BEHIND.match(self.text, mention.end, min(self.end, mention.end + BEHIND), concurrent=False)
        if behind is None:
            return Status.ACTUAL
        return Status.TARGET if behind["target"] else Status.FORECAST

    def _broken(self, left: int, right: int) -> bool:
        return bisect_right(self.breaks, right) > bisect_right(self.breaks, left)
