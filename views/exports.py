"""Facts as files: CSV, JSON Lines, Parquet, XLSX, schema.org claims, and all of it as a Frictionless data package.

Every writer takes a frame of facts (FACT_COLUMNS, and if it is there title, publisher and published of the article)
and gives bytes.  The text in it is other people's: a cell that a spreadsheet would run as a formula is defused.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from extractors.model import Article
from extractors.table import FACT_COLUMNS, Column
from views import jsonld, labels
from views.language import N_, _

ARTICLE_COLUMNS: tuple[Column, ...] = (
    Column("title", "str", "The article's title."),
    Column("publisher", "str", "Who published it."),
    Column("published", "datetime64[s]", "When it was published; the first day where only the month is known."),
)
"""Columns of the article that travel with its facts."""

ROWS_OF_A_SHEET = 1_048_575
"""Rows below the header that Excel can hold (Microsoft: Excel specifications and limits)."""

LONGEST_CELL = 32_767
"""Characters that one cell of Excel can hold."""

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 (facts and their placing; sentences belong to their publishers)",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}

_COLUMNS = FACT_COLUMNS + ARTICLE_COLUMNS
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_TYPES = {"float64": "number", "Int16": "integer", "int32": "integer", "datetime64[s]": "date"}


class ExportError(ValueError):
    """Facts that do not fit into a format; the message says what to choose instead."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its name, what it is good for, suffix, media type, and who writes it."""

    name: str
    use: str
    suffix: str
    mime: str
    write: Callable[[pd.DataFrame], bytes]


def tidy(facts: pd.DataFrame) -> pd.DataFrame:
    """The frame with the columns in their order and of their described types, whatever engine made it."""
    columns = [column for column in _COLUMNS if column.name in facts]
    found = {column.name: _typed(facts[column.name], column.dtype) for column in columns}
    return pd.DataFrame(found, index=facts.index).reset_index(drop=True)


def _typed(cells: pd.Series, dtype: str) -> pd.Series:
    if dtype == "str":
        return cells.astype("str").where(cells.notna(), "")
    if dtype == "category":
        return cells.astype("str").astype("category")
    # By way of float: whole numbers with gaps come as floats from some engines, and as nullable integers from others.
    converted: pd.Series = cells.astype("float64").astype("Int16") if dtype == "Int16" else cells.astype(dtype)  # type: ignore[call-overload]
    return converted


def csv(facts: pd.DataFrame) -> bytes:
    """Comma-separated values: UTF-8, a header, ISO dates, missing values empty, formulas defused by an apostrophe."""
    table = tidy(facts)
    for column in _texts(table):
        table[column] = table[column].astype("str").map(_defused)
    written = table.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\r\n")
    return _encoded(written)


def json_lines(facts: pd.DataFrame) -> bytes:
    """One JSON record a line, dates in ISO 8601, missing values null, text as it stands."""
    table = tidy(facts)
    for column in table.columns[[str(dtype).startswith("datetime") for dtype in table.dtypes]]:
        table[column] = table[column].dt.strftime("%Y-%m-%d")
    if table.empty:
        return b""
    return _encoded(table.to_json(orient="records", lines=True, force_ascii=False, double_precision=15))


def parquet(facts: pd.DataFrame) -> bytes:
    """Typed columns; text as it stands."""
    table = pa.Table.from_pandas(tidy(facts), preserve_index=False)
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    return file.getvalue()


def xlsx(facts: pd.DataFrame) -> bytes:
    """A workbook whose numbers are numbers and dates dates, header frozen, no cell a formula or a link.

    Raises ExportError for more facts than a sheet holds.
    """
    table = tidy(facts)
    if len(table) > ROWS_OF_A_SHEET:
        raise ExportError(
            _("A spreadsheet holds at most 1,048,575 facts: choose Parquet or CSV, or narrow the filters.")
        )
    file = io.BytesIO()
    settings = {
        "in_memory": True, "constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False, "remove_timezone": True,
    }  # fmt: skip
    with xlsxwriter.Workbook(file, settings) as book:
        _sheet_of_facts(book, table)
        _sheet_of_columns(book)
    return file.getvalue()


def _sheet_of_facts(book: xlsxwriter.Workbook, table: pd.DataFrame) -> None:
    sheet = book.add_worksheet("facts")
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table), 1), len(table.columns) - 1)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    bold = book.add_format({"bold": True})
    for index, name in enumerate(table.columns):
        sheet.write_string(0, index, name, bold)
        sheet.set_column(index, index, 60 if name == "sentence" else 14)
        for row, cell in enumerate(table[name].astype(object), 1):
            if pd.isna(cell) or cell == "":
                continue
            if isinstance(cell, datetime):
                sheet.write_datetime(row, index, cell, day)
            elif isinstance(cell, str):
                # As text it is no formula here, but copied into a CSV it would be: defused as everywhere.
                sheet.write_string(row, index, _clean(_defused(cell))[:LONGEST_CELL])
            else:
                sheet.write_number(row, index, float(cell))


def _sheet_of_columns(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("columns")
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for index, name in enumerate(("column", "type", "meaning", "unit", "allowed values")):
        sheet.write_string(0, index, name, bold)
    for row, column in enumerate(_COLUMNS, 1):
        cells = (column.name, column.dtype, column.meaning, column.unit, ", ".join(column.allowed))
        for index, cell in enumerate(cells):
            sheet.write_string(row, index, cell)
    sheet.set_column(2, 2, 70)


def schema_org(facts: pd.DataFrame) -> bytes:
    """The facts as schema.org Claims (https://schema.org/Claim): what is said, where it appears, who says it and when.

    A claim is reported, not judged: there is no rating and no verdict.
    """
    return _encoded(jsonld.document(tidy(facts).to_dict("records")))


FORMATS: dict[str, Format] = {
    "csv": Format("CSV", N_("for any program"), "csv", "text/csv", csv),
    "xlsx": Format(
        "XLSX", N_("for Excel"), "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx
    ),
    "jsonl": Format("JSON Lines", N_("a record a line"), "jsonl", "application/x-ndjson", json_lines),
    "parquet": Format(
        "Parquet", N_("typed, for pandas and DuckDB"), "parquet", "application/vnd.apache.parquet", parquet
    ),
    "jsonld": Format("schema.org", N_("claims as JSON-LD"), "jsonld", "application/ld+json", schema_org),
}
"""Every format by its id."""


def package(facts: pd.DataFrame, articles: Iterable[Article], *, version: str, view: str, address: str = "") -> bytes:
    """A Frictionless data package (https://specs.frictionlessdata.io/data-package/) as a zip.

    It holds ``facts.csv``, ``articles.csv`` (metadata only: the texts are their publishers'), ``datapackage.json`` with
    every column described, sources, version and licence, and a README.  ``view`` says which facts these are and
    ``address`` where they were seen.
    """
    table = tidy(facts)
    used = set(table["article_id"].astype("str"))
    sources = [article for article in articles if article.id in used]
    listed = pd.DataFrame(
        [[_cell(getattr(article, name)) for name, _meaning in _ARTICLE_FIELDS] for article in sources],
        columns=[name for name, _meaning in _ARTICLE_FIELDS],
        dtype="str",
    ).map(_defused)
    described = _descriptor(table, sources, version=version, view=view, address=address)
    readme = _README.format(
        product=labels.PRODUCT, rows=len(table), articles=len(sources), view=view, address=address, version=version
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", _encoded(json.dumps(described, ensure_ascii=False, indent=2)))
        archive.writestr("facts.csv", csv(table))
        archive.writestr("articles.csv", _encoded(listed.to_csv(index=False, lineterminator="\r\n")))
        archive.writestr("README.md", _encoded(readme))
    return file.getvalue()


_ARTICLE_FIELDS = (
    ("id", "The article's name, as in article_id of facts.csv."),
    ("title", "Its title."),
    ("title_is_ours", "True where the text had no title and we made one up."),
    ("publisher", "Who published it."),
    ("author", "Who wrote it."),
    ("published", "When it was published (ISO 8601)."),
    ("published_precision", "How exactly that is known: day, month, year."),
    ("url", "Its address."),
    ("language", "Its language (ISO 639-1)."),
    ("rights", "Whose text it is."),
    ("incomplete", "True where only the beginning of the text was read, because a limit bit."),
)
_README = """# {product}: {view}

{rows} facts from {articles} articles, version {version}. {address}

- `facts.csv`: one row a fact; `datapackage.json` describes every column.
- `articles.csv`: the articles they were read from.

Figures are claims as reported; several articles may state different ones. Facts and their placing: CC BY 4.0.
Sentences are quoted from the articles and belong to their publishers. A text that a spreadsheet would run as a formula
begins with an apostrophe.
"""


def _descriptor(
    table: pd.DataFrame, sources: list[Article], *, version: str, view: str, address: str
) -> dict[str, Any]:
    fields = [_field(column) for column in _COLUMNS if column.name in table]
    facts = {
        "name": "facts", "path": "facts.csv", "profile": "tabular-data-resource", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8",
        "schema": {
            "fields": fields, "missingValues": [""], "primaryKey": "fact_id",
            "foreignKeys": [{"fields": "article_id", "reference": {"resource": "articles", "fields": "id"}}],
        },
    }  # fmt: skip
    meta = [{"name": name, "type": "string", "description": meaning} for name, meaning in _ARTICLE_FIELDS]
    listed = {
        "name": "articles", "path": "articles.csv", "profile": "tabular-data-resource", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8",
        "schema": {"fields": meta, "missingValues": [""], "primaryKey": "id"},
    }  # fmt: skip
    described: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "russia-kazakhstan-in-figures",
        "title": f"{labels.PRODUCT}: {view}",
        "description": "Figures that news articles state about Russia and Kazakhstan, each with its sentence.",
        "version": version,
        "created": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "licenses": [LICENCE],
        "sources": [_source(article) for article in sources],
        "resources": [facts, listed],
    }
    if address:
        described["homepage"] = address
    return described


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.dtype, "string"),
        "description": column.meaning,
    }
    if column.unit:
        field["unit"] = column.unit
    if column.example:
        field["example"] = column.example
    if column.allowed:
        field["constraints"] = {"enum": list(column.allowed)}
    return field


def _source(article: Article) -> dict[str, str]:
    when = article.published.isoformat() if article.published else ""
    title = ", ".join(part for part in (article.title, article.publisher, when) if part)
    return {"title": title, "path": article.url} if article.url else {"title": title}


def _texts(table: pd.DataFrame) -> list[str]:
    types = {column.name: column.dtype for column in _COLUMNS}
    return [name for name in table.columns if types[name] in ("str", "category")]


def _defused(text: str) -> str:
    """A text that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _encoded(text: str) -> bytes:
    # A lone surrogate, which some decoders leave behind, has no UTF-8: it becomes a question mark.
    return text.encode("utf-8", "replace")


def _cell(value: object) -> str:
    return "" if value is None else str(value)
