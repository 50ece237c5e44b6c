"""The rules by which a claim is set beside published figures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extractors.model import CALENDAR_KINDS, Change, Fact, Kind, Qualifier, Status
from tests.views.claims import claim
from views.checks import Check, Reason, Relation, check, check_article, relate, tally
from views.reference import Figure, published

KM: dict[str, Any] = {"unit": "km", "kind": Kind.LENGTH, "indicator": "border_length"}
PERCENT: dict[str, Any] = {"unit": "percent", "kind": Kind.PERCENT}
HEDGED = {name.value: {"qualifier": name} for name in Qualifier}


@pytest.mark.parametrize(
    ("fact", "figures", "relation", "deciding"),
    [
        (claim("[$28.2 billion]", 28.2e9), [26.1e9, 28.2e9], Relation.AGREES, [28.2e9]),
        (claim("more than [$26.1 billion]", 26.1e9, **HEDGED["more_than"]), [26.1e9], Relation.AGREES, [26.1e9]),
        (claim("[$26 billion]", 26e9), [26.1e9, 28.2e9], Relation.ROUNDED, [26.1e9]),
        (claim("[7 thousand] km", 7000, **KM), [7598.8], Relation.ROUNDED, [7598.8]),
        (claim("[7 thousand] km", 7000, **KM), [7000, 7598.8, 8100], Relation.ROUNDED, [7000, 7598.8]),
        (claim("[7 thousand] km", 7000, **KM), [7000, 8100], Relation.AGREES, [7000]),
        (claim("[7,598.8] km", 7598.8, **KM), [7644], Relation.BELOW, [7644]),
        (claim("[7%]", 7, change=Change.UP, **PERCENT), [7.6], Relation.ROUNDED, [7.6]),
        (claim("fell by [6.3%]", 6.3, change=Change.DOWN, **PERCENT), [-6.3], Relation.AGREES, [-6.3]),
        (claim("fell by [6.3%]", 6.3, change=Change.DOWN, **PERCENT), [6.3], Relation.BELOW, [6.3]),
        (claim("more than [$25 billion]", 25e9, **HEDGED["more_than"]), [26.1e9], Relation.QUALIFIED, [26.1e9]),
        (claim("at least [$25 billion]", 25e9, **HEDGED["at_least"]), [26.1e9], Relation.QUALIFIED, [26.1e9]),
        (claim("more than [$25 billion]", 25e9, **HEDGED["more_than"]), [24.5e9, 29e9], Relation.ROUNDED, [24.5e9]),
        (claim("more than [$20.0 billion]", 20e9, **HEDGED["more_than"]), [26.1e9], Relation.BELOW, [26.1e9]),
        (claim("almost [$25 billion]", 25e9, **HEDGED["less_than"]), [23.9e9], Relation.QUALIFIED, [23.9e9]),
        (claim("almost [20%]", 20, **HEDGED["less_than"], **PERCENT), [17.9, 18.4], Relation.ABOVE, [18.4]),
        (claim("up to [1.5 million]", 1.5e6, **HEDGED["up_to"]), [591_970], Relation.ABOVE, [591_970]),
        (claim("about [$25 billion]", 25e9, **HEDGED["about"]), [24e9, 26.1e9], Relation.QUALIFIED, [24e9, 26.1e9]),
        (
            claim("[$25-27 billion]", 26e9, value_low=25e9, value_high=27e9, **HEDGED["range"]),
            [26.1e9, 28.2e9],
            Relation.QUALIFIED,
            [26.1e9],
        ),
        (claim("[$27.1 billion]", 27.1e9), [26.1e9, 28.2e9], Relation.BETWEEN, [26.1e9, 28.2e9]),
        (claim("[$23 billion]", 23e9), [24.5e9, 26e9], Relation.BELOW, [24.5e9]),
        (claim("[$30 billion]", 30e9), [26.1e9, 28.2e9], Relation.ABOVE, [28.2e9]),
    ],
)
def test_relation(fact: Fact, figures: list[float], relation: Relation, deciding: list[float]) -> None:
    found, positions = relate(fact, figures)
    assert (found, [figures[at] for at in positions]) == (relation, deciding)


def checked(fact: Fact, published_on: date | None = date(2023, 11, 10)) -> Check:
    (found,) = check_article([fact], published_on, published())
    return found


def shown(ids: tuple[str, ...]) -> list[Figure]:
    return [figure for figure in published().figures if figure.figure_id in ids]


SPAN: dict[str, Any] = {"year": 2023, "period_start": date(2023, 1, 1), "period_end": date(2023, 8, 31)}
ALL_YEAR: dict[str, Any] = {"year": 2022, "period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31)}


@pytest.mark.parametrize(
    ("fact", "relation", "reason"),
    [
        (claim("Trade was [$28.2 billion] in 2022.", 28.2e9, year=2022), Relation.AGREES, Reason.YEAR),
        (claim("Trade was [$28.2 billion] in 2022.", 28.2e9, **ALL_YEAR), Relation.AGREES, Reason.YEAR),
        (claim("Trade reached [$28.2 billion].", 28.2e9), Relation.AGREES, Reason.LAST_YEAR),
        (claim("Trade was [$18.9 billion] to August.", 18.9e9, **SPAN), Relation.AGREES, Reason.PERIOD),
        (
            claim(
                "Trade was [$5 billion] in March.",
                5e9,
                year=2022,
                period_start=date(2022, 3, 1),
                period_end=date(2022, 3, 31),
            ),
            Relation.NOT_COMPARABLE,
            Reason.OTHER_PERIOD,
        ),
        (claim("Trade is [$20 billion] this year.", 20e9, year=2023), Relation.NOT_COMPARABLE, Reason.YEAR_NOT_OVER),
        (claim("Trade was [13 trillion tenge].", 13e12, "KZT", year=2022), Relation.NOT_COMPARABLE, Reason.OTHER_UNIT),
        (claim("Trade was [2 trillion rubles].", 2e12, "RUB", year=2022), Relation.AGREES, Reason.YEAR),
        (claim("Trade was [$16 billion] in 2013.", 16e9, year=2013), Relation.NOTHING, Reason.NO_FIGURE),
        (claim("Trade was [$7 billion].", 7e9, parties="AM;RU"), Relation.NOTHING, Reason.NO_FIGURE),
        (claim("It cost [$7 billion].", 7e9, indicator="other"), Relation.NOTHING, Reason.NO_SERIES),
        (claim("The border is [7,644 km] long.", 7644, **KM), Relation.AGREES, Reason.STANDING),
        (
            claim("Gas goes under a [15 years] agreement.", 15, "year", kind=Kind.DURATION, indicator="gas_volume"),
            Relation.NOT_COMPARABLE,
            Reason.OTHER_STATUS,
        ),
        (
            claim("Trade will grow by [9%].", 9, year=2022, status=Status.FORECAST, change=Change.UP, **PERCENT),
            Relation.NOT_COMPARABLE,
            Reason.OTHER_STATUS,
        ),
    ],
)
def test_time_unit_and_status(fact: Fact, relation: Relation, reason: Reason) -> None:
    found = checked(fact)
    assert (found.relation, found.reason) == (relation, reason)


def test_without_any_date_there_is_nothing_to_compare_with() -> None:
    found = checked(claim("Trade reached [$28.2 billion].", 28.2e9), None)
    assert (found.relation, found.reason) == (Relation.NOT_COMPARABLE, Reason.NO_TIME)


def test_distance_is_in_percent_of_the_nearest_figure() -> None:
    found = checked(claim("Trade was [$30 billion] in 2021.", 30e9, year=2021))
    assert found.relation == Relation.ABOVE
    assert found.by == pytest.approx((30 / 24.5 - 1) * 100)
    assert not found.by_points


def test_distance_between_percentages_is_in_points() -> None:
    fact = claim(
        "Russians are almost [20%] of the population of Kazakhstan.", 20, indicator="population_share", **PERCENT
    )
    found = checked(fact, date(2022, 4, 15))
    assert (found.relation, found.by_points) == (Relation.ABOVE, True)
    assert found.by == pytest.approx(1.6)


def test_a_claim_that_repeats_a_forecast_says_so() -> None:
    found = checked(claim("Trade reached [23 billion dollars].", 23e9), date(2022, 4, 15))
    assert found.relation == Relation.BELOW
    assert {figure.publisher for figure in shown(found.forecasts)} == {"Kursiv", "Islam Today"}


def test_a_state_is_compared_with_the_last_one_known() -> None:
    fact = claim(
        "Up to [1.5 million] Kazakhs live in Russia.", 1.5e6, "person", kind=Kind.COUNT, indicator="population"
    )
    found = checked(fact, date(2022, 4, 15))
    assert {figure.year for figure in shown(found.figures)} == {2010}  # the census of 2021 was not out yet
    found = checked(fact, date(2024, 4, 15))
    assert {figure.year for figure in shown(found.figures)} == {2021}


def test_a_state_is_compared_with_what_was_known_when_the_claim_was_made() -> None:
    words = "Over [23,000 firms] have Russian owners."
    fact = claim(words, 23_000, "firm", kind=Kind.COUNT, indicator="joint_ventures")
    before, after = checked(fact, date(2025, 4, 21)), checked(fact, date(2025, 11, 30))
    assert {figure.year for figure in shown(before.figures)} == {2024}
    assert {figure.year for figure in shown(after.figures)} == {2025}


def test_a_numbered_event_is_the_last_one_before_the_claim() -> None:
    fact = claim("The [20th] Interregional Forum met.", 20, "forum", kind=Kind.ORDINAL, indicator="visits")
    assert checked(fact, date(2024, 11, 29)).relation == Relation.AGREES
    assert checked(fact, date(2023, 11, 10)).relation == Relation.ABOVE


def test_no_date_is_checked_unless_a_series_is_about_it() -> None:
    fact = claim("The talks were on [November 9].", None, "", kind=Kind.DATE, indicator="visits", year=2023)
    assert fact.kind in CALENDAR_KINDS
    assert check_article([fact], None, published()) == ()


def test_tally_counts_every_relation() -> None:
    checks = [check(claim("It cost [$7].", 7), None, None, published())]
    assert tally(checks)[Relation.NOTHING] == 1
    assert list(tally(checks)) == list(Relation)
