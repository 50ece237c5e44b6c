"""An article as published with every figure marked, as plain data that a small component turns into text nodes.

Nothing here or there makes HTML of an article's words: the component sets them as text, so nothing in them can come
alive.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypedDict

import streamlit as st

from extractors.model import Article, Fact
from views import labels, links
from views.filters import Filters
from views.language import current

_HERE = Path(__file__).parent
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_SPAN = re.compile(r"\.([0-9]{1,9})-[0-9]{1,9}$")

_component = st.components.v2.component(
    "figures_reader",
    html='<div class="reader"></div>',
    css=(_HERE / "reader.css").read_text(encoding="utf-8"),
    js=(_HERE / "reader.js").read_text(encoding="utf-8"),
)


class Run(TypedDict, total=False):
    """A stretch of text; with ``fact`` it is a figure, with ``runs`` a sentence that holds figures."""

    text: str
    fact: str
    kind: str
    sign: str
    label: str
    href: str
    more: str
    start: int
    runs: list[Run]


def paragraphs(text: str, facts: Sequence[Fact], filters: Filters | None = None) -> list[list[Run]]:
    """The text's paragraphs as runs: nothing is added, left out or changed but the line breaks between paragraphs.

    Facts are in the order of the text; one that overlaps the fact before it is not marked.
    """
    sentences = list(_by_sentence(facts))
    found = []
    for match in _PARAGRAPH.finditer(text):
        inside = [one for one in sentences if match.start() <= one[0].sentence_start < match.end()]
        if match.group().strip():
            found.append(list(_parts(text, match.start(), match.end(), inside, filters)))
    return found


def _by_sentence(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    group: list[Fact] = []
    for fact in facts:
        if group and fact.sentence_start != group[0].sentence_start:
            yield group
            group = []
        group.append(fact)
    if group:
        yield group


def _parts(
    text: str, start: int, end: int, sentences: Iterable[Sequence[Fact]], filters: Filters | None
) -> Iterator[Run]:
    """A paragraph as plain text and sentences with figures."""
    position = start
    for group in sentences:
        first, last = max(position, group[0].sentence_start), min(end, group[0].sentence_end)
        if first > position:
            yield {"text": text[position:first]}
        yield {"start": first, "runs": list(_runs(text, first, last, group, filters))}
        position = max(position, last)
    if position < end:
        yield {"text": text[position:end]}


def _runs(text: str, start: int, end: int, facts: Iterable[Fact], filters: Filters | None) -> Iterator[Run]:
    position = start
    for fact in facts:
        if fact.start < position or fact.end > end:
            continue
        if fact.start > position:
            yield {"text": text[position : fact.start]}
        yield figure(fact, text[fact.start : fact.end], filters)
        position = fact.end
    if position < end:
        yield {"text": text[position:end]}


def figure(fact: Fact, text: str, filters: Filters | None = None) -> Run:
    """One marked figure: its words, its own address, the sign of its kind and a line that says what was read."""
    said = [labels.kind(fact.kind), labels.claim(fact), labels.indicator(fact.indicator), labels.year(fact)]
    return {
        "text": text,
        "fact": fact.fact_id,
        "kind": fact.kind.value,
        "sign": labels.KINDS[fact.kind][1],
        "label": " · ".join(dict.fromkeys(said)),
        "href": links.to_fact(fact, filters),
    }


def show(
    article: Article,
    facts: Sequence[Fact],
    selected: Fact | None,
    on_select: Callable[[str], None],
    filters: Filters | None = None,
) -> None:
    """Draw the article; a click or Enter on a figure calls ``on_select`` with its fact_id."""
    _mount("article", paragraphs(article.text, facts, filters), selected, on_select, language=article.language)


def show_list(
    facts: Sequence[Fact], selected: Fact | None, on_select: Callable[[str], None], filters: Filters | None = None
) -> None:
    """Draw the figures alone, one a line, in the order of the text."""
    lines: list[list[Run]] = [
        [{"start": fact.start, "runs": [{**figure(fact, fact.text, filters), "more": labels.year(fact)}]}]
        for fact in facts
    ]
    _mount("list", lines, selected, on_select, language=current(), is_list=True)


def _mount(
    name: str,
    content: list[list[Run]],
    selected: Fact | None,
    on_select: Callable[[str], None],
    *,
    language: str,
    is_list: bool = False,
) -> None:
    key = f"reader-{name}"

    def clicked() -> None:
        on_select(str(st.session_state[key].fact or ""))

    data: dict[str, Any] = {
        "paragraphs": content,
        "selected": selected.fact_id if selected else "",
        "language": language,
        "list": is_list,
        # The component builds its text anew only where this changes.
        "key": hashlib.sha256(repr(content).encode("utf-8", "surrogatepass")).hexdigest(),
    }
    _component(data=data, key=key, on_fact_change=clicked)


def nearest(fact_id: str, facts: Sequence[Fact]) -> Fact | None:
    """The figure closest to where a fact that no longer exists once stood, as its id tells; None if it does not."""
    match = _SPAN.search(fact_id)
    if not match or not facts:
        return None
    return min(facts, key=lambda fact: abs(fact.start - int(match[1])))
