"""The page Your text: a pasted text is read, what is wrong is told, and forgetting leaves nothing."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from extractors import apart
from extractors.limits import Limits
from extractors.model import Article
from tests.pages.test_pages import opened, said
from views import visitor

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


@pytest.mark.parametrize(("setting", "offered"), [("", False), ("1", True)])
def test_keeping_is_offered_on_a_machine_of_ones_own_only(
    monkeypatch: pytest.MonkeyPatch, setting: str, offered: bool
) -> None:
    monkeypatch.setenv("KEEP_ARTICLES", setting)
    app = read(TEXT)
    assert any(button.key == "own-keep" for button in app.button) == offered


class Here:
    """The reading, without a process of its own."""

    def read(self, name: str, content: bytes) -> apart.Found:
        return apart.answer((name, content))

    def extract(self, articles: list[Article]) -> apart.Found:
        return apart.answer(articles)

    def prepare(self) -> None:
        pass


def test_a_text_of_which_only_the_beginning_was_read_says_so_on_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visitor, "helper", Here)
    monkeypatch.setattr(apart, "VISITOR_LIMITS", Limits(numbers=5))
    app = read("Freight came to 81 million tons.\n" + "7 of 9\n" * 20, title="Many figures")
    assert "only the first 5 numbers are read; split it" in warnings(app)
    assert "incomplete: only the beginning was read" in said(app)
    for page, query in (("sources", {}), ("reader", {"article": OWN})):
        app.query_params.update(query)
        app.switch_page(f"pages/{page}.py").run(timeout=PATIENCE)
        assert "Many figures" in said(app)
        assert "incomplete: only the beginning was read" in said(app)
