"""Pages in turn: so many at once, a place always given back, and nobody waiting for ever."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Semaphore, Thread
from typing import Any

import pytest
from streamlit.runtime.scriptrunner import StopException

from views import turns


@pytest.fixture(autouse=True)
def one_place(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One page at a time; at the end its place is free."""
    monkeypatch.setattr(turns, "_places", Semaphore(1))
    yield
    assert turns._places.acquire(blocking=False)


def elsewhere(work: Any) -> None:
    """Done by another visitor, who is not kept waiting long."""
    thread = Thread(target=work)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


def free() -> bool:
    """Whether another visitor would be let in."""
    found: list[bool] = []

    def look() -> None:
        found.append(turns._places.acquire(blocking=False))
        if found[0]:
            turns._places.release()

    elsewhere(look)
    return found[0]


def test_a_page_holds_a_place_until_it_is_made() -> None:
    with turns.turn():
        assert not free()
    assert free()


@pytest.mark.parametrize("error", [StopException, ValueError, KeyboardInterrupt])
def test_a_page_that_ends_before_its_end_gives_its_place_back(error: type[BaseException]) -> None:
    with pytest.raises(error), turns.turn():
        raise error
    assert free()


def test_while_a_page_waits_for_another_process_others_are_made() -> None:
    with turns.turn():
        with turns.aside():
            assert free()
        assert not free()


def test_waiting_outside_of_a_page_changes_nothing() -> None:
    with turns.aside():
        assert free()
    assert free()


def test_a_page_waits_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.05)
    made: list[bool] = []

    def another() -> None:
        with turns.turn(), turns.aside():
            made.append(True)

    with turns.turn():
        elsewhere(another)
        assert made
        assert not free(), "who got no place gives none back"
