"""How a claim stands to the published figures: one of eight relations, by stated rules, and never "true" or "false".

A claim is set beside the published figures of the series it speaks of (views.subjects), for the same countries, the
same time and in the same unit.  The rules, in the order they are tried:

1. *agrees*: equals a published figure.
2. *agrees within its qualifier*: "more than 25 billion" for 26.1; a range that holds the figure.  A bound counts only
   where the figure lies within ``ROOM`` of it: "up to a million" says little about 400,000.
3. *agrees within its rounding*: differs by less than one unit of the last digit the claim writes, so that "7 thousand"
   covers 7,598.8 whether it was rounded or cut down.  A claim that equals only a figure as round as itself, while a
   more exact one lies within its rounding, belongs here too.
4. *between* the published figures, or *above* or *below* all of them by so many percent of the nearest (percentage
   points, where the figures are percentages).

Where the published figures cover another span of time, are in another unit, or are forecasts or plans while the claim
is about what happened, the claim is *not comparable*; where there are none, *nothing published*.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from extractors.model import CALENDAR_KINDS, Change, Fact, Qualifier
from views.periods import Span, span_of
from views.reference import Figure, Reference
from views.rounding import digits, step
from views.subjects import Series, subjects

ROOM = 0.05
"""How far a published figure may lie from a hedged claim, as a part of the claim, for the hedge to cover it."""

_SIDES = {
    Qualifier.MORE_THAN: (0.0, ROOM),
    Qualifier.AT_LEAST: (0.0, ROOM),
    Qualifier.LESS_THAN: (-ROOM, 0.0),
    Qualifier.UP_TO: (-ROOM, 0.0),
    Qualifier.ABOUT: (-ROOM, ROOM),
}
"""Qualifier → where the published figure may lie, from the claim's value, as parts of it."""

_STOCK_YEARS, _CENSUS_YEARS = 5, 12
"""For how many years a state (a stock of investment, a population) still stands; a census does until the next one."""


class Relation(StrEnum):
    """How a claim stands to the published figures."""

    AGREES = "agrees"
    QUALIFIED = "agrees_within_qualifier"
    ROUNDED = "agrees_within_rounding"
    BETWEEN = "between"
    ABOVE = "above"
    BELOW = "below"
    NOT_COMPARABLE = "not_comparable"
    NOTHING = "nothing_published"


class Reason(StrEnum):
    """Which published figures were used, or why none could be."""

    YEAR = "year"  # those of the year the claim names
    PERIOD = "period"  # those of exactly the months the claim names
    LAST_YEAR = "last_full_year"  # no year named: the last full year before publication
    LATEST = "latest"  # a state: that of the claim's year, or the last one known before it
    STANDING = "standing"  # holds for all years: every published figure
    LAST_EVENT = "last_event"  # the last one on or before the claim's day
    OTHER_PERIOD = "other_period"
    YEAR_NOT_OVER = "year_not_over"
    OTHER_UNIT = "other_unit"
    OTHER_STATUS = "other_status"
    NO_TIME = "no_time"  # neither the claim nor its article has a date
    NO_SERIES = "no_series"  # no published series measures this
    NO_FIGURE = "no_figure"  # the series has none for these countries and this time


@dataclass(frozen=True, slots=True)
class Check:
    """A claim's relation: the reason for the figures set beside it, which of them decide, and how far away they are.

    ``by`` is percent of the nearest published figure (percentage points for percentages) for ABOVE and BELOW.
    ``forecasts`` are forecasts and targets for the same time that equal the claim where the outcome does not.
    """

    fact_id: str
    relation: Relation
    reason: Reason
    series: str = ""
    figures: tuple[str, ...] = ()
    deciding: tuple[str, ...] = ()
    by: float | None = None
    by_points: bool = False
    forecasts: tuple[str, ...] = ()


def check_article(facts: Sequence[Fact], published: date | None, reference: Reference) -> tuple[Check, ...]:
    """A check for every quantity of one article, and for those of its dates that a series is about.

    ``facts`` stand in the order of the text; ``published`` is the article's date, where known.
    """
    about = subjects(facts, reference)
    return tuple(
        check(fact, about.get(fact.fact_id), published, reference)
        for fact in facts
        if fact.fact_id in about or fact.kind not in CALENDAR_KINDS
    )


def check(fact: Fact, series: Series | None, published: date | None, reference: Reference) -> Check:
    """The relation of one claim that speaks of ``series`` (None: of nothing that is published)."""
    if series is None:
        return Check(fact.fact_id, Relation.NOTHING, Reason.NO_SERIES)
    figures = [figure for figure in _figures(reference).get(series.name, ()) if _same_parties(figure, fact, series)]
    chosen, reason = _same_time(fact, figures, series.basis, published)
    ids = tuple(figure.figure_id for figure in chosen)
    if not chosen or reason in _INCOMPARABLE:
        relation = Relation.NOTHING if reason == Reason.NO_FIGURE else Relation.NOT_COMPARABLE
        return Check(fact.fact_id, relation, reason, series.name, ids)
    if series.status != fact.status:
        return Check(fact.fact_id, Relation.NOT_COMPARABLE, Reason.OTHER_STATUS, series.name, ids)
    alike = [figure for figure in chosen if fact.kind in CALENDAR_KINDS or _same_unit(figure, fact, series)]
    if not alike:
        return Check(fact.fact_id, Relation.NOT_COMPARABLE, Reason.OTHER_UNIT, series.name, ids)
    return _related(fact, alike, reason, series, reference)


_INCOMPARABLE = frozenset({Reason.OTHER_PERIOD, Reason.YEAR_NOT_OVER, Reason.NO_TIME, Reason.NO_FIGURE})


def _related(fact: Fact, figures: Sequence[Figure], reason: Reason, series: Series, reference: Reference) -> Check:
    relation, deciding = relate(fact, [figure.value for figure in figures])
    nearest = [figures[position] for position in deciding]
    by, points = None, fact.unit == "percent"
    forecasts: tuple[str, ...] = ()
    if relation in (Relation.ABOVE, Relation.BELOW):
        value, other = claimed(fact), nearest[0].value
        by = abs(value - other) if points else abs(value - other) / abs(other) * 100 if other else math.inf
    if relation in (Relation.ABOVE, Relation.BELOW, Relation.BETWEEN):
        forecasts = _equal_forecasts(fact, figures[0], series, reference)
    return Check(
        fact.fact_id,
        relation,
        reason,
        series.name,
        tuple(figure.figure_id for figure in figures),
        tuple(figure.figure_id for figure in nearest),
        by,
        points,
        forecasts,
    )


def relate(fact: Fact, published: Sequence[float]) -> tuple[Relation, list[int]]:
    """The relation to comparable figures, and the positions of those that decide it (rules 1 to 4 above)."""
    value = claimed(fact)
    room = step(fact.text, fact.value or value) if fact.kind not in CALENDAR_KINDS else 0.0
    equal = [at for at, figure in enumerate(published) if math.isclose(figure, value, rel_tol=1e-9)]
    rounded = [at for at, figure in enumerate(published) if at not in equal and abs(figure - value) < room]
    more_exact = [at for at in rounded if digits(published[at]) > digits(value)]
    if equal and not more_exact:
        return Relation.AGREES, equal
    qualified = [at for at, figure in enumerate(published) if _covered(fact, value, figure)]
    if qualified and not equal:
        return Relation.QUALIFIED, qualified
    if equal or rounded:
        return Relation.ROUNDED, sorted({*equal, *rounded})
    lowest = min(range(len(published)), key=lambda at: published[at])
    highest = max(range(len(published)), key=lambda at: published[at])
    if value < published[lowest]:
        return Relation.BELOW, [lowest]
    if value > published[highest]:
        return Relation.ABOVE, [highest]
    return Relation.BETWEEN, [lowest, highest]


def claimed(fact: Fact) -> float:
    """The claim's number as the published figures are signed: a fall is negative, a year is itself."""
    if fact.kind in CALENDAR_KINDS:
        return float(fact.year or 0)
    return -(fact.value or 0.0) if fact.change == Change.DOWN else (fact.value or 0.0)


def _covered(fact: Fact, value: float, figure: float) -> bool:
    if fact.qualifier == Qualifier.RANGE and fact.value_low is not None and fact.value_high is not None:
        return fact.value_low <= figure <= fact.value_high
    low, high = _SIDES.get(fact.qualifier, (0.0, 0.0))
    return low < high and value + low * abs(value) <= figure <= value + high * abs(value)


def _equal_forecasts(fact: Fact, figure: Figure, series: Series, reference: Reference) -> tuple[str, ...]:
    """Forecasts and targets of the same thing and time that the claim equals."""
    return tuple(
        other.figure_id
        for ahead in ("_forecast", "_target", "_plan")
        for other in _figures(reference).get(series.name + ahead, ())
        if (other.parties, other.year, other.span, other.unit) == (figure.parties, figure.year, figure.span, fact.unit)
        and math.isclose(other.value, claimed(fact), rel_tol=1e-9)
    )


def _same_time(
    fact: Fact, figures: Sequence[Figure], basis: str, published: date | None
) -> tuple[list[Figure], Reason]:
    """The figures of the claim's time with the rule that chose them; or what there is, with why it cannot be used."""
    if not figures:
        return [], Reason.NO_FIGURE
    if basis == "standing":
        return list(figures), Reason.STANDING
    if fact.year is None and published is None:
        return [], Reason.NO_TIME
    chosen, reason = _AT_TIME[basis](fact, figures, published)
    return chosen, reason if chosen else Reason.NO_FIGURE


def _flow(fact: Fact, figures: Sequence[Figure], published: date | None) -> tuple[list[Figure], Reason]:
    if fact.year is None and published is not None:
        return [f for f in figures if f.year == published.year - 1 and f.span == Span.YEAR], Reason.LAST_YEAR
    of_year = [figure for figure in figures if figure.year == fact.year]
    start, end = fact.period_start, fact.period_end
    if start and end and span_of(start, end) != Span.YEAR:
        same = [figure for figure in of_year if (figure.start, figure.end) == (start, end)]
        return (same, Reason.PERIOD) if same else (of_year, Reason.OTHER_PERIOD)
    if published and fact.year == published.year and fact.status == "actual":
        return of_year, Reason.YEAR_NOT_OVER
    full = [figure for figure in of_year if figure.span == Span.YEAR]
    return (full, Reason.YEAR) if full else (of_year, Reason.OTHER_PERIOD)


def _stock(fact: Fact, figures: Sequence[Figure], published: date | None) -> tuple[list[Figure], Reason]:
    year = fact.year or (published.year if published else 0)
    if fact.year is None and published is not None:
        figures = [figure for figure in figures if figure.published is None or figure.published <= published]
    lasting = {"census": _CENSUS_YEARS}
    known = [f.year for f in figures if 0 <= year - f.year <= lasting.get(f.period, _STOCK_YEARS)]
    return [figure for figure in figures if known and figure.year == max(known)], Reason.LATEST


def _event(fact: Fact, figures: Sequence[Figure], published: date | None) -> tuple[list[Figure], Reason]:
    last = fact.period_end or published or date.max
    past = [figure for figure in figures if figure.start and figure.start <= last]
    if fact.year is not None:
        past = [figure for figure in past if figure.year == fact.year]
    return [max(past, key=lambda figure: (figure.start, figure.value))] if past else [], Reason.LAST_EVENT


_AT_TIME = {"flow": _flow, "stock": _stock, "event": _event}


def _same_parties(figure: Figure, fact: Fact, series: Series) -> bool:
    return bool(series.parties) or figure.parties == fact.parties


def _same_unit(figure: Figure, fact: Fact, series: Series) -> bool:
    return series.unit(figure.unit) == series.unit(fact.unit)


@lru_cache(8)
def _figures(reference: Reference) -> dict[str, tuple[Figure, ...]]:
    """Series → its figures, in the order of the files."""
    found: dict[str, list[Figure]] = {}
    for figure in reference.figures:
        found.setdefault(figure.series, []).append(figure)
    return {name: tuple(figures) for name, figures in found.items()}


def tally(checks: Iterable[Check]) -> dict[Relation, int]:
    """How many claims of each relation, in the order of ``Relation``."""
    counts = dict.fromkeys(Relation, 0)
    for one in checks:
        counts[one.relation] += 1
    return counts
