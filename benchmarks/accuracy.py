"""The accuracy table of the About page and the README: measured against figures marked by hand, typed by nobody.

    python -m benchmarks.accuracy                         # writes data/accuracy.csv
    python -m benchmarks.accuracy --data /path/to/shared  # the hand-marked sets, which are not part of this repository

One row a data set and kind of figure: how many were marked, how many of them were found (recall), how many of what was
found is right (precision), and for what was found the share whose unit, qualifier, change, year, indicator and parties
are right.  All of them were in view while the rules were written, so expect less on other texts.  NewsQuant
(EMNLP 2023) has three rows of its own: value; value and unit; value and change.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from extractors import extract

ROOT = Path(__file__).resolve().parent.parent
SETS = {"articles": "The five articles", "dev": "Short reports"}
ATTRIBUTES = ("unit", "qualifier", "change", "year", "indicator", "parties")
COLUMNS = ("data set", "texts", "kind", "figures", "precision", "recall", "F1", *ATTRIBUTES, "measured on")


def facts(text: str, published: str | None) -> list[dict[str, Any]]:
    """Our facts in the form the scorer takes."""
    return [asdict(fact) for fact in extract(text, published=published)]


def of_gold(shared: Path) -> Iterator[dict[str, object]]:
    """The rows of the sets of marked articles: all kinds together, then each kind."""
    scorer = _load(shared / "gold" / "score.py")
    for folder, name in SETS.items():
        texts = str(shared / "articles") if folder == "articles" else None
        documents = scorer.load_gold(str(shared / "gold" / folder), texts)
        for kind in ("all", *scorer.KINDS):
            row = _row(scorer, documents, kind)
            if row:
                yield {"data set": name, "texts": len(documents), "kind": kind} | row


def _row(scorer: ModuleType, documents: list[dict[str, Any]], kind: str) -> dict[str, object]:
    """One kind's figures; those of other kinds are made optional, so that they count neither for nor against it."""
    chosen = [
        doc
        | {"facts": [fact | {"optional": True} if kind not in ("all", fact["kind"]) else fact for fact in doc["facts"]]}
        for doc in documents
    ]
    totals, attributes, by_kind = scorer.score(chosen, facts)[:3]
    if totals["errors"]:
        raise RuntimeError(f"{totals['errors']} texts of the set could not be read; run the tests first")
    counts = totals if kind == "all" else by_kind[kind]
    if not counts["gold"]:
        return {}
    # What was found of this kind: its hits and what was read as this kind without being marked at all.
    found = totals["pred"] if kind == "all" else max(counts["pred"], counts["tp"])
    precision, recall, f1 = scorer.prf(counts["tp"], found, counts["gold"])
    shares = {name: _percent(attributes[name][0] / attributes[name][1]) for name in ATTRIBUTES if attributes[name][1]}
    return {"figures": counts["gold"]} | _scores(precision, recall, f1) | shares


def of_newsquant(shared: Path) -> Iterator[dict[str, object]]:
    """The rows of NewsQuant, by its own scorer."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "newsquant.json"
        adapter = f"{ROOT / 'benchmarks' / 'newsquant.py'}:quantities"
        command = [sys.executable, str(shared / "eval" / "newsquant.py"), "--adapter", adapter, "--json", str(out)]
        subprocess.run(command, check=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True)
        scores = json.loads(out.read_text("utf-8"))
    texts = len(json.loads((shared / "eval" / "newsquant_dev.json").read_text("utf-8")))
    for measure in ("value", "value+unit", "value+change"):
        row = {"data set": "NewsQuant, development half", "texts": texts, "kind": measure, "figures": scores["gold"]}
        yield row | _scores(*scores["strict"][measure])


def _scores(precision: float, recall: float, f1: float) -> dict[str, object]:
    return {"precision": _percent(precision), "recall": _percent(recall), "F1": _percent(f1)}


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.exists():
        raise SystemExit(f"{path} is not there; say where the hand-marked sets are: --data FOLDER")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Writes the table and prints it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared", help="folder with gold/ and eval/")
    parser.add_argument("--out", type=Path, default=ROOT / "data" / "accuracy.csv", help="the table to write")
    arguments = parser.parse_args()
    rows = [*of_gold(arguments.data), *of_newsquant(arguments.data)]
    with arguments.out.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        table.writeheader()
        table.writerows(row | {"measured on": date.today().isoformat()} for row in rows)
    print(arguments.out.read_text("utf-8"))


if __name__ == "__main__":
    main()
