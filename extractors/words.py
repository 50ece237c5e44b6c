"""The words of a text: split off once and looked up, so that a long word list costs no more than a short one.

Words are cut at blanks and punctuation, hyphens too, and keep their capitals; what two modules look for in a text is
found in one pass over it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import accumulate

SEPARATORS = "\n\t\r\v\f" + "!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~" + "–—“”„‟‘’«»‹›…•·€£₽₸№°"
"""Every character beside the blank that parts words: all of ASCII's punctuation, and what else news pages use."""

Endings = dict[str, list[str]]
"""Phrases by their last words."""
Hit = tuple[int, str]
"""A word and where it begins."""


def lowered(text: str) -> str:
    """A text of plain characters in lower case, one for one, hyphens as blanks: what phrases are looked for in.

    >>> lowered("Trade-turnover of İzmir")
    'trade turnover of İzmir'
    """
    same = text.replace("-", " ")
    small = same.lower()
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in same)


def spaced(text: str) -> str:
    """The text with a blank for every separator, one for one.

    >>> spaced("Russian-Kazakh trade, 2023.")
    'Russian Kazakh trade  2023 '
    """
    for separator in SEPARATORS:
        text = text.replace(separator, " ")  # several times as fast as `str.translate`
    return text


def split(text: str) -> list[Hit]:
    """All words of a text with their places.

    >>> split("It grew.")
    [(0, 'It'), (3, 'grew')]
    """
    parts = spaced(text).split(" ")
    starts = list(accumulate(map(len, parts), initial=0))  # blanks not counted
    return [(starts[i] + i, word) for i, word in enumerate(parts) if word]


def find(text: str, vocabulary: Container[str]) -> list[Hit]:
    """The words of a text that are in a vocabulary, in order.

    >>> find("two or three", {"two", "three"})
    [(0, 'two'), (7, 'three')]
    """
    blank = f" {spaced(text)} "
    found = []
    at = 0
    for word in [word for word in blank.split(" ") if word in vocabulary]:
        at = blank.find(f" {word} ", at)  # the next place is the right one: none was left out
        found.append((at, word))
        at += len(word)
    return found


def vocabulary(text: str) -> frozenset[str]:
    """The different words of a text in lower case."""
    return frozenset(spaced(text).lower().split())


def near(text: str, start: int, end: int) -> frozenset[str]:
    """The words, in lower case, that begin and end in a stretch of text; the first may be cut.

    >>> sorted(near("It grew, compared with 2021", 0, 23))
    ['compared', 'grew', 'it', 'with']
    """
    return frozenset(text[max(0, start) : end].lower().replace(",", " ").replace("-", " ").split())


def by_last_word(phrases: Iterable[str]) -> Endings:
    """Phrases filed by their last words, the longest first."""
    filed: Endings = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        filed.setdefault(re.split("[ -]", phrase)[-1], []).append(phrase)
    return filed


def phrase_before(text: str, at: int, phrases: Endings) -> tuple[str, int] | None:
    """The longest of the phrases that ends one or two blanks before a place, and where it begins; None if none does.

    Its first letter may be a capital.

    >>> phrase_before("No less than 5", 13, by_last_word(["less than", "no less than"]))
    ('no less than', 0)
    """
    end = at - 1
    if end < 1 or text[end] != " ":
        return None
    if text[end - 1] == " ":
        end -= 1
    near = text[max(0, end - _LONGEST) : end]
    word = near[max(near.rfind(" "), near.rfind("-"), near.rfind("\n")) + 1 :].lstrip(_OPENING).lower()
    for phrase in phrases.get(word, ()):
        begin = end - len(phrase)
        if (
            begin >= 0
            and text.startswith(phrase[1:], begin + 1)
            and text[begin].lower() == phrase[0]
            and not (begin and (text[begin - 1].isalpha() or text[begin - 1] == "-"))
        ):
            return phrase, begin
    return None


def tokens(text: str, start: int, end: int) -> list[str]:
    """The words, in lower case, of a stretch of text; compounds with hyphens are one."""
    return [word.lower() for word in _TOKEN.findall(text, max(0, start), end)]


def backwards(text: str, start: int, end: int, most: int) -> Iterator[tuple[int, str]]:
    """Where each of the last words before ``end`` ends, and the word in lower case: the last one first.

    No more than ``most``; they stop at anything but a blank or a comma.

    >>> list(backwards("fell (sharply, by 7%", 0, 18, 3))
    [(17, 'by'), (13, 'sharply')]
    """
    behind = end
    for token in reversed(list(_TOKEN.finditer(text, max(start, end - most * _LONGEST), end))[-most:]):
        gap = text[token.end() : behind]
        if len(gap) > 2 or gap.strip(" ,"):
            return
        yield token.end(), token[0].lower()
        behind = token.start()


_OPENING = "([{\"'“‘«–—/"
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AFTER = re.compile(r"[ -]?([^\W\d_]{1,24}|\S?)")
_LONGEST = 24


def after(text: str, at: int) -> str:
    """The word right behind a place, in lower case, or the sign that stands there; "" at the end of a line.

    >>> after("5 million", 1), after("5-year", 1), after("5%", 1), after("25kg", 2)
    ('million', 'year', '%', 'kg')
    """
    match = _AFTER.match(text, at)
    return match[1].lower() if match else ""


def before(text: str, at: int) -> str:
    """The word before the blank or hyphen that ends at a place, in lower case; "" if no word stands there.

    >>> before("more than 5", 10), before("mid-2020", 4), before("($5", 1)
    ('than', 'mid', '')
    """
    end = at - 1
    if end < 1 or text[end] not in " -":
        return ""
    near = text[max(0, end - _LONGEST) : end]
    word = near[near.rfind(" ") + 1 :]
    if not word.isalpha():
        letters = _LAST_LETTERS.search(word)
        word = letters[0] if letters else ""
    return word.lower()


_LAST_LETTERS = re.compile(r"(?<![^\W\d_])[^\W\d_]+\Z")
