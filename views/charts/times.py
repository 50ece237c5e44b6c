"""Charts of time: the dates and periods that the articles speak of, and when the articles themselves appeared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from views.charts import look as looks
from views.charts.look import dress
from views.charts.marks import hover, lean, rows, sources
from views.charts.settings import Settings
from views.charts.sketch import Sketch, bars, scatter
from views.language import _, day, ngettext

_CALENDAR = ("date", "period")
_LANE = 17.0
_HEAD = 30.0
_DAY = pd.Timedelta(days=1)


def timeline(facts: pd.DataFrame, settings: Settings | None = None, *, whole: bool = False) -> go.Figure:
    """Dates as points and periods as bars, article by article, the oldest on top; what overlaps lies on several lines.

    Far-off years are left at the edge, counted there, unless the ``whole`` span is asked for: one mention of 1920
    would press the years that the articles are about into a corner.  ``customdata[0]`` of a mark is its fact_id.
    """
    settings = settings or Settings()
    known = lean(facts)
    shown = known[known["kind"].isin(_CALENDAR) & known["period_start"].notna()]
    if shown.empty:
        return looks.empty(_("No date or period is left to draw."), settings.look)
    by = settings.by or sources(facts)
    shown = shown.assign(period_end=shown["period_end"].fillna(shown["period_start"]))
    first, last = _span(shown, whole)
    inside = shown[(shown["period_end"] >= first) & (shown["period_start"] <= last)]
    laid = _lay(inside, last - first)
    figure = Sketch()
    for article, group in laid.groupby(laid["article_id"].astype("str"), sort=False):
        _draw(figure, group, settings, by[str(article)].hue)
        _head(figure, group, by[str(article)].name, settings)
    _ring(figure, laid, settings)
    depth = float(-laid["place"].min() + _LANE)
    _axis(figure, first, last, depth)
    note = _edges(shown, first, last)
    entries = _legend(figure, settings)
    title = settings.title or _("Dates and periods the articles speak of")
    return dress(
        figure, settings.look, title=title, subtitle=settings.subtitle, note=f"{note}\n{settings.note}".strip(),
        plot_height=int(depth), entries=entries,
    )  # fmt: skip


def _span(shown: pd.DataFrame, whole: bool) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last day of the axis: whole years around all marks, or around those without far-off ones.

    Far off is what lies more than three times the distance between the quartiles, and ten years, outside of them.
    """
    begins, ends = shown["period_start"].dt.year, shown["period_end"].dt.year
    low, high = int(begins.min()), int(ends.max())
    if not whole:
        lower, upper = float(begins.quantile(0.25)), float(ends.quantile(0.75))
        reach = max(3 * (upper - lower), 10.0)
        low = int(begins[begins >= lower - reach].min())
        high = int(ends[ends <= upper + reach].max())
    # pandas' timestamps end in 2262; a year beyond is a slip of reading and would stop the page.
    return pd.Timestamp(max(low, 1), 1, 1), pd.Timestamp(min(high, 9998) + 1, 1, 1)


def _lay(shown: pd.DataFrame, span: pd.Timedelta) -> pd.DataFrame:
    """The marks with their ``place`` (pixels downward, negative): each on the first free line of its article."""
    room = span / 40
    ordered = shown.sort_values(["published", "article_id", "period_start", "period_end"], na_position="last")
    places: list[float] = []
    free: list[pd.Timestamp] = []
    top, article = 0.0, None
    for row in rows(ordered):
        if row.article_id != article:
            top += _HEAD + len(free) * _LANE
            article, free = row.article_id, []
        lane = next((index for index, until in enumerate(free) if until <= row.period_start), len(free))
        free[lane : lane + 1] = [max(row.period_end, row.period_start + room) + room / 4]
        places.append(-(top + lane * _LANE))
    return ordered.assign(place=places)


def _draw(figure: Sketch, group: pd.DataFrame, settings: Settings, hue: int) -> None:
    """An article's marks: bars for periods, and a point in the middle of each mark, which is what a click meets."""
    colour = settings.colour(hue)
    ends = [at for row in rows(group) for at in (row.period_start, row.period_end + _DAY, None)]
    figure.add_trace(
        scatter(
            x=ends, y=np.repeat(group["place"].to_numpy(float), 3), mode="lines", hoverinfo="skip",
            line={"width": 7, "color": colour}, opacity=0.45, showlegend=False,
        )
    )  # fmt: skip
    middle = group["period_start"] + (group["period_end"] + _DAY - group["period_start"]) / 2
    figure.add_trace(
        scatter(
            x=list(middle), y=group["place"].to_numpy(float), mode="markers", showlegend=False,
            marker={"size": 10, "color": colour, "symbol": _symbols(group), "line": {"width": 2, "color": colour}},
            selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
            customdata=[[fact_id] for fact_id in group["fact_id"]],
            hovertext=[_told(row) for row in rows(group)], hoverinfo="text",
        )
    )  # fmt: skip


def _symbols(group: pd.DataFrame) -> list[str]:
    shapes = {"date": "diamond", "period": "circle"}
    return [shapes[str(row.kind)] + ("" if str(row.year_basis) == "stated" else "-open") for row in rows(group)]


def _told(fact: Any) -> str:
    begin, end = fact.period_start, fact.period_end
    days = day(begin.date()) if begin == end else f"{day(begin.date())} – {day(end.date())}"
    return f"<b>{looks.safe(fact.text)}</b>: {days}<br>{hover(fact).partition('<br>')[2]}"


def _head(figure: Sketch, group: pd.DataFrame, name: str, settings: Settings) -> None:
    figure.add_annotation(
        text=f"<b>{looks.wrapped(name, 52, 1)}</b>", x=0, xref="paper", xanchor="left", yanchor="middle",
        y=group["place"].max() + 15, showarrow=False, font={"size": 12, "color": settings.look.muted},
    )  # fmt: skip


def _ring(figure: Sketch, laid: pd.DataFrame, settings: Settings) -> None:
    ring = laid[laid["fact_id"] == settings.selected]
    if ring.empty:
        return
    middle = ring["period_start"] + (ring["period_end"] + _DAY - ring["period_start"]) / 2
    marker = {"symbol": "circle-open", "size": 20, "color": settings.look.text, "line": {"width": 2.5}}
    figure.add_trace(
        scatter(
            x=list(middle), y=ring["place"].to_numpy(float), mode="markers", marker=marker, hoverinfo="skip",
            name="selected", showlegend=False,
        )
    )  # fmt: skip


def _axis(figure: Sketch, first: pd.Timestamp, last: pd.Timestamp, depth: float) -> None:
    years = list(looks.whole_steps(first.year, last.year, 6))
    ticks = [pd.Timestamp(year, 1, 1) for year in years]
    pad = (last - first) / 60
    figure.update_xaxes(
        tickvals=ticks, ticktext=[str(year) for year in years], range=[first - pad, last + pad], type="date",
        tickangle=0, side="bottom",
    )  # fmt: skip
    figure.update_yaxes(range=[-depth, 0], visible=False)


def _edges(shown: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> str:
    """How many dates there are, in how many articles, and how many lie beyond the ends of the axis."""
    before = int((shown["period_end"] < first).sum())
    after = int((shown["period_start"] > last).sum())
    lines = [
        _("{dates} in {articles}.").format(
            dates=ngettext("{n} date or period", "{n} dates and periods", len(shown)),
            articles=ngettext("{n} article", "{n} articles", int(shown["article_id"].nunique())),
        )
    ]
    if before or after:
        told = _("Beyond the axis: {before} before {first}, {after} after {last}; see the list.")
        lines.append(told.format(before=before, first=first.year, after=after, last=last.year - 1))
    return "\n".join(lines)


def _legend(figure: Sketch, settings: Settings) -> int:
    entries = [
        ("diamond", _("diamond: a day or days")),
        ("circle", _("circle on a bar: a period")),
        ("circle-open", _("hollow: year inferred")),
    ]
    for symbol, words in entries:
        marker = {"symbol": symbol, "size": 10, "color": settings.look.muted, "line": {"width": 2}}
        figure.add_trace(scatter(x=[None], y=[None], mode="markers", marker=marker, name=words, showlegend=True))
    return len(entries)


def coverage(facts: pd.DataFrame, settings: Settings | None = None) -> go.Figure:
    """How many facts the articles of each month brought; articles without a date are counted in the note.

    ``facts`` needs ``published`` and ``article_id``; with a ``facts`` column its rows count that many each.
    """
    settings = settings or Settings()
    counted = facts if "facts" in facts else facts.assign(facts=1)
    dated = counted[counted["published"].notna()]
    if dated.empty:
        return looks.empty(_("None of these facts has a date of publication."), settings.look)
    month = dated["published"].dt.to_period("M").dt.to_timestamp()
    months = dated.groupby(month).agg(facts=("facts", "sum"), articles=("article_id", "nunique"))
    told = _("{month}: {facts} in {articles}")
    hovers = [
        told.format(
            month=day(index.date(), "month"),
            facts=ngettext("{n} fact", "{n} facts", int(row.facts)),
            articles=ngettext("{n} article", "{n} articles", int(row.articles)),
        )
        for index, row in zip(months.index, rows(months), strict=True)
    ]
    figure = Sketch()
    figure.add_trace(
        bars(
            x=list(months.index), y=months["facts"].to_numpy(int), marker={"color": settings.look.hues[0]},
            width=26 * 86_400_000.0, offset=0, hovertext=hovers, hoverinfo="text", textposition="none",
            name=_("facts, by the month their article appeared"), showlegend=True,
        )
    )  # fmt: skip
    first, last = months.index.min(), months.index.max()
    years = list(looks.whole_steps(first.year, last.year + 1, 6))
    figure.update_xaxes(
        tickvals=[pd.Timestamp(year, 1, 1) for year in years], ticktext=[str(year) for year in years], type="date",
        range=[pd.Timestamp(first.year, 1, 1), pd.Timestamp(last.year + 1, 1, 2)], tickangle=0,
        title={"text": _("month of publication"), "font": {"size": 12, "color": settings.look.muted}},
    )  # fmt: skip
    figure.update_yaxes(
        title={"text": _("facts"), "font": {"size": 13, "color": settings.look.muted}},
        rangemode="tozero",
        nticks=5,
        tickformat=",d",
    )
    without = int(counted.loc[counted["published"].isna(), "facts"].sum())
    note = ngettext("{n} fact", "{n} facts", int(counted["facts"].sum())) + "."
    if without:
        note += " " + ngettext("{n} of unknown date.", "{n} of unknown date.", without)
    settings = replace(settings, title=settings.title or _("Facts by month of publication"))
    return dress(
        figure, settings.look, title=settings.title, subtitle=settings.subtitle,
        note=f"{note}\n{settings.note}".strip(), plot_height=220, entries=1,
    )  # fmt: skip
