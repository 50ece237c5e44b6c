"""The page Share this: what it offers is the view one came from, and nothing of an address comes alive in it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.pages.test_pages import opened
from views import links, report, sharing

HERE = "https://figures.example/figures/share?x=1"


@pytest.fixture(autouse=True)
def hosted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The address that the visitor's browser gives."""
    monkeypatch.setattr(st, "context", SimpleNamespace(url=HERE, is_embedded=False))


def codes(app: AppTest) -> tuple[str, str, str, str]:
    """Link, embed code, citation, BibTeX."""
    link, embed, citation, entry = (code.value for code in app.code)
    return link, embed, citation, entry


def test_f11_f18_the_link_is_the_view_one_came_from_as_it_is_hosted() -> None:
    link, embed, citation, entry = codes(opened("share", share="facts", topic="trade", view="sentences", lang="en"))
    assert link == "https://figures.example/figures/facts?topic=trade&view=sentences&lang=en"
    assert (
        'src="https://figures.example/figures/facts?topic=trade&amp;view=sentences&amp;lang=en&amp;embed=true"' in embed
    )
    assert "Facts · Topic: Trade" in citation
    assert link in citation
    assert f"url = {{{link}}}" in entry


@pytest.mark.parametrize(("view", "path"), [("overview", ""), ("about", "about")])
def test_each_page_has_its_own_address(view: str, path: str) -> None:
    assert codes(opened("share", share=view))[0] == f"https://figures.example/figures/{path}"


@pytest.mark.parametrize(("view", "size"), [("timeline", 'width="600" height="400"'), ("facts", 'width="100%"')])
def test_f19_a_chart_fits_a_small_frame_and_a_page_a_large_one(view: str, size: str) -> None:
    assert size in codes(opened("share", share=view))[1]


@pytest.mark.parametrize("hostile", ['"><script>alert(1)</script></iframe>', "javascript:alert(1)' onload='alert(1)"])
def test_nothing_of_an_address_comes_alive(hostile: str) -> None:
    app = opened("share", share=hostile, article=hostile, find=hostile)
    link, embed, *_ = codes(app)
    assert app.selectbox(key="address-share").value == "overview", "an unknown page is the first one"
    for code in (link, embed.removeprefix("<iframe ").removesuffix("></iframe>")):
        assert "<" not in code
        assert ">" not in code
    assert link.startswith("https://figures.example/figures/?")
    assert embed.count('"') == 10


def test_a_text_of_ones_own_is_said_to_be_missing_for_others() -> None:
    app = opened("share", share="reader", article="own-pasted")
    assert "which only your session knows" in app.warning[0].value
    assert not opened("share", share="reader", article="owners").warning


def test_f97_the_facts_in_view_are_offered_as_a_file() -> None:
    app = opened("share", topic="trade")
    (button,) = app.get("download_button")
    assert button.proto.label.startswith("HTML · ")


def test_too_many_facts_for_a_file_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "MOST_FACTS", 3)
    app = opened("share")
    assert not app.get("download_button")
    assert "A file holds 3 facts at most: choose fewer by more filters." in [text.value for text in app.text]


def test_what_steers_this_page_is_no_part_of_the_view() -> None:
    asked = {"share": ["facts"], "embed": ["true"], "topic": ["trade", "energy"], "view": ["sentences"]}
    assert sharing.parameters(asked) == {"topic": ["trade", "energy"], "view": ["sentences"]}


def test_an_iframe_is_well_formed() -> None:
    code = links.iframe("https://a.example/?q=a&b=\"'<", 'Trade "now" <b>', small=True)
    assert code == (
        '<iframe src="https://a.example/?q=a&amp;b=&quot;&#x27;&lt;" width="600" height="400" loading="lazy" '
        'title="Trade &quot;now&quot; &lt;b&gt;"></iframe>'
    )
