"""Hedges and bounds, wherever they stand."""

from __future__ import annotations

import pytest

from extractors.model import Qualifier
from extractors.qualifiers import AFTER, BEFORE, SIGNS
from tests.extractors.reading import marked_figure

ABOUT, EXACT, RANGE = Qualifier.ABOUT, Qualifier.EXACT, Qualifier.RANGE
MORE, LESS, LEAST, UP_TO = Qualifier.MORE_THAN, Qualifier.LESS_THAN, Qualifier.AT_LEAST, Qualifier.UP_TO


@pytest.mark.parametrize(("phrase", "qualifier"), BEFORE.items())
def test_every_phrase_before(phrase: str, qualifier: Qualifier) -> None:
    assert marked_figure(f"They sold {phrase} «500 cars» there.").qualifier is qualifier


@pytest.mark.parametrize(("phrase", "qualifier"), AFTER.items())
def test_every_phrase_after(phrase: str, qualifier: Qualifier) -> None:
    assert marked_figure(f"They paid «500 roubles» {phrase}.").qualifier is qualifier


@pytest.mark.parametrize(("sign", "qualifier"), SIGNS.items())
def test_every_sign(sign: str, qualifier: Qualifier) -> None:
    assert marked_figure(f"They paid {sign}«$500».").qualifier is qualifier


@pytest.mark.parametrize(
    ("case", "qualifier"),
    [
        ("It fell short of «2.6 GW».", LESS),
        ("It has over «11,650 hectares».", MORE),
        ("Some «200 men» came.", ABOUT),
        ("Almost «half» of them left.", ABOUT),
        ("Trade nearly «doubled».", ABOUT),
        ("nearly «a third» of exports", ABOUT),
        ("roughly «three-quarters» of the land", ABOUT),
        ("an estimated «$5 billion»", ABOUT),
        ("«five years» or so", ABOUT),
        ("~«300 km» of road", ABOUT),
        ("«twenty-odd countries»", ABOUT),
        ("just about «5%»", ABOUT),
        ("It is more than «7,500 km» long.", MORE),
        ("Over «60%» of it is steppe.", MORE),
        ("in excess of «$1bn»", MORE),
        ("well over «100 firms»", MORE),
        ("a little more than «13 million tons»", MORE),
        ("Trade exceeded «$28 billion».", MORE),
        ("Exports topped «$5 bln».", MORE),
        (">«50%» of votes", MORE),
        ("just under «40 percent»", LESS),
        ("below «$70 a barrel»", LESS),
        ("fewer than «10 firms»", LESS),
        ("less than «a third» of them", LESS),
        ("sub-«200 km» range", LESS),
        ("at least «12 people»", LEAST),
        ("no less than «3 billion cubic metres»", LEAST),
        ("«18 years» or more", LEAST),
        ("«400+ km» of wire", LEAST),
        ("«1,500-plus delegates»", LEAST),
        ("«100 firms» at least", LEAST),
        ("Up to «1.5 million tonnes» will go.", UP_TO),
        ("no more than «90 days»", UP_TO),
        ("«90 days» at most", UP_TO),
        ("≤«5%» of it", UP_TO),
        ("as many as «1,500 soldiers»", EXACT),
        ("exactly «12 tons»", EXACT),
        ("only «3 firms»", EXACT),
        ("«11 to 12 billion dollars»", RANGE),
        ("about «11 to 12 billion dollars»", RANGE),
    ],
)
def test_qualifier(case: str, qualifier: Qualifier) -> None:
    assert marked_figure(case).qualifier is qualifier


@pytest.mark.parametrize(
    "case",
    [
        "Kazakhstan is short of «2.6 GW».",
        "It sold a third less than the «48,900 cars» of last year.",
        "Kazakhstan has handed over «11,650 hectares».",
        "It took over «20 plants».",
        "Sales rose 7% more than the «52.5 billion dollars» of 2021.",  # a comparison bounds nothing
        "twice more than «$5 billion»",
        "over the past «20 years»",
        "Trade has grown over «five years»",
        "Over «24 years» it has paid",
        "under a «two-year» contract",
        "over the «20 years» of ties",
        "a hall built around the «37 m» mast",
        "the bridge above the «300 m» canyon",
        "some of the «12 plants»",
        "It is about time; «12 plants» stand.",
        "More than that, «12 plants» stand.",
        "Almost nobody came; «12 plants» stand.",
        "«12 plants» or houses",
        "«25 percent» plus one share",
        "«12 plants» and more firms",
        "The road is over; «12 plants» stand.",
    ],
)
def test_exact(case: str) -> None:
    assert marked_figure(case).qualifier is EXACT
