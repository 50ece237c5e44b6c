"""Panels and axes of the charts of values: whole years, a band for figures without a year, one unit an axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from views.charts.look import whole_steps
from views.charts.settings import Settings
from views.charts.sketch import Sketch, scatter
from views.language import _


def magnitude(group: pd.DataFrame) -> float:
    """The largest value of a panel, ends of ranges included, whatever its sign."""
    return float(np.nanmax(np.abs(group[["value", "value_low", "value_high"]].to_numpy(float))))


def grid(heights: Sequence[float], pixels: int, gap: int, *, bands: bool = False) -> Sketch:
    """Empty panels one below the other, ``gap`` pixels apart; with ``bands`` each has a second, narrower column."""
    rows = len(heights)
    figure = Sketch(heights, (0.66, 0.34) if bands else (1.0,), down=gap / pixels, across=0.05)
    # Plotly draws no axes where a panel holds no trace, and a band without figures should look like one.
    for row in range(1, rows + 1):
        for col in range(1, 3 if bands else 2):
            figure.add_trace(scatter(x=[None], y=[None], showlegend=False, hoverinfo="skip"), row=row, col=col)
    return figure


def reach(placed: pd.DataFrame, log: bool, also: Sequence[float] = ()) -> list[float]:
    """The span of a value axis: from zero (or the decade below) to a little above the highest mark, arrow or bar.

    ``also`` are further values that it holds.
    """
    ends = np.append(placed[["at", "low", "high"]].to_numpy(float), also)
    low, high = float(np.nanmin(ends)), float(np.nanmax(ends))
    if log:
        return [float(np.log10(low)) - 0.25, float(np.log10(high)) + 0.3]
    room = 0.2 * max(high, 0.0, -low)
    return [min(low - room, 0.0) if low < 0 else 0.0, high + room if high > 0 else 0.0]


def publication(published: pd.Series) -> np.ndarray:
    """Publication dates as years and fractions; where the date is not known, a place before all others."""
    years = (published.dt.year + (published.dt.day_of_year - 1) / 366).to_numpy(float)
    first = np.floor(np.nanmin(years)) - 1 if np.isfinite(years).any() else 0.0
    return np.where(np.isnan(years), first, years)


def value_axes(figure: Sketch, settings: Settings, letter: str) -> None:
    """Axes that count values: ``letter`` is x or y; logarithmic where the settings ask for it."""
    options: dict[str, Any] = {"type": "log", "dtick": "D2"} if settings.log else {"nticks": 6}
    title = {"standoff": 8, "font": {"size": 13, "color": settings.look.muted}}
    style: dict[str, Any] = {"title": title, "tickformat": ",~g"}
    (figure.update_xaxes if letter == "x" else figure.update_yaxes)(**options, **style, automargin=True)


def year_axes(figure: Sketch, drawn: pd.DataFrame, settings: Settings, rows: int, dated: bool, undated: bool) -> None:
    """Axes that count years, whole ones only; with undated figures the last column is their band."""
    style: dict[str, Any] = {
        "title": {"standoff": 6, "font": {"size": 12, "color": settings.look.muted}},
        "showgrid": False,
        "tickangle": 0,
    }
    if dated:
        behind = pd.Series([figure.year for figure in settings.published], dtype="float64")
        years = pd.concat([drawn["year"], behind]).dropna().astype(int)
        low, high = int(years.min()), int(years.max())
        low, high = (low - 1, high + 1) if high - low < 2 else (low, high)
        ticks = list(whole_steps(low, high, 5 if undated else 7))
        names = [str(tick) for tick in ticks]
        figure.update_xaxes(tickvals=ticks, ticktext=names, range=[low - 0.6, high + 0.6], col=1, **style)
        figure.update_xaxes(title={"text": _("year the figure speaks about")}, row=rows, col=1)
    if undated:
        _band_axes(figure, drawn[drawn["year"].isna()], settings, rows, 2 if dated else 1, style)


def _band_axes(
    figure: Sketch, undated: pd.DataFrame, settings: Settings, rows: int, col: int, style: dict[str, Any]
) -> None:
    """The band of figures without a year: shaded, its axis in dates of publication."""
    places = publication(undated["published"])
    low, high = int(np.floor(places.min())), int(np.floor(places.max())) + 1
    ticks = list(whole_steps(low, high, 2 if col == 2 else 7))
    unknown = int(places.min()) if undated["published"].isna().any() else None
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
