"""The page Share this: the view one came from, as an address, as code to embed, as a citation and as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import streamlit as st

from views import address, language, links, plots, report
from views.frame import Page
from views.language import N_, _
from views.sidebar import PAGES, SHARED

VIEWS = tuple(name for name in PAGES if name != "share")
"""The pages that can be shared."""

CHARTS = ("indicators", "timeline")
"""Pages of which only the chart remains in another site's frame; they fit a small one."""


def show(page: Page) -> None:
    """The whole page below the filters in force."""
    view = address.choose(st.selectbox, _("View"), SHARED, VIEWS, words=lambda name: _(PAGES[name][1]), width=320)
    query = parameters(address.read())
    if any(links.is_own(value) for values in query.values() for value in values):
        st.warning(_("This view shows a text of yours, which only your session knows: for others the link lacks it."))
    title = f"{_(PAGES[view][1])} · {page.subtitle()}"
    url = here(view, query)
    st.header(_("Link"), anchor=False)
    st.code(url, language=None, wrap_lines=True)
    st.header(_("Embed"), anchor=False)
    st.text(_(_EMBED[view in CHARTS]))
    st.code(
        links.iframe(here(view, {**query, "embed": ["true"]}), title, small=view in CHARTS),
        language="html",
        wrap_lines=True,
    )
    st.header(_("Cite"), anchor=False)
    plots.cite(page, title, url)
    st.header(_("One file"), anchor=False)
    _file(page)


_EMBED = {
    True: N_("The chart alone, in the frame of another site."),
    False: N_("The page without its navigation, in the frame of another site."),
}


def parameters(asked: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """What belongs to the view of all that stands in the address of this page."""
    return {name: list(values) for name, values in asked.items() if name not in (SHARED, "embed", "embed_options")}


def here(view: str, query: Mapping[str, Sequence[str]]) -> str:
    """The full address of a page with these parameters, as the visitor's browser knows this site."""
    return address.absolute(links.to_page("" if view == "overview" else view, query))


def _file(page: Page) -> None:
    """The facts in view as a report; the button makes it when it is pressed."""
    if page.count > report.MOST_FACTS:
        most = language.integer(report.MOST_FACTS)
        st.text(_("A file holds {n} facts at most: choose fewer by more filters.").format(n=most))
        return
    st.text(_("Charts, figures and sentences of the facts in view. It opens from disk, without a server."))
    st.download_button(
        f"HTML · {language.integer(page.count)}",
        _report(page, language.current()),
        file_name="russia-kazakhstan-figures.html",
        mime="text/html",
        on_click="ignore",
        key="download-report",
    )


def _report(page: Page, code: str) -> Callable[[], bytes]:
    def written() -> bytes:
        language.use(code)  # the button is pressed after the page's run has ended
        return report.document(page.store, page.filters, date.today()).encode()

    return written
