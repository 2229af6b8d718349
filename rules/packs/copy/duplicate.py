"""Did this go in twice?

Why: A sentence or a paragraph that stands in the copy twice was pasted twice.

Fix: Cut one of the two.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rules.model import Hit, Level, Span, Voice
from rules.search.later import later
from rules.search.scan import view
from rules.text.model import Kind, Sentence, Text

LEVEL = Level.QUERY
VOICES = frozenset(Voice)
_TWICE = "The ferry to the north island left two hours late on Monday."
EXAMPLES = (
    f"{_TWICE} Nobody was told why. [[{_TWICE}]]",
    f"{_TWICE} Nobody was told why.\n\nThe port is shut.\n\n[[{_TWICE}]] Nobody was told why.",
    "The ferry to the north island left two hours late on Monday. Nobody was told why. "
    "[[The ferry to the north island had left two hours late on Monday.]]",
    "Ferry to north island leaves two hours late again\n\nThe ramp had jammed, the port said.\n\n"
    "[[Ferry to north island leaves two hours late again]]\n\nThe port apologised.",
    "Ferry leaves two hours late\n\nThe ferry to the north island left two hours late on Monday.",
    "Nobody was told why. The ramp jammed. Nobody was told why.",
    "The ramp at the north pier jammed at noon on Monday. The ramp at the south pier, which was "
    "mended in May, was open at noon on Monday.",
    "“We were never told why the boat was late,” she said. Rain fell.\n\n"
    "“We were never told why the boat was late”",
)
_PROMO = later(r"(?:also|must|further|related)? ?(?:read|watch|see)?(?: more| also)?\s*[:>|-]\s*")
_ENTRY = later(r"(?:\A|\n|_{3,}\.?)\s*\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b)?")
_ENTRIES = 2  # times that stand at the head of a line: it is a log
_LEAST = 8
_HEAD = 6
_KEY = 4  # words that two sentences have to share at the head, in the middle or at the end
_ALIKE = 0.8
_KINDS = frozenset({Kind.BODY, Kind.HEADLINE, Kind.CROSSHEAD})
_HEADS = frozenset({Kind.HEADLINE, Kind.CROSSHEAD})
Words = tuple[str, ...]


def find(text: Text) -> Iterator[Hit]:
    """The second of two sentences that are the same, or nearly, and lines pasted from above.

    Of a passage that stands twice only its first sentence is pointed at. In a log of timed
    entries one sentence that comes again is background; a whole passage was pasted.
    """
    again = list(_again(text))
    is_log = bool(again) and len(_ENTRY.findall(text.folded)) >= _ENTRIES
    told = -1  # the paragraph that has been pointed at
    for run in _runs(again):
        first = next((one for one in run if not _is_spoken(text, one.span)), None)
        if first is None or first.paragraph == told or (is_log and len(run) == 1):
            continue
        told = first.paragraph
        yield Hit(*first.span)


def _runs(again: Iterable[tuple[int, Sentence]]) -> Iterator[list[Sentence]]:
    """Sentences that follow each other, by their number among those that are compared."""
    run: list[Sentence] = []
    last = -2
    for n, sentence in again:
        if run and n > last + 1:
            yield run
            run = []
        run.append(sentence)
        last = n
    if run:
        yield run


def _again(text: Text) -> Iterator[tuple[int, Sentence]]:
    """What stands above in the same words, or nearly, with its number among what is compared."""
    known: dict[Words, list[Words]] = {}
    has_body = False
    for n, sentence in enumerate(_compared(text)):
        is_below, has_body = has_body, has_body or sentence.kind is Kind.BODY
        is_head = sentence.kind in _HEADS
        words = _words(text, sentence)
        if len(words) < (_LEAST if sentence.kind is Kind.BODY else _HEAD):
            continue
        keys = _keys(words)
        is_again = sentence.kind is not Kind.PROMO and any(
            _is_alike(words, other)
            for key in keys
            for other in known.get(key, ())
            if not is_head or is_below
        )
        for key in keys:
            found = known.setdefault(key, [])
            if len(found) < _KEY:
                found.append(words)
        if is_again:
            yield n, sentence


def _compared(text: Text) -> Iterator[Sentence]:
    """Copy, its heads and the lines that lead elsewhere, but for what is very short."""
    for sentence in text.sentences:
        is_read = sentence.kind in _KINDS or sentence.kind is Kind.PROMO
        if is_read and sentence.span.end - sentence.span.start >= 3 * _HEAD:
            yield sentence


def _words(text: Text, sentence: Sentence) -> Words:
    words = text.plain(sentence.n)
    if sentence.kind is Kind.PROMO:
        start, end = sentence.span
        if label := _PROMO.match(text.folded, start, end):
            words = view(text.folded[label.end() : end]).decode("latin-1").split()
    return tuple(words)


def _keys(words: Words) -> set[Words]:
    """By these a sentence is looked up; all of them differ if much of it was rewritten."""
    middle = len(words) // 2
    return {words[:_KEY], words[-_KEY:], words[middle - 2 : middle + 2]}


def _is_alike(words: Words, other: Words) -> bool:
    """Tell whether two sentences share nearly all of their words, in pairs."""
    if words == other:
        return True
    if min(len(words), len(other)) < _LEAST + 2 or abs(len(words) - len(other)) > _KEY // 2:
        return False
    one, two = set(words), set(other)
    if {word for word in one ^ two if word[0].isdigit()}:
        return False  # the same of another year is no repeat
    pairs = set(pairwise(words))
    others = set(pairwise(other))
    return len(pairs & others) >= _ALIKE * min(len(pairs), len(others)) and len(one ^ two) < _KEY


def _is_spoken(text: Text, span: Span) -> bool:
    """A line that is all quotation is pulled from the copy, or a refrain."""
    return text.is_quoted(span.start + 1) and text.is_quoted(span.end - 2)
