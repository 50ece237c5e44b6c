"""The timeline: dates and periods, each leading to its sentence; facts by month of publication below."""

from __future__ import annotations

import pytest
from streamlit.runtime.context import ContextProxy

from tests.pages.charts import figures, marks, ringed
from tests.pages.test_pages import opened, said
from views.filters import Filters
from views.store import default_store

DATES = Filters(kind=("date", "period"))


def dated() -> set[str]:
    return {row.fact_id for row in default_store().rows(DATES) if row.period_start}


def test_the_whole_span_shows_every_date() -> None:
    assert marks(opened("timeline", span="all")) == dated()


def test_far_off_dates_are_counted_and_listed() -> None:
    app = opened("timeline")
    hidden = dated() - marks(app)
    assert hidden
    assert "Beyond the axis" in figures(app)[0]["layout"]["legend"]["title"]["text"]


def test_f22_a_date_of_the_list_opens_its_sentence() -> None:
    app = opened("timeline", span="all")
    button = next(button for button in app.button if str(button.key).startswith("claim-"))
    button.click().run()
    assert app.query_params["fact"] == str(button.key).removeprefix("claim-")
    assert "<mark>" in said(app)
    assert ringed(app)


def test_a_filter_that_leaves_no_dates_is_told() -> None:
    app = opened("timeline", kind="money")
    assert any("no dates" in info.value for info in app.info)


def test_f33_coverage_counts_all_filtered_facts() -> None:
    note = figures(opened("timeline", topic="trade"))[-1]["layout"]["legend"]["title"]["text"]
    assert note.startswith(f"{default_store().count(Filters(topic=('trade',)))} facts")


def test_f19_another_sites_frame_holds_the_timeline_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ContextProxy, "is_embedded", True)
    app = opened("timeline", span="all")
    assert marks(app) == dated()
    assert len(figures(app)) == 1
    assert not [*app.title, *app.button, *app.code]
