"""Charts as Plotly understands them."""

from __future__ import annotations

from collections.abc import Callable

import plotly.graph_objects as go

from views.charts import Figure


def checked(draw: Callable[..., Figure]) -> Callable[..., go.Figure]:
    """The chart that a function draws, with every one of its properties checked by Plotly."""
    return lambda *given, **settings: go.Figure(draw(*given, **settings))
