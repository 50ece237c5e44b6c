"""The reader page: what the address names is shown, what it names in vain is told."""

import pytest

from extractors.model import Fact
from tests.pages.test_pages import opened, said
from views.filters import Filters
from views.store import default_store


def some_fact() -> Fact:
    store = default_store()
    row = store.page(Filters(indicator=("trade_turnover",)), limit=1).iloc[0]
    fact = store.fact(row["fact_id"])
    assert fact is not None
    return fact


def test_f12_the_address_of_a_fact_shows_its_card() -> None:
    fact = some_fact()
    words = said(opened("reader", article=fact.article_id, fact=fact.fact_id))
    assert "As written" in words
    assert fact.text in words


def test_f12_an_address_may_name_the_fact_alone() -> None:
    fact = some_fact()
    app = opened("reader", fact=fact.fact_id)
    assert app.query_params["article"] == fact.article_id
    assert "As written" in said(app)


def test_f15_an_unknown_article_is_told_and_another_shown() -> None:
    app = opened("reader", article="no-such-article")
    assert "no\\-such\\-article" in app.warning[0].value
    assert "figures" in said(app)


def test_f15_an_unknown_fact_is_told_and_the_nearest_offered() -> None:
    fact = some_fact()
    app = opened("reader", article=fact.article_id, fact=f"{fact.article_id}.{fact.start + 1}-{fact.end}")
    assert "not in this article" in app.warning[0].value
    links = [link.proto.label for link in app.get("page_link")]
    assert any("nearest" in label for label in links)


@pytest.mark.parametrize("fact", ["<script>alert(1)</script>", "x" * 5000, "**bold**", ""])
def test_f15_rubbish_in_place_of_a_fact_is_shown_as_text(fact: str) -> None:
    app = opened("reader", article=some_fact().article_id, fact=fact)
    assert all("<script>" not in one.value for one in app.warning)


def test_f47_next_and_previous_walk_through_all_figures() -> None:
    store = default_store()
    article = some_fact().article_id
    ids = [fact.fact_id for fact in store.article_facts(article)]
    app = opened("reader", article=article, fact=ids[0])
    assert app.button(key="step-P").disabled
    for fact_id in ids[1:3]:
        app.button(key="step-N").click().run()
        assert app.query_params["fact"] == fact_id
    app.button(key="step-P").click().run()
    assert app.query_params["fact"] == ids[1]
    assert opened("reader", article=article, fact=ids[-1]).button(key="step-N").disabled


def test_f47_without_a_choice_next_is_the_first_figure() -> None:
    article = some_fact().article_id
    app = opened("reader", article=article)
    app.button(key="step-N").click().run()
    assert app.query_params["fact"] == default_store().article_facts(article)[0].fact_id


def test_f50_the_heading_names_origin_and_what_is_missing() -> None:
    store = default_store()
    for article in store.articles.values():
        words = said(opened("reader", article=article.id))
        assert article.publisher in words
        assert ("author not named" in words) == (not article.author)
        assert ("address is not known" in words) == (not article.url)
        assert ("title given by us" in words) == article.title_is_ours


def test_another_article_drops_the_fact() -> None:
    fact = some_fact()
    app = opened("reader", article=fact.article_id, fact=fact.fact_id)
    other = next(one for one in default_store().articles if one != fact.article_id)
    app.selectbox(key="address-article").set_value(other).run()
    assert not app.exception
    assert "fact" not in app.query_params
    assert "As written" not in said(app)
