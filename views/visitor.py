"""A visitor's own texts: read in a process apart, held in the visitor's session and nowhere else.

With them in it, the visitor's store takes the place of the common one, so every page shows them beside the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import pandas as pd
import streamlit as st

from extractors.apart import Helper
from extractors.articles import ArticleError
from extractors.model import Article
from extractors.table import FACT_COLUMNS
from views.filters import Filters
from views.links import OWN
from views.store import Store, default_store

PREFIX = OWN
"""What ids of own texts begin with, so that none takes the place of another article."""

BESIDE = 50_000
"""Facts of the common store up to which own texts are shown beside them; an archive is not copied for a visitor."""

MOST_ARTICLES = 200
"""Own texts a session holds at most."""

_KEY = "own-texts"


@dataclass(frozen=True, slots=True)
class Own:
    """A session's own texts, their facts, and a store with them in it."""

    articles: tuple[Article, ...]
    facts: pd.DataFrame
    store: Store


@cache
def helper() -> Helper:
    """The process that reads for all visitors."""
    return Helper()


def own() -> Own | None:
    """This session's own texts, if it has any."""
    found = st.session_state.get(_KEY)
    return found if isinstance(found, Own) else None


def store() -> Store:
    """The facts that this session sees."""
    mine = own()
    return mine.store if mine else default_store()


def add(name: str, content: bytes, **given: object) -> list[str]:
    """Read a file into the session; gives messages on what could not be read.

    ``given`` are metadata the visitor stated (title, published): they take the place of those of a single article.
    """
    try:
        found = helper().read(name, content)
        errors, articles = list(found.errors), found.articles
        stated = {key: value for key, value in given.items() if value}
        if len(articles) == 1 and stated:
            found = helper().extract([replace(articles[0], **stated)])  # type: ignore[arg-type]
            articles = found.articles
    except ArticleError as error:
        return [str(error)]
    mine = own()
    before = mine.articles if mine else ()
    if len(before) + len(articles) > MOST_ARTICLES:
        return [*errors, f"{name}: a session holds {MOST_ARTICLES} texts at most; forget some first"]
    renamed = _renamed(articles, {article.id for article in before})
    facts = _with_ids(found.facts, {old.id: new.id for old, new in zip(articles, renamed, strict=True)})
    if renamed:
        _hold([*before, *renamed], [mine.facts, facts] if mine else [facts])
    return errors


def change(articles: Sequence[Article]) -> list[str]:
    """Read own texts again after their title or date was changed; gives messages."""
    try:
        found = helper().extract(articles)
    except ArticleError as error:
        return [str(error)]
    _hold(found.articles, [found.facts])
    return found.errors


def forget() -> None:
    """Drop all own texts of this session."""
    st.session_state.pop(_KEY, None)


def _hold(articles: Iterable[Article], facts: Sequence[pd.DataFrame]) -> None:
    articles = tuple(articles)
    common = default_store()
    beside = common.total <= BESIDE
    mine = _joined(facts)
    everything = _joined([common.export(Filters()), mine]) if beside else mine
    known = [*common.articles.values(), *articles] if beside else articles
    st.session_state[_KEY] = Own(articles, mine, Store(everything, known, common.problems))


def _joined(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    types = {column.name: column.dtype for column in FACT_COLUMNS}
    plain = [frame[list(types)].astype("object") for frame in frames]
    return pd.concat(plain, ignore_index=True).astype(types)


def _renamed(articles: Iterable[Article], taken: set[str]) -> list[Article]:
    renamed = []
    for article in articles:
        wanted = name = f"{PREFIX}{article.id}"
        number = 1
        while name in taken:
            number += 1
            name = f"{wanted}-{number}"
        taken.add(name)
        renamed.append(replace(article, id=name))
    return renamed


def _with_ids(facts: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """The facts under their articles' new ids; a fact's own id begins with its article's."""
    renamed = facts.copy()
    old = facts["article_id"].astype("str")
    renamed["article_id"] = old.map(names)
    for column in ("fact_id", "claim_id"):
        spans = facts[column].astype("str").str.rpartition(".")[2] if len(facts) else facts[column]
        renamed[column] = renamed["article_id"].astype("str") + "." + spans
    return renamed
