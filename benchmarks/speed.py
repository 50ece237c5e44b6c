"""How fast text becomes a fact table, beside a plain digit scan and beside quantulum3, all in one run.

    pip install -r benchmarks/requirements.txt      # quantulum3; without it its line is left out
    python -m benchmarks.speed [--megabytes 2] [--json OUT]

The text is made by repeating and shuffling the paragraphs of the articles.  Times are CPU time of this process, the
best of three, so that other work on a shared machine counts little; the ratios of one run are what to compare.
quantulum3 is fed paragraph by paragraph, its fastest way, and gets a smaller share of the text.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import regex

from extractors import Article, fact_table

ARTICLES = Path(__file__).resolve().parent.parent / "data" / "articles"
SIZE_OF_AN_ARTICLE = 6_000
_DIGITS = regex.compile(r"[0-9][0-9.,]*+")


def text_of(characters: int, seed: int = 1) -> str:
    """A text of this many characters, made of the articles' paragraphs in random order."""
    lines = [line for path in sorted(ARTICLES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    paragraphs = [line for line in lines if line.strip()]
    dice = random.Random(seed)
    chosen: list[str] = []
    while characters > 0:
        chosen.append(dice.choice(paragraphs))
        characters -= len(chosen[-1]) + 1
    return "\n".join(chosen)


def articles(characters: int) -> list[Article]:
    """The same amount of text as articles of usual length."""
    count = max(1, characters // SIZE_OF_AN_ARTICLE)
    size = min(characters, SIZE_OF_AN_ARTICLE)
    return [Article(f"made-{i}", text_of(size, i), published=date(2023, 11, 10)) for i in range(count)]


def seconds(task: Callable[[], object], repeats: int = 3) -> float:
    """CPU seconds of the fastest of some runs."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        task()
        times.append(time.process_time() - start)
    return min(times)


def megabytes_a_second(texts: list[str], task: Callable[[], object], repeats: int = 3) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6 / seconds(task, repeats)


def quantulum(characters: int) -> float | None:
    """MB/s of quantulum3, or None where it is not installed."""
    try:
        from quantulum3 import parser  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        return None
    paragraphs = text_of(characters).split("\n")
    parser.parse(paragraphs[0], classifier_path=None)
    return megabytes_a_second(paragraphs, lambda: [parser.parse(paragraph) for paragraph in paragraphs], 1)


def growth() -> float:
    """The exponent with which the time of one text grows from 10 KB to 1 MB."""
    small, large = (Article("one", text_of(size)) for size in (10_000, 1_000_000))
    fast, slow = seconds(lambda: fact_table([small]), 9), seconds(lambda: fact_table([large]))
    return math.log(slow / fast) / math.log(len(large.text) / len(small.text))


def start_up() -> float:
    """CPU seconds of a fresh process for import and first call, less what an empty process takes."""
    program = (
        "import time; start = time.process_time(); from extractors import extract; "
        "extract('It cost $5 billion.'); print(time.process_time() - start)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True) for _ in range(3)
    ]
    return min(float(run.stdout) for run in runs)


def peak_memory(characters: int) -> float:
    """The most memory that Python held while reading, in MB above what it held before."""
    made = articles(characters)
    tracemalloc.start()
    fact_table(made)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def measure(megabytes: float) -> dict[str, float | None]:
    """Every figure of the benchmark by name."""
    made = articles(int(megabytes * 1e6))
    texts = [article.text for article in made]
    table = fact_table(made)
    pipeline, reference = 0.0, quantulum(30_000)
    for _ in range(3):  # in turn, so that both meet the machine in the same moods
        pipeline = max(pipeline, megabytes_a_second(texts, lambda: fact_table(made), 1))
        reference = max(reference, quantulum(30_000) or 0.0) if reference else None
    return {
        "pipeline, MB/s": pipeline,
        "digit scan, MB/s": megabytes_a_second(
            texts, lambda: [_DIGITS.findall(text, concurrent=False) for text in texts]
        ),
        "quantulum3, MB/s": reference,
        "times quantulum3": reference and pipeline / reference,
        "facts per KB": len(table) / sum(map(len, texts)) * 1e3,
        "growth exponent, 10 KB to 1 MB": growth(),
        "peak memory, MB": peak_memory(int(megabytes * 1e6)),
        "import and first call, s": start_up(),
    }


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=1.0, help="how much text to read")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    arguments = parser.parse_args()
    figures = measure(arguments.megabytes)
    for name, value in figures.items():
        print(f"{name:32} {'not installed' if value is None else f'{value:10.3f}'}")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2), "utf-8")


if __name__ == "__main__":
    main()
