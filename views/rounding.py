"""How exactly a figure is written: the worth of one unit of its last digit that says something.

"28.2 billion" is written to 0.1 billion, "7 thousand" to a thousand, "647,732" to one.
"""

from __future__ import annotations

import math

import regex

_DIGITS = regex.compile(r"(?<![0-9])[0-9]{1,15}+(?:[.,\s\u00a0\u202f][0-9]{1,15}+){0,5}+")
_SEPARATOR = regex.compile(r"[.,\s\u00a0\u202f]")
_SCALES = (1.0, 1e3, 1e6, 1e9, 1e12)
_KEPT_ZEROS = 2
"""Digits of a round number taken at their word: "20" is 20, "3,500,000" is good to 100,000."""


def step(text: str, value: float) -> float:
    """The unit of the last digit written, in the unit of ``value``; ``text`` is the figure as the article has it.

    >>> step("$28.2 billion", 28.2e9)
    100000000.0
    >>> step("7 thousand kilometers", 7000)
    1000.0
    """
    found = _DIGITS.search(text, concurrent=False)
    if found:
        for number, decimals in _readings(found[0]):
            for scale in _SCALES:
                if number and math.isclose(number * scale, abs(value), rel_tol=1e-9):
                    return _round_step(value) if scale == 1 and not decimals else scale / 10**decimals
    return max(_last_place(value), abs(value) / 100)  # in words: "three and a half million" to 0.1, "a third" to 1 %


def digits(value: float) -> int:
    """Significant digits of a number: 7000 has one, 7598.8 five."""
    return len(f"{abs(value):.12g}".replace(".", "").split("e")[0].strip("0")) if value else 0


def _readings(written: str) -> list[tuple[float, int]]:
    """The number and its decimals, first with all separators between groups, then with a decimal sign."""
    *whole, last = _SEPARATOR.split(written)
    grouped = (float("".join([*whole, last])), 0)
    return [grouped, (float("".join(whole) + "." + last), len(last))] if whole else [grouped]


def _round_step(value: float) -> float:
    """For a number written out: its last digit that is no zero, but never coarser than its second digit."""
    second = 10.0 ** max(math.floor(math.log10(abs(value))) - _KEPT_ZEROS + 1, 0) if value else 1.0
    return min(_last_place(value), second)


def _last_place(value: float) -> float:
    """The place of the last digit that is no zero: 100,000 for 3,500,000."""
    if not value:
        return 1.0
    exponent = math.floor(math.log10(abs(value))) - digits(value) + 1
    return float(10.0**exponent)
