"""Charts of values: by the year they speak about, and by the source that states them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from views import labels
from views.charts import lanes, published
from views.charts import look as looks
from views.charts.axes import grid, magnitude, publication, reach, value_axes, year_axes
from views.charts.look import dress
from views.charts.marks import (
    RAW_MARKS,
    Mark,
    Panel,
    axis_title,
    claims,
    ends,
    fit,
    is_negative,
    marks,
    panels,
    scale,
    separators,
    sources,
    spread,
)
from views.charts.medians import BY_YEAR, medians
from views.charts.notes import explain, source_note
from views.charts.settings import Settings
from views.charts.sketch import Figure, Sketch, Trace, scatter
from views.language import _
from views.rows import Row, alike

PANELS = 6
"""Units shown as small multiples; the note names those that are left to the table."""

_LABELLED = 24
"""Up to so many marks in a panel their figures are written beside them, as far as there is room."""

_RING = 20


def by_year(facts: Sequence[Row], settings: Settings | None = None) -> Figure:
    """Claims by the year they speak about, one mark a claim, one row of the figure a unit; no line joins them.

    Figures without a year stand in a shaded band of their own at their publication date.  ``customdata[0]`` of a mark
    is its fact_id.  Beyond ``RAW_MARKS`` claims a mark is a year's median with the span of all its claims.
    """
    settings = _with_sources(facts, settings)
    drawn, groups, dropped = _groups(facts, settings)
    if not drawn:
        return looks.empty(_("No figure with a value is left to draw."), settings.look)
    if len(drawn) > RAW_MARKS:
        return medians(alike(drawn, BY_YEAR), settings if settings.title else replace(settings, title=_title(facts)))
    settings = published.kept(settings, ((unit, change) for unit, change, _group in groups))
    years = [row.year for row in drawn if row.year is not None]
    undated = [row.published for row in drawn if row.year is None]
    dated = bool(years or settings.published)
    height = settings.panel * len(groups)
    figure = grid([1.0] * len(groups), height, gap=34, bands=dated and bool(undated))
    year_axes(figure, years, undated, settings, len(groups))
    for number, (unit, change, group) in enumerate(groups, 1):
        behind = published.of_panel(settings, unit, change)
        factor, word = scale(max(magnitude(group), published.largest(behind)))
        placed = marks(group, settings.by or {}, factor)
        published.lay(figure, behind, settings, factor, number, placed)
        for col, part in _columns(placed, dated):
            _draw(figure, part, settings, number, col)
        reached = [*ends(placed), *(one.value / factor for one in behind)]
        figure.update_yaxes(range=reach(reached, settings.log), row=number)
        figure.update_yaxes(title={"text": axis_title(unit, change, word)}, row=number, col=1)
    value_axes(figure, settings, "y")
    return _finish(figure, drawn, settings, dropped, title=settings.title or _title(facts), height=height)


def by_source(facts: Sequence[Row], settings: Settings | None = None) -> Figure:
    """Claims by who states them, the oldest source on top: a line a claim, or a line a source where they are many.

    Marks, notes and ``customdata`` are as in ``by_year``; the year stands beside each mark.
    """
    settings = _with_sources(facts, settings)
    drawn, groups, dropped = _groups(facts, settings)
    if not drawn:
        return looks.empty(_("No figure with a value is left to draw."), settings.look)
    if len(drawn) > RAW_MARKS:
        return looks.empty(_("Too many claims for a row each: narrow the filters, or look by year."), settings.look)
    scales = [scale(magnitude(group)) for _unit, _change, group in groups]
    laid = [
        lanes.lay(marks(group, settings.by or {}, factor))
        for (_unit, _change, group), (factor, _word) in zip(groups, scales, strict=True)
    ]
    heights = [lanes.height(placed) for placed in laid]
    height = int(sum(heights)) + 58 * len(heights)
    figure = grid(heights, height, gap=58)
    for number, placed in enumerate(laid, 1):
        (unit, change, _group), (_factor, word) = groups[number - 1], scales[number - 1]
        lanes.label(placed)
        _draw(figure, placed, settings, number, 1, across=True)
        _head_lanes(figure, placed, settings, number)
        span = reach(ends(placed), settings.log)
        figure.update_xaxes(title={"text": axis_title(unit, change, word)}, range=span, row=number)
        figure.update_yaxes(range=[-lanes.height(placed), 0], visible=False, row=number)
    value_axes(figure, settings, "x")
    title = settings.title or _("{indicator} by source").format(indicator=_what(facts))
    return _finish(figure, drawn, settings, dropped, title=title, height=height, across=True)


def _finish(
    figure: Sketch, drawn: Sequence[Row], settings: Settings, dropped: tuple[int, list[str]],
    *, title: str, height: int, across: bool = False,
) -> Figure:  # fmt: skip
    entries = explain(figure, drawn, settings, across=across) + published.entries(figure)
    note = source_note(drawn, settings, dropped)
    figure.update_layout(separators=separators())
    return dress(
        figure, settings.look, title=title, subtitle=settings.subtitle, note=note, plot_height=height, entries=entries
    )


def _head_lanes(figure: Sketch, placed: Sequence[Mark], settings: Settings, row: int) -> None:
    """Each source's name above its lines, inside the plot: names beside it would leave a telephone no room."""
    tops: dict[str, float] = {}
    for mark in placed:
        tops[mark.source] = max(mark.place, tops.get(mark.source, mark.place))
    for source, top in tops.items():
        figure.add_annotation(
            text=f"<b>{looks.wrapped(source, 52, 1)}</b>", x=0, xref="x domain", xanchor="left",
            y=top + lanes.HEADING, yanchor="middle", showarrow=False,
            font={"size": 12, "color": settings.look.muted}, row=row, col=1,
        )  # fmt: skip


def _with_sources(facts: Sequence[Row], settings: Settings | None) -> Settings:
    settings = settings or Settings()
    return settings if settings.by else replace(settings, by=sources([row.origin for row in facts]))


def _groups(facts: Sequence[Row], settings: Settings) -> tuple[list[Row], list[Panel], tuple[int, list[str]]]:
    """The claims to draw, their panels, and what is left out: figures a log axis cannot hold, units beyond the last."""
    stated = claims(facts)
    kept = [row for row in stated if (row.value or 0) > 0 and not is_negative(row)] if settings.log else stated
    groups = panels(kept)
    left_out = [labels.unit(unit) for unit, _change, _group in groups[PANELS:]]
    groups = groups[:PANELS]
    drawn = [row for _unit, _change, group in groups for row in group]
    return drawn, groups, (len(stated) - len(kept), left_out)


def _title(facts: Sequence[Row]) -> str:
    return _("{indicator} by year").format(indicator=_what(facts))


def _what(facts: Sequence[Row]) -> str:
    """The indicator, if it is one; else that they are several."""
    names = {row.indicator for row in facts}
    return labels.indicator(names.pop()) if len(names) == 1 else _("Figures")


def _columns(placed: Sequence[Mark], dated: bool) -> Iterator[tuple[int, list[Mark]]]:
    """The marks of a panel by column: those with a year at it, those without at their publication date."""
    if with_year := [mark for mark in placed if mark.row.year is not None]:
        for mark in with_year:
            mark.place = float(mark.row.year or 0)
        yield 1, with_year
    if without := [mark for mark in placed if mark.row.year is None]:
        for mark, place in zip(without, publication([mark.row.published for mark in without]), strict=True):
            mark.place = place
        yield (2 if dated else 1), without


def _draw(figure: Sketch, part: Sequence[Mark], settings: Settings, row: int, col: int, across: bool = False) -> None:
    """The marks of one panel: a trace a source, then arrows for open ends, then the ring of the selected one."""
    if not across:
        _step_aside(part, settings.log)
        if len(part) <= _LABELLED:
            fit(part, figure.axis("x", row, col)["range"], narrow=col == 2)
        else:
            for mark in part:
                mark.label = ""
    text = any(mark.label for mark in part)
    for hue in sorted({mark.hue for mark in part}):
        group = [mark for mark in part if mark.hue == hue]
        figure.add_trace(_trace(group, hue, settings, text, across), row=row, col=col)
    _arrows(figure, part, settings, row, col, across)
    ring = [mark for mark in part if settings.selected and settings.selected in (mark.row.fact_id, mark.row.claim_id)]
    if ring:
        marker = {"symbol": "circle-open", "size": _RING, "color": settings.look.text, "line": {"width": 2.5}}
        at = _xy([mark.place for mark in ring], [mark.at for mark in ring], across)
        figure.add_trace(
            scatter(**at, mode="markers", marker=marker, hoverinfo="skip", name="selected", showlegend=False),
            row=row, col=col,
        )  # fmt: skip


def _step_aside(part: Sequence[Mark], log: bool) -> None:
    """Marks that would lie on each other beside each other, and each label where there is room for it.

    It stands above its mark, but below an arrow up, and outside its group where marks touch.
    """
    offsets = spread([mark.place for mark in part], [mark.at for mark in part], log)
    for mark, offset in zip(part, offsets, strict=True):
        mark.place += offset
        if offset:
            mark.side = "middle left" if offset < 0 else "middle right"
        else:
            mark.side = "bottom center" if mark.open == "up" else "top center"


def _xy(place: object, at: object, across: bool) -> dict[str, object]:
    return {"x": at, "y": place} if across else {"x": place, "y": at}


def _trace(group: Sequence[Mark], hue: int, settings: Settings, text: bool, across: bool) -> Trace:
    colour = settings.colour(hue)
    bars = {
        "type": "data", "symmetric": False,
        "array": [None if mark.high is None else mark.high - mark.at for mark in group],
        "arrayminus": [None if mark.low is None else mark.at - mark.low for mark in group],
        "color": colour, "thickness": 3, "width": 6,
    }  # fmt: skip
    return scatter(
        **_xy([mark.place for mark in group], [mark.at for mark in group], across),
        **({"error_x" if across else "error_y": bars} if any(mark.low is not None for mark in group) else {}),
        mode="markers+text" if text else "markers",
        text=[mark.label for mark in group] if text else None,
        textposition=[mark.side for mark in group],
        # The shadow keeps a label legible above published marks.
        textfont={"size": 12, "color": settings.look.text, "shadow": "auto"},
        cliponaxis=False,
        marker={
            "symbol": [mark.symbol for mark in group],
            "size": 11,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        customdata=[[mark.row.fact_id] for mark in group],
        hovertext=[mark.hover for mark in group],
        hoverinfo="text",
        name=looks.safe(group[0].source),
        legendgroup=f"source {hue}",
        showlegend=False,
    )


def _arrows(figure: Sketch, part: Sequence[Mark], settings: Settings, row: int, col: int, across: bool) -> None:
    """A short arrow from each open-ended mark towards the side on which the true value lies."""
    heads = ("triangle-right", "triangle-left") if across else ("triangle-up", "triangle-down")
    far = max(abs(mark.at) for mark in part) * 0.12
    place: list[float] = []
    line: list[float | None] = []
    symbols: list[str] = []
    colours: list[str] = []
    for mark in (one for one in part if one.open):
        up = mark.open == "up"
        tip = (mark.at * 1.35 if up else mark.at / 1.35) if settings.log else mark.at + (far if up else -far)
        place += [mark.place] * 3
        line += [mark.at, tip, None]
        symbols += ["circle", heads[0] if up else heads[1], "circle"]
        colours += [settings.colour(mark.hue)] * 3
    if not place:
        return
    figure.add_trace(
        scatter(
            **_xy(place, line, across), mode="lines+markers", line={"width": 2, "color": settings.look.muted},
            marker={"symbol": symbols, "size": [0, 9, 0] * (len(line) // 3), "color": colours, "line": {"width": 0}},
            hoverinfo="skip", showlegend=False, name="open end",
        ),
        row=row, col=col,
    )  # fmt: skip
