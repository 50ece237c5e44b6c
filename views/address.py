"""The address of the page as the only state: read it, write it once a change, bind a widget to a part of it.

Streamlit's own ``bind="query-params"`` puts a choice's LABEL into the address; ours keeps stable ids there, so that
labels may be translated and carry counts.  A change is one write, hence one step of the back button.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

import streamlit as st


def read() -> dict[str, list[str]]:
    """All parameters of the address in use, each with all its values."""
    return {name: values for name in st.query_params if (values := st.query_params.get_all(name))}


def value(name: str, default: str = "") -> str:
    """The last value of one parameter."""
    return (st.query_params.get_all(name) or [default])[-1]


def write(changes: Mapping[str, str | Sequence[str] | None]) -> None:
    """Change parameters in one step of the history; an empty value takes the parameter out of the address."""
    new = {name: [given] if isinstance(given, str) else list(given or ()) for name, given in changes.items()}
    old = read()
    new = {name: list(filter(None, values)) for name, values in new.items()}
    if any(old.get(name, []) != values for name, values in new.items()):
        st.query_params.update(new)


def choose(
    widget: Callable[..., Any],
    label: str,
    name: str,
    options: Sequence[str],
    *,
    words: Callable[[str], str] = str,
    also: Mapping[str, str | None] | None = None,
    **settings: Any,
) -> str:
    """One of several ids, chosen by a widget (``st.selectbox``, ``st.segmented_control`` …) and kept as ``?name=id``.

    The first option is the default and stays out of the address.  ``also`` are parameters to write along with a change
    (such as ``{"page": None}`` to go back to the first page); ``words`` gives each id's label.
    """
    key = f"address-{name}"
    st.session_state[key] = value(name) if value(name) in options else options[0]

    def changed() -> None:
        chosen = st.session_state[key]
        write({**(also or {}), name: None if chosen in (None, options[0]) else chosen})

    # A segmented control lets its choice be taken back: None is then the default again.
    return widget(label, options, key=key, format_func=words, on_change=changed, **settings) or options[0]


def choose_many(
    widget: Callable[..., Any],
    label: str,
    name: str,
    options: Sequence[str],
    *,
    default: Sequence[str],
    words: Callable[[str], str] = str,
    **settings: Any,
) -> list[str]:
    """Several ids in the order they were chosen, kept as ``?name=id&name=id``; the default stays out of the address."""
    key = f"address-{name}"
    asked = [one for one in read().get(name, ()) if one in options]
    st.session_state[key] = asked or list(default)

    def changed() -> None:
        chosen = list(st.session_state[key])
        write({name: None if chosen == list(default) else chosen})

    widget(label, options, key=key, format_func=words, on_change=changed, **settings)
    return asked or list(default)


def absolute(relative: str) -> str:
    """A relative address of ours as a full one, as the visitor's browser knows this site."""
    here = st.context.url
    return urljoin(here, relative) if here else relative
