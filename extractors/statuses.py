"""Whether a figure has happened, is expected, or is aimed at: the last word of that sort before it decides."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import regex

from extractors.model import Document, Mention, Sentence, Status
from extractors.nearness import by_sentence
from extractors.phrases import Lexicon, lowered, phrases

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
ACHIEVED = """
    reached/exceeded/surpassed/met/hit/beat/fulfilled/achieved/topped/overfulfilled/above/over
        the/its/their/this/annual/yearly plan/target/goal/forecast/expectations/task/benchmark/mark,
    reached/exceeded/surpassed/met/hit/beat/fulfilled/achieved/topped expectations/forecasts/plans/targets,
    ahead of the/its/their/this plan/target/goal/forecast/schedule,
    reached/exceeded/met/hit/topped the planned/expected/targeted/projected/promised/forecast
"""
"""Said of a goal or a forecast, these make it a fact: "exceeded the plan of 20 million tons"."""

TARGET_BEHIND = """
    is the target/goal/aim/plan/task, is/are planned/targeted, as the/a target/goal, was the target/goal/plan,
    were planned, was planned, has been set as, is the benchmark
"""
FORECAST_BEHIND = """
    is/are expected/projected/forecast/likely, is within reach, within reach, will, could, may, might, should, expected
"""

REACH = 110
"""How far before a figure the deciding word may stand, in characters: some eighteen words."""

BEHIND = 26
"""How far behind a figure: "219 billion is the target", "27 joint projects in the region will be built"."""


def _table(**columns: str) -> dict[str, Status]:
    return {phrase: Status(status) for status, cell in columns.items() for phrase in phrases(cell)}


_BEFORE = _table(forecast=FORECAST, target=TARGET, actual=f"{ACTUAL},{ACHIEVED}")
_BEHIND = _table(forecast=FORECAST_BEHIND, target=TARGET_BEHIND)
_LEXICON = Lexicon(_BEFORE | _BEHIND)
_BREAK = regex.compile(r"[;:()–]|\b(?:but|while|whereas|although|than|meanwhile)\b")


def place(document: Document) -> list[Status]:
    """The status of each mention, in the order of ``document.mentions``; actual where nothing says otherwise."""
    placed = []
    for number, mentions in by_sentence(document):
        scene = _Scene(document.text, document.sentences[number])
        placed += [scene.status(mention) for mention in mentions]
    return placed


class _Scene:
    """One sentence with the words that tell a status; places are counted from its beginning."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.base = sentence.start
        self.small = lowered(text[sentence.start : sentence.end].replace(" May ", " ... "))  # the month says nothing
        self.breaks = [match.start() for match in _BREAK.finditer(self.small, concurrent=False)]
        found = list(_LEXICON.find(self.small))
        self.before = [(end, _BEFORE[phrase]) for _, end, phrase in found if phrase in _BEFORE]
        self.behind = [(start, _BEHIND.get(phrase, Status.ACTUAL)) for start, _, phrase in found]

    def status(self, mention: Mention) -> Status:
        """What the nearest word before the figure says in its clause; else a word right behind it; else actual."""
        start, end = mention.start - self.base, mention.end - self.base
        last = bisect_right(self.before, (start, "~")) - 1
        if last >= 0:
            word, status = self.before[last]
            if start - word <= REACH and not self._broken(word, start):
                return status
        following = bisect_left(self.behind, (end, ""))
        if following < len(self.behind):
            word, status = self.behind[following]
            if word - end <= BEHIND and "," not in self.small[end:word] and not self._broken(end, word):
                return status
        return Status.ACTUAL

    def _broken(self, left: int, right: int) -> bool:
        return bisect_right(self.breaks, right) > bisect_right(self.breaks, left)
