"""Text → mentions: finds the numbers, lets each kind read them, and settles what neighbours owe each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter

import regex

from extractors import changes, countries, names, neighbours, numbers, qualifiers, words
from extractors.characters import plain
from extractors.drafts import PRODUCT, Conventions, Draft
from extractors.kinds import counts, dates, durations, measures, money, ordinals, percents, ratios, vague
from extractors.model import Kind, Mention, Qualifier, Sentence
from extractors.numerals import Numeral
from extractors.passages import Document
from extractors.sentences import sentences
from extractors.tallies import tallied
from extractors.words import Hit

_SCORE = regex.compile("-[0-9]")
_MINUS = regex.compile(r"(?r)(?<!\p{L})[Mm]inus[ -]|(?<=^|[\s(])(?<![\p{N}%][ ])-")

Grammar = Callable[[str, Numeral], Draft | None]
_KINDS: tuple[tuple[Grammar, frozenset[str]], ...] = (
    (percents.read, percents.WORDS),
    (ratios.read, ratios.WORDS),
    (measures.read, measures.WORDS),
    (durations.read, durations.WORDS),
)
"""The grammars asked in turn what a number is, each if one of its words follows; money comes before them, counted
nouns after."""
GRAMMARS: dict[str, tuple[Grammar, ...]] = {
    word: tuple(grammar for grammar, words in _KINDS if word in words)
    for word in frozenset[str]().union(*(words for _, words in _KINDS))
}
"""The same by the word that follows."""

VOCABULARY = numbers.WORDS_OF_NUMBERS | ratios.WORDS_OF_MULTIPLES | dates.WORDS_OF_TIME | countries.WORDS_OF_NAMES
"""Every word that a figure, a time or a country is found by: looked for once in a text."""


def read(text: str, published: date | None = None, title: str = "", conventions: Conventions = PRODUCT) -> Document:
    """Everything that can be read in a text without knowing what it is about."""
    readable = plain(text)
    spans = sentences(readable)
    hits = words.find(readable, VOCABULARY)
    calendar, times = dates.find(readable, hits)
    drafts = read_drafts(readable, spans, calendar, conventions, hits)
    mentions = [_mention(draft, conventions) for draft in drafts]
    return Document(
        text, published, spans, sorted([*mentions, *calendar], key=attrgetter("start")), times, title, hits, readable
    )


def read_drafts(
    text: str,
    spans: Sequence[Sentence],
    calendar: Sequence[Mention],
    conventions: Conventions = PRODUCT,
    hits: Sequence[Hit] | None = None,
) -> list[Draft]:
    """The figures of a plain text that are no calendar expressions, in order, with qualifier, change and unit.

    ``hits`` are the words of ``VOCABULARY`` in the text, where they are known already.
    """
    starts = [span.start for span in spans]
    drafts: list[Draft] = []
    for draft in _drafts(text, [(m.start, m.end) for m in calendar], conventions, hits):
        index = bisect_right(starts, draft.start) - 1
        if index < 0 or draft.end > spans[index].end or (drafts and draft.start < drafts[-1].end):
            continue
        qualifier, draft.left = qualifiers.before(text, draft.start)
        if draft.kind is Kind.DURATION and qualifiers.is_meanwhile(text, draft.left):
            qualifier, draft.left = Qualifier.EXACT, draft.start
        if draft.left < spans[index].start:
            qualifier, draft.left = Qualifier.EXACT, draft.start
        if qualifier is not Qualifier.EXACT:
            draft.qualifier = qualifier
        draft.sentence = index
        drafts.append(draft)
    for draft in drafts:
        if draft.change == "none":
            draft.change = changes.direction(text, draft, spans[draft.sentence].start, conventions)
    drafts = neighbours.join_ranges(text, drafts, conventions)
    for draft in drafts:
        _qualify_after(text, draft)
    for draft in drafts:
        if draft.kind is None and not draft.numeral.ordinal and not draft.numeral.fraction:
            _count_what_stands_before(text, draft, spans[draft.sentence].start)
    neighbours.lend_units(text, drafts)
    neighbours.inherit_bounds(text, drafts)
    return [draft for draft in drafts if draft.kind is not None or _stands_alone(text, draft, conventions)]


def _count_what_stands_before(text: str, draft: Draft, sentence_start: int) -> None:
    noun = "" if names.is_named(text, draft.numeral) else tallied(text, draft.left, sentence_start)
    if noun:
        draft.kind, draft.code, draft.name, draft.rule = Kind.COUNT, noun, noun, "count, noun before"


def _qualify_after(text: str, draft: Draft) -> None:
    if draft.qualifier is Qualifier.EXACT:
        draft.qualifier, _ = qualifiers.after(text, draft.end)
        if draft.qualifier is Qualifier.EXACT and draft.end != draft.numeral.end:
            draft.qualifier, _ = qualifiers.after(text, draft.numeral.end)


def _drafts(
    text: str, taken: Sequence[tuple[int, int]], conventions: Conventions, hits: Sequence[Hit] | None
) -> Iterator[Draft]:
    """Drafts of every number and every multiple outside the spans taken, in order."""
    ends = [end for _, end in taken]
    found = [
        draft
        for numeral in numbers.find(text, hits, taken)
        if (draft := _draft(text, numeral, conventions)) is not None
    ]
    found += ratios.find(text, hits)
    if conventions.vague:
        found += vague.find(text)
    found.sort(key=attrgetter("start"))
    for draft in found:
        i = bisect_right(ends, draft.start)
        if i == len(taken) or taken[i][0] >= draft.end:
            yield draft


def _draft(text: str, numeral: Numeral, conventions: Conventions) -> Draft | None:
    """What the number is; "30+ firms", "1,500-plus delegates" and "twenty-odd states" are bounded before their noun."""
    infix, end = qualifiers.infix(text, numeral.end)
    if infix is Qualifier.EXACT:
        return _of_a_kind(text, numeral, conventions)
    draft = _of_a_kind(text, replace(numeral, end=end, follows=words.after(text, end)), conventions)
    if draft is not None:
        draft.qualifier, draft.end = infix, max(draft.end, end)
    return draft


def _of_a_kind(text: str, numeral: Numeral, conventions: Conventions) -> Draft | None:
    draft = money.read(text, numeral)
    if draft is not None:
        return _signed(text, draft)
    if names.is_label(text, numeral):
        return None
    for grammar in _grammars(text, numeral):
        draft = grammar(text, numeral)
        if draft is not None:
            return _signed(text, draft)
    draft = counts.read(text, numeral, conventions)
    if draft is not None or numeral.ordinal or numeral.fraction:
        return draft
    return _signed(text, Draft(numeral, numeral.start, numeral.end))


def _grammars(text: str, numeral: Numeral) -> tuple[Grammar, ...]:
    """The grammars that may read a number, by what it is or what stands beside it."""
    if numeral.ordinal:
        return (ordinals.read,)
    if numeral.fraction:
        return (percents.read,)
    grammars = GRAMMARS.get(numeral.follows, ())
    aged = words.before(text, numeral.start) in durations.AGES and durations.read not in grammars
    return (*grammars, durations.read) if aged else grammars


def _signed(text: str, draft: Draft) -> Draft:
    """The draft, below zero if "minus" stands before it; "minus 5 percent" is a change and keeps its size."""
    if draft.kind in (Kind.PERCENT, Kind.RATIO) or draft.value < 0:
        return draft
    signed = text[draft.start - 1 : draft.start] == "-" or words.before(text, draft.start) == "minus"
    minus = _MINUS.match(text, 0, draft.start, concurrent=False) if signed else None
    if minus is not None:
        draft.value, draft.start = -draft.value, minus.start()
    return draft


def _stands_alone(text: str, draft: Draft, conventions: Conventions) -> bool:
    """Whether a number without any unit is a figure all the same: one with a scale word is, and counts."""
    numeral = draft.numeral
    if conventions.bare:
        year = not numeral.grouped and not numeral.words and 1500 <= numeral.value <= 2150
        paired = _SCORE.match(text, draft.end, concurrent=False) or text[draft.start - 1 : draft.start] == "-"
        return (
            not year
            and not paired
            and not neighbours.is_age(text, draft)
            and not names.is_named(text, numeral)
            and not (numeral.words and numeral.value == 1)
        )
    if numeral.scale <= 1:
        return False
    draft.kind, draft.rule = Kind.COUNT, "large number without a noun"
    return True


def _mention(draft: Draft, conventions: Conventions) -> Mention:
    factor = 1.0 if conventions.as_written else draft.factor
    ranged = draft.low is not None and draft.high is not None
    qualifier = Qualifier.RANGE if ranged and not conventions.as_written else draft.qualifier
    return Mention(
        kind=draft.kind or Kind.COUNT,
        start=draft.start,
        end=draft.end,
        rule=draft.rule,
        value=_tidy(draft.value * factor),
        value_low=_tidy(min(draft.low, draft.high) * factor) if ranged else None,  # type: ignore[type-var,operator]
        value_high=_tidy(max(draft.low, draft.high) * factor) if ranged else None,  # type: ignore[type-var,operator]
        unit=draft.name if conventions.as_written else draft.code,
        qualifier=qualifier,
        change=draft.change,
    )


def _tidy(value: float) -> float:
    """The value without the dust of binary fractions: 32.7e9 and not 32700000000.000004."""
    return float(f"{value:.12g}")
