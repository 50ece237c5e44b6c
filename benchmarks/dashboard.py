"""How fast a page answers a changed filter, and how much it sends, beside an empty Streamlit page.

    python -m benchmarks.dashboard [FACTS ...]      (default: the articles' own facts, 1000, 100000 and 1000000)

Facts beyond the articles' own are made of theirs, with other years and values, and opened as a corpus (``FACTS=``).
Each rerun sets other filters: first such as nobody has asked for ("new"), then the same once more, as on a link that is
shared ("again").  Time is the processor time of the whole process for a run of the script (median), which other users
of the machine do not change; size is what goes to the browser.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("overview", "indicators", "timeline", "facts", "reader")
RERUNS = 12
PARTS = 8


def main(sizes: list[int]) -> None:
    """Print the table, one line a page and number of facts."""
    empty = _measured(["empty"], {})["pages"]["empty"]
    print(f"{'facts':>9} {'page':<11} {'ms new':>7} {'again':>7} {'× empty':>8} {'again':>7} {'kB':>6}")
    print(f"{'':>9} {'empty':<11} {empty[0]:>7.1f} {empty[1]:>7.1f} {1:>8.1f} {1:>7.1f} {empty[2]:>6.1f}")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            given = {"FACTS": str(corpus(Path(folder) / str(size), size))} if size else {}
            measured = _measured(PAGES, given)
            for page, (new, again, kilobytes) in measured["pages"].items():
                ratios = f"{new / empty[0]:>8.1f} {again / empty[1]:>7.1f}"
                print(f"{measured['facts']:>9} {page:<11} {new:>7.1f} {again:>7.1f} {ratios} {kilobytes:>6.1f}")
            print(f"{measured['facts']:>9} first load {measured['load']:.1f} s, {measured['memory']} MB at most")


def _measured(pages: Sequence[str], environment: dict[str, str]) -> dict[str, Any]:
    """What ``measure`` finds in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.dashboard", "--measure", *pages]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ) | environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def corpus(folder: Path, size: int) -> Path:
    """A folder of Parquet parts with ``size`` facts, made of the articles' own."""
    import duckdb

    from extractors import fact_table
    from extractors.articles import read_articles
    from extractors.table import FACT_COLUMNS

    folder.mkdir()
    table = fact_table(read_articles()[0])
    copies = size // len(table) + 1
    made = {
        "value": "t.value * (0.5 + hash(r) % 1000 / 1000)",
        "year": "(t.year - hash(r) % 12)::SMALLINT",
        **{name: f"printf('c%06d-', r) || t.{name}" for name in ("fact_id", "claim_id", "article_id")},
    }
    cells = ", ".join(f'{made.get(column.name, _plain(column))} AS "{column.name}"' for column in FACT_COLUMNS)
    base = duckdb.connect()
    base.register("t", table)
    for part in range(PARTS):
        first, last = part * copies // PARTS, (part + 1) * copies // PARTS
        target = folder / f"part-{part:05}.parquet"
        base.execute(f"COPY (SELECT {cells} FROM range({first}, {last}) AS g(r), t) TO '{target}' (FORMAT parquet)")
    return folder


def _plain(column: Any) -> str:
    return f't."{column.name}"' + ("::VARCHAR" if column.dtype == "category" else "")


def measure(names: Sequence[str]) -> dict[str, Any]:
    """Load time, memory, and for each page the median time of a rerun and what it sends."""
    from streamlit.testing.v1 import AppTest, app_test
    from streamlit.testing.v1.local_script_runner import LocalScriptRunner

    runs: list[tuple[float, float]] = []

    class Measured(LocalScriptRunner):
        def _run_script_thread(self) -> None:
            begun = time.process_time()
            super()._run_script_thread()
            spent = (time.process_time() - begun) * 1000
            runs.append((spent, sum(message.ByteSize() for message in self.forward_msgs()) / 1000))

    app_test.LocalScriptRunner = Measured  # type: ignore[attr-defined]
    begun = time.monotonic()
    facts = 0
    if "empty" not in names:
        from views.store import default_store

        facts = default_store().total
    load = time.monotonic() - begun
    pages: dict[str, tuple[float, float, float]] = {}
    for page in names:
        app = AppTest.from_string("import streamlit as st\nst.title('empty')", default_timeout=120)
        if page != "empty":
            app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
        if page not in ("empty", "overview"):
            app.switch_page(f"pages/{page}.py")
        app.run()
        runs.clear()
        for query in [*queries(), *queries()]:
            app.query_params.update(query)
            app.run()
            assert not app.exception
        new, again = (median(ms for ms, _ in some) for some in (runs[:RERUNS], runs[RERUNS:]))
        pages[page] = (new, again, median(kilobytes for _, kilobytes in runs))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"facts": facts, "load": load, "memory": memory, "pages": pages}


def queries() -> Iterator[dict[str, list[str]]]:
    """Filters, every time others."""
    topics = ("trade", "transport", "people", "diplomacy", "energy")
    for number in range(RERUNS):
        yield {"topic": [topics[number % len(topics)]], "years": [f"{1991 + number}-2050"]}


if __name__ == "__main__":
    if "--measure" in sys.argv:
        print(json.dumps(measure(sys.argv[2:])))
    else:
        main([int(size) for size in sys.argv[1:]] or [0, 1_000, 100_000, 1_000_000])
