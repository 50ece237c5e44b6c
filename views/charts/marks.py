"""What one mark of a chart says: whose claim it is, how sure, how bounded, and where on the axes it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from views import labels
from views.charts.look import SYMBOLS, safe, wrapped
from views.language import _, current, day

RAW_MARKS = 2000
"""More claims than these are drawn as medians with their spread: a browser takes seconds over more marks."""

FULL_HOVER = 300
"""Up to so many marks each carries its sentence in the hover text; more would make the page heavy."""

_OTHER = len(SYMBOLS)
_OPEN = {"more_than": "up", "at_least": "up", "less_than": "down", "up_to": "down"}
_STATUS_SYMBOLS = {"forecast": "cross", "target": "star"}
_NUMBERS = ("value", "value_low", "value_high", "year")
_TIMES = ("period_start", "period_end", "published")
_TEXTS = (
    *("fact_id", "claim_id", "article_id", "kind", "indicator", "unit", "qualifier", "change", "status"),
    *("year_basis", "parties", "text", "sentence", "title", "publisher"),
)
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


@dataclass(frozen=True, slots=True)
class Source:
    """An article or a publisher as the legend names it; ``hue`` counts into the look's hues, beyond them: "others"."""

    name: str
    hue: int


Sources = Mapping[str, Source]
"""Article id → its source, so that an article keeps its colour whatever is filtered."""


def sources(articles: pd.DataFrame) -> Sources:
    """Colours for the articles of a frame (``article_id``, ``title``, ``publisher``, ``published``), oldest first.

    Up to five articles have a hue each; of more articles the publishers do, and of more publishers the five with the
    most rows, while the others share the faint colour.
    """
    known = {str(row.article_id): row for row in rows(articles.drop_duplicates("article_id"))}
    oldest = sorted(known, key=lambda article: (str(known[article].published), article))
    if len(known) <= len(SYMBOLS):
        names = _article_names([known[article] for article in oldest])
        return {article: Source(name, hue) for hue, (article, name) in enumerate(zip(oldest, names, strict=True))}
    counts = Counter(_known(publisher) for publisher in articles["publisher"])
    hues = {publisher: hue for hue, (publisher, _rows) in enumerate(counts.most_common(len(SYMBOLS)))}
    found = {}
    for article in oldest:
        publisher = _known(known[article].publisher)
        name = (publisher or _("publisher not known")) if publisher in hues else _("other publishers")
        found[article] = Source(name, hues.get(publisher, _OTHER))
    return found


def _article_names(articles: Sequence[Any]) -> list[str]:
    """Publisher and month; or publisher and the beginning of the title where two articles would be named alike."""
    names = [f"{_known(row.publisher) or _('publisher not known')}, {month(row.published)}" for row in articles]
    return [
        f"{_clipped(_known(row.publisher), 20)}: {_clipped(_known(row.title), 24)}" if names.count(name) > 1 else name
        for name, row in zip(names, articles, strict=True)
    ]


def month(published: Any) -> str:
    """A publication date as month and year, or that it is not known."""
    return _("date not known") if pd.isna(published) else day(published.date(), "month")


def rows(frame: pd.DataFrame) -> list[Any]:
    """The rows of a frame, each with its cells as attributes."""
    return list(frame.itertuples(index=False))


def lean(facts: pd.DataFrame) -> pd.DataFrame:
    """Only the columns that marks need, text as plain strings, a missing year as NaN (NA compares with nothing).

    pandas pays for every column at every step, and for a few rows that is most of a chart's time.
    """
    numbers = {name: facts[name].to_numpy("float64", na_value=np.nan) for name in _NUMBERS}
    times = {name: facts[name].to_numpy() for name in _TIMES}
    texts = {name: facts[name].astype(object).where(facts[name].notna(), "").to_numpy() for name in _TEXTS}
    return pd.DataFrame({**texts, **numbers, **times})


def claims(facts: pd.DataFrame) -> pd.DataFrame:
    """One row a claim, shown where the article makes it first; calendar facts, which have no value, drop out."""
    stated = lean(facts)
    return stated[stated["value"].notna()].drop_duplicates("claim_id")


def panels(facts: pd.DataFrame) -> list[tuple[str, bool, pd.DataFrame]]:
    """Facts that may share an axis: (unit, whether they are changes, facts), levels first, the fullest first.

    Two units never share an axis, and the size of a change never stands among levels.
    """
    changes = facts["change"].astype("str") != "none"
    groups = [
        (str(unit), bool(change), group)
        for (unit, change), group in facts.groupby([facts["unit"].astype("str"), changes], sort=True)
    ]
    return sorted(groups, key=lambda group: (group[1], -len(group[2]), group[0]))


def scale(largest: float) -> tuple[float, str]:
    """The power of ten an axis is counted in, and its name: (1e9, "billion"); (1, "") below a million."""
    words = {"trillion": _("trillion"), "billion": _("billion"), "million": _("million")}
    return next(((factor, words[word]) for factor, word in _SCALES if largest >= factor), (1.0, ""))


def axis_title(unit: str, change: bool, scale_word: str) -> str:
    """What an axis counts: "billion USD", "percent, change"."""
    name = _("percent") if unit == "percent" else labels.unit(unit)
    counted = f"{scale_word} {name}".strip()
    return _("change, {unit}").format(unit=counted) if change else counted


def marks(facts: pd.DataFrame, by: Sources, factor: float) -> pd.DataFrame:
    """The claims of one panel with what their marks need, in reading order.

    Adds ``at``, ``low``, ``high`` (in units of ``factor``; a decrease is negative, save in multiples), ``open``
    (up, down or nothing), ``symbol``, ``hue``, ``source``, ``label`` and ``hover``.
    """
    sign = np.where((facts["change"].astype("str") == "down") & (facts["unit"].astype("str") != "times"), -1.0, 1.0)
    ends = np.sort((facts[["value_low", "value_high"]].to_numpy(float).T * sign / factor).T, axis=1)
    unknown = Source(_("other publishers"), _OTHER)
    drawn = [by.get(article, unknown) for article in facts["article_id"].astype("str")]
    full = len(facts) <= FULL_HOVER
    each = rows(facts)
    several = facts["parties"].astype("str").nunique() > 1
    return facts.assign(
        at=facts["value"].to_numpy(float) * sign / factor,
        low=ends[:, 0],
        high=ends[:, 1],
        open=facts["qualifier"].astype("str").map(_OPEN).fillna(""),
        symbol=[_symbol(row, source.hue) for row, source in zip(each, drawn, strict=True)],
        hue=[source.hue for source in drawn],
        source=[source.name for source in drawn],
        label=[_label(row, several) for row in each],
        hover=[hover(row, sentence=full) for row in each],
    )


def inferred(facts: pd.DataFrame) -> pd.Series:
    """Which facts have a year that the text does not state beside them."""
    return facts["year"].notna() & facts["year_basis"].astype("str").isin(["relative", "context"])


def _symbol(fact: Any, hue: int) -> str:
    base = _STATUS_SYMBOLS.get(str(fact.status), SYMBOLS[hue] if hue < _OTHER else "circle")
    return f"{base}-open" if str(fact.year_basis) in ("relative", "context") and not pd.isna(fact.year) else base


def _label(fact: Any, several: bool) -> str:
    """The figure beside its mark; with the countries' codes where a panel compares several pairs."""
    parties = str(fact.parties).replace(";", "–") if several else ""
    return "<br>".join(safe(line) for line in (parties, labels.claim(fact)) if line and line != "nan")


def hover(fact: Any, sentence: bool = True) -> str:
    """What a mark says when pointed at: figure, countries, year and its basis, source, sentence; escaped text."""
    qualifier = str(fact.qualifier)
    words = _(labels.QUALIFIERS[qualifier][0]) if qualifier in labels.QUALIFIERS else qualifier
    change = labels.CHANGES.get(str(fact.change), ("", ""))
    hedges = [words] + ([_(change[0])] if change[1] else []) + _told_status(fact)
    lines = [
        f"<b>{safe(labels.claim(fact))}</b> ({safe(', '.join(hedges))})",
        safe(f"{labels.indicator(str(fact.indicator))}: {labels.parties(str(fact.parties))}"),
        safe(when(fact)),
        safe(f"{_known(fact.publisher) or _('publisher not known')}, {month(fact.published)}"),
    ]
    if sentence:
        lines.append(f"<i>{wrapped('“' + _clipped(' '.join(str(fact.sentence).split()), 240) + '”', 52)}</i>")
    return "<br>".join(lines)


def when(fact: Any) -> str:
    """The year a fact speaks about and how it is known; for part of a year its days as well."""
    if pd.isna(fact.year):
        return _("No year in the text")
    told = _("Year {year}, {basis}").format(year=int(fact.year), basis=labels.basis(str(fact.year_basis)))
    begin, end = fact.period_start, fact.period_end
    if pd.isna(begin) or pd.isna(end) or (end - begin).days >= 364:
        return told
    return f"{told} ({day(begin.date())} – {day(end.date())})"


def _told_status(fact: Any) -> list[str]:
    return [labels.status(str(fact.status))] if str(fact.status) in _STATUS_SYMBOLS else []


def _known(text: Any) -> str:
    return "" if pd.isna(text) else str(text)


def _clipped(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def separators() -> str:
    """Decimal and thousands separators for Plotly, as the language in use writes them."""
    return ".," if current() == "en" else ",\N{NO-BREAK SPACE}"


def spread(places: np.ndarray, values: np.ndarray, log: bool = False) -> np.ndarray:
    """Small steps aside for marks that would lie on each other: offsets in units of a year (or a row).

    Marks of one place whose values differ by less than 4 % of the whole span stand side by side, centred.
    """
    heights = np.log10(np.where(values > 0, values, np.nan)) if log else values
    near = 0.04 * (np.nanmax(heights) - np.nanmin(heights) if len(heights) else 0.0)
    offsets = np.zeros(len(values))
    order = np.lexsort((heights, places))
    begin = 0
    for end in range(1, len(order) + 1):
        last, here = order[end - 1], order[end] if end < len(order) else -1
        if here >= 0 and places[here] == places[last] and heights[here] - heights[last] <= near:
            continue
        group = order[begin:end]
        step = min(0.16, 0.8 / len(group))
        offsets[group] = (np.arange(len(group)) - (len(group) - 1) / 2) * step
        begin = end
    return offsets


def fitting(part: pd.DataFrame, span: Sequence[float], *, narrow: bool) -> pd.DataFrame:
    """The marks with only those labels kept that fit on a telephone: clear of all marks and of the labels before them.

    ``span`` is the axis of places.  A panel counts as 200 pixels wide (100 in the ``narrow`` band) and 190 high, a
    letter as 6.2, a line as 15.
    """
    width, tall = (100.0 if narrow else 200.0), 190.0
    places, heights = part["place"].to_numpy(float), part["at"].to_numpy(float)
    across = (places - span[0]) / (span[1] - span[0]) * width
    reach = max(heights.max() - min(heights.min(), 0.0), 1e-12)
    down = (heights.max() - heights) / reach * tall / 1.2 + tall / 6
    taken = [(x - 7, y - 7, x + 7, y + 7) for x, y in zip(across, down, strict=True)]
    chosen: list[tuple[str, str]] = []
    for own, (x, y, label, side) in enumerate(zip(across, down, part["label"], part["side"], strict=True)):
        others = [box for index, box in enumerate(taken) if index != own]
        sides = [side, *(_SIDES if side == "top center" else ())]
        for tried in sides:
            box = _box(x, y, label, tried)
            if box[0] >= -8 and box[2] <= width + 8 and not any(_meet(box, other) for other in others):
                # Plotly sets text below a mark so close that they touch: a small empty line keeps them apart.
                gap = "<span style='font-size:5px'> </span><br>" if tried == "bottom center" else ""
                chosen.append((gap + label, tried))
                taken.append(box)
                break
        else:
            chosen.append(("", side))
    return part.assign(label=[label for label, _side in chosen], side=[side for _label, side in chosen])


_SIDES = ("bottom center", "middle right", "middle left")


def _box(x: float, y: float, label: str, side: str) -> tuple[float, float, float, float]:
    lines = label.split("<br>")
    wide, high = max(map(len, lines)) * 6.2, 15.0 * len(lines)
    left = {"middle left": x - 8 - wide, "middle right": x + 8}.get(side, x - wide / 2)
    top = {"top center": y - 8 - high, "bottom center": y + 8}.get(side, y - high / 2)
    return left, top, left + wide, top + high


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
