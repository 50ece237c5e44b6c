"""One fact in full: what was read, how it was placed, who says otherwise, and how to cite and to find it again."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any
from urllib.parse import quote

import streamlit as st

from extractors.model import Article, Fact, Source, YearBasis
from views import address, labels, language, links
from views.filters import Filters
from views.language import N_, _
from views.store import VERSION, Store

CONTEXT = 48
"""Characters of prefix and suffix in a quote selector: enough to tell one place of an article from another."""

SOURCES = {
    Source.OWN: N_("said with the figure"),
    Source.CLAUSE: N_("from the same clause"),
    Source.SENTENCE: N_("from the same sentence"),
    Source.BEFORE: N_("from a sentence before"),
    Source.ARTICLE: N_("from the article as a whole"),
    Source.NONE: N_("the text does not say"),
}
"""Where the words stood that placed a fact."""


def placed(what: str, source: Source, cue: str) -> str:
    """A placing in words: "2021 — from a sentence before: “In 2021”"."""
    where = _(SOURCES[source])
    if not what:
        return where
    return f"{what} — {where}: “{cue}”" if cue else f"{what} — {where}"


def year_in_words(fact: Fact, article: Article | None) -> str:
    """The year and how it was come by; relative words are said to be counted from the publication date."""
    words = placed(str(fact.year) if fact.year is not None else "", fact.year_from, fact.year_cue)
    if fact.year_basis is YearBasis.RELATIVE and article and article.published:
        counted = _("counted from the publication, {date}").format(date=labels.published(article))
        return f"{words} ({counted})"
    return words


def rows(fact: Fact, article: Article | None) -> list[tuple[str, str]]:
    """What the card says, line by line: (name, words)."""
    words, sign = labels.QUALIFIERS[fact.qualifier]
    change, arrow = labels.CHANGES[fact.change]
    known = labels.indicator(fact.indicator) if fact.indicator != "other" else ""
    found = [
        (_("As written"), f"“{fact.text}”"),
        (_("Read as"), labels.amount(fact.value, fact.unit, fact.value_low, fact.value_high) or _days(fact)),
        (_("Qualifier"), f"{sign} {_(words)}".strip()),
        (_("Change"), f"{arrow} {_(change)}" if arrow else ""),
        (_("Year"), year_in_words(fact, article)),
        (_("Period"), _days(fact) if fact.value is not None else ""),
        (
            _("Countries"),
            placed(labels.parties(fact.parties) if fact.parties else "", fact.parties_from, fact.parties_cue),
        ),
        (_("Indicator"), placed(known, fact.indicator_from if known else Source.NONE, fact.indicator_cue)),
        (_("Status"), labels.status(fact.status)),
        (_("Said by"), fact.speaker or _("the article; no speaker is named")),
        (_("Published"), _publication(article)),
        (_("Rule"), f"{fact.extractor}, {_('version {version}').format(version=VERSION)}"),
    ]
    return [(name, text) for name, text in found if text]


def _days(fact: Fact) -> str:
    days = [language.day(when) for when in (fact.period_start, fact.period_end) if when]
    return " – ".join(dict.fromkeys(days))


def _publication(article: Article | None) -> str:
    if article is None:
        return ""
    return f"{article.publisher or _('publisher not known')}, {labels.published(article)}"


def selector(fact: Fact, article: Article) -> dict[str, Any]:
    """The figure as a W3C Web Annotation target: its quote with what stands around it, and its offsets.

    https://www.w3.org/TR/annotation-model/#text-quote-selector
    """
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "SpecificResource",
        "source": article.url or article.id,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": article.text[fact.start : fact.end],
                "prefix": article.text[max(0, fact.start - CONTEXT) : fact.start],
                "suffix": article.text[fact.end : fact.end + CONTEXT],
            },
            {"type": "TextPositionSelector", "start": fact.start, "end": fact.end},
        ],
    }


def record(fact: Fact) -> dict[str, Any]:
    """The fact as a JSON record: every column, dates in ISO 8601, missing values null."""
    return {name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in asdict(fact).items()}


def citation(fact: Fact, article: Article, url: str, version: str, today: date) -> str:
    """The fact as a reference in plain text."""
    author = f"{article.author}, " if article.author else ""
    title = f"[{article.title}]" if article.title_is_ours else f"“{article.title}”"
    where = article.publisher or _("publisher not known")
    source = f"{author}{title}, {where}, {labels.published(article)}: “{fact.sentence}”"
    return f"{source} — {_release(version)}, {fact.fact_id}, {url} ({_opened(language.day(today))})"


def _release(version: str) -> str:
    return f"{_(labels.PRODUCT)}, {_('version {version}').format(version=version)}"


def _opened(day: str) -> str:
    return _("opened on {date}").format(date=day)


def bibtex(fact: Fact, article: Article, url: str, version: str, today: date) -> str:
    """The fact as a BibTeX entry."""
    title = f"{fact.text}, in: {article.title}"
    fields = {
        "author": f"{{{_tex(article.author or article.publisher)}}}",
        "title": f"{{{_tex(title)}}}",
        "year": str(article.published.year) if article.published else "",
        "howpublished": _tex(article.publisher),
        "note": _tex(f"{_release(version)}, {fact.fact_id}; {_opened(today.isoformat())}"),
        "url": url,
    }
    body = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    key = "".join(sign for sign in fact.fact_id if sign.isalnum() or sign in "-.")
    return f"@misc{{{key},\n{body}}}"


def view_bibtex(title: str, url: str, version: str, today: date) -> str:
    """A view, or the data as a whole, as a BibTeX entry."""
    product = _(labels.PRODUCT)
    fields = {
        "title": f"{{{_tex(title)}}}",
        "year": str(today.year),
        "howpublished": _tex(product),
        "note": _tex(f"{_('version {version}').format(version=version)}; {_opened(today.isoformat())}"),
        "url": url,
    }
    body = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items())
    return f"@misc{{russia-kazakhstan-figures-{version},\n{body}}}"


_TEX = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_{}"} | {"\\": "", "~": " ", "^": ""})


def _tex(words: str) -> str:
    return words.translate(_TEX)


def report(fact: Fact, url: str) -> str:
    """A mail with the fact's id and address filled in, for whoever finds it wrong."""
    body = f"{fact.fact_id}\n{url}\n“{fact.text}”\n\n"
    return f"mailto:?subject={quote('Figure misread: ' + fact.fact_id)}&body={quote(body)}"


def show(store: Store, fact: Fact, filters: Filters) -> None:
    """Draw the card: the figure, its placing, where it stands, who says what, and the ways to share it."""
    article = store.articles.get(fact.article_id)
    lines = "".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(text)}</dd>" for name, text in rows(fact, article))
    subject = " · ".join(
        part
        for part in (
            labels.indicator(fact.indicator) if fact.indicator != "other" else "",
            labels.year(fact),
            labels.parties(fact.parties) if fact.parties else "",
        )
        if part
    )
    st.html(
        f'<div class="fact"><p class="value">{html.escape(labels.claim(fact))}</p>'
        f'<p class="subject">{html.escape(subject)}</p><dl>{lines}</dl></div>'
    )
    if article and (original := links.to_original(article, fact)):
        st.link_button(_("This sentence in the original ↗"), original, type="tertiary")
    _others(_("The same claim elsewhere in this article"), store.repeats(fact), store, filters)
    _others(_("Others on the same indicator, countries and year"), store.rivals(fact), store, filters)
    if article:
        _sharing(store, fact, article)


def _others(heading: str, facts: Iterable[Fact], store: Store, filters: Filters) -> None:
    facts = tuple(facts)
    if not facts:
        return
    st.html(f'<p class="group">{html.escape(heading)}</p>')
    for fact in facts[:10]:
        article = store.articles.get(fact.article_id)
        label = f"{labels.claim(fact)} — {article.publisher or article.title if article else fact.article_id}"
        link(fact, label, filters)


def link(fact: Fact, label: str, filters: Filters) -> None:
    """A link to a fact in the reader, in the same tab."""
    query = links.query(filters, article=fact.article_id, fact=fact.fact_id)
    st.page_link("pages/reader.py", label=labels.escaped(label), query_params=query)


def _sharing(store: Store, fact: Fact, article: Article) -> None:
    url = address.absolute(links.to_fact(fact))
    box = st.expander(_("Link, citation, data"), key="sharing", on_change="rerun")
    if box.open:
        today = date.today()
        with box:
            _copied(_("Link"), url)
            _copied(_("Citation"), citation(fact, article, url, store.version, today))
            _copied("BibTeX", bibtex(fact, article, url, store.version, today), "latex")
            _copied(_("Quote selector (W3C)"), _json(selector(fact, article)), "json")
            _copied(_("Record (JSON)"), _json(record(fact)), "json")
    words = html.escape(_("Report an error in this figure"))
    st.html(f'<a class="report" href="{html.escape(report(fact, url))}">{words}</a>')


def _copied(name: str, text: str, syntax: str | None = None) -> None:
    """A text with a button that copies it."""
    st.caption(name)
    st.code(text, language=syntax, wrap_lines=True)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
