from __future__ import annotations

from datetime import date

import pytest

from views.periods import Period, Span, parse


@pytest.mark.parametrize(
    ("words", "year", "span", "start", "end"),
    [
        ("year", 2022, Span.YEAR, date(2022, 1, 1), date(2022, 12, 31)),
        ("Jan-Sep", 2024, Span.PART, date(2024, 1, 1), date(2024, 9, 30)),
        ("Jan-Feb", 2024, Span.PART, date(2024, 1, 1), date(2024, 2, 29)),
        ("Jul-Dec", 2023, Span.PART, date(2023, 7, 1), date(2023, 12, 31)),
        ("Jan-Dec", 2023, Span.YEAR, date(2023, 1, 1), date(2023, 12, 31)),
        ("Sep", 2022, Span.PART, date(2022, 9, 1), date(2022, 9, 30)),
        ("first half", 2021, Span.PART, date(2021, 1, 1), date(2021, 6, 30)),
        ("first quarter", 2021, Span.PART, date(2021, 1, 1), date(2021, 3, 31)),
        ("year to date (Nov)", 2025, Span.PART, date(2025, 1, 1), date(2025, 11, 30)),
        ("21 Sep-4 Oct", 2022, Span.PART, date(2022, 9, 21), date(2022, 10, 4)),
        ("Apr-27 Sep", 2022, Span.PART, date(2022, 4, 1), date(2022, 9, 27)),
        ("after 21 Sep", 2022, Span.OPEN, date(2022, 9, 21), None),
        ("3 Oct", 2022, Span.POINT, date(2022, 10, 3), date(2022, 10, 3)),
        ("1 January", 2022, Span.POINT, date(2022, 1, 1), date(2022, 1, 1)),
        ("2024-11-27", 2024, Span.POINT, date(2024, 11, 27), date(2024, 11, 27)),
        ("2007-10", 2007, Span.POINT, date(2007, 10, 1), date(2007, 10, 31)),
        ("2014-2023", 2023, Span.YEARS, date(2014, 1, 1), date(2023, 12, 31)),
        ("census", 2021, Span.POINT, None, None),
        ("medium term", 2025, Span.OPEN, None, None),
    ],
)
def test_period(words: str, year: int, span: Span, start: date | None, end: date | None) -> None:
    assert parse(words, year) == Period(span, start, end)


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("2022-11-28", 2023),  # a date of another year
        ("2014-2023", 2024),
        ("2023-2014", 2020),
        ("30 Feb", 2022),
        ("Oct-Mar", 2022),  # ends before it begins
        ("Foo-Bar", 2022),
        ("years", 2022),
        ("", 2022),
    ],
)
def test_no_period(words: str, year: int) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(words, year)
