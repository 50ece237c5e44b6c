"""The filters: what they are called in the address, and how an address becomes a ``Filters`` and back.

The address is the only truth: widgets are set from it and write to it, so that a copied link, a reload and the back
button all show the same facts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

LONGEST_TEXT = 200
"""Characters of a search that are looked at."""

NONE = "none"
"""Stands in the address for an empty value (no parties, no unit)."""


@dataclass(frozen=True, slots=True)
class Filters:
    """A choice of facts; empty means no restriction. Values of one facet are alternatives, facets restrict each other.

    ``years`` is an inclusive span; facts without a year stay in unless ``undated`` is False.  ``text`` holds words and
    "quoted phrases" that must all stand in the sentence, in any case.
    """

    topic: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    qualifier: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    undated: bool = True
    text: str = ""

    def without(self, name: str, value: str | None = None) -> Filters:
        """These filters with one of them lifted, or only one of its values."""
        if value is not None and name in FACETS:
            return self.choosing(name, tuple(kept for kept in getattr(self, name) if kept != value))
        return self._changed(name, getattr(Filters(), name))

    def choosing(self, name: str, values: Sequence[str]) -> Filters:
        """These filters with one facet's values replaced."""
        return self._changed(name, tuple(values))

    def _changed(self, name: str, value: Any) -> Filters:
        return replace(self, **{name: value})

    def searching(self, text: str) -> Filters:
        """These filters with other words to search for."""
        return replace(self, text=" ".join(text.split())[:LONGEST_TEXT])

    def spanning(self, years: tuple[int, int] | None, undated: bool) -> Filters:
        """These filters with another span of years."""
        return replace(self, years=years, undated=undated)

    def active(self) -> tuple[str, ...]:
        """The names of the filters that restrict anything."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name) != field.default)


FACETS: dict[str, str] = {
    "topic": "topic",
    "indicator": "indicator",
    "source": "article_id",
    "publisher": "publisher",
    "kind": "kind",
    "unit": "unit",
    "parties": "parties",
    "qualifier": "qualifier",
    "basis": "year_basis",
    "status": "status",
}
"""Facet (as in the address) → the column it chooses from."""

PARAMETERS = (*FACETS, "years", "undated", "q")
"""Every name that a filter may have in the address."""

_YEARS = re.compile(r"([0-9]{1,4})-([0-9]{1,4})")
_TERM = re.compile(r'"([^"]{1,200})"|([^\s"]{1,200})')


def to_query(filters: Filters) -> dict[str, list[str]]:
    """The filters as address parameters; defaults stay out."""
    query = {name: [value or NONE for value in getattr(filters, name)] for name in FACETS}
    query["years"] = ["{}-{}".format(*filters.years)] if filters.years else []
    query["undated"] = [] if filters.undated else ["no"]
    query["q"] = [filters.text] if filters.text else []
    return {name: values for name, values in query.items() if values}


def from_query(query: Mapping[str, Sequence[str]], choices: Mapping[str, Collection[str]]) -> tuple[Filters, list[str]]:
    """Filters of an address, and the parts of it that name nothing in these facts (such as ``topic=foo``).

    ``choices`` holds the values of each facet that the facts know.
    """
    unknown: list[str] = []
    chosen: dict[str, tuple[str, ...]] = {}
    for name in FACETS:
        values = list(dict.fromkeys("" if value == NONE else value for value in query.get(name, ())))
        chosen[name] = tuple(value for value in values if value in choices.get(name, ()))
        unknown += [f"{name}={value[:80]}" for value in values if value not in choices.get(name, ())]
    years = None
    if spans := query.get("years"):
        match = _YEARS.fullmatch(spans[-1])
        years = (int(match[1]), int(match[2])) if match and int(match[1]) <= int(match[2]) else None
        unknown += [] if years else [f"years={spans[-1][:80]}"]
    undated = list(query.get("undated", ()))[-1:] != ["no"]
    text = " ".join((list(query.get("q", ())) or [""])[-1].split())[:LONGEST_TEXT]
    return Filters(**chosen, years=years, undated=undated, text=text), unknown


def terms(text: str) -> list[str]:
    """The words and quoted phrases of a search, lower-cased: 'oil "joint venture"' → ['oil', 'joint venture']."""
    return [(phrase or word).lower() for phrase, word in _TERM.findall(text)]
