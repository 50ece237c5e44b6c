"""A text is cut into the sentences that hold figures or times."""

from __future__ import annotations

from extractors import mentions
from extractors.passages import Document

TEXT = "Trade grew by 7% in 2022.\nNothing to count here. It was last year. Exports were $5 billion."


def passages_of(text: str) -> list[tuple[int, int, int, int]]:
    """Number, paragraph, mentions and times of each passage."""
    document = mentions.read(text)
    return [(p.number, p.paragraph, len(p.mentions), len(p.times)) for p in document.passages]


def test_sentences_without_figures_and_times_are_left_out() -> None:
    assert passages_of(TEXT) == [(0, 0, 2, 1), (2, 1, 0, 1), (3, 1, 1, 0)]


def test_no_figures_no_passages() -> None:
    assert passages_of("Nothing to count here.") == []


def test_words_stand_where_they_say() -> None:
    for passage in mentions.read(TEXT).passages:
        assert all(passage.small.startswith(word, start) for start, word in passage.words)
        assert passage.vocabulary == {word for _, word in passage.words}


def test_a_document_made_by_hand_is_cut_likewise() -> None:
    read = mentions.read(TEXT)
    bare = Document(read.text, None, read.sentences, read.mentions, read.times)
    assert [p.words for p in bare.passages] == [p.words for p in read.passages]
