"""From a link to the sentence in view, from mark to mark, and back, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from benchmarks.hosting import megabytes
from extractors.model import Fact
from tests.browser.app import SERVERS, Tab, assert_no_traceback, open_at
from tests.browser.test_frame import assert_framed
from views.filters import Filters
from views.store import default_store


def turnover() -> Fact:
    """A claim on trade turnover, somewhere down an article."""
    store = default_store()
    fact = store.fact(store.page(Filters(indicator=("trade_turnover",)), limit=1)["fact_id"].iloc[0])
    assert fact is not None
    return fact


def address(fact: Fact) -> str:
    return f"reader?article={fact.article_id}&fact={fact.fact_id}"


def expect_chosen(page: Page, fact: Fact) -> None:
    """The fact is marked, its figure is in view, its card says what was read, its id stands in the address."""
    mark = page.locator(".reader.text a.figure.chosen")
    expect(mark).to_have_count(1)
    expect(mark).to_have_attribute("data-fact", fact.fact_id)
    expect(mark).to_be_in_viewport()
    expect(page.locator(".st-key-card .fact")).to_contain_text(fact.text)
    expect(page).to_have_url(re.compile(re.escape(fact.fact_id)))


def test_f12_f13_f45_f93_f94_permalink_of_one_fact_on_a_server_just_started(page: Page, cold_app: str) -> None:
    """The first thing it shows is whole, within the memory of a free host."""
    fact = turnover()
    assert_framed(page, f"{cold_app}/{address(fact)}&topic=trade")
    expect_chosen(page, fact)
    expect(page).to_have_title(re.compile("Reader · Russia–Kazakhstan in figures"))
    assert megabytes(SERVERS[cold_app].pid) < 500, "Streamlit Community Cloud gives a gigabyte"


def test_f44_every_figure_of_the_article_is_marked(tab: Tab) -> None:
    fact = turnover()
    page = tab.visit(address(fact))
    expect_chosen(page, fact)
    marks = page.locator(".reader.text a.figure").evaluate_all(
        "all => all.map(one => [one.dataset.fact, one.textContent])"
    )
    assert marks == [[one.fact_id, one.text] for one in default_store().article_facts(fact.article_id)]


def test_f44_the_text_is_the_article_as_published(tab: Tab) -> None:
    fact = turnover()
    page = tab.visit(address(fact))
    expect_chosen(page, fact)
    shown = page.locator(".reader.text").evaluate("one => [...one.children].map(p => p.textContent).join('\\n')")
    assert shown.split() == default_store().articles[fact.article_id].text.split()


def test_f14_f46_a_click_on_a_figure_shows_it_and_back_undoes_it(tab: Tab) -> None:
    first, second = turnover(), None
    page = tab.visit(address(first))
    expect_chosen(page, first)
    second = next(one for one in default_store().article_facts(first.article_id) if one.start > first.start)
    page.locator(f'.reader.text a.figure[data-fact="{second.fact_id}"]').click()
    expect_chosen(page, second)
    page.go_back()
    expect_chosen(page, first)
    page.go_forward()
    expect_chosen(page, second)
    page.reload()
    expect_chosen(page, second)


def test_f46_f86_enter_on_a_figure_shows_it(tab: Tab) -> None:
    fact = turnover()
    page = tab.visit(f"reader?article={fact.article_id}")
    mark = page.locator(f'.reader.text a.figure[data-fact="{fact.fact_id}"]')
    mark.focus()
    page.keyboard.press("Enter")
    expect_chosen(page, fact)


def test_f47_next_and_previous_by_key(tab: Tab) -> None:
    facts = default_store().article_facts(turnover().article_id)
    page = tab.visit(address(facts[0]))
    expect_chosen(page, facts[0])
    page.keyboard.press("n")
    expect_chosen(page, facts[1])
    page.keyboard.press("p")
    expect_chosen(page, facts[0])


def test_f47_the_list_of_figures_leads_to_each(tab: Tab) -> None:
    facts = default_store().article_facts(turnover().article_id)
    page = tab.visit(f"reader?article={facts[0].article_id}")
    page.locator(f'.reader.list a.figure[data-fact="{facts[-1].fact_id}"]').click()
    expect_chosen(page, facts[-1])


def test_f48_the_kind_of_a_figure_is_a_sign_beside_it(tab: Tab) -> None:
    fact = turnover()
    page = tab.visit(address(fact))
    mark = page.locator(".reader.text a.figure.chosen")
    assert mark.evaluate("one => getComputedStyle(one, '::before').content") == '"¤"'
    expect(mark).to_have_attribute("title", re.compile("Money"))
    expect(page.locator(".legend")).to_contain_text("Money")


@pytest.mark.parametrize(
    "query",
    [
        "article=no-such-article",
        "article=no-such-article&fact=no-such-fact",
        "fact=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "article=../../etc/passwd",
    ],
)
def test_f15_f78_an_unknown_article_or_fact_is_a_message_on_a_page_that_works(tab: Tab, query: str) -> None:
    page = tab.visit(f"reader?{query}")
    expect(page.get_by_test_id("stAlert").first).to_contain_text("The link names")
    assert_no_traceback(page)
    mark = page.locator(".reader.text a.figure").first
    mark.click()
    expect(page.locator(".reader.text a.figure.chosen")).to_have_count(1)


def test_f17_the_original_is_linked_at_the_sentence(tab: Tab) -> None:
    store = default_store()
    fact = next(one for name in store.articles if store.articles[name].url for one in store.article_facts(name))
    page = tab.visit(address(fact))
    link = page.locator(".st-key-card").get_by_role("link", name="This sentence in the original")
    expect(link).to_have_attribute("href", re.compile("#:~:text="))


def test_f18_f64_link_citation_and_selector_can_be_copied(tab: Tab) -> None:
    fact = turnover()
    page = tab.visit(address(fact))
    page.get_by_text("Link, citation, data").click()
    card = page.locator(".st-key-card")
    expect(card).to_contain_text(f"{tab.app}/{address(fact)}")
    for part in ("@misc{", "TextQuoteSelector", '"fact_id"'):
        expect(card).to_contain_text(part)


def test_f45_f85_on_a_phone_the_figure_is_in_view_above_its_card(page: Page, app: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    fact = turnover()
    open_at(page, f"{app}/{address(fact)}")
    expect_chosen(page, fact)
    both = [page.locator(one).element_handle() for one in (".reader.text a.figure.chosen", ".st-key-card")]
    above = "([mark, card]) => mark.getBoundingClientRect().bottom <= card.getBoundingClientRect().top"
    page.wait_for_function(above, arg=both)  # scrolling is smooth, so it takes a moment
    expect_chosen(page, fact)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
