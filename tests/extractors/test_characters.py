"""Characters that mean the same are read the same, and offsets stay true."""

from __future__ import annotations

import pytest

from extractors.characters import plain
from tests.extractors.reading import marked_figure, read


@pytest.mark.parametrize(
    ("case", "value"),
    [
        ("«7\u00a0500 km»", 7500),
        ("«7\u202f500\u00a0km»", 7500),
        ("«7\u2009500 km»", 7500),
        ("«7500\u00a0km»", 7500),
        ("«\u22125 km»", -5),
        ("«\ufe635 km»", -5),
        ("an «800\u2011km» road", 800),
        ("an «800\u2010km» road", 800),
        ("an «800\u00adkm» road", 800),
        ("«\uff17\uff10\uff10 km»", 700),
        ("of\u200b«700 km»", 700),
        ("of\ufeff«700 km»", 700),
        ("of \u200e«700 km»\u200f", 700),
        ("«70 “%» of it", 70),
        ("«70\uff05» of it", 70),
        ("«\uff0470» of it", 70),
    ],
)
def test_look_alikes(case: str, value: float) -> None:
    assert marked_figure(case).value == value


@pytest.mark.parametrize("text", ["٣٤٥ km", "३४५ km", "๓๔๕ km", "Ⅻ km", "①②", "ten\u0301 km", "10\u00b3"])
def test_other_scripts_are_left_alone(text: str) -> None:
    """Their texts are not English; 10³ is not 103."""
    assert [f.value for f in read(text)] == []


@pytest.mark.parametrize(
    "text", ["", "plain", "a\u00a0b\u202fc—d", "\ud800\udfff\x00", "e\u0301" * 40, "\U0001f1f0\U0001f1ff"]
)
def test_length_is_kept(text: str) -> None:
    assert len(plain(text)) == len(text)
