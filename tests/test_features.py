"""docs/features.md tells the truth: its rows, its tests and its counts are those of this copy."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = (ROOT / "docs" / "features.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in DOCUMENT.splitlines() if re.match(r"\| \d", line)
]
STATES = {int(number): state for number, _feature, state, _shown in ROWS}
SHOWN = {int(number): shown for number, _feature, _state, shown in ROWS}
SOURCES = "\n".join(file.read_text("utf-8") for file in ROOT.glob("tests/**/*.py"))
TESTS = set(re.findall(r"^def (test_\w+)", SOURCES, re.MULTILINE))


def named(text: str) -> set[str]:
    """The tests that a text names."""
    return set(re.findall(r"`(test_\w+)`", text))


def rows_of(test: str) -> set[int]:
    """The rows that a test's name speaks of: test_f1_f11_it_works → 1 and 11."""
    prefix = re.match(r"test((?:_f\d+)*)(?=_)", test)
    return {int(number) for number in re.findall(r"\d+", prefix[1])} if prefix else set()


def test_rows_are_numbered_from_1_to_100() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, 101))


def test_a_state_is_one_of_three() -> None:
    assert [state for state in STATES.values() if not re.fullmatch(r"works|partly: .+|not yet", state)] == []


def test_the_counts_are_those_of_the_table() -> None:
    counts = Counter(state.partition(":")[0] for state in STATES.values())
    assert f"**{counts['works']} work, {counts['partly']} partly, {counts['not yet']} not yet.**" in DOCUMENT


def test_every_test_named_exists() -> None:
    assert named(DOCUMENT) - TESTS == set()


def test_a_row_names_only_tests_that_carry_its_number() -> None:
    assert [(row, test) for row, shown in SHOWN.items() for test in named(shown) if row not in rows_of(test)] == []


def test_every_row_that_has_tests_names_one_of_them() -> None:
    tested = {row: {test for test in TESTS if row in rows_of(test)} for test in TESTS for row in rows_of(test)}
    assert tested.keys() <= SHOWN.keys()
    assert [row for row, tests in tested.items() if not tests & named(SHOWN[row])] == []


def test_what_works_is_shown_by_a_test_or_a_file() -> None:
    works = [row for row, state in STATES.items() if state == "works"]
    assert [row for row in works if "`" not in SHOWN[row]] == []


def test_files_named_exist() -> None:
    files = re.findall(r"`([\w.]*/[\w./]+|Containerfile)`", DOCUMENT)
    assert [file for file in files if not (ROOT / file).exists()] == []
