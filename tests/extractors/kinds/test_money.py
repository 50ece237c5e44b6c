"""Money: sign, code or name, before or after the number (``test_currencies`` has a line for every currency)."""

from __future__ import annotations

import pytest

from extractors.model import Kind
from tests.extractors.reading import marked_figure, read


@pytest.mark.parametrize(
    ("case", "value", "unit"),
    [
        ("turnover of «$28.2 billion», officials say", 28.2e9, "USD"),
        ("some «100 million dollars».", 100e6, "USD"),
        ("«$3.4B» in bonds", 3.4e9, "USD"),
        ("«$500K» in cash", 500e3, "USD"),
        ("«$20m» in cash", 20e6, "USD"),
        ("a cap of «$2.1T»", 2.1e12, "USD"),
        ("«$76 US»", 76, "USD"),
        ("«$5 billion dollars»", 5e9, "USD"),
        ("a «$500 million» loan", 500e6, "USD"),
        ("a «1-billion-euro» credit", 1e9, "EUR"),
        ("a «5-dollar» bill", 5, "USD"),
        ("«A million dollars» was lost.", 1e6, "USD"),
        ("«Three hundred and fifty thousand dollars»", 350e3, "USD"),
        ("«1 234 567 roubles»", 1_234_567, "RUB"),
        ("«1.234,56 euros»", 1234.56, "EUR"),
        ("«3m roubles» of tax", 3e6, "RUB"),
        ("a loss of «-$5 million»", -5e6, "USD"),
        ("a balance of «-12.5 billion tenge»", -12.5e9, "KZT"),
        ("minus: «$-50»", -50, "USD"),
        ("«half a billion dollars»", 5e8, "USD"),
        ("(«€1.5 million»)", 1.5e6, "EUR"),
        ("KZT/USD: «449.87 tenge»", 449.87, "KZT"),
        ("«5 million pounds» in notes", 5e6, "GBP"),
    ],
)
def test_money(case: str, value: float, unit: str) -> None:
    figure = marked_figure(case)
    assert figure.value == pytest.approx(value)
    assert (figure.kind, figure.unit) == (Kind.MONEY, unit)


@pytest.mark.parametrize(
    "text",
    [
        "paid in rubles and tenge",
        "billions of dollars",
        "the dollar fell",
        "5 pounds of flour",
        "won 5 games",
        "3 real friends",
        "He won 12 seats",
        "US 40th Infantry",
        "the ruble zone of 15 states",
        "a $-denominated loan",
        "10 yenisei boats",
        "20 European firms",
        "Eur 2020",
        "the euro area's 20 members",
    ],
)
def test_no_money(text: str) -> None:
    assert [text[f.start : f.end] for f in read(text) if f.kind is Kind.MONEY] == []
