"""Charts of time: the dates and periods that the articles speak of, and when the articles themselves appeared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from statistics import quantiles

from views.charts import look as looks
from views.charts.look import dress
from views.charts.marks import hover, sources
from views.charts.settings import Settings
from views.charts.sketch import Figure, Sketch, bars, scatter
from views.language import _, day, ngettext
from views.rows import Group, Row

_CALENDAR = ("date", "period")
_LANE = 17.0
_HEAD = 30.0
_DAY = timedelta(days=1)


@dataclass(slots=True)
class _Stretch:
    """A date or period of the text, midnight to midnight; ``place`` is its line, in pixels downward (negative)."""

    row: Row
    begin: datetime
    end: datetime
    place: float = 0.0

    @property
    def middle(self) -> datetime:
        """Where its mark stands: the last day counts whole."""
        return self.begin + (self.end + _DAY - self.begin) / 2


def timeline(facts: Sequence[Row], settings: Settings | None = None, *, whole: bool = False) -> Figure:
    """Dates as points and periods as bars, article by article, the oldest on top; what overlaps lies on several lines.

    Far-off years are left at the edge, counted there, unless the ``whole`` span is asked for: one mention of 1920
    would press the years that the articles are about into a corner.  ``customdata[0]`` of a mark is its fact_id.
    """
    settings = settings or Settings()
    shown = [
        _Stretch(row, _midnight(row.period_start), _midnight(row.period_end or row.period_start))
        for row in facts
        if row.kind in _CALENDAR and row.period_start
    ]
    if not shown:
        return looks.empty(_("No date or period is left to draw."), settings.look)
    by = settings.by or sources([row.origin for row in facts])
    first, last = _span(shown, whole)
    laid = _lay([one for one in shown if one.end >= first and one.begin <= last], last - first)
    figure = Sketch()
    for article in dict.fromkeys(one.row.article_id for one in laid):
        group = [one for one in laid if one.row.article_id == article]
        _draw(figure, group, settings, by[article].hue)
        _head(figure, group, by[article].name, settings)
    _ring(figure, laid, settings)
    depth = _LANE - min(one.place for one in laid)
    _axis(figure, first, last, depth)
    note = _edges(shown, first, last)
    entries = _legend(figure, settings)
    title = settings.title or _("Dates and periods the articles speak of")
    return dress(
        figure, settings.look, title=title, subtitle=settings.subtitle, note=f"{note}\n{settings.note}".strip(),
        plot_height=int(depth), entries=entries,
    )  # fmt: skip


def _midnight(of: date) -> datetime:
    return datetime.combine(of, time.min)


def _span(shown: Sequence[_Stretch], whole: bool) -> tuple[datetime, datetime]:
    """First and last day of the axis: whole years around all marks, or around those without far-off ones.

    Far off is what lies more than three times the distance between the quartiles, and ten years, outside of them.
    """
    low, high = _reach([one.begin.year for one in shown], [one.end.year for one in shown], whole)
    # Dates end in 9999; a year beyond is a slip of reading and would stop the page.
    return datetime(max(low, 1), 1, 1), datetime(min(high, 9998) + 1, 1, 1)


def _reach(begins: Sequence[int], ends: Sequence[int], whole: bool) -> tuple[int, int]:
    if whole or len(begins) == 1:
        return min(begins), max(ends)
    lower, _middle, upper = quantiles(begins, n=4, method="inclusive")
    reach = max(3 * (upper - lower), 10.0)
    return min(year for year in begins if year >= lower - reach), max(year for year in ends if year <= upper + reach)


def _lay(shown: Sequence[_Stretch], span: timedelta) -> list[_Stretch]:
    """The marks in order with their ``place``: each on the first free line of its article."""
    room = span / 40
    ordered = sorted(shown, key=lambda one: (one.row.published or date.max, one.row.article_id, one.begin, one.end))
    free: list[datetime] = []
    top, article = 0.0, ""
    for one in ordered:
        if one.row.article_id != article:
            top += _HEAD + len(free) * _LANE
            article, free = one.row.article_id, []
        lane = next((index for index, until in enumerate(free) if until <= one.begin), len(free))
        free[lane : lane + 1] = [_later(max(one.end, _later(one.begin, room)), room / 4)]
        one.place = -(top + lane * _LANE)
    return ordered


def _later(when: datetime, by: timedelta) -> datetime:
    return when + by if datetime.max - when > by else datetime.max


def _draw(figure: Sketch, group: Sequence[_Stretch], settings: Settings, hue: int) -> None:
    """An article's marks: bars for periods, and a point in the middle of each mark, which is what a click meets."""
    colour = settings.colour(hue)
    figure.add_trace(
        scatter(
            x=[at for one in group for at in (_iso(one.begin), _iso(_later(one.end, _DAY)), None)],
            y=[one.place for one in group for _end in range(3)], mode="lines", hoverinfo="skip",
            line={"width": 7, "color": colour}, opacity=0.45, showlegend=False,
        )
    )  # fmt: skip
    figure.add_trace(
        scatter(
            x=[_iso(one.middle) for one in group], y=[one.place for one in group], mode="markers", showlegend=False,
            marker={
                "size": 10, "color": colour, "symbol": [_symbol(one.row) for one in group],
                "line": {"width": 2, "color": colour},
            },
            selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
            customdata=[[one.row.fact_id] for one in group],
            hovertext=[_told(one) for one in group], hoverinfo="text",
        )
    )  # fmt: skip


def _iso(when: datetime) -> str:
    return when.isoformat()


def _symbol(row: Row) -> str:
    shapes = {"date": "diamond", "period": "circle"}
    return shapes[row.kind] + ("" if row.year_basis == "stated" else "-open")


def _told(one: _Stretch) -> str:
    days = " – ".join(dict.fromkeys((day(one.begin), day(one.end))))
    return f"<b>{looks.safe(one.row.text)}</b>: {days}<br>{hover(one.row).partition('<br>')[2]}"


def _head(figure: Sketch, group: Sequence[_Stretch], name: str, settings: Settings) -> None:
    figure.add_annotation(
        text=f"<b>{looks.wrapped(name, 52, 1)}</b>", x=0, xref="paper", xanchor="left", yanchor="middle",
        y=max(one.place for one in group) + 15, showarrow=False, font={"size": 12, "color": settings.look.muted},
    )  # fmt: skip


def _ring(figure: Sketch, laid: Sequence[_Stretch], settings: Settings) -> None:
    ring = [one for one in laid if one.row.fact_id == settings.selected]
    if not ring:
        return
    marker = {"symbol": "circle-open", "size": 20, "color": settings.look.text, "line": {"width": 2.5}}
    figure.add_trace(
        scatter(
            x=[_iso(one.middle) for one in ring], y=[one.place for one in ring], mode="markers", marker=marker,
            hoverinfo="skip", name="selected", showlegend=False,
        )
    )  # fmt: skip


def _axis(figure: Sketch, first: datetime, last: datetime, depth: float) -> None:
    years = list(looks.whole_steps(first.year, last.year, 6))
    pad = (last - first) / 60
    begin = first - pad if first - datetime.min > pad else datetime.min
    figure.update_xaxes(
        tickvals=[_iso(datetime(max(year, 1), 1, 1)) for year in years], ticktext=[str(year) for year in years],
        range=[_iso(begin), _iso(_later(last, pad))], type="date", tickangle=0, side="bottom",
    )  # fmt: skip
    figure.update_yaxes(range=[-depth, 0], visible=False)


def _edges(shown: Sequence[_Stretch], first: datetime, last: datetime) -> str:
    """How many dates there are, in how many articles, and how many lie beyond the ends of the axis."""
    before = sum(one.end < first for one in shown)
    after = sum(one.begin > last for one in shown)
    lines = [
        _("{dates} in {articles}.").format(
            dates=ngettext("{n} date or period", "{n} dates and periods", len(shown)),
            articles=ngettext("{n} article", "{n} articles", len({one.row.article_id for one in shown})),
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


def dates(years: Sequence[Group], settings: Settings, *, whole: bool = False) -> Figure:
    """Dates beyond drawing one by one: how many speak of each year.

    ``years`` is what ``Store.aggregate(filters, ("year",))`` gives; far-off years and ``whole`` as in ``timeline``.
    """
    facts = {group.year: group.facts for group in years if group.year is not None}
    if not facts:
        return looks.empty(_("No date or period is left to draw."), settings.look)
    number = sum(facts.values())
    # A thousand stand for all of them.
    told = [year for year, many in facts.items() for _one in range(max(1, round(1000 * many / number)))]
    first, last = _reach(told, told, whole)
    shown = [group for group in years if group.year is not None and first <= group.year <= last]
    figure = Sketch()
    figure.add_trace(
        bars(
            x=[group.year for group in shown], y=[group.facts for group in shown],
            marker={"color": settings.look.hues[0]}, hovertext=[_of_year(group) for group in shown], hoverinfo="text",
            textposition="none", name=_("dates and periods of a year"), showlegend=True,
        )
    )  # fmt: skip
    ticks = list(looks.whole_steps(first, last, 6))
    title = {"text": _("year the figure speaks about"), "font": {"size": 12, "color": settings.look.muted}}
    names = [str(tick) for tick in ticks]
    figure.update_xaxes(tickvals=ticks, ticktext=names, range=[first - 0.6, last + 0.6], tickangle=0, title=title)
    figure.update_yaxes(rangemode="tozero", nticks=5, tickformat=",d")
    note = _("{dates}: too many to draw one by one.").format(
        dates=ngettext("{n} date or period", "{n} dates and periods", sum(group.facts for group in years))
    )
    beyond = [sum(many for year, many in facts.items() if far(year)) for far in (first.__gt__, last.__lt__)]
    if any(beyond):
        words = _("Beyond the axis: {before} before {first}, {after} after {last}.")
        note += "\n" + words.format(before=beyond[0], first=first, after=beyond[1], last=last)
    return dress(
        figure, settings.look, title=settings.title or _("Dates and periods the articles speak of"),
        subtitle=settings.subtitle, note=f"{note}\n{settings.note}".strip(), plot_height=260, entries=1,
    )  # fmt: skip


def _of_year(group: Group) -> str:
    return _("{when}: {facts} in {articles}").format(
        when=group.year,
        facts=ngettext("{n} date or period", "{n} dates and periods", group.facts),
        articles=ngettext("{n} article", "{n} articles", group.sources),
    )


@dataclass(slots=True)
class _Month:
    """What a month's articles brought."""

    facts: int = 0
    articles: int = 0


def coverage(appeared: Sequence[tuple[date | None, int, int]], settings: Settings | None = None) -> Figure:
    """How many facts the articles of each month brought; articles without a date are counted in the note.

    ``appeared`` is what ``Store.appeared(filters)`` gives.
    """
    settings = settings or Settings()
    months: dict[date, _Month] = {}
    for published, facts, articles in appeared:
        if published:
            month = months.setdefault(published.replace(day=1), _Month())
            month.facts += facts
            month.articles += articles
    if not months:
        return looks.empty(_("None of these facts has a date of publication."), settings.look)
    told = _("{when}: {facts} in {articles}")
    ordered = sorted(months)
    hovers = [
        told.format(
            when=day(first, "month"),
            facts=ngettext("{n} fact", "{n} facts", months[first].facts),
            articles=ngettext("{n} article", "{n} articles", months[first].articles),
        )
        for first in ordered
    ]
    figure = Sketch()
    figure.add_trace(
        bars(
            x=[_iso(_midnight(first)) for first in ordered], y=[months[first].facts for first in ordered],
            marker={"color": settings.look.hues[0]},
            width=26 * 86_400_000.0, offset=0, hovertext=hovers, hoverinfo="text", textposition="none",
            name=_("facts, by the month their article appeared"), showlegend=True,
        )
    )  # fmt: skip
    begin, end = ordered[0].year, ordered[-1].year
    years = list(looks.whole_steps(begin, end + 1, 6))
    figure.update_xaxes(
        tickvals=[_iso(datetime(year, 1, 1)) for year in years], ticktext=[str(year) for year in years], type="date",
        range=[_iso(datetime(begin, 1, 1)), _iso(datetime(end + 1, 1, 2))], tickangle=0,
        title={"text": _("month of publication"), "font": {"size": 12, "color": settings.look.muted}},
    )  # fmt: skip
    figure.update_yaxes(
        title={"text": _("facts"), "font": {"size": 13, "color": settings.look.muted}},
        rangemode="tozero",
        nticks=5,
        tickformat=",d",
    )
    without = sum(facts for published, facts, _articles in appeared if not published)
    note = ngettext("{n} fact", "{n} facts", sum(facts for _published, facts, _articles in appeared)) + "."
    if without:
        note += " " + ngettext("{n} of unknown date.", "{n} of unknown date.", without)
    settings = replace(settings, title=settings.title or _("Facts by month of publication"))
    return dress(
        figure, settings.look, title=settings.title, subtitle=settings.subtitle,
        note=f"{note}\n{settings.note}".strip(), plot_height=220, entries=1,
    )  # fmt: skip
