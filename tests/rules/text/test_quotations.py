"""What stands between quotation marks."""

from collections.abc import Callable

import pytest

from tests.rules.text.conftest import Copy

Read = Callable[[str], Copy]


@pytest.mark.parametrize(
    "line",
    [
        "She said “we will not go there”.",
        'She said "we will not go there".',
        "She said ‘we will not go there’.",
        "She said 'we will not go there'.",
        "She said ''we will not go there''.",
        "She said ``we will not go there''.",
        "She said «we will not go there».",
    ],
)
def test_every_kind_of_mark_is_read(copy: Read, line: str) -> None:
    """Curly, straight, single, and two apostrophes for a double mark."""
    assert copy(line).quotations == ["we will not go there"]


@pytest.mark.parametrize(
    "line",
    [
        "The workers' tools and the boss's car were Lowbridge's pride.",
        "Rock 'n' roll of the '90s wasn't theirs, 'twas ours.",
        "The clerk’s and the dockers’ claims were dropped in the ’80s.",
        "It is 6' tall and 5\" wide.",
    ],
)
def test_an_apostrophe_is_no_quotation(copy: Read, line: str) -> None:
    """Possessives, elisions and feet leave the copy in the newsroom's voice."""
    assert copy(line).quotations == []


def test_a_quotation_inside_a_quotation_is_nested(copy: Read) -> None:
    """The inner one is one deeper."""
    read = copy("“He told me ‘the dam is safe’ and left,” she said.")
    assert [(q.depth, q.full) for q in read.text.quotations] == [(0, True), (1, True)]


def test_a_lost_mark_spoils_one_paragraph(copy: Read) -> None:
    """What was never closed ends with its paragraph."""
    read = copy("He said “the dam is safe and left.\n\nThe dam broke on Monday.")
    assert read.text.quotations[0].open
    assert read.voice("The dam broke") == "newsroom"


def test_a_second_opening_mark_closes_the_first(copy: Read) -> None:
    """A lost closing mark does not swallow the next quotation."""
    read = copy("“The dam is safe, he said. “Nobody will drown,” he added. It rained.")
    assert read.voice("It rained") == "newsroom"


def test_words_and_sentences_are_told_apart(copy: Read) -> None:
    """A word or two of somebody's is a part, a clause is a full quotation."""
    read = copy("The “positive outcome” pleased her. “We are very glad of it,” she said. “No.”")
    assert [quotation.full for quotation in read.text.quotations] == [False, True, True]
