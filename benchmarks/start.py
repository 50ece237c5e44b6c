"""From nothing to the first chart, beside Streamlit's own hello page, in turn in one run.

    python -m benchmarks.start [TIMES]      (default 3)

Seconds from the start of the server's process until a browser shows the first chart's marks; of the hello page, which
has no chart, until it shows its heading.  Needs Chromium, as the browser tests do.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.load import ROOT, wait_for
from tests.browser.app import BROWSER_FLAGS, chromium

SERVERS = {
    "dashboard": (["run", "dashboard.py"], ".js-plotly-plot .point"),
    "hello": (["hello"], "h1"),
}
"""What is started, and what the browser has to show."""


def seconds(browser: Browser, command: list[str], shown: str) -> float:
    """One start, in a home of its own."""
    with socket.socket() as free, tempfile.TemporaryDirectory() as home:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
        free.close()
        options = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
        begun = time.perf_counter()
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", *command, *options],
            cwd=ROOT, env={"HOME": home}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{port}")
            page.locator(shown).first.wait_for(timeout=120_000)
            page.close()
            return time.perf_counter() - begun
        finally:
            server.terminate()
            server.wait()


def main(times: int) -> None:
    """Print the median of each and their ratio."""
    found: dict[str, list[float]] = {name: [] for name in SERVERS}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_FLAGS)
        for _time in range(times):
            for name, (command, shown) in SERVERS.items():
                found[name].append(seconds(browser, command, shown))
        browser.close()
    for name, taken in found.items():
        print(f"{name:12}{median(taken):6.1f} s   {' '.join(f'{one:.1f}' for one in taken)}")
    print(f"{'ratio':12}{median(found['dashboard']) / median(found['hello']):6.2f}")


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["3"])[0]))
