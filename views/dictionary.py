"""What the words of the fact table mean: its columns, the indicators, the signs."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import streamlit as st

from extractors.indicator_table import INDICATORS
from extractors.table import FACT_COLUMNS
from views import address, labels
from views.filters import Filters
from views.frame import Page
from views.language import _

ACCURACY = Path(__file__).resolve().parent.parent / "data" / "accuracy.csv"
"""The accuracy table that benchmarks/accuracy.py writes; nobody types it."""


def columns() -> pd.DataFrame:
    """The columns of the fact table, one row each: name, type, unit, meaning, allowed values, example."""
    return pd.DataFrame(
        {
            _("Column"): [column.name for column in FACT_COLUMNS],
            _("Meaning"): [_(column.meaning) for column in FACT_COLUMNS],
            _("Type"): [column.dtype for column in FACT_COLUMNS],
            _("Unit of measure"): [_(column.unit) for column in FACT_COLUMNS],
            _("Allowed values"): [", ".join(column.allowed) for column in FACT_COLUMNS],
            _("Example"): [column.example for column in FACT_COLUMNS],
        }
    )


def indicators(page: Page) -> pd.DataFrame:
    """The indicators, one row each: id, label, topic, what it is, usual unit, kinds of figure, number of facts."""
    counts = page.store.facets(Filters())["indicator"]
    rows = INDICATORS.values()
    return pd.DataFrame(
        {
            _("Indicator"): [_(row.label) for row in rows],
            _("Topic"): [labels.topic(row.topic) for row in rows],
            _("Meaning"): [_(row.description) for row in rows],
            _("Usual unit"): [labels.unit(row.unit) if row.unit else "" for row in rows],
            _("Kinds of figure"): [", ".join(sorted(row.kinds)) if len(row.kinds) < 13 else _("all") for row in rows],
            _("Facts"): [counts.get(row.id, 0) for row in rows],
            _("Name in addresses"): [row.id for row in rows],
        }
    )


def signs() -> pd.DataFrame:
    """The signs used in charts, table and reader."""
    said = [*labels.KINDS.values(), *labels.QUALIFIERS.values(), *labels.CHANGES.values()]
    signs = [(sign, _(words)) for words, sign in said if sign] + [("~", _("the year was inferred from its context"))]
    return pd.DataFrame(signs, columns=[_("Sign"), _("Meaning")])


def matching(table: pd.DataFrame, search: str) -> pd.DataFrame:
    """The rows in which every searched word stands somewhere, in any case."""
    words = search.lower().split()
    joined = table.astype("str").agg(" ".join, axis=1).str.lower()
    return table[[all(word in row for word in words) for row in joined]]


def show(tables: Iterable[tuple[str, pd.DataFrame]]) -> None:
    """The tables under one search box, kept in the address as ``?find=``."""
    key = "address-find"
    st.session_state[key] = address.value("find")[:100]
    search = st.text_input(
        _("Search indicators, columns and signs"),
        key=key,
        max_chars=100,
        on_change=lambda: address.write({"find": st.session_state[key]}),
    )
    for heading, table in tables:
        found = matching(table, search or "")
        st.subheader(heading, anchor=False)
        if found.empty:
            st.caption(_("Nothing here for “{words}”.").format(words=labels.escaped(search or "")))
        else:
            st.dataframe(found, hide_index=True, height="content", row_height=36, alt=heading, placeholder="")


def accuracy() -> pd.DataFrame | None:
    """The measured accuracy, as the benchmark last wrote it; None where it has not been measured here."""
    try:
        with ACCURACY.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, ValueError, csv.Error):  # missing, unreadable or half-written
        return None
    return pd.DataFrame(rows) if rows else None
