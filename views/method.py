"""The method in words: what is done, what it cannot do, how well it does, who owns what."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from views import relations
from views.language import N_, _

STEPS = (
    N_("**Reading.** Regular expressions find every figure of a text: digits and number words, with their unit."),
    N_("**Hedges.** About, more than, up to, ranges: how the text bounds a figure is kept and drawn."),
    N_(
        "**Year.** A figure's own date counts first, then its clause, its sentence, the sentences before. “Last year” "
        "is counted from the publication date. Where the text gives no year, there is none: the publication date is "
        "never put in its place."
    ),
    N_("**Countries.** Those named in the clause, else in the sentence, else those the article is about."),
    N_("**Indicator.** Cue words near the figure decide, if its kind and unit allow it. Unsure means “Other”."),
    N_("**Claims.** The same figure told twice in one article is one claim with several sentences."),
)
EXAMPLES = (
    N_("“In 2021, … 81 million tons … a little more than 13 million”: the second figure has its unit from the first."),
    N_("“It grew by another 7%”: the indicator stands in the clause before."),
    N_("“Soyuz-5”, “G5+1”, “Rossiya 24”: names, no figures."),
)
LIMITS = (
    N_("A claim is what an article says, not what is true. Published figures stand beside it; nobody is called right."),
    N_("English texts only, and news prose: tables, pictures and irony are not understood."),
    N_("Years, countries and indicators are inferred by rules; the card of each figure says from which words."),
    N_("Sums in different years' money are shown as they were stated: nothing is deflated or converted."),
    N_("Five articles are a sample of nothing: the charts show claims, not trends."),
)
LICENCES = (
    N_("**Code:** MIT licence."),
    N_("**Facts and their placing** (the table, without the sentences): Creative Commons Attribution 4.0."),
    N_("**Article texts and the sentences quoted from them:** their publishers'. See Sources."),
)


def explain() -> None:
    """Method, examples and limits."""
    st.header(_("How figures are read"), anchor=False)
    _list(STEPS)
    st.subheader(_("What it copes with"), anchor=False)
    _list(EXAMPLES)
    st.subheader(_("Limits"), anchor=False)
    _list(LIMITS)


def checks() -> None:
    """The relations of claims to published figures, each with its sign and its rule."""
    with st.container(width=720):
        st.text(
            _(
                "A claim is set beside published figures of the same thing, countries, time and unit. Rules are "
                "tried in this order. They say how figures stand to each other, not who is right: most published "
                "figures are what officials said, and they differ among themselves."
            )
        )
    lines = [
        (f"{relations.SIGNS[one]} {_(name)}", _(relations.RULES.get(one, ""))) for one, name in relations.NAMES.items()
    ]
    st.html("".join(f"<dt>{html.escape(n)}</dt><dd>{html.escape(r)}</dd>" for n, r in lines).join(_LIST))


_LIST = ('<div class="fact"><dl>', "</dl></div>")


def accuracy(table: pd.DataFrame | None) -> None:
    """The measured accuracy, or that it has not been measured."""
    if table is None:
        st.info(_("No measurement has been stored with this copy; benchmarks/accuracy.py makes one."))
    else:
        st.dataframe(table, hide_index=True, alt=_("Accuracy by kind of figure"))


def licences() -> None:
    """Code, data and texts, each with its own."""
    _list(LICENCES)


def _list(points: tuple[str, ...]) -> None:
    with st.container(width=720):
        st.markdown("\n".join(f"- {_(point)}" for point in points))
