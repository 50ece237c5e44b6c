"""The dashboard as a host runs it: what is committed, with ``requirements.txt`` installed and nothing else.

    python -m benchmarks.hosting [--memory 500]

Makes a new environment, installs the pins, starts the dashboard from a copy of the last commit, and opens every page
over a websocket as a browser would.  Prints how long it takes and what memory it holds, and leaves with 1 where a page
fails or where start and first page take more megabytes than --memory.
"""

from __future__ import annotations

import argparse
import asyncio
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.load import ROOT, Door, FailedError, visit, wait_for
from views.sidebar import PAGES


def megabytes(process: int) -> float:
    """What a process and its children hold of the memory (resident), in millions of bytes."""
    folder = Path(f"/proc/{process}")
    held = next(int(line.split()[1]) for line in (folder / "status").read_text().splitlines() if "VmRSS" in line)
    children = (folder / "task" / str(process) / "children").read_text().split()
    return held * 1024 / 1e6 + sum(megabytes(int(child)) for child in children)


def install(folder: Path) -> Path:
    """A copy of the last commit beside an environment with its pins; gives the interpreter."""
    packed = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    (folder / "app").mkdir()
    subprocess.run(["tar", "-x", "-C", str(folder / "app")], input=packed, check=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    python = folder / "venv" / "bin" / "python"
    pins = str(folder / "app" / "requirements.txt")
    subprocess.run([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", pins], check=True)
    return python


async def pages(port: int) -> dict[str, float]:
    """Open every page; gives the seconds that each took."""
    visitor = await visit(Door(port), 1)
    return {name: await visitor.follow(name, {}) for name in list(PAGES)[1:]}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--memory", type=float, default=500, help="megabytes that start and first page may take (500)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hosting-") as name, socket.socket() as free:
        folder = Path(name)
        begun = time.perf_counter()
        python = install(folder)
        print(f"Python {sys.version.split()[0]}, installed in {time.perf_counter() - begun:.0f} s")
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
        free.close()
        command = [str(python), "-m", "streamlit", "run", "dashboard.py", "--server.headless=true"]
        begun = time.perf_counter()
        server = subprocess.Popen(
            [*command, "--server.address=127.0.0.1", f"--server.port={port}"],
            cwd=folder / "app",
            env={"HOME": name, "PATH": "/usr/bin:/bin"},
            stdout=subprocess.DEVNULL,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            print(f"answers after {time.perf_counter() - begun:.1f} s with {megabytes(server.pid):.0f} MB")
            asyncio.run(visit(Door(port), 1))
            held = megabytes(server.pid)
            print(f"first page after {time.perf_counter() - begun:.1f} s with {held:.0f} MB")
            for page, seconds in asyncio.run(pages(port)).items():
                print(f"  {page:12} {seconds:.2f} s")
            print(f"all pages opened, the process that reads own texts among them: {megabytes(server.pid):.0f} MB")
        except FailedError as error:
            sys.exit(f"a page failed: {error}")
        finally:
            server.terminate()
            server.wait()
    sys.exit(held > options.memory)


if __name__ == "__main__":
    main()
