"""Claims as schema.org records."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pandas as pd
import pytest

from extractors.model import Fact, Kind
from extractors.table import to_table
from tests.views.claims import claim
from views import jsonld


def row(fact: Fact, **article: Any) -> dict[Any, Any]:
    return to_table([fact]).to_dict("records")[0] | article


YEAR: dict[str, Any] = {"year": 2022, "period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31)}


def test_a_claim_says_what_where_when_and_who() -> None:
    fact = claim("Trade reached [$28.2 billion] in 2022, Tokayev said.", 28.2e9, speaker="Tokayev", **YEAR)
    article = {"title": "Trade", "publisher": "A News", "published": pd.Timestamp("2023-11-10")}
    assert jsonld.record(row(fact, **article)) == {
        "@type": "Claim",
        "identifier": fact.fact_id,
        "name": "$28.2 billion",
        "text": "Trade reached $28.2 billion in 2022, Tokayev said.",
        "author": {"@type": "Person", "name": "Tokayev"},
        "about": {
            "@type": "Observation",
            "measuredProperty": "trade_turnover",
            "measurementQualifier": "exact",
            "value": {
                "@type": "QuantitativeValue",
                "value": 28.2e9,
                "unitText": "USD",
                "description": "$28.2 billion",
            },
            "observationDate": "2022",
            "observationPeriod": "2022-01-01/2022-12-31",
            "spatialCoverage": [{"@type": "Place", "identifier": "KZ"}, {"@type": "Place", "identifier": "RU"}],
        },
        "appearance": {
            "@type": "NewsArticle",
            "identifier": "article",
            "headline": "Trade",
            "publisher": {"@type": "Organization", "name": "A News"},
            "datePublished": "2023-11-10",
            "hasPart": {"@type": "Quotation", "text": fact.sentence},
        },
    }


def test_what_is_not_known_is_left_out() -> None:
    fact = claim("It cost [$5].", 5, indicator="other", parties="")
    found = jsonld.record(row(fact))
    assert set(found["about"]) == {"@type", "measurementQualifier", "value"}
    assert set(found["appearance"]) == {"@type", "identifier", "hasPart"}
    assert "author" not in found


def test_a_range_has_both_ends_and_no_middle() -> None:
    found = jsonld.record(row(claim("[$5-7 billion]", 6e9, value_low=5e9, value_high=7e9)))
    value = found["about"]["value"]
    assert (value["minValue"], value["maxValue"], "value" in value) == (5e9, 7e9, False)


def test_a_value_of_zero_is_a_value() -> None:
    assert jsonld.record(row(claim("[0] dollars", 0.0)))["about"]["value"]["value"] == 0.0


def test_a_date_is_no_observation() -> None:
    assert "about" not in jsonld.record(row(claim("on [November 9]", None, "", kind=Kind.DATE)))


@pytest.mark.parametrize("verdict", ["ClaimReview", "reviewRating", "truth", "rating"])
def test_no_verdict_is_invented(verdict: str) -> None:
    assert verdict not in jsonld.document([row(claim("[$5]", 5))])


def test_a_document_is_json_with_its_context() -> None:
    found = json.loads(jsonld.document([row(claim('Said "[$5]" </script>', 5))]))
    assert found["@context"] == "https://schema.org"
    assert found["@graph"][0]["text"] == 'Said "$5" </script>'
