"""What is installed: pinned, the same everywhere, each file with its hash, and without known weaknesses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.test_architecture import imports

ROOT = Path(__file__).resolve().parents[1]


def pins(name: str) -> set[str]:
    """The lines name==version of a file of requirements, without hashes and markers."""
    return set(re.findall(r"^[\w.-]+==[^\s;\\]+", (ROOT / name).read_text("utf-8"), re.MULTILINE))


def test_what_the_dashboard_imports_is_pinned() -> None:
    """A host installs requirements.txt and nothing else; only the cluster is left to those who have one."""
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in (ROOT / "requirements.txt").open()}
    distributions = packages_distributions()
    files = [
        ROOT / "dashboard.py",
        *(path for room in ("pages", "views", "extractors") for path in ROOT.glob(f"{room}/**/*.py")),
    ]
    roots = {name.partition(".")[0] for path in files for name in imports(path.read_text("utf-8"))}
    needed = {distributions[name][0].lower().replace("_", "-") for name in roots & distributions.keys()}
    assert needed - pinned - {"dask", "distributed", "russia-kazakhstan-figures"} == set()


def test_the_lock_file_has_the_same_pins() -> None:
    assert pins("requirements.lock") == pins("requirements.txt")


def test_every_pin_of_the_lock_file_has_its_hashes() -> None:
    entries = re.split(r"(?<!\\)\n", (ROOT / "requirements.lock").read_text("utf-8").strip())
    assert len(entries) == len(pins("requirements.lock"))
    assert [entry for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}", entry)] == []


def test_tests_run_with_what_is_hosted() -> None:
    assert pins("requirements.txt") <= pins("requirements-dev.txt")


def test_everything_is_pinned() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = [line for line in (ROOT / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
        assert len(lines) == len(pins(name))


def weaknesses() -> dict[str, list[str]] | None:
    """The known weaknesses of each locked package, or None where nobody answers that knows most of the packages.

    A mirror of the index answers for each package that it is not known, which must not pass for "no weakness".
    """
    command = [sys.executable, "-m", "pip_audit", "-r", "requirements.lock", "--no-deps", "--disable-pip"]
    command += ["--format=json", "--progress-spinner=off", "--timeout=5"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
        found = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return None
    looked_up = {one["name"]: [weakness["id"] for weakness in one["vulns"]] for one in found if "vulns" in one}
    return looked_up if len(looked_up) >= len(found) / 2 else None


def test_no_dependency_has_a_known_weakness() -> None:
    found = weaknesses()
    if found is None and "AUDIT" not in os.environ:
        pytest.skip("the database of weaknesses cannot be reached; with AUDIT=1 that is a failure")
    assert found is not None, "the database of weaknesses cannot be reached"
    assert {name: known for name, known in found.items() if known} == {}, "upgrade: make pins"
