"""Events and their place in an order."""

from __future__ import annotations

import pytest

from extractors.model import Kind
from tests.extractors.reading import marked_figure, read


@pytest.mark.parametrize(
    ("case", "value", "unit"),
    [
        ("ahead of the «27th St. Petersburg forum»", 27, "forum"),
        ("the «twenty-third meeting» of the commission", 23, "meeting"),
        ("The «Thirty-first session» was put off.", 31, "session"),
        ("his «35th visit» to Astana", 35, "visit"),
        ("the «XII Forum» of regions", 12, "forum"),
        ("the «XX Forum» of regions", 20, "forum"),
        ("the «19th interregional cooperation forum»", 19, "forum"),
        ("the «fifth session»", 5, "session"),
        ("for the «third time»", 3, "time"),
        ("the «21st meeting» of the council", 21, "meeting"),
        ("the «30th anniversary» of ties", 30, "anniversary"),
        ("the «second round» of talks", 2, "round"),
        ("the «11th package» of sanctions", 11, "package"),
        ("The meeting is already the «fifth».", 5, "meeting"),
    ],
)
def test_ordinal(case: str, value: float, unit: str) -> None:
    figure = marked_figure(case)
    assert (figure.kind, figure.value, figure.unit) == (Kind.ORDINAL, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "the twenty-third of May",
        "in the twenty-first century",
        "the first visit",
        "First, he left.",
        "on the one hand",
        "a second time",
        "the third party",
        "the second largest city",
        "the fifth of the five",
        "World War II",
        "Nicholas II",
        "Chapter IV",
        "in the 20th century",
        "the 5th Army",
        "X marks the spot",
        "Louis XIV",
    ],
)
def test_no_ordinal(text: str) -> None:
    assert [text[f.start : f.end] for f in read(text) if f.kind is Kind.ORDINAL] == []
