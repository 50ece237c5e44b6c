"""Single calendar expressions: days, months, years and their parts, and the relative words beside them.

One scan finds anchors (month names, years, "quarter", "year", "today" …); what stands after and before an anchor is
read by patterns matched at that place only, the ones before it in reverse.  The scan uses ``re``, which reads such a
word list twice as fast as ``regex``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import regex

from extractors.kinds.calendar_words import (
    AMBIGUOUS_MONTHS,
    CENTURIES,
    COUNTED,
    DECADES,
    MONTH_CUES,
    MONTH_OF,
    NOW_WORDS,
    NUMBER_WORDS,
    OWNERS,
    PARTS,
    PLACE_WORDS,
    SEASONS,
    SHORT_MONTHS,
    YEAR_CUES,
    YEAR_TAILS,
    YEAR_WORDS,
)
from extractors.model import When

SP = r"[ \u00a0\u202f\t]{1,3}+"
GAP = r"[ \u00a0\u202f\t]{0,3}+"
DASH = r"[-\u2010-\u2014]"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?+"
YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_NO_AMOUNT = rf"(?![0-9]|[.,:][0-9]|{GAP}[%°]|{SP}(?:{'|'.join(COUNTED)})\b)"
_YEAR_END = r"(?![0-9]|[.,][0-9]|[\u00a0\u202f ]?%)"
_WHICH = "|".join(YEAR_WORDS)
_MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
_NUM = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}|[1-9][0-9]?)"
_OF_YEAR = rf"""(?: (?:{SP}(?:of|in|for)|,)?+ {SP}(?:the{SP})?+ (?:fiscal{SP})?+ (?P<year>{YEAR}){_YEAR_END}
    | (?:{SP}of)?+ {SP}(?:the{SP})?+ (?P<which>{_WHICH}){SP}year\b | {SP}of{SP}the{SP}(?P<bare>year)\b )"""


def pattern(text: str) -> regex.Pattern[str]:
    """A verbose pattern."""
    return regex.compile(text, regex.VERBOSE)


def _either_case(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in {word, word[0].upper() + word[1:]}]


def _trie(words: Iterable[str]) -> str:
    """The words as one prefix tree, which a pattern engine reads once instead of word by word."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}

    def written(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
        branches = [re.escape(letter) + written(below) for letter, below in sorted(node.items()) if letter]
        if not branches:
            return ""
        return ("(?:" + "|".join(branches) + ")") + ("?" if "" in node else "")

    return written(tree)


_WORD_ANCHORS = [
    *MONTH_OF,
    *_either_case(("year", "yearly", "annual", "quarter", "quarters", "half-year", "half", "months", "month", "week")),
    *_either_case(
        ("century", "centuries", "present", "moment", "ago", "earlier", "later", "day", *SEASONS, *DECADES, *NOW_WORDS)
    ),
    *(letter + number for letter in "QH" for number in "1234"),
]
_ANCHOR = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_trie(_WORD_ANCHORS)}(?![A-Za-z])|(?:1[5-9]|20)[0-9]{{2}}(?![0-9])"
    r"|[1-9][0-9]?(?:[QH]|M(?=[ ]?20))|[2-9]0s)"
)


@dataclass(slots=True)
class Found:
    """A calendar expression being read; ``rule`` "" marks a purely relative one, which is no mention."""

    start: int
    end: int
    when: When
    rule: str
    grain: str = ""  # what may be joined with what: day, month, year, quarter


# --- month names ------------------------------------------------------------------------------------------------

_AFTER_MONTH = pattern(rf"""
    (?: {GAP}(?:the{SP})?+ (?P<day>{_DAY}){_NO_AMOUNT}
        (?: {GAP}(?:{DASH}|to\b|and\b){GAP} (?P<last>{_DAY}){_NO_AMOUNT} (?!{SP}(?:{_MONTH})\b) )?+ )?+
    {_OF_YEAR}?+
""")
_BEFORE_MONTH = pattern(rf"""(?r)(?<![0-9.,:/$€£A-Za-z-])
    (?: (?P<first>{_DAY}) {GAP}(?:{DASH}|to|and){GAP} )? (?P<day>{_DAY}) (?: {SP}day )? (?: {SP}of )? (?:{SP}|-)""")
_MONTH_CONTEXT = pattern(rf"(?r)(?<![A-Za-z])(?:{'|'.join(_either_case(MONTH_CUES))})(?:{SP}|-)")
_MONTH_ALONE = pattern(rf"{SP}(?:alone|figures?|data|results?|exports|imports|turnover)\b")
_NAME_AFTER = pattern(rf"{SP}(?!In\b|On\b|The\b)\p{{Lu}}\p{{Ll}}")


def _month(text: str, start: int, end: int) -> Found | None:
    """ "November 9", "9 November 2023", "April 25–26", "March 2009", "January this year", "in March"."""
    name = text[start:end]
    month = MONTH_OF[name]
    stop = start + len(name) + (name in SHORT_MONTHS and text[end : end + 1] == ".")
    after = _AFTER_MONTH.match(text, stop, concurrent=False)
    before = _BEFORE_MONTH.match(text, max(0, start - 16), start, concurrent=False) if start else None
    assert after is not None  # every part is optional
    when = _year_of(after, When(month=month, end_month=month, end_day=31))
    if before and before["day"] and not after["day"]:
        day = _number(before["day"])
        first = _number(before["first"]) if before["first"] else day
        if first <= day:
            return Found(before.start(), after.end(), replace(when, day=first, end_day=day), "day", "day")
    if after["day"]:
        day = _number(after["day"])
        last = _number(after["last"]) if after["last"] and _number(after["last"]) > day else day
        return Found(start, after.end(), replace(when, day=day, end_day=last), "day", "day")
    dated = when.year is not None or when.shift is not None
    if not dated and not _is_month_alone(text, start, start + len(name), name):
        return None
    return Found(start, after.end() if dated else start + len(name), when, "month", "month")


def _is_month_alone(text: str, start: int, end: int, name: str) -> bool:
    """Whether a month name without day and year is a month: "in March", not "March on Moscow" or "October Square"."""
    if name in SHORT_MONTHS:
        return False
    if _NAME_AFTER.match(text, end, concurrent=False):
        return False
    if _MONTH_CONTEXT.match(text, max(0, start - 14), start, concurrent=False):
        return True
    if text[end : end + 1] in "-–—" and text[end : end + 1]:
        return True
    return name not in AMBIGUOUS_MONTHS or _MONTH_ALONE.match(text, end, concurrent=False) is not None


def _number(text: str) -> int:
    """A day or count as written: "9", "9th", "nine"."""
    lower = text.lower()
    return NUMBER_WORDS[lower] if lower in NUMBER_WORDS else int(re.sub("[^0-9]", "", text))


def _year_of(match: regex.Match[str], when: When) -> When:
    """``when`` with the year the groups of ``_OF_YEAR`` give."""
    if match["year"]:
        year = int(match["year"])
        return replace(when, year=year, end_year=year)
    if match["which"]:
        shift, from_context = YEAR_WORDS[match["which"]]
        return replace(when, shift=shift, from_context=from_context)
    return replace(when, shift=0) if match["bare"] else when


# --- years ------------------------------------------------------------------------------------------------------

_AFTER_YEAR = pattern(rf"""
    (?: -(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][0-9])(?![0-9-])
      | {GAP}{DASH}{GAP}(?P<last>{YEAR})(?![0-9]|[.,][0-9])
      | (?:{DASH}|/)(?P<short>[0-9]{{2}})(?![0-9]|[.,/-][0-9]|{GAP}%)
      | (?P<decade>['’]?s)\b )""")
_BEFORE_YEAR = pattern(r"(?r)(?<![0-9.,:/-])(?P<day>[0-3]?[0-9])(?P=sep)(?P<month>[0-1]?[0-9])(?P<sep>[./])")
_YEAR_CUE = pattern(rf"""(?r)(?<![A-Za-z])(?:
    (?:{"|".join(_either_case(YEAR_CUES))})(?:{SP}|-) | [(\["“–—-]{GAP} )""")
_OWNER_CUE = pattern(rf"(?r)(?:(?<![A-Za-z])(?:{'|'.join(_either_case(OWNERS))})|['’]s?){SP}")
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


def _year(text: str, start: int, end: int) -> Found | None:
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
    return _parted(text, Found(start, start + 4, When(year, year), "year", "year"))


def _is_year(text: str, start: int, year: int) -> bool:
    """Whether four digits are a year: "in 2021", "the 2021 census", "2023 was"; not "2000 troops" or "Forum 2018"."""
    end = start + 4
    if text[end : end + 1] in {",", "."} and text[end + 1 : end + 2].isdigit():
        return False
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
    return _parted(text, Found(start, end, When(year, year + 9), "decade", ""))


def _short_decade(text: str, start: int, end: int) -> Found | None:
    """ "the 90s", "'90s", "the nineties"."""
    before = text[max(0, start - 5) : start]
    if not before.lower().endswith(("the ", "'", "’", "mid-", "late ", "early ", "the mid-")):
        return None
    word = text[start:end].lower()
    year = 1900 + (DECADES[word] if word in DECADES else int(word[:2]))
    return _parted(text, Found(start, end, When(year, year + 9), "decade", ""))


_PART_BEFORE = pattern(rf"""(?r)(?<![A-Za-z]) (?:
    (?P<part>[Ee]arly|[Mm]id|[Ll]ate) (?:-|{SP}|{SP}in{SP})
    | (?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose){SP}of{SP} (?:the{SP}(?:year{SP})?)? )""")


def _parted(text: str, found: Found) -> Found:
    """``found`` with the part of it that the words before name: "end of this year", "mid-2024", "early 1990s"."""
    part = _PART_BEFORE.match(text, max(0, found.start - 24), found.start, concurrent=False)
    if not part:
        return found
    months = PARTS[part["part"].lower()]
    if found.rule == "decade":
        return replace(found, start=part.start())
    if found.grain == "month":
        return replace(found, start=part.start())
    return Found(part.start(), found.end, replace(found.when, month=months[0], end_month=months[1]), "part_of_year", "")


# --- "year" and its neighbours ----------------------------------------------------------------------------------

_BEFORE_YEAR_WORD = pattern(rf"(?r)(?<![A-Za-z])(?P<which>(?:{'|'.join(_either_case(YEAR_WORDS))})){SP}")
_AGO = pattern(rf"(?:{SP}(?P<dir>ago|earlier|before|previously|prior|later)\b)")
_COUNT_BEFORE = pattern(
    rf"(?r)(?<![A-Za-z0-9.,])(?P<n>{'|'.join(_either_case(NUMBER_WORDS))}|[1-9][0-9]?){SP}(?:full{SP})?"
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
        years = _number(count["n"]) if count else 1
        return Found((count or the).start(), ago.end(), When(shift=shift * years, from_context=from_context), "", "")  # type: ignore[union-attr]
    which = _BEFORE_YEAR_WORD.match(text, max(0, start - 14), start, concurrent=False)
    if which:
        shift, from_context = YEAR_WORDS[which["which"].lower()]
        return _parted(text, Found(which.start(), end, When(shift=shift, from_context=from_context), "", "year"))
    if the or text[max(0, start - 3) : start] == "of ":
        return _parted(text, Found(start, end, When(shift=0), "", "year"))
    return None


_PLAN = pattern(rf"{SP}(?:plan|target|total|figure|result|quota)s?\b")


def _yearly(text: str, start: int, end: int) -> Found | None:
    """ "The yearly plan", "this year's": the year spoken of."""
    plan = _PLAN.match(text, end, concurrent=False)
    return Found(start, plan.end(), When(shift=0, from_context=True), "", "") if plan else None


# --- quarters, halves, months, seasons, decades, centuries ------------------------------------------------------

_PLACE = "|".join(_either_case(PLACE_WORDS))
_PLACE_BEFORE = pattern(rf"(?r)(?<![A-Za-z0-9])(?P<place>{_PLACE}|last|this|next|previous|same|current)(?:{SP}|-)")
_AFTER_PART = pattern(rf"{_OF_YEAR}")
_JOINED_PLACES = pattern(rf"(?r)(?<![A-Za-z0-9])(?P<first>{_PLACE}){SP}(?:and|to|-){SP}")


def _quarter(text: str, start: int, end: int) -> Found | None:
    """ "first quarter of 2024", "third-quarter", "Q3 2023"; not "a quarter of schools", "three-quarters"."""
    place = _PLACE_BEFORE.match(text, max(0, start - 10), start, concurrent=False)
    if not place:
        return None
    after = _AFTER_PART.match(text, end, concurrent=False)
    stop = after.end() if after else end
    number = PLACE_WORDS.get(place["place"].lower()) or PLACE_WORDS.get(place["place"])
    if number is None:
        if place["place"] != "last" or not after:
            return Found(place.start(), end, When(shift=0), "", "")
        number = 4
    when = When(month=3 * number - 2, end_month=3 * number)
    return Found(place.start(), stop, _year_of(after, when) if after else when, "quarter", "quarter")


def _half(text: str, start: int, end: int) -> Found | None:
    """ "first half of 2013", "second half of the year", "first half-year"; not "half went to Russia"."""
    place = _PLACE_BEFORE.match(text, max(0, start - 10), start, concurrent=False)
    number = PLACE_WORDS.get(place["place"].lower(), 0) if place else 0
    if not place or number not in (1, 2):
        return None
    after = _AFTER_PART.match(text, end, concurrent=False)
    month = _HALF_OF_MONTH.match(text, end, concurrent=False)
    if month or (
        not after
        and text[end - 4 : end] != "year"
        and not _PERIOD_PREPOSITION.match(text, max(0, place.start() - 12), place.start(), concurrent=False)
    ):
        return None
    when = When(month=6 * number - 5, end_month=6 * number)
    return Found(
        place.start(), after.end() if after else end, _year_of(after, when) if after else when, "half", "quarter"
    )


_HALF_OF_MONTH = pattern(rf"{SP}of{SP}(?!the{SP}year|(?:this|last|next){SP}year|{YEAR})")
_PERIOD_PREPOSITION = pattern(rf"(?r)\b(?:[Ii]n|[Ff]or|[Oo]ver|[Dd]uring|by)(?:{SP}the)?{SP}")
_CODE_YEAR = pattern(rf"(?:{GAP}(?:of{SP})?'?(?P<year>{YEAR}|[0-9]{{2}}(?![0-9%]|[.,][0-9])))?")


def _coded(text: str, start: int, end: int) -> Found | None:
    """ "Q3 2023", "3Q23", "H1 2024", "1H24", "9M 2023"."""
    code = text[start:end]
    number, letter = int(re.sub("[^0-9]", "", code)), re.sub("[0-9]", "", code)
    width = {"Q": 3, "H": 6, "M": number}[letter]
    if letter != "M" and number * width > 12:
        return None
    after = _CODE_YEAR.match(text, end, concurrent=False)
    assert after is not None
    first, last = (1, number) if letter == "M" else (width * (number - 1) + 1, width * number)
    if not after["year"]:
        return Found(start, end, When(month=first, end_month=last), "quarter", "quarter") if code[0] in "QH" else None
    year = int(after["year"]) + (2000 if len(after["year"]) == 2 else 0)
    return Found(start, after.end(), When(year, year, first, 1, last, 31), "quarter", "quarter")


_MONTHS_BEFORE = pattern(rf"""(?r)(?<![A-Za-z0-9.,])
    (?: (?P<first>[Ff]irst|1st|[Oo]pening|[Ii]nitial){SP} )?
    (?P<n>{"|".join(_either_case(NUMBER_WORDS))}|[1-9][0-9]?) {SP} (?:calendar{SP})?""")
_TO_DATE = pattern(
    rf"(?r)\b(?:(?:[Ii]n|[Aa]fter|[Oo]ver)|(?:[Ii]n|[Aa]fter|[Oo]ver|[Ff]or|during)(?P<the>{SP}the)){SP}"
)
_NO_TO_DATE = pattern(rf"{SP}(?:of|after|ago|before|earlier|later|to|from|time|in|since|running)\b|[’']")


def _months(text: str, start: int, end: int) -> Found | None:
    """ "first nine months of 2023", "11 months of this year", "the first seven months"; "in ten months"."""
    counted = _MONTHS_BEFORE.match(text, max(0, start - 30), start, concurrent=False)
    if not counted:
        return None
    number = _number(counted["n"])
    after = _AFTER_PART.match(text, end, concurrent=False)
    if number > 12 or (number == 1 and not counted["first"]):
        return None
    begin = counted.start("first") if counted["first"] else counted.start("n")
    when = When(month=1, end_month=number)
    if counted["first"] or after:
        return Found(begin, after.end() if after else end, _year_of(after, when) if after else when, "months", "")
    to_date = _TO_DATE.match(text, max(0, begin - 12), begin, concurrent=False)
    if to_date and number >= 3 and not _NO_TO_DATE.match(text, end, concurrent=False):
        return Found(begin, end, when, "months_to_date", "the" if to_date["the"] else "")
    return None


def _season(text: str, start: int, end: int) -> Found | None:
    """ "summer of 2022", "last winter"; "fall" only with a year."""
    months = SEASONS[text[start:end].lower()]
    after = _AFTER_PART.match(text, end, concurrent=False)
    when = When(month=months[0], end_month=months[1])
    if after:
        when = _year_of(after, when)
        if when.year is not None and months[0] > months[1]:
            when = replace(when, end_year=when.year + 1)
        return Found(start, after.end(), when, "season", "")
    which = _BEFORE_YEAR_WORD.match(text, max(0, start - 14), start, concurrent=False)
    if not which or text[start:end].lower() == "fall":
        return None
    shift, from_context = YEAR_WORDS[which["which"].lower()]
    return Found(which.start(), end, replace(when, shift=shift, from_context=from_context), "", "")


_CENTURY_BEFORE = pattern(
    rf"(?r)(?<![A-Za-z0-9])(?P<n>[12]?[0-9](?:st|nd|rd|th)|{'|'.join(_either_case(CENTURIES))})(?:{SP}|-)"
)


def _century(text: str, start: int, end: int) -> Found | None:
    """ "19th century", "the twentieth century"."""
    before = _CENTURY_BEFORE.match(text, max(0, start - 16), start, concurrent=False)
    if not before:
        return None
    word = before["n"]
    number = CENTURIES.get(word) or CENTURIES.get(word.lower()) or _number(word)
    return (
        _parted(text, Found(before.start(), end, When(100 * number - 99, 100 * number), "decade", ""))
        if number > 15
        else None
    )


# --- now --------------------------------------------------------------------------------------------------------

_AT_PRESENT = pattern(rf"(?r)\b[Aa]t(?:{SP}the)?{SP}(?:present{SP})?")
_THIS_BEFORE = pattern(rf"(?r)\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext|past|previous|coming){SP}")
_AGO_BEFORE = pattern(
    rf"(?r)(?<![A-Za-z0-9.,])(?P<n>{'|'.join(_either_case(NUMBER_WORDS))}|[1-9][0-9]?){SP}(?P<unit>years?|days?|weeks?|decades?){SP}"
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
    return Found(
        before.start(), end, When(shift=sign * years * _number(before["n"]), from_context=from_context), "", ""
    )


_YEARS_IN = {"year": 1, "decade": 10}


# --- putting together -------------------------------------------------------------------------------------------

_Reader = Callable[[str, int, int], "Found | None"]
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(MONTH_OF, _month),
    **dict.fromkeys(_either_case(["year"]), _year_word),
    **dict.fromkeys(_either_case(["yearly", "annual"]), _yearly),
    **dict.fromkeys(_either_case(["quarter", "quarters"]), _quarter),
    **dict.fromkeys(_either_case(["half", "half-year"]), _half),
    **dict.fromkeys(_either_case(["months"]), _months),
    **dict.fromkeys(_either_case(["month", "week"]), _this),
    "day": _day_beside,
    **dict.fromkeys(_either_case(["century", "centuries"]), _century),
    **dict.fromkeys(_either_case(["present", "moment"]), _present),
    **dict.fromkeys(_either_case(["ago", "earlier", "later"]), _ago),
    **dict.fromkeys(_either_case(SEASONS), _season),
    **dict.fromkeys(_either_case(DECADES), _short_decade),
    **dict.fromkeys(_either_case(NOW_WORDS), _now),
}

TO_DATE_REACH = 1500
"""Characters within which "in ten months" means the year so far, once such a period was named."""


def atoms(text: str) -> list[Found]:
    """Every calendar expression, dates not yet joined to spans."""
    atoms: list[Found] = []
    at = 0
    to_date = -TO_DATE_REACH
    for anchor in _ANCHOR.finditer(text):
        start, end = anchor.span()
        if start < at:
            continue
        word = anchor.group()
        reader = _READERS.get(word) or _coded_reader(word)
        found = reader(text, start, end)
        if found is None or (atoms and found.start < at):
            continue
        if found.rule == "months":
            to_date = found.start
        elif found.rule == "months_to_date" and not found.grain and found.start - to_date > TO_DATE_REACH:
            continue
        atoms.append(found)
        at = found.end
    return atoms


def _coded_reader(word: str) -> _Reader:
    if len(word) == 4:
        return _year
    return _short_decade if word.endswith("s") else _coded
