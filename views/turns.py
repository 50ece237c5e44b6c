"""Pages are made in turn: one visitor's page is ready sooner when the processor is not shared among all that wait.

A process of Python makes one page at a time, however many threads it has.  Sharing it, a hundred pages would all be
ready when the last one is; in turn, half of the visitors wait half as long, and nobody longer.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Semaphore, local

AT_ONCE = 2
"""Pages made at once: a slow one does not hold up all others."""

PATIENCE = 5.0
"""Seconds after which a page no longer waits for its turn, whatever holds the others up."""

SLICE = 0.001
"""Seconds (not five thousandths) after which a page makes room for the thread that receives and sends for all."""

sys.setswitchinterval(SLICE)

_places = Semaphore(AT_ONCE)
_mine = local()


@contextmanager
def turn() -> Iterator[None]:
    """Wait for a place, and hold it while the page is made."""
    _enter()
    try:
        yield
    finally:
        _leave()


@contextmanager
def aside() -> Iterator[None]:
    """Leave the place to others while the page waits for another process; then wait for one again."""
    held = _leave()
    try:
        yield
    finally:
        if held:
            _enter()


def _enter() -> None:
    _mine.place = _places.acquire(timeout=PATIENCE)


def _leave() -> bool:
    """Give the place back, if this thread holds one; gives whether it did."""
    held = getattr(_mine, "place", False)
    _mine.place = False
    if held:
        _places.release()
    return held
