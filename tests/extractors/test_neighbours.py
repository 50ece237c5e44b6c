"""What figures owe their neighbours: ranges, levels of a change, units that stand on one side only."""

from __future__ import annotations

import pytest

from extractors.model import Qualifier
from tests.extractors.reading import marked_figure, marked_figures, read, unmarked


@pytest.mark.parametrize(
    ("case", "low", "high", "unit"),
    [
        ("a target of «68mn-70mn t»", 68e6, 70e6, "tonne"),
        ("«$11–12 billion»", 11e9, 12e9, "USD"),
        ("«11-12 billion dollars»", 11e9, 12e9, "USD"),
        ("«$1.5-2bn»", 1.5e9, 2e9, "USD"),
        ("«USD 5-6 mln»", 5e6, 6e6, "USD"),
        ("between «$5 and $7 million»", 5e6, 7e6, "USD"),
        ("between «$5 million and $7 million»", 5e6, 7e6, "USD"),
        ("«800 million to 1.2 billion roubles»", 8e8, 1.2e9, "RUB"),
        ("from «5.1 to 7.9 million tons»", 5.1e6, 7.9e6, "tonne"),
        ("between «three and five thousand people»", 3000, 5000, "person"),
        ("from «three to five thousand people»", 3000, 5000, "person"),
        ("«2-3 thousand jobs»", 2000, 3000, "job"),
        ("«two-and-a-half to three weeks»", 2.5, 3, "week"),
        ("«two or three months»", 2, 3, "month"),
        ("«20-30 percent» lower", 20, 30, "percent"),
        ("«4.5-5%» next year", 4.5, 5, "percent"),
        ("«4.5% to 5%» next year", 4.5, 5, "percent"),
        ("ranging from «10 to 20 km»", 10, 20, "km"),
        ("winds of «15-20 m/s»", 15, 20, "m/second"),
        ("«$230-235 per ton»", 230, 235, "USD/tonne"),
        ("«38-40°C» in the south", 38, 40, "celsius"),
        ("«-5 to -10 degrees»", -10, -5, "degree"),
        ("«1.5-2 times» as much", 1.5, 2, "times"),
        ("prices from «2,500 to 9,000 tenge»", 2500, 9000, "KZT"),
        ("aged between «20 and 35»", 20, 35, "year"),
        ("we even added «2 to 3 per cent»", 2, 3, "percent"),
        ("prices rose «10 to 15 percent»", 10, 15, "percent"),
    ],
)
def test_range(case: str, low: float, high: float, unit: str) -> None:
    figure = marked_figure(case)
    assert figure.value_low == pytest.approx(low)
    assert figure.value_high == pytest.approx(high)
    assert figure.unit == unit
    assert figure.value == pytest.approx((low + high) / 2)
    assert figure.qualifier is Qualifier.RANGE


@pytest.mark.parametrize(
    "case",
    [
        "It fell from «41 percent» to «17.5 percent».",  # two levels of a change
        "It fell from «41» to «17.5 percent».",
        "Trade grew from «$20 billion» to «$28 billion».",
        "Oil transit will grow from «10 million» to «15 million tons».",
        "The price jumped from «$60» to «$85 a barrel».",
        "The number of flights will rise from «51» to «60».",
        "«5 tons» and «7 tons»",
        "«5 dollars» or «400 roubles»",
        "«12 firms» to «3 banks»",
        "Trade rose «5%» to «$8 billion».",
        "«$5 billion» - «12%» of the budget",
        "«640 billion rubles» («$7.1 billion»)",
    ],
)
def test_two_figures_and_no_range(case: str) -> None:
    assert [figure.value_low for figure in marked_figures(case)] == [None, None]


@pytest.mark.parametrize(
    ("case", "values", "units"),
    [
        (
            "Belarus sent «100 men», Tajikistan «200», Kyrgyzstan «150» and Armenia «70».",
            [100, 200, 150, 70],
            ["man", "man", "man", "man"],
        ),
        ("It touches seven Kazakh and «twelve Russian regions».", [12], ["region"]),
        ("There are more than «20,000» of them.", [20000], [""]),
        (
            "«85.06 per cent» for Russia, «6.955» for Kazakhstan and «4.86» for Belarus",
            [85.06, 6.955, 4.86],
            ["percent"] * 3,
        ),
        ("«26 percent» in dollars, «9» in tenge", [26, 9], ["percent"] * 2),
        ("They sent «$5 billion» to Russia, «3» to China.", [5e9, 3e9], ["USD"] * 2),
        ("It is to lift capacity from «70,000» to «215,000 TEU».", [70000, 215000], ["TEU", "TEU"]),
        (
            "It placed «20 billion roubles» («$263 million») after it raised «40 billion».",
            [2e10, 2.63e8, 4e10],
            ["RUB", "USD", "RUB"],
        ),
        ("«62.4%» of the people, or «12.6 million», have gas.", [62.4, 12.6e6], ["percent", "person"]),
        ("«40%» of the voters («1.2 million») stayed away.", [40, 1.2e6], ["percent", "person"]),
        ("Its quota is «22,200 permits», though «300,000» work without.", [22200, 300000], ["permit", "person"]),
        ("Of «300 firms», «120» work.", [300, 120], ["firm", "firm"]),
        ("It made «nine launches», «four» fewer than in 2017.", [9, 4], ["launch", "launch"]),
        ("«13,000» of the town's «76,000 people» left.", [13000, 76000], ["person", "person"]),
        (
            "«81 million tons» went by rail, a little more than «13 million» by sea",
            [81e6, 13e6],
            ["tonne", "tonne"],
        ),
        ("China sold «$31 billion» of it, Russia «26 billion»", [31e9, 26e9], ["USD", "USD"]),
        ("«5», «7» and «9 million tons»", [5e6, 7e6, 9e6], ["tonne"] * 3),
        ("Of the «300 firms», «120» are closed.", [300, 120], ["firm", "firm"]),
        ("«1,117 applications» came, «441» of which were approved.", [1117, 441], ["application"] * 2),
        ("«67 people» were on board; «38» of them died.", [67, 38], ["person"] * 2),
        ("It made «$5 billion». There are many firms, «23,480» of them small.", [5e9, 23_480], ["USD", "firm"]),
        ("Trade of «$5 billion» included «3.5 million».", [5e9, 3.5e6], ["USD"] * 2),
        ("the first «100 buses» and the remaining «200»", [100, 200], ["bus", "bus"]),
        ("«11,000 firms» are Russian, «410» German, «275» Italian", [11000, 410, 275], ["firm"] * 3),
        ("It has «11,000 firms» from Russia, Germany («410»), Italy («275»)", [11000, 410, 275], ["firm"] * 3),
        ("It rose from «10 million» to «15 million tons».", [10e6, 15e6], ["tonne", "tonne"]),
        (
            "It provides for «26 projects» worth «$3 billion». «9» of them run.",
            [26, 3e9, 9],
            ["project", "USD", "project"],
        ),
        ("«74» of the «104 items» have never crossed.", [74, 104], ["item", "item"]),
        ("at «nineteen» of the «37 plants»", [19, 37], ["plant", "plant"]),
        ("It ordered «12 fighters»; «eight» had been delivered.", [12, 8], ["fighter", "fighter"]),
        ("«36,000 people» got permits; a mere «812» became citizens.", [36000, 812], ["person", "person"]),
        ("Astana spends «0.9 per cent» of GDP, Moscow «3.9».", [0.9, 3.9], ["percent", "percent"]),
        ("It had «26.4 billion dollars»; in 2022 it was «27.9».", [26.4e9, 27.9e9], ["USD", "USD"]),
    ],
)
def test_unit_of_the_neighbour(case: str, values: list[float], units: list[str]) -> None:
    figures = marked_figures(case)
    assert ([f.value for f in figures], [f.unit for f in figures]) == (values, units)


@pytest.mark.parametrize(
    ("case", "units"),
    [
        ("«640 billion rubles» («$7.1 billion»)", ["RUB", "USD"]),
        ("«800 km» («500 miles»)", ["km", "mile"]),
        ("«85,000 tenge» («$190»)", ["KZT", "USD"]),
        ("«$1 billion» and «500 million rubles»", ["USD", "RUB"]),
        ("«30 °C» («86 °F»)", ["celsius", "fahrenheit"]),
        ("«2.9 trillion tenge» («2.7%» of GDP)", ["KZT", "percent"]),
    ],
)
def test_parallel_units_stay_apart(case: str, units: list[str]) -> None:
    assert [figure.unit for figure in marked_figures(case)] == units


def test_bound_and_direction_hold_for_the_parallel_sum() -> None:
    first, second = marked_figures("Debt exceeded «$15.6 bln» («1.5 trillion rubles»).")
    assert (first.qualifier, second.qualifier) == (Qualifier.MORE_THAN, Qualifier.MORE_THAN)


@pytest.mark.parametrize(
    "case",
    [
        "It sent «100 men», said Russia 24.",
        "They sent «100 men» for Kazakhstan 2050.",
        "«26 percent» in dollars, page 9 in tenge",
        "«5 percent» for Russia, Channel 7 for Kazakhstan",
        "«81 million tons» went by rail. Ivanov, 45, said so.",
        "«5 documents» were signed in 2021.",
        "«300 firms» came to Forum 2018.",
        "«300 firms» came; see page 12.",
        "«300 firms» came by 7.",
        "«12 fighters» flew; one had a fault.",
        "«12 fighters» flew; the two were shot down.",
        "One of the «37 plants» burns gas.",
        "The tenge gained «0.2 percent», to 1.08.",
        "The index lost «0.6 percent», ending at 2,310.5.",
        "It grew by «3 percent», version 10.0.",
    ],
)
def test_no_unit_for_what_is_no_figure(case: str) -> None:
    text, (span,) = unmarked(case)
    assert [(f.start, f.end) for f in read(text)] == [span]


def test_thousands_are_no_percentages() -> None:
    """A number before a percentage in a series takes "percent" only if it may be one."""
    assert [d.value for d in read("Kostanay oblast: 530,000, 49% of all") if d.unit == "percent"] == [49]
    assert [d.value for d in read("Growth of 3, 4 and 5%") if d.unit == "percent"] == [3, 4, 5]
