"""Parts of years and longer stretches: quarters, halves, counted months, seasons, decades, centuries."""

from __future__ import annotations

import re

from extractors.kinds.calendar import (
    BEFORE_YEAR_WORD,
    GAP,
    OF_YEAR,
    SP,
    YEAR,
    Found,
    Reader,
    either_case,
    number,
    parted,
    pattern,
    year_of,
)
from extractors.kinds.calendar_words import CENTURIES, DECADES, NUMBER_WORDS, PLACE_WORDS, SEASONS, YEAR_WORDS
from extractors.model import When

_PLACE = "|".join(either_case(PLACE_WORDS))
_PLACE_BEFORE = pattern(rf"(?r)(?<![A-Za-z0-9])(?P<place>{_PLACE}|last|this|next|previous|same|current)(?:{SP}|-)")
_AFTER_PART = pattern(rf"{OF_YEAR}")
_SPOKEN_OF = pattern(rf"(?r)\b(?P<led>[Dd]uring|[Ii]n|[Ff]or|[Oo]ver){SP}the{SP}(?:reporting{SP})?")

_QUARTERS_BEFORE = pattern(rf"(?r)(?<![A-Za-z])(?P<first>[Ff]irst){SP}(?P<n>two|three|2|3)(?:{SP}|-)")


def _quarters(text: str, start: int, end: int) -> Found | None:
    """ "first three quarters of the year"; not "three quarters of the firms"."""
    counted = _QUARTERS_BEFORE.match(text, max(0, start - 14), start, concurrent=False)
    if not counted:
        return _quarter(text, start, end)
    after = _AFTER_PART.match(text, end, concurrent=False)
    when = When(month=1, end_month=3 * number(counted["n"]))
    stop = after.end() if after else end
    return Found(counted.start(), stop, year_of(after, when) if after else when, "months", "")


def _quarter(text: str, start: int, end: int) -> Found | None:
    """ "first quarter of 2024", "third-quarter", "Q3 2023"; not "a quarter of schools", "three-quarters"."""
    place = _PLACE_BEFORE.match(text, max(0, start - 10), start, concurrent=False)
    if not place:
        said = _SPOKEN_OF.match(text, max(0, start - 20), start, concurrent=False)
        return Found(said.end("led") + 1, end, When(shift=0, from_context=True), "", "") if said else None
    after = _AFTER_PART.match(text, end, concurrent=False)
    stop = after.end() if after else end
    number = PLACE_WORDS.get(place["place"].lower()) or PLACE_WORDS.get(place["place"])
    if number is None:
        if place["place"] != "last" or not after:
            return Found(place.start(), end, When(shift=0), "", "")
        number = 4
    when = When(month=3 * number - 2, end_month=3 * number)
    return Found(place.start(), stop, year_of(after, when) if after else when, "quarter", "quarter")


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
        place.start(), after.end() if after else end, year_of(after, when) if after else when, "half", "quarter"
    )


_HALF_OF_MONTH = pattern(rf"{SP}of{SP}(?!the{SP}year|(?:this|last|next){SP}year|{YEAR})")
_PERIOD_PREPOSITION = pattern(rf"(?r)\b(?:[Ii]n|[Ff]or|[Oo]ver|[Dd]uring|by)(?:{SP}the)?{SP}")
_CODE_YEAR = pattern(rf"(?:{GAP}(?:of{SP})?'?(?P<year>{YEAR}|[0-9]{{2}}(?![0-9%]|[.,][0-9])))?")


def coded(text: str, start: int, end: int) -> Found | None:
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
    (?P<n>{"|".join(either_case(NUMBER_WORDS))}|[1-9][0-9]?) {SP} (?:calendar{SP})?""")
_TO_DATE = pattern(
    rf"(?r)\b(?:(?:[Ii]n|[Aa]fter|[Oo]ver)|(?:[Ii]n|[Aa]fter|[Oo]ver|[Ff]or|during)(?P<the>{SP}the)){SP}"
)
_NO_TO_DATE = pattern(rf"{SP}(?:of|after|ago|before|earlier|later|to|from|time|in|since|running)\b|[’']")


def _months(text: str, start: int, end: int) -> Found | None:
    """ "first nine months of 2023", "11 months of this year", "the first seven months"; "in ten months"."""
    counted = _MONTHS_BEFORE.match(text, max(0, start - 30), start, concurrent=False)
    if not counted:
        return None
    count = number(counted["n"])
    after = _AFTER_PART.match(text, end, concurrent=False)
    if count > 12 or (count == 1 and not counted["first"]):
        return None
    begin = counted.start("first") if counted["first"] else counted.start("n")
    when = When(month=1, end_month=count)
    if counted["first"] or after:
        return Found(begin, after.end() if after else end, year_of(after, when) if after else when, "months", "")
    to_date = _TO_DATE.match(text, max(0, begin - 12), begin, concurrent=False)
    if to_date and count >= 3 and not _NO_TO_DATE.match(text, end, concurrent=False):
        return Found(begin, end, when, "months_to_date", "the" if to_date["the"] else "")
    return None


def _season(text: str, start: int, end: int) -> Found | None:
    """ "summer of 2022", "last winter"; "fall" only with a year."""
    months = SEASONS[text[start:end].lower()]
    after = _AFTER_PART.match(text, end, concurrent=False)
    when = When(month=months[0], end_month=months[1])
    if after:
        when = year_of(after, when)
        if when.year is not None and months[0] > months[1]:
            when = when._replace(end_year=when.year + 1)
        return Found(start, after.end(), when, "season", "")
    which = BEFORE_YEAR_WORD.match(text, max(0, start - 14), start, concurrent=False)
    if not which or text[start:end].lower() == "fall":
        return None
    if which["which"].lower() == "last" and months[0] < months[1]:  # the latest: in November that of the same year
        return Found(which.start(), end, when, "", "")
    shift, from_context = YEAR_WORDS[which["which"].lower()]
    return Found(which.start(), end, when._replace(shift=shift, from_context=from_context), "", "")


def short_decade(text: str, start: int, end: int) -> Found | None:
    """ "the 90s", "'90s", "the nineties"."""
    before = text[max(0, start - 5) : start]
    if not before.lower().endswith(("the ", "'", "’", "mid-", "late ", "early ", "the mid-")):
        return None
    word = text[start:end].lower()
    year = 1900 + (DECADES[word] if word in DECADES else int(word[:2]))
    return parted(text, Found(start, end, When(year, year + 9), "decade", ""))


_CENTURY_BEFORE = pattern(
    rf"(?r)(?<![A-Za-z0-9])(?P<n>[12]?[0-9](?:st|nd|rd|th)|{'|'.join(either_case(CENTURIES))})(?:{SP}|-)"
)


def _century(text: str, start: int, end: int) -> Found | None:
    """ "19th century", "the twentieth century"."""
    before = _CENTURY_BEFORE.match(text, max(0, start - 16), start, concurrent=False)
    if not before:
        return None
    word = before["n"]
    nth = CENTURIES.get(word) or CENTURIES.get(word.lower()) or number(word)
    if not 15 < nth < 22:
        return None
    return parted(text, Found(before.start(), end, When(100 * nth - 99, 100 * nth), "century", ""))


READERS: dict[str, Reader] = {
    **dict.fromkeys(either_case(["quarter"]), _quarter),
    **dict.fromkeys(either_case(["quarters"]), _quarters),
    **dict.fromkeys(either_case(["half", "half-year"]), _half),
    **dict.fromkeys(either_case(["months"]), _months),
    **dict.fromkeys(either_case(SEASONS), _season),
    **dict.fromkeys(either_case(DECADES), short_decade),
    **dict.fromkeys(either_case(["century", "centuries"]), _century),
    **dict.fromkeys([letter + place for letter in "QH" for place in "1234"], coded),
}
"""Anchor words and what reads the text around them."""
