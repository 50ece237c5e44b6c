"""Charts: what is drawn, read from the figures themselves; no browser and no Streamlit."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import escape

import plotly.graph_objects as go
import pytest

from extractors.model import Change, Fact, Kind, Qualifier, Status, YearBasis
from tests.views.conftest import ARTICLES, FACTS
from tests.views.drawing import another, checked, marks, table
from views import charts
from views.charts import Settings, finding
from views.charts.marks import spread
from views.reference import published
from views.rows import alike

TRADE, EARLIER, BORDER, SECOND = FACTS


by_year, by_source = checked(charts.by_year), checked(charts.by_source)


def legend(figure: go.Figure) -> list[str]:
    return [trace.name for trace in figure.data if trace.showlegend]


def titles(figure: go.Figure, letter: str = "y") -> list[str]:
    axes = figure.select_yaxes() if letter == "y" else figure.select_xaxes()
    return [axis.title.text for axis in axes if axis.title.text]


def test_f21_each_mark_is_one_claim() -> None:
    assert set(marks(by_year(table(TRADE, EARLIER, SECOND)))) == {TRADE.fact_id, EARLIER.fact_id, SECOND.fact_id}


def test_f21_what_an_article_says_twice_is_one_mark() -> None:
    again = another(TRADE, 1, claim_id=TRADE.claim_id, start=900, end=910)
    assert set(marks(by_year(table(TRADE, again)))) == {TRADE.fact_id}


def test_f21_hover_gives_value_year_source_and_sentence() -> None:
    hover = marks(by_year(table(TRADE)))[TRADE.fact_id]["hover"]
    for part in ("28.2B USD", "Year 2022", "A News", "Kazakhstan", "Trade came to"):
        assert part in hover


def test_f21_few_points_are_points_and_no_line() -> None:
    assert all("lines" not in mark["mode"] for mark in marks(by_year(table(TRADE, EARLIER, SECOND))).values())


def test_values_stand_in_the_unit_of_their_axis() -> None:
    figure = by_year(table(TRADE))
    assert marks(figure)[TRADE.fact_id]["y"] == pytest.approx(28.2)
    assert titles(figure) == ["billion USD"]


@pytest.mark.parametrize(
    ("hostile", "never"),
    [
        ("<img src=x onerror=alert(1)>", "<img"),
        ("<a href='javascript:x'>y</a>", "<a "),
        ("<b>bold</b> & more", "<b>bold"),
    ],
)
def test_text_of_an_article_is_never_markup(hostile: str, never: str) -> None:
    fact = replace(TRADE, sentence=f"Trade {hostile} came", text=hostile)
    articles = (replace(ARTICLES[0], publisher=hostile, title=hostile), ARTICLES[1])
    figures = by_year(table(fact, articles=articles)), by_source(table(fact, articles=articles))
    for figure in figures:
        written = figure.to_json().replace("\\u003c", "<")
        assert never not in written
        assert "&lt;" in written


def test_f27_two_units_never_share_an_axis() -> None:
    figure = by_year(table(TRADE, another(TRADE, 1, unit="RUB", value=2e12)))
    drawn = marks(figure)
    assert len({mark["yaxis"] for mark in drawn.values()}) == 2
    assert set(titles(figure)) == {"billion USD", "trillion RUB"}


def test_f29_percent_never_stands_with_money_nor_growth_with_levels() -> None:
    share = another(TRADE, 1, unit="percent", value=46.0, kind=Kind.PERCENT)
    growth = another(TRADE, 2, unit="percent", value=7.0, kind=Kind.PERCENT, change=Change.UP)
    figure = by_year(table(TRADE, share, growth))
    assert len({mark["yaxis"] for mark in marks(figure).values()}) == 3
    assert titles(figure) == ["billion USD", "percent", "change, percent"]


def test_f30_a_decrease_is_below_zero_and_says_so() -> None:
    fall = another(TRADE, 1, unit="percent", value=17.0, kind=Kind.PERCENT, change=Change.DOWN)
    mark = marks(by_year(table(fall)))[fall.fact_id]
    assert mark["y"] == -17
    assert "decrease" in mark["hover"]


def test_f30_a_change_keeps_its_period() -> None:
    growth = another(TRADE, 1, unit="percent", value=7.0, change=Change.UP, period_end=date(2022, 8, 31))
    assert "31 Aug 2022" in marks(by_year(table(growth)))[growth.fact_id]["hover"]


@pytest.mark.parametrize(
    ("qualifier", "key", "sign"),
    [
        (Qualifier.MORE_THAN, "arrow: more than", ">"),
        (Qualifier.AT_LEAST, "arrow: more than", "≥"),
        (Qualifier.LESS_THAN, "arrow: up to", "<"),
        (Qualifier.UP_TO, "arrow: up to", "≤"),
    ],
)
def test_f35_open_ends_are_arrows_and_the_legend_says_so(qualifier: Qualifier, key: str, sign: str) -> None:
    figure = by_year(table(replace(TRADE, qualifier=qualifier)))
    (arrow,) = [trace for trace in figure.data if trace.name == "open end"]
    start, tip = arrow.y[:2]
    assert (tip > start) == (key == "arrow: more than")
    assert any(name.startswith(key) for name in legend(figure))
    assert f"<b>{escape(sign)} 28.2B USD</b>" in marks(figure)[TRADE.fact_id]["hover"]


def test_an_exact_figure_has_no_arrow() -> None:
    figure = by_year(table(TRADE))
    assert "open end" not in [trace.name for trace in figure.data]
    assert not any("arrow" in name for name in legend(figure))


def test_f36_a_range_is_drawn_from_end_to_end() -> None:
    ranged = replace(TRADE, value=25e9, value_low=20e9, value_high=30e9, qualifier=Qualifier.RANGE)
    figure = by_year(table(ranged, SECOND))
    assert marks(figure)[ranged.fact_id]["high"] == pytest.approx(5)
    assert any("range" in name for name in legend(figure))


def test_f40_an_inferred_year_is_hollow_and_the_legend_says_so() -> None:
    figure = by_year(table(TRADE, EARLIER))
    drawn = marks(figure)
    assert drawn[EARLIER.fact_id]["symbol"].endswith("-open")
    assert not drawn[TRADE.fact_id]["symbol"].endswith("-open")
    assert any("year inferred" in name for name in legend(figure))


def test_f3_undated_figures_stand_in_their_own_band_at_their_publication() -> None:
    undated = another(TRADE, 1, year=None, year_basis=YearBasis.NONE)
    figure = by_year(table(TRADE, undated))
    drawn = marks(figure)
    assert drawn[undated.fact_id]["xaxis"] != drawn[TRADE.fact_id]["xaxis"]
    assert drawn[undated.fact_id]["x"] == pytest.approx(2023.86, abs=0.01)
    assert "1 without a year" in figure.layout.legend.title.text
    assert any("no year given" in title for title in titles(figure, "x"))


def test_an_undated_figure_of_an_undated_article_is_still_drawn() -> None:
    undated = replace(SECOND, year=None, year_basis=YearBasis.NONE)
    figure = by_year(table(undated))
    assert set(marks(figure)) == {undated.fact_id}
    assert "n.d." in figure.layout.xaxis.ticktext


@pytest.mark.parametrize(("status", "symbol"), [(Status.FORECAST, "cross"), (Status.TARGET, "star")])
def test_forecasts_and_targets_look_different(status: Status, symbol: str) -> None:
    figure = by_year(table(TRADE, another(TRADE, 1, status=status, year=2030)))
    assert marks(figure)["first.1001-1002"]["symbol"] == symbol
    assert any(status.value in name for name in legend(figure))


def test_f34_years_are_whole_on_the_axis() -> None:
    figure = by_year(table(TRADE, EARLIER))
    assert all(re.fullmatch(r"[0-9]{4}", tick) for tick in figure.layout.xaxis.ticktext)
    assert {2021, 2022} <= set(figure.layout.xaxis.tickvals)


def test_f34_thousands_are_separated() -> None:
    figure = by_year(table(BORDER))
    assert figure.layout.yaxis.tickformat == ",~g"
    assert figure.layout.separators == ".,"


def test_f23_log_axes_declare_what_they_cannot_hold() -> None:
    figure = by_year(table(TRADE, another(TRADE, 1, value=0.0)), Settings(log=True))
    assert figure.layout.yaxis.type == "log"
    assert set(marks(figure)) == {TRADE.fact_id}
    assert "1 figure at or below zero" in figure.layout.legend.title.text


def test_f32_a_chart_explains_itself() -> None:
    figure = by_year(table(TRADE, SECOND), Settings(subtitle="Topic: Trade"))
    assert "Trade turnover by year" in figure.layout.title.text
    assert figure.layout.title.subtitle.text == "Topic: Trade"
    assert "Source: A News, B News." in figure.layout.legend.title.text
    assert "2 claims in 2 articles" in figure.layout.legend.title.text


def test_f85_the_legend_never_scrolls() -> None:
    assert by_year(table(TRADE, SECOND)).layout.legend.maxheight == 1


def test_f88_colour_is_never_the_only_channel() -> None:
    drawn = marks(by_year(table(TRADE, SECOND)))
    assert drawn[TRADE.fact_id]["colour"] != drawn[SECOND.fact_id]["colour"]
    assert drawn[TRADE.fact_id]["symbol"] != drawn[SECOND.fact_id]["symbol"]


def test_an_article_keeps_its_colour_when_others_are_filtered_away() -> None:
    by = charts.sources([row.origin for row in table(TRADE, SECOND)])
    alone = marks(by_year(table(SECOND), Settings(by=by)))
    together = marks(by_year(table(TRADE, SECOND), Settings(by=by)))
    assert alone[SECOND.fact_id]["colour"] == together[SECOND.fact_id]["colour"]


def test_f88_many_publishers_share_five_hues() -> None:
    articles = tuple(replace(ARTICLES[1], id=f"a{n}", publisher=f"Publisher {n}") for n in range(9))
    facts = [another(SECOND, n, article_id=f"a{n}", value=1e9 * n) for n in range(1, 9)]
    figure = by_year(table(*facts, articles=articles))
    assert len({mark["colour"] for mark in marks(figure).values()}) == 6
    assert "other publishers" in legend(figure)


def test_f22_the_selected_mark_wears_a_ring() -> None:
    figure = by_year(table(TRADE, SECOND), Settings(selected=SECOND.fact_id))
    (ring,) = [trace for trace in figure.data if trace.name == "selected"]
    drawn = marks(figure)[SECOND.fact_id]
    assert (ring.x[0], ring.y[0]) == (drawn["x"], drawn["y"])


def test_f22_a_claim_on_a_published_figure_is_what_a_click_means() -> None:
    """Plotly takes a click for the smaller of two marks, which would be the published one."""
    known = [one for one in published().figures if (one.indicator, one.unit) == ("trade_turnover", "USD")]
    under = next(one for one in known if not one.is_change)
    claim = replace(TRADE, value=under.value, year=under.year)
    drawn = marks(by_year(table(claim), Settings(published=tuple(known))))
    assert claim.fact_id in drawn
    assert under.figure_id not in drawn
    assert sum(one.startswith("ref.") for one in drawn) >= len(known) / 2


def test_marks_at_one_place_stand_side_by_side() -> None:
    same = another(TRADE, 1)
    drawn = marks(by_year(table(TRADE, same)))
    first, second = drawn[TRADE.fact_id]["x"], drawn[same.fact_id]["x"]
    assert first != second
    assert round(first) == round(second) == 2022


@pytest.mark.parametrize("copies", [2, 5, 30])
def test_steps_aside_stay_inside_their_year(copies: int) -> None:
    offsets = spread([2022.0] * copies, [5.0] * copies)
    assert max(map(abs, offsets)) < 0.5
    assert len(set(offsets)) == copies


def test_f81_beyond_the_limit_marks_are_medians_with_their_span() -> None:
    facts = [another(TRADE, n, value=1e9 * (n % 50 + 1), year=2000 + n % 20) for n in range(charts.RAW_MARKS + 1)]
    figure = by_year(table(*facts))
    assert marks(figure) == {}
    assert sum(len(trace.x) for trace in figure.data if trace.error_y.array is not None) == 20
    assert any("median" in name for name in legend(figure))


def test_f28_a_row_a_source_the_oldest_on_top() -> None:
    older = replace(ARTICLES[1], published=date(2020, 1, 1))
    figure = by_source(table(TRADE, SECOND, articles=(ARTICLES[0], older)))
    drawn = marks(figure)
    assert drawn[SECOND.fact_id]["y"] > drawn[TRADE.fact_id]["y"]
    assert figure.layout.annotations[0].text.startswith("<b>B News")


def test_f28_marks_by_source_say_their_year() -> None:
    figure = by_source(table(EARLIER))
    assert any("~2021" in label for trace in figure.data if trace.text for label in trace.text)


def test_f77_a_chart_of_nothing_says_so() -> None:
    for figure in (by_year(table()), by_source(table())):
        assert figure.layout.annotations[0].text


FINDINGS = pytest.mark.parametrize(
    ("facts", "parts"),
    [
        ((TRADE, SECOND), ("Trade turnover: 2 claims in 2 articles", "23B–28.2B USD for 2022")),
        ((BORDER,), ("1 claim in 1 article", "7,500 km without a year (1)")),
        ((), ("No figure",)),
    ],
)


@FINDINGS
def test_f87_the_alternative_text_of_medians_states_the_same(facts: tuple[Fact, ...], parts: tuple[str, ...]) -> None:
    indicator = facts[0].indicator if facts else ""
    said = charts.medians_finding(indicator, alike(table(*facts), charts.BY_YEAR))
    for part in parts:
        assert part.replace(" in 2 articles", "").replace(" in 1 article", "") in said


@FINDINGS
def test_f87_the_alternative_text_states_the_finding(facts: tuple[Fact, ...], parts: tuple[str, ...]) -> None:
    said = finding(table(*facts))
    for part in parts:
        assert part in said


def test_f60_the_browser_saves_pictures_of_its_own() -> None:
    assert charts.config("trade", "svg")["toImageButtonOptions"]["format"] == "svg"
    assert charts.config("trade")["modeBarButtons"] == [["toImage"]]
