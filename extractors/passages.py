"""A text with everything that was read in it, cut into the passages that figures are placed by."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from extractors import words
from extractors.characters import plain
from extractors.model import Mention, Sentence, Time


class Passage:
    """A sentence that holds figures or times, with its words: cut out once for all who place them.

    ``number`` and ``paragraph`` are the places of the sentence and of its paragraph in the document; ``small`` is the
    sentence in lower case, one for one; ``words`` are its words with their places in it, ``vocabulary`` the different
    ones, which tell most rules that they need no closer look.
    """

    def __init__(self, number: int, paragraph: int, sentence: Sentence, written: str, small: str = "") -> None:
        self.number, self.paragraph, self.sentence, self.written = number, paragraph, sentence, written
        self.mentions: list[Mention] = []
        self.times: list[Time] = []
        self.small = small or words.lowered(plain(written))
        self.words = words.split(self.small)
        self.vocabulary = frozenset(word for _, word in self.words)


_BULLETS = "•·▪●■*-"


def _are_rows(text: str, left: Sentence, right: Sentence) -> bool:
    """Whether two sentences are rows of one list, which make one paragraph."""
    return text[right.start] in _BULLETS and text[left.start] in _BULLETS


@dataclass(frozen=True)
class Document:
    """A text with everything that was read in it: what the placing modules work on.

    Sentences cover the text in order; mentions and times are sorted by start; mentions do not overlap and lie in one
    sentence each.  ``hits`` are the words that rules look for anywhere in a text, None where they are not known yet;
    ``readable`` is the text in plain characters, one for one, "" likewise.
    """

    text: str
    published: date | None
    sentences: list[Sentence]
    mentions: list[Mention]
    times: list[Time]
    title: str = ""
    hits: list[words.Hit] | None = None
    readable: str = ""

    @cached_property
    def passages(self) -> list[Passage]:
        """The sentences that hold mentions or times, in order."""
        text, sentences = self.text, self.sentences
        readable = self.readable or plain(text)
        starts = [sentence.start for sentence in sentences]
        paragraphs = [
            number
            for number, (left, right) in enumerate(pairwise(sentences), 1)
            if text.find("\n", left.end, right.start) >= 0 and not _are_rows(text, left, right)
        ]
        passages: dict[int, Passage] = {}

        def around(spanned: Mention | Time) -> Passage:
            number = max(bisect_right(starts, spanned.start) - 1, 0)
            if number not in passages:
                sentence = sentences[number]
                paragraph = bisect_right(paragraphs, number)
                cut = slice(sentence.start, sentence.end)
                passages[number] = Passage(number, paragraph, sentence, text[cut], words.lowered(readable[cut]))
            return passages[number]

        for mention in self.mentions:
            around(mention).mentions.append(mention)
        for time in self.times:
            around(time).times.append(time)
        return [passages[number] for number in sorted(passages)]
