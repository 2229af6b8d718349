"""Whose figure?

Why: A reader cannot weigh a number that nobody vouches for: who counted, when, and what was left
out.

Fix: Name the body and the date, link to the figures, or cut the number.

Source: BBC Editorial Guidelines 3.3 on statistics; Full Fact's claim schema, "quantity"
"""

import re
from collections.abc import Iterator

from rules.model import Hit, Level, Span
from rules.text.model import Sentence, Text

LEVEL = Level.QUERY
EXAMPLES = (
    "Rents have risen [[31 per cent]] since May.",
    "[[Four in ten]] apprentices drop out before spring.",
    "The flood killed [[12 people]] in the lower town.",
    "The port lost [[$40 million]] last year.",
    "Some [[18,000 families]] have left the valley.",
    "Thefts have [[doubled]] since the lamps went out.",
    "Rents have risen 31 per cent, the land registry says.",
    "The arena seats 4,000 and opened on 3 May.",
    "Rents have risen 31 per cent since May, a survey by the tenants' union found.",
    "The 20 per cent tax on rope starts in June.",
    "The 2012 attacks on the port are taught in every school.",
    "Lena Marsh, 41, won by six votes at 9.30pm on 12 May 2024.",
    "“Rents have risen 31 per cent,” the clerk said.",
    "The match was watched by two men and a dog.",
    "Tickets cost £12 and the £20 million bridge is shut.",
)
_UNIT = r"(?:thousand|million|billion|trillion|lakh|crore|mn|bn|m|k)"
_NUMBER = rf"(?:(?<![\d,.])\d[\d,]{{0,14}}(?:\.\d+)?(?:[- ]?{_UNIT}\b)?)"
_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|"
    r"fifty|sixty|seventy|eighty|ninety|a hundred|hundred)"
)
_MONEY = (
    r"(?:(?:us|a|nz|hk)?\$|[£€₹]|rs\.? ?|pkr ?|inr ?|usd ?)"
    rf"\d[\d,]{{0,14}}(?:\.\d+)?[- ]?{_UNIT}"
)
_PEOPLE = (
    r"(?:people|persons|men|women|children|civilians|soldiers|villagers|families|households|homes|"
    r"houses|jobs|workers|patients|cases|deaths|victims|migrants|refugees|students|pupils|voters|"
    r"residents|passengers|troops|policemen|officers|farmers|protesters|users|customers|members|"
    r"vehicles|crimes|complaints|schools|attacks|incidents|acres|hectares|tonnes|tons)"
)
_HARM = (
    r"(?:killed|dead|died|injured|wounded|hurt|displaced|arrested|detained|missing|homeless"
    r"|evacuated|"
    r"kidnapped|martyred|sickened|hospitali[sz]ed|infected|sacked|laid off|lost)"
)
_HITS = re.compile(
    rf"(?P<share>\b(?:{_NUMBER}|{_WORD})(?:\s?%|[ -]per ?cent\b|[ -]percent\b"
    rf"|[ -]percentage points?\b))"
    rf"|(?P<ratio>\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of)(?: every)? "
    rf"(?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|100)\b"
    rf"|\b(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth)s? of (?:all |the |its "
    rf"|their )?[a-z]+\b)"
    rf"|(?P<money>(?<![\w$£€]){_MONEY}(?![\w-]))"
    rf"|(?P<growth>\b(?<=has )doubled\b|\b(?:has|have|had) (?:more than |nearly |almost "
    rf"|roughly )?"
    rf"(?P<times>doubled|tripled|trebled|quadrupled|halved)\b(?! down))"
    rf"|(?P<harm>\b(?:killed|injured|wounded|displaced|claimed the lives of|left) (?:at least "
    rf"|some |about |around |nearly |over |more than )?"
    rf"(?P<toll>(?:{_NUMBER}|{_WORD}) {_PEOPLE})\b|\b(?P<dead>(?:{_NUMBER}|{_WORD}) {_PEOPLE}) "
    rf"(?:were|was|have been|had been|are|have|had)? ?(?:also |reportedly )?{_HARM}\b)"
    rf"|(?P<count>(?<![\w,])(?:\d{{1,3}}(?:,\d{{2,3}}){{1,5}}|(?!(?:19|20)\d\d\b)\d{{4,12}}"
    rf"|\d+(?:\.\d+)? {_UNIT}"
    rf"|{_WORD} {_UNIT}) {_PEOPLE}\b)"
)
_SPENT = re.compile(
    r"\b(?:cost|costs|costing|lost|loses|losing|loss(?:es)? of|worth|owe[sd]?|spent|spend(?:s"
    r"|ing)?|"
    r"earn(?:s|ed)?|rais(?:e|es|ed)|wasted|stolen|stole|paid|debts? of|damage of|deficit of|"
    r"profits? of|revenues? of|siphoned(?: off)?|embezzled|laundered|valued at|estimated at)"
    r"(?: \w+){0,4} ?(?:about |some |over |nearly |around |more than |up to )?$"
)
_RATE = re.compile(
    r"(?:\b(?:tax|vat|levy|tariff|duty|discount|interest|stake|commission|royalty|deposit"
    r"|rate cut|"
    r"surcharge|alcohol|proof|shareholding|coupon|slope|gradient|humidity)\b)"
)
_BODY = re.compile(
    r"\b(?:surveys?|polls?|census|stud(?:y|ies)|figures|statistics|data|according to|estimates?|"
    r"accounts|records|report|audit|research|registry|register|budget|forecast|results)\b"
    r"|https?://"
)
_POLL = re.compile(
    r"\b(?:polls?|polled|pollsters?|surveys?|surveyed|census|respondents|referendum)\b"
)
_VOTE = re.compile(r"\b(?:of the vote|votes?|voters|ballots?|turnout|primary|polling|elected)\b")


def find(text: Text) -> Iterator[Hit]:
    """Figures in the newsroom's own words, with no source in reach."""
    backed = _backed(text)
    for sentence in text.body():
        for match in _HITS.finditer(text.folded, *sentence.span):
            hit = _hit(text, sentence, match)
            if hit is not None and text.folded[hit.start : hit.end] in backed:
                hit = Hit(hit.start, hit.end, because="attributed")
            if hit is not None:
                yield hit


def _hit(text: Text, sentence: Sentence, match: re.Match[str]) -> Hit | None:
    group = next(
        g for g in ("times", "toll", "dead", match.lastgroup or "share") if _has(match, g)
    )
    span = Span(*match.span(group))
    if group == "money" and not _SPENT.search(text.folded, sentence.span.start, span.start):
        return None
    if group == "share" and (
        _is_rate(text, sentence, span) or _VOTE.search(text.folded, *sentence.span)
    ):
        return Hit(*span, because="technical")
    if _BODY.search(text.folded, *sentence.span) or _is_carried(text, sentence):
        return Hit(*span, because="attributed")
    return Hit(*span)


def _has(match: re.Match[str], group: str) -> bool:
    return match.start(group) >= 0


def _is_rate(text: Text, sentence: Sentence, span: Span) -> bool:
    """A rate that somebody sets, and no finding: a 20 per cent tax, a stake of 5 per cent."""
    start, end = max(sentence.span.start, span.start - 30), min(sentence.span.end, span.end + 24)
    return _RATE.search(text.folded, start, end) is not None


def _is_carried(text: Text, sentence: Sentence) -> bool:
    """A poll is named close by, or the sentence before says whose figures these are."""
    start = text.paragraphs[max(0, sentence.paragraph - 1)].span.start
    if _POLL.search(text.folded, start, sentence.span.end):
        return True
    before = text.sentences[sentence.n - 1] if sentence.n else None
    if before is None or before.paragraph != sentence.paragraph:
        return False
    is_told = any(a.vouches and before.span.holds(a.cue) for a in text.attributions)
    return is_told and _BODY.search(text.folded, *before.span) is not None


def _backed(text: Text) -> frozenset[str]:
    """The figures that somebody vouches for anywhere: a lead may give them without."""
    return frozenset(
        match.group(group)
        for a in text.attributions
        if a.vouches
        for span in a.content
        for match in _HITS.finditer(text.folded, *span)
        for group in ("share", "ratio", "money", "toll", "dead", "count")
        if match.group(group)
    )
