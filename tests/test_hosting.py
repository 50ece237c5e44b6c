"""What hosts read (Containerfile, settings, proxy) fits the code and fits together."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CONTAINER = (ROOT / "Containerfile").read_text("utf-8")
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


def test_f96_the_container_runs_without_root_and_tells_its_health() -> None:
    steps = re.findall(r"^([A-Z]+) (.*)", CONTAINER, re.MULTILINE)
    order = [name for name, _ in steps]
    assert order.index("USER") < order.index("CMD")
    assert dict(steps)["USER"] not in ("root", "0")
    assert "/_stcore/health" in CONTAINER
    assert "--require-hashes -r requirements.lock" in CONTAINER


def test_f96_the_container_has_every_room_and_nothing_else() -> None:
    copied = set(re.findall(r"^COPY (?!requirements)(\S+) (?:\1|\./)$|(dashboard\.py) ", CONTAINER, re.MULTILINE))
    rooms = {first or second for first, second in copied}
    assert rooms == {".streamlit", "data", "extractors", "views", "pages", "dashboard.py"}
    left_out = set((ROOT / ".containerignore").read_text("utf-8").split())
    assert {".git", "tests", ".venv"} <= left_out
    assert not rooms & left_out


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("client", "showErrorDetails", "none"),
        ("client", "toolbarMode", "viewer"),
        ("browser", "gatherUsageStats", False),
        ("server", "maxUploadSize", 2),
        ("server", "maxMessageSize", 20),
    ],
)
def test_settings_are_those_for_strangers(section: str, name: str, value: object) -> None:
    assert SETTINGS[section][name] == value


@pytest.mark.parametrize("name", ["enableCORS", "enableXsrfProtection", "enableAgentApi"])
def test_streamlits_own_protections_are_left_as_they_are(name: str) -> None:
    assert name not in SETTINGS["server"]


def test_the_proxy_takes_what_the_dashboard_takes() -> None:
    body = re.search(r"client_max_body_size ([0-9]+)m;", (ROOT / "deploy" / "nginx.conf").read_text("utf-8"))
    assert body
    assert SETTINGS["server"]["maxUploadSize"] < int(body[1]) <= 2 * SETTINGS["server"]["maxUploadSize"]
