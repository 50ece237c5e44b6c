"""Countries, blocs and regions by every name that news gives them.

``countries.csv`` holds one row a country: its code and, each in a column, its names, adjectives, nouns for its people,
capital (older ones too; it stands for the government as well), other cities, metonyms (Kremlin, Akorda, state
companies) and leaders.  Codes of states are ISO 3166-1 alpha-2 (XK for Kosovo, as the EU writes it); blocs and bodies
carry the abbreviation they are known by.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import regex

from extractors import words
from extractors.words import Hit

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


@dataclass(slots=True)
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


def _by_first_word() -> dict[str, tuple[str, ...]]:
    first: dict[str, tuple[str, ...]] = {}
    for name in sorted(NAMES, key=len, reverse=True):
        if name[0].isupper():
            word = words.split(name)[0][1]
            first[word] = (*first.get(word, ()), name)
    return first


_BY_FIRST_WORD = _by_first_word()
_LONGER = {
    word: tuple(name for name in names if name != word) for word, names in _BY_FIRST_WORD.items() if names != (word,)
}
"""The longer names by their first words, the longest first."""
WORDS_OF_NAMES = frozenset(_BY_FIRST_WORD)
"""Words a name begins with."""
_TAGGED = frozenset("@#/")
"""No names are read in tags, handles and addresses."""

_PERSONAL = frozenset({"Jordan", "Chad", "Georgia", "Sofia", "Paris", "Kingston", "Wellington", "Sydney", "London"})
"""Names that people bear as well: after a capitalised word in the middle of a sentence they are people."""
_GIVEN_NAME = regex.compile(r"(?r)[\p{Ll}’'] \p{Lu}\p{Ll}{2,15} ")


def find(text: str, hits: Iterable[Hit] | None = None) -> list[Naming]:
    """Every country, bloc and region named in a text, in order, also in pairs ("Russian-Kazakh"), but not in "US$".

    ``hits`` are the ``WORDS_OF_NAMES`` of the text, where they are known already.

    >>> [(n.name.code, text[n.start:n.end]) for text in ["Russian-Kazakh trade; Beijing"] for n in find(text)]
    [('RU', 'Russian'), ('KZ', 'Kazakh'), ('CN', 'Beijing')]
    """
    found: list[Naming] = []
    free = 0
    for start, word in words.find(text, WORDS_OF_NAMES) if hits is None else hits:
        if word not in WORDS_OF_NAMES or start < free or (start and text[start - 1] in _TAGGED):
            continue
        name = _longest(text, start, word) if word in _LONGER else word
        end = start + len(name)
        if not name or text[end : end + 1] == "$":  # "US$" is money
            continue
        free = end
        if not (name in _PERSONAL and _GIVEN_NAME.match(text, max(0, start - 20), start, concurrent=False)):
            found.append(Naming(start, end, NAMES[name]))
    return found


def _longest(text: str, start: int, word: str) -> str:
    """The longest name that begins with the word at ``start``, or "": "Statesmen" is no part of "United States"."""
    for name in _LONGER[word]:
        if text.startswith(name, start):
            following = text[start + len(name) : start + len(name) + 1]
            if not following.isalnum() and following != "_":
                return name
    return word if word in NAMES else ""
