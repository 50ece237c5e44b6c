"""Multiples."""

from __future__ import annotations

import pytest

from extractors.model import Change, Kind
from tests.extractors.reading import marked_figure, read

UP, DOWN, NONE = Change.UP, Change.DOWN, Change.NONE


@pytest.mark.parametrize(
    ("case", "value", "change"),
    [
        ("Sales are to «halve» by the end of the year.", 2, DOWN),
        ("Exports grew over «250 times».", 250, UP),
        ("Exports «doubled».", 2, UP),
        ("Exports more than «tripled».", 3, UP),
        ("Exports will «double» by 2030.", 2, UP),
        ("Exports «quadrupled».", 4, UP),
        ("Places there will «double» to 3,000.", 2, UP),
        ("Trade is to «triple» to $30bn.", 3, UP),
        ("Turnover may «quadruple» over ten years.", 4, UP),
        ("Exports dropped «threefold».", 3, DOWN),
        ("Sales fell «twofold» last year.", 2, DOWN),
        ("Imports have grown by «one and a half times»\nASTANA", 1.5, UP),
        ("Staff «halved».", 2, DOWN),
        ("a «twofold» rise", 2, UP),
        ("Exports grew «fivefold».", 5, UP),
        ("Exports grew «1.7-fold».", 1.7, UP),
        ("Exports grew «5-fold».", 5, UP),
        ("Exports grew «2.5 times».", 2.5, UP),
        ("Exports grew «two-and-a-half times».", 2.5, UP),
        ("Exports grew by «1.5-2 times».", 1.75, UP),
        ("«12 times» more than in 2010", 12, UP),
        ("«2.5 times» as many", 2.5, NONE),
        ("«Twice» as many came.", 2, NONE),
        ("«Three times» more people came.", 3, UP),
        ("profits grew «4x»", 4, UP),
        ("It is «1.5 times» cheaper.", 1.5, NONE),
        ("The number has grown «10 times» since 2000.", 10, UP),
    ],
)
def test_multiple(case: str, value: float, change: Change) -> None:
    figure = marked_figure(case)
    assert figure.value == pytest.approx(value)
    assert (figure.kind, figure.unit, figure.change) == (Kind.RATIO, "times", change)


@pytest.mark.parametrize(
    "text",
    [
        "They met over 250 times, mostly in Astana.",
        "They met 3 times.",
        "a double room",
        "a double to remember",
        "He plays the double to perfection.",
        "from single to triple jump",
        "double-decker buses",
        "the two halves",
        "hard times",
        "the Times",
        "a double agent",
        "three times a week",
        "manifold problems",
        "the 4x4 race",
        "twice a year",
        "once more",
        "a triple jump",
        "the single most",
    ],
)
def test_no_multiple(text: str) -> None:
    assert [text[f.start : f.end] for f in read(text) if f.kind is Kind.RATIO] == []
