"""Claims as schema.org ``Claim`` records (JSON-LD): what is said, about what, by whom, and where it appears.

A record states that a claim was made, not whether it holds: there is no rating in it and no review.
https://schema.org/Claim, https://schema.org/Observation
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from extractors.model import CALENDAR_KINDS, Article, Fact

CONTEXT = "https://schema.org"


def claim_record(fact: Fact, article: Article | None, address: str) -> dict[str, Any]:
    """One claim; ``address`` is the fact's own page.  What is not known is left out rather than left empty."""
    return _known(
        {
            "@type": "Claim",
            "@id": address,
            "identifier": fact.fact_id,
            "text": fact.sentence,
            "name": fact.text,
            "author": {"@type": "Person", "name": fact.speaker} if fact.speaker else None,
            "about": _observation(fact),
            "appearance": _appearance(fact, article),
        }
    )


def export(facts: Iterable[Fact], articles: Mapping[str, Article], address: Callable[[Fact], str]) -> str:
    """All claims as one JSON-LD document; a claim that an article repeats is stated once."""
    first = {fact.claim_id: fact for fact in reversed(list(facts))}
    records = [claim_record(fact, articles.get(fact.article_id), address(fact)) for fact in reversed(first.values())]
    return json.dumps({"@context": CONTEXT, "@graph": records}, ensure_ascii=False, indent=1)


def _observation(fact: Fact) -> dict[str, Any] | None:
    """The figure itself: what was measured, its value with unit and ends, its time and its countries."""
    if fact.kind in CALENDAR_KINDS:
        return None
    value = _known(
        {
            "@type": "QuantitativeValue",
            "value": fact.value if fact.value_low is None else None,
            "minValue": fact.value_low,
            "maxValue": fact.value_high,
            "unitText": fact.unit,
        }
    )
    return _known(
        {
            "@type": "Observation",
            "measuredProperty": fact.indicator if fact.indicator != "other" else None,
            "measurementQualifier": fact.qualifier.value,
            "value": value,
            "observationDate": str(fact.year) if fact.year is not None else None,
            "observationPeriod": _period(fact),
            "spatialCoverage": [{"@type": "Country", "identifier": code} for code in fact.parties.split(";") if code],
        }
    )


def _period(fact: Fact) -> str | None:
    return f"{fact.period_start}/{fact.period_end}" if fact.period_start and fact.period_end else None


def _appearance(fact: Fact, article: Article | None) -> dict[str, Any]:
    """The article with the sentence that makes the claim."""
    if article is None:
        return {"@type": "NewsArticle", "identifier": fact.article_id, "citation": fact.sentence}
    return _known(
        {
            "@type": "NewsArticle",
            "identifier": article.id,
            "headline": None if article.title_is_ours else article.title,
            "author": {"@type": "Person", "name": article.author} if article.author else None,
            "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
            "datePublished": _date(article),
            "inLanguage": article.language,
            "url": article.url if article.url.startswith(("http://", "https://")) else None,
            "hasPart": {"@type": "Quotation", "text": fact.sentence},
        }
    )


def _date(article: Article) -> str | None:
    """The publication date as far as it is known: 2022-04-15, 2022-04 or 2022 (all ISO 8601)."""
    if article.published is None:
        return None
    return article.published.isoformat()[: {"year": 4, "month": 7}.get(article.published_precision, 10)]


def _known(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value not in (None, "", [], {})}
