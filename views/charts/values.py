"""Charts of values: by the year they speak about, and by the source that states them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from views import labels
from views.charts import lanes, published
from views.charts import look as looks
from views.charts.axes import grid, magnitude, publication, reach, value_axes, year_axes
from views.charts.look import dress
from views.charts.marks import (
    RAW_MARKS,
    axis_title,
    claims,
    fitting,
    marks,
    panels,
    scale,
    separators,
    sources,
    spread,
)
from views.charts.medians import medians, summary
from views.charts.notes import explain, source_note
from views.charts.settings import Settings
from views.charts.sketch import Sketch, Trace, scatter
from views.language import _

PANELS = 6
"""Units shown as small multiples; the note names those that are left to the table."""

_LABELLED = 24
"""Up to so many marks in a panel their figures are written beside them, as far as there is room."""

_RING = 20


def by_year(facts: pd.DataFrame, settings: Settings | None = None) -> go.Figure:
    """Claims by the year they speak about, one mark a claim, one row of the figure a unit; no line joins them.

    ``facts`` holds rows of the fact table with title, publisher and published of their article.  Figures without a
    year stand in a shaded band of their own at their publication date.  ``customdata[0]`` of a mark is its fact_id.
    Beyond ``RAW_MARKS`` claims a mark is a year's median with the span of all its claims.
    """
    settings = _with_sources(facts, settings)
    drawn, groups, dropped = _groups(facts, settings)
    if drawn.empty:
        return looks.empty(_("No figure with a value is left to draw."), settings.look)
    if len(drawn) > RAW_MARKS:
        return medians(summary(drawn), settings if settings.title else replace(settings, title=_title(facts)))
    settings = published.kept(settings, ((unit, change) for unit, change, _group in groups))
    dated, undated = bool(drawn["year"].notna().any() or settings.published), bool(drawn["year"].isna().any())
    height = settings.panel * len(groups)
    figure = grid([1.0] * len(groups), height, gap=34, bands=dated and undated)
    year_axes(figure, drawn, settings, len(groups), dated, undated)
    for row, (unit, change, group) in enumerate(groups, 1):
        behind = published.of_panel(settings, unit, change)
        factor, word = scale(max(magnitude(group), published.largest(behind)))
        placed = marks(group, settings.by or {}, factor)
        published.lay(figure, behind, settings, factor, row, placed)
        for col, part in _columns(placed, dated):
            _draw(figure, part, settings, row, col)
        also = [one.value / factor for one in behind]
        figure.update_yaxes(range=reach(placed, settings.log, also), row=row)
        figure.update_yaxes(title={"text": axis_title(unit, change, word)}, row=row, col=1)
    value_axes(figure, settings, "y")
    return _finish(figure, drawn, settings, dropped, title=settings.title or _title(facts), height=height)


def by_source(facts: pd.DataFrame, settings: Settings | None = None) -> go.Figure:
    """Claims by who states them, the oldest source on top: a line a claim, or a line a source where they are many.

    Marks, notes and ``customdata`` are as in ``by_year``; the year stands beside each mark.
    """
    settings = _with_sources(facts, settings)
    drawn, groups, dropped = _groups(facts, settings)
    if drawn.empty:
        return looks.empty(_("No figure with a value is left to draw."), settings.look)
    if len(drawn) > RAW_MARKS:
        return looks.empty(_("Too many claims for a row each: narrow the filters, or look by year."), settings.look)
    laid = [(unit, change, lanes.lay(group, settings.by or {})) for unit, change, group in groups]
    heights = [lanes.height(layout) for _unit, _change, layout in laid]
    figure = grid(heights, int(sum(heights)) + 58 * len(heights), gap=58)
    for row, (unit, change, layout) in enumerate(laid, 1):
        factor, word = scale(magnitude(layout))
        placed = lanes.labelled(marks(layout, settings.by or {}, factor))
        _draw(figure, placed, settings, row, 1, across=True)
        _head_lanes(figure, placed, settings, row)
        figure.update_xaxes(title={"text": axis_title(unit, change, word)}, range=reach(placed, settings.log), row=row)
        figure.update_yaxes(range=[-lanes.height(layout), 0], visible=False, row=row)
    value_axes(figure, settings, "x")
    title = settings.title or _("{indicator} by source").format(indicator=_what(facts))
    height = int(sum(heights)) + 58 * len(heights)
    return _finish(figure, drawn, settings, dropped, title=title, height=height, across=True)


def _finish(
    figure: Sketch, drawn: pd.DataFrame, settings: Settings, dropped: tuple[int, list[str]],
    *, title: str, height: int, across: bool = False,
) -> go.Figure:  # fmt: skip
    entries = explain(figure, drawn, settings, across=across) + published.entries(figure)
    note = source_note(drawn, settings, dropped)
    figure.update_layout(separators=separators())
    return dress(
        figure, settings.look, title=title, subtitle=settings.subtitle, note=note, plot_height=height, entries=entries
    )


def _head_lanes(figure: Sketch, placed: pd.DataFrame, settings: Settings, row: int) -> None:
    """Each source's name above its lines, inside the plot: names beside it would leave a telephone no room."""
    for source, group in placed.groupby("source", sort=False):
        figure.add_annotation(
            text=f"<b>{looks.wrapped(str(source), 52, 1)}</b>", x=0, xref="x domain", xanchor="left",
            y=group["place"].max() + lanes.HEADING, yanchor="middle", showarrow=False,
            font={"size": 12, "color": settings.look.muted}, row=row, col=1,
        )  # fmt: skip


def _with_sources(facts: pd.DataFrame, settings: Settings | None) -> Settings:
    settings = settings or Settings()
    return settings if settings.by else replace(settings, by=sources(facts))


def _groups(
    facts: pd.DataFrame, settings: Settings
) -> tuple[pd.DataFrame, list[tuple[str, bool, pd.DataFrame]], tuple[int, list[str]]]:
    """The claims to draw, their panels, and what is left out: figures a log axis cannot hold, units beyond the last."""
    drawn = claims(facts)
    if settings.log:
        positive = drawn["value"] > 0
        positive &= ~((drawn["change"].astype("str") == "down") & (drawn["unit"].astype("str") != "times"))
        lost, drawn = int((~positive).sum()), drawn[positive]
    else:
        lost = 0
    groups = panels(drawn)
    left_out = [labels.unit(unit) for unit, _change, _group in groups[PANELS:]]
    groups = groups[:PANELS]
    return (pd.concat([group for _u, _c, group in groups]) if groups else drawn), groups, (lost, left_out)


def _title(facts: pd.DataFrame) -> str:
    return _("{indicator} by year").format(indicator=_what(facts))


def _what(facts: pd.DataFrame) -> str:
    """The indicator, if it is one; else that they are several."""
    names = facts["indicator"].astype("str").unique()
    return labels.indicator(str(names[0])) if len(names) == 1 else _("Figures")


def _columns(placed: pd.DataFrame, dated: bool) -> Iterator[tuple[int, pd.DataFrame]]:
    """The marks of a panel by column: those with a year at it, those without at their publication date."""
    with_year = placed["year"].notna()
    if with_year.any():
        part = placed[with_year]
        yield 1, part.assign(place=part["year"].astype(float))
    if not with_year.all():
        part = placed[~with_year]
        yield (2 if dated else 1), part.assign(place=publication(part["published"]))


def _draw(figure: Sketch, part: pd.DataFrame, settings: Settings, row: int, col: int, across: bool = False) -> None:
    """The marks of one panel: a trace a source, then arrows for open ends, then the ring of the selected one."""
    offsets = spread(part["place"].to_numpy(float), part["at"].to_numpy(float), settings.log)
    if not across:
        part = part.assign(place=part["place"] + offsets, side=_sides(part, offsets))
        span = figure.axis("x", row, col)["range"]
        part = fitting(part, span, narrow=col == 2) if len(part) <= _LABELLED else part.assign(label="")
    text = bool((part["label"] != "").any())
    for hue, group in part.groupby("hue", sort=True):
        figure.add_trace(_trace(group, int(str(hue)), settings, text, across), row=row, col=col)
    _arrows(figure, part, settings, row, col, across)
    if settings.selected and len(ring := part[_is_selected(part, settings.selected)]):
        marker = {"symbol": "circle-open", "size": _RING, "color": settings.look.text, "line": {"width": 2.5}}
        at = _xy(ring["place"].to_numpy(float), ring["at"].to_numpy(float), across)
        figure.add_trace(
            scatter(**at, mode="markers", marker=marker, hoverinfo="skip", name="selected", showlegend=False),
            row=row, col=col,
        )  # fmt: skip


def _sides(part: pd.DataFrame, offsets: np.ndarray) -> list[str]:
    """Where a mark's label stands: above it, but below an arrow up, and outside its group where marks touch."""
    outside = {-1.0: "middle left", 1.0: "middle right"}
    return [
        outside.get(float(np.sign(offset)), "bottom center" if end == "up" else "top center")
        for offset, end in zip(offsets, part["open"], strict=True)
    ]


def _is_selected(part: pd.DataFrame, selected: str) -> pd.Series:
    return (part["fact_id"] == selected) | (part["claim_id"] == selected)


def _xy(place: object, at: object, across: bool) -> dict[str, object]:
    return {"x": at, "y": place} if across else {"x": place, "y": at}


def _trace(group: pd.DataFrame, hue: int, settings: Settings, text: bool, across: bool) -> Trace:
    colour = settings.colour(hue)
    bars = {
        "type": "data", "symmetric": False, "array": (group["high"] - group["at"]).to_numpy(float),
        "arrayminus": (group["at"] - group["low"]).to_numpy(float), "color": colour, "thickness": 3, "width": 6,
    }  # fmt: skip
    return scatter(
        **_xy(group["place"].to_numpy(float), group["at"].to_numpy(float), across),
        **({"error_x" if across else "error_y": bars} if group["low"].notna().any() else {}),
        mode="markers+text" if text else "markers",
        text=list(group["label"]) if text else None,
        textposition=list(group["side"]),
        # The shadow keeps a label legible above published marks.
        textfont={"size": 12, "color": settings.look.text, "shadow": "auto"},
        cliponaxis=False,
        marker={"symbol": list(group["symbol"]), "size": 11, "color": colour, "line": {"width": 2, "color": colour}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        customdata=[[fact_id] for fact_id in group["fact_id"]],
        hovertext=list(group["hover"]),
        hoverinfo="text",
        name=looks.safe(group["source"].iloc[0]),
        legendgroup=f"source {hue}",
        showlegend=False,
    )


def _arrows(figure: Sketch, part: pd.DataFrame, settings: Settings, row: int, col: int, across: bool) -> None:
    """A short arrow from each open-ended mark towards the side on which the true value lies."""
    ends = part[part["open"] != ""]
    if ends.empty:
        return
    up = (ends["open"] == "up").to_numpy()
    at = ends["at"].to_numpy(float)
    reach = float(np.nanmax(np.abs(part["at"]))) * 0.12
    tips = np.where(up, at * 1.35, at / 1.35) if settings.log else at + np.where(up, reach, -reach)
    place = np.repeat(ends["place"].to_numpy(float), 3)
    line = np.column_stack([at, tips, np.full(len(at), np.nan)]).ravel()
    heads = ("triangle-right", "triangle-left") if across else ("triangle-up", "triangle-down")
    symbols = [symbol for rises in up for symbol in ("circle", heads[0] if rises else heads[1], "circle")]
    colours = [settings.colour(hue) for hue in ends["hue"] for _part in range(3)]
    figure.add_trace(
        scatter(
            **_xy(place, line, across), mode="lines+markers", line={"width": 2, "color": settings.look.muted},
            marker={"symbol": symbols, "size": [0, 9, 0] * len(at), "color": colours, "line": {"width": 0}},
            hoverinfo="skip", showlegend=False, name="open end",
        ),
        row=row, col=col,
    )  # fmt: skip
