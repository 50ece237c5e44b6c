"""What the articles say, one CSV an article with a row a fact, and how two such lists differ.

``make expected`` (``python -m tests.expected_facts``) writes the lists anew after a wanted change.  Read the diff
before you commit it: every line of it is a figure that readers will see differently.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from extractors import fact_table
from extractors.articles import read_articles

FOLDER = Path(__file__).parent / "expected"
LEFT_OUT = ("article_id", "sentence")
"""The article names the file, and the sentence is given by its offsets."""

Rows = Mapping[str, Mapping[str, str]]
"""Fact id → column → cell as written in the CSV."""


def found() -> dict[str, str]:
    """Article id → its facts as CSV, sorted by where they stand."""
    articles, errors = read_articles()
    if errors:
        raise errors[0]
    facts = fact_table(articles)
    return {article.id: to_csv(facts[facts["article_id"] == article.id]) for article in articles}


def to_csv(facts: pd.DataFrame) -> str:
    """The facts of one article; numbers short and exact to 12 digits, so that machines agree."""
    return (
        facts.drop(columns=list(LEFT_OUT))
        .sort_values(["start", "end"])
        .to_csv(index=False, float_format="%.12g", lineterminator="\n")
    )


def rows(text: str) -> Rows:
    """A list of facts read back from its CSV."""
    return {row["fact_id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def differences(expected: Rows, found: Rows) -> list[str]:
    """What changed, a line a fact: ``-`` gone, ``+`` new, ``~`` changed with each cell before and after."""
    lines = []
    for fact_id in sorted(expected.keys() | found.keys(), key=_place):
        before, after = expected.get(fact_id), found.get(fact_id)
        if before is None or after is None:
            row, mark = (after, "+") if before is None else (before, "-")
            lines.append(f"{mark} {fact_id} {_summary(row or {})}")
        elif before != after:
            names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
            cells = ", ".join(f"{name}: {before.get(name, '')!r} → {after.get(name, '')!r}" for name in names)
            lines.append(f"~ {fact_id} {after.get('text', '')!r} {cells}")
    return lines


def _place(fact_id: str) -> tuple[str, int]:
    article, _, span = fact_id.rpartition(".")
    start = span.partition("-")[0]
    return article, int(start) if start.isdigit() else 0


def _summary(row: Mapping[str, str]) -> str:
    what = " ".join(
        filter(None, (row.get(name, "") for name in ("kind", "value", "unit", "year", "indicator", "parties")))
    )
    return f"{row.get('text', '')!r} {what}"


def main() -> None:
    """Write every list anew, and say what changed."""
    FOLDER.mkdir(exist_ok=True)
    for article_id, text in found().items():
        path = FOLDER / f"{article_id}.csv"
        before = rows(path.read_text("utf-8")) if path.exists() else {}
        path.write_text(text, encoding="utf-8", newline="")
        for line in differences(before, rows(text)):
            print(line)


if __name__ == "__main__":
    main()
