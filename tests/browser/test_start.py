"""The dashboard starts and its first page stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app import ROOT, assert_no_traceback, open_at

pytestmark = pytest.mark.skipif(not (ROOT / "dashboard.py").exists(), reason="no dashboard.py yet")


def test_f93_first_page_stands(page: Page, cold_app: str) -> None:
    open_at(page, cold_app)
    expect(page.get_by_role("heading").first).to_be_visible()
    assert_no_traceback(page)
