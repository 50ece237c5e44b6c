"""Published figures in a real browser: three kinds of mark, each leading to its source; rival claims side by side."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.app import Tab, assert_no_traceback, open_at, settle

CHART = "indicators?indicator=trade_turnover&parties=KZ%3BRU"

POINTS = """() => {
  const plot = document.querySelector('.js-plotly-plot'), box = plot.getBoundingClientRect(), found = [];
  plot._fullData.forEach(trace => {
    if (!trace.customdata || trace.mode.indexOf('markers') < 0) return;
    const axis = name => plot._fullLayout[name[0] + 'axis' + name.slice(1)];
    const x = axis(trace.xaxis), y = axis(trace.yaxis);
    trace.x.forEach((value, at) => found.push({
      name: trace.name, id: String(trace.customdata[at][0] ?? trace.customdata[at]),
      left: box.left + x._offset + x.c2p(value), top: box.top + y._offset + y.c2p(trace.y[at]),
    }));
  });
  return found;
}"""
"""Every mark of the chart with what it stands for and where it lies on the screen."""


def marks(page: Page) -> list[dict[str, Any]]:
    """The chart's marks, once it has settled into its width."""
    page.locator(".js-plotly-plot .scatterlayer .points path").first.wait_for(state="attached", timeout=90_000)
    found: list[dict[str, Any]] = page.evaluate(POINTS)
    while True:
        page.wait_for_timeout(400)
        before, found = found, page.evaluate(POINTS)
        if before == found:
            return found


def lonely(found: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    """A mark of this kind with the most room around it."""

    def room(mark: dict[str, Any]) -> float:
        others = (one for one in found if one is not mark)
        return min(float(abs(one["left"] - mark["left"]) + abs(one["top"] - mark["top"])) for one in others)

    fitting = [one for one in found if (one["name"] == kind if kind != "claim" else not one["id"].startswith("ref."))]
    return max(fitting, key=room)


def test_f31_a_click_on_any_kind_of_mark_shows_where_it_comes_from(tab: Tab) -> None:
    page = tab.visit(CHART)
    card = page.locator(".st-key-card")
    for kind in ("Kazakhstan's count", "Russia's count"):
        mark = lonely(marks(page), kind)
        page.mouse.click(mark["left"], mark["top"])
        expect(page).to_have_url(re.compile(f"figure={re.escape(mark['id'])}"))
        expect(card).to_contain_text(kind)
        expect(card).to_contain_text("Publisher")
        link = card.get_by_role("link", name="The page it was read on")
        expect(link).to_have_attribute("href", re.compile("^https?://"))
        settle(page)  # a click on a chart that is being drawn anew is lost
    mark = lonely(marks(page), "claim")
    page.mouse.click(mark["left"], mark["top"])
    expect(page).to_have_url(re.compile(f"fact={re.escape(mark['id'])}"))
    expect(card).to_contain_text("billion")
    page.go_back()
    expect(card).to_contain_text("Russia's count")
    assert_no_traceback(page)


def test_f31_hover_names_the_publisher(tab: Tab) -> None:
    page = tab.visit(CHART)
    mark = lonely(marks(page), "Russia's count")
    page.mouse.move(mark["left"], mark["top"])
    expect(page.locator(".hoverlayer .hovertext")).to_contain_text("Russia's count")


def test_f31_permalink_of_a_published_figure(tab: Tab, page: Page) -> None:
    mark = lonely(marks(tab.visit(CHART)), "Kazakhstan's count")
    open_at(page, f"{tab.app}/{CHART}&figure={mark['id']}")
    expect(page.locator(".st-key-card")).to_contain_text("Kazakhstan's count")


def test_f31_claims_can_be_seen_alone(tab: Tab) -> None:
    page = tab.visit(f"{CHART}&behind=claims")
    assert not [one for one in marks(page) if one["id"].startswith("ref.")]


def test_f37_from_the_largest_disagreement_to_the_sentence(tab: Tab) -> None:
    page = tab.visit("compare")
    page.locator(".disagreements a").first.click()
    settle(page)
    expect(page).to_have_url(re.compile(r"compare\?of="))
    page.locator(".entries .claim a.value").first.click()
    settle(page)
    expect(page.locator(".reader.text a.figure.chosen")).to_be_in_viewport()
    page.go_back()
    settle(page)
    expect(page.locator(".entries .claim").first).to_be_visible()


def test_f37_permalink_of_a_comparison(page: Page, app: str) -> None:
    open_at(page, f"{app}/compare?of=trade_turnover&between=KZ%3BRU&year=2022")
    expect(page.locator(".entries .claim mark")).to_have_text("$28.2 billion")
    expect(page.locator(".entries .figure")).not_to_have_count(0)
    summary = page.locator(".entries .relation summary")
    expect(summary).to_have_text("= agrees")
    summary.click()
    expect(page.locator(".entries .relation")).to_contain_text("The claim equals a published figure.")
    assert_no_traceback(page)


def test_f37_the_article_card_unfolds_the_rule(tab: Tab) -> None:
    page = tab.visit("reader?article=world-today-news-2023-putin-tokaev-friendship")
    page.get_by_text(re.compile("claims beside published figures")).click()
    page.locator(".checks summary", has_text="agrees within its rounding").click()
    expect(page.locator(".checks")).to_contain_text("7,598.8 km (2022; Russia's count")
