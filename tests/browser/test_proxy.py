"""Behind a reverse proxy, under a path, with security headers: the example in ``deploy/nginx.conf`` works as it is."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, expect

from tests.browser.app import ROOT, assert_no_traceback, dashboard, free_port, open_at, settle
from tests.browser.conftest import WINDOW

HOST = "figures.example"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")

pytestmark = pytest.mark.skipif(NGINX is None, reason="no nginx here; on Debian: apt-get install nginx-light")


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx in front of a dashboard."""
    folder = tmp_path_factory.mktemp("proxy")
    flags = ("--server.baseUrlPath=figures", f"--server.allowedHosts={HOST}")
    port = free_port()
    with dashboard(folder, None, *flags, path="/figures") as url:
        example = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
        ours = example.replace("listen 8080", f"listen 127.0.0.1:{port}").replace(
            "127.0.0.1:8501", urlsplit(url).netloc
        )
        (folder / "figures.conf").write_text(ours, "utf-8")
        (folder / "nginx.conf").write_text(_around(folder), "utf-8")
        command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
        server = subprocess.Popen(command, stderr=subprocess.PIPE)
        try:
            _wait_for(port, server)
            yield port
        finally:
            server.terminate()
            server.wait(10)


def _around(folder: Path) -> str:
    """The rest of an nginx configuration, all of it inside one folder and as the user who runs the test."""
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = f"daemon off; pid {folder}/pid; worker_processes 1; events {{}}"
    return f"{main} http {{ access_log off; {places} include {folder}/figures.conf; }}"


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        if server.poll() is not None:
            raise RuntimeError(f"nginx did not start: {server.stderr.read().decode() if server.stderr else ''}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)


def answer(port: int, path: str, host: str = HOST, body: bytes | None = None) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST" if body else "GET", path, body, {"Host": host})
    return connection.getresponse()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Another host name is another site: its scripts are kept apart."""
    made = browser.new_context(viewport=WINDOW)
    yield made
    made.close()


@pytest.mark.parametrize("page", ["", "indicators", "reader", "facts"])
def test_f76_f95_pages_stand_under_the_path(context: BrowserContext, proxy: int, page: str) -> None:
    """Nothing is refused by the content security policy."""
    opened = context.new_page()
    refused: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "Refused to" in message.text:
            refused.append(message.text)

    opened.on("console", listen)
    open_at(opened, f"http://{HOST}:{proxy}/figures/{page}")
    expect(opened.get_by_role("heading").first).to_be_visible()
    settle(opened)
    assert_no_traceback(opened)
    opened.close()
    assert refused == []


def test_headers(proxy: int) -> None:
    reply = answer(proxy, "/figures/")
    assert reply.status == 200
    policy = reply.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert not re.search(r"script-src[^;]*unsafe", policy)
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Referrer-Policy"] == "same-origin"
    assert reply.headers["Access-Control-Allow-Origin"] is None


def test_the_bare_host_leads_to_the_path(proxy: int) -> None:
    reply = answer(proxy, "/")
    assert (reply.status, reply.headers["Location"]) == (302, f"http://{HOST}:{proxy}/figures/")


def test_another_host_name_gets_nothing(proxy: int) -> None:
    with pytest.raises(http.client.RemoteDisconnected):
        answer(proxy, "/figures/", host="elsewhere.example")


def test_too_large_a_body_is_refused(proxy: int) -> None:
    assert answer(proxy, "/figures/_stcore/upload_file/x/y", body=b"x" * 4_000_000).status == 413


def test_f95_health_is_told(proxy: int) -> None:
    assert answer(proxy, "/figures/_stcore/health").status == 200
