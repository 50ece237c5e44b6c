"""Earlier values of a comparison, by the words beside them: "against $5 billion", "from 6.8 to 8.3", "72.7% before"."""

from __future__ import annotations

import regex

from extractors import words
from extractors.model import Mention

_S = r"[\s\u00a0]{1,3}"
_SUMS = "loss|profit|total|figure|deficit|surplus|value|share|peak|plan|average|income|revenue|turnover|level|volume"
_HEDGES = rf"""(?: {_S} (?:the|a|an|about|nearly|almost|some|around|roughly|over|just|record|only|previous|last
    |year[’']s|at|more|than|under) ){{0,3}}"""
_COMPARED = regex.compile(
    rf"""(?r) \b (?: [Aa]gainst | [Vv]ersus | vs\.? | [Cc]ompar(?:ed|ison){_S}(?:to|with) | (?:up|down){_S}from
      | [Dd]oubl(?:e|ing)(?={_S}the) | twice(?={_S}the)
      | (?:more|less|higher|lower|fewer|larger){_S}than(?={_S}(?:the|that)\b)
      | (?:%|cent|percent){_S}(?:above|below|over|of) ) {_HEDGES} (?: {_S} (?:{_SUMS}){_S}of {_HEDGES} )? {_S}""",
    regex.VERBOSE,
)
_FROM = regex.compile(rf"(?r) \b [Ff]rom {_HEDGES} {_S}", regex.VERBOSE)
_EARLIER_AFTER = regex.compile(rf"{_S}(?:before|earlier|previously)(?=[).,;])")
_EARLIER = frozenset(("before", "earlier", "previously"))
_DAYS_EARLIER = regex.compile(
    rf"{_S}(?:(?:a|one){_S}(?:day|week|month)|the{_S}(?:day|week|month)){_S}(?:earlier|before|ago)\b"
)
_HEDGING = frozenset(
    "the a an about nearly almost some around roughly over just record only previous last s at more than under".split()
)
_AND_FROM = regex.compile(rf"(?:{_S}in{_S}[0-9]{{4}})?{_S}and{_S}(?:about{_S}|some{_S}|only{_S}|just{_S})?")
_JOINING = frozenset("and about some only just".split())
_PLANS = frozenset(
    "forecast forecasts guidance plan plans target targets estimate estimates outlook projection".split()
)
_COMPARED_NEEDS = (
    frozenset("against versus vs to with from double doubling twice than above below over of".split()) | _HEDGING
)
_FROM_NEEDS = frozenset(("from",)) | _HEDGING
"""Last words of what those patterns match: a quick look that spares most figures the patterns."""


def is_compared(text: str, low: int, mention: Mention, high: int, led: str) -> bool:
    """Whether the words from ``low`` to the figure, or behind it up to ``high``, set it against another.

    ``led`` is the word before the figure, as ``words.before`` gives it.
    """
    if led in _COMPARED_NEEDS and _COMPARED.match(text, low, mention.start, concurrent=False):
        return True
    follows = words.after(text, mention.end) in _EARLIER
    return follows and _EARLIER_AFTER.match(text, mention.end, high, concurrent=False) is not None


def is_from(text: str, low: int, mention: Mention, led: str) -> bool:
    """Whether "from" leads to the figure: the earlier value if there is a later one."""
    return led in _FROM_NEEDS and _FROM.match(text, low, mention.start, concurrent=False) is not None


def is_of_days_before(text: str, mention: Mention) -> bool:
    """Whether the value is of the same year all the same: "a week earlier", "the day before"."""
    return _DAYS_EARLIER.match(text, mention.end, concurrent=False) is not None


def goes_on(text: str, earlier: Mention, mention: Mention, led: str) -> bool:
    """Whether a figure is one more earlier value: "from 34.7 percent in 2022 and 42 percent in 2021"."""
    return led in _JOINING and _AND_FROM.fullmatch(text, earlier.end, mention.start, concurrent=False) is not None


def is_revised(text: str, start: int, end: int) -> bool:
    """Whether a stretch speaks of a plan or forecast: its old and its new value are about the same year."""
    return not _PLANS.isdisjoint(words.near(text, start, end))
