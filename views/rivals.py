"""Which claims the compare page sets side by side: read from the store, bounded, remembered.

The five articles are compared whole.  Of a corpus, the comparisons on the start page are those of the groups that lie
furthest apart, found by one query; each shows at most ``MOST`` claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from views.comparisons import Comparison, compare, disagreements
from views.filters import Filters
from views.reference import Reference
from views.store import Store
from views.subjects import series_of

MOST = 500
"""Claims set side by side at once."""

WHOLE = 20_000
"""Up to so many facts, everything is compared with everything."""

_GROUPS = 24
"""Groups of a corpus looked into for the largest disagreements."""


_KEPT = 64
"""Answers kept of each question and store."""

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Choices:
    """What the compare page can be asked: indicators, and for each its sets of countries, the most frequent first."""

    parties: Mapping[str, tuple[str, ...]]

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators in order of their names."""
        return tuple(sorted(self.parties))


def _remembered(answer: Callable[Concatenate[Store, Asked], Answer]) -> Callable[Concatenate[Store, Asked], Answer]:
    """Keep answers for as long as their store lives: a visitor's own store goes with the visit, its answers with it."""
    memory: WeakKeyDictionary[Store, dict[Any, Answer]] = WeakKeyDictionary()

    @wraps(answer)
    def ask(store: Store, /, *asked: Asked.args, **_named: Asked.kwargs) -> Answer:
        known = memory.setdefault(store, {})
        if asked not in known:
            if len(known) >= _KEPT:
                known.clear()
            known[asked] = answer(store, *asked, **_named)
        return known[asked]

    return ask


@_remembered
def choices(store: Store, reference: Reference) -> Choices:
    """Indicators and countries on which articles or publishers give a figure."""
    found: dict[str, dict[str, int]] = {}
    counted = store.aggregate(Filters(), ("indicator", "parties"))
    for indicator, parties, facts in zip(counted["indicator"], counted["parties"], counted["facts"], strict=True):
        if indicator != "other":
            found.setdefault(str(indicator), {})[str(parties)] = int(facts)
    series = {one.name: one for one in series_of(reference)}
    for figure in reference.figures:
        one = series[figure.series]
        if "event" not in one.kinds and figure.indicator != "other":
            known = found.setdefault(figure.indicator, {})
            for parties in {"" if party == "none" else party for party in one.parties or {figure.parties}}:
                known.setdefault(parties, 0)
    return Choices({name: tuple(sorted(sets, key=lambda one: (-sets[one], one))) for name, sets in found.items()})


@_remembered
def chosen(store: Store, reference: Reference, indicator: str, parties: str) -> tuple[Comparison, ...]:
    """Every comparison on an indicator and a set of countries, the newest year first."""
    named = [series.indicators or {"other"} for series in series_of(reference) if series.indicator == indicator]
    claims = [store.stating({one}, parties, MOST) for one in sorted({indicator}.union(*named))]
    articles = {fact.article_id for some in claims for fact in some}
    return tuple(_compared(store, reference, articles, indicator, parties))


@_remembered
def largest(store: Store, reference: Reference) -> tuple[Comparison, ...]:
    """The comparisons that lie furthest apart, the largest relative spread first."""
    if store.total <= WHOLE:
        return tuple(disagreements(_compared(store, reference, store.choices["source"])))
    found: dict[tuple[object, ...], Comparison] = {}
    for indicator, parties in _wide_groups(store, reference):
        for one in chosen(store, reference, indicator, parties):
            found[one.measure, one.parties, one.year, one.period, one.unit, one.status] = one
    return tuple(disagreements(found.values()))


def _wide_groups(store: Store, reference: Reference) -> list[tuple[str, str]]:
    """Indicator and countries of the groups of claims that lie furthest apart."""
    measured = {series.indicator for series in series_of(reference)}
    groups = store.aggregate(Filters(), ("indicator", "parties", "unit", "change", "year"))
    groups = groups[groups["indicator"].isin(measured) & (groups["claims"] > 1) & (groups["median"] != 0)]
    width = (groups["high"] - groups["low"]) / groups["median"].abs()
    widest = groups.assign(width=width).nlargest(_GROUPS, "width")
    pairs = zip(widest["indicator"].astype(str), widest["parties"].astype(str), strict=True)
    return list(dict.fromkeys(pairs))


def _compared(
    store: Store, reference: Reference, articles: Iterable[str], indicator: str = "", parties: str = ""
) -> list[Comparison]:
    """The comparisons that these articles' facts give; ``indicator`` and ``parties`` as in ``compare``."""
    ids = set(articles)
    facts = store.of_articles(ids) if ids else ()
    published: dict[str, date | None] = {name: store.articles[name].published for name in ids if name in store.articles}
    return compare(facts, published, reference, indicator=indicator, parties=parties)
