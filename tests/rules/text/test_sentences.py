"""Where a sentence ends."""

from collections.abc import Callable

import pytest

from tests.rules.text.conftest import Copy

Read = Callable[[str], Copy]

ONE = [
    "Joseph F. Marrow, Jr., met Gen. Orr of the U.S. Army at 6 p.m. on Oct. 3.",
    "The bill by Sen. Marrow (R-Ky.) and Rep. Orr (D-Md.) cost 3.5 million.",
    "“We came. We saw. We left,” said Orr.",
    "“Will it hold?” Ms. Calloway asked.",
    "The firm Yahoo! has no office here.",
    "Page No. 5 of Dr. Orr's file was lost, e.g. by the clerk.",
    "1. The first point is the dam.",
    "“Wait... it moves,” he said.",
]


@pytest.mark.parametrize("line", ONE)
def test_one_sentence_stays_one(copy: Read, line: str) -> None:
    """Abbreviations, initials, decimals and quotations do not end it."""
    assert copy(line).sentences == [line]


TWO = [
    ("The dam broke. The town fled.", "The town fled."),
    ("It rained in the U.S. The dam broke.", "The dam broke."),
    ("It rained at 6 p.m. The dam broke.", "The dam broke."),
    ("“The dam broke.” The town fled.", "The town fled."),
    ("The dam broke (it was old). The town fled.", "The town fled."),
    ("The dam broke. “It was old,” he said.", "“It was old,” he said."),
    ("Did it break? It did.", "It did."),
    ("The plan was dropped by Orr & Co. It was dear.", "It was dear."),
    ("Rents rose in 2019. In 2020 they fell.", "In 2020 they fell."),
]


@pytest.mark.parametrize(("line", "second"), TWO)
def test_two_sentences_are_two(copy: Read, line: str, second: str) -> None:
    """Closing marks belong to the sentence before."""
    assert copy(line).sentences == [line[: line.index(second)].rstrip(), second]
