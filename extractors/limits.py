"""How much is read of what people send.

A limit that bites is said, and what stands before it is read: an article of which only the beginning is here says so
(``Article.incomplete``).  docs/limits.md lists them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from extractors.model import Article
from extractors.numbers import CARDINALS
from extractors.patterns import words_pattern
from extractors.sentences import LONGEST


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read, in bytes, characters and pieces; the defaults are for a server that strangers use.

    ``numbers`` counts digits and number words of one text, figures or not: they are what reading takes its time over.
    A dense megabyte of news holds half as many.
    """

    file_bytes: int = 20_000_000
    text_characters: int = 1_000_000
    numbers: int = 25_000
    zip_bytes: int = 100_000_000
    zip_files: int = 1_000
    articles: int = 10_000


_NUMBER = re.compile(rf"(?<![0-9])[0-9]|{words_pattern(CARDINALS)}")


def within(article: Article, limits: Limits) -> tuple[Article, str]:
    """The article, or as much of it as is read, and the limit that bit in words ("" if none did)."""
    text, told = article.text, ""
    if len(text) > limits.text_characters:
        text, told = text[: limits.text_characters], f"only the first {limits.text_characters:,} characters are read"
    if len(text) > 2 * limits.numbers and (end := _end(text, limits.numbers)) < len(text):
        text, told = text[:end], f"only the first {limits.numbers:,} numbers are read"
    return (replace(article, text=text, incomplete=True), told) if told else (article, "")


def _end(text: str, most: int) -> int:
    """Where the first number too many stands, or the last sentence or line before it ends."""
    beyond = next(islice(_NUMBER.finditer(text), most, None), None)
    if beyond is None:
        return len(text)
    at = beyond.start()
    return max(text.rfind(mark, max(0, at - LONGEST), at) + 1 for mark in ("\n", ". ")) or at
