"""The server goes and comes again under an open page."""

from __future__ import annotations

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

from extractors.output import to_parquet
from tests.browser.app import SERVERS, assert_no_traceback, dashboard, open_at
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


def test_an_open_page_outlives_a_restart_of_the_server(page: Page, address: Address, app: str, tmp_path: Path) -> None:
    """It finds the new server by itself and shows what that knows; the address is the state, the first click counts."""
    total, trade = default_store().total, default_store().export(Filters(topic=("trade",)))
    facts = tmp_path / "facts"
    facts.mkdir()
    (facts / "trade.parquet").write_bytes(to_parquet(trade))
    count = page.locator(".count").first
    with dashboard(tmp_path, {"FACTS": str(facts)}) as url:
        serve(address, url)
        open_at(page, f"http://127.0.0.1:{address.server_address[1]}/facts?topic=trade&view=sentences")
        expect(count).to_have_text(f"{len(trade)} of {len(trade)} facts")
        serve(address, app)
        SERVERS[url].kill()
        expect(count).to_have_text(f"{len(trade)} of {total} facts")
    page.locator(".st-key-chips").get_by_role("button", name="Topic: Trade").click()
    expect(count).to_have_text(f"{total} of {total} facts")
    expect(page).to_have_url(re.compile(r"/facts\?view=sentences$"))
    assert_no_traceback(page)
