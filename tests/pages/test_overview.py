"""The first page answers "what do the articles say?" without a click."""

from __future__ import annotations

import pytest

from tests.pages.charts import marks
from tests.pages.test_pages import ROOT, opened, said
from views.filters import Filters, to_query
from views.overview import HEADLINES, QUESTIONS, Question, headlines, questions
from views.store import default_store


def test_f8_the_first_screen_has_headlines_a_chart_and_questions() -> None:
    app = opened("overview")
    assert len(headlines(default_store(), Filters())) == HEADLINES
    assert marks(app)
    assert "Start with a question" in "\n".join(heading.value for heading in app.subheader)


def test_a_headline_states_its_latest_claim_its_year_and_how_many_say_so() -> None:
    trade = next(one for one in headlines(default_store(), Filters()) if one.indicator == "trade_turnover")
    assert (trade.fact.value, trade.fact.year, trade.fact.parties) == (28.2e9, 2022, "KZ;RU")
    assert (trade.low, trade.high, trade.claims, trade.sources) == (23e9, 28.2e9, 2, 2)
    assert trade.spread() == "23B–28.2B USD"


def test_headlines_mix_neither_units_nor_pairs_nor_growth_with_levels() -> None:
    for headline in headlines(default_store(), Filters()):
        facts = default_store().rows(
            Filters(
                indicator=(headline.indicator,),
                unit=(headline.fact.unit,),
                parties=(headline.fact.parties,),
                kind=(headline.fact.kind,),
            )
        )
        alike = {row.claim_id for row in facts if row.change == headline.fact.change and row.value is not None}
        assert len(alike) == headline.claims


def test_headlines_of_nothing_are_none() -> None:
    assert headlines(default_store(), Filters(text="no such words anywhere")) == ()


def test_headlines_follow_the_filters() -> None:
    assert {one.fact.topic for one in headlines(default_store(), Filters(topic=("people",)))} == {"people"}


def test_an_inferred_year_is_called_inferred() -> None:
    app = opened("overview", basis=["context", "relative"])
    words = said(app)
    assert "(inferred)" in words


def test_f9_at_least_four_questions_lead_to_facts() -> None:
    found = questions(default_store())
    assert len(found) >= 4
    for question, count in found:
        assert count == default_store().count(question.filters)


ASKED = [question for question, _count in questions(default_store())]


@pytest.mark.parametrize("question", ASKED, ids=lambda one: one.words[:40])
def test_f9_each_question_opens_a_page_that_stands(question: Question) -> None:
    app = opened(question.page, **to_query(question.filters), **dict(question.also))
    assert not app.error
    assert not app.warning


def test_questions_lead_to_pages_that_exist() -> None:
    assert all((ROOT / "pages" / f"{question.page}.py").exists() for question in QUESTIONS)


def test_a_question_without_an_answer_is_not_asked() -> None:
    assert all(count > 0 for _question, count in questions(default_store()))


def test_f22_a_chosen_figure_shows_its_sentence() -> None:
    trade = next(one for one in headlines(default_store(), Filters()) if one.indicator == "trade_turnover")
    app = opened("overview", fact=trade.fact.fact_id)
    assert "<mark>$28.2 billion</mark>" in said(app)


def test_f15_a_figure_that_is_gone_is_told_and_the_page_stands() -> None:
    app = opened("overview", fact="no-such-article.1-2")
    assert any("not here" in warning.value for warning in app.warning)
    assert marks(app)
