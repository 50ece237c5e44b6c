"""The fact table: its columns, each described once, and how facts become a pandas frame."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

import pandas as pd

from extractors.model import Change, Fact, Kind, Qualifier, Source, Status, YearBasis


@dataclass(frozen=True, slots=True)
class Column:
    """One column: pandas dtype, meaning, unit ("" if it has none) and allowed values (empty: free)."""

    name: str
    dtype: str
    meaning: str
    unit: str = ""
    allowed: tuple[str, ...] = ()
    example: str = ""


def _values(enum: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in enum)


FACT_COLUMNS: tuple[Column, ...] = (
    Column(
        "fact_id", "str", "Stable name of the fact: article id and the figure's span.", example="an-article.120-133"
    ),
    Column("claim_id", "str", "Facts of one article that make the same claim share it: the first one's fact_id."),
    Column("article_id", "category", "The article, as named in data/articles.csv."),
    Column("kind", "category", "What sort of quantity the figure is.", allowed=_values(Kind)),
    Column("indicator", "category", "What the figure measures; `other` where the text leaves us unsure."),
    Column("topic", "category", "The indicator's topic."),
    Column(
        "value", "float64", "The figure, in `unit`; the midpoint of a range; missing for dates.", unit="as in `unit`"
    ),
    Column("value_low", "float64", "Lower end of a range, else missing.", unit="as in `unit`"),
    Column("value_high", "float64", "Upper end of a range, else missing.", unit="as in `unit`"),
    Column(
        "unit", "category", "ISO 4217 code for money, else percent, km, tonne, bcm, person, year … or the counted noun."
    ),
    Column("qualifier", "category", "How the text hedges or bounds the figure.", allowed=_values(Qualifier)),
    Column("change", "category", "Whether the figure is the size of a change.", allowed=_values(Change)),
    Column("status", "category", "Whether it has happened, is expected, or is aimed at.", allowed=_values(Status)),
    Column(
        "year", "Int16", "The year the figure speaks about; missing where the text gives none.", unit="calendar year"
    ),
    Column("year_basis", "category", "How the year is known.", allowed=_values(YearBasis)),
    Column("year_from", "category", "Where the words stood that gave the year.", allowed=_values(Source)),
    Column("year_cue", "str", "Those words, as written."),
    Column(
        "period_start", "datetime64[s]", "First day of the time the figure speaks about, where known.", unit="ISO 8601"
    ),
    Column("period_end", "datetime64[s]", "Last day of it.", unit="ISO 8601"),
    Column("parties", "category", "Countries and blocs the figure is about, sorted ISO 3166 codes joined by ;."),
    Column("parties_from", "category", "Where the words stood that named them.", allowed=_values(Source)),
    Column("parties_cue", "str", "Those words, as written."),
    Column("indicator_from", "category", "Where the words stood that gave the indicator.", allowed=_values(Source)),
    Column("indicator_cue", "str", "Those words, as written."),
    Column("speaker", "str", "Who is said to have said it, where the sentence names somebody; else empty."),
    Column("text", "str", "The figure as written: article[start:end]."),
    Column("sentence", "str", "The sentence the figure stands in."),
    Column("sentence_start", "int32", "Where the sentence begins.", unit="characters into the article"),
    Column("sentence_end", "int32", "Where the sentence ends.", unit="characters into the article"),
    Column("start", "int32", "Where the figure begins.", unit="characters into the article"),
    Column("end", "int32", "Where the figure ends.", unit="characters into the article"),
    Column("extractor", "category", "The rule that found it."),
)

_HALF = re.compile("[\ud800-\udfff]")
_DTYPES = {column.name: column.dtype for column in FACT_COLUMNS}


def to_table(facts: Iterable[Fact]) -> pd.DataFrame:
    """Facts as a frame, one row a fact, columns and dtypes as in ``FACT_COLUMNS``; an empty frame keeps them.

    Half characters (lone surrogates) fit no file: they become U+FFFD, one for one, so that offsets stay true.
    """
    read = attrgetter(*_DTYPES)
    rows = [read(fact) for fact in facts]
    try:
        return _frame(rows)
    except UnicodeEncodeError:
        return _frame([tuple(_whole(cell) for cell in row) for row in rows])


def _whole(cell: object) -> object:
    return _HALF.sub("\ufffd", cell) if type(cell) is str else cell


def _frame(rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    columns = zip(*rows, strict=True) if rows else ([] for _ in _DTYPES)
    return pd.DataFrame(
        {name: pd.Series(list(cells), dtype=_DTYPES[name]) for name, cells in zip(_DTYPES, columns, strict=True)}
    )
