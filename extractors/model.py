"""The words this package speaks: articles, sentences, mentions, times and facts.

A **mention** is a figure as the text states it; it knows nothing of what it is about.  A **fact** is a mention that
has been placed: indicator, year, parties, status, speaker.  A **time** is a calendar expression; those a reader would
call a figure ("November 9", "in 2021", "first nine months of 2023") are mentions too, the others ("last year", "a year
earlier") only help to place their neighbours.

All offsets are characters into the stored text, so that ``text[start:end]`` is always what was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What sort of quantity a figure is."""

    MONEY = "money"
    PERCENT = "percent"
    LENGTH = "length"
    AREA = "area"
    MASS = "mass"
    VOLUME = "volume"
    ENERGY = "energy"
    COUNT = "count"
    ORDINAL = "ordinal"
    RATIO = "ratio"
    DURATION = "duration"
    DATE = "date"
    PERIOD = "period"


CALENDAR_KINDS = frozenset({Kind.DATE, Kind.PERIOD})
"""Kinds whose value is a stretch of the calendar and not a number."""


class Qualifier(StrEnum):
    """How the text hedges or bounds a figure."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    RANGE = "range"


class Change(StrEnum):
    """Whether the figure IS the size of a change; a level reached by growth is NONE."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Status(StrEnum):
    """Whether the figure has happened, is expected, or is aimed at."""

    ACTUAL = "actual"
    FORECAST = "forecast"
    TARGET = "target"


class YearBasis(StrEnum):
    """How the year of a fact is known."""

    STATED = "stated"
    RELATIVE = "relative"
    CONTEXT = "context"
    NONE = "none"


class Source(StrEnum):
    """Where the words stood that placed a fact (its year, its parties or its indicator)."""

    OWN = "own"  # in the figure itself: "$28.2 billion in 2022", "Three and a half million Russians"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    BEFORE = "before"  # a sentence before
    ARTICLE = "article"  # what the article as a whole is about
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Article:
    """One text and what is known of its publication; missing metadata are empty strings or None.

    ``published_precision`` is "day", "month", "year" or ""; ``title_is_ours`` marks a title we had to make up, and
    ``incomplete`` a text of which only the beginning is here, because a limit bit.
    """

    id: str
    text: str
    title: str = ""
    title_is_ours: bool = False
    publisher: str = ""
    author: str = ""
    published: date | None = None
    published_precision: str = ""
    url: str = ""
    language: str = "en"
    rights: str = ""
    incomplete: bool = False


class Sentence(NamedTuple):
    """A sentence's span; ``furniture`` marks page parts that state nothing (bylines, stamps, "Subscribe to …")."""

    start: int
    end: int
    furniture: bool = False


class When(NamedTuple):
    """A calendar expression as far as its own words go.

    ``year`` is a stated year.  Without one, ``shift`` counts years from the publication year ("last year" -1, "this
    year" 0) or, if ``from_context``, from the year spoken of before ("a year earlier" -1, "the same year" 0).  Both
    None: the words give no year at all ("November 9", "in March").  ``end_year`` differs from ``year`` in spans.
    Months and days bound the expression inside its years; ``end_day`` 31 means the last day of ``end_month``.
    """

    year: int | None = None
    end_year: int | None = None
    month: int = 1
    day: int = 1
    end_month: int = 12
    end_day: int = 31
    shift: int | None = None
    from_context: bool = False


class Time(NamedTuple):
    """A calendar expression in the text, a figure or not.

    ``is_base`` marks the base of a comparison ("over the same period of last year", "than in 2022", "year-on-year"):
    the figures beside it do not speak about that time.
    """

    start: int
    end: int
    when: When
    is_base: bool = False


class Mention(NamedTuple):
    """A figure as the text states it, before we know what it is about.

    ``value`` is in ``unit`` (28.2e9 USD, never 28.2); ranges have both ends and ``value`` is their midpoint.  Calendar
    mentions have no value; their ``when`` says what they mean.  ``rule`` names the rule that read it.
    """

    kind: Kind
    start: int
    end: int
    rule: str
    value: float | None = None
    value_low: float | None = None
    value_high: float | None = None
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    change: Change = Change.NONE
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A placed figure: one row of the fact table.  ``extractors.table.FACT_COLUMNS`` describes every column."""

    fact_id: str
    claim_id: str
    article_id: str
    kind: Kind
    indicator: str
    topic: str
    value: float | None
    value_low: float | None
    value_high: float | None
    unit: str
    qualifier: Qualifier
    change: Change
    status: Status
    year: int | None
    year_basis: YearBasis
    year_from: Source
    year_cue: str
    period_start: date | None
    period_end: date | None
    parties: str
    parties_from: Source
    parties_cue: str
    indicator_from: Source
    indicator_cue: str
    speaker: str
    text: str
    sentence: str
    sentence_start: int
    sentence_end: int
    start: int
    end: int
    extractor: str = ""
