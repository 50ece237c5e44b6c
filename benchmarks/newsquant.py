"""Adapter from our facts to the NewsQuant set (EMNLP 2023), whose conventions are not a dashboard's.

    python SCORER --adapter benchmarks/newsquant.py:quantities

The data and their scorer are not part of this repository.  ``quantities`` reads with ``Conventions`` that count "one of
the best" as 1, give "millions of Americans" as a range, and keep units as written; dates and ordinals are left out.
"""

from __future__ import annotations

from typing import Any

from extractors import mentions
from extractors.drafts import Conventions
from extractors.model import CALENDAR_KINDS, Change, Kind, Mention, Qualifier

CONVENTIONS = Conventions(
    as_written=True, every_count=True, vague=True, bare=True, from_to_ranges=True, left_changes_only=True
)
_LABELS = {
    Qualifier.EXACT: "=",
    Qualifier.ABOUT: "~",
    Qualifier.MORE_THAN: ">",
    Qualifier.AT_LEAST: ">",
    Qualifier.LESS_THAN: "<",
    Qualifier.UP_TO: "<",
    Qualifier.RANGE: "=",
}


def quantities(text: str) -> list[dict[str, Any]]:
    """The quantities of one sentence as the scorer wants them: value or (first, second), unit, change, text."""
    document = mentions.read(text, conventions=CONVENTIONS)
    return [_quantity(text, m) for m in document.mentions if _is_quantity(m)]


def _is_quantity(mention: Mention) -> bool:
    """Dates, ordinals and multiples in one word ("doubled") are no quantities of that set."""
    return (
        mention.kind not in CALENDAR_KINDS and mention.kind is not Kind.ORDINAL and mention.rule != "multiple in a word"
    )


def _quantity(text: str, mention: Mention) -> dict[str, Any]:
    ends = (mention.value_low, mention.value_high)
    change = str(mention.change) if mention.change is not Change.NONE else _LABELS[mention.qualifier]
    return {
        "value": mention.value if ends[0] is None else ends,
        "unit": mention.unit,
        "change": change,
        "text": text[mention.start : mention.end],
    }
