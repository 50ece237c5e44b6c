"""Published figures as they are drawn."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import pytest

from views.charts.published import published_traces
from views.published import behind
from views.reference import Figure, published

TURNOVER = [figure for figure in behind("trade_turnover", ["KZ;RU"], published()) if figure.unit == "USD"]


def figure(year: int, value: float, **given: Any) -> Figure:
    """A published turnover: a full year by Russia's count unless said otherwise."""
    first = next(one for one in TURNOVER if one.span == "year" and one.perspective == "RU")
    fields: dict[str, Any] = {"figure_id": f"ref.{year}.{value}", "year": year, "value": value}
    return first._replace(**(fields | given))


def drawn(*figures: Figure, factor: float = 1.0) -> list[go.Scatter]:
    return [go.Scatter(trace) for trace in published_traces(figures, factor)]


def lines(*figures: Figure) -> list[tuple[Any, Any]]:
    return [(tuple(trace.x), tuple(trace.y)) for trace in drawn(*figures) if trace.mode == "lines"]


def marks(*figures: Figure) -> list[go.Scatter]:
    return [trace for trace in drawn(*figures) if trace.mode == "markers"]


def test_full_years_in_a_row_are_joined() -> None:
    assert lines(figure(2021, 24), figure(2022, 28)) == [((2021, 2022, None), (24, 28, None))]


@pytest.mark.parametrize(
    "figures",
    [
        (figure(2019, 20), figure(2022, 28)),  # nothing is known of the years between
        (figure(2021, 24), figure(2022, 22, period="Jan-Oct", span="part")),
        (figure(2021, 24), figure(2022, 28, perspective="KZ")),
        (figure(2021, 24, status="forecast"), figure(2022, 28, status="forecast")),
        (figure(2022, 28),),
    ],
)
def test_nothing_else_is_joined(figures: tuple[Figure, ...]) -> None:
    assert lines(*figures) == []


def test_the_most_exact_figure_of_a_year_carries_the_line() -> None:
    assert lines(figure(2021, 24), figure(2022, 28), figure(2022, 28.2), figure(2022, 30))[0][1] == (24, 28.2, None)


def test_each_count_is_a_series_of_its_own() -> None:
    names = [trace.name for trace in marks(*(one for one in TURNOVER if one.series == "trade_turnover"))]
    assert sorted(set(names)) == ["Kazakhstan's count", "Russia's count", "other counts"]
    assert names.count("Kazakhstan's count") == names.count("Russia's count") == 1


def test_every_mark_has_its_own_source() -> None:
    for trace in marks(*TURNOVER):
        for (figure_id,), text in zip(trace.customdata, trace.hovertext, strict=True):
            one = next(figure for figure in TURNOVER if figure.figure_id == figure_id)
            assert one.publisher.split("&")[0][:20] in text


def test_parts_of_a_year_and_forecasts_look_different() -> None:
    year, part, forecast = figure(2021, 24), figure(2022, 22, span="part"), figure(2023, 30, status="forecast")
    (trace,) = marks(year, part, forecast)
    assert len(set(trace.marker.symbol)) == 3


def test_what_publishers_write_stays_text() -> None:
    (trace,) = marks(figure(2022, 28, publisher="<b>News</b>", title="<a href='x'>T</a>", note="<i>n</i>"))
    assert "<b>News" not in trace.hovertext[0]
    assert "<a " not in trace.hovertext[0]
    assert "<i>" not in trace.hovertext[0]


def test_values_are_scaled_as_the_axis_is() -> None:
    (trace,) = marks(figure(2022, 28.2e9))
    (scaled,) = [one for one in drawn(figure(2022, 28.2e9), factor=1e9) if one.mode == "markers"]
    assert (trace.y[0], scaled.y[0]) == (28.2e9, 28.2)


@pytest.mark.parametrize(
    ("indicator", "parties", "measures"),
    [
        ("border_length", ["KZ;RU"], {"border_length", "border_agreed_length", "border_demarcation"}),
        (
            "russians_in_kazakhstan",
            ["KZ"],
            {
                "number_russians_in_kz",
                "number_russians_in_kz_city",
                "number_russian_citizens_in_kz",
                "decline_russians_in_kz",
            },
        ),
        ("trade_turnover", ["AM;RU"], set()),
        ("grain", ["KZ;RU"], set()),
    ],
)
def test_what_belongs_behind_an_indicator(indicator: str, parties: list[str], measures: set[str]) -> None:
    assert {figure.series for figure in behind(indicator, parties, published())} == measures
