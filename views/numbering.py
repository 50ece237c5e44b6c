"""From the fact table in its database to the narrow numbers of an ``Index``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from views.filters import FACETS
from views.index import Columns, Floats, Index, Known
from views.lines import NO_YEAR, Ints, Lines, combined, numbered

Ask = Callable[[str], duckdb.DuckDBPyConnection]

_CODED = (*FACETS.values(), "change")
"""Columns of which only so many values occur; missing ones are empty texts."""


def index(ask: Ask, listed: int) -> Index:
    """Over the table ``facts``; the article is among the lines' columns where there are at most ``listed`` articles.

    ``position`` must count the facts from 1 on.
    """
    for name in _CODED:
        values = f"SELECT DISTINCT coalesce({name}::VARCHAR, '') AS value FROM facts"
        ask(f"CREATE OR REPLACE TYPE coded_{name} AS ENUM (SELECT * FROM ({values} UNION SELECT '') ORDER BY value)")
    coded = ", ".join(f"coalesce({name}::VARCHAR, '')::coded_{name} AS {name}" for name in _CODED)
    # Two of a million claims share a hash of 64 bits once in thirty million corpora.
    plain = "year, value, value_low, value_high, published, hash(claim_id) AS claim"
    table = ask(f"SELECT {coded}, {plain} FROM facts ORDER BY position").df()
    article, first = numbered(table["article_id"].cat.codes.to_numpy())
    dates, days = _dates(table["published"].iloc[first])
    articles = pd.Index(table["article_id"].iloc[first].astype("object"))
    line, lines = _lines(table, (*_CODED,) if len(first) <= listed else tuple(n for n in _CODED if n != "article_id"))
    rank, ordered = _ranked(table["value"].to_numpy(dtype=np.float64, na_value=np.nan))
    claim, _first = numbered(table["claim"].to_numpy())
    place = np.arange(len(table), dtype=np.int32)
    facts = Columns(place, line, article, claim, rank, _ends(table, "value_low"), _ends(table, "value_high"))
    return Index(Known(lines, ordered, articles, days, dates), facts)


def _lines(table: pd.DataFrame, names: tuple[str, ...]) -> tuple[Ints, Lines]:
    """The number of each fact's line, and the lines."""
    codes = {name: table[name].cat.codes.to_numpy() for name in names}
    years = table["year"].fillna(NO_YEAR).to_numpy(dtype=np.int32)
    line, first = combined([*codes.values(), years], len(table))
    values = {name: [str(value) for value in table[name].cat.categories] for name in names}
    return line, Lines({name: one[first].astype(np.int32) for name, one in codes.items()}, values, years[first])


def _dates(published: pd.Series) -> tuple[list[Any], Ints]:
    """Dates of publication in order, None first, and each article's number among them."""
    days = [None if pd.isna(one) else one.date() for one in published]
    dates = [None, *sorted({one for one in days if one})]
    numbers = {one: number for number, one in enumerate(dates)}
    return dates, np.array([numbers[one] for one in days], dtype=np.int32)


def _ranked(values: Floats) -> tuple[Ints, Floats]:
    """The place of each value among all of them in order (-1 without a value), and these."""
    stated = np.flatnonzero(~np.isnan(values))
    order = stated[np.argsort(values[stated], kind="stable")]
    rank = np.full(len(values), -1, dtype=np.int32)
    rank[order] = np.arange(len(order))
    return rank, values[order]


def _ends(table: pd.DataFrame, name: str) -> Floats:
    return table[name].fillna(table["value"]).to_numpy(dtype=np.float64, na_value=np.nan)
