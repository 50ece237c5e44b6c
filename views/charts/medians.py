"""Claims beyond counting by eye: each year's median with the span from the lowest to the highest claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from views.charts import published
from views.charts.axes import grid, reach, value_axes, year_axes
from views.charts.look import dress, empty
from views.charts.marks import axis_title, scale, separators
from views.charts.settings import Settings
from views.charts.sketch import Figure, Trace, scatter
from views.language import _, integer, ngettext
from views.rows import Group

BY_YEAR = ("unit", "change", "year")
"""What the groups that are drawn are alike in (``Store.aggregate``)."""

PANELS = 6
"""Units shown; the others are left to the table."""


@dataclass(frozen=True, slots=True)
class _Year:
    """A group of claims as it is drawn: its values in units of its panel's factor."""

    year: int | None
    low: float
    at: float
    high: float
    claims: int
    sources: int


def medians(groups: Sequence[Group], settings: Settings) -> Figure:
    """A mark a year: the median of its claims, with a bar from the lowest to the highest; undated ones in their band.

    ``groups`` is what ``Store.aggregate(filters, BY_YEAR)`` gives; groups without values drop out.
    """
    found = parts(groups, settings.log)
    if not found:
        return empty(_("No figure with a value is left to draw."), settings.look)
    settings = published.kept(settings, found)
    stated = [group for part in found.values() for group in part]
    years = [group.year for group in stated if group.year is not None]
    undated = [None for group in stated if group.year is None]
    dated = bool(years or settings.published)
    height = settings.panel * len(found)
    figure = grid([1.0] * len(found), height, gap=34, bands=dated and bool(undated))
    year_axes(figure, years, undated, settings, len(found))
    for row, ((unit, change), part) in enumerate(found.items(), 1):
        behind = published.of_panel(settings, unit, change)
        largest = max(abs(end or 0.0) for group in part for end in (group.low, group.high))
        factor, word = scale(max(largest, published.largest(behind)))
        published.lay(figure, behind, settings, factor, row)
        placed = [_placed(group, factor) for group in part]
        columns = [one for one in placed if one.year is not None], [one for one in placed if one.year is None]
        for col, some in zip((1, 2 if dated else 1), columns, strict=True):
            if some:
                figure.add_trace(_trace(some, settings, first=row == col == 1), row=row, col=col)
        reached = [end for one in placed for end in (one.low, one.at, one.high)]
        reached += [one.value / factor for one in behind]
        figure.update_yaxes(range=reach(reached, settings.log), row=row)
        figure.update_yaxes(title={"text": axis_title(unit, change, word)}, row=row, col=1)
    value_axes(figure, settings, "y")
    figure.update_layout(separators=separators())
    return dress(
        figure, settings.look, title=settings.title or _("Figures by year"), subtitle=settings.subtitle,
        note=_note(stated, settings), plot_height=height, entries=1 + published.entries(figure),
    )  # fmt: skip


def parts(groups: Sequence[Group], log: bool) -> dict[tuple[str, bool], list[Group]]:
    """The groups by what may share an axis (unit, is a change): levels first, the most claimed first."""
    found: dict[tuple[str, bool], list[Group]] = {}
    for group in groups:
        if group.median is not None and not (log and (group.low or 0.0) <= 0):
            found.setdefault((group.unit, group.change != "none"), []).append(group)

    def rank(key: tuple[str, bool]) -> tuple[bool, int, int, str]:
        return key[1], -sum(group.claims for group in found[key]), -len(found[key]), key[0]

    return {key: found[key] for key in sorted(found, key=rank)[:PANELS]}


def _placed(group: Group, factor: float) -> _Year:
    low, at, high = ((value or 0.0) / factor for value in (group.low, group.median, group.high))
    return _Year(group.year, low, at, high, group.claims, group.sources)


def _trace(part: Sequence[_Year], settings: Settings, *, first: bool) -> Trace:
    colour = settings.look.hues[0]
    told = _("{year}: median {median}, from {low} to {high}<br>{claims} claims in {sources} articles")
    hovers = [
        told.format(
            year=_("undated") if one.year is None else one.year,
            median=f"{one.at:,.4g}", low=f"{one.low:,.4g}", high=f"{one.high:,.4g}",
            claims=integer(one.claims), sources=integer(one.sources),
        )
        for one in part
    ]  # fmt: skip
    return scatter(
        x=[float(one.year or 0) for one in part],
        y=[one.at for one in part],
        error_y={
            "type": "data", "symmetric": False, "array": [one.high - one.at for one in part],
            "arrayminus": [one.at - one.low for one in part], "color": colour, "thickness": 2, "width": 4,
        },
        mode="markers",
        marker={"symbol": "circle", "size": 9, "color": colour},
        hovertext=hovers,
        hoverinfo="text",
        name=_("median of a year's claims, with their whole span"),
        legendgroup="median",
        showlegend=first,
    )  # fmt: skip


def _note(stated: Sequence[Group], settings: Settings) -> str:
    claims = ngettext("{n} claim", "{n} claims", sum(group.claims for group in stated))
    unknown = sum(group.claims for group in stated if group.year is None)
    undated = ngettext("{n} without a year", "{n} without a year", unknown)
    told = _("{claims}, {undated}: too many to draw one by one.").format(claims=claims, undated=undated)
    return "\n".join(line for line in (told, published.note(settings), settings.note) if line)
