"""What a figure measures: indicators, chosen by the words around the figure.

Each sentence that holds figures is scanned once for the cues of ``indicator_table``.  A cue speaks for its indicator
with its weight, the less the farther it stands; a clause boundary in between counts as so many characters more.  Only
indicators that take this kind of figure are asked.  A figure without cue of its own inherits from the figure before
("it grew by another 7%") or from the sentence before; what stays unsure is ``other``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from extractors.characters import plain
from extractors.indicator_table import INDICATORS, RIVALS, SILENT, TOPICS, Indicator
from extractors.model import CALENDAR_KINDS, Change, Document, Kind, Mention, Sentence, Source
from extractors.phrases import normal, phrase_pattern, phrases, with_plurals

__all__ = ["INDICATORS", "TOPICS", "Indicator", "PlacedIndicator", "lowered", "place"]

OTHER = "other"

STRONG, PLAIN, FAINT, WHEN = 3.0, 2.0, 1.0, 0.1
"""Weights of the four columns of cues; the last never suffices alone, it only narrows."""

OWN = 1.6
"""A cue inside the figure ("27 joint projects") counts so many times more than one beside it."""

HALVING = 60.0
"""Characters over which a cue loses half its weight: about ten words, half a usual clause."""

BEHIND = 1.6
"""A cue behind the figure stands so many times farther: subjects come first in English news."""

ENOUGH: dict[Kind, float] = defaultdict(lambda: 0.7, {Kind.DURATION: 1.7, Kind.ORDINAL: 0.9, Kind.LENGTH: 0.9})
"""The score that an indicator must reach; durations and ordinals mostly measure nothing."""

SURE = 1.3
"""Below this score what was spoken of before has the first word: "81 million tons were delivered this way"."""

NEAREST = 8
"""Cues looked at on each side of a figure; it bounds the work in sentences without end."""

REMEMBERED = 3
"""For so many sentences a figure can lend its indicator to one without cue."""

COMMA, AND, BREAK = 14, 10, 45
"""What boundaries between clauses add to a distance, in characters."""

_BOUNDARY = regex.compile(
    r"""
    (?P<comma> , (?![0-9]) )
    | (?P<and> \b (?: and | or | with | after | by ) \b )
    | (?P<break> [;:()\[\]] | \s [–-] \s | – )
    | (?P<but> \b (?: but | while | whereas | of[ ]which | including | compared | against | than | although | though
             | meanwhile | which ) \b )
    """,
    regex.VERBOSE,
)
_COSTS = {"comma": COMMA, "and": AND, "break": BREAK, "but": BREAK}
_LINK = regex.compile(r"\s{0,3}(?:worth\sof|in|of|for)\s{1,3}(?:the\s|its\s|their\s|all\s)?")
_PARALLEL = regex.compile(
    r"""
    [\s,]{0,3} (?: \( | – | or\b | i\.?e\.? | / | = | that[ ]is\b ) [\s(]{0,3}
    (?: about | some | almost | nearly | more[ ]than | over | around | or )? \s{0,2}
    """,
    regex.VERBOSE,
)
_OF_THEM = regex.compile(r"\s{0,2}(?:of (?:them|these|those|which|whom)|among them)\b")


@dataclass(frozen=True, slots=True)
class PlacedIndicator:
    """The indicator of a mention, where the words stood that gave it, and those words as written."""

    indicator: str
    source: Source
    cue: str


_UNPLACED = PlacedIndicator(OTHER, Source.NONE, "")


class _Vote(NamedTuple):
    """What a cue speaks for: an indicator, with a weight, for figures of these kinds."""

    indicator: str
    weight: float
    kinds: frozenset[Kind]

    def means(self, mention: Mention) -> str:
        """The indicator that it stands for beside this figure, or "" if none."""
        return _resolve(self.indicator, mention) if self.indicator != OTHER or mention.kind in self.kinds else ""


class _Cue(NamedTuple):
    """A cue in the text."""

    start: int
    end: int
    votes: tuple[_Vote, ...]


def _phrases(cell: str) -> frozenset[str]:
    return with_plurals(phrases(cell))


def _votes() -> dict[str, tuple[_Vote, ...]]:
    votes: dict[str, list[_Vote]] = {phrase: [] for phrase in _phrases(SILENT)}
    columns = [
        (column, _Vote(row.id, weight, row.kinds))
        for row in INDICATORS.values()
        for column, weight in ((row.strong, STRONG), (row.plain, PLAIN), (row.faint, FAINT), (row.when, WHEN))
    ]
    columns += [(rival.cues, _Vote(OTHER, rival.weight, rival.kinds)) for rival in RIVALS]
    for column, vote in columns:
        for phrase in _phrases(column):
            votes.setdefault(phrase, []).append(vote)
    return {phrase: tuple(cast) for phrase, cast in votes.items()}


_VOTES = _votes()
_CUE = phrase_pattern(_VOTES)
_NARROWER = {
    name: [row.id for row in INDICATORS.values() if name in row.narrows.split()] for name in INDICATORS
}
_NOUNS = {row.id: row.units | _phrases(f"{row.strong},{row.plain}") for row in INDICATORS.values()}


def place(document: Document) -> list[PlacedIndicator]:
    """The indicator of each mention, in the order of ``document.mentions``; calendar mentions are ``other``."""
    text = lowered(document.text)
    memory = _Memory()
    placed: list[PlacedIndicator] = []
    for number, mentions in _by_sentence(document):
        scene = _Scene(text, document.sentences[number], mentions)
        for mention in mentions:
            if mention.kind in CALENDAR_KINDS:
                placed.append(_UNPLACED)
                continue
            found = memory.parallel(mention, text, number)
            if found is None:
                found, sureness = scene.choose(mention, document.text)
                if sureness < SURE:
                    found = memory.inherit(mention, number) or _before(document, text, number, mention) or found
            memory.keep(mention, found, number)
            placed.append(scene.narrow(found, mention))
    return placed


def lowered(text: str) -> str:
    """The text in lower case, character for character ("İ" would become two)."""
    same = plain(text)
    small = same.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in same)


def _by_sentence(document: Document) -> Iterator[tuple[int, list[Mention]]]:
    """Mentions grouped by the number of their sentence; mentions before the first sentence belong to it."""
    starts = [sentence.start for sentence in document.sentences]
    groups: dict[int, list[Mention]] = {}
    for mention in document.mentions:
        groups.setdefault(max(bisect_right(starts, mention.start) - 1, 0), []).append(mention)
    yield from groups.items()


class _Scene:
    """One sentence with its cues and a ruler that counts clause boundaries as extra characters."""

    def __init__(self, text: str, sentence: Sentence, mentions: list[Mention]) -> None:
        self.figures = [mention.start for mention in mentions]
        self.cues = _cues(text, sentence)
        self.starts = [cue.start for cue in self.cues]
        self.text = text
        self.boundaries: list[int] = []
        self.costs = [0]
        for boundary in _BOUNDARY.finditer(text, sentence.start, sentence.end, concurrent=False):
            self.boundaries.append(boundary.start())
            self.costs.append(self.costs[-1] + _COSTS[boundary.lastgroup or "comma"])

    def choose(self, mention: Mention, written: str) -> tuple[PlacedIndicator, float]:
        """The best indicator for a mention by the cues of its sentence, and how sure that is (0: `other`)."""
        scores: dict[str, float] = defaultdict(float)
        best: dict[str, tuple[float, _Cue]] = {}
        for cue in self._near(mention):
            nearness = self._nearness(cue, mention)
            for vote in cue.votes:
                name = vote.means(mention)
                if not name:
                    continue
                score = vote.weight * (min(nearness, 1) if vote.weight <= FAINT and cue.start >= mention.end else nearness)
                if name not in best or score > best[name][0]:
                    best[name] = (score, cue)
                scores[name] += score
        if not scores:
            return _UNPLACED, 0.0
        # the best cue counts in full, further ones for the same indicator by a third
        totals = {name: best[name][0] + (total - best[name][0]) / 3 for name, total in scores.items()}
        name = max(totals, key=totals.__getitem__)
        sureness = totals[name]
        if sureness < ENOUGH[mention.kind]:
            return _UNPLACED, 0.0
        cue = best[name][1]
        return PlacedIndicator(name, self._source(cue, mention), written[cue.start : cue.end]), sureness

    def narrow(self, placed: PlacedIndicator, mention: Mention) -> PlacedIndicator:
        """A finer indicator, where a cue beside the figure calls for it: a share of the population, of Russians."""
        for name in _NARROWER[placed.indicator]:
            for cue in self._near(mention):
                if any(vote.indicator == name for vote in cue.votes) and self._narrows(cue, mention):
                    return PlacedIndicator(name, placed.source, placed.cue) if _takes(INDICATORS[name], mention) else placed
        return placed

    def _narrows(self, cue: _Cue, mention: Mention) -> bool:
        """Whether the cue belongs to this figure: no other figure between them, nor a boundary if it comes behind."""
        if cue.start < mention.end:
            return bisect_left(self.figures, mention.start) == bisect_left(self.figures, cue.end)
        return not self._crossed(mention.end, cue.start)

    def _near(self, mention: Mention) -> list[_Cue]:
        first, last = bisect_left(self.starts, mention.start), bisect_left(self.starts, mention.end)
        return self.cues[max(first - NEAREST, 0) : last + NEAREST]

    def _nearness(self, cue: _Cue, mention: Mention) -> float:
        if cue.start < mention.end and mention.start < cue.end:
            return OWN
        if cue.end <= mention.start:
            return 0.5 ** (self._distance(cue.end, mention.start) / HALVING)
        if self._linked(cue, mention):
            return OWN
        return 0.5 ** (BEHIND * self._distance(mention.end, cue.start) / HALVING)

    def _linked(self, cue: _Cue, mention: Mention) -> bool:
        """Whether the cue follows the figure directly: "$12 billion in exports", "2% of GDP"."""
        link = _LINK.match(self.text, mention.end, concurrent=False)
        return cue.start == (mention.end + 1 if link is None else link.end()) or cue.start == mention.end + 1

    def _distance(self, left: int, right: int) -> int:
        return right - left + self._crossed(left, right)

    def _crossed(self, left: int, right: int) -> int:
        return self.costs[bisect_left(self.boundaries, right)] - self.costs[bisect_left(self.boundaries, left)]

    def _source(self, cue: _Cue, mention: Mention) -> Source:
        if cue.start < mention.end and mention.start < cue.end:
            return Source.OWN
        left, right = min(cue.end, mention.end), max(cue.start, mention.start)
        return Source.CLAUSE if self._crossed(left, right) < BREAK else Source.SENTENCE


def _cues(text: str, sentence: Sentence) -> list[_Cue]:
    found = _CUE.finditer(text, sentence.start, sentence.end, concurrent=False)
    return [_Cue(match.start(), match.end(), _VOTES[normal(match.group())]) for match in found]


def _resolve(name: str, mention: Mention) -> str:
    """The indicator that a cue for ``name`` means for this figure: itself, its stand-in, or "" if neither takes it."""
    row = INDICATORS[name]
    if _takes(row, mention):
        return name
    return row.instead if row.instead and _takes(INDICATORS[row.instead], mention) else ""


def _takes(row: Indicator, mention: Mention) -> bool:
    kind = mention.kind
    if kind not in row.kinds:
        return False
    if kind in (Kind.PERCENT, Kind.RATIO):
        return row.delta is None or row.delta == (mention.change is not Change.NONE)
    if kind is Kind.VOLUME:
        return not row.units or mention.unit in row.units
    if kind is Kind.COUNT and row.id != OTHER:
        unit = mention.unit.lower()
        nouns = _NOUNS[row.id]
        return unit in nouns or unit.rpartition(" ")[2] in nouns
    return True


class _Memory:
    """What the last figures were about, for those that do not say."""

    def __init__(self) -> None:
        self.last: tuple[Mention, PlacedIndicator, int] | None = None
        self.by_unit: dict[str, tuple[PlacedIndicator, int]] = {}
        self.by_value: dict[tuple[float | None, str], PlacedIndicator] = {}

    def keep(self, mention: Mention, placed: PlacedIndicator, number: int) -> None:
        self.last = (mention, placed, number)
        if placed.indicator != OTHER:
            self.by_value.setdefault((mention.value, mention.unit), placed)
        if placed.indicator != OTHER or mention.kind in (Kind.MONEY, Kind.MASS):
            self.by_unit[_dimension(mention)] = (placed, number)

    def parallel(self, mention: Mention, text: str, number: int) -> PlacedIndicator | None:
        """The neighbour's indicator, where the figure says it again in other units: "640 bn rubles ($7.1 bn)"."""
        if self.last is None or self.last[2] != number or mention.kind in (Kind.COUNT, Kind.DURATION):
            return None
        before, placed, _ = self.last
        gap = _PARALLEL.match(text, before.end, concurrent=False)
        return placed if gap and gap.end() == mention.start and before.kind is mention.kind else None

    def inherit(self, mention: Mention, number: int) -> PlacedIndicator | None:
        """The indicator of the figure before in the sentence, of the same figure, or of the last of its dimension."""
        if mention.kind in (Kind.DURATION, Kind.ORDINAL, Kind.LENGTH):
            return None
        if self.last is not None and self.last[2] == number:
            found = _lent(self.last[1], mention, Source.SENTENCE)
            if found:
                return found
        same = self.by_value.get((mention.value, mention.unit)) if mention.kind is not Kind.COUNT else None
        if same is not None:
            return _lent(same, mention, Source.BEFORE)
        kept = self.by_unit.get(_dimension(mention))
        if kept and number - kept[1] <= REMEMBERED:
            return _lent(kept[0], mention, Source.SENTENCE if kept[1] == number else Source.BEFORE)
        if self.last is not None and number - self.last[2] == 1:
            return _lent(self.last[1], mention, Source.BEFORE)
        return None


def _lent(placed: PlacedIndicator, mention: Mention, source: Source) -> PlacedIndicator | None:
    name = _resolve(placed.indicator, mention)
    stand_in = INDICATORS.get(INDICATORS[placed.indicator].instead)
    if stand_in and stand_in.delta is False and _takes(stand_in, mention):
        name = stand_in.id  # after "trade growth of 7%", "$20 billion" and "70% of it" are no growth
    return PlacedIndicator(name, source, placed.cue) if name and name != OTHER else None


def _dimension(mention: Mention) -> str:
    """Figures that can be compared share it: all money; shares and multiples; else the unit."""
    if mention.kind is Kind.MONEY:
        return "money"
    return "share" if mention.kind in (Kind.PERCENT, Kind.RATIO) else mention.unit


def _before(document: Document, text: str, number: int, mention: Mention) -> PlacedIndicator | None:
    """The strongest cue of the sentence before, for a figure that nothing nearer explains."""
    if number == 0 or mention.kind in (Kind.DURATION, Kind.ORDINAL, Kind.LENGTH):
        return None
    best: tuple[float, str, _Cue] | None = None
    for cue in _cues(text, document.sentences[number - 1])[:NEAREST]:
        for vote in cue.votes:
            name = vote.means(mention)
            if name and vote.weight >= STRONG - 1 and (best is None or vote.weight > best[0]):
                best = (vote.weight, name, cue)
    if best is None:
        return None
    return _UNPLACED if best[1] == OTHER else PlacedIndicator(best[1], Source.BEFORE, document.text[best[2].start : best[2].end])
