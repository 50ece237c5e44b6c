"""Panels and axes of the charts of values: whole years, a band for figures without a year, one unit an axis."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from views.charts.look import whole_steps
from views.charts.settings import Settings
from views.charts.sketch import Sketch, scatter
from views.language import _
from views.rows import Row


def magnitude(group: Iterable[Row]) -> float:
    """The largest value of a panel, ends of ranges included, whatever its sign."""
    values = (value for row in group for value in (row.value, row.value_low, row.value_high))
    return max(abs(value) for value in values if value is not None)


def grid(heights: Sequence[float], pixels: int, gap: int, *, bands: bool = False) -> Sketch:
    """Empty panels one below the other, ``gap`` pixels apart; with ``bands`` each has a second, narrower column."""
    rows = len(heights)
    figure = Sketch(heights, (0.66, 0.34) if bands else (1.0,), down=gap / pixels, across=0.05)
    # Plotly draws no axes where a panel holds no trace, and a band without figures should look like one.
    for row in range(1, rows + 1):
        for col in range(1, 3 if bands else 2):
            figure.add_trace(scatter(x=[None], y=[None], showlegend=False, hoverinfo="skip"), row=row, col=col)
    return figure


def reach(ends: Sequence[float], log: bool) -> list[float]:
    """The span of a value axis: from zero (or the decade below) to a little above the highest value, arrow or bar."""
    low, high = min(ends), max(ends)
    if log:
        return [math.log10(low) - 0.25, math.log10(high) + 0.3]
    room = 0.2 * max(high, 0.0, -low)
    return [min(low - room, 0.0) if low < 0 else 0.0, high + room if high > 0 else 0.0]


def publication(published: Sequence[date | None]) -> list[float]:
    """Publication dates as years and fractions; where the date is not known, a place before all others."""
    known = [day.year + (day.timetuple().tm_yday - 1) / 366 for day in published if day]
    before = math.floor(min(known)) - 1 if known else 0.0
    return [day.year + (day.timetuple().tm_yday - 1) / 366 if day else float(before) for day in published]


def value_axes(figure: Sketch, settings: Settings, letter: str) -> None:
    """Axes that count values: ``letter`` is x or y; logarithmic where the settings ask for it."""
    options: dict[str, Any] = {"type": "log", "dtick": "D2"} if settings.log else {"nticks": 6}
    title = {"standoff": 8, "font": {"size": 13, "color": settings.look.muted}}
    style: dict[str, Any] = {"title": title, "tickformat": ",~g"}
    (figure.update_xaxes if letter == "x" else figure.update_yaxes)(**options, **style, automargin=True)


def year_axes(
    figure: Sketch, years: Sequence[int], undated: Sequence[date | None], settings: Settings, rows: int
) -> None:
    """Axes that count years, whole ones only; ``undated`` figures (their publication dates) have a band.

    ``years`` are those of the claims; those of the published figures behind them are added.
    """
    style: dict[str, Any] = {
        "title": {"standoff": 6, "font": {"size": 12, "color": settings.look.muted}},
        "showgrid": False,
        "tickangle": 0,
    }
    shown = [*years, *(figure.year for figure in settings.published)]
    if shown:
        low, high = min(shown), max(shown)
        low, high = (low - 1, high + 1) if high - low < 2 else (low, high)
        ticks = list(whole_steps(low, high, 5 if undated else 7))
        names = [str(tick) for tick in ticks]
        figure.update_xaxes(tickvals=ticks, ticktext=names, range=[low - 0.6, high + 0.6], col=1, **style)
        figure.update_xaxes(title={"text": _("year the figure speaks about")}, row=rows, col=1)
    if undated:
        _band_axes(figure, undated, settings, rows, 2 if shown else 1, style)


def _band_axes(
    figure: Sketch, undated: Sequence[date | None], settings: Settings, rows: int, col: int, style: dict[str, Any]
) -> None:
    """The band of figures without a year: shaded, its axis in dates of publication."""
    places = publication(undated)
    low, high = math.floor(min(places)), math.floor(max(places)) + 1
    ticks = list(whole_steps(low, high, 2 if col == 2 else 7))
    unknown = low if None in undated else None
    names = [_("n.d.") if tick == unknown else str(tick) for tick in ticks]
    figure.update_xaxes(tickvals=ticks, ticktext=names, range=[low - 0.35, high + 0.35], col=col, **style)
    if col == 2:
        figure.update_yaxes(showticklabels=False, col=2)
    title = _("no year given:<br>by publication date") if col == 2 else _("no year given: by publication date")
    figure.update_xaxes(title={"text": title}, row=rows, col=col)
    for row in range(1, rows + 1):
        figure.add_shape(
            type="rect", xref="x domain", yref="y domain", x0=0, x1=1, y0=0, y1=1, layer="below",
            fillcolor=settings.look.muted, opacity=0.09, line={"width": 0}, row=row, col=col,
        )  # fmt: skip
