"""Whose figure?

Why: A reader cannot weigh a number that nobody vouches for: who counted, when, and what was left
out.

Fix: Name the body and the date, link to the figures, or cut the number.

Source: BBC Editorial Guidelines 3.3 on statistics; Full Fact's claim schema, "quantity"
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rules.claims import backing
from rules.lexicon.lexicon import Found, Lexicon
from rules.lexicon.notation import Piece
from rules.model import Because, Hit, Level, Span
from rules.search.later import later
from rules.search.scan import WordList
from rules.text.model import Text

LEVEL = Level.QUERY
EXAMPLES = (
    "Rents have risen [[31 per cent]] since May.",
    "[[Four in ten]] apprentices drop out before spring.",
    "The flood killed [[12 people]] in the lower town.",
    "The port lost [[$40 million]] last year.",
    "Thefts have [[doubled]] since the lamps went out.",
    "Rents have risen 31 per cent, the land registry says.",
    "The arena seats 4,000 and opened on 3 May.",
    "Rents have risen 31 per cent since May, a survey by the tenants' union found.",
    "“Rents have risen 31 per cent,” the clerk said.",
    "The firm will build 2,500 homes on the airfield by 2031.",
)
_UNIT = r"(?:thousand|million|billion|trillion|lakh|crore|mn|bn|m|k)"
_NUMBER = rf"\d[\d,]{{0,14}}(?:\.\d+)?(?:[- ]?{_UNIT}\b)?"
_SMALL = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|a hundred|hundred)"
)
_SHARE = rf"(?:{_NUMBER}|{_SMALL})(?:\s?%|[ -]per[ -]?cent\b)(?:-\d[\d.]*%)?"
_THOUSANDS = (
    r"(?:\d{1,3}(?:,\d{2,3}){1,5}|(?!(?:19|20)\d\d\b)\d{4,12}"
    rf"|(?:\d+(?:\.\d+)?|{_SMALL}|a) {_UNIT})"
)
_MONEY = (
    r"(?:(?:us|a|nz|hk)?\$|[£€₹]|rs\.? ?|pkr ?|inr ?|usd ?)"
    rf"\d(?:[\d,]{{0,14}}(?:\.\d+)?[- ]?{_UNIT}|\d{{0,2}}(?:,\d{{2,3}}){{1,4}})\b"
)
_PHRASES = Lexicon(
    Path(__file__).with_suffix(".txt"),
    slots={
        "number": Piece(_NUMBER),
        "share": Piece(_SHARE, frozenset({"%", "cent", "percent"})),
        "thousands": Piece(_THOUSANDS),
        "money": Piece(_MONEY, frozenset({"$", "£", "€", "₹", "rs", "pkr", "inr", "usd"})),
    },
)

# Near a share: set by somebody and no finding (a 20 per cent tax), or read off a board.
_RATE = later(
    r"\b(?:tax(?:es)?|vat|levy|tariffs?|duty|discount|interest|stake|commission|royalty|deposit"
    r"|rate cut|surcharge|alcohol|proof|shareholding|coupon|slope|gradient|humidity|chance|odds"
    r"|possession|the ball|off|reserved|premium|rebate|bonus|battery|majority|threshold|quorum"
    r"|quota|target|goal|cotton|polyester|wool|pay (?:rise|offer|deal|claim|cut)"
    r"|own(?:s|ed|ership)?)\b"
)
_MARKET = later(
    r"\b(?:stocks?|shares|share price|index|yields?|nasdaq|dow|ftse|nikkei|futures|bonds?|notes?"
    r"|basis points|against the (?:dollar|euro|pound|yen)|a barrel|closed (?:up|down|at))\b"
)
_SET = later(
    r"\b(?:tax rates?|flat rate|rate of (?:tax|vat)|interest rates?|raise rates|won|margin|lead of"
    r"|(?:raised|cut|lowered|held|kept|left) its (?:\w+ ){0,3}rate|(?:when|until|unless) at least"
    r"|sits? at|position (?:to|of)"
    r"|in (?:first|second|third) with|comes? into force|came into force)\b"
)
_RESULTS = later(
    r"\b(?:profits?|revenues?|turnover|earnings)\b[^;]{0,80}"
    r"\b(?:quarter|half|full[- ]year|(?:year|months) to|financial year)\b"
)
_SIZE = later(
    r"\b(?:has|have|employ(?:s|ed)?|carr(?:y|ies|ied)|handle[sd]?|serve[sd]?)\b[^,;]{0,30}\Z"
)
_SIZED = later(
    r"(?:members|passengers|customers|pupils|students|workers|drivers|vehicles|tenants|teachers)\Z"
)
_BESIDE = later(r"(?:[$£€]\d[\d.,]*|\d+p|cents|pence),? or \Z")
_FEW = later(r"(?:1|99) ?(?:%|per)")
_THE = later(r" of [^,;.]{0,40}\b(?:who|that|which)\b")
_BACKGROUND = later(r"\b(?:after|since|in which|that|which|who) [^,;]{0,40}\Z")
_FEW_DEAD = later(r"(?:one|two|three|four|[1-4]) ")
_VOTE = later(
    r"\b(?:of the vote|lost the (?:state|seat|district)|votes?|voted|voters"
    r"|ballots?|turnout|primary|polling|elected|delegates"
    r"|precincts|caucus(?:es)?|seats)\b"
)
_DEFINED = later(r"\b(?:top|bottom|richest|poorest|wealthiest|highest|lowest|first|last) $")
_MEANT = later(
    r"\b(?:must|need(?:s|ed)? to|should|has to|have to|goal of|target of|aim(?:s|ed)? (?:to|for)"
    r"|requir\w+|limit(?:ed)? (?:of|to)|cap of|quota of|room for|permit for"
    r"|application for|eligible|seats?|holds?|capacity (?:of|for)"
    r"|offer\w*|ask(?:s|ed|ing)? for|demand\w*|promis\w+|pledg\w+)\b[^,;]{0,30}$"
)
_PLANNED = later(r"\b(?:will|would|could|may|might|plan\w*|propos\w+|to build|hop(?:e|es|ed))\b")
_MEASURED = later(
    r"(?:an?|\d+|way|hours?|miles?|century|inch|game|match|season|route|book|page|glass|cup|cake|distance"
    r"|journey|course|track|field|pitch|bottle|bar|lap|life|day|year|million|billion)\b"
)
_PAST = later(
    r"\b(?:1[0-9]\d\d|20[01]\d|anniversary|memorials?|commemorat\w+|remember\w*|mourn\w*"
    r"|last year's|world war)\b"
)
_COURT = later(r"\b(?:fined?|judge|court|settle(?:d|ment)|jury|ordered to pay|awarded)\b")

_BODY = later(
    r"\b(?:surveys?|polls?|census|stud(?:y|ies)|figures|statistics|data|according to|estimates?|"
    r"accounts|records|report|audit|research|registry|register|budget|forecast|results)\b"
    r"|https?://"
)
_POLL = later(r"\b(?:polls?|polled|pollsters?|surveys?|surveyed|census|respondents|referendum)\b")
_POLLS = WordList("poll polls survey polled surveyed pollsters respondents")
_ANSWERED = later(
    r"\b(?:say|said|support(?:ed)?|favou?r(?:ed|s)?|approv\w+|disapprov\w+|oppos(?:e|ed)|believe"
    r"|think|prefer(?:red)?|view(?:ed)?|trust|leads?|led|trails?|behind|ahead|likely|respondents"
    r"|undecided|voters|democrats|republicans|conservatives?|liberals?)\b"
)
_REACH = 2
_SERIES = 3
_POLLED = 3  # times that a poll is named: the copy is about its answers
_FAR = 600


def find(text: Text) -> Iterator[Hit]:
    """Figures in the newsroom's own words, with no source in reach."""
    every = list(_PHRASES.search(text))
    told = (found.span for found in every if text.is_attributed(found.span.start))
    backed = {text.folded[slice(*span)] for span in told}
    series = Counter((found.sentence.n, found.sense) for found in every)
    asked: set[tuple[int, str]] = set()
    for found in every:
        of = found.sentence.n, found.sense
        if of in asked and series[of] >= _SERIES:
            continue  # a row of figures is asked about once, at its first
        asked.add(of)
        if text.folded[found.span.start : found.span.end] in backed:
            yield Hit(*found.span, because="attributed")
        else:
            yield Hit(*found.span, because=_reason(text, found))


def _reason(text: Text, found: Found) -> Because | None:
    if _is_no_finding(text, found):
        return "technical"
    if _BODY.search(text.folded, *found.around) or _is_carried(text, found):
        return "attributed"
    return "attributed" if _is_answer(text, found) else None


def _is_no_finding(text: Text, found: Found) -> bool:
    """Tell figures that nobody had to count: set, voted, promised, seen, or long known."""
    sentence, span = found.around, found.span
    before = text.folded[sentence.start : span.start]
    if _MEANT.search(before) or _VOTE.search(text.folded, *sentence):
        return True
    match found.sense:
        case "share":
            return (
                _is_rate(text, sentence, span)
                or _DEFINED.search(before) is not None
                or _BESIDE.search(before) is not None
                or (before.endswith("the ") and _THE.match(text.folded, span.end) is not None)
                or (_FEW.match(text.folded, span.start) is not None and before.endswith("the "))
                or _SET.search(text.folded, *sentence) is not None
                or _MARKET.search(text.folded, *sentence) is not None
                or _RESULTS.search(text.folded, *sentence) is not None
                or text.folded.startswith(("100", "110"), span.start)
            )
        case "ratio":
            last = text.folded[span.start : span.end].rsplit(maxsplit=1)[-1]
            return _MEASURED.match(last) is not None
        case "toll":
            return (
                before.endswith("the ")
                or _FEW_DEAD.match(text.folded, span.start) is not None
                or _BACKGROUND.search(before) is not None
                or _PAST.search(text.folded, *sentence) is not None
            )
        case "count":
            return _PLANNED.search(before) is not None or (
                _SIZE.search(before) is not None
                and _SIZED.search(text.folded[slice(*span)]) is not None
            )
        case "loss":
            return _COURT.search(text.folded, *sentence) is not None
    return False


def _is_rate(text: Text, sentence: Span, span: Span) -> bool:
    """A rate that somebody sets, and no finding: a 20 per cent tax, a stake of 5 per cent."""
    start, end = max(sentence.start, span.start - 30), min(sentence.end, span.end + 24)
    return _RATE.search(text.folded, start, end) is not None


def _is_carried(text: Text, found: Found) -> bool:
    """A poll is named close by, or a sentence before says whose figures these are."""
    sentence = found.sentence
    start = text.paragraphs[max(0, sentence.paragraph - 1)].span.start
    if _POLL.search(text.folded, max(start, found.span.start - _FAR), found.around.end):
        return True
    before = text.sentences[sentence.n - 1] if sentence.n else sentence
    if before.paragraph == sentence.paragraph and text.is_vouched_in(before.span):
        return True
    if backing(text, sentence, found.span):
        return True
    return any(
        _BODY.search(text.folded, *before.span) is not None and text.is_vouched_in(before.span)
        for before in text.sentences[max(0, sentence.n - _REACH) : sentence.n]
    )


def _is_answer(text: Text, found: Found) -> bool:
    """Four in ten agree, in copy that has named the poll further up."""
    if found.sense not in {"share", "ratio"}:
        return False
    named = text.seen.of(_POLLS)
    before = sum(place[1] < found.sentence.span.start for place in named)
    if before >= _POLLED:
        return True
    return before > 0 and _ANSWERED.search(text.folded, *found.around) is not None
