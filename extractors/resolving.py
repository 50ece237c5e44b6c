"""What a calendar expression means: its year and days, given the publication date and the year spoken of before."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from extractors.model import When, YearBasis

SOON = timedelta(days=45)
"""How far after publication a day without year may lie that no word of the future announces ("talks on April 25")."""


A_MONTH = timedelta(days=31)


class Dated(NamedTuple):
    """A resolved expression: the one year it lies in (None for spans of years), its first and last day."""

    year: int | None
    start: date | None
    end: date | None
    basis: YearBasis


UNDATED = Dated(None, None, None, YearBasis.NONE)


def resolve(when: When, published: date | None, context: int | None, *, future: bool, goes_on: bool = False) -> Dated:
    """``when`` in the calendar.

    ``context`` is the year spoken of before, ``future`` whether the sentence speaks of things to come, ``goes_on``
    whether the expression continues what was said ("in March alone") and so prefers the context to the publication.
    Without publication date only what is stated, or follows from what was stated, is resolved.
    """
    if when.year is not None:
        return _bounds(when, when.year, YearBasis.STATED)
    if when.shift is not None:
        return _shifted(when, published, context)
    if context is not None and (goes_on or published is None):
        return _bounds(when, context, YearBasis.CONTEXT)
    if published is None:
        return UNDATED
    return _bounds(when, _nearest_year(when, published, future), YearBasis.RELATIVE)


def earlier(dated: Dated, years: int = 1) -> Dated:
    """The same days ``years`` before; undated stays undated."""
    if dated.year is None or dated.start is None or dated.end is None:
        return UNDATED
    start, end = (_day(day.year - years, day.month, day.day) for day in (dated.start, dated.end))
    if dated.end.day == monthrange(dated.end.year, dated.end.month)[1] and end is not None:
        end = _day(end.year, end.month, 31)
    return Dated(dated.year - years, start, end, YearBasis.RELATIVE)


def _shifted(when: When, published: date | None, context: int | None) -> Dated:
    assert when.shift is not None  # the caller has looked
    if when.from_context and context is not None:
        return _bounds(when, context + when.shift, YearBasis.CONTEXT)
    if published is None:
        return UNDATED
    return _bounds(when, published.year + when.shift, YearBasis.RELATIVE)


def _nearest_year(when: When, published: date, future: bool) -> int:
    """The year of the last such day before publication or, in sentences on the future, the next one after it."""
    first, last = (
        _day(published.year, *day) or published for day in ((when.month, when.day), (when.end_month, when.end_day))
    )
    if future:
        return published.year if last >= published - SOON else published.year + 1
    # a month may still run; days may lie a little ahead
    begun = last - A_MONTH <= published if when.day == 1 and when.end_day == 31 else first <= published + SOON
    return published.year if begun else published.year - 1


def _bounds(when: When, year: int, basis: YearBasis) -> Dated:
    end_year = year + (when.end_year - when.year if when.year is not None and when.end_year is not None else 0)
    if end_year == year and (when.end_month, when.end_day) < (when.month, when.day):
        end_year += 1
    start, end = _day(year, when.month, when.day), _day(end_year, when.end_month, when.end_day)
    if start is None or end is None:
        return UNDATED
    one = end_year == year or (end - start).days <= _A_WINTER
    return Dated(year if one else None, start, end, basis)


_A_WINTER = 100
"""Longest span in days that bears one year's name although it runs into the next: the winter of 2022."""


def _day(year: int, month: int, day: int) -> date | None:
    """That day, or the month's last one; None outside the calendar."""
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day, monthrange(year, month)[1]))
