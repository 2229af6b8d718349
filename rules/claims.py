"""Which sentences of ours claim something that a reader may ask a source for, and what needs none."""

import re

from rules.model import Because, Span, Voice
from rules.text.model import Kind, Sentence, Text

_SAME = re.compile(
    r"(?:and |but |yet |also,? |still,? |however,? |in addition,? |among them )?"
    r"(it|they|he|she|this|that|these|those|such|his|her|their|its|both|the same|there)\b"
)
_BODIES = frozenset({"it", "they", "its", "their"})
_WORDS = re.compile(r"\w+")
_SUBJECT = re.compile(r"(?:(?:the|a|an|this|that|mr|mrs|ms|dr|sir|some|most) )?([\w'-]+)(?: ([\w'-]+))?")
_BODY = re.compile(
    r"\b(?:according to|survey(?:s|ed)?|census|(?:seen|obtained|reviewed|viewed|verified) by"
    r"|(?:the|its|an?) (?:court|jury|inquest|inquiry|tribunal|hearing|trial|commission|judge|coroner)"
    r" (?:has |had |was )?(?:heard|told|found|ruled|said|concluded)|minutes show|transcripts?"
    r"|records? shows?|data shows?|figures? shows?|findings of|pleaded|prosecutors?|indictment"
    r"|charge sheet|affidavit|this (?:news)?paper|our (?:reporters?|correspondents?)"
    r"|in (?:its|his|her|the|a) (?:judgment|verdict|ruling|report|study|filing|letter))\b|https?://"
    r"|, [^,.;]{2,60} (?:say|says|said|forecasts?|predict(?:s|ed)?|estimates?|reckons?|warns?"
    r"|believes?|calculates?|argues?|wrote|found|shows?|showed|suggests?)\b[^,;]{0,50}\Z"
)
_RECORD = re.compile(
    r"\b(?:born|died|elected|re-elected|appointed|opened|closed|founded|signed|arrested|charged"
    r"|met|arrived|voted|passed|married|joined|won|beat|drew|scored|graduated|moved|retired"
    r"|resigned|landed|visited|attended|gathered|marched|stood|sat|walked|watched|wore|sang"
    r"|laid|released|published|launched|announced|agreed|approved|rejected|adjourned|begins?|starts?"
    r"|takes place|will be held|kick-?off|tickets|costs|stands|lies|runs|employs|makes|sells)\b"
    r"|\b(?:in|since|until|from) (?:1[0-9]|20)\d\d\b|\b\d{1,2}(?:\.\d\d)?[ap]m\b"
)
_IF = re.compile(r"\b(?:if|unless|whether|suppose|should)\b[^;:]{0,200}\Z")
_END = re.compile(
    r"[;:!?()](?!\d)|\.(?=[\"')]*\Z)|,(?!\d)| -+ |\s(?:and|but|while|which|who|whose|when|after|before|as|because"
    r"|since|although|though|where|if|unless|until|amid|despite)\b"
)
_APART = re.compile(r"; |, (?:but|while|whereas|although|though|and yet) ")
_OPENS = re.compile(r"(?:while|although|though) ")
_COMMA = re.compile(", ")
_WORD = re.compile(r"\S+")
_STEM = re.compile(r"[a-z]{4,}|\d[\d,.]*\d|\d")
_EMPTY = frozenset(
    "that this with from have been were their they which about after before said says will would "
    "there when where while what more than into over also only some most other last next year "
    "years week month people first because under could being made says told".split()
)
_NEAR = 12
_LEAD, _REACH, _BACKED = 2, 4, 0.4
_FAR = 600
_GONE = 3  # sentences that one speaker may be carried through


def is_claim(text: Text, sentence: Sentence) -> bool:
    """Tell whether body copy asserts something that nobody in it vouches for."""
    if sentence.kind is not Kind.BODY or text.is_vouched_in(sentence.span):
        return False
    if text.voice_at(sentence.span.start) is not Voice.NEWSROOM:
        return False
    return not (
        _is_question(text, sentence)
        or _RECORD.search(text.folded, *sentence.span)
        or _is_vouched_near(text, sentence)
    )


def backing(text: Text, sentence: Sentence, span: Span) -> Because | None:
    """Why what stands in ``span`` needs no source of its own, if it does not."""
    if _IF.search(text.folded, max(sentence.span.start, span.start - 200), span.start):
        return "technical"
    if _is_question(text, sentence):
        return "technical"
    if text.is_somebodys(span.start):
        return "attributed"
    if text.is_vouched_in(sentence.span):
        return None if _is_apart(text, sentence, span) else "attributed"
    return "attributed" if _is_vouched_near(text, sentence) else None


def clause(text: Text, span: Span, sentence: Sentence, most: int = 9) -> Span:
    """``span`` with the words that follow it, to the end of the clause, ``most`` of them at most."""
    limit = min(sentence.span.end, span.end + 20 * most)
    end = _END.search(text.folded, span.end, limit)
    stop = end.start() if end else limit
    last = span.end
    for n, word in enumerate(_WORD.finditer(text.folded, span.end, stop)):
        if n == most:
            break
        last = word.end()
    return Span(span.start, len(text.folded[:last].rstrip(" -\"'")) if last > span.end else last)


def _is_apart(text: Text, sentence: Sentence, span: Span) -> bool:
    """Tell whether ours is set against what somebody says: "While the plan is rotten, X said …"."""
    is_open = _OPENS.match(text.folded, sentence.span.start) is not None
    marks = _COMMA if is_open else _APART
    for apart in marks.finditer(text.folded, *_cut(sentence.span)):
        first = Span(sentence.span.start, apart.start())
        rest = Span(apart.end(), sentence.span.end)
        ours, theirs = (first, rest) if first.holds(span) else (rest, first)
        if ours.holds(span) and text.is_vouched_in(theirs) and not text.is_vouched_in(ours):
            return True
    return False


def _is_question(text: Text, sentence: Sentence) -> bool:
    return text.source[sentence.span.end - 1] == "?"


def _is_vouched_near(text: Text, sentence: Sentence) -> bool:
    """Tell whether a document, the sentences before or, of a lead, the body stands behind it."""
    known = text.contexts.get(("vouched near", sentence.n))
    if known is None:
        known = text.contexts["vouched near", sentence.n] = (
            _BODY.search(text.folded, *_cut(sentence.span)) is not None
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
    return not words.isdisjoint(text.words_in(before))


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
        or _BODY.search(text.folded, *_cut(sentence.span)) is not None
    )


def _is_backed(text: Text, sentence: Sentence) -> bool:
    """Tell whether a lead only says first what somebody is quoted as saying right below it."""
    top = next((s for s in text.body()), None)
    if top is None or sentence.n - top.n >= _LEAD:
        return False
    words = _stems(text, sentence)
    for below in text.sentences[sentence.n + 1 : sentence.n + 1 + _REACH]:
        if _speaks(text, below):
            words -= _stems(text, below)
    return len(words) <= (1 - _BACKED) * len(_stems(text, sentence))


def _stems(text: Text, sentence: Sentence) -> set[str]:
    found = _STEM.findall(text.folded, *_cut(sentence.span))
    return {word[:5] for word in found if word not in _EMPTY}


def _cut(span: Span) -> Span:
    """As much of an endless sentence as a reader would take in."""
    return Span(span.start, min(span.end, span.start + _FAR))
