"""Which sentences of ours claim something that a reader may ask a source for."""

from rules.claims.near import cut, is_vouched_near
from rules.model import Because, Span, Voice
from rules.search.later import later
from rules.text.model import Kind, Sentence, Text

_RECORD = later(
    r"\b(?:born|died|elected|re-elected|appointed|opened|closed|founded|signed|arrested|charged"
    r"|met|arrived|voted|passed|married|joined|won|beat|drew|scored|graduated|moved|retired"
    r"|resigned|landed|visited|attended|gathered|marched|stood|sat|walked|watched|wore|sang"
    r"|laid|released|published|launched|announced|agreed|approved|rejected|adjourned|begins?"
    r"|(?<!the )starts?"
    r"|takes place|will be held|kick-?off|tickets|costs|stands|lies|runs|employs|makes|sells)\b"
    r"|\b(?:in|since|until|from) (?:1[0-9]|20)\d\d\b|\b\d{1,2}(?:\.\d\d)?[ap]m\b"
)
_IF = later(r"\b(?:if|unless|whether|suppose)\b[^;:]{0,200}\Z")
_END = later(
    r"[;:!?()](?!\d)|\.(?=[\"')]*\Z)|,(?!\d)| -+ |\s(?:and|but|while|which|who|whose|when|after"
    r"|before|as|because|since|although|though|where|if|unless|until|amid|despite)\b"
)
_APART = later(r"; |, (?:but|while|whereas|although|though|and yet) ")
_OPENS = later(r"(?:while|although|though) ")
_COMMA = later(", ")
_WORD = later(r"\S+")


def is_claim(text: Text, sentence: Sentence) -> bool:
    """Tell whether body copy asserts something that nobody in it vouches for."""
    if sentence.kind is not Kind.BODY or text.is_vouched_in(sentence.span):
        return False
    if text.voice_at(sentence.span.start) is not Voice.NEWSROOM:
        return False
    return not (
        sentence.is_question
        or _RECORD.search(text.folded, *sentence.span)
        or is_vouched_near(text, sentence)
    )


def backing(text: Text, sentence: Sentence, span: Span) -> Because | None:
    """Why what stands in ``span`` needs no source of its own, if it does not."""
    if _IF.search(text.folded, max(sentence.span.start, span.start - 200), span.start):
        return "technical"
    if sentence.is_question:
        return "technical"
    if text.is_somebodys(span.start):
        return "attributed"
    if text.is_vouched_in(sentence.span):
        return None if _is_apart(text, sentence, span) else "attributed"
    return "attributed" if is_vouched_near(text, sentence) else None


def clause(text: Text, span: Span, sentence: Sentence, most: int = 9) -> Span:
    """``span`` with the words that follow it in its clause, ``most`` of them at most."""
    limit = min(sentence.span.end, span.end + 20 * most)
    end = _END.search(text.folded, span.end, limit)
    stop = end.start() if end else limit
    last = span.end
    for n, word in enumerate(_WORD.finditer(text.folded, span.end, stop)):
        if n == most:
            break
        last = word.end()
    tail = text.folded[span.end : last].rstrip(" -\"'")
    return Span(span.start, span.end + len(tail))


def _is_apart(text: Text, sentence: Sentence, span: Span) -> bool:
    """Tell whether ours is set against what somebody says: "While it is rotten, X said …"."""
    is_open = _OPENS.match(text.folded, sentence.span.start) is not None
    marks = _COMMA if is_open else _APART
    for apart in marks.finditer(text.folded, *cut(sentence.span)):
        first = Span(sentence.span.start, apart.start())
        rest = Span(apart.end(), sentence.span.end)
        ours, theirs = (first, rest) if first.holds(span) else (rest, first)
        if ours.holds(span) and text.is_vouched_in(theirs) and not text.is_vouched_in(ours):
            return True
    return False
