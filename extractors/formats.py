"""File formats → articles: what each format tells of text, title, date and publisher.

A reader takes the bytes of one file and yields its articles; rows that hold none come as ``ArticleError`` beside the
others.  The libraries are heavy, so each is imported where it is first needed.  Ids are given later, by ``documents``.
"""

from __future__ import annotations

import csv
import io
import json
import logging
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from extractors.articles import ArticleError
from extractors.model import Article

Reading = Iterator[Article | ArticleError]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "article"),
    "title": ("title", "headline"),
    "published": ("published", "date", "published_at", "publication_date", "publish_date"),
    "publisher": ("publisher", "source", "outlet", "site"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link"),
    "id": ("id", "article_id"),
    "language": ("language", "lang"),
}
"""What a row of a table may call each thing; the first that it has counts."""

OLD_ENCODINGS = ["cp1252", "cp1251", "koi8_r", "cp866"]
"""What news in English and Russian came in before UTF-8; with more to choose from, guesses go wrong."""

MAX_PAGES = 2_000
"""Pages of a PDF; a book, and not a report, has more."""

MAX_UNPACKED = 200_000_000
"""Bytes a Word file may unpack to; beyond that it was made to fill the memory."""

TITLE_LENGTH = 160
"""A first line longer than this, or one that ends like a sentence, is no headline."""

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(f"{name}|{name[:3]}" for name in _MONTHS)
_STAMP = re.compile(
    rf"""
    (?<![0-9A-Za-z]) (?:
        (?P<iso> [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}} ) (?= T | [^0-9] | $ )
      | (?P<day> [0-9]{{1,2}} ) (?:st|nd|rd|th)? \s (?P<month> {_MONTH} )\.?,? \s (?P<year> [0-9]{{4}} )
      | (?P<month2> {_MONTH} )\.? \s (?P<day2> [0-9]{{1,2}} ) (?:st|nd|rd|th)? ,? \s (?P<year2> [0-9]{{4}} )
      | (?P<day3> [0-9]{{2}} ) [./] (?P<month3> [0-9]{{2}} ) [./] (?P<year3> [0-9]{{4}} )
    ) (?! [0-9] )
    """,
    re.VERBOSE,
)
_SAMPLE = 2_000
"""Bytes by which UTF-16 is told."""

_HEAD_LINES = 12
_STAMP_LINE = 90


def decode(content: bytes) -> str:
    """Text in whatever encoding it came; raises ``ArticleError`` where that cannot be made out."""
    _check_is_text(content)
    for bom, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(bom):
            return content.decode(encoding, errors="replace")
    # Of UTF-16 without its mark every other byte is zero, before or behind each Latin letter.
    for first, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
        if content[first:_SAMPLE:2].count(0) > len(content[:_SAMPLE]) / 4 and 0 not in content[1 - first : _SAMPLE : 2]:
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _in_old_encoding(content)


def _check_is_text(content: bytes) -> None:
    """Raise ``ArticleError`` where the first bytes are those of another sort of file."""
    if content.startswith((b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0")):
        raise ArticleError("is no text file in spite of its name; give it the ending of what it is")


def _in_old_encoding(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content, cp_isolation=OLD_ENCODINGS).best()
    if best is None:
        raise ArticleError("has no known text encoding; save it again as UTF-8")
    return str(best)


def guess_published(text: str) -> date | None:
    """The day that the head of a text states as its own: the first date in a short line near the top, or None.

    A date in running text is what the article speaks of, and one at the foot is often another item's.
    """
    lines = [line for line in text[:4000].splitlines() if line.strip()][:_HEAD_LINES]
    for line in lines:
        if len(line) <= _STAMP_LINE and (stamp := _STAMP.search(line)):
            found = _day(stamp)
            if found:
                return found
    return None


def parse_day(value: object) -> date | None:
    """A date as tables write it: ISO 8601, alone or before a time; None for nothing.

    Raises ``ArticleError`` for anything else: 03/04/2023 may be two days.
    """
    written = "" if value is None else str(value).strip()
    if written in ("", "NaT", "nan", "None", "null"):
        return None
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        raise ArticleError(f"has the date {written[:40]!r}; write it as YYYY-MM-DD") from None


def from_row(row: Mapping[str, Any]) -> Article:
    """One article from a row of a table or a JSON object; names as in ``FIELDS``, in any case."""
    cells = {str(name).strip().lower(): cell for name, cell in row.items() if name is not None}
    known = {field: next((cells[name] for name in names if cells.get(name)), "") for field, names in FIELDS.items()}
    written = {field: str(cell) for field, cell in known.items() if field != "published"}
    text = sound(written.pop("text"))
    return Article(
        id=written["id"].strip(),
        text=text,
        title=sound(written["title"]).strip(),
        title_is_ours=False,
        publisher=sound(written["publisher"]).strip(),
        author=sound(written["author"]).strip(),
        published=parse_day(known["published"]),
        published_precision="day" if known["published"] else "",
        url=web_address(written["url"].strip()),
        language=_language(written["language"]),
    )


def sound(text: str) -> str:
    """The text with halves of characters (lone surrogates), which no file can hold, replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def web_address(url: str) -> str:
    """The address if it is one of the web's, else nothing: other schemes could run in the reader's page."""
    return url if url.startswith(("https://", "http://")) and url.isprintable() and " " not in url else ""


def plain(content: bytes) -> Reading:
    """Text or Markdown, kept as written; the first line is the title where it looks like one."""
    text = decode(content)
    first, *more = [line.strip() for line in text.splitlines() if line.strip()] or [""]
    title = first.lstrip("# ")
    reads_so = first.startswith("#") or (bool(more) and not title.endswith((".", ",", ";", ":")))
    is_headline = 0 < len(title) <= TITLE_LENGTH and reads_so
    published = guess_published(text)
    yield Article(
        "", text, title if is_headline else "", published=published, published_precision="day" if published else ""
    )


def html(content: bytes) -> Reading:
    """The main text of a page and what its head says of it; menus and comments are left out."""
    _check_is_text(content)
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        # Only dates the page itself states: guesses from its wording are what `published` must not be.
        found = bare_extraction(
            content,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # the parsers below raise what they like on broken files
        raise ArticleError(f"cannot be read as HTML ({_short(error)}); paste the text instead") from None
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise ArticleError("holds no main text that could be told from its menus; paste the text instead")
    published = parse_day(found.date)
    yield Article(
        id="",
        text=sound(found.text or ""),
        title=sound(found.title or ""),
        publisher=sound(found.sitename or found.hostname or ""),
        author=sound(found.author or ""),
        published=published,
        published_precision="day" if published else "",
        url=web_address(found.url or ""),
    )


def table(content: bytes) -> Reading:
    """One article a row; the header names the columns as in ``FIELDS``, ``text`` is needed."""
    text = decode(content)
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    csv.field_size_limit(2**31 - 1)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = {name.strip().lower() for name in reader.fieldnames or []}
    if not names & set(FIELDS["text"]):
        raise ArticleError(f"has no column for the articles' text; name it {' or '.join(FIELDS['text'])}")
    try:
        for row in reader:
            yield _numbered(row, f"line {reader.line_num}")
    except csv.Error as error:
        yield ArticleError(
            f"cannot be read as CSV after line {reader.line_num} ({error}); look for an unclosed quotation mark"
        )


def json_lines(content: bytes) -> Reading:
    """One JSON object a line, names as in ``FIELDS``."""
    for number, line in enumerate(decode(content).split("\n"), 1):
        if line.strip():
            row = json_row(line)
            where = f"line {number}"
            yield ArticleError(f"{where} {row}") if isinstance(row, ArticleError) else _numbered(row, where)


def json_row(line: str | bytes) -> dict[str, Any] | ArticleError:
    """The object on one line, or what is wrong with the line."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return ArticleError("is no JSON; write one object a line")
    return row if isinstance(row, dict) else ArticleError("is no JSON object; write one object a line")


def word(content: bytes) -> Reading:
    """Paragraphs and tables of a Word file (.docx), one line each."""
    import docx
    from docx.table import Table

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
                raise ArticleError(f"unpacks to more than {MAX_UNPACKED // 10**6} MB; it is no ordinary Word file")
        document = docx.Document(io.BytesIO(content))
        lines: list[str] = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                lines += ("\t".join(cell.text for cell in row.cells) for row in block.rows)
            else:
                lines.append(block.text)
        title = document.core_properties.title or ""
    except ArticleError:
        raise
    except Exception as error:  # the parsers below raise what they like on broken files
        raise ArticleError(f"cannot be read as a Word file ({_short(error)}); save it again as .docx or .txt") from None
    text = "\n".join(lines)
    published = guess_published(text)
    yield Article("", text, title, published=published, published_precision="day" if published else "")


def pdf(content: bytes) -> Reading:
    """The text layer of a PDF; lines that only the page's width broke are joined again."""
    import pypdf
    import pypdf.errors

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong is told below, once
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError("is locked with a password; save a copy without one")
        if len(reader.pages) > MAX_PAGES:
            raise ArticleError(f"has more than {MAX_PAGES} pages; split it")
        text = "\n".join(unwrap(page.extract_text()) for page in reader.pages)
        title = (reader.metadata.title if reader.metadata else "") or ""
    except ArticleError:
        raise
    except pypdf.errors.DependencyError:  # newer locks need a library for ciphers, and the password all the same
        raise ArticleError("is locked with a password; save a copy without one") from None
    except Exception as error:  # the parser raises what it likes on broken files
        raise ArticleError(f"cannot be read as a PDF ({_short(error)}); save it again, or paste its text") from None
    if not text.strip():
        raise ArticleError("has no text layer (pictures of pages only); run text recognition (OCR) on it first")
    published = guess_published(text)
    yield Article(
        "", sound(text), sound(str(title)), published=published, published_precision="day" if published else ""
    )


def unwrap(page: str) -> str:
    """A page's lines as paragraphs: a line goes on unless it ends as sentences do or stops short of the margin."""
    lines = [line.rstrip() for line in page.splitlines()]
    margin = max(map(len, lines), default=0)
    joined = ""
    for line, after in pairwise([*lines, ""]):
        if not after.strip() or len(line) < 0.7 * margin or line.endswith((".", "!", "?", ":", "”", '"', "»")):
            joined += f"{line}\n"
        elif line.endswith("-") and line[-2:-1].islower() and after[:1].islower():
            joined += line[:-1]
        else:
            joined += f"{line} "
    return joined


READERS: Mapping[str, Callable[[bytes], Reading]] = {
    ".txt": plain,
    ".md": plain,
    ".html": html,
    ".htm": html,
    ".csv": table,
    ".jsonl": json_lines,
    ".docx": word,
    ".pdf": pdf,
}
"""Ending of a file name → its reader."""


def _numbered(row: Mapping[str, Any], where: str) -> Article | ArticleError:
    try:
        article = from_row(row)
    except ArticleError as error:
        return ArticleError(f"{where} {error}")
    return article if article.text.strip() else ArticleError(f"{where} holds no text")


def _language(written: str) -> str:
    """ISO 639-1 of "en", "EN-gb" or "English"; other words stay as they are, and are refused later by name."""
    code = re.split("[-_]", written.strip().lower(), maxsplit=1)[0]
    return "en" if code in ("", "english", "eng") else code[:20]


def _day(stamp: re.Match[str]) -> date | None:
    parts = stamp.groupdict()
    if parts["iso"]:
        year, month, day = parts["iso"].split("-")
    else:
        kind = next(kind for kind in ("", "2", "3") if parts[f"day{kind}"])
        year, month, day = (parts[f"{part}{kind}"] for part in ("year", "month", "day"))
    number = int(month) if month.isdigit() else [name[:3] for name in _MONTHS].index(month[:3]) + 1
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _short(error: Exception) -> str:
    """The library's own words, one line without paths."""
    return (str(error).splitlines() or [type(error).__name__])[0][:80]
