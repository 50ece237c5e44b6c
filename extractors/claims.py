"""Which facts of an article say the same: headline, lead and quote often repeat one claim."""

from __future__ import annotations

from extractors.model import Mention

PLAIN_DIGITS = 3
"""Two figures of unknown indicator are one claim only with so many significant digits: "647,732" twice in an article is
hardly chance, "five" or "3%" twice may well be."""


class Claims:
    """The claims of one article, by the ``fact_id`` of the first fact that makes each."""

    def __init__(self) -> None:
        self._first: dict[tuple[object, ...], str] = {}

    def of(self, fact_id: str, mention: Mention, indicator: str, parties: str, year: int | None) -> str:
        """The claim that a fact makes: the id of the first fact of the article that says the same.

        Facts say the same if they agree in indicator, parties, year, value (both ends of a range) and unit.  A calendar
        fact, and a fact of unknown indicator with few digits, is always a claim of its own.
        """
        value = mention.value
        if value is None or (indicator == "other" and significant_digits(value) < PLAIN_DIGITS):
            return fact_id
        ends = (_rounded(value), _rounded(mention.value_low), _rounded(mention.value_high))
        return self._first.setdefault((indicator, parties, year, mention.unit, *ends), fact_id)


def _rounded(value: float | None) -> str:
    """Nine digits: "28.2 billion" and "28,200,000,000" differ in the last bits once they are floats."""
    return "" if value is None else f"{value:.9g}"


def significant_digits(value: float) -> int:
    """How many digits a value is stated with, zeros at its end not counted.

    >>> [significant_digits(v) for v in (647_732, 28.2e9, 5)]
    [6, 3, 1]
    """
    return len(f"{abs(value):.9e}".split("e")[0].replace(".", "").rstrip("0"))
