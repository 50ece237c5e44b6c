"""The compare page: a choice of indicator, countries and year, and everything stated about it side by side."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from datetime import date

import streamlit as st

from extractors.model import Article, Fact
from views import address, checkable, labels, language, links, published, relations, rivals
from views.comparisons import Comparison, Entry
from views.filters import NONE, Filters
from views.frame import Page
from views.language import _, ngettext
from views.reference import Reference

START = ""
"""The choice of no indicator: the list of the largest disagreements."""

BLOCKS = 12
"""Comparisons on one screen."""

ENTRIES = 60
"""Entries of a comparison on one screen; the lowest and the highest are among them."""

PARAMETERS = ("of", "between", "year")
"""Indicator, countries and year in the address."""


def show(page: Page, reference: Reference) -> None:
    """The whole page below its heading."""
    of, between, year = _choose(page, reference)
    if of == START:
        _disagreements(rivals.largest(page.store, reference))
        return
    found = [one for one in rivals.chosen(page.store, reference, of, between) if year in ("", _year_name(one))]
    page.call_view(labels.indicator(of))
    if not found:
        st.info(_("Nobody gives a figure for this choice."))
    shown, number = _paged(found)
    for one in shown:
        _comparison(one, page, reference)
    _page_of(found, number)


def _choose(page: Page, reference: Reference) -> tuple[str, str, str]:
    """Indicator, countries and year by three boxes that are kept in the address."""
    choices = rivals.choices(page.store, reference)
    indicators = [START, *sorted(choices.indicators, key=labels.indicator)]
    with st.container(horizontal=True, vertical_alignment="bottom", key="compare"):
        of = address.choose(
            st.selectbox, _("Indicator"), "of", indicators,
            words=lambda one: labels.indicator(one) if one else _("the largest disagreements"),
            also={"between": None, "year": None, "page": None},
        )  # fmt: skip
        if of == START:
            return START, "", ""
        between = address.choose(
            st.selectbox,
            _("Countries"),
            "between",
            [one or NONE for one in choices.parties[of]],
            words=lambda one: labels.parties("" if one == NONE else one),
            also={"year": None, "page": None},
        )
        between = "" if between == NONE else between
        found = rivals.chosen(page.store, reference, of, between)
        years = sorted({_year_name(one) for one in found}, reverse=True)
        year = address.choose(st.selectbox, _("Year"), "year", ["", *years], words=_year_words, also={"page": None})
    return of, between, year


def _year_name(one: Comparison) -> str:
    """A comparison's year as it stands in the address."""
    return str(one.year) if one.year is not None else "any"


def _year_words(name: str) -> str:
    return {"": _("all years"), "any": _("any year")}.get(name, name)


def _paged(found: Sequence[Comparison]) -> tuple[Sequence[Comparison], int]:
    asked = address.value("page")
    pages = max(1, math.ceil(len(found) / BLOCKS))
    number = min(int(asked), pages) if asked.isdecimal() and asked.isascii() and len(asked) < 6 and int(asked) else 1
    return found[(number - 1) * BLOCKS : number * BLOCKS], number


def _page_of(found: Sequence[Comparison], number: int) -> None:
    pages = math.ceil(len(found) / BLOCKS)
    if pages < 2:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="compare-pages"):
        for label, to in ((_("← Previous"), number - 1), (_("Next →"), number + 1)):
            st.button(
                label,
                disabled=not 1 <= to <= pages,
                on_click=address.write,
                args=[{"page": str(to) if to > 1 else None}],
            )
        st.caption(f"{language.integer(number)} / {language.integer(pages)}")


def _disagreements(found: Sequence[Comparison]) -> None:
    """The start: where claims and published figures lie furthest apart, each a link to its comparison."""
    if not found:
        st.info(_("No claim differs from another claim or from a published figure."))
        return
    st.subheader(_("The largest disagreements"), anchor=False)
    st.caption(_("Distance between the lowest and the highest figure given for one thing, in parts of the middle one."))
    shown, number = _paged(found)
    items = [
        f'<li><a href="{html.escape(permalink(one))}"><b>{html.escape(_title(one))}</b></a>'
        f'<p class="spread">{html.escape(spread(one))}</p>{strip(one)}</li>'
        for one in shown
    ]
    st.html(f'<ol class="disagreements" start="{(number - 1) * BLOCKS + 1}">{"".join(items)}</ol>')
    _page_of(found, number)


def permalink(one: Comparison) -> str:
    """The address of one comparison."""
    return links.to_page("compare", links.query(of=one.indicator, between=one.parties or NONE, year=_year_name(one)))


def _title(one: Comparison) -> str:
    """Measure, countries, time and, where it has not happened, its status."""
    when = _("any year") if one.year is None and one.measure else _("undated") if one.year is None else str(one.year)
    if one.period:
        when = _period_words(one)
    name = (
        _(one.label) if one.label else _("{indicator}: other claims").format(indicator=labels.indicator(one.indicator))
    )
    status = labels.status(one.status) if one.status != "actual" and not one.label.endswith(one.status) else ""
    unit = one.unit if one.unit != "USD" and len(one.unit) == 3 and one.unit.isupper() else ""  # another currency
    return " · ".join(part for part in (name, labels.parties(one.parties), when, status, unit) if part)


def _period_words(one: Comparison) -> str:
    """The days of a part of a year, or the words of a period that gives none."""
    start, slash, end = one.period.partition("/")
    if not slash:
        return f"{one.period}, {one.year}"
    days = dict.fromkeys(language.day(date.fromisoformat(day)) for day in (start, end))
    return " – ".join(days)


def spread(one: Comparison) -> str:
    """How many figures there are and how far they lie apart."""
    claims, figures = len(one.claims), len(one.entries) - len(one.claims)
    counts = [
        ngettext("{n} claim", "{n} claims", claims) if claims else "",
        ngettext("{n} published figure", "{n} published figures", figures) if figures else "",
    ]
    counted = ", ".join(count for count in counts if count)
    if len(one.entries) < 2 or not one.measure:
        return counted
    ends = _("lowest {low}, highest {high}, middle {middle}, {percent}% apart").format(
        low=labels.amount(one.spread.lowest, one.unit),
        high=labels.amount(one.spread.highest, one.unit),
        middle=labels.amount(one.spread.median, one.unit),
        percent=language.number(round(one.spread.relative * 100, 1)) if math.isfinite(one.spread.relative) else "∞",
    )
    return f"{counted}: {ends}"


def strip(one: Comparison) -> str:
    """The entries on a line, claims as discs and published figures as bars, the middle as a tick; a picture only."""
    low, high = one.spread.lowest, one.spread.highest
    if low == high or not one.measure:
        return ""

    def at(value: float) -> str:
        return f"left:{(value - low) / (high - low) * 100:.2f}%"

    marks = "".join(
        f'<i class="{"claim" if entry.claim else "figure"}" style="{at(entry.value)}"></i>'
        for entry in one.entries[:400]
    )
    return f'<div class="strip" aria-hidden="true"><i class="middle" style="{at(one.spread.median)}"></i>{marks}</div>'


def _comparison(one: Comparison, page: Page, reference: Reference) -> None:
    shown = one.entries if len(one.entries) <= ENTRIES else one.entries[: ENTRIES // 2] + one.entries[-ENTRIES // 2 :]
    items = "".join(_entry(entry, page.store.articles, reference) for entry in shown)
    left = len(one.entries) - len(shown)
    more = f"<p>{html.escape(ngettext('{n} between these is not shown', '{n} between these are not shown', left))}</p>"
    apart = "" if one.measure else f"<p>{html.escape(_('These claims need not be about the same thing.'))}</p>"
    st.html(
        f'<section class="comparison"><h3><a href="{html.escape(permalink(one))}">{html.escape(_title(one))}</a></h3>'
        f'<p class="spread">{html.escape(spread(one))}</p>{apart}{strip(one)}<ul class="entries">{items}</ul>'
        f"{more if left else ''}</section>"
    )


def _entry(entry: Entry, articles: dict[str, Article], reference: Reference) -> str:
    if entry.claim and entry.check:
        return _claim(entry.claim, entry, articles.get(entry.claim.article_id), reference)
    figure = entry.figure
    assert figure is not None, "an entry is a claim or a published figure"
    source = html.escape(relations.source(figure))
    if link := published.address_of(figure):
        source = f'<a href="{html.escape(link)}" rel="noopener">{source} ↗</a>'
    told = " · ".join(
        part for part in (relations.count(figure.perspective), relations.when(figure), figure.note) if part
    )
    return (
        f'<li class="figure" id="{html.escape(figure.figure_id)}"><span class="value">'
        f"{html.escape(relations.amount(figure))}</span><div><p>{html.escape(_('published'))}: {source}</p>"
        f'<p class="told">{html.escape(told)}</p></div></li>'
    )


def _claim(fact: Fact, entry: Entry, article: Article | None, reference: Reference) -> str:
    """A claim: figure with its hedge, sentence with the figure marked, who says it where, and its relation."""
    assert entry.check is not None, "every claim has been checked"
    who = (article.publisher or article.title) if article else fact.article_id
    told = [fact.speaker, who, labels.published(article) if article else ""]
    if entry.year_taken:
        told.append(_("names no year"))
    address_ = links.to_page("reader", links.query(Filters(), article=fact.article_id, fact=fact.fact_id))
    relation = checkable.relation(fact, entry.check, reference)
    return (
        f'<li class="claim"><a class="value" href="{html.escape(address_)}">{html.escape(labels.claim(fact))}</a><div>'
        f"<p>{_marked(fact)}</p>"
        f'<p class="told">{html.escape(" · ".join(part for part in told if part))}</p>{relation}</div></li>'
    )


def _marked(fact: Fact) -> str:
    """The sentence, escaped, with the figure marked."""
    start, end = fact.start - fact.sentence_start, fact.end - fact.sentence_start
    parts = (fact.sentence[:start], fact.sentence[start:end], fact.sentence[end:])
    before, figure, after = (html.escape(part) for part in parts)
    return f"{before}<mark>{figure}</mark>{after}"
