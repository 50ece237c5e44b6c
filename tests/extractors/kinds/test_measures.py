"""How measures stand in a sentence (``test_units`` has a line for every unit)."""

from __future__ import annotations

import pytest

from extractors.model import Kind
from tests.extractors.reading import marked_figure, read


@pytest.mark.parametrize(
    ("case", "value", "unit"),
    [
        ("the Atyrau-Samara line «8.6mn t»", 8.6e6, "tonne"),
        ("«5.4 cubic km» of water", 5.4, "bcm"),
        ("tankers of «12,000 dwt»", 12000, "tonne"),
        ("Oil through the CPC: «54.9 mt»", 54.9e6, "tonne"),
        ("a cargo of «30,000 mt»", 30e3, "tonne"),
        ("«2.5 mln mt» of wheat", 2.5e6, "tonne"),
        ("guidance of «21,500 tU»", 21500, "tonne"),
        ("a mill of «600,000 tpy»", 600e3, "tonne"),
        ("«7,500 km» of border", 7500, "km"),
        ("«7,5 thousand km»", 7500, "km"),
        ("a «1,200-km» pipeline", 1200, "km"),
        ("«seven kilometres» away", 7, "km"),
        ("«1.2 km» away", 1.2, "km"),
        ("«Half a kilometre» away", 0.5, "km"),
        ("«25kg» of rice", 25, "kg"),
        ("«3.9m tonnes» of steel", 3.9e6, "tonne"),
        ("«20m square metres» of housing", 20e6, "m2"),
        ("a «60 m» blade", 60, "m"),
        ("stands «37m» tall", 37, "m"),
        ("«5 m», he said", 5, "m"),
        ("«9.4 mn tons» of oil", 9.4e6, "tonne"),
        ("«4,350 thousand tons»", 4.35e6, "tonne"),
        ("«two dozen tons»", 24, "tonne"),
        ("«100 t» of oil", 100, "tonne"),
        ("It was «minus 35 degrees Celsius».", -35, "celsius"),
        ("It was «-20°C» outside.", -20, "celsius"),
        ("It was +«5 degrees» outside.", 5, "degree"),
        ("«1.7 trillion cubic metres» of gas", 1700, "bcm"),
        ("«45 billion m³» of gas", 45, "bcm"),
        ("«1 billion cubic meters per year»", 1, "bcm"),
    ],
)
def test_measure(case: str, value: float, unit: str) -> None:
    figure = marked_figure(case)
    assert figure.value == pytest.approx(value)
    assert figure.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "five m",
        "a few tons",
        "tons of work",
        "kilometres long",
        "the G 7",
        "several miles",
        "M 5",
        "feet first",
        "5-a-side",
        "3-D",
        "2 Cs",
        "kg",
    ],
)
def test_no_measure(text: str) -> None:
    measures = {Kind.LENGTH, Kind.AREA, Kind.MASS, Kind.VOLUME, Kind.ENERGY}
    assert [text[f.start : f.end] for f in read(text) if f.kind in measures] == []
