"""The fact table as a file: Parquet, CSV, JSON Lines and XLSX, with the types of ``FACT_COLUMNS``.

In CSV and XLSX no cell comes alive as a formula: text that begins like one gets an apostrophe before it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from extractors.table import FACT_COLUMNS

_ARROW = {
    "str": pa.string(),
    "category": pa.string(),
    "float64": pa.float64(),
    "Int16": pa.int16(),
    "int32": pa.int32(),
    "datetime64[s]": pa.date32(),
}
FACT_SCHEMA = pa.schema(
    [pa.field(column.name, _ARROW[column.dtype], metadata={"description": column.meaning}) for column in FACT_COLUMNS]
)
"""The columns as Arrow types; Parquet itself stores repeated words once, so categories are plain strings."""

XLSX_ROWS = 1_048_575
"""Rows a sheet can hold below its header."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def to_arrow(facts: pd.DataFrame) -> pa.Table:
    """Facts as an Arrow table of ``FACT_SCHEMA``; missing dates and years are null, missing words empty."""
    arrays = [pa.Array.from_pandas(facts[field.name], type=field.type) for field in FACT_SCHEMA]
    return pa.Table.from_arrays(arrays, schema=FACT_SCHEMA)


def to_parquet(facts: pd.DataFrame) -> bytes:
    """Facts as a Parquet file."""
    sink = io.BytesIO()
    pq.write_table(to_arrow(facts), sink, compression="zstd")
    return sink.getvalue()


def to_csv(facts: pd.DataFrame, *, header: bool = True) -> bytes:
    """Facts as UTF-8 CSV, dates as YYYY-MM-DD."""
    return defused(_plain_dates(facts)).to_csv(index=False, header=header, lineterminator="\r\n").encode()


def to_json_lines(facts: pd.DataFrame) -> bytes:
    """Facts as JSON Lines: one object a fact, missing values null, dates as YYYY-MM-DD."""
    plain = _plain_dates(facts)
    if plain.empty:
        return b""
    return str(plain.to_json(orient="records", lines=True, force_ascii=False)).rstrip("\n").encode() + b"\n"


def to_xlsx(facts: pd.DataFrame) -> bytes:
    """Facts as an Excel sheet with a frozen header; numbers are numbers and nothing is a formula or a link.

    Raises ``ValueError`` where a sheet cannot hold them.
    """
    if len(facts) > XLSX_ROWS:
        raise ValueError(f"a sheet holds {XLSX_ROWS:,} rows and these are {len(facts):,}; write Parquet or CSV")
    sink = io.BytesIO()
    inert = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(sink, engine="xlsxwriter", engine_kwargs={"options": inert}) as writer:
        defused(_plain_dates(facts)).to_excel(writer, sheet_name="facts", index=False, freeze_panes=(1, 0))
    return sink.getvalue()


FORMATS: Mapping[str, Callable[[pd.DataFrame], bytes]] = {
    ".parquet": to_parquet,
    ".csv": to_csv,
    ".jsonl": to_json_lines,
    ".xlsx": to_xlsx,
}
"""Ending of a file name → what writes it."""


def defused(facts: pd.DataFrame) -> pd.DataFrame:
    """The frame with an apostrophe before every text that a spreadsheet would run."""
    safe = facts.copy()
    for name in safe.columns:
        if pd.api.types.is_numeric_dtype(safe[name]) or pd.api.types.is_datetime64_any_dtype(safe[name]):
            continue
        words = safe[name].astype("object")
        alive = words.map(lambda word: isinstance(word, str) and word.startswith(_FORMULA))
        safe[name] = words.mask(alive.astype(bool), "'" + words.astype("str"))
    return safe


def write_parts(parts: Iterable[Path], target: Path | None, ending: str, stdout: Any = None) -> None:
    """Parts of facts (Parquet) joined into one file; all but XLSX without ever holding more than one part.

    ``target`` None writes to ``stdout``, a binary stream.
    """
    sink = stdout if target is None else target.open("wb")
    try:
        if ending == ".xlsx":
            sink.write(to_xlsx(pd.concat([_read(part) for part in parts], ignore_index=True)))
        elif ending == ".parquet":
            with pq.ParquetWriter(sink, FACT_SCHEMA, compression="zstd") as writer:
                for part in parts:
                    writer.write_table(pq.read_table(part, schema=FACT_SCHEMA))
        else:
            for number, part in enumerate(parts):
                facts = _read(part)
                sink.write(to_csv(facts, header=number == 0) if ending == ".csv" else to_json_lines(facts))
    finally:
        if target is not None:
            sink.close()


def _read(part: Path) -> pd.DataFrame:
    types = {column.name: column.dtype for column in FACT_COLUMNS}
    facts: pd.DataFrame = pq.read_table(part, schema=FACT_SCHEMA).to_pandas()
    return facts.astype(types)


def _plain_dates(facts: pd.DataFrame) -> pd.DataFrame:
    dates = [column.name for column in FACT_COLUMNS if column.dtype == "datetime64[s]"]
    return facts.assign(**{name: facts[name].dt.strftime("%Y-%m-%d") for name in dates if name in facts})
