"""Files that break while the dashboard runs, pages that fail, caches that are cleared: a message, and nothing lost."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from extractors import fact_table
from extractors.articles import read_articles
from extractors.output import to_parquet
from tests.pages.test_own_text import Here
from tests.pages.test_pages import ROOT, opened, said
from views import dictionary, reference, store, visitor
from views import tables as views_tables
from views.filters import Filters
from views.sidebar import PAGES

SECRET = "Zyzzyva Incorporated"


def path_in(words: str) -> bool:
    """Whether words tell where on the server something lies."""
    return bool(re.search(r"(?<![\w<.])/(?:app|home|root|tmp|usr|var|work|mount)\b|File \"|Traceback", words))


def cut(path: Path) -> None:
    """As a copy does that is broken off: half of the file, and half of a letter."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + "Қ".encode()[:1])


def in_the_way(path: Path) -> None:
    path.unlink()
    path.mkdir()


HARMS: dict[str, Callable[[Path], object]] = {"missing": Path.unlink, "half-written": cut, "unreadable": in_the_way}


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A copy of the folder of articles, its table beside it."""
    shutil.copytree(ROOT / "data" / "articles", tmp_path / "articles")
    shutil.copy(ROOT / "data" / "articles.csv", tmp_path)
    return tmp_path / "articles"


@pytest.mark.parametrize("harm", HARMS)
def test_one_broken_article_is_named_and_the_others_are_shown(
    harm: str, collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, *others = sorted(collection.glob("*.txt"))
    HARMS[harm](broken)
    articles, errors = read_articles(collection)
    assert {article.id for article in articles} == {path.stem for path in others}
    (error,) = errors
    assert broken.name in str(error)
    assert not path_in(str(error))
    if harm == "half-written":
        told = store.Store(fact_table(articles), articles, map(str, errors))
        monkeypatch.setattr(visitor, "default_store", lambda: told)
        app = opened("sources")
        assert [one.value.replace("\\", "") for one in app.error] == [str(error)]
        assert articles[0].title in said(app).replace("&#x27;", "'")
        assert "1 article could not be read" in said(opened("facts"))


@pytest.mark.parametrize("harm", HARMS)
def test_a_broken_table_of_articles_is_told_on_pages_that_stand(
    harm: str, collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    HARMS[harm](collection.with_name("articles.csv"))
    articles, errors = read_articles(collection)
    assert errors
    assert not path_in("".join(map(str, errors)))
    monkeypatch.setattr(visitor, "default_store", lambda: store.Store(fact_table(articles), articles, map(str, errors)))
    assert "articles.csv" in opened("sources").error[0].value.replace("\\", "")
    opened("reader")


def test_what_has_been_read_stays_whatever_becomes_of_the_files(collection: Path) -> None:
    articles, errors = read_articles(collection)
    loaded = store.Store(fact_table(articles), articles, map(str, errors))
    before = loaded.count(Filters())
    shutil.rmtree(collection)
    assert loaded.count(Filters()) == before
    assert [article.text for article in loaded.articles.values()] == [article.text for article in articles]


def test_parts_of_a_corpus_may_change_under_a_running_dashboard(tmp_path: Path) -> None:
    articles, _ = read_articles()
    part = tmp_path / "part.parquet"
    part.write_bytes(to_parquet(fact_table(articles)))
    loaded = store.Store(tmp_path, articles)
    cut(part)
    assert loaded.count(Filters()) == loaded.total > 0
    assert loaded.page(Filters(topic=("trade",)), limit=5)["text"].notna().all()
    part.unlink()
    assert len(loaded.article_facts(articles[0].id)) > 0


def test_a_broken_corpus_is_told_and_found_again_once_it_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    part = tmp_path / "part.parquet"
    whole = to_parquet(fact_table(read_articles()[0]))
    part.write_bytes(whole[: len(whole) // 2])
    monkeypatch.setenv("FACTS", str(tmp_path))
    monkeypatch.setattr(store, "_default", [])
    app = opened("facts")
    assert "The facts could not be loaded" in app.error[0].value
    assert not path_in(said(app))
    assert "Traceback" in caplog.text
    assert "part.parquet" in caplog.text, "the log says which file it is"
    part.write_bytes(whole)
    assert not opened("facts").error


BROKEN = ("border.csv", "population.csv", "migration.csv")


def test_broken_files_of_published_figures_are_named_and_the_others_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "reference"
    shutil.copytree(reference.FOLDER, folder)
    for name, harm in zip(BROKEN, HARMS.values(), strict=True):
        harm(folder / name)
    found = reference.read(folder)
    assert len(found.figures) > 100
    monkeypatch.setattr(reference, "published", lambda: found)
    for page in ("sources", "compare", "indicators", "reader"):
        app = opened(page, indicator="trade_turnover")
        told = "\n".join(error.value.replace("\\", "") for error in app.error)
        assert [name in told for name in BROKEN] == [page == "sources"] * 3
        assert not path_in(told + said(app))


def test_a_file_of_figures_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(reference.FOLDER, tmp_path / "reference")
    opens = Path.open

    def refused(path: Path, *given: Any, **named: Any) -> Any:
        if path.name == "border.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return opens(path, *given, **named)

    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(Path, "read_bytes", lambda path: refused(path, "rb").read())
    found = reference.read(tmp_path / "reference")
    assert found.problems == (
        "border.csv cannot be read (Permission denied); restore it or take it out of datapackage.json",
    )
    assert found.figures


@pytest.mark.parametrize("harm", HARMS)
def test_a_broken_measurement_is_no_measurement(harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "accuracy.csv"
    shutil.copy(dictionary.ACCURACY, copy)
    HARMS[harm](copy)
    monkeypatch.setattr(dictionary, "ACCURACY", copy)
    assert dictionary.accuracy() is None
    opened("about")


def test_a_page_that_fails_says_so_and_the_log_says_where(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Without traceback or path for the visitor, and without words of the visitor for the log."""

    def fails(_page: object) -> None:
        raise ValueError(f"{SECRET} in {ROOT}/data")

    monkeypatch.setattr(views_tables, "facts", fails)
    with caplog.at_level(logging.DEBUG):
        app = opened("facts", q="trade")
    (told,) = [error.value for error in app.error]
    assert told.startswith("This part of the page could not be shown. The other pages still work")
    assert "<footer" in said(app), "the rest of the page stands"
    for word in (SECRET, "ValueError"):
        assert word not in said(app) + told
    assert not path_in(said(app) + told)
    assert "page facts failed: ValueError" in caplog.text
    assert 'pages/facts.py", line ' in caplog.text
    assert SECRET not in caplog.text


def test_a_visitors_text_is_in_no_log(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Not when it is read, nor when a page fails over it."""
    monkeypatch.setattr(visitor, "helpers", Here)
    text = f"{SECRET} sold goods for $28.2 billion in 2022."

    def fails(page: object) -> None:
        raise KeyError(text) from ValueError(text)

    with caplog.at_level(logging.DEBUG):
        app = opened("text")
        app.text_area(key="own-pasted-0").set_value(text)
        app.text_input(key="own-title-0").set_value(SECRET)
        app.button(key="own-read").click().run(timeout=120)
        assert SECRET in repr(app.session_state["own-texts"])
        monkeypatch.setattr(views_tables, "facts", fails)
        app.switch_page(PAGES["facts"][0]).run(timeout=120)
    assert app.error
    assert "page facts failed: KeyError" in caplog.text
    assert "from ValueError" in caplog.text
    assert SECRET not in caplog.text


def test_clearing_the_caches_costs_nobody_anything() -> None:
    """Any visitor's browser can ask for it: so nothing is kept where it could be cleared."""
    before = store.default_store()
    st.cache_data.clear()
    st.cache_resource.clear()
    assert store.default_store() is before
    kept = re.compile(r"cache_data|cache_resource")
    files = [ROOT / "dashboard.py", *(path for room in ("pages", "views") for path in ROOT.glob(f"{room}/**/*.py"))]
    assert [path.name for path in files if kept.search(path.read_text("utf-8"))] == []


def test_another_session_goes_on_while_one_clears_its_own() -> None:
    app: AppTest = opened("facts", topic="trade")
    st.cache_resource.clear()
    app.run()
    assert not app.exception
    assert app.query_params == {"topic": "trade"}
