"""What is remembered: for whom, in which language, and how much of it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from extractors.table import to_table
from tests.views.conftest import ARTICLES, FACTS
from views import language
from views.remembering import KEPT, remembered
from views.store import Store


def another() -> Store:
    return Store(to_table(FACTS), ARTICLES)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    language.use("en")
    yield
    language.use("en")


def test_what_was_answered_is_not_asked_again(store: Store) -> None:
    asked = []

    @remembered
    def answer(_store: Store, what: str) -> str:
        asked.append(what)
        return what.upper()

    assert [answer(store, "trade"), answer(store, "trade"), answer(store, "people")] == ["TRADE", "TRADE", "PEOPLE"]
    assert asked == ["trade", "people"]


def test_what_is_asked_by_name_counts_too(store: Store) -> None:
    @remembered
    def answer(_store: Store, *, what: str = "") -> str:
        return what

    assert [answer(store), answer(store, what="trade"), answer(store, what="people")] == ["", "trade", "people"]


def test_each_language_has_answers_of_its_own(store: Store) -> None:
    @remembered
    def answer(_store: Store) -> str:
        return language.current()

    assert answer(store) == "en"
    language.use("ru")
    assert answer(store) == "ru"


def test_a_store_never_hears_what_another_was_asked(store: Store) -> None:
    """A visitor's own texts stand in a store of that visitor's own."""

    @remembered
    def answer(of: Store) -> int:
        return id(of)

    mine = another()
    assert answer(mine) == id(mine)
    assert answer(store) == id(store)


def test_answers_go_with_their_store() -> None:
    @remembered
    def answer(_store: Store) -> set[str]:
        return found

    found = {"an answer"}
    known, mine = ref(found), another()
    answer(mine)
    found = set()
    gc.collect()
    assert known() is not None
    del mine
    gc.collect()
    assert known() is None


def test_the_answers_asked_longest_ago_are_forgotten(store: Store) -> None:
    asked = []

    @remembered
    def answer(_store: Store, number: int) -> int:
        asked.append(number)
        return number

    for number in range(KEPT):
        answer(store, number)
    answer(store, 0)  # asked again, so 1 is now the oldest
    answer(store, KEPT)
    asked.clear()
    assert [answer(store, number) for number in (0, KEPT)] == [0, KEPT]
    assert asked == []
    answer(store, 1)
    assert asked == [1]
