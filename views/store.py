"""Where the pages get their facts: one store over DuckDB, whatever the number of facts.

Five articles are extracted once a process and kept in memory; a corpus is opened from its Parquet parts by
``FACTS=OUT/``.  Every question is a query, so no view ever holds the whole table.  What a method gives is shared by
all visitors: read it, never change it.
"""

from __future__ import annotations

import atexit
import gc
import os
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, overload

import duckdb
import numpy as np
import pandas as pd

from extractors.articles import ARTICLES, read_articles
from extractors.model import Article, Change, Fact, Kind, Qualifier, Source, Status, YearBasis
from extractors.table import FACT_COLUMNS
from views import numbering, rows
from views.filters import FACETS, Filters, terms
from views.held import MOST, Held
from views.index import Index
from views.lines import Ints
from views.rows import Group, Row

SORTS = frozenset(column.name for column in FACT_COLUMNS) | {"published", "publisher"}
"""What a page of facts may be sorted by."""

VERSION = "0.1.0"
"""Version of the data and of the rules that made it."""

_NAMES = tuple(column.name for column in FACT_COLUMNS)
_COLUMNS = ", ".join(f'"{name}"' for name in _NAMES)
_TABLE = f"SELECT {_COLUMNS}, title, publisher, published FROM facts"
_AT = "position IN (SELECT unnest(?))"
_ARTICLE_COLUMNS = ("article_id", "title", "publisher", "published", "url")
_READERS: dict[str, Callable[[str], Any]] = {
    "kind": Kind,
    "qualifier": Qualifier,
    "change": Change,
    "status": Status,
    "year_basis": YearBasis,
    "year_from": Source,
    "parties_from": Source,
    "indicator_from": Source,
}
LISTED_VALUES = 200
"""Values of a facet that are counted and offered: more than anybody reads, and few enough to send."""

LISTED_SOURCES = 1_000
"""Articles up to which the articles themselves are a facet to choose from."""

MEMORY = "512MB"
"""What DuckDB may hold of a corpus at a time."""

_REMEMBERED = 512
"""Answers kept of each sort: bounded, because every visitor's filters are different."""

_SEARCHES = 4
"""Searches kept, with the numbers of the facts they found."""


class Claims(Sequence[Row]):
    """Claims in reading order, one row each, read from the store as they are looked at."""

    def __init__(self, store: Store, places: Ints) -> None:
        """At these places of the store."""
        self._store = store
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        return self._store.at(self._places[at]) if isinstance(at, slice) else self._store.at([self._places[at]])[0]

    def place(self, claim_id: str) -> int | None:
        """Which of them a claim is; None if it is not among them."""
        found = np.flatnonzero(np.isin(self._places, self._store.places(claim_id)))
        return int(found[0]) if len(found) else None


class Store:
    """Facts and their articles, asked by ``Filters``."""

    def __init__(
        self, facts: pd.DataFrame | Path, articles: Sequence[Article] = (), problems: Iterable[str] = ()
    ) -> None:
        """Over a frame as made by ``fact_table``, or a folder of Parquet parts; ``problems`` are kept for the pages."""
        self.articles = {article.id: article for article in articles}
        self.problems = tuple(problems)
        self.updated = date.today()
        self.version = VERSION
        self._base = _workspace() if isinstance(facts, Path) else duckdb.connect()
        self._load(facts)
        self.facets = lru_cache(_REMEMBERED)(self._facets)
        self.page = lru_cache(64)(self._page)
        self.rows = lru_cache(64)(self._rows)
        self.aggregate = lru_cache(_REMEMBERED)(self._aggregate)
        self.appeared = lru_cache(_REMEMBERED)(self._appeared)
        self.claims = lru_cache(16)(self._claims)
        self.article_facts = lru_cache(64)(self._article_facts)
        self.count = lru_cache(_REMEMBERED)(self._count)
        self._index = numbering.index(self._ask, LISTED_SOURCES)
        self._found = lru_cache(_SEARCHES)(self._find)
        articles_found = self._index.articles()
        self.sources = len(articles_found)
        self.listed = tuple(name for name in FACETS if name != "source" or self.sources <= LISTED_SOURCES)
        self.total = self.count(Filters())
        self.choices = {**self._index.facets(Filters()), "source": articles_found}
        self.years = self._index.years()
        self._held: Held | None = None
        if self.total <= MOST:
            facts_by_id = {fact.fact_id: fact for fact in self._read("true", [])}
            self._held = Held(self._rows(Filters()), self.export(Filters()), facts_by_id)

    def _load(self, facts: pd.DataFrame | Path) -> None:
        known = pd.DataFrame(
            [(a.id, a.title, a.publisher, a.published, a.url) for a in self.articles.values()],
            columns=list(_ARTICLE_COLUMNS),
        ).astype({"article_id": "str", "title": "str", "publisher": "str", "published": "datetime64[s]", "url": "str"})
        self._base.register("known", known)
        self._base.execute("CREATE TABLE articles AS SELECT * FROM known")
        if isinstance(facts, Path):
            self._base.read_parquet(str(facts / "*.parquet") if facts.is_dir() else str(facts)).create_view("given")
        else:
            self._base.register("given", facts)
        # A frame and the parts of a corpus come in reading order; what is joined to them may change it.
        self._base.execute(
            f"CREATE TABLE facts AS SELECT position, {_prefixed()}, articles.title, "
            "coalesce(articles.publisher, '') AS publisher, articles.published "
            "FROM (SELECT row_number() OVER () AS position, * FROM given) AS given "
            "LEFT JOIN articles ON given.article_id = articles.article_id"
        )
        if not isinstance(facts, Path):
            self._base.unregister("given")
        self._base.unregister("known")

    def _ask(self, sql: str, values: Sequence[object] = ()) -> duckdb.DuckDBPyConnection:
        # A cursor a question: a connection must not be used by two threads at once.
        return self._base.cursor().execute(sql, list(values))

    def _count(self, filters: Filters) -> int:
        """How many facts the filters leave."""
        return self._within(filters).count(filters)

    def _facets(self, filters: Filters) -> dict[str, dict[str, int]]:
        """For each facet its values with the number of facts that choosing it would leave, the most frequent first.

        A facet ignores its own selection: its values are alternatives.  At most ``LISTED_VALUES`` a facet; the articles
        of a corpus (more than ``LISTED_SOURCES``) are not listed at all.
        """
        found = self._within(filters).facets(filters, LISTED_VALUES)
        return {facet: found.get(facet, {}) for facet in FACETS}

    def _within(self, filters: Filters) -> Index:
        """The index that answers these filters: that of all facts, or of those that a search or an article leaves."""
        source = () if "source" in self.listed else filters.source
        return self._found(filters.text, source) if filters.text or source else self._index

    def _find(self, text: str, source: tuple[str, ...]) -> Index:
        if not (words := terms(text)):
            return self._index.within(self._index.of_articles(source)) if source else self._index
        if self._held:
            return self._index.within(self._held.found(words))
        where, values = _where(Filters(text=text, source=source))
        asked = self._ask(f"SELECT position - 1 AS place FROM facts WHERE {where} ORDER BY position", values)
        return self._index.within(np.asarray(asked.fetchnumpy()["place"], dtype=np.intp))

    def undated(self, filters: Filters) -> int:
        """How many of the filtered facts have no year, whether or not they are shown."""
        shown = Filters(**{**_as_dict(filters), "undated": True})
        return self.count(shown) - self.count(Filters(**{**_as_dict(filters), "undated": False}))

    def _page(
        self, filters: Filters, sort: str = "position", descending: bool = False, offset: int = 0, limit: int = 50
    ) -> pd.DataFrame:
        """One page of the fact table (plus title, publisher, published of the article), sorted by one column."""
        if sort == "position" and not descending:
            places = self._within(filters).places(filters)[offset : offset + limit]
            if self._held:
                return self._held.table.iloc[places].reset_index(drop=True)
            return self._ask(f"{_TABLE} WHERE {_AT} ORDER BY position", [(places + 1).tolist()]).df()
        where, values = _where(filters)
        order = f"ORDER BY {_order(sort, descending)} LIMIT ? OFFSET ?"
        return self._ask(f"{_TABLE} WHERE {where} {order}", [*values, limit, offset]).df()

    def _rows(self, filters: Filters, limit: int = 10_000) -> tuple[Row, ...]:
        """The first filtered facts in reading order."""
        return self.at(self._within(filters).places(filters)[:limit])

    def _claims(self, filters: Filters) -> Claims:
        """One row for each claim that has a value, the first of the filtered facts that make it."""
        return Claims(self, self._within(filters).claims(filters))

    def places(self, claim_id: str) -> list[int]:
        """Where the facts of a claim stand."""
        if self._held:
            return [place for place, row in enumerate(self._held.rows) if row.claim_id == claim_id]
        found = self._ask("SELECT position - 1 FROM facts WHERE claim_id = ?", [claim_id]).fetchall()
        return [place for (place,) in found]

    def at(self, places: Sequence[int] | Ints) -> tuple[Row, ...]:
        """The facts at these places of the reading order, counted from 0."""
        if self._held:
            return tuple(self._held.rows[place] for place in places)
        if not len(places):
            return ()
        asked = [[int(place) + 1 for place in places]]
        found = self._ask(f"SELECT position - 1, {rows.selected()} FROM facts WHERE {_AT}", asked).fetchall()
        known = {place: Row._make(cells) for place, *cells in found}
        return tuple(known[int(place)] for place in places)

    def _appeared(self, filters: Filters) -> tuple[tuple[date | None, int, int], ...]:
        """By date of publication the filtered facts, and of how many articles; where it is not known, facts alone."""
        return self._within(filters).appeared(filters)

    def export(self, filters: Filters, *, sort: str = "position", descending: bool = False) -> pd.DataFrame:
        """All filtered facts with the columns of ``page``: for files, not for screens, so it is not remembered."""
        where, values = _where(filters)
        return self._ask(f"{_TABLE} WHERE {where} ORDER BY {_order(sort, descending)}", values).df()

    def _aggregate(self, filters: Filters, by: tuple[str, ...]) -> tuple[Group, ...]:
        """The filtered facts in groups alike in the columns ``by`` (some of ``rows.KEYS``), sorted by these."""
        return self._within(filters).groups(filters, by)

    def latest(self, filters: Filters, groups: Sequence[Group], by: tuple[str, ...]) -> tuple[Row, ...]:
        """For each of some groups with values, made by ``aggregate``, its claim of the latest year and publication."""
        return self.at(self._within(filters).latest(filters, groups, by))

    def fact(self, fact_id: str) -> Fact | None:
        """One fact by its id, or None."""
        if self._held:
            return self._held.facts.get(fact_id)
        return next(iter(self._read("fact_id = ?", [fact_id])), None)

    def _article_facts(self, article_id: str) -> tuple[Fact, ...]:
        """All facts of one article in the order of its text."""
        return self._read("article_id = ?", [article_id])

    def repeats(self, fact: Fact) -> tuple[Fact, ...]:
        """Other places of the same article that make the same claim."""
        return self._read("claim_id = ? AND fact_id <> ?", [fact.claim_id, fact.fact_id])

    def rivals(self, fact: Fact, limit: int = 50) -> tuple[Fact, ...]:
        """Other claims on the same thing: indicator, parties, unit and year alike, one fact a claim.

        Nothing rivals a fact whose indicator is not known.
        """
        if fact.indicator == "other" or fact.value is None:
            return ()
        return self._read(
            "indicator = ? AND parties = ? AND unit = ? AND year IS NOT DISTINCT FROM ? AND change = ? "
            "AND claim_id <> ? AND fact_id = claim_id AND value IS NOT NULL",
            [fact.indicator, fact.parties, fact.unit, fact.year, fact.change, fact.claim_id],
            limit,
        )

    def stating(self, indicators: Collection[str], parties: str | None = None, limit: int = 500) -> tuple[Fact, ...]:
        """Claims with a value on any of these indicators (and of these countries), one fact a claim."""
        where = "indicator IN (SELECT unnest(?)) AND fact_id = claim_id AND value IS NOT NULL"
        values: list[object] = [sorted(indicators)]
        if parties is not None:
            where, values = f"{where} AND parties = ?", [*values, parties]
        return self._read(where, values, limit)

    def of_articles(self, article_ids: Collection[str], limit: int = 20_000) -> tuple[Fact, ...]:
        """All facts of these articles."""
        return self._read("article_id IN (SELECT unnest(?))", [sorted(article_ids)], limit)

    def _read(self, where: str, values: Sequence[object], limit: int = 10_000) -> tuple[Fact, ...]:
        rows = self._ask(f"SELECT {_COLUMNS} FROM facts WHERE {where} ORDER BY position LIMIT ?", [*values, limit])
        return tuple(_fact(row) for row in rows.fetchall())


def _workspace() -> duckdb.DuckDBPyConnection:
    """A database in a file that goes with the process: facts beyond the memory it may use stay on the disk."""
    folder = TemporaryDirectory(prefix="figures-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return duckdb.connect(f"{folder.name}/facts.duckdb", config={"memory_limit": MEMORY})


def _order(sort: str, descending: bool) -> str:
    column = sort if sort in SORTS else "position"
    return f'"{column}" {"DESC" if descending else "ASC"} NULLS LAST, position'


def _prefixed() -> str:
    return ", ".join(f'given."{name}"' for name in _NAMES)


def _as_dict(filters: Filters) -> dict[str, Any]:
    return {name: getattr(filters, name) for name in Filters.__slots__}


def _fact(row: Sequence[Any]) -> Fact:
    """A row in the order of FACT_COLUMNS as a Fact."""
    cells: dict[str, Any] = {}
    for name, cell in zip(_NAMES, row, strict=True):
        if isinstance(cell, datetime):
            cells[name] = cell.date()
        elif name in _READERS:
            cells[name] = _READERS[name](cell)
        else:
            cells[name] = cell
    return Fact(**cells)


def _where(filters: Filters) -> tuple[str, list[object]]:
    """The filters as a SQL condition and its values; nothing a visitor wrote is ever part of the SQL."""
    conditions = ["true"]
    values: list[object] = []
    for name, column in FACETS.items():
        if chosen := getattr(filters, name):
            conditions.append(f"{column} IN (SELECT unnest(?))")
            values.append(list(chosen))
    if filters.years:
        conditions.append("(year BETWEEN ? AND ? OR year IS NULL)")
        values += filters.years
    if not filters.undated:
        conditions.append("year IS NOT NULL")
    for term in terms(filters.text):
        conditions.append("contains(lower(sentence), ?)")
        values.append(term)
    return " AND ".join(conditions), values


_lock = Lock()
_default: list[Store] = []


@atexit.register
def _forget() -> None:
    # DuckDB complains at length about connections that outlive the interpreter.
    _default.clear()
    gc.unfreeze()
    gc.collect()


def default_store() -> Store:
    """The store of this process: the project's own articles, or the corpus that ``FACTS`` names. Loaded once."""
    with _lock:
        if not _default:
            _default.append(_open(os.environ.get("FACTS", "")))
            # Streamlit collects garbage after every run; what was loaded here never becomes garbage.
            gc.collect()
            gc.freeze()
        return _default[0]


def _open(parts: str) -> Store:
    articles, errors = read_articles()
    problems = [str(error) for error in errors]
    if parts:
        return Store(Path(parts), articles, problems)
    from extractors import fact_table

    store = Store(fact_table(articles), articles, problems)
    files = [ARTICLES.with_name("articles.csv"), *ARTICLES.glob("*.txt")]
    store.updated = date.fromtimestamp(max((f.stat().st_mtime for f in files if f.exists()), default=0))
    return store
