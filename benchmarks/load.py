"""Many visitors at once, over real websockets: how long each waits for a rerun, what fails, and what memory it takes.

    python -m benchmarks.load [--sessions 100] [--minutes 1] [--paster] [--servers 1] [--nginx]

Starts the dashboard as docs/hosting.md says and speaks Streamlit's own protocol with it.  First one visitor is alone,
then all come at once, each thinking about five seconds between reruns: following links to pages with filters, and
choosing filters in the sidebar.  Most links are shared ones, which others have opened before; every third asks for
years of its own.  ``--paster`` adds, in a second half, one more visitor who pastes the largest allowed text again and
again.  A rerun lasts from the message sent until its last message has come.  ``--servers 2`` starts so many processes
and sends each visitor always to the same one.  ``--nginx`` puts Debian's nginx in front of them, set up by
``deploy/nginx.conf``; each visitor then comes from an address of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.speed import text_of

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("", "indicators", "timeline", "facts", "reader")
"""As in the address; the overview has none."""

TOPICS = ("trade", "transport", "people", "diplomacy", "energy")
SHARED_YEARS = ("", "2000-2023", "2015-2025", "2022-2050")
THINKING = 5.0
ARRIVAL = 15.0
"""Seconds in which all visitors come; then they have as long again to settle before reruns count."""

WATCHED = 5.0
"""Seconds between two looks at the memory."""

PATIENCE = 60.0
"""Seconds after which a rerun counts as failed."""

LARGEST = 1_000_000
"""Characters that the dashboard takes as one pasted text (views/own_text.py)."""

HOST = "figures.example"
"""The name of the host in deploy/nginx.conf."""

PROXIED = ("--server.baseUrlPath=figures", f"--server.allowedHosts={HOST}")
"""How docs/hosting.md starts a dashboard behind nginx."""

ALONE = 40
"""Reruns of the visitor who is alone."""


class FailedError(Exception):
    """A rerun that did not come to its end, or that shows an error."""


@dataclass
class Visitor:
    """One open tab: what the browser would know of the page, and the time of each rerun."""

    socket: ClientConnection
    dice: random.Random
    query: str = ""
    page: str = ""
    widgets: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)

    async def rerun(self, states: Sequence[WidgetState] = ()) -> float:
        """Ask for a rerun with this state and wait for its end; gives the seconds it took."""
        state = ClientState(query_string=self.query, page_script_hash=self.page)
        state.widget_states.widgets.extend(states)
        begun = time.perf_counter()
        await self.socket.send(BackMsg(rerun_script=state).SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while not self._take(ForwardMsg.FromString(await self.socket.recv(decode=False))):
                pass
        return time.perf_counter() - begun

    def _take(self, message: ForwardMsg) -> bool:
        """Note what a message tells; gives whether it is the last one of the run."""
        sort = message.WhichOneof("type")
        if sort == "new_session":
            self.page = message.new_session.page_script_hash
            self.widgets.clear()
        elif sort == "navigation":
            pages = message.navigation.app_pages
            self.hashes = {"" if one.is_default else one.url_pathname: one.page_script_hash for one in pages}
        elif sort == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif sort == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            name = element.WhichOneof("type") or ""
            if name == "exception" or (name == "alert" and element.alert.format == element.alert.ERROR):
                raise FailedError(str(getattr(element, name))[:300])
            if name in ("multiselect", "text_area", "button"):
                widget = getattr(element, name)
                # An id is "$$ID-", a hash, "-" and our key.
                self.widgets[widget.id.split("-", 2)[-1]] = (widget.id, list(getattr(widget, "options", ())))
        return sort == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY

    def find(self, key: str) -> tuple[str, list[str]]:
        """The id and the options of a widget of ours by the beginning of its key."""
        for name, widget in self.widgets.items():
            if name.startswith(key):
                return widget
        raise FailedError(f"the page has no widget {key}; it has {sorted(self.widgets)}")

    async def follow(self, page: str, query: dict[str, str]) -> float:
        """Follow a link to a page."""
        self.query, self.page = urlencode(query), self.hashes[page]
        return await self.rerun()

    async def choose(self) -> float:
        """Choose another topic in the sidebar, or none."""
        widget, options = self.find("filter-topic")
        chosen = WidgetState(id=widget)
        chosen.string_array_value.data.extend([self.dice.choice(options)] if self.dice.random() < 0.8 else [])
        return await self.rerun([chosen])

    async def act(self) -> float:
        """What a visitor does next."""
        if self.dice.random() < 0.4:
            return await self.choose()
        years = self.dice.choice(SHARED_YEARS)
        if self.dice.random() < 1 / 3:
            first = self.dice.randint(1900, 2020)
            years = f"{first}-{self.dice.randint(first, 2050)}"
        query = {"topic": self.dice.choice(TOPICS)} | ({"years": years} if years else {})
        return await self.follow(self.dice.choice(PAGES), query)

    async def paste(self, number: int) -> float:
        """Paste a text as large as is allowed, and wait until its figures are shown."""
        if number % 20 == 0:
            await self.rerun()
        area, _options = self.find("own-pasted")
        button, _options = self.find("own-read")
        text = text_of(LARGEST + 100, seed=number)[:LARGEST]
        return await self.rerun([WidgetState(id=area, string_value=text), WidgetState(id=button, trigger_value=True)])


@dataclass(frozen=True)
class Door:
    """Where visitors come in: a dashboard of ours, or the proxy in front of several."""

    port: int
    host: str = "127.0.0.1"
    path: str = ""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def server(flags: Sequence[str] = (), path: str = "") -> Iterator[tuple[Door, int]]:
    """A dashboard just started, as docs/hosting.md says; gives its door and its process id."""
    port = free_port()
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.address=127.0.0.1"]
        started = subprocess.Popen(
            [*command, f"--server.port={port}", "--server.headless=true", *flags],
            cwd=ROOT, env=dict(os.environ) | {"HOME": home}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            wait_for(f"http://127.0.0.1:{port}{path}/_stcore/health")
            yield Door(port), started.pid
        finally:
            started.terminate()
            started.wait()


@contextmanager
def proxy(behind: Sequence[Door]) -> Iterator[Door]:
    """Debian's nginx, set up by deploy/nginx.conf, in front of several dashboards under /figures."""
    port, example = free_port(), (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    servers = " ".join(["ip_hash;", *(f"server 127.0.0.1:{door.port};" for door in behind)])
    ours = example.replace("server 127.0.0.1:8501;", servers).replace("listen 8080", f"listen 127.0.0.1:{port}")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "figures.conf").write_text(ours, "utf-8")
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        places = "".join(f"{kind}_temp_path {folder}/{kind}; " for kind in kinds)
        around = f"daemon off; pid {folder}/pid; worker_processes 1; events {{}}\n"
        around += f"http {{ access_log off; {places} include {folder}/figures.conf; }}"
        Path(folder, "nginx.conf").write_text(around, "utf-8")
        nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx"
        started = subprocess.Popen([nginx, "-p", folder, "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log"])
        try:
            time.sleep(1)
            yield Door(port, HOST, "/figures")
        finally:
            started.terminate()
            started.wait()


def wait_for(url: str) -> None:
    """Until the server answers at this address; ends the program where it does not."""
    for _second in range(60):
        try:
            urllib.request.urlopen(url, timeout=1).close()
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit(f"no answer from {url}: start the dashboard by hand and read what it says")


async def visit(door: Door, seed: int) -> Visitor:
    """Open a tab on the overview."""
    link = await connect(
        f"ws://{door.host}:{door.port}{door.path}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        ping_timeout=None,
        host="127.0.0.1",
        port=door.port,
        # A proxy tells visitors apart by the first three numbers of their address.
        local_addr=(f"127.0.{seed % 256}.1", 0),
    )
    visitor = Visitor(link, random.Random(seed))
    await visitor.rerun()
    return visitor


@dataclass
class Measured:
    """Seconds of each rerun, and what failed."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """The figures of the table."""
        times = self.seconds or [math.nan]
        middle, nearly, most = (quantiles([*times, *times], n=100)[at - 1] * 1000 for at in (50, 95, 99))
        return f"{name:26}{len(self.seconds):8}{middle:8.0f}{nearly:8.0f}{most:8.0f}{len(self.errors):8}"


async def think_and_act(door: Door, seed: int, settled: float, until: float, measured: Measured) -> None:
    """A visitor until a time of the clock; each failure is noted, and the visitor comes again.

    Reruns count once all visitors have ``settled``.
    """
    dice = random.Random(seed)
    await asyncio.sleep(dice.random() * ARRIVAL)
    visitor: Visitor | None = None
    while time.perf_counter() < until:
        try:
            visitor = visitor or await visit(door, seed)
            await asyncio.sleep(THINKING * dice.uniform(0.5, 1.5))
            begun = time.perf_counter()
            seconds = await visitor.act()
            measured.seconds += [seconds] if begun > settled else []
        except (FailedError, OSError, TimeoutError, KeyError) as error:
            measured.errors.append(repr(error))
            visitor = None
    if visitor:
        await visitor.socket.close()


async def paste_always(door: Door, until: float, measured: Measured) -> None:
    """The visitor who pastes the largest text again and again, without thinking."""
    visitor = await visit(door, 0)
    await visitor.follow("text", {})
    number = 0
    while time.perf_counter() < until:
        try:
            measured.seconds.append(await visitor.paste(number))
        except (FailedError, OSError, TimeoutError) as error:
            measured.errors.append(repr(error))
            visitor = await visit(door, 0)
            await visitor.follow("text", {})
        number += 1


def memory(process: int) -> int:
    """Megabytes that a process and its children hold; 0 once it has ended."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20 + sum(memory(int(child)) for child in children)


def processor(process: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def watch(processes: Sequence[int], begin: float, until: float, held: list[int]) -> float:
    """Notes the memory of the servers every few seconds; gives the processor time they used, in seconds."""
    await asyncio.sleep(begin - time.perf_counter())
    before = sum(map(processor, processes))
    while time.perf_counter() < until:
        held.append(sum(map(memory, processes)))
        await asyncio.sleep(min(WATCHED, max(until - time.perf_counter(), 0.01)))
    return sum(map(processor, processes)) - before


async def alone(doors: Sequence[Door]) -> Measured:
    """One visitor, who has seen every page once."""
    measured = Measured()
    for door in doors:
        visitor = await visit(door, 1)
        for page in PAGES:
            await visitor.follow(page, {})
        for _time in range(ALONE):
            measured.seconds.append(await visitor.act())
            await asyncio.sleep(0.1)
        await visitor.socket.close()
    return measured


async def together(doors: Sequence[Door], processes: Sequence[int], given: argparse.Namespace, paster: bool) -> None:
    """All visitors at once; prints their line and what the servers needed."""
    measured, pasted, held = Measured(), Measured(), list[int]()
    settled = time.perf_counter() + 2 * ARRIVAL
    until = settled + 60 * given.minutes
    async with asyncio.TaskGroup() as group:
        watching = group.create_task(watch(processes, settled, until, held))
        for seed in range(given.sessions):
            group.create_task(think_and_act(doors[seed % len(doors)], 1000 + seed, settled, until, measured))
        if paster:
            group.create_task(paste_always(doors[0], until, pasted))
    print(measured.line(f"{given.sessions} and one who pastes" if paster else f"{given.sessions} visitors"))
    if paster:
        print(f"    {len(pasted.seconds)} texts pasted, {len(pasted.errors)} errors")
    spent, each = watching.result(), 1000 * watching.result() / max(len(measured.seconds), 1)
    print(f"    servers: {spent / given.minutes / 60:.0%} of a core, {each:.0f} ms of processor time a rerun")
    print(f"    memory in MB: {' '.join(map(str, held[:: max(1, len(held) // 12)]))}", flush=True)
    for error in dict.fromkeys([*measured.errors, *pasted.errors]):
        print("   ", error[:300])


async def measure(doors: Sequence[Door], processes: Sequence[int], given: argparse.Namespace) -> None:
    """Print the table: one visitor alone, all at once, and all beside the one who pastes."""
    print(f"{'ms':26}{'reruns':>8}{'median':>8}{'p95':>8}{'p99':>8}{'errors':>8}")
    print((await alone(doors)).line("one visitor alone"), flush=True)
    await together(doors, processes, given, paster=False)
    if given.paster:
        await together(doors, processes, given, paster=True)


def main() -> None:
    """Start the servers and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sessions", type=int, default=100, help="visitors at once")
    parser.add_argument("--minutes", type=float, default=1.0, help="how long they stay")
    parser.add_argument("--servers", type=int, default=1, help="processes they are spread over")
    parser.add_argument("--nginx", action="store_true", help="with nginx in front of them")
    parser.add_argument("--paster", action="store_true", help="once more, beside a visitor who pastes the largest text")
    given = parser.parse_args()
    with ExitStack() as stack:
        flags, path = (PROXIED, "/figures") if given.nginx else ((), "")
        started = [stack.enter_context(server(flags, path)) for _number in range(given.servers)]
        doors, processes = zip(*started, strict=True)
        entered = [stack.enter_context(proxy(doors))] if given.nginx else doors
        asyncio.run(measure(entered, processes, given))


if __name__ == "__main__":
    main()
