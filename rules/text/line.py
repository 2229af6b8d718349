"""A sentence as the attribution finder sees it: words, marks, and each quotation as one."""

from collections.abc import Iterator, Sequence

from rules.model import Span
from rules.text.model import Quotation, Sentence, Token

FULL, PART = "q", "p"
WORD, NAME, NUMBER = "w", "N", "d"
_MARKS = {
    "—": "-", "–": "-", "--": "-", "[": "(", "]": ")", "…": ".", "...": ".", "''": '"',
    "“": '"', "”": '"', "!": ".", "?": ".",
}  # fmt: skip
_SHOUTED = frozenset(("IT", "US", "WHO", "AM"))  # names, whatever the small word
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


def read_line(sentence: Sentence, quotations: Sequence[Quotation], begin: int) -> Line:
    """The line of ``sentence`` from ``begin`` on; ``quotations`` are those that meet it."""
    low: list[str] = []
    tag: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    k, count, quoted_until = 0, len(quotations), -1
    last = _last_word(sentence)
    for token in sentence.tokens:
        start = token.start
        if start < quoted_until or start < begin:
            continue
        while k < count and quotations[k].span.end <= start:
            k += 1
        if k < count and quotations[k].span.start <= start:
            quotation = quotations[k]
            quoted_until = min(quotation.span.end, sentence.span.end)
            low.append('"')
            tag.append(FULL if quotation.full else PART)
            starts.append(start)
            ends.append(quoted_until)
            continue
        if token.text == "." and ends and ends[-1] == start and token is not last:
            ends[-1] = token.end  # "Sen." is one word
            continue
        low.append(token.text if token.text in _SHOUTED else token.folded)
        tag.append(_tag(token.text))
        starts.append(start)
        ends.append(token.end)
    return Line(sentence, low, tag, starts, ends)


def _last_word(sentence: Sentence) -> Token | None:
    """The full stop that ends the sentence, or nothing."""
    for token in reversed(sentence.tokens):
        if token.text == ".":
            return token
        if token.is_word:
            return None
    return None


def _tag(text: str) -> str:
    first = text[0]
    if first.isalpha():
        return NAME if first.isupper() else WORD
    return NUMBER if first.isalnum() else _MARKS.get(text, first)
