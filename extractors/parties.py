"""Which countries a figure is about.

Looked for, in this order: the figure's own words, its clause, its sentence, the sentences before, and what the article
as a whole is about.  One country named alone is paired with its partner in what was said, then with the article's.
Bystanders name no party: the nationality of analysts and media, currencies, languages, wars told as background.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import regex

from extractors import countries, own_affairs, words
from extractors.countries import Naming, Role
from extractors.model import CALENDAR_KINDS, Kind, Mention, Sentence, Source
from extractors.pairs import Pair, about, home
from extractors.passages import Document, Passage
from extractors.roles import Clauses, first_of_each


class PlacedParties(NamedTuple):
    """Who a figure is about: sorted codes joined by ";" ("" if nobody), where they were named, the words as written."""

    parties: str
    source: Source
    cue: str


NOBODY = PlacedParties("", Source.NONE, "")

_REACH = 3  # sentences that a pair is remembered for


# ---------------------------------------------------------------- figures that are about no country, or about one

_NUMBER_OF = regex.compile(
    r"""[\p{L}\p{N}.,-]{1,20}+
    (?: \s (?! (?:between|with|in|from|to|for|and|by|on|at|have|has|were|are) \s ) [\w-]{1,20}+ ){0,5}?
    \s (?: countries | states | nations | republics | neighbou?rs | leaders | presidents | sides | capitals ) \b""",
    regex.VERBOSE,
)
_WORLD = regex.compile(r"\s?(?:[\w-]{1,15}+\s){0,3}(?:world|global|worldwide|UN|United\sNations|G20|OPEC)\b")
_RATE = regex.compile(
    r"\b(?:per|to\sthe|an?|for\s(?:one|an?)|against\sthe)\s(?:US\s)?(?:dollar|euro|barrel|r(?:ou|u)ble|tenge|yuan|ounce)\b"
)
_AGREED = regex.compile(
    r"\b(?:agree[a-z]{0,8}|treat(?:y|ies)|contracts?|plans?|programmes?|programs?|leases?|memorand[a-z]{1,3}|deals?|accords?)\b"
)
_LAPSE = regex.compile(r"(?r)\b(?:past|last|next|recent|previous|coming|these)\s[\w\s-]{0,12}")
_METHOD = regex.compile(r"\b(?:[Ss]ample|[Mm]argin\sof\serror|(?:statistical|sampling)\serror)\b")
_POPULATION = regex.compile(r"\b[Pp]opulation\b")
_POLLED = regex.compile(r"\b(?:respondents|interviewees|polled|surveyed|interviewed)\b")


_NEEDS = {
    Kind.COUNT: frozenset(
        "countries states nations republics neighbours neighbors leaders presidents sides capitals".split()
    ),
    Kind.MONEY: frozenset("dollar euro barrel ruble rouble tenge yuan ounce".split()),
    **dict.fromkeys((Kind.PERCENT, Kind.ORDINAL), frozenset("world global worldwide un united g20 opec".split())),
}
"""Words of which those patterns need one in the sentence."""


_HOME_MONEY = frozenset({"KZT", "RUB", "UZS", "KGS"})
_PRICE = 1e6
"""Sums of home money below it are prices, pay and fines: they are paid inside a country."""
_PAY = 1e5
"""Sums a month below it are pay and rent in any money."""


def _is_barred(text: str, passage: Passage, mention: Mention) -> bool:
    """Whether a figure is about no country: groups of countries, rates, shares of the world, lapses of time."""
    sentence, spoken = passage.sentence, passage.vocabulary
    if mention.kind is Kind.MONEY and mention.value is not None:
        if mention.unit[:3] in _HOME_MONEY and mention.value < _PRICE:
            return True
        if mention.unit.endswith("/month") and mention.value < _PAY:
            return True
    if mention.kind in _NEEDS and _NEEDS[mention.kind].isdisjoint(spoken):
        return False
    start, end = mention.start, min(mention.end + 60, sentence.end)
    match mention.kind:
        case Kind.DURATION:
            before = max(sentence.start, start - 120)
            return _LAPSE.search(text, before, mention.end, concurrent=False) is not None or not _AGREED.search(
                text, before, end, concurrent=False
            )
        case Kind.COUNT:
            return _NUMBER_OF.match(text, start, end, concurrent=False) is not None
        case Kind.MONEY:
            return _RATE.search(text, start, end, concurrent=False) is not None
        case Kind.PERCENT | Kind.ORDINAL:
            return _WORLD.match(text, mention.end, end, concurrent=False) is not None
        case _:
            return False


_SAME = regex.compile(r"(?:That|This|It)\s(?:is|was|makes|represents|means)\b")
_VIA = frozenset({"via", "through", "across"})


# ---------------------------------------------------------------- placing


class _Placing:
    """The countries of one document's figures, sentence after sentence, with what was said before at hand."""

    def __init__(self, document: Document, indicators: Sequence[str]) -> None:
        self.document = document
        self.indicators = {m.start: name for m, name in zip(document.mentions, indicators, strict=False)}
        self.text = document.text
        self.namings = countries.find(document.text, document.hits)
        self.starts = [naming.start for naming in self.namings]
        self.about = about(document, self.namings)
        self.said: list[Pair] = []  # pairs of the last sentences, the latest last
        self.named: dict[int, dict[str, Naming]] = {}  # the states of sentences looked at
        self.index = 0  # the sentence at work
        self.single = NOBODY, -1, "other"  # own affairs told last: who, in which sentence, of which indicator
        self.own: frozenset[int] = frozenset()  # its clauses that speak of what a country has to itself

    @cached_property
    def home(self) -> tuple[str, str]:
        """The country that others are set beside: of the article's two, the one that acts; its code and its name."""
        return home(self.text, self.about, self.namings)

    @property
    def before(self) -> Pair | None:
        """The pair spoken of last."""
        return self.said[-1] if self.said else None

    def passage(self, passage: Passage) -> list[PlacedParties]:
        """Each mention of one sentence placed."""
        index, sentence, mentions = passage.number, passage.sentence, passage.mentions
        barred = [m.kind in CALENDAR_KINDS or _is_barred(self.text, passage, m) for m in mentions]
        if all(barred):
            return [NOBODY] * len(mentions)
        self._recall(index)
        clauses = self._clauses(sentence, mentions, passage.vocabulary)
        self.named[index] = first_of_each(clauses.states)
        self.own = own_affairs.clauses_of(clauses, passage.vocabulary)
        known: dict[int, PlacedParties] = {}  # by clause, whose figures are about the same countries
        placed = []
        for mention, is_barred in zip(mentions, barred, strict=True):
            if is_barred:
                placed.append(NOBODY)
                continue
            clause = clauses.clause(mention.start)
            if own_affairs.is_own(self.indicators.get(mention.start, ""), passage.vocabulary):
                self.own |= {clause}
            if clause not in known:
                known[clause] = self._figure(clauses, mention)
            placed.append(self._as_own(clauses, mention, known[clause]))
        return placed

    def _as_own(self, clauses: Clauses, mention: Mention, figure: PlacedParties) -> PlacedParties:
        """The same countries, but from the figure's own words if it names one: "200,000 Russians"."""
        own = clauses.names_inside(mention)
        return figure._replace(source=Source.OWN) if own and figure.parties else figure

    def _clauses(self, sentence: Sentence, mentions: Sequence[Mention], vocabulary: frozenset[str]) -> Clauses:
        first, last = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        return Clauses(self.text, sentence, mentions, self.namings[first:last], vocabulary)

    def _recall(self, index: int) -> None:
        """Bring what was said before up to date: the last sentence within reach that names two countries."""
        self.index = index
        self.said = [pair for pair in self.said if pair.sentence >= index - _REACH]
        known = self.before.sentence if self.before else -1
        for earlier in range(index - 1, max(known, index - 1 - _REACH), -1):
            if earlier not in self.named:
                sentence = self.document.sentences[earlier]
                vocabulary = words.vocabulary(self.text[sentence.start : sentence.end])
                self.named[earlier] = first_of_each(self._clauses(sentence, (), vocabulary).states)
            named = self.named[earlier]
            if len(named) == 2:
                self._remember(named, earlier)
                return
            if len(self.about.codes) == 2 and named.keys() & {*self.about.codes}:
                self.said.append(Pair(self.about.codes, self.about.words, earlier, is_stated=False))
                return

    def _remember(self, named: dict[str, Naming], index: int) -> None:
        self.said.append(Pair(tuple(named), tuple(self.text[n.start : n.end] for n in named.values()), index))

    def _figure(self, clauses: Clauses, mention: Mention) -> PlacedParties:
        own = clauses.clause(mention.start)
        if self._says(_METHOD, clauses):
            return NOBODY
        nearest = clauses.nearest(own)
        here = first_of_each(clauses.within(nearest, clauses.states))
        source = Source.CLAUSE if nearest == own else Source.SENTENCE
        if len(here) > 1:
            return self._several(clauses, here, source)
        if own in self.own and not any(naming.name.role is Role.PEOPLE for naming in here.values()):
            placed = self._placed(here, source)
            self.single = placed, self.index, self.indicators.get(mention.start, "other")
            return placed
        if clauses.groups(nearest):
            return NOBODY
        if here:
            return self._single(clauses, mention, here, source)
        blocs = {} if clauses.states else first_of_each(clauses.whole_blocs(own))
        if len(blocs) == 1:
            self._remember(blocs, self.index)
            return self._placed(blocs, source)
        if self._says(_POLLED, clauses):
            return NOBODY
        return self._own_still(clauses, mention) or self._unnamed()

    def _own_still(self, clauses: Clauses, mention: Mention) -> PlacedParties | None:
        """The one country whose own affairs the sentence before told, if this one goes on with them unnamed."""
        placed, told, indicator = self.single
        if told not in (self.index - 1, self.index) or "\n" in self.text[self._start(told) : mention.start]:
            return None
        here = self.indicators.get(mention.start, "other")
        if own_affairs.goes_on(indicator, here):
            self.single = placed, self.index, here
            return placed
        same = _SAME.match(self.text, clauses.sentence.start, clauses.sentence.end, concurrent=False)
        return placed if same and told == self.index - 1 else None

    def _start(self, sentence: int) -> int:
        return self.document.sentences[sentence].start

    def _says(self, pattern: regex.Pattern[str], clauses: Clauses) -> bool:
        """Whether the sentence holds what a pattern looks for."""
        return pattern.search(self.text, clauses.sentence.start, clauses.sentence.end, concurrent=False) is not None

    def _several(self, clauses: Clauses, here: dict[str, Naming], source: Source) -> PlacedParties:
        """Two countries or more in one clause; of more, the pair spoken of if it is among them.

        Of a route all are parties: "Russian gas to Uzbekistan via Kazakhstan".
        """
        named = list(here.values())
        is_route = any(clauses.preposition(naming) in _VIA for naming in named)
        if len(here) > 2 and not is_route and not self._are_enumerated(named):
            for pair in (self.before, self.about):
                if pair and len(pair.codes) == 2 and set(pair.codes) <= here.keys():
                    here = {code: here[code] for code in pair.codes}
                    break
        return self._placed(here, source)

    def _are_enumerated(self, named: list[Naming]) -> bool:
        """Whether countries stand in one list: "Russia, Kazakhstan and Belarus"."""
        gaps = {self.text[left.end : right.start] for left, right in pairwise(named)}
        return gaps <= {", ", " and ", ", and "}

    def _single(self, clauses: Clauses, mention: Mention, here: dict[str, Naming], source: Source) -> PlacedParties:
        """One country alone in its clause: its partner is in the sentence, was named before, or is the article's."""
        (code,) = here
        clause = clauses.clause(here[code].start)
        everyone = here | first_of_each(n for n in clauses.states if not clauses.is_aside(n, mention.start))
        if self._is_share_of_bloc() or self._is_population(clauses, clause, everyone):
            return self._placed(here, source)
        if len(everyone) == 1:
            others = first_of_each([*clauses.blocs(clause), *clauses.officials])
            others.pop(code, None)
            if len(others) == 1:
                return self._placed(here | others, source)
            return self._partnered(here, source)
        rest = {other: naming for other, naming in everyone.items() if other != code}
        frame = self._frame(clauses, here[code])
        if len(rest) == 1:
            (naming,) = rest.values()
            if self.home[0] in everyone or frame or clauses.clause(naming.start) not in clauses.counted:
                return self._placed(here | rest, Source.SENTENCE)
            return self._partnered(here, source)  # peers: "Kyrgyzstan lost 17%, Georgia slipped to $2.4 billion"
        lone = [naming for naming in rest.values() if clauses.clause(naming.start) not in clauses.counted]
        if len(lone) == 1 and len(rest) > 1:  # "transfers from Russia: Kazakhstan received 5, Georgia 1, Armenia 2"
            return self._placed(here | {lone[0].name.code: lone[0]}, Source.SENTENCE)
        if frame is not None and frame.name.code != code:
            return self._placed(here | {frame.name.code: frame}, Source.SENTENCE)
        home = self.home[0]
        if home in everyone:
            if clauses.clause(everyone[home].start) in clauses.counted:
                return self._beside_peers(here, everyone, source)
            if home != code:
                return self._placed(here | {home: everyone[home]}, Source.SENTENCE)
        return self._partnered(here, source)

    def _beside_peers(self, here: dict[str, Naming], everyone: dict[str, Naming], source: Source) -> PlacedParties:
        """Peers all: "Russia sent 2,000 men, Armenia 100", with the one of the article's pair that is none of them."""
        pair = zip(self.about.codes, self.about.words, strict=True)
        others = [(code, word) for code, word in pair if code not in everyone]
        if len(others) != 1 or len(self.about.codes) < 2:
            return self._placed(here, source)
        ((code, word),) = others
        return self._joined(here, Pair((code,), (word,)), Source.ARTICLE)

    def _frame(self, clauses: Clauses, member: Naming) -> Naming | None:
        """Whom a series sets its countries beside: the other one of the first clause, if that names two.

        The member of the series is the one with the same preposition ("Russia sold 5 to Kazakhstan, 2 to Belarus"),
        else the last one before the first figure ("In Uzbekistan China holds 21.3%; Russia has 15.5%").
        """
        opening = (clauses.within(clause, clauses.states) for clause in range(len(clauses.starts)))
        first = next(named for named in opening if named)
        figure = min((mention.start for mention in clauses.mentions), default=0)
        named = first_of_each(first)
        if len(named) != 2:
            return None
        preposition = clauses.preposition(member)
        alike = [naming for naming in named.values() if preposition and clauses.preposition(naming) == preposition]
        before = [naming for naming in first if naming.start < figure]
        series = (alike if len(alike) == 1 else before[-1:] or first[-1:])[0]
        (frame,) = (naming for code, naming in named.items() if code != series.name.code)
        return frame

    def _is_share_of_bloc(self) -> bool:
        """Whether a bloc as a whole was just spoken of: "Russia accounted for 61% of it, Belarus for 26%"."""
        before = self.before
        return before is not None and len(before.codes) == 1 and before.sentence == self.index - 1

    def _is_population(self, clauses: Clauses, clause: int, everyone: dict[str, Naming]) -> bool:
        """Whether a figure is a country's population and not that of another's people in it."""
        (naming, *others) = everyone.values()
        if others or naming.name.role is Role.PEOPLE:
            return False
        return _POPULATION.search(self.text, *clauses.span(clause), concurrent=False) is not None

    def _partnered(self, here: dict[str, Naming], source: Source) -> PlacedParties:
        """A country named alone, with its partner in what was said or in the article's pair, or the article's first."""
        (code,) = here
        spoken = [(pair, Source.BEFORE) for pair in reversed(self.said)]
        just = [(pair, origin) for pair, origin in spoken if pair.is_stated and pair.sentence >= self.index - 1]
        for pair, origin in (*just, (self.about, Source.ARTICLE), *spoken):
            if len(pair.codes) == 2 and code in pair.codes:
                return self._joined(here, pair, origin)
        home, word = self._hub() or self.home
        if home and home != code:
            return self._joined(here, Pair((home,), (word,)), Source.ARTICLE)
        return self._placed(here, source)

    def _hub(self) -> tuple[str, str] | None:
        """The one country that all pairs just spoken of have in common, if they are several; its code and its name."""
        pairs = {frozenset(pair.codes) for pair in self.said if len(pair.codes) == 2}
        common = frozenset.intersection(*pairs) if len(pairs) > 1 else frozenset[str]()
        for code in common:
            pair = self.said[-1]
            return code, pair.words[pair.codes.index(code)]
        return None

    def _unnamed(self) -> PlacedParties:
        """A figure whose sentence names nobody: what was said before, else what the article is about.

        A series ("with China to 31.5 billion, with Italy to 16.1 billion") is left again with its end.
        """
        pair = self.before or self.about
        latest = {frozenset(said.codes) for said in self.said if said.sentence == pair.sentence}
        if len(latest) > 1 and frozenset(self.about.codes) in latest:
            pair = self.about
        if len(pair.codes) < 2 and pair is self.about:
            return NOBODY
        origin = Source.BEFORE if pair is not self.about and pair.is_stated else Source.ARTICLE
        return PlacedParties(_join(pair.codes), origin, ", ".join(pair.words))

    def _joined(self, here: dict[str, Naming], pair: Pair, source: Source) -> PlacedParties:
        (code,) = here
        naming = here[code]
        words = [self.text[naming.start : naming.end]]
        words += [word for other, word in zip(pair.codes, pair.words, strict=True) if other != code]
        others = [other for other in pair.codes if other != code]
        is_stated = source is Source.BEFORE and pair.is_stated
        self.said.append(Pair((code, *others), tuple(words), self.index, is_stated))
        return PlacedParties(_join([code, *others]), source, ", ".join(words))

    def _placed(self, named: dict[str, Naming], source: Source) -> PlacedParties:
        if not named:
            return NOBODY
        if len(named) > 1:
            self._remember(named, self.index)
        spans = sorted((naming.start, naming.end) for naming in named.values())
        return PlacedParties(_join(named), source, ", ".join(self.text[start:end] for start, end in spans))


def _join(codes: Iterable[str]) -> str:
    return ";".join(sorted(set(codes)))


def place(document: Document, indicators: Sequence[str] = ()) -> list[PlacedParties]:
    """The countries of every mention, in the order of ``document.mentions``; ``indicators`` are those of the mentions.

    Dates and periods are about nobody.  Nothing named anywhere, or a figure that is about no country ("34.76 rubles per
    dollar", "for thirty years", "five countries"): no parties.
    """
    placing = _Placing(document, indicators)
    placed: list[PlacedParties] = []
    for passage in document.passages:
        if passage.mentions:
            placed += placing.passage(passage)
    return placed
