"""Which countries a figure is about; «…» marks the figures, and each rule is a table of cases."""

from __future__ import annotations

import pytest

from extractors import parties
from extractors.mentions import read
from extractors.model import Source
from tests.extractors.figures import document


def placed(text: str) -> list[str]:
    return [figure.parties for figure in parties.place(document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade between Russia and Kazakhstan reached «$28.2 billion».", ["KZ;RU"]),
        ("Russian-Kazakh trade topped «$15.6 bln».", ["KZ;RU"]),
        ("Uzbek gas sales to China earned «$503mn».", ["CN;UZ"]),
        ("Moscow and Ankara agreed on «5 million tons».", ["RU;TR"]),
        ("«Three and a half million Russians» live in Kazakhstan, which is «20%» of the population.", ["KZ;RU"] * 2),
        ("An agreement between Kazakhstan and Gazprom is worth «$5 billion».", ["KZ;RU"]),
        ("Russia, Kazakhstan and Belarus traded goods for «$5 billion».", ["BY;KZ;RU"]),
        ("Trade with the EAEU brought Kazakhstan «$28 billion».", ["EAEU;KZ"]),
        ("Kazakhstan's exports to the EU reached «$40 billion».", ["EU;KZ"]),
    ],
)
def test_named_together(text: str, expected: list[str]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kazakhstan and Russia are neighbours. Kazakhstan does not go under China («17 billion dollars» of trade).",
            ["CN;KZ"],
        ),
        ("Russia and Kazakhstan met. Our border with Kazakhstan is «7 thousand km».", ["KZ;RU"]),
        (
            "Kazakh crude for Germany\nGermany took «1.1 million tons» of it. Berlin wants «2.5 mln tons».",
            ["DE;KZ"] * 2,
        ),
        ("Russia met its neighbours. With Armenia trade made «$7.3 billion».", ["AM;RU"]),
    ],
)
def test_one_named_alone_has_the_articles_partner(text: str, expected: list[str]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kazakhstan asked Russia for help. Russia sent «1,500» men, Belarus «100» and Armenia «70».",
            ["KZ;RU", "BY;KZ", "AM;KZ"],
        ),
        ("Kazakhstan met Russia. Turnover made «$26 billion»; China has «$24 billion».", ["KZ;RU", "CN;KZ"]),
        (
            "Transfers from Russia surged: Kazakhstan received «5», Georgia «1», Armenia «2».",
            ["KZ;RU", "GE;RU", "AM;RU"],
        ),
        (
            "Russia counts its trade. With Armenia it made «$7.3 billion»; with Azerbaijan «$4bn», «18 per cent» up.",
            ["AM;RU", "AZ;RU", "AZ;RU"],
        ),
        (
            "Russia trades more. Kyrgyzstan lost «17%» («$2.9 billion»), Georgia slipped to «$2.4 billion», and "
            "Tajikistan added «2.7 per cent».",
            ["KG;RU", "KG;RU", "GE;RU", "RU;TJ"],
        ),
        (
            "Kazakh statistics give China «21.3%» of trade («$21.7bn») and Russia «18.6%».",
            ["CN;KZ", "CN;KZ", "KZ;RU"],
        ),
        ("In Uzbekistan China holds «21.3%»; Russia has «15.5%».", ["CN;UZ", "RU;UZ"]),
        (
            "Russia sent «1.2 million tons» to Kazakhstan, while supplies to Belarus fell to «5 tons».",
            ["KZ;RU", "BY;RU"],
        ),
        (
            "Kazakhstan buys Russian oil. Belarus bought Russian oil for «$5 billion». Mongolia took «9 tons».",
            ["BY;RU", "MN;RU"],
        ),
        ("Georgia took in «62,000 Russians» and Armenia «40,000».", ["GE;RU", "AM;RU"]),
        ("Italy bought «500,000 tonnes» from Kazakhstan, and Turkey «260,000 tonnes».", ["IT;KZ", "KZ;TR"]),
        (
            "Kazakhstan trades with Russia. Trade with China hit «$43 billion», and with Uzbekistan, «$4.3 billion».",
            ["CN;KZ", "KZ;UZ"],
        ),
        (
            "Kazakhstan sells grain. All is well. It sold «8.6 million tons»: «2.9 million tons» to Uzbekistan and "
            "«1 million tons» to Iran.",
            ["", "KZ;UZ", "IR;KZ"],
        ),
        ("Russia sent «2,000» men, Armenia «100», Tajikistan «200».", ["RU", "AM", "TJ"]),
    ],
)
def test_each_of_a_series_has_its_own_partner(text: str, expected: list[str]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "source"),
    [
        ("Russia and Kazakhstan met. Trade reached «$20 billion».", "KZ;RU", Source.BEFORE),
        (
            "Russia and Kazakhstan met. It was late. All was well. Mutual trade is «$20 billion».",
            "KZ;RU",
            Source.BEFORE,
        ),
        (
            "Russia and Kazakhstan met.\n" + "It was late.\n" * 6 + "Trade between the two is «$20 billion».",
            "KZ;RU",
            Source.ARTICLE,
        ),
        ("Kremlin talks end\nBoth presidents noted «$20 billion».\nThe Kazakh guest left.", "KZ;RU", Source.ARTICLE),
        ("«Three million Russians» live in Kazakhstan.", "KZ;RU", Source.OWN),
        ("Russia sold goods for «$20 billion» to Kazakhstan.", "KZ;RU", Source.CLAUSE),
        ("It reached «$20 billion», and Russia thanked Kazakhstan.", "KZ;RU", Source.SENTENCE),
        ("Trade reached «$20 billion».", "", Source.NONE),
    ],
)
def test_where_they_were_named(text: str, expected: str, source: Source) -> None:
    (figure,) = parties.place(document(text))
    assert (figure.parties, figure.source) == (expected, source)


def test_the_cue_is_as_written() -> None:
    (figure,) = parties.place(document("Nur-Sultan and Moscow traded goods for «$20 billion»."))
    assert figure.cue == "Nur-Sultan, Moscow"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade of Kazakhstan and China grew by «7%», Russian economist Dmitry Nekrasov says.", "CN;KZ"),
        ("Trade of Kazakhstan and China grew by «7%», Russian media write.", "CN;KZ"),
        ("Trade between Kazakhstan and China made «2 trillion Russian rubles».", "CN;KZ"),
        ("Trade between Kazakhstan and China grew by «7%» since the war in Ukraine.", "CN;KZ"),
        ("Kazakhstan and China trade more: «$40 billion», the minister said in Moscow.", "CN;KZ"),
        ("Anti-Russian projects of Kazakhstan and Ukraine cost «$5 million».", "KZ;UA"),
        ("Kazakhstan and China met. «59.7%» answered in Russian.", "CN;KZ"),
        ("Kazakhstan sent China «5 million tons» by the Baku-Tbilisi-Ceyhan pipeline.", "CN;KZ"),
    ],
)
def test_bystanders_are_no_parties(text: str, expected: str) -> None:
    assert placed(text) == [expected]


@pytest.mark.parametrize(
    "figure",
    [
        "Repairs should last «two months».",
        "This was so for «thirty years».",
        "In the «past 20 years» much was invested.",
        "«Five countries» took part.",
        "It was given to «five of our Central Asian neighbors».",
        "The rate is «34.76 rubles» per dollar.",
        "Oil costs «80 dollars» a barrel.",
        "It is «1 percent» of world supply.",
        "«109,000 TEU» ran between China and Europe.",
        "«57,000 TEU» ran in the China–Europe–China direction.",
        "Russia exchanged goods for «$56.2 billion» with its Asian neighbours.",
        "Margin of error: «3%».",
        "The statistical error is «3.4%».",
        "The price of gas had grown by «50%».",
    ],
)
def test_about_no_country(figure: str) -> None:
    assert placed(f"Russia and Kazakhstan met. {figure}") == [""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan cut the value of its currency by «18.9 percent».", "KZ"),
        ("Moscow speaks of «300,000» reservists.", "RU"),
        ("Inflation in Kazakhstan was «9%».", "KZ"),
        ("Russia's GDP fell by «2%».", "RU"),
        ("Kazakhstan's tenge weakened by «5%».", "KZ"),
        ("The population of Kazakhstan passed «20 million».", "KZ"),
    ],
)
def test_a_countrys_own_affairs(text: str, expected: str) -> None:
    assert placed(f"Russia and Kazakhstan met. {text}") == [expected]


def test_a_bloc_as_a_whole_and_the_shares_of_its_members() -> None:
    text = (
        "Trade of the EAEU countries reached «$97.8 billion». Russia has «61%» of it, Belarus «26%» and Armenia «3%»."
    )
    assert placed(text) == ["EAEU", "RU", "BY", "AM"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan does not sell to Russia. It sells to China: «5 million tons».", "CN;KZ"),
        ("Kazakhstan is a neighbour of Russia. Relations with Russia are good. Turkey took «5 million tons».", "KZ;TR"),
        (
            "Russia trades with all. Kazakhstan is one, Russia says. Russia sold Armenia gas. Iran paid «$5 billion».",
            "IR;RU",
        ),
    ],
)
def test_a_third_country_stands_beside_the_one_the_article_is_on(text: str, expected: str) -> None:
    assert placed(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A joint work plan for «three years» was signed.", "KZ;RU"),
        ("A contract for «15 years» was signed.", "KZ;RU"),
        ("The largest contract of the «past five years» was signed.", ""),
    ],
)
def test_terms_of_agreements(text: str, expected: str) -> None:
    assert placed(f"Russia and Kazakhstan met. {text}") == [expected]


def test_an_article_about_one_country_makes_no_pairs() -> None:
    text = "Freight on Kazakh rails\nKazakh rails carried «5 million tons». Income grew by «9%». Trains run from China."
    assert placed(text) == ["KZ", ""]


def test_dates_and_texts_without_figures_have_nobody() -> None:
    assert placed("Russia and Kazakhstan met.") == []


def test_a_route_has_three_parties() -> None:
    """Sender, receiver and the country between, also in the sentence that goes on about the route."""
    text = (
        "Russia and Kazakhstan met. Supplies of Russian gas to Uzbekistan via Kazakhstan began at «9 million cubic "
        "metres» a day. They are to reach «32 million cubic metres»."
    )
    assert placed(text) == ["KZ;RU;UZ"] * 2


def test_a_series_is_left_with_its_end() -> None:
    """After figures on several partners, a sentence that names nobody is about the article's two countries again."""
    text = (
        "Kazakhstan and Russia are neighbours. Kazakhstan's trade with Russia came to «$26 billion», with Italy to "
        "«$16 billion». Mutual trade stood at «$27 billion» before."
    )
    assert placed(text) == ["KZ;RU", "IT;KZ", "KZ;RU"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RUSSIA, KAZAKHSTAN RAISE TRADE TO «$30 BLN»", ["KZ;RU"]),
        ("KAZAKH WHEAT FOR CHINA: «2 MLN TONS»", ["CN;KZ"]),
        ("Russia and Kazakhstan met.\nASTANA. «5 projects» are ready.", ["KZ;RU"]),
        ("THE US SENT «5 TONS»", ["US"]),
    ],
)
def test_headlines_in_capitals(text: str, expected: list[str]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("Pay is $470 a month.", ""),
        ("Rent for the base is $115 million.", "KZ;RU"),
        ("Wheat cost 85,000 tenge a tonne.", ""),
        ("The average pay is 412,000 tenge.", ""),
        ("A fine of 5,000 rubles is due.", ""),
        ("Trade made 500 billion tenge.", "KZ;RU"),
        ("Trade made 716 billion rubles.", "KZ;RU"),
        ("They paid $115,000 each other.", "KZ;RU"),
    ],
)
def test_prices_in_home_money_are_about_no_country(figure: str, expected: str) -> None:
    document = read("Russia and Kazakhstan met. " + figure)
    assert [placed.parties for placed in parties.place(document)] == [expected]
