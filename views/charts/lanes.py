"""Lines of the chart by source: one a claim under its source's name, or one a source where claims are many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from views import labels
from views.charts.marks import Mark

MOST = 40
"""Claims of one panel that have a line each; more share a line per source and lose their labels."""

HEADING = 24.0
"""Pixels from a source's name to its first line."""

_LINE = 26.0
_FOOT = 14.0


def lay(drawn: Sequence[Mark]) -> list[Mark]:
    """The marks with their ``place``: pixels downward (negative), sources by date of publication, then by year."""
    first: dict[str, date] = {}
    for mark in drawn:
        if day := mark.row.published:
            first[mark.source] = min(day, first.get(mark.source, day))

    def order(mark: Mark) -> tuple[object, ...]:
        year = mark.row.year
        return first.get(mark.source, date.max), mark.source, year is None, year or 0, mark.row.value

    below, last = 0.0, ""
    ordered = sorted(drawn, key=order)
    for mark in ordered:
        if mark.source != last:
            below += HEADING + (28 if last else 14)
        elif len(drawn) <= MOST:
            below += _LINE
        mark.place, last = -below, mark.source
    return ordered


def height(laid: Sequence[Mark]) -> float:
    """Pixels that the lines need."""
    return _FOOT - min(mark.place for mark in laid)


def label(laid: Sequence[Mark]) -> None:
    """Labels "28.2B USD · KZ–RU · 2022" on the side where there is room; none where claims share a line."""
    lowest, highest = min(mark.at for mark in laid), max(mark.at for mark in laid)
    half = (lowest + highest) / 2 if lowest < 0 else highest / 2
    for mark in laid:
        if len(laid) > MOST:
            mark.label, mark.side = "", "middle right"
            continue
        mark.label = f" {mark.label.replace('<br>', ' · ')} · {labels.year(mark.row)} "
        # Beside a mark that opens to the right the label would lie on the arrow.
        right = "top right" if mark.open == "up" else "middle right"
        mark.side = "middle left" if mark.at > half else right
