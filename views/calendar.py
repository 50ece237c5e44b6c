"""The page of time: dates and periods on one axis, the list of them, and facts by month of publication."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from extractors.model import CALENDAR_KINDS, Fact
from views import address, charts, plots
from views.charts import RAW_MARKS, Settings
from views.frame import Page
from views.language import N_, _, ngettext

SPANS = {"near": N_("Where most dates lie"), "all": N_("All years")}


def show(page: Page) -> None:
    """The timeline of the filtered dates with its list, and the card of the chosen one."""
    kinds = tuple(kind.value for kind in sorted(CALENDAR_KINDS))
    chosen = tuple(kind for kind in kinds if not page.filters.kind or kind in page.filters.kind)
    if not chosen:
        st.info(_("The filter leaves no dates and no periods: choose them under “Kind of figure”."))
        return
    facts = page.store.facts(page.filters.choosing("kind", chosen), RAW_MARKS)
    dated = facts[facts["period_start"].notna()]
    whole = address.value("span") == "all" if st.context.is_embedded else _whole_span()
    picked = plots.chosen(page)
    settings = Settings(
        subtitle=page.subtitle() if page.filters.active() else "",
        selected=picked.fact_id if picked else "",
        by=plots.colours(page, facts),
        note=_("The first {n} are shown.").format(n=RAW_MARKS) if len(facts) == RAW_MARKS else "",
    )
    main, beside = st.columns([8, 5], gap="large") if picked else (st.container(), st.container())
    with main:
        plots.draw(charts.timeline(dated, settings, whole=whole), "timeline", charts.dates_finding(dated))
        if not st.context.is_embedded:
            _around(page, dated, picked, whole)
    if picked:
        with beside:
            plots.card(page, picked)


def _whole_span() -> bool:
    return address.choose(
        st.segmented_control, _("Years shown"), "span", list(SPANS), words=lambda name: _(SPANS[name]),
        label_visibility="collapsed",
    ) == "all"  # fmt: skip


def _around(page: Page, dated: pd.DataFrame, picked: Fact | None, whole: bool) -> None:
    """Ways to take the chart along, and its dates as a list."""
    with st.container(horizontal=True, vertical_alignment="center", key="take"):
        plots.share(page, _("Timeline"), "timeline", span="all" if whole else "", fact=address.value("fact"))
    heading = ngettext("{n} date or period", "{n} dates and periods", len(dated))
    plots.listing(page, dated.sort_values(["period_start", "period_end"], kind="stable"), picked, heading)


def coverage(page: Page) -> None:
    """How many of the filtered facts the articles of each month brought; another site's frame holds one chart only."""
    if st.context.is_embedded:
        return
    groups = page.store.aggregate(page.filters, ("article_id", "published"))
    figure = charts.coverage(groups, Settings(subtitle=page.subtitle() if page.filters.active() else ""))
    plots.draw(figure, "coverage", _("Facts by the month in which their article appeared."))
