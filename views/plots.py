"""A chart on a page: drawn, clicked, listed for the keyboard, shared, and the clicked figure's sentence beside it.

The address is the truth: a click writes ``?fact=`` and the ring on the mark is drawn from there, so the back button
takes a click back and a copied link opens on the same figure.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from extractors.model import Article, Fact
from views import address, cards, charts, labels, language, links, published, tables
from views.filters import Filters, terms
from views.frame import Page
from views.language import _, ngettext
from views.sidebar import PAGES, PRODUCT

LISTED = 12
"""Figures in the list beside a chart, a page of it at a time."""

_saving = st.components.v2.component(
    "saving",
    html='<div class="saving"><button data-format="png"></button><button data-format="svg"></button></div>',
    css=Path(__file__).with_name("saving.css").read_text(encoding="utf-8"),
    js=Path(__file__).with_name("saving.js").read_text(encoding="utf-8"),
)


def colours(page: Page, facts: pd.DataFrame) -> charts.Sources:
    """Each article's colour: the same on all pages while there are few articles, else made from what is shown.

    A visitor's own texts have the colours to themselves: the other articles are grey beside them.
    """
    articles = page.store.articles.values()
    if own := [one for one in articles if links.is_own(one.id)]:
        return _own_colours(own, {one.id for one in articles} | set(facts["article_id"].astype("str")))
    if len(articles) > len(charts.LIGHT.hues):
        return charts.sources(facts)
    rows = [(one.id, one.title, one.publisher, one.published) for one in articles]
    known = pd.DataFrame(rows, columns=["article_id", "title", "publisher", "published"])
    return charts.sources(known.astype({"published": "datetime64[s]"}))


def _own_colours(own: Sequence[Article], shown: Iterable[str]) -> charts.Sources:
    """Own texts under their titles, in one colour where they are more than colours; all others under one name."""
    many = len(own) > len(charts.LIGHT.hues)
    grey = charts.Source(_("the other articles"), len(charts.LIGHT.hues))
    found = dict.fromkeys(shown, grey)
    for hue, article in enumerate(own):
        title = article.title if len(article.title) <= 32 else f"{article.title[:31].rstrip()}…"
        found[article.id] = charts.Source(_("your texts"), 0) if many else charts.Source(title, hue)
    return found


def chosen(page: Page) -> Fact | None:
    """The figure that the address names; one that is gone is told."""
    asked = address.value("fact")
    fact = page.store.fact(asked) if asked else None
    if asked and fact is None:
        st.warning(
            _("The link names a figure that is not here (any more): {fact}").format(fact=labels.escaped(asked[:160]))
        )
    return fact


def draw(figure: go.Figure, name: str, alt: str) -> None:
    """Draw a figure; a click on one of its marks puts that figure into the address."""
    key = f"chart-{name}"

    def clicked() -> None:
        points = st.session_state[key].selection.points
        custom = points[0].get("customdata") if points else None
        if custom:
            select(str(custom[0] if isinstance(custom, list | tuple) else custom["0"]))

    st.plotly_chart(
        figure, key=key, on_select=clicked, selection_mode="points", config=charts.config(_file_name(name)), alt=alt
    )


def select(chosen_id: str) -> None:
    """Put a claim or a published figure into the address, instead of the other, or take both out; a callback."""
    is_published = chosen_id.startswith(published.PREFIX)
    address.write({"fact": None if is_published else chosen_id, "figure": chosen_id if is_published else None})


def listing(page: Page, claims: pd.DataFrame, picked: Fact | None, heading: str = "") -> None:
    """The figures of a chart as buttons, for keyboards and screen readers: the same rows, the same choice."""
    pages = max(1, -(-len(claims) // LISTED))
    at = 0
    if picked and picked.claim_id in set(claims["claim_id"]):
        at = list(claims["claim_id"]).index(picked.claim_id) // LISTED
    st.html(f'<p class="group">{html.escape(heading or ngettext("{n} claim", "{n} claims", len(claims)))}</p>')
    if pages > 1:
        at = st.pagination(pages, default=at + 1, key=f"listing-{page.name}-{at}") - 1
    with st.container(key="claims", gap=None):
        for row in claims.iloc[at * LISTED : (at + 1) * LISTED].itertuples(index=False):
            here = bool(picked and picked.claim_id == row.claim_id)
            told = ("▸ " if here else "") + " · ".join(dict.fromkeys([labels.claim(row), labels.year(row), _of(row)]))
            st.button(
                labels.escaped(told),
                key=f"claim-{row.fact_id}",
                type="tertiary",
                on_click=select,
                args=[row.fact_id],
            )


def _of(row: Any) -> str:
    """Publisher, and the countries where they are named."""
    publisher = "" if pd.isna(row.publisher) else str(row.publisher)
    parties = str(row.parties).replace(";", "–") if row.parties and not pd.isna(row.parties) else ""
    return " · ".join(part for part in (parties, publisher or _("publisher not known")) if part)


def card(page: Page, fact: Fact) -> None:
    """The chosen figure: its sentence, the way into the article, and its card."""
    with st.container(key="card"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            cards.link(fact, _("Read it in the article →"), page.filters)
            st.button("✕", key="card-close", help=_("Close"), type="tertiary", on_click=select, args=[""])
        sentence = tables.sentence_html(fact, terms(page.filters.text))
        st.html(f'<blockquote class="quoted chosen">{sentence}</blockquote>')
        cards.show(page.store, fact, page.filters)


def table(page: Page, claims: pd.DataFrame) -> None:
    """The rows of a chart as a table; choosing a row chooses its figure."""
    columns = ["figure", "year", "parties", "publisher", "published", "sentence"]
    ids = list(claims["fact_id"])

    def picked() -> None:
        rows = st.session_state["chart-table"].selection.rows
        select(ids[rows[0]] if rows else "")

    st.dataframe(
        tables.as_shown(claims.reset_index(drop=True), columns),
        key="chart-table",
        hide_index=True,
        on_select=picked,
        selection_mode="single-row",
        column_config={name: st.column_config.Column(_(label)) for name, label in _COLUMNS.items()},
        height=min(38 + 35 * max(len(claims), 1), 560),
        alt=_("The claims of the chart, one a row"),
    )


_COLUMNS = {
    "figure": language.N_("Figure"),
    "year": language.N_("Year"),
    "parties": language.N_("Countries"),
    "publisher": language.N_("Publisher"),
    "published": language.N_("Published"),
    "sentence": language.N_("Sentence"),
}


def cite(page: Page, title: str, url: str) -> None:
    """A view, or the data as a whole, as a reference in plain text and in BibTeX."""
    version, today = page.store.version, date.today()
    cited = _("“{title}”, {product}, version {version}, {url} (opened on {date})").format(
        title=title, product=_(PRODUCT), version=version, url=url, date=language.day(today)
    )
    st.caption(_("Citation"))
    st.code(cited, language=None, wrap_lines=True)
    st.caption("BibTeX")
    st.code(cards.view_bibtex(title, url, version, today), language="latex", wrap_lines=True)


def share(page: Page, title: str, name: str, **parameters: str) -> None:
    """Link to this view, code to embed its chart, a citation of it, and the chart as a picture."""
    query = links.query(page.filters, **parameters)
    script = PAGES[page.name][0].removeprefix("pages/").removesuffix(".py")
    path = links.to_page("" if script == "dashboard" else script, query)
    url = address.absolute(path)
    frame = address.absolute(links.to_page(script if script != "dashboard" else "", {**query, "embed": ["true"]}))
    with st.popover(_("Share")):
        st.caption(_("Link to this view"))
        st.code(url, language=None, wrap_lines=True)
        cite(page, title, url)
        st.caption(_("Embed this chart"))
        st.code(links.iframe(frame, title, small=True), language="html", wrap_lines=True)
    _saving(
        key=f"saving-{name}",
        data={"chart": f"chart-{name}", "labels": {"png": "PNG", "svg": "SVG"}},
        width="content",
        height="content",
    )


def _file_name(name: str) -> str:
    return f"russia-kazakhstan-{name}"


def about(filters: Filters, **narrowed: tuple[str, ...]) -> Filters:
    """The filters with some facets replaced."""
    for facet, values in narrowed.items():
        filters = filters.choosing(facet, values)
    return filters


Drawing = Callable[[pd.DataFrame, charts.Settings], go.Figure]
