"""What the verbs of a clause say about its time: past, perfect, present, and times that no calendar names."""

from __future__ import annotations

from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True, eq=False)
class Tense:
    """A pattern of verbs and, in lower case, the words of which it needs one (empty: any may do)."""

    pattern: regex.Pattern[str]
    needs: frozenset[str] = frozenset()


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_S = r"[\s\u00a0]{1,3}"
PERFECT = Tense(
    regex.compile(
        rf"""\b (?:has|have|['’]ve) {_S}
    (?: (?:already|now|also|recently|since|nearly|almost|more|not|just|only|long|\p{{L}}{{2,12}}ly) {_S} ){{0,2}}
    (?: been|become|made|come|gone|seen|met|put|set|cut|hit|led|left|lost|held|paid|sold|sent|spent|built|brought|bought
      |begun|done|kept|won|run|\p{{L}}{{2,16}}(?:ed|en|wn) ) \b""",
        regex.VERBOSE,
    ),
    _words("has have ve"),
)
""" "has doubled": without a time of its own it speaks of no past year."""
PAST = Tense(
    regex.compile(
        r"""\b (?: was|were|had|did|came|rose|fell|grew|went|made|took|gave|sent|brought|stood|saw|became|left(?![,.;)])
      |lost|won|began|shrank|sank|slid|swelled|ran|drew|overtook
      |(?<!\b(?:is|are|be|being)\s)(?:sold|bought|spent|paid|built|held|met|led|kept|\p{L}{2,16}ed) ) \b""",
        regex.VERBOSE,
    )
)
"""A past verb, which goes on with the time of the sentences before; "are registered" is none."""
PRESENT = Tense(
    regex.compile(r"\b(?:is|are|has|have|owns?|remains?|works?|operates?|employs?|accounts?|holds?|lives?)\b"),
    _words(
        "is are has have own owns remain remains work works operate operates employ employs account accounts hold "
        "holds live lives"
    ),
)
"""How things stand."""
BEFORE_EVENT = Tense(
    regex.compile(
        rf"""\b (?: before|since|until|after|prior{_S}to ) {_S} (?:the{_S})?
    (?: (?:start|beginning|outbreak|\p{{L}}{{2,16}}) {_S} (?:of{_S})? (?:the{_S})? ){{0,2}}
    (?: war|unrest|crisis|pandemic|invasion|collapse|conflict|outbreak|sanctions|revolution|riots|independence
      |coronavirus|COVID|break-?up|mobili[sz]ation|special ) \b""",
        regex.VERBOSE,
    ),
    _words("before since until after prior"),
)
""" "before the unrest", "since the war": a time that no calendar names."""
TO_BE = Tense(
    regex.compile(rf"\b(?:is|are){_S}to{_S}be\b"),
    _words("is are"),
)
""" "are to be delivered": a future without a word for it."""
HAVE = Tense(
    regex.compile(r"\b(?:have|has|there (?:are|is))\b"),
    _words("have has there"),
)
"""What is there to be counted: "the countries have 51 checkpoints"."""
STANDS = Tense(
    regex.compile(
        r"\b(?:capacity|[Nn]umber of|quota|length|population|reserves|employs?|lives?|owns?|operates?|consists?"
        r"|stretch(?:es)?|spends?|stores?|uses?|needs?|remains?|designed for|covers?|pays?|charges|costs"
        r"|attends?|hosts?|handles?|flies)\b"
    ),
    _words(
        "capacity number quota length population reserves employ employs live lives own owns operate operates consist "
        "consists stretch stretches spend spends store stores use uses need needs remain remains designed "
        "cover covers pay pays charges costs attend attends host hosts handle handles flies"
    ),
)
"""Nouns and verbs of how things stand: "the number of firms", "the firm employs"."""
