"""The one or two countries that an article is about, and which of them others are set beside."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from extractors import countries, words
from extractors.countries import Naming, Role
from extractors.passages import Document
from extractors.roles import weigh

_START = attrgetter("start")
_ACTORS = frozenset({Role.NAME, Role.CAPITAL, Role.PEOPLE})
SUBJECT = frozenset({"KZ", "RU"})
"""The two countries the collection is about: one mention is enough to make them an article's second country."""

_ABOUT = 6000  # characters of a text that are counted; more would not change the answer
_SHARE = 0.15  # an article's second country is named at least so often as a part of its first
_LONGEST_LEAD = len("  bypassing the ")
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


def about(document: Document, namings: Sequence[Naming]) -> Pair:
    """The one or two states that an article is about, the more frequent first.

    Names in the title and the first two sentences count double; a bounded stretch of the text is counted.  ``namings``
    are the countries named in the text.
    """
    text, title = document.text, document.title
    lead_end = document.sentences[:2][-1].end if document.sentences else 0
    first_after = bisect_left(namings, lead_end, key=_START)
    last = bisect_left(namings, lead_end + _ABOUT, key=_START)
    spoken = words.vocabulary(text[:lead_end])
    leading = [(naming, title) for naming in countries.find(title)]
    leading += [(naming, text) for naming in namings[:first_after] if weigh(text, naming, spoken)]
    following = [(naming, text) for naming in namings[first_after:last]]
    counts: Counter[str] = Counter()
    for named in (leading, leading, following):
        counts.update([naming.name.code for naming, _ in named if naming.name.kind is countries.Kind.STATE])
    if not counts:
        return Pair((), ())

    def first(code: str) -> str:
        naming, written = next(one for one in leading + following if one[0].name.code == code)
        return written[naming.start : naming.end]

    (home, most), *others = counts.most_common()
    lead = {naming.name.code for naming, _ in leading}
    for other, times in others:
        known = other in lead or other in SUBJECT or times > 1
        if known and times >= _SHARE * most:
            return Pair((home, other), (first(home), first(other)), is_lopsided=most > _FAR * times)
    return Pair((home,), (first(home),))


_PARTNER = frozenset("with from bypassing".split())
_OBLIQUE = frozenset("to of in against on for by than between into and through via -".split())


def home(text: str, pair: Pair, namings: Sequence[Naming]) -> tuple[str, str]:
    """The one of an article's two countries that a third is set beside, its code and its name.

    Far the most frequent one; else the one that is less often named as a partner ("trade with Russia"); else the one
    that more often acts, named without a preposition; else the first one named.
    """
    if not pair.codes:
        return "", ""
    if len(pair.codes) < 2 or pair.is_lopsided:
        return pair.codes[0], pair.words[0]
    partner, acts = Counter[str](), Counter[str]()
    near = namings[: bisect_left(namings, _ABOUT, key=_START)]
    found = [naming for naming in near if naming.name.code in pair.codes]
    for naming in found:
        led = _led_by(text, naming.start)
        if led in _PARTNER:
            partner[naming.name.code] += 1
        elif led not in _OBLIQUE and naming.name.role in _ACTORS:
            acts[naming.name.code] += 1
    order = [naming.name.code for naming in found]
    code = max(dict.fromkeys(order + list(pair.codes)), key=lambda code: (-partner[code], acts[code]))
    return code, pair.words[pair.codes.index(code)]


def _led_by(text: str, at: int) -> str:
    """The word before a name and its article, in lower case, or the hyphen that ties it to another name; else ""."""
    near = text[max(0, at - _LONGEST_LEAD) : at]
    if near[-1:] in ("-", "–"):
        return "-"
    if not near[-1:].isspace():
        return ""
    leading = near.rsplit(None, 2)
    if leading[-1] == "the":
        leading.pop()
    return leading[-1].lstrip('(["“‘—–').lower() if leading else ""
