"""Texts whose figures are marked with «…»: the document that the placing modules are given."""

from __future__ import annotations

import re

from extractors.model import Kind, Mention
from extractors.passages import Document
from extractors.sentences import sentences

_UNITS = (
    (r"%|per ?cent", Kind.PERCENT),
    (r"years?|months?|days", Kind.DURATION),
    (r"visit|meeting|forum", Kind.ORDINAL),
    (r"tons?|tonnes", Kind.MASS),
    (r"km|mile", Kind.LENGTH),
    (r"\$|dollar|r(?:ou|u)ble|tenge|euro|yuan|bn|billion", Kind.MONEY),
)


def document(marked: str, title: str = "") -> Document:
    """The document of a text whose figures stand between « and »; their kinds are guessed by their words."""
    text, mentions = "", []
    for number, part in enumerate(re.split("[«»]", marked)):
        if number % 2:
            kind = next((kind for unit, kind in _UNITS if re.search(unit, part)), Kind.COUNT)
            mentions.append(Mention(kind, len(text), len(text) + len(part), "test", 1.0))
        text += part
    return Document(text, None, sentences(text), mentions, [], title)
