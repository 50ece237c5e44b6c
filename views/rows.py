"""Facts and groups of facts as lists and charts take them: plain tuples, made from a query in one go.

A frame of a dozen rows costs more at every step than the whole step costs with tuples.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median
from typing import Any, NamedTuple, get_type_hints


class Origin(NamedTuple):
    """What is known of an article beside its text."""

    article_id: str
    title: str
    publisher: str
    published: date | None


class Row(NamedTuple):
    """A fact with what is known of its article; texts are "" and all else None where missing."""

    fact_id: str
    claim_id: str
    article_id: str
    kind: str
    indicator: str
    topic: str
    unit: str
    qualifier: str
    change: str
    status: str
    year_basis: str
    parties: str
    text: str
    sentence: str
    title: str
    publisher: str
    value: float | None
    value_low: float | None
    value_high: float | None
    year: int | None
    period_start: date | None
    period_end: date | None
    published: date | None

    @property
    def origin(self) -> Origin:
        """The article's part of it."""
        return Origin(self.article_id, self.title, self.publisher, self.published)


class Group(NamedTuple):
    """Facts alike in the columns they were grouped by; the other columns are left as they stand here.

    ``low``, ``median`` and ``high`` are of the values, ends of ranges included; None where no fact has one.
    """

    facts: int
    claims: int
    sources: int
    low: float | None
    median: float | None
    high: float | None
    indicator: str = ""
    kind: str = ""
    unit: str = ""
    change: str = ""
    parties: str = ""
    year: int | None = None


KEYS = Group._fields[6:]
"""What facts may be grouped by."""

_TYPES = get_type_hints(Row)


def selected() -> str:
    """The columns of a ``Row`` in SQL."""
    return ", ".join(map(_column, Row._fields))


def _column(name: str) -> str:
    if _TYPES[name] is str:
        return f"coalesce(\"{name}\"::VARCHAR, '')"
    return f'"{name}"::DATE' if _TYPES[name] == date | None else f'"{name}"'


def grouped(rows: Sequence[Row], **alike: Any) -> Group:
    """Rows counted and spanned, with what they are alike in."""
    stated = [(row.value, row.value_low, row.value_high) for row in rows if row.value is not None]
    return Group(
        facts=len(rows),
        claims=len({row.claim_id for row in rows}),
        sources=len({row.article_id for row in rows}),
        low=min((value if low is None else low for value, low, _high in stated), default=None),
        median=median(value for value, _low, _high in stated) if stated else None,
        high=max((value if high is None else high for value, _low, high in stated), default=None),
        **alike,
    )


def alike(rows: Iterable[Row], by: Sequence[str]) -> tuple[Group, ...]:
    """Rows in groups alike in the columns ``by``, sorted by these, as ``Store.aggregate`` gives them."""
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(getattr(row, name) for name in by), []).append(row)
    ordered = sorted(found, key=lambda key: [(cell is None, cell) for cell in key])
    return tuple(grouped(found[key], **dict(zip(by, key, strict=True))) for key in ordered)
