"""Whether a figure IS the size of a change, and its direction: "grew by another 7%", "30 percent lower".

A level reached by a change ("rose to $56 billion", "from 41 percent") is none.
"""

from __future__ import annotations

import regex

from extractors import words
from extractors.drafts import PRODUCT, Conventions, Draft
from extractors.model import Change, Kind
from extractors.patterns import trie

_UP_VERBS = (
    "rose rise rises risen rising grew grow grows grown growing increased increase increases "
    "increasing climbed climb climbs climbing jumped jump jumps "
    "surged surge soared soar gained gain gains advanced advance added adding adds expanded expand "
    "expands expanding up accelerated rebounded improved "
    "strengthened boosted boost widened plus upward upwards raised raise hiked skyrocketed appreciated swelled soaring "
    "surging jumping gaining advancing expanding raising boosting lifted lifting"
).split()
_DOWN_VERBS = (
    "fell fall falls fallen falling dropped drop drops dropping declined decline declines declining "
    "decreased decrease decreases decreasing down shrank "
    "shrink shrunk shrinking contracted contract slid slipped slip lost lose losing plunged plunge "
    "plummeted plummeting plunging tumbled tumbling sliding slipping shrinking sank sink sunk "
    "sinking reduced reduce reduces "
    "reducing cut cuts cutting slashed slumped minus weakened depreciated narrowed dipped dip eased "
    "devalued downward downwards lowered lower shed collapsed "
    "collapse slide"
).split()
_UP_NOUNS = "growth increase rise jump surge gain expansion uptick upturn hike boost spike".split()
_DOWN_NOUNS = "decline drop fall decrease reduction contraction slump loss downturn slide cut plunge".split()
_PLAIN_MOVES = frozenset(
    "upward upwards downward downwards rose risen rising rise rises grew grown growing grow grows "
    "increased increase increases "
    "increasing climbed jumped up fell fallen fall falls falling declined decline "
    "decreased decrease dropped drop down surged plus minus growth reduction higher lower slid "
    "soared plunged plummeted".split()
)
_MOVED_BY = _PLAIN_MOVES | frozenset("cut cuts cutting shrank shrunk sank sunk grows shed narrowed".split())
"""Words that move any quantity; the others ("lost", "added", "cut") move percentages, but lose and add plain counts."""

DIRECTION: dict[str, Change] = {
    **dict.fromkeys([*_UP_VERBS, *_UP_NOUNS], Change.UP),
    **dict.fromkeys([*_DOWN_VERBS, *_DOWN_NOUNS], Change.DOWN),
}
_FILLERS = (
    "by of a an the another further additional only just even also again already sharply "
    "significantly slightly steadily rapidly dramatically substantially "
    "considerably markedly noticeably modestly marginally strongly nominally year-on-year annually "
    "respectively overall as much as many some in value real terms "
    "volume on average average total physical dollar monetary whole full staggering whopping mere "
    "record almost about nearly more than over around"
).split()
_FILLING = frozenset(_FILLERS)
_BY_ENDS = frozenset("by another a further an only just some as nearly almost about much".split())
_LEVEL_ENDS = frozenset("to from at until till the a an some about as just only new record much".split())
"""How those end: a quick look that spares most figures the pattern."""
_LEFT_ENDS = frozenset((*DIRECTION, *_FILLERS, "year"))
_MOST_FILLERS = 4
"""Words that may stand between a word of change and its figure."""
_BY = regex.compile(
    r"(?r)(?<!\p{L})(?:by|By)[ ](?:(?:another|a|further|an|only|just|some|as much as|nearly|almost|about)[ ]){0,2}"
)
_LEVEL = regex.compile(
    r"(?r)(?<!\p{L})(?:to|To|from|From|at|until|till)[ ](?:(?:the|a|an|some|about|as much as|just|"
    r"only|new|record)[ ]){0,2}"
)
_NOUNS = frozenset((*_UP_NOUNS, *_DOWN_NOUNS))
_NOUN_MOVES = {
    **DIRECTION,
    **{f"{noun}s": DIRECTION[noun] for noun in _NOUNS},
    **dict.fromkeys(("exceed", "exceeds", "exceeded", "exceeding"), Change.UP),
}
_OF_NOUNS = _NOUNS | {f"{noun}s" for noun in _NOUNS}
"""Nouns of change, "contractions of 3.4 percent" too; and with the verbs that take "by" alone."""
_ALL_MOVES = frozenset(_NOUN_MOVES)
_COPULA = regex.compile(
    r"(?r)(?:(?<!\p{L})(?:was|is|were|are|be|been|of|at|reached|reach|reaching|exceeded|hit|totaled|"
    r"totalled|totaling|amounted to|amounting to|amounts to|amount to|stood at|came to|made|made up|"
    r"equaled|"
    r"comes to|stands at|accelerated to|slowed to|slowed down to|estimated at|forecast at|expected at|"
    r"projected at|registered|recorded|showed)[ ]|[:–][ ])(?:(?:a|an|the|only|just|about|some)[ "
    r"]){0,2}"
)
_ADJECTIVES = (
    "year-on-year year-over-year annual yearly sharp steep slight overall further nominal real "
    "average monthly quarterly "
    "record price pay output"
).split()
_COPULA_ENDS = frozenset(
    "was is were are be been of at reached reach reaching exceeded hit totaled totalled totaling to made up equaled "
    "registered recorded showed a an the only just about some".split()
)
_UP_RIGHT = [*_UP_NOUNS, *"increases more higher greater larger bigger up above faster".split()]
_DOWN_RIGHT = [*_DOWN_NOUNS, *"less lower fewer smaller down below slower cheaper".split()]
_RIGHT = regex.compile(
    rf"""
    (?: [ -] (?: {trie(_ADJECTIVES, either_case=False)} ) )?+ [ ]
    (?: (?P<up> {trie(_UP_RIGHT, either_case=False)} ) | (?P<down> {trie(_DOWN_RIGHT, either_case=False)} ) )
    (?!\p{{L}})
    """,
    regex.VERBOSE,
)
_RIGHT_BEGINS = frozenset(word.split("-")[0] for word in (*_ADJECTIVES, *_UP_RIGHT, *_DOWN_RIGHT))
_PHRASAL = regex.compile(
    r"(?r)(?<!\p{L})(?:gave|give|gives|giving|set|sets|setting|made|make|makes|making|picked|pick|"
    r"took|take|takes|taking|built|"
    r"opened|open|ended|signed|sign|came|come|lined|put|turned|rounded|wrote|shut|handed|broke|laid|called|call)[ ]"
)
_THAN_WHAT = regex.compile(r"[ ](?:(?:the|last|that|its)[ ’']|(?:19|20)[0-9]{2}(?![0-9]))")
"""What a figure is above: "3.2% above 2022", "5% below last year's", but not "30% above zero"."""
_AS_BEFORE = regex.compile(
    r"[ ]as[ ](?:much|many|high|large|big|low|great)[ ]as[ ]"
    r"(?:(?:in|at|during|for)[ ]|(?:a|one|the)[ ]year[ ]|last[ ]year|the[ ](?:previous|same)[ ])"
)
"""A multiple of what was before: "twice as much as in June", but not "twice as large as Germany"."""
_CLAUSE_END = frozenset(";:()\n")
_REACH = 110
"""How far before "by 7%" its verb may stand, in characters."""


def direction(text: str, draft: Draft, sentence_start: int, conventions: Conventions = PRODUCT) -> Change:
    """The direction if the figure is the size of a change, else NONE.

    ``draft.left`` is where the figure's own qualifier begins; only the figure's sentence is looked at.
    """
    if draft.kind in (Kind.DURATION, Kind.ORDINAL):
        return Change.NONE
    relative = draft.kind in (Kind.PERCENT, Kind.RATIO)
    sign = text[draft.start - 1 : draft.start]
    if relative and text[max(0, draft.start - 3) : draft.start] == "(+ ":
        return Change.UP
    if relative and sign in ("+", "-") and not text[draft.start - 2 : draft.start - 1].isalnum():
        return Change.UP if sign == "+" else Change.DOWN
    left = draft.left
    led = words.before(text, left)
    if led in _BY_ENDS and _BY.match(text, 0, left, concurrent=False):
        found = _last_move(_ALL_MOVES, text, sentence_start, left, through_commas=True)
        if found is not None and (relative or found in _MOVED_BY or found.endswith(("ed", "e"))):
            return _NOUN_MOVES[found]
    if not (led in _LEVEL_ENDS and _LEVEL.match(text, 0, left, concurrent=False)):
        moved = _move_before(text, sentence_start, left) if led in _LEFT_ENDS else None
        plain = moved is not None and moved[0] in _PLAIN_MOVES and not _adds(text, moved)
        if moved is not None and (relative or plain) and not _phrasal(text, moved[1]):
            return DIRECTION[moved[0]]
    right = None
    if not conventions.left_changes_only and words.after(text, draft.end) in _RIGHT_BEGINS:
        right = _RIGHT.match(text, draft.end, concurrent=False)
    if right is not None and _is_difference(text, draft, right, relative):
        return Change.UP if right["up"] else Change.DOWN
    if (
        draft.kind is Kind.RATIO
        and words.after(text, draft.end) == "as"
        and _AS_BEFORE.match(text, draft.end, concurrent=False)
    ):
        return Change.UP
    stated = led in _COPULA_ENDS or text[left - 2 : left] in (": ", "– ")
    if (
        stated
        and relative
        and draft.rule != "part of a whole"
        and _COPULA.match(text, sentence_start, left, concurrent=False)
    ):
        found = _last_move(_OF_NOUNS if led == "of" else _NOUNS, text, sentence_start, left, through_commas=False)
        if found is not None:
            return _NOUN_MOVES[found]
    return Change.NONE


def follows_move(text: str, draft: Draft) -> bool:
    """Whether a word of change stands right before the figure ("gained 10 sen to …")."""
    return _move_before(text, 0, draft.left) is not None


def _move_before(text: str, start: int, left: int) -> tuple[str, int] | None:
    """The word of change before ``left``, with no more than a few fillers in between, and where it begins."""
    if text[left - 1 : left] != " " or text[left - 2 : left - 1] in (" ", ",") or left <= start:
        return None
    for end, word in words.backwards(text, start, left, _MOST_FILLERS + 1):
        if word in DIRECTION:
            return word, end - len(word)
        if word not in _FILLING:
            return None
    return None


def _adds(text: str, moved: tuple[str, int]) -> bool:
    """Whether "plus" or "minus" only adds one thing to another: "35 bcm to China plus 10 bcm for the north"."""
    return moved[0] in ("plus", "minus") and text[max(0, moved[1] - 2) : moved[1]].strip()[-1:] not in (",", "(", "")


def _phrasal(text: str, start: int) -> bool:
    """Whether the "up" at ``start`` belongs to its verb: "gave up 517 yards", "set up 20 firms"."""
    return text.startswith("up", start) and _PHRASAL.match(text, 0, start, concurrent=False) is not None


def _is_difference(text: str, draft: Draft, right: regex.Match[str], relative: bool) -> bool:
    """Other quantities differ only where the text goes on to say from what: "5 million tons more than in 2022"."""
    word = right["up"] or right["down"]
    if relative and word == "cheaper":
        return draft.kind is Kind.PERCENT  # "1.5 times cheaper" compares two things
    if relative:
        return word not in ("above", "below") or _THAN_WHAT.match(text, right.end(), concurrent=False) is not None
    return word in ("more", "less", "higher", "lower", "fewer") and text[right.end() : right.end() + 6] == " than "


def _last_move(moves: frozenset[str], text: str, sentence_start: int, left: int, *, through_commas: bool) -> str | None:
    """The change word nearest before ``left`` in the same clause, in lower case."""
    begin = max(sentence_start, left - _REACH)
    ends = _CLAUSE_END if through_commas else _CLAUSE_END | {","}
    begin = max(begin, *(text.rfind(mark, begin, left) + 1 for mark in ends))
    return next((word for word in reversed(words.tokens(text, begin, left)) if word in moves), None)
