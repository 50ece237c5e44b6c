"""The report opens from disk, without a server: its charts stand and it asks nobody for anything."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

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
    page.wait_for_timeout(1_000)  # charts draw anew; waiting for a condition would need eval, which the file forbids
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert errors == []
