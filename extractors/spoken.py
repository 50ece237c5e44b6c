"""The times a sentence speaks of: what each means, and what it does there.

A time may be plain ("in 2021"), the base of a comparison ("than in 2022"), a deadline ("by 2030"), open at one end
("since 1991", "over the past 20 years"), the day of a statement ("…, the minister said on April 21") or just "now".
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import regex

from extractors import words
from extractors.clauses import Clauses
from extractors.model import Kind, Mention, Time, YearBasis
from extractors.passages import Document, Passage
from extractors.resolving import UNDATED, Dated, resolve

NOW = frozenset({"today", "now", "currently", "nowadays", "at present", "at the moment", "at the present moment"})
"""Words that make a figure the publication year's."""
REACH = 6
"""How many sentences of a paragraph a time carries on."""
NO_SENTENCE = -99


class Role(StrEnum):
    """What a time does in its sentence."""

    PLAIN = "plain"
    BASE = "base"
    DEADLINE = "deadline"
    OPEN = "open"
    REPORT = "report"
    NOW = "now"


@dataclass(slots=True)
class Spoken:
    """A time of the sentence with its meaning and role.

    ``owner`` is the index of the mention it stands right behind ("$28.2 billion in 2022"), ``digression`` marks a
    step aside that the next sentence does not follow ("a year earlier").
    """

    start: int
    end: int
    dated: Dated
    role: Role
    clause: int
    parenthesis: tuple[int, int] | None
    owner: int | None = None
    digression: bool = False


@dataclass(slots=True)
class Narrative:
    """The time that the sentences before have set.

    ``latest`` is the one with the latest year in the paragraph, to which a present returns after a look back;
    ``stated`` the last year stated anywhere.
    """

    dated: Dated = UNDATED
    cue: str = ""
    sentence: int = NO_SENTENCE
    paragraph: int = NO_SENTENCE
    alone: bool = False
    latest: tuple[Dated, str] = (UNDATED, "")
    stated: int | None = None

    def set(self, dated: Dated, cue: str, sentence: int, paragraph: int, *, alone: bool) -> None:
        """From here on this time is spoken of; ``alone`` if its sentence is a paragraph of its own."""
        latest = self.latest[0].year if paragraph == self.paragraph else None
        if latest is None or (dated.year is not None and dated.year >= latest):
            self.latest = dated, cue
        self.dated, self.cue, self.sentence, self.paragraph, self.alone = dated, cue, sentence, paragraph, alone

    def reaches(self, sentence: int, paragraph: int) -> bool:
        """Whether it still holds: in the same paragraph, or in the next where each sentence is a paragraph."""
        if not self.cue:
            return False
        if paragraph == self.paragraph:
            return sentence - self.sentence <= REACH
        return self.alone and paragraph == self.paragraph + 1 and sentence == self.sentence + 1

    def borders(self, sentence: int, paragraph: int) -> bool:
        """Whether it was set in the paragraph before, for figures that go on with the same statistics."""
        return bool(self.cue) and paragraph == self.paragraph + 1 and sentence - self.sentence <= REACH


_S = r"[\s\u00a0]{1,3}"
_PAST_VERBS = frozenset("was were had did said told came rose fell grew went made took held met began left".split())
_FUTURE_VERBS = frozenset(
    "will would shall due plan plans planned expected expect expects scheduled upcoming intends".split()
)
_FUTURE_BEFORE_TO = frozenset("is are set".split())
_VERBS = _PAST_VERBS | _FUTURE_VERBS | _FUTURE_BEFORE_TO
_BY = regex.compile(
    rf"""(?r) \b (?: [Bb]y | [Bb]efore | [Ll]ater{_S}than | to )
    (?:{_S}the)? (?:{_S}end{_S}of)? (?:{_S}the)? {_S}""",
    regex.VERBOSE,
)
_OPEN = regex.compile(
    rf"""(?r) \b (?: [Ss]ince | [Aa]fter | [Bb]efore | [Uu]ntil | [Tt]ill | [Uu]p{_S}to | [Tt]hrough | [Pp]rior{_S}to
    | (?:[Ss]tarting|[Bb]eginning) (?:{_S}(?:from|in|with))? ) (?:{_S}the)? {_S}""",
    regex.VERBOSE,
)
_TO_NOW = regex.compile(rf"{_S}(?:to{_S}(?:the{_S}present|now|date|today|this{_S}day)|onwards?)\b")
_SAYING = (
    "said|says|told|announced|stated|noted|reported|warned|declared|informed|wrote|added|emphasi[sz]ed|stressed|recalled"
    "|claimed|confirmed|commented|remarked|explained|published"
)
_SAID_BEFORE = regex.compile(
    rf"(?r)\b(?:{_SAYING})(?<!(?:was|were|been){_S}declared)\b[^.;:()0-9\n]{{0,40}}?"
    rf"(?:{_S}(?:on|at|in|during|for))?(?:{_S}(?:the|their|a|an))?{_S}"
)
_SAID_AFTER = regex.compile(
    rf",?{_S}[^.;:()0-9\n]{{0,60}}?\b(?:said|told|announced|stated|noted|reported|warned|declared|informed)\b"
)
_PREPOSITIONS = "On|In|By|At|Since|From|Until|Before|After|The|During|Through"
_DATELINE_BEFORE = regex.compile(
    rf"(?!(?:{_PREPOSITIONS})\b)(?:\p{{Lu}}[\p{{L}}.’'-]{{1,20}}[ ]?){{1,3}}[,.]?\s?"
    r"(?:\p{Lu}\p{L}{2,12}[,.]?\s)?[(/–—-]?\s?"
)
_WORD = regex.compile(r"\b\p{Ll}{3,}+")
_WINDOW = regex.compile(rf"(?r)\b(?:past|last|recent|previous|coming|next|preceding){_S}")
_WITHIN = regex.compile(rf"(?r)\b(?:[Oo]ver|[Ii]n|[Ww]ithin|[Dd]uring)(?:{_S}(?:the|these|those|just|about|only))?{_S}")
_NO_LINK = (
    "before|after|than|from|against|versus|compared|to|and|or|but|since|while|by|until|with|is|was|were|are|will"
    "|has|have|had"
)
_ATTACHED = regex.compile(
    rf"""
    (?: {_S}? \([^()\n]{{1,80}}\) )?
    (?: {_S} (?!(?:{_NO_LINK})\b) [\p{{L}}’'-]{{1,20}} ){{0,4}}?
    (?: {_S} (?:of|in|for|during|over|by|until|since|from|on|at|as{_S}of|through) (?:{_S}end{_S}of)? )?
    (?: {_S} (?:the|a|all(?:{_S}of)?|whole(?:{_S}of)?|entire
        |(?:the{_S})?(?:same|corresponding){_S}(?:period|months?){_S}(?:of|in|last)) ){{0,2}}
    (?: {_S} | {_S}?[(] )
    """,
    regex.VERBOSE,
)


_LATELY = timedelta(days=100)
"""Days and months so near to publication are this year's even in a tale of old."""
_BEGINNINGS = ("beginning", "start", "early", "the beginning", "the start")
"""Of these the first day tells whether they lie ahead: "by the beginning of 2023" in March."""
_NEAR, _OPENED = 120, 5
"""How far behind its figure a time may stand, and how far if a parenthesis opens: "$28 billion (in 2022)"."""


class Listener:
    """Hears the times of one sentence."""

    def __init__(
        self, document: Document, passage: Passage, clauses: Clauses, narrative: Narrative, figures: list[int]
    ) -> None:
        self.text, self.published, self.mentions = document.text, document.published, document.mentions
        self.passage, self.sentence = passage, passage.sentence
        self.clauses, self.narrative, self.figures = clauses, narrative, figures

    def hear(self, *, inherits: bool, same_paragraph: bool) -> list[Spoken]:
        """The sentence's times, resolved one after the other, and windows among its figures ("the past 20 years")."""
        times = self.passage.times
        verbs = self._verbs() if times else []
        told = inherits and same_paragraph and self.narrative.dated.basis is YearBasis.STATED
        year = self.narrative.dated.year if inherits else None
        heard = []
        for time in times:
            context = year if year is not None or self.published is not None else self.narrative.stated
            goes_on = told and self._goes_on(time, context)
            before = bisect_left(verbs, (time.start, False))
            future = bool(verbs) and verbs[max(before - 1, 0)][1]
            dated = resolve(time.when, self.published, context, future=future, goes_on=goes_on)
            if dated.year is not None and not time.is_base:
                year = dated.year
            if time.when.year is not None and dated.year is not None:
                self.narrative.stated = dated.year
            digression = time.when.from_context and bool(time.when.shift) and (time.when.shift or 0) < 0
            heard.append(self._spoken(time.start, time.end, dated, self._role(time, dated), digression=digression))
        for i in self.figures:
            mention = self.mentions[i]
            if mention.kind is Kind.DURATION and self._is_window(mention):
                heard.append(self._spoken(mention.start, mention.end, UNDATED, Role.OPEN))
        heard.sort(key=lambda spoken: spoken.start)
        self._attach(heard)
        return heard

    def _verbs(self) -> list[tuple[int, bool]]:
        """Where the verbs of the sentence stand, and whether they speak of things to come."""
        base, written = self.sentence.start, self.passage.written
        verbs = []
        for start, word in [hit for hit in self.passage.words if hit[1] in _VERBS or hit[1][-2:] == "ed"]:
            if not written.startswith(word, start):  # "Will" is a name
                continue
            future = word in _FUTURE_VERBS or (
                word in _FUTURE_BEFORE_TO and words.after(written, start + len(word)) == "to"
            )
            to_come = word.endswith("ed") and words.before(written, start) == "be"  # "will be opened in May"
            if not to_come and (future or word in _PAST_VERBS or (word.endswith("ed") and 4 <= len(word) <= 18)):
                verbs.append((base + start, future))
        return verbs

    def _spoken(self, start: int, end: int, dated: Dated, role: Role, *, digression: bool = False) -> Spoken:
        where = self.clauses.number(start), self.clauses.parenthesis(start)
        return Spoken(start, end, dated, role, *where, digression=digression)

    def _goes_on(self, time: Time, context: int | None) -> bool:
        """Whether days and months without year are those of the year spoken of: "In March alone", or a tale of old."""
        if self.text.startswith((" alone", " that year"), time.end):
            return True
        if context is None or self.published is None or context >= self.published.year - 1:
            return False
        last = resolve(time.when, self.published, None, future=False).end
        return last is not None and not abs(self.published - last) < _LATELY

    def _role(self, time: Time, dated: Dated) -> Role:
        text, start = self.text, time.start
        low = max(self.sentence.start, start - 60)
        cue = text[start : time.end].lower()
        if time.is_base:
            return Role.BASE
        if cue in NOW:
            return Role.NOW
        last = dated.start if cue.startswith(_BEGINNINGS) else dated.end
        ahead = self.published is None or last is None or last > self.published
        if ahead and _BY.match(text, low, start, concurrent=False):
            return Role.DEADLINE
        # "after 11 months" is the year so far
        if not cue.endswith("months") and _OPEN.match(text, low, start, concurrent=False):
            return Role.OPEN
        if _TO_NOW.match(text, time.end, concurrent=False):
            return Role.OPEN
        is_day = (dated.start is not None and dated.start == dated.end) or cue.endswith("day")
        return Role.REPORT if is_day and (self._is_dateline(time) or self._is_report(time, low)) else Role.PLAIN

    def _is_report(self, time: Time, low: int) -> bool:
        """Whether the day is that of a statement ("…, the premier said on April 21"), not of what is told."""
        if _SAID_BEFORE.match(self.text, low, time.start, concurrent=False):
            return True
        begins = time.start - self.sentence.start <= 4
        high = min(self.sentence.end, time.end + 90)
        return begins and _SAID_AFTER.match(self.text, time.end, high, concurrent=False) is not None

    def _is_dateline(self, time: Time) -> bool:
        """Whether a day is the article's own: "ASTANA, September 25.", or a line with nothing else."""
        if _DATELINE_BEFORE.fullmatch(self.text, self.sentence.start, time.start, concurrent=False):
            return True
        return not _WORD.search(self.text, self.sentence.start, time.start, concurrent=False) and not _WORD.search(
            self.text, time.end, self.sentence.end, concurrent=False
        )

    def _is_window(self, mention: Mention) -> bool:
        """Whether a duration is a time without a year: "in the past 20 years", "over five years"."""
        if self.text[mention.start : mention.end].split()[0].lower() in {"past", "last"}:
            return True
        low = max(self.sentence.start, mention.start - 18)
        if _WINDOW.match(self.text, low, mention.start, concurrent=False):
            return True
        years = mention.unit in {"year", "decade"} and mention.value != 1
        return years and _WITHIN.match(self.text, low, mention.start, concurrent=False) is not None

    def _attach(self, heard: list[Spoken]) -> None:
        """Give each time to the figure it stands right behind, parentheses passed over."""
        for spoken in heard:
            before = [i for i in self.figures if self.mentions[i].end <= spoken.start]
            if spoken.parenthesis is None:
                before = [i for i in before if self.clauses.parenthesis(self.mentions[i].start) is None] or before
            if not before or spoken.role is Role.BASE:
                continue
            end = self.mentions[before[-1]].end
            opened = spoken.parenthesis is not None and spoken.parenthesis[0] >= end
            near = spoken.start - end <= (_OPENED if opened or spoken.role is Role.NOW else _NEAR)
            if near and _ATTACHED.fullmatch(self.text, end, spoken.start, concurrent=False):
                spoken.owner = before[-1]
