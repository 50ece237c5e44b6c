"""Accuracy against figures marked by hand, by the scorer that stands beside the project (not part of it).

Where there is no ``../shared/gold`` (or ``GOLD=<folder>``), these tests are skipped.
"""

from __future__ import annotations

import importlib.util
import os
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extractors import extract

ROOT = Path(__file__).resolve().parents[1]
GOLD = Path(os.environ.get("GOLD", ROOT.parent / "shared" / "gold"))
pytestmark = pytest.mark.skipif(not (GOLD / "score.py").exists(), reason=f"no hand-marked figures at {GOLD}")

THRESHOLDS = {
    "articles": {
        "detection": 0.99,
        "kind": 0.98,
        "unit": 0.98,
        "qualifier": 0.98,
        "change": 0.98,
        "indicator": 0.93,
        "parties": 0.93,
        "value, unit and year": 0.95,
        "core family": 0.95,
    },
    "dev": {
        "detection": 0.95,
        "kind": 0.96,
        "unit": 0.96,
        "qualifier": 0.93,
        "change": 0.93,
        "indicator_not_other": 0.85,
        "parties": 0.85,
        "cal_year": 0.95,
        "cal_bounds": 0.90,
        "value, unit and year": 0.85,
        "core family": 0.85,
    },
}


def adapter(text: str, published: str | None) -> list[dict[str, Any]]:
    """Our facts in the form the scorer takes."""
    return [asdict(fact) for fact in extract(text, published=date.fromisoformat(published) if published else None)]


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores(gold: str) -> dict[str, float]:
    """F1 of detection and of the headline measures, accuracy of each attribute."""
    score = scorer()
    texts = str(GOLD.parent / "articles") if gold == "articles" else None
    totals, attributes = score.score(score.load_gold(str(GOLD / gold), texts), adapter)[:2]
    assert totals["errors"] == 0
    headlines = {
        "detection": ("tp", "pred", "gold"),
        "value, unit and year": ("tp_vuy", "pred_num", "gold_num"),
        "core family": ("tp_fam", "pred_fam", "gold_fam"),
    }
    reached = {name: score.prf(*(totals[key] for key in keys))[2] for name, keys in headlines.items()}
    return reached | {name: right / of for name, (right, of) in attributes.items() if of}


@pytest.mark.parametrize("gold", THRESHOLDS)
def test_accuracy(gold: str) -> None:
    reached = scores(gold)
    below = {name: round(reached[name], 3) for name, least in THRESHOLDS[gold].items() if reached[name] < least}
    assert below == {}
