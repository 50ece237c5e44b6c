"""The page for a visitor's own texts: paste or upload, look over dates, see what was read, take it along or forget."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from extractors.articles import ARTICLES, ArticleError, keep_articles, read_articles
from extractors.documents import ENDINGS, slug, unique
from extractors.model import Article
from views import checkable, downloads, following, labels, links, reader, reference, visitor
from views.filters import Filters
from views.frame import Page
from views.language import N_, _, ngettext

PASTED = "pasted.txt"
EARLIEST = date(1900, 1, 1)

_SENT = "own-sent"
"""How many times the form was sent, in the session."""

_OUTCOMES, _MESSAGES = "own-outcomes", "own-messages"
"""What became of the files sent last, and what else was told, in the session."""

_CHOSEN = "own-chosen"
"""Which of the texts is shown, in the session."""

_NAME = 120
"""Characters of a file's name that are shown."""

_FAULTS = 30
"""Faults that are shown in full; all are in the list of files."""

PRIVACY = N_(
    "Your text stays in your session: it is not stored, not logged, and nobody else sees it. "
    "It is gone when you close or reload this tab."
)


def keeps() -> bool:
    """Whether this server may write articles into the collection: a local one, started by ``make run``."""
    return os.environ.get("KEEP_ARTICLES") == "1"


def ask() -> None:
    """The form; reading begins when it is sent."""
    visitor.helpers().prepare()
    st.info(_(PRIVACY))
    number = st.session_state.setdefault(_SENT, 0)
    box = st.expander(_("Add another text")) if visitor.own() else st.container()
    with box, st.form(f"own-text-{number}", border=not visitor.own()):
        text = st.text_area(_("Paste a text"), key=f"own-pasted-{number}", height=220)
        left, right = st.columns(2)
        title = left.text_input(_("Title (if you know it)"), key=f"own-title-{number}", max_chars=200)
        published = right.date_input(
            _("Published on"),
            value=None,
            min_value=EARLIEST,
            max_value=visitor.last_day(),
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
    """Read one after the other, telling of each what came of it; what is read stays, whatever happens to the next."""
    outcomes: list[visitor.Outcome] = []
    st.session_state[_OUTCOMES] = outcomes
    stated: dict[str, object] = {"published": published, "published_precision": "day"} if published else {}
    if title.strip() and len(given) == 1:
        stated |= {"title": title.strip(), "title_is_ours": False}
    with st.status(_("Reading …"), expanded=True) as status:
        for number, (name, content) in enumerate(given, 1):
            status.update(label=f"{_('Reading …')} {number} / {len(given)}", expanded=True)
            line = st.empty()
            line.text(f"… {name[:_NAME]}")
            outcomes.append(visitor.add(name, content, **stated))
            line.text(_told(outcomes[-1]))
    if any(outcome.texts for outcome in outcomes):  # what could not be read at all stays in the form, to be mended
        _empty_form()
        mine = visitor.own()
        st.session_state[_CHOSEN] = len(mine.texts) - 1 if mine else 0  # the newest is shown
    st.rerun()


def _told(outcome: visitor.Outcome) -> str:
    """One line on what became of a file."""
    texts = ngettext("{n} text", "{n} texts", outcome.texts)
    figures = ngettext("{n} figure", "{n} figures", outcome.figures)
    sign = ("!" if outcome.faults else "✓") if outcome.texts else "✗"
    found = [f"{outcome.name[:_NAME]}: {texts}, {figures}"] if outcome.texts else []
    return f"{sign} " + " · ".join([*found, *outcome.faults[:3]])


def _outcomes() -> None:
    """What became of each file that was read last; faults first, for they are to be mended."""
    outcomes: list[visitor.Outcome] = st.session_state.get(_OUTCOMES, [])
    faults = [fault for outcome in outcomes for fault in outcome.faults]
    if told := [*st.session_state.get(_MESSAGES, ()), *faults[:_FAULTS]]:
        st.warning(
            "\n".join(f"- {labels.escaped(line)}" for line in told) if len(told) > 1 else labels.escaped(told[0])
        )
    if len(outcomes) > 1:
        good = sum(not outcome.faults for outcome in outcomes)
        faulty = ngettext("{n} with faults", "{n} with faults", len(outcomes) - good)
        heading = ngettext("{n} file", "{n} files", len(outcomes)) + (f", {faulty}" if len(outcomes) > good else "")
        with st.expander(heading):
            for outcome in outcomes:
                st.text(_told(outcome))


def show(page: Page) -> None:
    """What was read, and what to do with it."""
    _outcomes()
    mine = visitor.own()
    if mine is None:
        return
    facts = ngettext("{n} figure", "{n} figures", mine.figures)
    texts = ngettext("{n} text", "{n} texts", len(mine.texts))
    st.header(f"{_('Your texts')}: {texts}, {facts}", anchor=False)
    _ways(mine)
    _take_along(page, mine)
    _dates(mine)
    chosen = _chosen(mine.articles)
    if chosen.incomplete:
        st.html(f'<p class="origin">{labels.title_html(chosen)}</p>')
    of_chosen = mine.store.article_facts(chosen.id)
    if not of_chosen:
        st.info(_("No figure was found in this text."))
    text, beside = st.columns([5, 3], gap="large")
    with text:
        reader.show(chosen, of_chosen, None, _open, page.filters)
    with beside:
        checkable.show(chosen, of_chosen, reference.published(), None, page.filters)


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
    # A column of type "object" without a single date would come back as text.
    days = pd.Series([article.published for article in mine.articles], dtype="datetime64[s]")
    frame = pd.DataFrame({"title": [article.title for article in mine.articles], "published": days})
    with st.form("own-dates", border=False):
        edited = st.data_editor(
            frame,
            key=f"own-editor-{len(mine.articles)}",
            hide_index=True,
            column_config={
                "title": st.column_config.TextColumn(_("Title"), width="medium", max_chars=200),
                "published": st.column_config.DateColumn(
                    _("Published on"), min_value=EARLIEST, max_value=visitor.last_day()
                ),
            },
        )
        if st.form_submit_button(_("Read again with these dates"), key="own-again"):
            rows = zip(mine.articles, edited["title"], edited["published"], strict=True)
            with st.spinner(_("Reading …")):
                st.session_state[_MESSAGES] = visitor.change([_changed(*row) for row in rows])
            st.session_state[_OUTCOMES] = []
            st.rerun()


def _changed(article: Article, title: object, published: object) -> Article:
    day = published.date() if isinstance(published, pd.Timestamp) else None  # a missing one is NaT
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
        format_func=lambda n: articles[n].title,
        key=_CHOSEN,
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
    """Write the own texts into the collection of this copy, all or none; a callback."""
    there = read_articles(ARTICLES)[0]
    known = {article.text for article in there}
    taken = {article.id for article in there} | {file.stem for file in ARTICLES.glob("*.txt")}
    new = [
        replace(article, id=unique(slug(article.title.replace(".", " ")), taken))
        for article in mine.articles
        if article.text not in known
    ]
    st.session_state[_OUTCOMES] = []
    try:
        written = [path.name for path in keep_articles(new, ARTICLES)]
    except ArticleError as error:
        st.session_state[_MESSAGES] = [str(error)]
        return
    told = ngettext("{n} text was written into data/articles", "{n} texts were written into data/articles", len(new))
    restart = _("restart the dashboard to have them among the articles.")
    nothing = _("These texts are in data/articles already.")
    st.session_state[_MESSAGES] = [f"{told}: {', '.join(written)}; {restart}" if written else nothing]


def _empty_form() -> None:
    """Make the form anew under another name: the server forgets what was in the old one, texts and files."""
    st.session_state[_SENT] += 1


def _forget() -> None:
    visitor.forget()
    _empty_form()
    for name in (_OUTCOMES, _MESSAGES, _CHOSEN):
        st.session_state.pop(name, None)
