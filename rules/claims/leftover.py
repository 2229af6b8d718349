"""What is left over: our own word for what nobody can have seen, with nobody near who knows."""

from rules.claims.claims import is_claim
from rules.claims.near import cut
from rules.model import Voice
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


def is_leftover(text: Text, sentence: Sentence) -> bool:
    """Tell whether a sentence rests on our word alone, and the next one does not bear it out."""
    return (
        sentence.span.end - sentence.span.start < _LONG
        and is_claim(text, sentence)
        and not _ANCHORED.search(text.folded, *cut(sentence.span))
        and not _is_borne_out(text, sentence)
    )


def _is_borne_out(text: Text, sentence: Sentence) -> bool:
    """Tell whether somebody speaks in the next sentence, or a quotation opens what follows."""
    following = next((s for s in text.sentences[sentence.n + 1 :] if s.kind is Kind.BODY), None)
    if following is None:
        return False
    if text.voice_at(following.span.start) is Voice.QUOTATION:
        return True
    return following.paragraph == sentence.paragraph and (
        text.is_vouched_in(following.span) or text.folded.find('"', *following.span) >= 0
    )
