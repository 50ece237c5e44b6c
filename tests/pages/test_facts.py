"""The facts page: sorted, paged, with the columns one asks for, as rows, sentences or counts."""

import pytest
from streamlit.testing.v1 import AppTest

from extractors.table import FACT_COLUMNS
from tests.pages.test_pages import opened, said
from views.filters import Filters
from views.store import default_store


def test_f51_sorts_by_the_address() -> None:
    table = opened("facts", sort="value", order="desc", columns="value").dataframe[0].value
    values = table["value"].dropna().tolist()
    assert values == sorted(values, reverse=True)
    assert len(values) > 5


@pytest.mark.parametrize("name", [column.name for column in FACT_COLUMNS])
def test_f51_shows_any_column(name: str) -> None:
    table = opened("facts", columns=["figure", name]).dataframe[0].value
    assert list(table.columns) == ["read", "figure", name]


def test_f5_words_that_were_searched_for_are_marked() -> None:
    words = said(opened("facts", view="sentences", q="russia"))
    assert '<b class="hit">Russia</b>' in words


def test_f53_pages_hold_twenty_sentences_and_turn() -> None:
    store = default_store()
    app = opened("facts", view="sentences")
    assert f"1–20 of {store.total} facts" in said(app)
    app.button(key="page-after").click().run()
    assert app.query_params["page"] == "2"
    assert f"21–40 of {store.total} facts" in said(app)


@pytest.mark.parametrize("page", ["0", "-1", "999", "two", "1e3", "²"])
def test_f15_a_page_that_is_not_there_shows_one_that_is(page: str) -> None:
    assert "facts" in said(opened("facts", view="sentences", page=page))


def test_f7_a_new_filter_begins_on_the_first_page() -> None:
    app = opened("facts", view="sentences", page="2")
    app.multiselect(key="filter-topic").set_value(["trade"]).run()
    assert "page" not in app.query_params
    assert app.query_params["topic"] == "trade"


def test_f55_the_pivot_counts_every_fact_once() -> None:
    store = default_store()
    table = opened("facts", view="pivot").dataframe[0].value
    assert table["all"].sum() == store.total
    assert table["undated"].sum() == store.undated(Filters())


def test_f54_figures_have_units_and_years_no_comma() -> None:
    app = opened("facts", indicator="trade_turnover")
    table = app.dataframe[0].value
    assert "28.2B USD" in table["figure"].tolist()
    assert '"format":"%d"' in app.dataframe[0].proto.columns.replace(" ", "")


def downloads(app: AppTest) -> dict[str, str]:
    return {
        button.proto.label.split(" · ")[0]: button.proto.label.split(" · ")[1] for button in app.get("download_button")
    }


@pytest.mark.parametrize("view", ["table", "sentences", "pivot"])
def test_f56_f62_every_format_offers_the_view_or_all_with_its_rows_on_the_button(view: str) -> None:
    store = default_store()
    narrow = Filters(topic=("trade",))
    app = opened("facts", topic="trade", view=view)
    app.session_state["downloads"] = True
    app.run()
    assert set(downloads(app)) == {"CSV", "XLSX", "JSON Lines", "Parquet", "schema.org", "Data package"}
    assert set(downloads(app).values()) == {str(store.count(narrow))}
    app.query_params["scope"] = "all"
    app.run()
    assert set(downloads(app).values()) == {str(store.total)}
