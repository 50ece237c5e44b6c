"""A small fact table whose rows state only what a test asks about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from extractors.model import Article, Change, Fact, Kind, Qualifier, Source, Status, YearBasis
from extractors.table import to_table
from views.store import Store

TEXT = "Trade came to $28.2 billion in 2022. A year earlier it was $25 billion. The border is about 7,500 km long."

ARTICLES = (
    Article(
        id="first",
        text=TEXT,
        title="Trade & <b>borders</b>",
        publisher="A News",
        published=date(2023, 11, 10),
        published_precision="month",
        url="https://example.org/first",
        rights="Text © A News",
    ),
    Article(id="second", text="Trade: $23 billion in 2022.", title="Second", publisher="B News"),
)


def a_fact(article_id: str, text: str, **given: Any) -> Fact:
    """A fact of one of ``ARTICLES`` where its figure stands, with anything else as given."""
    article = next(article for article in ARTICLES if article.id == article_id)
    start = article.text.index(text)
    before = article.text.rfind(". ", 0, start)
    first = before + 2 if before >= 0 else 0
    stop = article.text.find(". ", start)
    last = stop + 1 if stop >= 0 else len(article.text)
    end = start + len(text)
    fact = Fact(
        fact_id=f"{article_id}.{start}-{end}",
        claim_id=f"{article_id}.{start}-{end}",
        article_id=article_id,
        kind=Kind.MONEY,
        indicator="trade_turnover",
        topic="trade",
        value=None,
        value_low=None,
        value_high=None,
        unit="USD",
        qualifier=Qualifier.EXACT,
        change=Change.NONE,
        status=Status.ACTUAL,
        year=2022,
        year_basis=YearBasis.STATED,
        year_from=Source.OWN,
        year_cue="in 2022",
        period_start=date(2022, 1, 1),
        period_end=date(2022, 12, 31),
        parties="KZ;RU",
        parties_from=Source.ARTICLE,
        parties_cue="",
        indicator_from=Source.CLAUSE,
        indicator_cue="Trade",
        speaker="",
        text=text,
        sentence=article.text[first:last],
        sentence_start=first,
        sentence_end=last,
        start=start,
        end=end,
        extractor="money",
    )
    return replace(fact, **given)


FACTS = (
    a_fact("first", "$28.2 billion", value=28.2e9),
    a_fact("first", "$25 billion", value=25e9, year=2021, year_basis=YearBasis.RELATIVE, year_cue="A year earlier"),
    a_fact(
        "first",
        "7,500 km",
        value=7500.0,
        unit="km",
        kind=Kind.LENGTH,
        indicator="border_length",
        topic="territory",
        qualifier=Qualifier.ABOUT,
        year=None,
        year_basis=YearBasis.NONE,
        year_from=Source.NONE,
        year_cue="",
        period_start=None,
        period_end=None,
        parties="",
    ),
    a_fact("second", "$23 billion", value=23e9),
)


@pytest.fixture(scope="session")
def store() -> Store:
    return Store(to_table(FACTS), ARTICLES)


@pytest.fixture
def make_fact() -> Callable[..., Fact]:
    return a_fact
