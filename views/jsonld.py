"""Claims as schema.org ``Claim`` records (JSON-LD): what is said, about what, by whom, and where it appears.

A record states that a claim was made, not whether it holds: there is no rating in it and no review.
https://schema.org/Claim, https://schema.org/Observation
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from extractors.model import CALENDAR_KINDS

CONTEXT = "https://schema.org"


def document(rows: Iterable[Mapping[Any, Any]]) -> str:
    """Rows of the fact table (with title, publisher and published of their article) as one JSON-LD document."""
    graph = [record(row) for row in rows]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)


def record(row: Mapping[Any, Any]) -> dict[str, Any]:
    """One claim.  What is not known is left out rather than left empty."""
    return _known(
        {
            "@type": "Claim",
            "identifier": row["fact_id"],
            "name": row["text"],
            "text": row["sentence"],
            "author": {"@type": "Person", "name": row["speaker"]} if row["speaker"] else None,
            "about": _observation(row),
            "appearance": _appearance(row),
        }
    )


def _observation(row: Mapping[Any, Any]) -> dict[str, Any] | None:
    """The figure itself: what was measured, its value with unit and ends, its time and its countries."""
    if row["kind"] in CALENDAR_KINDS:
        return None
    is_range = not pd.isna(row["value_low"])
    value = {
        "@type": "QuantitativeValue",
        "value": None if is_range else row["value"],
        "minValue": row["value_low"],
        "maxValue": row["value_high"],
        "unitText": row["unit"],
        "description": row["text"],
    }
    countries = [{"@type": "Place", "identifier": code} for code in str(row["parties"] or "").split(";") if code]
    return _known(
        {
            "@type": "Observation",
            "measuredProperty": row["indicator"] if row["indicator"] != "other" else None,
            "measurementQualifier": row["qualifier"],
            "value": _known(value),
            "observationDate": None if pd.isna(row["year"]) else str(int(row["year"])),
            "observationPeriod": _period(row["period_start"], row["period_end"]),
            "spatialCoverage": countries,
        }
    )


def _period(start: Any, end: Any) -> str | None:
    return None if pd.isna(start) or pd.isna(end) else f"{start:%Y-%m-%d}/{end:%Y-%m-%d}"


def _appearance(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The article with the sentence that makes the claim."""
    published = row.get("published")
    publisher = row.get("publisher")
    return _known(
        {
            "@type": "NewsArticle",
            "identifier": row["article_id"],
            "headline": row.get("title"),
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "datePublished": None if pd.isna(published) else f"{published:%Y-%m-%d}",
            "hasPart": {"@type": "Quotation", "text": row["sentence"]},
        }
    )


def _known(cells: Mapping[str, Any]) -> dict[str, Any]:
    """The cells that hold something; lists and records are never missing values."""
    return {
        name: cell
        for name, cell in cells.items()
        if (cell if isinstance(cell, dict | list | str) else not pd.isna(cell))
    }
