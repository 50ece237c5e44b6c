"""The interface's messages for translators: `make catalogues` finds them all and brings ``views/locale`` up to date.

A catalogue (``locale/ru/LC_MESSAGES/messages.po``) is the translators' file and the one that the dashboard reads.
"""

from __future__ import annotations

import ast
import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from extractors.indicator_table import INDICATORS
from extractors.table import FACT_COLUMNS
from views.labels import COUNTED, plain
from views.language import LANGUAGES, catalogue_file

ROOT = Path(__file__).resolve().parent.parent
CODE = ("dashboard.py", "pages/*.py", "views/**/*.py")
SERIES = ROOT / "data" / "reference" / "series.csv"

Message = str | tuple[str, str]
"""A message, or its singular and plural."""


def in_code(source: str) -> Iterator[Message]:
    """The literals that a module hands to ``_``, ``N_`` and ``ngettext``.

    Babel's own extractor does not look into the f-strings of Python 3.11.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        words = [word.value for word in node.args if isinstance(word, ast.Constant) and isinstance(word.value, str)]
        if name in ("_", "N_") and words and words[0]:
            yield words[0]
        elif name == "ngettext" and len(words) == 2:
            yield words[0], words[1]


def in_tables() -> Iterator[Message]:
    """The words that stand in data: counted things, the indicators, the fact table's columns, the published series."""
    yield from COUNTED.items()
    for indicator in INDICATORS.values():
        yield from (indicator.label, indicator.description)
    for column in FACT_COLUMNS:
        yield from (words for words in (plain(column.name), column.meaning, column.unit) if words)
    with SERIES.open(encoding="utf-8", newline="") as file:
        yield from (row["label"] for row in csv.DictReader(file))


def messages() -> list[Message]:
    """Every message of the interface, once, in a steady order; one used both ways stands with its plural."""
    found: dict[str, Message] = {}
    files = sorted(path for pattern in CODE for path in ROOT.glob(pattern))
    for message in (*(one for path in files for one in in_code(path.read_text("utf-8"))), *in_tables()):
        singular = message if isinstance(message, str) else message[0]
        if isinstance(message, tuple) or singular not in found:
            found[singular] = message
    return list(found.values())


def stored(code: str) -> Catalog:
    """A language's catalogue as it stands in the repository; OSError where there is none."""
    with catalogue_file(code).open("rb") as file:
        return read_po(file, locale=code)


def untranslated(catalogue: Catalog) -> list[str]:
    """The messages that have no translation, lack one of its plural forms, or have only a guessed one."""
    found = []
    for message in catalogue:
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and (message.fuzzy or not all(forms)):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def update(code: str) -> Catalog:
    """The stored catalogue with today's messages: new ones without translation, those no longer used left out."""
    catalogue = stored(code)
    template = Catalog()
    for message in messages():
        template.add(message)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    with catalogue_file(code).open("wb") as file:
        write_po(file, catalogue, width=120, omit_header=False)
    return catalogue


def main() -> int:
    """Update every catalogue and name what waits for a translator; 1 if anything does."""
    waiting = {code: untranslated(update(code)) for code in LANGUAGES if code != "en"}
    for code, found in waiting.items():
        print(f"{catalogue_file(code).relative_to(ROOT)}: {len(found)} to translate", *found, sep="\n  ")
    return int(any(waiting.values()))


if __name__ == "__main__":
    sys.exit(main())
