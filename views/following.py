"""Ways to another page within the session, and back into one: a visitor's own texts would not survive a page load.

``st.switch_page`` and ``st.page_link`` with query parameters leave a false step in the history (the old page with the
new page's parameters) and sometimes that very address, so the browser goes by the address itself.
"""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import streamlit as st

from views.sidebar import PAGES

_PATHS = ["." if name == "overview" else name for name in PAGES]
_ASKED = "following-asked"

_component = st.components.v2.component(
    "figures_following",
    html="<span></span>",
    js=Path(__file__).with_name("following.js").read_text(encoding="utf-8"),
)


def go(address: str) -> None:
    """Leave for a relative address of ours as soon as this run has drawn its page."""
    st.session_state[_ASKED] = address


def listen() -> None:
    """Follow clicks on links to our pages, and what ``go`` asked for; the last thing a page draws.

    Where the server went and came again, the page is drawn anew by itself.
    """
    address = st.session_state.pop(_ASKED, "")
    # The mark tells the browser of each run, even one that draws what stands there, and one asking from the next.
    _component(data={"pages": _PATHS, "go": address, "run": uuid4().hex}, key="following")
