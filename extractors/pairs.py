"""The one or two countries that an article is about, and which of them others are set beside."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractors import countries, words
from extractors.countries import Role
from extractors.passages import Document
from extractors.roles import weigh
from extractors.words import Hit

_ACTORS = frozenset({Role.NAME, Role.CAPITAL, Role.PEOPLE})
SUBJECT = frozenset({"KZ", "RU"})
"""The two countries the collection is about: one mention is enough to make them an article's second country."""

_ABOUT = 6000  # characters of a text that are counted; more would not change the answer
_SHARE = 0.15  # an article's second country is named at least so often as a part of its first
_FAR = 2.5  # times as often as the second is far more often


@dataclass(frozen=True, slots=True)
class Pair:
    """Two codes (or a bloc alone), the words that named them, and the sentence that did (-1: the whole article).

    ``is_stated`` is false where we added one of the two ourselves; ``is_lopsided`` is true if the first of an article's
    two is named far more often than the second.
    """

    codes: tuple[str, ...]
    words: tuple[str, ...]
    sentence: int = -1
    is_stated: bool = True
    is_lopsided: bool = False


def about(document: Document, hits: Sequence[Hit]) -> Pair:
    """The one or two states that an article is about, the more frequent first.

    Names in the title and the first two sentences count double; a bounded stretch of the text is counted.  ``hits`` are
    the ``countries.WORDS_OF_NAMES`` of the text.
    """
    text, title = document.text, document.title
    lead_end = document.sentences[:2][-1].end if document.sentences else 0
    first_after = bisect_left(hits, (lead_end, ""))
    spoken = words.vocabulary(text[:lead_end])
    leading = [(naming, title) for naming in countries.find(title)]
    leading += [(n, text) for n in countries.find(text, hits[:first_after]) if weigh(text, n, spoken)]
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    lead: set[str] = set()
    for naming, written in leading:
        lead.add(naming.name.code)
        if naming.name.kind is countries.Kind.STATE:
            counts[naming.name.code] += 2
            first.setdefault(naming.name.code, written[naming.start : naming.end])
    following = hits[first_after : bisect_left(hits, (lead_end + _ABOUT, ""))]
    for name, as_written, times in countries.tally(text, following):
        if name.kind is countries.Kind.STATE:
            counts[name.code] += times
            first.setdefault(name.code, as_written)
    ranked = [code for code, _ in counts.most_common()]
    if not ranked:
        return Pair((), ())
    home = ranked[0]
    for other in ranked[1:]:
        known = other in lead or other in SUBJECT or counts[other] > 1
        if known and counts[other] >= _SHARE * counts[home]:
            is_lopsided = counts[home] > _FAR * counts[other]
            return Pair((home, other), (first[home], first[other]), is_lopsided=is_lopsided)
    return Pair((home,), (first[home],))


_PARTNER = regex.compile(r"(?ri)\b(?:with|from|bypassing)\s(?:the\s)?")
_OBLIQUE = regex.compile(
    r"(?ri)(?:\b(?:to|of|in|against|on|for|by|than|between|into|and|through|via)\s(?:the\s)?|[-–])"
)
_PARTNER_ENDS = frozenset("with from bypassing the".split())
_OBLIQUE_ENDS = frozenset("to of in against on for by than between into and through via the".split())


def home(text: str, pair: Pair, hits: Sequence[Hit]) -> tuple[str, str]:
    """The one of an article's two countries that a third is set beside, its code and its name.

    Far the most frequent one; else the one that is less often named as a partner ("trade with Russia"); else the one
    that more often acts, named without a preposition; else the first one named.
    """
    if not pair.codes:
        return "", ""
    if len(pair.codes) < 2 or pair.is_lopsided:
        return pair.codes[0], pair.words[0]
    partner, acts = Counter[str](), Counter[str]()
    near = hits[: bisect_left(hits, (_ABOUT, ""))]
    found = [naming for naming in countries.find(text, near) if naming.name.code in pair.codes]
    for naming in found:
        code, start = naming.name.code, naming.start
        led = words.before(text, start)
        if led in _PARTNER_ENDS and _PARTNER.match(text, max(0, start - 16), start, concurrent=False):
            partner[code] += 1
        elif naming.name.role in _ACTORS and not (
            (led in _OBLIQUE_ENDS or text[start - 1 : start] in ("-", "–"))
            and _OBLIQUE.match(text, max(0, start - 16), start, concurrent=False)
        ):
            acts[code] += 1
    order = [naming.name.code for naming in found]
    code = max(dict.fromkeys(order + list(pair.codes)), key=lambda code: (-partner[code], acts[code]))
    return code, pair.words[pair.codes.index(code)]
