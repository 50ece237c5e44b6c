"""The report opens from disk, without a server: its charts stand and it asks nobody for anything."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.app import open_at, settle
from views.report import main


def test_f97_a_report_opens_from_disk(page: Page, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    assert main(["topic=trade", "--out", str(out)]) == 0
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(out.as_uri())
    expect(page.locator(".plotly-graph-div .main-svg").first).to_be_visible()
    expect(page.locator("mark", has_text="$28.2 billion").first).to_be_visible()
    tick, title = (page.locator(name).first.bounding_box() for name in (".xtick text", ".xtitle"))
    assert tick
    assert title
    assert tick["y"] + tick["height"] <= title["y"] + 1, "labels of the axis are measured and do not overlap"
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator("html")).to_have_js_property("scrollWidth", 390)  # once the charts are drawn anew
    assert errors == []


def test_f11_f18_f97_a_view_is_shared_as_it_stands(page: Page, app: str, tmp_path: Path) -> None:
    """From a page to Share this: the link names that page with its filters, and the file holds its facts."""
    open_at(page, f"{app}/facts?topic=trade&view=sentences")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Share this", exact=True).click()
    expect(page).to_have_title(re.compile("^Share this"))
    settle(page)
    link = page.get_by_test_id("stCode").first.inner_text().strip()
    assert link == f"{app}/facts?topic=trade&view=sentences"
    with page.expect_download() as started:
        page.get_by_role("button", name=re.compile("^HTML · ")).click()
    text = started.value.path().read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert "<mark>$28.2 billion</mark>" in text
    assert "7 thousand kilometers" not in text
