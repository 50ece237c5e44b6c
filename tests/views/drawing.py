"""Charts as Plotly understands them, the facts they are drawn from, and the marks that stand in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go

from extractors.model import Article, Fact
from extractors.table import to_table
from tests.views.conftest import ARTICLES
from views.charts import Figure
from views.filters import Filters
from views.rows import Row
from views.store import Store


def checked(draw: Callable[..., Figure]) -> Callable[..., go.Figure]:
    """The chart that a function draws, with every one of its properties checked by Plotly."""
    return lambda *given, **settings: go.Figure(draw(*given, **settings))


def table(*facts: Fact, articles: tuple[Article, ...] = ARTICLES) -> Sequence[Row]:
    """Facts as the pages get them: from the store, with title, publisher and date of their article."""
    return Store(to_table(facts), articles).rows(Filters())


def another(fact: Fact, number: int, **given: Any) -> Fact:
    """A further claim like ``fact``."""
    name = f"{fact.article_id}.{1000 + number}-{1001 + number}"
    return replace(fact, **{"fact_id": name, "claim_id": name, **given})


def marks(figure: go.Figure) -> dict[str, dict[str, Any]]:
    """Every mark that stands for a fact: its fact_id → x, y, symbol, hover text, and ends of its bar."""
    found = {}
    for trace in figure.data:
        for index, custom in enumerate(trace.customdata if trace.customdata is not None else ()):
            symbols = trace.marker.symbol
            found[custom[0]] = {
                "x": trace.x[index],
                "y": trace.y[index],
                "symbol": symbols if isinstance(symbols, str) else symbols[index],
                "colour": trace.marker.color,
                "hover": trace.hovertext[index],
                "yaxis": trace.yaxis,
                "xaxis": trace.xaxis,
                "mode": trace.mode,
                "high": None if trace.error_y.array is None else trace.error_y.array[index],
            }
    return found
