"""Files as people have them → articles: ``(name, bytes)`` in, articles and named faults out.

One bad file never loses the others.  Limits are in ``extractors.limits``; where one bites, what was read before it is
kept and the fault says so.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from extractors import LANGUAGES
from extractors.articles import ArticleError
from extractors.formats import READERS
from extractors.limits import Limits, within
from extractors.model import Article

ENDINGS = (*READERS, ".zip")
"""Endings of the files that can be read."""

_LOCKED = 0x1
"""The bit of a zip member's flags that says it is encrypted."""


_HEAD, _FEW_LETTERS, _LAST_LATIN = 4_000, 20, "\u024f"
"""Characters by whose letters a text's script is told; fewer letters tell nothing; the end of Latin in Unicode."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """What one file held."""

    name: str
    articles: list[Article] = field(default_factory=list)
    errors: list[ArticleError] = field(default_factory=list)


def read_document(name: str, content: bytes, limits: Limits | None = None, identity: str = "") -> FileReading:
    """Read one file.  Ids differ within it and begin with ``identity``, else its name, where it states none.

    Each fault is an ``ArticleError`` that begins with the file's name; it loses nothing that can be read.
    """
    limits, taken = limits or Limits(), set[str]()
    reading = FileReading(name)
    for article in _articles(name, content, limits, reading.errors, identity):
        if len(reading.articles) == limits.articles:
            reading.errors.append(ArticleError(f"{name}: no more than {limits.articles} articles are read; split it"))
            break
        reading.articles.append(replace(article, id=unique(article.id or identity or slug(name), taken)))
    if not reading.articles and not reading.errors:
        reading.errors.append(ArticleError(f"{name}: holds no articles"))
    return reading


def few(name: str, errors: Sequence[object], most: int) -> tuple[str, ...]:
    """The first faults of a file in words, and how many more there are."""
    more = len(errors) - most
    told = tuple(map(str, errors[:most]))
    return (*told, f"{name}: {more} more faults like these") if more > 0 else told


def slug(name: str) -> str:
    """A name for ids and addresses: ASCII letters and digits of folders and file, joined by hyphens."""
    path = PurePosixPath(name[-400:].replace("\\", "/"))
    ascii_only = unicodedata.normalize("NFKD", str(path.parent / path.stem)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:80] or "text"


def unique(wanted: str, taken: set[str]) -> str:
    """An id like the one wanted that is not taken yet; it is added to ``taken``."""
    base = wanted if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,119}", wanted) else slug(wanted)
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name


def _articles(
    name: str, content: bytes, limits: Limits, errors: list[ArticleError], identity: str = ""
) -> Iterator[Article]:
    """The articles of one file; its faults are added to ``errors``.  Ids of a zip's files begin with ``identity``."""
    ending = PurePosixPath(name).suffix.lower()
    try:
        if len(content) > limits.file_bytes:
            raise ArticleError(f"is larger than {limits.file_bytes / 1e6:g} MB; split it")
        if not content:
            raise ArticleError("is empty; leave it out, or save it again")
        if ending == ".zip":
            yield from _unpacked(name, content, limits, errors, identity)
            return
        if ending not in READERS:
            raise ArticleError(f"cannot be read: {ending or 'no ending'}; readable are {', '.join(ENDINGS)}")
        for article in READERS[ending](content):
            if isinstance(article, ArticleError):
                errors.append(ArticleError(f"{name}: {article}"))
            else:
                yield from checked(name, article, limits, errors)
    except ArticleError as error:
        errors.append(ArticleError(f"{name}: {error}"))
    except ImportError as error:
        wanted = f"needs {error.name}, which is not installed; pip install 'russia-kazakhstan-figures[documents]'"
        errors.append(ArticleError(f"{name}: {wanted}"))


def checked(name: str, article: Article, limits: Limits, errors: list[ArticleError]) -> Iterator[Article]:
    """The article with a title and within the limits, unless it holds no text."""
    if not article.text.strip("\ufeff \t\r\n\f\v\u00a0\0"):
        where = f" ({article.id})" if article.id else ""
        errors.append(ArticleError(f"{name}: holds no text{where}"))
        return
    article, limit = within(article, limits)
    if limit:
        errors.append(ArticleError(f"{name}: {limit}; split it"))
    if article.language not in LANGUAGES:
        errors.append(ArticleError(f"{name}: is in {article.language!r}; only {', '.join(LANGUAGES)} is read"))
        return
    if _is_foreign(article.text):
        where = f" ({article.id})" if article.id else ""
        told = f"is not in English, as its letters show{where}; only {', '.join(LANGUAGES)} is read"
        errors.append(ArticleError(f"{name}: {told}"))
        return
    if not article.title:
        file = PurePosixPath(name.replace("\\", "/")).name.strip()
        article = replace(article, title=file[:120], title_is_ours=True)
    yield article


def _is_foreign(text: str) -> bool:
    """Whether most letters at the head of a text are not Latin."""
    head = text[:_HEAD]
    if head.isascii():
        return False
    letters = [letter for letter in head if letter.isalpha()]
    return len(letters) > _FEW_LETTERS and sum(letter <= _LAST_LATIN for letter in letters) < len(letters) / 2


def _unpacked(
    name: str, content: bytes, limits: Limits, errors: list[ArticleError], identity: str
) -> Iterator[Article]:
    """The articles of the files in a zip; what a member claims to unpack to is not believed but counted."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise ArticleError("is no zip file, or a broken one; pack it again") from None
    members = [member for member in archive.infolist() if not member.is_dir() and _wanted(member.filename)]
    if len(members) > limits.zip_files:
        errors.append(ArticleError(f"{name}: only the first {limits.zip_files} files in it are read; split it"))
    left = limits.zip_bytes
    for member in members[: limits.zip_files]:
        inside = f"{name} / {PurePosixPath(member.filename).name}"
        if inside.lower().endswith(".zip"):
            errors.append(ArticleError(f"{inside}: a zip in a zip is not opened; unpack it first"))
            continue
        if member.flag_bits & _LOCKED:
            errors.append(ArticleError(f"{inside}: is locked with a password; pack it without one"))
            continue
        try:
            with archive.open(member) as file:
                data = file.read(min(limits.file_bytes, left) + 1)
        except Exception:  # zlib, lzma and bz2 raise what they like on broken members
            errors.append(ArticleError(f"{inside}: is broken; pack it again"))
            continue
        if len(data) > left:
            raise ArticleError(f"unpacks to more than {limits.zip_bytes / 1e6:g} MB; split it")
        left -= len(data)
        for article in _articles(inside, data, limits, errors):
            made = f"{identity}-{slug(member.filename)}" if identity else slug(member.filename)
            yield replace(article, id=article.id or made)


def _wanted(member: str) -> bool:
    """Whether a zip's member is the user's own and not the packing program's."""
    parts = PurePosixPath(member).parts
    return bool(parts) and "__MACOSX" not in parts and not parts[-1].startswith(".")
