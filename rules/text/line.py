"""A sentence as the attribution finder sees it: words, marks, and each quotation as one."""

from collections.abc import Iterator, Sequence

from rules.model import Span
from rules.text.model import Quotation, Sentence
from rules.text.tokens import TOKEN

FULL, PART = "q", "p"
WORD, NAME, NUMBER = "w", "N", "d"
_MARKS = {
    "—": "-", "–": "-", "--": "-", "[": "(", "]": ")", "…": ".", "...": ".", "''": '"',
    "“": '"', "”": '"', "!": ".", "?": ".",
}  # fmt: skip
_SHOUTED = frozenset(("IT", "US", "WHO", "AM"))  # names, whatever the small word
_OURS = frozenset((WORD, NAME, NUMBER))
_CLOSING = frozenset((".", ")", '"', "'"))


class Line:
    """Parallel lists, one place for each word, mark or quotation of a sentence.

    ``tag`` is w for a word, N for one with a capital, d for a number, q for a full quotation,
    p for a part of one, and the mark itself for punctuation. ``last`` is the place after the
    last word or quotation, closing marks left out.
    """

    __slots__ = ("end", "last", "low", "sentence", "start", "tag")

    def __init__(
        self, sentence: Sentence, low: list[str], tag: list[str], start: list[int], end: list[int]
    ) -> None:
        self.sentence = sentence
        self.low, self.tag, self.start, self.end = low, tag, start, end
        at = len(tag)
        while at and tag[at - 1] in _CLOSING:
            at -= 1
        if at < len(tag) and tag[at] == ")" and "(" in tag[:at]:
            at += 1
        self.last = at

    @property
    def has_words(self) -> bool:
        """True if not all of it is quotation."""
        return not _OURS.isdisjoint(self.tag)

    def __len__(self) -> int:
        return len(self.low)

    def span(self, first: int, after: int) -> Span:
        """Where the places ``first`` up to but not ``after`` stand in the text."""
        return Span(self.start[first], self.end[after - 1])

    def word(self, place: int) -> str:
        """The folded word at ``place``; nothing outside the line."""
        return self.low[place] if 0 <= place < len(self.low) else ""

    def mark(self, place: int) -> str:
        """The tag at ``place``; nothing outside the line."""
        return self.tag[place] if 0 <= place < len(self.tag) else ""

    def cut(self, size: int) -> Iterator["Line"]:
        """The line itself, or pieces of it where it is far too long for a sentence."""
        if len(self) <= size:
            yield self
            return
        for at in range(0, len(self), size):
            upto = at + size
            yield Line(
                self.sentence,
                self.low[at:upto],
                self.tag[at:upto],
                self.start[at:upto],
                self.end[at:upto],
            )


def read_line(
    sentence: Sentence, quotations: Sequence[Quotation], begin: int, source: str, folded: str
) -> Line:
    """The line of ``sentence`` from ``begin`` on; ``quotations`` are those that meet it."""
    low: list[str] = []
    tag: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    stop = sentence.span.end
    at, last = max(begin, sentence.span.start), _last_stop(source, sentence.span)
    for quotation in (*quotations, None):
        first = stop if quotation is None else quotation.span.start
        for match in TOKEN.finditer(source, at, stop):
            start, end = match.span()
            if start >= first:
                break
            word = source[start:end]
            if word == "." and ends and ends[-1] == start and start != last:
                ends[-1] = end  # "Sen." is one word
                continue
            low.append(word if word in _SHOUTED else folded[start:end])
            letter = word[0]
            if letter.isalpha():
                tag.append(NAME if letter.isupper() else WORD)
            else:
                tag.append(NUMBER if letter.isalnum() else _MARKS.get(word, letter))
            starts.append(start)
            ends.append(end)
        if quotation is not None and quotation.span.end > at and first < stop:
            low.append('"')
            tag.append(FULL if quotation.full else PART)
            starts.append(max(first, at))
            at = min(quotation.span.end, stop)
            ends.append(at)
    return Line(sentence, low, tag, starts, ends)


def _last_stop(source: str, span: Span) -> int:
    """Where the full stop that ends the sentence stands; -1 without one."""
    word = span.end - 1
    while word >= span.start and not source[word].isalnum():
        word -= 1
    place = source.rfind(".", word + 1, span.end)
    while place > word + 1 and source[place - 1] == ".":  # an ellipsis
        while place > word + 1 and source[place - 1] == ".":
            place -= 1
        place = source.rfind(".", word + 1, place)
    return place
