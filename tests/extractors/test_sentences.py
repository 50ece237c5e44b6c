"""Where sentences end, and which of them are page furniture; "|" marks the ends in the cases."""

from __future__ import annotations

import pytest

from extractors.sentences import LONGEST, sentences


def pieces(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "Trade grew. |It reached $28.2 billion. |7% more than before!",
        "ST. PETERSBURG – Supplies began. |They reached ST. PETERSBURG.|",
        "Mr. Ivanov met V. Putin and Dr. A. K. Serik on Sept. 5.|",
        "Exports of 1.5 mln tons rose by 3.5%. |Imports fell.",
        "Decree No. 5 was signed. |No. |We disagree.",
        "“We grew,” he said. |“By 7%.” |(See below.) |Then it fell…",
        "It was the U.S. Treasury at 10 a.m. Moscow time.|",
        "They decided to go under China (17 billion dollars of trade. – Approx. Ed.). |They are organizing.",
        "Headline without a stop\n|The text follows.\r\n\r\n|A second paragraph.",
        "Soft line breaks go\non in lower case.\n|A new line begins.",
        "Problems:\n|• no money;\n|• no roads.\n|– nothing else",
        "It reached 5 bln. |The rest followed.",
        "$5 billion was spent. |€3 billion was earned.",
        "Is it so? |Yes! |«Да.»",
    ],
)
def test_sentences_end(marked: str) -> None:
    expected = [piece.strip() for piece in marked.split("|") if piece.strip()]
    assert pieces(marked.replace("|", "")) == expected


def test_wrapped_text_keeps_its_sentences() -> None:
    """A text wrapped at 72 columns breaks inside sentences, also before capitals and figures."""
    text = (
        "The trade turnover between the Republic of Kazakhstan and the Russian\n"
        "Federation amounted to 28.2 billion dollars in the past year, which is\n"
        "10 percent more than in the year before it, as the ministry in\n"
        "Astana announced. In the first half of this year it grew by another 7\n"
        "percent and the parties agreed to go further.\n"
        "\n"
        "Exports rose."
    )
    found = pieces(text)
    assert [piece[:12] for piece in found] == ["The trade tu", "In the first", "Exports rose"]


def test_offsets_are_true_and_long_sentences_are_cut() -> None:
    text = "It grew, " * 400
    found = sentences(text)
    assert all(sentence.end - sentence.start <= LONGEST for sentence in found)
    assert "".join(pieces(text)).replace(" ", "") == text.replace(" ", "")
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in found)


@pytest.mark.parametrize("text", ["", " \n\n \t", "\n"])
def test_no_sentences(text: str) -> None:
    assert sentences(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "24/10/2019 17:56",
        "18 March 2011, 10:16",
        "2023-09-25 18:42",
        "Updated: 12 May 2023",
        "18:42 Editor: A. K.",
        "By Jane Doe",
        "By John Smith | May 12, 2023",
        "Subscribe to our Telegram channel",
        "Follow us on X and Facebook for 24/7 news",
        "• Read also: tickets to Yerevan sold out",
        "• Support us",
        "Read more: Trade up by 30% in 2022",
        "Photo: Kremlin press service, 2023",
        "Photo by Ivan Petrov",
        "Translation: V. Sergeev",
        "Editor Dmitry Sudakov",
        "Author`s name Lyuba Lulko",
        "Our YouTube channel:",
        "Share on your profiles, with friends, in groups and on pages.",
        "Like this? Share it",
        "#union #Russia #Kazakhstan #annoys #West",
        "The post Diplomatic confusion appeared first on The Frontier Post.",
        "© 2023 The Agency. All rights reserved.",
        "1,234 views",
        "5 min read",
        "Page 3 of 12",
    ],
)
def test_furniture(line: str) -> None:
    text = f"Trade grew by 7%.\n{line}\nIt reached $5 billion."
    marks = [sentence.furniture for sentence in sentences(text)]
    assert marks[0] is False
    assert marks[-1] is False
    assert marks[1] is True


@pytest.mark.parametrize(
    "line",
    [
        "By 2030 trade will reach $30 billion.",
        "By December Kazakhstan will have exported 5 million tons.",
        "Share of Kazakhstan in Russian trade rose to 5%.",
        "Read the document of 12 pages.",
        "Related costs grew by 10%.",
        "Support for the party fell to 40%.",
        "Source countries sent 300,000 migrants.",
        "Contacts between the two countries grew by 7%.",
        "Text messages were sent to 5,000 people.",
        "Our border with Kazakhstan is 7 thousand kilometers.",
        "The post office moved 5 million letters.",
        "3 – 4 million tons were shipped.",
        "– 5 million tons of grain",
        "ASTANA, September 25. /Agency/.",
        "Views on the union differ: 40% are for it.",
        "May exports reached 5 million tons.",
        "12.5 million tons in 2023",
    ],
)
def test_not_furniture(line: str) -> None:
    assert [sentence.furniture for sentence in sentences(f"It grew.\n{line}")][1] is False


def test_lists_of_related_articles_are_furniture() -> None:
    text = "It grew.\nRead also:\n• Trade up by 30%\n• Exports of 5 million tons\nKazakhstan sold 7 million tons."
    assert [sentence.furniture for sentence in sentences(text)] == [False, True, True, True, False]
