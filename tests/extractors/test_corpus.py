"""Archives: one pure function, parts that are whole or not there, killed workers that cost no facts."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractors.__main__ import main
from extractors.corpus import extract_file, facts_of, tasks_for
from extractors.table import to_table
from extractors.workers import PATIENCE, Report, Task, in_processes, on_dask

ROOT = Path(__file__).resolve().parents[2]
TRADE = "Trade between Russia and Kazakhstan came to ${number}.2 billion in 2022. It grew by another {number} percent."


def archive(folder: Path, parts: int, articles: int) -> Path:
    """A folder of JSON Lines and Parquet files, one article a row."""
    folder.mkdir()
    for part in range(parts):
        rows = [
            {"id": f"a-{part}-{number}", "text": TRADE.format(number=number % 89 + 1), "published": "2023-11-10"}
            for number in range(articles)
        ]
        if part % 2:
            (folder / f"part-{part:02}.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
        else:
            pq.write_table(pa.Table.from_pylist(rows), folder / f"part-{part:02}.parquet")
    return folder


def contents(out: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.glob("*.parquet")}


def fact_ids(out: Path) -> list[str]:
    return sorted(pd.concat(pd.read_parquet(part, columns=["fact_id"]) for part in out.glob("*.parquet"))["fact_id"])


def test_the_function_is_the_same_for_a_whole_and_its_pieces() -> None:
    frame = pd.DataFrame(
        {"id": list("abcd"), "Text": [TRADE.format(number=n) for n in range(4)], "date": ["2023-11-10"] * 4}
    )
    whole = facts_of(frame)
    pieces = pd.concat([facts_of(frame[:1]), facts_of(frame[1:])], ignore_index=True)
    assert len(whole) >= 8
    pd.testing.assert_frame_equal(whole.astype("object"), pieces.astype("object"))
    assert list(frame.columns) == ["id", "Text", "date"]


def test_missing_cells_of_a_frame_are_missing() -> None:
    frame = pd.DataFrame(
        {
            "text": [TRADE.format(number=7), None, TRADE.format(number=8)],
            "published": pd.Series(["2023-11-10", None, None], dtype="datetime64[s]"),
            "title": [None, "T", float("nan")],
            "id": pd.array([pd.NA, "b", "c"], dtype="string"),
        }
    )
    facts = facts_of(frame)
    made, given = facts["article_id"].astype("str").unique()
    assert len(made) == 16
    assert given == "c"
    assert facts_of(frame[:0]).dtypes.astype("str").equals(to_table([]).dtypes.astype("str"))


def test_each_file_gives_one_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = archive(tmp_path / "in", 3, 5), tmp_path / "out"
    assert main(["corpus", str(source), "--out", str(out), "--workers", "1"]) == 0
    assert {path.name for path in out.glob("*.parquet")} == {f"part-0{n}.parquet" for n in range(3)}
    assert {name.split(".")[0] for name in fact_ids(out)} == {f"a-{part}-{n}" for part in range(3) for n in range(5)}
    assert "3 files, 15 articles," in capsys.readouterr().err


def test_faulty_rows_are_named_and_the_others_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "in"
    source.mkdir()
    good = json.dumps({"text": TRADE.format(number=7)})
    bad = [b'{"text": ""}', b"{cut", b"\xff\xfe", b'{"text": "x", "date": "May"}', b'{"text": "x", "lang": "kk"}']
    (source / "a.jsonl").write_bytes(b"\n".join([good.encode(), *bad, good.encode()]))
    assert main(["corpus", str(source), "--out", str(tmp_path / "out"), "--workers", "1"]) == 1
    told = capsys.readouterr().err
    for line in (
        "error: a.jsonl, row 2: holds no text",
        "error: a.jsonl, row 3 is no JSON; write one object a line",
        "error: a.jsonl, row 4 is no JSON; write one object a line",
        "error: a.jsonl, row 5 has the date 'May'; write it as YYYY-MM-DD",
        "error: a.jsonl, row 6: is in 'kk'; only en is read",
    ):
        assert line in told
    assert {name.split(".")[0] for name in fact_ids(tmp_path / "out")} == {"a-1", "a-7"}


def test_many_faults_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"{}\n" * 250)
    (task,) = tasks_for([(tmp_path / "a.jsonl", "a.jsonl")], tmp_path)
    report = extract_file(task)
    assert len(report.errors) == 101
    assert report.errors[-1] == "a.jsonl: 150 more faults like these"


def test_a_full_disk_leaves_no_part_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.txt").write_text(TRADE, "utf-8")
    (task,) = tasks_for([(tmp_path / "a.txt", "a.txt")], tmp_path)
    monkeypatch.setattr(os, "replace", full)
    report = extract_file(task)
    assert report.failed
    assert report.errors == (
        "a.txt: cannot be read or written (No space left on device); check the file, its permissions and the disk",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_other_settings_do_not_mix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["corpus", str(archive(tmp_path / "in", 1, 1)), "--out", str(tmp_path / "out")]
    assert main(command) == 0
    assert main([*command, "--published", "2020-01-01"]) == 2
    assert "was written with other settings" in capsys.readouterr().err
    assert main([*command, "--published", "2020-01-01", "--fresh"]) == 0


def started(source: Path, out: Path, *options: str) -> tuple[list[str], subprocess.Popen[bytes]]:
    """The arguments of a run in a process of its own, and that process once a part is there and others are not."""
    arguments = ["corpus", str(source), "--out", str(out), *options]
    command = [sys.executable, "-m", "extractors", *arguments]
    run = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True)
    deadline = time.monotonic() + 90
    while not list(out.glob("*.parquet")) and time.monotonic() < deadline and run.poll() is None:
        time.sleep(0.01)
    assert 1 <= len(list(out.glob("*.parquet"))) < len(list(source.iterdir())), "stopped in the middle"
    return arguments, run


def workers_of(run: subprocess.Popen[bytes]) -> list[int]:
    """Processes that work for the run, by its process group."""
    listed = subprocess.run(["ps", "-eo", "pid,pgid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()[1:]]
    return [int(pid) for pid, group, command in rows if int(group) == run.pid and "spawn_main" in command]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that takes seconds to read."""
    return archive(tmp_path_factory.mktemp("archive") / "in", 8, 100)


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run gives that nothing happens to."""
    out = tmp_path_factory.mktemp("whole")
    assert main(["corpus", str(source), "--out", str(out), "--workers", "1"]) == 0
    return out


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_killed_run_goes_on_and_gives_the_same_files(tmp_path: Path, source: Path, whole: Path, workers: str) -> None:
    arguments, run = started(source, tmp_path, "--workers", workers)
    run.kill()
    run.wait()
    deadline = time.monotonic() + 30
    while workers_of(run) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert workers_of(run) == [], "the workers went with the run"
    assert main([*arguments, "--workers", "1"]) == 0, "it goes on with as many as one likes"
    assert contents(tmp_path) == contents(whole)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupted_run_says_how_to_go_on(tmp_path: Path, source: Path, whole: Path, workers: str) -> None:
    """Ctrl+C reaches the run and its workers alike."""
    arguments, run = started(source, tmp_path, "--workers", workers)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert run.returncode == 130
    assert told.decode() == "interrupted; the same command with --resume goes on from here\n"
    assert main([*arguments, "--workers", "1"]) == 0
    assert contents(tmp_path) == contents(whole)


def dies_once(task: Task) -> Report:
    """The first worker to come here is killed, as by a system that needs its memory."""
    try:
        (Path(task.target).parent / "die").unlink()
    except FileNotFoundError:
        return extract_file(task)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def dies_always(task: Task) -> Report:
    if task.name == "part-01.jsonl":
        os.kill(os.getpid(), signal.SIGKILL)
    return extract_file(task)


def tasks_of(source: Path, out: Path) -> list[Task]:
    out.mkdir()
    return tasks_for([(path, path.name) for path in sorted(source.iterdir())], out)


def test_a_killed_worker_costs_no_facts(tmp_path: Path) -> None:
    source = archive(tmp_path / "in", 6, 3)
    for task in tasks_of(source, tmp_path / "whole"):
        extract_file(task)
    tasks = tasks_of(source, tmp_path / "out")
    (tmp_path / "out" / "die").touch()
    reports = list(in_processes(tasks, dies_once, 2))
    assert sorted(report.name for report in reports) == sorted(task.name for task in tasks)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_a_file_that_kills_its_worker_again_and_again_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert PATIENCE > 1
    monkeypatch.setattr("extractors.workers.PATIENCE", 2)
    tasks = tasks_of(archive(tmp_path / "in", 3, 2), tmp_path / "out")
    reports = {report.name: report for report in in_processes(tasks, dies_always, 1)}
    assert reports["part-01.jsonl"].failed
    assert "killed again and again" in reports["part-01.jsonl"].errors[0]


Cluster = tuple[str, list[subprocess.Popen[bytes]]]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A Dask scheduler and two workers on loopback: its address and the workers."""
    pytest.importorskip("distributed")
    folder = tmp_path_factory.mktemp("cluster")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    dask = [sys.executable, "-m", "dask"]
    quiet = {
        "cwd": folder,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "env": os.environ | {"PYTHONPATH": str(ROOT)},
    }
    start = [*dask, "scheduler", "--host", "127.0.0.1", "--port", address.rpartition(":")[2], "--no-dashboard"]
    worker = [*dask, "worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    scheduler = subprocess.Popen(start, **quiet)  # type: ignore[call-overload]
    workers = [subprocess.Popen(worker, **quiet) for _ in range(2)]  # type: ignore[call-overload]
    processes = [*workers, scheduler]
    try:
        yield address, workers
    finally:
        for process in processes:
            process.kill()
            process.wait()


def test_a_killed_run_on_a_cluster_goes_on_and_gives_the_same_files(
    tmp_path: Path, source: Path, whole: Path, cluster: Cluster
) -> None:
    arguments, run = started(source, tmp_path, "--scheduler", cluster[0])
    run.kill()
    run.wait()
    assert main(arguments) == 0
    assert contents(tmp_path) == contents(whole)


def test_a_cluster_gives_the_same_and_outlives_a_killed_worker(
    tmp_path: Path, source: Path, whole: Path, cluster: Cluster
) -> None:
    address, workers = cluster
    _, run = started(source, tmp_path, "--scheduler", address)
    workers.pop().kill()
    _, told = run.communicate(timeout=120)
    assert run.returncode == 0, told.decode()
    assert contents(tmp_path) == contents(whole)


def test_the_pipeline_of_the_guide_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And gives what the command gives, with the same columns and types."""
    pytest.importorskip("dask.dataframe")
    guide = (ROOT / "docs" / "corpus-and-cluster.md").read_text("utf-8")
    lines = guide[guide.index("    import dask.dataframe") : guide.index("## Looking at the result")].splitlines()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "archive").mkdir()
    rows = [{"id": f"a-{n}", "text": TRADE.format(number=n), "published": "2023-11-10"} for n in range(1, 9)]
    for part in range(2):
        pq.write_table(pa.Table.from_pylist(rows[part::2]), tmp_path / "archive" / f"part-{part}.parquet")
    exec("\n".join(line[4:] for line in lines), {})
    assert main(["corpus", "archive", "--out", "whole", "--workers", "1"]) == 0
    assert fact_ids(Path("facts")) == fact_ids(Path("whole"))
    assert pq.read_schema("facts/part.0.parquet").equals(pq.read_schema("whole/part-0.parquet"))


def fails(task: Task) -> Report:
    raise ModuleNotFoundError("No module named 'extractors'")


def test_what_fails_on_a_cluster_is_told_in_its_own_words(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    tasks = tasks_of(archive(tmp_path / "in", 2, 1), tmp_path / "out")
    with distributed.LocalCluster(1, threads_per_worker=1, processes=False, dashboard_address=None) as local:
        reports = list(on_dask(tasks, fails, local.scheduler_address))
    told = "failed on the cluster (ModuleNotFoundError: No module named 'extractors'); is the package on every machine?"
    assert sorted(report.errors for report in reports) == [(f"{task.name}: {told}",) for task in tasks]
    assert all(report.failed for report in reports)


def test_no_scheduler_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("distributed")
    source = archive(tmp_path / "in", 1, 1)
    command = ["corpus", str(source), "--out", str(tmp_path / "out"), "--scheduler", "nonsense://127.0.0.1:1"]
    assert main(command) == 2
    assert "no Dask scheduler answers at nonsense://127.0.0.1:1" in capsys.readouterr().err
