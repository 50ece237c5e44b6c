"""Charts in a real browser: a click on a mark opens its sentence, back takes it back, a link opens it again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app import Tab, assert_no_traceback, open_at, settle
from views.published import PREFIX

TRADE = "indicators?indicator=trade_turnover"
PLOT = ".js-plotly-plot"


def ready(page: Page) -> None:
    """The first chart is drawn with its marks."""
    expect(page.locator(f"{PLOT} .points path").first).to_be_visible()


def marks(page: Page) -> list[tuple[float, float, str]]:
    """Where the claims of the first chart are on the screen, with the fact_id of each."""
    found: list[list[object]] = page.evaluate(
        """() => {
          const plot = document.querySelector(".js-plotly-plot"), box = plot.getBoundingClientRect(), found = [];
          for (const trace of plot._fullData) {
            if (!trace.customdata || !trace.x) continue;
            const x = plot._fullLayout[trace.xaxis.replace("x", "xaxis")];
            const y = plot._fullLayout[trace.yaxis.replace("y", "yaxis")];
            const left = box.left + x._offset, top = box.top + y._offset;
            for (let i = 0; i < trace.x.length; i++)
              found.push([left + x.d2p(trace.x[i]), top + y.d2p(trace.y[i]), trace.customdata[i][0]]);
          }
          return found;
        }"""
    )
    claims = [(float(str(x)), float(str(y)), str(fact)) for x, y, fact in found]
    return [mark for mark in claims if not mark[2].startswith(PREFIX)]


def test_f22_a_click_on_a_mark_opens_its_sentence(tab: Tab) -> None:
    page = tab.visit(TRADE)
    ready(page)
    x, y, fact = marks(page)[0]
    page.mouse.click(x, y)
    expect(page.locator(".st-key-card mark")).to_be_visible()
    expect(page).to_have_url(re.compile(re.escape(f"fact={fact}")))
    assert_no_traceback(page)


def test_f14_back_takes_the_click_back_in_one_step(tab: Tab) -> None:
    page = tab.visit(TRADE)
    ready(page)
    x, y, _fact = marks(page)[0]
    page.mouse.click(x, y)
    expect(page.locator(".st-key-card mark")).to_be_visible()
    page.go_back()
    expect(page.locator(".st-key-card")).to_have_count(0)
    expect(page).to_have_url(f"{tab.app}/{TRADE}")
    ready(page)


def test_f11_f13_a_copied_link_opens_the_same_figure_on_a_server_just_started(
    tab: Tab, page: Page, cold_app: str
) -> None:
    seen = tab.visit(f"{TRADE}&by=source")
    ready(seen)
    x, y, fact = marks(seen)[-1]
    seen.mouse.click(x, y)
    sentence = seen.locator(".st-key-card .quoted")
    expect(sentence).to_be_visible()
    said = sentence.inner_text()
    open_at(page, seen.url.replace(tab.app, cold_app))
    expect(page.locator(".st-key-card .quoted")).to_have_text(said)
    ready(page)
    assert fact in page.url
    assert_no_traceback(page)


def test_from_the_card_one_click_leads_into_the_article(tab: Tab) -> None:
    page = tab.visit(TRADE)
    ready(page)
    page.mouse.click(*marks(page)[0][:2])
    page.get_by_role("link", name="Read it in the article").click()
    expect(page).to_have_url(re.compile(r"/reader\?.*fact="))
    expect(page.locator("a.figure.chosen").first).to_be_in_viewport()


def test_f86_the_keyboard_alone_opens_a_figure(tab: Tab) -> None:
    page = tab.visit(TRADE)
    ready(page)
    button = page.locator(".st-key-claims button").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-card mark")).to_be_visible()


def test_f87_the_chart_has_a_name_that_states_its_finding(tab: Tab) -> None:
    page = tab.visit(TRADE)
    ready(page)
    expect(page.get_by_label(re.compile("3 claims in 2 articles"))).to_be_visible()


def test_f19_an_embedded_chart_stands_alone_in_600_by_400(page: Page, app: str) -> None:
    page.set_viewport_size({"width": 600, "height": 400})
    page.goto(f"{app}/{TRADE}&embed=true")
    ready(page)
    settle(page)
    expect(page.locator('[data-testid="stSidebar"]')).to_have_count(0)
    expect(page.locator(".foot")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 600
    for _x, y, _fact in marks(page):
        assert y < 400


@pytest.mark.parametrize("picture", ["PNG", "SVG"])
def test_f60_f61_one_click_saves_the_chart_with_its_title_and_source(tab: Tab, picture: str, tmp_path: Path) -> None:
    page = tab.visit(TRADE)
    ready(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name=picture, exact=True).click()
    file = tmp_path / saved.value.suggested_filename
    saved.value.save_as(file)
    assert file.suffix == f".{picture.lower()}"
    if picture == "PNG":
        assert file.read_bytes().startswith(b"\x89PNG")
    else:
        written = file.read_text(encoding="utf-8")
        assert "Trade turnover by year" in written
        assert "Source:" in written


def test_f84_f85_on_a_telephone_the_legend_lies_below_the_chart_and_both_follow_its_theme(page: Page, app: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.emulate_media(color_scheme="dark")
    open_at(page, f"{app}/{TRADE}")
    ready(page)
    legend = page.locator(f"{PLOT} .legend").first.bounding_box()
    plot = page.locator(f"{PLOT} .cartesianlayer").first.bounding_box()
    assert legend is not None
    assert plot is not None
    assert legend["y"] > plot["y"] + plot["height"]
    colours = page.evaluate('document.querySelector(".js-plotly-plot")._fullLayout.paper_bgcolor')
    assert colours.lower() in ("#11161c", "rgb(17, 22, 28)")
