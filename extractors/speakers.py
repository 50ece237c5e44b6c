"""Who is said to have said it: the speaker that a sentence, or the quotation around it, names for its figures.

A speaker is given as written, without article and title: "Vladimir Putin", "Bureau of National Statistics", "interior
minister in Astana".  Pronouns name nobody, and nothing is carried over from one quotation to another.
"""

from __future__ import annotations

import regex

from extractors.countries import NAMES, Kind, Role
from extractors.passages import Document, Passage
from extractors.roles import alternatives

_SPEECH = (
    "said, says, told, reported, noted, stated, announced, explained, explains, emphasised, emphasized, emphasises, "
    "emphasizes, stressed, stresses, believes, argues, argued, insists, insisted, recalled, warned, warns, testified, "
    "concluded, clarified, wrote, writes, remarked, suggested, admitted, confirmed, predicted, predicts, specified, "
    "declared, underlined, revealed, pointed out, draws attention, drew attention"
)
_SPEECH_OR_NOT = "added, adds, notes, states, claims, claimed, estimates, estimated, reports, expects, expected"
"""Words that are nouns or mean something else as well."""
_SAYS = regex.compile(
    rf"\b(?:{alternatives(_SPEECH)}|(?:{alternatives(_SPEECH_OR_NOT)})(?=\sthat\b|\s?[,:.”\"]|\son\s\p{{Lu}}\w+day\b))\b"
)
_WORDS_OF_SPEECH = frozenset(phrase.split()[0] for phrase in f"{_SPEECH}, {_SPEECH_OR_NOT}".split(", "))
_SOURCE = regex.compile(
    r"\b[Aa]ccording\sto\s(?:(?:the\s)?(?:latest\s|official\s)?(?:data|figures|estimates|forecasts?|statistics)\s(?:of|from|by)\s)?"
    r"|\b(?:[Dd]ata|[Ff]igures|[Ss]tatistics)\s(?:(?:released|published|provided)\s)?(?:of|from|by)\s(?=(?:the\s)?\p{Lu})"
)
_WORDS_OF_SOURCES = frozenset("according data figures statistics".split())
_ROLE = alternatives(
    "president, premier, minister, ministry, ambassador, envoy, governor, head, chief, chairman, chairwoman, director, "
    "spokesman, spokeswoman, spokesperson, secretary, deputy, leader, expert, economist, analyst, scientist, official, "
    "officials, operator, guest, office, service, presidents, ministers, agency, central bank, company, embassy, "
    "economists, analysts, experts, columnist, commissioner, mayor, akim, foreign ministry, committee, department"
)
_BY_ROLE = regex.compile(
    rf"(?:[\w’'-]{{1,24}}+\s){{0,5}}?(?:{_ROLE})(?:\s(?:of|in|for|at)\s(?:the\s)?[\w’' -]{{1,60}}+)?", regex.IGNORECASE
)
_TITLED = regex.compile(
    r"(?:\p{Lu}[\p{L}’'-]{0,24}+\s){0,4}?(?:President|Minister|Ambassador|Chairman|Governor|Secretary|General|Speaker|Senator"
    r"|Chief|CEO|Head|Professor|Dr|Mr|Mrs|Ms)\.?\s(?=\p{Lu})"
)
_LEADING = regex.compile(
    r"(?:the|a|an|its|his|her|their|our|both|The|A|An|Its|His|Both|Our|as|As|and|but|And|But|while|what|also|then|later"
    r"|earlier|(?:[Oo]n\s)?\p{Lu}[a-z]{2,5}day)\s"
)
_PLACED = regex.compile(r"(?:At|In|On|During|After|Before|By|From|For|Under|With|Since|Speaking)\s")
_TRAILING = regex.compile(
    r"(?r)\s(?:also|then|earlier|has|have|had|himself|herself|later|once|rightly|repeatedly|correctly)"
)
_ADVERB = regex.compile(r"(?:\s?(?:also|then|earlier|later|rightly|correctly|\w{2,12}ly)\s?){0,2}")
_PERSON = regex.compile(r"(?r)(?<![\p{L}’'-])\p{Lu}[\p{L}.’'-]{0,24}(?:\s\p{Lu}[\p{L}.’'-]{0,24}){1,3}")
_BODY = regex.compile(r"\p{Lu}[\p{L}.’'&-]{0,24}+(?:\s(?:of|for|and|on|the|\p{Lu}[\p{L}.’'&-]{0,24}+)){0,9}")
_WORD = regex.compile(r"\p{Lu}[\p{L}’'-]{2,24}")
_EDGE = regex.compile(r"(?r)[,;:“”\"«»()—–?!]|\s-\s|\bthat\s|\bwhich\s|\bwhile\s|\bwhen\s|\bbut\s")
_END = regex.compile(
    r"[,;:“”\"«»()—–]|\.(?=\s|$)|\s-\s"
    r"|\s(?:on|during|after|told|that|who|is|are|was|were|has|have|will|shows?|showed|put|indicates?|suggests?|reached|rose|grew|fell|amounted|in\s(?:an?\b|[0-9]))\b"
)
_NAMED = 100  # characters that the naming of a speaker may take
_QUOTED = 2000  # characters of a paragraph that are searched for the quotation around a figure
_CLOSE = regex.compile(r"[”»\"]")
_CLOSED = regex.compile(r"[,”\"»]\s(?:\w{2,12}ly\s)?\w{2,14}(?:\s(?:out|attention))?$")
_NOBODY = frozenset("He She It They We I You This That These Those There Who What Which Nobody Everyone".split())


def place(document: Document) -> list[str]:
    """The speaker of every mention, in the order of ``document.mentions``; "" where the text names none.

    >>> from extractors.model import Kind as K, Mention, Sentence
    >>> text = "Trade grew by 7%, Vladimir Putin said."
    >>> mention = Mention(K.PERCENT, 14, 16, "", 7, unit="percent")
    >>> place(Document(text, None, [Sentence(0, len(text))], [mention], []))
    ['Vladimir Putin']
    """
    speakers = []
    for passage in document.passages:
        if passage.mentions:
            speaker = _of_sentence(document, passage)
            speaker = speaker or _of_quotation(document, passage.number, passage.mentions[0].start)
            speakers += [speaker] * len(passage.mentions)
    return speakers


def _of_sentence(document: Document, passage: Passage) -> str:
    if _WORDS_OF_SPEECH.isdisjoint(passage.vocabulary) and _WORDS_OF_SOURCES.isdisjoint(passage.vocabulary):
        return ""
    return _named_in(document.text, passage.sentence.start, passage.sentence.end)


def _named_in(text: str, start: int, end: int) -> str:
    """The first speaker named in text[start:end]: with a verb of saying, else as a source of data."""
    for verb in _SAYS.finditer(text, start, end, concurrent=False):
        speaker = _before(text, start, verb.start()) or _after(text, verb.end(), end)
        if speaker:
            return speaker
    for source in _SOURCE.finditer(text, start, end, concurrent=False):
        stop = _END.search(text, source.end(), min(end, source.end() + _NAMED), concurrent=False)
        speaker = _cleaned(text[source.end() : stop.start() if stop else min(end, source.end() + _NAMED)])
        if speaker:
            return speaker
    return ""


def _before(text: str, start: int, verb: int) -> str:
    """The speaker before a verb: "Vladimir Putin said", "Timur Suleimenov, deputy head of the administration, said"."""
    near = max(start, verb - _NAMED)
    edge = _EDGE.search(text, near, verb, concurrent=False)
    begin = edge.end() if edge else near
    named = text[begin:verb]
    if edge is not None and _ADVERB.fullmatch(named.strip(), concurrent=False):
        if edge.group() != ",":
            return ""
        return _in_apposition(text, start, edge.start(), fallback="") if _is_closed(text, edge.start()) else ""
    speaker = _cleaned(named)
    if edge is not None and edge.group() == "," and (not speaker or _BY_ROLE.fullmatch(speaker, concurrent=False)):
        return _in_apposition(text, start, edge.start(), fallback=speaker)
    return speaker


def _is_closed(text: str, comma: int) -> bool:
    """Whether a comma ends an apposition and not a quotation (",” said X")."""
    return text[comma - 1 : comma] not in ("”", '"', "’", "»")


def _in_apposition(text: str, start: int, comma: int, fallback: str) -> str:
    """The person before up to three commas: "Askar Zhambakin, Vice Minister of Development, Industry and Trade"."""
    start = max(start, comma - 2 * _NAMED)
    found = fallback
    for _ in range(3):
        edge = _EDGE.search(text, start, comma, concurrent=False)
        begin = edge.end() if edge else start
        named = text[begin:comma].strip()
        if _PERSON.fullmatch(named, concurrent=False) and not _is_country(named):
            found = _untitled(named)
        if edge is None or edge.group() != ",":
            break
        comma = edge.start()
    return found


def _after(text: str, verb: int, end: int) -> str:
    """The speaker after a verb that ends a quotation: "…”, explains Kazakh political scientist Islam Kuraev"."""
    before = text[max(0, verb - 40) : verb]
    if not _CLOSED.search(before, concurrent=False):
        return ""
    limit = min(end, verb + _NAMED)
    stop = _END.search(text, verb, limit, concurrent=False)
    until = stop.start() if stop else limit
    speaker = _cleaned(text[verb:until])
    if speaker and stop is not None and stop.group() == "," and _BY_ROLE.fullmatch(speaker, concurrent=False):
        following = _END.search(text, stop.end(), min(end, stop.end() + 60), concurrent=False)
        person = text[stop.end() : following.start() if following else end].strip()
        if _PERSON.fullmatch(person, concurrent=False):
            return person
    return speaker


def _cleaned(named: str) -> str:
    """The speaker in a naming, without articles, adverbs and titles; "" if it names nobody."""
    named = named.strip()
    for _ in range(3):
        leading = _LEADING.match(named, concurrent=False)
        named = named[leading.end() :] if leading else named
        trailing = _TRAILING.match(named, concurrent=False)
        named = named[: trailing.start()] if trailing else named
    if not named or len(named) > 80 or named in _NOBODY or _is_country(named):
        return ""
    if _PLACED.match(named, concurrent=False):
        return ""  # "At the Forum of Regions Tokayev": where the name begins cannot be told
    if _BODY.fullmatch(named, concurrent=False):
        return _untitled(named) if " " in named or _WORD.fullmatch(named, concurrent=False) else ""
    person = _PERSON.search(named, concurrent=False)
    is_body = person is not None and named[: person.start()].endswith(("the ", "of "))  # "head of the Analytical Club"
    if person is not None and person.end() == len(named) and not is_body and not _is_country(person.group()):
        return _untitled(person.group())
    return named if _BY_ROLE.fullmatch(named, concurrent=False) else ""


def _untitled(named: str) -> str:
    """A name without country and title before it: "Russian President Vladimir Putin"."""
    first, _, rest = named.partition(" ")
    nation = NAMES.get(first.removesuffix("'s").removesuffix("’s"))
    if nation is not None and rest and _TITLED.match(rest, concurrent=False):
        named = rest
    title = _TITLED.match(named, concurrent=False)
    return named[title.end() :] if title and title.end() < len(named) else named


def _is_country(named: str) -> bool:
    """Whether the naming is a country or its people, who say nothing: "Tajikistan reported growth"."""
    name = NAMES.get(named)
    return name is not None and name.kind is Kind.STATE and name.role in (Role.NAME, Role.ADJECTIVE, Role.PEOPLE)


def _of_quotation(document: Document, index: int, figure: int) -> str:
    """The speaker of the quotation a figure stands in, named where it ends or just before it, in one paragraph."""
    text = document.text
    begin = max(text.rfind("\n", max(0, figure - _QUOTED), figure) + 1, figure - _QUOTED, 0)
    said = text[begin:figure]
    if said.count("“") + said.count("«") <= said.count("”") + said.count("»") and said.count('"') % 2 == 0:
        return ""
    stop = text.find("\n", figure, figure + _QUOTED)
    paragraph_end = stop if stop >= 0 else min(len(text), figure + _QUOTED)
    close = _CLOSE.search(text, figure, paragraph_end, concurrent=False)
    if close is not None:
        for sentence in document.sentences[index : index + 12]:
            if sentence.end >= close.end():
                speaker = _named_in(text, max(sentence.start, close.start()), sentence.end)
                return speaker or _opened(document, index, begin)
    return _opened(document, index, begin)


def _opened(document: Document, index: int, begin: int) -> str:
    """The speaker named just before a quotation opens: "Islam Kuraev believes that … “Probably, it seems logical …"."""
    for sentence in reversed(document.sentences[max(0, index - 6) : index]):
        if sentence.start < begin:
            return ""
        written = document.text[sentence.start : sentence.end]
        speaker = _named_in(document.text, sentence.start, sentence.end)
        if speaker or "“" not in written:
            return speaker
    return ""
