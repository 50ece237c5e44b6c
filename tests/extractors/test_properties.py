"""What holds for any text whatever, hostile ones included."""

from __future__ import annotations

import io
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import Article, extract, fact_table
from extractors.model import Fact

NASTY = [
    "9" * 5000,
    "1e400",
    "1_000",
    "nan infinity",
    "-\u2212\u2013\u2014\ufe63\uff0d5 km",
    "5\u200b \u200dkm\u2060",
    "\u202e5 km\u202c",
    "e" + "\u0301" * 500 + " 5 km",
    "\ud800 5 km \udfff",
    "5\x00km 7 \x00%",
    "$" * 50 + "5" + "bn" * 50,
    "5%" * 200,
    "(((((5 km)))))",
    "1.1.1.1,1,1'1'1 km",
    "99999999999999999999999 trillion dollars",
    "٣ km, ５ km, ๓ km",
    "between -5 and -3 and 7 to 2 percent",
    "half half half a third a third of a third",
    "\u00ad5\u00ad0\u00ad0 km",
    "minus minus 5 km",
    "1/0 of it, 0/0 of it",
    "in 0000, in 9999, 99 February 2023, 30.02.2024",
    "\r\n\x0b\x0c\x85\u2028\u2029 5 km",
    "XXXXXXX Forum, IIIIII Forum",
]
WORDS = "Trade |Russia |rose by |fell to |$5 billion|7%|5 km|in 2022|last year|. |\n| |, |more than "
WORDS += "|two and a half million tons|the number of visits |from | to |between | and |-|Kazakhstan "
PIECES = st.sampled_from([*NASTY, *WORDS.split("|")])
TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=st.characters(exclude_categories=()), max_size=200),  # lone surrogates too
    st.text(alphabet="0123456789.,-–%$ ()ab\n", max_size=200),
    st.lists(PIECES, max_size=25).map("".join),
)
PLENTY = settings(max_examples=150, deadline=None)


def hold(text: str, facts: list[Fact]) -> None:
    """The promises of a fact."""
    for fact in facts:
        assert text[fact.start : fact.end] == fact.text
        assert fact.sentence_start <= fact.start < fact.end <= fact.sentence_end <= len(text)
        for value in (fact.value, fact.value_low, fact.value_high):
            assert value is None or math.isfinite(value)
        if fact.value_low is not None and fact.value_high is not None and fact.value is not None:
            assert fact.value_low <= fact.value <= fact.value_high
    assert len({fact.fact_id for fact in facts}) == len(facts)
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts(text: str) -> None:
    hold(text, extract(text, published="2023-11-10"))


@given(TEXTS)
@PLENTY
def test_any_text(text: str) -> None:
    hold(text, extract(text, published="2023-11-10"))


@given(TEXTS, TEXTS)
@PLENTY
def test_what_was_read_before_does_not_matter(before: str, text: str) -> None:
    alone = extract(text, published="2023-11-10")
    extract(before)
    assert extract(text, published="2023-11-10") == alone


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_fit_the_table_and_its_files(text: str) -> None:
    table = fact_table([Article(id="any", text=text, published=None)])
    table.to_csv(io.StringIO())
    table.to_parquet(io.BytesIO())


@given(TEXTS)
@settings(max_examples=30, deadline=None)
def test_any_text_fits_the_table_and_its_files(text: str) -> None:
    table = fact_table([Article(id="any", text=text + " It cost $5 billion.")])
    table.to_csv(io.StringIO())
    table.to_parquet(io.BytesIO())
    assert len(table) >= 1
