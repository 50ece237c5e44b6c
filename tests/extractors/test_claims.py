"""Facts that say the same share a claim."""

from __future__ import annotations

import pytest

from extractors import extract
from extractors.claims import significant_digits

TRADE = "trade turnover between Russia and Kazakhstan"


def claims(text: str) -> str:
    """The claims of a text's figures as letters: "aab" where the first two are one claim."""
    ids = [fact.claim_id for fact in extract(text) if fact.value is not None]
    names = {claim: chr(ord("a") + number) for number, claim in enumerate(dict.fromkeys(ids))}
    return "".join(names[claim] for claim in ids)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"In 2022 {TRADE} reached $28.2 billion. In 2022 {TRADE} was $28.2 billion, he said.", "aa"),
        (f"In 2022 {TRADE} reached $28.2 billion. In 2022 {TRADE} was 28,200 million dollars.", "aa"),
        (f"In 2022 {TRADE} reached $28.2 billion. In 2023 {TRADE} was $28.2 billion.", "ab"),
        (f"In 2022 {TRADE} reached $28.2 billion. In 2022 {TRADE} was $28.3 billion.", "ab"),
        (f"In 2022 {TRADE} reached 28.2 billion rubles. In 2022 {TRADE} was $28.2 billion.", "ab"),
        ("In 2022 exports to Kazakhstan were $9 billion. In 2022 imports from Kazakhstan were $9 billion.", "ab"),
        ("Five countries came. Again five countries left.", "ab"),
        ("The paper names 647,732 trees. Again it named 647,732 trees.", "aa"),
    ],
)
def test_a_claim_is_made_of_indicator_parties_year_value_and_unit(text: str, expected: str) -> None:
    assert claims(text) == expected


def test_a_claim_is_named_after_its_first_fact() -> None:
    facts = [f for f in extract(f"{TRADE} was $28.2 billion. The {TRADE} was $28.2 billion.") if f.value is not None]
    assert [fact.claim_id for fact in facts] == [facts[0].fact_id] * 2


def test_dates_are_claims_of_their_own() -> None:
    facts = extract("It began in 2021. It ended in 2021.")
    assert [fact.claim_id for fact in facts] == [fact.fact_id for fact in facts]


@pytest.mark.parametrize(("value", "digits"), [(5, 1), (0, 0), (28.2e9, 3), (647_732, 6), (1_000_000, 1), (-12.5, 3)])
def test_significant_digits(value: float, digits: int) -> None:
    assert significant_digits(value) == digits
