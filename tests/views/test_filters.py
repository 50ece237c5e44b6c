"""Filters and the address: what a link says is what is shown, and nothing else gets in."""

import pytest

from views.filters import Filters, from_query, terms, to_query

CHOICES = {
    "topic": ("trade", "energy"),
    "indicator": ("trade_turnover",),
    "source": ("an-article",),
    "publisher": ("A & B News",),
    "kind": ("money",),
    "unit": ("USD", ""),
    "parties": ("KZ;RU", ""),
    "qualifier": ("about",),
    "basis": ("stated",),
    "status": ("actual",),
}


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ({}, Filters()),
        ({"topic": ["trade"]}, Filters(topic=("trade",))),
        ({"topic": ["trade", "energy"]}, Filters(topic=("trade", "energy"))),
        ({"parties": ["KZ;RU", "none"]}, Filters(parties=("KZ;RU", ""))),
        ({"publisher": ["A & B News"]}, Filters(publisher=("A & B News",))),
        ({"years": ["2020-2023"]}, Filters(years=(2020, 2023))),
        ({"undated": ["no"]}, Filters(undated=False)),
        ({"q": ['oil "joint venture"']}, Filters(text='oil "joint venture"')),
    ],
)
def test_f11_every_filter_has_its_place_in_the_address(query: dict[str, list[str]], filters: Filters) -> None:
    assert from_query(query, CHOICES) == (filters, [])
    assert to_query(filters) == query


@pytest.mark.parametrize(
    ("query", "unknown"),
    [
        ({"topic": ["foo"]}, ["topic=foo"]),
        ({"topic": ["Trade"]}, ["topic=Trade"]),
        ({"years": ["last"]}, ["years=last"]),
        ({"years": ["2023-2020"]}, ["years=2023-2020"]),
        ({"years": ["٢٠٢٠-٢٠٢١"]}, ["years=٢٠٢٠-٢٠٢١"]),
        ({"source": ["x" * 500]}, ["source=" + "x" * 80]),
    ],
)
def test_f15_what_an_old_link_names_in_vain_is_left_out_and_told(
    query: dict[str, list[str]], unknown: list[str]
) -> None:
    assert from_query(query, CHOICES) == (Filters(), unknown)


def test_parameters_of_others_are_no_business_of_the_filters() -> None:
    assert from_query({"article": ["a"], "fact": ["b"], "lang": ["ru"]}, CHOICES) == (Filters(), [])


def test_a_search_is_cut_at_its_longest() -> None:
    filters, _ = from_query({"q": ["a" * 10_000]}, CHOICES)
    assert len(filters.text) == 200


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("oil", ["oil"]),
        ("Oil  GAS", ["oil", "gas"]),
        ('"joint venture" oil', ["joint venture", "oil"]),
        ('"unclosed phrase', ["unclosed", "phrase"]),
        ("100%", ["100%"]),
        ("", []),
    ],
)
def test_f5_a_search_is_words_and_quoted_phrases(text: str, found: list[str]) -> None:
    assert terms(text) == found


def test_f7_a_filter_or_one_of_its_values_can_be_lifted() -> None:
    filters = Filters(topic=("trade", "energy"), years=(2020, 2021), text="oil")
    assert filters.without("topic", "trade").topic == ("energy",)
    assert filters.without("topic").topic == ()
    assert filters.without("years").years is None
    assert filters.active() == ("topic", "years", "text")
