"""Rival claims side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from extractors.model import Fact, Kind, Status
from tests.views.claims import claim
from views.comparisons import Comparison, Spread, compare, disagreements
from views.reference import Reference, published

NO_FIGURES = Reference((), published().series, ())
MARCH, NOVEMBER = date(2022, 3, 1), date(2023, 11, 10)


def of(article: str, fact: Fact) -> Fact:
    """The fact as one of another article."""
    fact_id = fact.fact_id.replace("article", article)
    return replace(fact, article_id=article, fact_id=fact_id, claim_id=fact_id)


TURNOVER = (
    of("first", claim("Trade came to [$28.2 billion] in 2022.", 28.2e9, year=2022)),
    of("second", claim("Trade reached [23 billion dollars].", 23e9)),
    of("third", claim("In 2022 trade was [$26 billion].", 26e9, year=2022)),
)
DATES = {"first": NOVEMBER, "second": MARCH, "third": NOVEMBER}


def test_claims_on_one_thing_stand_together_with_the_published_figures() -> None:
    newest, before = compare(TURNOVER, DATES, published())
    assert (newest.measure, newest.parties, newest.year, newest.unit) == ("trade_turnover", "KZ;RU", 2022, "USD")
    assert [entry.value / 1e9 for entry in newest.entries] == [26, 26, 26, 26.1, 28.2, 28.2]
    assert [entry.claim.article_id for entry in newest.entries if entry.claim] == ["third", "first"]
    assert before.year == 2021


def test_a_claim_without_a_year_is_put_in_the_last_full_one_and_says_so() -> None:
    (comparison,) = compare(TURNOVER[1:2], DATES, published())
    (entry,) = comparison.claims
    assert (comparison.year, entry.year_taken) == (2021, True)


def test_spread() -> None:
    (newest, _before) = compare(TURNOVER, DATES, NO_FIGURES)
    assert newest.spread == Spread(26e9, 28.2e9, 27.1e9)
    assert newest.spread.relative == pytest.approx(2.2 / 27.1)


@pytest.mark.parametrize(
    ("spread", "relative"),
    [(Spread(5, 5, 5), 0.0), (Spread(-1, 1, 0), float("inf")), (Spread(0, 0, 0), 0.0), (Spread(-6, -2, -4), 1.0)],
)
def test_relative_spread_at_the_edges(spread: Spread, relative: float) -> None:
    assert spread.relative == relative


def kept_apart(*facts: Fact) -> list[Comparison]:
    return compare(facts, DATES, NO_FIGURES)


MONTHS: dict[str, Any] = {"year": 2022, "period_start": date(2022, 1, 1), "period_end": date(2022, 8, 31)}


@pytest.mark.parametrize(
    "other",
    [
        claim("Trade came to [$17 billion] in 2021.", 17e9, year=2021),
        claim("Trade came to [$17 billion] in 2022.", 17e9, year=2022, parties="CN;KZ"),
        claim("Trade came to [2 trillion rubles] in 2022.", 2e12, "RUB", year=2022),
        claim("Trade came to [$17 billion] to August.", 17e9, **MONTHS),
        claim("Trade is to reach [$30 billion] in 2022.", 30e9, year=2022, status=Status.TARGET),
        claim("Exports to Russia came to [$8 billion] in 2022.", 8e9, year=2022, indicator="exports"),
    ],
)
def test_different_things_are_kept_apart(other: Fact) -> None:
    assert len(kept_apart(TURNOVER[0], of("second", other))) == 2


def test_a_border_is_as_long_in_any_year() -> None:
    km: dict[str, Any] = {"unit": "km", "kind": Kind.LENGTH, "indicator": "border_length"}
    old = of("first", claim("The border was [7,500 km] long.", 7500, year=2011, **km))
    new = of("second", claim("The border is [7 thousand kilometers] long.", 7000, **km))
    (comparison,) = kept_apart(old, new)
    assert (comparison.year, len(comparison.entries)) == (None, 2)


def test_a_repeated_claim_counts_once() -> None:
    again = replace(TURNOVER[0], fact_id="first.900-910", claim_id=TURNOVER[0].fact_id, start=900)
    (comparison,) = kept_apart(TURNOVER[0], again)
    assert len(comparison.entries) == 1


def test_firms_and_companies_are_one_unit() -> None:
    count: dict[str, Any] = {"kind": Kind.COUNT, "indicator": "joint_ventures", "year": 2024}
    firms = of("first", claim("Over [23,000 firms] have Russian owners.", 23e3, "firm", **count))
    companies = of("second", claim("There are [20,000 companies] with Russian capital.", 20e3, "company", **count))
    (comparison,) = kept_apart(firms, companies)
    assert comparison.unit == "company"


def test_the_largest_disagreement_comes_first() -> None:
    km: dict[str, Any] = {"unit": "km", "kind": Kind.LENGTH, "indicator": "border_length"}
    border = of("second", claim("The border is [7,644 km] long.", 7644, **km))
    lonely = of("third", claim("China trade came to [$17 billion] in 2022.", 17e9, year=2022, parties="CN;KZ"))
    found = disagreements(compare([*TURNOVER, border, lonely], DATES, published()))
    assert [one.spread.relative for one in found] == sorted((one.spread.relative for one in found), reverse=True)
    assert ("border_length", None) in [(one.measure, one.year) for one in found]


@pytest.mark.parametrize(
    "facts",
    [
        TURNOVER[:1],  # nothing to differ from
        (TURNOVER[0], of("third", claim("Trade came to [$28.2 billion] in 2022.", 28.2e9, year=2022))),  # equal
        tuple(  # nobody knows whether these are the same thing
            of(article, claim(f"It cost [${value} billion].", value * 1e9, indicator="agreements"))
            for article, value in (("first", 1), ("second", 2))
        ),
        tuple(  # the 18th forum does not contradict the 19th
            of(
                article,
                claim(
                    f"The [{value}th] Interregional Forum met.", value, "forum", kind=Kind.ORDINAL, indicator="visits"
                ),
            )
            for article, value in (("first", 18), ("third", 19))
        ),
    ],
)
def test_no_disagreement(facts: tuple[Fact, ...]) -> None:
    assert disagreements(compare(facts, DATES, NO_FIGURES)) == []


def test_with_indicator_and_countries_published_figures_need_no_claim() -> None:
    found = compare([], {}, published(), indicator="trade_turnover", parties="KZ;RU")
    assert {2003, 2008, 2022} <= {one.year for one in found}
    assert not any(one.claims for one in found)
    assert compare([], {}, published(), indicator="trade_turnover") == []
