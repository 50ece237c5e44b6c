"""The year of a figure as it was placed, and how headlines get theirs."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from extractors.model import Kind, Source, Status, YearBasis
from extractors.passages import Document


class PlacedYear(NamedTuple):
    """The year of one figure, how and from where it is known, the words that gave it, and its days."""

    year: int | None
    basis: YearBasis
    source: Source
    cue: str
    period_start: date | None
    period_end: date | None


NO_YEAR = PlacedYear(None, YearBasis.NONE, Source.NONE, "", None, None)


def date_headline(document: Document, statuses: list[Status], placed: list[PlacedYear]) -> None:
    """Give figures of the headline the year that the text gives the same figure."""
    headline = document.sentences[0] if document.sentences else None
    if headline is None or document.text[headline.end - 1 : headline.end] in {".", "!", "?"}:
        return
    if not document.mentions or document.mentions[0].start >= headline.end:
        return
    told: dict[tuple[Kind, float | None, str], PlacedYear] = {}
    for mention, year in zip(reversed(document.mentions), reversed(placed), strict=True):
        if year.year is not None:
            told[mention.kind, mention.value, mention.unit] = year
    for i, mention in enumerate(document.mentions):
        if mention.start >= headline.end:
            return
        year = told.get((mention.kind, mention.value, mention.unit), NO_YEAR)
        if (
            placed[i].year is None
            and mention.value is not None
            and statuses[i] is Status.ACTUAL
            and year.year is not None
        ):
            placed[i] = year._replace(basis=YearBasis.CONTEXT, source=Source.ARTICLE)
