"""What one mark of a chart says: whose claim it is, how sure, how bounded, and where on the axes it stands."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from views import labels
from views.charts.look import SYMBOLS, safe, wrapped
from views.language import _, current, day
from views.rows import Origin, Row

RAW_MARKS = 2000
"""More claims than these are drawn as medians with their spread: a browser takes seconds over more marks."""

FULL_HOVER = 300
"""Up to so many marks each carries its sentence in the hover text; more would make the page heavy."""

_OTHER = len(SYMBOLS)
_OPEN = {"more_than": "up", "at_least": "up", "less_than": "down", "up_to": "down"}
_STATUS_SYMBOLS = {"forecast": "cross", "target": "star"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


@dataclass(frozen=True, slots=True)
class Source:
    """An article or a publisher as the legend names it; ``hue`` counts into the look's hues, beyond them: "others"."""

    name: str
    hue: int


Sources = Mapping[str, Source]
"""Article id → its source, so that an article keeps its colour whatever is filtered."""


@dataclass(slots=True)
class Mark:
    """A claim as it is drawn: values in units of its panel's factor, a decrease negative (save in multiples).

    ``open`` is the side on which the true value lies (up, down or nothing), ``place`` the other coordinate, ``side``
    where the label stands.
    """

    row: Row
    at: float
    low: float | None
    high: float | None
    open: str
    symbol: str
    hue: int
    source: str
    label: str
    hover: str
    place: float = 0.0
    side: str = ""


def sources(origins: Sequence[Origin]) -> Sources:
    """Colours for the articles of some facts (an origin a fact), the oldest article first.

    Up to five articles have a hue each; of more articles the publishers do, and of more publishers the five with the
    most facts, while the others share the faint colour.
    """
    known = {one.article_id: one for one in origins}
    oldest = sorted(known, key=lambda article: (str(known[article].published or "unknown"), article))
    if len(known) <= len(SYMBOLS):
        names = _article_names([known[article] for article in oldest])
        return {article: Source(name, hue) for hue, (article, name) in enumerate(zip(oldest, names, strict=True))}
    counts = Counter(one.publisher for one in origins)
    hues = {publisher: hue for hue, (publisher, _rows) in enumerate(counts.most_common(len(SYMBOLS)))}
    found = {}
    for article in oldest:
        publisher = known[article].publisher
        name = (publisher or _("publisher not known")) if publisher in hues else _("other publishers")
        found[article] = Source(name, hues.get(publisher, _OTHER))
    return found


def _article_names(articles: Sequence[Origin]) -> list[str]:
    """Publisher and month; or publisher and the beginning of the title where two articles would be named alike."""
    names = [f"{one.publisher or _('publisher not known')}, {month(one.published)}" for one in articles]
    return [
        f"{_clipped(one.publisher, 20)}: {_clipped(one.title, 24)}" if names.count(name) > 1 else name
        for name, one in zip(names, articles, strict=True)
    ]


def month(published: date | None) -> str:
    """A publication date as month and year, or that it is not known."""
    return day(published, "month") if published else _("date not known")


def claims(facts: Iterable[Row]) -> list[Row]:
    """One row a claim, shown where the article makes it first; calendar facts, which have no value, drop out."""
    first: dict[str, Row] = {}
    for row in facts:
        if row.value is not None:
            first.setdefault(row.claim_id, row)
    return list(first.values())


Panel = tuple[str, bool, list[Row]]
"""Facts that may share an axis: their unit, whether they are changes, and the facts."""


def panels(facts: Iterable[Row]) -> list[Panel]:
    """Facts by what may share an axis, levels first, the fullest first.

    Two units never share an axis, and the size of a change never stands among levels.
    """
    groups: dict[tuple[str, bool], list[Row]] = {}
    for row in facts:
        groups.setdefault((row.unit, row.change != "none"), []).append(row)
    found = [(unit, change, group) for (unit, change), group in groups.items()]
    return sorted(found, key=lambda group: (group[1], -len(group[2]), group[0]))


def scale(largest: float) -> tuple[float, str]:
    """The power of ten an axis is counted in, and its name: (1e9, "billion"); (1, "") below a million."""
    words = {"trillion": _("trillion"), "billion": _("billion"), "million": _("million")}
    return next(((factor, words[word]) for factor, word in _SCALES if largest >= factor), (1.0, ""))


def axis_title(unit: str, change: bool, scale_word: str) -> str:
    """What an axis counts: "billion USD", "percent, change"."""
    name = _("percent") if unit == "percent" else labels.unit(unit)
    counted = f"{scale_word} {name}".strip()
    return _("change, {unit}").format(unit=counted) if change else counted


def is_negative(row: Row) -> bool:
    """Whether a claim is drawn below zero: the size of a decrease, but not "three times fewer"."""
    return row.change == "down" and row.unit != "times"


def marks(facts: Sequence[Row], by: Sources, factor: float) -> list[Mark]:
    """The claims of one panel as marks, in the order given; ``factor`` is what the axis counts in."""
    unknown = Source(_("other publishers"), _OTHER)
    full = len(facts) <= FULL_HOVER
    several = len({row.parties for row in facts}) > 1
    found = []
    for row in facts:
        unit = -factor if is_negative(row) else factor
        ends = sorted(end / unit for end in (row.value_low, row.value_high) if end is not None)
        source = by.get(row.article_id, unknown)
        found.append(
            Mark(
                row=row,
                at=(row.value or 0.0) / unit,
                low=ends[0] if ends else None,
                high=ends[1] if len(ends) > 1 else None,
                open=_OPEN.get(row.qualifier, ""),
                symbol=_symbol(row, source.hue),
                hue=source.hue,
                source=source.name,
                label=_label(row, several),
                hover=hover(row, sentence=full),
            )
        )
    return found


def ends(drawn: Iterable[Mark]) -> list[float]:
    """All values that marks reach: their own and the ends of their ranges."""
    return [end for mark in drawn for end in (mark.at, mark.low, mark.high) if end is not None]


def inferred(row: Row) -> bool:
    """Whether a fact has a year that the text does not state beside it."""
    return row.year is not None and row.year_basis in ("relative", "context")


def _symbol(row: Row, hue: int) -> str:
    base = _STATUS_SYMBOLS.get(row.status, SYMBOLS[hue] if hue < _OTHER else "circle")
    return f"{base}-open" if inferred(row) else base


def _label(row: Row, several: bool) -> str:
    """The figure beside its mark; with the countries' codes where a panel compares several pairs."""
    parties = row.parties.replace(";", "–") if several else ""
    return "<br>".join(safe(line) for line in (parties, labels.claim(row)) if line)


def hover(row: Row, sentence: bool = True) -> str:
    """What a mark says when pointed at: figure, countries, year and its basis, source, sentence; escaped text."""
    words = _(labels.QUALIFIERS[row.qualifier][0]) if row.qualifier in labels.QUALIFIERS else row.qualifier
    change = labels.CHANGES.get(row.change, ("", ""))
    hedges = [words] + ([_(change[0])] if change[1] else []) + _told_status(row)
    lines = [
        f"<b>{safe(labels.claim(row))}</b> ({safe(', '.join(hedges))})",
        safe(f"{labels.indicator(row.indicator)}: {labels.parties(row.parties)}"),
        safe(when(row)),
        safe(f"{row.publisher or _('publisher not known')}, {month(row.published)}"),
    ]
    if sentence:
        lines.append(f"<i>{wrapped('“' + _clipped(' '.join(row.sentence.split()), 240) + '”', 52)}</i>")
    return "<br>".join(lines)


def when(row: Row) -> str:
    """The year a fact speaks about and how it is known; for part of a year its days as well."""
    if row.year is None:
        return _("No year in the text")
    told = _("Year {year}, {basis}").format(year=row.year, basis=labels.basis(row.year_basis))
    begin, end = row.period_start, row.period_end
    if begin is None or end is None or (end - begin).days >= 364:
        return told
    return f"{told} ({day(begin)} – {day(end)})"


def _told_status(row: Row) -> list[str]:
    return [labels.status(row.status)] if row.status in _STATUS_SYMBOLS else []


def _clipped(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def separators() -> str:
    """Decimal and thousands separators for Plotly, as the language in use writes them."""
    return ".," if current() == "en" else ",\N{NO-BREAK SPACE}"


def spread(places: Sequence[float], values: Sequence[float], log: bool = False) -> list[float]:
    """Small steps aside for marks that would lie on each other: offsets in units of a year (or a row).

    Marks of one place whose values differ by less than 4 % of the whole span stand side by side, centred.
    """
    heights = [math.log10(value) if value > 0 else math.nan for value in values] if log else list(values)
    known = [height for height in heights if height == height]
    near = 0.04 * (max(known) - min(known)) if known else 0.0
    offsets = [0.0] * len(heights)
    order = sorted(range(len(heights)), key=lambda index: (places[index], heights[index]))
    begin = 0
    for end in range(1, len(order) + 1):
        last, here = order[end - 1], order[end] if end < len(order) else -1
        if here >= 0 and places[here] == places[last] and heights[here] - heights[last] <= near:
            continue
        step = min(0.16, 0.8 / (end - begin))
        for number, index in enumerate(order[begin:end]):
            offsets[index] = (number - (end - begin - 1) / 2) * step
        begin = end
    return offsets


def fit(part: Sequence[Mark], span: Sequence[float], *, narrow: bool) -> None:
    """Keep only those labels that fit on a telephone: clear of all marks and of the labels before them.

    ``span`` is the axis of places.  A panel counts as 200 pixels wide (100 in the ``narrow`` band) and 190 high, a
    letter as 6.2, a line as 15.
    """
    width, tall = (100.0 if narrow else 200.0), 190.0
    highest, lowest = max(mark.at for mark in part), min(mark.at for mark in part)
    reach = max(highest - min(lowest, 0.0), 1e-12)
    across = [(mark.place - span[0]) / (span[1] - span[0]) * width for mark in part]
    down = [(highest - mark.at) / reach * tall / 1.2 + tall / 6 for mark in part]
    taken = [(x - 7, y - 7, x + 7, y + 7) for x, y in zip(across, down, strict=True)]
    for own, (mark, x, y) in enumerate(zip(part, across, down, strict=True)):
        others = [box for index, box in enumerate(taken) if index != own]
        for tried in [mark.side, *(_SIDES if mark.side == "top center" else ())]:
            box = _box(x, y, mark.label, tried)
            if box[0] >= -8 and box[2] <= width + 8 and not any(_meet(box, other) for other in others):
                # Plotly sets text below a mark so close that they touch: a small empty line keeps them apart.
                gap = "<span style='font-size:5px'> </span><br>" if tried == "bottom center" else ""
                mark.label, mark.side = gap + mark.label, tried
                taken.append(box)
                break
        else:
            mark.label = ""


_SIDES = ("bottom center", "middle right", "middle left")


def _box(x: float, y: float, label: str, side: str) -> tuple[float, float, float, float]:
    lines = label.split("<br>")
    wide, high = max(map(len, lines)) * 6.2, 15.0 * len(lines)
    left = {"middle left": x - 8 - wide, "middle right": x + 8}.get(side, x - wide / 2)
    top = {"top center": y - 8 - high, "bottom center": y + 8}.get(side, y - high / 2)
    return left, top, left + wide, top + high


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
