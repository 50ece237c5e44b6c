"""The first page: what the articles say, in ten seconds; headline figures, one chart, and questions to go on from."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from views import charts, labels, links, plots
from views.charts import RAW_MARKS, Settings
from views.filters import Filters
from views.frame import Page
from views.language import N_, _, ngettext
from views.remembering import remembered
from views.rows import Group, Row
from views.store import Store

HEADLINES = 6
"""Indicators with a card: two rows of three on a desk, six on a telephone."""

PAIR = "KZ;RU"
"""The two countries of this dashboard, as in the column ``parties``: their figures come first."""

_KINDS = ("money", "mass", "volume", "energy", "area", "length", "count", "percent", "ratio")
"""Kinds a headline may be of, the most telling first; dates, durations and "the fourth visit" sum nothing up."""

_ALIKE = ("indicator", "kind", "unit", "change", "parties")
"""What claims of one headline have in common."""


@dataclass(frozen=True, slots=True)
class Headline:
    """An indicator in one card: its latest claim, and what all claims like it span.

    Alike are claims of the same unit, on the same countries, levels with levels and changes with changes.
    """

    indicator: str
    fact: Row
    low: float
    high: float
    claims: int
    sources: int

    def spread(self) -> str:
        """Lowest to highest of the claims alike; "" where they agree or there is only one."""
        return "" if self.low == self.high else labels.amount(self.low, self.fact.unit, self.low, self.high)


@remembered
def headlines(store: Store, filters: Filters) -> tuple[Headline, ...]:
    """The indicators that most sources speak of, one card each; figures on the pair come before all others."""
    groups = store.aggregate(filters, _ALIKE)
    stated = [one for one in groups if one.median is not None and one.indicator != "other" and one.kind in _KINDS]
    stated.sort(key=_telling)
    # One card an indicator: a level before a change, then the most telling kind.
    best: dict[str, Group] = {}
    for group in sorted(stated, key=lambda one: (one.parties != PAIR, one.change != "none", _KINDS.index(one.kind))):
        best.setdefault(group.indicator, group)
    ordered = [best[name] for name in dict.fromkeys(group.indicator for group in stated)]
    shown = ordered[:HEADLINES]
    latest = store.latest(filters, shown, _ALIKE)
    return tuple(_headline(row, group) for row, group in zip(latest, shown, strict=True))


def _telling(group: Group) -> tuple[object, ...]:
    rank = _KINDS.index(group.kind)
    return group.parties != PAIR, -group.sources, -group.claims, rank, group.indicator, group.unit


def _headline(fact: Row, group: Group) -> Headline:
    return Headline(fact.indicator, fact, group.low or 0.0, group.high or 0.0, group.claims, group.sources)


def show_headlines(page: Page) -> None:
    """The cards, three in a row; each leads to the sentence of its figure and to all claims on its indicator."""
    if found := headlines(page.store, page.filters):
        st.html(f'<div class="headlines">{"".join(_card(page, headline) for headline in found)}</div>')


def _card(page: Page, headline: Headline) -> str:
    fact = headline.fact
    parties = labels.parties(fact.parties) if fact.parties != PAIR and fact.parties else ""
    inferred = fact.year is not None and fact.year_basis != "stated"
    year = labels.year(fact) + (f" ({_('inferred')})" if inferred else "")
    about = " · ".join(part for part in (year, parties) if part)
    said = [
        ngettext("{n} claim", "{n} claims", headline.claims),
        ngettext("{n} source", "{n} sources", headline.sources),
    ]
    if spread := headline.spread():
        said.append(spread)
    sentence = links.query(page.filters, article=fact.article_id, fact=fact.fact_id)
    claims = links.query(page.filters.choosing("indicator", (headline.indicator,)))
    return (
        f'<section class="headline"><p class="group">{html.escape(labels.indicator(headline.indicator))}</p>'
        f'<p class="figure">{html.escape(labels.claim(fact))}</p>'
        f'<p class="about">{html.escape(about)}</p><p class="source">{html.escape(" · ".join(said))}</p>'
        f"<p>{links.anchor('reader', sentence, _('Read the sentence →'))}</p>"
        f"<p>{links.anchor('indicators', claims, _('All claims →'))}</p></section>"
    )


def show_chart(page: Page) -> None:
    """Trade turnover by year, one mark a claim; where no article speaks of trade, the most claimed indicator."""
    indicator = _charted(page)
    if not indicator:
        return
    filters = page.filters.choosing("indicator", (indicator,))
    picked = plots.chosen(page)
    subtitle = page.subtitle() if page.filters.active() else ""
    main, beside = st.columns([8, 5], gap="large")
    with main:
        plots.draw(_drawn(page.store, filters, subtitle, picked.fact_id if picked else ""), "overview")
        if page.store.count(filters) <= RAW_MARKS:
            plots.listing(page, charts.claims(_in_main_unit(page.store, filters)), picked)
    with beside:
        if picked:
            plots.card(page, picked)
        show_questions(page)


@remembered
def _drawn(store: Store, filters: Filters, subtitle: str, selected: str) -> plots.Picture:
    title = _("{indicator} by year, as claimed").format(indicator=labels.indicator(filters.indicator[0]))
    settings = Settings(title=title, subtitle=subtitle, selected=selected)
    if store.count(filters) > RAW_MARKS:
        groups = store.aggregate(filters, charts.BY_YEAR)
        return plots.picture(charts.medians(groups, settings), charts.medians_finding(filters.indicator[0], groups))
    settings = replace(settings, by=plots.colours(store, store.rows(filters, RAW_MARKS)))
    shown = _in_main_unit(store, filters)
    return plots.picture(charts.by_year(shown, settings), charts.finding(shown))


def _charted(page: Page) -> str:
    stated: Counter[str] = Counter()
    for group in page.store.aggregate(page.filters, _ALIKE):
        if group.median is not None and group.indicator != "other":
            stated[group.indicator] += group.claims
    return "trade_turnover" if "trade_turnover" in stated else max(stated, key=stated.__getitem__, default="")


@remembered
def _in_main_unit(store: Store, filters: Filters) -> tuple[Row, ...]:
    """The facts in the unit of most levels: the front page shows one axis, the page of the indicator all of them."""
    facts = store.rows(filters, RAW_MARKS)
    levels = [row.unit for row in facts if row.value is not None and row.change == "none"]
    units = Counter(sorted(levels or [row.unit for row in facts]))
    most = max(units, key=units.__getitem__, default="")
    return tuple(row for row in facts if row.unit == most)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the page that answers it."""

    words: str
    page: str
    filters: Filters
    also: tuple[tuple[str, str], ...] = ()


QUESTIONS: Sequence[Question] = (
    Question(
        N_("How large is the trade between Kazakhstan and Russia?"),
        "indicators",
        Filters(indicator=("trade_turnover",), parties=(PAIR,)),
    ),
    Question(N_("How fast is that trade growing?"), "indicators", Filters(indicator=("trade_growth",))),
    Question(
        N_("How much freight travels between them, and whose word is it?"),
        "indicators",
        Filters(indicator=("freight_volume",)),
        (("by", "source"),),
    ),
    Question(N_("How many people are counted, and by whom?"), "indicators", Filters(topic=("people",))),
    Question(N_("Which figures are only “about” or “more than”?"), "facts", Filters(qualifier=("about", "more_than"))),
    Question(N_("How long is the border?"), "facts", Filters(indicator=("border_length",))),
    Question(N_("What is forecast or aimed at?"), "facts", Filters(status=("forecast", "target"))),
    Question(N_("Which dates do the articles speak of?"), "timeline", Filters(kind=("date", "period"))),
)
"""Questions to start from; those that these facts cannot answer are not shown."""


@remembered
def questions(store: Store) -> tuple[tuple[Question, int], ...]:
    """The questions that the facts can answer, with the number of facts that answer each."""
    counted = ((question, store.count(question.filters)) for question in QUESTIONS)
    return tuple((question, count) for question, count in counted if count)


def show_questions(page: Page) -> None:
    """Each question as a link to the view that answers it."""
    st.subheader(_("Start with a question"), anchor=False)
    items = [
        links.anchor(
            question.page,
            links.query(question.filters, **dict(question.also)),
            f"{_(question.words)} · {ngettext('{n} fact', '{n} facts', count)}",
        )
        for question, count in questions(page.store)
    ]
    st.html(f'<ul class="questions">{"".join(f"<li>{item}</li>" for item in items)}</ul>')
