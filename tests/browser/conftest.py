"""A server and a browser for the tests in this folder.

Each test gets a fresh ``page``, or the ``tab`` that stays open where it only goes from address to address.
``app`` is the address of a server shared by a test run, ``cold_app`` that of one started for the test alone: its first
request is the test's.  No page may ask anything of another host; the fixtures fail a test whose page does.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Request, ViewportSize, expect, sync_playwright

from tests.browser.app import BROWSER_FLAGS, Tab, chromium, dashboard, open_at

# What a page should show may come late on a busy machine; a test that passes does not wait.
expect.set_options(timeout=20_000)

WINDOW: ViewportSize = {"width": 1280, "height": 900}

PATIENCE = 60_000
"""Milliseconds that a busy machine may take over what is a second's work."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_FLAGS)
        except Error as error:
            reason = f"no browser: {str(error).splitlines()[0]}"
            if os.environ.get("CI"):
                pytest.fail(reason)
            pytest.skip(reason)
        yield started
        started.close()


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard that the tests of one run share."""
    with dashboard(tmp_path_factory.mktemp("home")) as url:
        yield url


@pytest.fixture
def cold_app(tmp_path: Path) -> Iterator[str]:
    """The address of a dashboard that has just started and has not been asked anything yet."""
    with dashboard(tmp_path) as url:
        yield url


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """What the pages of a run share: the scripts of the dashboard, kept and compiled once, and nothing else."""
    context = browser.new_context(viewport=WINDOW, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@contextmanager
def asking_nobody_else(context: BrowserContext) -> Iterator[None]:
    """Fails where a page asks another host for anything meanwhile."""
    elsewhere: list[str] = []

    def note(request: Request) -> None:
        host = urlsplit(request.url)
        if host.scheme in ("http", "https", "ws", "wss") and host.hostname not in ("127.0.0.1", "localhost"):
            elsewhere.append(request.url)

    context.on("request", note)
    yield
    context.remove_listener("request", note)
    assert elsewhere == [], "the page asked another host"


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """An empty page, 1280 pixels wide, of a browser that remembers nothing of the tests before."""
    others = context.pages
    with asking_nobody_else(context):
        opened = context.new_page()
        expect.set_options(timeout=PATIENCE)
        yield opened
        if opened.url.startswith("http"):
            opened.evaluate("localStorage.clear(); sessionStorage.clear()")
        for one in context.pages:
            if one not in others:
                one.close()
    context.clear_cookies()
    context.clear_permissions()


@pytest.fixture(scope="session")
def standing(context: BrowserContext, app: str) -> Page:
    """A page of the shared dashboard that stays open."""
    opened = context.new_page()
    open_at(opened, f"{app}/about")
    return opened


@pytest.fixture
def tab(context: BrowserContext, standing: Page, app: str) -> Iterator[Tab]:
    """That page: to load it takes seconds, to go from one address to another within it a moment."""
    with asking_nobody_else(context):
        expect.set_options(timeout=PATIENCE)
        yield Tab(standing, app)
