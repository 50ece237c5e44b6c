from __future__ import annotations

import pytest

from views.rounding import digits, step


@pytest.mark.parametrize(
    ("text", "value", "unit_of_last_digit"),
    [
        ("$28.2 billion", 28.2e9, 0.1e9),
        ("$28.25bn", 28.25e9, 0.01e9),
        ("20 billion dollars", 20e9, 1e9),
        ("7 thousand kilometers", 7000, 1000),
        ("7.5 thousand km", 7500, 100),
        ("7,500 km", 7500, 100),
        ("7 500 km", 7500, 100),
        ("7598.8 km", 7598.8, 0.1),
        ("647,732 people", 647_732, 1),
        ("3,500,000 people", 3_500_000, 100_000),
        ("20%", 20, 1),
        ("7%", 7, 1),
        ("18.4 percent", 18.4, 0.1),
        ("200 firms", 200, 10),
        ("76", 76, 1),
        ("Three and a half million Russians", 3.5e6, 1e5),
        ("two million", 2e6, 1e6),
        ("a third", 100 / 3, 1 / 3),
        ("5.6 bcm", 5.6, 0.1),
    ],
)
def test_step(text: str, value: float, unit_of_last_digit: float) -> None:
    assert step(text, value) == pytest.approx(unit_of_last_digit)


@pytest.mark.parametrize(("value", "count"), [(7000, 1), (7500, 2), (7598.8, 5), (28.2e9, 3), (0, 0), (-6.3, 2)])
def test_digits(value: float, count: int) -> None:
    assert digits(value) == count
