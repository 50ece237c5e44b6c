"""Relative times: "last year", "a year earlier", "year-on-year", "at present", "the day before"."""

from __future__ import annotations

from extractors.kinds.calendar import BEFORE_YEAR_WORD, SP, Found, Reader, either_case, number, parted, pattern
from extractors.kinds.calendar_words import BEGIN_IN_AUTUMN, NOW_WORDS, NUMBER_WORDS, YEAR_TAILS, YEAR_WORDS
from extractors.model import When

_AGO = pattern(rf"(?:{SP}(?P<dir>ago|earlier|before|previously|prior|later)\b)")
_COUNT_BEFORE = pattern(
    rf"(?r)(?<![A-Za-z0-9.,])(?P<n>{'|'.join(either_case(NUMBER_WORDS))}|[1-9][0-9]?){SP}(?:full{SP})?"
)
_ON_YEAR = pattern(rf"(?:{SP}|-)(?:on|over|to)(?:{SP}|-)year\b")
_THE_BEFORE = pattern(rf"(?r)(?<![A-Za-z])[Tt]he{SP}")


def _year_word(text: str, start: int, end: int) -> Found | None:
    """ "last year", "a year earlier", "the year before", "year-on-year", "end of the year", "full year"."""
    on_year = _ON_YEAR.match(text, end, concurrent=False)
    if on_year:
        return Found(start, on_year.end(), When(shift=-1, from_context=True), "", "base")
    ago = _AGO.match(text, end, concurrent=False)
    count = _COUNT_BEFORE.match(text, max(0, start - 16), start, concurrent=False)
    the = _THE_BEFORE.match(text, max(0, start - 6), start, concurrent=False)
    if ago and (count or the):
        shift, from_context = YEAR_TAILS[ago["dir"]]
        years = number(count["n"]) if count else 1
        return Found((count or the).start(), ago.end(), When(shift=shift * years, from_context=from_context), "", "")  # type: ignore[union-attr]
    which = BEFORE_YEAR_WORD.match(text, max(0, start - 27), start, concurrent=False)
    if which:
        shift, from_context = YEAR_WORDS[which["which"].lower()]
        if shift == 1 and text[which.start() : start].split()[-1] in BEGIN_IN_AUTUMN:
            shift = 0  # the coming academic year begins this autumn
        return parted(text, Found(which.start(), end, When(shift=shift, from_context=from_context), "", "year"))
    if the or text[max(0, start - 3) : start] == "of ":
        return parted(text, Found(start, end, When(shift=0), "", "year"))
    return None


_PLAN = pattern(rf"{SP}(?:plan|target|total|figure|result|quota)s?\b")


def _yearly(text: str, start: int, end: int) -> Found | None:
    """ "The yearly plan", "this year's": the year spoken of."""
    plan = _PLAN.match(text, end, concurrent=False)
    return Found(start, plan.end(), When(shift=0, from_context=True), "", "") if plan else None


_AT_PRESENT = pattern(rf"(?r)\b[Aa]t(?:{SP}the)?{SP}(?:present{SP})?")
_THIS_BEFORE = pattern(rf"(?r)\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext|past|previous|coming){SP}")
_AGO_BEFORE = pattern(
    rf"(?r)(?<![A-Za-z0-9.,])(?P<n>{'|'.join(either_case(NUMBER_WORDS))}|[1-9][0-9]?){SP}(?P<unit>years?|days?|weeks?|decades?){SP}"
)


def _now(text: str, start: int, end: int) -> Found | None:
    """ "today", "currently", "on Tuesday": the year of publication."""
    return Found(start, end, When(shift=0), "", "")


def _present(text: str, start: int, end: int) -> Found | None:
    """ "at present", "at the moment"; not "the present government", "a moment of history"."""
    at = _AT_PRESENT.match(text, max(0, start - 8), start, concurrent=False)
    return Found(at.start(), end, When(shift=0), "", "") if at and text[end : end + 4] != " of " else None


def _this(text: str, start: int, end: int) -> Found | None:
    """ "last month", "this week"."""
    which = _THIS_BEFORE.match(text, max(0, start - 10), start, concurrent=False)
    return Found(which.start(), end, When(shift=0), "", "") if which else None


def _day_beside(text: str, start: int, end: int) -> Found | None:
    """ "The day before", "the previous day"."""
    after = _DAY_TAIL.match(text, end, concurrent=False)
    the = _THE_BEFORE.match(text, max(0, start - 6), start, concurrent=False)
    return Found(the.start(), after.end(), When(shift=0), "", "") if the and after else None


_DAY_TAIL = pattern(rf"{SP}(?:before|after|earlier)\b")


def _ago(text: str, start: int, end: int) -> Found | None:
    """ "two years ago", "five years earlier" (one year: see `_year_word`)."""
    before = _AGO_BEFORE.match(text, max(0, start - 18), start, concurrent=False)
    word = text[start:end].lower()
    if not before:
        return None
    years = _YEARS_IN.get(before["unit"].rstrip("s"), 0)
    if not years and word != "ago":
        return None
    sign, from_context = YEAR_TAILS[word]
    return Found(before.start(), end, When(shift=sign * years * number(before["n"]), from_context=from_context), "", "")


_YEARS_IN = {"year": 1, "decade": 10}


READERS: dict[str, Reader] = {
    **dict.fromkeys(either_case(["year"]), _year_word),
    **dict.fromkeys(either_case(["yearly", "annual"]), _yearly),
    **dict.fromkeys(either_case(["month", "week"]), _this),
    **dict.fromkeys(either_case(["present", "moment"]), _present),
    **dict.fromkeys(either_case(["ago", "earlier", "later"]), _ago),
    **dict.fromkeys(either_case(NOW_WORDS), _now),
    "day": _day_beside,
}
"""Anchor words and what reads the text around them."""
