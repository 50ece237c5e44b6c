"""Published figures laid behind a chart of claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest

from extractors.model import Article, Change, Fact, Kind
from extractors.table import to_table
from tests.views.claims import claim
from tests.views.drawing import checked
from views import backdrop, charts
from views.charts import RAW_MARKS, Settings
from views.filters import Filters
from views.rows import Row, alike
from views.store import Store

TURNOVER = claim("In 2022 trade was [$28.2 billion].", 28.2e9, year=2022)
UNDATED = replace(claim("Trade is [$23 billion].", 23e9), fact_id="article.1-2", claim_id="article.1-2")


ARTICLE = Article(id="article", text="", title="T", publisher="P", published=date(2023, 11, 10))

by_year = checked(charts.by_year)


def rows(*facts: Fact) -> Sequence[Row]:
    return Store(to_table(facts), [ARTICLE]).rows(Filters())


def drawn(facts: Sequence[Row], filters: Filters | None = None, **settings: Any) -> go.Figure:
    figures = backdrop.fitting("trade_turnover", alike(facts, backdrop.ALIKE), filters or Filters())
    return by_year(facts, Settings(published=figures, **settings))


def ids(figure: go.Figure) -> list[str]:
    found = [custom[0] for trace in figure.data if trace.customdata is not None for custom in trace.customdata]
    return [one for one in found if one.startswith("ref.")]


def names(figure: go.Figure) -> set[str]:
    return {trace.name for trace in figure.data if trace.showlegend}


def test_f31_both_countries_counts_stand_behind_the_claims() -> None:
    figure = drawn(rows(TURNOVER))
    assert {"Kazakhstan's count", "Russia's count"} <= names(figure)
    low, high = figure.layout.xaxis.range
    assert low < 2001
    assert high > 2025


def test_f31_published_marks_lie_under_the_claims() -> None:
    traces = list(drawn(rows(TURNOVER)).data)
    last_published = max(at for at, trace in enumerate(traces) if str(trace.legendgroup).startswith("published"))
    first_claim = min(at for at, trace in enumerate(traces) if str(trace.legendgroup).startswith("source"))
    assert last_published < first_claim


def test_f31_the_note_says_what_they_are() -> None:
    assert "Grey: published figures for" in drawn(rows(TURNOVER)).layout.legend.title.text.replace("<br>", " ")
    assert "Grey" not in by_year(rows(TURNOVER)).layout.legend.title.text


def test_undated_claims_alone_still_have_years_behind_them() -> None:
    figure = drawn(rows(UNDATED))
    assert ids(figure)
    assert figure.layout.xaxis2.range is not None


def test_beyond_counting_by_eye_they_stand_behind_medians() -> None:
    (one,) = rows(TURNOVER)
    many = [one._replace(claim_id=f"article.{n}-{n}") for n in range(RAW_MARKS + 1)]
    assert ids(drawn(many))


@pytest.mark.parametrize(
    ("facts", "filters"),
    [
        (rows(replace(TURNOVER, parties="AM;RU")), Filters()),  # nothing published for them
        (
            rows(claim("Trade grew by [$2 billion].", 2e9, year=2022, change=Change.UP)),
            Filters(),
        ),  # a change, no level
        (rows(claim("Trade was [13 trillion tenge].", 13e12, "KZT", year=2022)), Filters()),
        (rows(TURNOVER), Filters(years=(1990, 1999))),
    ],
)
def test_nothing_unfitting_is_drawn(facts: Sequence[Row], filters: Filters) -> None:
    assert ids(drawn(facts, filters)) == []


def test_years_filtered_hold_for_published_figures() -> None:
    figures = backdrop.fitting("trade_turnover", alike(rows(TURNOVER), backdrop.ALIKE), Filters(years=(2021, 2022)))
    assert {figure.year for figure in figures} == {2021, 2022}


def test_the_countries_of_most_claims_are_shown() -> None:
    china = [replace(TURNOVER, parties="CN;KZ", fact_id=f"article.{n}", claim_id=f"article.{n}") for n in (1, 2)]
    figures = backdrop.fitting("trade_turnover", alike(rows(TURNOVER, *china), backdrop.ALIKE), Filters())
    assert {figure.parties for figure in figures} == {"CN;KZ"}


def test_a_log_axis_holds_no_figure_below_zero() -> None:
    growth = claim(
        "Trade grew by [7%].", 7, "percent", kind=Kind.PERCENT, indicator="trade_growth", change=Change.UP, year=1995
    )  # a year without published figures, so that the claim covers none
    figures = backdrop.fitting("trade_growth", alike(rows(growth), backdrop.ALIKE), Filters())
    assert min(figure.value for figure in figures) < 0
    shown = ids(by_year(rows(growth), Settings(published=figures, log=True)))
    assert len(shown) == sum(figure.value > 0 for figure in figures)


def test_the_chosen_mark_wears_a_ring() -> None:
    chosen = backdrop.fitting("trade_turnover", alike(rows(TURNOVER), backdrop.ALIKE), Filters())[0]
    rings = [trace for trace in drawn(rows(TURNOVER), selected=chosen.figure_id).data if trace.name == "selected"]
    assert [(ring.x[0], ring.y[0]) for ring in rings] == [(chosen.year, chosen.value / 1e9)]
