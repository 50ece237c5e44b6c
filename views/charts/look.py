"""How every chart looks: colours, symbols, margins, and where title, subtitle and note stand."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import regex

from views.charts.sketch import Figure, Sketch


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one theme: text, fainter text, background, and at most five hues for sources."""

    text: str
    muted: str
    background: str
    grid: str
    hues: tuple[str, str, str, str, str]


LIGHT = Look("#2F2D2B", "#6A6661", "#FFFFFF", "#E7E5E2", ("#0B5C8A", "#D55E00", "#009E73", "#CC79A7", "#3A3A3A"))
DARK = Look("#E8ECEF", "#A3ACB5", "#11161C", "#2A323B", ("#6CB6E8", "#F2A33A", "#1FA37F", "#E8A8D0", "#E8ECEF"))
THEMED = Look("#000037", "#000037", "#000038", "#000039", ("#000001", "#000002", "#000003", "#000004", "#000005"))
"""Streamlit's own placeholders (streamlit.elements.lib.streamlit_plotly_theme): the browser puts the colours of the
theme in use in their place, so that a chart follows the theme without asking the server."""

SYMBOLS = ("circle", "square", "diamond", "pentagon", "hexagon2")
"""The second channel beside colour, one a source; all of them have an open form, for inferred years."""

WIDTH = 62
"""Characters of text a line inside a figure: what 390 pixels hold at 12 pixels a letter."""

_CYRILLIC = regex.compile(r"\p{Cyrillic}")

_TITLE = 17
_SMALL = 12


def safe(text: object) -> str:
    """Text for a figure: Plotly reads a little HTML in labels, and article text must stay text."""
    return escape(str(text), quote=False)


def wrapped(text: str, width: int = WIDTH, lines: int = 6) -> str:
    """Escaped text in lines of at most ``width`` characters; what does not fit ends in an ellipsis.

    Cyrillic letters are wider: a text of them gets a sixth fewer on a line.
    """
    if 2 * len(_CYRILLIC.findall(text)) > len(text):
        width = width * 5 // 6
    rows = textwrap.wrap(text, width, max_lines=lines, placeholder=" …", break_long_words=True)
    return "<br>".join(safe(row) for row in rows)


def config(filename: str, image: str = "png") -> dict[str, Any]:
    """What the browser is told about a chart: only the camera remains, and it saves ``image`` (png or svg) in place."""
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "typesetMath": False,
        "responsive": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": image, "filename": filename, "scale": 2 if image == "png" else 1},
    }


def dress(
    figure: Sketch, look: Look, *, title: str, subtitle: str, note: str, plot_height: int, entries: int
) -> Figure:
    """The finished figure, with title, subtitle, note and legend, so that its picture is understood without the page.

    The note is the legend's title and the legend lies below: on a telephone both wrap and push the figure's foot down
    instead of squeezing the plot.  ``plot_height`` is in pixels; ``entries`` counts the legend's lines on a telephone.
    """
    below = wrapped(subtitle)
    heading = wrapped(title, 44, 2)
    more = heading.count("<br>")
    top = 30 + 22 * (1 + more) + (17 * (1 + below.count("<br>")) if below else 0)
    below_plot = note_lines(note)
    foot = 62 + 17 * (1 + below_plot.count("<br>")) + 21 * entries
    figure.update_layout(
        title={
            "text": f"<b>{heading}</b>",
            "subtitle": {"text": below, "font": {"size": 13, "color": look.muted}},
            "font": {"size": _TITLE, "color": look.text},
            "x": 0,
            "xref": "container",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            # Plotly counts only the first line when it puts a title below an edge.
            "pad": {"t": 8 + 20 * more, "l": 4},
        },
        font={
            "family": '"Source Sans", "Source Sans 3", "Source Sans Pro", sans-serif',
            "size": 13,
            "color": look.text,
        },
        paper_bgcolor=look.background,
        plot_bgcolor=look.background,
        height=top + plot_height + foot,
        margin={"t": top, "r": 16, "b": 56, "l": 8, "pad": 0},
        showlegend=True,
        legend={
            "orientation": "h",
            # As a share of the figure: Plotly would scroll a legend that fills half of it, as it may on a telephone.
            "maxheight": 1,
            "x": 0,
            "xref": "container",
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
            "title": {"text": below_plot, "side": "top", "font": {"size": _SMALL, "color": look.muted}},
            "font": {"size": _SMALL, "color": look.text},
            "itemclick": False,
            "itemdoubleclick": False,
            "traceorder": "normal",
        },
        hoverlabel={"align": "left", "font": {"size": 13, "color": look.text}, "bgcolor": look.background},
        hovermode="closest",
        dragmode=False,
        separators=".,",
    )
    figure.update_xaxes(fixedrange=True, gridcolor=look.grid, linecolor=look.muted, tickfont={"color": look.text})
    figure.update_yaxes(fixedrange=True, gridcolor=look.grid, zeroline=False, tickfont={"color": look.text})
    return figure.figure()


def note_lines(note: str) -> str:
    """A note's paragraphs, each wrapped."""
    return "<br>".join(wrapped(line) for line in note.split("\n") if line)


def empty(message: str, look: Look = THEMED) -> Figure:
    """A figure that says why there is nothing to draw."""
    figure = Sketch()
    figure.add_annotation(
        text=wrapped(message, 40), showarrow=False, font={"size": 14, "color": look.muted},
        x=0.5, y=0.5, xref="paper", yref="paper",
    )  # fmt: skip
    figure.update_layout(height=180, paper_bgcolor=look.background, plot_bgcolor=look.background)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return figure.figure()


def whole_steps(low: float, high: float, most: int = 7) -> Sequence[int]:
    """Whole years between two ends, at most about ``most`` of them, at round distances."""
    span = max(int(high) - int(low), 1)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 1000, 10_000) if span / step <= most)
    first = -(-int(low) // step) * step
    return range(first, int(high) + 1, step)
