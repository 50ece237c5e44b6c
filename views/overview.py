"""The first page: what the articles say, in ten seconds; headline figures, one chart, and questions to go on from."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from extractors.model import Fact
from views import cards, charts, labels, links, plots
from views.charts import RAW_MARKS, Settings
from views.filters import Filters
from views.frame import Page
from views.language import N_, _, ngettext
from views.store import Store

HEADLINES = 6
"""Indicators with a card: two rows of three on a desk, six on a telephone."""

PAIR = "KZ;RU"
"""The two countries of this dashboard, as in the column ``parties``: their figures come first."""

_KINDS = ("money", "mass", "volume", "energy", "area", "length", "count", "percent", "ratio")
"""Kinds a headline may be of, the most telling first; dates, durations and "the fourth visit" sum nothing up."""

_LATEST = 60
"""Facts looked at for the latest claim of a headline."""


@dataclass(frozen=True, slots=True)
class Headline:
    """An indicator in one card: its latest claim, and what all claims like it span.

    Alike are claims of the same unit, on the same countries, levels with levels and changes with changes.
    """

    indicator: str
    fact: Fact
    low: float
    high: float
    claims: int
    sources: int

    def spread(self) -> str:
        """Lowest to highest of the claims alike; "" where they agree or there is only one."""
        return "" if self.low == self.high else labels.amount(self.low, str(self.fact.unit), self.low, self.high)


def headlines(store: Store, filters: Filters) -> list[Headline]:
    """The indicators that most sources speak of, one card each; figures on the pair come before all others."""
    groups = store.aggregate(filters, ("indicator", "kind", "unit", "change", "parties"))
    told = groups["median"].notna() & (groups["indicator"].astype("str") != "other")
    stated = groups[told & groups["kind"].astype("str").isin(_KINDS)]
    if stated.empty:
        return []
    ranked = stated.assign(
        ours=stated["parties"].astype("str") != PAIR,
        change=stated["change"].astype("str"),
        rank=stated["kind"].astype("str").map(_KINDS.index),
    ).sort_values(
        ["ours", "sources", "claims", "rank", "indicator", "unit"],
        ascending=[True, False, False, True, True, True],
        kind="stable",
    )
    # One card an indicator: a level before a change, then the most telling kind.
    best = ranked.sort_values(["ours", "change", "rank"], key=_levels_first, kind="stable").drop_duplicates("indicator")
    order = {name: place for place, name in enumerate(ranked["indicator"].astype("str").drop_duplicates())}
    cards_in_order = sorted(best.to_dict("records"), key=lambda row: order[str(row["indicator"])])
    found = (_headline(store, filters, row) for row in cards_in_order[: 2 * HEADLINES])
    return [headline for headline in found if headline][:HEADLINES]


def _levels_first(column: pd.Series) -> pd.Series:
    return column != "none" if column.name == "change" else column


def _headline(store: Store, filters: Filters, row: Mapping[Any, Any]) -> Headline | None:
    """The latest claim of a group: of the latest year, and among those of the latest article."""
    narrowed = filters
    for facet in ("indicator", "kind", "unit", "parties"):
        narrowed = narrowed.choosing(facet, (str(row[facet]),))
    facts = store.page(narrowed, sort="year", descending=True, limit=_LATEST)
    alike = facts[facts["value"].notna() & (facts["change"].astype("str") == str(row["change"]))]
    if alike.empty:
        return None
    latest = alike.assign(of=alike["year"].astype("float64")).sort_values(
        ["of", "published"], ascending=False, na_position="last", kind="stable"
    )
    fact = store.fact(str(latest["fact_id"].iloc[0]))
    if fact is None:
        return None
    low, high, claims, sources = (float(row[name]) for name in ("low", "high", "claims", "sources"))
    return Headline(fact.indicator, fact, low, high, int(claims), int(sources))


def show_headlines(page: Page) -> None:
    """The cards, three in a row; each leads to the sentence of its figure and to all claims on its indicator."""
    found = headlines(page.store, page.filters)
    if not found:
        return
    with st.container(key="headlines", gap="small"):
        for headline in found:
            with st.container(key=f"headline-{headline.indicator}", border=True, gap=None):
                _card(page, headline)


def _card(page: Page, headline: Headline) -> None:
    fact = headline.fact
    parties = labels.parties(fact.parties) if fact.parties != PAIR and fact.parties else ""
    inferred = fact.year is not None and fact.year_basis.value != "stated"
    year = labels.year(fact) + (f" ({_('inferred')})" if inferred else "")
    about = " · ".join(part for part in (year, parties) if part)
    said = [
        ngettext("{n} claim", "{n} claims", headline.claims),
        ngettext("{n} source", "{n} sources", headline.sources),
    ]
    if spread := headline.spread():
        said.append(spread)
    st.html(
        f'<p class="group">{html.escape(labels.indicator(headline.indicator))}</p>'
        f'<p class="figure">{html.escape(labels.claim(fact))}</p>'
        f'<p class="about">{html.escape(about)}</p><p class="source">{html.escape(" · ".join(said))}</p>'
    )
    cards.link(fact, _("Read the sentence →"), page.filters)
    query = links.query(page.filters.choosing("indicator", (headline.indicator,)))
    st.page_link("pages/indicators.py", label=_("All claims →"), query_params=query)


def show_chart(page: Page) -> None:
    """Trade turnover by year, one mark a claim; where no article speaks of trade, the most claimed indicator."""
    indicator = _charted(page)
    if not indicator:
        return
    filters = page.filters.choosing("indicator", (indicator,))
    facts = page.store.facts(filters, RAW_MARKS)
    money = facts[facts["unit"].astype("str") == _main_unit(facts)]
    picked = plots.chosen(page)
    settings = Settings(
        title=_("{indicator} by year, as claimed").format(indicator=labels.indicator(indicator)),
        subtitle=page.subtitle() if page.filters.active() else "",
        selected=picked.fact_id if picked else "",
        by=plots.colours(page, facts),
    )
    main, beside = st.columns([8, 5], gap="large")
    with main:
        if page.store.count(filters) > RAW_MARKS:
            groups = page.store.aggregate(filters, ("unit", "change", "year"))
            plots.draw(charts.medians(groups, settings), "overview", charts.finding(facts))
        else:
            plots.draw(charts.by_year(money, settings), "overview", charts.finding(money))
            plots.listing(page, charts.claims(money), picked)
    with beside:
        if picked:
            plots.card(page, picked)
        show_questions(page)


def _charted(page: Page) -> str:
    stated = page.store.aggregate(page.filters, ("indicator",))
    stated = stated[stated["median"].notna() & (stated["indicator"].astype("str") != "other")]
    names = list(stated.sort_values("claims", ascending=False)["indicator"].astype("str"))
    return "trade_turnover" if "trade_turnover" in names else next(iter(names), "")


def _main_unit(facts: pd.DataFrame) -> str:
    """The unit of most levels: the front page shows one axis, the page of the indicator all of them."""
    levels = facts[facts["value"].notna() & (facts["change"].astype("str") == "none")]
    units = (levels if len(levels) else facts)["unit"].astype("str")
    return str(units.mode().iloc[0]) if len(units) else ""


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


def questions(store: Store) -> list[tuple[Question, int]]:
    """The questions that the facts can answer, with the number of facts that answer each."""
    counted = [(question, store.count(question.filters)) for question in QUESTIONS]
    return [(question, count) for question, count in counted if count]


def show_questions(page: Page) -> None:
    """Each question as a link to the view that answers it."""
    st.subheader(_("Start with a question"), anchor=False)
    with st.container(key="questions", gap=None):
        for question, count in questions(page.store):
            query = links.query(question.filters, **dict(question.also))
            label = f"{labels.escaped(_(question.words))} · {ngettext('{n} fact', '{n} facts', count)}"
            st.page_link(f"pages/{question.page}.py", label=label, query_params=query)
