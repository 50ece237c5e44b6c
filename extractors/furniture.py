"""Page furniture: lines a page puts around an article, which state nothing about the world.

A line is furniture by how it begins ("Subscribe to …", "Photo: …") or by being nothing but a stamp, a byline or tags.
What follows such a beginning is bounded in length: long lines are prose.
"""

from __future__ import annotations

import regex

LONGEST = 200
"""Characters; a longer sentence is prose whatever it begins with."""

_BULLET = r"[\s•*·▪►»>|–—-]{0,6}+"
_NAME = r"\p{Lu}[\p{L}.’'`-]{0,20}+"
_DATE = r"""
    (?: (?: Mon | Tues? | Wed(?:nes)? | Thurs? | Fri | Sat(?:ur)? | Sun )(?:day)? ,? [ ] )?
    (?: [0-9]{1,2} [./-] [0-9]{1,2} [./-] [0-9]{2,4}
      | [0-9]{4} [./-] [0-9]{2} [./-] [0-9]{2}
      | [0-9]{1,2} [ ] [A-Z][a-z]{2,8} \.? ,? [ ] [0-9]{4}
      | [A-Z][a-z]{2,8} \.? [ ] [0-9]{1,2} ,? [ ] [0-9]{4}
    )
"""
_CLOCK = r"""
    (?: [0-9]{1,2} [:.] [0-9]{2} (?: : [0-9]{2} )? (?: [ ]? [ap]\.?m\.? )?
        (?: [ ] (?: GMT | UTC | MSK | [+][0-9]{1,4} ) )?
    )
"""
_LABEL = r"""
    (?: Photos? | Image | Picture | Video | Cover[ ]photo | Source | Translation | Translated[ ]by | Editor | Editing
      | Edited[ ]by | Reporting | Text | Authors? | Author[`’']s[ ]name | Tags? | Keywords | Views | Comments | Category
      | Posted | Published | Last[ ]updated | Updated | Tel | Phone | Fax | E-?mail | Contacts? | Reading[ ]time
    )
"""

_BEGINS = regex.compile(
    rf"""
    {_BULLET}
    (?: Subscribe[ ](?:to|for|now|on) | Follow[ ](?:us|our|@) | Join[ ](?:our|us[ ](?:on|in|at))
      | Sign[ ]up[ ](?:for|to)
      | Share[ ](?:on|this|via|with) | Like[ ]this | Support[ ](?:us|our)
      | Click[ ]here | Download[ ](?:our|the[ ]app)
      | Read[ ](?:also|next|too) | Also[ ]read | See[ ]also | Read[ ]more (?= [:.…»→] | $ | [ ](?:on|about|at|here)\b )
      | Related (?: : | [ ](?:articles?|news|stories|story|posts?|topics?|links?) )
      | More[ ]on[ ](?:this|the[ ](?:topic|subject))
      | Our[ ](?:YouTube|Telegram|Facebook|Twitter|Instagram|WhatsApp)
      | The[ ]post[ ][^\n]{{1,180}}?[ ]appeared[ ]first[ ]on
      | {_LABEL} (?: [ ]? : | [ ]by[ ](?=\p{{Lu}}) | [ ]credit | \.[ ]? : )
      | (?: Author[`’']s[ ]name | Editor ) [ ] {_NAME} [ ] {_NAME} $
      | (?: Copyright | © | \([cC]\) ) [ ]? (?: © | [0-9]{{4}} | by\b )
      | All[ ]rights[ ]reserved | Advertisement | ADVERTISEMENT
      | {_CLOCK} [ ] Editor
    )
    """,
    regex.VERBOSE,
)
_WHOLE = regex.compile(
    rf"""
    {_BULLET}
    (?: (?: (?:Posted|Published|Updated) (?:[ ]on)? [ ] )?
        (?: {_DATE} (?: [,|]? [ ] (?:at[ ])? {_CLOCK} )? | {_CLOCK} (?: [,|]? [ ] {_DATE} )? )
      | By (?: [ ] {_NAME} ){{2,4}} (?: [ ]? [|,–-] [^\n]{{0,40}} )?
      | (?: \#[\p{{L}}\p{{N}}_-]{{1,40}}+ \s{{0,3}} ){{2,30}}
      | [0-9][0-9.,]{{0,8}}+ [ ] (?: views? | comments? | shares? | likes? | min(?:utes?)?[ ]read )
      | Page[ ][0-9]{{1,4}} (?: [ ]of[ ][0-9]{{1,4}} )?
    )
    [\s.*|]{{0,3}} $
    """,
    regex.VERBOSE,
)
_FIRST_WORDS = frozenset(
    "Subscribe Follow Join Sign Share Like Support Click Download Read Also See Related More Our Photo Photos"
    " Image Picture Video Cover Source Translation Translated Editor Editing Edited Reporting Text Author Authors"
    " Tag Tags Keywords Views Comments Category Posted Published Last Updated Tel Tel. Phone Fax E-mail Email "
    "Contact Contacts Reading Copyright All Advertisement ADVERTISEMENT By Page Mon Tue Wed Thu Fri Sat Sun "
    "Author`s Author's Author’s Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr May Jun "
    "Jul Aug Sep Oct Nov Dec January February March April June July August September October November December".split()
)
"""Every word that the patterns can begin with: a quick look that spares most sentences the patterns."""
_SIGNS = frozenset("©(•*·▪►»>|–—-#0123456789")
_FIRST_TWO = frozenset(("Th", *(word[:2] for word in _FIRST_WORDS)))
_ITEM = regex.compile(r"[•*·▪►»>–—-]\s?")
_HEADING = regex.compile(rf"{_BULLET}(?:Read[ ]|Related|See[ ]also|Also[ ]read|More[ ]on)", regex.VERBOSE)


def is_furniture(text: str, start: int, end: int) -> bool:
    """Whether the sentence text[start:end] is page furniture."""
    if end - start > LONGEST:
        return False
    if text[start : start + 2] not in _FIRST_TWO and text[start] not in _SIGNS:
        return False
    if (
        text[start] not in _SIGNS
        and not text.startswith("The post ", start)
        and text[start : min(end, start + 14)].split(None, 1)[0].rstrip(":,.") not in _FIRST_WORDS
    ):
        return False
    return (
        _BEGINS.match(text, start, end, concurrent=False) is not None
        or _WHOLE.match(text, start, end, concurrent=False) is not None
    )


def is_listed(text: str, start: int, end: int, item: int) -> bool:
    """Whether the line that begins at ``item`` belongs to a list headed or continued by the furniture text[start:end].

    "Read also:" on a line of its own makes the bullets below it furniture.
    """
    if _ITEM.match(text, item, concurrent=False) is None:
        return False
    heads = text[end - 1] == ":" and _HEADING.match(text, start, end, concurrent=False) is not None
    return heads or (text[start] == text[item] and not _BEGINS.match(text, start, end, concurrent=False))
