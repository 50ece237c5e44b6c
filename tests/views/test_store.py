"""The store: every question about the facts, answered for any filters."""

from pathlib import Path

import pytest

from extractors.table import FACT_COLUMNS, to_table
from tests.views.conftest import ARTICLES, FACTS
from views.filters import FACETS, Filters
from views.rows import alike
from views.store import Store, default_store


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(), 4),
        (Filters(topic=("trade",)), 3),
        (Filters(topic=("trade", "territory")), 4),
        (Filters(topic=("trade",), source=("second",)), 1),
        (Filters(publisher=("A News",)), 3),
        (Filters(kind=("length",)), 1),
        (Filters(unit=("USD",)), 3),
        (Filters(parties=("",)), 1),
        (Filters(qualifier=("about",)), 1),
        (Filters(basis=("relative",)), 1),
        (Filters(status=("target",)), 0),
        (Filters(years=(2022, 2022)), 3),  # two of 2022 and the undated one
        (Filters(years=(2022, 2022), undated=False), 2),
        (Filters(undated=False), 3),
        (Filters(text="BORDER"), 1),
        (Filters(text="trade 2022"), 2),
        (Filters(text='"came to"'), 1),
        (Filters(text="%"), 0),  # a plain sign, no wildcard
        (Filters(text="'; DROP TABLE facts; --"), 0),
        (Filters(topic=("no such topic",)), 0),
    ],
)
def test_f1_f2_f3_f5_f6_filters_narrow_the_facts(store: Store, filters: Filters, count: int) -> None:
    assert store.count(filters) == count
    assert len(store.rows(filters)) == count
    assert len(store.page(filters, limit=50)) == count


def test_f4_each_choice_counts_what_it_would_leave(store: Store) -> None:
    counts = store.facets(Filters(topic=("trade",)))
    assert counts["topic"] == {"trade": 3, "territory": 1}, "a facet ignores its own choice"
    assert counts["kind"] == {"money": 3}
    assert counts["source"] == {"first": 2, "second": 1}
    assert set(counts) == set(FACETS)


@pytest.mark.parametrize("filters", [Filters(), Filters(topic=("trade",)), Filters(text="trade", years=(2022, 2022))])
def test_f4_facet_counts_agree_with_the_facts_chosen(store: Store, filters: Filters) -> None:
    for facet, counts in store.facets(filters).items():
        for value, count in counts.items():
            assert store.count(filters.choosing(facet, [value])) == count, (facet, value)


def test_f53_pages_follow_each_other_without_gap_or_repeat(store: Store) -> None:
    pages = [store.page(Filters(), sort="value", offset=offset, limit=2)["fact_id"].tolist() for offset in (0, 2)]
    assert [*pages[0], *pages[1]] == store.page(Filters(), sort="value", limit=4)["fact_id"].tolist()


def test_f51_sorts_by_any_column_and_puts_missing_values_last(store: Store) -> None:
    assert store.page(Filters(), sort="value")["value"].tolist() == [7500.0, 23e9, 25e9, 28.2e9]
    assert store.page(Filters(), sort="value", descending=True)["value"].tolist() == [28.2e9, 25e9, 23e9, 7500.0]
    assert store.page(Filters(), sort="year", descending=True)["year"].isna().tolist() == [False, False, False, True]
    assert len(store.page(Filters(), sort="1; DROP TABLE facts")) == 4, "an unknown sort is reading order"


def test_a_page_keeps_the_columns_and_types_of_the_fact_table(store: Store) -> None:
    page = store.page(Filters(), limit=50)
    assert list(page.columns) == [column.name for column in FACT_COLUMNS] + ["title", "publisher", "published"]
    expected = to_table(FACTS).dtypes
    assert {name: str(page[name].dtype) for name in expected.index} == {n: str(t) for n, t in expected.items()}


def test_one_fact_comes_back_as_it_was(store: Store) -> None:
    for fact in FACTS:
        assert store.fact(fact.fact_id) == fact
    assert store.fact("no such fact") is None
    assert store.article_facts("first") == FACTS[:3]
    assert store.article_facts("no such article") == ()


def test_f37_rivals_are_other_claims_on_the_same_thing(store: Store) -> None:
    assert store.rivals(FACTS[0]) == (FACTS[3],)
    assert store.rivals(FACTS[1]) == (), "another year is no rival"
    assert store.rivals(FACTS[2]) == ()


def test_aggregates_count_claims_and_sources_and_span_the_values(store: Store) -> None:
    rows = store.aggregate(Filters(topic=("trade",)), ("indicator", "unit", "year"))
    assert [(one.year, one.facts, one.sources) for one in rows] == [(2021, 1, 1), (2022, 2, 2)]
    assert [(one.low, one.median, one.high) for one in rows] == [(25e9, 25e9, 25e9), (23e9, 25.6e9, 28.2e9)]
    with pytest.raises(ValueError, match="no such column"):
        store.aggregate(Filters(), ("value; DROP TABLE facts",))


def test_undated_facts_are_counted_whether_shown_or_not(store: Store) -> None:
    assert store.undated(Filters()) == store.undated(Filters(undated=False)) == 1
    assert store.undated(Filters(topic=("trade",))) == 0


ASKED = [
    Filters(),
    Filters(topic=("trade",)),
    Filters(topic=("trade", "people"), parties=("KZ;RU", "")),
    Filters(years=(2010, 2021)),
    Filters(years=(2010, 2021), undated=False),
    Filters(undated=False, qualifier=("exact",), status=("actual",)),
    Filters(text='russia "billion"'),
    Filters(kind=("money", "percent"), basis=("context", "none")),
    Filters(topic=("no such topic",)),
]


@pytest.mark.parametrize("filters", ASKED)
def test_rows_in_memory_and_in_the_database_answer_alike(monkeypatch: pytest.MonkeyPatch, filters: Filters) -> None:
    held = default_store()
    monkeypatch.setattr("views.store.MOST", 0)
    asked = Store(held.export(Filters()), list(held.articles.values()))
    assert held.rows(filters) == asked.rows(filters)
    assert held.rows(filters, 5) == asked.rows(filters, 5) == held.rows(filters)[:5]
    assert held.claims(filters)[:] == asked.claims(filters)[:]
    for by in (("indicator",), ("indicator", "kind", "unit", "change", "parties"), ("unit", "year")):
        assert held.aggregate(filters, by) == asked.aggregate(filters, by) == alike(held.rows(filters), by)
    assert held.appeared(filters) == asked.appeared(filters)
    for row in held.rows(filters):
        assert held.fact(row.fact_id) == asked.fact(row.fact_id)


def test_a_store_without_facts_answers_too() -> None:
    empty = Store(to_table([]))
    assert (empty.total, empty.years, empty.count(Filters())) == (0, None, 0)
    assert empty.facets(Filters()) == {facet: {} for facet in FACETS}


def test_a_store_opens_parquet_parts(tmp_path: Path, store: Store) -> None:
    to_table(FACTS[:2]).to_parquet(tmp_path / "part-0.parquet")
    to_table(FACTS[2:]).to_parquet(tmp_path / "part-1.parquet")
    parts = Store(tmp_path, ARTICLES)
    assert parts.total == 4
    assert {fact.fact_id for fact in parts.article_facts("first")} == {fact.fact_id for fact in FACTS[:3]}
    assert parts.facets(Filters()) == store.facets(Filters())


def test_the_articles_of_a_corpus_are_no_list_to_choose_from(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    monkeypatch.setattr("views.store.LISTED_SOURCES", 1)
    corpus = Store(to_table(FACTS), ARTICLES)
    assert corpus.facets(Filters())["source"] == {}
    assert corpus.facets(Filters())["kind"] == store.facets(Filters())["kind"]
    assert corpus.count(Filters(source=("second",))) == 1, "an address may still name one"


def test_long_facets_offer_their_most_frequent_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("views.store.LISTED_VALUES", 1)
    corpus = Store(to_table(FACTS), ARTICLES)
    assert corpus.facets(Filters())["unit"] == {"USD": 3}
    assert corpus.choices["unit"] == {"USD": 3, "km": 1}
