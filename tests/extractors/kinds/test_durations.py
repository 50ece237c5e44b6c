"""Lengths of time and ages."""

from __future__ import annotations

import pytest

from extractors.model import Kind
from tests.extractors.reading import marked_figure, read


@pytest.mark.parametrize(
    ("case", "value", "unit"),
    [
        ("a «15-year» contract", 15, "year"),
        ("a «four-month» ban", 4, "month"),
        ("for «99 years»", 99, "year"),
        ("over the past «20 years»", 20, "year"),
        ("for «two decades»", 2, "decade"),
        ("for «half a century»", 0.5, "century"),
        ("within «30 days»", 30, "day"),
        ("within «30 working days»", 30, "day"),
        ("for «three consecutive years»", 3, "year"),
        ("for «one and a half hours»", 1.5, "hour"),
        ("«Half an hour» later", 0.5, "hour"),
        ("in «20 min» he left", 20, "minute"),
        ("for «11.2 seconds»", 11.2, "second"),
        ("for «two weeks»", 2, "week"),
        ("for «two quarters»", 2, "quarter"),
        ("in «one day»", 1, "day"),
        ("the «45-year-old» engineer", 45, "year"),
        ("she is «69 years old»", 69, "year"),
        ("a man aged «54»", 54, "year"),
        ("at the age of «18»", 18, "year"),
    ],
)
def test_duration(case: str, value: float, unit: str) -> None:
    figure = marked_figure(case)
    assert figure.value == pytest.approx(value)
    assert (figure.kind, figure.unit) == (Kind.DURATION, unit)


def test_compound_durations_stay_two_figures() -> None:
    assert [(f.value, f.unit) for f in read("sentenced to 7 years and 6 months")] == [(7, "year"), (6, "month")]


@pytest.mark.parametrize(
    "text",
    [
        "one day we shall see",
        "the second half",
        "year after year",
        "days of talks",
        "the hour has come",
        "in the 20th century",
        "a second opinion",
        "daily",
        "every year",
        "for years",
        "in a month",
    ],
)
def test_no_duration(text: str) -> None:
    assert [text[f.start : f.end] for f in read(text) if f.kind is Kind.DURATION] == []
