"""A figure while it is drawn: panels, traces and axes as plain dictionaries, which are all that a browser gets.

Plotly's own objects check every part of a figure each time it is touched, and drawing with them took twenty times as
long; the tests have them check each chart.  The names are Plotly's, and its reference describes every property:
https://plotly.com/python/reference/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Trace = dict[str, Any]

Figure = dict[str, Any]
"""A chart as the browser gets it: its traces as ``data`` and its ``layout``."""


def scatter(**properties: Any) -> Trace:
    """A scatter trace; properties that are None stay out of it."""
    return {"type": "scatter"} | {name: value for name, value in properties.items() if value is not None}


def bars(**properties: Any) -> Trace:
    """A bar trace."""
    return {"type": "bar"} | properties


class Sketch:
    """Panels in rows and columns, each with axes of its own; rows and columns count from 1, the first row on top."""

    def __init__(
        self, heights: Sequence[float] = (1.0,), widths: Sequence[float] = (1.0,), *, down: float = 0, across: float = 0
    ) -> None:
        """Panels of these relative sizes, ``down`` and ``across`` apart in shares of the figure."""
        self.data: list[Trace] = []
        self.layout: dict[str, Any] = {"annotations": [], "shapes": []}
        self._columns = len(widths)
        rows = list(_spans(heights, down))
        columns = list(_spans(widths, across))
        for row, (first, last) in enumerate(rows):
            for col, span in enumerate(columns):
                number = self._number(row + 1, col + 1)
                self.layout[f"xaxis{number}"] = {"anchor": f"y{number}", "domain": list(span)}
                self.layout[f"yaxis{number}"] = {"anchor": f"x{number}", "domain": [1 - last, 1 - first]}
        self._panels = [(row + 1, col + 1) for row in range(len(rows)) for col in range(len(columns))]

    def _number(self, row: int, col: int) -> str:
        """Plotly's number of a panel's axes; the first has none."""
        index = (row - 1) * self._columns + col
        return "" if index == 1 else str(index)

    def add_trace(self, trace: Trace, row: int = 1, col: int = 1) -> None:
        """Draw a trace in a panel."""
        number = self._number(row, col)
        self.data.append({**trace, "xaxis": f"x{number}", "yaxis": f"y{number}"})

    def axis(self, letter: str, row: int = 1, col: int = 1) -> dict[str, Any]:
        """The x or y axis of a panel as drawn so far."""
        found: dict[str, Any] = self.layout[f"{letter}axis{self._number(row, col)}"]
        return found

    def update_xaxes(self, row: int | None = None, col: int | None = None, **properties: Any) -> None:
        """Set properties of the x axes of all panels, or of those of one row, one column, or both."""
        self._update("x", row, col, properties)

    def update_yaxes(self, row: int | None = None, col: int | None = None, **properties: Any) -> None:
        """Set properties of the y axes, chosen as those of x."""
        self._update("y", row, col, properties)

    def _update(self, letter: str, row: int | None, col: int | None, properties: Mapping[str, Any]) -> None:
        for at in self._panels:
            if row in (None, at[0]) and col in (None, at[1]):
                _merge(self.axis(letter, *at), properties)

    def add_annotation(self, row: int = 1, col: int = 1, **properties: Any) -> None:
        """Write a text in a panel; ``xref`` and ``yref`` may be "x domain", "paper" or left out."""
        self.layout["annotations"].append(self._placed(row, col, properties))

    def add_shape(self, row: int = 1, col: int = 1, **properties: Any) -> None:
        """Draw a shape in a panel, its references as those of a text."""
        self.layout["shapes"].append(self._placed(row, col, properties))

    def _placed(self, row: int, col: int, properties: Mapping[str, Any]) -> dict[str, Any]:
        number = self._number(row, col)
        references = {
            f"{letter}ref": str(properties.get(f"{letter}ref", letter)).replace(letter, f"{letter}{number}", 1)
            for letter in "xy"
            if properties.get(f"{letter}ref") != "paper"
        }
        return {**properties, **references}

    def update_layout(self, **properties: Any) -> None:
        """Set properties of the figure as a whole."""
        _merge(self.layout, properties)

    def figure(self) -> Figure:
        """The finished figure."""
        return {"data": self.data, "layout": self.layout}


def _spans(sizes: Sequence[float], gap: float) -> Iterator[tuple[float, float]]:
    """Begin and end of each part of the span from 0 to 1, in shares of ``sizes`` after taking off the gaps."""
    unit = (1 - gap * (len(sizes) - 1)) / sum(sizes)
    begin = 0.0
    for size in sizes:
        yield begin, min(begin + size * unit, 1.0)
        begin += size * unit + gap


def _merge(target: dict[str, Any], properties: Mapping[str, Any]) -> None:
    """Set properties, going into those that are dictionaries on both sides."""
    for name, value in properties.items():
        if isinstance(value, Mapping) and isinstance(target.get(name), dict):
            _merge(target[name], value)
        else:
            target[name] = dict(value) if isinstance(value, Mapping) else value
