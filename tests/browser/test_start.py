"""The dashboard starts and its first page stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from benchmarks.hosting import megabytes
from tests.browser.app import ROOT, SERVERS, assert_no_traceback, open_at

pytestmark = pytest.mark.skipif(not (ROOT / "dashboard.py").exists(), reason="no dashboard.py yet")


def test_f93_f94_first_page_stands_within_the_memory_of_a_free_host(page: Page, cold_app: str) -> None:
    open_at(page, cold_app)
    expect(page.get_by_role("heading").first).to_be_visible()
    assert_no_traceback(page)
    assert megabytes(SERVERS[cold_app].pid) < 500, "Streamlit Community Cloud gives a gigabyte"
