"""Whether a figure is the size of a change, and which way it goes."""

from __future__ import annotations

import pytest

from extractors.model import Change
from tests.extractors.reading import marked_figure, marked_figures

UP = [
    "Trade grew by «7%» on the year.",
    "Trade grew by another «7%».",
    "Trade rose «7 percent».",
    "Trade, which rose sharply, by «7%», is up.",
    "Exports increased by «$2 billion».",
    "Prices climbed «0.5%» in May.",
    "Prices jumped «a third».",
    "Prices soared «1.7 times».",
    "Exports «doubled».",
    "Transit grew «1.4-fold».",
    "The rate was raised by «100 basis points».",
    "an increase of «12%»",
    "a growth of «12%»",
    "a «12%» increase",
    "a «12 percent» rise in prices",
    "Growth was «4.5%».",
    "Growth reached «4.5%» in 2023.",
    "Trade is up «10.3%».",
    "It exceeds the result of the whole of 2022 by «3.2 times».",
    "They fear increases of «10%».",
    "Turnover (plus «5 million tons»)",
    "The economy is growing by «2.5 percent».",
    "Goods exchange came to a record (+ «6.1 %»).",
    "Trade is «10.3%» higher.",
    "«12%» more than in 2022",
    "It shipped «1.6 times» as much as a year ago.",
    "It bought «twice» as many as in June.",
    "Trade totalled $139.8 billion, «3.2%» above 2022.",
    "«5 million tons» more than in 2022",
    "output: 4 mln t (+«2.3%»)",
    "Trade grew by «a quarter».",
    "Exports gained «3%».",
    "Trade has increased almost «sixfold».",
    "The index added «1.2%».",
    "a jump of «20%»",
    "an uptick of «2%»",
    "Freight turnover expanded «9%».",
    "Trade will grow by «5-7%».",
]
DOWN = [
    "Trade fell by «7%».",
    "Trade fell «7 percent».",
    "Exports dropped by «$2 billion».",
    "Output declined «3%».",
    "The rouble lost «2%».",
    "The rouble weakened by «2%».",
    "The tax was cut by «0.25 percentage points».",
    "Output was reduced by «5 million tons».",
    "a decline of «12%»",
    "a «12%» drop",
    "Trade is down «10%».",
    "Prices are «20-30 percent» lower.",
    "«12%» less than in 2022",
    "«12%» fewer visits",
    "Staff «halved».",
    "imports: $4.5 billion (-«12%»)",
    "The market shrank by «a third».",
    "Sales slumped «9%».",
    "Sales plunged «9%».",
    "a contraction of «2.1%»",
    "a reduction of «2.1%»",
    "a loss of «4%» in a day",
]
NONE = [
    "Trade rose to «$56 billion».",
    "Kazakhstan is «twice» as large as Germany.",
    "The field is «2.5 times» as big as its neighbour.",
    "Trade fell to «$1.2 billion».",
    "Inflation slowed to «8.7%».",
    "The rate was raised to «16%».",
    "Trade grew from «$20 billion».",
    "The share is «19.2%».",
    "«12%» of exports",
    "growth, while «12%» of exports went to China",
    "They set up «20 firms».",
    "He gave up «500 hectares».",
    "Cut grass; «12%» of it was dry.",
    "The fall of 2020 saw «300 cars».",
    "up to «300 cars»",
    "«300 cars» rose into the air.",
    "The decline lasted «3 years».",
    "It was up for «3 days».",
    "He rose at 7 and ate «3 eggs».",
    "over the increase, «3 eggs»",
    "a «20-percent» discount",
    "a loan at «3%» a year",
    "a «51 percent» stake",
    "at a rate of «5%»",
    "The plus is that «5%» came.",
    "Prices are twice those of «$5».",
    "The drop-off point is «5 km» away.",
    "Two more: «5 firms»",
]


@pytest.mark.parametrize("case", UP)
def test_up(case: str) -> None:
    assert marked_figure(case).change is Change.UP


@pytest.mark.parametrize("case", DOWN)
def test_down(case: str) -> None:
    assert marked_figure(case).change is Change.DOWN


@pytest.mark.parametrize("case", NONE)
def test_level_or_nothing_of_the_kind(case: str) -> None:
    assert marked_figure(case).change is Change.NONE


@pytest.mark.parametrize(
    ("case", "changes"),
    [
        ("Trade grew «10%» to «$28 billion».", ["up", "none"]),
        ("It sees growth of «2.5 percent» in 2022 and «4.4 percent» in 2023.", ["up", "up"]),
        ("It fell by «3%» and «5%», respectively.", ["down", "down"]),
        ("It forecasts contractions of «3.4 percent» this year and «2.3 percent» in 2023.", ["down", "down"]),
        ("Trade grew by «5%» and «40%» of firms gained.", ["up", "none"]),
        ("They pump «35 bcm» to China plus «10 bcm» for the north.", ["none", "none"]),
        ("A share that falls on Almaty is «40%», on Astana «36%».", ["none", "none"]),
        ("The key rate was cut by «50 basis points» to «9.5%».", ["down", "none"]),
        ("from «41 percent» to «17.5 percent»", ["none", "none"]),
        ("Trade fell «8%», exports rose «3%».", ["down", "up"]),
        ("Exports («$5bn», up «3%») beat imports («$4bn», down «2%»).", ["none", "up", "none", "down"]),
        ("It fell to «$1.2 billion» from «$1.5 billion».", ["none", "none"]),
    ],
)
def test_change_and_level(case: str, changes: list[str]) -> None:
    assert [figure.change for figure in marked_figures(case)] == changes
