"""The page for a visitor's own texts: paste or upload, look over dates, see what was read, take it along or forget."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from extractors.articles import ARTICLES, ArticleError, keep_article
from extractors.documents import ENDINGS, slug, unique
from extractors.model import Article
from views import downloads, following, labels, links, reader, visitor
from views.filters import Filters
from views.frame import Page
from views.language import N_, _, ngettext

PASTED = "pasted.txt"
MOST_CHARACTERS = 1_000_000
EARLIEST = date(1900, 1, 1)

_SENT = "own-sent"
"""How many times the form was sent, in the session."""

PRIVACY = N_(
    "Your text stays in your session: it is not stored, not logged, and nobody else sees it. "
    "It is gone when you close or reload this tab."
)


def keeps() -> bool:
    """Whether this server may write articles into the collection: a local one, started by ``make run``."""
    return os.environ.get("KEEP_ARTICLES") == "1"


def ask() -> None:
    """The form; reading begins when it is sent."""
    visitor.helper().prepare()
    st.info(_(PRIVACY))
    number = st.session_state.setdefault(_SENT, 0)
    box = st.expander(_("Add another text")) if visitor.own() else st.container()
    with box, st.form(f"own-text-{number}", border=not visitor.own()):
        text = st.text_area(_("Paste a text"), key=f"own-pasted-{number}", height=220, max_chars=MOST_CHARACTERS)
        left, right = st.columns(2)
        title = left.text_input(_("Title (if you know it)"), key=f"own-title-{number}", max_chars=200)
        published = right.date_input(
            _("Published on"),
            value=None,
            min_value=EARLIEST,
            key=f"own-published-{number}",
            help=_(
                "“Last year” is counted from this day. Left empty, the date is taken from the text if it states one."
            ),
        )
        files = st.file_uploader(
            _("or choose files"),
            type=[ending[1:] for ending in ENDINGS],
            accept_multiple_files=True,
            key=f"own-files-{number}",
        )
        sent = st.form_submit_button(_("Read the figures"), type="primary", key="own-read")
    if not sent:
        return
    given: list[tuple[str, bytes]] = [(file.name, file.getvalue()) for file in files]
    if text.strip():
        given.insert(0, (PASTED, text.encode("utf-8", "replace")))
    if not given:
        st.warning(_("Paste a text or choose a file first."))
        return
    _read(given, title, published if isinstance(published, date) else None)


def _read(given: list[tuple[str, bytes]], title: str, published: date | None) -> None:
    """Read one after the other, showing how far it is; what is read stays, whatever happens to the next."""
    errors: list[str] = []
    before = visitor.own()
    with st.status(_("Reading …"), expanded=True) as status:
        for number, (name, content) in enumerate(given, 1):
            st.text(f"{number} / {len(given)}  {name[:120]}")
            stated = {"title": title.strip(), "title_is_ours": False} if title.strip() and len(given) == 1 else {}
            if published:
                stated |= {"published": published, "published_precision": "day"}
            errors += visitor.add(name, content, **stated)
        told = ngettext("{n} fault", "{n} faults", len(errors)) if errors else _("all read")
        status.update(label=f"{_('Done')}: {told}", state="error" if errors else "complete", expanded=False)
    st.session_state["own-errors"] = errors
    if visitor.own() is not before:  # what could not be read stays in the form, to be mended
        _empty_form()
    st.rerun()


def show(page: Page) -> None:
    """What was read, and what to do with it."""
    for error in st.session_state.get("own-errors", ()):
        st.warning(labels.escaped(error))
    mine = visitor.own()
    if mine is None:
        return
    facts = ngettext("{n} figure", "{n} figures", len(mine.facts))
    texts = ngettext("{n} text", "{n} texts", len(mine.articles))
    st.header(f"{_('Your texts')}: {texts}, {facts}", anchor=False)
    _ways(mine)
    _take_along(page, mine)
    _dates(mine)
    chosen = _chosen(mine.articles)
    if chosen.incomplete:
        st.html(f'<p class="origin">{labels.title_html(chosen)}</p>')
    reader.show(chosen, mine.store.article_facts(chosen.id), None, _open, page.filters)


def _ways(mine: visitor.Own) -> None:
    """To the other pages, with only the own texts chosen there."""
    st.text(_("All pages now show your texts beside the others. Yours alone:"))
    only = Filters(source=tuple(article.id for article in mine.articles[:20]))
    ways = {"pages/facts.py": _("Facts"), "pages/indicators.py": _("Indicators"), "pages/timeline.py": _("Timeline")}
    with st.container(horizontal=True, key="own-ways"):
        for script, name in ways.items():
            st.page_link(script, label=f"{name} →", query_params=links.query(only))


def _dates(mine: visitor.Own) -> None:
    """Titles and dates, to be put right; a change reads the texts again."""
    frame = pd.DataFrame({"title": [a.title for a in mine.articles], "published": [a.published for a in mine.articles]})
    with st.form("own-dates", border=False):
        edited = st.data_editor(
            frame,
            key=f"own-editor-{len(mine.articles)}",
            hide_index=True,
            column_config={
                "title": st.column_config.TextColumn(_("Title"), width="medium", max_chars=200),
                "published": st.column_config.DateColumn(_("Published on"), min_value=EARLIEST),
            },
        )
        if st.form_submit_button(_("Read again with these dates"), key="own-again"):
            rows = zip(mine.articles, edited["title"], edited["published"], strict=True)
            st.session_state["own-errors"] = visitor.change([_changed(*row) for row in rows])
            st.rerun()


def _changed(article: Article, title: object, published: object) -> Article:
    day = pd.Timestamp(published).date() if isinstance(published, date | pd.Timestamp) and pd.notna(published) else None
    given = str(title).strip() if isinstance(title, str) else ""
    return replace(
        article,
        title=given or article.title,
        title_is_ours=article.title_is_ours and given in ("", article.title),
        published=day,
        published_precision="day" if day else "",
    )


def _chosen(articles: tuple[Article, ...]) -> Article:
    if len(articles) == 1:
        return articles[0]
    number = st.selectbox(
        _("Text"),
        range(len(articles)),
        index=len(articles) - 1,
        format_func=lambda n: articles[n].title,
        key="own-chosen",
    )
    return articles[number if number is not None and number < len(articles) else 0]


def _open(fact_id: str) -> None:
    """A click on a figure opens it in the reader, where its card is."""
    following.go(links.to_page("reader", links.query(article=fact_id.rpartition(".")[0], fact=fact_id)))


def _take_along(page: Page, mine: visitor.Own) -> None:
    """Downloads of the own facts, and what becomes of the texts."""
    only = Filters(source=tuple(article.id for article in mine.articles))
    downloads.offer(replace(page, filters=only, count=mine.store.count(only)))
    with st.container(horizontal=True, key="own-end"):
        if keeps():
            st.button(_("Keep in data/articles"), key="own-keep", on_click=_keep, args=[mine])
        st.button(_("Forget my texts"), key="own-forget", on_click=_forget)


def _keep(mine: visitor.Own) -> None:
    """Write the own texts into the collection of this copy; a callback."""
    told = []
    taken = {file.stem for file in ARTICLES.glob("*.txt")}
    for article in mine.articles:
        try:
            path = keep_article(replace(article, id=unique(slug(article.title.replace(".", " ")), taken)))
            told.append(
                _("{file} was written; restart the dashboard to have it among the articles.").format(file=path.name)
            )
        except ArticleError as error:
            told.append(str(error))
    st.session_state["own-errors"] = told


def _empty_form() -> None:
    """Make the form anew under another name: the server forgets what was in the old one, texts and files."""
    st.session_state[_SENT] += 1


def _forget() -> None:
    visitor.forget()
    _empty_form()
    st.session_state["own-errors"] = []
