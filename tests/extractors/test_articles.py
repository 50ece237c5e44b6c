"""Reading articles: what loads, and what each fault says."""

from __future__ import annotations

import hashlib
import os
import re
import resource
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractors.articles import ARTICLES, COLUMNS, ArticleError, keep_articles, read_articles
from extractors.model import Article

AS_RECEIVED = {
    "asianews-2024-astana-russia-china": "90d5ba3d5e1b9dae4594d03fabcfd30f6c81a481189b7da4e1bdcc53cb333cb1",
    "frontier-post-2022-diplomatic-confusion": "c67ce30ea4547088cdd553483c56a73e34eb6be602d077ccbed4a8bb9bbeccba",
    "pravda-ru-2021-kazakhstan-ukraine": "d85a77dccbec2aaabd2e899301feb8abda4a5b2765c083aecaded69618f1b94a",
    "world-today-news-2023-putin-astana-agreements": "07ec86673fb87af56b169a349f0c31d758f7100316946c1fba125081bf3c5699",
    "world-today-news-2023-putin-tokaev-friendship": "7b94a6f055ed3a497537425508835e9fcbe9bcadfde6b538356131c9a03300c5",
}

HEADER = ",".join(COLUMNS)
GOOD = "good,A title,false,A paper,,2024-05-06,day,https://example.org/a,en,theirs"


def library(
    tmp_path: Path, *rows: str | bytes, files: dict[str, bytes] | None = None, header: str = HEADER
) -> tuple[list[str], list[str]]:
    """Ids read and messages given, from a folder with ``good.txt`` and these rows and files."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, content in {"good.txt": b"A text.", **(files or {})}.items():
        (folder / name).write_bytes(content)
    lines = [row.encode() if isinstance(row, str) else row for row in (header, GOOD, *rows)]
    (tmp_path / "articles.csv").write_bytes(b"\n".join(lines) + b"\n")
    articles, errors = read_articles(folder)
    return [article.id for article in articles], [str(error) for error in errors]


@pytest.mark.parametrize("article_id", AS_RECEIVED)
def test_texts_are_as_received(article_id: str) -> None:
    """Figures are found by their place in the text, so not a byte of it may change."""
    assert hashlib.sha256((ARTICLES / f"{article_id}.txt").read_bytes()).hexdigest() == AS_RECEIVED[article_id]


def test_the_five_articles_load_without_a_fault() -> None:
    articles, errors = read_articles()
    assert errors == []
    assert {article.id for article in articles} >= set(AS_RECEIVED)
    for article in articles:
        assert article.text == (ARTICLES / f"{article.id}.txt").read_bytes().decode()
        assert article.title
        assert article.publisher
        assert article.rights
    assert sum(article.title_is_ours for article in articles) == 2


def test_metadata_are_read(tmp_path: Path) -> None:
    assert library(tmp_path) == (["good"], [])
    (article,), _ = read_articles(tmp_path / "articles")
    assert (article.title, article.published, article.published_precision) == ("A title", date(2024, 5, 6), "day")
    assert (article.url, article.language, article.title_is_ours) == ("https://example.org/a", "en", False)


@pytest.mark.parametrize(
    "content",
    [b"one\r\ntwo\rthree\n", b"\xef\xbb\xbfAfter a mark", "7\u00a0000 тонн, «Қазақстан» ₸".encode(), b"  spaces  \n\n"],
)
def test_a_text_is_decoded_and_never_rewritten(tmp_path: Path, content: bytes) -> None:
    library(tmp_path, files={"good.txt": content})
    (article,), _ = read_articles(tmp_path / "articles")
    assert article.text.encode() == content


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("b,,true,P,,,,,en,r", "articles.csv, line 3: b has no title; describe"),
        ("b,T,yes,P,,,,,en,r", "articles.csv, line 3: title_is_ours is 'yes'; write true or false"),
        ("b,T,false,P,,2024-13-01,day,,en,r", "line 3: published is '2024-13-01'; write a day as YYYY-MM-DD"),
        ("b,T,false,P,,6 May 2024,day,,en,r", "line 3: published is '6 May 2024'; write a day as YYYY-MM-DD"),
        ("b,T,false,P,,20240506,day,,en,r", "line 3: published is '20240506'; write a day"),
        ("b,T,false,P,,2024-05-06,,,en,r", "line 3: published_precision is ''; write day, month, year"),
        ("b,T,false,P,,,,javascript:alert(1),en,r", "line 3: url is 'javascript:alert(1)'; write an address"),
        ("b,T,false,P,,,,//example.org/a,en,r", "line 3: url is '//example.org/a'; write an address"),
        ("b,T,false,P,,,,http://[x,en,r", "line 3: url is 'http://[x'; write an address"),
        ("b,T,false,P,,,,,English,r", "line 3: language is 'English'; write an ISO 639 code"),
        ("../b,T,false,P,,,,,en,r", "line 3: the id '../b' cannot name a file; use letters"),
        (",T,false,P,,,,,en,r", "line 3: the id '' cannot name a file; use letters"),
        ("good,T,false,P,,,,,en,r", "line 3: the id 'good' is already used in line 2; give each"),
        ("b,T,false", "line 3: 3 cells where the header has 10; put cells with a comma in quotation marks"),
        ("b,T, and more,false,P,,,,,en,r", "line 3: 11 cells where the header has 10; put cells"),
        ("gone,T,false,P,,,,,en,r", "line 3: gone.txt is missing; put the text there, or delete its row"),
        ('b,"T,false,P,,,,,en,r', "not readable as CSV (unexpected end of data); look for a quotation mark"),
    ],
)
def test_a_bad_row_is_named_and_the_others_load(tmp_path: Path, row: str, told: str) -> None:
    ids, errors = library(tmp_path, row)
    assert ids == ["good"]
    assert len(errors) == 1
    assert told in errors[0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "b.txt is empty; put the article's text there"),
        (b" \r\n\t\n", "b.txt is empty; put the article's text there"),
        (b"\xef\xbb\xbf\n", "b.txt is empty; put the article's text there"),
        ("Трубопровод".encode("cp1251"), "b.txt is not UTF-8 (byte 0); save it again as UTF-8"),
        ("A text".encode("utf-16"), "b.txt is not UTF-8 (byte 0); save it again as UTF-8"),
    ],
)
def test_a_bad_text_is_named_and_the_others_load(tmp_path: Path, content: bytes, told: str) -> None:
    ids, errors = library(tmp_path, "b,T,false,P,,,,,en,r", files={"b.txt": content})
    assert ids == ["good"]
    assert len(errors) == 1
    assert told in errors[0]


def test_the_line_named_is_the_one_in_the_file(tmp_path: Path) -> None:
    """Cells may hold line breaks, and blank lines count."""
    _, errors = library(tmp_path, 'good,"A\ntitle",false,P,,,,,en,r', "", "b,T,maybe,P,,,,,en,r")
    assert [error.split(":")[0] for error in errors] == ["articles.csv, line 3", "articles.csv, line 6"]


def test_a_file_without_a_row_says_which_row_to_add(tmp_path: Path) -> None:
    ids, errors = library(tmp_path, files={"new.txt": b"A text.", "notes.md": b"not an article"})
    assert ids == ["good"]
    assert len(errors) == 1
    assert errors[0].startswith("new.txt has no row in articles.csv; add: new,<title>,false,")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    ids, errors = library(tmp_path, header=HEADER.replace(",rights", "").replace("url", "link"))
    assert ids == []
    assert errors[0].startswith("articles.csv, line 1: no column url, rights; the header is id,title,")


def test_a_table_from_a_spreadsheet_program_is_read(tmp_path: Path) -> None:
    """It begins with a byte-order mark."""
    assert library(tmp_path, header=f"\ufeff{HEADER}") == (["good"], [])


def test_a_table_in_another_encoding_is_named(tmp_path: Path) -> None:
    ids, errors = library(tmp_path, "b,Тема,false,P,,,,,en,r".encode("cp1251"))
    assert ids == []
    assert "articles.csv is not UTF-8 (byte" in errors[0]


def test_f78_a_missing_table_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    articles, errors = read_articles(tmp_path / "articles")
    assert articles == []
    assert [str(error).split(";")[0] for error in errors] == [
        "articles.csv is missing",
        "The folder articles is missing",
    ]


KEPT = Article(
    id="kept",
    text="One\r\n«two» ₸",
    title='A title, "quoted"\nand broken',
    publisher="=A paper",
    published=date(2024, 5, 6),
    published_precision="day",
    rights="theirs",
)


def state(folder: Path) -> dict[str, bytes]:
    """Every file, hidden ones too, and what it holds."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_articles_are_kept_byte_for_byte_with_their_rows(tmp_path: Path) -> None:
    library(tmp_path)
    other = replace(KEPT, id="other", text="Another")
    first, second = keep_articles([KEPT, other], tmp_path / "articles")
    assert (first.read_bytes(), second.read_bytes()) == (KEPT.text.encode(), b"Another")
    articles, errors = read_articles(tmp_path / "articles")
    assert errors == []
    title = 'A title, "quoted" and broken'
    assert articles[1:] == [replace(KEPT, title=title), replace(other, title=title)]
    assert len(state(tmp_path)) == 4, "nothing else is left"


@pytest.mark.parametrize(
    ("article_id", "told"),
    [
        ("good", "good already has a row in articles.csv; choose another id"),
        ("orphan", "orphan.txt is there already; choose another id"),
        ("first", "first already has a row in articles.csv; choose another id"),
        ("../kept", "the id '../kept' cannot name a file"),
        ("kept\0", "the id 'kept\\x00' cannot name a file"),
    ],
)
def test_nothing_is_kept_over_another(tmp_path: Path, article_id: str, told: str) -> None:
    library(tmp_path, files={"orphan.txt": b"A text."})
    before = state(tmp_path)
    with pytest.raises(ArticleError, match=re.escape(told)):
        keep_articles([replace(KEPT, id="first"), replace(KEPT, id=article_id)], tmp_path / "articles")
    assert state(tmp_path) == before


def test_a_name_taken_meanwhile_is_not_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library(tmp_path)
    before = state(tmp_path)
    link = os.link

    def late(source: Path, target: Path) -> None:
        if target.stem == "second":
            target.write_bytes(b"somebody else's")
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(ArticleError, match=r"articles cannot be written to \(File exists\); nothing was changed"):
        keep_articles([KEPT, replace(KEPT, id="second")], tmp_path / "articles")
    assert state(tmp_path) == before | {str(tmp_path / "articles" / "second.txt"): b"somebody else's"}


@pytest.mark.parametrize(
    ("owner", "step", "call"),
    [
        (os, "fsync", 1),  # the first text
        (os, "fsync", 2),
        (os, "fsync", 3),  # the table
        (os, "link", 1),
        (os, "link", 2),
        (Path, "replace", 1),
    ],
)
def test_a_full_disk_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, step: str, call: int
) -> None:
    """Whichever step of keeping two texts fails."""
    library(tmp_path)
    before, works, calls = state(tmp_path), getattr(owner, step), []

    def full(*given: Any) -> Any:
        calls.append(given)
        if len(calls) == call:
            raise OSError(28, "No space left on device")
        return works(*given)

    with monkeypatch.context() as patched:
        patched.setattr(owner, step, full)
        told = r"articles cannot be written to \(No space left on device\); nothing was changed"
        with pytest.raises(ArticleError, match=told):
            keep_articles([KEPT, replace(KEPT, id="second")], tmp_path / "articles")
    assert state(tmp_path) == before


def test_a_disk_that_is_full_half_way_leaves_no_half_text(tmp_path: Path) -> None:
    """A real one: the system stops writing in the middle of a file."""
    library(tmp_path)
    before, limits = state(tmp_path), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(
            ArticleError, match=r"articles cannot be written to \(File too large\); nothing was changed"
        ):
            keep_articles([KEPT, replace(KEPT, id="long", text="long " * 50_000)], tmp_path / "articles")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert state(tmp_path) == before


def test_no_row_is_lost_where_many_keep_at_once(tmp_path: Path) -> None:
    library(tmp_path)
    kept = [replace(KEPT, id=f"kept-{number}") for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda article: keep_articles([article], tmp_path / "articles"), kept))
    articles, errors = read_articles(tmp_path / "articles")
    assert errors == []
    assert {article.id for article in articles} == {"good", *(article.id for article in kept)}


def test_who_is_killed_on_the_way_leaves_whole_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed before the table is replaced: the text is whole, the table the old one, and the missing row is named."""

    class KilledError(BaseException): ...

    def killed(*_: object) -> None:
        raise KilledError

    library(tmp_path)
    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KilledError):
        keep_articles([KEPT], tmp_path / "articles")
    assert (tmp_path / "articles" / "kept.txt").read_bytes() == KEPT.text.encode()
    articles, errors = read_articles(tmp_path / "articles")
    assert [article.id for article in articles] == ["good"]
    assert "kept.txt has no row in articles.csv; add: kept," in str(errors[0])
