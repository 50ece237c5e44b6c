"""Days, months and years as written, and the pieces that every reader of calendar words is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import regex

from extractors.kinds.calendar_words import (
    AMBIGUOUS_MONTHS,
    COUNTED,
    MONTH_CUES,
    MONTH_OF,
    MONTHLY,
    NUMBER_WORDS,
    OWNERS,
    PARTS,
    SCALES,
    SHORT_MONTHS,
    SORTS_OF_YEAR,
    TIME_CUES,
    YEAR_CUES,
    YEAR_WORDS,
)
from extractors.model import When

SP = r"[ \u00a0\u202f\t]{1,3}+"
GAP = r"[ \u00a0\u202f\t]{0,3}+"
DASH = r"[-\u2010-\u2014]"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?+"
YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_NO_AMOUNT = rf"(?![0-9]|[.,:][0-9]|{GAP}[%°]|{SP}(?:{'|'.join(SCALES)})\b)"
_YEAR_END = r"(?![0-9]|[.,][0-9]|[\u00a0\u202f ]?%)"
_WHICH = "|".join(YEAR_WORDS)
_MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
OF_YEAR = rf"""(?: (?:{SP}(?:of|in|for)|,)?+ {SP}(?:the{SP})?+ (?:fiscal{SP})?+ (?P<year>{YEAR}){_YEAR_END}
    | (?:{SP}of)?+ {SP}(?:the{SP})?+ (?P<which>{_WHICH}){SP}year\b | {SP}of{SP}the{SP}(?P<bare>year)\b )"""


Reader = Callable[[str, int, int], "Found | None"]
"""Reads the text around an anchor that was found from start to end."""


def pattern(text: str) -> regex.Pattern[str]:
    """A verbose pattern."""
    return regex.compile(text, regex.VERBOSE)


def either_case(words: Iterable[str]) -> list[str]:
    """The words, and again with a capital."""
    return [form for word in words for form in {word, word[0].upper() + word[1:]}]


@dataclass(slots=True)
class Found:
    """A calendar expression being read; ``rule`` "" marks a purely relative one, which is no mention."""

    start: int
    end: int
    when: When
    rule: str
    grain: str = ""  # what may be joined with what: day, month, year, quarter


_AFTER_MONTH = pattern(rf"""
    (?: {GAP}(?:the{SP})?+ (?P<day>{_DAY}){_NO_AMOUNT}
        (?: {GAP}(?:{DASH}|to\b|and\b){GAP} (?P<last>{_DAY}){_NO_AMOUNT} (?!{SP}(?:{_MONTH})\b) )?+ )?+
    {OF_YEAR}?+
""")
_BEFORE_MONTH = pattern(rf"""(?r)(?<![0-9.,:/$€£A-Za-z-])
    (?: (?P<first>{_DAY}) {GAP}(?:{DASH}|to|and){GAP} )? (?P<day>{_DAY}) (?: {SP}day )? (?: {SP}of )? (?:{SP}|-)""")
_MONTH_CONTEXT = pattern(rf"(?r)(?<![A-Za-z])(?:{'|'.join(either_case(MONTH_CUES))})(?:{SP}|-)")
_TIME_BEFORE = pattern(rf"(?r)(?<![A-Za-z])(?:{'|'.join(either_case(TIME_CUES))})(?:{SP}|-)")
_IN_BEFORE = pattern(rf"(?r)(?<![A-Za-z])(?:[Ii]n|[Oo]f|[Ff]or){SP}")
_MONTH_ALONE = pattern(rf"{SP}(?:{'|'.join(MONTHLY)})\b")
_NAME_AFTER = pattern(rf"{SP}(?!In\b|On\b|The\b)\p{{Lu}}\p{{Ll}}")


def _month(text: str, start: int, end: int) -> Found | None:
    """ "November 9", "9 November 2023", "April 25–26", "March 2009", "January this year", "in March"."""
    name = text[start:end]
    month = MONTH_OF[name]
    stop = start + len(name) + (name in SHORT_MONTHS and text[end : end + 1] == ".")
    after = _AFTER_MONTH.match(text, stop, concurrent=False)
    before = _BEFORE_MONTH.match(text, max(0, start - 16), start, concurrent=False) if start else None
    assert after is not None  # every part is optional
    when = year_of(after, When(month=month, end_month=month, end_day=31))
    if before and before["day"] and not after["day"]:
        day = number(before["day"])
        first = number(before["first"]) if before["first"] else day
        if first <= day:
            return Found(before.start(), after.end(), when._replace(day=first, end_day=day), "day", "day")
    if after["day"] and not _is_counted(text, start, after.end("day")):
        day = number(after["day"])
        last = number(after["last"]) if after["last"] and number(after["last"]) > day else day
        return Found(start, after.end(), when._replace(day=day, end_day=last), "day", "day")
    dated = not after["day"] and (when.year is not None or when.shift is not None)
    if not dated and not _is_month_alone(text, start, start + len(name), name):
        return None
    return Found(start, after.end() if dated else start + len(name), when, "month", "month")


def _is_counted(text: str, start: int, end: int) -> bool:
    """Whether the number behind a month counts something: "in May 5 companies", but "on May 5 companies"."""
    in_month = _IN_BEFORE.match(text, max(0, start - 5), start, concurrent=False)
    return in_month is not None and _COUNTED_AFTER.match(text, end, concurrent=False) is not None


def _is_month_alone(text: str, start: int, end: int, name: str) -> bool:
    """Whether a month name without day and year is a month: "in March", not "March on Moscow" or "October Square"."""
    if name in SHORT_MONTHS:
        return False
    if _TIME_BEFORE.match(text, max(0, start - 14), start, concurrent=False):
        return True
    if text[start - 1 : start] in ("-", "–", "—") and text[max(0, start - 12) : start - 1].split(" ")[-1] in MONTH_OF:
        return True  # "January-August Kazakhstan received", whatever follows
    if _NAME_AFTER.match(text, end, concurrent=False):
        return False
    if _MONTH_CONTEXT.match(text, max(0, start - 14), start, concurrent=False):
        return True
    if text.startswith(("-", "–", "—"), end):
        return True
    return name not in AMBIGUOUS_MONTHS or _MONTH_ALONE.match(text, end, concurrent=False) is not None


def number(text: str) -> int:
    """A day or count as written: "9", "9th", "nine"."""
    lower = text.lower()
    return NUMBER_WORDS[lower] if lower in NUMBER_WORDS else int(re.sub("[^0-9]", "", text))


def year_of(match: regex.Match[str], when: When) -> When:
    """``when`` with the year the groups of ``OF_YEAR`` give."""
    if match["year"]:
        year = int(match["year"])
        return when._replace(year=year, end_year=year)
    if match["which"]:
        shift, from_context = YEAR_WORDS[match["which"]]
        return when._replace(shift=shift, from_context=from_context)
    return when._replace(shift=0) if match["bare"] else when


_AFTER_YEAR = pattern(rf"""
    (?: -(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][0-9])(?![0-9-])
      | {GAP}(?:{DASH}|/){GAP}(?P<last>{YEAR})(?![0-9]|[.,][0-9])
      | (?:{DASH}|/)(?P<short>[0-9]{{2}})(?![0-9]|[.,/-][0-9]|{GAP}%)
      | (?P<decade>['’]?s)\b )""")
_BEFORE_YEAR = pattern(r"(?r)(?<![0-9.,:/-])(?P<day>[0-3]?[0-9])(?P=sep)(?P<month>[0-1]?[0-9])(?P<sep>[./])")
_YEAR_CUE = pattern(rf"""(?r)(?<![A-Za-z])(?:
    (?:{"|".join(either_case(YEAR_CUES))})(?:{SP}|-) | [(\["“–—-]{GAP} )""")
_OWNER_CUE = pattern(rf"(?r)(?:(?<![A-Za-z])(?:{'|'.join(either_case(OWNERS))})|['’]s?){SP}")
_FIRM_YEAR_CUE = pattern(
    rf"(?r)(?<![A-Za-z])(?:in|In|since|Since|until|till|year|during|early|late|mid|end{SP}of|beginning{SP}of)(?:{SP}|-)"
)
_CLOCK = pattern(rf",?+{SP}[0-9]{{1,2}}:[0-9]{{2}}")
_COUNTED_AFTER = pattern(rf"{GAP}[%°+]|{SP}(?:{'|'.join(COUNTED)}|RUB|USD|KZT|EUR)\b|[-‐]\p{{L}}")
_PLURAL_AFTER = pattern(rf"{SP}\p{{Ll}}{{4,24}}+(?:-\p{{Ll}}{{1,24}}+)?(?<=[^sui]s)\b")
_AMOUNT_BEFORE = pattern(
    r"(?r)(?:[$€£₽₸¥№#+~]|[0-9][ .,/:\u00a0\u202f]|[A-Z][A-Za-z]{0,9}[-/]|\bNo\.?|\bRUB|\bUSD|\bKZT)[ \u00a0]?"
)
_NO_NAME = "|".join(form[0].upper() + form[1:] for form in (*YEAR_CUES, *OWNERS))
_NAME_BEFORE = pattern(rf"(?r)(?<![A-Za-z])(?!(?:{_NO_NAME}|Q[1-4]|H[12])[ ])\p{{Lu}}[\p{{L}}’']{{0,24}}[ ]")


def year_number(text: str, start: int, end: int) -> Found | None:
    """ "2021", "2023-2024", "2022/23", "1920s", "2023-11-09", "9/11/2023"; no stamps like "24/10/2019 17:56"."""
    year = int(text[start : start + 4])
    before = _BEFORE_YEAR.match(text, max(0, start - 7), start, concurrent=False)
    if before and 1 <= int(before["month"]) <= 12 and 1 <= int(before["day"]) <= 31:
        if _CLOCK.match(text, start + 4, concurrent=False):
            return None
        month, day = int(before["month"]), int(before["day"])
        return Found(before.start(), start + 4, When(year, year, month, day, month, day), "numeric_day", "day")
    after = _AFTER_YEAR.match(text, start + 4, concurrent=False)
    if after and after["decade"]:
        return _decade(text, start, after.end(), year)
    if _AMOUNT_BEFORE.match(text, max(0, start - 14), start, concurrent=False):
        return None
    if after and after["month"]:
        month, day = int(after["month"]), int(after["day"])
        return Found(start, after.end(), When(year, year, month, day, month, day), "numeric_day", "day")
    if after:
        last = int(after["last"] or text[start : start + 2] + after["short"])
        if year < last <= year + 60 and year >= 1800:
            return Found(start, after.end(), When(year, last), "years", "")
    if not _is_year(text, start, year):
        return None
    return parted(text, Found(start, start + 4, When(year, year), "year", "year"))


def _is_year(text: str, start: int, year: int) -> bool:
    """Whether four digits are a year: "in 2021", "the 2021 census", "2023 was"; not "2000 troops" or "Forum 2018"."""
    end = start + 4
    if text[end : end + 1] in {",", "."} and text[end + 1 : end + 2].isdigit():
        return False
    if year > 1900 and text.startswith(" level", end):
        return True  # "44 per cent below 2019 levels"
    back = max(0, start - 30)
    counted = _COUNTED_AFTER.match(text, end, concurrent=False)
    if _FIRM_YEAR_CUE.match(text, back, start, concurrent=False):
        return not (counted and year % 50 == 0)
    if counted:
        return False
    if year > 1900 and _OWNER_CUE.match(text, back, start, concurrent=False):
        return True
    cued = _YEAR_CUE.match(text, back, start, concurrent=False) is not None
    if cued and 1990 < year < 2060 and year != 2000:
        return True
    if _PLURAL_AFTER.match(text, end, concurrent=False):
        return False
    if cued:
        return year >= 1700
    return year > 1900 and not _NAME_BEFORE.match(text, back, start, concurrent=False)


def _decade(text: str, start: int, end: int, year: int) -> Found | None:
    if year % 10:
        return None
    return parted(text, Found(start, end, When(year, year + 9), "decade", ""))


BEFORE_YEAR_WORD = pattern(
    rf"(?r)(?<![A-Za-z])(?P<which>(?:{'|'.join(either_case(YEAR_WORDS))})){SP}(?:(?:{'|'.join(SORTS_OF_YEAR)}){SP})?"
)
_PART_BEFORE = pattern(rf"""(?r)(?<![A-Za-z]) (?:
    (?P<part>[Ee]arly|[Mm]id|[Ll]ate) (?:-|{SP}|{SP}in{SP})
    | (?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose){SP}of{SP} (?:the{SP}(?:year{SP})?)? )""")


def parted(text: str, found: Found) -> Found:
    """``found`` with the part of it that the words before name: "end of this year", "mid-2024", "early 1990s"."""
    part = _PART_BEFORE.match(text, max(0, found.start - 24), found.start, concurrent=False)
    if not part:
        return found
    months = PARTS[part["part"].lower()]
    if found.rule in {"decade", "century"}:
        return replace(found, start=part.start())
    if found.grain == "month":
        return replace(found, start=part.start())
    return Found(part.start(), found.end, found.when._replace(month=months[0], end_month=months[1]), "part_of_year", "")


READERS: dict[str, Reader] = dict.fromkeys(MONTH_OF, _month)
"""Anchor words and what reads the text around them; numbers go to ``year_number``."""
