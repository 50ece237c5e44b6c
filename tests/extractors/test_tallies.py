"""What a bare number counts where its noun stands before it."""

from __future__ import annotations

import pytest

from tests.extractors.reading import marked_figure, read


@pytest.mark.parametrize(
    ("case", "unit"),
    [
        ("Together they employ «130,000».", "person"),
        ("The number of joint ventures rose to «23,000».", "joint venture"),
        ("The number of Russian companies in the country reached «18,000».", "company"),
        ("The total number of visits is «35».", "visit"),
        ("The number of flights: «60».", "flight"),
        ("The number of people in need is now «1,200».", "person"),
        ("The death toll rose to «225».", "person"),
        ("The country's population has passed «20 million».", "person"),
        ("Its population is «19.8 million».", "person"),
        ("Headcount fell to «1,450».", "person"),
        ("Ethnic Russians were «2.98 million».", "person"),
        ("• Companies with Russian participation: «20,318»", "company"),
        ("Trade: $5 bn\nJoint projects: «143», worth $26 bn", "project"),
        ("- Students in Russia: «57,400»", "student"),
        ("Land border: 7,598 km; crossing points: «57»", "point"),
        ("Flights: up to «210» a week", "flight"),
        ("Seats (upper house): «50»", "seat"),
    ],
)
def test_noun_before(case: str, unit: str) -> None:
    assert marked_figure(case).unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "The number of visits grew in 2021.",
        "A number of firms left for Forum 2018.",
        "The number 7 is lucky.",
        "The population was counted in 2009.",
        "The number of visits; the score was 21.",
        "His phone number is 555.",
        "Views: 1,204",
        "Comments: 12",
        "Score at half-time: 21",
        "They signed off a list of the projects: 143",
        "Turnover: 56.2",
        "Time of reading: 10",
    ],
)
def test_nothing_tallied(text: str) -> None:
    assert [text[f.start : f.end] for f in read(text)] == []
