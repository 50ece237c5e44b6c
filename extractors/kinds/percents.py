"""Percentages, percentage points, and parts of a whole in words ("a third", "one in three", "half of")."""

from __future__ import annotations

import regex

from extractors import words
from extractors.changes import DIRECTION
from extractors.drafts import Draft
from extractors.model import Kind
from extractors.numerals import Numeral

SIGN = regex.compile(
    r"""
    (?P<point> [ -]? (?:percentage[ -]points?|percent[ ]points?|p\.p\.|pp(?!\p{L})|ppts?(?!\p{L})) )
  | (?P<basis> [ -]? (?:basis[ -]points?|bps(?!\p{L})) )
  | (?P<percent> [ ]? ["“”]? [ ]? % | (?: [ -] per[ ]?cents? | [ -]? percents? | [ ]? pct\.? | pc ) (?!\p{L}) )
    """,
    regex.VERBOSE,
)
"""What follows the number; a stray quotation mark before "%" is tolerated."""
WORDS: frozenset[str] = frozenset(
    (
        "%",
        "per",
        "percent",
        "percents",
        "percentage",
        "pct",
        "pc",
        "p",
        "pp",
        "ppt",
        "ppts",
        "basis",
        "bps",
        '"',
        "“",
        "”",
    )
)
"""How that begins."""

_WHOLE = regex.compile(
    r"""
    [ ] (?: of | more | less | fewer | higher | lower | larger | smaller | bigger | as | in | to | from | off
          | went | goes | go | come | came | comes | are | were | have | had | is | was | do | did | see | say | said
          | think | believe | support | want | live | would | will | could | consider | favou?r | oppose
          | the | its | their | that | those | these
          | done | complete | completed | full | finished | hold | belongs? | belonged
          | for | by | each | across | this | last | over | during | since | against | on | and | or ) (?!\p{L})
  | [ ](?:an?|two|three|four|five|six|ten|[1-9][0-9]?)[ ](?:year|decade|month)s?[ ](?:ago|before|earlier)
  | [,.;:)\n"”] | $
    """,
    regex.VERBOSE,
)
"""What may follow a part of a whole; a noun after it makes it an ordinal ("a third country")."""
_STRICT = regex.compile(
    r"[ ](?:of|more|less|fewer|cheaper|higher|lower|larger|smaller|see|say|think|believe|support|want|are|were|have|"
    r"would|went|go|came)(?!\p{L})"
)
_LED = regex.compile(
    r"(?r)(?<!\p{L})(?:for|by|about|nearly|almost|than|to|roughly|around|over|under|some|up|least|only|just)[ ]"
)
_ENDS = regex.compile(r"[,.;:)]|$|\n")
_OF_A_UNIT = regex.compile(
    r"[ ]of[ ]an?[ ](?:second|minute|hour|day|week|month|year|decade|century|mile|kilomet|ton|percent)"
)
_MEASURED = words.by_last_word(
    [
        *"by nearly almost".split(),
        *(f"by {hedge}" for hedge in "about around almost nearly over roughly some".split()),
        *("compared to", "compared with", "against", "up from", "down from"),
        *("more than", "less than"),
        *DIRECTION,
    ]
)


def read(text: str, numeral: Numeral) -> Draft | None:
    """A percentage, in percent or percentage points, or None."""
    if numeral.ordinal:
        return None
    if numeral.fraction:
        return _part(text, numeral)
    match = SIGN.match(text, numeral.end, concurrent=False)
    if match is None:
        return None
    if match["point"]:
        return Draft(
            numeral,
            numeral.start,
            match.end(),
            Kind.PERCENT,
            "percentage_point",
            "percentage point",
            1.0,
            "percentage point",
        )
    if match["basis"]:
        return Draft(
            numeral, numeral.start, match.end(), Kind.PERCENT, "percentage_point", "basis point", 0.01, "basis point"
        )
    return Draft(numeral, numeral.start, match.end(), Kind.PERCENT, "percent", "percent", 1.0, "percent")


def _part(text: str, numeral: Numeral) -> Draft | None:
    if not numeral.words:
        return None
    written = text[numeral.start : numeral.end].lower()
    singular_article = written.startswith(("a ", "an ")) and not written.endswith("half")
    if written.startswith("every "):
        return Draft(numeral, numeral.start, numeral.end, Kind.PERCENT, "percent", "fraction", 100.0, "part of a whole")
    if singular_article and words.phrase_before(text, numeral.start, _MEASURED):
        singular_article = False  # "grew by a quarter": no third party, no quarter of a year
    follows = (_STRICT if singular_article else _WHOLE).match(text, numeral.end, concurrent=False)
    if singular_article and _LED.match(text, 0, numeral.start, concurrent=False):
        follows = follows or _ENDS.match(text, numeral.end, concurrent=False)  # "coal accounted for a third, ore for"
    if _OF_A_UNIT.match(text, numeral.end, concurrent=False):
        return None
    if follows is None and " in " not in written and " out of " not in written:
        return None
    return Draft(numeral, numeral.start, numeral.end, Kind.PERCENT, "percent", "fraction", 100.0, "part of a whole")
