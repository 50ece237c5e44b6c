"""What a country has to itself; «…» marks the figures, and each rule is a table of cases."""

from __future__ import annotations

import pytest

from extractors import parties
from tests.extractors.figures import document

TWO = "Russia and Kazakhstan met. "


def placed(text: str, *indicators: str) -> list[str]:
    return [figure.parties for figure in parties.place(document(TWO + text), indicators)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan's railways carried «245 million tons», among them «27 million» to Russia.", ["KZ", "KZ;RU"]),
        ("Brent jumped «5%» overnight.", [""]),
        ("Allur assembled «71,436 vehicles» and holds «43.1%» of the market.", ["", ""]),
        ("Consumer prices in Kazakhstan climbed «17.7%».", ["KZ"]),
        ("Kazakhstan produced «53.2 bcm» but sold only «4.6 bcm» abroad.", ["KZ", "KZ"]),
        ("Kazakh farmers shipped «2.1 million tonnes» of grain abroad.", ["KZ"]),
        ("The ministry expects a harvest of «19.5 million tonnes».", [""]),
        ("Kazakhstan's external debt amounted to «$163.8 billion».", ["KZ"]),
        ("Kazakhstan, which consumed «19.3 bcm», asks for more.", ["KZ"]),
        ("Kazakhstan received «6.6 million» foreign visitors.", ["KZ"]),
        ("The harvest was poor: «12.1 million tonnes», with yields of «9 tonnes».", ["", ""]),
        ("Electricity generation in the republic came to «64 billion kWh»; consumption rose by «1.9%».", ["", ""]),
        ("Peak load is forecast at «17 GW» against available capacity of «15 GW».", ["", ""]),
        ("KarProkat posted a net profit of «$6 billion», on revenue up «38%».", ["", ""]),
        ("A flat in Almaty is «54%» dearer.", ["KZ"]),
        ("Output rose in industry by «3.9%», in construction by «9.6%», Kazakhstan's statisticians said.", ["KZ"] * 2),
    ],
)
def test_own(text: str, expected: list[str]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "«60,000 students» from Kazakhstan are at Russian universities, «30,000» at the expense of the Russian budget.",
        "The quota has been raised to «781 places».",
        "«62,000 people» from Kazakhstan study in Russia, «27,000» of them on budget places.",
        "Net exports to Russia were «5 million tonnes».",
        "Consumption of Russian gas in Kazakhstan is «5 bcm».",
        "The harvest pleased all; trade made «$5 billion».",
        "The external debt is $163.8 billion, of which «$12.5 billion» is owed by Kazakhstan to Russia.",
        "Kazakhstan consumes goods made next door; trade reached «$28 billion».",
        "Kazakhstan exported oil for «$2 billion».",
    ],
)
def test_shared(text: str) -> None:
    assert set(placed(text)) == {"KZ;RU"}


def test_indicators_of_one_country() -> None:
    """Growth of the economy and votes are about one country even where nothing in the sentence says so."""
    text = "The IMF expects «3.1%» of Kazakhstan."
    assert placed(text, "gdp") == placed(text, "elections") == ["KZ"]
    assert placed(text, "trade_growth") == ["KZ;RU"]


def test_what_goes_on_about_one_country() -> None:
    assert (
        placed("Kazakhstan harvested «25 million tonnes», a record harvest. That is «12 percent» more.") == ["KZ"] * 2
    )
    assert placed("Kazakhstan harvested «25 million tonnes», a record harvest. Trade rose «12 percent».")[1] == "KZ;RU"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Combines brought in «93 mln tons» of grain.", ""),
        ("Grain exports made «93 mln tons».", "KZ;RU"),
        ("Grain came in by rail: «93 mln tons».", "KZ;RU"),
    ],
)
def test_grain_of_the_field(text: str, expected: str) -> None:
    assert placed(text, "grain") == [expected]


@pytest.mark.parametrize(
    ("text", "indicators", "expected"),
    [
        ("Exports rose «26%».", ("trade_turnover", "exports"), "KZ"),
        ("Trade between the two rose «26%».", ("gdp", "trade_growth"), "KZ;RU"),
        ("\nExports rose «26%».", ("trade_turnover", "exports"), "KZ;RU"),
        ("Projects rose «26%».", ("trade_turnover", "projects"), "KZ;RU"),
    ],
)
def test_statistics_of_one_country_go_on(text: str, indicators: tuple[str, ...], expected: str) -> None:
    """Until the paragraph ends, a country is named, or another matter is told."""
    assert placed(f"Kazakhstan's foreign trade turnover was «$101 billion». {text}", *indicators) == ["KZ", expected]
