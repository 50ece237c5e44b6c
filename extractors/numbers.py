"""Numbers as written → values: digits with every separator, words, scale words, fractions.

One scan finds where a number may begin (a digit or a number word); what follows is read by patterns matched at that
place only.  Every pattern is linear: digit runs are possessive and begin where no digit stands before them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence

import regex

from extractors import words
from extractors.characters import FRACTIONS
from extractors.numerals import SCALES, Numeral, scaled
from extractors.words import Hit

ONES = {w: i for i, w in enumerate("zero one two three four five six seven eight nine".split())}
TEENS = {
    w: i
    for i, w in enumerate("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10)
}
TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
FRACTION_WORDS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "seventh": 1 / 7,
    "eighth": 1 / 8,
    "ninth": 1 / 9,
    "tenth": 1 / 10,
}
ORDINAL_WORDS = {
    w: i
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}

LONGEST_TOKEN = 24
"""Longer runs of digits are codes or floods, not figures."""


def _either_case(words: Iterable[str]) -> str:
    """An alternation of words that may be capitalised, the longest first."""
    return "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in sorted(words, key=len, reverse=True))


CARDINALS = ONES | TEENS | TENS
DECIMALS = {**ONES, "oh": 0}
"""Digits as they are read out after "point"."""
_PARTS = "half third quarter fourth fifth sixth seventh eighth ninth tenth".split()
_BIG = "(?:thousand|million|billion|trillion|dozen)"
_TENS_ONES = rf"(?:{_either_case(TENS)})(?:[ -](?:{'|'.join(list(ONES)[1:])})(?!\p{{L}}))?+"
_SMALL = rf"(?:{_TENS_ONES}|{_either_case(TEENS)}|{_either_case(ONES)})"
_HUNDRED = rf"[ -]hundred(?:[ -](?:and[ -])?{_SMALL}(?!\p{{L}}|[ -]hundred))?+"
_AND = "(?:,[ ]|[ ])(?:and[ ])?"
_GROUP = rf"(?:{_SMALL}(?:{_HUNDRED})?+|[Aa]n?{_HUNDRED})"
_HALF = rf"[ -]and[ -](?:an?|one|two|three|four)[ -](?:{'|'.join(_PARTS)})s?"
_POINT = rf"[ ]point(?:[ ](?:{'|'.join(DECIMALS)})(?!\p{{L}})){{1,8}}+"
_HALVED = "hour|minute|day|year|month|week|decade|century|percent|mile|kilomet|met|ton|lit|acre|hectare|dollar|barrel"
WORDS = regex.compile(
    rf"""
    (?(DEFINE) (?P<group> {_GROUP} ))
    (?: [Hh]alf[ ]an?[ ](?:{_BIG}|hundred)                   # half a million
      | [Hh]alf[ ]an?(?=[ ](?:{_HALVED}))                    # half an hour
      | [Aa][ ](?:quarter|third)[ ]of[ ]an?[ ]{_BIG}         # a quarter of a million
      | (?: (?&group) (?:{_HALF}|{_POINT})?+ | [Aa]n? (?=[ -]{_BIG}) )
        (?:[ -]{_BIG}){{0,2}}+                               # three and a half million; a hundred thousand
        (?:(?<=trillion){_AND}(?&group)[ -]billion)?+ (?:(?<=[rb]illion){_AND}(?&group)[ -]million)?+
        (?:(?<=illion){_AND}(?&group)[ -]thousand)?+          # two million three hundred thousand
        (?:(?<=thousand|million)[ ](?:and[ ])?(?&group)(?![ -]{_BIG})(?!\p{{L}}))?+  # a thousand and one
        (?:(?<=thousand|million|billion|dozen){_HALF})?+     # a million and a half
    ) (?!\p{{L}})
    """,
    regex.VERBOSE,
)
_AFTER_HALF = "of|the|its|their|his|her|as|that|this|those|these|all|our|went|goes|go|were|was|is|are|belong|come|came"
_PART = "halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
FRACTION = regex.compile(
    rf"""
    (?: (?P<half> (?:[Oo]ne[ -]|[Aa][ ])?[Hh]alf ) (?=[ ](?:{_AFTER_HALF})[ ]|[,.;:)]|$)
      | (?P<top> [Aa]n?|{_either_case(ONES)}|{_either_case(TEENS)} ) [ -] (?P<bottom> {_PART} )
    ) (?![\p{{L}}-])
    """,
    regex.VERBOSE,
)
SHARE = regex.compile(
    rf"""
    (?P<top> {_either_case(ONES)} | [1-9](?![0-9]) ) [ ]
    (?: (?<=[Oo]ne[ ]) \p{{Ll}}{{3,14}}+ [ ] (?=in[ ]\p{{Ll}}) )?  (?:in|out[ ]of) (?:[ ]every)? [ ]
    (?P<bottom> {"|".join(list(CARDINALS)[2:])} | 1?[0-9](?![0-9]) | 100 )
    (?![\p{{L}}%]|[.,]?[0-9]|[ ](?:year|month|week|day|hour|minute|decade|countr|region|cit|place|district|state))
    """,  # "one in three", "two out of three", "6 out of 10"
    regex.VERBOSE,
)
PART = regex.compile(r"(?<![0-9/.,-])(?P<top>[1-9])/(?P<bottom>[2-9]|1[0-9])(?=[ ]of[ ](?!an?[ ]))")
"""A part of a whole in digits: "2/3 of the votes"."""
DIGITS = regex.compile(
    r"""
    (?P<number> (?: [0-9]{1,24}+ (?![0-9]) (?:[.,'][0-9]{1,24}+){0,8}+ | \.[0-9]{1,24}+ )
                (?: (?:[ ][0-9]{3}(?![0-9])){1,4}+ (?:[.,][0-9]{1,6}+(?![0-9]))?+ )?+ )
    (?P<glyph> [ ]?[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞] | [ -][1-9]/[2-9](?![0-9/]) )?+
    (?P<ordinal> -?(?:st|nd|rd|th)(?!\p{L}) )?+
    """,
    regex.VERBOSE,
)
RUN = regex.compile("[0-9]+")
"""Where numbers in digits begin; a run of digits is found whole, so that none begins inside another."""
_AFTER_A = frozenset(
    "hundred thousand million billion trillion dozen half third quarter fourth fifth sixth seventh eighth ninth "
    "tenth".split()
)
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMANS = {"X" * tens + ones: 10 * tens + i for tens in range(4) for i, ones in enumerate(_ROMAN_ONES) if tens or i}
"""Roman numbers up to 39, which events are counted with."""
WORDS_OF_NUMBERS = frozenset(
    case(word) for case in (str, str.capitalize) for word in (*ONES, *TEENS, *TENS, "half", *ORDINAL_WORDS, "a", "an")
) | {letters for letters in ROMANS if len(letters) > 1}
"""Words a number may begin with, as they are written."""
_GROUPED = regex.compile(r"[0-9]{1,3}+(?:[,.'][0-9]{3})++")
_INDIAN = regex.compile(r"(?<![0-9,])[0-9]{1,2}+(?:,[0-9]{2}(?=,))++,[0-9]{3}")


def written(digits: str) -> float | None:
    """The value of a number written in digits, or None if it is no number ("1.2.3", "0,5,7").

    A single comma before other than three digits is a decimal comma, as machine-translated text has it.

    >>> [written(d) for d in ("7,500", "7,5", "1.234.567", "647 732", ".5", "1.2.3")]
    [7500.0, 7.5, 1234567.0, 647732.0, 0.5, None]
    """
    digits = digits.replace(" ", "")
    commas, points = digits.count(","), digits.count(".")
    if "'" in digits:
        digits = digits.replace("'", "") if _GROUPED.fullmatch(digits) else ""
    elif commas and points:
        last = max(digits.rfind(","), digits.rfind("."))
        whole, decimals = digits[:last], digits[last + 1 :]
        if (commas if digits[last] == "," else points) > 1 or not (
            _GROUPED.fullmatch(whole) or _INDIAN.fullmatch(whole)
        ):
            return None
        digits = f"{whole.replace(',', '').replace('.', '')}.{decimals}"
    elif commas and (_GROUPED.fullmatch(digits) or _INDIAN.fullmatch(digits)) and not digits.startswith("0"):
        digits = digits.replace(",", "")
    elif commas == 1:
        digits = digits.replace(",", ".")
    elif points > 1 and _GROUPED.fullmatch(digits):
        digits = digits.replace(".", "")
    if not digits or digits.count(".") > 1 or "," in digits or len(digits) > LONGEST_TOKEN:
        return None
    value = float(digits)
    return value if math.isfinite(value) else None


def spelled(words: str) -> float:
    """The value of a number in words.

    >>> [spelled(w) for w in ("Three and a half million", "a hundred and twenty", "two dozen", "two point five")]
    [3500000.0, 120.0, 24.0, 2.5]
    """
    total = current = 0.0
    last = 1.0  # the scale word just read: "a million and a half" is half a million more
    place = 1.0  # of the next digit after "point"
    before = ""
    for token in regex.split(r"[ ,-]+", words.lower()):
        if token == "point":
            place = 0.1
        elif place < 1 and token in DECIMALS:
            current, place = current + DECIMALS[token] * place, place / 10
        elif token in CARDINALS:
            current += CARDINALS[token]
        elif token.removesuffix("s") in FRACTION_WORDS:
            top = CARDINALS.get(before, 0)  # "five and two thirds": the two is no whole
            current += (top or 1) * FRACTION_WORDS[token.removesuffix("s")] * last - top
        elif token == "hundred":
            current = (current or 1) * 100
        elif token == "dozen":
            total, current, last = total + (current or 1) * 12, 0.0, 12.0
        elif token in SCALES:
            total, current, last = total + (current or 1) * SCALES[token], 0.0, SCALES[token]
            place, before = 1.0, token
            continue
        if token not in ("a", "an", "and", "of") and token not in FRACTION_WORDS:
            last = 1.0
        before = token
    return total + current


def roman(letters: str) -> int | None:
    """The value of a Roman number up to 39, or None if it is none ("VX", "IIII").

    >>> [roman(r) for r in ("XII", "IV", "IIII")]
    [12, 4, None]
    """
    return ROMANS.get(letters)


def find(text: str, hits: Iterable[Hit] | None = None, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Numeral]:
    """Every number of a text (see ``characters.plain``), in order; none overlaps another.

    ``hits`` are the ``WORDS_OF_NUMBERS`` of the text, where they are known already; none begins in the spans ``taken``,
    in order, which were read before: the year of a date is not read again.  Digits glued to letters, list
    numbers and the like are still here: whether a number is a figure is for the kinds and for ``names`` to say.
    """
    position = next_taken = 0
    for start, word in _beginnings(text, words.find(text, WORDS_OF_NUMBERS) if hits is None else hits):
        while next_taken < len(taken) and taken[next_taken][1] <= start:
            next_taken += 1
        if start < position or (next_taken < len(taken) and taken[next_taken][0] <= start):
            continue
        numeral = _read(text, start, word)
        if numeral is not None:
            position = numeral.end
            numeral.follows = numeral.follows or words.after(text, position)
            yield numeral
        elif not word and (run := DIGITS.match(text, start, concurrent=False)):
            position = run.end()


def _beginnings(text: str, hits: Iterable[Hit]) -> list[Hit]:
    """Where numbers may begin, and with which word ("" for digits) or sign, in order."""
    found = [(run.start(), "") for run in RUN.finditer(text, concurrent=False)]
    found += [hit for hit in hits if hit[1] in WORDS_OF_NUMBERS]
    if not text.isascii():
        found += [(at.start(), glyph) for glyph in FRACTIONS if glyph in text for at in re.finditer(glyph, text)]
    found.sort()
    return found


def _read(text: str, start: int, word: str) -> Numeral | None:
    if not word:
        return _digits(text, start)
    if word in FRACTIONS:
        return _glyph(text, start)
    end = start + len(word)
    if word in ROMANS:
        value = ROMANS[word]
        return Numeral(start, end, float(value), words=True, ordinal=True) if text[end : end + 1] == " " else None
    if word in _ARTICLES and words.after(text, end) not in _AFTER_A:
        return None
    return _word(text, start, word.lower())


def _digits(text: str, start: int) -> Numeral | None:
    if text[start + 1 : start + 3] in _MAY_BE_SHARE and (share := _share(text, start)) is not None:
        return share
    if text[start + 1 : start + 2] == "/" and (part := _written_part(text, start)) is not None:
        return part
    if (
        text[start - 1 : start] == "."
        and not text[start - 2 : start - 1].isalnum()
        and text[start - 2 : start - 1] != "."
    ):
        start -= 1  # ".001 per cent"
    elif (plain := _plain_integer(text, start)) is not None:
        return plain
    run = DIGITS.match(text, start, concurrent=False)
    if run is None:
        return None
    end, number = run.end("number"), run["number"]
    if " " in number and not _GROUPED_BY_SPACE.match(number):  # "in 2021 300 people" are two numbers
        number = number[: number.index(" ")]
        end = start + len(number)
    value = written(number)
    if value is None:
        return None
    grouped = not number.isdigit()
    if end == run.end("number") and run["glyph"]:
        glyph = run["glyph"].strip(" -")
        value += FRACTIONS[glyph] if glyph in FRACTIONS else int(glyph[0]) / int(glyph[2])
        return scaled(text, Numeral(start, run.end("glyph"), value, grouped=True))
    if end == run.end("number") and run["ordinal"]:
        return Numeral(start, run.end("ordinal"), value, ordinal=True)
    return scaled(text, Numeral(start, end, value, grouped=grouped))


_PLAIN = re.compile(r"[0-9]{1,24}(?= (?![0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])|[%)]|[.,] )")


def _plain_integer(text: str, start: int) -> Numeral | None:
    """Digits that nothing but a word or the end of a clause follows: most numbers need no more reading."""
    run = _PLAIN.match(text, start)
    return scaled(text, Numeral(start, run.end(), float(run[0]))) if run is not None else None


_MAY_BE_SHARE = frozenset((" i", " o"))
_GROUPED_BY_SPACE = regex.compile(r"[0-9]{1,3} ")
_NOT_A_PART = regex.compile(
    r"(?r)(?<!\p{L})(?:this|last|next|first|second|other|each|that|latter|former|same|every)[ ]"
)
_GOES_ON = frozenset(
    [*CARDINALS, *SCALES, *_PARTS, *(f"{part}s" for part in _PARTS), *"and point dozen halves in out".split()]
)
"""What may go on with a number in words; most stand alone ("two agreements") and need no more reading."""
_ARTICLES = frozenset(("a", "A", "an", "An"))
_RECURRING = frozenset(
    "day night week weekend month quarter year season time hour minute second century decade "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
"""What comes round: "every second Friday"."""


def _word(text: str, start: int, word: str) -> Numeral | None:
    if text[start - 1 : start] == "'" or (text[start] in "hH" and _NOT_A_PART.match(text, 0, start, concurrent=False)):
        return None
    end = start + len(word)
    if word in ORDINAL_WORDS:
        return _every(text, start, end, word) or Numeral(
            start, end, float(ORDINAL_WORDS[word]), words=True, ordinal=True
        )
    if word in TENS and text[end : end + 1] == "-" and 0 < ORDINAL_WORDS.get(words.after(text, end), 0) < 10:
        place = words.after(text, end)
        value = float(TENS[word] + ORDINAL_WORDS[place])
        return Numeral(start, end + 1 + len(place), value, words=True, ordinal=True)
    if word in CARDINALS and words.after(text, end) not in _GOES_ON:
        if word == "one" and (share := _share(text, start)) is not None:
            return share  # "one passenger in six"
        return Numeral(start, end, float(CARDINALS[word]), words=True)
    if (share := _share(text, start)) is not None:
        return share
    fraction = FRACTION.match(text, start, concurrent=False)
    spelling = WORDS.match(text, start, concurrent=False)
    if fraction is not None and fraction.group().lower() in ("two quarters", "two halves"):
        fraction = None  # two quarters of a year, the two halves of a match
    if fraction is not None and (spelling is None or spelling.end() <= fraction.end()):
        top = 1.0 if fraction["half"] or fraction["top"].lower() in ("a", "an") else CARDINALS[fraction["top"].lower()]
        bottom = "half" if fraction["half"] else fraction["bottom"].replace("halves", "half").rstrip("s")
        value = top * FRACTION_WORDS.get(bottom, 1 / 4)
        return Numeral(start, fraction.end(), value, words=True, fraction=True) if value < 1 else None
    if spelling is None:
        return None
    value = spelled(spelling.group())
    scale = next(
        (SCALES[w] for w in reversed(regex.split("[ -]", spelling.group().lower())) if w in SCALES and w != "hundred"),
        1.0,
    )
    return Numeral(start, spelling.end(), value, scale=scale, words=True)


def _every(text: str, start: int, end: int, word: str) -> Numeral | None:
    """The part of a whole that "every third" student is; "every third day" is none."""
    begin = start - len("every ")
    if words.before(text, start) != "every" or words.after(text, end) in _RECURRING or ORDINAL_WORDS[word] == 1:
        return None
    return Numeral(begin, end, 1 / ORDINAL_WORDS[word], words=True, fraction=True)


def _share(text: str, start: int) -> Numeral | None:
    match = SHARE.match(text, start, concurrent=False)
    if match is None:
        return None
    top, bottom = (float(CARDINALS.get(part.lower(), 0) or part) for part in (match["top"], match["bottom"]))
    return Numeral(start, match.end(), top / bottom, words=True, fraction=True) if 0 < top < bottom else None


def _written_part(text: str, start: int) -> Numeral | None:
    match = PART.match(text, start, concurrent=False)
    if match is None:
        return None
    value = int(match["top"]) / int(match["bottom"])
    return Numeral(start, match.end(), value, words=True, fraction=True) if value < 1 else None


def _glyph(text: str, start: int) -> Numeral | None:
    return scaled(text, Numeral(start, start + 1, FRACTIONS[text[start]], fraction=True, grouped=True))
