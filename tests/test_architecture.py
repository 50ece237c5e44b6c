"""Who may import whom: pages → views → extractors, and nothing upward."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCREEN = ("streamlit", "plotly")
PLACING = tuple(f"extractors.{name}" for name in ("years", "parties", "indicators", "statuses", "facts", "table"))

FORBIDDEN: list[tuple[str, tuple[str, ...], str]] = [
    ("extractors/**/*.py", (*SCREEN, "views", "pages", "dashboard"), "extraction is usable without a screen"),
    ("views/*.py", ("pages", "dashboard"), "views know the fact table, not who shows them"),
    ("views/charts*.py", ("streamlit",), "charts are pure: frame to figure"),
    ("pages/*.py", ("pages", "dashboard", "regex", "re", "plotly"), "pages choose facts, call views and lay out"),
    ("extractors/model.py", ("extractors",), "the words of the house rest on nothing"),
    ("extractors/numbers.py", ("extractors.kinds", *PLACING), "numbers as written know of no kind"),
    ("extractors/kinds/*.py", PLACING, "a kind reads a figure and does not place it"),
    ("extractors/mentions.py", PLACING, "a mention knows nothing of what it is about"),
    ("extractors/years.py", ("extractors.facts", "extractors.table"), "a fact is made of years, not the reverse"),
    ("extractors/parties.py", ("extractors.facts", "extractors.table"), "a fact is made of parties, not the reverse"),
    ("extractors/indicators.py", ("extractors.facts", "extractors.table"), "a fact is made of an indicator"),
    ("extractors/articles.py", ("extractors.facts", "extractors.table", "pandas"), "reading texts needs no facts"),
]


def imports(source: str) -> Iterator[str]:
    """Every module that a source imports, however deep inside; ``from a import b`` gives ``a`` and ``a.b``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that this test can read them"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def broken(source: str, forbidden: tuple[str, ...]) -> set[str]:
    """The imports that are, or lie inside, a forbidden module."""
    return {name for name in imports(source) for room in forbidden if name == room or name.startswith(f"{room}.")}


@pytest.mark.parametrize(("files", "forbidden", "reason"), FORBIDDEN)
def test_arrows(files: str, forbidden: tuple[str, ...], reason: str) -> None:
    found = {str(path.relative_to(ROOT)): broken(path.read_text("utf-8"), forbidden) for path in ROOT.glob(files)}
    assert {path: names for path, names in found.items() if names} == {}, reason


@pytest.mark.parametrize(
    "source",
    ["import streamlit as st", "from streamlit import cache_data", "def f():\n    import streamlit.components.v1"],
)
def test_the_guard_sees(source: str) -> None:
    assert broken(source, ("streamlit",))


@pytest.mark.parametrize("source", ["import streamlitish", "from views import streamlit_notes", "# import streamlit"])
def test_the_guard_does_not_see_ghosts(source: str) -> None:
    assert not broken(source, ("streamlit",))


def test_files_fit_in_a_head() -> None:
    rooms = ("dashboard.py", "extractors/**/*.py", "views/*.py", "pages/*.py")
    lines = {path: len(path.read_text("utf-8").splitlines()) for room in rooms for path in ROOT.glob(room)}
    assert {str(path.relative_to(ROOT)): count for path, count in lines.items() if count > 450} == {}
