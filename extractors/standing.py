"""What stands as it is and what flows: which figures carry the time that was spoken of before."""

from __future__ import annotations

from extractors.model import Kind

STANDING = frozenset(
    {
        "border_length",
        "population",
        "population_share",
        "russians_in_kazakhstan",
        "kazakhs_in_russia",
        "joint_ventures",
        "projects",
        "agreements",
        "education",
        "water",
        "energy_capacity",
        "debt_or_loan",
    }
)
"""Indicators of how things stand: a general present takes no year from the sentences before."""
STANDING_UNITS = frozenset({"region", "country", "state", "nation", "republic", "district", "oblast", "member", "side"})
"""Things whose number does not change with "now": "currently, out of 89 regions, 76 have a direct connection"."""
FLOWS = frozenset(
    "trade_turnover trade_growth exports imports freight_volume transit_share oil_transit gas_volume energy_capacity "
    "grain tourism".split()
)
"""Indicators reported by period; told in the past they keep their period over the end of a paragraph."""
RECENT = 2
"""How many years before publication such a period may lie."""
NEVER_INHERIT = frozenset({Kind.DURATION, Kind.LENGTH, Kind.AREA, Kind.ORDINAL})
"""Kinds that take a year from their own sentence only: ten days, a 1,500 km line, the fourth visit."""
