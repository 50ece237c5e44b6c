"""The fact table as a file: types survive, and no cell comes alive."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from extractors.model import Change, Fact, Kind, Qualifier, Source, Status, YearBasis
from extractors.output import FACT_SCHEMA, FORMATS, to_csv, to_json_lines, to_parquet, to_xlsx
from extractors.table import FACT_COLUMNS, to_table


def fact(text: str = "7 km", sentence: str = "It is 7 km long.", year: int | None = 2021) -> Fact:
    return Fact(
        fact_id="an-article.6-10",
        claim_id="an-article.6-10",
        article_id="an-article",
        kind=Kind.LENGTH,
        indicator="border_length",
        topic="territory",
        value=7.0,
        value_low=None,
        value_high=None,
        unit="km",
        qualifier=Qualifier.EXACT,
        change=Change.NONE,
        status=Status.ACTUAL,
        year=year,
        year_basis=YearBasis.STATED,
        year_from=Source.OWN,
        year_cue="",
        period_start=date(2021, 1, 1) if year else None,
        period_end=None,
        parties="KZ;RU",
        parties_from=Source.OWN,
        parties_cue="",
        indicator_from=Source.OWN,
        indicator_cue="",
        speaker="",
        text=text,
        sentence=sentence,
        sentence_start=0,
        sentence_end=16,
        start=6,
        end=10,
        extractor="measure",
    )


FACTS = to_table([fact(), fact(text="Семь км ₸", year=None)])


def test_parquet_keeps_types_and_column_descriptions() -> None:
    table = pq.read_table(io.BytesIO(to_parquet(FACTS)))
    assert table.schema.equals(FACT_SCHEMA)
    assert (
        table.schema.field("year").metadata[b"description"]
        == b"The year the figure speaks about; missing where the text gives none."
    )
    back = table.to_pandas().astype({column.name: column.dtype for column in FACT_COLUMNS})
    pd.testing.assert_frame_equal(back, FACTS, check_categorical=False)


def test_csv_is_utf_8_with_iso_dates() -> None:
    back = pd.read_csv(io.BytesIO(to_csv(FACTS)), keep_default_na=False)
    assert list(back.columns) == [column.name for column in FACT_COLUMNS]
    assert list(back["text"]) == ["7 km", "Семь км ₸"]
    assert list(back["year"]) == ["2021", ""]
    assert list(back["period_start"]) == ["2021-01-01", ""]


def test_json_lines_have_null_for_missing() -> None:
    first, second = (json.loads(line) for line in to_json_lines(FACTS).splitlines())
    assert (first["year"], first["value"], first["period_start"]) == (2021, 7.0, "2021-01-01")
    assert (second["year"], second["value_low"], second["period_start"]) == (None, None, None)
    assert second["text"] == "Семь км ₸"


def test_a_sheet_has_numbers_and_a_frozen_header() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(FACTS)))["facts"]
    row = {cell.value: value.value for cell, value in zip(sheet[1], sheet[2], strict=True)}
    assert sheet.freeze_panes == "A2"
    assert (row["value"], row["year"], row["start"], row["period_start"]) == (7, 2021, 6, "2021-01-01")


@pytest.mark.parametrize("alive", ["=1+1", "+7 km", "-3 degrees", "@SUM(A1)", "\tx", '=HYPERLINK("http://x")'])
def test_no_cell_comes_alive(alive: str) -> None:
    facts = to_table([fact(text=alive, sentence=alive)])
    assert pd.read_csv(io.BytesIO(to_csv(facts)))["sentence"][0] == f"'{alive}"
    packed = to_xlsx(facts)
    sheet = openpyxl.load_workbook(io.BytesIO(packed))["facts"]
    assert f"'{alive}" in {cell.value for cell in sheet[2]}
    assert {cell.data_type for cell in sheet[2]} <= {"s", "n"}
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_an_address_in_a_text_is_no_link() -> None:
    packed = to_xlsx(to_table([fact(sentence="https://example.org/a")]))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert b"hyperlink" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("ending", FORMATS)
def test_no_facts_are_a_file_all_the_same(ending: str) -> None:
    written = FORMATS[ending](to_table([]))
    assert isinstance(written, bytes)
    assert bool(written) is (ending != ".jsonl")


def test_negative_numbers_stay_numbers() -> None:
    facts = FACTS.assign(value=-3.5)
    assert list(pd.read_csv(io.BytesIO(to_csv(facts)))["value"]) == [-3.5, -3.5]
