"""A view as one HTML file: charts, figures and sentences, to be mailed and opened from disk without a server.

    python -m views.report [ADDRESS] --out report.html [--facts facts/]

ADDRESS is that of any page of the dashboard, or the part after "?": its filters choose the facts.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import html
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import plotly.graph_objects as go
from plotly.io import templates
from plotly.offline import get_plotlyjs

from extractors.articles import read_articles
from extractors.model import Fact
from views import charts, labels, language, links
from views.charts import RAW_MARKS, Settings
from views.filters import Filters, from_query
from views.language import _, ngettext
from views.store import Store, default_store
from views.tables import sentence_html

MOST_FACTS = 2_000
"""Facts in one report: a file that opens at once on a telephone."""

STYLE = """
:root { color-scheme: light; }
body { color: #2F2D2B; font: 16px/1.6 "Source Sans 3", "Source Sans Pro", "Segoe UI", sans-serif; margin: 0 auto;
       max-width: 60rem; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; } h2 { font-size: 1.3rem; margin: 2.2rem 0 .3rem; }
.note, footer { color: #5F5B56; font-size: .9rem; }
ol { list-style: none; margin: .5rem 0; padding: 0; }
li { border-top: 1px solid #D9D6D0; padding: .55rem 0; break-inside: avoid; overflow-wrap: anywhere; }
b { font-size: 1.05rem; } mark { background: #F6DFA8; outline: 1px solid #B97F00; } a { color: #0B5C8A; }
.plotly-graph-div { margin: .5rem 0; }
"""

_SCRIPT = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)


class ReportError(Exception):
    """A report that cannot be made; the message says why and what to do."""


def document(store: Store, filters: Filters, today: date) -> str:
    """The report as HTML.  Raises ``ReportError`` where the filters leave no facts, or too many."""
    count = store.count(filters)
    if not count:
        raise ReportError("no fact fits all of these filters; lift one of them")
    if count > MOST_FACTS:
        raise ReportError(f"{count:,} facts are too many for one file; choose {MOST_FACTS:,} or fewer by more filters")
    chips = " · ".join(chip.words for chip in labels.chips(filters, store.articles)) or _("all facts")
    total = _("{n} of {total} facts").format(n=language.integer(count), total=language.integer(store.total))
    title = html.escape(f"{_(labels.PRODUCT)}: {chips}")
    body = "".join(_sections(store, filters))
    plotly = f"<script>{get_plotlyjs()}</script>"
    return (
        f'<!doctype html><html lang="{language.current()}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(plotly + body)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body>{plotly}"
        f"<header><h1>{html.escape(_(labels.PRODUCT))}</h1>"
        f'<p class="note">{html.escape(f"{chips} — {total}")}</p></header>'
        f"<main>{body}</main><footer>{html.escape(_foot(store, today))}</footer></body></html>"
    )


def _policy(page: str) -> str:
    """What the file may do in a browser: run just the scripts we wrote into it, and ask nobody for anything."""
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in _SCRIPT.findall(page))
    scripts = " ".join(f"'sha256-{value}'" for value in hashes) or "'none'"
    return f"default-src 'none'; img-src data: blob:; script-src {scripts}; style-src 'unsafe-inline'"


def _sections(store: Store, filters: Filters) -> Iterator[str]:
    """An indicator each, the most claimed first; what measures nothing known stands last, without a chart."""
    groups = store.aggregate(filters, ("indicator",))
    for group in sorted(groups, key=lambda one: (one.indicator == "other", -one.claims)):
        name = group.indicator
        only = filters.choosing("indicator", (name,))
        facts = store.rows(only, RAW_MARKS)
        yield f"<section><h2>{html.escape(labels.indicator(name))}</h2>"
        if name != "other" and group.median is not None:
            yield _chart(charts.by_year(facts, Settings(look=charts.LIGHT)), charts.finding(facts))
        yield f"<ol>{''.join(_line(store, fact) for fact in _facts(store, only))}</ol></section>"


def _facts(store: Store, filters: Filters) -> Iterator[Fact]:
    return (fact for row in store.rows(filters, MOST_FACTS) if (fact := store.fact(row.fact_id)))


def _chart(figure: charts.Figure, finding: str) -> str:
    # Streamlit makes its own template the default, and counts on its page to complete it.
    drawn = go.Figure(figure, layout_template=templates["plotly_white"]).to_html(
        full_html=False, include_plotlyjs=False, config=charts.config("chart")
    )
    return f'<div role="img" aria-label="{html.escape(finding)}">{drawn}</div>'


def _line(store: Store, fact: Fact) -> str:
    """A figure, its year and countries, its sentence, and where that stands."""
    article = store.articles.get(fact.article_id)
    about = [labels.year(fact), labels.parties(fact.parties) if fact.parties else "", fact.speaker]
    words = html.escape(" · ".join(filter(None, about)))
    source = [article.title, article.publisher, labels.published(article)] if article else [fact.article_id]
    origin = html.escape(", ".join(filter(None, source)))
    if article and (original := links.to_original(article, fact)):
        origin = f'<a href="{html.escape(original)}" rel="noreferrer">{origin}</a>'
    figure = html.escape(labels.claim(fact))
    said = f'<b>{figure}</b> <span class="note">{words}</span><br>{sentence_html(fact)}'
    return f'<li>{said}<br><span class="note">{origin}</span></li>'


def _foot(store: Store, today: date) -> str:
    return " · ".join(
        [
            ngettext("{n} article", "{n} articles", max(len(store.articles), store.sources)),
            _("version {version}").format(version=store.version),
            language.day(today),
            _("Sentences belong to their publishers; facts and their placing: CC BY 4.0."),
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; gives its exit code: 0 written, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="python -m views.report", description="Write a view as one HTML file.")
    parser.add_argument("address", nargs="?", default="", help="address of a page of the dashboard; its filters count")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="the HTML file to write")
    parser.add_argument("--facts", type=Path, metavar="FACTS", help="Parquet facts instead of the articles in data/")
    options = parser.parse_args(arguments)
    query = parse_qs(urlsplit(options.address).query or options.address.partition("?")[2] or options.address)
    language.use(query.get("lang", ["en"])[-1])
    try:
        if options.facts and not (options.facts.is_file() or any(options.facts.glob("*.parquet"))):
            raise ReportError(f"{options.facts} holds no Parquet facts; python -m extractors writes them")
        store = Store(options.facts, read_articles()[0]) if options.facts else default_store()
        filters, unknown = from_query(query, store.choices)
        if unknown:
            raise ReportError(f"the address names what these facts do not have: {', '.join(unknown)}")
        options.out.write_text(document(store, filters, date.today()), encoding="utf-8")
    except ReportError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"error: {options.out} cannot be written ({error.strerror}); choose another place", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
