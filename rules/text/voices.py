"""Says who speaks where: newsroom, paraphrase, quotation or furniture."""

from collections.abc import Iterable, Sequence

from rules.model import Span, Voice, united
from rules.text.model import Attribution, Kind, Paragraph, Quotation

Stretch = tuple[int, int, Voice]
_SPOKEN = (Voice.NEWSROOM, Voice.PARAPHRASE)


def voices(
    paragraphs: Sequence[Paragraph],
    quotations: Iterable[Quotation],
    attributions: Iterable[Attribution],
) -> tuple[Stretch, ...]:
    """Tile the text: a quotation goes before a paraphrase, and furniture before both."""
    quoted = united(q.span for q in quotations if q.depth == 0)[::-1]
    told = united(span for a in attributions if a.vouches for span in a.content)[::-1]
    out: list[Stretch] = []
    for paragraph in paragraphs:
        start, end = paragraph.span
        if paragraph.kind is not Kind.BODY:
            out.append((start, end, Voice.FURNITURE))
            continue
        if paragraph.dateline:
            out.append((*paragraph.dateline, Voice.FURNITURE))
            start = paragraph.dateline.end
        for first, after, is_quoted in _parted(start, end, quoted):
            if is_quoted:
                out.append((first, after, Voice.QUOTATION))
            else:
                for a, b, is_told in _parted(first, after, told):
                    out.append((a, b, _SPOKEN[is_told]))
    return tuple(out)


def _parted(at: int, end: int, inside: list[Span]) -> list[tuple[int, int, bool]]:
    """Cut a stretch into what lies in one of ``inside`` (the first last), and the rest."""
    while inside and inside[-1][1] <= at:
        inside.pop()
    if not inside or inside[-1][0] >= end:
        return [(at, end, False)] if at < end else []
    found: list[tuple[int, int, bool]] = []
    k = len(inside) - 1
    while k >= 0 and inside[k][0] < end:
        first, after = max(at, inside[k][0]), min(end, inside[k][1])
        if at < first:
            found.append((at, first, False))
        if first < after:
            found.append((first, after, True))
        at = max(at, after)
        k -= 1
    if at < end:
        found.append((at, end, False))
    return found
