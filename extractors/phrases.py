"""Lists of fixed phrases: read from a table's cell, put into one pattern, and recognised again in what was found."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import regex

from extractors.patterns import words_pattern

GAP = r"[\s\-]{1,3}+"
"""What may stand for the blank of a phrase: "trade turnover", "trade-turnover", a line break."""


def phrases(cell: str) -> list[str]:
    """The phrases of a cell, which separates them by commas; a slash parts words that may stand for each other.

    >>> phrases("trade turnover, export/import of gas")
    ['trade turnover', 'export of gas', 'import of gas']
    """
    return [
        " ".join(words)
        for phrase in cell.split(",")
        for words in product(*(word.split("/") for word in phrase.split()))
        if words
    ]


def phrase_pattern(listed: Iterable[str]) -> regex.Pattern[str]:
    """A pattern that finds any of the phrases (lower case) as whole words, the longest one at each place.

    >>> phrase_pattern(["trade", "trade union"]).findall("the trade-union of trade")
    ['trade-union', 'trade']
    """
    return regex.compile(words_pattern(listed, either_case=False).replace(r"\ ", GAP))


def normal(found: str) -> str:
    """A found phrase as it stands in the list: one blank wherever the text has blanks, hyphens or a line break."""
    return " ".join(found.replace("-", " ").split())


def with_plurals(listed: Iterable[str]) -> frozenset[str]:
    """The phrases and their regular plurals (or third persons): "company" also gives "companies".

    >>> sorted(with_plurals(["visit", "company"]))
    ['companies', 'company', 'visit', 'visits']
    """
    return frozenset(form for phrase in listed for form in (phrase, _plural(phrase)))


def _plural(phrase: str) -> str:
    if phrase.endswith("y") and phrase[-2:-1] not in tuple("aeiou"):
        return phrase[:-1] + "ies"
    if phrase.endswith(("s", "x", "z", "ch", "sh")):
        return phrase + "es"
    return phrase + "s"
