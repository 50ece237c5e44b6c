"""What an article claims that can be checked: each claim with its relation, the rule and the figures behind it."""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

from extractors.model import Article, Fact
from views import labels, links, relations
from views.checks import Check, Relation, check_article, tally
from views.filters import NONE, Filters
from views.language import _, ngettext
from views.reference import Reference

_MOST_USED = 8
"""Published figures listed under a claim; the compare page has them all."""


def show(article: Article, facts: Sequence[Fact], reference: Reference, chosen: Fact | None, filters: Filters) -> None:
    """The article's claims that stand beside published figures; the chosen one's open."""
    checks = check_article(facts, article.published, reference)
    checkable = [check for check in checks if check.relation != Relation.NOTHING]
    heading = ngettext("{n} claim beside published figures", "{n} claims beside published figures", len(checkable))
    with st.expander(heading, expanded=chosen is not None and any(c.fact_id == chosen.fact_id for c in checkable)):
        st.caption(_("Relations follow stated rules. They say how figures stand to each other, not who is right."))
        by_id = {fact.fact_id: fact for fact in facts}
        items = [
            item(
                by_id[check.fact_id], check, reference, filters, opened=bool(chosen and chosen.fact_id == check.fact_id)
            )
            for check in checkable
        ]
        st.html(f'<ul class="checks">{"".join(items)}</ul>' if items else f"<p>{_('None of its figures.')}</p>")
        left = tally(checks)[Relation.NOTHING]
        st.caption(
            ngettext("Nothing published stands beside {n} other.", "Nothing published stands beside {n} others.", left)
        )


def item(fact: Fact, check: Check, reference: Reference, filters: Filters, *, opened: bool = False) -> str:
    """One claim as a list item: its figure, its relation and, unfolded, the rule with the figures used."""
    address = links.to_page("reader", links.query(filters, article=fact.article_id, fact=fact.fact_id))
    series = relations.series(check.series, reference)
    what = _(series["label"]) if series else labels.indicator(fact.indicator)
    return (
        f'<li><a href="{html.escape(address)}">{html.escape(labels.claim(fact))}</a> '
        f"<span>{html.escape(what)}</span>{relation(fact, check, reference, opened=opened, linked=True)}</li>"
    )


def relation(fact: Fact, check: Check, reference: Reference, *, opened: bool = False, linked: bool = False) -> str:
    """A relation as HTML: its sign and words and, unfolded, the rule with the figures used (and a link to them all)."""
    used = relations.used(check, reference)
    lines = [relations.rule(check, fact, reference), relations.forecasts(check, reference)]
    told = "".join(f"<p>{html.escape(line)}</p>" for line in lines if line)
    told += (
        "".join(f"<li>{html.escape(line)}</li>" for line in used[:_MOST_USED]).join(("<ul>", "</ul>")) if used else ""
    )
    more = len(used) - _MOST_USED
    told += f"<p>{html.escape(ngettext('and {n} more', 'and {n} more', more))}</p>" if more > 0 else ""
    if linked and (series := relations.series(check.series, reference)):
        query = links.query(of=series["indicator"], between=fact.parties or NONE)
        address = html.escape(links.to_page("compare", query))
        told += f'<p><a href="{address}">{html.escape(_("All figures side by side"))}</a></p>'
    words = html.escape(f"{relations.SIGNS[check.relation]} {relations.relation(check)}")
    return f'<details class="relation"{" open" if opened else ""}><summary>{words}</summary>{told}</details>'
