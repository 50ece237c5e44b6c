"""The page of time: dates and periods on one axis, the list of them, and facts by month of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from extractors.model import CALENDAR_KINDS, Fact
from views import address, charts, plots
from views.charts import Settings
from views.filters import Filters
from views.frame import Page
from views.language import N_, _, ngettext
from views.remembering import remembered
from views.rows import Row
from views.store import Store

MOST = 300
"""More dates than these are counted by year: with lines for each article they would be taller than anybody scrolls."""

LISTED = 60
"""Dates in the list below a chart that counts them."""

SPANS = {"near": N_("Where most dates lie"), "all": N_("All years")}


def show(page: Page) -> None:
    """The timeline of the filtered dates with its list, and the card of the chosen one."""
    kinds = tuple(kind.value for kind in sorted(CALENDAR_KINDS))
    chosen = tuple(kind for kind in kinds if not page.filters.kind or kind in page.filters.kind)
    if not chosen:
        st.info(_("The filter leaves no dates and no periods: choose them under “Kind of figure”."))
        return
    filters = page.filters.choosing("kind", chosen)
    whole = address.value("span") == "all" if st.context.is_embedded else _whole_span()
    picked = plots.chosen(page)
    subtitle = page.subtitle() if page.filters.active() else ""
    main, beside = st.columns([8, 5], gap="large") if picked else (st.container(), st.container())
    with main:
        plots.draw(_drawn(page.store, filters, subtitle, picked.fact_id if picked else "", whole), "timeline")
        if not st.context.is_embedded:
            _around(page, filters, picked, whole)
    if picked:
        with beside:
            plots.card(page, picked)


@remembered
def _dated(store: Store, filters: Filters) -> tuple[Row, ...]:
    """The dates and periods whose days are known, the earliest first; of more than are drawn the first in the texts."""
    most = LISTED if store.count(filters) > MOST else MOST
    dated = [row for row in store.rows(filters, most) if row.period_start]
    return tuple(sorted(dated, key=lambda row: (row.period_start, row.period_end or date.max)))


@remembered
def _drawn(store: Store, filters: Filters, subtitle: str, selected: str, whole: bool) -> plots.Picture:
    settings = Settings(subtitle=subtitle, selected=selected)
    if store.count(filters) > MOST:
        years, (together,) = store.aggregate(filters, ("year",)), store.aggregate(filters, ())
        return plots.picture(charts.dates(years, settings, whole=whole), charts.years_finding(years, together))
    facts = store.rows(filters, MOST)
    dated = [row for row in facts if row.period_start]
    settings = replace(settings, by=plots.colours(store, facts))
    return plots.picture(charts.timeline(dated, settings, whole=whole), charts.dates_finding(dated))


def _whole_span() -> bool:
    return address.choose(
        st.segmented_control, _("Years shown"), "span", list(SPANS), words=lambda name: _(SPANS[name]),
        label_visibility="collapsed",
    ) == "all"  # fmt: skip


def _around(page: Page, filters: Filters, picked: Fact | None, whole: bool) -> None:
    """Ways to take the chart along, and its dates as a list."""
    dated = _dated(page.store, filters)
    with st.container(horizontal=True, vertical_alignment="center", key="take"):
        plots.share(page, _("Timeline"), "timeline", span="all" if whole else "", fact=address.value("fact"))
    number = page.store.count(filters)
    heading = ngettext("{n} date or period", "{n} dates and periods", number if number > MOST else len(dated))
    if number > MOST:
        heading += ". " + _("The first {n} are shown.").format(n=len(dated))
    plots.listing(page, dated, picked, heading)


def coverage(page: Page) -> None:
    """How many of the filtered facts the articles of each month brought; another site's frame holds one chart only."""
    if st.context.is_embedded:
        return
    plots.draw(_covered(page.store, page.filters, page.subtitle() if page.filters.active() else ""), "coverage")


@remembered
def _covered(store: Store, filters: Filters, subtitle: str) -> plots.Picture:
    alt = _("Facts by the month in which their article appeared.")
    return plots.picture(charts.coverage(store.appeared(filters), Settings(subtitle=subtitle)), alt)
