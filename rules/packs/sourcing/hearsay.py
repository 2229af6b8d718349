"""Did we ask them ourselves?

Why: A told us that B told him: B has not been asked. What passes through two mouths, or through
somebody else's magazine, may have changed on the way.

Fix: Reach the one who said it, or the document; if you could not, say so.

Source: BBC Editorial Guidelines 3.3.3, first-hand sources; Reuters Handbook of Journalism
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Hit, Level, Span, Voice
from rules.relays import is_relay
from rules.search.later import later
from rules.search.scan import WordList
from rules.text.model import Attribution, Kind, Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "The envoy said [[the colonel had told him]] the ceasefire was over.",
    "The premier, [[citing a magazine]], put the loss at ninety boats.",
    "The rebels will not sign, [[according to local media]].",
    "Rosa Lind, a reporter, said [[the rebels had made it clear]] that they would not sign.",
    "Her lawyer said the landlord had told her the lease was void.",
    "The court heard that the clerk said the mayor had told him the ledger was burnt.",
    "The colonel told the Courier the ceasefire was over.",
    "She said the doctor had told her to rest.",
    "The mayor resigned, citing ill health.",
    "“He told me the ledger was burnt,” the clerk said.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"))
_TRADES = WordList(
    "journalist reporter correspondent blogger activist commentator analyst columnist"
)
_FOR_OTHERS = later(
    r"\b(?:lawyers?|attorneys?|solicitors?|barristers?|counsel|spokes\w+|prosecut\w+|police|court"
    r"|testif\w+|testimony|jury|inquest|tribunal|inquiry|trial|hearing|affidavit|indictment|witness\w*"
    r"|lawsuit|statement of claim|complaint|detectives?)\b"
)
_CARERS = later(r"\b(?:doctors?|nurses?|surgeons?|physicians?|midwi(?:fe|ves))\b")
_PRONOUN = later(r"he|she|they|it|i|we|you|who|nobody")
_OF_SELF = later(
    r",? (?:that )?(?:he|she|they|his|her|their|to|not to|about|how|what|when|where"
    r"|it was (?:his|her)|there was nothing)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """What somebody says that somebody else has said, and what is taken from unnamed press."""
    for found in _PHRASES.search(text):
        if found.sense == "citing":
            yield Hit(*found.span)
        elif found.sense == "heard":
            is_told = text.voice_at(found.span.start) is Voice.PARAPHRASE
            if is_told and not _FOR_OTHERS.search(text.folded, *found.around):
                yield Hit(*found.span)
        elif span := _chain(text, found):
            yield Hit(*span)
    if text.seen.of(_TRADES):
        yield from _relayed(text)


def _chain(text: Text, found: Found) -> Span | None:
    """Who "had told him", and those words, where that is what somebody else says."""
    start, end = found.span
    if text.voice_at(start) is not Voice.PARAPHRASE or _OF_SELF.match(text.folded, end):
        return None
    if _FOR_OTHERS.search(text.folded, *found.around):
        return None
    for told in text.attributions:
        if told.source is not None and told.cue.start == start and told.source.end <= start:
            is_somebody = not _PRONOUN.fullmatch(text.folded[told.source.start : told.source.end])
            if (
                _CARERS.search(text.folded, *told.source)
                and text.folded[end : end + 6] != " that "
            ):
                return None
            return Span(told.source.start, end) if is_somebody else None
    return None


def _relayed(text: Text) -> Iterator[Hit]:
    """What reporters and bloggers say that others have said."""
    told = [a for a in text.attributions if a.source is not None and a.class_ == "speech"]
    for n, outer in enumerate(told):
        sentence = text.sentence_at(outer.cue.start)
        if sentence is None or sentence.kind is not Kind.BODY or not outer.vouches:
            continue
        inner = next((a for a in told[max(0, n - 4) : n + 5] if _is_in(a, outer)), None)
        if (
            inner is not None
            and inner.source is not None
            and not _FOR_OTHERS.search(text.folded, *sentence.span)
            and is_relay(text, sentence, outer.cue)
        ):
            yield Hit(inner.source.start, inner.cue.end)


def _is_in(inner: Attribution, outer: Attribution) -> bool:
    """Tell whether one saying is what another tells of."""
    return inner is not outer and any(
        inner.source is not None and span.holds(inner.source) and span.holds(inner.cue)
        for span in outer.content
    )
