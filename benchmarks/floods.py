"""How time grows when a text is a flood: every compiled pattern of the package, and the whole pipeline.

    python -m benchmarks.floods                 # every pattern × every flood, 4 to 256 KB; hours
    python -m benchmarks.floods --share 10      # a tenth of them
    python -m benchmarks.floods --quick         # as the tests do it
    python -m benchmarks.floods --only numbers  # patterns of modules whose name holds this

A flood is one short string repeated, alone or ending in everything the patterns look for behind a blocker ("x%", "x km",
"x Forum" …): an engine that sees no required literal ahead gives up early and hides a blow-up.  The growth exponent is
log(time ratio) / log(size ratio) of CPU time; 1 is linear, 2 quadratic.
"""

from __future__ import annotations

import argparse
import importlib
import math
import pkgutil
import random
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

import extractors
from extractors.currencies import NAMES, SIGNS
from extractors.kinds.ordinals import EVENTS
from extractors.kinds.ratios import MULTIPLES
from extractors.names import DESIGNATORS
from extractors.numbers import CARDINALS, FRACTION_WORDS, ORDINAL_WORDS
from extractors.numerals import SCALES
from extractors.qualifiers import AFTER, BEFORE
from extractors.units import DURATIONS, UNITS

WORST = 1.2
"""The largest growth exponent that counts as linear; the rest is noise of a shared machine."""
NOTICEABLE = 0.002
"""Seconds below which a time is noise."""
PATIENCE = 2.0
"""Seconds after which no larger flood is tried."""

_SIGNS = (
    "1|1 |1,|1.|1,1|111 |1-|1 000 |1 1/|9999999999|0.|,|.|-|–| |\n|\t| \n|\r\n|a|A|Aa |a |A |A. |a.|a-|-a|a'|$|$1|$ |€|%|1%|"
    "+|+1|(|)|(1|[|«|»|\"|“|”|’|'s |½|1½|1/2 |/|//|@|a@|_|#1|№ 1|&|*|=|<1|>1|~|...|!?|: |; |:1|1:1|é|e\u0301|\u0301|中|\U0001f1f0|\x00|"
    "\ud800|\u00a0|1\u00a0|\u200b|\u00ad|\u202e|٣|５"
)
_WORDS = (
    "one |one-|and |hundred |a hundred |twenty-|twenty |million |a million |two million |one million |one hundred and |"
    "and a half |half |half a |third |a third of |two out of |of |the |a |more than |no less than |about |just over |up to |by |"
    "rose |rose by |grew, |fell from |from 1 to |1 to |between |between 1 and |per |per day |per capita |years |1 year |in |"
    "January |in January |January 1, |1 January |last year |since |since last |2021 |2021-|2021–22 |in 2021 |1991|90s |quarter |"
    "first quarter of |the first nine months of |Russia |Kazakhstan and |Russia, |Russian |between Russia and |Forum |XX|XX |XVI |"
    "I|first |5th |the fifth |km |km2|1km|1 km |m |1m |square |1 square |tons of |1 million tons, |$1 billion |$1bn (|doubled |times |"
    "1 times |-fold |1-fold |1+ |said |he said |Putin said |Mr. |U.S. |Mr. A. |Photo: |Share |Read more |trade turnover |trade |exports |"
    "according to |according to the Ministry of |the total of |number of |the number of |population |is |was |will be |plans to |"
    "expected to reach |Article 1 |No. 1 |page 1 |1 people |1 large |5, |5, 7 and |Germany (410), |http://a.|www.|a@b.c |not |Anna Ivanova |"
    "year-on-year |compared to the same period of |a year earlier |by 2030 |over the past |for the first time since "
)


def floods() -> dict[str, str]:
    """Name → the string that is repeated; the last ones are mixtures of all."""
    single = {repr(unit): unit for unit in [*_SIGNS.split("|"), *_WORDS.split("|"), "|"]}
    dice = random.Random(7)
    parts = list(single.values())
    mixtures = {f"mixture {i}": "".join(dice.choices(parts, k=400)) for i in range(3)}
    return single | mixtures


def tail() -> str:
    """What the patterns look for, each behind a blocker: a few of every table, the longest among them."""
    tables: tuple[Iterable[str], ...] = (
        UNITS,
        NAMES,
        SIGNS,
        EVENTS,
        MULTIPLES,
        DESIGNATORS,
        CARDINALS,
        SCALES,
        FRACTION_WORDS,
        ORDINAL_WORDS,
        BEFORE,
        AFTER,
        DURATIONS,
    )
    wanted = [word for table in tables for word in (*list(table)[:4], max(table, key=len))]
    wanted += "% percent a.m. 2021 January ago last year Russia Kazakhstan people of them than trade Photo .com".split()
    return " x" + " x".join(dict.fromkeys(wanted)) + "\nx1%x."


def patterns() -> dict[str, Any]:
    """Every compiled pattern that a module of the package holds, by its name: "extractors.numbers.DIGITS"."""
    found: dict[int, tuple[str, Any]] = {}
    for module_info in pkgutil.walk_packages(extractors.__path__, "extractors."):
        try:
            module = importlib.import_module(module_info.name)
        except ImportError as missing:  # an optional library of the documents or the cluster
            print(f"not looked at: {module_info.name} ({missing})", file=sys.stderr)
            continue
        for name, value in vars(module).items():
            for suffix, pattern in _held(value):
                found.setdefault(id(pattern), (f"{module_info.name}.{name}{suffix}", pattern))
    return dict(found.values())


def _held(value: object, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """The patterns in a module's attribute: itself, or the members of its containers."""
    if isinstance(value, regex.Pattern | re.Pattern):
        yield "", value
    elif depth < 3 and isinstance(value, Mapping):
        for key, member in value.items():
            yield from ((f"[{key!s:.20}]{suffix}", pattern) for suffix, pattern in _held(member, depth + 1))
    elif depth < 3 and isinstance(value, tuple | list):
        for i, member in enumerate(value):
            yield from ((f"[{i}]{suffix}", pattern) for suffix, pattern in _held(member, depth + 1))


@dataclass(frozen=True, slots=True)
class Growth:
    """How the time of one task grew on one flood: exponent, and seconds at the largest size tried."""

    exponent: float
    seconds: float
    size: int


def growth(task: Callable[[str], object], unit: str, end: str, sizes: tuple[int, ...], repeats: int) -> Growth:
    """The growth between the smallest size that takes a noticeable time and the largest, less what the end alone takes."""
    alone = min(_seconds(task, end) for _ in range(repeats)) if end else 0.0
    measured: list[tuple[int, float]] = []
    for size in sizes:
        seconds = min(_seconds(task, unit * (size // len(unit) + 1) + end) for _ in range(repeats))
        measured.append((size, max(seconds - alone, NOTICEABLE * size / sizes[-1])))
        if seconds > PATIENCE:
            break
    (small, fast), (large, slow) = measured[0], measured[-1]
    if slow <= NOTICEABLE or small == large:
        return Growth(0.0, slow, large)
    return Growth(math.log(slow / fast) / math.log(large / small), slow, large)


def _seconds(task: Callable[[str], object], text: str) -> float:
    start = time.thread_time()
    task(text)
    return time.thread_time() - start


def scan(pattern: Any) -> Callable[[str], object]:
    """A task that looks for a pattern everywhere in a text."""

    def look(text: str) -> int:
        options = {"concurrent": False} if isinstance(pattern, regex.Pattern) else {}
        return sum(1 for _ in pattern.finditer(text, **options))

    return look


def growths(
    task: Callable[[str], object], names: Iterable[str], sizes: tuple[int, ...], slow: float
) -> Iterator[tuple[str, Growth]]:
    """How the task grows on each flood that it is slow on.

    Only floods that the task reads slower than ``slow`` bytes a second at the smallest size are measured any further:
    a blow-up is slow before it is hopeless.
    """
    units, end = floods(), tail()
    for name in names:
        for what, literal in ((name, ""), (f"{name} … tail", end)):
            text = units[name] * (sizes[0] // len(units[name]) + 1) + literal
            if _seconds(task, text) * slow < len(text):
                continue
            yield what, _settled(task, units[name], literal, sizes)


def _settled(task: Callable[[str], object], unit: str, end: str, sizes: tuple[int, ...]) -> Growth:
    """The least growth of up to four measurements: what is linear once is linear, the rest is noise."""
    best = growth(task, unit, end, sizes, 1)
    for _ in range(3):
        if best.exponent > WORST:
            best = min(best, growth(task, unit, end, sizes, 3), key=lambda grown: grown.exponent)
    return best


def suspects(
    task: Callable[[str], object], names: Iterable[str], sizes: tuple[int, ...], slow: float
) -> Iterator[tuple[str, Growth]]:
    """Floods on which the task grows faster than allowed."""
    return ((what, grown) for what, grown in growths(task, names, sizes, slow) if grown.exponent > WORST)


def pipeline(text: str) -> object:
    """The task of reading a whole text."""
    return extractors.extract(text, published="2023-11-10")


def main() -> None:
    """Prints the worst growth of each pattern and of the pipeline, and leaves with 1 if one is not linear."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, as in the tests")
    parser.add_argument("--only", default="", help="only patterns whose name holds this; 'pipeline' for the pipeline")
    parser.add_argument("--share", type=int, default=1, help="only one flood in so many, others for each pattern (1)")
    arguments = parser.parse_args()
    sizes, slow = ((4_000, 16_000), 80e3) if arguments.quick else ((4_000, 16_000, 64_000, 256_000), 250e3)
    known = {"pipeline": pipeline} | {name: scan(pattern) for name, pattern in patterns().items()}
    tasks = {name: task for name, task in known.items() if arguments.only in name}
    measured: list[tuple[float, str]] = []
    tried = 0
    for number, (name, task) in enumerate(tasks.items(), 1):
        print(f"{number} of {len(tasks)}: {name}", file=sys.stderr, flush=True)
        names = list(floods())[number % arguments.share :: arguments.share]
        tried += 2 * len(names)
        for what, grown in growths(task, names, sizes, slow):
            told = f"{name:48} {what:32} exponent {grown.exponent:.2f}, {grown.seconds:.2f} s at {grown.size} chars"
            measured.append((grown.exponent, told))
            if grown.exponent > WORST:
                print(told, flush=True)
    bad = sum(exponent > WORST for exponent, _told in measured)
    print(
        f"{len(tasks)} tasks, {tried:,} pairs of task and flood, {len(measured):,} of them slow enough to be measured"
    )
    print(f"not linear: {bad}; the worst:", *(told for _exponent, told in sorted(measured)[-3:]), sep="\n  ")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
