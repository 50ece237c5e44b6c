"""How fast an archive is read: one process, two, and a Dask cluster of two workers; and how much memory that takes.

    python -m benchmarks.corpus [ARTICLES]      (default 100000, about 100 MB)

The articles are made of the sentences of the real ones, shuffled, with other figures in them.  Every way must give the
same facts.  Memory is the largest resident set of any one process, Dask's workers among them.

``seconds`` and ``times`` are by the clock, so they suffer where others use the machine; ``others`` tells how many of
its cores these had meanwhile.  ``CPU`` is our own processor time, and ``by CPU`` the speed-up it allows two free cores.
"""

from __future__ import annotations

import hashlib
import os
import random
import re
import resource
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from extractors.articles import read_articles

ROOT = Path(__file__).resolve().parents[1]
PARTS = 40
CHARACTERS = 1_000
"""Length of an article made, as short news items have."""

CORES = 2
"""Processes and workers that are compared with one."""

FASTER, CLUSTER, FLAT = 1.7, 1.3, 1.15
"""What is wanted: two processes so many times as fast as one, Dask's time and memory's growth at most so many times."""

MEASURED = """
import resource, runpy, sys
sys.argv = ["extractors", *sys.argv[1:]]
try:
    runpy.run_module("extractors", run_name="__main__")
finally:
    used = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print("memory", used // 1024)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock, of our processors and of others'; the largest process in MB; a fingerprint of the facts."""

    seconds: float
    ours: float
    others: float
    memory: int
    facts: str


def sentences() -> list[str]:
    articles, _ = read_articles()
    return [
        line.strip() for article in articles for line in re.split(r"(?<=[.!?]) |\n", article.text) if len(line) > 40
    ]


def varied(sentence: str, chance: random.Random) -> str:
    """The sentence with other digits, except in years."""
    return re.sub(r"(?<!\d)\d{1,3}(?!\d)", lambda number: str(chance.randint(2, 10 ** len(number[0]))), sentence)


def make(folder: Path, articles: int, parts: int = PARTS) -> int:
    """An archive of so many articles; gives its size in bytes of text."""
    chance, real, size = random.Random(7), sentences(), 0
    folder.mkdir()
    for part in range(parts):
        rows = []
        for number in range(part, articles, parts):
            text = ""
            while len(text) < CHARACTERS:
                text += varied(chance.choice(real), chance) + " "
            size += len(text.encode())
            rows.append({"id": f"made-{number}", "text": text, "published": f"20{chance.randint(10, 24)}-06-15"})
        pq.write_table(pa.Table.from_pylist(rows), folder / f"part-{part:03}.parquet")
    return size


def timed(source: Path, out: Path, *options: str, helpers: Sequence[int] = ()) -> Run:
    """One run of the command; ``helpers`` are processes of ours that work for it."""
    command = [sys.executable, "-c", MEASURED, "corpus", str(source), "--out", str(out), "--quiet", *options]
    start, busy, ours = time.perf_counter(), _busy(), _ours(helpers)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    seconds, ours = time.perf_counter() - start, _ours(helpers) - ours
    memory = max(int(done.stdout.rpartition("memory ")[2]), *map(_largest, helpers), 0)
    digest = hashlib.sha256()
    for part in sorted(out.glob("*.parquet")):
        digest.update(part.read_bytes())
    return Run(seconds, ours, max(_busy() - busy - ours, 0.0), memory, digest.hexdigest())


def _busy() -> float:
    """Seconds that all cores together have worked since the machine was started."""
    user, nice, system, *_ = map(int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK")


def _ours(helpers: Sequence[int]) -> float:
    """Processor seconds of the commands that have ended and of these processes."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    ticks = 0
    for process in helpers:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ended.ru_utime + ended.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def _largest(process: int) -> int:
    """The largest a process has been, in MB."""
    return int(re.findall(r"VmHWM:\s+([0-9]+)", Path(f"/proc/{process}/status").read_text())[0]) // 1024


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """A Dask scheduler with single-threaded worker processes on loopback: its address, and the processes of it all."""
    from distributed import Client

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    common: dict[str, object] = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    dask = [sys.executable, "-m", "dask"]
    start = [*dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    worker = [*dask, "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    one = [*worker, "--local-directory", str(folder)]
    started = [subprocess.Popen(command, **common) for command in (start, *[one] * CORES)]  # type: ignore[call-overload]
    try:
        with Client(address, timeout="60s") as client:
            client.wait_for_workers(CORES, timeout=60)  # not counted, as a cluster is there before the run
        yield address, [process.pid for process in started]
    finally:
        for process in started:
            process.kill()
            process.wait()


def main(arguments: Sequence[str] = ()) -> None:
    articles = int((arguments or ["100000"])[0])
    few = f"one process, {articles // 10} articles"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sizes = {"few": make(folder / "few", articles // 10, PARTS // 10), "many": make(folder / "many", articles)}
        print(f"{articles} articles, {sizes['many'] / 1e6:.0f} MB of text, {PARTS} files\n")
        print(f"{'':32}{'seconds':>9}{'MB/s':>7}{'times':>7}{'others':>8}{'CPU':>8}{'by CPU':>8}{'memory MB':>11}")
        runs: dict[str, Run] = {}

        def run(label: str, source: str, *options: str, helpers: Sequence[int] = ()) -> None:
            out = tempfile.mkdtemp(prefix="facts-", dir=folder)
            made = timed(folder / source, Path(out), *options, helpers=helpers)
            runs[label] = min(made, runs.get(label, made), key=attrgetter("seconds"))
            one, cores = runs.get("one process", made), 1 if "one" in label else CORES
            speed = f"{sizes[source] / 1e6 / made.seconds:7.2f}"
            times = f"{one.seconds / made.seconds:7.2f}" if source == "many" else " " * 7
            by_cpu = f"{cores * one.ours / made.ours:8.2f}" if source == "many" else " " * 8
            others = f"{made.others / made.seconds:8.2f}"
            print(
                f"{label:32}{made.seconds:9.1f}{speed}{times}{others}{made.ours:8.1f}{by_cpu}{made.memory:11}",
                flush=True,
            )

        run(few, "few", "--workers", "1")
        run("one process", "many", "--workers", "1")
        with cluster(folder) as (address, processes):
            for _ in range(2):  # in turn, so that both meet the machine in the same moods; the faster run counts
                run("two processes", "many", "--workers", str(CORES))
                run("Dask, two workers", "many", "--scheduler", address, helpers=processes)
        _judge(runs, runs[few])


def _judge(runs: Mapping[str, Run], few: Run) -> None:
    """What is wanted, and whether it is so; where others worked meanwhile, by processor time."""
    one, two, dask = (runs[label] for label in ("one process", "two processes", "Dask, two workers"))
    faster, slower = one.seconds / two.seconds, dask.seconds / two.seconds
    by_cpu = CORES * one.ours / two.ours, dask.ours / two.ours
    lines = {
        f"two processes are {faster:.2f} times as fast as one ({by_cpu[0]:.2f} by CPU); wanted {FASTER}": faster
        >= FASTER,
        f"Dask takes {slower:.2f} times the time of the pool ({by_cpu[1]:.2f} by CPU); at most {CLUSTER}": slower
        <= CLUSTER,
        f"ten times the articles take {one.memory} MB instead of {few.memory}": one.memory <= FLAT * few.memory,
        "every way gives the same facts": len({made.facts for made in (one, two, dask)}) == 1,
    }
    print("", *(f"{'yes' if so else 'NO':4}{line}" for line, so in lines.items()), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
