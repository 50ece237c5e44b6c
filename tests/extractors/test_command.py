"""The command line: what it writes, says and answers."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractors.__main__ import main
from extractors.table import FACT_COLUMNS

ROOT = Path(__file__).resolve().parents[2]
TRADE = "Trade between Russia and Kazakhstan came to $28.2 billion in 2022."
BORDER = "The border of Russia and Kazakhstan is 7,644 km long."


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as a script runs it."""
    command = [sys.executable, "-m", "extractors", *arguments]
    return subprocess.run(command, input=given, capture_output=True, cwd=ROOT, timeout=120, check=False)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    (folder / "2023").mkdir(parents=True)
    (folder / "trade.txt").write_text(TRADE, "utf-8")
    (folder / "2023" / "border.md").write_text(BORDER, "utf-8")
    (folder / "notes.xyz").write_text("not an article", "utf-8")
    return folder


def read(path: Path) -> pd.DataFrame:
    match path.suffix:
        case ".parquet":
            return pd.read_parquet(path)
        case ".xlsx":
            return pd.read_excel(path)
        case ".jsonl":
            return pd.read_json(path, lines=True)
        case _:
            return pd.read_csv(path)


@pytest.mark.parametrize("ending", ["parquet", "csv", "jsonl", "xlsx"])
def test_f66_a_folder_becomes_one_file(
    reports: Path, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"facts.{ending}"
    assert main([str(reports), "--out", str(out)]) == 0
    facts = read(out)
    assert list(facts.columns) == [column.name for column in FACT_COLUMNS]
    assert set(facts["article_id"]) == {"trade", "2023-border"}
    assert set(facts["text"]) >= {"$28.2 billion", "7,644 km"}
    told = capsys.readouterr()
    assert told.out == ""
    assert "2 files, 2 articles," in told.err
    assert sorted(path.name for path in tmp_path.iterdir()) == [out.name, "reports"]


def test_files_of_the_same_name_have_ids_of_their_own(reports: Path, tmp_path: Path) -> None:
    """In folders, in a zip, with other endings."""
    (reports / "trade.md").write_text(BORDER, "utf-8")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as packed:
        packed.writestr("trade.txt", TRADE)
        packed.writestr("2023/border.md", BORDER)
    assert main([str(reports), str(tmp_path / "more.zip"), "--out", str(tmp_path / "facts.csv")]) == 0
    facts = read(tmp_path / "facts.csv")
    assert set(facts["article_id"]) == {"trade", "trade-2", "2023-border", "more-trade", "more-2023-border"}
    assert facts["fact_id"].is_unique


def test_standard_input_to_standard_output() -> None:
    done = run("-", "--out", "-", "--published", "2023-11-10", given=b"Trade grew by 7% last year.")
    assert done.returncode == 0, done.stderr.decode()
    facts = pd.read_csv(io.BytesIO(done.stdout))
    assert list(facts.loc[facts["unit"] == "percent", "year"]) == [2022]


def test_other_forms_of_standard_input_and_output(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    page = f"<html><body><article><p>{TRADE}</p><p>{BORDER}</p></article></body></html>"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page.encode())))
    assert main(["-", "--ending", ".html", "--out", "-", "--format", "jsonl"]) == 0
    assert "$28.2 billion" in {json.loads(line)["text"] for line in capsysbinary.readouterr().out.splitlines()}


def test_a_reader_that_has_had_enough_is_no_error(reports: Path) -> None:
    (reports / "many.csv").write_text("text\n" + f'"{TRADE}"\n' * 250, "utf-8")
    command = f"{sys.executable} -m extractors {reports} --out - --quiet | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, timeout=120, check=False)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_written(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (reports / "broken.pdf").write_bytes(b"no pdf")
    (reports / "broken.parquet").write_bytes(b"no parquet")
    pq.write_table(pa.table({"title": ["A"]}), reports / "untold.parquet")
    assert main([str(reports), "--out", str(tmp_path / "facts.csv")]) == 1
    told = capsys.readouterr().err
    assert "error: broken.pdf: cannot be read as a PDF (" in told
    assert "error: broken.parquet: cannot be read or written (" in told
    assert "error: untold.parquet has no column for the articles' text; name it text or content" in told
    assert set(read(tmp_path / "facts.csv")["article_id"]) == {"trade", "2023-border"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["gone.txt", "--out", "-"], "error: gone.txt does not exist"),
        (
            ["README.md", "--out", "facts.doc"],
            "error: --out facts.doc does not say what to write; end it in .parquet, .csv",
        ),
        (
            ["README.md", "--out", "no/such/facts.csv"],
            "error: the folder of --out no/such/facts.csv does not exist; create it",
        ),
        (
            ["README.md", "--out", "-", "--published", "May 2023"],
            "error: --published 'May 2023' is not a date; write it as YYYY",
        ),
        (
            ["corpus", "gone", "--out", "facts"],
            "error: gone is no folder; name the folder that holds the archive's files",
        ),
        (
            ["corpus", "data", "--out", "facts.csv"],
            "error: --out facts.csv is a file's name; a corpus is written to a folder",
        ),
        (["corpus", "docs", "--out", "docs"], "error: IN and OUT are the same folder; choose another for the facts"),
    ],
)
def test_wrong_use_says_what_to_do(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith(told)


@pytest.mark.parametrize(
    "arguments", [["README.md"], ["--out", "-"], ["a", "--out", "-", "--language", "ru"], ["--nonsense"]]
)
def test_missing_arguments_are_wrong_use(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


@pytest.mark.parametrize("command", [[], ["corpus"]])
def test_help_has_examples(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*command, "--help"])
    assert stopped.value.code == 0
    assert "examples:\n  python -m extractors" in capsys.readouterr().out


def test_resume_reads_only_what_was_not_finished(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The parts that a stopped run leaves lie beside the output; here one of two was finished."""
    out = tmp_path / "facts.parquet"
    main([str(reports), "--out", str(out)])
    whole = read(out)
    parts = tmp_path / ".facts.parquet.parts"
    parts.mkdir()
    main([str(reports / "trade.txt"), "--out", str(parts / "trade.parquet")])
    os.truncate(reports / "trade.txt", 0)
    capsys.readouterr()
    assert main([str(reports), "--out", str(out), "--resume"]) == 0
    assert "1 file (1 file done before)" in capsys.readouterr().err
    pd.testing.assert_frame_equal(read(out), whole)
    assert not parts.exists()


def test_several_processes_give_the_same(reports: Path, tmp_path: Path) -> None:
    for number in range(4):
        (reports / f"more-{number}.txt").write_text(f"{TRADE} {BORDER}", "utf-8")
    alone, together = tmp_path / "alone.parquet", tmp_path / "together.parquet"
    assert main([str(reports), "--out", str(alone), "--workers", "1"]) == 0
    assert main([str(reports), "--out", str(together), "--workers", "2"]) == 0
    assert alone.read_bytes() == together.read_bytes()
