"""Which published series a claim speaks of."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.model import Change, Fact, Kind, Status
from tests.views.claims import claim
from views.reference import published
from views.subjects import subjects

PEOPLE: dict[str, Any] = {"unit": "person", "kind": Kind.COUNT, "indicator": "population"}
PERCENT: dict[str, Any] = {"unit": "percent", "kind": Kind.PERCENT}
ORDINAL: dict[str, Any] = {"kind": Kind.ORDINAL, "indicator": "visits"}
TONNES: dict[str, Any] = {"unit": "tonne", "kind": Kind.MASS, "indicator": "oil_transit"}


def series(*facts: Fact) -> list[str]:
    found = subjects(facts, published())
    return [found[fact.fact_id].name if fact.fact_id in found else "" for fact in facts]


@pytest.mark.parametrize(
    ("fact", "name"),
    [
        (claim("Trade turnover came to [$28.2 billion] in 2022.", 28.2e9), "trade_turnover"),
        (claim("Trade is to reach [$30 billion].", 30e9, status=Status.TARGET), "trade_turnover_target"),
        (claim("Trade will come to [$24 billion].", 24e9, status=Status.FORECAST), "trade_turnover_forecast"),
        (claim("Trade grew by [7%].", 7, change=Change.UP, **PERCENT), "trade_growth"),
        (claim("Almost [70 percent] of it is trade between regions.", 70, **PERCENT), "trade_interregional_share"),
        (claim("China has [21.3%] of Kazakhstan's foreign trade.", 21.3, **PERCENT), "trade_share_of_kz_turnover"),
        (
            claim("Imports from Russia rose to [$17.6 billion].", 17.6e9, indicator="imports"),
            "trade_imports_kz_from_ru",
        ),
        (
            claim("The border is [7,500 km] long.", 7500, "km", kind=Kind.LENGTH, indicator="border_length"),
            "border_length",
        ),
        (claim("[3.5 million] Russians live in Kazakhstan.", 3.5e6, **PEOPLE), "number_russians_in_kz"),
        (claim("[647,732] Kazakhs were counted in Russia.", 647_732, **PEOPLE), "number_kazakhs_in_ru"),
        (claim("Kazakhstan has [20 million] inhabitants.", 20e6, **{**PEOPLE, "parties": ""}), "population_kz"),
        (
            claim(
                "Russians make up [15%] of the population of Kazakhstan.", 15, indicator="population_share", **PERCENT
            ),
            "share_russians_in_kz",
        ),
        (claim("The Caspian pipeline carried [63 million tonnes].", 63e6, **TONNES), "cpc_volume"),
        (claim("Of Kazakh oil, the CPC took [52 million tonnes].", 52e6, **TONNES), "cpc_volume_kazakh"),
        (claim("The [19th] Interregional Cooperation Forum met.", 19, "forum", **ORDINAL), "interregional_forum"),
        (
            claim("It was Putin's [fifth] meeting with Tokayev.", 5, "meeting", **ORDINAL),
            "presidents_meetings_in_year",
        ),
        (
            claim("Baikonur is leased until [2050].", None, "", kind=Kind.PERIOD, indicator="rent", year=2050),
            "baikonur_lease_until",
        ),
    ],
)
def test_series(fact: Fact, name: str) -> None:
    assert series(fact) == [name]


@pytest.mark.parametrize(
    "fact",
    [
        claim("Agricultural trade came to [$1.2 billion].", 1.2e9),  # a part of it
        claim("Trade grew by [$2 billion].", 2e9, change=Change.UP),  # the size of a change is no level
        claim("Trade came to [$28.2 billion].", 28.2e9, parties=""),  # of whom?
        claim("[70%] of all goods go through Russia.", 70, indicator="transit_share", **PERCENT),  # goods are not oil
        claim("[1,100] people were polled in Kazakhstan.", 1100, **PEOPLE),
        claim("In the sample [17.5%] were Russians of Kazakhstan.", 17.5, indicator="population_share", **PERCENT),
        claim("It was the [78th] meeting of the General Assembly with Putin.", 78, "meeting", **ORDINAL),
        claim(
            "The launch at Baikonur is planned for [2025].", None, "", kind=Kind.PERIOD, indicator="other", year=2025
        ),
        claim("The station cost [$8 billion].", 8e9, indicator="other"),
    ],
)
def test_no_series(fact: Fact) -> None:
    assert series(fact) == [""]


def test_a_word_counts_for_the_figure_it_stands_nearest_to() -> None:
    sentence = "It was the [fourth] visit since the war began and the 35th visit of all."
    fourth = claim(sentence, 4, "visit", **ORDINAL)
    last = claim("It was the fourth visit since the war began and the [35th] visit of all.", 35, "visit", **ORDINAL)
    assert series(fourth, last) == ["putin_visits_since_feb_2022", ""]


def test_a_figure_leans_on_the_one_before_in_its_sentence() -> None:
    sentence = "China has {} of the country's foreign trade, Kazakh data say, and Russia {}."
    china = claim(sentence.format("[21.3%]", "18.6%"), 21.3, parties="CN;KZ", **PERCENT)
    russia = claim(sentence.format("21.3%", "[18.6%]"), 18.6, **PERCENT)
    assert series(china, russia) == ["trade_share_of_kz_turnover"] * 2


def test_a_short_sentence_leans_on_the_one_before() -> None:
    first = claim("The census counted [647,732] Kazakhs in Russia.", 647_732, **PEOPLE)
    second = claim("Others say up to [1.5 million].", 1.5e6, offset=first.sentence_end + 1, **PEOPLE)
    assert series(first, second) == ["number_kazakhs_in_ru"] * 2


def test_a_long_sentence_does_not_lean() -> None:
    first = claim("The census counted [647,732] Kazakhs in Russia.", 647_732, **PEOPLE)
    words = "Of those who were asked by the institute in the spring of that year [1,500] gave no answer at all."
    second = claim(words, 1500, offset=first.sentence_end + 1, **PEOPLE)
    assert series(first, second) == ["number_kazakhs_in_ru", ""]
