"""Who says so?

Why: A quotation without a speaker is evidence of nothing, and the reader gives it to whoever was
named last. If that is the wrong person, it is a correction.

Fix: Put the speaker in the same sentence or the one before it, or cut the words.

Source: Reuters Handbook of Journalism: identify the source of a quotation as quickly as possible
"""

import re
from collections.abc import Iterator

from rules.model import Hit, Level, Span, Voice
from rules.nearby import people
from rules.search.later import later
from rules.text.model import Kind, Quotation, Sentence, Text

LEVEL = Level.HOLD
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE, Voice.QUOTATION})
EXAMPLES = (
    "Rain fell on the quay all night. [[“Nobody rang the bell.”]]",
    "The scheme was called [[“a tax on the tide itself”]] in the chamber.",
    "“Nobody rang the bell,” Amy Roth said. “Not once.”",
    "Amy Roth pulled up her hood. “Nobody rang the bell.”",
    "She was reading “The Bell That Nobody Rang” on the bus.",
    "The banner was plain. “Nobody rang the bell.”",
    "Roth looked at the quay:\n\n“Nobody rang the bell.”",
    "The scheme was called “a tax on the tide itself” by the harbour guild.",
    "Q: Who rang it?\n\n“Nobody rang the bell at all.”",
    "The winger is called “the boy from the hill”.",
)
_CALLED = later(
    r"\b(?:was|were|(?:has|have|had) been|being) (?:\w+ly |also |once |since |even )?"
    r"(?:(?P<named>called|labelled|labeled|branded)"
    r"|(?:described|denounced|condemned|dismissed|hailed|derided|criticised|criticized|praised"
    r"|decried|attacked|portrayed) as(?: being)?) \Z"
)
_JUDGED = later(r"(?:an?|not|one|no|simply|nothing|worse|too|as) ")  # no name begins so
_LONG = later(r"(?:\W*+\w[\w'’-]*+){4}")
_SPEAKER = later(
    r"\b(?:he|she|they|we|i|you|him|her|his|their|who|men|women|(?:wo)?man|boy|girl|mother|father"
    r"|child|voices?|somebody|someone|one|another|others|people|crowds?)\b"
)
_WRITTEN = later(
    r"\b(?:signs?|banners?|placards?|posters?|letters?|notes?|e-?mails?|messages?|texts?|reads?|said"
    r"|says?|slogans?|chant\w*|shout\w*|sang|songs?|sing\w*|lyrics?|headlines?|captions?|graffiti"
    r"|tweet\w*|post\w*|ads?|adverts?|advertisements?|narrat\w+|announc\w+|inscri\w+|engrav\w+"
    r"|plaques?|mottos?|books?|films?|poems?|lines?|passages?|articles?|clauses?|sections?|laws?"
    r"|rules?|quot\w+|words?|comments?|statements?|repl\w+|answer\w*|questions?|ask\w*|speech"
    r"|interview\w*|recordings?|video|page|screen|wall|shirts?|cards?|diary|script|verse|prayers?"
    r"|oath|reports?|documents?|verdict|transcript|broadcast|call\w*|cried|cry|refrain|joke\w*"
    r"|proverb|saying|phrase|stickers?|wrote|writ\w+|told|yell\w*|laugh\w*|whisper\w*|verses)\b"
)
_SAID_SO = later(
    r"[,?!—–-][\"'”’]{1,2} ?[a-z]\w+|(?:\A|\n)[\w. ]{1,30}: ?[\"“']"  # "…,” muttered the clerk"
)
_ANSWERS = later(r"(?:^|\n)\s*(?:Q|A|Question|Answer)\s?[:.]", re.MULTILINE)
_NAMED_BELOW = later(
    r"\s*(?:[-–—~(]|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+,? [^.]{0,60}$)", re.MULTILINE
)
_MARKS = "\"'"
_NEAR = 400  # characters
_POINTS_BACK = later(r"\W*(?:that|those|these|this|so|with|it|such|the words?)\b")


def find(text: Text) -> Iterator[Hit]:
    """Sentences that are all quotation, and what something "was called", with no speaker near."""
    claimed: set[int] | None = None
    for quotation in text.quotations:
        sentence = text.sentence_at(quotation.span.start)
        if (
            sentence is None
            or sentence.kind is not Kind.BODY
            or not _is_bare(text, quotation, sentence)
        ):
            continue
        if claimed is None:
            claimed = _claimed(text)
        if sentence.paragraph not in claimed and not _has_speaker(
            text, quotation, sentence, claimed
        ):
            yield Hit(*quotation.span)


def _is_bare(text: Text, quotation: Quotation, sentence: Sentence) -> bool:
    """Tell a whole sentence of quotation, and words that something "was called"."""
    if quotation.depth or quotation.open or not _LONG.match(text.source, *quotation.inner):
        return False
    before = text.folded[
        max(sentence.span.start, quotation.span.start - 60) : quotation.span.start
    ]
    after = text.folded[quotation.span.end : sentence.span.end]
    if not before.strip():
        return not after.strip(" .") and text.source[quotation.inner.start].isupper()
    called = _CALLED.search(before)
    if called is None or " by " in after:
        return False
    return not called["named"] or _JUDGED.match(text.folded, quotation.inner.start) is not None


def _claimed(text: Text) -> set[int]:
    """The paragraphs in which somebody says, thinks or wants something."""
    told = (text.sentence_at(a.cue.start) for a in text.attributions if a.source is not None)
    return {sentence.paragraph for sentence in told if sentence is not None}


def _has_speaker(text: Text, quotation: Quotation, sentence: Sentence, claimed: set[int]) -> bool:
    """Tell whether a reader can know whose words they are."""
    start, end = text.paragraphs[sentence.paragraph].span
    if quotation.span.start > sentence.span.start:
        return False  # it "was called" so, by nobody
    above = _above(text, sentence.paragraph)
    if above is None and quotation.span.start == start:
        return True  # the story opens with it: the speaker may follow
    if above is not None and above in claimed:
        return True
    near = Span(max(start, quotation.span.start - _NEAR), min(end, quotation.span.end + _NEAR))
    if quotation.span.start == start and above is not None:
        near = Span(max(text.paragraphs[above].span.start, start - _NEAR), near.end)
    outside = (
        text.folded[near.start : quotation.span.start],
        text.folded[quotation.span.end : near.end],
    )
    if outside[0].rstrip().endswith(":"):
        return True
    if any(_SPEAKER.search(part) or _WRITTEN.search(part) for part in outside):
        return True
    if _SAID_SO.search(text.source, *near) or _is_interview(text):
        return True
    if any(True for _ in people(text, near)) or _is_name(text, sentence):
        return True
    below = text.source[end : end + _NEAR].lstrip()
    if _POINTS_BACK.match(outside[1] or below.lower()) or _NAMED_BELOW.match(below):
        return True
    return text.source.count(text.quote(quotation.inner)) > 1


def _is_interview(text: Text) -> bool:
    known = text.contexts.get("interview")
    if known is None:
        known = text.contexts["interview"] = _ANSWERS.search(text.source) is not None
    return known


def _above(text: Text, paragraph: int) -> int | None:
    """The paragraph above, quotations passed over, if there is one in its section."""
    for n in range(paragraph - 1, -1, -1):
        kind, (start, end) = text.paragraphs[n].kind, text.paragraphs[n].span
        if kind is Kind.BODY and not (
            text.folded[start] in _MARKS and text.folded[end - 1] in _MARKS
        ):
            return n
        if kind in (Kind.HEADLINE, Kind.CROSSHEAD):
            return None
    return None


def _is_name(text: Text, sentence: Sentence) -> bool:
    """Tell whether the sentence before begins with a name: a word never written small."""
    if not sentence.n:
        return False
    before = text.sentences[sentence.n - 1]
    first = text.quote(before.span).split(maxsplit=1)[0].strip(",.'’\"“”")
    return (
        first.istitle()
        and f" {first.lower()}" not in text.source
        and re.search(rf"[a-z0-9,;] {re.escape(first)}\b", text.source) is not None
    )
