"""Numbers as written: every form and its value; what is no number."""

from __future__ import annotations

import pytest

from extractors import numbers
from extractors.characters import plain
from tests.extractors.reading import unmarked

DIGITS: list[tuple[str, float]] = [
    ("«7» bridges", 7),
    ("«120» wagons", 120),
    ("«7,500» km", 7500),
    ("«7,5 thousand» km", 7500),
    ("«12,5» km", 12.5),
    ("«0,125» of it", 0.125),
    ("«3.75» metres", 3.75),
    ("«.75» metres", 0.75),
    ("«1,234,567» votes", 1_234_567),
    ("«1.234.567» votes", 1_234_567),
    ("«1,234.56» roubles", 1234.56),
    ("«1.234,56» euros", 1234.56),
    ("«1'234'567» francs", 1_234_567),
    ("«647 732» people", 647_732),
    ("«12 000,5» tons", 12_000.5),
    ("«19 766 807.5» hryvnias", 19_766_807.5),
    ("«5\u00a0000» tons", 5000),
    ("«5\u202f000\u202f000» tenge", 5_000_000),
    ("«5\u2009000» tons", 5000),
    ("«12,34,56,789» rupees", 123_456_789),
    ("«５００» yen", 500),
]
SCALES: list[tuple[str, float]] = [
    ("«28.2 billion» dollars", 28.2e9),
    ("«1 billion 250 million» rubles", 1.25e9),
    ("«2 mln 300 thousand» tenge", 2.3e6),
    ("«12 thousand 500» people", 12_500),
    ("«3 hundred thousand» tons", 3e5),
    ("«40 thousand» students", 4e4),
    ("«40 thou» students", 4e4),
    ("«40 thsd» students", 4e4),
    ("«9.4 mn» tons", 9.4e6),
    ("«9.4 mln» tons", 9.4e6),
    ("«9.4 mio» euros", 9.4e6),
    ("«2 bn» roubles", 2e9),
    ("«25Bln» in all", 25e9),
    ("«2 milliard» marks", 2e9),
    ("«1.2 trillion» tenge", 1.2e12),
    ("«1.2 trln» tenge", 1.2e12),
    ("«1.2 tn» yuan", 1.2e12),
    ("«11.8M» users", 11.8e6),
    ("«5k» runners", 5000),
    ("«5K» runners", 5000),
    ("«4,350,120 thousand» tenge", 4_350_120e3),
    ("«6-million» city", 6e6),
    ("«1.5 lakh» farmers", 1.5e5),
    ("«20 crore» rupees", 2e8),
]
WORDS: list[tuple[str, float]] = [
    ("«seven» bridges", 7),
    ("«Twelve» months", 12),
    ("«twenty-one» guns", 21),
    ("«forty five» days", 45),
    ("«a hundred» trains", 100),
    ("«a hundred and twenty» seats", 120),
    ("«one hundred twenty-five» delegates", 125),
    ("«three hundred thousand» voters", 3e5),
    ("«two hundred and thirty-four thousand» jobs", 234_000),
    ("«two million three hundred thousand» tons", 2.3e6),
    ("«a thousand and one» nights", 1001),
    ("«Three and a half million» people", 3.5e6),
    ("«two and a quarter» hours", 2.25),
    ("«five and two thirds» miles", 5 + 2 / 3),
    ("«two-and-a-half» weeks", 2.5),
    ("«a million and a half» tons", 1.5e6),
    ("«half a million» people", 5e5),
    ("«half a billion» tenge", 5e8),
    ("«half an hour» late", 0.5),
    ("«two dozen» firms", 24),
    ("«a dozen» firms", 12),
    ("«half a dozen» firms", 6),
    ("«four billion» cubic metres", 4e9),
    ("«one trillion» roubles", 1e12),
    ("«two point five million» barrels", 2.5e6),
    ("«a hundred point five» metres", 100.5),
    ("«zero» cases", 0),
]
FRACTIONS: list[tuple[str, float]] = [
    ("«a third» of them", 1 / 3),
    ("«two thirds» of the crop", 2 / 3),
    ("«three-quarters» of the crop", 0.75),
    ("«one fifth» of exports", 0.2),
    ("«four fifths» of the land", 0.8),
    ("«half» of the land", 0.5),
    ("«one half» of the land", 0.5),
    ("«a half» of the land", 0.5),
    ("«one in three» families", 1 / 3),
    ("«two out of three» voters", 2 / 3),
    ("«6 out of 10» voters", 0.6),
    ("«one in every five» flights", 0.2),
    ("«2/3» of the votes", 2 / 3),
]
MIXED: list[tuple[str, float]] = [
    ("«3½» percent", 3.5),
    ("«3 ½» percent", 3.5),
    ("«1 1/2» miles", 1.5),
    ("«2-1/4» inches", 2.25),
    ("«¼» of the land", 0.25),
    ("«5¾ million» bushels", 5.75e6),
]
ORDINALS: list[tuple[str, float]] = [
    ("the «19th» forum", 19),
    ("the «3rd» visit", 3),
    ("its «fifth» session", 5),
    ("the «XII» Forum", 12),
]


@pytest.mark.parametrize(("case", "value"), DIGITS + SCALES + WORDS + FRACTIONS + MIXED + ORDINALS)
def test_number_is_read_whole(case: str, value: float) -> None:
    text, (span,) = unmarked(case)
    found = [numeral for numeral in numbers.find(plain(text)) if numeral.start == span[0]]
    assert [text[numeral.start : numeral.end] for numeral in found] == [text[span[0] : span[1]].removesuffix(" hour")]
    assert found[0].value == pytest.approx(value)


@pytest.mark.parametrize(
    ("case", "values"),
    [
        ("in «3 million» «20» were left", [3e6, 20]),
        ("«5 thousand» «2022»", [5000, 2022]),
        ("«1 billion» «250 thousand»", [1e9, 250_000]),
        ("In «2021» «300» people left", [2021, 300]),  # a year and a number, not 2,021,300
        ("between «three» and «five thousand» people", [3, 5000]),
        ("between «one hundred» and «two hundred» cars", [100, 200]),
        ("between «five million» and «ten million» tons", [5e6, 1e7]),
        ("in groups of «twenty», «thirty» and «forty»", [20, 30, 40]),
        ("from «5» to «7,5»", [5, 7.5]),
    ],
)
def test_neighbours_stay_apart(case: str, values: list[float]) -> None:
    text, spans = unmarked(case)
    found = [(n.value, (n.start, n.end)) for n in numbers.find(text)]
    assert found == list(zip(values, spans, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "1.2.3",
        "192.168.0.1",
        "0,5,7",
        "12.11.2023",
        "someone",
        "often",
        "tender",
        "Sixteenth-century",
        "a",
        "and",
        "weight",
        "IIII wins",
        "1" * 5000,
        "billions",
        "the point of it",
    ],
)
def test_not_a_number(text: str) -> None:
    assert [n for n in numbers.find(text) if not n.ordinal] == []


@pytest.mark.parametrize("digits", ["", "1.2.3", "1,2,3", "0,5,7", "1'23", "1,234.567.8", "9" * 400, "1." + "9" * 30])
def test_no_value(digits: str) -> None:
    assert numbers.written(digits) is None


@pytest.mark.parametrize(
    ("letters", "value"),
    [
        ("IV", 4),
        ("IX", 9),
        ("XII", 12),
        ("XIX", 19),
        ("XXXIX", 39),
        ("IIII", None),
        ("VX", None),
        ("XXXX", None),
        ("", None),
    ],
)
def test_roman(letters: str, value: int | None) -> None:
    assert numbers.roman(letters) == value
