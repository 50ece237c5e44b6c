"""What a chart says below its plot: the legend of all that is drawn, and the note on sources."""

from __future__ import annotations

import pandas as pd

from views.charts import look as looks
from views.charts import published
from views.charts.marks import inferred
from views.charts.settings import Settings
from views.charts.sketch import Sketch, scatter
from views.language import _, ngettext


def explain(figure: Sketch, drawn: pd.DataFrame, settings: Settings, *, across: bool = False) -> int:
    """Legend entries for the sources and for every way of drawing that occurs; how many there are.

    ``across`` says that values run from left to right.
    """
    colour = settings.look.muted
    by = settings.by or {}
    found = {(by[one].hue, by[one].name) for one in drawn["article_id"].astype("str").unique() if one in by}
    rows = [
        (looks.SYMBOLS[hue] if hue < len(looks.SYMBOLS) else "circle", settings.colour(hue), looks.safe(name))
        for hue, name in sorted(found)
    ]
    qualifiers = set(drawn["qualifier"].astype("str"))
    statuses = set(drawn["status"].astype("str"))
    signs = ("triangle-right", "triangle-left") if across else ("triangle-up", "triangle-down")
    keys = [
        ("circle-open", _("hollow: year inferred"), bool(inferred(drawn).any())),
        (signs[0], _("arrow: more than, at least"), bool(qualifiers & {"more_than", "at_least"})),
        (signs[1], _("arrow: up to, less than"), bool(qualifiers & {"up_to", "less_than"})),
        ("line-ns-open", _("bar: range from low to high"), bool(drawn["value_low"].notna().any())),
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


def source_note(drawn: pd.DataFrame, settings: Settings, dropped: tuple[int, list[str]]) -> str:
    """What the marks are and where they come from, then what is not drawn."""
    articles = drawn["article_id"].nunique()
    undated = int(drawn["year"].isna().sum())
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
    publishers = [str(name) for name in drawn["publisher"].dropna().unique() if str(name)]
    shown = ", ".join(publishers[:6]) + (_(" and others") if len(publishers) > 6 else "")
    lines.append(_("Source: {publishers}.").format(publishers=shown) if shown else "")
    return "\n".join([*lines, published.note(settings), settings.note]).strip()
