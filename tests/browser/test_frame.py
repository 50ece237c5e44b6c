"""Filters, links and the back button on every page, in a real browser."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app import Tab, assert_no_traceback, open_at, settle
from views.filters import Filters
from views.labels import PRODUCT
from views.sidebar import PAGES
from views.store import default_store

PATHS = {name: "" if name == "overview" else name for name in PAGES}


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def counted(filters: Filters) -> str:
    store = default_store()
    return f"{store.count(filters)} of {store.total} facts"


def choose(page: Page, label: str, option: str) -> None:
    """Choose one option of a filter by its label."""
    page.get_by_test_id("stSidebar").get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=re.compile(f"^{option} ·")).click()
    page.keyboard.press("Escape")
    settle(page)


def arrived(page: Page, path: str) -> None:
    """Wait until the page at a path has been drawn: its title says that its run has begun."""
    title = PAGES[path][1] if path else PRODUCT
    expect(page).to_have_url(re.compile(rf"/{path}\?topic=trade"))
    expect(page).to_have_title(re.compile(f"^{title}"))
    settle(page)


def assert_framed(page: Page, url: str) -> None:
    """A link with a filter opens with navigation, the filter and a title."""
    open_at(page, url)
    sidebar = page.get_by_test_id("stSidebar")
    for _script, label in PAGES.values():
        expect(sidebar.get_by_role("link", name=label, exact=True)).to_be_visible()
    expect(sidebar.get_by_text("Trade ·")).to_be_visible()
    expect(page).to_have_title(re.compile("Russia–Kazakhstan in figures$"))
    assert_no_traceback(page)


@pytest.mark.parametrize("name", PAGES)
def test_f13_a_deep_link_has_navigation_filters_and_title(page: Page, app: str, name: str) -> None:
    assert_framed(page, f"{app}/{PATHS[name]}?topic=trade")


def test_f1_f11_f14_filters_survive_page_change_reload_and_back(page: Page, app: str) -> None:
    open_at(page, f"{app}/facts")
    expect(page.locator(".count").first).to_have_text(counted(Filters()))
    choose(page, "Topic", "Trade")
    expect(page.locator(".count").first).to_have_text(counted(Filters(topic=("trade",))))
    assert query(page) == {"topic": ["trade"]}

    for name, path in (("Timeline", "timeline"), ("Overview", ""), ("Facts", "facts")):
        page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click()
        arrived(page, path)
    expect(page.locator(".count").first).to_have_text(counted(Filters(topic=("trade",))))

    page.reload()
    expect(page.locator(".count").first).to_have_text(counted(Filters(topic=("trade",))))
    for path in ("", "timeline", "facts"):
        page.go_back()
        arrived(page, path)
    expect(page.locator(".count").first).to_have_text(counted(Filters(topic=("trade",))))
    page.go_back()
    expect(page.locator(".count").first).to_have_text(counted(Filters()))


def test_f5_f14_typing_narrows_the_facts_in_one_step_of_history(tab: Tab) -> None:
    page = tab.visit("facts?view=sentences")
    box = page.get_by_role("textbox", name="Search in sentences")
    box.fill("trade")
    box.press("Enter")
    expect(page.locator(".count").first).to_have_text(counted(Filters(text="trade")))
    expect(page.locator(".quoted .hit").first).to_have_text(re.compile("trade", re.IGNORECASE))
    page.go_back()
    expect(page.locator(".count").first).to_have_text(counted(Filters()))
    expect(box).to_have_value("")


def test_f7_chips_lift_filters_and_one_reset_lifts_all(tab: Tab) -> None:
    page = tab.visit("facts?topic=trade&undated=no")
    page.locator(".st-key-chips").get_by_role("button", name="Topic: Trade").click()
    expect(page.locator(".count").first).to_have_text(counted(Filters(undated=False)))
    page.locator(".st-key-chips").get_by_role("button", name="Reset all").click()
    expect(page.locator(".count").first).to_have_text(counted(Filters()))
    assert query(page) == {}


def test_f77_the_empty_state_has_a_way_out(tab: Tab) -> None:
    page = tab.visit("facts?topic=trade&q=wordthatstandsnowhere")
    expect(page.get_by_text("No fact fits all of these filters")).to_be_visible()
    page.locator(".st-key-nothing").get_by_role("button", name="wordthatstandsnowhere").click()
    expect(page.locator(".count").first).to_have_text(counted(Filters(topic=("trade",))))


def test_f85_nothing_scrolls_sideways_on_a_phone(page: Page, app: str) -> None:
    """No page, as it is or with something chosen."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_at(page, f"{app}/about")
    widths = {address: _width(Tab(page, app).visit(address)) for address in (*PATHS.values(), *CHOICES)}
    assert {address: width for address, width in widths.items() if width > 390} == {}


CHOICES = (
    "indicators?indicator=trade_turnover&by=source",
    "compare?of=trade_turnover",
    "compare?of=border_length",
)


def _width(page: Page) -> int:
    """How wide the page is with all its charts."""
    page.wait_for_function(
        "[...document.querySelectorAll('.stPlotlyChart')].every(one => one.querySelector('.points path'))"
    )
    widest = "Math.max(...[document.documentElement, document.querySelector('.stMain')].map(one => one.scrollWidth))"
    return int(page.evaluate(widest))


# Every page in every language: tests/pages/test_pages.py.
@pytest.mark.parametrize(
    ("lang", "name"), [("ru", "overview"), ("ru", "facts"), ("kk", "indicators"), ("kk", "reader")]
)
def test_f90_the_language_is_in_the_address_and_stays(tab: Tab, name: str, lang: str) -> None:
    page = tab.visit(f"{PATHS[name]}?lang={lang}&topic=trade")
    assert_no_traceback(page)
    assert query(page) == {"lang": [lang], "topic": ["trade"]}
    links = page.get_by_test_id("stSidebar").locator(".pages a")
    expect(links).to_have_count(len(PAGES))
    assert all(f"lang={lang}" in (link.get_attribute("href") or "") for link in links.all())


def test_f52_the_button_of_a_row_opens_the_fact_in_the_same_tab(tab: Tab) -> None:
    page = tab.visit("facts?indicator=trade_turnover")
    grid = page.get_by_test_id("stDataFrame").bounding_box()
    assert grid
    page.mouse.click(grid["x"] + 36, grid["y"] + 38 + 17)
    expect(page).to_have_url(re.compile(r"/reader\?.*fact="))
    expect(page.locator(".reader.text a.figure.chosen")).to_be_in_viewport()
    assert query(page)["indicator"] == ["trade_turnover"]
    page.go_back()
    expect(page).to_have_url(re.compile(r"/facts\?"))


def test_f52_f86_every_fact_is_a_link_in_the_view_of_sentences(tab: Tab) -> None:
    page = tab.visit("facts?view=sentences&indicator=trade_turnover")
    page.locator('[class*="st-key-sentence-"] a').first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".reader.text a.figure.chosen")).to_be_in_viewport()


def test_f56_the_csv_holds_exactly_the_rows_in_view(tab: Tab) -> None:
    page = tab.visit("facts?topic=trade&sort=value&order=desc")
    page.get_by_text("Download these facts").click()
    count = default_store().count(Filters(topic=("trade",)))
    with page.expect_download() as started:
        page.get_by_role("button", name=f"CSV · {count}").click()
    lines = started.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == count + 1
    assert lines[0].startswith("fact_id,claim_id,article_id,kind")
