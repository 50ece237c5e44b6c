"""People and counted things: the noun is the unit."""

from __future__ import annotations

import pytest

from extractors.model import Kind
from tests.extractors.reading import marked_figure, read


@pytest.mark.parametrize(
    ("case", "value", "unit"),
    [
        ("«three coal-fired thermal power plants»", 3, "power plant"),
        ("«35 million users»", 35e6, "user"),
        ("«20m of its handsets»", 20e6, "handset"),
        ("«5 joint ventures»", 5, "joint venture"),
        ("«Three and a half million Russians»", 3.5e6, "person"),
        ("«7,000 Russian citizens»", 7000, "person"),
        ("«450,300 people»", 450_300, "person"),
        ("«60,000 Kazakhs»", 60_000, "person"),
        ("a force «150 strong»", 150, "person"),
        ("«100,000-strong» army", 100_000, "person"),
        ("«5,000 Russian students»", 5000, "student"),
        ("«14 power units»", 14, "power unit"),
        ("«two dozen agreements»", 24, "agreement"),
        ("«five of our neighbours»", 5, "neighbour"),
        ("«12 Su-30SM fighters»", 12, "fighter"),
        ("«1.5 mln head» of cattle", 1.5e6, "head"),
        ("«300 cars a day»", 300, "car/day"),
        ("«twenty-odd countries»", 20, "country"),
        ("«1,500-plus delegates»", 1500, "delegate"),
        ("«5 or more firms»", 5, "firm"),
        ("«76 regions» of Russia", 76, "region"),
        ("He named «40 million».", 40e6, ""),
        ("«30 documents» and memorandums", 30, "document"),
        ("«200,000 Russians» entered.", 200_000, "person"),
    ],
)
def test_count(case: str, value: float, unit: str) -> None:
    figure = marked_figure(case)
    assert (figure.kind, figure.value, figure.unit) == (Kind.COUNT, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "in 2021 more people came",
        "In 2021 prices rose",
        "since 1991 relations",
        "the two countries",
        "both sides",
        "one of the best",
        "one another",
        "Forum 2018 guests",
        "five is enough",
        "No one knows.",
        "by 2030 emissions",
        "a few firms",
        "dozens of firms",
        "Over 9 is fine.",
        "page 5 says",
        "his two sons",
        "during 2019 sanctions",
    ],
)
def test_no_count(text: str) -> None:
    assert [text[f.start : f.end] for f in read(text) if f.kind is Kind.COUNT] == []
