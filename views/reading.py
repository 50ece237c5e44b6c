"""The parts of the reader page: what the address names, the heading, the text, the ways through it."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from extractors.model import Article, Fact
from views import address, cards, labels, language, links, reader
from views.filters import Filters
from views.language import _, ngettext
from views.store import Store


def choose_article(store: Store) -> tuple[Article, tuple[Fact, ...]]:
    """The article that the address names, or the first, with its facts; an unknown one is told.

    An address that names a fact alone leads to the fact's article.  Stops the page where there is no article at all.
    """
    asked = address.value("article")
    if not asked and (fact := store.fact(address.value("fact"))):
        asked = fact.article_id
        address.write({"article": asked})
    articles = dict(store.articles)
    if asked not in articles and (facts := store.article_facts(asked)):
        articles[asked] = from_sentences(asked, facts)
    if not articles:
        st.info(_("There is no article to read yet: the page Sources says what is missing."))
        st.stop()
    if asked and asked not in articles:
        told = _("The link names an article that is not here: {article}. The first one is shown instead.")
        if links.is_own(asked):
            told = _(
                "The link names a text that only the session knew in which it was read, and not this one: {article}. "
                "The page Your text reads it anew. The first article is shown instead."
            )
        st.warning(told.format(article=labels.escaped(asked[:120])))
    name = address.choose(
        st.selectbox,
        _("Article"),
        "article",
        list(articles),
        words=lambda one: _option(articles[one]),
        also={"fact": None},
        label_visibility="collapsed",
    )
    return articles[name], store.article_facts(name)


def from_sentences(article_id: str, facts: Sequence[Fact]) -> Article:
    """What can be shown of an article whose text is not stored: its sentences with figures, where they stood."""
    text = ""
    for fact in facts:
        if fact.sentence_start >= len(text):
            text += "\n" * (fact.sentence_start - len(text)) + fact.sentence
    rights = _("Only the sentences with figures are stored of this article.")
    return Article(id=article_id, text=text, title=article_id, title_is_ours=True, rights=rights)


def _option(article: Article) -> str:
    return " · ".join(part for part in (article.title, article.publisher, labels.published(article)) if part)


def choose_fact(article: Article, facts: Sequence[Fact]) -> Fact | None:
    """The fact that the address names; where it is gone, a message and the figure nearest to its place."""
    asked = address.value("fact")
    chosen = next((fact for fact in facts if fact.fact_id == asked), None)
    if asked and chosen is None:
        st.warning(
            _("The link names a figure that is not in this article (any more): {fact}").format(
                fact=labels.escaped(asked[:160])
            )
        )
        if near := reader.nearest(asked, facts) if asked.startswith(f"{article.id}.") else None:
            cards.link(near, _("The figure nearest to its place: {text}").format(text=f"“{near.text}”"), Filters())
    return chosen


def select(fact_id: str) -> None:
    """Put a fact into the address; a callback."""
    address.write({"fact": fact_id})


def heading(article: Article, facts: Sequence[Fact]) -> None:
    """Title, origin and rights of the article; what is not known is said to be unknown."""
    origin = [
        article.publisher or _("publisher not known"),
        article.author or _("author not named"),
        labels.published(article)
        + (_(" (day not certain)") if article.published_precision in ("month", "year") else ""),
        language.name_of(article.language),
    ]
    st.html(
        f'<h1 class="article">{labels.title_html(article)}</h1><p class="origin">{html.escape(" · ".join(origin))}</p>'
    )
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="origin"):
        if original := links.to_original(article):
            st.link_button(_("The original ↗"), original, type="tertiary")
        else:
            st.caption(_("The original's address is not known."))
        st.caption(labels.escaped(article.rights) or _("Rights: not stated."))
    counts = Counter(fact.kind.value for fact in facts)
    legend = " ".join(
        f'<span class="sign"><b>{html.escape(sign)}</b> {html.escape(_(name))} {counts[kind]}</span>'
        for kind, (name, sign) in labels.KINDS.items()
        if counts[kind]
    )
    total = ngettext("{n} figure", "{n} figures", len(facts))
    st.html(f'<p class="legend">{html.escape(total)}: {legend}</p>' if facts else f"<p>{html.escape(total)}</p>")


def text(article: Article, facts: Sequence[Fact], chosen: Fact | None, filters: Filters) -> None:
    """The article with its marks."""
    with st.container(key="article"):
        reader.show(article, facts, chosen, select, filters)


def steps(facts: Sequence[Fact], chosen: Fact | None) -> None:
    """To the figure before and after, by button or by the keys P and N."""
    if not facts:
        return
    place = next((index for index, fact in enumerate(facts) if chosen and fact.fact_id == chosen.fact_id), None)
    before = facts[place - 1] if place else None
    after = facts[0] if place is None else facts[place + 1] if place + 1 < len(facts) else None
    where = "–" if place is None else language.integer(place + 1)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="steps"):
        _step(_("← Previous"), "P", before)
        _step(_("Next →"), "N", after)
        st.html(f'<span class="count">{where} / {language.integer(len(facts))}</span>', width="content")


def _step(label: str, key: str, fact: Fact | None) -> None:
    fact_id = fact.fact_id if fact else ""
    st.button(label, key=f"step-{key}", shortcut=key, disabled=fact is None, on_click=select, args=[fact_id])


def figures(facts: Sequence[Fact], chosen: Fact | None, filters: Filters) -> None:
    """All figures of the article as a list."""
    if facts:
        with st.expander(_("All figures of this article"), expanded=chosen is None):
            reader.show_list(facts, chosen, select, filters)
