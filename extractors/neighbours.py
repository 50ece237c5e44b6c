"""What figures owe their neighbours: ranges, the two levels of a change, units that stand on one side only.

"$11–12 billion" is one range; "from 41 percent to 17.5 percent" after a verb of change are two levels; in "81 million
tons … a little more than 13 million" the second takes its unit from the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from extractors import words
from extractors.changes import DIRECTION, follows_move
from extractors.drafts import PRODUCT, Conventions, Draft
from extractors.model import Kind, Qualifier
from extractors.names import is_named
from extractors.nouns import counts_people, plural, singular
from extractors.rates import rate

_CONNECTOR = regex.compile(
    r"(?P<dash>[ ]?[-–][ ]?)|[ -](?P<to>(?:up[ ])?to)[ -](?:about[ ]|around[ ]|some[ ]|nearly[ ]|"
    r"almost[ ]|as[ ]much[ ]as[ ]|a[ ]record[ ]|between[ ])?|(?P<and>,?[ ]and[ ])|[ ](?P<or>or(?:[ "
    r"]even)?)[ ]"
)
_SERIES = regex.compile(
    r"-,?[ ](?:and[ ]|or[ ])?|,[ ]|[ ](?:and|or|to)[ ]|,[ ](?:and|or)[ ]|[ ](?:of|out[ ]of)[ ](?:the|"
    r"its|their|a)[ ](?:total[ ]|\p{L}{2,12}['’]s[ ])?|[ ]?/[ ]?"
)
_OPENER = regex.compile(
    r"(?r)(?<!\p{L})(?P<word>from|From|between|Between)[ ](?:about[ ]|around[ ]|some[ ]|the[ ]|an?[ ])?"
)
_RANGING = regex.compile(
    r"(?r)(?<!\p{L})(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything|estimates|estimated)[ ]"
)
_MOVES = frozenset((*DIRECTION, *"revised changed went slow moved brought bring lift lifts lifted lifting".split()))
_OF_THEM = regex.compile(r"[ ](?:of|among)[ ](?:them|which|whom|these|those)(?!\p{L})")
_NOUN_BEFORE = regex.compile(r"(?r)(?<!\p{L})(?P<noun>\p{L}{3,20}),[ ]")
_OF_WHICH = regex.compile(r"(?r)[,;(–-][ ]?(?:of|among)[ ](?:which|whom|them|these)[,]?[ ]")
_AGE = regex.compile(r"(?r)\p{Lu}\p{L}{1,20},[ ]")
_LENDABLE = frozenset({Kind.COUNT, Kind.MASS, Kind.VOLUME, Kind.MONEY, Kind.LENGTH, Kind.AREA, Kind.ENERGY})
_WIDEST = 5
"""Ends of a range of percentages that are no two levels of a change: the upper one so many times the lower."""
_NO_PERCENT = 1000
_DWARFED = 1000
"""A plain number so many times smaller than a sum of money is none: "$5 billion … 23,480"."""
_CHANGE_REACH = 100
_SENTENCES_BACK = 2


def join_ranges(text: str, drafts: Sequence[Draft], conventions: Conventions = PRODUCT) -> list[Draft]:
    """Drafts with each range joined into one; the levels of a change share their unit and stay two."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is None or before.low is not None or before.sentence != draft.sentence:
            joined.append(draft)
            continue
        match = (
            _CONNECTOR.fullmatch(text, before.end, draft.start, concurrent=False)
            if draft.start - before.end < 16
            else None
        )
        if match is None or not _same_quantity(before, draft):
            joined.append(draft)
            continue
        if _is_range(text, before, draft, match, conventions):
            _share(before, draft)
            joined[-1] = _join(text, before, draft)
        else:
            if match["to"] and _opener(text, before) == "from":
                _share(before, draft)
            joined.append(draft)
    return joined


def _same_quantity(a: Draft, b: Draft) -> bool:
    if a.numeral.ordinal or b.numeral.ordinal or a.rule == "part of a whole" or (a.kind is None and a.numeral.fraction):
        return False
    if a.kind is None or b.kind is None:
        return True
    return a.kind == b.kind and (a.code == b.code or a.code in b.code or b.code in a.code)


def _opener(text: str, draft: Draft) -> str:
    match = _OPENER.match(text, 0, draft.left, concurrent=False)
    return match["word"].lower() if match else ""


def _is_range(text: str, a: Draft, b: Draft, match: regex.Match[str], conventions: Conventions) -> bool:
    opener = _opener(text, a)
    low, high = _mantissas(a, b)
    if low < 0 and high < 0:
        low, high = -low, -high  # "-5 to -10 degrees"
    if match["and"]:
        return opener == "between"
    if match["or"]:
        return low < high <= 2 * low + 1 and a.numeral.scale in (1, b.numeral.scale)
    if match["dash"]:
        return low < high and (a.kind is not None or b.kind is not None or b.numeral.scale > 1)
    if opener != "from" and (a.change != "none" or follows_move(text, a)):
        if a.kind is None and b.kind is Kind.PERCENT:
            return low < high <= _WIDEST * low  # "added 2 to 3 per cent", but "rose 5% to 8"
        return low < high and _by(text, a) and (a.kind is None or a.kind is Kind.PERCENT)  # "by 1 to 2 km"
    if conventions.from_to_ranges:
        return opener == "from" or low < high
    if opener == "from":
        begin = max(0, a.left - _CHANGE_REACH)
        begin = max(begin, text.rfind("\n", begin, a.left), text.rfind(". ", begin, a.left))
        ranging = _RANGING.match(text, 0, a.left - 5, concurrent=False) is not None
        return low < high and (ranging or _MOVES.isdisjoint(words.tokens(text, begin, a.left)))
    return low < high


def _by(text: str, draft: Draft) -> bool:
    return text[max(0, draft.left - 3) : draft.left].lower() == "by "


def _mantissas(a: Draft, b: Draft) -> tuple[float, float]:
    """The two values as they will stand once the scale on one side serves both."""
    low, high = a.value, b.value
    if a.numeral.scale == 1 and b.numeral.scale > 1 and a.value < b.value / b.numeral.scale:
        low = a.value * b.numeral.scale
    return low, high


def _share(a: Draft, b: Draft) -> None:
    """Lends scale and unit between the two ends of a span where one side has none."""
    a.value, b.value = _mantissas(a, b)
    if a.kind is None:
        a.take_unit(b)
    elif b.kind is None:
        b.take_unit(a)


def _join(text: str, a: Draft, b: Draft) -> Draft:
    low, high = a.value, b.value
    unit = a if "/" in a.code else b
    if b.lent and "/" not in b.code:
        per, written, b.end = rate(text, b.end)  # "$230-235 per ton"
        if per and per != "year":
            b.code = f"{b.code}/{per}"
        b.name = f"{b.name} per {written}" if per else b.name
    wide = Draft(b.numeral, a.start, b.end, b.kind, unit.code, unit.name, b.factor, f"{b.rule}, range", left=a.left)
    wide.low, wide.high, wide.value = low, high, (low + high) / 2
    wide.sentence, wide.qualifier, wide.change = a.sentence, a.qualifier, b.change if b.change != "none" else a.change
    return wide


def lend_units(text: str, drafts: Sequence[Draft]) -> None:
    """Gives bare numbers the unit of the neighbour they belong to; those that find none stay bare."""
    for i, draft in reversed(list(enumerate(drafts))):
        following = drafts[i + 1] if i + 1 < len(drafts) else None
        if (
            draft.kind is None
            and following is not None
            and following.kind is not None
            and _in_series(text, draft, following)
        ):
            scaled = _mantissas(draft, following)[0]
            if scaled != draft.value:
                draft.value, draft.numeral.scale = scaled, following.numeral.scale
            draft.take_unit(following)
    for i, draft in enumerate(drafts):
        if draft.kind is None and draft.change != "none" and _by(text, draft):
            percent = next(
                (d for d in reversed(drafts[:i]) if d.sentence == draft.sentence and d.kind is Kind.PERCENT), None
            )
            if percent is not None and percent.rule != "part of a whole":
                draft.take_unit(percent)  # "rose by 2 percent … fell by 1"
        if draft.kind is None and i and _are_people(text, drafts[i - 1], draft):
            draft.kind, draft.code, draft.name, draft.rule = (
                Kind.COUNT,
                "person",
                "person",
                "people by their verb or share",
            )
        if draft.kind is None and i and _goes_on(text, drafts[i - 1], draft):
            scale = drafts[i - 1].numeral.scale
            draft.value, draft.numeral.scale = draft.value * scale, scale
            draft.take_unit(drafts[i - 1])
        if draft.kind is None and _may_borrow(text, draft):
            lender = _lender(text, drafts, i) or _named_before(text, drafts, i)
            if lender is not None:
                draft.take_unit(lender)
            else:
                _count_of_them(text, draft)


def _named_before(text: str, drafts: Sequence[Draft], i: int) -> Draft | None:
    """What "9 of them" are, told in the sentence before: its first counted things of which there are more."""
    draft = drafts[i]
    if words.after(text, draft.end) not in _OF or not _OF_THEM.match(text, draft.end, concurrent=False):
        return None
    told = (d for d in drafts[max(0, i - _TOLD) : i] if d.sentence == draft.sentence - 1)
    return next((d for d in told if d.kind is Kind.COUNT and d.value > draft.value and "/" not in d.code), None)


_TOLD = 12
"""How many figures before "9 of them" the counted things are looked for among."""
_OF = frozenset(("of", "among"))
_THEM = frozenset(("which", "whom", "them", "these", ""))


def _count_of_them(text: str, draft: Draft) -> None:
    """Makes a bare number a count of the noun right before it: "many Russian firms, 23,480 of them small"."""
    if words.after(text, draft.end) in _OF and _OF_THEM.match(text, draft.end, concurrent=False):
        noun = _NOUN_BEFORE.match(text, 0, draft.left, concurrent=False)
        if noun is not None and plural(noun["noun"]):
            people = counts_people(text, noun.end("noun"), singular(noun["noun"]))
            draft.kind, draft.name = Kind.COUNT, singular(noun["noun"])
            draft.code = "person" if people else draft.name
            draft.rule = "count of what was named"
        elif draft.numeral.grouped:
            draft.kind, draft.rule = Kind.COUNT, "count of them"


def _in_series(text: str, draft: Draft, following: Draft) -> bool:
    """ "5, 7 and 9 million tons", "280 million of the 1.5 billion shekels"."""
    gap = following.start - draft.end
    return (
        0 < gap < 20
        and following.kind in _LENDABLE | {Kind.PERCENT, Kind.DURATION}
        and not (following.kind is Kind.PERCENT and draft.value >= _NO_PERCENT)  # "530,000, 49 percent"
        and following.rule != "part of a whole"
        and not is_named(text, draft.numeral)
        and _SERIES.fullmatch(text, draft.end, following.start, concurrent=False) is not None
        and (following.kind is not Kind.COUNT or draft.numeral.scale > 1 or _counts_part(text, draft, following))
    )


def _are_people(text: str, told: Draft, draft: Draft) -> bool:
    """Whether a bare number is of people: "62% of the people, or 12 million", "300,000 work without papers"."""
    if draft.numeral.fraction or draft.numeral.ordinal or draft.value < 10 or told.sentence != draft.sentence:
        return False
    if words.after(text, draft.end) in _LIVING:
        return told.kind is not Kind.COUNT or told.value < draft.value
    return told.kind is Kind.PERCENT and _OF_PEOPLE.fullmatch(text, told.end, draft.left, concurrent=False) is not None


_LIVING = frozenset("work live study reside commute emigrated fled voted died enrolled".split())
"""What people do, said of a bare number."""
_OF_PEOPLE = regex.compile(
    r"[ ]of[ ](?:[\p{L}'’-]{2,16}[ ]){0,3}"
    r"(?:people|population|inhabitants|residents|citizens|adults|voters|\p{Lu}\p{Ll}{3,16}s)"
    r"(?:,[ ]or[ ]|[ ]\(|,[ ])"
)


def _changes_too(text: str, a: Draft, b: Draft) -> bool:
    """Whether a second percentage is a change like the first: "growing by 2.5% in 2022 and 4.4% in 2023"."""
    if a.kind is not Kind.PERCENT or b.kind is not Kind.PERCENT or b.start - a.end > _AND_REACH:
        return False
    ends = _AFTER_CHANGE.match(text, b.end, concurrent=False) is not None
    return ends and _AND.fullmatch(text, a.end, b.left, concurrent=False) is not None


_AND_REACH = 32
_AND = regex.compile(
    r"(?:[ ](?:in|for|during)[ ](?:\p{L}{3,10}[ ]){0,2}(?:[0-9]{4})?|[ ](?:this|next|last)[ ]year)?"
    r",?[ ]and[ ](?:by[ ])?"
)
_AFTER_CHANGE = regex.compile(r"[,.;)]|[ ](?:in|for|during|respectively)(?!\p{L})")


def _goes_on(text: str, told: Draft, draft: Draft) -> bool:
    """Whether a bare number is another value of the figure before: "0.9% of GDP, Russia 3.9", "in 2022 it was 27.9"."""
    numeral = draft.numeral
    if told.sentence != draft.sentence or told.kind not in _TOLD_AGAIN or "/" in told.code or numeral.scale != 1:
        return False
    if _is_parallel(text, told, draft):
        return True
    if numeral.fraction or numeral.words or not (numeral.grouped or draft.qualifier is not Qualifier.EXACT):
        return False
    if text[draft.end : draft.end + 1] not in _CLAUSE_ENDS or words.before(text, draft.left) in _LEVELS:
        return False
    if not _CLAUSE.search(text, told.end, draft.left, concurrent=False):
        return False
    return told.value <= _ALIKE * draft.value * told.numeral.scale <= _ALIKE * _ALIKE * told.value


def _is_parallel(text: str, told: Draft, draft: Draft) -> bool:
    """Whether a bare number goes on a list of one build: "85 per cent for Russia, 6.955 for Kazakhstan"."""
    link = words.after(text, draft.end)
    if (
        link not in _LINKS
        or words.after(text, told.end) != link
        or draft.value >= _NO_PERCENT
        or draft.numeral.fraction
    ):
        return False
    gap = text[told.end : draft.left]
    return len(gap) < _LIST_REACH and gap.endswith((", ", " and ")) and not gap.rstrip(", ").count(",")


_LINKS = frozenset("for to from in by with against among".split())
_LIST_REACH = 40
_TOLD_AGAIN = frozenset({Kind.PERCENT, Kind.MONEY, Kind.MASS, Kind.VOLUME, Kind.ENERGY})
_CLAUSE_ENDS = frozenset(".,;)")
_CLAUSE = regex.compile(r"[,;][ ]|[ ]and[ ]")
_LEVELS = frozenset("to at from by under over a the no number".split())
_ALIKE = 8
"""Values of one quantity in one sentence hardly differ more."""


def _counts_part(text: str, draft: Draft, whole: Draft) -> bool:
    """Whether a number before a count is one of a series or a part of it, and more than an idiom: "74 of the 104"."""
    return text[draft.end : draft.end + 3] != " of" or _IDIOMATIC < draft.value < whole.value


_AUXILIARIES = frozenset("had have has was were are will would remain remained became fewer more".split())
"""Verbs of which a bare number is the subject: "eight had been delivered"."""
_IDIOMATIC = 3
"""The highest number that "of the" hardly makes a figure: "one of the five countries"."""


def _may_borrow(text: str, draft: Draft) -> bool:
    """Whether a bare number is likely a quantity: large, or said to be some of what was counted before."""
    numeral = draft.numeral
    if numeral.fraction or numeral.ordinal:
        return False
    if words.before(text, draft.left) in _THEM and _OF_WHICH.match(text, 0, draft.left, concurrent=False):
        return numeral.value > 1
    if words.after(text, draft.end) in _OF and _OF_THEM.match(text, draft.end, concurrent=False):
        return numeral.value > 1
    if is_named(text, numeral) or (not numeral.grouped and not numeral.words and 1800 <= numeral.value <= 2100):
        return False
    if is_age(text, draft):
        return False
    stands_for_things = numeral.value > _IDIOMATIC and words.after(text, draft.end) in _AUXILIARIES
    return numeral.scale > 1 or numeral.value >= 10 or stands_for_things


def is_age(text: str, draft: Draft) -> bool:
    """Whether a bare number is somebody's age in commas: "Ivanov, 45, said"."""
    return (
        draft.value < 120
        and text[draft.end : draft.end + 1] in (",", ")")
        and _AGE.match(text, 0, draft.start, concurrent=False) is not None
    )


def _lender(text: str, drafts: Sequence[Draft], i: int) -> Draft | None:
    """The nearest figure before whose unit fits: of the same sentence, or of one just before for large numbers."""
    large = drafts[i].numeral.scale > 1 or drafts[i].value >= 1000
    for candidate in reversed(drafts[:i]):
        away = drafts[i].sentence - candidate.sentence
        if _is_aside(text, candidate):
            continue
        if away > (_SENTENCES_BACK if large else 0) or "\n\n" in text[candidate.end : drafts[i].start]:
            return None
        if candidate.kind in _LENDABLE and candidate.rule != "age" and "/" not in candidate.code:
            if _alike(candidate, drafts[i]):
                return candidate
            if large:
                return None
    return None


def _is_aside(text: str, told: Draft) -> bool:
    """Whether a figure stands alone in parentheses: "20 billion roubles ($263 million)"."""
    return text[told.left - 1 : told.left] == "(" and text[told.end : told.end + 1] == ")"


def _alike(lender: Draft, borrower: Draft) -> bool:
    """A bare number takes a unit from a figure of its own sort: thousands from thousands, not "five documents"."""
    if lender.kind is Kind.MONEY and borrower.numeral.scale == 1 and lender.value >= _DWARFED * borrower.value:
        return False
    if borrower.numeral.scale > 1 or borrower.value >= 1000:
        return lender.value >= 100
    if lender.kind is not Kind.COUNT or (borrower.value < 10 and lender.value <= borrower.value):
        return False
    return lender.numeral.scale == 1 or (lender.code == "person" and borrower.value >= 100)


def inherit_bounds(text: str, drafts: Sequence[Draft]) -> None:
    """Gives bound and direction of a figure to the same sum in another unit: "topped $15.6 bln (1.5 trillion RUB)"."""
    for a, b in pairwise(drafts):
        gap = text[a.end : b.start]
        parallel = gap in (" (", "/", " / ", ", or ", " or ") and a.kind == b.kind and a.code != b.code
        if parallel and b.change == "none":
            b.change = a.change
        if a.change != "none" and b.change == "none" and _changes_too(text, a, b):
            b.change = a.change
        if parallel and b.qualifier is Qualifier.EXACT and a.qualifier in (Qualifier.MORE_THAN, Qualifier.LESS_THAN):
            b.qualifier = a.qualifier
