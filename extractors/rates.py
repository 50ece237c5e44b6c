"""Rates: what a figure is per ("per day", "a barrel", "/month")."""

from __future__ import annotations

import regex

from extractors.patterns import trie

_PER = {
    "day": "day",
    "week": "week",
    "month": "month",
    "hour": "hour",
    "minute": "minute",
    "second": "second",
    "quarter": "quarter",
    "night": "night",
    "barrel": "barrel",
    "ton": "tonne",
    "tonne": "tonne",
    "metric ton": "tonne",
    "ounce": "ounce",
    "troy ounce": "troy_ounce",
    "kilogram": "kg",
    "kg": "kg",
    "gram": "gram",
    "pound": "pound",
    "gallon": "gallon",
    "litre": "litre",
    "liter": "litre",
    "share": "share",
    "unit": "unit",
    "person": "person",
    "capita": "person",
    "square metre": "m2",
    "square meter": "m2",
    "sq m": "m2",
    "square foot": "foot2",
    "square kilometre": "km2",
    "square kilometer": "km2",
    "hectare": "ha",
    "cubic metre": "m3",
    "cubic meter": "m3",
    "thousand cubic metres": "1000m3",
    "thousand cubic meters": "1000m3",
    "1,000 cubic metres": "1000m3",
    "1,000 cubic meters": "1000m3",
    "mmBTU": "mmbtu",
    "kilowatt hour": "kWh",
    "kWh": "kWh",
    "kilometre": "km",
    "kilometer": "km",
    "km": "km",
    "mile": "mile",
    "year": "year",
    "annum": "year",
    "yr": "year",
    "century": "century",
    "decade": "decade",
    "game": "game",
    "head": "person",
}
"""What a figure may be per, and the fact table's spelling."""

RATE = regex.compile(
    rf"(?:[ -](?:per|an?)[ -]|/|[ ](?=(?:annually|daily|monthly|"
    rf"weekly)\b))(?:(?P<per>{trie(_PER, either_case=False)})|(?P<adverb>annually|daily|monthly|"
    rf"weekly))(?!\p{{L}}|[ ](?:earlier|ago|before|later|after|prior|old))"
)
_ADVERBS = {"annually": "year", "daily": "day", "monthly": "month", "weekly": "week"}


def rate(text: str, end: int) -> tuple[str, str, int]:
    """(what the figure ending at ``end`` is per, the same as written, where that ends), or ("", "", end).

    >>> rate("35 barrels per day", 10)
    ('day', 'day', 18)
    """
    match = RATE.match(text, end, concurrent=False)
    if match is None:
        return "", "", end
    word = match["per"] or _ADVERBS[match["adverb"]]
    return _PER[word], word, match.end()
