"""Relations to published figures in words: the relation, the rule behind it, and each figure that was used."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from extractors.model import Fact
from views import labels
from views.checks import Check, Reason, Relation
from views.language import N_, _, day, number
from views.periods import Span
from views.reference import Figure, Reference
from views.rounding import digits

NAMES = {
    Relation.AGREES: N_("agrees"),
    Relation.QUALIFIED: N_("agrees within its qualifier"),
    Relation.ROUNDED: N_("agrees within its rounding"),
    Relation.BETWEEN: N_("between the published figures"),
    Relation.ABOVE: N_("above all published figures"),
    Relation.BELOW: N_("below all published figures"),
    Relation.NOT_COMPARABLE: N_("not comparable"),
    Relation.NOTHING: N_("nothing published"),
}
SIGNS = {
    Relation.AGREES: "=",
    Relation.QUALIFIED: "≳",
    Relation.ROUNDED: "≈",
    Relation.BETWEEN: "↔",
    Relation.ABOVE: "↑",
    Relation.BELOW: "↓",
    Relation.NOT_COMPARABLE: "≁",
    Relation.NOTHING: "∅",
}
"""A sign for each relation, so that colour is never the only channel."""

RULES = {
    Relation.AGREES: N_("The claim equals a published figure."),
    Relation.QUALIFIED: N_("The claim's own words (about, more than, a range) cover the published figure, within 5%."),
    Relation.ROUNDED: N_(
        "The published figure, rounded or cut down to the claim's last written digit, gives the claim."
    ),
    Relation.BETWEEN: N_("The claim lies between the lowest and the highest published figure."),
    Relation.ABOVE: N_("The claim is above every published figure, even with its rounding and its qualifier."),
    Relation.BELOW: N_("The claim is below every published figure, even with its rounding and its qualifier."),
    Relation.NOT_COMPARABLE: N_(
        "Published figures are for another span of time, in another unit, or of another status."
    ),
    Relation.NOTHING: N_("No published figure measures this for these countries and this time."),
}
"""The rule that gave the relation."""

_EXPLAINED = frozenset({Relation.NOT_COMPARABLE, Relation.NOTHING})
"""Relations whose reason says more than their rule."""

REASONS = {
    Reason.YEAR: N_("Compared with full-year figures for {year}."),
    Reason.PERIOD: N_("Compared with figures for the same months of {year}."),
    Reason.LAST_YEAR: N_("The claim names no year: compared with the last full year before publication, {used}."),
    Reason.LATEST: N_("Compared with the state last published by then, that of {used}."),
    Reason.STANDING: N_("It does not change from year to year: compared with every published figure."),
    Reason.LAST_EVENT: N_("Compared with the last one before the claim, in {used}."),
    Reason.OTHER_PERIOD: N_("Published figures for {year} cover another span of time."),
    Reason.YEAR_NOT_OVER: N_("{year} was not over when the article appeared, and the claim names no months."),
    Reason.OTHER_UNIT: N_("The published figures are in another unit."),
    Reason.OTHER_STATUS: N_("One is an outcome, the other a forecast, a plan or a target."),
    Reason.NO_TIME: N_("Neither the claim nor its article names a year."),
    Reason.NO_SERIES: N_("No published series measures this."),
    Reason.NO_FIGURE: N_("Nothing is published for these countries and this time."),
}
"""How the figures were chosen, or why none could be."""

COUNTS = {
    "KZ": N_("Kazakhstan's count"),
    "RU": N_("Russia's count"),
    "CN": N_("China's count"),
    "TR": N_("Türkiye's count"),
    "UZ": N_("Uzbekistan's count"),
    "EAEU": N_("the Eurasian union's count"),
    "UN": N_("UN trade base"),
    "COW": N_("Correlates of War set"),
    "CIA": N_("World Factbook"),
    "media": N_("media; whose count is not said"),
}
"""Whose count a published figure is."""


@lru_cache(8)
def _rows(reference: Reference) -> dict[str, Figure]:
    return {figure.figure_id: figure for figure in reference.figures}


def figure(figure_id: str, reference: Reference) -> Figure | None:
    """One published figure, or None where no figure has this id."""
    return _rows(reference).get(figure_id)


def series(name: str, reference: Reference) -> Mapping[str, str]:
    """One series of the reference, as its row in series.csv; empty where there is none of the name."""
    return next((row for row in reference.series if row["series"] == name), {})


def relation(check: Check) -> str:
    """The relation with its distance: "above all published figures, by 1.6 percentage points"."""
    name = _(NAMES[check.relation])
    if check.by is None:
        return name
    points = _("{name}, by {distance} percentage points") if check.by_points else _("{name}, by {distance}%")
    return points.format(name=name, distance=number(round(check.by, 1)))


def rule(check: Check, fact: Fact, reference: Reference) -> str:
    """The rule of the relation and how the published figures were chosen, in one or two sentences."""
    used = sorted({figure.year for one in check.figures if (figure := _rows(reference).get(one))})
    years = str(used[0]) if len(used) == 1 else f"{used[0]}–{used[-1]}" if used else ""
    reason = _(REASONS[check.reason]).format(year=fact.year or years, used=years)
    return reason if check.relation in _EXPLAINED else f"{_(RULES[check.relation])} {reason}"


def forecasts(check: Check, reference: Reference) -> str:
    """That the claim equals a forecast where it differs from the outcome; "" where it does not."""
    who = [_rows(reference)[one].publisher for one in check.forecasts]
    return _("It equals what was forecast or aimed at: {who}.").format(who=", ".join(dict.fromkeys(who))) if who else ""


def amount(figure: Figure) -> str:
    """A published figure's value with its unit."""
    return labels.amount(figure.value, _UNITS.get(figure.unit, figure.unit))


_TIMELESS = frozenset({"standing", "point in time", "term", "cumulative"})
"""Periods that add nothing to their year."""

_UNITS = {"ordinal": "", "year": ""}


def count(perspective: str) -> str:
    """Whose count it is, in words."""
    return _(COUNTS.get(perspective, perspective))


def when(figure: Figure) -> str:
    """The time a published figure is for: "2022", "Jan-Sep 2024", "census, 2021"."""
    if figure.span == Span.YEAR or figure.period in _TIMELESS:
        return str(figure.year)
    return figure.period if str(figure.year) in figure.period else f"{figure.period}, {figure.year}"


def source(figure: Figure) -> str:
    """Who published it and when: "The Astana Times, 19 Aug 2022"."""
    return f"{figure.publisher}, {day(figure.published)}" if figure.published else figure.publisher


def used(check: Check, reference: Reference) -> list[str]:
    """The published figures beside the claim in one line each, those that decide first, of them the most exact."""
    known = _rows(reference)
    rows = [known[one] for one in check.figures if one in known]
    rows.sort(key=lambda row: (row.figure_id not in check.deciding, -digits(row.value)))
    return [f"{amount(row)} ({when(row)}; {count(row.perspective)}; {source(row)})" for row in rows]
