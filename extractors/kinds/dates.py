"""Dates and periods in a text: neighbouring calendar expressions joined to spans, bases of comparison marked.

Expressions are found by their anchors (month names, years, "quarter", "year", "today" …); what stands after and before
an anchor is read by patterns matched at that place only, the ones before it in reverse.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter

import regex

from extractors import words
from extractors.kinds import calendar, periods, relative
from extractors.kinds.calendar import DASH, GAP, SP, Found, Reader, pattern, year_number
from extractors.kinds.periods import coded, short_decade
from extractors.model import Kind, Mention, Time, When
from extractors.words import Hit

_READERS: dict[str, Reader] = {**calendar.READERS, **periods.READERS, **relative.READERS}
WORDS_OF_TIME: frozenset[str] = frozenset(word.partition("-")[0] for word in _READERS)
"""Words a calendar expression is found by, as they are written."""
_RUN = regex.compile("[0-9]+")
_YEARS = ("15", "16", "17", "18", "19", "20")
_JOIN = pattern(
    rf"(?:{GAP}{DASH}{GAP}|-to-|{SP}(?:to|till|until|through|up{SP}to){SP}(?:the{SP})?+(?:end{SP}of{SP})?+)"
)
_AND = pattern(rf",?+{SP}(?:and|or){SP}(?:in{SP})?+")
_IN = pattern(rf"(?r)\b[Ii]n{SP}")
_BETWEEN = pattern(rf"(?r)\b[Bb]etween{SP}(?:the{SP})?")
_TIMES = frozenset("times twice double triple half fold".split())
_BASE_NOUN = pattern(rf"""(?r)(?<![A-Za-z]) (?:(?:the|its|their){SP})?
    (?: (?P<same>same|corresponding|similar|analogous|comparable|respective|identical){SP}
        (?:\p{{Ll}}{{1,16}}(?:-\p{{Ll}}{{1,16}})?{SP}){{0,2}} )?
    (?:period|months?|quarter|half|time|date|figures?|indicators?|results?|level|volumes?|days?
      |amounts?|numbers?|totals?|sums?)
    (?:{SP}(?:of|in|for|from))? {SP} (?:(?:the{SP})? (?:whole|entire){SP}of{SP})? (?:the{SP})?""")
_COMPARED = pattern(rf"""(?r)(?<![A-Za-z])
    (?: [Tt]han | (?:record|peak|high|low){SP}(?:set|reached|seen|recorded|hit)
      | (?:exceed|surpass)(?:e?s|ed|ing) | [Aa]gainst | [Vv]ersus | vs\.?
      | [Cc]ompar(?:ed|ison|ing|able){SP}(?:to|with) | [Rr]elative{SP}to
      | [Uu]nlike | as{SP}(?:much|many|high|large|big|low|great){SP}as
      | as(?:{SP}(?:much|many))?(?={SP}(?:in|for|during|the|a)\b) | levels?{SP}(?:of|in)
      | (?:seen | est(?:{SP}\p{{Ll}}{{1,16}})? | first{SP}time | first | record){SP}since
      | (?: % | cent | pct | times | fold ) {SP} (?:above|below)
      | (?: % | \bper{SP}cent | percent | \bpct | times | fold | higher | lower | more | less | (?:in|de)crease | growth
          | rise | drop | fall | \bup | \bdown | (?:grew|rose|fell|up|down){SP}\p{{L}}{{1,16}} ) {SP}(?:from|on|over) )
    (?: {SP}(?:it|they|that|those|those{SP}recorded){SP}(?:was|were) | {SP}those )?
    (?: {SP}(?:in|for|during|over|at|of|from))? (?: {SP}(?:the(?:{SP}same)?|a))? {SP}""")
_LEVELS = frozenset(("level", "levels"))
"""What is set against: "quadruple the 2021 level"."""
_BASE_NEEDS = frozenset(
    "than against versus vs vs. compared comparison comparing comparable relative unlike as level levels since "
    "exceeds exceeded exceeding surpasses surpassed surpassing record peak high low times twice double "
    "triple half above below from on over same corresponding similar analogous comparable respective identical".split()
)
"""Words of which a base of comparison needs one before it."""
_RELATIVE_FROM = pattern(rf"(?r)(?<![A-Za-z])(?:from|on){SP}(?:the{SP})?")
_OVER_SAME = pattern(rf"(?r)(?<![A-Za-z])(?:over|from|on|to){SP}")


def find(text: str, hits: Iterable[Hit] | None = None) -> tuple[list[Mention], list[Time]]:
    """The calendar mentions of ``text`` and all its times, each sorted by start.

    ``hits`` are the ``WORDS_OF_TIME`` of the text, where they are known already.

    Mentions are what a reader would call a figure ("November 9", "in 2021", "first nine months of 2023"); their spans
    leave out prepositions.  Times are those and the purely relative expressions ("last year", "a year earlier", "now").
    """
    mentions: list[Mention] = []
    times: list[Time] = []
    for found in _joined(text, _atoms(text, words.find(text, WORDS_OF_TIME) if hits is None else hits)):
        if found.rule:
            kind = Kind.DATE if _is_days(found.when) else Kind.PERIOD
            mentions.append(Mention(kind, found.start, found.end, found.rule, unit=kind.value, when=found.when))
        times.append(Time(found.start, found.end, found.when, _is_base(text, found)))
    return mentions, times


_YEARLY = pattern(
    rf"""year[-]on[-]year | year{SP}on{SP}year | \ba{SP}year{SP}(?:earlier|ago|before) | same{SP}period | last{SP}year
    | [Cc]ompared{SP}(?:to|with)"""
)
_UP_ON = pattern(rf",{SP}(?:up|down){SP}(?:by{SP})?[0-9]")
TO_DATE_REACH = 1500
"""Characters within which "in ten months" means the year so far, once such a period was named."""


def _atoms(text: str, hits: Iterable[Hit]) -> list[Found]:
    """Every calendar expression, dates not yet joined to spans."""
    atoms: list[Found] = []
    at = 0
    to_date = -TO_DATE_REACH
    for start, end, reader in _anchors(text, hits):
        if start < at:
            continue
        found = reader(text, start, end)
        if found is None or (atoms and found.start < at):
            continue
        if found.rule == "months":
            to_date = found.start
        elif found.rule == "months_to_date" and not found.grain and not _to_date(text, found, to_date):
            continue
        atoms.append(found)
        at = found.end
    return atoms


def _to_date(text: str, found: Found, last: int) -> bool:
    """Whether "in ten months" is the year so far: such a period came ``last``, or a comparison of years follows."""
    if found.start - last <= TO_DATE_REACH:
        return True
    if _UP_ON.match(text, found.end, concurrent=False):
        return True
    return _YEARLY.search(text, found.end, found.end + 120, concurrent=False) is not None


def _anchors(text: str, hits: Iterable[Hit]) -> list[tuple[int, int, Reader]]:
    """Where calendar expressions may be found, and what reads the text around, in order."""
    found = []
    for start, word in hits:
        if word in WORDS_OF_TIME:
            compound = f"{word}-year" if text.startswith("-year", start + len(word)) else word
            anchor = compound if compound in _READERS else word
            found.append((start, start + len(anchor), _READERS[anchor]))
    for run in _RUN.finditer(text, concurrent=False):
        start, end = run.span()
        if end - start == 4:
            reader: Reader | None = year_number if text.startswith(_YEARS, start) else None
        else:
            end, reader = _numeric(text, start, end) if end - start < 3 else (end, None)
        if reader is not None and not _glued(text, start):
            found.append((start, end, reader))
    found.sort(key=itemgetter(0))
    return found


def _numeric(text: str, start: int, end: int) -> tuple[int, Reader | None]:
    """The end and the reader of "3Q", "1H", "9M 2023" and "90s"; no reader for other numbers."""
    letter = text[end : end + 1]
    if letter in ("Q", "H", "M") and text[start] != "0" and (letter != "M" or text.startswith(("20", " 20"), end + 1)):
        return end + 1, coded
    return end + 1, short_decade if letter == "s" and end - start == 2 and text[start] > "1" and text[
        start + 1
    ] == "0" else None


def _glued(text: str, start: int) -> bool:
    return text[start - 1 : start].isalnum()


def _joined(text: str, read: list[Found]) -> list[Found]:
    """``read`` with neighbours that make one span ("May 3" to "May 12, 2023") put together."""
    spans: list[Found] = []
    for atom in read:
        left = spans[-1] if spans else None
        if left and 0 <= atom.start - left.end <= 20 and left.grain and left.grain == atom.grain and left.rule:
            between = _JOIN.fullmatch(text, left.end, atom.start, concurrent=False)
            if between and left.when.year and _is_event(text, left, between.group()):
                between = None
            both = not between and _AND.fullmatch(text, left.end, atom.start, concurrent=False)
            if between or (both and _BETWEEN.match(text, max(0, left.start - 14), left.start, concurrent=False)):
                spans[-1] = _span(left, atom)
                continue
            if both and left.when.year is None and left.when.shift is None and atom.when.year is not None:
                spans[-1] = replace(left, when=left.when._replace(year=atom.when.year, end_year=atom.when.end_year))
        spans.append(atom)
    return spans


def _is_event(text: str, left: Found, join: str) -> bool:
    """Whether a time is an event's and the next one its end: "prolonged in 2004 until 2050", not "from 2004 until"."""
    return "til" in join and _IN.match(text, max(0, left.start - 4), left.start, concurrent=False) is not None


def _span(left: Found, right: Found) -> Found:
    """From the first day of ``left`` to the last of ``right``; a missing year is the other's."""
    a, b = left.when, right.when
    wraps = (a.month, a.day) > (b.end_month, b.end_day)
    year, end_year = a.year, b.end_year
    if year is None and end_year is not None:
        year = end_year - wraps
    elif end_year is None and year is not None:
        end_year = year + wraps
    shift = b.shift if b.shift is not None else a.shift
    when = When(year, end_year, a.month, a.day, b.end_month, b.end_day, shift, a.from_context or b.from_context)
    return Found(left.start, right.end, when, "span", "")


def _is_days(when: When) -> bool:
    whole_month = when.day == 1 and when.end_day == 31
    return not whole_month and when.month == when.end_month and when.year == when.end_year


def _is_base(text: str, found: Found) -> bool:
    """Whether the words before make it the base of a comparison: "7% more than in 2022", "from a year earlier"."""
    if found.grain == "base" or (found.rule and words.after(text, found.end) in _LEVELS):
        return True
    start = found.start
    near = words.near(text, start - 120, start)
    if _BASE_NEEDS.isdisjoint(near):
        return False
    noun = _BASE_NOUN.match(text, max(0, start - 56), start, concurrent=False)
    if noun and words.before(text, noun.start()) == "a":
        noun = None  # "compared to a quarter two years earlier"
    if noun:
        start = noun.start()
        if words.before(text, start) in _TIMES:
            return True  # "seven times the amount a year before"
    if _COMPARED.match(text, max(0, start - 64), start, concurrent=False):
        return True
    if noun and noun["same"]:
        return _OVER_SAME.match(text, max(0, start - 8), start, concurrent=False) is not None
    relative = found.when.shift is not None and found.when.shift < 0 and not found.rule
    return relative and _RELATIVE_FROM.match(text, max(0, start - 10), start, concurrent=False) is not None
