"""The charts of a page as an AppTest sees them: their specification and their alternative text."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from views.published import PREFIX


def figures(app: AppTest) -> list[dict[str, Any]]:
    """The specification of each chart of the page, top to bottom."""
    return [json.loads(element.proto.spec) for element in app.get("plotly_chart")]


def marks(app: AppTest) -> set[str]:
    """The fact_ids of all marks of the page's first chart; published figures are no claims."""
    traces = figures(app)[0]["data"]
    ids = {custom[0] for trace in traces for custom in trace.get("customdata") or ()}
    return {one for one in ids if not one.startswith(PREFIX)}


def ringed(app: AppTest) -> bool:
    """Whether a mark of the first chart wears the ring of the chosen figure."""
    return any(trace.get("name") == "selected" for trace in figures(app)[0]["data"])


def alternative(app: AppTest) -> str:
    """The first chart's text for those who do not see it."""
    return str(app.get("plotly_chart")[0].proto.alt)
