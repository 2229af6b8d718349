"""Links as sources: a figure that leads to the paper it is from needs no "according to"."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from rules.model import Span
from rules.text.model import Attribution, Kind, Sentence
from rules.text.words import DOCUMENTS, word_set

_LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]{1,160})\]\(https?://[^\s()]{1,800}\)|(?P<address>https?://[^\s()<>\"\]]+)"
)
_ADDRESSES = re.compile(r"\[(?=[^\[\]\n]{1,160}\]\(https?://)|\]\(https?://[^\s()]{1,800}\)")
_WORD = re.compile(r"\w[\w'’-]*")
_PAPERS = DOCUMENTS | word_set(
    "here source sources dataset pdf statistics release ruling judgment judgement bulletin notice "
    "tables table published released spreadsheet archive accounts budget minutes verdict"
)
_SHOWN = re.compile(
    r"(?:\b(?:sources?|see|via|read|here|data|figures|report|at)\b[^.\w]*|[(\[])$", re.I
)
_HOME = re.compile(
    r"\b(?:page|site|website|online|tickets|email|contact|book|register)\s+at\W*$", re.I
)
_LEAD = re.compile(r"[\s,(\[:;–—-]*(?:\b(?:sources?|see|via|read|here)\b[\s,(\[:;–—-]*)*$", re.I)
_TAIL = re.compile(r"^[\s,)\].:;!?–—-]*")
_CLAUSE = 3  # words
_NEAR = 40  # characters
_LONGEST = 3000  # characters: what is longer is no sentence


def without_links(text: str) -> str:
    """The text with its addresses blanked, character for character; anchors stay."""
    if "http" not in text:
        return text
    text = _ADDRESSES.sub(_blank, text)
    return _LINK.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def links(
    source: str, sentences: Sequence[Sentence], is_quoted: Callable[[int], bool]
) -> Iterator[Attribution]:
    """An attribution for each link in body copy that leads to where a claim is from."""
    starts = [sentence.span.start for sentence in sentences]
    for match in _LINK.finditer(source):
        n = bisect_right(starts, match.start()) - 1
        if (
            n < 0
            or _is_endless(sentences[n])
            or sentences[n].kind is not Kind.BODY
            or is_quoted(match.start())
        ):
            continue
        told = _told(source, sentences, n, match)
        if told:
            yield told


def _is_endless(sentence: Sentence) -> bool:
    return sentence.span.end - sentence.span.start > _LONGEST


def _told(
    source: str, sentences: Sequence[Sentence], n: int, match: re.Match[str]
) -> Attribution | None:
    sentence = sentences[n]
    start = sentence.span.start
    is_claim = False
    if match["words"]:
        where = Span(*match.span("words"))
        words = _WORD.findall(match["words"].lower())
        is_claim = any(word[0].isdigit() for word in words) or (
            len(words) >= _CLAUSE and match["words"][0].islower()
        )
        if not is_claim and _PAPERS.isdisjoint(words):
            return None
        is_claim = is_claim and _PAPERS.isdisjoint(words)
    else:
        where = Span(match.start(), match.start() + len(match.group().rstrip(".,;:!?")))
        lead = source[max(start, match.start() - _NEAR) : match.start()]
        if _HOME.search(lead) or not _SHOWN.search(lead):
            return None
    content = _content(source, sentence.span, match, is_claim=is_claim)
    if not content and n and sentences[n - 1].paragraph == sentence.paragraph:
        content = (sentences[n - 1].span,)
    if not content:
        return None
    name = source[where.start : where.end]
    return Attribution(where, where, content, "link", "document", True, name)


def _content(
    source: str, sentence: Span, match: re.Match[str], *, is_claim: bool
) -> tuple[Span, ...]:
    """What the link is given for: the rest of its sentence."""
    start, end = sentence
    if is_claim:
        return (Span(start, end),)
    lead = max(start, match.start() - _NEAR)
    closing = _LEAD.search(source[lead : match.start()])
    before = Span(start, lead + closing.start() if closing else match.start())
    opening = _TAIL.match(source[match.end() : min(end, match.end() + _NEAR)])
    after = Span(match.end() + (opening.end() if opening else 0), end)
    return tuple(s for s in (before, after) if len(_WORD.findall(source, *s)) >= _CLAUSE)
