"""The page Your text: a pasted text is read, what is wrong is told, and forgetting leaves nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from extractors import apart
from extractors.articles import COLUMNS, read_articles
from extractors.limits import Limits
from extractors.model import Article
from tests.pages.charts import figures, marks
from tests.pages.test_pages import opened, said
from views import own_text, visitor
from views.sidebar import PAGES

TEXT = "Trade between Russia and Kazakhstan grew by 7% last year, to $28.2 billion."
OWN = "own-pasted"
PATIENCE = 120
"""Seconds: a busy machine may take long to start the process that reads."""


def read(text: str, *, day: date | None = None, title: str = "") -> AppTest:
    """The page after a text was pasted and sent."""
    app = opened("text")
    app.text_area(key="own-pasted-0").set_value(text)
    app.text_input(key="own-title-0").set_value(title)
    if day:
        app.date_input(key="own-published-0").set_value(day)
    app.button(key="own-read").click().run(timeout=PATIENCE)
    assert not app.exception, [error.message for error in app.exception]
    return app


def upload(*files: tuple[str, bytes], day: date | None = None) -> AppTest:
    """The page after files were uploaded together."""
    app = opened("text")
    app.file_uploader(key="own-files-0").set_value([(name, content, "") for name, content in files])
    if day:
        app.date_input(key="own-published-0").set_value(day)
    app.button(key="own-read").click().run(timeout=PATIENCE)
    assert not app.exception, [error.message for error in app.exception]
    return app


def titles(app: AppTest) -> list[str]:
    own = held(app)
    return [article.title for article in own.articles] if own else []


def held(app: AppTest) -> visitor.Own | None:
    try:
        found = app.session_state["own-texts"]
    except KeyError:
        return None
    assert isinstance(found, visitor.Own)
    return found


def facts(app: AppTest) -> list[tuple[str, int | None, str]]:
    """Text, year and indicator of the session's own facts that have a value."""
    own = held(app)
    assert own
    return [(one.text, one.year, one.indicator) for one in own.store.article_facts(OWN) if one.value is not None]


def warnings(app: AppTest) -> str:
    return "\n".join(one.value.replace("\\", "") for one in app.warning)


def test_f74_a_pasted_text_gives_facts_that_know_its_day() -> None:
    app = read(TEXT, day=date(2024, 2, 1), title="Trade grows")
    assert facts(app) == [("7%", 2023, "trade_growth"), ("$28.2 billion", 2023, "trade_turnover")]
    assert not app.warning
    assert "Your text stays in your session" in "\n".join(one.value for one in app.info)


def test_f74_the_day_and_the_title_are_taken_from_the_text_where_it_states_them() -> None:
    own = held(read(f"Trade grows\n6 May 2022\n{TEXT}"))
    assert own
    assert (own.articles[0].title, own.articles[0].published) == ("Trade grows", date(2022, 5, 6))


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_f74_an_empty_text_is_told(text: str) -> None:
    app = read(text)
    assert "Paste a text or choose a file first" in warnings(app)
    assert held(app) is None


def test_f74_a_text_of_bytes_that_are_no_text_is_told() -> None:
    app = read("%PDF-1.7 pasted by mistake")
    assert "pasted.txt: is no text file" in warnings(app)
    assert app.text_area(key="own-pasted-0").value == "%PDF-1.7 pasted by mistake", "to be mended"
    assert held(app) is None


def test_f74_without_figures_is_no_fault() -> None:
    app = read("They met and talked at length.")
    assert not app.warning
    assert facts(app) == []


def test_f83_own_texts_are_beside_the_others_on_every_page() -> None:
    app = read(TEXT, day=date(2024, 2, 1), title="Trade grows")
    own = held(app)
    assert own
    fact = own.store.article_facts(OWN)[-1]
    app.query_params.update({"article": OWN, "fact": fact.fact_id})
    app.switch_page("pages/reader.py").run(timeout=PATIENCE)
    assert not app.exception
    assert not app.warning
    assert "Trade grows" in said(app)
    assert "As written" in said(app)


def test_f83_a_claim_of_ones_own_stands_beside_published_figures() -> None:
    app = read(TEXT, day=date(2024, 2, 1))
    assert [box.label for box in app.expander if "published" in box.label] == ["2 claims beside published figures"]
    checks = said(app).partition('<ul class="checks">')[2].partition("</ul>")[0]
    assert f"article={OWN}" in checks
    assert 'class="relation"' in checks


@pytest.mark.parametrize(
    ("page", "query", "seen"),
    [
        ("overview", {}, lambda app: f"article={OWN}" in said(app)),
        ("indicators", {"indicator": "trade_turnover"}, lambda app: any(OWN in mark for mark in marks(app))),
        ("timeline", {}, lambda app: any("Zyzzyva" in str(figure) for figure in figures(app))),
        ("compare", {"of": "trade_turnover"}, lambda app: f"article={OWN}" in said(app)),
        ("facts", {}, lambda app: "Zyzzyva" in app.dataframe[0].value.to_string()),
        ("sources", {}, lambda app: "Zyzzyva" in said(app)),
    ],
)
def test_f83_every_page_shows_ones_own_text_among_the_others(
    page: str, query: dict[str, str], seen: Callable[[AppTest], bool]
) -> None:
    text = "In Zyzzyva, trade between Russia and Kazakhstan grew by 7% last year, to $28.2 billion."
    app = read(f"On 3 May 2031 they meet. {text}", day=date(2024, 2, 1), title="Zyzzyva")
    app.query_params.update(query)
    app.switch_page(PAGES[page][0]).run(timeout=PATIENCE)
    assert not app.exception, [error.message for error in app.exception]
    assert not app.error
    assert seen(app)
    assert not seen(opened(page, **query)), "another session does not"


def test_another_session_knows_nothing_of_them() -> None:
    read(TEXT, title="Mine alone")
    assert "Mine alone" not in said(opened("sources"))
    app = opened("reader", article=OWN, fact=f"{OWN}.3-5")
    assert "only the session knew in which it was read" in warnings(app)


def test_forgetting_leaves_nothing_in_the_session() -> None:
    app = read(f"Zyzzyva: {TEXT}", title="Zyzzyva's title")
    assert "Zyzzyva" in repr(held(app))
    app.button(key="own-forget").click().run(timeout=PATIENCE)
    assert held(app) is None
    assert "Zyzzyva" not in repr(app.session_state)
    assert "Zyzzyva" not in said(app)


def test_f79_each_file_is_told_with_what_came_of_it() -> None:
    app = upload(("a.txt", b"It is 8 km long."), ("b.pdf", b"no pdf"), ("c.csv", b'text\nIt is 7 km long.\n""\n'))
    told = said(app)
    assert "✓ a.txt: 1 text, 1 figure" in told
    assert "✗ b.pdf: cannot be read as a PDF (" in told
    assert "! c.csv: 1 text, 1 figure · c.csv: line 3 holds no text" in told
    assert "b.pdf: cannot be read as a PDF (" in warnings(app)
    assert titles(app) == ["a.txt", "c.csv"]


def test_what_was_read_stays_whatever_becomes_of_the_next_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second file breaks the page itself: the first is there all the same."""
    read_well = visitor.helpers().read

    def breaks(name: str, content: bytes, stated: Any = None) -> Any:
        if name == "b.txt":
            raise RuntimeError("a fault of ours")
        return read_well(name, content, stated)

    monkeypatch.setattr(visitor.helpers(), "read", breaks)
    app = upload(("a.txt", TEXT.encode()), ("b.txt", b"Another."))
    assert "This part of the page could not be shown" in app.error[0].value
    app.run(timeout=PATIENCE)
    assert titles(app) == ["a.txt"]


@pytest.mark.parametrize(
    ("files", "told", "kept"),
    [
        ([("a.txt", b"")], "a.txt: is empty; leave it out, or save it again", []),
        (
            [("long.txt", b"They talked. " * 90_000)],
            "long.txt: only the first 1,000,000 characters are read; split it",
            ["long.txt"],
        ),
        ([("huge.txt", b"x" * 5_000_001)], "huge.txt: is larger than 5 MB; split it", []),
        ([("a.csv", b"name,value\nTrade,7\n")], "a.csv: has no column for the articles' text; name it text or", []),
        ([("ru.txt", "Товарооборот вырос на 7 % в 2023 году.".encode())], "ru.txt: is not in English, as its", []),
        (
            [("a.csv", b"title,text,date\nTrade,It grew by 7%.,2999-01-01\n")],
            "a.csv: its date 2999-01-01 is still to come; put it right in the table",
            ["Trade"],
        ),
        ([("a.txt", b"One."), ("a.txt", b"Two.")], "", ["a.txt", "a.txt (2)"]),
        (
            [("a.txt", b"One."), ("b.txt", b"One.")],
            "b.txt: the same text is here already: a.txt. Its date and title can be changed in the table",
            ["a.txt"],
        ),
    ],
)
def test_f78_what_visitors_try_is_told(files: list[tuple[str, bytes]], told: str, kept: list[str]) -> None:
    app = upload(*files)
    assert told in warnings(app)
    assert bool(app.warning) == bool(told)
    assert titles(app) == kept


def test_f78_a_pasted_text_that_is_too_long_is_told() -> None:
    app = read("They talked. " * 90_000)
    assert "pasted.txt: only the first 1,000,000 characters are read; split it" in warnings(app)
    assert titles(app) == ["pasted.txt"]


def test_the_text_added_last_is_the_one_shown() -> None:
    app = read(TEXT, title="First")
    for number, title in ((1, "Second"), (2, "Third")):
        app.text_area(key=f"own-pasted-{number}").set_value(f"{title}: {TEXT}")
        app.text_input(key=f"own-title-{number}").set_value(title)
        app.button(key="own-read").click().run(timeout=PATIENCE)
        assert not app.exception
        assert app.selectbox(key="own-chosen").value == titles(app).index(title)


def test_a_session_holds_so_much_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visitor, "MOST_ARTICLES", 2)
    app = upload(*((f"{name}.txt", name.encode()) for name in "abcd"))
    assert titles(app) == ["a.txt", "b.txt"]
    assert "c.txt: a session holds 2 texts of 5,000,000 characters and 50,000 figures; forget some" in warnings(app)


def test_a_changed_day_reads_the_text_again() -> None:
    """And only that one."""
    app = upload(("a.txt", TEXT.encode()), ("b.txt", b"It fell by 9% last year."), day=date(2024, 2, 1))
    own = held(app)
    assert own
    first, second = own.articles
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(st, "session_state", app.session_state)
        assert visitor.change([first, replace(second, published=date(2020, 5, 6))]) == []
    changed = held(app)
    assert changed
    assert changed.texts[0] is own.texts[0]
    fell = changed.texts[1].facts
    assert list(fell.loc[fell["unit"] == "percent", "year"]) == [2019]
    assert set(fell["article_id"]) == {"own-b"}


def test_the_day_of_a_text_cannot_be_in_the_future() -> None:
    assert opened("text").date_input(key="own-published-0").max == visitor.last_day()


def test_a_link_to_a_text_of_another_session_says_so() -> None:
    app = opened("facts", source="own-pasted")
    assert "only the session knew in which it was read" in warnings(app)
    assert "asks for something" not in warnings(app)


@pytest.mark.parametrize(("setting", "offered"), [("", False), ("1", True)])
def test_keeping_is_offered_on_a_machine_of_ones_own_only(
    monkeypatch: pytest.MonkeyPatch, setting: str, offered: bool
) -> None:
    monkeypatch.setenv("KEEP_ARTICLES", setting)
    app = read(TEXT)
    assert any(button.key == "own-keep" for button in app.button) == offered


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty collection of one's own in the place of the project's."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles.csv").write_text(",".join(COLUMNS) + "\n", "utf-8")
    monkeypatch.setenv("KEEP_ARTICLES", "1")
    monkeypatch.setattr(own_text, "ARTICLES", tmp_path / "articles")
    return tmp_path / "articles"


def test_f75_kept_texts_are_in_the_collection_and_not_written_twice(collection: Path) -> None:
    app = upload(("a.txt", TEXT.encode()), ("b.txt", b"It is 7 km long."), day=date(2024, 2, 1))
    app.button(key="own-keep").click().run(timeout=PATIENCE)
    assert "2 texts were written into data/articles: a-txt.txt, b-txt.txt; restart" in warnings(app)
    articles, errors = read_articles(collection)
    assert [(one.text, one.published) for one in articles] == [
        (TEXT, date(2024, 2, 1)),
        ("It is 7 km long.", date(2024, 2, 1)),
    ]
    assert errors == []
    app.button(key="own-keep").click().run(timeout=PATIENCE)
    assert "These texts are in data/articles already." in warnings(app)
    assert len(list(collection.iterdir())) == 2


def test_f78_a_full_disk_is_told_and_nothing_is_kept(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    app = read(TEXT)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        app.button(key="own-keep").click().run(timeout=PATIENCE)
    assert "cannot be written to (No space left on device); nothing was changed" in warnings(app)
    assert not app.exception
    assert list(collection.iterdir()) == []
    assert read_articles(collection) == ([], [])


class Here:
    """The reading, without a process of its own."""

    def read(self, name: str, content: bytes, stated: Mapping[str, Any]) -> apart.Found:
        return apart.answer((name, content, stated))

    def extract(self, article: Article) -> apart.Found:
        return apart.answer(article)

    def prepare(self) -> None:
        pass


def test_a_text_of_which_only_the_beginning_was_read_says_so_on_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visitor, "helpers", Here)
    monkeypatch.setattr(apart, "VISITOR_LIMITS", Limits(numbers=5))
    app = read("Freight came to 81 million tons.\n" + "7 of 9\n" * 20, title="Many figures")
    assert "only the first 5 numbers are read; split it" in warnings(app)
    assert "incomplete: only the beginning was read" in said(app)
    for page, query in (("sources", {}), ("reader", {"article": OWN})):
        app.query_params.update(query)
        app.switch_page(f"pages/{page}.py").run(timeout=PATIENCE)
        assert "Many figures" in said(app)
        assert "incomplete: only the beginning was read" in said(app)
