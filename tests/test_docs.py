"""The documents tell the truth: examples run, tables are those of the code, links and commands exist."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from tests.generated import BLOCKS, with_blocks
from tests.test_features import TESTS

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("data/**/README.md")])


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_examples_run(path: Path) -> None:
    """Every ``>>>`` in a document prints what stands below it."""
    failed, _ = doctest.testfile(str(path), module_relative=False, encoding="utf-8", optionflags=doctest.ELLIPSIS)
    assert failed == 0


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_generated_blocks_are_current(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text == with_blocks(text), f"{name(path)} is behind the code; write it anew with: make expected"


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_make_targets_exist(path: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", path.read_text("utf-8"))) <= targets


@pytest.mark.parametrize("path", ["README.md", "ARCHITECTURE.md"])
def test_files_named_exist(path: str) -> None:
    """A path in backticks that begins in one of our rooms is there."""
    named = re.findall(
        r"`((?:data|extractors|views|pages|tests|benchmarks|docs)/[\w./-]*)`", (ROOT / path).read_text("utf-8")
    )
    assert [file for file in named if not (ROOT / file).exists()] == []


def test_the_tests_and_files_that_hold_a_promise_exist() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    assert set(re.findall(r"`(test_\w+)`", text)) - TESTS == set()
    assert [file for file in re.findall(r"`([\w.]*/[\w./-]+)`", text) if not (ROOT / file).exists()] == []
    rows = [line for line in text.splitlines() if line.startswith("| ")][1:]
    assert [row for row in rows if "`" not in row.split("|")[2]] == [], "a promise that nothing holds"


def test_every_generated_block_is_used() -> None:
    text = "".join(path.read_text("utf-8") for path in DOCUMENTS)
    assert [block for block in BLOCKS if f"<!-- {block} -->" not in text] == []
