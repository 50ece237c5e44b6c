"""Numbers that are no figures: names, models, labels, clock times, scores, codes."""

from __future__ import annotations

import pytest

from tests.extractors.reading import marked_figure, read

NAMES = [
    "The Soyuz-5 rocket was shown.",
    "The G5+1 met in Vienna.",
    "COVID-19 is over.",
    "An RBMK-1000 reactor was shut.",
    "Forum 2018 opened in Astana.",
    "Rossiya 24 said so.",
    "A Boeing 737 landed.",
    "World War II ended.",
    "Highway 5 is closed.",
    "Section 427 was voided.",
    "The Tu-154 and the An-2 are old.",
    "S-400 systems arrived.",
    "Apollo 11 flew to the Moon.",
    "An iPhone 15 was stolen.",
    "Windows 10 is out of support.",
    "Channel 5 showed it.",
    "The Su-30SM flew.",
    "Type 054A frigates",
    "the AK-47 rifle",
    "the B52 band",
    "the 5G network",
    "a 4K film",
    "the G20 and the C5+1",
    "Baiterek-2",
    "Il-76TD",
    "including S-300PS systems",
    "The T-72B tank",
    "a Mi-8MT helicopter",
]
LABELS = [
    "Article 5 of the treaty",
    "paragraph 3 of resolution 1244",
    "Room 204",
    "Lot No. 5",
    "decree №1212",
    "Agreement No. 234-IV",
    "School No 17",
    "see page 12",
    "chapter 3, table 4.1",
    "Law 88",
    "route 66",
    "ISO 9001",
    "Level 3",
    "case 12/345",
    "phase 2",
    "version 2.0.1",
]
TIMES_AND_SCORES = [
    "at 10:15 a.m.",
    "at 9 pm",
    "at 21:00 Moscow time",
    "at 7 o'clock",
    "They won 3-2.",
    "The score was 101-99.",
    "They lost 0:3.",
    "He ran it in 1:45.32.",
    "GMT+5",
    "a 24/7 service",
    "a 50-50 split",
]
CODES = [
    "Call +7 (495) 123-45-67.",
    "tel. 8-800-555-35-35",
    "IP 192.168.0.1",
    "https://example.com/12345/678",
    "room@42",
    "#17",
    "REUTERS/1234",
    "a 800x600 picture",
    "postcode 010000",
    "item a_12",
    "1. Introduction",
    "2) Results",
    "ISBN 978-3-16-148410-0",
    "the year 2021",
    "in 2021 more was sold",
    "Share 15 Comments 3",
]
NO_FIGURES = [
    "one of the largest",
    "one another",
    "billions of dollars",
    "tens of thousands of Russians",
    "the one who",
    "on the one hand",
    "a second time",
    "First Deputy Minister",
    "one day",
    "no one knows",
    "the two countries",
    "both sides",
]


@pytest.mark.parametrize("text", NAMES + LABELS + TIMES_AND_SCORES + CODES + NO_FIGURES)
def test_no_figure(text: str) -> None:
    assert [text[f.start : f.end] for f in read(text)] == []


@pytest.mark.parametrize(
    ("case", "value"),
    [
        ("In Astana «300 people» marched.", 300),  # a place before a number makes no name of it
        ("On Monday «200 trucks» crossed.", 200),
        ("Some «5 km» away", 5),
        ("The «5-km» run", 5),
        ("sub-«200 km» range", 200),
        ("a pre-2020 price of «5 dollars»", 5),
        ("Oil cost «$80» then.", 80),
        ("the «737 firms» named", 737),
        ("Article 5 set «3 quotas».", 3),
        ("Section 12 cost «4 million tenge».", 4e6),
        ("Rossiya 24 showed «24 films».", 24),
        ("25kg: «25kg» of rice", 25),
        ("up «20m people»", 20e6),
        ("At 9 pm «9 planes» left.", 9),
        ("Kazakhstan «1,200 tons», Russia", 1200),
        ("«Two agreements» were signed.", 2),
        ("One of «10 leaders»", 10),
    ],
)
def test_figure_all_the_same(case: str, value: float) -> None:
    assert marked_figure(case).value == value
