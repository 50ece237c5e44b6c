"""From text to facts: what the public functions give, and that every fact leads back to the text."""

from __future__ import annotations

from datetime import date

import pytest

from extractors import extract, fact_table
from extractors.model import Article, Fact, Kind, Source, Status
from extractors.table import FACT_COLUMNS

TEXT = (
    "Kazakhstan and Russia trade more.\n"
    "In 2022, trade turnover between Russia and Kazakhstan reached $28.2 billion, and it grew by another 7% in 2023.\n"
    "The governments were told to lift it to $30 billion.\n"
)


def by_text(facts: list[Fact]) -> dict[str, Fact]:
    return {fact.text: fact for fact in facts}


def test_every_fact_leads_back_to_its_place() -> None:
    facts = extract(TEXT, published="2023-11-10")
    assert facts
    for fact in facts:
        assert TEXT[fact.start : fact.end] == fact.text
        assert TEXT[fact.sentence_start : fact.sentence_end] == fact.sentence
        assert fact.sentence_start <= fact.start < fact.end <= fact.sentence_end
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)


def test_a_fact_says_what_where_when_and_who() -> None:
    fact = by_text(extract(TEXT, published="2023-11-10"))["$28.2 billion"]
    assert (fact.kind, fact.indicator, fact.topic) == (Kind.MONEY, "trade_turnover", "trade")
    assert (fact.value, fact.unit, fact.year, fact.parties) == (28.2e9, "USD", 2022, "KZ;RU")
    assert (fact.status, fact.indicator_from, fact.indicator_cue) == (Status.ACTUAL, Source.CLAUSE, "trade turnover")


def test_growth_and_goal_are_no_levels() -> None:
    facts = by_text(extract(TEXT, published="2023-11-10"))
    assert facts["7%"].indicator == "trade_growth"
    assert facts["$30 billion"].indicator == "trade_turnover"
    assert facts["$30 billion"].status is Status.TARGET


def test_f16_ids_are_made_of_article_and_span() -> None:
    fact = by_text(extract(TEXT, article_id="an-article"))["$28.2 billion"]
    assert fact.fact_id == f"an-article.{fact.start}-{fact.end}"
    assert by_text(extract(TEXT))["$28.2 billion"].fact_id == f"text.{fact.start}-{fact.end}"


def test_f16_ids_do_not_depend_on_what_else_is_found() -> None:
    """A figure added behind leaves the ids before it as they were."""
    before = [fact.fact_id for fact in extract(TEXT)]
    after = [fact.fact_id for fact in extract(TEXT + "Exports came to $9 billion.\n")]
    assert after[: len(before)] == before


@pytest.mark.parametrize("text", ["", "No figure at all.", "\n\n", "Billions of dollars, one of the best."])
def test_a_text_without_figures_gives_no_facts(text: str) -> None:
    assert extract(text) == []


def test_the_publication_date_may_be_a_date_or_text_or_missing() -> None:
    text = "Last year trade turnover between Russia and Kazakhstan reached $27 billion."
    years = [by_text(extract(text, published=p))["$27 billion"].year for p in (date(2024, 3, 1), "2024-03-01", None)]
    assert years == [2023, 2023, None]


def test_a_wrong_date_is_named_with_its_remedy() -> None:
    with pytest.raises(ValueError, match=r"'yesterday' is not a date; write it as YYYY-MM-DD"):
        extract(TEXT, published="yesterday")


def test_a_language_that_is_not_read_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'ru' is not read"):
        extract(TEXT, language="ru")


def test_furniture_gives_no_facts() -> None:
    text = "Trade reached $27 billion.\n\nSubscribe to our Telegram channel: 12 news a day\n"
    assert [fact.text for fact in extract(text)] == ["$27 billion"]


def test_the_table_has_one_row_a_fact_and_all_columns() -> None:
    articles = [Article("a", TEXT, published=date(2023, 11, 10)), Article("b", "No figure.")]
    table = fact_table(articles)
    assert list(table.columns) == [column.name for column in FACT_COLUMNS]
    assert len(table) == len(extract(TEXT, published="2023-11-10"))
    assert set(table["article_id"]) == {"a"}


def test_a_table_of_nothing_keeps_its_columns() -> None:
    assert list(fact_table([]).columns) == [column.name for column in FACT_COLUMNS]


def test_leased_land_is_rent() -> None:
    (fact,) = extract("Russia leases test ranges of 8.5 million hectares.")
    assert (fact.indicator, fact.unit) == ("rent", "ha")
