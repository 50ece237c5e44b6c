"""Which published figures belong beside a choice of claims, and the card that says where one of them comes from."""

from __future__ import annotations

import html
from collections.abc import Collection
from urllib.parse import urlsplit

import streamlit as st

from views import labels, relations
from views.language import _, day
from views.reference import Figure, Reference
from views.subjects import series_of

PREFIX = "ref."
"""What the ids of published figures begin with; those of facts begin with their article."""


def behind(indicator: str, parties: Collection[str], reference: Reference) -> list[Figure]:
    """The published figures of an indicator for the sets of countries that the claims beside them name."""
    return [
        figure for figure in reference.figures if figure.indicator == indicator and _named(figure, parties, reference)
    ]


def _named(figure: Figure, parties: Collection[str], reference: Reference) -> bool:
    series = next(one for one in series_of(reference) if one.name == figure.series)
    if "event" in series.kinds:
        return False
    claimable = series.parties or {figure.parties}
    return any((party or "none") in claimable for party in parties)


def rows(figure: Figure) -> list[tuple[str, str]]:
    """What the card says, line by line: (name, words)."""
    found = [
        (_("Measures"), _(figure.label)),
        (_("Countries"), labels.parties(figure.parties)),
        (_("For"), relations.when(figure)),
        (_("Status"), "" if figure.status == "actual" else labels.status(figure.status)),
        (_("Whose count"), relations.count(figure.perspective)),
        (_("Publisher"), figure.publisher),
        (_("Title"), figure.title or _("not shown on the copy we read")),
        (_("Published"), day(figure.published) if figure.published else _("date not known")),
        (_("Note"), figure.note),
        (_("Recorded in"), f"data/reference/{figure.file}, {_('line')} {figure.line}"),
    ]
    return [(name, words) for name, words in found if words]


def address_of(figure: Figure) -> str:
    """The page the figure was read on; "" unless it is a plain web address."""
    parts = urlsplit(figure.url)
    return figure.url if parts.scheme in ("http", "https") and parts.netloc else ""


def show(figure_id: str, reference: Reference) -> None:
    """Draw the card of a published figure; an unknown id is told."""
    figure = relations.figure(figure_id, reference)
    if figure is None:
        st.warning(_("The link names a published figure that is not here (any more)."))
        return
    lines = "".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(words)}</dd>" for name, words in rows(figure))
    st.html(
        f'<div class="fact"><p class="value">{html.escape(relations.amount(figure))}</p>'
        f'<p class="subject">{html.escape(_("Published figure"))}</p><dl>{lines}</dl></div>'
    )
    if address := address_of(figure):
        st.link_button(_("The page it was read on ↗"), address, type="tertiary")
