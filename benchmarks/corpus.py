"""How fast an archive is read: one process, two, and a Dask cluster of two workers; and how much memory that takes.

    python -m benchmarks.corpus [ARTICLES]      (default 100000, about 100 MB)

The articles are made of the sentences of the real ones, shuffled, with other figures in them.  Every way must give the
same facts.  Memory is the largest resident set of any one process.
"""

from __future__ import annotations

import hashlib
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from extractors.articles import read_articles

ROOT = Path(__file__).resolve().parents[1]
PARTS = 40
CHARACTERS = 1_000
"""Length of an article made, as short news items have."""

MEMORY = """
import resource, runpy, sys
sys.argv = ["extractors", *sys.argv[1:]]
try:
    runpy.run_module("extractors", run_name="__main__")
finally:
    used = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print("memory", used // 1024)
"""


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


def timed(source: Path, out: Path, *options: str) -> tuple[float, int, str]:
    """Seconds, largest memory of a process in MB, and a fingerprint of the facts."""
    command = [sys.executable, "-c", MEMORY, "corpus", str(source), "--out", str(out), "--quiet", *options]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - start
    memory = int(done.stdout.rpartition("memory ")[2])
    digest = hashlib.sha256()
    for part in sorted(out.glob("*.parquet")):
        digest.update(part.read_bytes())
    return seconds, memory, digest.hexdigest()


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """A Dask scheduler with so many single-threaded worker processes on loopback; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    common: dict[str, object] = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    dask = [sys.executable, "-m", "dask"]
    start = [*dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    one = [
        *dask,
        "worker",
        address,
        "--nthreads",
        "1",
        "--no-nanny",
        "--no-dashboard",
        "--local-directory",
        str(folder),
    ]
    started = [subprocess.Popen(command, **common) for command in (start, *[one] * workers)]  # type: ignore[call-overload]
    try:
        time.sleep(6)  # until the workers have registered; not counted, as a cluster is there before the run
        yield address
    finally:
        for process in started:
            process.kill()
            process.wait()


def main(arguments: Sequence[str] = ()) -> None:
    articles = int((arguments or ["100000"])[0])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = articles // 10
        make(folder / "few", few, PARTS // 10)
        size = make(folder / "many", articles)
        print(f"{articles} articles, {size / 1e6:.0f} MB of text, {PARTS} files\n")
        print(f"{'':34}{'seconds':>9}{'MB/s':>8}{'times':>8}{'memory MB':>11}")
        results = {}
        for label, source, options in (
            (f"one process, {few} articles", "few", ["--workers", "1"]),
            ("one process", "many", ["--workers", "1"]),
            ("two processes", "many", ["--workers", "2"]),
        ):
            results[label] = timed(folder / source, folder / label, *options)
        with cluster(folder, 2) as address:
            results["Dask, two workers"] = timed(folder / "many", folder / "dask", "--scheduler", address)
        one = results["one process"][0]
        for label, (seconds, memory, _) in results.items():
            of = size / 10 if "articles" in label else size
            times = "" if "articles" in label else f"{one / seconds:.2f}"
            print(f"{label:34}{seconds:9.1f}{of / 1e6 / seconds:8.2f}{times:>8}{memory:11}")
        same = len({fingerprint for label, (_, _, fingerprint) in results.items() if "articles" not in label}) == 1
        print(
            f"\nthe same facts from every way: {'yes' if same else 'NO'}; memory of Dask's workers is not in the table"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
