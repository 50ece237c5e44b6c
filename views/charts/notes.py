"""What a chart says below its plot: the legend of all that is drawn, and the note on sources."""

from __future__ import annotations

from collections.abc import Sequence

from views.charts import look as looks
from views.charts import published
from views.charts.marks import inferred
from views.charts.settings import Settings
from views.charts.sketch import Sketch, scatter
from views.language import _, ngettext
from views.rows import Row


def explain(figure: Sketch, drawn: Sequence[Row], settings: Settings, *, across: bool = False) -> int:
    """Legend entries for the sources and for every way of drawing that occurs; how many there are.

    ``across`` says that values run from left to right.
    """
    colour = settings.look.muted
    by = settings.by or {}
    found = {(by[row.article_id].hue, by[row.article_id].name) for row in drawn if row.article_id in by}
    rows = [
        (looks.SYMBOLS[hue] if hue < len(looks.SYMBOLS) else "circle", settings.colour(hue), looks.safe(name))
        for hue, name in sorted(found)
    ]
    qualifiers = {row.qualifier for row in drawn}
    statuses = {row.status for row in drawn}
    signs = ("triangle-right", "triangle-left") if across else ("triangle-up", "triangle-down")
    keys = [
        ("circle-open", _("hollow: year inferred"), any(map(inferred, drawn))),
        (signs[0], _("arrow: more than, at least"), bool(qualifiers & {"more_than", "at_least"})),
        (signs[1], _("arrow: up to, less than"), bool(qualifiers & {"up_to", "less_than"})),
        ("line-ns-open", _("bar: range from low to high"), any(row.value_low is not None for row in drawn)),
        ("cross", _("cross: forecast"), "forecast" in statuses),
        ("star", _("star: target"), "target" in statuses),
    ]
    rows += [(symbol, colour, text) for symbol, text, occurs in keys if occurs]
    for symbol, hue, text in rows:
        marker = {"symbol": symbol, "size": 10, "color": hue, "line": {"width": 2, "color": hue}}
        figure.add_trace(
            scatter(x=[None], y=[None], mode="markers", marker=marker, name=text, hoverinfo="skip", showlegend=True)
        )
    return len(rows)


def source_note(drawn: Sequence[Row], settings: Settings, dropped: tuple[int, list[str]]) -> str:
    """What the marks are and where they come from, then what is not drawn."""
    articles = len({row.article_id for row in drawn})
    undated = sum(row.year is None for row in drawn)
    count = ngettext("{n} claim", "{n} claims", len(drawn))
    where = ngettext("{n} article", "{n} articles", articles)
    lines = [
        _("{claims} in {articles}; {undated} without a year.").format(claims=count, articles=where, undated=undated)
        + " "
        + _("Each mark is one claim as reported, not an established fact.")
    ]
    lost, units = dropped
    if lost:
        lines.append(
            ngettext(
                "{n} figure at or below zero is left out: no log axis holds it.",
                "{n} figures at or below zero are left out: no log axis holds them.",
                lost,
            )
        )
    if units:
        lines.append(_("Not drawn, see the table: {units}.").format(units=", ".join(units)))
    publishers = list(dict.fromkeys(row.publisher for row in drawn if row.publisher))
    shown = ", ".join(publishers[:6]) + (_(" and others") if len(publishers) > 6 else "")
    lines.append(_("Source: {publishers}.").format(publishers=shown) if shown else "")
    return "\n".join([*lines, published.note(settings), settings.note]).strip()
