"""What every page shares: its set-up, the sidebar, the filters in force, the empty state and the footer.

A page is ``with frame.open_page("facts") as page:`` and then only what is its own.  Each page draws the frame itself
(no ``st.navigation``), so that a server whose first request is a deep link shows the same as any other.
"""

from __future__ import annotations

import html
import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from views import address, following, labels, language, links, sidebar, turns, visitor
from views.filters import Filters, from_query
from views.language import N_, _, ngettext
from views.sidebar import PAGES, apply
from views.store import Store

LICENCES = N_("Code: MIT. Facts and their placing: CC BY 4.0. Article texts belong to their publishers.")


class _Style:
    """The style sheet, ready for the page: of a string Streamlit would look at every line, each time."""

    _html = f"<style>{' '.join(Path(__file__).with_name('style.css').read_text(encoding='utf-8').split())}</style>"

    def _repr_html_(self) -> str:
        return self._html


STYLE = _Style()

OWN_TEXT = N_(
    "The link names a text that only the session knew in which it was read; the page Your text reads it anew."
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page works with: its facts, the filters in force, and how many facts they leave."""

    name: str
    store: Store
    filters: Filters
    count: int

    def subtitle(self) -> str:
        """The filters in force in one line, for charts and exports; "all facts" without any."""
        chips = labels.chips(self.filters, self.store.articles)
        return " · ".join(chip.words for chip in chips) if chips else _("all facts")

    def call_view(self, view: str) -> None:
        """Name the view in the browser's title: "Trade turnover · Indicators · …"."""
        st.set_page_config(page_title=_title(view, self.name))


@contextmanager
def open_page(name: str, lead: str = "", *, filtered: bool = True, titled: bool = True) -> Iterator[Page]:
    """Set a page up, draw the frame and give the page its facts; ``lead`` is the (untranslated) line under the heading.

    A page that is not ``titled`` draws its heading itself.
    ``filtered`` pages show the filters in force and, where these leave nothing, the empty state instead of their body.
    An error inside the page becomes a message with a way out; the log has the rest.
    """
    with turns.turn(), _opened(name, lead, filtered, titled) as page:
        yield page


@contextmanager
def _opened(name: str, lead: str, filtered: bool, titled: bool) -> Iterator[Page]:
    language.use(address.value("lang", "en"))
    st.set_page_config(page_title=_title("", name), layout="wide")
    st.html(STYLE)
    store = _store()
    filters, unknown = from_query(address.read(), store.choices)
    page = Page(name, store, filters, store.count(filters))
    # In another site's frame only what the page is about remains.
    embedded = st.context.is_embedded
    if not embedded:
        sidebar.draw(name, store, filters, filtered=filtered)
    if titled and not embedded:
        st.title(_(PAGES[name][1]) if name != "overview" else _(labels.PRODUCT), anchor=False)
    if lead and not embedded:
        st.html(f'<p class="lead">{html.escape(_(lead))}</p>')
    _notices(store, unknown)
    if filtered and not embedded:
        _in_force(page)
    if filtered and not page.count:
        _nothing(page)
        _footer(store)
        st.stop()
    try:
        yield page
    except Exception as error:
        # Streamlit's own stop and rerun are no Exceptions, so they pass.
        _log.error("page %s failed: %s", name, stack(error))
        st.error(_("This part of the page could not be shown. The other pages still work; the log says why."))
    _footer(store)


def stack(error: BaseException | None) -> str:
    """Types and stacks of an error and of its causes, without their messages: these may quote a visitor's text."""
    told = []
    while error:
        told.append(f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}")
        error = error.__cause__ or error.__context__
    return "from ".join(told)


def _store() -> Store:
    """The facts, or a message in their place."""
    try:
        return visitor.store()
    except Exception:
        _log.exception("the facts could not be loaded")
        st.title(_(labels.PRODUCT), anchor=False)
        st.error(_("The facts could not be loaded. Check data/articles and the folder that FACTS names; see the log."))
        st.stop()


def _title(view: str, name: str) -> str:
    parts = [view, _(PAGES[name][1]), _(labels.PRODUCT)] if name != "overview" else [view, _(labels.PRODUCT)]
    return " · ".join(part for part in parts if part)


def _notices(store: Store, unknown: list[str]) -> None:
    own = [one for one in unknown if links.is_own(one.partition("=")[2])]
    if own:
        st.warning(_(OWN_TEXT))
    if others := [one for one in unknown if one not in own]:
        words = _("The link asks for something that these facts do not have; it was left out:")
        st.warning(f"{words} {labels.escaped(', '.join(others[:10]))}")
    if store.problems:
        problems = ngettext("{n} article could not be read", "{n} articles could not be read", len(store.problems))
        st.caption(f"{problems} → {_('Sources')}")


def _in_force(page: Page) -> None:
    """ "n of N facts" and a chip for each filter in force; a click on a chip lifts it."""
    chips = labels.chips(page.filters, page.store.articles)
    count = _("{n} of {total} facts").format(n=language.integer(page.count), total=language.integer(page.store.total))
    with st.container(horizontal=True, key="chips", vertical_alignment="center", gap="small"):
        st.html(f'<span class="count">{count}</span>', width="content")
        for chip in chips:
            st.button(
                f"{labels.escaped(chip.words)} ✕",
                key=f"chip-{chip.name}-{chip.value}",
                help=_("Lift this filter"),
                on_click=apply,
                args=[page.filters.without(chip.name, chip.value)],
            )
        if chips:
            st.button(_("Reset all"), key="chip-reset", type="tertiary", on_click=apply, args=[Filters()])


def _nothing(page: Page) -> None:
    """The empty state: which filter empties the view, and what lifting it would show."""
    with st.container(border=True, key="nothing"):
        st.subheader(_("No fact fits all of these filters"), anchor=False)
        st.text(_("Lift one of them:"))
        for chip in labels.chips(page.filters, page.store.articles):
            wider = page.filters.without(chip.name, chip.value)
            left = page.store.count(wider)
            words = f"{labels.escaped(chip.words)} ✕ → " + ngettext("{n} fact", "{n} facts", left)
            key = f"lift-{chip.name}-{chip.value}"
            st.button(words, key=key, disabled=not left, on_click=apply, args=[wider])
        st.button(_("Reset filters"), key="nothing-reset", type="primary", on_click=apply, args=[Filters()])


def _footer(store: Store) -> None:
    if st.context.is_embedded:
        return
    parts = [
        ngettext("{n} article", "{n} articles", max(len(store.articles), store.sources)),
        ngettext("{n} fact", "{n} facts", store.total),
        _("updated {date}").format(date=language.day(store.updated)),
        _("version {version}").format(version=store.version),
        _(LICENCES),
    ]
    st.html(f'<footer class="foot">{html.escape(" · ".join(parts))}</footer>')
    following.listen()
