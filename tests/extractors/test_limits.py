"""Limits: where one bites it is said, what stands before it is read, and time stays bounded."""

from __future__ import annotations

import pickle

import pytest

from extractors import extract, fact_table
from extractors.apart import VISITOR_LIMITS
from extractors.limits import Limits, within
from extractors.model import Article
from extractors.sentences import LONGEST

SENTENCE = "Trade of Russia and Kazakhstan came to ${} billion in 2022. "
FEW = Limits(numbers=10)


def article(text: str) -> Article:
    return Article("a", text, "A title")


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (Limits(text_characters=300), "only the first 300 characters are read"),
        (FEW, "only the first 10 numbers are read"),
        (Limits(text_characters=400, numbers=4), "only the first 4 numbers are read"),
    ],
)
def test_what_stands_before_a_limit_is_read_and_the_rest_is_said_to_be_missing(limits: Limits, told: str) -> None:
    whole = article("".join(SENTENCE.format(number) for number in range(1, 30)))
    part, said = within(whole, limits)
    assert said == told
    assert part.incomplete
    assert whole.text.startswith(part.text)
    facts, all_facts = extract(part.text), extract(whole.text)
    assert len(facts) >= 4
    assert [fact.text for fact in facts] == [fact.text for fact in all_facts][: len(facts)]


@pytest.mark.parametrize(
    "text",
    ["", "Nothing to count. " * 99, SENTENCE.format(5) * 5, "It is 1,000,000.00 km long. " * 2 + "x" * 100],
    ids=["empty", "no numbers", "just as many", "separators"],
)
def test_what_is_within_stays_as_it_is(text: str) -> None:
    whole = article(text)
    assert within(whole, FEW) == (whole, "")


@pytest.mark.parametrize(
    ("number", "lines"), [("7", 10), ("seven", 10), ("Seven", 10), ("777", 10), ("123,456", 5), ("(3.5)", 5)]
)
def test_digits_and_words_count_alike(number: str, lines: int) -> None:
    """A separator makes two numbers of one: the limit is about work, not about figures."""
    part, said = within(article(f"It has {number} of them.\n" * 30), FEW)
    assert said
    assert part.text == f"It has {number} of them.\n" * lines


def test_the_text_ends_where_a_sentence_ends() -> None:
    part, _ = within(article(SENTENCE.format(5) * 30), FEW)
    assert part.text == (SENTENCE.format(5) * 5)[:-1]
    flood, _ = within(article("1 " * 3000), FEW)
    assert flood.text == "1 " * 10


def test_a_sentence_too_long_goes_on_as_another() -> None:
    text = "It has " + "7 km of rails, " * 200
    facts = extract(text)
    assert len(facts) == 200
    assert max(fact.sentence_end - fact.sentence_start for fact in facts) <= LONGEST


def test_the_table_says_which_articles_are_incomplete_and_keeps_it_on_its_way() -> None:
    part, _ = within(article(SENTENCE.format(5) * 30), FEW)
    table = fact_table([part, Article("b", SENTENCE.format(7))])
    assert table.attrs == {"incomplete": ["a"]}
    assert pickle.loads(pickle.dumps(table)).attrs == table.attrs
    assert fact_table([Article("b", SENTENCE.format(7))]).attrs == {}


@pytest.mark.parametrize("flood", ["1 ", "5% ", "one ", "9", "7 km, "])
def test_the_largest_flood_is_cut_to_what_is_read_in_time(flood: str) -> None:
    """25,000 numbers take seconds; a million characters of them would take minutes."""
    part, _ = within(article(flood * (1_000_000 // len(flood))), VISITOR_LIMITS)
    assert len(part.text) <= max(VISITOR_LIMITS.numbers * len(flood), 1_000_000 * (flood == "9"))
