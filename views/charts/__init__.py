"""Facts → charts, pure: rows go in, a figure in Plotly's words comes out, and nothing here knows of Streamlit."""

from views.charts.findings import dates_finding, finding, medians_finding, years_finding
from views.charts.look import DARK, LIGHT, THEMED, Look, config
from views.charts.marks import RAW_MARKS, Source, Sources, claims, sources
from views.charts.medians import BY_YEAR, medians
from views.charts.settings import PANEL, Settings
from views.charts.sketch import Figure
from views.charts.times import coverage, dates, timeline
from views.charts.values import by_source, by_year

__all__ = [
    "BY_YEAR",
    "DARK",
    "LIGHT",
    "PANEL",
    "RAW_MARKS",
    "THEMED",
    "Figure",
    "Look",
    "Settings",
    "Source",
    "Sources",
    "by_source",
    "by_year",
    "claims",
    "config",
    "coverage",
    "dates",
    "dates_finding",
    "finding",
    "medians",
    "medians_finding",
    "sources",
    "timeline",
    "years_finding",
]
