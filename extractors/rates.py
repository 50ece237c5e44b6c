"""Rates: what a figure is per ("per day", "a barrel", "/month")."""

from __future__ import annotations

import regex

from extractors import words
from extractors.currencies import NAMES
from extractors.nouns import singular
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
    "kilowatt-hour": "kWh",
    "megawatt-hour": "MWh",
    "kWh": "kWh",
    "MWh": "MWh",
    "megawatt hour": "MWh",
    "Gcal": "gigacalorie",
    "gigacalorie": "gigacalorie",
    "MMBtu": "mmbtu",
    "mmbtu": "mmbtu",
    "million British thermal units": "mmbtu",
    "bbl": "barrel",
    "t": "tonne",
    "m3": "m3",
    "m2": "m2",
    "oz": "ounce",
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
    rf"(?:[ ]of[ ]\p{{Ll}}{{2,15}}+(?=[ ]per[ ]))?+(?:[ -](?:per|an?)[ -]|/|[ ](?=(?:annually|daily|monthly|"
    rf"weekly)\b))(?:(?P<per>{trie(_PER, either_case=False)})(?!\p{{L}})|(?P<adverb>annually|daily|monthly|weekly)"
    r"|(?<=[ -]per[ -])(?!cent)(?P<other>\p{Ll}{3,20}+))(?!\p{L}|[ ](?:earlier|ago|before|later|after|prior|old))"
)
_BEGINS = frozenset("of per a an / annually daily monthly weekly".split())
"""How those begin: a quick look that spares most figures the pattern."""
_ADVERBS = {"annually": "year", "daily": "day", "monthly": "month", "weekly": "week"}


def rate(text: str, end: int) -> tuple[str, str, int]:
    """(what the figure ending at ``end`` is per, the same as written, where that ends), or ("", "", end).

    >>> rate("35 barrels per day", 10)
    ('day', 'day', 18)
    """
    match = RATE.match(text, end, concurrent=False) if words.after(text, end) in _BEGINS else None
    if match is None or match["other"] in NAMES:  # "34.8 rubles per dollar" is money, not a rate of money
        return "", "", end
    if match["other"]:  # whatever else it is per: a passenger, a household
        return singular(match["other"]), match["other"], match.end()
    word = match["per"] or _ADVERBS[match["adverb"]]
    return _PER[word], word, match.end()
