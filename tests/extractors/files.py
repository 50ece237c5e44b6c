"""Files of every format, sound and broken, made for tests."""

from __future__ import annotations

import io
import zipfile

import docx
import pypdf

from extractors.documents import FileReading, read_document
from extractors.limits import Limits

PAGE = """
<html><head><title>Trade grows | The Paper</title>
<meta property="og:title" content="Trade grows"><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2023-11-09T10:00:00Z">
<link rel="canonical" href="https://paper.example/trade"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport in 2019</a></nav>
<article><h1>Trade grows</h1>
<p>Trade between Russia and Kazakhstan came to $28.2 billion in 2022, officials said on Thursday in Astana.</p>
<p>It grew by another 7 percent in the first eight months of this year, the president added after the talks.</p>
</article><footer>Subscribe to our 20 newsletters</footer></body></html>
"""


def read(name: str, content: bytes, limits: Limits | None = None) -> FileReading:
    return read_document(name, content, limits)


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def word(*paragraphs: str, title: str = "") -> bytes:
    document, packed = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.title = title
    document.save(packed)
    return packed.getvalue()


def pdf(*lines: str, password: str = "") -> bytes:
    """A PDF of one page with these lines as its text layer."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = pypdf.generic.DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode("latin-1"))
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    name, dictionary = pypdf.generic.NameObject, pypdf.generic.DictionaryObject
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(612, 792)
    fonts = dictionary({name("/F1"): dictionary({name(key): name(value) for key, value in font.items()})})
    page[name("/Resources")] = dictionary({name("/Font"): fonts})
    page[name("/Contents")] = stream
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    packed = io.BytesIO()
    writer.write(packed)
    return packed.getvalue()


def pdf_with_new_lock() -> bytes:
    """A PDF locked by a cipher of today (AES), which is read with a library for ciphers only."""
    before, _, after = pdf("Text", password="secret").partition(b"/V 2")
    keys = b"".join(
        b"/%s <%s>\n" % (key, b"0" * size) for key, size in ((b"O", 96), (b"U", 96), (b"OE", 64), (b"UE", 64))
    )
    cipher = b"/CF << /StdCF << /CFM /AESV3 /Length 32 >> >>\n/StmF /StdCF /StrF /StdCF /Perms <%s>\n" % (b"0" * 32)
    rest = after[after.index(b">>\nendobj\nxref") :]
    return before + b"/V 5\n/R 6\n/Length 256\n/P 4294967292\n/Filter /Standard\n" + keys + cipher + rest


def broken_member() -> bytes:
    packed = bytearray(zipped(**{"b.txt": b"Some text. " * 99}))
    packed[36:42] = bytes([255] * 6)
    return bytes(packed)


def locked_member() -> bytes:
    packed = bytearray(zipped(**{"b.txt": b"Some text."}))
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)
