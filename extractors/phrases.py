"""Lists of fixed phrases: read from a table's cell, and found again in a text, all in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from extractors.words import Hit

AHEAD = 3
"""Characters behind its first word by which phrases are filed: a blank and how the second word begins."""

_WORD = re.compile(r"[a-z0-9]++")


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


class Lexicon:
    """Phrases by their first words: each word of a text costs a look-up or two, however many phrases there are."""

    def __init__(self, listed: Iterable[str]) -> None:
        self._heads: dict[str, dict[str, list[str]]] = {}
        for phrase in sorted(listed, key=len, reverse=True):
            first = _first_word(phrase)
            rest = phrase[len(first) : len(first) + AHEAD]
            self._heads.setdefault(first, {}).setdefault(rest, []).append(phrase)

    def find(self, small: str, words: Iterable[Hit]) -> list[tuple[int, int, str]]:
        """The phrases in a ``lowered`` text of these words, the longest at each place: (start, end, phrase).

        >>> from extractors.words import split
        >>> small = "the trade union of trade"
        >>> Lexicon(["trade", "trade union"]).find(small, split(small))
        [(4, 15, 'trade union'), (19, 24, 'trade')]
        """
        heads = self._heads
        found = []
        free = 0
        for start, word in [hit for hit in words if hit[1] in heads]:
            if start < free:
                continue
            head, after = heads[word], start + len(word)
            for phrase in (*head.get(small[after : after + AHEAD], ()), *head.get("", ())):
                end = start + len(phrase)
                if small.startswith(phrase, start) and not small[end : end + 1].isalnum():
                    found.append((start, end, phrase))
                    free = end
                    break
        return found


def _first_word(phrase: str) -> str:
    word = _WORD.match(phrase)
    if word is None:
        raise ValueError(f"the phrase {phrase!r} must begin with a lower-case letter or a digit")
    return word.group()
