"""What a chart shows in one sentence: the alternative text for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

from views import labels
from views.charts.marks import claims, panels
from views.language import _, ngettext
from views.rows import Row


def finding(facts: Sequence[Row]) -> str:
    """The claims of a chart of values in a sentence or two: how many, from where, between which ends, and when."""
    stated = claims(facts)
    if not stated:
        return _("No figure with a value.")
    what = labels.indicator(stated[0].indicator) if len({row.indicator for row in stated}) == 1 else _("Figures")
    parts = [
        _("{what}: {claims} in {articles}").format(
            what=what,
            claims=ngettext("{n} claim", "{n} claims", len(stated)),
            articles=ngettext("{n} article", "{n} articles", len({row.article_id for row in stated})),
        )
    ]
    for unit, change, group in panels(stated)[:3]:
        dated, undated = [row for row in group if row.year is not None], [row for row in group if row.year is None]
        parts += [_ends(unit, change, part) for part in (dated, undated)]
    return "; ".join(part for part in parts if part) + "."


def _ends(unit: str, change: bool, group: Sequence[Row]) -> str:
    """ "17B–28.2B USD for 2012–2025", or how many figures have no year; a change is called one."""
    if not group:
        return ""
    values = [row.value for row in group if row.value is not None]
    low, high = min(values), max(values)
    told = labels.amount(low, unit) if low == high else labels.amount(low, unit, low, high)
    if change:
        told = _("changes of {amount}").format(amount=told)
    years = [row.year for row in group if row.year is not None]
    if not years:
        return _("{amount} without a year ({n})").format(amount=told, n=len(group))
    first, last = min(years), max(years)
    return _("{amount} for {years}").format(amount=told, years=str(first) if first == last else f"{first}–{last}")


def dates_finding(facts: Sequence[Row]) -> str:
    """What a timeline shows: how many dates, in how many articles, over which years."""
    begun = [(row, row.period_start) for row in facts if row.period_start]
    if not begun:
        return _("No date or period.")
    return _("{dates} in {articles}, from {first} to {last}.").format(
        dates=ngettext("{n} date or period", "{n} dates and periods", len(begun)),
        articles=ngettext("{n} article", "{n} articles", len({row.article_id for row, _start in begun})),
        first=min(start.year for _row, start in begun),
        last=max((row.period_end or start).year for row, start in begun),
    )
