"""A text's figures as a whole: what is read, in which order, and by which rule."""

from __future__ import annotations

import pytest

from extractors import mentions
from extractors.drafts import Conventions
from extractors.model import Kind
from tests.extractors.reading import read

TEXT = (
    "Turnover of Kazakhstan with Omsk grew 12.5% to $2.4 billion in 2022. Some 40 trains a day, or a third of all, "
    "cross at Petropavl. The XII Forum brought 3,200 guests for two days."
)


def test_every_figure_once_and_in_order() -> None:
    assert [(TEXT[m.start : m.end], m.kind) for m in mentions.read(TEXT).mentions] == [
        ("12.5%", Kind.PERCENT),
        ("$2.4 billion", Kind.MONEY),
        ("2022", Kind.PERIOD),
        ("40 trains a day", Kind.COUNT),
        ("a third", Kind.PERCENT),
        ("XII Forum", Kind.ORDINAL),
        ("3,200 guests", Kind.COUNT),
        ("two days", Kind.DURATION),
    ]


def test_every_figure_names_its_rule() -> None:
    assert all(m.rule for m in mentions.read(TEXT).mentions)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "No figures here.", "…", "?!"])
def test_nothing_to_read(text: str) -> None:
    assert read(text) == []


def test_large_numbers_stand_alone_and_small_ones_do_not() -> None:
    assert [f.value for f in read("He named 40 million. He named 40.")] == [40e6]


@pytest.mark.parametrize(
    ("text", "value", "convention"),
    [
        ("one of the best teams", 1, "every_count"),
        ("He named 40.", 40, "bare"),
    ],
)
def test_conventions_of_test_sets_are_switched_on(text: str, value: float, convention: str) -> None:
    """What other sets count as figures is off in the product."""
    assert read(text) == []
    conventions = Conventions(**{convention: True, "bare": True})
    assert [m.value for m in mentions.read(text, conventions=conventions).mentions] == [value]


def test_vague_amounts_only_on_demand() -> None:
    text = "millions of Americans"
    assert read(text) == []
    (vague,) = mentions.read(text, conventions=Conventions(vague=True)).mentions
    assert (vague.value_low, vague.value_high) == (1e6, 1e7)


def test_units_as_written_only_on_demand() -> None:
    text = "35 gigawatt hours"
    assert [(f.value, f.unit) for f in read(text)] == [(35e6, "kWh")]
    (figure,) = mentions.read(text, conventions=Conventions(as_written=True)).mentions
    assert (figure.value, figure.unit) == (35, "gigawatt hour")
