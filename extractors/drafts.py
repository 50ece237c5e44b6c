"""Figures while they are being read: what the kinds hand over, before ranges, series and qualifiers are settled."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.model import Change, Kind, Qualifier
from extractors.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Conventions:
    """What counts as a figure and how it is given; the defaults are the dashboard's.

    Test sets differ: in some, "one of the best" is 1, "millions of Americans" a range, miles per gallon stay miles per
    gallon, and every bare number counts.  Such things are switched on here and never change the product.
    """

    as_written: bool = False  # units and values as the text has them: 35 gigawatt hours, not 35e6 kWh; "a third" 0.333
    every_count: bool = False  # also "one solution", "the two sides", "one of the best"
    vague: bool = False  # "millions of Americans" as the range 1–10 million
    bare: bool = False  # numbers without any unit
    left_changes_only: bool = False  # a change is told by the words before: "fell 3%", not "a 3% fall"
    from_to_ranges: bool = False  # "from 41 percent to 17.5 percent" as one range


PRODUCT = Conventions()


@dataclass(slots=True)
class Draft:
    """A figure being read.  ``kind`` None is a bare number that may still get its unit from a neighbour.

    ``start:end`` is the figure's span (sign and unit included), ``left`` where its qualifier begins.  ``name`` is the
    unit as written, ``code`` the fact table's; ``factor`` converts the numeral's value to ``code``.
    """

    numeral: Numeral
    start: int
    end: int
    kind: Kind | None = None
    code: str = ""
    name: str = ""
    factor: float = 1.0
    rule: str = "bare number"
    left: int = -1
    value: float = 0.0
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    change: Change = Change.NONE
    lent: bool = False
    sentence: int = -1

    def __post_init__(self) -> None:
        self.value = self.numeral.value
        if self.left < 0:
            self.left = self.start

    def take_unit(self, other: Draft) -> None:
        """Takes kind, unit and factor from a neighbour ("81 million tons … a little more than 13 million")."""
        self.kind, self.code, self.name, self.factor = other.kind, other.code, other.name, other.factor
        self.rule, self.lent = f"{other.rule}, unit from its neighbour", True
