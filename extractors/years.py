"""Which year a figure speaks about: its own date's, else its clause's, its sentence's, or that of the sentences before.

Each figure looks for a time that may speak about it, from near to far.  What is found nowhere stays without year; the
publication date alone never gives one.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import regex

from extractors import earlier_values, words
from extractors.clauses import clauses
from extractors.model import CALENDAR_KINDS, Kind, Mention, Source, Status, YearBasis
from extractors.passages import Document, Passage
from extractors.placed_years import NO_YEAR, PlacedYear, date_headline
from extractors.resolving import UNDATED, Dated, earlier
from extractors.spoken import Listener, Narrative, Role, Spoken
from extractors.standing import FLOWS, NEVER_INHERIT, RECENT, STANDING, STANDING_UNITS
from extractors.tenses import BEFORE_EVENT, HAVE, PAST, PERFECT, PRESENT, STANDS, TO_BE, Tense

_LEADS = 24
"""How far behind "tripled to" its level may begin, hedges between."""
_REVISED = 60
"""How far before a figure the forecast it revises may be named."""
_OPENING = 12
"""How far into a parenthesis its first figure may begin: "(almost 1.67 million)"."""


def place(document: Document, indicators: list[str], statuses: list[Status]) -> list[PlacedYear]:
    """The year of each mention, in the order of ``document.mentions``.

    ``indicators`` and ``statuses`` are those of the mentions: standing things and aims take no year from afar.
    """
    placed = [NO_YEAR] * len(document.mentions)
    narrative = Narrative()
    first = 0
    for passage in document.passages:
        figures = range(first, first + len(passage.mentions))
        first = figures.stop
        if not passage.sentence.furniture:
            scene = _Scene(document, indicators, statuses, placed, narrative, passage, figures)
            scene.place()
            scene.hand_on()
    date_headline(document, statuses, placed)
    return placed


_S = r"[\s\u00a0]{1,3}"
_OFFSET = regex.compile(rf"{_S}(?:after|before|later|earlier|ago|from{_S}now)\b")
_POSSESSED = regex.compile(
    rf"['’]s{_S}(?:\p{{Ll}}{{3,14}}{_S}){{0,2}}\p{{Ll}}{{3,14}}{_S}of{_S}(?:\p{{Ll}}{{4,6}}{_S})?"
)
_OF_THESE = tuple(f"{of} {these}" for of in ("Of", "Among") for these in ("these", "them", "those"))
_FRAME = regex.compile(
    rf"[\s,;:–—-]{{0,3}}(?:(?:and|but|while|whereas|so|yet){_S})?(?:(?:already|then|also|now){_S})?"
    rf"(?:(?:in|on|for|over|during|from|at|since|within){_S})?(?:the{_S})?",
    regex.IGNORECASE,
)
_NEW_VERB = regex.compile(r"\band (?:to|will|would|is|are|was|were|has|have|had|should|can|\p{L}{2,16}ed)\b")
_MARGIN = regex.compile(r"\b[Mm]argin of error|\b[Ss]tatistical error")

_MARGIN_NEEDS = frozenset(("margin", "statistical"))


class _Scene:
    """One sentence: its figures, its times, and what was said before."""

    def __init__(
        self,
        document: Document,
        indicators: list[str],
        statuses: list[Status],
        placed: list[PlacedYear],
        narrative: Narrative,
        passage: Passage,
        mentions: range,
    ) -> None:
        self.text, self.published, self.mentions = document.text, document.published, document.mentions
        self.indicators, self.statuses, self.placed = indicators, statuses, placed
        self.narrative, self.passage, self.sentence, self.all = narrative, passage, passage.sentence, mentions
        self.number, self.paragraph = passage.number, passage.paragraph
        self.inherits = narrative.reaches(self.number, self.paragraph)
        self.borders = narrative.borders(self.number, self.paragraph)
        self.figures = [i for i in mentions if document.mentions[i].kind not in CALENDAR_KINDS]
        self.clauses = clauses(passage)
        self.listener = Listener(document, passage, self.clauses, narrative, self.figures)
        self.spoken: list[Spoken] = []
        self.heard: dict[tuple[Tense, int], bool] = {}  # whether words stand in a clause

    def place(self) -> None:
        """Give each mention of the sentence its year; earlier values of comparisons after the later ones."""
        same = self.narrative.paragraph == self.paragraph
        self.spoken = self.listener.hear(inherits=self.inherits, same_paragraph=same)
        priors = []
        for i in self.all:
            mention = self.mentions[i]
            if mention.kind in CALENDAR_KINDS:
                self.placed[i] = self._calendar(mention)
            elif self._is_prior(i) and not self._own(i):
                priors.append(i)
            else:
                self.placed[i] = self._figure(i)
        for i in priors:
            self.placed[i] = self._prior(i)
        self._follow_levels()
        if "respectively" in self.passage.vocabulary:
            self._pair_in_turn()

    def _follow_levels(self) -> None:
        """Give a multiple the year of the level it leads to: "is to triple to $30bn by 2030"."""
        for i, j in pairwise(self.figures):
            change, level = self.mentions[i], self.mentions[j]
            leads = change.kind is Kind.RATIO and level.start - change.end < _LEADS
            if leads and self._own(j) and self.text.startswith(" to ", change.end):
                self.placed[i] = self.placed[j]

    def _pair_in_turn(self) -> None:
        """ "$26.1 billion and $27 billion in 2022 and 2023, respectively": the first with the first."""
        times = [s for s in self.spoken if s.role is Role.PLAIN and s.dated.year is not None]
        if len(times) < 2 or len(self.figures) < len(times):
            return
        before = [i for i in self.figures if self.mentions[i].end <= times[0].start]
        behind = [i for i in self.figures if self.mentions[i].start >= times[-1].end]
        row = before[-len(times) :] if len(before) >= len(times) else behind[: len(times)]
        if len(row) == len(times) and len({self.mentions[i].unit for i in row}) == 1:
            for i, spoken in zip(row, times, strict=True):
                self.placed[i] = self._as(spoken, Source.CLAUSE)

    def hand_on(self) -> None:
        """Tell the sentences to come which time is spoken of: the last one that is not a step aside."""
        for spoken in reversed(self.spoken):
            aside = spoken.parenthesis is not None and not self._is_note(spoken)
            aside = aside or any(self._is_possessed(spoken, i) for i in self.figures)
            opens = spoken.role is Role.OPEN and not self._is_this_year(spoken)  # "tenfold since 2019"
            plain = spoken.role in (Role.PLAIN, Role.OPEN) and not opens and not aside and not spoken.digression
            if (
                plain
                and not self._is_ahead(spoken)
                and not self._owned_by_base(spoken)
                and not self._dates_aims(spoken)
            ):
                start, end = self.sentence.start, self.sentence.end
                alone = (not start or "\n" in self.text[max(0, start - 3) : start]) and "\n" in self.text[end : end + 3]
                cue = self.text[spoken.start : spoken.end]
                self.narrative.set(spoken.dated, cue, self.number, self.paragraph, alone=alone)
                return
        if any(self.placed[i].source is Source.BEFORE for i in self.figures):
            self.narrative.sentence, self.narrative.paragraph = self.number, self.paragraph

    def _dates_aims(self, spoken: Spoken) -> bool:
        """Whether all figures of its clause are aims or forecasts, which the tale does not follow."""
        inside = [i for i in self.figures if self.clauses.number(self.mentions[i].start) == spoken.clause]
        return bool(inside) and all(self.statuses[i] is not Status.ACTUAL for i in inside)

    def _calendar(self, mention: Mention) -> PlacedYear:
        for spoken in self.spoken:
            if spoken.start <= mention.start < spoken.end:
                return self._as(spoken, Source.OWN, calendar=True)
        return NO_YEAR

    def _figure(self, i: int) -> PlacedYear:
        mention = self.mentions[i]
        own = self._own(i)
        if own:
            return self._as(own, Source.OWN)
        if mention.kind is Kind.LENGTH and "-" in self.text[mention.start : mention.end]:
            return NO_YEAR  # "the 7,500-kilometre border"
        if mention.kind is Kind.DURATION and _OFFSET.match(self.text, mention.end, concurrent=False):
            return NO_YEAR
        if self._has(BEFORE_EVENT.needs) and BEFORE_EVENT.pattern.match(self.text, mention.end + 1, concurrent=False):
            return NO_YEAR
        beside = self._beside(i)
        if beside is not None:
            return self.placed[beside]
        here = self._in_clause(i)
        if here:
            return self._as(here, Source.CLAUSE)
        if self.statuses[i] is not Status.ACTUAL or self._is_timeless(mention):
            return NO_YEAR
        there = self._in_sentence(i)
        if there:
            return self._as(there, Source.SENTENCE)
        inherited = self._inherited(i)
        return inherited if inherited.year is not None else self._after_base(i)

    def _after_base(self, i: int) -> PlacedYear:
        """The year after the one compared with, if that is the latest: "a harvest of 12 million, 26% down on 2022"."""
        bases = [s for s in self.spoken if s.role is Role.BASE and s.dated.basis is YearBasis.STATED]
        if len(bases) != 1 or self.published is None or self.mentions[i].kind in NEVER_INHERIT - {Kind.AREA}:
            return NO_YEAR
        dated = earlier(bases[0].dated, -1)
        if dated.year is None or not 0 <= self.published.year - dated.year <= 1:
            return NO_YEAR
        cue = self.text[bases[0].start : bases[0].end]
        return PlacedYear(dated.year, YearBasis.RELATIVE, Source.SENTENCE, cue, dated.start, dated.end)

    def _own(self, i: int) -> Spoken | None:
        """The time right behind the figure, or right before the parenthesis it opens: "than in 2022 (1.67 million)"."""
        inside = self.clauses.parenthesis(self.mentions[i].start)
        if inside and self.mentions[i].start - inside[0] < _OPENING:
            opened = next((s for s in self.spoken if s.end <= inside[0] <= s.end + 1), None)
            if opened:
                return opened
        possessed = next((s for s in self.spoken if self._is_possessed(s, i)), None)
        return possessed or next((s for s in self.spoken if s.owner == i and self._may_speak(s, i)), None)

    def _is_possessed(self, spoken: Spoken, i: int) -> bool:
        """Whether a figure is a time's own: "last year's record of $27 billion"."""
        if not self.text.startswith(("'s ", "’s "), spoken.end):
            return False
        return _POSSESSED.fullmatch(self.text, spoken.end, self.mentions[i].start, concurrent=False) is not None

    def _beside(self, i: int) -> int | None:
        """The figure that a figure in parentheses repeats in other units: "716 billion rubles ($8.7 billion)"."""
        inside = self.clauses.parenthesis(self.mentions[i].start)
        at = self.figures.index(i)
        if not inside or not at or any(s.parenthesis == inside for s in self.spoken):
            return None
        before = self.mentions[self.figures[at - 1]]
        repeats = before.start > inside[0] or not self.text[before.end : inside[0]].strip()
        return self.figures[at - 1] if repeats else None

    def _in_clause(self, i: int) -> Spoken | None:
        """The nearest time before the figure in its clause, else what "when" takes up, else the nearest behind it."""
        start = self.mentions[i].start
        clause, inside = self.clauses.number(start), self.clauses.parenthesis(start)
        near = [
            s for s in self.spoken if s.clause == clause and s.parenthesis in (None, inside) and self._may_speak(s, i)
        ]
        before = [s for s in near if s.start < start]
        if before:
            return before[-1]
        attributive = self.mentions[i].kind is Kind.LENGTH  # "the 1,511 km line moved 60 mln tonnes in 2021"
        behind = [
            s
            for s in near
            if s.owner == i
            or not (attributive or self._is_of_aside(i, s) or self._passes(_NEW_VERB, self.mentions[i].end, s.start))
        ]
        return self._when_clause(clause) or (behind[0] if behind else self._in_parentheses(i, clause))

    def _is_of_aside(self, i: int, spoken: Spoken) -> bool:
        """Whether a time belongs to what a figure is by other count: "80% of its oil, or 53 mln tonnes last year"."""
        if spoken.owner is None:
            return False
        return ", or " in self.text[self.mentions[i].end : self.mentions[spoken.owner].start]

    def _in_parentheses(self, i: int, clause: int) -> Spoken | None:
        """The year in parentheses behind an earlier figure of the clause: "$27.1 bn (2024), +2.9%"."""
        start = self.mentions[i].start
        told = [s for s in self.spoken if s.clause == clause and s.end <= start and self._is_note(s)]
        return told[-1] if told else None

    def _is_note(self, spoken: Spoken) -> bool:
        """Whether a time stands in parentheses for the figure before them: "$27.1 bn (2024)"."""
        owner, inside = spoken.owner, spoken.parenthesis
        if owner is None or inside is None or spoken.role is not Role.PLAIN or self._owned_by_base(spoken):
            return False
        return self.mentions[owner].end <= inside[0]

    def _has(self, needs: frozenset[str]) -> bool:
        return not needs.isdisjoint(self.passage.vocabulary)

    def _passes(self, pattern: regex.Pattern[str], start: int, end: int) -> bool:
        return pattern.search(self.text, start, end, concurrent=False) is not None

    def _when_clause(self, clause: int) -> Spoken | None:
        """The time that a clause with "when" takes up: "in November 2022, when 8.3% did"."""
        start = self.clauses.starts[clause]
        if not self.text[start : start + 8].lstrip(", ").startswith("when"):
            return None
        return next((s for s in self.spoken if s.end == start), None)

    def _in_sentence(self, i: int) -> Spoken | None:
        """A time of another clause, of the ones before first; an aim in between closes the times before it."""
        start = self.mentions[i].start
        plain = [
            s
            for s in self.spoken
            if s.role in (Role.PLAIN, Role.OPEN)
            and s.parenthesis is None
            and not self._owned_by_base(s)
            and not self._is_of_aside(i, s)
        ]
        before = [s for s in plain if s.start < start]
        if not before:
            if self._clause_has(PRESENT, self.mentions[i]) and not self._clause_has(PAST, self.mentions[i]):
                return None
            done = [s for s in plain if s.role is Role.PLAIN and not self._is_ahead(s) and not self._opens_clause(s)]
            return done[0] if done else None
        between = [j for j in self.figures if before[-1].end <= self.mentions[j].start < start]
        closed = any(self.statuses[j] is not Status.ACTUAL for j in between)
        return None if closed else before[-1]

    def _opens_clause(self, spoken: Spoken) -> bool:
        """Whether a time frames a clause of its own: "it rose, and in the first quarter it fell"."""
        start = self.clauses.starts[spoken.clause]
        return _FRAME.fullmatch(self.text, start, spoken.start, concurrent=False) is not None

    def _is_ahead(self, spoken: Spoken) -> bool:
        """Whether a time begins after publication or, open, ends there: "until the end of the year"."""
        day = spoken.dated.end if spoken.role is Role.OPEN else spoken.dated.start
        return self.published is not None and day is not None and day > self.published

    def _inherited(self, i: int) -> PlacedYear:
        """The year that the sentences before have set."""
        mention, dated = self.mentions[i], self.narrative.dated
        if mention.kind in NEVER_INHERIT or dated.year is None:
            return NO_YEAR
        if not self.inherits and not (self.borders and self._is_same_statistics(i, dated.year)):
            return NO_YEAR
        cue = self.narrative.cue
        if not self._clause_has(PAST, mention) and not self._is_part_of_told():
            counted = mention.kind is Kind.COUNT and self._clause_has(HAVE, mention)
            if counted or self.indicators[i] in STANDING or self._clause_has(STANDS, mention):
                return NO_YEAR
            dated, cue = self.narrative.latest  # a present returns from a look back: "In 2019 … . Now it is …"
            old = self.published is not None and dated.year is not None and dated.year < self.published.year - 1
            if old and self._clause_has(PRESENT, mention):
                return NO_YEAR
        return PlacedYear(dated.year, YearBasis.CONTEXT, Source.BEFORE, cue, dated.start, dated.end)

    def _is_part_of_told(self) -> bool:
        """Whether the sentence breaks up what was counted before: "Of these, 14 million are Kazakhs"."""
        return self.text.startswith(_OF_THESE, self.sentence.start)

    def _is_same_statistics(self, i: int, year: int) -> bool:
        """Whether a paragraph goes on with the flows of a recent year: "Exports made up $11.9 billion"."""
        recent = self.published is None or year >= self.published.year - RECENT
        told = recent and self.indicators[i] in FLOWS
        return told and self._passes(PAST.pattern, self.sentence.start, self.sentence.end)

    def _is_timeless(self, mention: Mention) -> bool:
        """Whether the clause has a time that no calendar names: "has doubled", "before the unrest", "is to be"."""
        if self._has(_MARGIN_NEEDS) and _MARGIN.search(self.text, self.sentence.start, mention.start, concurrent=False):
            return True
        clause = self.clauses.number(mention.start)  # "compared to 2017, exports have grown"
        compared = any(s.role is Role.BASE and s.clause == clause for s in self.spoken)
        return any(self._clause_has(tense, mention) for tense in (PERFECT, BEFORE_EVENT, TO_BE)[compared:])

    def _clause_has(self, tense: Tense, mention: Mention) -> bool:
        if tense.needs and tense.needs.isdisjoint(self.passage.vocabulary):
            return False
        clause = self.clauses.number(mention.start)
        if (tense, clause) not in self.heard:
            self.heard[tense, clause] = self._passes(tense.pattern, *self.clauses.span(clause, self.sentence.end))
        return self.heard[tense, clause]

    def _may_speak(self, spoken: Spoken, i: int) -> bool:
        """Whether a time may date the figure: aims need a time to come, and "now" says nothing of standing numbers."""
        if spoken.role in (Role.BASE, Role.REPORT) or self._owned_by_base(spoken, but=i):
            return False
        mention = self.mentions[i]
        if spoken.role is Role.NOW:
            apart = spoken.start > mention.end and "," in self.text[mention.end : spoken.start]
            return not apart and mention.unit not in STANDING_UNITS
        if self.statuses[i] is Status.ACTUAL:
            return spoken.owner == i or (
                spoken.role is not Role.DEADLINE and not self._is_past_of_perfect(spoken, mention)
            )
        if spoken.owner not in (None, i):
            return False
        if spoken.role is Role.DEADLINE or spoken.dated.year is None:
            return True
        if spoken.dated.basis is YearBasis.CONTEXT:  # "the yearly plan", but no aim for "a year later"
            return not spoken.digression
        return spoken.owner == i if self.published is None else spoken.dated.year >= self.published.year

    def _is_past_of_perfect(self, spoken: Spoken, mention: Mention) -> bool:
        """Whether a perfect parts the figure from a past year: "signed in 2005 and 4,500 have been installed"."""
        year = spoken.dated.year
        if spoken.role is not Role.PLAIN or year is None or spoken.end > mention.start:
            return False
        if self.published is None or year >= self.published.year:
            return False
        return self._passes(PERFECT.pattern, spoken.end, min(self.sentence.end, mention.end + 40))

    def _owned_by_base(self, spoken: Spoken, but: int | None = None) -> bool:
        return spoken.owner is not None and spoken.owner != but and self._is_prior(spoken.owner)

    def _is_prior(self, i: int) -> bool:
        """Whether it is the earlier value of a comparison: "from 6.8 to 8.3", "against $5 billion", "72.7% before"."""
        mention = self.mentions[i]
        low, led = max(self.sentence.start, mention.start - 60), words.before(self.text, mention.start)
        if earlier_values.is_compared(self.text, low, mention, self.sentence.end, led):
            return True
        at = self.figures.index(i)
        told = self.figures[at - 1] if at else i
        if at and earlier_values.goes_on(self.text, self.mentions[told], mention, led) and self._is_prior(told):
            return True
        return earlier_values.is_from(self.text, low, mention, led) and self._companion(i) is not None

    def _companion(self, i: int) -> int | None:
        """The later value that an earlier one is compared with: the nearest figure of its unit in the sentence."""
        mention = self.mentions[i]
        others = [j for j in self.figures if j != i and self.mentions[j].unit == mention.unit]
        return min(others, key=lambda j: abs(self.mentions[j].start - mention.start), default=None)

    def _prior(self, i: int) -> PlacedYear:
        """The earlier value of a comparison without a date of its own: the year before."""
        j = self._companion(i)
        if j is None:
            return NO_YEAR
        later, low = self.placed[j], max(self.sentence.start, self.mentions[j].start - _REVISED)
        if earlier_values.is_revised(self.text, low, self.mentions[i].start):
            return later
        if self.statuses[j] is not Status.ACTUAL:
            return NO_YEAR
        if later.year is None and later.period_start and later.period_end:
            return self._at_ends(j)
        if later.year is None:
            return NO_YEAR
        if earlier_values.is_of_days_before(self.text, self.mentions[i]):
            return later
        dated = earlier(Dated(later.year, later.period_start, later.period_end, later.basis))
        return PlacedYear(dated.year, YearBasis.RELATIVE, later.source, later.cue, dated.start, dated.end)

    def _at_ends(self, j: int) -> PlacedYear:
        """The first year of a span for the earlier value, the last for the later: "in 2019-2023 it rose from … to"."""
        span = self.placed[j]
        assert span.period_start is not None  # the caller has looked
        assert span.period_end is not None
        first, last = span.period_start, span.period_end
        self.placed[j] = span._replace(year=last.year, period_start=date(last.year, 1, 1))
        return span._replace(year=first.year, period_end=date(first.year, 12, 31))

    def _as(self, spoken: Spoken, source: Source, *, calendar: bool = False) -> PlacedYear:
        """The placing that a time gives; one open at an end gives a year only if that is the year of publication."""
        dated = spoken.dated
        if dated == UNDATED:
            return NO_YEAR
        cue = self.text[spoken.start : spoken.end]
        if spoken.role is Role.OPEN and not calendar and not self._is_this_year(spoken):
            return PlacedYear(None, dated.basis, source, cue, None, None)
        return PlacedYear(dated.year, dated.basis, source, cue, dated.start, dated.end)

    def _is_this_year(self, spoken: Spoken) -> bool:
        return self.published is not None and spoken.dated.year == self.published.year
