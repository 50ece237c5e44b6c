"""Published figures: read from data/reference, checked against its datapackage.json, one row a figure.

What officials, agencies and the press gave out, to be set beside what articles claim.  A row that breaks a rule is
named with file, line and remedy and left out; the rest loads, whatever is broken.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from views import periods
from views.periods import Span

FOLDER = Path(__file__).parents[1] / "data" / "reference"


class Figure(NamedTuple):
    """One published figure: a row of a file (described in datapackage.json) with what its series and period mean."""

    figure_id: str  # stable: the file and what the row says
    series: str
    label: str
    indicator: str
    status: str
    basis: str
    is_change: bool  # the size of a change, as claims on growth are
    parties: str  # sorted
    year: int
    period: str
    span: Span
    start: date | None
    end: date | None
    value: float  # in unit; a fall is negative
    unit: str
    perspective: str
    publisher: str
    title: str
    url: str
    published: date | None
    note: str
    file: str
    line: int


_IDENTITY = ["series", "parties", "year", "period", "value", "unit", "perspective", "publisher", "url"]
"""Two rows alike in all of these are one figure entered twice."""


Rows = dict[int, dict[str, str]]
"""Line number in the file → its cells by column."""


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """The published figures in the order of the files, the series they belong to, and what was left out and why."""

    figures: tuple[Figure, ...]
    series: tuple[Mapping[str, str], ...]
    problems: tuple[str, ...]


@cache
def published() -> Reference:
    """The project's own published figures, read once a process."""
    return read(FOLDER)


def read(folder: Path, *, trusting: bool = True) -> Reference:
    """Every sound row of the folder's data package, with a line for each fault.

    Files that are byte for byte those that ``seal`` has checked are trusted, which saves the dashboard a second.
    """
    problems: list[str] = []
    resources = _resources(folder, problems)
    sound = _sound(folder, resources, problems, trusting)
    known = {row["series"]: row for row in sound.pop("series.csv", {}).values()}
    figures = [figure for file in sound for figure in _figures(file, sound[file], known, problems)]
    return Reference(tuple(figures), tuple(known.values()), tuple(problems))


def seal(folder: Path) -> list[str]:
    """Check every file and, where all are sound, write their hashes into datapackage.json; gives the faults."""
    problems = list(read(folder, trusting=False).problems)
    if not problems:
        path = folder / "datapackage.json"
        package = json.loads(path.read_text(encoding="utf-8"))
        for resource in package["resources"]:
            resource["hash"] = _hash(folder / resource["path"])
        path.write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return problems


def _hash(path: Path) -> str:
    try:
        return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
    except OSError:  # missing or unreadable: said where its rows are read
        return ""


def _resources(folder: Path, problems: list[str]) -> list[dict[str, Any]]:
    path = folder / "datapackage.json"
    try:
        resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
        for resource in resources:  # all that is used below, so that a fault shows here
            _ = resource["name"], resource["path"], [field["name"] for field in resource["schema"]["fields"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        why = error.strerror if isinstance(error, OSError) else repr(error)
        problems.append(f"{path.name} cannot be used ({why}); restore it: it lists the files and their columns")
        return []
    return list(resources)


def _sound(
    folder: Path, resources: Sequence[Mapping[str, Any]], problems: list[str], trusting: bool
) -> dict[str, Rows]:
    """File → its rows that keep the rules of its fields."""
    sound: dict[str, Rows] = {}
    unchecked: dict[str, list[Mapping[str, Any]]] = {}  # fields → files that have them: checked together, for speed
    for resource in resources:
        path, fields = folder / resource["path"], resource["schema"]["fields"]
        sound[path.name] = _rows(path, [field["name"] for field in fields], problems)
        if not trusting or _hash(path) != resource.get("hash"):
            unchecked.setdefault(json.dumps(fields), []).append(resource)
    for fields, group in unchecked.items():
        rows = [(r["path"], line, row) for r in group for line, row in sound[r["path"]].items()]
        faults = _faults([row for _file, _line, row in rows], json.loads(fields))
        for position in sorted(faults):
            file, line, _row = rows[position]
            del sound[file][line]
            problems.extend(f"{file}, line {line}: {fault}" for fault in faults[position])
    return sound


def _rows(path: Path, names: Sequence[str], problems: list[str]) -> Rows:
    """Line → cells by column, of the rows that can be read at all."""
    rows: Rows = {}
    try:
        for line, cells in _lines(path, names):
            if isinstance(cells, str):
                problems.append(f"{path.name}, line {line}: {cells}")
            else:
                rows[line] = dict(zip(names, cells, strict=True))
    except (OSError, csv.Error) as error:
        why = error.strerror if isinstance(error, OSError) else error  # without the path, which is nobody's business
        problems.append(f"{path.name} cannot be read ({why}); restore it or take it out of datapackage.json")
    return rows


def _lines(path: Path, names: Sequence[str]) -> Iterator[tuple[int, list[str] | str]]:
    """Line number and cells of each row, or instead of the cells what is wrong with the row as a whole."""
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        if header != list(names):
            yield (
                1,
                f"the columns are {','.join(header)[:80]!a}; save the file as UTF-8 with the header {','.join(names)}",
            )
            return
        for cells in reader:
            line = reader.line_num - sum(cell.count("\n") for cell in cells)
            if not cells:
                continue
            if len(cells) != len(names):
                yield line, f"{len(cells)} cells instead of {len(names)}; put cells that hold a comma in quotes"
            elif any("\ud800" <= char <= "\udfff" for cell in cells for char in cell):
                yield line, "not in UTF-8; save the file in that encoding"
            else:
                yield line, [cell.strip() for cell in cells]


def _faults(rows: Sequence[Mapping[str, str]], fields: Sequence[Mapping[str, Any]]) -> dict[int, list[str]]:
    """Position of a row → what its cells break, found by pandera with the data package's own constraints."""
    import pandera.pandas as pa  # half a second, and only whoever looks at published figures needs it

    columns = {
        field["name"]: pa.Column(str, _checks(field), nullable=not field.get("constraints", {}).get("required"))
        for field in fields
    }
    names = list(columns)
    identity = [name for name in _IDENTITY if name in columns] if "value" in columns else ["series"]
    schema = pa.DataFrameSchema(columns, unique=identity, report_duplicates="exclude_first")
    table = pd.DataFrame(rows, columns=names, dtype="str").replace("", None)
    if table.empty:
        return {}
    try:
        schema.validate(table, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
    else:
        return {}
    faults: dict[int, list[str]] = {}
    for case in cases.sort_values("index", kind="stable").to_dict("records"):
        said = faults.setdefault(int(case["index"]), [])
        fault = _fault(case, {field["name"]: field for field in fields})
        if fault not in said:
            said.append(fault)
    return faults


def _checks(field: Mapping[str, Any]) -> list[Any]:
    """A field's Frictionless type and constraints as pandera checks on the cell's text."""
    import pandera.pandas as pa

    rules = field.get("constraints", {})
    checks = [pa.Check(_readable(field["type"]), element_wise=True, error=f"{_article(field['type'])} {field['type']}")]
    if "enum" in rules:
        checks.append(pa.Check.isin(rules["enum"], error=f"one of {', '.join(rules['enum'])}"))
    if "pattern" in rules:
        checks.append(pa.Check.str_matches(f"(?:{rules['pattern']})$", error="of the form that the column asks for"))
    if "minimum" in rules:
        low, high = rules["minimum"], rules["maximum"]
        checks.append(pa.Check(_between(low, high), element_wise=True, error=f"between {low} and {high}"))
    return checks


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def _readable(type_: str) -> Callable[[str], bool]:
    """Whether a cell's text reads as the Frictionless type."""
    readers: dict[str, Callable[[str], Any]] = {"integer": int, "number": float, "date": date.fromisoformat}
    read = readers.get(type_, str)

    def reads(cell: str) -> bool:
        try:
            value = read(cell)
        except ValueError:
            return False
        # float() also takes 1_000, nan and infinity.
        return type_ != "number" or ("_" not in cell and abs(value) < float("inf"))

    return reads


def _between(low: float, high: float) -> Callable[[str], bool]:
    return lambda cell: not cell.isdigit() or low <= int(cell) <= high


def _fault(case: Mapping[str, Any], fields: Mapping[str, Mapping[str, Any]]) -> str:
    """One failure case of pandera in words: what is wrong and how to mend it."""
    column, check = str(case["column"]), str(case["check"])
    if column not in fields or "unique" in check:
        return "the same figure stands in a line above; delete one of the two"
    field = fields[column]
    remedy = f"write, for example, {field['example']} ({field['description']})"
    if "null" in check:
        return f"{column} is empty; {remedy}"
    return f"{column} is {str(case['failure_case'])[:80]!r}, which is not {check}; {remedy}"


def _figures(file: str, rows: Rows, known: Mapping[str, Mapping[str, str]], problems: list[str]) -> Iterator[Figure]:
    """The rows of one file with what their series and period mean; rows set aside stay out without a word."""
    for line, row in rows.items():
        series = known.get(row["series"])
        if series is None:
            problems.append(f"{file}, line {line}: series {row['series']!r} is unknown; add a row for it to series.csv")
            continue
        try:
            period = periods.parse(row["period"], int(row["year"]))
        except ValueError as error:
            problems.append(f"{file}, line {line}: period {row['period']!r}: {error}; correct the period or the year")
            continue
        if row["set_aside"] == "true":
            continue
        words = {name: row[name] for name in Figure._fields if name in row}
        meaning: dict[str, Any] = {name: series[name] for name in ("label", "indicator", "status", "basis")}
        meaning["is_change"] = series["change"] == "true"
        yield Figure(**(words | meaning | _read(file, line, row, period)))


def _read(file: str, line: int, row: Mapping[str, str], period: periods.Period) -> dict[str, Any]:
    """The cells that are more than words."""
    return {
        "figure_id": _figure_id(file, row),
        "parties": ";".join(sorted(row["parties"].split(";"))),
        "year": int(row["year"]),
        "value": float(row["value"]),
        "published": date.fromisoformat(row["published"]) if row["published"] else None,
        "span": period.span,
        "start": period.start,
        "end": period.end,
        "file": file,
        "line": line,
    }


def _figure_id(file: str, row: Mapping[str, str]) -> str:
    said = "\x1f".join(row[name] for name in _IDENTITY)
    return f"ref.{file.removesuffix('.csv')}.{hashlib.sha256(said.encode()).hexdigest()[:8]}"


if __name__ == "__main__":
    raise SystemExit("\n".join(seal(FOLDER)) or None)
