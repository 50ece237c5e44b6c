"""Whether a figure has happened, is expected, or is aimed at: the last word of that sort before it decides."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

import regex

from extractors.model import Mention, Status
from extractors.passages import Document, Passage
from extractors.phrases import Lexicon, phrases

ACTUAL = """
    reached, amounted, totaled, totalled, exceeded, surpassed, topped, grew, rose, increased, decreased, fell, dropped,
    declined, stood, came to, came close, made up, accounted for, climbed, hit, passed, doubled, tripled, recorded,
    earned, invested, brought, moved, received, sent, delivered, supplied, exported, imported, signed, visited, arrived,
    left, entered, paid, bought, sold, registered, has/have already, already, so far, managed to increase/bring/raise,
    made it possible to, allowed/helped to increase, was already, has/have reached, achieved, gained, lost, slipped,
    narrowed, shrank, expanded, currently, at present, now stands, fulfilled, opened, allocated, created, implemented,
    was/were/been met/reached/exceeded/fulfilled/achieved, the expected/planned/projected/forecasted/promised
"""
FORECAST = """
    expected, expects, expect, expecting, anticipated, anticipates, projected, projects that, forecast, forecasts,
    forecasted, predicts, predicted, predicting, is/are likely, likely to, is/are set to, is/are due to, will, may,
    might, could, should, shall, sees growth, next year,
    can reach/grow/increase/rise/exceed/bring/be, would reach/grow/increase/rise/amount/cost,
    would exceed/be/fall/drop/take/make, is estimated to reach, prospects of, within reach, on track/course to,
    is/are to be/reach/grow/rise/increase/double, in the coming years, in the near future, is/are about to, outlook
"""
TARGET = """
    target, targets, targeted, goal, goals, aim, aims, aimed, aiming, plan/plans/planned/planning to, planned, plan is,
    plan for, yearly/annual/five-year plan, according to the plan, under the plan, intend, intends, intended, intention,
    intentions, instructed, told/ordered/asked to, tasked, task, is/are meant to, agreed to, agree to, ready to,
    seek/seeks/seeking to, strive, strives, striving, pledged, pledges, promised, promises, committed to, wants to,
    want/hope/hopes/wish to, ambition, ambitious, have/has asked for, it is necessary to, must reach/be, need to reach,
    task/goal/aim/plan/target is to,
    benchmark, aspire, aspires, propose/proposes/proposed to, is/are supposed to, envisages, envisage, envisaged,
    provides for, calls for, called for, scheduled, ready to
"""
WISH = """
    to bring/increase/raise/lift/boost/expand/double/triple/reach/grow/push/hit/implement/build/create/attract/invest,
    to achieve/exceed/come/supply/deliver/export/import/allocate/open/launch/scale, bringing/raising/increasing trade
"""
"""Infinitives are a target only where no finite word before them says else ("is expected to reach")."""

BASE = "from the current, compared with/to, up/down from, against, than, instead of, exceeding last"
"""These make a fact of the next figure alone: "from the current $9 billion to $12 billion"."""

SKIPPED = "should/may/could/must be noted/recalled/stressed/emphasized/emphasised/reminded/seen/said"
"""Ways to speak that hold a deciding word and decide nothing."""

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
    is/are expected/projected/forecast/likely, is/are to be, is within reach, within reach,
    will, could, may, might, should
"""

REACH = 110
"""How far before a figure the deciding word may stand, in characters: some eighteen words."""

BEHIND = 26
"""How far behind a figure: "219 billion is the target", "27 joint projects in the region will be built"."""


def _table(**columns: str) -> dict[str, Status]:
    return {phrase: Status(status) for status, cell in columns.items() for phrase in phrases(cell)}


_BEFORE = _table(forecast=FORECAST, target=TARGET, actual=f"{ACTUAL},{ACHIEVED}")
_BEHIND = _table(forecast=FORECAST_BEHIND, target=TARGET_BEHIND)
_DECIDING = _BEHIND | _BEFORE
_WISHES = frozenset(phrases(WISH))
_BASES = frozenset(phrases(BASE))
# "is to be supplied", "to hit": an infinitive has not happened
_SKIPPED = {f"{before} {word}" for before in ("be", "to") for word in phrases(ACTUAL) if " " not in word}
_LEXICON = Lexicon({*_BEFORE, *_BEHIND, *_WISHES, *_BASES, *_SKIPPED, *phrases(SKIPPED)})
_DEADLINE = regex.compile(r"[ ,]{1,2}by (?:the end of |early |mid )?(?P<year>20[0-9]{2})\b")
_BREAK = re.compile("[;:()–]")
_TURNS = frozenset("but while whereas although than meanwhile".split())
"""What ends the reach of a deciding word."""


def place(document: Document) -> list[Status]:
    """The status of each mention, in the order of ``document.mentions``; actual where nothing says otherwise."""
    placed = []
    for passage in document.passages:
        if not passage.mentions:
            continue
        scene = _Scene(document, passage)
        previous = 0
        for mention in passage.mentions:
            placed.append(scene.status(mention, previous))
            previous = mention.end
    return placed


class _Scene:
    """One sentence with the words that tell a status; places are counted from its beginning."""

    def __init__(self, document: Document, passage: Passage) -> None:
        self.base = passage.sentence.start
        self.present = document.published.year if document.published else 0
        self.small, self.vocabulary = passage.small, passage.vocabulary
        self.breaks = [match.start() for match in _BREAK.finditer(self.small)]
        if not _TURNS.isdisjoint(passage.vocabulary):
            self.breaks = sorted([*self.breaks, *(start for start, word in passage.words if word in _TURNS)])
        found = [
            (start, end, phrase)
            for start, end, phrase in _LEXICON.find(passage.small, passage.words)
            if phrase != "may" or passage.written[start] == "m"  # the month has a capital
        ]
        self.before = [(end, _DECIDING[phrase]) for _, end, phrase in found if phrase in _DECIDING]
        self.wishes = [end for _, end, phrase in found if phrase in _WISHES]
        self.bases = [end for _, end, phrase in found if phrase in _BASES]
        self.behind = [(start, _BEHIND.get(phrase, Status.ACTUAL)) for start, _, phrase in found]

    def status(self, mention: Mention, previous: int) -> Status:
        """The status of a mention; ``previous`` is where the mention before it ends.

        The nearest word before the figure in its clause decides, else a word right behind it.
        """
        start, end, previous = mention.start - self.base, mention.end - self.base, previous - self.base
        base = bisect_right(self.bases, start) - 1
        if base >= 0 and self.bases[base] >= previous and start - self.bases[base] <= BEHIND:
            return Status.ACTUAL
        last = bisect_right(self.before, (start, "~")) - 1
        if last >= 0 and self._governs(self.before[last][0], start):
            return self.before[last][1]
        wish = bisect_right(self.wishes, start) - 1
        if wish >= 0 and self._governs(self.wishes[wish], start):
            return Status.TARGET
        following = bisect_left(self.behind, (end, ""))
        if following < len(self.behind):
            word, status = self.behind[following]
            if word - end <= BEHIND and "," not in self.small[end:word] and not self._broken(end, word):
                return status
        deadline = _DEADLINE.match(self.small, end, concurrent=False) if "by" in self.vocabulary else None
        return Status.FORECAST if deadline and int(deadline["year"]) > self.present else Status.ACTUAL

    def _governs(self, word: int, figure: int) -> bool:
        return figure - word <= REACH and not self._broken(word, figure)

    def _broken(self, left: int, right: int) -> bool:
        return bisect_right(self.breaks, right) > bisect_right(self.breaks, left)
