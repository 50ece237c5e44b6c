"""What stands around a chart and how it is drawn, whatever the chart."""

from __future__ import annotations

from dataclasses import dataclass

from views.charts.look import THEMED, Look
from views.charts.marks import Sources
from views.reference import Figure

PANEL = 250
"""Pixels that a panel by year is high."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to draw.

    ``subtitle`` says what is filtered and ``note`` adds to the source note; an empty ``title`` is made from the facts.
    ``selected`` is the fact_id whose mark wears a ring, ``log`` asks for logarithmic value axes, ``by`` gives each
    article its colour (made from the facts if missing), ``look`` the colours of a theme, ``panel`` the
    height of one panel by year in pixels.  ``published`` figures are drawn behind the claims of charts by year.
    """

    title: str = ""
    subtitle: str = ""
    note: str = ""
    selected: str = ""
    log: bool = False
    by: Sources | None = None
    look: Look = THEMED
    panel: int = PANEL
    published: tuple[Figure, ...] = ()

    def colour(self, hue: int) -> str:
        """The colour of a source; those beyond the look's hues share the faint one."""
        return self.look.hues[hue] if hue < len(self.look.hues) else self.look.muted
