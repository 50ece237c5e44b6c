"""A collection in which everything that people write is hostile: nothing of it comes alive, and nobody else is asked.

Text, title, publisher, author, rights, the notes of published figures and the address itself carry script, markup,
formulas and remote pictures.  The ``page`` fixture fails a page that asks another host for anything.
"""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from extractors import extract
from tests.browser.app import LOGS, ROOT, assert_no_traceback, dashboard, open_at, settle

HOSTILE = (
    '<img src=x onerror="window.broken=1"><script>window.broken=1</script><svg onload="window.broken=1"></svg>'
    '<iframe srcdoc="<script>parent.broken=1</script>"></iframe>![x](https://evil.example/x.png)'
    "[x](javascript:window.broken=1) <a href='javascript:window.broken=1'>x</a> $\\frac{1}{2}$ "
    ":red[x] :material/home: =1+1"
)
TEXT = f"The border of Russia and Kazakhstan is 7,598 km long, said {HOSTILE} in 2022.\n{HOSTILE}\nIt grew by 7%.\n"
ROW = ["bad", HOSTILE, "false", HOSTILE, HOSTILE, "2023-11-10", "day", "https://example.org/bad", "en", HOSTILE]
FACT = next(fact for fact in extract(TEXT, article_id="bad") if fact.text == "7,598 km")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard over such a collection."""
    folder = tmp_path_factory.mktemp("hostile")
    for room in (".streamlit", "pages", "views", "extractors", "data"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__", "articles"))
    shutil.copy(ROOT / "dashboard.py", folder)
    (folder / "data" / "articles").mkdir()
    (folder / "data" / "articles" / "bad.txt").write_text(TEXT, "utf-8")
    table = folder / "data" / "articles.csv"
    _write(table, [table.read_text("utf-8").splitlines()[0].split(","), ROW])
    for path in (folder / "data" / "reference").glob("border*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        words = [header.index(name) for name in ("publisher", "title", "note")]
        _write(path, [header, *([HOSTILE if i in words else cell for i, cell in enumerate(row)] for row in rows)])
    with dashboard(folder, root=folder) as url:
        yield url


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def assert_lifeless(page: Page) -> None:
    """Nothing of the hostile words runs, is drawn, or can be clicked."""
    settle(page)
    assert_no_traceback(page)
    assert page.evaluate("() => window.broken") is None
    alive = 'img[src="x"], img[src*="evil"], iframe[srcdoc], .katex, a[href^="javascript"], [onerror], svg[onload]'
    expect(page.locator(alive)).to_have_count(0)


def test_the_reader_shows_the_text_as_it_is_written(page: Page, hostile: str) -> None:
    open_at(page, f"{hostile}/reader?article=bad&fact={FACT.fact_id}")
    expect(page.locator(".reader.text a.figure.chosen")).to_have_text("7,598 km")
    assert_lifeless(page)
    assert HOSTILE in page.locator(".reader.text").inner_text()
    expect(page.locator(".st-key-card .fact")).to_contain_text("7,598 km")


def test_charts_show_it_as_text_when_the_mouse_is_over_a_mark(page: Page, hostile: str) -> None:
    open_at(page, f"{hostile}/indicators?view=border_length&indicator=border_length&fact={FACT.fact_id}")
    marks = page.locator(".js-plotly-plot .scatterlayer .point")
    expect(marks.first).to_be_visible()
    for number in (0, marks.count() - 1):  # a published figure and a claim
        marks.nth(number).hover(force=True)
        expect(page.locator(".hoverlayer .hovertext").first).to_contain_text("<script>")
    assert_lifeless(page)


def test_pages_show_it_as_text(page: Page, hostile: str) -> None:
    open_at(page, f"{hostile}/compare?of=border_length")
    expect(page.get_by_text("<script>window.broken=1</script>").first).to_be_visible()
    assert_lifeless(page)


def test_the_facts_and_their_files_hold_it_as_text(page: Page, hostile: str, tmp_path: Path) -> None:
    words = quote(HOSTILE[:150])
    open_at(page, f"{hostile}/facts?view=sentences&topic={words}&sort={words}&fact={words}&q=border&article={words}")
    expect(page.get_by_text("The link asks for something that these facts do not have")).to_be_visible()
    assert_lifeless(page)
    page.get_by_text("Download these facts").click()
    settle(page)
    for kind in ("CSV", "XLSX"):
        with page.expect_download() as started:
            page.get_by_role("button", name=re.compile(f"^{kind} · ")).click()
        started.value.save_as(tmp_path / f"facts.{kind.lower()}")
    with (tmp_path / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == ["7,598 km", "2022"]
    sheet = openpyxl.load_workbook(tmp_path / "facts.xlsx").active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert any(HOSTILE in str(cell.value) for cell in cells)
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert "Traceback" not in LOGS[hostile].read_text("utf-8", "replace")


@pytest.mark.parametrize(("size", "taken"), [(5_000_000, True), (25_000_000, False)])
def test_a_message_beyond_all_use_is_refused(app: str, size: int, taken: bool) -> None:
    """The largest text to paste takes four million bytes; what is sent beyond that only fills the memory."""
    message = BackMsg()
    message.rerun_script.widget_states.widgets.add(id="text", string_value="x" * size)
    stream = f"{app.replace('http', 'ws')}/_stcore/stream"
    with connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None) as opened:
        try:
            opened.send(message.SerializeToString())
            opened.ping().wait(30)
            refused = False
        except ConnectionClosed:
            refused = True
    assert refused is not taken
