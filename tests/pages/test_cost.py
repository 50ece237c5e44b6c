"""What a page costs, in things that can be counted: parts sent to the browser, and questions to the database.

Milliseconds are measured by ``python -m benchmarks.dashboard`` and ``python -m benchmarks.load``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import app_test
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from benchmarks.dashboard import corpus
from extractors.articles import read_articles
from tests.pages.charts import figures
from tests.pages.test_pages import ROOT, opened, said
from views.store import Store

MOST = {"overview": 60, "indicators": 60, "timeline": 60, "facts": 45, "reader": 55, "compare": 45}
"""Messages of a page without filters; each costs the server half a millisecond."""


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A corpus of many articles, of which nothing but their facts is known."""
    monkeypatch.setattr("views.store._default", [Store(corpus(tmp_path / "parts", 40_000), read_articles()[0])])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the database is asked from now on."""
    queries: list[str] = []
    ask = Store._ask

    def noted(self: Store, sql: str, values: Sequence[object] = ()) -> object:
        queries.append(sql)
        return ask(self, sql, values)

    monkeypatch.setattr(Store, "_ask", noted)
    return queries


@pytest.mark.parametrize("name", MOST)
def test_a_page_is_sent_in_few_parts(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    sent: list[int] = []

    class Counted(LocalScriptRunner):
        def _run_script_thread(self) -> None:
            super()._run_script_thread()
            sent.append(len(self.forward_msgs()))

    monkeypatch.setattr(app_test, "LocalScriptRunner", Counted)
    opened(name)
    assert sent[-1] <= MOST[name]


@pytest.mark.parametrize("name", ["overview", "indicators", "timeline", "facts", "compare"])
def test_f81_a_page_that_somebody_has_seen_asks_the_database_nothing(asked: list[str], name: str) -> None:
    opened(name, topic="trade", years="2001-2049")
    asked.clear()
    opened(name, topic="trade", years="2001-2049")
    assert asked == []


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("name", ["overview", "indicators", "timeline", "facts"])
def test_f81_of_a_corpus_only_the_facts_shown_are_read(asked: list[str], name: str) -> None:
    app = opened(name, topic="trade" if name != "timeline" else "other", years="2001-2049")
    assert not app.error
    assert len(asked) <= 1, "everything else is counted without the database"


@pytest.mark.usefixtures("archive")
def test_the_dates_of_a_corpus_are_counted_by_year() -> None:
    app = opened("timeline")
    assert not app.error
    drawn, _coverage = figures(app)
    (bars,) = drawn["data"]
    assert bars["type"] == "bar"
    assert "too many to draw one by one" in drawn["layout"]["legend"]["title"]["text"]
    assert "The first 60 are shown" in said(app)


def test_the_server_does_not_look_through_everything_after_each_rerun() -> None:
    """Streamlit's own defaults took several times the rerun, and longer with each further visitor."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["server"]["fileWatcherType"] == "none"
    assert settings["runner"]["postScriptGC"] is False
