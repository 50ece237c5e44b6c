"""Published figures behind the claims: a series for each count, joined only between full years that follow each other.

Claims have colours, published figures are grey: whose count a grey mark is shows in its shape and its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import compress, groupby, pairwise

from views import labels, relations
from views.charts.look import THEMED, Look, safe, wrapped
from views.charts.marks import Mark
from views.charts.settings import Settings
from views.charts.sketch import Sketch, Trace, scatter
from views.language import _, current
from views.periods import Span
from views.reference import Figure
from views.rounding import digits

_STYLES = {"KZ": ("hourglass", "solid"), "RU": ("bowtie", "dash")}
_OTHERS = ("diamond-tall", "dot")
"""Marker and line for whose count it is; all but the two countries' share one."""

_GROUP = "published"
_FAINT = 0.6
"""Opacity: behind the claims, yet at least 3 to 1 against the background of either theme."""

_STATUS = {"forecast": "cross-thin-open", "target": "asterisk-open"}


def kept(settings: Settings, panels: Iterable[tuple[str, bool]]) -> Settings:
    """The settings with only those published figures that a panel (unit, is a change) and a log axis can hold."""
    known = set(panels)
    fitting = (one for one in settings.published if (one.unit, one.is_change) in known)
    return replace(settings, published=tuple(one for one in fitting if one.value > 0 or not settings.log))


_MARK_HEIGHT = 0.05
"""Height of a mark as a share of a panel's highest value, roughly."""


def of_panel(settings: Settings, unit: str, change: bool) -> list[Figure]:
    """The published figures of one panel."""
    return [figure for figure in settings.published if (figure.unit, figure.is_change) == (unit, change)]


def largest(figures: Iterable[Figure]) -> float:
    """The largest value, whatever its sign; 0 without figures."""
    return max((abs(figure.value) for figure in figures), default=0.0)


def lay(
    figure: Sketch, figures: Sequence[Figure], settings: Settings, factor: float, row: int,
    claims: Sequence[Mark] = (),
) -> None:  # fmt: skip
    """Lay published figures into the first column of a row, before the claims are drawn over them.

    Where a mark lies under one of ``claims``, a click means the claim.
    """
    covered = _covered(figures, claims, factor)
    named = {trace["name"] for trace in figure.data if trace["showlegend"]}
    for trace in published_traces(figures, factor, settings.look):
        shown = trace["mode"] == "markers" and trace["name"] not in named
        named |= {trace["name"]} if shown else set()
        for part in _parted({**trace, "showlegend": shown}, covered):
            figure.add_trace(part, row=row, col=1)
    for chosen in (one for one in figures if one.figure_id == settings.selected):
        marker = {"symbol": "circle-open", "size": 18, "color": settings.look.text, "line": {"width": 2.5}}
        ring = scatter(
            x=[chosen.year], y=[chosen.value / factor], mode="markers", marker=marker, hoverinfo="skip",
            name="selected", showlegend=False,
        )  # fmt: skip
        figure.add_trace(ring, row=row, col=1)


def _covered(figures: Sequence[Figure], claims: Sequence[Mark], factor: float) -> set[str]:
    """The figure_ids of marks that lie under a claim: same year, and values closer than a mark is high."""
    near = _MARK_HEIGHT * max([largest(figures) / factor, *(abs(claim.at) for claim in claims)])
    return {
        one.figure_id
        for one in figures
        if any(one.year == claim.row.year and abs(one.value / factor - claim.at) <= near for claim in claims)
    }


def _parted(trace: Trace, covered: set[str]) -> list[Trace]:
    """A trace as it is, or in two: marks that take clicks, and covered ones. Of two marks Plotly takes the smaller."""
    under = [custom[0] in covered for custom in trace.get("customdata", ())]
    if not any(under):
        return [trace]
    open_marks = _only(trace, [not one for one in under])
    covered_marks = {**_only(trace, under), "hoverinfo": "skip", "showlegend": False}
    del covered_marks["customdata"]
    return [open_marks, covered_marks]


def _only(trace: Trace, chosen: Sequence[bool]) -> Trace:
    parts = {name: list(compress(trace[name], chosen)) for name in ("x", "y", "customdata", "hovertext")}
    symbols = list(compress(trace["marker"]["symbol"], chosen))
    return {**trace, **parts, "marker": {**trace["marker"], "symbol": symbols}}


def entries(figure: Sketch) -> int:
    """How many lines of the legend stand for published figures."""
    return sum(trace["showlegend"] and trace.get("legendgroup", "").startswith(_GROUP) for trace in figure.data)


def note(settings: Settings) -> str:
    """What the grey marks are; "" without them."""
    if not settings.published:
        return ""
    countries = " / ".join(dict.fromkeys(labels.parties(figure.parties) for figure in settings.published))
    return _(
        "Grey: published figures for {countries}, each with its own source; lines join full years, hollow marks are "
        "other periods."
    ).format(countries=countries)


def published_traces(figures: Iterable[Figure], factor: float = 1.0, look: Look = THEMED) -> list[Trace]:
    """Traces of the figures by year, values divided by ``factor``; for each series and count a line and its marks.

    Full years are filled marks, parts of a year and days open ones, forecasts crosses.  Every mark has its own source
    in its hover text and its ``figure_id`` in ``customdata[0]``.
    """
    traces: list[Trace] = []
    for _key, group in groupby(sorted(figures, key=_group), key=_group):
        members = sorted(group, key=lambda figure: (figure.year, figure.value))
        line = _line(members, factor, look)
        traces += [line, _marks(members, factor, look)] if line["x"] else [_marks(members, factor, look)]
    return traces


def _name(figure: Figure) -> str:
    """What the legend calls marks like this one; the measure itself is named in the hover text."""
    if figure.status in _STATUS:
        return _("published forecast") if figure.status == "forecast" else _("published target or plan")
    return relations.count(figure.perspective) if figure.perspective in _STYLES else _("other counts")


def _group(figure: Figure) -> tuple[str, str]:
    return figure.series, figure.perspective


def _line(figures: Sequence[Figure], factor: float, look: Look) -> Trace:
    """Through one figure a full year; a year without one breaks it, for nothing is known of the way between."""
    years: dict[int, Figure] = {}
    for figure in figures:
        if figure.span == Span.YEAR and figure.status == "actual":
            years[figure.year] = max(years.get(figure.year, figure), figure, key=_exactness)
    x: list[float | None] = []
    y: list[float | None] = []
    for before, after in pairwise(sorted(years)):
        if after == before + 1:
            x += [before, after, None]
            y += [years[before].value / factor, years[after].value / factor, None]
    return scatter(
        x=x, y=y, mode="lines", line={"width": 1.5, "color": look.muted, "dash": _style(figures[0])[1]},
        opacity=_FAINT, hoverinfo="skip", showlegend=False, name="published line",
    )  # fmt: skip


def _exactness(figure: Figure) -> tuple[int, str]:
    """Of several figures for a year the most exactly stated stands for it, of equals the last published."""
    return digits(figure.value), str(figure.published or "")


def _marks(figures: Sequence[Figure], factor: float, look: Look) -> Trace:
    return scatter(
        x=[figure.year for figure in figures],
        y=[figure.value / factor for figure in figures],
        mode="markers",
        opacity=_FAINT,
        marker={
            "symbol": [_symbol(figure) for figure in figures],
            "size": 8,
            "color": look.muted,
            "line": {"width": 1.2, "color": look.muted},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        customdata=[[figure.figure_id] for figure in figures],
        hovertext=[hover(figure) for figure in figures],
        hoverinfo="text",
        name=safe(_name(figures[0])),
        legendgroup=f"{_GROUP} {_name(figures[0])}",
        legendrank=2000,  # below the claims
        showlegend=True,
    )


def _style(figure: Figure) -> tuple[str, str]:
    return _STYLES.get(figure.perspective, _OTHERS)


def _symbol(figure: Figure) -> str:
    if figure.status in _STATUS:
        return _STATUS[figure.status]
    return _style(figure)[0] + ("" if figure.span == Span.YEAR else "-open")


def hover(figure: Figure) -> str:
    """What a published mark says of itself: value, time, whose count, publisher, title, note."""
    return _hover(figure, current())


@cache  # as many as there are published figures, and they are behind most charts
def _hover(figure: Figure, _language: str) -> str:
    lines = [
        f"<b>{safe(relations.amount(figure))}</b> · {safe(relations.when(figure))}",
        safe(_("published: {series}").format(series=_(figure.label))),
        safe(relations.count(figure.perspective)),
        safe(relations.source(figure)),
        wrapped(figure.title) if figure.title else "",
        wrapped(figure.note) if figure.note else "",
    ]
    return "<br>".join(line for line in lines if line)
