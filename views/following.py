"""Our own links inside HTML are followed within the session: a visitor's own texts would not survive a page load."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from views.sidebar import PAGES

_SCRIPTS = {Path(script).stem: script for script, _name in PAGES.values()}
_KEY = "following"
_ASKED = "following-asked"

_component = st.components.v2.component(
    "figures_following",
    html="<span></span>",
    js=Path(__file__).with_name("following.js").read_text(encoding="utf-8"),
)


def follow() -> None:
    """Go where the last click asked to go; the first thing a page does."""
    address = urlsplit(st.session_state.pop(_ASKED, ""))
    if script := _SCRIPTS.get(address.path):
        st.switch_page(script, query_params=parse_qs(address.query))


def listen() -> None:
    """Listen for clicks on links to our pages."""
    _component(data={"pages": list(_SCRIPTS)}, key=_KEY, on_address_change=_clicked)


def _clicked() -> None:
    st.session_state[_ASKED] = str(st.session_state[_KEY].address or "")
