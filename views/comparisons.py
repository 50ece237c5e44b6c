"""Rival claims side by side: what articles and publishers give for one thing, and how far apart they are.

"One thing" is a measure (a published series, or an indicator where none fits) for the same countries, in the same unit
and, where it changes from year to year, for the same year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from extractors.model import CALENDAR_KINDS, Fact, Kind
from views.checks import Check, check_article, claimed
from views.periods import Span, span_of
from views.reference import Figure, Reference
from views.subjects import Series, series_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a comparison: a claim (with its check) or a published figure .

    ``year_taken`` says that the claim names no year and that the last full year before publication is meant.
    """

    value: float
    claim: Fact | None = None
    check: Check | None = None
    figure: Figure | None = None
    year_taken: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """Lowest, highest and middle value; ``relative`` is the distance of the ends in parts of the middle."""

    lowest: float
    highest: float
    median: float

    @property
    def relative(self) -> float:
        """(highest - lowest) / |median|; infinite where the median is 0 and the ends differ."""
        distance = self.highest - self.lowest
        return distance / abs(self.median) if self.median else float("inf") if distance else 0.0


@dataclass(frozen=True, slots=True)
class _Key:
    """What one thing is told from others by; ``Comparison`` says what the fields mean."""

    measure: str
    label: str
    indicator: str
    parties: str
    year: int | None
    period: str
    unit: str
    change: str
    status: str


@dataclass(frozen=True, slots=True)
class Comparison(_Key):
    """Everything stated about one thing, sorted by value; ``year`` is None for what holds in all years or is undated.

    ``measure`` is "" where no series fits: the claims then share an indicator and need not be about the same thing.
    ``period`` is "" for full years and states, else the days that a part of a year covers.
    """

    entries: tuple[Entry, ...]

    @property
    def claims(self) -> tuple[Entry, ...]:
        """The entries that articles make."""
        return tuple(entry for entry in self.entries if entry.claim)

    @property
    def is_ordinal(self) -> bool:
        """Whether the values are numbers in a row ("the 19th forum"), which do not contradict each other."""
        return any(entry.claim.kind == Kind.ORDINAL for entry in self.claims if entry.claim)

    @property
    def spread(self) -> Spread:
        """The spread of all entries; a claim counts once, however often its article repeats it."""
        values = [entry.value for entry in self.entries]
        return Spread(min(values), max(values), median(values))


def compare(
    facts: Iterable[Fact],
    published: Mapping[str, date | None],
    reference: Reference,
    *,
    indicator: str = "",
    parties: str = "",
) -> list[Comparison]:
    """All comparisons that the articles' facts and the published figures give.

    Those with claims come first, then by year, the newest first, full years before their parts.

    ``facts`` are all facts of the articles concerned (their neighbours tell what a figure is about), ``published``
    their dates.  ``indicator`` and ``parties`` keep to one indicator and one set of countries; with both given,
    figures are shown even where no article makes a claim.
    """
    found: dict[_Key, list[Entry]] = {}
    for key, entry in _claims(facts, published, reference):
        if indicator in ("", key.indicator, entry.claim.indicator if entry.claim else "") and parties in (
            "",
            key.parties,
        ):
            found.setdefault(key, []).append(entry)
    for key, entry in _figures(reference):
        asked = indicator == key.indicator and parties and parties == key.parties
        if asked or key in found:
            found.setdefault(key, []).append(entry)
    comparisons = [
        Comparison(**{name: getattr(key, name) for name in _Key.__slots__}, entries=tuple(sorted(entries, key=_order)))
        for key, entries in found.items()
    ]
    return sorted(comparisons, key=_rank)


def _rank(one: Comparison) -> tuple[object, ...]:
    return not one.claims, -(one.year or 9999), bool(one.period), one.period, one.status, one.measure, one.unit


def disagreements(comparisons: Iterable[Comparison]) -> list[Comparison]:
    """The comparisons in which a claim and something else differ, the largest relative spread first.

    Ordinals and dates differ by their nature and stay out, and so do figures that no published series describes:
    of those we cannot tell whether they speak of the same thing.
    """
    rivals = [one for one in comparisons if one.measure and not one.is_ordinal and one.claims and one.spread.relative]
    return sorted(rivals, key=lambda one: -one.spread.relative)


def _claims(
    facts: Iterable[Fact], published: Mapping[str, date | None], reference: Reference
) -> Iterable[tuple[_Key, Entry]]:
    series = {one.name: one for one in series_of(reference)}
    for article_id, of_article in _by_article(facts).items():
        checks = {one.fact_id: one for one in check_article(of_article, published.get(article_id), reference)}
        for fact in of_article:
            check = checks.get(fact.fact_id)
            if check is None or fact.fact_id != fact.claim_id or fact.kind in CALENDAR_KINDS:
                continue
            yield _claim_entry(fact, check, series.get(check.series), published.get(article_id))


def _claim_entry(fact: Fact, check: Check, series: Series | None, published: date | None) -> tuple[_Key, Entry]:
    year, taken = _year(fact, series, published)
    key = _Key(
        measure=series.name if series else "",
        label=series.label if series else "",
        indicator=series.indicator if series else fact.indicator,
        parties=fact.parties,
        year=year,
        period=_period(fact) if series and series.basis == "flow" else "",
        unit=series.unit(fact.unit) if series else fact.unit,
        change="" if series else fact.change.value,
        status=fact.status.value,
    )
    return key, Entry(claimed(fact), claim=fact, check=check, year_taken=taken)


def _year(fact: Fact, series: Series | None, published: date | None) -> tuple[int | None, bool]:
    """The year a claim is compared in, and whether it had to be taken from the publication date."""
    if series and series.basis == "standing":
        return None, False
    if fact.year is None and series and published:
        return published.year - (series.basis == "flow"), True
    return fact.year, False


def _period(fact: Fact) -> str:
    start, end = fact.period_start, fact.period_end
    return f"{start}/{end}" if start and end and span_of(start, end) != Span.YEAR else ""


def _figures(reference: Reference) -> Iterable[tuple[_Key, Entry]]:
    """Published figures as entries; where claims may name several sets of countries, once for each of them."""
    known = {one.name: one for one in series_of(reference)}
    for figure in reference.figures:
        series = known[figure.series]
        if "event" in series.kinds:
            continue
        for parties in sorted(series.parties) or [figure.parties]:
            yield _figure_key(figure, series, "" if parties == "none" else parties), Entry(figure.value, figure=figure)


def _figure_key(figure: Figure, series: Series, parties: str) -> _Key:
    is_part = series.basis == "flow" and figure.span != Span.YEAR
    return _Key(
        measure=series.name,
        label=series.label,
        indicator=series.indicator,
        parties=parties,
        year=None if series.basis == "standing" else figure.year,
        period=(f"{figure.start}/{figure.end}" if figure.end else figure.period) if is_part else "",
        unit=series.unit(figure.unit),
        change="",
        status=series.status,
    )


def _by_article(facts: Iterable[Fact]) -> dict[str, Sequence[Fact]]:
    articles: dict[str, list[Fact]] = {}
    for fact in facts:
        articles.setdefault(fact.article_id, []).append(fact)
    return {article: sorted(found, key=lambda fact: fact.start) for article, found in articles.items()}


def _order(entry: Entry) -> tuple[float, bool]:
    return entry.value, entry.claim is None
