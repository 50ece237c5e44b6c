"""The Russian and Kazakh catalogues are whole, and what the dashboard says can be found for them."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry

from views import language
from views.catalogues import Message, in_code, messages, stored, untranslated
from views.language import LANGUAGES

TRANSLATED = [code for code in LANGUAGES if code != "en"]
REMEDY = "run `make catalogues`, then translate what it names"
PLACEHOLDER = re.compile(r"\{\w*\}")
MARKUP = re.compile(r"\*\*|<br>|`[a-z]+`|[←→↗]")


def ids(message: Message | Entry) -> tuple[str, ...]:
    """The singular, and the plural if there is one."""
    words = message.id if isinstance(message, Entry) else message
    return (words,) if isinstance(words, str) else tuple(words)


def forms(entry: Entry) -> tuple[str, ...]:
    """The translation, in all of its plural forms; empty where there is none."""
    return tuple(entry.string) if isinstance(entry.string, tuple | list) else (entry.string or "",)


def entries(code: str) -> list[Entry]:
    return [entry for entry in stored(code) if entry.id]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('_("Close")', ["Close"]),
        ('language.N_("Figure")', ["Figure"]),
        ("f\"{_('Done')}: {told}\"", ["Done"]),
        ('_("Compared with " "{used}.").format(used=year)', ["Compared with {used}."]),
        ('ngettext("{n} fact", "{n} facts", count)', [("{n} fact", "{n} facts")]),
        ('_("A") if full else _("B")', ["A", "B"]),
        ("_(LABELS[name])", []),
        ('_("")', []),
        ('print("Close")', []),
        ('ngettext(one, "{n} facts", count)', []),
        ("# _('Close')", []),
    ],
)
def test_messages_are_found_in_code(source: str, found: list[Message]) -> None:
    assert list(in_code(source)) == found


@pytest.mark.parametrize(
    "said",
    [
        "Trade turnover",
        "Goods sold abroad, in money or quantity",
        "Value low",
        "How the year is known.",
        "Area of Baikonur",
    ],
)
def test_messages_are_found_in_the_tables_of_data(said: str) -> None:
    assert said in messages()


@pytest.mark.parametrize("code", TRANSLATED)
def test_f90_every_message_is_translated(code: str) -> None:
    known = {ids(entry) for entry in entries(code)}
    assert [words for message in messages() if (words := ids(message)) not in known] == [], REMEDY
    assert untranslated(stored(code)) == [], REMEDY


@pytest.mark.parametrize(
    ("message", "translation", "flags"),
    [("Close", "", ()), ("Close", "Закрыть", ("fuzzy",)), (("{n} fact", "{n} facts"), ("{n} факт", "", ""), ())],
)
def test_what_is_not_translated_is_seen(message: Message, translation: Message, flags: tuple[str, ...]) -> None:
    catalogue = Catalog(locale="ru")
    catalogue.add(message, translation, flags=flags)
    assert untranslated(catalogue) == [ids(message)[0]]


@pytest.mark.parametrize("code", TRANSLATED)
def test_placeholders_and_markup_are_kept(code: str) -> None:
    """A form of a plural may leave its number out only where the English one does."""
    for pattern in (PLACEHOLDER, MARKUP):
        strayed = {
            form: ids(entry)
            for entry in entries(code)
            for form in forms(entry)
            if sorted(pattern.findall(form)) != sorted(pattern.findall(ids(entry)[-1]))
        }
        assert strayed == {}


@pytest.mark.parametrize(("code", "count"), [("ru", 3), ("kk", 1)])
def test_plurals_have_the_forms_of_their_language(code: str, count: int) -> None:
    plurals = [entry for entry in entries(code) if entry.pluralizable]
    assert plurals
    assert {len(forms(entry)) for entry in plurals} == {count}


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_word_mixes_latin_and_cyrillic_letters(code: str) -> None:
    mixed = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
    assert [form for entry in entries(code) for form in forms(entry) if mixed.search(form)] == []


def test_the_languages_keep_to_their_letters() -> None:
    """Kazakh has nine Cyrillic letters that Russian lacks; a mixed-up line would show them in the wrong catalogue."""
    own = set("әғқңөұүһі")
    said = {code: "".join(form for entry in entries(code) for form in forms(entry)).lower() for code in TRANSLATED}
    assert not own & set(said["ru"])
    assert own - {"һ"} <= set(said["kk"]), "һ is rare, the others are not"


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_dashboard_speaks_what_the_catalogue_says(code: str) -> None:
    language.use(code)
    try:
        said = {entry.id: language._(entry.id) for entry in entries(code) if isinstance(entry.id, str)}
    finally:
        language.use("en")
    assert said == {entry.id: entry.string for entry in entries(code) if isinstance(entry.id, str)}
