"""What a chart shows in one sentence: the alternative text for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

from views import labels
from views.charts import medians
from views.charts.marks import claims, panels
from views.language import _, ngettext
from views.rows import Group, Row


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
        parts += [_ends(unit, change, *_reach(part), len(part)) for part in (dated, undated) if part]
    return "; ".join(parts) + "."


def medians_finding(indicator: str, groups: Sequence[Group]) -> str:
    """The same of claims that are drawn as medians, from groups alike in unit, change and year."""
    found = medians.parts(groups, log=False)
    if not found:
        return _("No figure with a value.")
    number = sum(group.claims for part in found.values() for group in part)
    told = [f"{labels.indicator(indicator)}: {ngettext('{n} claim', '{n} claims', number)}"]
    for (unit, change), part in list(found.items())[:3]:
        dated, undated = [one for one in part if one.year is not None], [one for one in part if one.year is None]
        for some in filter(None, (dated, undated)):
            low, high = min(one.low or 0.0 for one in some), max(one.high or 0.0 for one in some)
            years = [one.year for one in some if one.year is not None]
            told.append(_ends(unit, change, low, high, years, sum(one.claims for one in some)))
    return "; ".join(told) + "."


def _reach(group: Sequence[Row]) -> tuple[float, float, list[int]]:
    """Lowest and highest value, and the years."""
    values = [row.value for row in group if row.value is not None]
    return min(values), max(values), [row.year for row in group if row.year is not None]


def _ends(unit: str, change: bool, low: float, high: float, years: Sequence[int], number: int) -> str:
    """ "17B–28.2B USD for 2012–2025", or how many figures have no year; a change is called one."""
    told = labels.amount(low, unit) if low == high else labels.amount(low, unit, low, high)
    if change:
        told = _("changes of {amount}").format(amount=told)
    if not years:
        return _("{amount} without a year ({n})").format(amount=told, n=number)
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


def years_finding(years: Sequence[Group], together: Group) -> str:
    """The same of dates that are counted by year; ``together`` is the group of all of them."""
    known = [group.year for group in years if group.year is not None]
    if not known:
        return _("No date or period.")
    return _("{dates} in {articles}, from {first} to {last}.").format(
        dates=ngettext("{n} date or period", "{n} dates and periods", together.facts),
        articles=ngettext("{n} article", "{n} articles", together.sources),
        first=min(known),
        last=max(known),
    )
