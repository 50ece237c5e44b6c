"""Counted nouns: which word after a number says what is counted, and its singular."""

from __future__ import annotations

from functools import lru_cache

import regex

IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "servicemen": "serviceman",
    "policemen": "policeman",
    "businessmen": "businessman",
    "fishermen": "fisherman",
    "spokesmen": "spokesman",
    "statesmen": "statesman",
    "countrymen": "countryman",
    "leaves": "leaf",
    "halves": "half",
    "knives": "knife",
    "series": "series",
    "species": "species",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "personnel": "personnel",
    "staff": "staff",
    "headquarters": "headquarters",
    "heads of state": "head of state",
    "crises": "crisis",
    "analyses": "analysis",
    "criteria": "criterion",
    "memoranda": "memorandum",
    "data": "data",
    "phenomena": "phenomenon",
    "buses": "bus",
    "viruses": "virus",
    "cattle": "cattle",
    "sheep": "sheep",
    "troops": "troop",
    "head": "head",
    "gas": "gas",
    "bosses": "boss",
    "cases": "case",
    "houses": "house",
    "purchases": "purchase",
    "databases": "database",
    "horses": "horse",
    "nurses": "nurse",
    "warehouses": "warehouse",
    "expenses": "expense",
    "courses": "course",
    "businesses": "business",
    "licenses": "license",
    "licences": "licence",
    "exercises": "exercise",
    "enterprises": "enterprise",
    "franchises": "franchise",
    "buses ": "bus",
    "movies": "movie",
    "ties": "tie",
    "means": "means",
    "census": "census",
    "campuses": "campus",
    "consensus": "consensus",
    "status": "status",
    "apparatus": "apparatus",
}
PERSONS = frozenset("person people individual inhabitant resident citizen national soul human".split())
"""Nouns that count people as such; the fact table's unit is `person`."""

COMPOUNDS = frozenset(
    "power plant|power station|power unit|joint venture|gas station|filling station|oil field|gas "
    "field|border crossing|border checkpoint|"
    "freight train|passenger train|container train|free trade|trade mission|trade agreement|research "
    "institute|economic zone|power line|"
    "oil refinery|grain elevator|head of state|member state|service station|pumping station|drilling "
    "rig|air ticket|launch vehicle".split("|")
)
"""Two-word nouns that mean another thing than their second word alone."""

ATTRIBUTIVE = frozenset(
    "sports sales goods communications arms savings customs systems operations services human securities electronics "
    "logistics contacts communications foods news".split()
)
"""Plurals that often stand before the noun they belong to ("sports clubs")."""

_NOT_NOUNS = frozenset(
    "this its his hers was has is as us thus plus less across always perhaps does goes says shows "
    "makes remains takes gives means becomes "
    "comes stands accounts amounts equals exceeds includes represents makes reaches totals rises falls grows "
    "yes besides towards upwards onwards overseas sometimes ours theirs yours versus alas unless "
    "whereas previous various numerous serious famous "
    "religious dangerous obvious continuous simultaneous joyous precious gracious ambitious "
    "indigenous autonomous enormous "
    "abroad business economics politics mathematics physics sports news".split()
)
_STOP = frozenset(
    "a an the of in on at by for from to with without within into onto over under between among "
    "during since until till after before against about "
    "across through via per and or but nor while whereas although because if than then that which "
    "who whom whose where when what how why as so yet "
    "is are was were be been being am has have had do does did will would shall should can could may might must not no "
    "he she it they we you i him her them us me his its their our your my this these those there here "
    "more less fewer higher lower up down ago later earlier last this next each every both all also "
    "only just even still already now "
    "went came said told took gave made became ran left died lived live remain remained arrived "
    "departed travelled traveled crossed entered applied "
    "received got bought sold visited attended joined moved passed reported obtained acquired asked "
    "wanted chose voted fled "
    "stayed returned settled worked lost served studied study work use used need needed "
    "including versus plus minus worth behind beside beyond despite like unlike amid upon out off "
    "along near above below toward towards".split()
)
_WORD = regex.compile(r"[ ](?P<word>\p{L}[\p{L}\p{N}'’-]{0,30}+)")
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_PEOPLES = ("stanis", "janis", "raelis", "raqis", "saudis", "somalis", "taxis")
"""Plurals in "is", which other words in "is" are not: "Kazakhstanis", but not "crisis"."""
DETERMINED = regex.compile(
    r"[ ]of[ ](?:(?:our|the|its|their|his|her|all|these|those|such|them)(?:[ ](?:our|the|its|their|these|those))?"
    r"|(?:the[ ])?\p{L}{2,20}+['’]s)(?=[ ])"
)
"""What may stand between a number and the noun it counts: "five of our neighbours", "20m of its handsets"."""


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """The singular of an English noun in lower case.

    >>> [singular(n) for n in ("countries", "companies", "people", "buses", "visits", "process", "matches")]
    ['country', 'company', 'person', 'bus', 'visit', 'process', 'match']
    """
    noun = noun.lower().replace("’", "'").removesuffix("'s")
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes", "zes")) and len(noun) > 4:
        return noun[:-2]
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-3] + "man"
    if noun.endswith("s") and len(noun) > 2 and (noun.endswith(_PEOPLES) or not noun.endswith(("ss", "us", "is"))):
        return noun[:-1]
    return noun


@lru_cache(maxsize=8192)
def plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    lower = word.lower()
    if lower in _NOT_NOUNS or "'" in lower or "’" in lower:
        return False
    if lower in IRREGULAR or lower.endswith(_PEOPLES):
        return True
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3


def counted(text: str, position: int, *, one: bool = False) -> tuple[str, int] | None:
    """The noun counted by a number that ends at ``position``: (singular, where it ends), or None.

    Up to five words are looked at; the first plural is the noun, or the last of several that stand together ("sports
    clubs").  With ``one`` the number is 1 and the noun a singular: the last word before a stop.

    >>> counted("three coal-fired thermal power plants in Semey", 5)
    ('power plant', 37)
    >>> counted("in 2021 more than", 7) is None
    True
    """
    words: list[tuple[str, int]] = []
    at = position
    while len(words) < 5:
        match = _WORD.match(text, at, concurrent=False)
        if match is None or (match["word"].lower() in _STOP and not (words and match["word"] in ("and", "or", "&"))):
            break
        if words and words[-1][0] in ("and", "or") and match["word"].lower() in _NUMBERS:
            break  # "seven Kazakh and twelve Russian regions"
        words.append((match["word"], match.end()))
        at = match.end()
        if not one and plural(match["word"]):
            following = _WORD.match(text, at, concurrent=False)
            if match["word"].lower() not in ATTRIBUTIVE or following is None or not plural(following["word"]):
                return _noun(words)
    if one:
        return _noun(_singular_phrase(words)) if words else None
    while words and not plural(words[-1][0]):
        words.pop()
    return _noun(words) if words else None


def _singular_phrase(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The words up to the first that does not look like an adjective."""
    for i, (word, _) in enumerate(words):
        verb_follows = i + 1 < len(words) and plural(words[i + 1][0])
        if verb_follows or not word.lower().endswith(
            ("al", "ive", "ous", "ful", "ic", "ed", "ing", "est", "ern", "ian", "ese", "ant", "ent", "ble")
        ):
            return words[: i + 1]
    return words


def _noun(words: list[tuple[str, int]]) -> tuple[str, int]:
    head, end = words[-1]
    noun = singular(head)
    if len(words) > 1 and f"{words[-2][0].lower()} {noun}" in COMPOUNDS:
        return f"{words[-2][0].lower()} {noun}", end
    return noun, end


def counts_people(text: str, end: int, noun: str) -> bool:
    """Whether the noun that ends at ``end`` counts people as such ("residents", "Russians")."""
    return noun in PERSONS or _DEMONYM.match(text, 0, end, concurrent=False) is not None


_DEMONYM = regex.compile(
    r"(?r)(?<!\p{L})(?:\p{Lu}\p{L}{1,20}(?:ians|ans|akhs|beks|jiks|yzs|stanis|janis|raelis)|Kurds|Turks|Poles|Finns|"
    r"Swedes|Danes|Greeks|Serbs|Arabs|"
    r"Uighurs|Uyghurs|Jews|Kyrgyz|Tatars|Chechens|Britons|Belarusians|Turkmens)"
)
