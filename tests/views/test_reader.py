"""The reader's text: as published, nothing lost, every figure marked where it stands."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from extractors.model import Fact
from tests.views.conftest import ARTICLES, FACTS, TEXT
from views.reader import Run, figure, nearest, paragraphs
from views.reading import from_sentences

FIRST = FACTS[:3]


def words(runs: Iterable[Run]) -> str:
    return "".join(words(run["runs"]) if "runs" in run else run["text"] for run in runs)


def marks(blocks: Iterable[Iterable[Run]]) -> list[str]:
    return [run["fact"] for block in blocks for part in block for run in part.get("runs", []) if "fact" in run]


def test_f44_every_figure_is_marked_in_order() -> None:
    assert marks(paragraphs(TEXT, FIRST)) == [fact.fact_id for fact in FIRST]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "No figure at all.",
        "One\n\nTwo\r\nThree",
        "  lead and trail  ",
        "<script>alert(1)</script>\n&amp; $x$ **y**",
    ],
)
def test_f44_the_text_is_shown_as_published(text: str) -> None:
    shown = "\n".join(words(block) for block in paragraphs(text, ()))
    assert shown.split() == text.split()


def test_f44_marks_take_nothing_from_the_text() -> None:
    assert "".join(words(block) for block in paragraphs(TEXT, FIRST)) == TEXT


def test_a_mark_lies_in_its_sentence() -> None:
    (block,) = paragraphs(TEXT, FIRST)
    sentences = [part for part in block if "runs" in part]
    assert [part["start"] for part in sentences] == [fact.sentence_start for fact in FIRST]


def test_of_overlapping_figures_the_first_is_marked(make_fact: Callable[..., Fact]) -> None:
    inner = make_fact("first", "28.2 billion")
    assert marks(paragraphs(TEXT, [FIRST[0], inner])) == [FIRST[0].fact_id]


def test_f48_the_kind_of_a_figure_is_told_by_sign_and_words() -> None:
    run: Any = figure(FACTS[2], "7,500 km")
    assert run["sign"] == "↔"
    assert run["label"] == "↔ Length · ≈ 7,500 km · Length of the border · undated"


def test_f12_each_mark_is_a_link_to_the_fact() -> None:
    assert figure(FACTS[0], "$28.2 billion")["href"] == f"reader?article=first&fact={FACTS[0].fact_id}"


@pytest.mark.parametrize(
    ("lost", "found"),
    [("first.14-20", FACTS[0]), ("first.9000-9001", FACTS[2]), ("first", None), ("first.١-٢", None), ("", None)],
)
def test_f15_a_lost_figure_leads_to_the_one_nearest_to_its_place(lost: str, found: Fact | None) -> None:
    assert nearest(lost, FIRST) == found


def test_no_figures_no_nearest() -> None:
    assert nearest("first.1-2", ()) is None
    assert ARTICLES[0].text == TEXT


def test_of_an_article_without_text_its_sentences_are_shown_where_they_stood() -> None:
    rebuilt = from_sentences("first", FIRST)
    assert [rebuilt.text[fact.start : fact.end] for fact in FIRST] == [fact.text for fact in FIRST]
    assert marks(paragraphs(rebuilt.text, FIRST)) == [fact.fact_id for fact in FIRST]
    assert from_sentences("none", ()).text == ""
