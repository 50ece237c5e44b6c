"""What a country has to itself: its output, budget or votes are about it alone, even in an article about two."""

from __future__ import annotations

import re

import regex

from extractors.roles import Clauses, alternatives

INDICATORS = frozenset({"gdp", "elections"})
"""Indicators whose figures are one country's own, whatever stands beside them."""

_ECONOMY = """
    GDP, gross domestic product, inflation, unemployment, budget(?! places), key rate, base rate,
    interest rate, economic growth,
    consumer prices, policy rate, of the market, localisation, localization,
    its currency, national currency, devaluation, exchange rate, minimum wage, pension, pensions, salary, salaries,
    wages,
    gold reserves, foreign reserves, reserves stand, bank's reserves,
    National Fund, economy (?:grew|expanded|shrank|will grow), price of,
    prices (?:of|for), prices by, net (?:profit|loss), (?:on|its|annual) revenue, shares (?:closed|rose|fell),
    monthly rent, rents, flat in, flats in, apartment in, apartments in, of GDP, national railway,
    (?:total |overall )?foreign trade turnover,
    (?:external|public|national|state) debt
"""
_OUTPUT = """
    (?:grain |wheat |a |the |record )harvest, harvested, harvests, output, with yields, yields of, sown area,
    (?:power |electricity |electric )?generation, peak load, (?:available|installed) capacity, production forecast,
    consumption (?:rose|grew|fell|dropped|increased|decreased),
    railways carried, railways transported, railways hauled, Brent,
    wear of, (?:production )?guidance (?:to|of|for),
    (?:oil|gas|coal|steel|uranium|grain|car) production,
    domestic consumption, (?:power|electricity|energy|budget) deficit,
    (?:power|electricity|energy) shortage, sold (?:[\\w.]{1,12} ){1,5}abroad,
    (?:shipped|exported|sent) (?:[\\w.]{1,12} ){1,6}abroad
"""
_PEOPLE = """
    reservists, conscripts, mobilised, mobilized, drafted, mobilisation, mobilization, voters, turnout, ballot, ballots,
    constituencies, births,
    life expectancy, foreign (?:visitors|tourists|guests|citizens), foreigners, evacuated
"""

_TRADED = frozenset(
    "export exports exported import imports imported importing exporting ship shipped shipments sold sells sell supply "
    "supplied supplies delivered deliveries transit bought buys buy purchase purchased purchases entered sent "
    "sends through via transported carried ban banned trade".split()
)
"""Words of goods that cross a border."""
_GROWN = frozenset(
    "harvest harvested crop crops yield yields hectares sown threshed combine combines reaped gathered farmers".split()
)
"""Words of the field; with none of a border they speak of what a country grew."""


_STATISTICS = (
    frozenset({"trade_turnover", "trade_growth", "exports", "imports"}),
    frozenset({"freight_volume", "exports", "imports"}),
)
"""What the statistics of a country's foreign trade, and of its railways, are told by."""


def goes_on(told: str, indicator: str) -> bool:
    """Whether a figure goes on about what a country has to itself: its freight, or its foreign trade as a whole."""
    return told != "other" and (told == indicator or any({told, indicator} <= family for family in _STATISTICS))


def is_own(indicator: str, vocabulary: frozenset[str]) -> bool:
    """Whether a figure for the indicator is one country's own, in a sentence of these words."""
    return indicator in INDICATORS or (
        indicator == "grain" and _TRADED.isdisjoint(vocabulary) and not _GROWN.isdisjoint(vocabulary)
    )


_PRODUCED = "produce produces produced assembled mined consume consumes consumed".split()
"""Verbs of output before an amount."""
_MOVED = "tenge ruble rouble".split()
_LISTED = [
    *", ".join(" ".join(table.split()) for table in (_ECONOMY, _OUTPUT, _PEOPLE)).split(", "),
    *(f"{verb} (?=(?:about |some |over |almost |nearly |more than |up to )?[0-9])" for verb in _PRODUCED),
    *(f"{currency} (?:has |had )?(?:weakened|strengthened|fell|rose|lost|gained|buys)" for currency in _MOVED),
]
_OWN = regex.compile(rf"\b(?:{alternatives(', '.join(_LISTED))})\b", regex.IGNORECASE)
_GROUP = re.compile(r"\((?:[^()]|\([^()]*\))*\)(?:\?|\{[^}]*\})?")
_NEEDS = frozenset(max(_GROUP.sub(" ", row).split(), key=len).lower() for row in _LISTED)
"""The longest plain word of each: a sentence without any of them needs no closer look."""
_GIVEN = regex.compile(r"(?r)\bat\sthe\sexpense\sof\s(?:[\w’'-]{1,20}\s){1,3}|\bfrom\sthe\s(?:[\w’'-]{1,20}\s){1,2}")
_PART = regex.compile(r"(?:of|from|among)\s(?:which|whom|it|them|these|this)\b")


def clauses_of(clauses: Clauses, vocabulary: frozenset[str]) -> frozenset[int]:
    """The clauses that speak of what a country has to itself, and those after the first of them with a figure.

    Not those where it is a means ("30,000 of them at the expense of the Russian budget"), nor parts of it that may be
    another's: "external debt of $163.8 billion, of which $12.5 billion is owed to Russia".  ``vocabulary`` are the
    sentence's words in lower case.
    """
    if _NEEDS.isdisjoint(vocabulary):
        return frozenset()
    text, sentence = clauses.text, clauses.sentence
    found = (
        match.start()
        for match in _OWN.finditer(text, sentence.start, sentence.end, concurrent=False)
        if not _GIVEN.match(text, max(sentence.start, match.start() - 60), match.start(), concurrent=False)
    )
    spoken = {clauses.clause(start) for start in found}
    introduced = [
        clause + 1 for clause in spoken if text[clauses.span(clause)[1] - 2 : clauses.span(clause)[1]] == ": "
    ]
    spoken.update(introduced)  # "The harvest was poor: 12 million tonnes"
    counted = [clause for clause in spoken if clauses.has_figure(*clauses.span(clause))]
    if not counted:
        return frozenset(spoken)
    following = range(min(counted), len(clauses.starts))
    parts = (clause for clause in following if _PART.match(text, clauses.starts[clause], concurrent=False))
    return frozenset(spoken | set(range(min(counted), next(parts, following.stop))))
