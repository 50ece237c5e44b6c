"""Reading in a process apart: what takes too long or too much is ended, and the next file is read."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors import apart
from extractors.apart import Helper, answer
from extractors.articles import ArticleError

TEXT = b"Trade between Russia and Kazakhstan came to $28.2 billion in 2022."


@pytest.fixture
def helper() -> Iterator[Helper]:
    made = Helper()
    yield made
    made.stop()


def test_a_file_is_read_with_its_facts(helper: Helper) -> None:
    found = helper.read("a.txt", TEXT)
    assert [article.id for article in found.articles] == ["a"]
    assert "$28.2 billion" in set(found.facts["text"])
    assert found.errors == []
    again = helper.extract(found.articles)
    assert list(again.facts["fact_id"]) == list(found.facts["fact_id"])


def test_the_process_may_be_started_ahead(helper: Helper) -> None:
    helper.prepare()
    started = helper._process
    assert len(helper.read("a.txt", TEXT).articles) == 1
    helper.prepare()
    assert helper._process is started


def test_a_fault_is_told_and_the_next_file_read(helper: Helper) -> None:
    assert helper.read("a.pdf", b"no pdf").errors[0].startswith("a.pdf: cannot be read as a PDF (")
    assert len(helper.read("a.txt", TEXT).articles) == 1


def test_what_takes_too_long_is_ended() -> None:
    hasty = Helper(seconds=0.05)
    with pytest.raises(ArticleError, match=r"^a.txt: takes longer than 0.05 seconds; split it, or read it on your own"):
        hasty.read("a.txt", TEXT)
    hasty._seconds = 60
    assert len(hasty.read("a.txt", TEXT).articles) == 1
    hasty.stop()


def test_what_takes_too_much_memory_is_refused(helper: Helper) -> None:
    """Objects in a line: 5 MB of text become 160 in memory, with 60 left."""
    helper.read("a.txt", TEXT)
    assert helper._process
    status = Path(f"/proc/{helper._process.pid}/status").read_text("ascii")
    in_use = int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmPeak"))) * 1024
    small = Helper(memory=in_use + 60_000_000)
    assert len(small.read("a.txt", TEXT).articles) == 1
    found = small.read("a.jsonl", b'{"text": "x", "more": [' + b'{"":0},' * 700_000 + b"0]}")
    assert found.articles == []
    assert found.errors == ["a.jsonl: takes more memory than there is for one visitor; split it"]
    assert len(small.read("a.txt", TEXT).articles) == 1
    small.stop()


def test_a_killed_helper_is_replaced(helper: Helper) -> None:
    helper.read("a.txt", TEXT)
    assert helper._process
    os.kill(helper._process.pid, signal.SIGKILL)
    time.sleep(0.1)
    assert len(helper.read("a.txt", TEXT).articles) == 1


def test_who_waits_too_long_is_told() -> None:
    busy = Helper(patience=0.01)
    with busy._turn, pytest.raises(ArticleError, match="others are being served; try again in a minute"):
        busy.read("a.txt", TEXT)


def test_many_at_once_each_get_their_own(helper: Helper) -> None:
    read: dict[int, str] = {}

    def one(number: int) -> None:
        read[number] = helper.read(f"text-{number}.txt", b"It is %d km long." % number).articles[0].text

    threads = [threading.Thread(target=one, args=[number]) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == {number: f"It is {number} km long." for number in range(6)}


def test_what_was_read_in_time_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of many texts: those read before the time is over are there, and the rest is said to be missing."""
    monkeypatch.setattr(apart, "READING", -1)
    rows = b"text\n" + (TEXT + b"\n") * 3
    found = answer(("a.csv", rows))
    assert (found.articles, len(found.facts)) == ([], 0)
    monkeypatch.setattr(apart, "READING", 60)
    assert len(answer(("a.csv", rows)).articles) == 3
    moments = iter([0.0, 1.0, 59.0, 61.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    found = answer(("a.csv", rows))
    assert [article.id for article in found.articles] == ["a", "a-2"]
    assert set(found.facts["article_id"]) == {"a", "a-2"}
    assert found.errors == ["a.csv: incomplete: 2 of 3 texts were read in time; split it"]


def test_a_helper_killed_while_it_reads_is_told_and_the_next_file_read(helper: Helper) -> None:
    helper.read("a.txt", TEXT)
    assert helper._process
    threading.Timer(0.2, os.kill, [helper._process.pid, signal.SIGKILL]).start()
    with pytest.raises(ArticleError, match=r"^long.txt: cannot be read here; split it, or read it on your own machine"):
        helper.read("long.txt", b"7 km, 5% in 2021 and $8 billion. " * 20_000)
    assert len(helper.read("a.txt", TEXT).articles) == 1
