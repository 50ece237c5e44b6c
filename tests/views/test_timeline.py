"""The timeline and the coverage: dates that articles speak of, and when these appeared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from extractors.model import Fact, Kind
from extractors.table import to_table
from tests.views.conftest import ARTICLES, FACTS
from tests.views.drawing import another, checked, marks, table
from views import charts
from views.charts import Settings
from views.filters import Filters
from views.rows import Group
from views.store import Store

TRADE, EARLIER, _BORDER, SECOND = FACTS

timeline, coverage = checked(charts.timeline), checked(charts.coverage)


def appeared(*facts: Fact) -> Sequence[tuple[date | None, int, int]]:
    """Facts counted by publication, as the coverage is drawn from them."""
    return Store(to_table(facts), ARTICLES).appeared(Filters())


def calendar(number: int, start: date, end: date, kind: Kind = Kind.PERIOD, **given: Any) -> Fact:
    return another(
        TRADE,
        number,
        kind=kind,
        value=None,
        unit="period",
        period_start=start,
        period_end=end,
        year=start.year,
        **given,
    )


def test_the_timeline_shows_dates_and_periods() -> None:
    day = calendar(1, date(2023, 11, 9), date(2023, 11, 9), Kind.DATE)
    year = calendar(2, date(2022, 1, 1), date(2022, 12, 31))
    drawn = marks(timeline(table(day, year, TRADE)))
    assert set(drawn) == {day.fact_id, year.fact_id}
    assert drawn[day.fact_id]["symbol"] == "diamond"
    assert drawn[year.fact_id]["symbol"] == "circle"


def test_overlapping_periods_lie_on_lines_of_their_own() -> None:
    facts = [calendar(n, date(2022, 1, 1), date(2022, 12, 31)) for n in range(3)]
    assert len({mark["y"] for mark in marks(timeline(table(*facts))).values()}) == 3


def test_a_far_off_year_is_counted_at_the_edge_unless_the_whole_span_is_asked_for() -> None:
    near = [calendar(n, date(2018 + n, 1, 1), date(2018 + n, 12, 31)) for n in range(6)]
    far = calendar(9, date(1920, 1, 1), date(1929, 12, 31))
    narrow, whole = timeline(table(*near, far)), timeline(table(*near, far), whole=True)
    assert far.fact_id not in marks(narrow)
    assert "1 before 2018" in narrow.layout.legend.title.text
    assert far.fact_id in marks(whole)


def test_dates_beyond_drawing_are_counted_by_year_those_far_off_at_the_edge() -> None:
    years = [
        Group(facts, facts, 2, None, None, None, year=year) for year, facts in ((1920, 3), (2021, 900), (2023, 80))
    ]
    undated = Group(7, 7, 1, None, None, None)
    narrow, whole = (checked(charts.dates)([*years, undated], Settings(), whole=one) for one in (False, True))
    assert (list(narrow.data[0].x), list(narrow.data[0].y)) == ([2021, 2023], [900, 80])
    assert "990 dates and periods: too many" in narrow.layout.legend.title.text
    assert "3 before 2021, 0 after 2023" in narrow.layout.legend.title.text
    assert list(whole.data[0].x) == [1920, 2021, 2023]
    assert "no date or period" in str(checked(charts.dates)([undated], Settings()).layout.annotations).lower()


def test_f33_coverage_counts_facts_by_month_of_publication() -> None:
    figure = coverage(appeared(TRADE, EARLIER, SECOND))
    (bars,) = figure.data
    assert list(bars.y) == [2]
    assert "1 of unknown date" in figure.layout.legend.title.text


def test_f77_nothing_to_show_is_said() -> None:
    for figure in (timeline(table()), coverage(appeared())):
        assert figure.layout.annotations[0].text
