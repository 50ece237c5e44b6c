"""Documents for the tests of placing: figures are marked in the text, so that no reader is needed to find them.

``«$28 billion|trade_turnover»`` is a figure and what the test expects of it; an arrow before the bar (``«7%↑|…»``)
says that the figure is the size of a change.
"""

from __future__ import annotations

import regex

from extractors.model import Change, Kind, Mention
from extractors.passages import Document
from extractors.sentences import sentences

_MARK = regex.compile(r"«(?P<figure>[^«»|↑↓]+)(?P<arrow>[↑↓])?\|(?P<expected>[a-z_]+)»")
_KINDS = (
    (Kind.ORDINAL, "ordinal", r"^(?:\w*[0-9](?:th|st|nd|rd)|fifth|fourth|third(?= \w)|first|second|XX)\b"),
    (Kind.MONEY, "USD", r"[$€]|dollar|euro\b|USD"),
    (Kind.MONEY, "RUB", r"ro?uble"),
    (Kind.MONEY, "KZT", r"tenge"),
    (Kind.PERCENT, "percent", r"%|percent|per cent|half|third|quarter"),
    (Kind.RATIO, "times", r"doubled?|tripled|times\b|-?fold"),
    (Kind.COUNT, "tonne-km", r"ton-kilom|tonne-kilom"),
    (Kind.VOLUME, "bcm", r"bcm|billion cubic|cubic kilo"),
    (Kind.VOLUME, "m3/s", r"cubic met\w+ per second"),
    (Kind.VOLUME, "m3", r"cubic met"),
    (Kind.VOLUME, "barrel/day", r"bpd|barrels per day|barrels a day"),
    (Kind.VOLUME, "barrel", r"barrel"),
    (Kind.LENGTH, "km", r"\bkm\b|kilomet"),
    (Kind.LENGTH, "m", r"centimet|\bcm\b|met(?:er|re)s?\b"),
    (Kind.MASS, "tonne", r"\bt\b|tons?\b|tonnes?\b"),
    (Kind.ENERGY, "MW", r"MW\b|GW\b|megawatt"),
    (Kind.ENERGY, "kWh", r"kWh|kilowatt-hour"),
    (Kind.DURATION, "year", r"(?:years?|months?|days?|weeks?|hours?)$"),
)
_BARE = regex.compile(r"[0-9.,]+(?: million| thousand)?")
_PEOPLE = regex.compile(r"(?:people|Russians|Kazakhs|citizens|residents|inhabitants|men|Kazakhstanis|of them)$")


def marked(case: str) -> tuple[Document, list[str]]:
    """The document that a marked text stands for, and what is expected of each figure."""
    mentions: list[Mention] = []
    expected: list[str] = []
    text = ""
    at = 0
    for mark in _MARK.finditer(case):
        text += case[at : mark.start()]
        kind, unit = _kind(mark["figure"])
        if mentions and _BARE.fullmatch(mark["figure"]) and kind is Kind.COUNT:
            kind, unit = mentions[-1].kind, mentions[-1].unit
        change = {"↑": Change.UP, "↓": Change.DOWN}.get(mark["arrow"] or "", Change.NONE)
        start, end = len(text), len(text) + len(mark["figure"])
        mentions.append(Mention(kind, start, end, "marked", value=_value(mark["figure"]), unit=unit, change=change))
        expected.append(mark["expected"])
        text += mark["figure"]
        at = mark.end()
    text += case[at:]
    return Document(text, None, sentences(text), mentions, []), expected


def _value(figure: str) -> float:
    """The digits of a figure; enough to tell a repeated one."""
    digits = regex.search(r"[0-9][0-9.,]*", figure)
    return float(digits.group().strip(".,").replace(",", "")) if digits else 1.0


def _kind(figure: str) -> tuple[Kind, str]:
    for kind, unit, pattern in _KINDS:
        if regex.search(pattern, figure):
            if kind is Kind.ORDINAL:
                unit = figure.split()[-1] if " " in figure else unit
            return kind, unit
    if _PEOPLE.search(figure):
        return Kind.COUNT, "person"
    words = figure.removeprefix("by ").split()
    head = " ".join(words[-2:]) if words[-2:-1] in (["power"], ["joint"]) else words[-1]
    for plural, single in (("ies", "y"), ("ches", "ch"), ("s", "")):
        if head.endswith(plural):
            return Kind.COUNT, head.removesuffix(plural) + single
    return Kind.COUNT, head
