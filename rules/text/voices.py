"""Says who speaks where: newsroom, paraphrase, quotation or furniture."""

from collections.abc import Iterable, Iterator, Sequence

from rules.model import Span, Voice
from rules.text.model import Attribution, Kind, Paragraph, Quotation

Stretch = tuple[int, int, Voice]


def voices(
    paragraphs: Sequence[Paragraph],
    quotations: Iterable[Quotation],
    attributions: Iterable[Attribution],
) -> tuple[Stretch, ...]:
    """Tile the text: a quotation goes before a paraphrase, and furniture before both."""
    quoted = _merged(q.span for q in quotations if q.depth == 0)
    told = _merged(span for a in attributions if a.vouches for span in a.content)
    out: list[Stretch] = []
    for paragraph in paragraphs:
        if paragraph.kind is not Kind.BODY:
            out.append((*paragraph.span, Voice.FURNITURE))
            continue
        start = paragraph.span.start
        if paragraph.dateline:
            out.append((*paragraph.dateline, Voice.FURNITURE))
            start = paragraph.dateline.end
        out += _tiled(Span(start, paragraph.span.end), quoted, told)
    return tuple(out)


def _tiled(span: Span, quoted: list[Span], told: list[Span]) -> Iterator[Stretch]:
    for start, end, is_quoted in _parted(span, quoted):
        if is_quoted:
            yield start, end, Voice.QUOTATION
            continue
        for left, right, is_told in _parted(Span(start, end), told):
            yield left, right, Voice.PARAPHRASE if is_told else Voice.NEWSROOM


def _parted(span: Span, inside: list[Span]) -> Iterator[tuple[int, int, bool]]:
    """Cut ``span`` into what lies in one of ``inside`` (in order, apart) and what does not."""
    at = span.start
    while inside and inside[-1].end <= at:
        inside.pop()
    k = len(inside) - 1
    while k >= 0 and inside[k].start < span.end:
        start, end = max(at, inside[k].start), min(span.end, inside[k].end)
        if at < start:
            yield at, start, False
        if start < end:
            yield start, end, True
        at = max(at, end)
        k -= 1
    if at < span.end:
        yield at, span.end, False


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans as a stack, first on top, overlapping ones made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out[::-1]
