"""Reading strangers' files in a process of its own, with a deadline and a memory limit.

A server that parses whatever visitors send must not be held, filled or stopped by it.  One helper process does the
reading; what takes too long or too much is ended with it, and the next file gets a new one.
"""

from __future__ import annotations

import pickle
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pandas as pd

from extractors import fact_table
from extractors.articles import ArticleError
from extractors.documents import read_document
from extractors.limits import Limits
from extractors.model import Article

ROOT = Path(__file__).resolve().parent.parent

VISITOR_LIMITS = Limits(file_bytes=5_000_000, zip_bytes=20_000_000, zip_files=200, articles=200)
"""What one visitor may give a server at a time."""

SECONDS = 60.0
"""What reading one file may take: the largest allowed text takes a few seconds on an idle core."""

READING = 30.0
"""Seconds that the articles of one file may take together before the rest is left out."""

PATIENCE = 90.0
"""How long a visitor waits for others who are before them, in seconds."""

MEMORY = 2_000_000_000
"""Bytes of address space of the helper; reading a file of the largest size takes a fraction."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a file held: articles, their facts (a fact table), and messages on what could not be read."""

    articles: list[Article]
    facts: pd.DataFrame
    errors: list[str]


class Helper:
    """The helper process, started at need; for use by many threads, one file at a time."""

    def __init__(self, seconds: float = SECONDS, patience: float = PATIENCE, memory: int = MEMORY) -> None:
        self._seconds, self._patience, self._memory = seconds, patience, memory
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, name: str, content: bytes) -> Found:
        """The articles of a file and their facts.  Raises ``ArticleError`` where the reading had to be ended."""
        return self._ask(name, (name, content))

    def extract(self, articles: Sequence[Article]) -> Found:
        """The facts of articles that were read before, with whatever was changed in them since."""
        return self._ask("the texts", list(articles))

    def prepare(self) -> None:
        """Start the process ahead of the first question; loading the patterns takes longer than reading a text."""
        if self._turn.acquire(blocking=False):
            try:
                self._running()
            finally:
                self._turn.release()

    def stop(self) -> None:
        """End the process; the next question starts another."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()

    def _ask(self, name: str, question: object) -> Found:
        if not self._turn.acquire(timeout=self._patience):
            raise ArticleError(f"{name}: others are being served; try again in a minute")
        try:
            process = self._running()
            ended = threading.Event()

            def end() -> None:
                ended.set()
                process.kill()

            timer = threading.Timer(self._seconds, end)
            timer.start()
            try:
                assert process.stdin
                assert process.stdout
                pickle.dump(question, process.stdin)
                process.stdin.flush()
                found = pickle.load(process.stdout)
            except (EOFError, OSError, pickle.UnpicklingError):
                self.stop()
                why = f"takes longer than {self._seconds:g} seconds" if ended.is_set() else "cannot be read here"
                raise ArticleError(f"{name}: {why}; split it, or read it on your own machine") from None
            finally:
                timer.cancel()
        finally:
            self._turn.release()
        assert isinstance(found, Found)
        return found

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            # Not multiprocessing: that would run the page's script again in the new process.
            command = [sys.executable, "-m", "extractors.apart", str(self._memory)]
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process


def answer(question: tuple[str, bytes] | list[Article]) -> Found:
    """What the helper process does with a question."""
    try:
        if isinstance(question, list):
            return Found(question, fact_table(question), [])
        name, content = question
        reading = read_document(name, content, VISITOR_LIMITS)
        errors = [str(error) for error in reading.errors]
        read: list[Article] = []
        facts = fact_table(_in_time(reading.articles, read))
        if len(read) < len(reading.articles):
            done = f"{len(read)} of {len(reading.articles)}"
            errors.append(f"{name}: incomplete: {done} texts were read in time; split it")
        return Found(read, facts, errors)
    except MemoryError:
        what = "the texts" if isinstance(question, list) else question[0]
        return Found([], fact_table([]), [f"{what}: takes more memory than there is for one visitor; split it"])


def _in_time(articles: Iterable[Article], read: list[Article]) -> Iterator[Article]:
    """The articles that are read before the time is over; they are noted in ``read``."""
    end = time.monotonic() + READING
    for article in articles:
        if time.monotonic() > end:
            return
        read.append(article)
        yield article


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer until there are no more questions."""
    fact_table([Article("", "Trade reached $28.2 billion in 2022.")])  # loads the patterns before the first text comes
    while True:
        try:
            question = pickle.load(questions)
        except EOFError:
            return
        pickle.dump(answer(question), answers)
        answers.flush()


if __name__ == "__main__":
    limit = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    channel = sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints must not get between the answers
    # Under its own name, so that what is pickled here is known there.
    from extractors.apart import serve as serve_as_imported

    serve_as_imported(sys.stdin.buffer, channel)
