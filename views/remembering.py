"""Answers kept for all who ask the same: a hundred visitors of one link pay once for its charts.

They live with the store they were made from.  A visitor's own texts stand in a store of that visitor's own, so what is
made of them is found by nobody else and goes when the visit ends.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from views.language import current
from views.store import Store

KEPT = 128
"""Answers kept of each question and store; those asked longest ago go first."""

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def remembered(answer: Callable[Concatenate[Store, Asked], Answer]) -> Callable[Concatenate[Store, Asked], Answer]:
    """Remember what a function answers, in each language; it may depend on nothing but what it is given.

    Everything after the store must be hashable.  What it answers is shared: read it, never change it.
    """
    memory: WeakKeyDictionary[Store, OrderedDict[Any, Answer]] = WeakKeyDictionary()
    lock = Lock()

    @wraps(answer)
    def ask(store: Store, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        key = (current(), asked, *named.items())
        with lock:
            known = memory.setdefault(store, OrderedDict())
            if key in known:
                known.move_to_end(key)
                return known[key]
        found = answer(store, *asked, **named)
        with lock:
            known[key] = found
            if len(known) > KEPT:
                known.popitem(last=False)
        return found

    return ask
