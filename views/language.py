"""The interface's words, numbers and dates in the reader's language.

Messages are English in the code and translated by gettext catalogues in ``views/locale``, which `make catalogues`
keeps complete; numbers, dates and country names follow Babel.  What stands in an address (filters, ids) is never
translated.
"""

from __future__ import annotations

import gettext
from contextvars import ContextVar
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal

LOCALE = Path(__file__).with_name("locale")
LANGUAGES = {"en": "Eng", "ru": "Рус", "kk": "Қаз"}
"""Codes as in ``?lang=`` and the short form of each language's own name."""

_current: ContextVar[str] = ContextVar("language", default="en")


def use(code: str) -> str:
    """Speak this language for the rest of the page run; an unknown code means English. Gives the code in use."""
    code = code if code in LANGUAGES else "en"
    _current.set(code)
    return code


def current() -> str:
    """The code of the language in use: en, ru or kk."""
    return _current.get()


def catalogue_file(code: str) -> Path:
    """Where a language's messages stand."""
    return LOCALE / code / "LC_MESSAGES" / "messages.po"


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """A language's messages, read once in the life of the server; none for English.

    Hosts start the dashboard without a build step, so the .po file is compiled here and not kept in two forms.
    """
    if code == "en":
        return gettext.NullTranslations()
    compiled = BytesIO()
    with catalogue_file(code).open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _(message: str) -> str:
    """The message in the language in use, or as it stands where the catalogue lacks it."""
    return _catalogue(current()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form of the message that the number asks for, with ``{n}`` filled in."""
    return _catalogue(current()).ngettext(singular, plural, number).format(n=integer(number))


def counted(singular: str, plural: str, value: float) -> str:
    """The form of a noun after this number, without the number; after fractions that of a few: "3,5 года"."""
    return _catalogue(current()).ngettext(singular, plural, abs(int(value)) if value == int(value) else 2)


def N_(message: str) -> str:  # noqa: N802 -- gettext's own name for "to be translated later"
    """Mark a message of a table for the catalogue; ``_`` translates it when it is shown."""
    return message


def integer(number: int) -> str:
    """A count with the language's separators: 1,249 or 1 249."""
    return _integer(number, current())


@lru_cache(8192)
def _integer(number: int, locale: str) -> str:
    return str(format_decimal(number, locale=locale))


def number(value: float) -> str:
    """A value with at most four significant decimals, compact from a million up: 7,644.3 or 28.2B."""
    return _number(value, current())


@lru_cache(8192)  # Babel reads its pattern anew each time, and a page says hundreds of numbers
def _number(value: float, locale: str) -> str:
    if abs(value) >= 1e6:
        return str(format_compact_decimal(value, locale=locale, fraction_digits=2))
    digits = 0 if value == int(value) else 2 if abs(value) >= 1 else 4
    return str(format_decimal(round(value, digits), format="#,##0.####", locale=locale))


def day(value: date, precision: str = "day") -> str:
    """A date as far as it is known: "29 Nov 2024", "November 2024" or "2024"."""
    if precision == "year":
        return str(value.year)
    return _date(value, "LLLL y" if precision == "month" else "d MMM y", current())


@lru_cache(8192)
def _date(value: date, pattern: str, locale: str) -> str:
    return str(format_date(value, format=pattern, locale=locale))


def country(code: str) -> str | None:
    """The country's name for an ISO 3166 code, or None if Babel knows no such country."""
    name = Locale(current()).territories.get(code)
    return str(name) if name else None


def name_of(code: str) -> str:
    """A language's name in the language in use: "English", "английский"; the code itself where Babel has none."""
    return str(Locale(current()).languages.get(code) or code)
