"""The fact card: how a figure was read and placed, in words; how to cite it and to find it again."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from extractors.model import Change, Fact, Kind, Qualifier, Source, YearBasis
from tests.views.conftest import ARTICLES, FACTS
from views import cards, labels, links
from views.filters import Filters

FIRST = ARTICLES[0]
TODAY = date(2026, 1, 2)
URL = "https://here.example/reader?article=first&fact=x"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"year": 2021, "year_from": Source.OWN, "year_cue": "in 2021"}, "2021 — said with the figure: “in 2021”"),
        ({"year": 2021, "year_from": Source.BEFORE, "year_cue": "In 2021"}, "2021 — from a sentence before: “In 2021”"),
        ({"year": 2021, "year_from": Source.ARTICLE, "year_cue": ""}, "2021 — from the article as a whole"),
        ({"year": None, "year_from": Source.NONE, "year_cue": ""}, "the text does not say"),
        (
            {"year": 2022, "year_from": Source.CLAUSE, "year_cue": "last year", "year_basis": YearBasis.RELATIVE},
            "2022 — from the same clause: “last year” (counted from the publication, November 2023)",
        ),
    ],
)
def test_f40_the_card_says_how_a_figure_came_to_its_year(
    make_fact: Callable[..., Fact], given: dict[str, object], words: str
) -> None:
    assert cards.year_in_words(make_fact("first", "$28.2 billion", **given), FIRST) == words


@pytest.mark.parametrize(
    ("given", "claim"),
    [
        ({"value": 28.2e9}, "28.2B USD"),
        ({"value": 25e9, "qualifier": Qualifier.MORE_THAN}, "> 25B USD"),
        ({"value": 7500.0, "unit": "km", "qualifier": Qualifier.ABOUT}, "≈ 7,500 km"),
        ({"value": 7.0, "unit": "percent", "change": Change.UP}, "▲ 7%"),
        (
            {
                "value": 4000.0,
                "value_low": 3000.0,
                "value_high": 5000.0,
                "unit": "person",
                "qualifier": Qualifier.RANGE,
            },
            "3,000–5,000 people",
        ),
        ({"value": 0.5, "unit": "percent"}, "0.5%"),
        ({"value": 3.0, "unit": "power plant"}, "3 power plants"),
        ({"value": 1.0, "unit": "power plant"}, "1 power plant"),
        ({"value": 2.0, "unit": "country"}, "2 countries"),
        ({"value": 12.0, "unit": "MW"}, "12 MW"),
        ({"value": 19.0, "unit": "forum", "kind": Kind.ORDINAL}, "№ 19 forum"),
        ({"value": None, "kind": Kind.DATE, "unit": "date"}, "$28.2 billion"),
        ({"value": float("nan")}, "$28.2 billion"),
    ],
)
def test_f35_f36_f54_a_claim_in_one_line(make_fact: Callable[..., Fact], given: dict[str, object], claim: str) -> None:
    assert labels.claim(make_fact("first", "$28.2 billion", **given)) == claim


def test_f38_f41_the_card_names_speaker_outlet_date_and_rule() -> None:
    lines = dict(cards.rows(replace(FACTS[0], speaker="Putin"), FIRST))
    assert lines["Said by"] == "Putin"
    assert lines["Published"] == "A News, November 2023"
    assert lines["Rule"] == "money, version 0.1.0"
    assert "no speaker" in dict(cards.rows(FACTS[0], FIRST))["Said by"]


def test_f49_a_quote_selector_finds_the_figure_again() -> None:
    target = cards.selector(FACTS[2], FIRST)
    quote, position = target["selector"]
    assert quote["exact"] == "7,500 km"
    assert FIRST.text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
    assert FIRST.text[position["start"] : position["end"]] == quote["exact"]
    assert target["source"] == "https://example.org/first"


def test_f57_a_record_is_plain_json() -> None:
    record = json.loads(json.dumps(cards.record(FACTS[0])))
    assert (record["value"], record["period_start"], record["value_low"]) == (28.2e9, "2022-01-01", None)


def test_f64_a_citation_names_author_source_sentence_version_and_address() -> None:
    text = cards.citation(FACTS[0], FIRST, URL, "0.1.0", TODAY)
    for part in ("A News", "November 2023", FACTS[0].sentence, "version 0.1.0", FACTS[0].fact_id, URL, "2 Jan 2026"):
        assert part in text


def test_f64_bibtex_escapes_what_tex_would_read() -> None:
    entry = cards.bibtex(FACTS[0], FIRST, URL, "0.1.0", TODAY)
    assert entry.startswith("@misc{first.14-27,\n")
    assert r"title = {{\$28.2 billion, in: Trade \& <b>borders</b>}}" in entry
    assert entry.count("{") - entry.count("\\{") == entry.count("}") - entry.count("\\}")


def test_f64_a_view_has_a_bibtex_entry() -> None:
    entry = cards.view_bibtex("Trade & more", URL, "0.1.0", TODAY)
    for part in ("@misc{russia-kazakhstan-figures-0.1.0,", r"title = {{Trade \& more}}", URL, "2026-01-02"):
        assert part in entry


def test_f43_an_error_report_carries_the_facts_id() -> None:
    assert FACTS[0].fact_id in cards.report(FACTS[0], URL)


@pytest.mark.parametrize(
    ("sentence", "fragment"),
    [
        ("It grew by 7%.", "It%20grew%20by%207%25."),
        ("A well-known, 5-year plan", "A%20well%2Dknown%2C%205%2Dyear%20plan"),
        (" ".join("abcdefghijklmnopqrst"), "a%20b%20c%20d%20e%20f%20g%20h,m%20n%20o%20p%20q%20r%20s%20t"),
    ],
)
def test_f17_the_original_is_opened_at_the_sentence(
    make_fact: Callable[..., Fact], sentence: str, fragment: str
) -> None:
    fact = make_fact("first", "$28.2 billion", sentence=sentence)
    assert links.to_original(FIRST, fact) == f"https://example.org/first#:~:text={fragment}"


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_web_addresses_become_links(url: str) -> None:
    assert links.to_original(replace(FIRST, url=url)) == ""


def test_f12_a_facts_address_is_relative_and_keeps_the_filters() -> None:
    assert links.to_fact(FACTS[0], Filters(topic=("trade",))) == (
        f"reader?topic=trade&article=first&fact={FACTS[0].fact_id}"
    )
