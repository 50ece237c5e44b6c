"""Places mentions: what was read becomes facts, each with its indicator, year, parties, status, speaker and sentence.

Each placing module looks at the whole document and answers with a list aligned with ``document.mentions``; here the
answers are only put together.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors import indicators, parties, speakers, statuses, years
from extractors.claims import with_claims
from extractors.indicators import INDICATORS, PlacedIndicator
from extractors.model import Document, Fact, Mention, Sentence, Status
from extractors.nearness import by_sentence
from extractors.parties import PlacedParties
from extractors.years import PlacedYear


def place(document: Document, article_id: str = "") -> list[Fact]:
    """The facts of a document in text order; mentions in page furniture give none.

    ``article_id`` ("text" if empty) and the figure's span make the ``fact_id``, so that ids do not depend on what
    else is found.
    """
    placed_indicators = indicators.place(document)
    placed_statuses = statuses.place(document)
    names = [placed.indicator for placed in placed_indicators]
    columns = zip(
        document.mentions,
        _written(document),
        placed_indicators,
        placed_statuses,
        years.place(document, names, placed_statuses),
        parties.place(document, names),
        speakers.place(document),
        strict=True,
    )
    return with_claims([_fact(document.text, article_id, *row) for row in columns if not row[1][0].furniture])


def _written(document: Document) -> Iterator[tuple[Sentence, str]]:
    """The sentence of each mention and its text, cut out once: a sentence may hold a thousand figures."""
    for number, mentions in by_sentence(document):
        sentence = document.sentences[number]
        text = document.text[sentence.start : sentence.end]
        yield from ((sentence, text) for _ in mentions)


def _fact(
    text: str,
    article_id: str,
    mention: Mention,
    written: tuple[Sentence, str],
    indicator: PlacedIndicator,
    status: Status,
    year: PlacedYear,
    party: PlacedParties,
    speaker: str,
) -> Fact:
    fact_id = f"{article_id or 'text'}.{mention.start}-{mention.end}"
    sentence, sentence_text = written
    # fmt: off
    return Fact(
        fact_id=fact_id, claim_id=fact_id, article_id=article_id,
        kind=mention.kind, unit=mention.unit, qualifier=mention.qualifier, change=mention.change,
        value=mention.value, value_low=mention.value_low, value_high=mention.value_high,
        indicator=indicator.indicator, topic=INDICATORS[indicator.indicator].topic,
        indicator_from=indicator.source, indicator_cue=indicator.cue,
        status=status,
        year=year.year, year_basis=year.basis, year_from=year.source, year_cue=year.cue,
        period_start=year.period_start, period_end=year.period_end,
        parties=party.parties, parties_from=party.source, parties_cue=party.cue,
        speaker=speaker,
        text=text[mention.start : mention.end], start=mention.start, end=mention.end,
        sentence=sentence_text, sentence_start=sentence.start, sentence_end=sentence.end,
        extractor=mention.rule,
    )
    # fmt: on
