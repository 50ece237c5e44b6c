"""Places mentions: what was read becomes facts, each with its indicator, year, parties, status, speaker and sentence.

Each placing module looks at the whole document and answers with a list aligned with ``document.mentions``; here the
answers are only put together.
"""

from __future__ import annotations

from extractors import indicators, parties, speakers, statuses, years
from extractors.claims import with_claims
from extractors.indicators import INDICATORS
from extractors.model import Document, Fact
from extractors.nearness import by_sentence


def place(document: Document, article_id: str = "") -> list[Fact]:
    """The facts of a document in text order; mentions in page furniture give none.

    ``article_id`` ("text" if empty) and the figure's span make the ``fact_id``, so that ids do not depend on what
    else is found.
    """
    article = article_id or "text"
    placed_indicators = indicators.place(document)
    placed_statuses = statuses.place(document)
    names = [placed.indicator for placed in placed_indicators]
    sentences = [document.sentences[number] for number, mentions in by_sentence(document) for _ in mentions]
    facts = []
    for mention, sentence, indicator, status, year, party, speaker in zip(
        document.mentions,
        sentences,
        placed_indicators,
        placed_statuses,
        years.place(document, names, placed_statuses),
        parties.place(document),
        speakers.place(document),
        strict=True,
    ):
        if sentence.furniture:
            continue
        fact_id = f"{article}.{mention.start}-{mention.end}"
        facts.append(
            Fact(
                fact_id=fact_id,
                claim_id=fact_id,
                article_id=article_id,
                kind=mention.kind,
                indicator=indicator.indicator,
                topic=INDICATORS[indicator.indicator].topic,
                value=mention.value,
                value_low=mention.value_low,
                value_high=mention.value_high,
                unit=mention.unit,
                qualifier=mention.qualifier,
                change=mention.change,
                status=status,
                year=year.year,
                year_basis=year.basis,
                year_from=year.source,
                year_cue=year.cue,
                period_start=year.period_start,
                period_end=year.period_end,
                parties=party.parties,
                parties_from=party.source,
                parties_cue=party.cue,
                indicator_from=indicator.source,
                indicator_cue=indicator.cue,
                speaker=speaker,
                text=document.text[mention.start : mention.end],
                sentence=document.text[sentence.start : sentence.end],
                sentence_start=sentence.start,
                sentence_end=sentence.end,
                start=mention.start,
                end=mention.end,
                extractor=mention.rule,
            )
        )
    return with_claims(facts)
