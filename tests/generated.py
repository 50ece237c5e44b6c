"""Parts of the documents that the code writes, between ``<!-- name -->`` and ``<!-- /name -->``."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from extractors.apart import MEMORY, READING, SECONDS, SHORT, SHORT_SECONDS, VISITOR_LIMITS
from extractors.corpus import OWN_LIMITS
from extractors.sentences import LONGEST
from extractors.table import FACT_COLUMNS
from views.visitor import MOST_ARTICLES, MOST_CHARACTERS, MOST_FACTS

ROOT = Path(__file__).resolve().parents[1]


def columns() -> str:
    """The table of the fact table's columns."""
    rows = [
        f"| `{column.name}` | {column.dtype} | {_meaning(column.meaning, column.unit, column.allowed)} |"
        for column in FACT_COLUMNS
    ]
    return "\n".join(["| column | type | meaning |", "|---|---|---|", *rows])


def _meaning(meaning: str, unit: str, allowed: tuple[str, ...]) -> str:
    notes = [
        f"Unit: {unit}." if unit else "",
        f"One of {', '.join(f'`{value}`' for value in allowed)}." if allowed else "",
    ]
    return " ".join(filter(None, [meaning, *notes]))


def accuracy() -> str:
    """The measured accuracy by kind, as ``benchmarks/accuracy.py`` wrote it."""
    with (ROOT / "data" / "accuracy.csv").open(encoding="utf-8", newline="") as file:
        rows = [f"| {' | '.join(row)} |" for row in csv.reader(file)]
    return "\n".join([rows[0], "|---" * rows[0].count(" | ") + "|---|", *rows[1:]])


def limits() -> str:
    """The table of what is read at most, by whom it is sent."""
    server, own = VISITOR_LIMITS, OWN_LIMITS
    rows = [
        ("one file", f"{server.file_bytes / 1e6:g} MB", f"{own.file_bytes / 1e9:g} GB", "the file is refused"),
        ("one text, characters", f"{server.text_characters:,}", f"{own.text_characters:,}", BEGINNING),
        ("one text, numbers in digits and words", f"{server.numbers:,}", f"{own.numbers:,}", BEGINNING),
        ("one sentence, characters", f"{LONGEST:,}", f"{LONGEST:,}", "it is cut at a clause, and the rest is read on"),
        ("texts of one file", f"{server.articles:,}", f"{own.articles:,}", KEPT),
        ("files of one zip", f"{server.zip_files:,}", f"{own.zip_files:,}", KEPT),
        (
            "one zip, unpacked",
            f"{server.zip_bytes / 1e6:g} MB",
            f"{own.zip_bytes / 1e9:g} GB",
            KEPT,
        ),
        ("reading the texts of one file", f"{READING:g} s", "–", "those read in time are kept"),
        ("reading one file at all", f"{SECONDS:g} s", "–", "the reading is ended, and the file refused"),
        (f"reading one file of at most {SHORT / 1e3:g} kB", f"{SHORT_SECONDS:g} s", "–", "the same"),
        ("memory of the process that reads", f"{MEMORY / 1e9:g} GB", "–", "the file is refused"),
        ("texts of one session", f"{MOST_ARTICLES:,}", "–", KEPT),
        ("characters of the texts of one session", f"{MOST_CHARACTERS:,}", "–", KEPT),
        ("figures of the texts of one session", f"{MOST_FACTS:,}", "–", KEPT),
    ]
    head = ["| limit | on a server for all | on your own machine | where it bites |", "|---|---|---|---|"]
    return "\n".join([*head, *(f"| {' | '.join(row)} |" for row in rows)])


KEPT = "those before it are read"
BEGINNING = "the beginning is read, and the text is marked incomplete"

BLOCKS: Mapping[str, Callable[[], str]] = {"columns": columns, "accuracy": accuracy, "limits": limits}


def with_blocks(text: str) -> str:
    """The document with every generated part as the code would write it now."""
    for block, write in BLOCKS.items():
        between = re.compile(rf"(?<=<!-- {block} -->\n).*?(?=<!-- /{block} -->)", re.DOTALL)
        text = between.sub(lambda _, write=write: f"{write()}\n", text)  # type: ignore[misc]
    return text


def main() -> None:
    """Write the generated parts of every document anew."""
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
        before = path.read_text("utf-8")
        if (after := with_blocks(before)) != before:
            path.write_text(after, encoding="utf-8")
            print(f"written anew: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
