"""Published figures behind a chart's claims: which ones, their list for the keyboard, the chosen one's card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from views import address, labels, published, reference, relations
from views.filters import Filters
from views.language import _, ngettext
from views.reference import Figure
from views.rows import Group

LISTED = 60
"""Published figures in the list below a chart; the compare page has them all."""


ALIKE = ("parties", "unit", "change")
"""What the groups of claims are alike in that published figures are chosen for."""


def fitting(indicator: str, groups: Sequence[Group], filters: Filters) -> tuple[Figure, ...]:
    """The published figures of the indicator for the countries most facts are about, in the units and years drawn.

    ``groups`` are of the facts drawn, by ``ALIKE``.
    """
    known = reference.published()
    drawn = {(group.unit, group.change != "none") for group in groups}
    facts: Counter[str] = Counter()
    for group in groups:
        facts[group.parties] += group.facts
    for parties, _count in facts.most_common():
        found = [one for one in published.behind(indicator, [parties], known) if (one.unit, one.is_change) in drawn]
        if found:
            first, last = filters.years or (0, 9999)
            return tuple(figure for figure in found if first <= figure.year <= last)
    return ()


def chosen() -> Figure | None:
    """The published figure that the address names; one that is gone is told."""
    asked = address.value("figure")
    found = relations.figure(asked, reference.published()) if asked else None
    if asked and found is None:
        st.warning(_("The link names a published figure that is not here (any more)."))
    return found


def select(figure_id: str) -> None:
    """Put a published figure into the address in the place of a claim, or take it out; a callback."""
    address.write({"figure": figure_id or None, "fact": None})


def card(figure: Figure) -> None:
    """The chosen published figure with its source."""
    with st.container(key="card"):
        st.button("✕", key="card-close", help=_("Close"), type="tertiary", on_click=select, args=[""])
        published.show(figure.figure_id, reference.published())


def listing(figures: Sequence[Figure], picked: Figure | None) -> None:
    """The published figures as buttons, for keyboards and screen readers: the same choice as a click on a mark."""
    heading = ngettext("{n} published figure behind them", "{n} published figures behind them", len(figures))
    box = st.expander(heading, key="behind", on_change="rerun")
    if not box.open:
        return
    with box, st.container(key="figures", gap=None):
        newest = sorted(figures, key=lambda figure: (-figure.year, figure.series, figure.value))
        for figure in newest[:LISTED]:
            here = "▸ " if picked and picked.figure_id == figure.figure_id else ""
            told = [
                relations.amount(figure),
                relations.when(figure),
                relations.count(figure.perspective),
                figure.publisher,
            ]
            st.button(
                labels.escaped(here + " · ".join(told)),
                key=f"figure-{figure.figure_id}",
                type="tertiary",
                on_click=select,
                args=[figure.figure_id],
            )
        if len(figures) > LISTED:
            st.page_link("pages/compare.py", label=_("All figures side by side"))
