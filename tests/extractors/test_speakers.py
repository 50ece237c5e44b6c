"""Speakers: the one a sentence or its quotation names, as written; «…» marks the figure."""

from __future__ import annotations

import pytest

from extractors import speakers
from tests.extractors.figures import document


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Trade grew by «7%», Putin said.", "Putin"),
        ("Vladimir Putin said that trade grew by «7%».", "Vladimir Putin"),
        ("Russian President Vladimir Putin noted growth of «7%».", "Vladimir Putin"),
        ("“It grew by «7%»,” explains Kazakh political scientist Islam Kuraev.", "Islam Kuraev"),
        ("“It grew by «7%»,” said Darkhan Kaletayev.", "Darkhan Kaletayev"),
        ("“It grew by «7%»,” said Timur Suleimenov, deputy head of the administration.", "Timur Suleimenov"),
        (
            "“It grew by «7%»,” Askar Zhambakin, Vice Minister of Digital Development, Innovation, said .",
            "Askar Zhambakin",
        ),
        ("It grew by «7%», rightly noted the head of the Analytical Club, Nikita Mendkovich.", "Nikita Mendkovich"),
        ("It grew by «7%», according to the Bureau of National Statistics.", "Bureau of National Statistics"),
        ("According to Rosstat, it grew by «7%».", "Rosstat"),
        ("The data of the Federal Customs Service show growth of «7%».", "Federal Customs Service"),
        ("More than «200,000» have come, the interior minister in Astana stated.", "interior minister in Astana"),
        ("It passed «$26 billion», Kazakhstan's foreign minister told reporters.", "Kazakhstan's foreign minister"),
        ("It may sink by «30%», its Russian operator warned.", "Russian operator"),
        ("Turnover is «$20 billion», both presidents noted.", "presidents"),
    ],
)
def test_speaker(text: str, speaker: str) -> None:
    assert speakers.place(document(text)) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "At the Eastern Economic Forum Tokayev said trade grew by «7%».",  # where the name begins cannot be told
        "Trade grew by «7%».",
        "Trade grew by «7%», he said.",
        "Kazakhstan reported growth of «7%».",
        "Tajikistan added «2.7%».",
        "The post-Soviet states sold «5 million tons».",
        "According to various sources, «5,000» people came.",
        "It is said that «5,000» people came.",
        "Putin said nothing of it.\nTrade grew by «7%».",
    ],
)
def test_no_speaker(text: str) -> None:
    assert speakers.place(document(text)) == [""]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Trade grew by «7%». It will grow more,” Putin said. He left.", "Putin"),
        ("Islam Kuraev believes it hardly possible. “Since «70%» of all goods go through Russia, no.”", "Islam Kuraev"),
        ("“It grew,” Kuraev says. “By «7%» this year.”", "Kuraev"),
        ("“Trade grew by «7%».\nIt will grow more,” Putin said.", ""),
        ("“Trade grew,” Putin said. Turnover was «$5 billion».", ""),
    ],
)
def test_quotation_over_sentences(text: str, speaker: str) -> None:
    assert speakers.place(document(text)) == [speaker]
