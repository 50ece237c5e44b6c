"""Which published series a claim speaks of, by indicator, kind, unit, countries and the words beside the figure.

The rules are rows of data/reference/series.csv.  A word counts for the figure it stands nearest to; a claim without
words of its own continues the one before it ("According to other estimates, up to one and a half million").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import regex

from extractors.model import CALENDAR_KINDS, Change, Fact, Kind
from views.reference import Reference

_ADJACENT = 3
"""Characters that may lie between two sentences for the second to continue the first."""

_ELLIPSIS = 12
"""Words of a sentence short enough to lean on the one before."""

_LEANING = frozenset({Kind.MONEY, Kind.PERCENT, Kind.COUNT, Kind.MASS, Kind.VOLUME, Kind.ENERGY})
"""Kinds of figure that may continue the figure before; ordinals and dates name their own subject."""


_COUNTED = frozenset({Kind.COUNT, Kind.ORDINAL, Kind.DURATION})
"""Kinds whose units are words for the same thing: a firm is a company, a forum's number an ordinal."""

_CLAUSE_END = regex.compile(r"[,;:()\[\]–—]")


@dataclass(frozen=True, slots=True)
class Series:
    """One row of series.csv, ready to be matched; see the column descriptions in datapackage.json."""

    name: str
    label: str
    indicator: str
    indicators: frozenset[str]
    kinds: frozenset[str]
    units: tuple[str, ...]
    status: str
    basis: str
    change: bool
    parties: frozenset[str]
    near: Any
    sentence: tuple[Any, ...]
    unless: Any

    def unit(self, given: str) -> str:
        """The unit under which a claim or figure of the series is compared: its own, or for counted nouns one name."""
        return self.units[0] if self.kinds & _COUNTED else given


@lru_cache(8)
def series_of(reference: Reference) -> tuple[Series, ...]:
    """The reference's series in the order of the file: the first that fits a claim has it."""
    return tuple(_series(row) for row in reference.series)


def subjects(facts: Sequence[Fact], reference: Reference) -> dict[str, Series]:
    """fact_id → the series the fact speaks of; facts that speak of none are missing.

    ``facts`` are those of one article, in the order of its text.
    """
    found: dict[str, Series] = {}
    before: Fact | None = None
    for fact, near in zip(facts, _surroundings(facts), strict=True):
        series = _match(fact, near, series_of(reference)) or _continued(fact, before, near, found)
        if series:
            found[fact.fact_id] = series
            before = fact
    return found


def _match(fact: Fact, near: str, series: Sequence[Series]) -> Series | None:
    fitting = [one for one in series if _fits(fact, one) and _says(fact, near, one)]
    same = [one for one in fitting if one.status == fact.status]
    return next(iter([*same, *fitting]), None)


def _continued(fact: Fact, before: Fact | None, near: str, found: Mapping[str, Series]) -> Series | None:
    """The series of the claim before, where this one leans on it and fits it in everything but words."""
    if before is None or fact.kind not in _LEANING or not _leans(fact, before):
        return None
    series = found[before.fact_id]
    if not series.near or not _fits(fact, series) or (series.unless and series.unless.search(near, concurrent=False)):
        return None
    alike = (fact.kind, fact.indicator, fact.status) == (before.kind, before.indicator, before.status)
    return series if alike else None


def _leans(fact: Fact, before: Fact) -> bool:
    """Whether the fact shares the sentence of the one before, or stands in a short sentence right after it."""
    if fact.sentence_start == before.sentence_start:
        return True
    gap = fact.sentence_start - before.sentence_end
    return 0 <= gap <= _ADJACENT and len(fact.sentence.split()) <= _ELLIPSIS


def _fits(fact: Fact, series: Series) -> bool:
    """Whether indicator, kind, unit, countries and being a change or a level suit the series."""
    if fact.kind not in series.kinds or (series.indicators and fact.indicator not in series.indicators):
        return False
    if fact.kind not in CALENDAR_KINDS and fact.unit not in series.units:
        return False
    is_change = fact.change != Change.NONE
    if is_change != series.change and not (series.change and fact.indicator == series.indicator):
        return False
    return (fact.parties or "none") in series.parties if series.parties else bool(fact.parties)


def _says(fact: Fact, near: str, series: Series) -> bool:
    """Whether the words beside the figure and in its sentence are those the series asks for."""
    if series.near and not series.near.search(near, concurrent=False):
        return False
    if series.unless and series.unless.search(near, concurrent=False):
        return False
    words = f"{fact.sentence} {fact.indicator_cue} {fact.parties_cue}"  # cues may stand in a sentence before
    return all(group.search(words, concurrent=False) for group in series.sentence)


def _surroundings(facts: Sequence[Fact]) -> list[str]:
    """For each fact the words of its sentence that stand beside it: nearer to it than to any other figure.

    What follows it up to a comma or bracket is its own in any case: "21.3% of its foreign trade ($21.7bn)".  To a
    quantity, dates are no rivals: "in 2022 trade reached $28.2 billion" is all about the money.
    """
    sentences: dict[int, list[Fact]] = {}
    for fact in facts:
        sentences.setdefault(fact.sentence_start, []).append(fact)
    stretches = []
    for fact in facts:
        low, high = fact.sentence_start, fact.sentence_end
        for other in sentences[fact.sentence_start]:
            if other.kind in CALENDAR_KINDS and fact.kind not in CALENDAR_KINDS:
                continue
            if other.end <= fact.start:
                low = max(low, (other.end + fact.start) // 2)
            elif other.start >= fact.end:
                own = _CLAUSE_END.search(fact.sentence, fact.end - fact.sentence_start, concurrent=False)
                clause = fact.sentence_start + own.start() if own else other.start
                high = min(high, max((fact.end + other.start) // 2, min(clause, other.start)))
        stretches.append(fact.sentence[low - fact.sentence_start : high - fact.sentence_start])
    return stretches


def _series(row: Mapping[str, str]) -> Series:
    also = row["also"].split(";") if row["also"] else []
    return Series(
        name=row["series"],
        label=row["label"],
        indicator=row["indicator"],
        indicators=frozenset() if "any" in also else frozenset([row["indicator"], *also]),
        kinds=frozenset(row["kind"].split(";")),
        units=tuple(row["units"].split(";")),
        status=row["status"],
        basis=row["basis"],
        change=row["change"] == "true",
        parties=frozenset(row["parties"].split()),
        near=_words(row["near"]),
        sentence=tuple(_words(group) for group in row["sentence"].split(";") if group),
        unless=_words(row["unless"]),
    )


@cache
def _words(listed: str) -> Any:
    """A pattern for any of the words and phrases; None where there are none.  A star stands for any ending."""
    if not listed:
        return None
    parts = (
        regex.escape(part.removesuffix("*")) + ("" if part.endswith("*") else r"(?!\w)") for part in listed.split("|")
    )
    return regex.compile(rf"(?<!\w)(?:{'|'.join(parts)})", regex.IGNORECASE)
