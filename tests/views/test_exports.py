"""Files: what leaves the house is what is on the screen, typed, described, and harmless in a spreadsheet."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from extractors.model import Fact
from extractors.table import FACT_COLUMNS, to_table
from tests.views.conftest import ARTICLES, FACTS
from views import exports
from views.filters import Filters
from views.store import Store

Maker = Callable[..., Fact]
NAMES = [column.name for column in FACT_COLUMNS]


@pytest.fixture
def facts(store: Store) -> pd.DataFrame:
    return store.export(Filters())


def a_frame_with(text: str) -> pd.DataFrame:
    """One fact whose free text is ``text``, as an article could have it."""
    return to_table([replace(FACTS[0], text=text, sentence=text, speaker=text, parties_cue=text)])


def test_f56_csv_holds_every_row_and_column(facts: pd.DataFrame) -> None:
    read = pd.read_csv(io.BytesIO(exports.csv(facts)), keep_default_na=False)
    assert list(read["fact_id"]) == list(facts["fact_id"])
    assert list(read.columns) == [*NAMES, "title", "publisher", "published"]


def test_f56_csv_is_utf8_with_iso_dates(make_fact: Maker) -> None:
    fact = make_fact("first", "$25 billion", value=25e9, speaker="Қасым-Жомарт Тоқаев ₸")
    written = exports.csv(to_table([fact])).decode("utf-8")
    assert "Қасым-Жомарт Тоқаев ₸" in written
    assert "2022-01-01" in written
    assert "00:00" not in written


def test_f56_csv_of_nothing_is_its_header() -> None:
    assert exports.csv(to_table([])).decode().strip().split(",") == NAMES


def test_a_missing_year_is_empty_and_a_year_has_no_fraction(facts: pd.DataFrame) -> None:
    read = pd.read_csv(io.BytesIO(exports.csv(facts)), dtype=str, keep_default_na=False)
    assert sorted(read["year"]) == ["", "2021", "2022", "2022"]


@pytest.mark.parametrize(
    "hostile",
    ['=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "%0A=1", "|calc"],
)
def test_f56_no_cell_of_the_csv_is_a_formula(hostile: str) -> None:
    read = pd.read_csv(io.BytesIO(exports.csv(a_frame_with(hostile))), dtype=str, keep_default_na=False)
    for column in ("text", "sentence", "speaker", "parties_cue"):
        assert read[column][0] == f"'{hostile}"


@pytest.mark.parametrize("harmless", ["$28.2 billion", "7%", "A = B", "“quoted”", "a, b; c", 'say "x"', "two\nlines"])
def test_harmless_text_stays_as_it_is(harmless: str) -> None:
    read = pd.read_csv(io.BytesIO(exports.csv(a_frame_with(harmless))), dtype=str, keep_default_na=False)
    assert read["sentence"][0] == harmless


def test_numbers_are_never_defused(make_fact: Maker) -> None:
    fact = make_fact("first", "$25 billion", value=-25.5)
    read = pd.read_csv(io.BytesIO(exports.csv(to_table([fact]))))
    assert read["value"][0] == -25.5


def test_f57_json_lines_have_a_record_a_fact(facts: pd.DataFrame) -> None:
    records = [json.loads(line) for line in exports.json_lines(facts).decode("utf-8").splitlines()]
    assert [record["fact_id"] for record in records] == list(facts["fact_id"])
    first = next(record for record in records if record["value"] == 28.2e9)
    assert (first["year"], first["period_start"], first["published"]) == (2022, "2022-01-01", "2023-11-10")
    undated = next(record for record in records if record["unit"] == "km")
    assert undated["year"] is None
    assert undated["period_start"] is None


def test_f57_json_lines_keep_hostile_text_as_text() -> None:
    (line,) = exports.json_lines(a_frame_with('=1+1 </script> "x" \u2028')).decode("utf-8").rstrip("\n").split("\n")
    assert json.loads(line)["text"] == '=1+1 </script> "x" \u2028'


def test_f58_parquet_keeps_types(facts: pd.DataFrame) -> None:
    read = pq.read_table(io.BytesIO(exports.parquet(facts))).to_pandas()
    assert list(read["fact_id"]) == list(facts["fact_id"])
    assert read["value"].dtype == "float64"
    assert read["period_start"].dtype.kind == "M"
    assert str(read["kind"].dtype) == "category"


@pytest.fixture
def sheet(facts: pd.DataFrame) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(exports.xlsx(facts)))["facts"]


def test_f59_xlsx_numbers_are_numbers_and_dates_dates(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
    header = [cell.value for cell in sheet[1]]
    row = {name: cell.value for name, cell in zip(header, sheet[2], strict=True)}
    assert sheet.max_row == len(FACTS) + 1
    values = [sheet.cell(line, header.index("value") + 1).value for line in range(2, sheet.max_row + 1)]
    assert sorted(values) == [7500, 23e9, 25e9, 28.2e9]
    assert isinstance(row["period_start"], datetime)


def test_f59_xlsx_header_is_frozen(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize("hostile", ["=1+1", '=HYPERLINK("http://x")', "{=1}", "http://example.org", "\x01\x0b bell"])
def test_f59_no_cell_of_the_xlsx_is_a_formula_or_a_link(hostile: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exports.xlsx(a_frame_with(hostile))))
    cells = [cell for row in book["facts"].iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type != "f" for cell in cells)
    assert all(cell.hyperlink is None for cell in cells)


def test_f59_too_many_facts_for_a_sheet_name_the_remedy(facts: pd.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "ROWS_OF_A_SHEET", 2)
    with pytest.raises(exports.ExportError, match="Parquet or CSV"):
        exports.xlsx(facts)


def test_f39_schema_org_claims_judge_nothing(facts: pd.DataFrame) -> None:
    claims = json.loads(exports.schema_org(facts))["@graph"]
    assert {claim["@type"] for claim in claims} == {"Claim"}
    assert claims[0]["appearance"]["@type"] == "NewsArticle"
    assert not any("reviewRating" in claim for claim in claims)


def test_f63_the_package_describes_every_column(facts: pd.DataFrame) -> None:
    written = exports.package(facts, ARTICLES, version="9.9", view="all facts", address="https://example.org/?a=1")
    archive = zipfile.ZipFile(io.BytesIO(written))
    described = json.loads(archive.read("datapackage.json"))
    fields = described["resources"][0]["schema"]["fields"]
    header = archive.read("facts.csv").decode("utf-8").splitlines()[0].split(",")
    assert [field["name"] for field in fields] == header
    assert all(field["description"] for field in fields)
    assert described["version"] == "9.9"
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert [source["path"] for source in described["sources"] if "path" in source] == ["https://example.org/first"]


def test_f63_the_package_leaves_the_articles_texts_out(facts: pd.DataFrame) -> None:
    written = exports.package(facts, ARTICLES, version="1", view="all facts")
    archive = zipfile.ZipFile(io.BytesIO(written))
    listed = pd.read_csv(io.BytesIO(archive.read("articles.csv")), keep_default_na=False)
    assert set(archive.namelist()) == {"datapackage.json", "facts.csv", "articles.csv", "README.md"}
    assert "text" not in listed.columns
    assert list(listed["id"]) == ["first", "second"]


def test_f63_the_package_names_only_articles_in_it(facts: pd.DataFrame) -> None:
    written = exports.package(facts[facts["article_id"] == "second"], ARTICLES, version="1", view="one article")
    described = json.loads(zipfile.ZipFile(io.BytesIO(written)).read("datapackage.json"))
    assert [source["title"] for source in described["sources"]] == ["Second, B News"]


@pytest.mark.parametrize("name", exports.FORMATS)
def test_every_format_writes_what_it_is_given(name: str, facts: pd.DataFrame) -> None:
    assert exports.FORMATS[name].write(facts)
