"""Every page stands: as it is, from a deep link, with an empty choice, with a bad link, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from views import language
from views.filters import FACETS, Filters
from views.language import LANGUAGES
from views.sidebar import PAGES
from views.store import default_store

ROOT = Path(__file__).resolve().parents[2]
FILTERED = ("overview", "indicators", "timeline", "facts")


def opened(page: str, /, **query: str | list[str]) -> AppTest:
    """A page run once with this address."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    if page != "overview":
        app.switch_page(PAGES[page][0])
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, [error.message for error in app.exception]
    return app


def said(app: AppTest) -> str:
    """Everything in words on the page."""
    elements = [*app.markdown, *app.title, *app.caption, *app.warning, *app.error, *app.text, *app.get("html")]
    return "\n".join(str(getattr(element, "value", "") or element.proto.body) for element in elements)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_f90_f98_every_page_stands_in_every_language(page: str, lang: str) -> None:
    app = opened(page, lang=lang)
    assert not app.error
    assert "<footer" in said(app)


@pytest.mark.parametrize(
    ("lang", "heading", "chips"),
    [
        ("en", "Facts", ("Topic: Trade", "Indicator: Trade turnover")),
        ("ru", "Факты", ("Тема: Торговля", "Показатель: Товарооборот")),
        ("kk", "Фактілер", ("Тақырып: Сауда", "Көрсеткіш: Тауар айналымы")),
    ],
)
def test_f90_words_follow_the_language_and_addresses_do_not(
    lang: str, heading: str, chips: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened("facts", lang=lang, topic="trade", indicator="trade_turnover")
    assert app.title[0].value == heading
    shown = {button.label.replace("\\", "").removesuffix(" ✕") for button in app.button}
    assert set(chips) <= shown
    assert app.multiselect(key="filter-topic").value == ["trade"]
    # The harness sends the words of each choice, and asks for them outside the page's run.
    monkeypatch.setattr(language, "current", lambda: lang)
    app.button(key="chip-topic-trade").click().run()
    assert not app.exception
    assert app.title[0].value == heading
    assert app.query_params == {"lang": lang, "indicator": "trade_turnover"}


@pytest.mark.parametrize("page", PAGES)
def test_f1_every_page_shows_the_filters_of_the_address(page: str) -> None:
    app = opened(page, topic="trade", years="2020-2023")
    assert app.multiselect(key="filter-topic").value == ["trade"]
    assert app.slider(key="filter-years").value == (2020, 2023)


@pytest.mark.parametrize("page", FILTERED)
def test_f7_filtered_pages_say_n_of_n_and_lift_each_filter(page: str) -> None:
    store = default_store()
    app = opened(page, topic="trade", q="russia")
    count = store.count(Filters(topic=("trade",), text="russia"))
    assert f"{count} of {store.total} facts" in said(app)
    app.button(key="chip-topic-trade").click().run()
    assert not app.exception
    assert "topic" not in app.query_params
    assert app.query_params["q"] == "russia"
    app.button(key="chip-reset").click().run()
    assert "q" not in app.query_params
    assert f"{store.total} of {store.total} facts" in said(app)


@pytest.mark.parametrize("page", FILTERED)
def test_f77_an_empty_choice_names_what_empties_it_and_offers_a_way_out(page: str) -> None:
    app = opened(page, topic="trade", q="wordthatstandsnowhere")
    assert any("No fact fits" in heading.value for heading in app.subheader)
    lift_topic, lift_text = app.button(key="lift-topic-trade"), app.button(key="lift-text-None")
    assert lift_topic.disabled, "lifting the topic would not help"
    assert not lift_text.disabled
    lift_text.click().run()
    assert app.query_params == {"topic": "trade"}
    assert not app.subheader or all("No fact fits" not in heading.value for heading in app.subheader)


@pytest.mark.parametrize("page", PAGES)
def test_f15_a_link_with_unknown_filters_says_so_and_works(page: str) -> None:
    app = opened(page, topic=["trade", "no_such_topic"], years="whenever")
    (warning,) = [one.value for one in app.warning]
    assert "no\\_such\\_topic" in warning
    assert "years=whenever" in warning


def test_f4_each_choice_shows_its_count() -> None:
    store = default_store()
    app = opened("facts", topic="trade")
    counts = store.facets(Filters(topic=("trade",)))["indicator"]
    options = app.multiselect(key="filter-indicator").options
    assert len(options) == len(store.choices["indicator"])
    assert any(option.endswith(f"· {counts['trade_turnover']}") for option in options)
    assert any(option.endswith("· 0") for option in options), "a choice that would leave nothing says so"


def test_f92_every_filter_has_a_line_of_help() -> None:
    app = opened("facts", status="actual")
    assert {w.key for w in app.multiselect} >= {f"filter-{facet}" for facet in FACETS}
    widgets = [*app.multiselect, *app.slider, *app.text_input, *app.checkbox]
    assert [w.label for w in widgets if str(w.key).startswith("filter-") and not w.help] == []


def test_f71_f72_the_footer_counts_articles_and_facts_and_dates_them() -> None:
    store = default_store()
    words = said(opened("about"))
    assert f"{len(store.articles)} articles · {store.total} facts · updated" in words
    assert f"version {store.version}" in words


@pytest.mark.parametrize("page", ["sources", "about"])
def test_f70_licences_of_code_data_and_texts_stand_apart(page: str) -> None:
    words = said(opened(page))
    for part in ("Code: MIT", "CC BY 4.0", "belong to their publishers"):
        assert part in words


def test_f68_sources_list_every_article_with_origin_date_and_rights() -> None:
    words = said(opened("sources"))
    for article in default_store().articles.values():
        for part in (article.id, article.publisher, "©"):
            assert part in words
    assert "title given by us" in words
    assert "not known" in words, "a missing address is said to be missing"


def test_f69_f10_the_data_dictionary_names_every_column_and_can_be_searched() -> None:
    from extractors.table import FACT_COLUMNS

    tables = [table.value for table in opened("about").dataframe]
    assert any(list(table.get("Column", ())) == [column.name for column in FACT_COLUMNS] for table in tables)
    found = [table.value for table in opened("about", find="border").dataframe]
    names = [name for table in found if "Name in addresses" in table for name in table["Name in addresses"]]
    assert names == ["border_length"]


def test_f64_the_data_as_a_whole_has_a_citation() -> None:
    text, entry = (code.value for code in opened("about").code)
    assert f"version {default_store().version}" in text
    assert entry.startswith("@misc{")


def test_f42_f73_method_limits_and_measured_accuracy_are_told() -> None:
    app = opened("about")
    headings = [heading.value for heading in [*app.header, *app.subheader]]
    assert {"How figures are read", "What it copes with", "Limits", "How accurate it is"} <= set(headings)
    (measured,) = [table.value for table in app.dataframe if "precision" in table.value]
    assert {"kind", "figures", "precision", "recall", "measured on"} <= set(measured)
    assert not measured.empty


def test_f3_facts_without_a_year_are_counted_and_can_be_hidden() -> None:
    store = default_store()
    app = opened("facts")
    box = app.checkbox(key="filter-undated")
    assert box.label.endswith(f"· {store.undated(Filters())}")
    box.uncheck().run()
    assert app.query_params["undated"] == "no"
    assert f"{store.total - store.undated(Filters())} of {store.total} facts" in said(app)
