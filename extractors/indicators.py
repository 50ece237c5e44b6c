"""What a figure measures: indicators, chosen by the words around the figure.

Each sentence that holds figures is scanned once for the cues of ``indicator_table``.  A cue speaks for its indicator
with its weight, the less the farther it stands; a clause boundary in between counts as so many characters more.  Only
indicators that take this kind of figure are asked.  A figure without cue of its own inherits from the figure before
("it grew by another 7%") or from the sentence before; what stays unsure is ``other``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

import regex

from extractors.characters import plain
from extractors.claims import significant_digits
from extractors.indicator_table import GENERIC, INDICATORS, RIVALS, SILENT, TOPICS, Indicator, takes
from extractors.model import CALENDAR_KINDS, Change, Kind, Mention, Source
from extractors.nearness import BREAK, COMMA, Ruler, is_label
from extractors.passages import Document, Passage
from extractors.phrases import Lexicon, phrases, with_plurals
from extractors.sectors import with_trade_as_sector
from extractors.words import Hit, lowered, split

__all__ = ["INDICATORS", "TOPICS", "Indicator", "PlacedIndicator", "place"]

OTHER = "other"

STRONG, PLAIN, FAINT, WHEN = 3.0, 2.0, 1.0, 0.1
"""Weights of the four columns of cues; the last never suffices alone, it only narrows."""

OWN = 1.6
"""A cue inside the figure ("27 joint projects") or right behind it ("2% of GDP") counts so many times more."""

HALVING = 60.0
"""Characters over which a cue loses half its weight: about ten words, half a usual clause."""

BEHIND = 1.6
"""A cue behind the figure stands so many times farther: subjects come first in English news."""

TAKEN = 0.3
"""What is left of a cue behind the figure if it has a figure of its own."""

ENOUGH = dict.fromkeys(Kind, 0.7) | {Kind.DURATION: 1.7, Kind.ORDINAL: 0.9, Kind.LENGTH: 0.9}
"""The score that an indicator must reach; durations and ordinals mostly measure nothing."""

SURE = 1.45
"""Below this score faint cues leave the first word to what was spoken of before: "81 million tons were delivered"."""

NEAREST = 8  # cues looked at on each side of a figure; it bounds the work in sentences without end
VERB_FOLLOWS = frozenset(
    "to will would could may might should must can cannot not never it he she they we who which that also".split()
)
"""After these, and after a name, stands a verb: "told to lift it", "Italy snapped up"."""

SUBJECT = 60
"""How far before a figure its subject is looked for, in characters."""
REMEMBERED = 3
"""For so many sentences a figure can lend its indicator to one without cue."""

REPEATED = 3
"""Digits of a figure that means the same when it comes again."""

ALONE = frozenset({Kind.DURATION, Kind.ORDINAL, Kind.LENGTH})
"""Kinds that inherit nothing: a second duration hardly measures what the first did."""

_LINK = regex.compile(r"[ ]?(?:(?:worth of|in|of|for) (?:(?:the|its|their|all) )?)?")
_LONGEST_LINK = 20
_PARALLEL = regex.compile(
    r"""
    [ ,]{0,3} (?: \( | – | or\b | i\.?e\.? | / | = | that[ ]is\b ) [ (]{0,3}
    (?: about | some | almost | nearly | more[ ]than | over | around | or )? [ ]{0,2}
    """,
    regex.VERBOSE,
)
_ASIDE = regex.compile(
    r"""(?r)
    [,(–] [ ]? (?: (?: which | that | this ) [ ] (?: is | was ) [ ] )?
    (?: (?: up | down | plus | minus | by
          | an?[ ](?:rise|increase|drop|fall|decline|gain|decrease|reduction|jump)[ ]of ) [ ] )?
    (?: (?: almost | nearly | about | over | more[ ]than | some | or ) [ ] )? [+–]?
    """,
    regex.VERBOSE,
)
_EARLIER_VALUE = regex.compile(
    r"(?r)\b(?:(?:up|down) from|against|versus|compared (?:with|to)) "
    r"(?:(?:just|only|about|some|around|nearly|almost|over|roughly|the previous|last year's) ){0,2}"
)
"""What stands before the value that the figure before is compared with: "15.5%, down from 37.8% in 1989"."""
_NOUN = regex.compile(r"\b[A-Za-z]{4,30}+(?!['’])\b")
_WORD_BEFORE = regex.compile(r"(?r)\b(?P<word>[A-Za-z]{1,30}+)[ ]")
_OF = regex.compile(
    r"[ ](?:of|in)[ ](?:(?:the|all|its|their|our)[ ])?(?:\p{Lu}[\p{L}’']{1,20}+[ ]){0,3}(?P<noun>[a-z]{4,30}+)\b"
)
_OF_IT = regex.compile(r" of (?:it|them)\b")
_PART = regex.compile(r"\b(?:of (?:it|which|whom|this|that|these|those|them)|including|another)\b")


class PlacedIndicator(NamedTuple):
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
        if self.indicator == OTHER:
            return OTHER if mention.kind in self.kinds else ""
        return _resolve(self.indicator, mention)


class _Cue(NamedTuple):
    """A cue and where it stands in its sentence."""

    start: int
    end: int
    votes: tuple[_Vote, ...]


def _votes() -> dict[str, tuple[_Vote, ...]]:
    votes: dict[str, list[_Vote]] = {phrase: [] for phrase in with_plurals(phrases(SILENT))}
    columns = [
        (column, _Vote(row.id, weight, row.kinds))
        for row in INDICATORS.values()
        for column, weight in ((row.strong, STRONG), (row.plain, PLAIN), (row.faint, FAINT), (row.when, WHEN))
    ]
    columns += [(rival.cues, _Vote(OTHER, rival.weight, rival.kinds)) for rival in RIVALS]
    for column, vote in columns:
        for phrase in with_plurals(phrases(column)):
            votes.setdefault(phrase, []).append(vote)
    return {phrase: tuple(cast) for phrase, cast in votes.items()}


_VOTES = _votes()
_LEXICON = Lexicon(_VOTES)
_NARROWER = {name: [row.id for row in INDICATORS.values() if name in row.narrows.split()] for name in INDICATORS}


def place(document: Document) -> list[PlacedIndicator]:
    """The indicator of each mention, in the order of ``document.mentions``; calendar mentions are ``other``."""
    memory = _Memory()
    placed: list[PlacedIndicator] = []
    for passage in document.passages:
        number, mentions = passage.number, passage.mentions
        if all(mention.kind in CALENDAR_KINDS for mention in mentions):
            placed += [_UNPLACED] * len(mentions)
            continue
        scene = _Scene(document, passage)
        for mention in mentions:
            if mention.kind in CALENDAR_KINDS:
                placed.append(_UNPLACED)
                continue
            found = memory.parallel(mention, scene, number) or scene.respective.get(mention.start)
            sureness = SURE
            if found is None:
                found, sureness, names = scene.choose(mention)
                if sureness < SURE and not (sureness and found.indicator == OTHER):
                    found = memory.inherit(mention, number, scene) or scene.before(mention, names) or found
            memory.keep(mention, found, number, sureness > 0)
            narrowed = scene.narrow(found, mention)
            memory.last = mention, narrowed, number
            placed.append(narrowed)
    return placed


class _Scene:
    """One sentence with its cues; places are counted from its beginning."""

    def __init__(self, document: Document, passage: Passage) -> None:
        mentions = passage.mentions
        self.base = passage.sentence.start
        self.written = passage.written
        self.previous = document.sentences[passage.number - 1] if passage.number else None
        self.document = document
        self.small = passage.small
        self.cues = _cues(self.small, passage.words)
        self.starts = [cue.start for cue in self.cues]
        self.ruler = Ruler(self.small, passage.words)
        self.figures = [mention.start - self.base for mention in mentions]
        self.respective = self._respective(mentions) if "respectively" in passage.vocabulary else {}

    @cached_property
    def cues_before(self) -> list[tuple[_Cue, str]]:
        """The first cues of the sentence before, and how they are written."""
        if self.previous is None:
            return []
        text = self.document.text[self.previous.start : self.previous.end]
        small = lowered(plain(text))
        return [(cue, text[cue.start : cue.end]) for cue in _cues(small, split(small))[:NEAREST]]

    def before(self, mention: Mention, names: set[str]) -> PlacedIndicator | None:
        """The strongest cue of the sentence before, for a figure that nothing nearer explains.

        Where the figure's own sentence leaves a choice of ``names`` ("delivered" is said of exports and of freight), it
        must be one of them, or `other`.
        """
        if mention.kind in ALONE:
            return None
        best, weight, written = "", 0.0, ""
        for cue, words in self.cues_before:
            for vote in cue.votes:
                name = vote.means(mention)
                if name and vote.weight >= PLAIN and vote.weight > weight:
                    best, weight, written = name, vote.weight, words
        if best == OTHER:
            return _UNPLACED
        if not best or (best not in names if names else self.new_subject(mention)):
            return None
        return PlacedIndicator(best, Source.BEFORE, written)

    def new_subject(self, mention: Mention) -> bool:
        """Whether the words before the figure in its clause, or right behind it, name something not spoken of yet.

        "Dividends of $150 million", "50% of IT specialists", but not "he believes $30 billion is within reach".
        """
        start, end = mention.start - self.base, mention.end - self.base
        if _OF_IT.match(self.small, end, concurrent=False):
            return False
        behind = _OF.match(self.written, end, concurrent=False)
        if behind is not None and self._new(behind.start("noun"), behind["noun"]):
            return True
        return any(
            self._new(word.start(), word.group())
            for word in _NOUN.finditer(self.written, max(start - SUBJECT, 0), start, concurrent=False)
            if self.ruler.crossed(word.end(), start) < BREAK
        )

    def _new(self, at: int, word: str) -> bool:
        """Whether a word is a noun that is neither generic nor a cue; capitals name persons and places."""
        small = word.lower()
        if at == 0 and word[0].isupper() and not (small.endswith("s") or self.small.startswith(" of ", len(word))):
            return False
        if (at > 0 and word[0].isupper()) or small in GENERIC or small.endswith(("ly", "ed", "ing", "est")):
            return False
        before = _WORD_BEFORE.match(self.written, 0, at, concurrent=False)
        if before is not None and (before["word"][0].isupper() or before["word"] in VERB_FOLLOWS):
            return False
        cue = bisect_right(self.starts, at) - 1
        return cue < 0 or self.cues[cue].end <= at

    def is_part(self, mention: Mention) -> bool:
        """Whether the figure is said to be a part of something named before: "of it 6,467 km run over land"."""
        at = mention.start - self.base
        of_it = mention.kind is Kind.LENGTH and _OF_IT.match(self.small, mention.end - self.base, concurrent=False)
        part = _PART.search(self.small, max(at - 24, 0), at, concurrent=False)
        beside = part is not None and bisect_left(self.starts, part.end()) == bisect_left(self.starts, at)
        return bool(of_it) or beside

    def choose(self, mention: Mention) -> tuple[PlacedIndicator, float, set[str]]:
        """The best indicator for a mention by the cues of its sentence, how sure that is, and between which.

        Sureness 0 is `other` for want of cues; `other` with more means that the figure is about something else.
        """
        scores: dict[str, float] = defaultdict(float)
        best: dict[str, tuple[float, _Cue]] = {}
        start, end = mention.start - self.base, mention.end - self.base
        for cue in self._near(start, end):
            nearness = self._nearness(cue, start, end)
            for vote in cue.votes:
                name = vote.means(mention)
                if not name:
                    continue
                # a faint cue right behind the figure gains nothing by standing there
                weak = vote.weight <= FAINT and cue.start >= end
                score = vote.weight * (min(nearness, 1) if weak else nearness)
                scores[name] += score
                if name not in best or score > best[name][0]:
                    best[name] = (score, cue)
        if not scores:
            return _UNPLACED, 0.0, set()
        # the best cue counts in full, further ones for the same indicator by a third
        totals = {name: best[name][0] + (total - best[name][0]) / 3 for name, total in scores.items()}
        name = max(totals, key=totals.__getitem__)
        if totals[name] < ENOUGH[mention.kind]:
            return _UNPLACED, 0.0, set()
        found = _UNPLACED if name == OTHER else self._placed(name, best[name][1], start, end)
        plain = any(vote.weight >= PLAIN and vote.means(mention) == name for vote in best[name][1].votes)
        return found, max(totals[name], SURE) if plain else totals[name], set(totals)

    def narrow(self, placed: PlacedIndicator, mention: Mention) -> PlacedIndicator:
        """A finer indicator, where a cue beside the figure calls for it: a share of the population, of Russians."""
        start, end = mention.start - self.base, mention.end - self.base
        for name in _NARROWER[placed.indicator]:
            if takes(INDICATORS[name], mention):
                for cue in self._near(start, end):
                    if any(vote.indicator == name for vote in cue.votes) and self._belongs(cue, start, end):
                        return PlacedIndicator(name, placed.source, placed.cue)
        return placed

    def _placed(self, name: str, cue: _Cue, start: int, end: int) -> PlacedIndicator:
        if cue.start < end and start < cue.end:
            source = Source.OWN
        else:
            crossed = self.ruler.crossed(min(cue.end, end), max(cue.start, start))
            source = Source.CLAUSE if crossed < BREAK else Source.SENTENCE
        return PlacedIndicator(name, source, self.written[cue.start : cue.end])

    def _near(self, start: int, end: int) -> list[_Cue]:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.cues[max(first - NEAREST, 0) : last + NEAREST]

    def _nearness(self, cue: _Cue, start: int, end: int) -> float:
        if cue.end <= start:
            distance = 0 if is_label(self.small, cue.end, start) else self.ruler.distance(cue.end, start)
            return float(0.5 ** (distance / HALVING))
        if cue.start < end or self._linked(cue, end):
            return OWN
        nearness = float(0.5 ** (BEHIND * self.ruler.distance(end, cue.start) / HALVING))
        return nearness * TAKEN if self._taken(cue, end) else nearness

    def _taken(self, cue: _Cue, end: int) -> bool:
        """Whether a cue behind a boundary has a figure of its own: "industry gained 6.9%, trade 8.6%"."""
        following = bisect_left(self.figures, cue.end)
        if following == len(self.figures) or not self.ruler.crossed(end, cue.start):
            return False
        return self.ruler.crossed(cue.end, self.figures[following]) < COMMA

    def _linked(self, cue: _Cue, end: int) -> bool:
        """Whether the cue follows the figure directly: "$12 billion in exports", "2% of GDP"."""
        if cue.start - end < 2:
            return True
        link = _LINK.match(self.small, end, concurrent=False) if cue.start - end < _LONGEST_LINK else None
        return link is not None and cue.start == link.end()

    def _belongs(self, cue: _Cue, start: int, end: int) -> bool:
        """Whether the cue belongs to this figure: no other figure between them, nor a boundary if it comes behind."""
        if cue.start < end:
            return bisect_left(self.figures, start) == bisect_left(self.figures, cue.end)
        return not self.ruler.crossed(end, cue.start)

    def _respective(self, mentions: list[Mention]) -> dict[int, PlacedIndicator]:
        """Figures and cues in the same order: "exports and imports came to $9 bn and $16 bn, respectively"."""
        word = self.small.index("respectively")
        figures = [m for m in mentions if m.start - self.base < word and m.kind not in CALENDAR_KINDS]
        if len(figures) < 2 or any(figure.kind is not figures[0].kind for figure in figures):
            return {}
        named: dict[str, _Cue] = {}
        for cue in self.cues:
            name = cue.votes[0].means(figures[0]) if cue.votes and cue.votes[0].weight >= PLAIN else ""
            if name and cue.start < figures[0].start - self.base:
                named.setdefault(name, cue)
        pairs = list(named.items())[-len(figures) :]
        if len(pairs) < len(figures):
            return {}
        return {
            figure.start: self._placed(name, cue, figure.start - self.base, figure.end - self.base)
            for figure, (name, cue) in zip(figures, pairs, strict=True)
        }


def _cues(small: str, words: list[Hit]) -> list[_Cue]:
    found = with_trade_as_sector(_LEXICON.find(small, words))
    return [_Cue(start, end, _VOTES[phrase]) for start, end, phrase in found]


def _resolve(name: str, mention: Mention) -> str:
    """The indicator that a cue for ``name`` means for this figure: itself, its stand-in, or "" if neither takes it."""
    row = INDICATORS[name]
    if takes(row, mention):
        return name
    return row.instead if row.instead and takes(INDICATORS[row.instead], mention) else ""


class _Memory:
    """What the last figures were about, for those that do not say."""

    def __init__(self) -> None:
        self.last: tuple[Mention, PlacedIndicator, int] | None = None
        self.topic: tuple[PlacedIndicator, int] | None = None
        self.by_unit: dict[str, tuple[PlacedIndicator, int]] = {}
        self.by_value: dict[tuple[float | None, str], PlacedIndicator] = {}

    def keep(self, mention: Mention, placed: PlacedIndicator, number: int, sure: bool) -> None:
        """Remembers a placed figure; one that is surely nothing we know keeps older ones from being inherited."""
        if placed.indicator != OTHER:
            self.topic = (placed, number)
            self.by_value.setdefault((mention.value, mention.unit), placed)
        if placed.indicator != OTHER or sure or mention.kind in (Kind.MONEY, Kind.MASS):
            self.by_unit[_dimension(mention)] = (placed, number)

    def parallel(self, mention: Mention, scene: _Scene, number: int) -> PlacedIndicator | None:
        """The indicator of the figure before, where this one says it again, is a part of it, or its change.

        "640 bn rubles ($7.1 bn)", "63 mln tons, of which 54 mln tons", "21 mln tons, down 3.6%".
        """
        kept = self.by_unit.get(_dimension(mention), self.topic)
        if kept is not None and number - kept[1] <= 1 and scene.is_part(mention):
            return _lent(kept[0], mention, Source.SENTENCE if kept[1] == number else Source.BEFORE)
        if self.last is None or self.last[2] != number or mention.kind in (Kind.COUNT, Kind.DURATION):
            return None
        before, placed, _ = self.last
        left, right = before.end - scene.base, mention.start - scene.base
        if before.unit == mention.unit and _EARLIER_VALUE.match(scene.small, left, right, concurrent=False):
            return placed
        if before.kind is mention.kind:
            gap = _PARALLEL.match(scene.small, left, concurrent=False)
            return placed if gap is not None and gap.end() == right else None
        if mention.change is not Change.NONE and _ASIDE.match(scene.small, left, right, concurrent=False):
            return _lent(placed, mention, Source.SENTENCE)
        return None

    def inherit(self, mention: Mention, number: int, scene: _Scene) -> PlacedIndicator | None:
        """The indicator of the figure before in the sentence, of the same figure, or of the last of its dimension."""
        if mention.kind in ALONE:
            return None
        if self.topic is not None and self.topic[1] == number:
            found = _lent(self.topic[0], mention, Source.SENTENCE)
            if found:
                return found
        if scene.new_subject(mention):
            return None
        same = self.by_value.get((mention.value, mention.unit))
        if same is not None and significant_digits(mention.value or 0) >= REPEATED:
            return _lent(same, mention, Source.BEFORE)
        kept = self.by_unit.get(_dimension(mention))
        if kept and number - kept[1] <= REMEMBERED:
            return _lent(kept[0], mention, Source.SENTENCE if kept[1] == number else Source.BEFORE)
        if self.topic is not None and number - self.topic[1] <= 2:
            return _lent(self.topic[0], mention, Source.BEFORE)
        return None


def _lent(placed: PlacedIndicator, mention: Mention, source: Source) -> PlacedIndicator | None:
    name = _resolve(placed.indicator, mention)
    stand_in = INDICATORS.get(INDICATORS[placed.indicator].instead)
    if stand_in and stand_in.delta is False and takes(stand_in, mention):
        name = stand_in.id  # after "trade growth of 7%", "$20 billion" and "70% of it" are no growth
    return PlacedIndicator(name, source, placed.cue) if name and name != OTHER else None


def _dimension(mention: Mention) -> str:
    """Figures that can be compared share it: all money; shares and multiples; else the unit."""
    if mention.kind is Kind.MONEY:
        return "money"
    return "share" if mention.kind in (Kind.PERCENT, Kind.RATIO) else mention.unit
