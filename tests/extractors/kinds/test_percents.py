"""Percentages, percentage points, and parts of a whole in words."""

from __future__ import annotations

import pytest

from extractors.model import Kind
from tests.extractors.reading import marked_figure, read


@pytest.mark.parametrize(
    ("case", "value", "unit"),
    [
        ("Demarcation is «two thirds» done.", 66.66667, "percent"),
        ("Russia accounted for «one passenger in six».", 16.66667, "percent"),
        ("«One voter in four» stayed away.", 25, "percent"),
        ("It owns less than «a fourth».", 25, "percent"),
        ("There are «a tenth» fewer than in 2010.", 10, "percent"),
        ("«every third» tourist headed for Omsk", 33.3333, "percent"),
        ("«Every fifth» resident is Russian.", 20, "percent"),
        ("«every eleventh» student", 100 / 11, "percent"),
        ("It was 38%, compared to «a quarter» two years earlier.", 25, "percent"),
        ("It holds half the shares, up from «a third» a year ago.", 33.3333, "percent"),
        ("Officials admit to «half» that number.", 50, "percent"),
        ("grew «7%»", 7, "percent"),
        ("grew «7.5 %»", 7.5, "percent"),
        ("grew «7,5%»", 7.5, "percent"),
        ("grew «7 percent»", 7, "percent"),
        ("grew «seven percent»", 7, "percent"),
        ("grew «7 per cent»", 7, "percent"),
        ("grew «7 pct»", 7, "percent"),
        ("grew «7pc»", 7, "percent"),
        ("a «7-percent» rise", 7, "percent"),
        ("«70 “%» of goods", 70, "percent"),
        ("grew «.5%»", 0.5, "percent"),
        ("grew «3½ percent»", 3.5, "percent"),
        ("by «half a percent»", 0.5, "percent"),
        ("«100%» of it", 100, "percent"),
        ("fell «0.25 percentage points»", 0.25, "percentage_point"),
        ("fell «2 percentage point»", 2, "percentage_point"),
        ("fell «2 p.p.»", 2, "percentage_point"),
        ("fell «2 pp» in May", 2, "percentage_point"),
        ("fell «50 basis points»", 0.5, "percentage_point"),
        ("fell «50 bps»", 0.5, "percentage_point"),
        ("«a third» of exports", 100 / 3, "percent"),
        ("«Two thirds» of the crop", 200 / 3, "percent"),
        ("«three-quarters» of them", 75, "percent"),
        ("«One fifth» of exports", 20, "percent"),
        ("«half» of the land", 50, "percent"),
        ("«Half» the land is steppe.", 50, "percent"),
        ("«a half» of all transit", 50, "percent"),
        ("«one in ten» families", 10, "percent"),
        ("«two out of three» voters", 200 / 3, "percent"),
        ("«2/3» of the votes", 200 / 3, "percent"),
        ("Trade grew by «a quarter».", 25, "percent"),
        ("Prices rose by «two thirds».", 200 / 3, "percent"),
        ("more than «a third» went", 100 / 3, "percent"),
    ],
)
def test_percent(case: str, value: float, unit: str) -> None:
    figure = marked_figure(case)
    assert figure.value == pytest.approx(value)
    assert (figure.kind, figure.unit) == (Kind.PERCENT, unit)


@pytest.mark.parametrize(
    "text",
    [
        "They opened one plant in five years.",
        "It has one office in six regions.",
        "One man in black came.",
        "A fourth visit follows.",
        "Every second Friday they meet.",
        "Every third year the river floods.",
        "He calls every first of the month.",
        "compared with a quarter ago",
        "It fell against a third currency.",
        "a third country",
        "the third time",
        "a quarter of an hour earlier he left",
        "the second half",
        "half-brother",
        "the first half",
        "a fifth column",
        "in the last quarter",
        "per cent",
        "100 pcs",
        "half past ten",
        "a percentage",
        "A third party said so.",
        "three in the morning",
        "the other half",
    ],
)
def test_no_percent(text: str) -> None:
    assert [text[f.start : f.end] for f in read(text) if f.kind is Kind.PERCENT] == []
