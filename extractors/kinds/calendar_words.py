"""The words of the calendar: months, seasons, parts of a year, and what tells an amount from a year."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MONTHS = {
    name: number
    for number, name in enumerate(
        _words("January February March April May June July August September October November December"), 1
    )
}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items() if name != "May"} | {"Sept": 9}
MONTH_OF = MONTHS | {name.upper(): number for name, number in MONTHS.items()} | SHORT_MONTHS
"""Every form of a month's name that is read."""
AMBIGUOUS_MONTHS = frozenset({"March", "May", "MARCH", "MAY", "August", *SHORT_MONTHS})
"""Forms that are no month without a day, a year or a preposition."""
NUMBER_WORDS = {
    word: number
    for number, word in enumerate(_words("one two three four five six seven eight nine ten eleven twelve"), 1)
} | {"a": 1, "an": 1}
PLACE_WORDS = {
    word: number
    for number, words in enumerate(("first 1st opening I", "second 2nd II", "third 3rd III", "fourth 4th final IV"), 1)
    for word in words.split()
}
"""Places of a quarter or half in its year."""
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
DECADES = {
    word: 10 * ten
    for ten, word in enumerate(_words("twenties thirties forties fifties sixties seventies eighties nineties"), 2)
}
CENTURIES = {
    word: number
    for number, words in enumerate(
        ("sixteenth XVI", "seventeenth XVII", "eighteenth XVIII", "nineteenth XIX", "twentieth XX", "twenty-first XXI"),
        16,
    )
    for word in words.split()
}
PARTS = {
    "beginning": (1, 3),
    "start": (1, 3),
    "early": (1, 3),
    "mid": (5, 8),
    "middle": (5, 8),
    "late": (10, 12),
    "end": (10, 12),
    "close": (10, 12),
}
"""Parts of a year and the months they are taken to cover: beginnings and ends are quarters."""
YEAR_WORDS = {
    "this": (0, False),
    "current": (0, False),
    "last": (-1, False),
    "past": (-1, False),
    "next": (1, False),
    "coming": (1, False),
    "previous": (-1, True),
    "preceding": (-1, True),
    "prior": (-1, True),
    "following": (1, True),
    "same": (0, True),
    "that": (0, True),
    "full": (0, True),
    "whole": (0, True),
    "entire": (0, True),
}
"""Words before "year": years counted from publication, or (True) from the year spoken of."""
SORTS_OF_YEAR = _words("calendar academic school financial fiscal jubilee anniversary marketing agricultural reporting")
"""What may stand before "year": "the current academic year"."""
BEGIN_IN_AUTUMN = frozenset(("academic", "school", "marketing", "agricultural"))
YEAR_TAILS = {
    "ago": (-1, False),
    "earlier": (-1, True),
    "before": (-1, True),
    "previously": (-1, True),
    "prior": (-1, True),
    "later": (1, True),
}
"""Words after "a year", counted likewise."""
NOW_WORDS = frozenset(
    _words("today currently now yesterday tomorrow nowadays Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
)
"""Words for days near the publication."""
YEAR_CUES = _words(
    "in since by until till of from to through during for before after than and or with year between as fiscal "
    "early late mid against over on back around about past versus calendar"
)
"""Words before a number that let it be a year."""
MONTH_CUES = _words(
    "in since of by from until till during through for before after between to this last next and early late mid "
    "past previous whole entire every around end beginning start as than"
)
"""Words before a month's name that make it one."""
TIME_CUES = _words("in since by until till during last this next early late mid")
"""Those that do so even where a name follows: "in March Kazakhstan cut its exports"."""
MONTHLY = _words(
    "alone figure figures data result results exports imports turnover plan plans schedule programme program output "
    "production loadings shipments deliveries sales forecast estimate level levels total average meeting summit vote "
    "election elections referendum report"
)
"""Words behind a month's name that make it one: "in the August plan"."""
OWNERS = _words("the its his their this our")
"""Words before a number that let it be a year even where a plural follows: "the 2022 protests"."""
SCALES = _words("percent per million billion thousand hundred trillion mln bln bn mn")
"""Words after a number that make it no day of a month."""
COUNTED = _words(
    "people persons troops soldiers men women workers employees citizens residents migrants refugees students "
    "companies firms enterprises businesses projects tons tonnes barrels kilometers kilometres km miles meters "
    "metres hectares dollars rubles roubles tenge euros yuan percent million billion thousand trillion mln bln bn "
    "mn kg units containers cars trucks trains flights wagons families households homes apartments jobs "
    "applicants applications participants respondents delegates visitors tourists children schoolchildren "
    "teachers doctors books copies votes seats sites hours days weeks months years rpm MW kW GW TEU specialists "
    "officers Russians Kazakhs Ukrainians settlements schools hospitals cases tests doses patients points square "
    "cubic more other of"
)
"""Words after a number that make it an amount and not a year: "2,000 troops", "1900 km"."""
