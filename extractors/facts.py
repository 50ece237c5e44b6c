"""Places mentions: what was read becomes facts, each with its indicator, year, parties, status, speaker and sentence.

Each placing module looks at the whole document and answers with a list aligned with ``document.mentions``; here the
answers are only put together.
"""

from __future__ import annotations

from extractors import indicators, parties, speakers, statuses, years
from extractors.claims import Claims
from extractors.indicators import INDICATORS, PlacedIndicator
from extractors.model import Fact, Mention, Status
from extractors.parties import PlacedParties
from extractors.passages import Document, Passage
from extractors.placed_years import PlacedYear


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
        (passage for passage in document.passages for _ in passage.mentions),
        placed_indicators,
        placed_statuses,
        years.place(document, names, placed_statuses),
        parties.place(document, names),
        speakers.place(document),
        strict=True,
    )
    claims = Claims()
    return [_fact(document.text, article_id, claims, *row) for row in columns if not row[1].sentence.furniture]


def _fact(
    text: str,
    article_id: str,
    claims: Claims,
    mention: Mention,
    passage: Passage,
    indicator: PlacedIndicator,
    status: Status,
    year: PlacedYear,
    party: PlacedParties,
    speaker: str,
) -> Fact:
    fact_id = f"{article_id or 'text'}.{mention.start}-{mention.end}"
    claim_id = claims.of(fact_id, mention, indicator.indicator, party.parties, year.year)
    sentence = passage.sentence
    # fmt: off
    return Fact(
        fact_id=fact_id, claim_id=claim_id, article_id=article_id,
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
        sentence=passage.written, sentence_start=sentence.start, sentence_end=sentence.end,
        extractor=mention.rule,
    )
    # fmt: on
