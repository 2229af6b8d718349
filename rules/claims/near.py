"""Who stands behind a sentence from near it: a document, a speaker before, a lead's body."""

from rules.model import Span, Voice
from rules.search.later import later
from rules.text.model import Kind, Sentence, Text
from rules.text.words import word_set

_SAME = later(
    r"(?:and |but |yet |also,? |still,? |however,? |in addition,? |among them )?"
    r"(it|they|he|she|this|that|these|those|such|his|her|their|its|both|the same|there)\b"
)
_BODIES = frozenset({"it", "they", "its", "their"})
_WORDS = later(r"\w+")
_SUBJECT = later(
    r"(?:(?:the|a|an|this|that|mr|mrs|ms|dr|sir|some|most) )?([\w'-]+)(?: ([\w'-]+))?"
)
_BODY = later(
    r"\b(?:according to|survey(?:s|ed)?|census|(?:seen|obtained|reviewed|viewed|verified) by"
    r"|(?:the|its|an?) (?:court|jury|inquest|inquiry|tribunal|hearing|trial"
    r"|commission|judge|coroner)"
    r" (?:has |had |was )?(?:heard|told|found|ruled|said|concluded)|minutes show|transcripts?"
    r"|records? shows?|data shows?|figures? shows?|findings of|pleaded|prosecutors?|indictment"
    r"|charge sheet|affidavit|this (?:news)?paper|our (?:reporters?|correspondents?)"
    r"|in (?:its|his|her|the|a) (?:judgment|verdict|ruling|report|study|filing|letter))\b|https?://"
    r"|, [^,.;]{2,60} (?:say|says|said|forecasts?|predict(?:s|ed)?|estimates?|reckons?|warns?"
    r"|believes?|calculates?|argues?|wrote|found|shows?|showed|suggests?)\b[^,;]{0,50}\Z"
)
_STEM = later(r"[a-z]{4,}|\d[\d,.]*\d|\d")
_EMPTY = word_set(
    "that this with from have been were their they which about after before said says will would "
    "there when where while what more than into over also only some most other last next year "
    "years week month people first because under could being made says told"
)
_NEAR = 12  # characters: a speaker at the head of a sentence
_LEAD, _REACH, _BACKED = 2, 4, 0.4  # sentences of a lead, those that may back it, how much
_FAR = 600
_GONE = 3  # sentences that one speaker may be carried through


def is_vouched_near(text: Text, sentence: Sentence) -> bool:
    """Tell whether a document, the sentences before or, of a lead, the body stands behind it."""
    known = text.contexts.get(("vouched near", sentence.n))
    if known is None:
        known = text.contexts["vouched near", sentence.n] = (
            _BODY.search(text.folded, *cut(sentence.span)) is not None
            or _is_carried(text, sentence)
            or _is_backed(text, sentence)
        )
    return known


def _is_carried(text: Text, sentence: Sentence) -> bool:
    """Tell whether it goes on about what somebody was just said to say."""
    for gone in range(1, _GONE + 1):
        n = sentence.n - gone + 1
        if n < 1 or not _goes_on(text, text.sentences[n], text.sentences[n - 1]):
            return False
        if _speaks(text, text.sentences[n - 1]):
            return True
    return False


def _goes_on(text: Text, sentence: Sentence, before: Sentence) -> bool:
    """Tell whether it begins with a pronoun, or with a subject of the sentence before."""
    if before.kind is not Kind.BODY or sentence.paragraph - before.paragraph > 1:
        return False
    speaker = _speaker(text, before)
    same = _SAME.match(text.folded, *sentence.span)
    if same:
        return speaker is None or same[1] not in _BODIES
    subject = _SUBJECT.match(text.folded, *sentence.span)
    if subject is None:
        return False
    words = {word for word in subject.groups() if word and len(word) > 3} - _EMPTY
    if speaker:
        words.difference_update(_WORDS.findall(text.folded, *speaker))
    return not words.isdisjoint(text.words_in(before.n))


def _speaker(text: Text, sentence: Sentence) -> Span | None:
    """Who says what the sentence goes on to tell: what we say of them next is not theirs."""
    start = sentence.span.start
    for told in text.attributions_in(sentence):
        if told.vouches and told.source and told.source.start < start + _NEAR:
            return told.source
    return None


def _speaks(text: Text, sentence: Sentence) -> bool:
    """Tell whether somebody is heard in a sentence: a speaker, a quotation or a document."""
    return (
        text.is_vouched_in(sentence.span)
        or text.voice_at(sentence.span.start) is Voice.QUOTATION
        or _BODY.search(text.folded, *cut(sentence.span)) is not None
    )


def _is_backed(text: Text, sentence: Sentence) -> bool:
    """Tell whether a lead only says first what somebody is quoted as saying right below it.

    Its figures have to be there, every one of them.
    """
    top = next((s for s in text.body()), None)
    if top is None or sentence.n - top.n >= _LEAD:
        return False
    words = _stems(text, sentence)
    for below in text.sentences[sentence.n + 1 : sentence.n + 1 + _REACH]:
        if _speaks(text, below):
            words -= _stems(text, below)
    if any(word[0].isdigit() for word in words):
        return False
    return len(words) <= (1 - _BACKED) * len(_stems(text, sentence))


def _stems(text: Text, sentence: Sentence) -> set[str]:
    found = _STEM.findall(text.folded, *cut(sentence.span))
    return {word[:5] for word in found if word not in _EMPTY}


def cut(span: Span) -> Span:
    """As much of an endless sentence as a reader would take in."""
    return Span(span.start, min(span.end, span.start + _FAR))
