"""Dates and periods: «…» marks what is read; cases are as newspapers write them."""

from __future__ import annotations

import pytest

from extractors.kinds.dates import find
from extractors.model import Kind, When

D, P = Kind.DATE, Kind.PERIOD


def marked(text: str) -> tuple[str, tuple[int, int]]:
    """The text without its marks, and the span they enclose."""
    start = text.index("«")
    end = text.index("»") - 1
    return text.replace("«", "").replace("»", ""), (start, end)


def year(number: int, month: int = 1, end_month: int = 12, **bounds: int) -> When:
    return When(year=number, end_year=bounds.get("end_year", number), month=month, end_month=end_month)


def day(month: int, number: int, in_year: int | None = None, until: int | None = None) -> When:
    return When(in_year, in_year, month, number, month, until or number)


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("44 per cent below «2019» levels", P, year(2019)),
        ("Crimes were recorded in «seven months», up 11.8%", P, When(month=1, end_month=7)),
        ("by results of the «I quarter of 2024»", P, year(2024, 1, 3)),
        ("In «January-August» Kazakhstan received it", P, When(month=1, end_month=8, end_day=31)),
        # days
        ("On «November 9», statements were made", D, day(11, 9)),
        ("On «November 1, 2023», an agreement was signed", D, day(11, 1, 2023)),
        ("in the «first three quarters of 2024»", P, year(2024, 1, 9)),
        ("the «first two quarters of 2023» were weak", P, year(2023, 1, 6)),
        ("4.5 million tonnes in the «August» plan", P, When(month=8, end_month=8, end_day=31)),
        ("the «March» elections", P, When(month=3, end_month=3, end_day=31)),
        ("on «9 November 2023» in Astana", D, day(11, 9, 2023)),
        ("on the «9th of November»", D, day(11, 9)),
        ("«Nov. 9, 2023» - Astana", D, day(11, 9, 2023)),
        ("signed «2023-11-09» in Moscow", D, day(11, 9, 2023)),
        ("signed on «09.11.2023».", D, day(11, 9, 2023)),
        ("signed on «9/11/2023».", D, day(11, 9, 2023)),
        ("is due in Tashkent on «April 25–26».", D, day(4, 25, until=26)),
        ("the talks of «3-5 October 2022»", D, day(10, 3, 2022, 5)),
        ("at their «March 17» meeting", D, day(3, 17)),
        ("Since «21 September» more than 200,000 Russians came", D, day(9, 21)),
        ("from «May 3 to May 12, 2023», six months after", D, day(5, 3, 2023, 12)),
        # months
        ("not seen since «March 2009»", P, year(2009, 3, 3)),
        ("but in «March» the pipeline was damaged", P, When(month=3, end_month=3)),
        ("In «May» it fell", P, When(month=5, end_month=5)),
        ("In «March» Kazakhstan cut its exports", P, When(month=3, end_month=3)),
        ("In «May» 5 companies came", P, When(month=5, end_month=5)),
        ("Since «January 26» visitors may stay", D, day(1, 26)),
        ("«September» alone brought 145 thousand tons", P, When(month=9, end_month=9)),
        ("in «January this year»", P, When(month=1, end_month=1, shift=0)),
        ("in «July of last year»", P, When(month=7, end_month=7, shift=-1)),
        ("in «Dec. 2021»", P, year(2021, 12, 12)),
        # spans
        ("from «January to August 2023», it grew", P, year(2023, 1, 8)),
        ("in «January-September 2024», almost double", P, year(2024, 1, 9)),
        ("in «January–July», the premier said", P, When(month=1, end_month=7)),
        ("in «January through June 2024»", P, year(2024, 1, 6)),
        ("in «January-June this year»", P, When(month=1, end_month=6, shift=0)),
        ("From «1 April to 27 September» 441 applicants", P, When(None, None, 4, 1, 9, 27)),
        ("from «December to February 2023»", P, year(2022, 12, 2, end_year=2023)),
        ("from «September 2022 to August 2023»", P, year(2022, 9, 8, end_year=2023)),
        ("a work plan for «2023-2024».", P, year(2023, end_year=2024)),
        ("over «2005–2010» it grew", P, year(2005, end_year=2010)),
        ("between «2019 and 2023» trade doubled", P, year(2019, end_year=2023)),
        ("from «2019 to 2023»", P, year(2019, end_year=2023)),
        ("a «2023/2024» plan", P, year(2023, end_year=2024)),
        ("in the «2022/23» season", P, year(2022, end_year=2023)),
        # years
        ("In «2021», more than 81 million tons", P, year(2021)),
        ("in «2021» people moved", P, year(2021)),
        ("reserved until «2050», and", P, year(2050)),
        ("the census of «2010»", P, year(2010)),
        ("The «2021» census", P, year(2021)),
        ("the «2022» protests", P, year(2022)),
        ("By «2030» exports will double", P, year(2030)),
        ("for «2023» as a whole the figure was", P, year(2023)),
        ("fiscal «2024» closed", P, year(2024)),
        ("«2023» was a record year", P, year(2023)),
        ("deportations in the «1920s» and", P, year(1920, end_year=1929)),
        ("in the «'90s»".replace("'", ""), P, year(1990, end_year=1999)),
        ("in the «nineties», when", P, year(1990, end_year=1999)),
        ("in the «mid-1990s»", P, year(1990, end_year=1999)),
        ("in the «19th century»", P, year(1801, end_year=1900)),
        ("of the «twentieth century»", P, year(1901, end_year=2000)),
        # parts of years
        ("in the «first quarter of 2024»", P, year(2024, 1, 3)),
        ("«Q3 2023» results", P, year(2023, 7, 9)),
        ("net profit in «3Q23», the bank said", P, year(2023, 7, 9)),
        ("in the «third quarter», exports", P, When(month=7, end_month=9)),
        ("for the «first half of 2013».", P, year(2013, 1, 6)),
        ("in «H1 2024»", P, year(2024, 1, 6)),
        ("in the «second half of the year»", P, When(month=7, end_month=12, shift=0)),
        ("the «first nine months of 2023» give", P, year(2023, 1, 9)),
        ("over the «first nine months of this year»", P, When(month=1, end_month=9, shift=0)),
        ("in the «first seven months» it grew", P, When(month=1, end_month=7)),
        ("in «11 months of 2023»", P, year(2023, 1, 11)),
        ("By the «end of this year», services", P, When(month=10, end_month=12, shift=0)),
        ("before the «end of the year».", P, When(month=10, end_month=12, shift=0)),
        ("at the «beginning of 2022» forces", P, year(2022, 1, 3)),
        ("in «early 2023»", P, year(2023, 1, 3)),
        ("by «late 2025»", P, year(2025, 10, 12)),
        ("in the «summer of 2022»", P, year(2022, 6, 8)),
        ("in «autumn 2023»", P, year(2023, 9, 11)),
    ],
)
def test_calendar_mentions(text: str, kind: Kind, when: When) -> None:
    plain, span = marked(text)
    mentions, times = find(plain)
    assert [(m.kind, (m.start, m.end), m.when) for m in mentions] == [(kind, span, when)]
    assert (times[0].start, times[0].end, times[0].when) == (*span, when)


@pytest.mark.parametrize(
    "text",
    [
        "three quarters of the firms",
        "the august company",
        "They march plan in hand.",
        "2000 troops were sent",
        "more than 2,000 troops",
        "$2000 a head and 1990 rubles",
        "Astana hosts Forum 2018",
        "at Expo 2017 in Astana",
        "the Boeing 737 and the Soyuz-5",
        "the RBMK-2000 reactor",
        "It may rain. May I come in?",
        "Theresa May and April Ludgate spoke",
        "March on Moscow",
        "the October Revolution Square",
        "a quarter of schools, three-quarters of it",
        "half went to Russia, the second half of the match",
        "for two months, six months after",
        "within 15 years, over the past 20 years",
        "call +7 495 2021 345 or 2021.5",
        "24/10/2019 17:56",
        "it cost 1900 tenge",
        "2.2021 and 12021",
        "temperatures in 90s fashion",
    ],
)
def test_no_calendar_mention(text: str) -> None:
    assert find(text)[0] == []


@pytest.mark.parametrize(
    ("text", "shift", "from_context"),
    [
        ("«Last year» it fell", -1, False),
        ("«This year», the meeting", 0, False),
        ("«next year» it will", 1, False),
        ("in the «previous year»", -1, True),
        ("«A year earlier» the total", -1, True),
        ("«a year ago»", -1, False),
        ("«Two years ago»", -2, False),
        ("«three years later»", 3, True),
        ("for the «full year».", 0, True),
        ("The «yearly plan» is", 0, True),
        ("It is «currently» built", 0, False),
        ("under way «at the moment».", 0, False),
        ("he warned on «Tuesday»,", 0, False),
        ("«last month» and", 0, False),
    ],
)
def test_relative_times_are_no_mentions(text: str, shift: int, from_context: bool) -> None:
    plain, span = marked(text)
    mentions, times = find(plain)
    assert mentions == []
    assert [((t.start, t.end), t.when.shift, t.when.from_context) for t in times] == [(span, shift, from_context)]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("less than in the same «ten months of 2020»", True),
        ("a third of the record set in «2012»", True),
        ("a record was set in «2012»", False),
        ("which exceeds the result of the whole of «2022» by 3 times", True),
        ("seven times the amount «a year before»", True),
        ("twice the number of «the year before»", True),
        ("it grew seven times in «2022»", False),
        ("they read the results of «2022»", False),
        ("quadruple the «2021» level", True),
        ("7% more than in «2022».", True),
        ("by 9% against the same months of «2022»", True),
        ("32% more than «the year before».", True),
        ("9 percent more than «a year ago»;", True),
        ("28.5% more «year-on-year», where", True),
        ("up 7% from «a year earlier»", True),
        ("rose 5% compared with the same period of «last year».", True),
        ("rose 5% over the same period of «last year».", True),
        ("up 7% on «2022»", True),
        ("a fivefold increase on «2021»", True),
        ("5% above «2022»", True),
        ("3 degrees above zero in «2022»", False),
        ("twice as many as in «November 2022»", True),
        ("a low not seen since «March 2009»", True),
        ("in «2022» it rose", False),
        ("«A year earlier» it was", False),
        ("a programme up to «2030»", False),
        ("figures for «2022» show", False),
        ("In the same period of «last year» it was $5 billion", False),
        ("as of «January 1, 2024»", False),
    ],
)
def test_bases_of_comparison(text: str, base: bool) -> None:
    plain, span = marked(text)
    assert [((t.start, t.end), t.is_base) for t in find(plain)[1]] == [(span, base)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("was prolonged in 2004 until 2050", [2004, 2050]),
        ("is leased from 2004 until 2050", [None]),
        ("a programme for 2024 to 2030", [None]),
    ],
)
def test_an_event_and_an_end_are_two_periods(text: str, years: list[int | None]) -> None:
    """ "In 2004" tells when it happened, "until 2050" how long it lasts; "from … until" is one span."""
    times = find(text)[1]
    assert [t.when.year if t.when.year == t.when.end_year else None for t in times] == years


def test_months_so_far_need_such_a_period_before() -> None:
    """ "In ten months" is a period where months of a year were counted before or years are compared."""
    assert [m.rule for m in find("For the first nine months of 2023 and in ten months, after 11 months.")[0]] == [
        "months",
        "months_to_date",
        "months_to_date",
    ]
    assert [m.rule for m in find("They moved 61 tons in 11 months, 4% less than a year earlier.")[0]] == [
        "months_to_date"
    ]
    assert find("It was built in ten months.")[0] == []
