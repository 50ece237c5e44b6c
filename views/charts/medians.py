"""Claims beyond counting by eye: each year's median with the span from the lowest to the highest claim."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from views.charts import published
from views.charts.axes import grid, reach, value_axes, year_axes
from views.charts.look import dress, empty
from views.charts.marks import axis_title, panels, scale, separators
from views.charts.settings import Settings
from views.charts.sketch import Trace, scatter
from views.language import _, integer, ngettext

PANELS = 6
"""Units shown; the others are left to the table."""


def summary(facts: pd.DataFrame) -> pd.DataFrame:
    """Claims by unit, change and year as ``Store.aggregate`` gives them: low, median, high, facts, claims, sources."""
    keys = {"unit": facts["unit"].astype("str"), "change": facts["change"].astype("str"), "year": facts["year"]}
    spans = facts.assign(
        **keys,
        low=facts["value_low"].fillna(facts["value"]),
        high=facts["value_high"].fillna(facts["value"]),
    )
    return spans.groupby(list(keys), dropna=False, as_index=False).agg(
        facts=("fact_id", "size"), claims=("claim_id", "nunique"), sources=("article_id", "nunique"),
        low=("low", "min"), median=("value", "median"), high=("high", "max"),
    )  # fmt: skip


def medians(groups: pd.DataFrame, settings: Settings) -> go.Figure:
    """A mark a year: the median of its claims, with a bar from the lowest to the highest; undated ones in their band.

    ``groups`` is what ``Store.aggregate(filters, ("unit", "change", "year"))`` gives; groups without values drop out.
    """
    stated = groups[groups["median"].notna()]
    if settings.log:
        stated = stated[stated["low"] > 0]
    if stated.empty:
        return empty(_("No figure with a value is left to draw."), settings.look)
    unknown = pd.Series(pd.NaT, index=stated.index, dtype="datetime64[s]")
    stated = stated.assign(year=stated["year"].astype("float64"), published=unknown)
    parts = sorted(panels(stated), key=lambda part: (part[1], -part[2]["claims"].sum()))[:PANELS]
    stated = pd.concat([part for _unit, _change, part in parts])
    settings = published.kept(settings, ((unit, change) for unit, change, _part in parts))
    dated, undated = bool(stated["year"].notna().any() or settings.published), bool(stated["year"].isna().any())
    height = settings.panel * len(parts)
    figure = grid([1.0] * len(parts), height, gap=34, bands=dated and undated)
    year_axes(figure, stated, settings, len(parts), dated, undated)
    for row, (unit, change, part) in enumerate(parts, 1):
        behind = published.of_panel(settings, unit, change)
        factor, word = scale(
            max(float(np.nanmax(np.abs(part[["low", "high"]].to_numpy(float)))), published.largest(behind))
        )
        published.lay(figure, behind, settings, factor, row)
        placed = part.assign(at=part["median"] / factor, low=part["low"] / factor, high=part["high"] / factor)
        for col, some in ((1, placed[placed["year"].notna()]), (2 if dated else 1, placed[placed["year"].isna()])):
            if len(some):
                figure.add_trace(_trace(some, settings, first=row == col == 1), row=row, col=col)
        also = [one.value / factor for one in behind]
        figure.update_yaxes(range=reach(placed, settings.log, also), row=row)
        figure.update_yaxes(title={"text": axis_title(unit, change, word)}, row=row, col=1)
    value_axes(figure, settings, "y")
    figure.update_layout(separators=separators())
    return dress(
        figure, settings.look, title=settings.title or _("Figures by year"), subtitle=settings.subtitle,
        note=_note(stated, settings), plot_height=height, entries=1 + published.entries(figure),
    )  # fmt: skip


def _trace(part: pd.DataFrame, settings: Settings, *, first: bool) -> Trace:
    colour = settings.look.hues[0]
    told = _("{year}: median {median}, from {low} to {high}<br>{claims} claims in {sources} articles")
    hovers = [
        told.format(
            year=_("undated") if np.isnan(year) else int(year),
            median=f"{at:,.4g}", low=f"{low:,.4g}", high=f"{high:,.4g}",
            claims=integer(int(claims)), sources=integer(int(sources)),
        )
        for year, at, low, high, claims, sources in part[
            ["year", "at", "low", "high", "claims", "sources"]
        ].to_numpy(float)
    ]  # fmt: skip
    return scatter(
        x=part["year"].fillna(0.0).to_numpy(float),
        y=part["at"].to_numpy(float),
        error_y={
            "type": "data", "symmetric": False, "array": (part["high"] - part["at"]).to_numpy(float),
            "arrayminus": (part["at"] - part["low"]).to_numpy(float), "color": colour, "thickness": 2, "width": 4,
        },
        mode="markers",
        marker={"symbol": "circle", "size": 9, "color": colour},
        hovertext=hovers,
        hoverinfo="text",
        name=_("median of a year's claims, with their whole span"),
        legendgroup="median",
        showlegend=first,
    )  # fmt: skip


def _note(stated: pd.DataFrame, settings: Settings) -> str:
    claims = ngettext("{n} claim", "{n} claims", int(stated["claims"].sum()))
    undated = ngettext(
        "{n} without a year", "{n} without a year", int(stated.loc[stated["year"].isna(), "claims"].sum())
    )
    told = _("{claims}, {undated}: too many to draw one by one.").format(claims=claims, undated=undated)
    return "\n".join(line for line in (told, published.note(settings), settings.note) if line)
