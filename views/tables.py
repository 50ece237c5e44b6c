"""The fact table on the screen: one page of it at a time, as rows, as sentences, or counted by indicator and year."""

from __future__ import annotations

import html
import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import pandas as pd
import streamlit as st

from extractors.model import Fact
from extractors.table import FACT_COLUMNS
from views import address, cards, downloads, following, labels, language, links
from views.filters import Filters, terms
from views.frame import Page
from views.language import N_, _, ngettext
from views.remembering import remembered
from views.store import Store

VIEWS = {"table": N_("Table"), "sentences": N_("Sentences"), "pivot": N_("Indicator × year")}
SORTS = {
    "position": N_("Reading order"),
    "value": N_("Value"),
    "year": N_("Year"),
    "published": N_("Publication"),
    "indicator": N_("Indicator"),
    "unit": N_("Unit"),
    "article_id": N_("Article"),
}
ORDERS = {"asc": N_("Ascending"), "desc": N_("Descending")}
ROWS = {"table": 100, "sentences": 20}
"""Facts on a page of each view."""

FIRST_COLUMNS = ("figure", "indicator", "year", "sentence", "parties", "publisher")
"""What the table shows until other columns are chosen."""

_MADE = {
    "figure": (N_("Figure"), N_("Value with unit, qualifier and change, in one line.")),
    "publisher": (N_("Publisher"), N_("Who published the article.")),
    "published": (N_("Published"), N_("When the article appeared.")),
    "title": (N_("Title"), N_("The article's title.")),
}
"""Columns beside those of the fact table: their names and meanings."""

_WIDTHS: dict[str, Literal["small", "medium", "large"] | int] = {
    "figure": 130,
    "indicator": 130,
    "year": 60,
    "sentence": 420,
    "parties": 150,
    "publisher": 150,
}
"""Widths in pixels of the columns that would otherwise take too much or too little."""

COLUMNS = (*_MADE, *(column.name for column in FACT_COLUMNS))

_WORDS = {
    "kind": labels.kind,
    "indicator": labels.indicator,
    "topic": labels.topic,
    "unit": labels.unit,
    "qualifier": labels.qualifier,
    "status": labels.status,
    "year_basis": labels.basis,
    "parties": labels.parties,
}
"""Columns whose ids are shown in words."""


def facts(page: Page) -> None:
    """The chosen view of the filtered facts with its controls."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
        view = address.choose(
            st.segmented_control,
            _("View"),
            "view",
            list(VIEWS),
            words=lambda name: _(VIEWS[name]),
            also={"page": None},
        )
        if view != "pivot":
            sort, order = _sorting()
    if view == "pivot":
        _pivot(page)
        downloads.offer(page)
        return
    columns = _chosen_columns() if view == "table" else []
    pages = max(1, math.ceil(page.count / ROWS[view]))
    number = _page_number(pages)
    offset = (number - 1) * ROWS[view]
    asked = (sort, order == "desc", offset, ROWS[view])
    if view == "table":
        _rows(_table(page.store, page.filters, tuple(columns), *asked), columns, page.filters)
    else:
        _sentences(page, page.store.page(page.filters, *asked))
    _paging(number, pages, offset, min(ROWS[view], page.count - offset), page.count)
    downloads.offer(page, sort=sort, descending=order == "desc")


def _sorting() -> tuple[str, str]:
    sort = address.choose(
        st.selectbox,
        _("Sort by"),
        "sort",
        list(SORTS),
        words=lambda name: _(SORTS[name]),
        also={"page": None},
        width=180,
    )
    order = address.choose(
        st.selectbox,
        _("Order"),
        "order",
        list(ORDERS),
        words=lambda name: _(ORDERS[name]),
        also={"page": None},
        width=160,
    )
    return sort, order


def _column_name(name: str) -> str:
    return _(_MADE[name][0]) if name in _MADE else _(labels.plain(name))


def _chosen_columns() -> list[str]:
    return address.choose_many(
        st.multiselect, _("Columns"), "columns", COLUMNS, default=FIRST_COLUMNS, words=_column_name, select_all=False
    )


def _page_number(pages: int) -> int:
    asked = address.value("page", "1")
    return min(max(int(asked), 1), pages) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 1


@dataclass(frozen=True, slots=True)
class Table:
    """A page of facts in words, and for each row its article and its fact_id."""

    cells: pd.DataFrame
    articles: tuple[str, ...]
    facts: tuple[str, ...]


@remembered
def _table(
    store: Store, filters: Filters, columns: tuple[str, ...], sort: str, descending: bool, offset: int, limit: int
) -> Table:
    shown = store.page(filters, sort, descending, offset, limit)
    cells = as_shown(shown, columns)
    cells.insert(0, "read", _("Read"))
    return Table(cells, tuple(shown["article_id"].astype("str")), tuple(shown["fact_id"]))


def _rows(table: Table, columns: list[str], filters: Filters) -> None:
    meanings = {column.name: column.meaning for column in FACT_COLUMNS} | {n: _(m) for n, (_name, m) in _MADE.items()}
    settings: dict[str, Any] = {}
    for name in columns:
        settings[name] = st.column_config.Column(_column_name(name), help=_(meanings[name]), width=_WIDTHS.get(name))
    if "year" in columns:
        settings["year"] = st.column_config.NumberColumn(_column_name("year"), help=_(meanings["year"]), format="%d")
    settings["read"] = st.column_config.ButtonColumn(
        _("Reader"),
        type="tertiary",
        key="read",
        on_click=_open,
        args=(table.articles, table.facts, filters),
        help=_("Opens the sentence in the reader."),
    )
    st.dataframe(
        table.cells,
        hide_index=True,
        column_config=settings,
        height=min(38 + 35 * len(table.facts), 720),
        placeholder="",
        alt=_("Facts, one a row: {columns}").format(columns=", ".join(_column_name(name) for name in columns)),
    )


_OF_A_CLAIM = ["value", "value_low", "value_high", "unit", "kind", "qualifier", "change", "text"]
"""Columns that a claim in words is made of: pandas pays for every column of every row."""


def as_shown(shown: pd.DataFrame, columns: Iterable[str]) -> pd.DataFrame:
    """A page of facts in words: ids as labels, figures with their unit, missing cells empty."""
    cells: dict[str, object] = {}
    for name in columns:
        if name == "figure":
            cells[name] = [labels.claim(row) for row in shown[_OF_A_CLAIM].itertuples(index=False)]
        elif name in _WORDS:
            cells[name] = [_WORDS[name](value) for value in shown[name].astype("str")]
        elif name in ("published", "period_start", "period_end"):
            cells[name] = shown[name].dt.date
        elif str(shown[name].dtype) == "category":
            cells[name] = shown[name].astype("str")
        else:
            cells[name] = shown[name]
    return pd.DataFrame(cells, index=shown.index)


def _open(articles: tuple[str, ...], ids: tuple[str, ...], filters: Filters) -> None:
    row = int(st.session_state["read"]["row"])
    following.go(links.to_page("reader", links.query(filters, article=articles[row], fact=ids[row])))


def _sentences(page: Page, shown: pd.DataFrame) -> None:
    """Each fact with its sentence, the figure and the words searched for marked, and a link that any key can reach."""
    for row in shown.itertuples():
        fact = page.store.fact(str(row.fact_id))
        if fact is None:
            continue
        with st.container(key=f"sentence-{fact.fact_id}", gap=None):
            article = page.store.articles.get(fact.article_id)
            subject = [labels.indicator(fact.indicator), labels.year(fact), labels.parties(fact.parties)]
            cards.link(fact, " · ".join([labels.claim(fact), *subject]), page.filters)
            source = (
                f"{article.publisher or article.title}, {labels.published(article)}" if article else fact.article_id
            )
            st.html(
                f'<p class="quoted">{sentence_html(fact, terms(page.filters.text))}</p>'
                f'<p class="source">{html.escape(source)}</p>'
            )


def sentence_html(fact: Fact, searched: Iterable[str] = ()) -> str:
    """The sentence as escaped HTML, its figure in ``<mark>`` and each hit of a search in ``<b class="hit">``."""
    text = fact.sentence
    start, end = fact.start - fact.sentence_start, fact.end - fact.sentence_start
    inside = [False] * len(text)
    lowered = text.lower()
    # Lower-casing may change the length of a few letters; then hits are left unmarked rather than misplaced.
    for term in searched if len(lowered) == len(text) else ():
        at = lowered.find(term)
        while at >= 0:
            inside[at : at + len(term)] = [True] * len(term)
            at = lowered.find(term, at + len(term))
    edges = [0, *sorted({start, end} | {i for i in range(1, len(text)) if inside[i] != inside[i - 1]}), len(text)]
    parts = []
    for first, last in pairwise(edges):
        words = html.escape(text[first:last])
        words = f'<b class="hit">{words}</b>' if words and inside[first] else words
        parts.append(f"<mark>{words}</mark>" if words and start <= first < end else words)
    return "".join(parts)


def _paging(number: int, pages: int, offset: int, shown: int, count: int) -> None:
    words = _("{first}–{last} of {facts}").format(
        first=language.integer(offset + 1),
        last=language.integer(offset + shown),
        facts=ngettext("{n} fact", "{n} facts", count),
    )
    with st.container(horizontal=True, vertical_alignment="center", key="paging"):
        st.button(_("← Previous"), disabled=number == 1, on_click=_turn, args=[number - 1], key="page-before")
        st.button(_("Next →"), disabled=number == pages, on_click=_turn, args=[number + 1], key="page-after")
        st.html(f'<span class="count">{html.escape(words)}</span>', width="content")


def _turn(number: int) -> None:
    address.write({"page": str(number) if number > 1 else None})


def _pivot(page: Page) -> None:
    """Counts of facts by indicator and year; choosing a cell shows its facts."""
    counts = pivot(page)
    st.caption(_("Number of facts. Choose a cell to see its facts."))
    choice = st.dataframe(
        counts.rename(index=labels.indicator).rename_axis(_("Indicator")),
        key="pivot",
        on_select="rerun",
        selection_mode="single-cell",
        placeholder="",
        height=min(38 + 35 * len(counts), 720),
        alt=_("Number of facts by indicator and year"),
    )
    if choice.selection.cells:
        row, column = choice.selection.cells[0]
        narrowed = page.filters.choosing("indicator", [str(counts.index[row])])
        if column.isdigit():
            narrowed = narrowed.spanning((int(column), int(column)), undated=False)
        query = links.query(narrowed)
        label = f"{labels.indicator(str(counts.index[row]))} · {column}: {_('show these facts')}"
        st.page_link("pages/facts.py", label=labels.escaped(label), query_params=query)


def pivot(page: Page) -> pd.DataFrame:
    """Facts by indicator (rows, most frequent first) and year (columns), then those without a year, then all."""
    counts: dict[str, dict[str, int]] = {}
    for group in page.store.aggregate(page.filters, ("indicator", "year")):
        counts.setdefault(group.indicator, {})[_("undated") if group.year is None else str(group.year)] = group.facts
    ordered = sorted(counts, key=lambda name: (-sum(counts[name].values()), name))
    years = sorted({year for of_one in counts.values() for year in of_one}, key=lambda name: (not name.isdigit(), name))
    table = pd.DataFrame([counts[name] for name in ordered], index=pd.Index(ordered, dtype="str"), columns=years)
    return table.assign(**{_("all"): table.sum(axis=1)}).astype("Int64")
