"""Runs the stages of reading, each once."""

from bisect import bisect_left
from collections.abc import Sequence

from rules.model import Span
from rules.search.scan import Scan, Seen
from rules.text.attributions import attributions
from rules.text.finding import CUES, may_tell
from rules.text.fold import fold
from rules.text.furniture import MARKED, dateline, kinds
from rules.text.language import language
from rules.text.model import Kind, Paragraph, Quotation, Sentence, Text
from rules.text.paragraphs import paragraph_spans
from rules.text.quotations import quotations
from rules.text.sentences import sentence_spans
from rules.text.voices import voices


def parse(source: str, scan: Scan | None = None) -> Text:
    """Read ``source``; whatever it holds, there is a Text.

    ``scan`` looks for what the rules will ask about; without one, they look for themselves.
    """
    folded = fold(source)
    seen = Seen(folded, scan)
    cues = sorted(start for _, start, end in seen.of(CUES) if may_tell(folded, start, end))
    spans = paragraph_spans(source)
    quoted = quotations(source, spans)
    paragraphs = _paragraphs(source, folded, spans, quoted)
    told = attributions(source, folded, paragraphs, quoted, cues)
    return Text(
        source=source,
        folded=folded,
        paragraphs=paragraphs,
        sentences=tuple(s for paragraph in paragraphs for s in paragraph.sentences),
        quotations=quoted,
        attributions=told,
        voices=voices(paragraphs, quoted, told),
        title=_title(source, paragraphs),
        seen=seen,
        language=language(source, folded),
    )


def _paragraphs(
    source: str, folded: str, spans: Sequence[Span], quoted: Sequence[Quotation]
) -> tuple[Paragraph, ...]:
    outer = [quotation for quotation in quoted if quotation.depth == 0]
    starts = [quotation.span.start for quotation in outer]
    found: list[Paragraph] = []
    n = 0
    is_top = True
    for number, (span, kind) in enumerate(zip(spans, kinds(source, spans), strict=True)):
        inside = outer[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        cuts = sentence_spans(source, span, inside)
        read = tuple(
            Sentence(n + k, cut, number, kind, source, folded) for k, cut in enumerate(cuts)
        )
        n += len(read)
        place = dateline(source, span) if is_top and kind is Kind.BODY else None
        is_top = kind is not Kind.BODY
        found.append(Paragraph(number, span, kind, read, place))
    return tuple(found)


def _title(source: str, paragraphs: Sequence[Paragraph]) -> str | None:
    """The headline above the copy, if there is one."""
    for paragraph in paragraphs:
        if paragraph.kind is Kind.HEADLINE:
            return MARKED.sub("", source[paragraph.span.start : paragraph.span.end], count=1)
        if paragraph.kind is Kind.BODY:
            return None
    return None
