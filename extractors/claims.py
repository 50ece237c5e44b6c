"""Which facts of an article say the same: headline, lead and quote often repeat one claim."""

from __future__ import annotations

from dataclasses import replace

from extractors.model import CALENDAR_KINDS, Fact

PLAIN_DIGITS = 3
"""Two figures of unknown indicator are one claim only with so many significant digits: "647,732" twice in an article is
hardly chance, "five" or "3%" twice may well be."""


def with_claims(facts: list[Fact]) -> list[Fact]:
    """The same facts with ``claim_id`` set: the ``fact_id`` of the first fact that makes the same claim.

    Facts make the same claim if they agree in article, indicator, parties, year, value (both ends of a range) and
    unit.  A calendar fact, and a fact of unknown indicator with few digits, is always a claim of its own.
    """
    first: dict[tuple[object, ...], str] = {}
    claimed = []
    for fact in facts:
        key = _claim(fact)
        claim_id = first.setdefault(key, fact.fact_id) if key else fact.fact_id
        claimed.append(fact if claim_id == fact.claim_id else replace(fact, claim_id=claim_id))
    return claimed


def _claim(fact: Fact) -> tuple[object, ...] | None:
    if fact.kind in CALENDAR_KINDS or fact.value is None:
        return None
    if fact.indicator == "other" and significant_digits(fact.value) < PLAIN_DIGITS:
        return None
    ends = (_rounded(fact.value), _rounded(fact.value_low), _rounded(fact.value_high))
    return (fact.article_id, fact.indicator, fact.parties, fact.year, fact.unit, *ends)


def _rounded(value: float | None) -> str:
    """Nine digits: "28.2 billion" and "28,200,000,000" differ in the last bits once they are floats."""
    return "" if value is None else f"{value:.9g}"


def significant_digits(value: float) -> int:
    """How many digits a value is stated with, zeros at its end not counted.

    >>> [significant_digits(v) for v in (647_732, 28.2e9, 5)]
    [6, 3, 1]
    """
    return len(f"{abs(value):.9e}".split("e")[0].replace(".", "").rstrip("0"))
