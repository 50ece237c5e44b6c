"""Where sentences begin and end."""

from __future__ import annotations

import regex

from extractors.model import Sentence

ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr St No Nos vs etc approx Approx Ed ed Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Co Corp Inc Ltd Gen Col "
    "Lt Sgt Rep Sen Gov Prof mln bln thou tn trln cu sq p pp fig Fig Vol vol U.S U.K U.N E.U".split()
)
"""Words that a full stop follows without ending the sentence (one-letter initials are handled by the pattern)."""

_BREAK = regex.compile(
    r"""
    (?P<stop> [.!?…] ) [.!?…]{0,3} ["”’'»)\]]{0,3} [ \t\u00a0]{1,4} (?= ["“‘'«(\[–—-]{0,2} [ \t]? [\p{Lu}0-9$€£] )  # a stop, then a beginning
    | \s{0,8} [\n\r\u2028\u2029]++ \s{0,8}                                                                          # or a new line
    """,
    regex.VERBOSE,
)
_LAST_WORD = regex.compile(r"(?r)[\p{L}.]{1,12}")


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order, without the white space between them.

    >>> [text[s.start:s.end] for text in ["It grew. By 7%, Mr. Ivanov said."] for s in sentences(text)]
    ['It grew.', 'By 7%, Mr. Ivanov said.']
    """
    found: list[Sentence] = []
    start = 0
    for gap in _BREAK.finditer(text, concurrent=False):
        stop = gap.start("stop")
        if stop >= 0 and text[stop] == "." and _abbreviates(text, stop):
            continue
        end = gap.start() if stop < 0 else gap.end()
        _add(found, text, start, end)
        start = gap.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        lead = len(piece) - len(piece.lstrip())
        found.append(Sentence(start + lead, start + lead + len(stripped)))


def _abbreviates(text: str, stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation or an initial ("Mr.", "V. Putin")."""
    word = _LAST_WORD.match(text, 0, stop, concurrent=False)
    return word is not None and (word.group() in ABBREVIATIONS or (len(word.group()) == 1 and word.group().isupper()))
