"""The compare page: rival claims and published figures side by side."""

from __future__ import annotations

import gc
import weakref

import pytest

from extractors import fact_table
from extractors.articles import read_articles
from tests.pages.test_pages import opened, said
from views.comparisons import disagreements
from views.reference import published
from views.rivals import choices, chosen, largest
from views.store import Store, default_store


def test_f37_starts_with_the_largest_disagreements() -> None:
    words = said(opened("compare"))
    found = largest(default_store(), published())
    assert found, "the five articles disagree with each other or with what is published"
    places = [words.index(f"{one.spread.relative * 100:.1f}% apart") for one in found]
    assert places == sorted(places)


def test_f37_shows_claims_and_published_figures_of_a_choice() -> None:
    app = opened("compare", of="trade_turnover", between="KZ;RU", year="2022")
    words = said(app)
    assert "<mark>$28.2 billion</mark>" in words
    assert "Kazakhstan&#x27;s count" in words
    assert "lowest 26B USD, highest 28.2B USD, middle 26.1B USD, 8.4% apart" in words
    assert "= agrees" in words
    assert "reader?article=world-today-news-2023-putin-astana-agreements&amp;fact=" in words


def test_f37_an_undated_claim_stands_in_its_year_and_says_so() -> None:
    words = said(opened("compare", of="trade_turnover", between="KZ;RU", year="2021"))
    assert "<mark>23 billion dollars</mark>" in words
    assert "names no year" in words
    assert "It equals what was forecast or aimed at: Kursiv, Islam Today." in words


def test_f37_a_choice_is_kept_in_the_address() -> None:
    app = opened("compare")
    app.selectbox(key="address-of").set_value("border_length").run()
    assert app.query_params["of"] == "border_length"
    assert "7,598.8 km" in said(app)
    app.selectbox(key="address-of").set_value("").run()
    assert "of" not in app.query_params


@pytest.mark.parametrize(
    "query",
    [
        {"of": "nonsense"},
        {"of": "trade_turnover", "between": "XX;YY"},
        {"of": "trade_turnover", "between": "KZ;RU", "year": "1066"},
        {"of": "trade_turnover", "page": "999"},
        {"of": "<script>", "between": "<b>", "year": "²", "page": "²"},
    ],
)
def test_f15_a_bad_address_shows_a_page(query: dict[str, str]) -> None:
    app = opened("compare", **query)
    assert "<footer" in said(app)
    assert "<script>" not in said(app)


def test_published_figures_are_shown_where_no_article_makes_a_claim() -> None:
    assert "115M USD" in said(opened("compare", of="rent", between="KZ;RU"))


def test_every_choice_has_something_to_show() -> None:
    store: Store = default_store()
    for indicator, sets in choices(store, published()).parties.items():
        assert sets
        assert any(chosen(store, published(), indicator, parties) for parties in sets), indicator


def test_the_start_of_a_corpus_comes_from_its_widest_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a number of facts only the groups that lie furthest apart are looked into; what they give is the same."""
    articles, _errors = read_articles()
    facts = fact_table(articles)
    whole = largest(Store(facts, articles), published())
    monkeypatch.setattr("views.rivals.WHOLE", 0)
    groups = largest(Store(facts, articles), published())
    assert set(groups) <= set(whole)
    assert list(groups) == disagreements(groups)


def test_answers_go_with_their_store() -> None:
    """A visitor's own store, and with it the visitor's text, is not kept alive by what was asked of it."""
    articles, _errors = read_articles()
    store = Store(fact_table(articles), articles)
    assert largest(store, published()) is largest(store, published())
    gone = weakref.ref(store)
    del store
    gc.collect()
    assert gone() is None


def test_f31_published_figures_stand_in_a_list_for_the_keyboard() -> None:
    """Marks of a chart cannot be reached by key: each has a button that does the same."""
    app = opened("indicators", indicator="trade_turnover", parties="KZ;RU")
    app.session_state["behind"] = True
    app.run()
    figure = next(one for one in published().figures if one.series == "trade_turnover" and one.value == 26.1e9)
    app.button(key=f"figure-{figure.figure_id}").click().run()
    assert app.query_params["figure"] == figure.figure_id
    words = said(app)
    assert "Published figure" in words
    assert figure.publisher in words
    app.button(key="card-close").click().run()
    assert "figure" not in app.query_params


def test_f31_a_published_figure_that_is_gone_is_told() -> None:
    assert "names a published figure that is not here" in said(opened("indicators", figure="ref.nowhere.00000000"))


def test_article_card_lists_checkable_claims() -> None:
    app = opened("reader", article="frontier-post-2022-diplomatic-confusion")
    words = said(app)
    assert any("claims beside published figures" in expander.label for expander in app.expander)
    assert "↓ below all published figures, by 6.1%" in words
    assert "↑ above all published figures, by 1.6 percentage points" in words
    assert "≈ agrees within its rounding" in words
    assert "compare?of=trade_turnover&amp;between=KZ%3BRU" in words
