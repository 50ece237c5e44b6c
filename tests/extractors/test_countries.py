"""Names of countries, blocs and regions, as news writes them."""

from __future__ import annotations

import pytest
from babel import Locale

from extractors.countries import NAMES, Kind, Role, find


def codes(text: str) -> list[str]:
    return [naming.name.code for naming in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan and Russia", ["KZ", "RU"]),
        ("Russian-Kazakh trade", ["RU", "KZ"]),
        ("Kazakhstani drivers, Kazakhs and Russians", ["KZ", "KZ", "RU"]),
        ("Astana and Moscow push for a record", ["KZ", "RU"]),
        ("Nur-Sultan, formerly Astana", ["KZ", "KZ"]),
        ("rallies in Alma-Ata", ["KZ"]),
        ("Kiev or Kyiv", ["UA", "UA"]),
        ("Turkey is now Türkiye", ["TR", "TR"]),
        ("Kyrgyz, Kirghiz and Kyrgyzstan’s", ["KG", "KG", "KG"]),
        ("the Kremlin and the Akorda", ["RU", "KZ"]),
        ("the White House and Downing Street", ["US", "GB"]),
        ("the US, the U.S. and the USA", ["US", "US", "US"]),
        ("South Korean, North Korean", ["KR", "KP"]),
        ("the South African and the Central African Republic", ["ZA", "CF"]),
        ("Guinea-Bissau, Equatorial Guinea, Papua New Guinea and Guinea", ["GW", "GQ", "PG", "GN"]),
        ("Niger and Nigeria", ["NE", "NG"]),
        ("the EAEU, the EU and the CIS", ["EAEU", "EU", "CIS"]),
        ("Eurasian Economic Union countries", ["EAEU"]),
        ("Putin and Tokayev", ["RU", "KZ"]),
        ("in Georgia and Jordan", ["GE", "JO"]),
        ("RUSSIA’S", ["RU"]),
    ],
)
def test_named(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "they told us so",
        "US$26 billion",
        "#Russia @Kazakhstan",
        "a Chinatown, Russophobia and Indiana",
        "Prussian blue, Germanium",
        "the basketball of Michael Jordan",
        "turkey and china plates",
        "Romanesque churches",
    ],
)
def test_not_named(text: str) -> None:
    assert codes(text) == []


def test_every_state_is_known_by_its_english_name() -> None:
    """The Unicode names of all territories that the table has as states, and of no fewer than 190."""
    territories = Locale.parse("en").territories
    states = {name.code for name in NAMES.values() if name.kind is Kind.STATE}
    assert len(states) >= 195
    assert {territories[code] for code in states} - set(NAMES) == set()
    assert all(NAMES[territories[code]].code == code for code in states)


def test_every_state_has_a_name_and_every_code_one_kind() -> None:
    kinds = {(name.code, name.kind) for name in NAMES.values()}
    assert len({code for code, _ in kinds}) == len(kinds)
    named = {name.code for name in NAMES.values() if name.role is Role.NAME}
    assert {name.code for name in NAMES.values()} == named
