"""Each figure of the five articles with its relation to published figures, beside what a person found.

``tests/views/checks.csv`` holds a row a figure.  ``person`` is the verdict of somebody who looked each figure up by
hand; where the rules say otherwise, ``why`` says why.  ``python -m tests.views.test_checks`` writes the computed
columns anew after a wanted change; read the diff before you commit it.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from extractors import extract
from extractors.articles import read_articles
from views.checks import Check, check_article, tally
from views.reference import published

EXPECTED = Path(__file__).with_name("checks.csv")
COMPUTED = ("article_id", "figure", "start", "parties", "series", "relation", "by", "reason", "published", "forecast")
COLUMNS = (*COMPUTED, "person", "why")

MEANT = {
    "agrees": {"agrees"},
    "rounds": {"agrees_within_rounding"},
    "errs": {"above", "below"},
    "outdated": {"above", "below"},
    "errs in status": {"not_comparable"},
    "not checked": {"nothing_published"},
    "unclear": {"nothing_published"},
}
"""The person's verdict → the relations that say the same without judging."""


def computed() -> list[dict[str, str]]:
    """The checks of all five articles, a row a figure, in the order of the texts."""
    articles, errors = read_articles()
    assert not errors
    rows = []
    for article in sorted(articles, key=lambda article: article.id):
        title = "" if article.title_is_ours else article.title
        facts = extract(article.text, published=article.published, article_id=article.id, title=title)
        found = {fact.fact_id: fact for fact in facts}
        for check in check_article(facts, article.published, published()):
            fact = found[check.fact_id]
            where = {"article_id": article.id, "figure": fact.text, "start": str(fact.start), "parties": fact.parties}
            rows.append(where | _row(check))
    return rows


def _row(check: Check) -> dict[str, str]:
    values = {figure.figure_id: figure for figure in published().figures}
    deciding = [f"{values[one].value:.12g} ({values[one].perspective} {values[one].year})" for one in check.deciding]
    return {
        "series": check.series,
        "relation": check.relation.value,
        "by": f"{check.by:.1f}" if check.by is not None else "",
        "reason": check.reason.value,
        "published": "; ".join(dict.fromkeys(deciding)),
        "forecast": "; ".join(dict.fromkeys(values[one].publisher for one in check.forecasts)),
    }


def expected() -> list[dict[str, str]]:
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_figure_has_the_relation_that_the_table_states() -> None:
    stated = {(row["article_id"], row["start"]): {name: row[name] for name in COMPUTED} for row in expected()}
    found = {(row["article_id"], row["start"]): row for row in computed()}
    differences = [
        f"{stated.get(key, 'new')} → {found.get(key, 'gone')}"
        for key in sorted(stated.keys() | found.keys())
        if stated.get(key) != found.get(key)
    ]
    assert not differences, "\n".join(differences)


@pytest.mark.parametrize("row", [row for row in expected() if row["person"]], ids=lambda row: row["figure"])
def test_the_rules_say_what_a_person_found_or_the_table_says_why_not(row: dict[str, str]) -> None:
    assert (row["relation"] in MEANT[row["person"]]) != bool(row["why"])


def test_all_that_a_person_looked_up_is_in_the_table() -> None:
    assert sum(bool(row["person"]) for row in expected()) == 20


def test_no_relation_is_a_verdict() -> None:
    words = {relation.value for relation in tally([])}
    assert not words & {"true", "false", "wrong", "right", "correct", "misleading"}


def write() -> None:
    """Write the table anew, keeping the person's columns."""
    kept = {(row["article_id"], row["start"]): row for row in expected()} if EXPECTED.exists() else {}
    with EXPECTED.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        for row in computed():
            old = kept.get((row["article_id"], row["start"]), {})
            table.writerow(row | {name: old.get(name, "") for name in ("person", "why")})


if __name__ == "__main__":
    write()
