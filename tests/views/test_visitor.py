"""Own texts among others: their names and their colours in charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.table import to_table
from tests.views.conftest import ARTICLES, FACTS
from views import charts, links, plots
from views.filters import Filters
from views.rows import Row
from views.store import Store

GREY = len(charts.LIGHT.hues)


def store_with(own: int) -> tuple[Store, Sequence[Row]]:
    """A store over the articles of the others and so many texts of a visitor's."""
    mine = [
        replace(ARTICLES[1], id=f"{links.OWN}{n}", title=f"Own text number {n}, with a long title") for n in range(own)
    ]
    facts = [replace(FACTS[0], article_id=one.id, fact_id=f"{one.id}.0-1", claim_id=f"{one.id}.0-1") for one in mine]
    store = Store(to_table([*FACTS, *facts]), [*ARTICLES, *mine])
    return store, store.rows(Filters())


def hues(own: int) -> dict[str, int]:
    return {article: source.hue for article, source in plots.colours(*store_with(own)).items()}


def test_without_own_texts_every_article_has_its_colour() -> None:
    assert sorted(hues(0).values()) == list(range(len(ARTICLES)))


def test_own_texts_have_the_colours_and_the_others_are_grey() -> None:
    assert hues(2) == {"own-0": 0, "own-1": 1, **{article.id: GREY for article in ARTICLES}}


def test_more_own_texts_than_colours_share_one() -> None:
    found = hues(GREY + 1)
    assert {found[name] for name in found if links.is_own(name)} == {0}


def test_own_texts_are_named_by_their_titles() -> None:
    named = plots.colours(*store_with(1))
    assert named["own-0"].name == "Own text number 0, with a long…"
    assert named["first"].name == "the other articles"


@pytest.mark.parametrize(
    ("name", "own"), [("own-pasted", True), ("own-pasted.3-5", True), ("owners", False), ("", False)]
)
def test_own_names_are_told_apart(name: str, own: bool) -> None:
    assert links.is_own(name) == own
