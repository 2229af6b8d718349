"""What is left over: our own word for what nobody can have seen, with nobody near who knows."""

from collections.abc import Container, Iterator
from pathlib import Path

from rules.claims.claims import clause, is_claim
from rules.claims.near import cut
from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Span, Voice
from rules.search.later import later
from rules.text.model import Kind, Sentence, Text

# It was counted, dated, witnessed, is in the open, is ruled on or is told of ourselves.
_ANCHORED = later(
    r"[\d\"%]|\b(?:i|we|our|us|my|me|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight"
    r"|yesterday|tomorrow|ago|hundreds?|thousands?|dozens?|million|crowds?|polls?|surveys?|survey"
    r"|pollsters|signs?|placards?|banners?|seen|heard|watched|court|judge|jury|inquest|tribunal"
    r"|reports?|reported|reportedly|alleged\w*|accus\w+|announced|statement|interview|asked|letter"
    r"|would|could|should|may|might|must|will|if|unless|whether|perhaps|maybe|seems?|appears?"
    r"|appear|suggests?|suggest|known|called|once)\b"
)
_LONG = 180  # characters: what says more is more than an assertion
_BELOW = 6  # sentences that are looked through for the next one of body copy

# What a bare assertion does not hang on, and what may stand before its subject.
_HANGS = later(
    r"\b(?:that|which|who|whose|where|when|while|as|because|since|after|before|until|although"
    r"|though|despite|how|why|with|to|if|against|amid)\b[^,;:]*\Z"
)
_OPENING = later(r"(?:[\w'-]+ ){0,3}")
BARE = Lexicon(Path(__file__).with_name("bare.txt"))


def leftovers(text: Text, within: Container[int] | None = None) -> Iterator[tuple[Sentence, Span]]:
    """Sentences that rest on our word alone and say what nobody sees; what is asserted in each.

    ``within``: among sentences of these numbers only.
    """
    short = {
        n for n in text.numbers_of(BARE) if (within is None or n in within) and _is_ours(text, n)
    }
    for found in BARE.search(text, short):
        span = _asserted(text, found)
        if span and _is_left_over(text, found.sentence):
            yield found.sentence, span


def _is_ours(text: Text, n: int) -> bool:
    """A short sentence without quotation or anybody's word: what can be told at a glance."""
    span = text.sentences[n].span
    if span.end - span.start >= _LONG or text.is_vouched_in(span):
        return False
    return text.folded.find('"', *span) < 0


def _asserted(text: Text, found: Found) -> Span | None:
    """A bare assertion from its subject on; none if it only hangs on another clause."""
    before = text.folded[found.around.start : found.span.start]
    if _HANGS.search(before):
        return None
    opens = _OPENING.fullmatch(before) is not None
    start = found.sentence.span.start if opens else found.span.start
    return clause(text, Span(start, found.span.end), found.sentence, 6)


def _is_left_over(text: Text, sentence: Sentence) -> bool:
    """Tell whether nobody near knows it: no source, no count or date, no quotation after it."""
    return (
        is_claim(text, sentence)
        and not _ANCHORED.search(text.folded, *cut(sentence.span))
        and not _is_borne_out(text, sentence)
    )


def _is_borne_out(text: Text, sentence: Sentence) -> bool:
    """Tell whether somebody speaks in the next sentence, or a quotation opens what follows."""
    below = text.sentences[sentence.n + 1 : sentence.n + _BELOW]
    following = next((s for s in below if s.kind is Kind.BODY), None)
    if following is None:
        return False
    if text.voice_at(following.span.start) is Voice.QUOTATION:
        return True
    return following.paragraph == sentence.paragraph and (
        text.is_vouched_in(following.span) or text.folded.find('"', *following.span) >= 0
    )
