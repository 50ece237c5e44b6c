"""A visitor's own texts in a real browser: pasted, uploaded, found again, taken along, and seen by nobody else."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, Dialog, FilePayload, Page, expect

from tests.browser.app import LOGS, assert_no_traceback, open_at, settle

PASTED = "Trade between Russia and Kazakhstan came to $28.2 billion in 2022. It grew by another 77 percent last year."
FILE = "The border of Russia and Kazakhstan is 7,644 km long, a report said. Freight came to 81 million tons in 2021."


def go(page: Page, name: str) -> None:
    """To another page by the navigation, as a visitor goes."""
    page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click()
    settle(page)


def read(page: Page) -> None:
    page.get_by_role("button", name="Read the figures").click()
    expect(page.get_by_role("heading", name=re.compile("^Your texts:"))).to_be_visible(timeout=60_000)
    settle(page)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A mixed set with one bad file."""
    page = f"<html><body><article><p>On a page: {FILE}</p><p>{FILE}</p></article></body></html>"
    (tmp_path / "border.txt").write_text(FILE, "utf-8")
    (tmp_path / "page.html").write_text(page, "utf-8")
    (tmp_path / "rows.csv").write_text(
        f'title,text,date\nFirst row,"First: {FILE}",2023-11-10\nSecond row,"Second: {FILE}",\n', "utf-8"
    )
    (tmp_path / "broken.pdf").write_bytes(b"no pdf")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("deep/inside.md", f"Packed: {FILE}")
    return [tmp_path / name for name in ("border.txt", "page.html", "broken.pdf", "rows.csv", "more.zip")]


def test_f74_f75_a_pasted_text_is_read_and_found_again(page: Page, app: str, browser: Browser) -> None:
    open_at(page, f"{app}/text")
    expect(page.get_by_text("Your text stays in your session")).to_be_visible()
    page.get_by_label("Paste a text").fill(PASTED)
    read(page)
    expect(page.locator("mark, .reader a, .reader [role=link]").filter(has_text="$28.2 billion").first).to_be_visible()

    go(page, "Facts")
    expect(page.locator(".count").first).to_contain_text(re.compile(r"^(\d+) of \1 facts"))
    go(page, "Your text")
    expect(page.get_by_role("heading", name=re.compile("^Your texts: 1 text"))).to_be_visible()
    assert_no_traceback(page)

    other = browser.new_context().new_page()
    open_at(other, f"{app}/facts?q=another+77+percent")
    expect(other.get_by_text("No fact fits all of these filters")).to_be_visible()
    open_at(other, f"{app}/text")
    expect(other.get_by_role("heading", name=re.compile("^Your texts:"))).to_have_count(0)
    other.context.close()


def test_f74_one_bad_file_is_named_and_the_others_are_read(page: Page, app: str, files: list[Path]) -> None:
    open_at(page, f"{app}/text")
    page.locator('input[type="file"]').set_input_files([str(file) for file in files])
    expect(page.get_by_text("more.zip")).to_be_visible()
    read(page)
    expect(page.get_by_role("heading", name=re.compile("^Your texts: 5 texts"))).to_be_visible()
    expect(page.get_by_text(re.compile(r"broken\.pdf: cannot be read as a PDF")).first).to_be_visible()
    assert_no_traceback(page)

    page.get_by_role("button", name="Forget my texts").click()
    settle(page)
    expect(page.get_by_role("heading", name=re.compile("^Your texts:"))).to_have_count(0)


def test_f74_a_day_put_right_reads_the_text_again(page: Page, app: str) -> None:
    """The table of dates is drawn on a canvas: a cell is found by its place, and edited in a field that opens."""
    open_at(page, f"{app}/text")
    page.get_by_label("Paste a text").fill("Trade between Russia and Kazakhstan grew by 7% last year.")
    read(page)
    table = page.get_by_test_id("stDataFrame").first
    box = table.bounding_box()
    assert box
    expect(page.get_by_title(re.compile("undated$"))).to_be_visible()
    table.click(position={"x": box["width"] * 0.75, "y": 52})
    page.keyboard.press("Enter")
    page.locator("#portal input").fill("2020-06-05")
    page.keyboard.press("Enter")
    expect(page.locator("#portal input")).to_have_count(0)
    # Streamlit takes an edit over after a moment, in case more follow; a timer that the page sets now comes after that.
    page.evaluate("() => new Promise(done => setTimeout(done, 600))")
    settle(page)
    page.get_by_role("button", name="Read again with these dates").click()
    expect(page.get_by_title(re.compile("~2019$"))).to_be_visible()
    assert_no_traceback(page)


def test_own_facts_can_be_downloaded(page: Page, app: str, tmp_path: Path) -> None:
    open_at(page, f"{app}/text")
    page.get_by_label("Paste a text").fill(PASTED)
    read(page)
    page.get_by_text("Download these facts").click()
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile(r"^CSV · ")).click()
    download.value.save_as(tmp_path / "facts.csv")
    facts = pd.read_csv(tmp_path / "facts.csv")
    assert set(facts["article_id"]) == {"own-pasted"}
    assert "$28.2 billion" in set(facts["text"])


def test_links_inside_the_text_of_a_page_keep_the_session(page: Page, app: str) -> None:
    open_at(page, f"{app}/text")
    page.get_by_label("Paste a text").fill(PASTED)
    read(page)
    go(page, "Compare")
    page.locator('[data-testid="stHtml"] a[href^="compare?"]').first.click()
    expect(page).to_have_url(re.compile(r"/compare\?of="))
    settle(page)
    page.locator('[data-testid="stHtml"] a[href^="reader?"]').first.click()
    expect(page).to_have_url(re.compile(r"/reader\?.*fact="))
    expect(page.locator(".reader.text a.figure.chosen")).to_be_in_viewport()
    go(page, "Your text")
    expect(page.get_by_role("heading", name=re.compile("^Your texts: 1 text"))).to_be_visible()


def test_f78_nothing_given_is_said_and_a_file_too_large_refused_before_it_is_sent(page: Page, app: str) -> None:
    open_at(page, f"{app}/text")
    page.get_by_role("button", name="Read the figures").click()
    expect(page.get_by_text("Paste a text or choose a file first.")).to_be_visible()
    huge = FilePayload(name="huge.txt", mimeType="text/plain", buffer=b"It is 7 km long. " * 150_000)
    page.locator('input[type="file"]').set_input_files(huge)
    expect(page.get_by_text("File must be 2.0MB or smaller.")).to_be_visible()


def test_own_texts_alone_have_an_address_of_their_own_on_each_page(page: Page, app: str) -> None:
    open_at(page, f"{app}/text")
    page.get_by_label("Paste a text").fill(PASTED)
    read(page)
    for name in ("Facts", "Indicators", "Timeline"):
        page.locator(".st-key-own-ways").get_by_role("link", name=name).click()
        expect(page).to_have_url(f"{app}/{name.lower()}?source=own-pasted")
        expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
        assert_no_traceback(page)
        go(page, "Your text")
    page.reload()
    settle(page)
    go(page, "Your text")
    expect(page.get_by_role("heading", name=re.compile("^Your texts:"))).to_have_count(0)


def test_hostile_text_stays_text_and_out_of_the_log(page: Page, app: str) -> None:
    """Markup, scripts, formulas and remote pictures in a text, its title and a file's name come to nothing."""
    hostile = (
        "<img src=x onerror=alert(1)> ![x](https://example.org/x.png) $\\frac{1}{2}$ <script>alert(2)</script> 7 km"
    )
    alerts: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    told_before = LOGS[app].stat().st_size  # by the tests that had this server before
    open_at(page, f"{app}/text")
    page.get_by_label("Paste a text").fill(hostile)
    page.get_by_label("Title (if you know it)").fill(hostile[:150])
    named = FilePayload(name="<img src=x onerror=alert(3)>.pdf", mimeType="application/pdf", buffer=b"no pdf")
    page.locator('input[type="file"]').set_input_files(named)
    read(page)
    expect(page.get_by_text("<img src=x onerror=alert(3)>.pdf: cannot be read as a PDF").first).to_be_visible()
    go(page, "Reader")
    assert_no_traceback(page)
    assert alerts == []
    expect(page.locator('img[src*="example.org"], .stMain img[src="x"]')).to_have_count(0)
    log = LOGS[app].read_bytes()[told_before:].decode("utf-8", "replace")
    assert "alert(" not in log
    assert "Traceback" not in log
