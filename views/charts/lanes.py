"""Lines of the chart by source: one a claim under its source's name, or one a source where claims are many."""

from __future__ import annotations

import pandas as pd

from views import labels
from views.charts.marks import Sources, rows

MOST = 40
"""Claims of one panel that have a line each; more share a line per source and lose their labels."""

HEADING = 24.0
"""Pixels from a source's name to its first line."""

_LINE = 26.0
_FOOT = 14.0


def lay(claims: pd.DataFrame, by: Sources) -> pd.DataFrame:
    """The claims with their ``place``: pixels downward (negative), sources by date of publication, then by year."""
    names = claims["article_id"].astype("str").map({article: source.name for article, source in by.items()})
    ordered = claims.assign(line=names)
    first = ordered.groupby("line")["published"].transform("min")
    ordered = ordered.assign(first=first).sort_values(["first", "line", "year", "value"], na_position="last")
    each = len(ordered) <= MOST
    places: list[float] = []
    below, last = 0.0, None
    for name in ordered["line"]:
        if name != last:
            below += HEADING + (14 if last is None else 28)
        elif each:
            below += _LINE
        places.append(-below)
        last = name
    return ordered.assign(place=places, each=each).drop(columns=["line", "first"])


def height(laid: pd.DataFrame) -> float:
    """Pixels that the lines need."""
    return float(-laid["place"].min() + _FOOT)


def labelled(placed: pd.DataFrame) -> pd.DataFrame:
    """Labels "28.2B USD · KZ–RU · 2022" on the side where there is room; none where claims share a line."""
    if not placed["each"].all():
        return placed.assign(label="", side="middle right")
    years = [labels.year(fact) for fact in rows(placed)]
    told = [f" {text.replace('<br>', ' · ')} · {year} " for text, year in zip(placed["label"], years, strict=True)]
    half = (placed["at"].min() + placed["at"].max()) / 2 if placed["at"].min() < 0 else placed["at"].max() / 2
    # Beside a mark that opens to the right the label would lie on the arrow.
    right = ["top right" if end == "up" else "middle right" for end in placed["open"]]
    sides = ["middle left" if at > half else side for at, side in zip(placed["at"], right, strict=True)]
    return placed.assign(label=told, side=sides)
