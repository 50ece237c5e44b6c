"""Files as people have them: what each format tells, and what each fault says."""

from __future__ import annotations

import io
import json
from datetime import date

import docx
import pytest

from extractors.documents import ENDINGS, slug
from extractors.formats import decode, guess_published, unwrap
from extractors.limits import Limits
from extractors.model import Article
from tests.extractors.files import PAGE, pdf, read, word, zipped


def one(name: str, content: bytes) -> Article:
    reading = read(name, content)
    assert reading.errors == []
    (article,) = reading.articles
    return article


def test_text_is_kept_as_written() -> None:
    content = "Trade grows\r\n\r\nASTANA, 9 November 2023\nIt came to\u00a0$28.2 billion.\n"
    article = one("C:\\texts\\Trade grows.txt", content.encode())
    assert article.text == content
    assert (article.id, article.title, article.title_is_ours) == ("c-texts-trade-grows", "Trade grows", False)
    assert (article.published, article.published_precision) == (date(2023, 11, 9), "day")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"])
def test_text_in_any_usual_encoding(encoding: str) -> None:
    text = "Товарооборот России и Казахстана вырос на семь процентов, сообщили в правительстве. " * 3
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_english_in_any_usual_encoding(encoding: str) -> None:
    text = "Trade grew – “by 7%”, he said. Exports came to £5 million." * 3
    assert one("a.txt", text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "He said «товарооборот» in Astana (Астана), where trade came to 28 billion.",
        "Şımkent, Öskemen – 7 km",
        "₸ 7 млрд",
        "7",
    ],
)
def test_a_few_foreign_letters_do_not_make_a_text_foreign(text: str) -> None:
    assert one("a.txt", text.encode()).text == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Trade grows\n\nIt came to $28.2 billion.", "Trade grows"),
        ("Trade grows\n\nIt came to $28.2 billion.", "Trade grows"),
        ("It came to $28.2 billion.\nIt grew.", "a.md"),
        ("Trade grows", "a.md"),
        ("word " * 40 + "\nmore", "a.md"),
    ],
)
def test_a_first_line_is_the_title_where_it_looks_like_one(text: str, title: str) -> None:
    article = one("a.md", text.encode())
    assert (article.title, article.title_is_ours) == (title, title == "a.md")


def test_a_page_gives_its_main_text_and_what_its_head_says() -> None:
    article = one("trade.html", PAGE.encode())
    assert "$28.2 billion in 2022" in article.text
    assert "Sport" not in article.text
    assert "newsletters" not in article.text
    assert (article.title, article.publisher, article.published) == ("Trade grows", "The Paper", date(2023, 11, 9))
    assert article.url == "https://paper.example/trade"


def test_a_page_without_a_date_has_none() -> None:
    """A year in the wording is what the text speaks of."""
    bare = PAGE.replace('<meta property="article:published_time" content="2023-11-09T10:00:00Z">', "")
    assert one("trade.html", bare.encode()).published is None


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_gives_an_article_a_row(delimiter: str) -> None:
    rows = [
        ("Title", "Body", "Date", "Source"),
        ("Trade", '"It grew.\nTwice."', "2023-11-09", "The Paper"),
        ("B", "Two", "", ""),
    ]
    reading = read("a.csv", "\n".join(delimiter.join(row) for row in rows).encode())
    assert reading.errors == []
    assert [(article.id, article.title, article.text) for article in reading.articles] == [
        ("a", "Trade", "It grew.\nTwice."),
        ("a-2", "B", "Two"),
    ]
    assert (reading.articles[0].published, reading.articles[0].publisher) == (date(2023, 11, 9), "The Paper")


def test_json_lines_give_an_article_a_line() -> None:
    lines = [
        json.dumps(
            {"id": "first", "text": "One \ud800 two", "published": "2023-11-09T18:42:00Z", "url": "javascript:x"}
        ),
        "",
        json.dumps({"content": "Три", "headline": "T"}, ensure_ascii=False),
    ]
    reading = read("a.jsonl", "\n".join(lines).encode())
    assert reading.errors == []
    first, second = reading.articles
    assert (first.id, first.text, first.published, first.url) == ("first", "One \ufffd two", date(2023, 11, 9), "")
    assert (second.id, second.text, second.title) == ("a", "Три", "T")


def test_a_word_file_gives_paragraphs_and_tables() -> None:
    document, packed = docx.Document(), io.BytesIO()
    document.add_paragraph("Trade came to $28.2 billion.")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Border", "7,644 km"
    document.add_paragraph("It grew.")
    document.save(packed)
    assert one("a.docx", packed.getvalue()).text == "Trade came to $28.2 billion.\nBorder\t7,644 km\nIt grew."
    assert one("a.docx", word("Text.", title="Trade grows")).title == "Trade grows"


def test_a_pdf_gives_its_text_layer_with_lines_joined() -> None:
    article = one(
        "a.pdf", pdf("Trade between Russia and Kazakhstan came to $28.2", "billion in 2022.", "It grew by 7%.")
    )
    assert "came to $28.2 billion in 2022.\n" in article.text
    assert "It grew by 7%." in article.text


@pytest.mark.parametrize(
    ("page", "joined"),
    [
        ("came to a total of $28.2\nbillion in the year 2022.", "came to a total of $28.2 billion in the year 2022.\n"),
        ("both countries and their co-\noperation in trade now", "both countries and their cooperation in trade now\n"),
        (
            "Trade grows\nIt came to a total of 28 billion dollars",
            "Trade grows\nIt came to a total of 28 billion dollars\n",
        ),
        (
            "It has ended here, we say.\nAnother one begins here.",
            "It has ended here, we say.\nAnother one begins here.\n",
        ),
        ("", ""),
    ],
)
def test_lines_that_the_page_broke_are_joined(page: str, joined: str) -> None:
    assert unwrap(page) == joined


def test_a_zip_gives_the_articles_of_all_its_files() -> None:
    files = {
        "one.txt": b"A text.",
        "deep/two.html": PAGE.encode(),
        "__MACOSX/._one.txt": b"\0",
        "deep/.DS_Store": b"\0",
    }
    reading = read("all.zip", zipped(**files))
    assert reading.errors == []
    assert [article.id for article in reading.articles] == ["one", "deep-two"]


def test_one_bad_file_does_not_lose_the_others() -> None:
    files = {"a.txt": b"A text.", "b.pdf": b"no", "b/a.txt": b"Another.", "c.xlsx": b"x", "d.md": b"Third."}
    reading = read("all.zip", zipped(**files))
    assert [article.text for article in reading.articles] == ["A text.", "Another.", "Third."]
    assert [str(error).partition(": ")[0] for error in reading.errors] == ["all.zip / b.pdf", "all.zip / c.xlsx"]


def test_a_zip_bomb_does_not_lose_the_files_beside_it() -> None:
    reading = read("a.zip", zipped(**{"a.txt": bytes(50_000_000), "b.txt": b"A text."}))
    assert [str(error) for error in reading.errors] == ["a.zip / a.txt: is larger than 20 MB; split it"]
    assert [article.text for article in reading.articles] == ["A text."]


def test_what_stands_before_a_limit_is_kept() -> None:
    long = read("a.txt", b"Some text. " * 10, Limits(text_characters=21))
    assert long.articles[0].text == "Some text. Some text."
    assert str(long.errors[0]) == "a.txt: only the first 21 characters are read; split it"
    many = read("a.csv", b"text\nOne\nTwo\nThree\n", Limits(articles=2))
    assert [article.text for article in many.articles] == ["One", "Two"]
    assert str(many.errors[0]) == "a.csv: no more than 2 articles are read; split it"
    files = read("a.zip", zipped(**{"a.txt": b"One", "b.txt": b"Two"}), Limits(zip_files=1))
    assert [article.text for article in files.articles] == ["One"]
    assert str(files.errors[0]) == "a.zip: only the first 1 files in it are read; split it"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Title\nSeptember 25, 2023\nText", date(2023, 9, 25)),
        ("Title\nPublished: 25 September 2023, 18:42\nText", date(2023, 9, 25)),
        ("---\ndate: 2023-09-25\n---\nText", date(2023, 9, 25)),
        ("ASTANA, Sept. 1\nThu, 25 Sep 2023 10:00 GMT", date(2023, 9, 25)),
        ("25.09.2023 10:00\nText", date(2023, 9, 25)),
        (
            "Title\nThey met on September 25, 2023, in Astana, and said that trade would grow and grow and grow.",
            None,
        ),
        ("Text without any date", None),
        ("Text\n" * 40 + "24/10/2019 17:56", None),
        ("31.02.2023\nText", None),
        ("Phone 125.09.20231\nText", None),
        ("", None),
    ],
)
def test_the_date_a_text_states_as_its_own(text: str, day: date | None) -> None:
    assert guess_published(text) == day


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Trade grows.txt", "trade-grows"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x\\Ä b.html", "c-x-a-b"),
        ("2023/May.12.txt", "2023-may-12"),
        ("Торговля.txt", "text"),
        ("", "text"),
        ("x" * 500 + ".txt", "x" * 80),
    ],
)
def test_ids_come_from_file_names(name: str, wanted: str) -> None:
    assert slug(name) == wanted


def test_every_ending_is_tried_here() -> None:
    assert set(ENDINGS) == {".txt", ".md", ".html", ".htm", ".csv", ".jsonl", ".docx", ".pdf", ".zip"}
