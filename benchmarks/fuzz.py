"""Looks for a text that extraction reads wrongly or dies of, guided by the code it reaches (atheris, libFuzzer).

    python -m benchmarks.fuzz --seconds 600            # texts
    python -m benchmarks.fuzz --seconds 600 --files    # files: zip, Word, PDF, HTML, tables
    python -m benchmarks.fuzz --runs 20000 --seed 7    # the same inputs each time

What holds for any text is in ``broken``; a text that breaks it is written to the folder named by --keep and printed.
Texts begin from the five articles and from those of which trouble is known.  A file may be refused, never more.
"""

from __future__ import annotations

import argparse
import importlib
import math
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from extractors import extract
from extractors.articles import ARTICLES
from extractors.model import Fact

NASTY = (
    "9" * 5000,
    "1e400",
    "1_000",
    "nan infinity",
    "-\u2212\u2013\u2014\u2012\u2010\u2011\u207b\ufe63\uff0d5 km",
    "\u22125 percent, \u20135 percent, \u20145 percent, \ufe635 percent, \uff0d5 percent, minus 5 percent",
    "5\u200b \u200dkm\u2060",
    "5\u00a0km, 5\u2009km, 5\u202fkm, 5\u2007000\u2007km, 28\u2008billion, 7\u3000%",
    "\u202e5 km\u202c \u200f7 km\u200e \u20667 km\u2069 \u061c7 km",
    "e" + "\u0301" * 500 + " 5 km",
    "5" + "\u0301" * 40 + " km 7 k" + "\u20e0" * 40 + "m",
    "\ud800 5 km \udfff",
    "$\ud83d5 billion\ude00",
    "5\x00km 7 \x00%",
    "\x00" * 50 + "5 km" + "\x00" * 50,
    "$" * 50 + "5" + "bn" * 50,
    "5%" * 200,
    "(((((5 km)))))",
    "1.1.1.1,1,1'1'1 km",
    "99999999999999999999999 trillion dollars",
    "٣ km, ５ km, ๓ km, 𝟓 km, ⑤ km, ५ km, 5\u20e3 km, Ⅻ km, 五 km, ５％, ＄５",
    "between -5 and -3 and 7 to 2 percent",
    "half half half a third a third of a third",
    "\u00ad5\u00ad0\u00ad0 km, 5 kilo\u00admetres",
    "minus minus 5 km",
    "1/0 of it, 0/0 of it",
    "in 0000, in 9999, 99 February 2023, 30.02.2024",
    "\r\n\x0b\x0c\x85\u2028\u2029 5 km",
    "XXXXXXX Forum, IIIIII Forum",
    "\ufeff5 km",
)
"""Texts that are known to be trouble: what stands in them, each in its own sort of disguise."""

WORDS = (
    "Trade |Russia |rose by |fell to |$5 billion|7%|5 km|in 2022|last year|. |\n| |, |more than |per day|from | to |"
    "said |two and a half million tons|the number of visits |between | and |-|Kazakhstan |1990s|a third of |Forum"
).split("|")
"""Words out of which texts with figures can be made."""

PUBLISHED = "2023-11-10"


def broken(text: str, facts: Sequence[Fact]) -> list[str]:
    """The promises that these facts of a text break; none, if all is well."""
    found: list[str] = []
    for fact in facts:
        values = [value for value in (fact.value_low, fact.value, fact.value_high) if value is not None]
        promises = {
            "article[start:end] is the figure": text[fact.start : fact.end] == fact.text,
            "the sentence is the article's": text[fact.sentence_start : fact.sentence_end] == fact.sentence,
            "the figure stands in its sentence": fact.sentence_start <= fact.start < fact.end <= fact.sentence_end,
            "values are finite": all(map(math.isfinite, values)),
            "low <= value <= high": values == sorted(values),
            "a period begins before it ends": not (fact.period_start and fact.period_end)
            or fact.period_start <= fact.period_end,
            "the id is made of the span": fact.fact_id.endswith(f".{fact.start}-{fact.end}"),
        }
        found += [f"{fact.fact_id}: not so: {promise}" for promise, kept in promises.items() if not kept]
    ids = [fact.fact_id for fact in facts]
    if len(set(ids)) < len(ids):
        found.append("ids are not unique")
    if [fact.start for fact in facts] != sorted(fact.start for fact in facts):
        found.append("facts are not in the order of the text")
    if {fact.claim_id for fact in facts} - set(ids):
        found.append("a claim has the id of no fact")
    return found


class Texts:
    """Reads each text it is given, keeps what breaks a promise, and reads it again after another text."""

    def __init__(self, keep: Path) -> None:
        self._keep, self._before, self._tried = keep, "", 0

    def __call__(self, data: bytes) -> None:
        """One text of libFuzzer's: UTF-8, other bytes as lone surrogates."""
        text = data.decode("utf-8", "surrogateescape")
        try:
            self._try(text)
        except Exception:
            self._keep.joinpath("broken.txt").write_bytes(data)
            print(f"\nkept as {self._keep / 'broken.txt'}: {text[:500]!r}", file=sys.stderr)
            raise

    def _try(self, text: str) -> None:
        facts = extract(text, published=PUBLISHED)
        assert not (faults := broken(text, facts)), faults
        self._tried += 1
        if self._tried % 4 == 0:  # a quarter of the time for this promise
            extract(self._before)
            assert extract(text, published=PUBLISHED) == facts, "what was read before changes what is read"
        self._before = text


class Files(Texts):
    """Opens files of every kind: each gives articles or named faults, and nothing else happens."""

    def _try(self, text: str) -> None:
        from extractors.apart import VISITOR_LIMITS
        from extractors.documents import ENDINGS, read_document

        data = text.encode("utf-8", "surrogateescape")
        name = f"file{ENDINGS[data[0] % len(ENDINGS)]}" if data else "file.txt"
        reading = read_document(name, data[1:], VISITOR_LIMITS)
        assert all(str(error).startswith(name) for error in reading.errors), reading.errors
        assert all(article.text.strip() and article.id for article in reading.articles)


def seeds(folder: Path, *, files: bool) -> None:
    """What the search begins with, one file each: paragraphs and the nasty texts, or files of each kind."""
    texts = [paragraph for path in sorted(ARTICLES.glob("*.txt")) for paragraph in path.read_text("utf-8").split("\n")]
    if files:
        from tests.extractors.files import PAGE, pdf, word, zipped

        contents = [b"A text of 5 km.", b"A text", PAGE.encode(), PAGE.encode(), b"text,date\nIt is 5 km.,2023-01-01\n"]
        contents += [
            b'{"text": "It is 5 km."}\n',
            word("It is 5 km."),
            pdf("It is 5 km."),
            zipped(**{"a.txt": b"5 km"}),
        ]
        pieces = [bytes([number]) + content for number, content in enumerate(contents)]
    else:
        pieces = [text.encode("utf-8", "surrogatepass") for text in (*texts, *NASTY) if text.strip()]
    for number, piece in enumerate(pieces):
        folder.joinpath(f"{number:04}").write_bytes(piece)


def dictionary() -> str:
    """Words for libFuzzer to put in, in its own form: "\\xe2\\x88\\x92"."""
    wanted = dict.fromkeys([*WORDS, *(piece for text in NASTY for piece in text.split(" ") if len(piece) < 24)])
    quoted = ("".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass")) for word in wanted if word)
    return "".join(f'"{word}"\n' for word in quoted)


def main() -> None:
    """The command; leaves with 0 where nothing was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=int, help="how long to look")
    parser.add_argument("--runs", type=int, help="how many inputs to try, instead")
    parser.add_argument("--seed", type=int, default=1, help="another seed looks elsewhere (1)")
    parser.add_argument("--files", action="store_true", help="files instead of texts")
    parser.add_argument("--keep", type=Path, default=Path("."), help="folder for an input that breaks something")
    options = parser.parse_args()
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed; pip install -r requirements-dev.txt (Linux only)")
    with atheris.instrument_imports(include=["extractors"]):  # so that it sees which branches a text reaches
        importlib.import_module("extractors.documents" if options.files else "extractors.facts")
        importlib.import_module("extractors.mentions")
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        words, begin = Path(folder) / "words", Path(folder) / "begin"
        begin.mkdir()
        seeds(begin, files=options.files)
        words.write_text(dictionary(), "ascii")
        limit = f"-runs={options.runs}" if options.runs else f"-max_total_time={options.seconds or 60}"
        flags = [limit, f"-seed={options.seed}", f"-dict={words}", f"-artifact_prefix={options.keep}/", *FLAGS]
        flags.append(f"-max_len={40_000 if options.files else 6_000}")
        child = os.fork()
        if not child:
            atheris.Setup(["fuzz", *flags, str(begin)], (Files if options.files else Texts)(options.keep))
            atheris.Fuzz()  # ends the process itself
        _, status = os.waitpid(child, 0)
    sys.exit(os.waitstatus_to_exitcode(status))


FLAGS = (
    "-len_control=0",
    "-timeout=300",
    "-report_slow_units=300",
    "-rss_limit_mb=4096",
    "-print_final_stats=1",
    "-verbosity=0",
)
"""libFuzzer's settings; an input that takes five minutes counts as a fault."""


if __name__ == "__main__":
    main()
