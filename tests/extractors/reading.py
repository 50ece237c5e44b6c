"""Cases for the tests of reading: the figures of a text stand between « and », so that spans need no counting."""

from __future__ import annotations

import regex

from extractors import mentions
from extractors.model import CALENDAR_KINDS, Mention

_MARK = regex.compile("«(?P<figure>[^«»]+)»")


def unmarked(case: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the spans that were marked.

    >>> unmarked("some «5 km» away")
    ('some 5 km away', [(5, 9)])
    """
    spans = [(m.start() - 2 * i, m.end() - 2 * i - 2) for i, m in enumerate(_MARK.finditer(case))]
    return case.replace("«", "").replace("»", ""), spans


def read(text: str) -> list[Mention]:
    """The figures of a text that are no dates or periods."""
    return [m for m in mentions.read(text).mentions if m.kind not in CALENDAR_KINDS]


def marked_figures(case: str) -> list[Mention]:
    """The figures at the marks, in order; fails with what was read instead if one is missing."""
    text, spans = unmarked(case)
    found = {(m.start, m.end): m for m in read(text)}
    shown = [f"{text[start:end]} = {m.value:g} {m.unit}" for (start, end), m in found.items()]
    missing = [text[start:end] for start, end in spans if (start, end) not in found]
    assert not missing, f"{missing} not read in {text!r}; read: {shown}"
    return [found[span] for span in spans]


def marked_figure(case: str) -> Mention:
    """The one marked figure."""
    (figure,) = marked_figures(case)
    return figure
