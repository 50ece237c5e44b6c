"""Reading articles and what is known of them: a folder of text files and one CSV with a row for each.

What is wrong is told, not thrown: every fault becomes an ``ArticleError`` naming the file, the line and the remedy, and
the other articles still load.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from extractors.model import Article

ARTICLES = Path(__file__).resolve().parent.parent / "data" / "articles"
"""The folder the project ships with; its metadata stand beside it in ``data/articles.csv``."""

COLUMNS = (
    "id",
    "title",
    "title_is_ours",
    "publisher",
    "author",
    "published",
    "published_precision",
    "url",
    "language",
    "rights",
)
"""The columns of ``articles.csv``; ``data/README.md`` says what each holds."""

PRECISIONS = ("day", "month", "year")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,119}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class ArticleError(Exception):
    """An article that could not be read: the message says which file or line, what is wrong, and what to do."""


def read_articles(folder: Path = ARTICLES) -> tuple[list[Article], list[ArticleError]]:
    """All articles of a folder in the order of its table, and what kept others out.

    ``folder`` holds one ``<id>.txt`` an article; the table is the CSV of the folder's name beside it.
    """
    table = folder.with_name(f"{folder.name}.csv")
    articles: list[Article] = []
    errors: list[ArticleError] = []
    lines: dict[str, int] = {}
    try:
        for line, row in _rows(table):
            if isinstance(row, ArticleError):
                errors.append(row)
                continue
            first = lines.setdefault(row["id"], line)
            try:
                if first != line:
                    raise ArticleError(
                        f"the id {row['id']!r} is already used in line {first}; give each article its own"
                    )
                articles.append(_article(row, folder))
            except ArticleError as error:
                errors.append(ArticleError(f"{table.name}, line {line}: {error}"))
    except ArticleError as error:
        errors.append(error)
    errors += _without_row(folder, table, set(lines))
    return articles, errors


def read_text(path: Path) -> str:
    """A text file as stored: UTF-8, line ends and any byte-order mark untouched, so that offsets stay true.

    Raises ``ArticleError`` where the file cannot be read, is not UTF-8 or holds no text.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise ArticleError(f"{path.name} is missing; put the text there, or delete its row") from None
    except OSError as error:
        raise ArticleError(
            f"{path.name} cannot be read ({error.strerror}); check the file and its permissions"
        ) from None
    except UnicodeDecodeError as error:
        raise ArticleError(f"{path.name} is not UTF-8 (byte {error.start}); save it again as UTF-8") from None
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise ArticleError(f"{path.name} is empty; put the article's text there, or delete file and row")
    return text


def _rows(table: Path) -> Iterator[tuple[int, dict[str, str] | ArticleError]]:
    """Rows of the table with the line each begins on; rows of the wrong length come as errors."""
    try:
        # utf-8-sig: spreadsheet programs put a byte-order mark before the header.
        content = table.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise ArticleError(f"{table.name} is missing; create it with the header {','.join(COLUMNS)}") from None
    except OSError as error:
        raise ArticleError(
            f"{table.name} cannot be read ({error.strerror}); check the file and its permissions"
        ) from None
    except UnicodeDecodeError as error:
        raise ArticleError(f"{table.name} is not UTF-8 (byte {error.start}); save it again as UTF-8") from None
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    try:
        header = next(reader, [])
        if missing := [name for name in COLUMNS if name not in header]:
            raise ArticleError(
                f"{table.name}, line 1: no column {', '.join(missing)}; the header is {','.join(COLUMNS)}, with commas"
            )
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(header):
                yield line, dict(zip(header, (cell.strip() for cell in cells), strict=True))
            elif cells:
                fault = (
                    f"{len(cells)} cells where the header has {len(header)}; put cells with a comma in quotation marks"
                )
                yield line, ArticleError(f"{table.name}, line {line}: {fault}")
            line = reader.line_num + 1
    except csv.Error as error:
        fault = f"not readable as CSV ({error}); look for a quotation mark that is not closed"
        raise ArticleError(f"{table.name}, line {reader.line_num}: {fault}") from None


def _article(row: dict[str, str], folder: Path) -> Article:
    """The article of one row, its text read from the folder."""
    if not _ID.fullmatch(row["id"]):
        raise ArticleError(f"the id {row['id']!r} cannot name a file; use letters, digits, - and _")
    if not row["title"]:
        raise ArticleError(f"{row['id']} has no title; describe the text in a few words and set title_is_ours to true")
    if row["title_is_ours"] not in ("true", "false"):
        raise ArticleError(f"title_is_ours is {row['title_is_ours']!r}; write true or false")
    if row["language"] and not _LANGUAGE.fullmatch(row["language"]):
        raise ArticleError(f"language is {row['language']!r}; write an ISO 639 code such as en")
    published, precision = _published(row["published"], row["published_precision"])
    url = _url(row["url"])
    return Article(
        id=row["id"],
        text=read_text(folder / f"{row['id']}.txt"),
        title=row["title"],
        title_is_ours=row["title_is_ours"] == "true",
        publisher=row["publisher"],
        author=row["author"],
        published=published,
        published_precision=precision,
        url=url,
        language=row["language"] or "en",
        rights=row["rights"],
    )


def _published(day: str, precision: str) -> tuple[date | None, str]:
    if not day:
        return None, ""
    if precision not in PRECISIONS:
        raise ArticleError(f"published_precision is {precision!r}; write {', '.join(PRECISIONS)}")
    try:
        if not _DAY.fullmatch(day):
            raise ValueError(day)
        return date.fromisoformat(day), precision
    except ValueError as error:
        raise ArticleError(f"published is {day!r}; write a day as YYYY-MM-DD, or leave it blank") from error


def _url(url: str) -> str:
    """The address, if a browser may be sent there; anything but http and https could run in the reader's page."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and parts.hostname and url.isprintable() and " " not in url
    except ValueError:
        sound = False
    if url and not sound:
        raise ArticleError(f"url is {url!r}; write an address that begins with https:// or http://, or leave it blank")
    return url


def _without_row(folder: Path, table: Path, ids: set[str]) -> Iterator[ArticleError]:
    """The text files that the table does not know."""
    if not folder.is_dir():
        yield ArticleError(f"The folder {folder.name} is missing; create it and put one text file an article there")
        return
    for path in sorted(folder.glob("*.txt")):
        if path.stem not in ids:
            row = f"{path.stem},<title>,false,<publisher>,,<YYYY-MM-DD>,day,<https://...>,en,<rights>"
            yield ArticleError(f"{path.name} has no row in {table.name}; add: {row}")


def keep_articles(articles: Sequence[Article], folder: Path = ARTICLES) -> list[Path]:
    """Write articles into the folder and their rows into the table, all of them or none; gives the text files.

    Everything is written aside first.  Texts then get their names, which never takes a name from another, and at last
    the table is replaced in one step, so that whoever reads it meanwhile reads the old or the new one.  Who is killed
    on the way leaves at worst whole texts without rows, which ``read_articles`` names.  Raises ``ArticleError`` where
    an id is taken or something cannot be written; then nothing was changed.
    """
    table = folder.with_name(f"{folder.name}.csv")
    aside: dict[Path, Path] = {}
    table_aside = table.with_name(f".{table.name}.{uuid4().hex}")
    named: list[Path] = []
    try:
        with _alone(folder):
            _check_free(articles, folder, table)
            for article in articles:
                text = aside[folder / f"{article.id}.txt"] = folder / f".{article.id}.{uuid4().hex}"
                _write(text, article.text.encode("utf-8"))
            before = table.read_bytes()
            rows = "".join(_row(article, before) for article in articles).encode("utf-8")
            _write(table_aside, before + (b"" if before.endswith(b"\n") else b"\n") + rows)
            for path, text in aside.items():
                os.link(text, path)  # unlike renaming, this fails where the name is taken
                named.append(path)
            table_aside.replace(table)
    except OSError as error:
        for path in named:
            path.unlink(missing_ok=True)
        raise ArticleError(f"{folder} cannot be written to ({error.strerror}); nothing was changed") from None
    finally:
        for path in (*aside.values(), table_aside):
            path.unlink(missing_ok=True)
    return named


def _check_free(articles: Sequence[Article], folder: Path, table: Path) -> None:
    """Raise ``ArticleError`` where an id names no file or is taken."""
    taken = {row["id"] for _, row in _rows(table) if isinstance(row, dict)}
    for article in articles:
        if not _ID.fullmatch(article.id):
            raise ArticleError(f"the id {article.id!r} cannot name a file; use letters, digits, - and _")
        if article.id in taken:
            raise ArticleError(f"{article.id} already has a row in {table.name}; choose another id")
        if (folder / f"{article.id}.txt").exists():
            raise ArticleError(f"{article.id}.txt is there already; choose another id")
        taken.add(article.id)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep out other processes that write into the folder, so that no row of theirs is lost."""
    import fcntl  # not there on Windows, where everything else here works

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _write(path: Path, content: bytes) -> None:
    """Write a new file and wait until the disk has it: only then is it known whether there was room."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _row(article: Article, table: bytes) -> str:
    """The article's row in the order of the table's own header."""
    header = next(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    cells = {
        **{name: str(getattr(article, name, "") or "") for name in COLUMNS},
        "title_is_ours": str(article.title_is_ours).lower(),
        "published": article.published.isoformat() if article.published else "",
        "published_precision": article.published_precision if article.published else "",
    }
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(" ".join(cells.get(name, "").split()) for name in header)
    return line.getvalue()
