"""Every fact of every article, as listed in ``tests/expected``; ``make expected`` writes the lists anew."""

from __future__ import annotations

import pytest

from extractors.articles import ARTICLES
from tests.expected_facts import FOLDER, differences, found, rows

IDS = sorted(path.stem for path in ARTICLES.glob("*.txt"))


@pytest.fixture(scope="module")
def facts() -> dict[str, str]:
    return found()


@pytest.mark.parametrize("article_id", IDS)
def test_facts_of(article_id: str, facts: dict[str, str]) -> None:
    changed = differences(rows((FOLDER / f"{article_id}.csv").read_text("utf-8")), rows(facts[article_id]))
    assert not changed, "\n".join(["facts changed; if that is wanted: make expected", *changed])


def test_no_list_without_an_article() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.csv")) == IDS


def test_a_difference_says_which_cell_of_which_fact() -> None:
    before = {
        "a.1-4": {"text": "7 km", "kind": "length", "value": "7", "unit": "km"},
        "a.20-24": {"text": "2021", "kind": "period", "year": "2021"},
    }
    after = {
        "a.1-4": {"text": "7 km", "kind": "length", "value": "7000", "unit": "km"},
        "a.100-103": {"text": "40%", "kind": "percent", "value": "40", "unit": "percent"},
    }
    assert differences(before, after) == [
        "~ a.1-4 '7 km' value: '7' → '7000'",
        "- a.20-24 '2021' period 2021",
        "+ a.100-103 '40%' percent 40 percent",
    ]
    assert differences(before, before) == []
