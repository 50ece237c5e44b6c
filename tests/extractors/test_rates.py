"""What a figure is per."""

from __future__ import annotations

import pytest

from extractors.rates import rate
from tests.extractors.reading import marked_figure


@pytest.mark.parametrize(
    ("case", "unit"),
    [
        ("«1.2 million barrels per day»", "barrel/day"),
        ("«300 cars a day»", "car/day"),
        ("«60 flights a week»", "flight/week"),
        ("«1,500 cubic meters per second»", "m3/second"),
        ("«1,000 t/day»", "tonne/day"),
        ("«13.8 centners per hectare»", "tonne/ha"),
        ("«30,000 tons of grain per month»", "tonne/month"),
        ("«350 thousand tenge a month»", "KZT/month"),
        ("«350 thousand tenge monthly»", "KZT/month"),
        ("«$83.45 a barrel»", "USD/barrel"),
        ("«$45/MWh»", "USD/MWh"),
        ("«15 rubles/kWh»", "RUB/kWh"),
        ("«15.6 tenge per kilowatt-hour»", "KZT/kWh"),
        ("«500 rubles per kilogram»", "RUB/kg"),
        ("«$2,031 per ounce»", "USD/ounce"),
        ("«$280 per thousand cubic meters»", "USD/1000m3"),
        ("«5 euros per 1,000 cubic metres»", "EUR/1000m3"),
        ("«$1,400 per capita»", "USD/person"),
        ("«20 dollars per passenger»", "USD/passenger"),
        ("«9 million tons a year»", "tonne"),  # a year's quantity is the year's quantity
        ("«9 million tons annually»", "tonne"),
        ("«9 million tons per annum»", "tonne"),
    ],
)
def test_rate(case: str, unit: str) -> None:
    assert marked_figure(case).unit == unit


@pytest.mark.parametrize(
    ("case", "unit"),
    [
        ("«$500» a month earlier", "USD"),
        ("«5 tons» a year ago", "tonne"),
        ("«5 tons» a week later", "tonne"),
        ("«92.4 rubles» per dollar", "RUB"),  # an exchange rate is money
        ("«5 dollars» a surprise", "USD"),
        ("«5 percent» per year", "percent"),
        ("«100 firms» a paper said", "firm"),
        ("«5 km» per cent", "km"),
    ],
)
def test_no_rate(case: str, unit: str) -> None:
    assert marked_figure(case).unit == unit


def test_nothing_after_the_figure() -> None:
    assert rate("35 barrels", 10) == ("", "", 10)
