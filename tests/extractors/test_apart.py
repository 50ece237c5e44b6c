"""Reading in a process apart: what takes too long or too much is ended, and the next file is read."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from extractors import apart
from extractors.apart import SHORT, Found, Helper, Helpers, Turns, answer
from extractors.articles import ArticleError

TEXT = b"Trade between Russia and Kazakhstan came to $28.2 billion in 2022."


@pytest.fixture(scope="module")
def helper() -> Iterator[Helper]:
    """One for all tests: whatever they do to its process, it starts another."""
    made = Helper()
    yield made
    made.stop()


def read(helper: Helper, name: str, content: bytes) -> Found:
    return helper.ask(name, (name, content, {}))


def process_of(helper: Helper) -> subprocess.Popen[bytes]:
    """Its process, once it reads."""
    read(helper, "a.txt", TEXT)
    assert helper._process
    return helper._process


def test_a_file_is_read_with_its_facts(helper: Helper) -> None:
    found = read(helper, "a.txt", TEXT)
    assert [article.id for article in found.articles] == ["a"]
    assert "$28.2 billion" in set(found.facts["text"])
    assert found.errors == []
    again = helper.ask("a", found.articles[0])
    assert list(again.facts["fact_id"]) == list(found.facts["fact_id"])


def test_what_is_stated_of_a_single_article_takes_the_place_of_its_own(helper: Helper) -> None:
    grew = b"Trade grew by 7% last year."
    found = helper.ask("a.txt", ("a.txt", grew, {"published": date(2024, 2, 1), "title": "Mine"}))
    assert (found.articles[0].published, found.articles[0].title) == (date(2024, 2, 1), "Mine")
    assert list(found.facts.loc[found.facts["unit"] == "percent", "year"]) == [2023]
    rows = b"title,text\nOne,It grew.\nTwo,It fell.\n"
    assert [one.title for one in helper.ask("a.csv", ("a.csv", rows, {"title": "Mine"})).articles] == ["One", "Two"]


def test_the_process_may_be_started_ahead(helper: Helper) -> None:
    helper.stop()
    helper.prepare()
    started = helper._process
    assert len(read(helper, "a.txt", TEXT).articles) == 1
    helper.prepare()
    assert helper._process is started


def test_a_fault_is_told_and_the_next_file_read(helper: Helper) -> None:
    assert read(helper, "a.pdf", b"no pdf").errors[0].startswith("a.pdf: cannot be read as a PDF (")
    assert len(read(helper, "a.txt", TEXT).articles) == 1


def test_many_faults_are_counted(helper: Helper) -> None:
    errors = read(helper, "a.jsonl", b"x\n" * 10_000).errors
    assert len(errors) == 21
    assert errors[-1] == "a.jsonl: 9980 more faults like these"


def test_what_takes_too_long_is_ended(helper: Helper, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = process_of(helper)
    slow.send_signal(signal.SIGSTOP)
    with monkeypatch.context() as patched:
        patched.setattr(helper, "_seconds", 0.05)
        told = r"^a.txt: takes longer than 0.05 seconds; split it, or read it on your own"
        with pytest.raises(ArticleError, match=told):
            read(helper, "a.txt", TEXT)
    assert slow.poll() is not None
    assert len(read(helper, "a.txt", TEXT).articles) == 1


def test_what_takes_too_much_memory_is_refused(helper: Helper) -> None:
    """Objects in a line: 5 MB of text become 160 in memory, with 60 left."""
    status = Path(f"/proc/{process_of(helper).pid}/status").read_text("ascii")
    in_use = int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmPeak"))) * 1024
    small = Helper(memory=in_use + 60_000_000)
    assert len(read(small, "a.txt", TEXT).articles) == 1
    found = read(small, "a.jsonl", b'{"text": "x", "more": [' + b'{"":0},' * 700_000 + b"0]}")
    assert found.articles == []
    assert found.errors == ["a.jsonl: takes more memory than there is for one visitor; split it"]
    assert len(read(small, "a.txt", TEXT).articles) == 1
    small.stop()


def test_where_memory_runs_short_the_helper_goes_before_the_server(helper: Helper) -> None:
    assert Path(f"/proc/{process_of(helper).pid}/oom_score_adj").read_text("ascii").strip() == "1000"


def test_a_killed_helper_is_replaced_and_the_file_is_read_all_the_same(helper: Helper) -> None:
    os.kill(process_of(helper).pid, signal.SIGKILL)
    assert len(read(helper, "a.txt", TEXT).articles) == 1


def test_a_helper_killed_over_a_file_reads_it_anew(helper: Helper) -> None:
    first = process_of(helper)
    first.send_signal(signal.SIGSTOP)
    threading.Timer(0.3, first.kill).start()
    assert len(read(helper, "a.txt", TEXT).articles) == 1
    assert helper._process is not first


def test_a_file_that_ends_every_process_is_named(helper: Helper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helper, "_running", lambda: subprocess.Popen(["true"], stdin=-1, stdout=-1))
    with pytest.raises(ArticleError, match=r"^a.txt: cannot be read here; split it, or read it on your own machine"):
        read(helper, "a.txt", TEXT)


def test_an_answer_that_nobody_took_is_nobody_elses(helper: Helper, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks next gets the answer to their own question."""
    with monkeypatch.context() as patched:
        patched.setattr("extractors.apart.pickle.load", Mock(side_effect=KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            read(helper, "mine.txt", TEXT)
    assert [article.id for article in read(helper, "yours.txt", TEXT).articles] == ["yours"]


def test_who_waits_too_long_is_told() -> None:
    busy = Helper(patience=0.01)
    with busy._turns.turn(1), pytest.raises(ArticleError, match="others are being served; try again in a minute"):
        read(busy, "a.txt", TEXT)


def test_turns_are_taken_in_the_order_people_came() -> None:
    """Who comes with many files is served one of them, and then the others are."""
    turns, served = Turns(), []

    def come(name: str, times: int) -> None:
        for _ in range(times):
            with turns.turn(10):
                served.append(name)

    threads = [threading.Thread(target=come, args=visitor) for visitor in (("many", 3), ("one", 1))]
    with turns.turn(1):
        for waiting, thread in enumerate(threads, 2):
            thread.start()
            while len(turns._line) < waiting:
                time.sleep(0.01)
    for thread in threads:
        thread.join()
    assert served == ["many", "one", "many", "many"]


def test_who_gave_up_holds_nobody_up() -> None:
    turns = Turns()
    with turns.turn(1):
        for _ in range(3):
            with pytest.raises(TimeoutError), turns.turn(0):
                raise AssertionError("not its turn")
    with turns.turn(0):
        pass


def test_a_short_text_does_not_wait_for_a_heavy_file(helper: Helper) -> None:
    helpers, done = Helpers(), []
    helpers._short = helper
    helpers._long.prepare()
    heavy = helpers._long._process
    assert heavy
    heavy.send_signal(signal.SIGSTOP)  # as busy as can be

    def read_heavy() -> None:
        helpers.read("heavy.zip", b"no zip")
        done.append("heavy")

    thread = threading.Thread(target=read_heavy)
    thread.start()
    assert len(helpers.read("a.txt", TEXT).articles) == 1
    done.append("short")
    heavy.send_signal(signal.SIGCONT)
    thread.join()
    helpers._long.stop()
    assert done == ["short", "heavy"]


@pytest.mark.parametrize(
    ("name", "size", "is_short"),
    [
        ("a.txt", SHORT, True),
        ("a.txt", SHORT + 1, False),
        ("a.html", 1_000, True),
        ("A.ZIP", 1_000, False),
        ("a.pdf", 1_000, False),
        ("a.docx", 1_000, False),
    ],
)
def test_what_may_unpack_to_much_is_not_short(name: str, size: int, is_short: bool) -> None:
    helpers = Helpers()
    helpers._short, helpers._long = Mock(), Mock()
    helpers.read(name, b"x" * size)
    assert bool(helpers._short.ask.called) == is_short
    assert bool(helpers._long.ask.called) != is_short


def test_many_at_once_each_get_their_own(helper: Helper) -> None:
    texts: dict[int, str] = {}

    def one(number: int) -> None:
        texts[number] = read(helper, f"text-{number}.txt", b"It is %d km long." % number).articles[0].text

    threads = [threading.Thread(target=one, args=[number]) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == {number: f"It is {number} km long." for number in range(6)}


def test_what_was_read_in_time_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of many texts: those read before the time is over are there, and the rest is said to be missing."""
    monkeypatch.setattr(apart, "READING", -1)
    rows = b"text\n" + (TEXT + b"\n") * 3
    found = answer(("a.csv", rows, {}))
    assert (found.articles, len(found.facts)) == ([], 0)
    monkeypatch.setattr(apart, "READING", 60)
    assert len(answer(("a.csv", rows, {})).articles) == 3
    moments = iter([0.0, 1.0, 59.0, 61.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    found = answer(("a.csv", rows, {}))
    assert [article.id for article in found.articles] == ["a", "a-2"]
    assert set(found.facts["article_id"]) == {"a", "a-2"}
    assert found.errors == ["a.csv: incomplete: 2 of 3 texts were read in time; split it"]
