"""Many tasks on many processes, of this machine or of many (Dask).  A killed worker costs time and no results."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass

import pandas as pd

PATIENCE = 3
"""How often in a row workers may be killed before a run that gets no further gives up."""


@dataclass(frozen=True, slots=True)
class Task:
    """One input file and the part to write from it; all of it text, so that it travels to any machine."""

    source: str
    target: str
    name: str  # as shown in messages
    identity: str  # what ids of its articles begin with
    published: str = ""  # ISO date of articles that state none
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a task; ``errors`` name file and remedy.  ``failed``: its part was not written."""

    target: str
    name: str
    articles: int = 0
    facts: int = 0
    errors: tuple[str, ...] = ()
    failed: bool = False


Work = Callable[[Task], Report]


def in_order(tasks: Sequence[Task], work: Work) -> Iterator[Report]:
    """One after the other, in this process."""
    return map(work, tasks)


def in_processes(tasks: Sequence[Task], work: Work, workers: int) -> Iterator[Report]:
    """Spread over processes of this machine, in the order they finish.

    When a worker is killed (memory, an operator) its pool is lost; what it had not finished starts again in a new one.
    """
    left = {task.target: task for task in tasks}
    broken = 0
    while left and broken < PATIENCE:
        # spawn: a fork would copy the threads' locks of the libraries below in whatever state they are.
        spawn = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(workers, mp_context=spawn, initializer=_go_with_the_run)
        try:
            for future in as_completed([pool.submit(work, task) for task in left.values()]):
                report = future.result()
                del left[report.target]
                broken = 0
                yield report
        except BrokenProcessPool:
            broken += 1
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    yield from (_given_up(task) for task in left.values())


def _go_with_the_run() -> None:
    """In a worker: end at once when the run is killed, and at Ctrl+C without a word, for the run has its say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    run = multiprocessing.parent_process()
    assert run

    def end() -> None:
        run.join()
        os._exit(1)

    threading.Thread(target=end, daemon=True).start()


def on_dask(tasks: Sequence[Task], work: Work, scheduler: str) -> Iterator[Report]:
    """Spread over the workers of a Dask cluster (``tcp://host:port``), in the order they finish.

    Inputs and outputs must be at the same paths on every machine.  Dask itself repeats the tasks of a killed worker.
    """
    import dask.dataframe as dd
    from distributed import Client
    from distributed import as_completed as finished

    def reports(part: pd.DataFrame) -> pd.DataFrame:
        return pd.DataFrame({"report": [work(Task(*row)) for row in part.itertuples(index=False)]}, dtype="object")

    frame = pd.DataFrame([asdict(task) for task in tasks])
    meta = pd.DataFrame({"report": pd.Series(dtype="object")})
    with Client(scheduler, timeout="30s") as client:
        parts = dd.from_pandas(frame, npartitions=len(tasks), sort=False).map_partitions(reports, meta=meta)
        left = dict(zip(client.compute(parts.to_delayed()), tasks, strict=True))
        for future in finished(list(left)):
            if future.status == "finished":
                yield from future.result()["report"]
            else:
                yield _failed(left[future], future.exception())


def _failed(task: Task, error: BaseException) -> Report:
    """The report on a task that a cluster could not do, in the words of its fault."""
    if type(error).__name__ == "KilledWorker":
        return _given_up(task)
    words = (str(error).splitlines() or [""])[0][:120]
    told = f"{task.name}: failed on the cluster ({type(error).__name__}: {words}); is the package on every machine?"
    return Report(task.target, task.name, errors=(told,), failed=True)


def _given_up(task: Task) -> Report:
    told = f"{task.name}: its worker was killed again and again, likely for memory; split it, or use fewer workers"
    return Report(task.target, task.name, errors=(told,), failed=True)
