"""Whether figures have happened, are expected, or are aimed at: sentences with their figures marked."""

from __future__ import annotations

import pytest

from extractors import statuses
from tests.extractors.marked import marked

ACTUAL = """
Trade reached «$28.2 billion|actual» in 2022.
Trade reached the expected «$28 billion|actual».
Railways exceeded the plan of «20 million tons|actual» by «5%|actual».
The target was met with «$30 billion|actual».
They achieved the goal of «$25 billion|actual» ahead of time.
Exports topped the forecast of «$9 billion|actual».
The ministers managed to bring trade to «$27 billion|actual».
As planned, the plant was opened; it cost «$40 million|actual».
The presidents signed «seven documents|actual».
The talks will continue, but trade already stands at «$26 billion|actual».
Last year «200,000 people|actual» arrived.
Pollsters rang «1,100 people|actual» from May 3 to May 12; in May «600 people|actual» answered.
It should be noted that «$5 billion|actual» went to the regions.
There used to be «20 schools|actual».
Nobody expected it: investment fell by «12%↓|actual».
"""
FORECAST = """
Trade is expected to reach «$30 billion|forecast» this year.
Exports may sink by nearly «one third↓|forecast».
Flows could be «30 percent|forecast» lower.
By the end of the year it should exceed «$29 billion|forecast».
Freight is projected to grow to «10 million tons|forecast».
The bank forecasts growth of «4.5%↑|forecast».
Gas transit is likely to double to «11 bcm|forecast».
The population will reach «23 million|forecast» by 2035.
Yet «$30 billion|forecast» is within reach.
The minister predicted growth of «7%↑|forecast» and «$30 billion|forecast» in trade.
«27 joint projects|forecast» will be launched.
Some «$5 billion|forecast» will be invested.
It is expected that gas worth «$1 billion|forecast» will be delivered.
Two plants could be built for «$2 billion|forecast».
«300 wagons|forecast» are to be delivered.
The line is to be extended by «40 km|forecast».
Six schools shall be built for «5,400 pupils|forecast».
The corridor's capacity: «20 million tons|forecast» by 2030.
Trade would reach «$50 billion|forecast» in that case.
"""
TARGET = """
The presidents set the goal of «$30 billion|target».
The governments were told to lift it to «$30 billion|target».
The sides agreed to bring trade to «$30 billion|target».
Kazakhstan plans to send «1.2 million tons|target» to Germany.
The ministers were instructed to increase trade to «$40 billion|target».
«219 billion|target» is the target for the full year.
The yearly plan is «1.2 million tons|target».
Container transit is meant to reach «2 million TEU|target».
Moscow intends to invest «$4 billion|target».
The task is to double trade, to «$50 billion|target» by 2030.
Berlin has asked for «2.5 mln tons|target» a year.
The programme aims at «15 million tons|target».
"""
MIXED = """
Exports are to double to «$18 billion|forecast», against «$9 billion|actual» last year.
Trade reached «$27 billion|actual» and is expected to hit «$30 billion|forecast».
Trade came to «$20 billion|actual»; the goal is «$30 billion|target».
The goal is «$30 billion|target», while last year trade stood at «$27 billion|actual».
Exports will grow from the current «$9 billion|actual» to «$12 billion|forecast».
"""


@pytest.mark.parametrize(
    "case", [line for table in (ACTUAL, FORECAST, TARGET, MIXED) for line in table.strip().splitlines()]
)
def test_the_nearest_word_before_a_figure_decides(case: str) -> None:
    document, expected = marked(case)
    assert [status.value for status in statuses.place(document)] == expected
