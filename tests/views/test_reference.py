"""The published figures as they stand, and what becomes of broken files."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.indicator_table import INDICATORS
from views.reference import FOLDER, published, read, seal

ROW = (
    'border_length,KZ;RU,2022,standing,7598.8,km,RU,A Paper,"Title, with comma",https://example.org/a,2022-01-05,false,'
)
PACKAGE = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "reference"))


def test_our_own_files_are_sound() -> None:
    reference = published()
    rows = sum(
        len(list(csv.DictReader((FOLDER / resource["path"]).open(encoding="utf-8"))))
        for resource in PACKAGE["resources"]
        if resource["name"] != "series"
    )
    assert reference.problems == ()
    assert len(reference.figures) == rows - 2  # the trade of 2010, set aside
    assert len({figure.figure_id for figure in reference.figures}) == len(reference.figures)


def test_our_own_files_are_sealed() -> None:
    """After a change in data/reference run ``python -m views.reference``: it checks and seals the files."""
    assert read(FOLDER, trusting=False).problems == ()
    for resource in PACKAGE["resources"]:
        content = (FOLDER / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}", f"{resource['path']} has changed"


def test_sealing_refuses_faults(folder: Path) -> None:
    before = (folder / "datapackage.json").read_bytes()
    path = folder / "border.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",km,", ",ell,"), encoding="utf-8")
    assert len(seal(folder)) > 10
    assert (folder / "datapackage.json").read_bytes() == before


def test_sealing_notes_what_was_checked(folder: Path) -> None:
    path = folder / "border.csv"
    path.write_text(path.read_text(encoding="utf-8") + ROW + "\n", encoding="utf-8")
    assert seal(folder) == []
    assert len(read(folder).figures) == len(published().figures) + 1


def test_every_series_is_drawn_under_an_indicator_there_is() -> None:
    assert {row["indicator"] for row in published().series} <= set(INDICATORS)


def test_every_column_of_every_file_is_described() -> None:
    for resource in PACKAGE["resources"]:
        header = (FOLDER / resource["path"]).read_text(encoding="utf-8").splitlines()[0].split(",")
        fields = resource["schema"]["fields"]
        assert header == [field["name"] for field in fields]
        assert all(field["description"] and field["example"] and field["type"] for field in fields)
    listed = {resource["path"] for resource in PACKAGE["resources"]}
    assert {path.name for path in FOLDER.glob("*.csv")} == listed


def test_contradictory_rows_are_not_charted() -> None:
    assert not [figure for figure in published().figures if (figure.year, figure.unit) == (2010, "RUB")]


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (ROW.replace("7598.8", "7 thousand"), "value is '7 thousand', which is not a number; write, for example"),
        (ROW.replace("7598.8", "nan"), "value is 'nan', which is not a number"),
        (ROW.replace("7598.8", "7_598"), "value is '7_598', which is not a number"),
        (ROW.replace(",km,", ",kilometre,"), "unit is 'kilometre', which is not one of USD, RUB, percent"),
        (ROW.replace(",RU,A", ",Moscow,A"), "perspective is 'Moscow', which is not one of KZ, RU"),
        (ROW.replace("KZ;RU", "Kazakhstan"), "parties is 'Kazakhstan', which is not of the form"),
        (ROW.replace("2022,standing", "22,standing"), "year is '22', which is not between 1900 and 2100"),
        (ROW.replace("2022,standing", "soon,standing"), "year is 'soon', which is not an integer"),
        (ROW.replace("standing", "sometimes"), "period is 'sometimes', which is not of the form"),
        (ROW.replace("standing", "2021-05-01"), "period '2021-05-01': 2021-05-01 is not in 2022; correct the period"),
        (ROW.replace("standing", "31 Jun-4 Jul"), "correct the period or the year"),
        (ROW.replace("2022-01-05", "05.01.2022"), "published is '05.01.2022', which is not a date"),
        (ROW.replace("A Paper", ""), "publisher is empty; write, for example, Kremlin"),
        (ROW.replace("https://example.org/a", ""), "url is empty; write, for example, https"),
        (ROW.replace("https://example.org/a", "javascript:alert(1)"), "url is 'javascript:alert(1)', which is not"),
        (ROW.replace("border_length", "boarder_length"), "series 'boarder_length' is unknown; add a row for it to"),
        (ROW + "\n" + ROW, "the same figure stands in a line above; delete one of the two"),
        (ROW.replace('"', ""), "14 cells instead of 13; put cells that hold a comma in quotes"),
        (ROW.replace("A Paper", "Газета").encode("cp1251"), "not in UTF-8; save the file in that encoding"),
    ],
)
def test_a_bad_row_is_named_and_left_out(folder: Path, row: str | bytes, named: str) -> None:
    path = folder / "border.csv"
    sound = len(path.read_text(encoding="utf-8").splitlines())
    path.write_bytes(path.read_bytes() + (row if isinstance(row, bytes) else row.encode()) + b"\n")
    reference = read(folder)
    (problem,) = reference.problems
    assert problem.startswith(f"border.csv, line {sound + (2 if row == ROW + chr(10) + ROW else 1)}: ")
    assert named in problem
    assert len(reference.figures) == len(published().figures) + (row == ROW + "\n" + ROW)


def test_a_sound_row_is_taken(folder: Path) -> None:
    path = folder / "border.csv"
    path.write_text(path.read_text(encoding="utf-8") + ROW + "\n", encoding="utf-8")
    reference = read(folder)
    assert reference.problems == ()
    assert len(reference.figures) == len(published().figures) + 1


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        (lambda path: path.unlink(), "border.csv cannot be read"),
        (lambda path: path.write_bytes(b""), "border.csv, line 1: the columns are ''; save the file as UTF-8 with"),
        (lambda path: path.write_text(path.read_text("utf-8"), "utf-16"), "border.csv, line 1: the columns are"),
        (lambda path: path.write_text("a,b\n1,2\n", "utf-8"), "border.csv, line 1: the columns are 'a,b'"),
    ],
)
def test_a_bad_file_is_named_and_the_others_load(folder: Path, harm: Callable[[Path], object], named: str) -> None:
    harm(folder / "border.csv")
    reference = read(folder)
    (problem,) = reference.problems
    assert named in problem
    lost = sum(figure.file == "border.csv" for figure in published().figures)
    assert len(reference.figures) == len(published().figures) - lost


@pytest.mark.parametrize("words", ["", "{", "[]", '{"resources": [{"name": "border"}]}', '{"resources": 5}'])
def test_without_its_description_nothing_is_loaded(folder: Path, words: str) -> None:
    (folder / "datapackage.json").write_text(words, encoding="utf-8")
    reference = read(folder)
    assert reference.figures == ()
    assert "datapackage.json cannot be used" in reference.problems[0]


def test_a_file_with_a_byte_order_mark_is_read(folder: Path) -> None:
    path = folder / "border.csv"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert read(folder).problems == ()


def test_lines_are_counted_as_an_editor_shows_them(folder: Path) -> None:
    path = folder / "border.csv"
    two_lines = ROW.replace("Title, with comma", "Title\nin two lines")
    path.write_text(path.read_text(encoding="utf-8") + f"{two_lines}\n{ROW.replace(',km,', ',ell,')}\n", "utf-8")
    (problem,) = read(folder).problems
    assert problem.startswith("border.csv, line 22: unit is 'ell'")
