"""The report: one file with charts, figures and sentences, in which nothing of a text comes alive."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extractors import fact_table
from extractors.model import Article
from views.filters import Filters
from views.report import ReportError, document, main
from views.store import Store, default_store

TODAY = date(2024, 5, 6)


def test_it_has_every_figure_with_its_sentence_and_source() -> None:
    page = document(default_store(), Filters(), TODAY)
    assert "<mark>$28.2 billion</mark>" in page
    assert "<mark>7 thousand kilometers</mark>" in page
    assert "World Today News" in page
    assert 'href="https://english.pravda.ru/news/russia/16941-n/#:~:text=' in page
    assert page.count('class="plotly-graph-div"') >= 3


def test_filters_choose_what_is_in_it() -> None:
    page = document(default_store(), Filters(topic=("territory",)), TODAY)
    assert "7 thousand kilometers" in page
    assert "28.2 billion" not in page


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script> Trade of Russia and Kazakhstan came to $7 billion in 2022.",
        "</script><img src=x onerror=alert(1)> Trade of Russia and Kazakhstan came to $7 billion in 2022.",
    ],
)
def test_nothing_of_a_text_comes_alive(hostile: str) -> None:
    article = Article(id="bad", text=hostile, title=hostile, publisher=hostile, url="javascript:alert(1)")
    page = document(Store(fact_table([article]), [article]), Filters(), TODAY)
    body = page[page.index("<header>") :]
    assert "<script>alert" not in body
    assert "<img" not in body
    assert "</script><img" not in body
    assert "javascript:" not in body
    assert "default-src 'none'" in page
    assert "script-src 'sha256-" in page


def test_no_fact_and_too_many_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReportError, match="no fact fits all of these filters; lift one of them"):
        document(default_store(), Filters(text="wordthatstandsnowhere"), TODAY)
    monkeypatch.setattr("views.report.MOST_FACTS", 3)
    with pytest.raises(ReportError, match="facts are too many for one file; choose 3 or fewer by more filters"):
        document(default_store(), Filters(), TODAY)


@pytest.mark.parametrize(
    "address", ["topic=territory", "http://host/figures/facts?topic=territory", "facts?topic=territory"]
)
def test_the_command_takes_an_address(tmp_path: Path, address: str) -> None:
    out = tmp_path / "report.html"
    assert main([address, "--out", str(out)]) == 0
    assert "7 thousand kilometers" in out.read_text("utf-8")
    assert "28.2 billion" not in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["topic=nonsense"], "error: the address names what these facts do not have: topic=nonsense"),
        (["q=wordthatstandsnowhere"], "error: no fact fits all of these filters"),
        (["--facts", "no/such"], "error: no/such holds no Parquet facts; python -m extractors writes them"),
    ],
)
def test_wrong_use_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str) -> None:
    assert main([*arguments, "--out", str(tmp_path / "report.html")]) == 2
    assert capsys.readouterr().err.startswith(told)
    assert main(["--out", str(tmp_path / "no" / "such" / "report.html")]) == 2


def test_it_can_be_made_of_a_file_of_facts(tmp_path: Path) -> None:
    from extractors.output import to_parquet

    article = Article(id="mine", text="Trade of Russia and Kazakhstan came to $7 billion in 2022.")
    (tmp_path / "facts.parquet").write_bytes(to_parquet(fact_table([article])))
    assert main(["--facts", str(tmp_path / "facts.parquet"), "--out", str(tmp_path / "report.html")]) == 0
    assert "<mark>$7 billion</mark>" in (tmp_path / "report.html").read_text("utf-8")
