"""Where the texts come from: every article with its origin, its date and how sure it is, its rights and its figures."""

from __future__ import annotations

import html
from collections import Counter

import streamlit as st

from extractors.model import Article
from views import labels, language, links, reference
from views.filters import Filters
from views.frame import Page
from views.language import _, ngettext


def problems(page: Page) -> None:
    """What could not be read, each with its file and its remedy."""
    for problem in (*page.store.problems, *reference.published().problems):
        st.error(labels.escaped(problem))


def published_figures() -> None:
    """Who published the figures that claims are set beside."""
    figures = reference.published().figures
    publishers = Counter(figure.publisher for figure in figures)
    counted = ngettext("{n} figure", "{n} figures", len(figures))
    from_ = ngettext("{n} publisher", "{n} publishers", len(publishers))
    st.text(
        _(
            "{figures} of {publishers}, each with the page it was read on. Published figures, not official statistics."
        ).format(figures=counted, publishers=from_)
    )
    names = ", ".join(f"{name} ({language.integer(count)})" for name, count in publishers.most_common())
    with st.expander(_("All publishers")):
        st.text(names)
    st.page_link("pages/compare.py", label=_("Compare them with the claims"))


def articles(page: Page) -> None:
    """Every article, one card each."""
    counts = page.store.facets(Filters())["source"]
    for article in page.store.articles.values():
        with st.container(border=True, key=f"source-{article.id}"):
            _article(page, article, counts.get(article.id, 0))


def _article(page: Page, article: Article, count: int) -> None:
    lines = "".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(text)}</dd>" for name, text in rows(article))
    st.html(f'<div class="fact"><h3 class="origin-title">{labels.title_html(article)}</h3><dl>{lines}</dl></div>')
    with st.container(horizontal=True, vertical_alignment="center"):
        figures = ngettext("{n} figure", "{n} figures", count)
        st.page_link(
            "pages/reader.py",
            label=f"{_('Read')} · {figures}",
            query_params=links.query(page.filters, article=article.id),
        )
        st.page_link("pages/facts.py", label=_("Its facts"), query_params=links.query(Filters(source=(article.id,))))
        if original := links.to_original(article):
            st.link_button(_("The original ↗"), original, type="tertiary")


def rows(article: Article) -> list[tuple[str, str]]:
    """An article's origin, line by line; what is not known is said to be unknown."""
    when = labels.published(article)
    if article.published_precision in ("month", "year"):
        when = f"{when} ({_('day not certain')})"
    return [
        (_("Publisher"), article.publisher or _("publisher not known")),
        (_("Author"), article.author or _("author not named")),
        (_("Published"), when),
        (_("Address"), article.url or _("not known")),
        (_("Language"), language.name_of(article.language)),
        (_("Length"), ngettext("{n} character", "{n} characters", len(article.text))),
        (_("Rights"), article.rights or _("not stated")),
        (_("Name in addresses"), article.id),
    ]
