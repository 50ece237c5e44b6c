"""Looking up before searching hides nothing: without its quick look each pattern finds just what it finds with it.

Before a pattern runs, one of its words is looked up beside the figure or in the sentence.  A word that somebody adds to
a pattern and not to the look-up would never be found; so every sentence of these tests is read both ways.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors import (
    changes,
    earlier_values,
    extract,
    furniture,
    neighbours,
    own_affairs,
    parties,
    qualifiers,
    roles,
    speakers,
    tallies,
    tenses,
    years,
)
from extractors.kinds import counts, dates
from extractors.model import Fact
from extractors.words import vocabulary

GUARDS: list[tuple[Any, str]] = [
    (changes, "_BY_ENDS"),
    (changes, "_LEVEL_ENDS"),
    (changes, "_LEFT_ENDS"),
    (changes, "_COPULA_ENDS"),
    (counts, "_ANAPHORA_ENDS"),
    (counts, "_POPULATION_ENDS"),
    (dates, "_BASE_NEEDS"),
    (earlier_values, "_COMPARED_NEEDS"),
    (earlier_values, "_FROM_NEEDS"),
    (furniture, "_FIRST_TWO"),
    (furniture, "_FIRST_WORDS"),
    (neighbours, "_OF"),
    (own_affairs, "_NEEDS"),
    (qualifiers, "_FIRST_WORDS"),
    (qualifiers, "_LAST_WORDS"),
    (roles, "_BYSTANDERS"),
    (roles, "_BYSTANDER_ENDS"),
    (roles, "_OFFICIALS"),
    (speakers, "_WORDS_OF_SOURCES"),
    (speakers, "_WORDS_OF_SPEECH"),
    (tallies, "_STATED_ENDS"),
    (years, "_MARGIN_NEEDS"),
]
"""Every set of words that spares a pattern."""


_MARK = re.compile(r"«([^«»|↑↓]+)[↑↓]?(?:\|[^»]*)?»")


class Everything(frozenset[str]):
    """A set that seems to hold every word."""

    def __contains__(self, _word: object) -> bool:
        return True

    def isdisjoint(self, _words: Iterable[object]) -> bool:
        return False


def sentences() -> Iterator[str]:
    """Every text of these tests, without the marks around its figures."""
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and 10 < len(node.value) < 2_000:
                yield _MARK.sub(r"\1", node.value)
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        yield from _MARK.sub(r"\1", path.read_text("utf-8")).splitlines()


def read(sentence: str) -> list[Fact]:
    return extract(sentence, published="2023-11-10")


@pytest.fixture(scope="module")
def known() -> dict[str, list[Fact]]:
    """What is read with all look-ups in place."""
    return {sentence: read(sentence) for sentence in dict.fromkeys(sentences())}


def test_no_look_up_hides_a_figure(known: dict[str, list[Fact]], monkeypatch: pytest.MonkeyPatch) -> None:
    assert sum(map(len, known.values())) > 2_000
    for module, name in GUARDS:
        monkeypatch.setattr(module, name, Everything())
    monkeypatch.setattr(parties, "_NEEDS", {})
    assert [sentence for sentence, facts in known.items() if read(sentence) != facts] == []


@pytest.mark.parametrize("tense", [name for name, value in vars(tenses).items() if isinstance(value, tenses.Tense)])
def test_no_tense_is_hidden(tense: str, known: dict[str, list[Fact]]) -> None:
    """Whatever its pattern finds holds one of the words that it is looked up by."""
    pattern, needs = getattr(tenses, tense).pattern, getattr(tenses, tense).needs
    found = {verb.group() for sentence in known for verb in pattern.finditer(sentence)}
    assert found
    assert [verb for verb in found if needs and needs.isdisjoint(vocabulary(verb))] == []
