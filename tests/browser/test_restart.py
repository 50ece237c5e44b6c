"""The server goes and comes again under an open page."""

from __future__ import annotations

import os
import re
import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app import SERVERS, assert_no_traceback, dashboard, open_at
from tests.browser.conftest import PATIENCE
from views.filters import Filters
from views.store import default_store


class Address(socketserver.ThreadingTCPServer):
    """One address for one server after another, as a host gives it."""

    daemon_threads = True
    server = ("", 0)


class Connection(socketserver.BaseRequestHandler):
    """What comes in goes to the server of the moment, and its answer back."""

    def handle(self) -> None:
        assert isinstance(self.server, Address)
        with suppress(OSError), socket.create_connection(self.server.server) as behind:
            back = threading.Thread(target=pump, args=[behind, self.request])
            back.start()
            pump(self.request, behind)
            back.join()


def pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(1 << 16):
            target.sendall(data)
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def address() -> Iterator[Address]:
    with Address(("127.0.0.1", 0), Connection) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


def serve(address: Address, url: str) -> None:
    address.server = (str(urlsplit(url).hostname), int(urlsplit(url).port or 0))


COUNT_RUNS = """
() => {
  window.runs = 0;
  const app = document.querySelector("[data-test-script-state]");
  const count = () => { window.runs += app.dataset.testScriptState === "notRunning"; };
  new MutationObserver(count).observe(app, { attributeFilter: ["data-test-script-state"] });
}
"""
"""Has the page count the runs of its script that come to their end."""


@pytest.mark.skipif("CI" in os.environ, reason="by hand: a starved browser comes back too late")
def test_an_open_page_outlives_a_restart_of_the_server(page: Page, address: Address, app: str, tmp_path: Path) -> None:
    """It finds the new server by itself and stands as before: the address is the state, and the first click counts."""
    total, trade = default_store().total, default_store().count(Filters(topic=("trade",)))
    count, here = page.locator(".count").first, page.get_by_test_id("stApp")
    with dashboard(tmp_path) as url:
        serve(address, url)
        open_at(page, f"http://127.0.0.1:{address.server_address[1]}/facts?topic=trade&view=sentences")
        expect(count).to_have_text(f"{trade} of {total} facts")
        page.evaluate(COUNT_RUNS)
        serve(address, app)
        SERVERS[url].kill()
        expect(here).to_have_attribute("data-test-connection-state", re.compile("^(?!CONNECTED)"))
    expect(here).to_have_attribute("data-test-connection-state", "CONNECTED")
    page.wait_for_function("window.runs > 0", timeout=2 * PATIENCE)
    expect(count).to_have_text(f"{trade} of {total} facts")
    page.locator(".st-key-chips").get_by_role("button", name="Topic: Trade").click()
    expect(count).to_have_text(f"{total} of {total} facts")
    expect(page).to_have_url(re.compile(r"/facts\?view=sentences$"))
    assert_no_traceback(page)
