"""From files of articles to parts of facts: one pure function, and the runs that apply it to folders and archives.

Each input file gives one Parquet part of facts, written aside and then renamed: a part that is there is whole.  A run
that was stopped goes on where it was, and loses and doubles nothing.
"""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from extractors import fact_table
from extractors.articles import ArticleError
from extractors.documents import checked, few, read_document, slug, unique
from extractors.formats import FIELDS, from_row, json_row
from extractors.limits import Limits
from extractors.model import Article
from extractors.output import FACT_SCHEMA, to_arrow
from extractors.table import to_table
from extractors.workers import Report, Task

BATCH = 256
"""Articles read and extracted at a time; memory does not grow with the size of a file."""

OWN_LIMITS = Limits(
    file_bytes=4_000_000_000,
    zip_bytes=4_000_000_000,
    zip_files=1_000_000,
    articles=100_000_000,
    text_characters=1_000_000,
)
"""What a person may feed their own machine; the defaults of ``Limits`` are for a server."""

STREAMED = (".parquet", ".jsonl")
"""Formats read a batch at a time."""

ERRORS_TOLD = 100
"""Faults of one file that are told one by one: a report travels between machines."""


def facts_of(articles: pd.DataFrame) -> pd.DataFrame:
    """The facts of a frame of articles: one row an article in, one row a fact out (``FACT_COLUMNS``).

    Pure and alike on every machine, so it can be given to ``map_partitions`` of Dask as it is.  The frame needs a
    column ``text``; ``id``, ``title``, ``published`` and ``language`` are used where they are there
    (``formats.FIELDS`` lists other names).  Articles without an id get one made of their text.  Rows that hold no
    readable article give no facts.
    """
    known = articles.astype("object").where(articles.notna(), None)
    rows = ({str(name): cell for name, cell in row.items()} for row in known.to_dict("records"))
    read = _from_rows(enumerate(rows, 1), "articles", "")
    return fact_table(article for article in read if isinstance(article, Article))


def extract_file(task: Task) -> Report:
    """Write the part of one input file; what is wrong with single articles is in the report."""
    target = Path(task.target)
    aside = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
    errors: list[str] = []
    articles = facts = 0
    try:
        with pq.ParquetWriter(aside, FACT_SCHEMA, compression="zstd") as writer:
            for batch in _batches(_articles(task), errors):
                table = to_arrow(_facts(batch, task.name, errors))
                writer.write_table(table)
                articles += len(batch)
                facts += len(table)
        os.replace(aside, target)
    except ArticleError as error:
        return Report(task.target, task.name, errors=(f"{task.name} {error}",), failed=True)
    except (OSError, pa.ArrowInvalid) as error:
        told = f"{task.name}: cannot be read or written ({_short(error)}); check the file, its permissions and the disk"
        return Report(task.target, task.name, errors=(*few(task.name, errors, ERRORS_TOLD), told), failed=True)
    finally:
        aside.unlink(missing_ok=True)
    return Report(task.target, task.name, articles, facts, few(task.name, errors, ERRORS_TOLD))


def tasks_for(sources: Iterable[tuple[Path, str]], out: Path, published: str = "", language: str = "en") -> list[Task]:
    """A task for each source: its path, and its name in messages, of which ids and the part's name are made."""
    taken: set[str] = set()
    tasks = []
    for path, name in sources:
        identity = unique(slug(name), taken)
        target = out.resolve() / f"{identity}.parquet"
        tasks.append(Task(str(path.resolve()), str(target), name, identity, published, language))
    return tasks


def clear_leftovers(out: Path) -> None:
    """Remove what a killed run left half written."""
    for path in out.glob(".*.parquet.*"):
        path.unlink(missing_ok=True)


def _articles(task: Task) -> Iterator[Article | ArticleError]:
    """The articles of a task's file, with what the task says of those that do not say it themselves."""
    path = Path(task.source)
    ending = path.suffix.lower()
    read: Iterable[Article | ArticleError]
    if ending in STREAMED:
        rows = _parquet_rows(path) if ending == ".parquet" else _json_rows(path)
        read = _from_rows(rows, task.name, task.identity)
    else:
        reading = read_document(task.name, path.read_bytes(), OWN_LIMITS, identity=task.identity)
        read = [*reading.articles, *reading.errors]
    published = date.fromisoformat(task.published) if task.published else None
    for article in read:
        if isinstance(article, Article) and article.published is None and published:
            yield replace(article, published=published, published_precision="day")
        else:
            yield article


def _from_rows(
    rows: Iterable[tuple[int, Mapping[str, Any] | ArticleError]], name: str, identity: str
) -> Iterator[Article | ArticleError]:
    """Numbered rows as articles; an id is made of the row's number, or of the text where there is no ``identity``."""
    for number, row in rows:
        errors: list[ArticleError] = []
        try:
            if isinstance(row, ArticleError):
                raise row
            article = from_row(row)
            made = f"{identity}-{number}" if identity else hashlib.sha256(article.text.encode()).hexdigest()[:16]
            article = replace(article, id=article.id or made)
            yield from checked(f"{name}, row {number}", article, OWN_LIMITS, errors)
        except ArticleError as error:
            errors.append(ArticleError(f"{name}, row {number} {error}"))
        yield from errors


def _parquet_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    file = pq.ParquetFile(path)
    wanted = {name for names in FIELDS.values() for name in names}
    columns = [name for name in file.schema_arrow.names if name.lower() in wanted]
    if not {name.lower() for name in columns} & set(FIELDS["text"]):
        raise ArticleError(f"has no column for the articles' text; name it {' or '.join(FIELDS['text'])}")
    batches = file.iter_batches(batch_size=BATCH, columns=columns)
    return enumerate((row for batch in batches for row in batch.to_pylist()), 1)


def _json_rows(path: Path) -> Iterator[tuple[int, dict[str, Any] | ArticleError]]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield number, json_row(line)


def _batches(read: Iterator[Article | ArticleError], errors: list[str]) -> Iterator[list[Article]]:
    """Articles a batch at a time; faults between them go to ``errors``."""
    while pieces := list(islice(read, BATCH)):
        errors += (str(piece) for piece in pieces if isinstance(piece, ArticleError))
        yield [piece for piece in pieces if isinstance(piece, Article)]


def _facts(batch: list[Article], name: str, errors: list[str]) -> pd.DataFrame:
    """The facts of a batch; an article that cannot be extracted costs only its own."""
    try:
        return fact_table(batch)
    except Exception:
        frames = []
        for article in batch:
            try:
                frames.append(fact_table([article]))
            except Exception as error:  # a fault of ours: the other articles are not to suffer from it
                errors.append(f"{name}: {article.id} could not be extracted ({_short(error)}); please report it")
        return pd.concat([to_table([]), *frames], ignore_index=True)


def _short(error: Exception) -> str:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return (words.splitlines() or [type(error).__name__])[0][:120]
