"""The paragraphs and sentences that hold what a rule looks for, so that it reads no others."""

from collections.abc import Iterator, Sequence

from rules.search.scan import Literal, Seeker
from rules.text.model import Paragraph, Sentence, Text


class Signs(Seeker):
    """Strings that a rule wants to know the places of, also inside words; marks among them."""

    def __init__(self, *strings: str) -> None:
        self._strings = strings

    def literals(self) -> Sequence[Literal]:
        """Each of the strings."""
        return [Literal(string, left=False, right=False) for string in self._strings]


def sentences_with(text: Text, *seekers: Seeker) -> Iterator[Sentence]:
    """The sentences in which one of ``seekers`` has a place, in reading order."""
    numbers: set[int] = set()
    for seeker in seekers:
        for _, start, _ in text.seen.of(seeker):
            sentence = text.sentence_at(start)
            if sentence is not None:
                numbers.add(sentence.n)
    for n in sorted(numbers):
        text.patience.check()
        yield text.sentences[n]


def paragraphs_with(text: Text, *seekers: Seeker) -> Iterator[Paragraph]:
    """The paragraphs in which one of ``seekers`` has a place, in reading order."""
    last = -1
    for sentence in sentences_with(text, *seekers):
        if sentence.paragraph != last:
            last = sentence.paragraph
            yield text.paragraphs[last]
