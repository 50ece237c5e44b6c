"""Which claims the compare page sets side by side: read from the store, bounded, remembered.

The five articles are compared whole.  Of a corpus, the comparisons on the start page are those of the groups that lie
furthest apart, found by one query; each shows at most ``MOST`` claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import nlargest

from views.comparisons import Comparison, compare, disagreements
from views.filters import Filters
from views.reference import Reference
from views.remembering import remembered
from views.rows import Group
from views.store import Store
from views.subjects import series_of

MOST = 500
"""Claims set side by side at once."""

WHOLE = 20_000
"""Up to so many facts, everything is compared with everything."""

_GROUPS = 24
"""Groups of a corpus looked into for the largest disagreements."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the compare page can be asked: indicators, and for each its sets of countries, the most frequent first."""

    parties: Mapping[str, tuple[str, ...]]

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators in order of their names."""
        return tuple(sorted(self.parties))


@remembered
def choices(store: Store, reference: Reference) -> Choices:
    """Indicators and countries on which articles or publishers give a figure."""
    found: dict[str, dict[str, int]] = {}
    for group in store.aggregate(Filters(), ("indicator", "parties")):
        if group.indicator != "other":
            found.setdefault(group.indicator, {})[group.parties] = group.facts
    series = {one.name: one for one in series_of(reference)}
    for figure in reference.figures:
        one = series[figure.series]
        if "event" not in one.kinds and figure.indicator != "other":
            known = found.setdefault(figure.indicator, {})
            for parties in {"" if party == "none" else party for party in one.parties or {figure.parties}}:
                known.setdefault(parties, 0)
    return Choices({name: tuple(sorted(sets, key=lambda one: (-sets[one], one))) for name, sets in found.items()})


@remembered
def chosen(store: Store, reference: Reference, indicator: str, parties: str) -> tuple[Comparison, ...]:
    """Every comparison on an indicator and a set of countries, the newest year first."""
    named = [series.indicators or {"other"} for series in series_of(reference) if series.indicator == indicator]
    claims = [store.stating({one}, parties, MOST) for one in sorted({indicator}.union(*named))]
    articles = {fact.article_id for some in claims for fact in some}
    return tuple(_compared(store, reference, articles, indicator, parties))


@remembered
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
    rivals = [group for group in groups if group.indicator in measured and group.claims > 1 and group.median]
    return list(dict.fromkeys((group.indicator, group.parties) for group in nlargest(_GROUPS, rivals, key=_width)))


def _width(group: Group) -> float:
    """How far apart the ends of a group's claims lie, in parts of the middle one."""
    return ((group.high or 0.0) - (group.low or 0.0)) / abs(group.median or 1.0)


def _compared(
    store: Store, reference: Reference, articles: Iterable[str], indicator: str = "", parties: str = ""
) -> list[Comparison]:
    """The comparisons that these articles' facts give; ``indicator`` and ``parties`` as in ``compare``."""
    ids = set(articles)
    facts = store.of_articles(ids) if ids else ()
    published: dict[str, date | None] = {name: store.articles[name].published for name in ids if name in store.articles}
    return compare(facts, published, reference, indicator=indicator, parties=parties)
