"""No flood makes reading slow: time grows with the length of the text, not with its square.

Every compiled pattern of the package meets its share of the floods at four kilobytes; those that are slow there are
measured up to 16 KB.  ``python -m benchmarks.floods`` tries every pattern on every flood, up to 256 KB.
"""

from __future__ import annotations

import pytest

from benchmarks import floods

SIZES = (4_000, 16_000)
SHARE = 20  # one flood in so many for each pattern, others for each
PATTERNS = floods.patterns()
NAMES = list(floods.floods())


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 100


def test_a_blow_up_is_seen() -> None:
    """The guard itself: a pattern that restarts at every digit is caught."""
    import regex

    task = floods.scan(regex.compile("[0-9]+%"))
    assert [what for what, _ in floods.suspects(task, ["'9999999999'"], (2_000, 8_000), 500e3)]


@pytest.mark.parametrize(("number", "name"), list(enumerate(PATTERNS)))
def test_pattern_is_linear(number: int, name: str) -> None:
    found = floods.suspects(floods.scan(PATTERNS[name]), NAMES[number % SHARE :: SHARE], SIZES, 40e3)
    assert list(found) == []


@pytest.mark.parametrize("flood", NAMES[::20])
def test_pipeline_is_linear(flood: str) -> None:
    """From one to four kilobytes: a flood of figures is slow, but no slower for its length."""
    unit = floods.floods()[flood]
    tries = (floods.growth(floods.pipeline, unit, "", (1_000, 4_000), 1).exponent for _ in range(4))
    assert any(exponent <= floods.WORST for exponent in tries)
