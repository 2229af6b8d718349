"""The blocks of a Text: what rules of words search one by one."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rules.model import Span

if TYPE_CHECKING:
    from rules.text.model import Paragraph, Sentence, Text

SCOPES = ("text", "paragraph", "sentence", "heading", "raw")
LONGEST = 1500  # characters: what a pattern may cost grows with its block, not with the draft
_READ = frozenset({"body", "headline", "crosshead", "caption"})
_HEADS = frozenset({"headline", "crosshead"})


def blocks(text: "Text", scopes: tuple[str, ...], *, whole: bool) -> Sequence[Span]:
    """The spans for those of SCOPES, in reading order and apart; ``whole``: none is cut."""
    found = _of(text, scopes[0]) if len(scopes) == 1 else _apart(text, scopes)
    if whole or "raw" in scopes or all(span.end - span.start <= LONGEST for span in found):
        return found
    return [piece for span in found for piece in _pieces(text, span)]


def _apart(text: "Text", scopes: tuple[str, ...]) -> list[Span]:
    """The spans of several scopes; of those that overlap, the outer one."""
    found: list[Span] = []
    for span in sorted((s for scope in scopes for s in _of(text, scope)), key=_outer_first):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def _outer_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _of(text: "Text", scope: str) -> list[Span]:
    if scope == "raw":
        return [Span(0, len(text.source))]
    kinds = _HEADS if scope == "heading" else _READ
    parts: Sequence[Paragraph | Sentence] = text.paragraphs
    if scope == "sentence":
        parts = text.sentences
    return [part.span for part in parts if part.kind in kinds]


def _pieces(text: "Text", span: Span) -> Iterator[Span]:
    """The span itself, or pieces of it that end with a sentence, a word, or just so."""
    start = span.start
    while span.end - start > LONGEST:
        last = text.sentence_at(start + LONGEST)
        end = last.span.start if last else start
        if end <= start:
            end = text.folded.rfind(" ", start, start + LONGEST) + 1
        if end <= start:
            end = start + LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, span.end)
