"""Reading strangers' files in processes apart, with a deadline and a memory limit.

A server that parses whatever visitors send must not be held, filled or stopped by it.  Two helper processes do the
reading: one for short texts, so that nobody's paragraph waits for somebody's archive, and one for all else.  Each
serves in the order people came, a file at a time; what takes too long or too much is ended with its process, and
the next file gets a new one.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import resource
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

import pandas as pd

from extractors import fact_table
from extractors.articles import ArticleError
from extractors.documents import few, read_document
from extractors.limits import Limits
from extractors.model import Article

ROOT = Path(__file__).resolve().parent.parent

VISITOR_LIMITS = Limits(file_bytes=5_000_000, zip_bytes=20_000_000, zip_files=200, articles=200)
"""What one visitor may give a server at a time."""

SECONDS = 60.0
"""What reading one file may take: the largest allowed text takes a few seconds on an idle core."""

READING = 30.0
"""Seconds that the articles of one file may take together before the rest is left out."""

SHORT = 100_000
"""Bytes up to which a file is read by the process for short ones."""

SHORT_SECONDS = 20.0
"""What reading a short one may take; the worst that was made takes a fifth."""

PACKED = (".docx", ".pdf", ".zip")
"""Endings of files that may hold far more than their size tells, so none of them is short."""

PATIENCE = 90.0
"""How long a visitor waits for others who are before them, in seconds."""

MEMORY = 2_000_000_000
"""Bytes of address space of a helper; its libraries take 1.4 GB of it, and 0.12 GB of memory."""


NICENESS = 10
"""How far a helper stands behind the server where both want the processor: pages of others come first."""

MOST_ERRORS = 20
"""Faults of one file that are told one by one."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a file held: articles, their facts (a fact table), and messages on what could not be read."""

    articles: list[Article]
    facts: pd.DataFrame
    errors: list[str]


Question = tuple[str, bytes, Mapping[str, Any]] | Article
"""A file's name, its bytes and what is known of its article; or an article, to be read again."""


class Turns:
    """One after the other, in the order in which they came; for use by many threads."""

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._line: deque[object] = deque()

    @contextlib.contextmanager
    def turn(self, patience: float) -> Iterator[None]:
        """Wait for one's turn and have it while the block runs; after ``patience`` seconds raises ``TimeoutError``."""
        mine = object()
        with self._moved:
            self._line.append(mine)
        try:
            with self._moved:
                if not self._moved.wait_for(lambda: self._line[0] is mine, patience):
                    raise TimeoutError
            yield
        finally:
            with self._moved:
                self._line.remove(mine)
                self._moved.notify_all()


class Helper:
    """A helper process, started at need; for use by many threads, one question at a time."""

    def __init__(self, seconds: float = SECONDS, patience: float = PATIENCE, memory: int = MEMORY) -> None:
        self._seconds, self._patience, self._memory = seconds, patience, memory
        self._turns = Turns()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, name: str, question: Question) -> Found:
        """The answer to a question on what is called ``name``.

        Raises ``ArticleError`` where others take too long or the reading had to be ended.
        """
        try:
            with self._turns.turn(self._patience):
                # Twice: a process that was killed meanwhile (memory, an operator) says nothing of this file.
                found = self._answer(name, question) or self._answer(name, question)
        except TimeoutError:
            raise ArticleError(f"{name}: others are being served; try again in a minute") from None
        if found is None:
            raise ArticleError(f"{name}: cannot be read here; split it, or read it on your own machine")
        return found

    def prepare(self) -> None:
        """Start the process ahead of the first question; loading the patterns takes longer than reading a text."""
        with contextlib.suppress(TimeoutError), self._turns.turn(0):
            self._running()

    def stop(self) -> None:
        """End the process; the next question starts another."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()

    def _answer(self, name: str, question: Question) -> Found | None:
        """The answer; None where the process died over it."""
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
            if ended.is_set():
                why = f"takes longer than {self._seconds:g} seconds; split it, or read it on your own machine"
                raise ArticleError(f"{name}: {why}") from None
            return None
        except BaseException:
            self.stop()  # an answer left waiting would go to whoever asks next
            raise
        finally:
            timer.cancel()
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


class Helpers:
    """Two helper processes: one for short texts, one for everything else."""

    def __init__(self) -> None:
        self._short, self._long = Helper(SHORT_SECONDS), Helper()

    def read(self, name: str, content: bytes, stated: Mapping[str, Any] | None = None) -> Found:
        """The articles of a file and their facts; ``stated`` are fields that take the place of a single article's own.

        Raises ``ArticleError`` where the reading had to be ended.
        """
        is_short = len(content) <= SHORT and not name.lower().endswith(PACKED)
        return (self._short if is_short else self._long).ask(name, (name, content, stated or {}))

    def extract(self, article: Article) -> Found:
        """The facts of an article that was read before, with whatever was changed in it since.  Raises as ``read``."""
        return (self._short if len(article.text) <= SHORT else self._long).ask(article.title, article)

    def prepare(self) -> None:
        """Start the process for short texts ahead of the first question; the other starts when it is needed."""
        self._short.prepare()

    def stop(self) -> None:
        """End both processes."""
        self._short.stop()
        self._long.stop()


def answer(question: Question) -> Found:
    """What a helper process does with a question."""
    try:
        if isinstance(question, Article):
            return Found([question], fact_table([question]), [])
        name, content, stated = question
        reading = read_document(name, content, VISITOR_LIMITS)
        errors, articles = list(map(str, reading.errors)), reading.articles
        if len(articles) == 1 and stated:
            articles = [replace(articles[0], **stated)]
        read: list[Article] = []
        facts = fact_table(_in_time(articles, read))
        if len(read) < len(articles):
            errors.append(f"{name}: incomplete: {len(read)} of {len(articles)} texts were read in time; split it")
        return Found(read, facts, list(few(name, errors, MOST_ERRORS)))
    except MemoryError:
        name = question.title if isinstance(question, Article) else question[0]
        return Found([], fact_table([]), [f"{name}: takes more memory than there is for one visitor; split it"])


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
    os.nice(NICENESS)
    with contextlib.suppress(OSError):  # where the machine runs short of memory, this process goes and not the server
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")
    channel = sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints must not get between the answers
    # Under its own name, so that what is pickled here is known there.
    from extractors.apart import serve as serve_as_imported

    serve_as_imported(sys.stdin.buffer, channel)
