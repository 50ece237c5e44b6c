"""One indicator: drawn by year or by source, as chart or table, every control in the address."""

from __future__ import annotations

import pytest

from tests.pages.charts import alternative, figures, marks, ringed
from tests.pages.test_pages import opened, said
from views import charts
from views.filters import Filters
from views.labels import indicator as indicator_label
from views.store import default_store

TRADE = Filters(indicator=("trade_turnover",))


def claims(filters: Filters) -> set[str]:
    return {row.fact_id for row in charts.claims(default_store().rows(filters))}


def first_of(filters: Filters) -> str:
    return charts.claims(default_store().rows(filters))[0].fact_id


def test_f21_the_chart_has_a_mark_for_each_claim() -> None:
    assert marks(opened("indicators", indicator="trade_turnover")) == claims(TRADE)


@pytest.mark.parametrize("way", ["year", "source"])
def test_f28_by_year_and_by_source_draw_the_same_claims(way: str) -> None:
    app = opened("indicators", indicator="trade_turnover", by=way)
    assert marks(app) == claims(TRADE)
    assert f"by {way}" in figures(app)[0]["layout"]["title"]["text"]


def test_f24_the_table_has_the_rows_of_the_chart() -> None:
    app = opened("indicators", **{"indicator": "trade_turnover", "as": "table"})
    assert len(app.dataframe[0].value) == len(claims(TRADE))
    assert not app.get("plotly_chart")


def test_f23_the_scale_is_in_the_address() -> None:
    app = opened("indicators", indicator="trade_turnover", scale="log")
    assert figures(app)[0]["layout"]["yaxis"]["type"] == "log"


def test_f2_the_chart_follows_the_filters() -> None:
    article = default_store().rows(TRADE)[0].article_id
    app = opened("indicators", indicator="trade_turnover", source=article)
    assert marks(app) == claims(Filters(indicator=("trade_turnover",), source=(article,)))


def test_f26_f27_units_have_panels_of_their_own() -> None:
    app = opened("indicators", indicator="freight_volume")
    axes = {name: axis for name, axis in figures(app)[0]["layout"].items() if name.startswith("yaxis")}
    titles = {axis["title"]["text"] for axis in axes.values() if axis.get("title", {}).get("text")}
    assert titles == {"percent", "million tonnes"}


def test_f3_undated_figures_are_counted_in_the_note() -> None:
    note = figures(opened("indicators", indicator="trade_turnover"))[0]["layout"]["legend"]["title"]["text"]
    assert "2 without a year" in note


def test_f87_the_chart_has_an_alternative_text_that_states_its_finding() -> None:
    text = alternative(opened("indicators", indicator="trade_turnover"))
    assert "3 claims in 2 articles" in text
    assert "28.2B USD for 2022; 17B–23B USD without a year (2)" in text


def test_f86_a_list_of_the_same_claims_stands_beside_the_chart() -> None:
    app = opened("indicators", indicator="trade_turnover")
    assert {
        str(button.key).removeprefix("claim-") for button in app.button if str(button.key).startswith("claim-")
    } == claims(TRADE)


def test_f22_a_claim_of_the_list_opens_its_sentence() -> None:
    app = opened("indicators", indicator="trade_turnover")
    fact = first_of(TRADE)
    assert "<mark>" not in said(app)
    app.button(key=f"claim-{fact}").click().run()
    assert app.query_params["fact"] == fact
    assert "<mark>" in said(app)
    assert ringed(app)


def test_f11_the_address_opens_the_same_figure() -> None:
    app = opened("indicators", indicator="trade_turnover", by="source", fact=first_of(TRADE))
    assert ringed(app)
    assert "<mark>" in said(app)


def test_the_card_can_be_closed() -> None:
    app = opened("indicators", indicator="trade_turnover", fact=first_of(TRADE))
    app.button(key="card-close").click().run()
    assert "fact" not in app.query_params
    assert not ringed(app)


def test_f15_a_figure_that_is_gone_is_told_and_the_chart_stands() -> None:
    app = opened("indicators", indicator="trade_turnover", fact="gone.1-2")
    assert any("not here" in warning.value for warning in app.warning)
    assert marks(app) == claims(TRADE)


@pytest.mark.parametrize("value", ["sideways", "", "<script>"])
@pytest.mark.parametrize("name", ["by", "as", "scale"])
def test_f15_an_unknown_way_to_draw_is_the_usual_one(name: str, value: str) -> None:
    assert marks(opened("indicators", **{"indicator": "trade_turnover", name: value})) == claims(TRADE)


def test_choosing_an_indicator_writes_the_shared_filter() -> None:
    app = opened("indicators")
    app.selectbox(key="series-indicator").set_value("border_length").run()
    assert app.query_params["indicator"] == "border_length"
    assert app.multiselect(key="filter-indicator").value == ["border_length"]


def test_choosing_a_topic_leaves_its_indicators() -> None:
    app = opened("indicators")
    app.selectbox(key="series-topic").set_value("people").run()
    assert app.query_params["topic"] == "people"
    people = {row.indicator for row in default_store().rows(Filters(topic=("people",)))}
    assert {option.split(" · ")[0] for option in app.selectbox(key="series-indicator").options} <= {
        indicator_label(name) for name in people
    }


def test_only_dates_left_are_told_of_the_timeline() -> None:
    app = opened("indicators", kind=["date", "period"])
    assert any("Timeline" in info.value for info in app.info)


def test_f62_downloads_count_the_rows_of_the_indicator() -> None:
    app = opened("indicators", indicator="trade_turnover")
    app.session_state["downloads"] = True
    app.run()
    labels = [button.proto.label for button in app.get("download_button")]
    count = default_store().count(TRADE)
    assert f"CSV · {count}" in labels
    assert f"XLSX · {count}" in labels


def test_f64_the_view_has_a_citation_and_a_link() -> None:
    app = opened("indicators", indicator="trade_turnover", by="source")
    app.session_state["share"] = True
    app.run()
    shown = "\n".join(code.value for code in app.code)
    assert "indicators?indicator=trade_turnover&by=source" in shown
    assert "<iframe" in shown
    assert "embed=true" in shown
    assert "@misc{" in shown
