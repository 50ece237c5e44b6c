"""The year of a figure, rule by rule: «figure|year» marks what is expected, «figure|-» that there is none."""

from __future__ import annotations

from datetime import date

import pytest
import regex

from extractors import mentions, statuses, years
from extractors.model import Source, YearBasis
from extractors.passages import Document
from extractors.placed_years import PlacedYear

_MARK = regex.compile(r"«([^«»|]+)\|([^«»|]+)»")
PUBLISHED = date(2023, 11, 10)


def unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the marked spans with what is expected of them."""
    plain, marks, at = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        marks.append((len(plain), len(plain) + len(mark[1]), mark[2]))
        plain += mark[1]
        at = mark.end()
    return plain + text[at:], marks


def placed(text: str, published: date | None, indicator: str = "other") -> tuple[Document, list[PlacedYear]]:
    document = mentions.read(text, published)
    return document, years.place(document, [indicator] * len(document.mentions), statuses.place(document))


def at(document: Document, start: int, end: int) -> int:
    """The index of the mention read in a span."""
    found = [i for i, m in enumerate(document.mentions) if m.start < end and start < m.end]
    assert found, f"nothing read in {document.text[start:end]!r}"
    return found[0]


RULES = {
    "the figure's own time stands right behind it": [
        "Trade made «$22.4 billion|2012» for «2012|2012» and «$13.1 billion|2013» for the «first half of 2013|2013».",
        "It grew from «$10 billion|2021» in 2021 to «$15 billion|2023» in 2023.",
        "Sales of «$5.1 billion|2022» («$4.8 billion|2022») in 2022 were a record.",
        "They took «1.1 million tons|2022» in January-May 2022, double the «590,000 tons|2021» of January-May 2021.",
    ],
    "else the nearest time before it in its clause": [
        "In «2021|2021», more than «81 million tons|2021» were delivered this way.",
        "The dynamics are positive: in 2022, trade reached «$28 billion|2022», and from January to August 2023, "
        "it grew by «7%|2023».",
        "On November 1, 2023, an agreement was signed for a period of «15 years|2023».",
        "This year, the meeting is already the «fifth|2023».",
    ],
    "else one behind it in its clause": [
        "As many as «175 projects|2023» are under way at the moment.",
        "About «40,000 people|2022» moved to Almaty from Russian cities in 2022.",
    ],
    "else a time of another clause of the sentence": [
        "Commerce expanded by «9%|2023» against the same months of 2022, and came close to "
        "«716 billion rubles|2023» for the first four months of 2023.",
        "Capital worth «$4 billion|2022» came in 2022, which is «32%|2022» more than the year before.",
    ],
    "a time that opens a later clause frames that one alone": [
        "In 2022 it shrank. Trade climbed «8.8 percent|2022», and in the first quarter it added «6 percent|2023».",
    ],
    "else the time set by the sentences before": [
        "In 2021, «81 million tons|2021» went by rail. Through seaports – a little more than «13 million tons|2021». "
        "Then «5 million tons|2021» followed.",
        "On March 6 rallies were held. According to sources, «four thousand people|2023» came. Under it stood "
        "«six thousand signatures|2023».",
        "In 2022 it earned «$5 billion|2022».\nExports made up «$3 billion|2022».",
    ],
    "a new time replaces the old one": [
        "In 2021 it was «$5 billion|2021». In 2022 it was «$6 billion|2022». Exports were «$4 billion|2022».",
    ],
    "a time does not carry on into the next long paragraph": [
        "In 2021 it was bad. In 2022 it was worse. Nothing helped.\nThey signed «seven documents|-» and left.",
    ],
    "bases of comparison are not the figure's year": [
        "It grew by «7%|2023» in 2023, twice as much as in 2022. Imports lost «5%|2023».",
        "Sales rose «9 percent|2023» this year compared with 2022.",
        "In 2022 «15%|2022» fear an attack, «twice as many|2022» as in November 2021, when «8.3%|2021» did.",
        "Western deliveries made «$5 billion|2022» in 2022, «quadruple|2022» the 2019 level.",
    ],
    "the base's own value has the base's year": [
        "In 2022 they traded «$56.2 billion|2022», «7%|2022» more than the «$52.5 billion|2021» of 2021.",
        "In 2022 it was «$28 billion|2022» against «$26 billion|2021» a year earlier.",
        "In 2022 it made «$28 billion|2022», up from «$26 billion|2021».",
    ],
    "a figure in parentheses behind a time is that time's": [
        "In 2023 it carried «2.76 million tons|2023», «65%|2023» more than in 2022 («1.67 million tons|2022»).",
    ],
    "a year in parentheses speaks for the rest of its row, and for the rows below": [
        "Trade: «$27.1 bn|2022» (2022), «+2.9%|2022»",
        "• Trade: «$27.1 bn|2022» (2022)\n• Exports: «$9.6 bn|2022»\n• Rail: «69.4 mn t|2022»",
        "Uzbekistan («$9.9 bn|2021» in 2021) wants «$30 bn|-».",
    ],
    "figures and times in turn": [
        "Trade made «$26.1 billion|2022» and «$27 billion|2023» in 2022 and 2023, respectively.",
        "In 2021 and 2022, «36,000|2021» and «98,000 people|2022» came, respectively.",
    ],
    "a change over a span of years begins and ends with it": [
        "Between 2019 and 2022 trade grew from «$19 billion|2019» to «$26 billion|2022».",
    ],
    "a value of days before has the same year": [
        "On Thursday a dollar cost «455 tenge|2023», compared with «451 tenge|2023» a day earlier.",
    ],
    "an old plan is of the same year as the new one": [
        "It cut its 2023 guidance to «21,000 tonnes|2023» from «25,000 tonnes|2023».",
        "It cut output in 2023 to «21,000 tonnes|2023» from «25,000 tonnes|2022».",
    ],
    "earlier values go on, and the tale comes back from them": [
        "It sold «26%|2022» in 2022, down from «35%|2021» in 2021 and «42%|2020» in 2020, yet took «12%|2022».",
        "Profit was «KZT6bn|2022» in 2022 versus a loss of «KZT1bn|2021» in 2021, on revenue of «KZT121bn|2022».",
        "It sold «26%|2022» in 2022 and «35%|2021» in 2021.",
    ],
    "a multiple has the year of the level it leads to": [
        "Trade, which stood at «$9.9bn|2022» in 2022, is to «triple|2030» to «$30bn|2030» by 2030.",
        "In 2022 it «doubled|2022» and reached «$5 billion|2022».",
    ],
    "a figure beside the year before the latest is of the latest": [
        "The harvest was poor: «12.1 million tonnes|2023», «26%|2023» down on 2022.",
        "Stocks are «3 million tonnes|-», «26%|-» down on 2015.",
    ],
    "beside a base of comparison the perfect tells the time spoken of": [
        "In 2022 it sold «$5 billion|2022». In comparison with 2017 sales have grown by «7%|2022».",
        "In 2022 it sold «$5 billion|2022». Sales have grown by «7%|-».",
        "They have put «$16 billion|-» into it, of which «$2 billion|2023» came in 2023, more than in 2022.",
    ],
    "the earlier value of a change is the year before": [
        "In 2022 transit grew from «6.8 million tons|2021» to «8.3 million tons|2022».",
        "In 2022 its share narrowed to «46%|2022» from nearly «50%|2021».",
        "In 2022, «61.8%|2022» said so («72.7%|2021» before).",
    ],
    "relative words are read against the publication": [
        "Turnover reached «$19 billion|2023» in January-May and will exceed last year's record of «$27 billion|2022».",
        "Last year's exports of coal brought in «$5 billion|2022».",
        "Last year it brought «two trillion rubles|2022».",
        "Of the «63 million tonnes|2022» it moved last year, «three-quarters|2022» belonged to majors.",
        "«$20 billion|2023» came in over the first nine months of this year.",
        "Of last summer's «412 pupils|2023» many left.",
        "Last winter brought «5 million tons|2022».",
        "The line will be opened in March and carry «5 million tons|2024».",
        "Two years ago it was «$20 billion|2021».",
        "In the current academic year «4,900 citizens|2023» study there.",
        "In the coming academic year «4,900 citizens|2023» will study there.",
        "In the coming year «4,900 citizens|2024» will study there.",
        "Today, «500 people|2023» work there.",
        "A squad of «150 men|2023» arrived on Thursday.",
    ],
    "or against the year spoken of": [
        "In 2019 they sold «$5 billion|2019». A year earlier it was «$4 billion|2018».",
        "In 2015 they sold «$5 billion|2015» and «$7 billion|2017» two years later.",
        "In 2019 they sold «$5 billion|2019». The yearly plan was «$6 billion|2019».",
        "In 2021 it was «$21 million|2021». A year later it made «$128 million|2022». Chips brought «$9 million|2022».",
        "In 2021 it was «$21 million|2021». A year earlier it made «$12 million|2020». Ore made «$9 million|2021».",
        "«38%|2022» came from China in 2022, compared to «a quarter|2020» two years earlier.",
        "«820 thousand citizens|2023» visited Russia during the quarter.",
    ],
    "the beginning of a year lies behind once it has begun": [
        "By the beginning of 2023 the share had fallen to «14.9%|2023».",
        "By early 2024 the share will fall to «14.9%|2024».",
    ],
    "what stands in parentheses repeats the figure before": [
        "Kyrgyzstan lost «17%|2022» («$2.9 billion|2022», or «254 billion soms|2022») in 2022.",
        "Germany («410,000 tons|2021» in 2021) and Italy («275,000 tons|2022» in 2022) bought it.",
    ],
    "aims and forecasts need a time to come": [
        "In 2022 they agreed to bring it to «$30 billion|-».",
        "It is to reach «7.5 million tonnes|2029» by «2029|2029».",
        "Turnover of «$27.8 billion|2022» for 2022 is to grow to «$30 billion|-».",
        "The ministry expects «72 million tonnes|2023» this year.",
        "The plant is expected to cost «$14 billion|-» and to be commissioned in «2035|2035».",
        "In 2022 exports were «$5 billion|2022». They want to lift them to «$10 billion|-».",
    ],
    "an aim closes the times before it": [
        "Turnover of «$27.8 billion|2022» for 2022 is to grow to «$30 billion|-», "
        "and almost «70 per cent|-» runs through banks.",
    ],
    "the present perfect takes no past year": [
        "In 2022 it was «$20 billion|2022». Trade has climbed past «$26 billion|-».",
        "The treaty was signed in 2005 and «4,500 markers|-» have been installed.",
        "Since 21 September more than «200,000 Russians|2023» have come.",
    ],
    "a time ahead is not gone on with": ["Imports were banned until the end of the year. A tonne sold at «$215|-»."],
    "nor does what came before an event": [
        "In 2022 it was «$20 billion|2022». The price had «doubled|-» before the unrest.",
        "A bed that cost «5,000 tenge|-» before the mobilization now goes for «20,000 tenge|2023».",
    ],
    "a present returns from a look back": [
        "A poll in 2023 found «47%|2023» in favour. In 2019 it was «71%|2019». Among the young it is «33%|2023».",
    ],
    "and tells what is spent, stored or used as it stands": [
        "In 2022 the area was cut by «1.6 million tonnes|2022». Kazakhstan spends «0.9 per cent|-» of GDP on arms.",
        "In 2022 it was «5%|2022». «Nine tenths|-» of contracts remain in roubles.",
    ],
    "what is to be has not yet its year": [
        "In 2022 trade came to «$5 billion|2022». It is known that «300 wagons|-» are to be delivered.",
        "In 2022 trade came to «$5 billion|2022». For it «300 wagons|2022» were delivered.",
    ],
    "and takes no year long past": ["In 2016 they lent «$4 million|2016». Its share is «44%|-»."],
    "unless they break up what was counted": [
        "On 1 January 2022 it had «20 million inhabitants|2022». Of these, «14 million|2022» are Kazakhs.",
    ],
    "the day of a statement dates no figure": [
        "Work began on «27 projects|-», the prime ministers announced in Moscow on April 21.",
        "On Monday Tokayev said that «27 projects|-» are ready.",
        "ASTANA, September 25. Trade reached «$26 billion|-».",
        "Almost «98,000 Russians|2023» came in the week after war was declared on 21 September.",
        "He declared on 21 September that «98,000 Russians|-» were ready.",
    ],
    "windows and open spans have no one year": [
        "In the «past 20 years|-» Russians invested «$26 billion|-»; Kazakhs about «$9 billion|-».",
        "Since 1994 Moscow paid more than «$3 billion|-» for it.",
        "The catch has gone up «tenfold|-» since 2019. Russia reports «96,000 such cases|-».",
        "In 2022 they met. Trade tripled to «$5 billion|-» over «five years|-».",
        "They pump «10 million tonnes|-» a year until 2034.",
        "During «2020-2022|-» they built «five plants|-».",
    ],
    "durations, lengths and offsets inherit nothing": [
        "In 2022 they met. The withdrawal took «10 days|-». The «1,500-kilometre|-» line was closed.",
        "They asked «1,100 people|2022» in May 2022, «six months|-» after the first round.",
    ],
    "what is so many by another count has that count's year alone": [
        "They export «80%|-» of the oil, or «53 million tonnes|2022» last year, by this route.",
        "In 2022 they exported «80%|2022» of the oil, or «53 million tonnes|2022».",
    ],
    "an attribute in kilometres has no year": [
        "The «7,598-kilometre|-» border was marked in 2022.",
        "They built «300 km|2022» of road in 2022.",
    ],
    "a word like now speaks for its clause alone": [
        "Although turnover reached «23 billion dollars|-», Russia is not the centre now.",
        "(Currently, out of «89 regions|-» of Russia, «76 regions|-» have ties.)",
    ],
    "the margin of error is no year's": ["In 2022, «15%|2022» agreed. Margin of error: «3%|-»."],
    "a headline takes the year of the same figure below": [
        "Trade grows by «7%|2022»\n\nIn 2022 trade grew by «7%|2022»."
    ],
    "nothing found, nothing said": ["Turnover is «$26 billion|-».", "They promised «$25 million|-»."],
}


@pytest.mark.parametrize(("rule", "marked"), [(rule, text) for rule, texts in RULES.items() for text in texts])
def test_rule(rule: str, marked: str) -> None:
    text, marks = unmarked(marked)
    document, found = placed(text, PUBLISHED)
    got = [(text[start:end], found[at(document, start, end)].year) for start, end, _ in marks]
    assert got == [(text[start:end], None if year == "-" else int(year)) for start, end, year in marks], rule


@pytest.mark.parametrize(
    "marked",
    [
        "It took «1.1 million tons|2024» in January-September 2024. «September|2024» alone brought "
        "«145,000 tons|2024», «October|2024» «133,000 tons|2024». The yearly plan is «1.2 million tons|2024».",
        "In the first nine months of 2023 it was «$18 billion|2023», and «$32 billion|2023» in «ten months|2023».",
        "«$5 billion|-» came last year, «$4 billion|-» this year.",
        "Today, «500 people|-» work there.",
        "On «November 9|-» some «500 people|-» came.",
    ],
)
def test_without_publication_only_what_is_stated_is_resolved(marked: str) -> None:
    text, marks = unmarked(marked)
    document, found = placed(text, None)
    got = [found[at(document, start, end)].year for start, end, _ in marks]
    assert got == [None if year == "-" else int(year) for *_, year in marks]


@pytest.mark.parametrize(
    ("marked", "indicator"),
    [
        ("In 2022 trade was a record.\nExports made up «$11.9 billion|2022», the minister said.", "exports"),
        ("In 2022 trade was a record.\nPurchases shrank to «$3 billion|2022», he said.", "imports"),
        ("In 2022 trade was a record.\nThey signed «seven documents|-» and left.", "agreements"),
        ("In 2022 trade was a record.\nExports are «$11.9 billion|-», the minister said.", "exports"),
        ("In 1991 the Union fell. They wept.\nExports made up «$11.9 billion|-», the minister said.", "exports"),
    ],
)
def test_statistics_keep_their_period_over_a_paragraph(marked: str, indicator: str) -> None:
    text, marks = unmarked("They met. " + marked)
    document, found = placed(text, PUBLISHED, indicator)
    got = [found[at(document, start, end)].year for start, end, _ in marks]
    assert got == [None if year == "-" else int(year) for *_, year in marks]


@pytest.mark.parametrize("indicator", ["population", "joint_ventures", "agreements"])
@pytest.mark.parametrize("goes_on", ["have Russian owners", "are registered there", "are being wound up"])
def test_standing_things_inherit_no_year_in_the_present(indicator: str, goes_on: str) -> None:
    text, ((start, end, _), *_) = unmarked(f"In 2022 trade grew. Over «23,000 firms|-» {goes_on}.")
    document, found = placed(text, PUBLISHED, indicator)
    assert found[at(document, start, end)].year is None


@pytest.mark.parametrize(
    ("marked", "basis", "source", "cue"),
    [
        ("It was «$5 billion|2022» in 2022.", YearBasis.STATED, Source.OWN, "2022"),
        ("In 2022 it was «$5 billion|2022».", YearBasis.STATED, Source.CLAUSE, "2022"),
        ("It fell in 2022, and «$5 billion|2022» was lost.", YearBasis.STATED, Source.SENTENCE, "2022"),
        ("It fell in 2022. «$5 billion|2022» was lost.", YearBasis.CONTEXT, Source.BEFORE, "2022"),
        ("Last year it was «$5 billion|2022».", YearBasis.RELATIVE, Source.CLAUSE, "Last year"),
        ("In «March|2023» it began.", YearBasis.RELATIVE, Source.OWN, "March"),
        ("It is «$5 billion|-».", YearBasis.NONE, Source.NONE, ""),
    ],
)
def test_says_how_the_year_is_known(marked: str, basis: YearBasis, source: Source, cue: str) -> None:
    text, ((start, end, _), *_) = unmarked(marked)
    document, found = placed(text, PUBLISHED)
    year = found[at(document, start, end)]
    assert (year.basis, year.source, year.cue) == (basis, source, cue)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("In 2021 it grew.", date(2021, 1, 1), date(2021, 12, 31)),
        ("In March it grew.", date(2023, 3, 1), date(2023, 3, 31)),
        ("On March 6 it grew.", date(2023, 3, 6), date(2023, 3, 6)),
        ("In January-November it grew.", date(2023, 1, 1), date(2023, 11, 30)),
        ("In January-December it grew.", date(2022, 1, 1), date(2022, 12, 31)),
        ("In the first ten months it grew.", date(2023, 1, 1), date(2023, 10, 31)),
        ("They will meet, he said on November 6.", date(2023, 11, 6), date(2023, 11, 6)),
        ("Deliveries are planned for October.", date(2023, 10, 1), date(2023, 10, 31)),
        ("In December it grew.", date(2022, 12, 1), date(2022, 12, 31)),
        ("On November 27 they will meet.", date(2023, 11, 27), date(2023, 11, 27)),
        ("On July 1 it will open.", date(2024, 7, 1), date(2024, 7, 1)),
        ("They meet on November 27–28.", date(2023, 11, 27), date(2023, 11, 28)),
        ("By the end of this year it opens.", date(2023, 10, 1), date(2023, 12, 31)),
        ("In January-February it grew.", date(2023, 1, 1), date(2023, 2, 28)),
        ("A plan for 2023-2024 was signed.", date(2023, 1, 1), date(2024, 12, 31)),
        ("In the 1920s they came.", date(1920, 1, 1), date(1929, 12, 31)),
        ("In February 2024 it fell.", date(2024, 2, 1), date(2024, 2, 29)),
        ("In the winter of 2022 it fell.", date(2022, 12, 1), date(2023, 2, 28)),
    ],
)
def test_bounds_of_dates_and_periods(text: str, start: date, end: date) -> None:
    _, found = placed(text, PUBLISHED)
    assert [(year.period_start, year.period_end) for year in found] == [(start, end)]


def test_furniture_gives_no_dates() -> None:
    document, _ = placed("In 2021 it fell.\nIt lost $5 billion.", PUBLISHED)
    stamp = document.sentences[0].__class__(document.sentences[0].start, document.sentences[0].end, furniture=True)
    stamped = Document(
        document.text, PUBLISHED, [stamp, *document.sentences[1:]], document.mentions, document.times, document.title
    )
    found = years.place(stamped, ["other"] * len(stamped.mentions), statuses.place(stamped))
    assert found[-1].year is None
