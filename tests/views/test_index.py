"""Counting in narrow numbers gives what the database would count: facts, claims, articles, medians, for any filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import numpy as np
import pytest

from extractors.model import Article, Change, Fact, Kind, Qualifier, Status, YearBasis
from extractors.table import to_table
from tests.views.conftest import a_fact
from views.filters import FACETS, Filters
from views.lines import combined
from views.rows import Group
from views.store import Store, _where

PATTERN = a_fact("second", "$23 billion")
ARTICLES = [
    Article(id=f"a{number}", text="", title="T", publisher=f"P{number % 3}", published=day)
    for number, day in enumerate([date(2020, 1, 1), date(2020, 1, 1), None, date(2022, 5, 6), date(2019, 3, 4)])
]
GROUPINGS = [
    (),
    ("indicator",),
    ("year",),
    ("unit", "change", "year"),
    ("indicator", "kind", "unit", "change", "parties"),
]


def facts(dice: Random, number: int) -> Iterator[Fact]:
    """Facts whose claims are repeated, also with another kind, unit or year: filters and groups may cut them."""
    claims: dict[str, list[str]] = {}
    for place in range(number):
        # Articles take turns now and then, as the parts of a corpus may.
        article = f"a{min(place * 7 // number, 6) if dice.random() < 0.9 else dice.randrange(7)}"
        name = f"{article}.{place}-{place + 1}"
        known = claims.setdefault(article, [])
        claim = dice.choice(known) if known and dice.random() < 0.4 else name
        known.append(claim)
        value = dice.choice([None, 1.0, 2.5, 2.5, 40.0, -3.0])
        is_range = value is not None and dice.random() < 0.2
        yield replace(
            PATTERN,
            fact_id=name,
            claim_id=claim,
            article_id=article,
            kind=dice.choice([Kind.MONEY, Kind.MONEY, Kind.MASS, Kind.DATE]),
            indicator=dice.choice(["trade_turnover", "freight_volume", "other"]),
            topic=dice.choice(["trade", "transport", ""]),
            unit=dice.choice(["USD", "USD", "tonne", ""]),
            value=value,
            value_low=(value or 0) - 1 if is_range else None,
            value_high=(value or 0) + 2 if is_range else None,
            qualifier=dice.choice([Qualifier.EXACT, Qualifier.ABOUT]),
            change=dice.choice([Change.NONE, Change.NONE, Change.UP]),
            status=dice.choice([Status.ACTUAL, Status.TARGET]),
            year=dice.choice([None, 1991, 2020, 2021, 2022]),
            year_basis=dice.choice([YearBasis.STATED, YearBasis.CONTEXT]),
            parties=dice.choice(["KZ;RU", "KZ;RU", "CN;KZ", ""]),
            sentence=dice.choice(["Trade grew", "Trade fell", "Freight grew"]),
        )


def asked(dice: Random, store: Store) -> Filters:
    """Filters as a visitor may combine them, down to what leaves nothing."""
    chosen: dict[str, Any] = {}
    for facet in FACETS:
        if dice.random() < 0.25:
            values = [*store.choices[facet], "no such value"]
            chosen[facet] = tuple(dice.sample(values, dice.randint(1, min(3, len(values)))))
    first = dice.randint(1990, 2022)
    years = (first, dice.randint(first, 2023)) if dice.random() < 0.3 else None
    text = dice.choice(["trade", "grew", 'fell "trade f"', "nothing"]) if dice.random() < 0.2 else ""
    return Filters(**chosen, years=years, undated=dice.random() < 0.8, text=text)


@pytest.fixture(scope="module", params=[(seed, listed) for seed in range(2) for listed in (1_000, 2)], ids=str)
def drawn(request: pytest.FixtureRequest) -> Iterator[tuple[Random, Store]]:
    """Random facts in a store that asks its database for rows, with its articles as a facet or too many to list."""
    seed, listed = request.param
    dice = Random(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("views.store.MOST", 0)
        patch.setattr("views.store.LISTED_SOURCES", listed)
        yield dice, Store(to_table(facts(dice, 400)), ARTICLES)


def in_sql(store: Store, filters: Filters, by: tuple[str, ...]) -> tuple[Group, ...]:
    """The groups as SQL counts them."""
    where, values = _where(filters)
    keys = ", ".join(by)
    told = "".join(f"{name}, " if name == "year" else f"coalesce({name}::VARCHAR, ''), " for name in by)
    sql = (
        f"SELECT {told} count(*), count(DISTINCT claim_id), count(DISTINCT article_id), "
        "min(coalesce(value_low, value)), median(value), max(coalesce(value_high, value)) "
        f"FROM facts WHERE {where} {f'GROUP BY {keys}' if by else 'HAVING count(*) > 0'}"
    )
    rows = store._ask(sql, values).fetchall()
    found = [Group(*row[len(by) :], **dict(zip(by, row, strict=False))) for row in rows]
    return tuple(sorted(found, key=lambda one: [((cell := getattr(one, name)) is None, cell) for name in by]))


def number(store: Store, filters: Filters) -> int:
    where, values = _where(filters)
    (found,) = store._ask(f"SELECT count(*) FROM facts WHERE {where}", values).fetchone() or (0,)
    return int(found)


def test_groups_are_those_that_the_database_counts(drawn: tuple[Random, Store]) -> None:
    dice, store = drawn
    for _time in range(20):
        filters = asked(dice, store)
        for by in GROUPINGS:
            assert store.aggregate(filters, by) == in_sql(store, filters, by), (filters, by)


def test_f4_counts_and_facets_are_those_that_the_database_counts(drawn: tuple[Random, Store]) -> None:
    dice, store = drawn
    for _time in range(4):
        filters = asked(dice, store)
        assert store.count(filters) == number(store, filters)
        for facet, counts in store.facets(filters).items():
            for value in store.choices[facet] if facet in store.listed else ():
                assert counts.get(value, 0) == number(store, filters.choosing(facet, [value])), (filters, facet, value)


def test_dates_of_publication_are_counted_as_in_the_database(drawn: tuple[Random, Store]) -> None:
    dice, store = drawn
    for _time in range(20):
        filters = asked(dice, store)
        where, values = _where(filters)
        sql = (
            "SELECT published::DATE, count(*), count(DISTINCT article_id) FILTER (published IS NOT NULL) "
            f"FROM facts WHERE {where} GROUP BY published ORDER BY published NULLS LAST"
        )
        assert list(store.appeared(filters)) == store._ask(sql, values).fetchall()


def test_rows_claims_and_latest_claims_are_those_in_the_database(drawn: tuple[Random, Store]) -> None:
    dice, store = drawn
    for _time in range(10):
        filters = asked(dice, store)
        where, values = _where(filters)
        ids = [
            name
            for (name,) in store._ask(f"SELECT fact_id FROM facts WHERE {where} ORDER BY position", values).fetchall()
        ]
        rows = store.rows(filters)
        assert [row.fact_id for row in rows] == ids == store.page(filters, limit=1000)["fact_id"].tolist()
        first = {row.claim_id: row for row in reversed(rows) if row.value is not None}
        claims = store.claims(filters)
        assert sorted(claims[:], key=str) == sorted(first.values(), key=str)
        for place in dice.sample(range(len(claims)), min(2, len(claims))):
            assert claims.place(claims[place].claim_id) == place
        by = ("indicator", "unit")
        groups = [group for group in store.aggregate(filters, by) if group.median is not None]
        for group, found in zip(groups, store.latest(filters, groups, by), strict=True):
            alike = [row for row in rows if (row.indicator, row.unit) == (group.indicator, group.unit)]
            stated = [row for row in alike if row.value is not None]
            assert found == max(stated, key=lambda row: (row.year or -1, row.published or date.min))


def test_lines_of_very_many_columns_stay_apart() -> None:
    columns = [np.array([0, 2**30, 0, 2**30], dtype=np.int32)] * 4 + [np.array([0, 1, 2, 1], dtype=np.int32)]
    groups, first = combined(columns, 4)
    assert groups.tolist() == [0, 1, 2, 1]
    assert first.tolist() == [0, 1, 2]
