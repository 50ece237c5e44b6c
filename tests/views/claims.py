"""Claims for the tests: a sentence whose figure stands in brackets, and what was read of it."""

from __future__ import annotations

from typing import Any

from extractors.model import Change, Fact, Kind, Qualifier, Source, Status, YearBasis


def claim(marked: str, value: float | None, unit: str = "USD", **given: Any) -> Fact:
    """The fact of "Trade reached [$28.2 billion] in 2022.": a claim on turnover unless said otherwise."""
    start, end = marked.index("["), marked.index("]") - 1
    sentence = marked.replace("[", "").replace("]", "")
    offset = given.pop("offset", 0)
    fields: dict[str, Any] = {
        "fact_id": f"article.{offset + start}-{offset + end}",
        "claim_id": f"article.{offset + start}-{offset + end}",
        "article_id": "article",
        "kind": Kind.MONEY,
        "indicator": "trade_turnover",
        "topic": "trade",
        "value": value,
        "value_low": None,
        "value_high": None,
        "unit": unit,
        "qualifier": Qualifier.EXACT,
        "change": Change.NONE,
        "status": Status.ACTUAL,
        "year": None,
        "year_basis": YearBasis.NONE,
        "year_from": Source.NONE,
        "year_cue": "",
        "period_start": None,
        "period_end": None,
        "parties": "KZ;RU",
        "parties_from": Source.SENTENCE,
        "parties_cue": "",
        "indicator_from": Source.SENTENCE,
        "indicator_cue": "",
        "speaker": "",
        "text": sentence[start:end],
        "sentence": sentence,
        "sentence_start": offset,
        "sentence_end": offset + len(sentence),
        "start": offset + start,
        "end": offset + end,
    }
    return Fact(**{**fields, **given})
