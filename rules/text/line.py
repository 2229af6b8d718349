"""A sentence as the attribution finder sees it: words, marks, and each quotation as one."""

from collections.abc import Iterator, Sequence

from rules.model import Span
from rules.text.model import Quotation, Sentence
from rules.text.tokens import TOKEN

FULL, PART = "q", "p"
WORD, NAME, NUMBER = "w", "N", "d"
_MARKS = {
    "—": "-", "–": "-", "[": "(", "]": ")", "…": ".", "“": '"', "”": '"', "!": ".", "?": ".",
}  # fmt: skip


class _Tags(dict[str, str]):
    """The tag of a word or mark, by its first letter."""

    def __missing__(self, letter: str) -> str:
        if letter.isalpha():
            tag = NAME if letter.isupper() else WORD
        else:
            tag = NUMBER if letter.isalnum() else _MARKS.get(letter, letter)
        if letter < "\u2100":  # the letters of other scripts are many
            self[letter] = tag
        return tag


_TAGS = _Tags()
_SHOUTED = frozenset(("IT", "US", "WHO", "AM"))  # names, whatever the small word
_LONG = 4  # letters
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
    spans: list[tuple[int, int]] = []
    quoted: dict[int, str] = {}
    stopped: list[int] = []
    stop, at = sentence.span.end, max(begin, sentence.span.start)
    last = _last_stop(source, sentence.span)
    for quotation in quotations:
        first, end = quotation.span.start, min(quotation.span.end, stop)
        stopped += _add(spans, source, at, min(first, stop), last)
        if end > at:
            quoted[len(spans)] = FULL if quotation.full else PART
            spans.append((max(first, at), end))
            at = end
    stopped += _add(spans, source, at, stop, last)
    low = [folded[start:end] for start, end in spans]
    for place in stopped:
        low[place] = low[place].rstrip(".")
    tag = [_TAGS[source[start]] for start, _ in spans]
    for place, mark in quoted.items():
        low[place], tag[place] = '"', mark
    for place, (start, end) in enumerate(spans):
        if tag[place] == NAME and end - start < _LONG and source[start:end] in _SHOUTED:
            low[place] = source[start:end]
        elif tag[place] == "'" and end - start > 1:
            tag[place] = '"'
    return Line(sentence, low, tag, [start for start, _ in spans], [end for _, end in spans])


def _add(spans: list[tuple[int, int]], source: str, at: int, stop: int, last: int) -> list[int]:
    """Add the words and marks up to ``stop``; a stop inside, as in "Sen.", goes to its word.

    Returns the places of such words.
    """
    stopped: list[int] = []
    for match in TOKEN.finditer(source, at, stop):
        start, end = match.span()
        is_stop = end == start + 1 and source[start] == "." and start != last
        if is_stop and spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
            stopped.append(len(spans) - 1)
        else:
            spans.append((start, end))
    return stopped


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
