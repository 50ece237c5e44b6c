"""A visitor's own texts: read in processes apart, held in the visitor's session and nowhere else.

With them in it, the visitor's store takes the place of the common one, so every page shows them beside the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property

import pandas as pd
import streamlit as st

from extractors.apart import MOST_ERRORS, Helpers
from extractors.articles import ArticleError
from extractors.documents import few, unique
from extractors.model import Article
from extractors.table import FACT_COLUMNS
from views import turns
from views.filters import Filters
from views.language import _
from views.links import OWN
from views.store import Store, default_store

PREFIX = OWN
"""What ids of own texts begin with, so that none takes the place of another article."""

BESIDE = 50_000
"""Facts of the common store up to which own texts are shown beside them; an archive is not copied for a visitor."""

MOST_ARTICLES = 200
"""Own texts a session holds at most."""

MOST_CHARACTERS = 5_000_000
"""Characters of all of them together."""

MOST_FACTS = 50_000
"""Facts of all of them together: each brings its sentence along."""

_KEY = "own-texts"


@dataclass(frozen=True, slots=True)
class Text:
    """One own text and its facts (a fact table)."""

    article: Article
    facts: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: how many texts and figures were found in it, and what could not be read."""

    name: str
    texts: int = 0
    figures: int = 0
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Own:
    """A session's own texts, and a store with them in it."""

    texts: tuple[Text, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The texts without their facts."""
        return tuple(text.article for text in self.texts)

    @property
    def figures(self) -> int:
        """How many facts they hold together."""
        return sum(len(text.facts) for text in self.texts)

    @cached_property
    def store(self) -> Store:
        """Their facts, and where these are not too many those of the common store; made when it is first asked."""
        common = default_store()
        beside = common.total <= BESIDE
        frames = [text.facts for text in self.texts]
        everything = _joined([common.export(Filters()), *frames] if beside else frames)
        known = [*common.articles.values(), *self.articles] if beside else self.articles
        return Store(everything, known, common.problems)


@cache
def helpers() -> Helpers:
    """The processes that read for all visitors."""
    return Helpers()


def own() -> Own | None:
    """This session's own texts, if it has any."""
    found = st.session_state.get(_KEY)
    return found if isinstance(found, Own) else None


def store() -> Store:
    """The facts that this session sees."""
    mine = own()
    return mine.store if mine else default_store()


def last_day() -> date:
    """The last day on which a text may have appeared: tomorrow, which somewhere is today."""
    return date.today() + timedelta(days=1)


def add(name: str, content: bytes, **given: object) -> Outcome:
    """Read a file into the session; what is read stays there, whatever becomes of the next file.

    ``given`` are metadata the visitor stated (title, published): they take the place of those of a single article.
    """
    try:
        with turns.aside():
            found = helpers().read(name, content, {key: value for key, value in given.items() if value})
    except ArticleError as error:
        return Outcome(name, faults=(str(error),))
    mine = own()
    held = list(mine.texts if mine else ())
    before, faults = len(held), list(found.errors)
    of_article = found.facts["article_id"].astype("str")
    for article in found.articles:
        text = Text(article, found.facts[of_article == article.id])
        if fault := _objection(text, held):
            faults.append(f"{name}: {fault}")
        else:
            held.append(_renamed(text, held))
            faults += _doubts(name, article)
    if held[before:]:
        st.session_state[_KEY] = Own(tuple(held))
    return Outcome(name, len(held) - before, sum(len(text.facts) for text in held[before:]), _once(name, faults))


def change(articles: Sequence[Article]) -> list[str]:
    """Read those own texts again whose title or date was changed; gives messages.  ``articles`` are as those held."""
    mine = own()
    texts, errors = list(mine.texts if mine else ()), []
    for place, (text, article) in enumerate(zip(texts, articles, strict=True)):
        if article == text.article:
            continue
        try:
            with turns.aside():
                found = helpers().extract(article)
        except ArticleError as error:
            errors.append(str(error))
            continue
        errors += found.errors
        if found.articles:
            texts[place] = Text(article, found.facts)
            st.session_state[_KEY] = Own(tuple(texts))
    return errors


def forget() -> None:
    """Drop all own texts of this session."""
    st.session_state.pop(_KEY, None)


def _objection(text: Text, held: Sequence[Text]) -> str:
    """Why a text cannot join those held; empty if it can."""
    article = text.article
    if same := next((one.article for one in held if one.article.text == article.text), None):
        return _("the same text is here already: {title}. Its date and title can be changed in the table").format(
            title=same.title
        )
    many = len(held) >= MOST_ARTICLES
    long = sum(len(one.article.text) for one in held) + len(article.text) > MOST_CHARACTERS
    full = sum(len(one.facts) for one in held) + len(text.facts) > MOST_FACTS
    if many or long or full:
        told = _("a session holds {texts} texts of {characters} characters and {facts} figures; forget some first")
        return told.format(texts=MOST_ARTICLES, characters=f"{MOST_CHARACTERS:,}", facts=f"{MOST_FACTS:,}")
    return ""


def _doubts(name: str, article: Article) -> list[str]:
    """What a visitor should look at, though the text was read."""
    if article.published and article.published > last_day():
        told = _("its date {day} is still to come; put it right in the table")
        return [f"{name}: {told.format(day=article.published.isoformat())}"]
    return []


def _once(name: str, faults: Iterable[str]) -> tuple[str, ...]:
    return few(name, list(dict.fromkeys(faults)), MOST_ERRORS)


def _joined(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    types = {column.name: column.dtype for column in FACT_COLUMNS}
    plain = [frame[list(types)].astype("object") for frame in frames]
    return pd.concat(plain, ignore_index=True).astype(types)


def _renamed(text: Text, held: Sequence[Text]) -> Text:
    """The text under an id and a title that no other has; a fact's own id begins with its article's."""
    article_id = unique(f"{PREFIX}{text.article.id}", {one.article.id for one in held})
    title, number = text.article.title, 1
    while any(one.article.title == title for one in held):
        number += 1
        title = f"{text.article.title} ({number})"
    facts = text.facts.copy()
    facts["article_id"] = pd.Series(article_id, facts.index, dtype="str")
    for column in ("fact_id", "claim_id"):
        facts[column] = (article_id + "." + facts[column].astype("str").str.rpartition(".")[2]) if len(facts) else []
    return Text(replace(text.article, id=article_id, title=title), facts)
