"""Countries, blocs and regions by every name that news gives them.

``countries.csv`` holds one row a country: its code and, each in a column, its names, adjectives, nouns for its people,
capital (older ones too; it stands for the government as well), other cities, metonyms (Kremlin, Akorda, state
companies) and leaders.  Codes of states are ISO 3166-1 alpha-2 (XK for Kosovo, as the EU writes it); blocs and bodies
carry the abbreviation they are known by.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import regex

from extractors.patterns import trie

TABLE = Path(__file__).with_name("countries.csv")


class Kind(StrEnum):
    """What sort of partner a name stands for."""

    STATE = "state"
    BLOC = "bloc"  # trades and signs as one: EAEU, EU, CIS
    BODY = "body"  # meets and votes, and is no partner of a figure: UN, NATO
    REGION = "region"  # a part of the world without a code in the fact table


class Role(StrEnum):
    """How a name names its country; the values are the columns of the table."""

    NAME = "names"
    ADJECTIVE = "adjectives"
    PEOPLE = "people"
    CAPITAL = "capitals"
    CITY = "cities"
    METONYM = "metonyms"
    LEADER = "leaders"


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name a country: its code, what it is, and how it is named."""

    code: str
    kind: Kind
    role: Role


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as it stands in a text: text[start:end]."""

    start: int
    end: int
    name: Name


def _read(path: Path) -> dict[str, Name]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            written: Name(row["code"], Kind(row["kind"]), role)
            for row in csv.DictReader(lines)
            for role in reversed(Role)  # a word in two columns ("Thai", "Kyrgyz") is the earlier one
            for written in row[role].split("|")
            if written
        }


_CAPITALS = 5
"""Letters from which a name or an adjective is also known in capitals ("RUSSIA"); shorter ones may be acronyms."""


def _with_capitals(names: dict[str, Name]) -> dict[str, Name]:
    """The names and, as headlines write them, those of countries in capitals; capital cities so are datelines."""
    loud = {
        written.upper(): name
        for written, name in names.items()
        if name.role in (Role.NAME, Role.ADJECTIVE) and name.kind is Kind.STATE and len(written) >= _CAPITALS
    }
    return loud | names


NAMES: dict[str, Name] = _with_capitals(_read(TABLE))
"""Every spelling, case-sensitive: "US" is a country, "us" is not."""


NAME = re.compile(rf"\b(?=[A-ZÉ])(?<![@#/])(?:{trie(NAMES, either_case=False)})(?![\w$])")
"""Any name of the table as a word of its own, also in pairs ("Russian-Kazakh"), but not in tags, handles or "US$".

``re`` runs this trie some three times faster than ``regex``.
"""

_PERSONAL = frozenset({"Jordan", "Chad", "Georgia", "Sofia", "Paris", "Kingston", "Wellington", "Sydney", "London"})
"""Names that people bear as well: after a capitalised word in the middle of a sentence they are people."""
_GIVEN_NAME = regex.compile(r"(?r)[\p{Ll}’'] \p{Lu}\p{Ll}{2,15} ")


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Naming]:
    """Every country, bloc and region named in text[start:end], in order.

    >>> [(n.name.code, text[n.start:n.end]) for text in ["Russian-Kazakh trade; Beijing"] for n in find(text)]
    [('RU', 'Russian'), ('KZ', 'Kazakh'), ('CN', 'Beijing')]
    """
    for match in NAME.finditer(text, start, len(text) if end is None else end):
        written = match.group()
        at = match.start()
        if written in _PERSONAL and _GIVEN_NAME.match(text, max(start, at - 20), at, concurrent=False):
            continue
        yield Naming(at, match.end(), NAMES[written])
