"""A dashboard of its own for a test, and what a browser test wants to know of a page."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
"""A cold start takes some 3 s; the rest is patience with a busy machine."""

BROWSER_FLAGS = [
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",  # pages share a process, which has read the scripts before,
    "--js-flags=--no-opt,--no-maglev",  # and no page lives long enough for its code to be compiled twice
    "--host-resolver-rules=MAP figures.example 127.0.0.1",  # the host name of the proxy's example
]


BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The best first: the one without a window's trappings needs half the processor time for a page."""


def chromium() -> str | None:
    """The system's Chromium; None leaves the choice to Playwright."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


LOGS: dict[str, Path] = {}
"""Address of a dashboard → what its server has printed."""

SERVERS: dict[str, subprocess.Popen[bytes]] = {}
"""Address of a dashboard → its process."""


def free_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def dashboard(
    home: Path,
    environment: Mapping[str, str] | None = None,
    *flags: str,
    path: str = "",
    root: Path = ROOT,
) -> Iterator[str]:
    """A server just started, with ``home`` as its home and nothing of the user's settings; gives its address.

    ``path`` is where it answers, if not at the root of the host; ``root`` the folder of its code and data.
    """
    port = free_port()
    options = {
        "server.headless": "true",
        "server.address": "127.0.0.1",
        "server.port": port,
        "server.fileWatcherType": "none",
    }
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "dashboard.py",
        *(f"--{k}={v}" for k, v in options.items()),
        *flags,
    ]
    log = home / f"server-{port}.log"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=root,
            env=inherited | {"HOME": str(home)} | dict(environment or {}),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        url = f"http://127.0.0.1:{port}"
        LOGS[url], SERVERS[url] = log, server
        _wait_for(url + path, server, log)
        yield url
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the dashboard did not start; its log:\n{log.read_text(errors='replace')}")


def settle(page: Page) -> None:
    """Wait until the script has run to its end."""
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible(timeout=60_000)


def open_at(page: Page, url: str) -> None:
    """Go to an address and wait until the page stands there, with all that listens in it."""
    page.goto(url)
    expect(page.locator("html[data-run]")).to_be_attached(timeout=60_000)
    settle(page)


@dataclass(frozen=True, slots=True)
class Tab:
    """A page that stays open from test to test, and the dashboard in it."""

    page: Page
    app: str

    def visit(self, address: str) -> Page:
        """Go to an address as the browser's back and forward buttons do, and wait until the page stands there."""
        before = self.page.evaluate("document.documentElement.dataset.run")
        self.page.evaluate(
            "to => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')); }",
            f"{self.app}/{address}",
        )
        expect(self.page.locator("html")).not_to_have_attribute("data-run", before)
        settle(self.page)
        return self.page


def assert_no_traceback(page: Page) -> None:
    """The visitor sees no error of ours."""
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    assert "Traceback" not in page.locator("body").inner_text()
