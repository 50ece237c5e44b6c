"""Downloads of the facts in view, or of all of them, in every format; the number of rows stands on each button."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from views import address, exports, language, links
from views.filters import Filters
from views.frame import Page
from views.language import _, ngettext

SCOPES = ("view", "all")


def offer(page: Page, *, sort: str = "position", descending: bool = False) -> None:
    """The buttons: rows as filtered and sorted on the page, or all facts; all columns either way."""
    box = st.expander(_("Download these facts"), key="downloads", on_change="rerun")
    if not box.open:
        return
    with box:
        scope = address.choose(
            st.segmented_control,
            _("Which facts"),
            "scope",
            SCOPES,
            words=lambda one: _scope(page, one),
            label_visibility="collapsed",
        )
        filters, count = (page.filters, page.count) if scope == "view" else (Filters(), page.store.total)

        def read() -> pd.DataFrame:
            return page.store.export(filters, sort=sort, descending=descending)

        with st.container(horizontal=True, gap="small"):
            for name, kind in exports.FORMATS.items():
                too_many = name == "xlsx" and count > exports.ROWS_OF_A_SHEET
                _button(name, kind, scope, count, _written(kind, read), too_many)
            _package(page, filters, scope, count, read)
        st.caption(_("All columns, UTF-8, ISO dates, missing values empty. The package adds descriptions and sources."))


def _scope(page: Page, scope: str) -> str:
    if scope == "view":
        return _("This view: {facts}").format(facts=ngettext("{n} fact", "{n} facts", page.count))
    return _("All: {facts}").format(facts=ngettext("{n} fact", "{n} facts", page.store.total))


def _written(kind: exports.Format, read: Callable[[], pd.DataFrame]) -> Callable[[], bytes]:
    return lambda: kind.write(read())


def _button(name: str, kind: exports.Format, scope: str, count: int, data: Callable[[], bytes], too_many: bool) -> None:
    use = _("more rows than a sheet holds: take CSV or Parquet") if too_many else _(kind.use)
    st.download_button(
        f"{kind.name} · {language.integer(count)}",
        data,
        file_name=f"russia-kazakhstan-figures-{scope}.{kind.suffix}",
        mime=kind.mime,
        on_click="ignore",
        help=use,
        disabled=too_many,
        key=f"download-{name}",
    )


def _package(page: Page, filters: Filters, scope: str, count: int, read: Callable[[], pd.DataFrame]) -> None:
    view = page.subtitle() if scope == "view" else _("all facts")
    here = address.absolute(links.to_page("facts", links.query(filters)))
    articles, version = page.store.articles.values(), page.store.version
    st.download_button(
        f"{_('Data package')} · {language.integer(count)}",
        lambda: exports.package(read(), articles, version=version, view=view, address=here),
        file_name=f"russia-kazakhstan-figures-{scope}.zip",
        mime="application/zip",
        on_click="ignore",
        help=_("CSV with descriptions of every column, sources, version and licence (Frictionless)."),
        key="download-package",
    )
