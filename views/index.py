"""Every fact in a few narrow numbers: how many, in which groups, which of them, without asking the database.

Some thirty bytes a fact, so a million of them are a walk of milliseconds.  What stands in the facts (sentences, figures
as written) stays in the database and is read for those few that are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from views.filters import FACETS, Filters
from views.lines import NO_YEAR, Ints, Lines, Mask, numbered
from views.rows import KEYS, Group

Places = NDArray[np.intp]
Floats = NDArray[np.float64]


_KEPT = 8
"""Choices of facts kept, four bytes a fact."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Facts in reading order: their place among all facts, the numbers of line, article and claim, and their values.

    ``rank`` is the place of a value among all values (-1 without one); ``low`` and ``high`` its ends (NaN without).
    """

    place: Ints
    line: Ints
    article: Ints
    claim: Ints
    rank: Ints
    low: Floats
    high: Floats

    def at(self, places: Places | Ints) -> Columns:
        """Some of the facts."""
        return Columns(*(getattr(self, field.name)[places] for field in fields(self)))


@dataclass(frozen=True, slots=True)
class Known:
    """What the numbers stand for, the same for all facts and for some of them.

    ``values`` and ``dates`` (no date before all others) are in ascending order; ``articles`` are by their number,
    ``days`` is the number of each one's date of publication.
    """

    lines: Lines
    values: Floats
    articles: pd.Index
    days: Ints
    dates: Sequence[date | None]


class Index:
    """Facts counted and grouped by ``Filters``; a search is none of its business (``within``)."""

    def __init__(self, known: Known, facts: Columns) -> None:
        """Over all facts or, with the same ``known``, over some of them."""
        self.facts = facts
        # A page asks half a dozen things of the same facts.
        self._at = lru_cache(_KEPT)(self._find)
        self._known = known
        self._lines = known.lines
        many = len(known.lines.year)
        self._number = np.bincount(facts.line, minlength=many)
        self._low, self._high = np.full(many, np.inf), np.full(many, -np.inf)
        stated = facts.rank >= 0
        np.minimum.at(self._low, facts.line[stated], facts.low[stated])
        np.maximum.at(self._high, facts.line[stated], facts.high[stated])
        # A claim whose facts are all of one line is left or dropped as a whole: it counts where its first fact stands.
        # Only of the others, which a filter may cut and which stand in several groups, must each be told from each.
        claim, first = numbered(facts.claim)
        cut = np.zeros(len(first), dtype=np.bool_)
        cut[claim[facts.line != facts.line[first[claim]]]] = True
        self._whole = np.bincount(facts.line[first[~cut]], minlength=many)
        self._cut = np.flatnonzero(cut[claim])

    def within(self, places: Places | Ints) -> Index:
        """The same for some of the facts."""
        return Index(self._known, self.facts.at(places))

    def count(self, filters: Filters) -> int:
        """How many facts the filters leave."""
        return int(self._number[self._kept(filters)].sum())

    def facets(self, filters: Filters, longest: int | None = None) -> dict[str, dict[str, int]]:
        """For each facet its values and what choosing each would leave, the ``longest`` most frequent first."""
        masks = self._lines.masks(filters)
        whole = self._lines.kept(masks)
        found: dict[str, dict[str, int]] = {}
        for facet, column in FACETS.items():
            if column in self._lines.codes:
                # A facet ignores its own selection: its values are alternatives.
                mask = self._lines.kept(masks, facet) if facet in masks else whole
                found[facet] = self._ranked(column, mask, longest)
        return found

    def _ranked(self, column: str, mask: Mask, longest: int | None) -> dict[str, int]:
        values = self._lines.values[column]
        totals = np.bincount(self._lines.codes[column][mask], weights=self._number[mask], minlength=len(values))
        ranked = sorted((-int(total), value) for total, value in zip(totals, values, strict=True) if total)
        return {value: -total for total, value in ranked[:longest]}

    def years(self) -> tuple[int, int] | None:
        """The first and the last year that any fact speaks of."""
        years = self._lines.year[(self._number > 0) & (self._lines.year != NO_YEAR)]
        return (int(years.min()), int(years.max())) if len(years) else None

    def places(self, filters: Filters) -> Ints:
        """Where the facts stand that the filters leave, in reading order."""
        return self.facts.place[self._at(filters)]

    def claims(self, filters: Filters) -> Ints:
        """Where each claim that has a value stands first among the facts that the filters leave."""
        found = self._at(filters)
        found = found[self.facts.rank[found] >= 0]
        return self.facts.place[found[~pd.Series(self.facts.claim[found]).duplicated().to_numpy()]]

    def of_articles(self, articles: Sequence[str]) -> Places:
        """Where the facts of these articles stand."""
        return np.flatnonzero(np.isin(self.facts.article, self._known.articles.get_indexer(pd.Index(articles))))

    def articles(self) -> dict[str, int]:
        """The articles with their numbers of facts, the most first."""
        numbers = np.bincount(self.facts.article, minlength=len(self._known.articles)).tolist()
        ranked = sorted(zip(self._known.articles, numbers, strict=True), key=lambda one: (-one[1], one[0]))
        return {name: number for name, number in ranked if number}

    def appeared(self, filters: Filters) -> tuple[tuple[date | None, int, int], ...]:
        """By date of publication the facts left, and of how many articles; where it is not known, facts alone."""
        days, dates = self._known.days, self._known.dates
        of_article = np.bincount(self.facts.article[self._at(filters)], minlength=len(days))
        facts = np.bincount(days, weights=of_article, minlength=len(dates))
        articles = np.bincount(days[of_article > 0], minlength=len(dates))
        found = [(day, int(facts[at]), int(articles[at]) if day else 0) for at, day in enumerate(dates) if facts[at]]
        return tuple(sorted(found, key=lambda one: (one[0] is None, one[0])))

    def groups(self, filters: Filters, by: tuple[str, ...]) -> tuple[Group, ...]:
        """The facts that the filters leave in groups alike in the columns ``by``, sorted by these.

        Raises ValueError for columns that nothing is grouped by.
        """
        if unknown := set(by) - set(KEYS):
            there = ", ".join(KEYS)
            raise ValueError(f"no such column to group facts by: {', '.join(sorted(unknown))}; there are {there}")
        kept = np.flatnonzero(self._kept(filters) & (self._number > 0))
        of_kept, keys = self._lines.alike(by, kept)
        of_line = np.full(len(self._number), -1, dtype=np.int32)
        of_line[kept] = of_kept
        low, high = np.full(len(keys), np.inf), np.full(len(keys), -np.inf)
        np.minimum.at(low, of_kept, self._low[kept])
        np.maximum.at(high, of_kept, self._high[kept])
        facts = np.bincount(of_kept, weights=self._number[kept], minlength=len(keys))
        claims = self._claims(of_line, len(keys))
        sources, middle = self._sources_and_medians(self._at(filters), of_line, len(keys))
        found = []
        for at, key in enumerate(keys):
            stated = low[at] <= high[at]
            ends = (float(low[at]), float(middle[at]), float(high[at])) if stated else (None, None, None)
            alike = dict(zip(by, key, strict=True))
            found.append(Group(int(facts[at]), int(claims[at]), int(sources[at]), *ends, **alike))  # type: ignore[arg-type]
        return tuple(sorted(found, key=lambda one: [((cell := getattr(one, name)) is None, cell) for name in by]))

    def _claims(self, of_line: Ints, groups: int) -> NDArray[np.int64]:
        """Claims in each group: those that are in one line as a whole, and those that are not, each once a group."""
        kept = np.flatnonzero(of_line >= 0)
        whole = np.bincount(of_line[kept], weights=self._whole[kept], minlength=groups)
        group = of_line[self.facts.line[self._cut]]
        claim = self.facts.claim[self._cut[group >= 0]]
        return whole.astype(np.int64) + _different(group[group >= 0], claim, groups)

    def _sources_and_medians(self, places: Ints, of_line: Ints, groups: int) -> tuple[NDArray[np.int64], Floats]:
        """For each group of facts at some places its number of articles and the median of its values (NaN if none)."""
        group = of_line[self.facts.line[places]]
        sources = _different(group, self.facts.article[places], groups)
        rank = self.facts.rank[places]
        stated = rank >= 0
        many = len(self._known.values) + 1
        ordered = np.sort(group[stated].astype(np.int64) * many + rank[stated]) % many
        number = np.bincount(group[stated], minlength=groups)
        begin = np.cumsum(number) - number
        middle = np.full(groups, np.nan)
        known = number > 0
        lower, upper = (ordered[(begin + half)[known]] for half in ((number - 1) // 2, number // 2))
        middle[known] = (self._known.values[lower] + self._known.values[upper]) / 2
        return sources, middle

    def latest(self, filters: Filters, alike: Sequence[Group], by: tuple[str, ...]) -> list[int]:
        """Where the latest fact with a value of each of these groups stands: of the latest year, then publication."""
        kept = np.flatnonzero(self._kept(filters) & (self._low <= self._high))
        of_kept, keys = self._lines.alike(by, kept)
        numbers = {key: number for number, key in enumerate(keys)}
        asked = [numbers[tuple(getattr(one, name) for name in by)] for one in alike]
        latest = np.full(len(keys), NO_YEAR, dtype=np.int32)
        np.maximum.at(latest, of_kept, self._lines.year[kept])
        wanted = np.isin(of_kept, asked) & (self._lines.year[kept] == latest[of_kept])
        of_line = np.full(len(self._number), -1, dtype=np.int32)
        of_line[kept[wanted]] = of_kept[wanted]
        places = self._at(filters)
        places = places[(of_line[self.facts.line[places]] >= 0) & (self.facts.rank[places] >= 0)]
        group, day = of_line[self.facts.line[places]], self._known.days[self.facts.article[places]]
        order = np.lexsort((places, -day, group))
        ordered = places[order]
        found, first = np.unique(group[order], return_index=True)
        where = dict(zip(found.tolist(), self.facts.place[ordered[first]].tolist(), strict=True))
        return [where[number] for number in asked]

    def _find(self, filters: Filters) -> Ints:
        """Which of these facts the filters leave."""
        return np.flatnonzero(self._kept(filters)[self.facts.line]).astype(np.int32)

    def _kept(self, filters: Filters) -> Mask:
        return self._lines.kept(self._lines.masks(filters))


def _different(group: Ints, what: Ints, groups: int) -> NDArray[np.int64]:
    """How many different numbers each group holds."""
    many = int(what.max(initial=0)) + 1
    pairs = pd.unique(group.astype(np.int64) * many + what)
    return np.bincount(pairs // many, minlength=groups)
