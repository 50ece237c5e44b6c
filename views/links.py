"""Addresses: of a page with its filters, of one fact, and of a sentence in the original article.

All of ours are relative, so that they hold under any host and sub-path.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode, urlsplit

from extractors.model import Article, Fact
from views.filters import Filters, to_query
from views.language import current

OWN = "own-"
"""What the ids of a visitor's own texts begin with: they are known in that visitor's session alone."""

_LONGEST_ANCHOR = 8
"""Words at each end of a text fragment: enough to be unique, few enough to survive small edits."""


def query(filters: Filters | None = None, **extra: str | Sequence[str] | None) -> dict[str, list[str]]:
    """Address parameters of filters, the language in use (unless English) and whatever else is given."""
    parameters = to_query(filters) if filters else {}
    if current() != "en":
        parameters["lang"] = [current()]
    for name, value in extra.items():
        if value:
            parameters[name] = [value] if isinstance(value, str) else list(value)
    return parameters


def to_page(page: str, parameters: Mapping[str, Sequence[str]]) -> str:
    """The relative address of a page ("" is the overview) with its parameters."""
    return f"{page or '.'}?{urlencode(parameters, doseq=True)}" if parameters else page or "."


def anchor(page: str, parameters: Mapping[str, Sequence[str]], words: str, *, here: bool = False) -> str:
    """A link to a page as HTML, with any words; the page that one is on (``here``) is marked as such.

    Within ``st.html`` it is followed in the session (views/following.js).  A list of them is one element, where
    ``st.page_link`` is one each, and what a page costs is mostly the number of its elements.
    """
    current = ' aria-current="page"' if here else ""
    return f'<a href="{html.escape(to_page(page, parameters))}"{current}>{html.escape(words)}</a>'


def to_fact(fact: Fact, filters: Filters | None = None) -> str:
    """The fact's own address: its article in the reader with its sentence in view."""
    return to_page("reader", query(filters, article=fact.article_id, fact=fact.fact_id))


def iframe(url: str, title: str, *, small: bool) -> str:
    """HTML that shows an address in another site's page; a small one fits into a column of text."""
    size = 'width="600" height="400"' if small else 'width="100%" height="700"'
    return f'<iframe src="{html.escape(url)}" {size} loading="lazy" title="{html.escape(title)}"></iframe>'


def is_own(name: str) -> bool:
    """Whether an article, or a fact, is of a visitor's own text, which only that visitor's session knows."""
    return name.startswith(OWN)


def to_original(article: Article, fact: Fact | None = None) -> str:
    """The publisher's page, scrolled to the fact's sentence by a text fragment; "" where no address is known."""
    if urlsplit(article.url).scheme not in ("http", "https"):
        return ""
    if fact is None:
        return article.url
    return f"{article.url.partition('#')[0]}#:~:text={_fragment(fact.sentence)}"


def _fragment(sentence: str) -> str:
    """First and last words of a sentence as a text directive (https://wicg.github.io/scroll-to-text-fragment/)."""
    words = sentence.split()
    if len(words) <= 2 * _LONGEST_ANCHOR:
        return _encode(" ".join(words))
    return f"{_encode(' '.join(words[:_LONGEST_ANCHOR]))},{_encode(' '.join(words[-_LONGEST_ANCHOR:]))}"


def _encode(words: str) -> str:
    # A dash has a meaning of its own in the directive, and quote() leaves it alone.
    return quote(words, safe="").replace("-", "%2D")
