"""Who is this?

Why: A reader weighs what somebody says by who they are, and a bare name says nothing.

Fix: Add what makes the name matter here: a role, an age, a tie to the story.

Source: SPJ Code of Ethics: identify sources clearly
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rules.model import Hit, Level, Span, Voice
from rules.places import sentences_with
from rules.search.later import later
from rules.search.scan import WordList
from rules.text.model import Kind, Sentence, Text
from rules.text.words import word_set

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "The road was shut on Monday. [[Omar Tait]] said it was unsafe.",
    "The road was shut on Monday. “It was a mess,” [[Lena Marsh]] said.",
    "Lena Marsh, who runs the forge, said the road was unsafe.",
    "Engineer Omar Tait said the road was unsafe.",
    "The engineer Omar Tait said the road was unsafe.",
    "Omar Tait, 43, said the road was unsafe.",
    "Omar Tait said the road was unsafe. He is the engineer who built it.",
    "Omar Tait said the road was unsafe. The engineer had built it in 1998.",
    "Narendra Modi said the road would be mended.",
    "The Daily Echo said the road was unsafe.",
)
_PART = r"(?:[A-Z][a-zà-ÿ]+(?:['’-][A-Z][a-zà-ÿ]+)*|O['’][A-Z][a-zà-ÿ]+|Mac[A-Z]\w+|Mc[A-Z]\w+)"
_NAME = later(rf"{_PART} (?:[A-Z]\. |(?:de|van|der|bin|ibn|al|von|di|da) )?{_PART}")
_BODIES = word_set(
    "Party Council Court Office Bank Group News Times Post Press Journal Herald Echo Star Sun "
    "Mail "
    "Telegraph Guardian Independent Standard Mirror Express Tribune Chronicle Gazette Observer "
    "Review Magazine Association Institute University College School Hospital Trust Society Union "
    "Club United City Town Rovers County Police Army Force Forces Department Ministry Committee "
    "Commission Agency Authority Board Service Services Center Centre House Street Road Lane Hall "
    "Fund Foundation Company Motors Airlines Airways Energy Media Television Radio Network Today "
    "Report Reports Watch International National Federal Supreme High Royal State States Street "
    "Kingdom Africa America Korea Zealand Island Islands River Valley Park Square Bay Beach Hill "
    "Capital Partners Research Health Care Action League Alliance Congress Parliament Senate "
    "Daily "
    "The Democrats Republicans Conservatives Labour Greens Records Games Studios Airport Nations "
    "Jazeera Arabia Lanka Leone Mail Wire Week World Street Poll Survey Data Systems Holdings "
    "Insider Business Politico Monitor Analytics Securities Economics Sachs Stanley Line Lines "
    "Church Cathedral Museum Gallery Foods Stores Rail Water Gas Oil Bar Inn Arms Theatre Theater "
    "Committee Workers Teachers Nurses Farmers Parents Mothers"
)
_ROLE_AFTER = later(
    r"(?:['’]s?\b)?\s?(?:,|\(|[–—-]|of\b|from\b|at\b|with\b|for\b|who\b|whose\b|and\b|, who\b"
    r"|\bas\b|'s\b)"
)
_VERBS = (
    "disagrees disagreed remembers remembered recalls recalled shrugs shrugged smiles smiled "
    "laughs "
    "laughed nods nodded weeps wept grins grinned sighs sighed worries"
)
_HUMAN = WordList(_VERBS)
_DOES = later(rf" (?:still |also |always )?(?:{'|'.join(_VERBS.split())})\b")
_BARE = later(
    r"(?:^|[.!?,;:”\"’'—–-]|\b(?:but|and|while|when|though|then|that|as)|\b(?:said|says)) ?\Z"
)
_TOLD_LATER = (
    r"\b(?:he|she|they|{last})\b(?:['’]s)?[^.!?]{{0,60}}?\b(?:is|was|are|were|works?|worked|runs?"
    r"|ran|owns?|owned"
    r"|leads?|led|heads?|chairs?|teaches|taught|serves?|served|joined|lives?|lived|moved|founded"
    r"|became"
    r"|has been|had been|plays?|played|manages?|represents?|represented|covers?|studies|studied"
    r"|an?|the|who|whose)\b"
    r"|\bthe (?:\d+-year-old|[a-z-]+(?:er|or|ist|ian|ant|ent|man|woman|eer|ess|ee|ef|ic|ete|ain"
    r"|ner|ive|ther|ath))\b"
    r"|\b{last}, (?:an?|the|\d|who|whose|of|from)\b"
)
_LIST = 3  # full names in one sentence: a team, a jury, a cast
_SCANNED = 3


@cache
def _known() -> frozenset[str]:
    lines = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    return frozenset(
        name.strip() for line in lines if not line.startswith("#") for name in line.split("|")
    )


def find(text: Text) -> Iterator[Hit]:
    """People with a full name who say or feel something, and nothing tells who they are."""
    seen: set[str] = set()
    for span in sorted({*_sources(text), *_others(text)}):
        last = text.quote(span).split()[-1]
        if last in seen:
            continue
        seen.add(last)
        sentence = text.sentence_at(span.start)
        if sentence and sentence.kind is Kind.BODY and _is_bare(text, sentence, span, last):
            yield Hit(*span, lemma=text.folded[slice(*span)])


def _sources(text: Text) -> Iterator[Span]:
    """Sources of what is said that are nothing but a name."""
    for attribution in text.attributions:
        span = attribution.source
        if attribution.class_ == "speech" and span and _NAME.fullmatch(text.source, *span):
            yield span


def _others(text: Text) -> Iterator[Span]:
    """Names at the head of a sentence whose verb only a person can have."""
    for sentence in sentences_with(text, _HUMAN):
        match = _NAME.match(text.source, *sentence.span)
        if match and _DOES.match(text.folded, match.end()):
            yield Span(*match.span())


def _is_bare(text: Text, sentence: Sentence, span: Span, last: str) -> bool:
    """Tell a name that stands alone from one with a role, a household name and a paper's."""
    name = text.quote(span)
    words = name.split()
    if name in _known() or not _BODIES.isdisjoint(words) or f"{words[0]} {last}" in _known():
        return False
    before = text.source[max(sentence.span.start, span.start - 40) : span.start]
    if not _BARE.search(before) or _ROLE_AFTER.match(text.source, span.end):
        return False
    if (
        text.source.find(last, 0, span.start) >= 0
        or text.source.count(words[0], 0, span.start) > 0
    ):
        return False
    if len(_NAME.findall(text.source, *sentence.span)) >= _LIST:
        return False
    rest = text.sentences[sentence.n + 1 : sentence.n + _SCANNED]
    end = rest[-1].span.end if rest else sentence.span.end
    later = re.compile(_TOLD_LATER.format(last=re.escape(last.lower())))
    return later.search(text.folded, span.end, end) is None
