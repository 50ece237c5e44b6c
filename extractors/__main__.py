"""The command line: ``python -m extractors PATH… --out facts.parquet``, ``python -m extractors corpus IN --out OUT``.

Facts go to the file named or to standard output; everything said on the way goes to standard error.
Exit codes: 0 all read, 1 something could not be read (the rest was written), 2 wrong use, 130 interrupted.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from extractors import LANGUAGES

if TYPE_CHECKING:
    from extractors.workers import Report, Task

FILES_HELP = """\
examples:
  python -m extractors article.txt --published 2023-11-10 --out -
  python -m extractors reports/ more.zip --out facts.parquet
  python -m extractors reports/ --out facts.xlsx --workers 4
  curl -s https://example.org/a.html | python -m extractors - --ending .html --out - --format jsonl
  python -m extractors corpus --help       archives of Parquet or JSON Lines files, clusters

exit codes: 0 everything was read; 1 something could not be read and is named on standard error, the rest was written;
2 wrong use; 130 interrupted"""

CORPUS_HELP = """\
Every file of IN gives one Parquet file of facts in OUT, written aside and renamed. Started again, the command goes on
where it was stopped.

examples:
  python -m extractors corpus archive/ --out facts/
  python -m extractors corpus archive/ --out facts/ --scheduler tcp://10.0.0.1:8786
  FACTS=facts/ streamlit run dashboard.py"""

ENDINGS_OUT = (".parquet", ".csv", ".jsonl", ".xlsx")
FEW_FILES = 8
"""Up to so many files one process is sooner ready than two are started."""


class UsageError(Exception):
    """Wrong use; the message says what and how to put it right."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    is_corpus = arguments[:1] == ["corpus"]
    options = _corpus_parser().parse_args(arguments[1:]) if is_corpus else _files_parser().parse_args(arguments)
    try:
        return _run_corpus(options) if is_corpus else _run_files(options)
    except UsageError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted; the same command with --resume goes on from here", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # What reads our output has had enough; without this, Python complains when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _files_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m extractors",
        description="Read the figures in articles: .txt .md .html .csv .jsonl .docx .pdf .parquet; zips and folders.",
        epilog=FILES_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="file or folder; - reads standard input")
    parser.add_argument("--out", required=True, help="facts.parquet, .csv, .jsonl or .xlsx; - writes standard output")
    parser.add_argument(
        "--format", choices=[ending[1:] for ending in ENDINGS_OUT], help="where --out does not tell (csv)"
    )
    parser.add_argument("--ending", default=".txt", help="what standard input holds (.txt)")
    parser.add_argument("--resume", action="store_true", help="go on with a run that was stopped")
    _common(parser)
    return parser


def _corpus_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m extractors corpus",
        description="Read the figures of an archive of .parquet or .jsonl files (or any other that can be read).",
        epilog=CORPUS_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", metavar="IN", help="folder of files, one article a row")
    parser.add_argument("--out", required=True, metavar="OUT", help="folder for the facts")
    parser.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="use the workers of this Dask cluster")
    parser.add_argument("--resume", action="store_true", help="is the default; --fresh is the opposite")
    parser.add_argument("--fresh", action="store_true", help="do again what is already in OUT")
    _common(parser)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--published", default="", metavar="YYYY-MM-DD", help="date of articles that state none")
    parser.add_argument("--language", default="en", choices=LANGUAGES, help="language of the articles (en)")
    parser.add_argument("--workers", type=int, metavar="N", help="processes (as many as there are cores)")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def _run_files(options: argparse.Namespace) -> int:
    """Facts of files and folders, joined into one file."""
    from extractors.output import write_parts

    ending = _ending_out(options)
    _check_date(options.published)
    target = None if options.out == "-" else Path(options.out)
    with _standard_input(options) as inputs:
        sources = list(_sources(inputs))
        with _kept_parts(target, options.resume) as parts:
            targets, failures = _extract(sources, parts, options, resume=options.resume)
            written = [part for name in targets if (part := Path(name)).exists()]
            try:
                write_parts(written, target, ending, sys.stdout.buffer)
            except ValueError as error:
                raise UsageError(str(error)) from None
            except BrokenPipeError:
                raise
            except OSError as error:
                raise UsageError(f"{options.out} cannot be written ({error.strerror}); choose another place") from None
    return 1 if failures else 0


def _run_corpus(options: argparse.Namespace) -> int:
    """One part of facts for each file of a folder."""
    folder, out = Path(options.folder), Path(options.out)
    _check_date(options.published)
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder; name the folder that holds the archive's files")
    if out.suffix or out.is_file():
        raise UsageError(f"--out {out} is a file's name; a corpus is written to a folder")
    out.mkdir(parents=True, exist_ok=True)
    if out.resolve() == folder.resolve():
        raise UsageError("IN and OUT are the same folder; choose another for the facts")
    _same_settings(out, options)
    _, failures = _extract(list(_sources([folder])), out, options, resume=not options.fresh)
    return 1 if failures else 0


def _extract(
    sources: Sequence[tuple[Path, str]], out: Path, options: argparse.Namespace, *, resume: bool
) -> tuple[list[str], int]:
    """Write the parts that are not there yet; gives all parts' paths and how many files had faults."""
    from extractors import workers
    from extractors.corpus import clear_leftovers, extract_file, tasks_for

    clear_leftovers(out)
    tasks = tasks_for(sources, out, options.published, options.language)
    to_do = [task for task in tasks if not (resume and Path(task.target).exists())]
    processes = options.workers or (os.cpu_count() or 1 if len(to_do) > FEW_FILES else 1)
    if getattr(options, "scheduler", None) and to_do:
        reports = _on_dask(to_do, options.scheduler)
    elif processes > 1 and len(to_do) > 1:
        reports = workers.in_processes(to_do, extract_file, min(processes, len(to_do)))
    else:
        reports = workers.in_order(to_do, extract_file)
    failures = _follow(reports, len(tasks), len(tasks) - len(to_do), quiet=options.quiet)
    clear_leftovers(out)  # of workers that were killed on the way
    return [task.target for task in tasks], failures


def _follow(reports: Iterable[Report], total: int, done: int, *, quiet: bool) -> int:
    """Show progress and faults; gives the number of files that had any."""
    from tqdm import tqdm

    articles = facts = failures = 0
    with tqdm(total=total, initial=done, unit="file", disable=quiet or not sys.stderr.isatty(), file=sys.stderr) as bar:
        for report in reports:
            articles, facts = articles + report.articles, facts + report.facts
            failures += bool(report.errors)
            for error in report.errors:
                tqdm.write(f"error: {error}", file=sys.stderr)
            bar.set_postfix(articles=articles, facts=facts, refresh=False)
            bar.update()
    kept = f" ({_counted(done, 'file')} done before)" if done else ""
    told = [_counted(total - done, "file") + kept, _counted(articles, "article"), _counted(facts, "fact")]
    print(f"{', '.join(told)}, {_counted(failures, 'file')} with faults", file=sys.stderr)
    return failures


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _on_dask(tasks: Sequence[Task], scheduler: str) -> Iterator[Report]:
    from extractors import workers
    from extractors.corpus import extract_file

    try:
        yield from workers.on_dask(tasks, extract_file, scheduler)
    except ImportError:
        raise UsageError("Dask is not installed; pip install 'russia-kazakhstan-figures[cluster]'") from None
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no Dask scheduler answers at {scheduler} ({str(error)[:120]}); start one, see docs"
        ) from None


def _sources(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Every file that is named or lies in a folder named, with its name in messages: in folders, the way from there."""
    from extractors.documents import ENDINGS

    readable = {*ENDINGS, ".parquet"}
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in readable)
            if not inside:
                raise UsageError(f"{path} holds no file that can be read; readable are {', '.join(sorted(readable))}")
            yield from ((file, str(file.relative_to(path))) for file in inside)
        elif path.exists():
            yield path, path.name
        else:
            raise UsageError(f"{path} does not exist")


def _ending_out(options: argparse.Namespace) -> str:
    ending = f".{options.format}" if options.format else Path(options.out).suffix.lower()
    if options.out == "-":
        ending = ending or ".csv"
    if ending not in ENDINGS_OUT:
        raise UsageError(f"--out {options.out} does not say what to write; end it in {', '.join(ENDINGS_OUT)}")
    return ending


def _check_date(published: str) -> None:
    try:
        if published:
            date.fromisoformat(published)
    except ValueError:
        raise UsageError(f"--published {published!r} is not a date; write it as YYYY-MM-DD") from None


@contextmanager
def _kept_parts(target: Path | None, resume: bool) -> Iterator[Path]:
    """A folder for the parts, beside the output and kept until that is whole, so that a run can be resumed."""
    if target is None:
        with tempfile.TemporaryDirectory() as passing:
            yield Path(passing)
        return
    if not target.resolve().parent.is_dir():
        raise UsageError(f"the folder of --out {target} does not exist; create it")
    folder = target.with_name(f".{target.name}.parts")
    if not resume:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _standard_input(options: argparse.Namespace) -> Iterator[list[Path]]:
    """The paths, with standard input as a file where it is asked for."""
    if "-" not in options.paths:
        yield [Path(path) for path in options.paths]
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"stdin{options.ending}"
        file.write_bytes(sys.stdin.buffer.read())
        yield [file if path == "-" else Path(path) for path in options.paths]


def _same_settings(out: Path, options: argparse.Namespace) -> None:
    """Parts made with other settings must not be mixed with the ones to come."""
    settings = {"published": options.published, "language": options.language}
    note = out / "_settings.json"
    if note.exists() and not options.fresh and json.loads(note.read_text("utf-8")) != settings:
        raise UsageError(
            f"{out} was written with other settings ({note.name}); use the same, --fresh, or another folder"
        )
    note.write_text(json.dumps(settings), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
