"""Russia–Kazakhstan figures in news text, read with regular expressions: text in, facts out.

>>> from extractors import extract
>>> fact = extract("Trade between Russia and Kazakhstan reached $28.2 billion in 2022.")[0]
>>> fact.indicator, fact.value, fact.unit, fact.year, fact.parties
('trade_turnover', 28200000000.0, 'USD', 2022, 'KZ;RU')
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from extractors.model import Article, Fact

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Article", "Fact", "extract", "fact_table"]

LANGUAGES = ("en",)
"""Languages that the patterns read (ISO 639-1)."""


def extract(
    text: str,
    *,
    published: date | str | None = None,
    language: str = "en",
    article_id: str = "",
    title: str = "",
) -> list[Fact]:
    """The facts of one text in text order; a text without figures gives an empty list.

    ``published`` (a date or an ISO date string) resolves "last year" and the like; without it only what the text
    states is resolved.  ``article_id`` becomes part of each ``fact_id``; ``title`` helps to tell what it is about.

    Raises ``ValueError`` for a date that is no ISO date and for a language the patterns do not read.
    """
    from extractors import facts, mentions  # on first use: the model alone must load without compiling patterns

    if language not in LANGUAGES:
        raise ValueError(f"language {language!r} is not read; give one of: {', '.join(LANGUAGES)}")
    return facts.place(mentions.read(text, published=_date(published), title=title), article_id)


def fact_table(articles: Iterable[Article]) -> pd.DataFrame:
    """All facts of the articles, one row a fact; columns as in ``extractors.table.FACT_COLUMNS``.

    A title that we made up ourselves is no source, so it does not help the reading.  ``attrs["incomplete"]`` lists the
    articles of which only the beginning was read (``extractors.limits``).
    """
    from extractors.table import to_table  # on first use: pandas takes longer to load than many texts to read

    incomplete: list[str] = []
    with _no_collection():
        table = to_table(fact for article in articles for fact in _facts(article, incomplete))
    if incomplete:
        table.attrs["incomplete"] = incomplete
    return table


def _facts(article: Article, incomplete: list[str]) -> list[Fact]:
    if article.incomplete:
        incomplete.append(article.id)
    return extract(
        article.text,
        published=article.published,
        language=article.language,
        article_id=article.id,
        title="" if article.title_is_ours else article.title,
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """No search for cyclic garbage meanwhile: reading leaves none, and the search goes through all facts each time.

    It takes a sixth of the time otherwise.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _date(published: date | str | None) -> date | None:
    if not isinstance(published, str):
        return published
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        raise ValueError(f"published={published!r} is not a date; write it as YYYY-MM-DD, e.g. '2023-11-10'") from None
