"""What figures measure: each line is a sentence as agencies write them, its figures marked with what they measure."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors import extract, indicators
from extractors.indicators import INDICATORS, TOPICS
from extractors.model import CALENDAR_KINDS, Kind, Mention, Source
from extractors.passages import Document
from extractors.sentences import sentences
from tests.extractors.marked import marked

CASES = (Path(__file__).parent / "indicator_cases.txt").read_text(encoding="utf-8")

ELLIPSES = """
Trade came to «$20 billion|trade_turnover». It grew by another «7%↑|trade_growth».
Trade came to «640 billion rubles|trade_turnover» («$7.1 billion|trade_turnover»).
Exports were worth «4 trillion tenge|exports», or «$8.7 billion|exports».
Mutual trade hit «$26 billion|trade_turnover». The minister believes «$30 billion|trade_turnover» is within reach.
Mutual trade is growing. Last year it came to «$26 billion|trade_turnover».
The main share of cargo went by rail. In 2021 more than «81 million tons|freight_volume» were delivered this way.
Trade with China is «$24 billion|trade_turnover»; Russia follows with «$19 billion|trade_turnover».
Trade growth was «7%|trade_growth». The regions account for «70%|trade_turnover» of it.
Investment reached «$4 billion|investment», «32%↑|investment» more than the year before.
Russia holds «18.6%|trade_turnover» of foreign trade. Freight rose «9%↑|freight_volume». It was «18.6%|trade_turnover».
"""
"""Figures that do not say themselves what they measure."""

SIDE_BY_SIDE = """
Exports rose «5%↑|exports» and imports «3%↑|imports», while investment fell «8%↓|investment».
Exports, imports and investment came to «$9 bn|exports», «$16 bn|imports» and «$4 bn|investment», respectively.
Of a trade turnover of «$26 bn|trade_turnover», imports make up «$16 bn|imports».
Kazakhstan signed «14 documents|agreements» and launched «27 joint projects|projects» worth «$8 billion|projects».
GDP grew by «4.8%↑|gdp», trade with Russia by «6%↑|trade_growth», and inflation slowed to «8.4%|other».
The CPC carried «63 million tonnes|oil_transit» of oil, the railways «85 million tonnes|freight_volume» of freight.
Purchases from Russia went up «30%↑|imports»; sales in the other direction gained «12%↑|exports».
"""
"""Figures of several indicators in one sentence."""

UNSURE = """
Officials spoke of «$25 million|other» for the region.
The two sides met in Astana, where «15%|other» is the usual share.
It took «three years|other».
The town lies «40 km|other» away.
"We remember «5,000|other»," he said.
The Ministry of Trade employs «400 people|other».
The figure of «12 countries|other» was named.
The «first|other» of them left.
"""
"""Where nothing says what a figure measures, it is `other`, never a guess."""


def lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line and not line.startswith("#")]


def of(case: str) -> list[indicators.PlacedIndicator]:
    return indicators.place(marked(case)[0])


@pytest.mark.parametrize("case", lines(CASES))
def test_the_words_around_a_figure_say_what_it_measures(case: str) -> None:
    assert [placed.indicator for placed in of(case)] == marked(case)[1]


@pytest.mark.parametrize("case", lines(ELLIPSES))
def test_a_figure_inherits_from_what_was_spoken_of(case: str) -> None:
    assert [placed.indicator for placed in of(case)] == marked(case)[1]


@pytest.mark.parametrize("case", lines(SIDE_BY_SIDE))
def test_figures_side_by_side_keep_their_own(case: str) -> None:
    assert [placed.indicator for placed in of(case)] == marked(case)[1]


@pytest.mark.parametrize("case", lines(UNSURE))
def test_unsure_is_other(case: str) -> None:
    assert [placed.indicator for placed in of(case)] == marked(case)[1]


@pytest.mark.parametrize(
    ("case", "source", "cue"),
    [
        ("They launched «27 joint projects|projects».", Source.OWN, "joint projects"),
        ("Trade turnover reached «$28 billion|trade_turnover».", Source.CLAUSE, "Trade turnover"),
        ("Exports are growing: «$9 billion|exports» by now.", Source.SENTENCE, "Exports"),
        ("Mutual trade is growing. It hit «$26 billion|trade_turnover».", Source.BEFORE, "Mutual trade"),
        ("Officials spoke of «$25 million|other».", Source.NONE, ""),
    ],
)
def test_where_the_cue_stood_and_how_it_reads(case: str, source: Source, cue: str) -> None:
    (placed,) = of(case)
    assert (placed.source, placed.cue) == (source, cue)


def test_calendar_mentions_measure_nothing() -> None:
    text = "In 2022 trade was good."
    year = Mention(Kind.PERIOD, 3, 7, "marked", unit="period")
    placed = indicators.place(Document(text, None, sentences(text), [year], []))
    assert [(p.indicator, p.source) for p in placed] == [("other", Source.NONE)]


def test_f99_the_table_is_whole() -> None:
    """Every indicator has a topic that readers know, a label, a description, kinds, and stand-ins that exist."""
    assert len(INDICATORS) == 31
    for row in INDICATORS.values():
        assert row.topic in TOPICS
        assert row.label
        assert row.description
        assert row.kinds <= frozenset(Kind)
        assert {row.instead, *row.narrows.split()} <= {"", *INDICATORS}


def test_a_flood_of_figures_and_cues_stays_quick() -> None:
    """Each figure looks at a bounded number of cues: ten times the text costs some ten times the work."""
    case = "exports «5%|other» imports " * 2000
    document, _ = marked(case)
    assert len(indicators.place(document)) == 2000


REPORTS = (Path(__file__).parent / "indicator_reports.txt").read_text(encoding="utf-8").split("\n\n")[1:]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report[:30])
def test_whole_reports_from_text_to_indicator(report: str) -> None:
    """Read and placed together: what every marked figure of a report measures."""
    document, expected = marked(report)
    found: dict[int, str] = {}
    for fact in extract(document.text, published="2025-06-01"):
        for mention in document.mentions:
            if fact.start < mention.end and mention.start < fact.end and fact.kind not in CALENDAR_KINDS:
                found.setdefault(mention.start, fact.indicator)
    wanted = {mention.start: name for mention, name in zip(document.mentions, expected, strict=True)}
    assert {document.text[start : start + 12]: name for start, name in found.items()} == {
        document.text[start : start + 12]: name for start, name in wanted.items()
    }
