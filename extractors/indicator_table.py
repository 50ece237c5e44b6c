"""The indicators and the words that point to them, read from ``indicators.toml``: one table an indicator."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

from extractors.model import Change, Kind, Mention
from extractors.phrases import phrases, with_plurals

TOPICS = (
    "trade", "investment", "energy", "transport", "territory", "people",
    "diplomacy", "security", "culture", "space", "other",
)  # fmt: skip
"""What an indicator belongs to, in the order shown to readers."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure can measure.

    ``kinds`` are the kinds of figure it takes; of counts and volumes only those in ``units`` (units of the fact table)
    or of a noun that is itself a cue.  ``delta`` True: only sizes of a change, False: only levels and shares, None:
    both (it narrows percentages and multiples alone).  ``instead`` names the indicator that takes a figure which these
    cues point at but this one refuses: 7% beside "trade turnover" is trade_growth.  ``unit`` is the usual one for
    charts.  ``strong`` cues name the indicator, ``plain`` cues usually mean it, ``faint`` cues only add to others.
    ``narrows`` names indicators that become this one where a ``when`` cue stands beside theirs: a share of the
    population beside "Russians" is the share of Russians.
    """

    id: str
    label: str
    topic: str
    description: str
    kinds: frozenset[Kind]
    unit: str = ""
    units: frozenset[str] = frozenset()
    delta: bool | None = None
    instead: str = ""
    strong: str = ""
    plain: str = ""
    faint: str = ""
    narrows: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Rival:
    """Words that claim figures of these ``kinds`` for something that has no indicator of its own."""

    cues: str
    weight: float
    kinds: frozenset[Kind]


def _kinds(cell: str | None) -> frozenset[Kind]:
    return frozenset(Kind) if cell is None else frozenset(Kind(kind) for kind in cell.split())


def _indicator(id: str, row: dict[str, Any]) -> Indicator:
    kinds, units = _kinds(row.pop("kinds", None)), frozenset(row.pop("units", "").split())
    return Indicator(id=id, kinds=kinds, units=units, **row)


_TABLE = tomllib.loads(resources.files("extractors").joinpath("indicators.toml").read_text(encoding="utf-8"))

INDICATORS: dict[str, Indicator] = {id: _indicator(id, row) for id, row in _TABLE["indicators"].items()}
"""The indicators by id, in the order in which readers see them."""

RIVALS: tuple[Rival, ...] = tuple(
    Rival(row["cues"], row["weight"], _kinds(row.get("kinds"))) for row in _TABLE["rivals"]
)

SILENT: str = _TABLE["silent"]["cues"]
"""Names and idioms that hold a cue word and say nothing of the figure; being longer, they hide it."""

GENERIC: frozenset[str] = frozenset(_TABLE["generic"]["words"].split())
"""Words that name no new subject, so that a sentence made of them goes on about what was spoken of."""

_NOUNS = {row.id: row.units | with_plurals(phrases(f"{row.strong},{row.plain}")) for row in INDICATORS.values()}


def takes(row: Indicator, mention: Mention) -> bool:
    """Whether a figure may measure the indicator, by its kind, its unit and whether it is the size of a change."""
    kind = mention.kind
    if kind not in row.kinds:
        return False
    if kind in (Kind.PERCENT, Kind.RATIO):
        return row.delta is None or row.delta == (mention.change is not Change.NONE)
    if kind is Kind.VOLUME:
        return not row.units or mention.unit in row.units
    if kind is Kind.COUNT and row.id != "other":
        unit = mention.unit.lower().partition("/")[0]
        nouns = _NOUNS[row.id]
        return unit in nouns or unit.rpartition(" ")[2] in nouns
    return True
