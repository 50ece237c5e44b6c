"""What a chart shows in one sentence: the alternative text for those who do not see it."""

from __future__ import annotations

import pandas as pd

from views import labels
from views.charts.marks import claims, panels
from views.language import _, ngettext


def finding(facts: pd.DataFrame) -> str:
    """The claims of a chart of values in a sentence or two: how many, from where, between which ends, and when."""
    stated = claims(facts)
    if stated.empty:
        return _("No figure with a value.")
    what = labels.indicator(str(stated["indicator"].iloc[0])) if stated["indicator"].nunique() == 1 else _("Figures")
    parts = [
        _("{what}: {claims} in {articles}").format(
            what=what,
            claims=ngettext("{n} claim", "{n} claims", len(stated)),
            articles=ngettext("{n} article", "{n} articles", int(stated["article_id"].nunique())),
        )
    ]
    for unit, change, group in panels(stated)[:3]:
        parts += [_ends(unit, change, part) for part in (group[group["year"].notna()], group[group["year"].isna()])]
    return "; ".join(part for part in parts if part) + "."


def _ends(unit: str, change: bool, group: pd.DataFrame) -> str:
    """ "17B–28.2B USD for 2012–2025", or how many figures have no year; a change is called one."""
    if group.empty:
        return ""
    low, high = float(group["value"].min()), float(group["value"].max())
    told = labels.amount(low, unit) if low == high else labels.amount(low, unit, low, high)
    if change:
        told = _("changes of {amount}").format(amount=told)
    years = group["year"].dropna().astype(int)
    if years.empty:
        return _("{amount} without a year ({n})").format(amount=told, n=len(group))
    first, last = int(years.min()), int(years.max())
    return _("{amount} for {years}").format(amount=told, years=str(first) if first == last else f"{first}–{last}")


def dates_finding(facts: pd.DataFrame) -> str:
    """What a timeline shows: how many dates, in how many articles, over which years."""
    dated = facts[facts["period_start"].notna()]
    if dated.empty:
        return _("No date or period.")
    return _("{dates} in {articles}, from {first} to {last}.").format(
        dates=ngettext("{n} date or period", "{n} dates and periods", len(dated)),
        articles=ngettext("{n} article", "{n} articles", int(dated["article_id"].nunique())),
        first=int(dated["period_start"].dt.year.min()),
        last=int(dated["period_end"].fillna(dated["period_start"]).dt.year.max()),
    )
