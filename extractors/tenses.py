"""What the verbs of a clause say about its time: past, perfect, present, and times that no calendar names."""

from __future__ import annotations

import regex

_S = r"[\s\u00a0]{1,3}"
PERFECT = regex.compile(
    rf"""\b (?:has|have|['’]ve) {_S}
    (?: (?:already|now|also|recently|since|nearly|almost|more|not|just|only|long|\p{{L}}{{2,12}}ly) {_S} ){{0,2}}
    (?: been|become|made|come|gone|seen|met|put|set|cut|hit|led|left|lost|held|paid|sold|sent|spent|built|brought|bought
      |begun|done|kept|won|run|\p{{L}}{{2,16}}(?:ed|en|wn) ) \b""",
    regex.VERBOSE,
)
""" "has doubled": without a time of its own it speaks of no past year."""
PAST = regex.compile(
    r"""\b (?: was|were|had|did|came|rose|fell|grew|went|made|took|gave|sent|brought|stood|saw|became|left|lost|won|sold
      |bought|began|shrank|sank|slid|swelled|spent|paid|built|held|met|ran|led|kept|drew|overtook|\p{L}{2,16}ed ) \b""",
    regex.VERBOSE,
)
"""A past verb, which goes on with the time of the sentences before."""
PRESENT = regex.compile(r"\b(?:is|are|has|have|owns?|remains?|works?|operates?|employs?|accounts?|holds?|lives?)\b")
"""How things stand."""
BEFORE_EVENT = regex.compile(
    rf"""\b (?: before|since|until|after|prior{_S}to ) {_S} (?:the{_S})?
    (?: (?:start|beginning|outbreak|\p{{L}}{{2,16}}) {_S} (?:of{_S})? (?:the{_S})? ){{0,2}}
    (?: war|unrest|crisis|pandemic|invasion|collapse|conflict|outbreak|sanctions|revolution|riots|independence
      |coronavirus|COVID|break-?up|mobili[sz]ation|special ) \b""",
    regex.VERBOSE,
)
""" "before the unrest", "since the war": a time that no calendar names."""
TO_BE = regex.compile(rf"\b(?:is|are){_S}to{_S}be\b")
""" "are to be delivered": a future without a word for it."""
HAVE = regex.compile(r"\b(?:have|has|there (?:are|is))\b")
"""What is there to be counted: "the countries have 51 checkpoints"."""
STANDS = regex.compile(
    r"\b(?:capacity|[Nn]umber of|quota|length|population|reserves|employs?|lives?|owns?|operates?|consists?"
    r"|stretch(?:es)?)\b"
)
"""Nouns and verbs of how things stand: "the number of firms", "the firm employs"."""
