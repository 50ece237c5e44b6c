"""No flood makes reading slow: time grows with the length of the text, not with its square.

Every compiled pattern of the package is tried on every flood at a few kilobytes; those that are slow there are measured
up to 32 KB.  ``python benchmarks/floods.py`` does the same with less mercy, up to 256 KB.
"""

from __future__ import annotations

import pytest

from benchmarks import floods

SIZES = (4_000, 32_000)
PATTERNS = floods.patterns()
NAMES = list(floods.floods())


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 100


def test_a_blow_up_is_seen() -> None:
    """The guard itself: a pattern that restarts at every digit is caught."""
    import regex

    task = floods.scan(regex.compile("[0-9]+%"))
    assert [what for what, _ in floods.suspects(task, ["'9999999999'"], (2_000, 8_000), 500e3)]


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_is_linear(name: str) -> None:
    found = floods.suspects(floods.scan(PATTERNS[name]), NAMES[:: 1 if "[" not in name else 7], SIZES, 300e3)
    assert list(found) == []


@pytest.mark.parametrize("flood", NAMES[::5])
def test_pipeline_is_linear(flood: str) -> None:
    assert list(floods.suspects(floods.pipeline, [flood], (4_000, 16_000), 1e6)) == []
