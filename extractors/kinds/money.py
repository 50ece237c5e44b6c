"""Money: a sign, code or name of a currency before or after the number."""

from __future__ import annotations

from dataclasses import replace

import regex

from extractors.currencies import AFTER, BEFORE, NAMES, SIGNS, SUBUNITS, code_of
from extractors.drafts import Draft
from extractors.model import Kind
from extractors.numerals import LETTER_SCALES, Numeral
from extractors.rates import rate

WORDS: frozenset[str] = frozenset(name.split()[0].split("-")[0] for name in (*NAMES, *SUBUNITS))
"""How names of currencies begin, in lower case."""
_NAME = regex.compile(r"(?:[ -]|(?=p(?!\p{L})))(?P<words>\p{L}[\p{L}.]{0,20}+(?:[ ]\p{L}{2,20}+){0,3}+)")
_LETTER_SCALE = regex.compile(r"[ ]?(?P<letter>[KkMmBbTt])(?![\p{L}\p{N}])")
_GLUED_SCALE = regex.compile(r"(?P<letter>[mMbB])(?=[ ]\p{L})")
_SCALE_LETTERS = frozenset("mMbB")
_LAST_SIGN = frozenset(sign[-1] for sign in SIGNS)

NEEDS_SCALE = frozenset("won pound pounds rand dong real reais lev leu lei peso pesos dram drams crowns som".split())
"""Names that are also other words: they are money only beside a scale word or four digits and more."""
PER_MONEY_DROPPED = frozenset({"year"})
"""A sum a year is the year's sum: the fact table's unit stays the currency."""


def read(text: str, numeral: Numeral) -> Draft | None:
    """A sum of money, in whole units of its currency, or None."""
    if numeral.ordinal or numeral.fraction:
        return None
    return (
        _sign_before(text, numeral)
        or _sign_after(text, numeral)
        or (_name_after(text, numeral) if numeral.follows in WORDS else None)
        or _letter_and_name_after(text, numeral)
    )


def _sign_before(text: str, numeral: Numeral) -> Draft | None:
    start = numeral.start
    previous = text[start - 1 : start]
    if previous not in _LAST_SIGN and previous not in (" ", "-") and not previous.isupper():
        return None
    if previous == " " and not (text[start - 2 : start - 1] in _LAST_SIGN or text[start - 2 : start - 1].isupper()):
        return None
    match = BEFORE.match(text, 0, start, concurrent=False)
    if match is None:
        return None
    if match["minus"]:
        numeral.value = -numeral.value
    scale = _LETTER_SCALE.match(text, numeral.end, concurrent=False) if numeral.scale == 1 else None
    if scale is not None and (scale["letter"] not in "Tt" or text[scale.start()] != " "):
        numeral.scale = LETTER_SCALES[scale["letter"]]
        numeral.value *= numeral.scale
        numeral.end = scale.end()
    end = _skip_repeated_name(text, numeral.end)
    return _draft(text, numeral, match.start(), end, code_of(match["sign"]), match["sign"], "money: sign before")


def _skip_repeated_name(text: str, end: int) -> int:
    """Where the figure ends if the currency is named again after it: "$76 US", "$5 billion dollars"."""
    again = regex.match(r"[ ](?:U\.?S\.?(?!\p{L})|dollars|sterling)", text, pos=end, concurrent=False)
    return again.end() if again else end


def _sign_after(text: str, numeral: Numeral) -> Draft | None:
    following = text[numeral.end : numeral.end + 2]
    if not following or not (following[0] in SIGNS or following[-1] in SIGNS or following.strip()[:1].isupper()):
        return None
    match = AFTER.match(text, numeral.end, concurrent=False)
    if match is None or (match["sign"] == "$" and text[match.end() : match.end() + 1].isdigit()):
        return None
    if match["sign"] in ("PS", "RM", "Rs", "Br", "Rp"):  # letters after a number are other things: horsepower
        return None
    return _draft(text, numeral, numeral.start, match.end(), code_of(match["sign"]), match["sign"], "money: sign after")


def _name_after(text: str, numeral: Numeral) -> Draft | None:
    match = _NAME.match(text, numeral.end, concurrent=False)
    if match is None:
        return None
    named = match["words"].split(" ")
    for count in range(len(named), 0, -1):
        name = " ".join(named[:count])
        lower = name.lower().rstrip(".,") if count == 1 else name.lower()
        code = NAMES.get(lower)
        end = match.start("words") + len(name.rstrip(".") if count == 1 else name)
        if code and (lower not in NEEDS_SCALE or numeral.scale > 1 or numeral.value >= 1000):
            return _draft(text, numeral, numeral.start, end, code, lower, "money: name after")
        if lower in SUBUNITS and not (lower == "p" and numeral.words):
            code, factor = SUBUNITS[lower]
            return _draft(text, numeral, numeral.start, end, code, lower, "money: name after", factor)
    return None


def _letter_and_name_after(text: str, numeral: Numeral) -> Draft | None:
    """ "5m Mexican pesos": the letter is a scale because a currency follows it."""
    if numeral.scale != 1 or text[numeral.end : numeral.end + 1] not in _SCALE_LETTERS:
        return None
    match = _GLUED_SCALE.match(text, numeral.end, concurrent=False)
    if match is None:
        return None
    scale = LETTER_SCALES[match["letter"]]
    return _name_after(text, replace(numeral, end=match.end(), value=numeral.value * scale, scale=scale))


def _draft(
    text: str, numeral: Numeral, start: int, end: int, code: str, name: str, rule: str, factor: float = 1.0
) -> Draft:
    per, written, rate_end = rate(text, end)
    if per and per not in PER_MONEY_DROPPED:
        code, end = f"{code}/{per}", rate_end
    if per:
        name = f"{name} per {written}"
    return Draft(numeral, start, end, Kind.MONEY, code, name, factor, rule)
