"""Which noun is counted, and its singular."""

from __future__ import annotations

import pytest

from extractors.nouns import counted, counts_people, plural, singular


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("countries", "country"),
        ("visits", "visit"),
        ("buses", "bus"),
        ("matches", "match"),
        ("taxes", "tax"),
        ("processes", "process"),
        ("people", "person"),
        ("women", "woman"),
        ("servicemen", "serviceman"),
        ("children", "child"),
        ("crises", "crisis"),
        ("enterprises", "enterprise"),
        ("memoranda", "memorandum"),
        ("ties", "tie"),
        ("aircraft", "aircraft"),
        ("troops", "troop"),
        ("gas", "gas"),
        ("glass", "glass"),
        ("bus", "bus"),
        ("Regions", "region"),
        ("oblasts", "oblast"),
        ("head", "head"),
    ],
)
def test_singular(noun: str, one: str) -> None:
    assert singular(noun) == one


@pytest.mark.parametrize("word", ["plants", "people", "personnel", "Kazakhstanis", "taxis", "aircraft"])
def test_plural(word: str) -> None:
    assert plural(word)


@pytest.mark.parametrize(
    "word", ["this", "is", "less", "various", "economics", "across", "glass", "rises", "crisis", "Paris", "campus"]
)
def test_not_plural(word: str) -> None:
    assert not plural(word)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("3 firms", "firm"),
        ("3 large firms in Omsk", "firm"),
        ("3 coal-fired thermal power plants", "power plant"),
        ("5 joint ventures with Russia", "joint venture"),
        ("9 border crossings", "border crossing"),
        ("4 heads of state", "head"),
        ("7 sports clubs", "club"),
        ("20 arms factories", "factory"),
        ("300 head of cattle", "head"),
        ("12 Su-30SM fighters", "fighter"),
        ("60 cross-border projects", "project"),
    ],
)
def test_counted(text: str, noun: str) -> None:
    found = counted(text, text.index(" "))
    assert found is not None
    assert found[0] == noun


@pytest.mark.parametrize(
    "text",
    [
        "5 in all",
        "2021 more than",
        "5 of the best",
        "12 and other firms",
        "7 has been closed",
        "9 was",
        "5.",
        "5",
        "5, firms",
        "4 (firms)",
        "8 said yes",
        "6 more",
        "5 a day",
    ],
)
def test_nothing_counted(text: str) -> None:
    assert counted(text, len(text) - len(text.lstrip("0123456789"))) is None


@pytest.mark.parametrize(
    "text", ["5 people", "5 residents", "5 Russians", "5 Uzbeks", "5 Kyrgyz citizens", "5 Kazakhstanis"]
)
def test_counts_people(text: str) -> None:
    assert counts_people(text, len(text), singular(text.split()[-1]))


@pytest.mark.parametrize("text", ["5 firms", "5 soldiers", "5 plans", "5 trains", "5 Boeings"])
def test_counts_things(text: str) -> None:
    assert not counts_people(text, len(text), singular(text.split()[-1]))
