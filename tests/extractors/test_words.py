"""Words are split off, found, and read from a place forwards and backwards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import words

PHRASES = words.by_last_word(["more than", "no more than", "than", "a total of", "well-nigh", "approx."])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade, 2023.", ["Trade", "2023"]),
        ("Russian-Kazakh trade", ["Russian", "Kazakh", "trade"]),
        ("(about $5)", ["about", "5"]),
        ("a “quoted” word", ["a", "quoted", "word"]),
        ("two\nlines", ["two", "lines"]),
        ("Kazakhstan’s", ["Kazakhstan", "s"]),
        ("snake_case stays", ["snake_case", "stays"]),
        ("", []),
        (" , . ", []),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert [word for _, word in words.split(text)] == expected


@given(st.text(max_size=60))
def test_places_are_true(text: str) -> None:
    assert len(words.spaced(text)) == len(text)
    assert all(text.startswith(word, start) for start, word in words.split(text))


@given(st.lists(st.sampled_from(["five", "six", "fives", "-", ",", "\n", "—"]), max_size=12))
def test_find_is_split_and_filter(parts: list[str]) -> None:
    text = " ".join(parts)
    assert words.find(text, {"five", "six"}) == [hit for hit in words.split(text) if hit[1] in {"five", "six"}]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("5 million", 1, "million"),
        ("5-Year plan", 1, "year"),
        ("25kg", 2, "kg"),
        ("5%", 1, "%"),
        ("5, six", 1, ","),
        ("5  six", 1, ""),  # two blanks: nothing stands right behind
        ("5\nsix", 1, ""),
        ("5", 1, ""),
    ],
)
def test_after(text: str, at: int, expected: str) -> None:
    assert words.after(text, at) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 5", "than"),
        ("(Some 5", "some"),
        ("mid-5", "mid"),
        ("approx. 5", ""),
        ("$5", ""),
        ("5", ""),
        ("it grew,5", ""),
    ],
)
def test_before(text: str, expected: str) -> None:
    assert words.before(text, len(text) - 1) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 5", ("more than", 0)),
        ("It is no more than 5", ("no more than", 6)),
        ("line\nMore than 5", ("more than", 5)),
        ("(a total of 5", ("a total of", 1)),
        ("more than  5", ("more than", 0)),
        ("well-nigh 5", ("well-nigh", 0)),
        ("approx. 5", ("approx.", 0)),
        ("anymore than 5", ("than", 8)),
        ("not-than 5", None),
        ("more thank 5", None),
        ("more than5", None),
        ("5", None),
    ],
)
def test_phrase_before(text: str, expected: tuple[str, int] | None) -> None:
    assert words.phrase_before(text, len(text) - 1, PHRASES) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell sharply, by 5", ["by", "sharply", "fell"]),
        ("It fell; by 5", ["by"]),
        ("a follow-up of 5", ["of", "follow-up", "a"]),
        ("5", []),
    ],
)
def test_backwards(text: str, expected: list[str]) -> None:
    assert [word for _, word in words.backwards(text, 0, len(text) - 1, 3)] == expected


def test_a_stretch_of_text() -> None:
    assert words.tokens("A follow-up, in May", 0, 19) == ["a", "follow-up", "in", "may"]
    assert words.near("A follow-up, in May", 0, 19) == {"a", "follow", "up", "in", "may"}
    assert words.vocabulary("Trade grew; trade fell.") == {"trade", "grew", "fell"}


@pytest.mark.parametrize("text", ["İzmir and ISTANBUL", "straße", "ﬁnal"])
def test_lower_case_keeps_places(text: str) -> None:
    assert len(words.lowered(text)) == len(text)
