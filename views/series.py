"""The page of one indicator: which one, how it is drawn, and everything around its chart."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from views import address, backdrop, charts, downloads, labels, plots
from views.charts import RAW_MARKS, Settings
from views.filters import Filters
from views.frame import Page
from views.language import N_, _
from views.reference import Figure
from views.remembering import remembered
from views.sidebar import apply
from views.store import Store

WAYS = {"year": N_("By year"), "source": N_("By source")}
BEHIND = {"published": N_("With published figures"), "claims": N_("Claims only")}
BEHIND_FIRST = next(iter(BEHIND))
FORMS = {"chart": N_("Chart"), "table": N_("Table")}
SCALES = {"linear": N_("Linear"), "log": N_("Log")}
_WIDTHS = {"topic": 160, "indicator": 260}
"""Pixels; beside each other they fit on a tablet, and one below the other on a telephone."""


def choose(page: Page) -> str:
    """The indicator to show: the filter's, or else the one with the most claims; "" where no figure has a value."""
    counts = _indicators(page)
    if not counts:
        return ""
    chosen = [name for name in page.filters.indicator if name in counts]
    current = chosen[0] if chosen else next(iter(counts))
    if not st.context.is_embedded:
        with st.container(horizontal=True, key="choose"):
            _choice(page, "topic", page.filters.topic[0] if len(page.filters.topic) == 1 else "")
            _choice(page, "indicator", current, counts)
    return current


def _indicators(page: Page) -> dict[str, int]:
    """Indicators that have values under the other filters, with their claims, the most claimed first; "other" last."""
    groups = page.store.aggregate(page.filters.without("indicator"), ("indicator",))
    counted = {group.indicator: group.claims for group in groups if group.median is not None}
    return dict(sorted(counted.items(), key=lambda item: (item[0] == "other", -item[1], item[0])))


def _choice(page: Page, facet: str, current: str, counts: dict[str, int] | None = None) -> None:
    """A box that writes the shared filter, so that the choice holds on every page."""
    known = counts if counts is not None else {"": 0, **page.store.facets(page.filters.without("indicator"))["topic"]}
    key = f"series-{facet}"
    st.session_state[key] = current

    def told(name: str) -> str:
        if not name:
            return _("All topics")
        return f"{labels.indicator(name) if facet == 'indicator' else labels.topic(name)} · {known.get(name, 0)}"

    def changed() -> None:
        name = st.session_state[key]
        filters = page.filters.choosing(facet, (name,) if name else ())
        apply(filters.without("indicator") if facet == "topic" else filters)

    st.selectbox(
        _(labels.FACET_LABELS[facet]), list(known), key=key, format_func=told, on_change=changed, width=_WIDTHS[facet]
    )


def show(page: Page, indicator: str) -> None:
    """The chart or table of an indicator, the chosen figure's card, the list of claims, and ways to take it along."""
    filters = page.filters.choosing("indicator", (indicator,))
    if st.context.is_embedded:
        _embedded(page, filters, indicator)
        return
    claims, fitting = page.store.claims(filters), _behind(page.store, filters)
    way, form, log, behind = _controls(bool(fitting))
    figures = fitting if behind and way == "year" else ()
    picked, figure = plots.chosen(page), backdrop.chosen()
    main, beside = st.columns([8, 5], gap="large") if picked or figure else (st.container(), st.container())
    with main:
        if form == "table":
            plots.table(claims[:RAW_MARKS])
        else:
            selected = picked.fact_id if picked else figure.figure_id if figure else ""
            drawing = Drawing(way, log, bool(figures), _subtitle(page), selected)
            plots.draw(_drawn(page.store, filters, drawing), indicator)
        with st.container(horizontal=True, vertical_alignment="center", key="take"):
            shown = {"by": way if way != "year" else "", "as": form if form != "chart" else ""}
            fact = picked.fact_id if picked else ""
            title = labels.indicator(indicator)
            named = {"indicator": indicator, "fact": fact, "figure": figure.figure_id if figure and not picked else ""}
            extra = {**shown, "scale": "log" if log else "", "behind": "" if behind else "claims", **named}
            plots.share(page, title, indicator, **extra)
        if form == "chart":
            plots.listing(page, claims, picked)
            if figures:
                backdrop.listing(figures, figure)
        downloads.offer(replace(page, filters=filters, count=page.store.count(filters)))
    with beside:
        if picked:
            plots.card(page, picked)
        elif figure:
            backdrop.card(figure)


def _controls(has_published: bool) -> tuple[str, str, bool, bool]:
    """How to draw, each in the address: by year or source, chart or table, linear or log, with published figures."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
        way = address.choose(
            st.segmented_control,
            _("Draw"),
            "by",
            list(WAYS),
            words=lambda name: _(WAYS[name]),
            label_visibility="collapsed",
        )
        form = address.choose(
            st.segmented_control,
            _("As"),
            "as",
            list(FORMS),
            words=lambda name: _(FORMS[name]),
            label_visibility="collapsed",
        )
        scale = address.choose(
            st.segmented_control, _("Scale"), "scale", list(SCALES), words=lambda name: _(SCALES[name]),
            label_visibility="collapsed",
            help=_("A logarithmic scale shows ratios; figures at or below zero do not fit on it and are counted."),
        )  # fmt: skip
        behind = BEHIND_FIRST
        if has_published and way == "year" and form == "chart":
            behind = address.choose(
                st.segmented_control,
                _("Behind the claims"),
                "behind",
                list(BEHIND),
                words=lambda name: _(BEHIND[name]),
                label_visibility="collapsed",
            )
    return way, form, scale == "log", behind == BEHIND_FIRST


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a chart is asked for: its way (year or source), scale and backdrop, and what ``Settings`` say of the rest."""

    way: str
    log: bool
    behind: bool
    subtitle: str
    selected: str
    panel: int = charts.PANEL


@remembered
def _behind(store: Store, filters: Filters) -> tuple[Figure, ...]:
    return backdrop.fitting(filters.indicator[0], store.aggregate(filters, backdrop.ALIKE), filters)


@remembered
def _drawn(store: Store, filters: Filters, drawing: Drawing) -> plots.Picture:
    settings = Settings(
        subtitle=drawing.subtitle, selected=drawing.selected, log=drawing.log, panel=drawing.panel,
        published=_behind(store, filters) if drawing.behind else (),
    )  # fmt: skip
    if drawing.way != "source" and store.count(filters) > RAW_MARKS:
        groups = store.aggregate(filters, charts.BY_YEAR)
        return plots.picture(charts.medians(groups, settings), charts.medians_finding(filters.indicator[0], groups))
    facts = store.rows(filters, RAW_MARKS)
    draw = charts.by_source if drawing.way == "source" else charts.by_year
    return plots.picture(draw(facts, replace(settings, by=plots.colours(store, facts))), charts.finding(facts))


def _subtitle(page: Page) -> str:
    """The filters in force, without the indicator, which is the chart's title."""
    words = [chip.words for chip in labels.chips(page.filters.without("indicator"), page.store.articles)]
    return " · ".join(words)


def _embedded(page: Page, filters: Filters, indicator: str) -> None:
    """The chart alone, as other sites show it in a frame."""
    st.html("<style>.block-container { padding: 0 0.5rem; }</style>")
    drawing = Drawing(
        way=address.value("by", "year"), log=address.value("scale") == "log",
        behind=address.value("behind") != "claims", subtitle=_subtitle(page), selected=address.value("fact"), panel=170,
    )  # fmt: skip
    plots.draw(_drawn(page.store, filters, drawing), indicator)
    if picked := plots.chosen(page):
        plots.card(page, picked)
    elif behind := backdrop.chosen():
        backdrop.card(behind)
