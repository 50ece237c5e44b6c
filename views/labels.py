"""What the ids of the fact table are called on the screen: kinds, qualifiers, units, countries, indicators."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from extractors.indicator_table import INDICATORS
from extractors.model import Article
from views.filters import FACETS, Filters
from views.language import N_, _, counted, country, day, number

PRODUCT = N_("Russia–Kazakhstan in figures")
"""What this is called."""

KINDS = {
    "money": (N_("Money"), "¤"),
    "percent": (N_("Percent"), "%"),
    "length": (N_("Length"), "↔"),
    "area": (N_("Area"), "▱"),
    "mass": (N_("Mass"), "⚖"),
    "volume": (N_("Volume"), "◍"),
    "energy": (N_("Energy"), "ϟ"),
    "count": (N_("Count"), "#"),
    "ordinal": (N_("Ordinal"), "№"),
    "ratio": (N_("Ratio"), "×"),
    "duration": (N_("Duration"), "⧗"),
    "date": (N_("Date"), "▪"),
    "period": (N_("Period"), "▬"),
}
"""Kind → its name and the sign that stands for it where colour must not be the only channel."""

QUALIFIERS = {
    "exact": (N_("as stated"), ""),
    "about": (N_("about"), "≈"),
    "more_than": (N_("more than"), ">"),
    "less_than": (N_("less than"), "<"),
    "up_to": (N_("up to"), "≤"),
    "at_least": (N_("at least"), "≥"),
    "range": (N_("range"), "–"),
}
"""Qualifier → the words for it and its sign."""

CHANGES = {"up": (N_("increase"), "▲"), "down": (N_("decrease"), "▼"), "none": (N_("level"), "")}
STATUSES = {"actual": N_("happened"), "forecast": N_("forecast"), "target": N_("target")}
BASES = {
    "stated": N_("stated with the figure"),
    "relative": N_("from relative words"),
    "context": N_("inferred from context"),
    "none": N_("no year"),
}
"""How the year of a fact is known; everything but "stated" is inferred and marked so."""

TOPICS = {
    "trade": N_("Trade"),
    "investment": N_("Investment"),
    "energy": N_("Energy"),
    "transport": N_("Transport"),
    "territory": N_("Territory"),
    "people": N_("People"),
    "diplomacy": N_("Diplomacy"),
    "security": N_("Security"),
    "culture": N_("Culture"),
    "space": N_("Space"),
    "other": N_("Other"),
}
UNITS = {
    "percent": N_("%"),
    "percentage_point": N_("percentage points"),
    "km": N_("km"),
    "m": N_("m"),
    "cm": N_("cm"),
    "mm": N_("mm"),
    "km2": N_("km²"),
    "m2": N_("m²"),
    "ha": N_("ha"),
    "m3": N_("m³"),
    "bcm": N_("bcm"),
    "tonne": N_("tonnes"),
    "kg": N_("kg"),
    "barrel": N_("barrels"),
    "kWh": N_("kWh"),
    "MW": N_("MW"),
    "person": N_("people"),
    "times": N_("times"),
    "": N_("no unit"),
}
"""Units with a name of their own; all others show as they are, with spaces for underscores."""

NOUNS = tuple(
    """
year month week day hour minute country region city neighbor agreement document contract signature visit meeting forum
project company enterprise joint_venture bank plant power_plant student school university branch train container car
truck flight tourist worker citizen family soldier application
""".split()
)
"""The things most often counted: these are translated with their plurals, any other noun stands in English."""

BLOCS = {
    "EAEU": N_("Eurasian Economic Union"),
    "EU": N_("European Union"),
    "CIS": N_("Commonwealth of Independent States"),
    "CSTO": N_("Collective Security Treaty Organization"),
    "SCO": N_("Shanghai Cooperation Organisation"),
    "BRICS": N_("BRICS"),
    "CA": N_("Central Asia"),
}
MISSING = N_("not named")


def plain(name: str) -> str:
    """An id as words: "trade_turnover" → "Trade turnover"."""
    return name.replace("_", " ").capitalize()


def indicator(name: str) -> str:
    """An indicator's label."""
    return _(INDICATORS[name].label) if name in INDICATORS else plain(name)


def topic(name: str) -> str:
    """A topic's label."""
    return _(TOPICS.get(name, plain(name)))


def kind(name: str) -> str:
    """A kind's sign and label: "% Percent"."""
    label, sign = KINDS.get(name, (plain(name), ""))
    return f"{sign} {_(label)}".strip()


def qualifier(name: str) -> str:
    """A qualifier's sign and words: "≈ about"."""
    words, sign = QUALIFIERS.get(name, (plain(name), ""))
    return f"{sign} {_(words)}".strip()


def status(name: str) -> str:
    """A status in words."""
    return _(STATUSES.get(name, plain(name)))


def basis(name: str) -> str:
    """A year basis in words."""
    return _(BASES.get(name, plain(name)))


def unit(name: str, value: float = 1.0) -> str:
    """A unit as shown after a number; counted nouns get their plural: "power plants"."""
    if name in UNITS:
        return _(UNITS[name])
    words = name.replace("_", " ")
    if words in COUNTED:
        return counted(words, COUNTED[words], value)
    return words if value == 1 or not name.islower() else plural(words)


def plural(noun: str) -> str:
    """An English noun's plural by the common rules: "countries", "men"."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun[:-3]}men" if noun.endswith("man") else f"{noun}s"


COUNTED = {words: plural(words) for words in (noun.replace("_", " ") for noun in NOUNS)}
"""The same nouns as words, with their English plurals."""


def party(code: str) -> str:
    """One country or bloc in words, or its code where nobody knows its name."""
    if code in BLOCS:
        return _(BLOCS[code])
    return country(code) or code


def parties(codes: str) -> str:
    """Countries in words: "KZ;RU" → "Kazakhstan – Russia"."""
    return " – ".join(party(code) for code in codes.split(";")) if codes else _(MISSING)


def amount(value: float | None, unit_name: str, low: float | None = None, high: float | None = None) -> str:
    """A value or both ends of a range with its unit: "28.2B USD", "5.1M–7.9M tonnes", "7%"; "" without a value."""
    if value is None:
        return ""
    digits = number(value) if low is None or high is None else f"{number(low)}–{number(high)}"
    if unit_name == "percent":
        return f"{digits}%"
    return f"{digits} {unit(unit_name, value)}" if unit_name else digits


def claim(fact: object) -> str:
    """A fact's figure with its hedge in one line: "> 25B USD", "▲ 7%", "9 Nov 2023"; anything with a fact's fields."""
    value = _number_or_none(getattr(fact, "value", None))
    if value is None:
        return str(getattr(fact, "text", ""))
    if str(getattr(fact, "kind", "")) == "ordinal":
        return f"№ {number(value)} {unit(str(getattr(fact, 'unit', '')))}"
    low, high = (_number_or_none(getattr(fact, name, None)) for name in ("value_low", "value_high"))
    hedge = QUALIFIERS.get(str(getattr(fact, "qualifier", "")), ("", ""))[1]
    change = CHANGES.get(str(getattr(fact, "change", "")), ("", ""))[1]
    signs = change + ("" if hedge == "–" else hedge)
    return f"{signs} {amount(value, str(getattr(fact, 'unit', '')), low, high)}".strip()


def _number_or_none(value: object) -> float | None:
    """A float, with NaN and missing values as None."""
    return float(value) if isinstance(value, int | float) and value == value else None


def year(fact: object) -> str:
    """A fact's year, with "~" where it was inferred; "undated" where the text gives none."""
    value = getattr(fact, "year", None)
    # A frame's missing year is NaN or NA, and NA compares with nothing.
    if value is None or str(value) in ("nan", "<NA>"):
        return _("undated")
    return str(int(value)) if str(getattr(fact, "year_basis", "")) == "stated" else f"~{int(value)}"


def published(article: object) -> str:
    """When an article was published, as far as that is known."""
    when = getattr(article, "published", None)
    return day(when, getattr(article, "published_precision", "day")) if when else _("date not known")


@dataclass(frozen=True, slots=True)
class Chip:
    """One restriction in words, and what to lift: a filter's name and, in facets, one value."""

    name: str
    value: str | None
    words: str


def title_html(article: Article) -> str:
    """An article's title as HTML, with a mark where we made it up and where only the beginning of the text is here."""
    marks = [
        _("title given by us") if article.title_is_ours else "",
        _("incomplete: only the beginning was read") if article.incomplete else "",
    ]
    spans = (f' <span class="ours">{html.escape(mark)}</span>' for mark in marks if mark)
    return f"{html.escape(article.title)}{''.join(spans)}"


def choice(facet: str, value: str, articles: Mapping[str, Article]) -> str:
    """What one value of a facet is called."""
    if facet == "source":
        return articles[value].title if value in articles else value
    if facet == "publisher":
        return value or _("publisher not known")
    return _CHOICES[facet](value)


def chips(filters: Filters, articles: Mapping[str, Article]) -> list[Chip]:
    """The active filters, one chip a value: "Topic: Trade", "2020–2023", "“oil”"."""
    found = [
        Chip(facet, value, f"{_(FACET_LABELS[facet])}: {choice(facet, value, articles)}")
        for facet in FACETS
        for value in getattr(filters, facet)
    ]
    if filters.years:
        first, last = filters.years
        found.append(Chip("years", None, str(first) if first == last else f"{first}–{last}"))
    if not filters.undated:
        found.append(Chip("undated", None, _("without undated facts")))
    if filters.text:
        found.append(Chip("text", None, f"“{filters.text}”"))
    return found


FACET_LABELS = {
    "topic": N_("Topic"),
    "indicator": N_("Indicator"),
    "source": N_("Article"),
    "publisher": N_("Publisher"),
    "kind": N_("Kind of figure"),
    "unit": N_("Unit"),
    "parties": N_("Countries"),
    "qualifier": N_("Qualifier"),
    "basis": N_("Year known"),
    "status": N_("Status"),
}
"""Each facet's name."""

FACET_HELP = {
    "topic": N_("The subject that an indicator belongs to."),
    "indicator": N_("What the figure measures; “Other” where the text leaves it open."),
    "source": N_("The article the figure stands in."),
    "publisher": N_("Who published the article."),
    "kind": N_("What sort of quantity the figure is."),
    "unit": N_("The unit of the value: a currency, percent, km, or the thing counted."),
    "parties": N_("The countries the figure is about, as far as the article says."),
    "qualifier": N_("How the text hedges or bounds the figure: about, more than, up to …"),
    "basis": N_("Whether the year stands with the figure or was inferred from its surroundings."),
    "status": N_("Whether it has happened, is expected, or is aimed at."),
}
"""One line of help for each facet."""

_CHOICES: dict[str, Callable[[str], str]] = {
    "topic": topic,
    "indicator": indicator,
    "kind": kind,
    "unit": unit,
    "parties": parties,
    "qualifier": qualifier,
    "basis": basis,
    "status": status,
}


def escaped(words: str) -> str:
    """Words for what Streamlit reads as markdown: every sign that could mean something is escaped."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()<>#+-.!|$~:" else sign for sign in words)
