"""Every fault of every format, and what is told of it: one table."""

from __future__ import annotations

import pytest

from extractors import formats
from extractors.documents import ENDINGS
from extractors.limits import Limits
from tests.extractors.files import broken_member, locked_member, pdf, pdf_with_new_lock, read, word, zipped

NO_TEXT = "is no text file in spite of its name; give it the ending of what it is"
NO_ENCODING = "has no known text encoding; save it again as UTF-8"
NO_MAIN_TEXT = "holds no main text that could be told from its menus; paste the text instead"
NO_COLUMN = "has no column for the articles' text; name it text or content or body or article"
NO_WORD_FILE = "cannot be read as a Word file (File is not a zip file); save it again as .docx or .txt"
NO_PDF = "cannot be read as a PDF (Stream has ended unexpectedly); save it again, or paste its text"
NO_ZIP = "is no zip file, or a broken one; pack it again"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
NOISE = b"MZ\x90\0\3" + bytes(range(256)) * 4
RUSSIAN = "Товарооборот России и Казахстана вырос на 7 % в 2023 году. "
BOMB = zipped(**{"a.txt": bytes(50_000_000)})
"""50 MB of nothing in 50 kB."""

EMPTY = dict.fromkeys(ENDINGS, "is empty")
HUGE = dict.fromkeys(ENDINGS, "is larger than 0.001 MB; split it")
OTHER_TYPE = {
    **dict.fromkeys([".txt", ".md", ".html", ".htm", ".csv", ".jsonl"], NO_TEXT),
    ".docx": NO_WORD_FILE,
    ".pdf": NO_PDF,
    ".zip": NO_ZIP,
}
WRONG_ENCODING = {
    **dict.fromkeys([".txt", ".md", ".csv", ".jsonl"], NO_ENCODING),
    **dict.fromkeys([".html", ".htm"], NO_MAIN_TEXT),
}
IN_EVERY_FORMAT = [
    *((f"{fault}{ending}", f"a{ending}", content, limits, told[ending])
      for fault, content, limits, told in (
        ("empty", b"", None, EMPTY),
        ("huge", b"x" * 1_001, Limits(file_bytes=1_000), HUGE),
        ("other type", PICTURE, None, OTHER_TYPE),
        ("wrong encoding", NOISE, None, WRONG_ENCODING),
      ) for ending in told),
]  # fmt: skip
OF_ONE_FORMAT = [
    # what is wrong            file      content                                    limits  what is told behind the file's name
    ("spaces only",            "a.txt",  b" \n\xc2\xa0\n",                          None, ": holds no text"),
    ("nothing but a mark",     "a.txt",  b"\xef\xbb\xbf",                           None, ": holds no text"),
    ("zeros",                  "a.txt",  bytes(500),                                None, ": holds no text"),
    ("Russian",                "a.txt",  RUSSIAN.encode(),                          None, ": is not in English, as its letters show; only en is read"),
    ("old Russian",            "a.txt",  (RUSSIAN * 3).encode("cp1251"),            None, ": is not in English, as its letters show; only en is read"),
    ("a PDF named so",         "a.txt",  pdf("Text"),                               None, f": {NO_TEXT}"),
    ("a sheet",                "a.xlsx", b"PK",                                     None, f": cannot be read: .xlsx; readable are {', '.join(ENDINGS)}"),
    ("old Word",               "a.doc",  b"\xd0\xcf\x11\xe0",                       None, f": cannot be read: .doc; readable are {', '.join(ENDINGS)}"),
    ("no ending",              "a",      b"text",                                   None, f": cannot be read: no ending; readable are {', '.join(ENDINGS)}"),
    ("no main text",           "a.html", b"<html><body></body></html>",             None, f": {NO_MAIN_TEXT}"),
    ("no markup",              "a.html", b"\0\xff\0",                              None, f": {NO_MAIN_TEXT}"),
    ("no column",              "a.csv",  b"title,date\nA,2023-01-01",               None, f": {NO_COLUMN}"),
    ("empty cell",             "a.csv",  b"title,text\nA,\n",                       None, ": line 2 holds no text"),
    ("two days at once",       "a.csv",  b"text,date\nOne,3.4.2023\n",              None, ": line 2 has the date '3.4.2023'; write it as YYYY-MM-DD"),
    ("header only",            "a.csv",  b"title,text\n",                           None, ": holds no articles"),
    ("cut line",               "a.jsonl", b'{"text": "cut',                         None, ": line 1 is no JSON; write one object a line"),
    ("deep nesting",           "a.jsonl", b"[" * 100_000,                           None, ": line 1 is no JSON; write one object a line"),
    ("a list",                 "a.jsonl", b'["text"]',                              None, ": line 1 is no JSON object; write one object a line"),
    ("another language",       "a.jsonl", b'{"text": "Text", "lang": "ru"}',        None, ": is in 'ru'; only en is read"),
    ("empty lines",            "a.jsonl", b"\n\n",                                  None, ": holds no articles"),
    ("a zip of other things",  "a.docx", zipped(**{"other.txt": b"x"}),             None, ": cannot be read as a Word file ("),
    ("no words",               "a.docx", word(""),                                  None, ": holds no text"),
    ("bomb",                   "a.docx", BOMB,                                      None, ": unpacks to more than 10 MB; it is no ordinary Word file"),
    ("cut",                    "a.pdf",  pdf("Text")[:300],                         None, ": cannot be read as a PDF ("),
    ("password",               "a.pdf",  pdf("Text", password="secret"),            None, ": is locked with a password; save a copy without one"),
    ("new lock",               "a.pdf",  pdf_with_new_lock(),                       None, ": is locked with a password; save a copy without one"),
    ("scanned",                "a.pdf",  pdf(),                                     None, ": has no text layer (pictures of pages only); run text recognition (OCR) on it first"),
    ("cut",                    "a.zip",  zipped(**{"b.txt": b"Some text. " * 99})[:-30], None, f": {NO_ZIP}"),
    ("no files",               "a.zip",  zipped(),                                  None, ": holds no articles"),
    ("zip in zip",             "a.zip",  zipped(**{"b.zip": zipped(**{"c.txt": b"x"})}), None, " / b.zip: a zip in a zip is not opened; unpack it first"),
    ("other files",            "a.zip",  zipped(**{"b.exe": b"x"}),                 None, f" / b.exe: cannot be read: .exe; readable are {', '.join(ENDINGS)}"),
    ("broken member",          "a.zip",  broken_member(),                           None, " / b.txt: is broken; pack it again"),
    ("locked member",          "a.zip",  locked_member(),                           None, " / b.txt: is locked with a password; pack it without one"),
    ("bomb",                   "a.zip",  BOMB, Limits(zip_bytes=10_000_000),              ": unpacks to more than 10 MB; split it"),
    ("bomb of one file",       "a.zip",  BOMB,                                      None, " / a.txt: is larger than 20 MB; split it"),
]  # fmt: skip


def fault(name: str, content: bytes, limits: Limits | None) -> str:
    """The only fault of a file that gives no article."""
    reading = read(name, content, limits)
    assert reading.articles == []
    (error,) = reading.errors
    return str(error)


@pytest.mark.parametrize(
    ("name", "content", "limits", "told"),
    [
        *(pytest.param(*row[1:4], f": {row[4]}", id=row[0]) for row in IN_EVERY_FORMAT),
        *(pytest.param(*row[1:], id=f"{row[0]} {row[1]}") for row in OF_ONE_FORMAT),
    ],
)
def test_every_fault_of_every_format_has_its_message(
    name: str, content: bytes, limits: Limits | None, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "MAX_UNPACKED", 10_000_000)
    assert fault(name, content, limits).startswith(f"{name}{told}")
