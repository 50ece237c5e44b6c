"""What holds for any text whatever, hostile ones included."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import NASTY, WORDS, broken
from extractors import Article, extract, fact_table
from extractors.model import Fact

PIECES = st.sampled_from([*NASTY, *WORDS])
TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=st.characters(exclude_categories=()), max_size=200),  # lone surrogates too
    st.text(alphabet="0123456789.,-–%$ ()ab\n", max_size=200),
    st.lists(PIECES, max_size=25).map("".join),
)
PLENTY = settings(max_examples=150, deadline=None)


def hold(text: str, facts: list[Fact]) -> None:
    """The promises of a fact."""
    assert broken(text, facts) == []


def test_a_broken_promise_is_seen() -> None:
    """The guard itself: facts of another text, doubled facts and figures beyond all numbers are told."""
    text = "Trade came to between $5 and 7 billion in 2022."
    facts = extract(text)
    hold(text, facts)
    told = " ".join(
        promise
        for wrong in ("x" + text, text.replace("5", "6"))
        for promise in broken(wrong, [*facts, *facts, replace(facts[0], value=float("inf"))])
    )
    for promise in ("is the figure", "is the article's", "finite", "low <= value <= high", "not unique", "order"):
        assert promise in told


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts(text: str) -> None:
    hold(text, extract(text, published="2023-11-10"))


@given(TEXTS)
@PLENTY
def test_any_text(text: str) -> None:
    hold(text, extract(text, published="2023-11-10"))


@given(TEXTS, TEXTS)
@PLENTY
def test_what_was_read_before_does_not_matter(before: str, text: str) -> None:
    alone = extract(text, published="2023-11-10")
    extract(before)
    assert extract(text, published="2023-11-10") == alone


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_fit_the_table_and_its_files(text: str) -> None:
    table = fact_table([Article(id="any", text=text, published=None)])
    table.to_csv(io.StringIO())
    table.to_parquet(io.BytesIO())


@given(TEXTS)
@settings(max_examples=30, deadline=None)
def test_any_text_fits_the_table_and_its_files(text: str) -> None:
    table = fact_table([Article(id="any", text=text + " It cost $5 billion.")])
    table.to_csv(io.StringIO())
    table.to_parquet(io.BytesIO())
    assert len(table) >= 1


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed (it is made for Linux)")
def test_a_short_search_guided_by_the_code_finds_nothing(tmp_path: Path) -> None:
    """The same texts each time; ``python -m benchmarks.fuzz --seconds 600`` looks for longer, and through files too."""
    runs = 350
    command = [sys.executable, "-m", "benchmarks.fuzz", f"--runs={runs}", f"--keep={tmp_path}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr[-3000:]
    executed = re.search(r"number_of_executed_units: ([0-9]+)", done.stderr)
    assert executed is not None, done.stderr[-3000:]
    assert int(executed[1]) >= runs
    assert list(tmp_path.iterdir()) == []
