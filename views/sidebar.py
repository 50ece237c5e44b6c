"""The sidebar of every page: the way to the other pages, the language, the shared filters with their counts."""

from __future__ import annotations

import html

import streamlit as st

from views import address, labels, language, links
from views.filters import FACETS, PARAMETERS, Filters, to_query
from views.language import N_, _
from views.store import LISTED_VALUES, Store

PAGES = {
    "overview": ("dashboard.py", N_("Overview")),
    "indicators": ("pages/indicators.py", N_("Indicators")),
    "timeline": ("pages/timeline.py", N_("Timeline")),
    "compare": ("pages/compare.py", N_("Compare")),
    "facts": ("pages/facts.py", N_("Facts")),
    "reader": ("pages/reader.py", N_("Reader")),
    "text": ("pages/text.py", N_("Your text")),
    "sources": ("pages/sources.py", N_("Sources")),
    "share": ("pages/share.py", N_("Share this")),
    "about": ("pages/about.py", N_("About")),
}
"""Page → its script and its name; the order is that of the navigation."""

SHARED = "share"
"""The address parameter of the page "Share this" that names the page to share."""

FIRST_FACETS = ("topic", "indicator", "source")
"""Facets that are always in view; the others stand under "More filters"."""

_PAGING = {"page": None}
"""Written along with every change of a filter: another choice of facts begins on its first page."""


def draw(page: str, store: Store, filters: Filters, *, filtered: bool) -> None:
    """Navigation, language and filters, top to bottom; a page that is not ``filtered`` says that it keeps them."""
    with st.sidebar:
        _navigation(page, filters)
        _language()
        _filters(store, filters, filtered)


def apply(filters: Filters) -> None:
    """Put these filters in the place of those in the address; a callback for buttons and chips."""
    query = to_query(filters)
    address.write({**_PAGING, **{name: query.get(name) for name in PARAMETERS}})


def _navigation(here: str, filters: Filters) -> None:
    """Links to all pages with the filters in force; what is shared is the page one comes from, just as it is."""
    filtered, whole = links.query(filters), {**address.read(), **({SHARED: [here]} if here != "share" else {})}
    items = (
        links.anchor(
            "" if page == "overview" else page, whole if page == "share" else filtered, _(name), here=page == here
        )
        for page, (_script, name) in PAGES.items()
    )
    st.html(f'<p class="brand">{html.escape(_(labels.PRODUCT))}</p><nav class="pages">{"".join(items)}</nav>')


def _filters(store: Store, filters: Filters, filtered: bool) -> None:
    counts = store.facets(filters)
    with st.container(key="filters", gap="small"):
        st.html(f'<p class="group">{_("Filters")}</p>')
        if not filtered:
            st.caption(_("This page shows everything; the other pages are filtered."))
        _search(filters)
        _years(store, filters)
        for facet in (one for one in FIRST_FACETS if one in store.listed):
            _facet(store, filters, facet, counts[facet])
        others = [facet for facet in FACETS if facet not in FIRST_FACETS]
        in_use = any(getattr(filters, facet) for facet in others)
        more = st.expander(_("More filters"), expanded=in_use, key="more-filters", on_change="rerun")
        if more.open:
            for facet in others:
                with more:
                    _facet(store, filters, facet, counts[facet])
        st.button(_("Reset filters"), key="reset", on_click=apply, args=[Filters()], disabled=not filters.active())


def _facet(store: Store, filters: Filters, facet: str, counts: dict[str, int]) -> None:
    key = f"filter-{facet}"
    chosen = getattr(filters, facet)
    st.session_state[key] = list(chosen)
    # Of a long list the most frequent values are offered, and those that are chosen.
    known = store.choices[facet] if len(store.choices[facet]) <= LISTED_VALUES else counts
    st.multiselect(
        _(labels.FACET_LABELS[facet]),
        [*known, *(value for value in chosen if value not in known)],
        key=key,
        format_func=lambda value: f"{labels.choice(facet, value, store.articles)} · {counts.get(value, 0)}",
        help=_(labels.FACET_HELP[facet]),
        placeholder=_("All"),
        on_change=lambda: apply(filters.choosing(facet, st.session_state[key])),
    )


def _search(filters: Filters) -> None:
    st.session_state["filter-text"] = filters.text
    st.text_input(
        _("Search in sentences"),
        key="filter-text",
        max_chars=200,
        placeholder=_("words or “a phrase”"),
        help=_("All words must stand in the sentence; put a phrase in quotation marks."),
        on_change=lambda: apply(filters.searching(st.session_state["filter-text"])),
    )


def _years(store: Store, filters: Filters) -> None:
    if store.years is None or store.years[0] == store.years[1]:
        return
    first, last = store.years
    low, high = filters.years or store.years
    st.session_state["filter-years"] = (min(max(low, first), last), max(min(high, last), first))

    def changed() -> None:
        chosen = st.session_state["filter-years"]
        apply(filters.spanning(None if chosen == store.years else chosen, st.session_state["filter-undated"]))

    st.slider(
        _("Years"),
        first,
        last,
        key="filter-years",
        help=_("The years that the figures speak about, not when the articles appeared."),
        on_change=changed,
    )
    st.session_state["filter-undated"] = filters.undated
    undated = language.integer(store.undated(filters))
    st.checkbox(
        _("with undated facts") + f" · {undated}",
        key="filter-undated",
        help=_("Figures for which the text gives no year."),
        on_change=changed,
    )


def _language() -> None:
    address.choose(
        st.segmented_control,
        _("Language"),
        "lang",
        list(language.LANGUAGES),
        words=language.LANGUAGES.__getitem__,
        label_visibility="collapsed",
    )
