"""The countries of a sentence, clause by clause, and which of them are parties to the figures beside them.

Sentences are bounded in length, so that their few figures and countries are simply gone through.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cached_property

import regex

from extractors import countries, words
from extractors.countries import Naming, Role
from extractors.model import CALENDAR_KINDS, Mention, Sentence


def alternatives(listed: str) -> str:
    """Comma-separated patterns as alternatives; a space is any white space."""
    return "|".join(word.replace(" ", r"\s") for word in listed.split(", "))


_OBSERVERS = (
    "scientist, economist, analyst, expert, historian, journalist, newspaper, media, press, agency, publication, "
    "magazine, portal, website, channel, television, TV, correspondent, blogger, commentator, observer, pollster,"
    " researcher, sociologist"
)
_OFFICES = (
    "president, President, prime, Prime, premier, Premier, minister, Minister, ministers, ministry, Ministry, "
    "envoy, ambassador, Foreign, Ambassador, government, leader, official, officials, authorities, counterpart, "
    "deputy, cabinet, parliament, embassy, side, guest, head, delegation, colleague, presidential, diplomat, "
    "diplomats, senator, capital"
)
_SPEECH = (
    "said, says, told, reported, reports, announced, noted, stated, believes, expects, claims, insists, confirmed, "
    "estimates, hopes, warned, speaks, thinks"
)
_OBSERVER, _OFFICIAL, _SAYS = alternatives(_OBSERVERS), alternatives(_OFFICES), alternatives(_SPEECH)
_CURRENCY = "ruble rubles rouble roubles tenge tenges dollar dollars currency yuan lira sum sums som soms manat manats"
_BACKGROUND = "war invasion aggression military"
_BYSTANDERS = frozenset(
    (
        *_OBSERVERS.lower().split(", "),
        *_CURRENCY.split(),
        *_BACKGROUND.split(),
        *"speaking language born led backed based made ethnicity".split(),
    )
)
_OFFICIALS = frozenset((*_OFFICES.lower().split(", "), *_SPEECH.split(", ")))
"""Words of which those that follow need one."""
_BYSTANDER_AFTER = regex.compile(
    rf"""
    [ -] (?: [a-z-]{{1,20}}+ [ ] ){{0,3}} (?: {_OBSERVER} ) \b              # Kazakh political scientist
    | [ ] (?: r(?:ou|u)bles? | tenges? | dollars? | currency | yuan | lira | sums? | soms? | manats? ) \b
    | (?: -speaking | -language | [ ]language | -born | -led | -backed | -based | -made | [ ]ethnicity ) \b
    | [ ] (?: war | invasion | aggression | military[ ]operation ) \b           # background, not a party
    """,
    regex.VERBOSE,
)
_BYSTANDER_BEFORE = regex.compile(
    r"""(?r)
    (?: \b (?: [Aa]nti | [Pp]ro | [Nn]on | [Pp]ost | former ) -
      | \b (?: [Ww]ar | [Ii]nvasion | [Cc]onflict | [Oo]peration | [Aa]ggression | [Ee]vents | [Cc]risis )
        \s (?: in | of | against | with ) \s
    )
    """,
    regex.VERBOSE,
)
_BYSTANDER_ENDS = frozenset("anti pro non post former in of against with".split())
_ENDS = frozenset(',.;:!?)”"\n')
"""After these a name stands by itself, and the patterns of what it belongs to need no look."""
_DATELINE = regex.compile(r"\s?\(|[.,]\s(?:[A-Z][a-z]{2,8}\.?\s[0-9]|[–—/-])|\s[–—-]\s")
_OFFICIAL_AFTER = regex.compile(rf"(?:['’]s|s['’])?\s(?:[\w-]{{1,20}}+\s){{0,3}}(?:{_OFFICIAL})\b|\s(?:{_SAYS})\b")
_PLACE_BEFORE = regex.compile(r"(?r)\b(?:[Ii]n|[Nn]ear|[Aa]t|[Ff]rom|[Oo]utside)\s")
_ROUTE = regex.compile(
    r"(?:[-–]\p{Lu}[\p{Ll}]{2,20}+){0,3}\s(?:oil\s|gas\s)?(?:route|pipeline|railway|line|corridor|highway)\b"
)
_STOP = regex.compile(r"[.,;:!?)”\"]|$|\s(?:in|at|on|and|or|by|for|is|are|was|as|than|with)\s")


class Weight(IntEnum):
    """How much a name says about the figures beside it."""

    BYSTANDER = 0
    PLACE = 1  # where something was said, or a city
    OFFICIAL = 2  # a government that speaks
    PARTY = 3


def weigh(text: str, naming: Naming, vocabulary: frozenset[str]) -> Weight:
    """What a name is beside the figures of its sentence, by the words around it.

    ``vocabulary`` are the sentence's words in lower case: most patterns need one that it has not.
    """
    start, end, role = naming.start, naming.end, naming.name.role
    goes_on = text[end : end + 1] not in _ENDS
    if (
        goes_on
        and not _BYSTANDERS.isdisjoint(vocabulary)
        and _BYSTANDER_AFTER.match(text, end, end + 70, concurrent=False)
    ):
        return Weight.BYSTANDER
    if words.before(text, start) in _BYSTANDER_ENDS and _BYSTANDER_BEFORE.match(
        text, max(0, start - 24), start, concurrent=False
    ):
        return Weight.BYSTANDER
    if role is Role.ADJECTIVE and _is_language(text, start, end):
        return Weight.BYSTANDER
    is_place = role in (Role.CAPITAL, Role.CITY)
    if is_place and (start == 0 or text[start - 1] == "\n") and _DATELINE.match(text, end, end + 20, concurrent=False):
        return Weight.BYSTANDER
    if is_place and _ROUTE.match(text, end, end + 70, concurrent=False):
        return Weight.BYSTANDER
    if role is Role.CITY or (is_place and _PLACE_BEFORE.match(text, max(0, start - 8), start, concurrent=False)):
        return Weight.PLACE
    if role is Role.LEADER or (
        goes_on
        and not _OFFICIALS.isdisjoint(vocabulary)
        and _OFFICIAL_AFTER.match(text, end, end + 90, concurrent=False)
    ):
        return Weight.OFFICIAL
    return Weight.PARTY


def _is_language(text: str, start: int, end: int) -> bool:
    """Whether an adjective is a language: "59.7% answered in Kazakh."."""
    return (
        text[start - 3 : start] == "in "
        and not text[start - 4 : start - 3].isalnum()
        and _STOP.match(text, end, end + 6, concurrent=False) is not None
    )


# ---------------------------------------------------------------- the clauses of a sentence

_BOUNDARY = re.compile(
    r"""
    [();:,\s] (?:
        (?<= [()] )
      | (?<= [;:,] ) \s
      | (?<= \s ) (?:
            [–—-] \s
          | (?: while | whereas | but | though | although ) \s
          | (?P<and> and \s ) (?= (?: (?:with|in|to|for|from|of) \s )? [A-ZÀ-ÖØ-ÞА-Я] | [$€£₽₸]? [0-9] )
        )
    )
    """,
    re.VERBOSE,
)
"""It begins with one set of characters, which ``re`` skims a text for."""
_GROUP_BEFORE = regex.compile(r"(?r)(?:\b(?:with|to|from|and|between|of|into|for|among)\s(?:(?:the|all)\s)?|\p{L}[–-])")
_GROUP_AFTER = regex.compile(
    r"\s(?:[\w-]{1,20}+\s)?(?:countries|states|nations|republics|neighbou?rs|partners|markets|buyers)\b"
)
_WHOLE_AFTER = regex.compile(r"(?:['’]s)?\s(?:member\s)?(?:countries|states|members|economies|nations)\b|['’]s\s")
_WORD_BEFORE = regex.compile(
    r"(?r)\b(?P<word>with|to|from|in|for|through|by|via|across)\s(?:the\s(?:territory\sof\s)?)?"
)
_TIES_BEFORE = regex.compile(r"(?r)\b(?:with|to|from|and|between|into)\s(?:the\s)?")


_PART = regex.compile(r"(?:(?:of|from|among)\s(?:which|whom|it|them|these|this)|including)\b")


class Clauses:
    """The countries of one sentence, clause by clause, as far as they are parties."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        mentions: Sequence[Mention],
        namings: Iterable[Naming],
        vocabulary: frozenset[str],
    ) -> None:
        self.text = text
        self.sentence = sentence
        weighed = [(naming, weigh(text, naming, vocabulary)) for naming in namings]
        states = [pair for pair in weighed if pair[0].name.kind is countries.Kind.STATE]
        best = Weight.PARTY if any(weight is Weight.PARTY for _, weight in states) else Weight.PLACE
        self.states = [naming for naming, weight in states if weight >= best]
        self.officials = [naming for naming, weight in states if weight is Weight.OFFICIAL]
        self.others = [naming for naming, _ in weighed if naming.name.kind is not countries.Kind.STATE]
        self.mentions = [mention for mention in mentions if mention.kind not in CALENDAR_KINDS]
        self._nearest: dict[int, int] = {}

    @cached_property
    def counted(self) -> frozenset[int]:
        """The clauses whose countries some figure is about."""
        return frozenset(self.nearest(self.clause(mention.start)) for mention in self.mentions)

    def has_figure(self, start: int, end: int) -> bool:
        """Whether a figure begins in text[start:end]."""
        return any(start <= mention.start < end for mention in self.mentions)

    @cached_property
    def starts(self) -> list[int]:
        """Where clauses begin; the commas and ands of an enumeration of countries are no boundaries."""
        counted = {naming.start for naming in self.states if self.is_in_figure(naming)}  # "62,000 Russians"
        begins = {naming.start for naming in self.states} - counted
        ends = {naming.end for naming in self.states if naming.start not in counted}
        starts = [self.sentence.start]
        for gap in _BOUNDARY.finditer(self.text, self.sentence.start, self.sentence.end):
            if gap.start() in ends and gap.end() in begins:
                continue
            if gap["and"] and not self._divides(starts[-1], gap.start()):
                continue
            starts.append(gap.end())
        return starts

    def preposition(self, naming: Naming) -> str:
        """The word before a country's name: "to" in "exports to Belarus"."""
        before = _WORD_BEFORE.match(
            self.text, max(self.sentence.start, naming.start - 32), naming.start, concurrent=False
        )
        return before["word"] if before else ""

    def names_inside(self, mention: Mention) -> bool:
        """Whether a figure's own words name a country."""
        return any(mention.start <= naming.start < mention.end for naming in self.states)

    def is_in_figure(self, naming: Naming) -> bool:
        """Whether a country is named inside a figure: "62,000 Russians"."""
        return any(mention.start <= naming.start < mention.end for mention in self.mentions)

    def _divides(self, start: int, end: int) -> bool:
        """Whether an "and" begins a new clause: a figure stands before it, and no "between" that it belongs to."""
        said = self.text.find("between ", start, end) < 0
        return said and self.has_figure(start, end)

    def is_aside(self, naming: Naming, position: int) -> bool:
        """Whether a country is named in brackets that a position is outside of: "(its Russian operator says)"."""
        clause = self.clause(naming.start)
        start = self.starts[clause]
        return self.text[start - 1 : start] == "(" and clause != self.clause(position)

    def clause(self, position: int) -> int:
        """The number of the clause that holds a position."""
        return bisect_right(self.starts, position) - 1

    def span(self, clause: int) -> tuple[int, int]:
        """Where a clause begins and ends."""
        last = clause + 1 == len(self.starts)
        return self.starts[clause], self.sentence.end if last else self.starts[clause + 1]

    def within(self, clause: int, namings: Iterable[Naming]) -> list[Naming]:
        """Those of the namings that stand in a clause."""
        start, end = self.span(clause)
        return [naming for naming in namings if start <= naming.start < end]

    def nearest(self, clause: int) -> int:
        """The clause that names who a figure is about: its own, else the last before it, else the first after it.

        A clause after it with a figure of its own is another item of a list: "8.6 million tons: 2.9 million to …".
        """
        if clause not in self._nearest:
            self._nearest[clause] = self._find_nearest(clause)
        return self._nearest[clause]

    def _find_nearest(self, clause: int) -> int:
        order: list[int] = [*range(clause, -1, -1), *range(clause + 1, len(self.starts))]
        listed = len(first_of_each(self.states)) > 1
        for index in order:
            if index > clause and _PART.match(self.text, self.starts[index], concurrent=False):
                continue  # "exports fell to 80 million tons, among them 27 million to Russia"
            if index > clause and self.has_figure(*self.span(index)) and self._is_apart(clause, index):
                continue  # "turnover came to $26 billion; China follows with $24 billion"
            if self.within(index, self.states) or self.groups(index):
                return clause if listed and index > clause and self.has_figure(*self.span(index)) else index
        return clause

    def _is_apart(self, clause: int, index: int) -> bool:
        """Whether a semicolon stands between two clauses."""
        return self.text.find(";", self.starts[clause], self.starts[index]) >= 0

    def groups(self, clause: int) -> list[Naming]:
        """Regions a clause names as the other side: "between China and Europe", "with its Asian neighbours"."""
        regions = [n for n in self.within(clause, self.others) if n.name.kind is countries.Kind.REGION]
        return [
            n
            for n in regions
            if (
                _GROUP_AFTER.match(self.text, n.end, n.end + 50, concurrent=False) is not None
                if n.name.role is Role.ADJECTIVE
                else self._follows(n, _GROUP_BEFORE)
            )
        ]

    def blocs(self, clause: int) -> list[Naming]:
        """Blocs a clause names as the other side: "trade with the EAEU"."""
        blocs = [n for n in self.within(clause, self.others) if n.name.kind is countries.Kind.BLOC]
        return [n for n in blocs if self._follows(n, _TIES_BEFORE)]

    def whole_blocs(self, clause: int) -> list[Naming]:
        """Blocs a clause speaks of as a whole: "the EAEU countries", "the EU's trade"."""
        blocs = [n for n in self.within(clause, self.others) if n.name.kind is countries.Kind.BLOC]
        return [n for n in blocs if _WHOLE_AFTER.match(self.text, n.end, n.end + 40, concurrent=False) is not None]

    def _follows(self, naming: Naming, before: regex.Pattern[str]) -> bool:
        at = naming.start
        return before.match(self.text, max(self.sentence.start, at - 24), at, concurrent=False) is not None


def first_of_each(namings: Iterable[Naming]) -> dict[str, Naming]:
    """Each country once, where it is named first."""
    found: dict[str, Naming] = {}
    for naming in namings:
        found.setdefault(naming.name.code, naming)
    return found
