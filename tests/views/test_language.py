"""Words, numbers and dates in the form of each language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from views import labels, language


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.use("en")


def plain(words: str) -> str:
    """With ordinary spaces in the place of those that hold digits together."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("asked", "given"),
    [("en", "en"), ("ru", "ru"), ("kk", "kk"), ("de", "en"), ("", "en"), ("RU", "en"), ("../ru", "en")],
)
def test_a_language_that_is_not_spoken_means_english(asked: str, given: str) -> None:
    assert language.use(asked) == given
    assert language.current() == given


@pytest.mark.parametrize(
    ("code", "count", "said"),
    [
        ("en", 1, "1 fact"),
        ("en", 1249, "1,249 facts"),
        ("ru", 1, "1 факт"),
        ("ru", 2, "2 факта"),
        ("ru", 5, "5 фактов"),
        ("ru", 11, "11 фактов"),
        ("ru", 21, "21 факт"),
        ("ru", 1249, "1 249 фактов"),
        ("kk", 0, "0 факті"),
        ("kk", 1, "1 факті"),
        ("kk", 1249, "1 249 факті"),
    ],
)
def test_plurals_follow_the_number(code: str, count: int, said: str) -> None:
    language.use(code)
    assert plain(language.ngettext("{n} fact", "{n} facts", count)) == said


@pytest.mark.parametrize(
    ("code", "value", "unit", "said"),
    [
        ("en", 1, "year", "1 year"),
        ("en", 15, "power plant", "15 power plants"),
        ("en", 2, "yurt", "2 yurts"),
        ("en", 5, "m", "5 m"),
        ("ru", 1, "country", "1 страна"),
        ("ru", 3, "power_plant", "3 электростанции"),
        ("ru", 15, "year", "15 лет"),
        ("ru", 3.5, "year", "3,5 года"),
        ("ru", 81e6, "tonne", "81 млн т"),
        ("kk", 15, "year", "15 жыл"),
        ("kk", 2, "yurt", "2 yurts"),
    ],
)
def test_counted_things_follow_the_number(code: str, value: float, unit: str, said: str) -> None:
    language.use(code)
    assert plain(labels.amount(value, unit)) == said


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("en", 28.2e9, "28.2B"),
        ("ru", 28.2e9, "28,2 млрд"),
        ("kk", 28.2e9, "28,2 млрд"),
        ("en", 7644.3, "7,644.3"),
        ("ru", 7644.3, "7 644,3"),
        ("kk", 7644.3, "7 644,3"),
    ],
)
def test_f91_numbers_have_the_form_of_the_language(code: str, value: float, said: str) -> None:
    language.use(code)
    assert plain(language.number(value)) == said


@pytest.mark.parametrize(
    ("code", "precision", "said"),
    [
        ("en", "day", "29 Nov 2024"),
        ("ru", "day", "29 нояб. 2024"),
        ("kk", "day", "29 қар. 2024"),
        ("en", "month", "November 2024"),
        ("ru", "month", "ноябрь 2024"),
        ("kk", "month", "Қараша 2024"),
        ("ru", "year", "2024"),
    ],
)
def test_f91_dates_have_the_form_of_the_language(code: str, precision: str, said: str) -> None:
    language.use(code)
    assert language.day(date(2024, 11, 29), precision) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", "Kazakhstan – Russia"), ("ru", "Казахстан – Россия"), ("kk", "Қазақстан – Ресей")],
)
def test_countries_have_their_name_in_the_language(code: str, said: str) -> None:
    language.use(code)
    assert labels.parties("KZ;RU") == said


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_a_message_without_translation_stands_as_it_is(code: str) -> None:
    language.use(code)
    assert language._("No catalogue holds this.") == "No catalogue holds this."
    assert language._("") == ""
