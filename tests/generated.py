"""Parts of the documents that the code writes, between ``<!-- name -->`` and ``<!-- /name -->``."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from extractors.table import FACT_COLUMNS

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


BLOCKS: Mapping[str, Callable[[], str]] = {"columns": columns, "accuracy": accuracy}


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
