"""Stretches of the calendar as the published figures name them: "year", "Jan-Sep", "21 Sep-4 Oct", "census" …

The forms allowed are the pattern of column ``period`` in data/reference/datapackage.json; this module says what each
means.  Only a full calendar year may be joined by a line to other years.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import regex


class Span(StrEnum):
    """What sort of stretch a period is."""

    YEAR = "year"  # a full calendar year
    PART = "part"  # months or days of one year
    POINT = "point"  # a state on a day, or one that is not tied to days
    YEARS = "years"  # several years together
    OPEN = "open"  # not over, or not begun


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: its sort, its first and its last day (both None where the words give no days)."""

    span: Span
    start: date | None = None
    end: date | None = None


_WORDS = {
    "academic year": Span.POINT,
    "per year": Span.POINT,
    "census": Span.POINT,
    "estimate": Span.POINT,
    "standing": Span.POINT,
    "point in time": Span.POINT,
    "cumulative": Span.POINT,
    "term": Span.POINT,
    "medium term": Span.OPEN,
    "planned": Span.OPEN,
}
"""Periods without days of their own."""

_LAST_MONTH = {"first quarter": 3, "first half": 6, "year": 12}
"""Periods that begin with the year → the month they end with."""

_MONTHS = {name: number for number, name in enumerate(calendar.month_abbr) if name}
_MONTH = r"(?:[A-Z][a-z]{2})"
_TO_DATE = regex.compile(rf"year to date \((?<month>{_MONTH})\)")
_AFTER = regex.compile(rf"after (?<day>[0-9]{{1,2}}) (?<month>{_MONTH})")
_ONE_DAY = regex.compile(rf"(?<day>[0-9]{{1,2}}) (?<month>{_MONTH})[a-z]{{0,6}}")
_INSIDE = regex.compile(
    rf"(?:(?<day>[0-9]{{1,2}})\ )?(?<month>{_MONTH}) (?: - (?:(?<end_day>[0-9]{{1,2}})\ )?(?<end_month>{_MONTH}) )?",
    regex.VERBOSE,
)
_YEARS = regex.compile(r"(?<first>[0-9]{4})-(?<last>[0-9]{4})")
_ISO = regex.compile(r"(?<year>[0-9]{4})(?:-(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?)?")


def parse(words: str, year: int) -> Period:
    """What the words mean in that year.

    Raises ``ValueError`` where they name no such stretch: an unknown form, a day or month that does not exist, an end
    before its beginning, or a date of another year.
    """
    if words in _WORDS:
        return Period(_WORDS[words])
    if words in _LAST_MONTH:
        return _between(year, 1, 1, _LAST_MONTH[words], None)
    if found := _TO_DATE.fullmatch(words, concurrent=False):
        return _between(year, 1, 1, _month(found["month"]), None)
    if found := _AFTER.fullmatch(words, concurrent=False):
        return Period(Span.OPEN, date(year, _month(found["month"]), int(found["day"])))
    if found := _ONE_DAY.fullmatch(words, concurrent=False):
        day = date(year, _month(found["month"]), int(found["day"]))
        return Period(Span.POINT, day, day)
    if found := _INSIDE.fullmatch(words, concurrent=False):
        last = found["end_month"] or found["month"]
        return _between(year, _month(found["month"]), int(found["day"] or 1), _month(last), found["end_day"])
    return _dated(words, year)


def _dated(words: str, year: int) -> Period:
    if found := _YEARS.fullmatch(words, concurrent=False):
        first, last = int(found["first"]), int(found["last"])
        if not first < last or not first <= year <= last:
            raise ValueError(f"{words} does not hold the year {year}")
        return Period(Span.YEARS, date(first, 1, 1), date(last, 12, 31))
    found = _ISO.fullmatch(words, concurrent=False)
    if not found:
        raise ValueError(f"{words} is not a period")
    if int(found["year"]) != year:
        raise ValueError(f"{words} is not in {year}")
    first_month, last_month = (int(found["month"]),) * 2 if found["month"] else (1, 12)
    start = date(year, first_month, int(found["day"] or 1))
    return Period(Span.POINT, start, start if found["day"] else _last_day(year, last_month))


def _between(year: int, month: int, day: int, end_month: int, end_day: str | None) -> Period:
    start = date(year, month, day)
    end = date(year, end_month, int(end_day)) if end_day else _last_day(year, end_month)
    if end < start:
        raise ValueError(f"{end} is before {start}")
    return Period(span_of(start, end), start, end)


def span_of(start: date, end: date) -> Span:
    """The sort of stretch two days bound: a full year, a part of one, or several years."""
    if start.year != end.year:
        return Span.YEARS
    return Span.YEAR if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) else Span.PART


def _month(name: str) -> int:
    if name not in _MONTHS:
        raise ValueError(f"{name} is not a month")
    return _MONTHS[name]


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
