"""A chart on a page: drawn, clicked, listed for the keyboard, shared, and the clicked figure's sentence beside it.

The address is the truth: a click writes ``?fact=`` and the ring on the mark is drawn from there, so the back button
takes a click back and a copied link opens on the same figure.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from plotly.io import templates

from extractors.model import Article, Fact
from views import address, cards, charts, labels, language, links, published, tables
from views.filters import terms
from views.frame import Page
from views.language import _, ngettext
from views.rows import Origin, Row
from views.sidebar import PAGES
from views.store import Claims, Store

LISTED = 12
"""Figures in the list beside a chart, a page of it at a time."""

_saving = st.components.v2.component(
    "saving",
    html='<div class="saving"><button data-format="png"></button><button data-format="svg"></button></div>',
    css=Path(__file__).with_name("saving.css").read_text(encoding="utf-8"),
    js=Path(__file__).with_name("saving.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart ready to be sent: its figure as JSON, and its finding for those who do not see it.

    As one string it is cheap to keep: the garbage collector has nothing to look through.
    """

    figure: str
    alt: str


class _Ready(go.Figure):  # type: ignore[misc]  # Plotly has no types
    """A figure for Streamlit that needs no checking: of a figure it only asks the dictionary."""

    def __init__(self, picture: Picture) -> None:
        # Without Plotly's own set-up, which takes longer than all the rest.
        self.__dict__["_picture"] = picture

    def to_dict(self) -> charts.Figure:
        figure: charts.Figure = json.loads(self.__dict__["_picture"].figure)
        figure["layout"]["template"] = _template()
        return figure


@cache
def _template() -> dict[str, Any]:
    """What Streamlit has its theme work on."""
    found: dict[str, Any] = templates[templates.default].to_plotly_json()
    return found


def picture(figure: charts.Figure, alt: str) -> Picture:
    """A figure made ready to be drawn, now or by whoever asks for the same."""
    return Picture(json.dumps(figure), alt)


def colours(store: Store, facts: Sequence[Row]) -> charts.Sources:
    """Each article's colour: the same on all pages while there are few articles, else made from what is shown.

    A visitor's own texts have the colours to themselves: the other articles are grey beside them.
    """
    articles = store.articles.values()
    if own := [one for one in articles if links.is_own(one.id)]:
        return _own_colours(own, {*store.articles, *(row.article_id for row in facts)})
    # A corpus brings articles of which nothing but their facts is known.
    if len(articles) > len(charts.LIGHT.hues) or any(row.article_id not in store.articles for row in facts):
        return charts.sources([row.origin for row in facts])
    return charts.sources([Origin(one.id, one.title, one.publisher, one.published) for one in articles])


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


def draw(picture: Picture, name: str) -> None:
    """Draw a chart; a click on one of its marks puts that figure into the address."""
    key = f"chart-{name}"

    def clicked() -> None:
        points = st.session_state[key].selection.points
        custom = points[0].get("customdata") if points else None
        if custom:
            select(str(custom[0] if isinstance(custom, list | tuple) else custom["0"]))

    config = charts.config(f"russia-kazakhstan-{name}")
    st.plotly_chart(
        _Ready(picture), key=key, on_select=clicked, selection_mode="points", config=config, alt=picture.alt
    )


def select(chosen_id: str) -> None:
    """Put a claim or a published figure into the address, instead of the other, or take both out; a callback."""
    is_published = chosen_id.startswith(published.PREFIX)
    address.write({"fact": None if is_published else chosen_id, "figure": chosen_id if is_published else None})


def listing(page: Page, claims: Sequence[Row], picked: Fact | None, heading: str = "") -> None:
    """The figures of a chart as buttons, for keyboards and screen readers: the same rows, the same choice."""
    pages = max(1, -(-len(claims) // LISTED))
    at = 0
    if picked:
        at = _place(claims, picked) // LISTED
    st.html(f'<p class="group">{html.escape(heading or ngettext("{n} claim", "{n} claims", len(claims)))}</p>')
    if pages > 1:
        at = st.pagination(pages, default=at + 1, key=f"listing-{page.name}-{at}") - 1
    with st.container(key="claims", gap=None):
        for row in claims[at * LISTED : (at + 1) * LISTED]:
            here = bool(picked and picked.claim_id == row.claim_id)
            told = ("▸ " if here else "") + " · ".join(dict.fromkeys([labels.claim(row), labels.year(row), _of(row)]))
            st.button(
                labels.escaped(told),
                key=f"claim-{row.fact_id}",
                type="tertiary",
                on_click=select,
                args=[row.fact_id],
            )


def _place(claims: Sequence[Row], picked: Fact) -> int:
    if isinstance(claims, Claims):
        return claims.place(picked.claim_id) or 0
    return next((place for place, row in enumerate(claims) if row.claim_id == picked.claim_id), 0)


def _of(row: Row) -> str:
    """Publisher, and the countries where they are named."""
    publisher = row.publisher or _("publisher not known")
    return " · ".join(part for part in (row.parties.replace(";", "–"), publisher) if part)


def card(page: Page, fact: Fact) -> None:
    """The chosen figure: its sentence, the way into the article, and its card."""
    with st.container(key="card"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            cards.link(fact, _("Read it in the article →"), page.filters)
            st.button("✕", key="card-close", help=_("Close"), type="tertiary", on_click=select, args=[""])
        sentence = tables.sentence_html(fact, terms(page.filters.text))
        st.html(f'<blockquote class="quoted chosen">{sentence}</blockquote>')
        cards.show(page.store, fact, page.filters)


def table(claims: Sequence[Row]) -> None:
    """The rows of a chart as a table; choosing a row chooses its figure."""
    columns = ["figure", "year", "parties", "publisher", "published", "sentence"]
    ids = [row.fact_id for row in claims]
    frame = pd.DataFrame(claims, columns=Row._fields).astype({"year": "float64", "published": "datetime64[s]"})

    def picked() -> None:
        rows = st.session_state["chart-table"].selection.rows
        select(ids[rows[0]] if rows else "")

    st.dataframe(
        tables.as_shown(frame, columns),
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
        title=title, product=_(labels.PRODUCT), version=version, url=url, date=language.day(today)
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
    box = st.popover(_("Share"), key="share", on_change="rerun")
    if box.open:
        with box:
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
