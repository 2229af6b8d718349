"""Who accuses?

Why: Wrongdoing stated as fact is the newsroom's own accusation, and the newsroom has to prove
it. The accused has had no accuser to answer, and "reportedly" gives them none.

Fix: Attribute it to a person, a court or a document, give the stage of the case, and add the
reply.

Source: BBC Editorial Guidelines 3.2.3; IPSO Editors' Code 1(iv); AP on allegations
"""

import re
from collections.abc import Iterator

from rules.deeds import DEEDS
from rules.lexicon.lexicon import Found
from rules.model import Because, Hit, Level, Span
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.HOLD
EXAMPLES = (
    "The treasurer [[pocketed the flood money]].",
    "Velan agents [[fund the raids]] across the river.",
    "The guild blamed the port for the delay [[instead of admitting its role in]] the fire.",
    "The council [[misused public funds]] for nine years.",
    "The minister reportedly [[bribed the judge]].",
    "Prosecutors say the treasurer pocketed the flood money, which he denies.",
    "Critics say the minister stole the relief money.",
    "She is charged with forging records of the harbour trust.",
    "If the mayor rigged the vote, the council will have to hold another.",
    "The winger stole the ball, and the champions were robbed of a goal.",
)
# A clause ends where another side's deeds begin; "instead of …" is grafted on by the newsroom.
_CUTS = later(r"; |, but | instead of | rather than |\bwhile | whereas | despite ")
_GRAFT = later(r"instead of|rather than")

# Somebody else stands behind it: an accuser, a court, a law, or a story that is made up.
_ACCUSER = (
    r"accus\w+|alleges?|allegations?|alleging|alleged|blam(?:ed|es)|charg(?:ed|es) with"
    r"|faces? charges?|suspect(?:ed|s)?|suspicions?|wanted for|claims?|claimed|according to"
    r"|broadsides?"
    r"|(?:emails?|messages|letters|cables|memos|minutes)\b[^.;]{0,40} show(?:s|ed|ing)?"
    r"|den(?:y|ies|ied|ying)|said|says|told|testif\w+|in the words of"
)
_COURT = (
    r"convict\w+|guilty|sentenced|jailed|imprisoned|indict\w+|arraigned|acquitted|cleared of"
    r"|on trial|(?:stand|await|face)\w* trial|trial heard|retrial"
    r"|pleaded|prosecut\w+|court|judge|jury|tribunal|verdict|inquest|lawsuit|sued|sues|plaintiff"
    r"|arrested|investigat\w+|inquiry|fined|struck off|disqualified|ruled|prison sentence"
    r"|serving (?:a|his|her|time|life|\d+)"
)
_LAW = (
    r"laws?|act|bill|ban|banned|illegal|unlawful|offen[cs]e|crime to|policy|question|convention"
    r"|treaty bans|training|insurance|workshops?|course"
)
_TALE = (
    r"films?|novels?|plays?|book|documentary|drama|thriller|opera|sitcom|episode"
    r"|protagonist|villain|heroine|myth|folk tale|fairy tale|ballad|video game"
)
_SPOKEN = later(rf"\b(?:{_ACCUSER}|{_COURT}|{_LAW}|{_TALE})\b")
_PROCEEDINGS = later(rf"\b(?:{_COURT}|police|charg(?:ed|es) with|faces? charges?)\b")

# Nobody stands behind it: the words of an accuser, and no accuser.
_NOBODY = later(
    r"\b(?:(?:is|are|was|were|been|being) (?:\w+ )?(?:said|claimed|alleged|suspected)"
    r"(?= (?:to|that)\b|,)|allegedly|reportedly|purportedly|rumou?red)\b"
)

_NEAR = 600  # characters: as far as a reader remembers that this is a case

# It has not happened, or is said of nobody: if, not, those who.
_UNREAL = later(
    r"(?:\b(?:if|whether|unless|would|could|may|might|can|cannot|should|must|will|not|never|no"
    r"|nobody|nor|neither|without|anyone|whoever|those who|people who|anybody|someone|somebody"
    r"|alleged(?! (?:that|to)\b)|risk of|prevent\w*|stop\w*|avoid\w*|against|fight\w*|combat\w*"
    r"|founded|fails? to|failed to|refus\w+|denied|illegal|pretend\w*|dream\w*|temptation"
    r"|how to|plans? for)|n't)\b(?:\W+[\w'-]+){0,5}\W*$"
)
_WANTED = later(
    r"\b(?:want\w*|hop(?:e|es|ed|ing)|plan\w*|intend\w*|ready|likely|able|unable|right|power|free|need\w*"
    r"|ha[sd]|have|ought|going|duty|easy|easier|hard|tempt\w*|offen[cs]e|crime|wrong|way|willing"
    r"|promis\w*|threat\w*|vow\w*|expect\w*|seem\w*|appear\w*|allow\w*|enough|forbid\w*|chance"
    r"|reluctant|incentive|reason|is|are|was|were|push(?:ed|es)|urg(?:ed|es)|press(?:ed|es)|ask(?:ed|s)"
    r"|persuad\w+)\b(?: [\w.]+){0,2}? to(?: \w+ly)?\s*$|^to\s*$"
)
_GENERAL = later(r"\b(?:\w{3,}s|men|women|people|anyone|one) (?:who|that|which)\s*$")
_PRESENT = later(r"[a-z]+(?<!ed)(?<!ing)\b")
_LONG_AGO = later(
    r"\b(?:1[0-8]\d\d|19[0-4]\d|\d+ (?:bc|ad)|\w+teenth[- ]century|medieval|ancient|vikings?"
    r"|(?<!neo-)nazis?|pharaohs?|tsars?|emperors?|romans?|conquistadors?|tudors?)\b"
)
_SERVICE = later(r"\b(?:customers?|diners?|guests|tables?|clients|shoppers|passengers|doctors?)\b")


def find(text: Text) -> Iterator[Hit]:
    """Wrongdoing or blame asserted in words that nobody is made to answer for but us."""
    for found in DEEDS.search(text):
        if found.sentence.is_question:
            continue
        clause = _clause(text, found)
        if not (_is_unreal(text, clause, found.span) or _is_service(text, clause, found)):
            yield Hit(*found.span, because=_reason(text, clause, found))


def _is_unreal(text: Text, clause: Span, span: Span) -> bool:
    """Tell what may happen, did not, or is said of nobody in particular."""
    before = text.folded[clause.start : span.start]
    if _UNREAL.search(before) or (_WANTED.search(before)):
        return True
    first = _PRESENT.match(text.folded, span.start, span.end)
    return first is not None and _GENERAL.search(before) is not None


def _is_service(text: Text, clause: Span, found: Found) -> bool:
    """Waiters take orders from diners."""
    return (
        found.sense == "in another's service"
        and _SERVICE.search(text.folded, found.span.start, clause.end) is not None
    )


def _reason(text: Text, clause: Span, found: Found) -> Because | None:
    """Why it is right here: somebody stands behind it, or all concerned are long dead."""
    if _has_accuser(text, clause, found) or _is_proceeding(text, clause, found):
        return "attributed"
    return "technical" if _LONG_AGO.search(text.folded, *found.around) else None


def _has_accuser(text: Text, clause: Span, found: Found) -> bool:
    """Tell whether somebody in the clause stands behind it; "it is alleged that" is nobody."""
    nobody = [Span(*match.span()) for match in _NOBODY.finditer(text.folded, *clause)]
    spoken = (Span(*match.span()) for match in _beside(_SPOKEN, text, clause, found.span))
    return any(not any(one.meets(other) for other in nobody) for one in spoken)


def _is_proceeding(text: Text, clause: Span, found: Found) -> bool:
    """Court copy says "allegedly" because the law wants it: its paragraph names the stage."""
    start, end = text.paragraphs[found.sentence.paragraph].span
    near = Span(max(start, clause.start - _NEAR), min(end, clause.end + _NEAR))
    return (
        _NOBODY.search(text.folded, *clause) is not None
        and next(_beside(_PROCEEDINGS, text, near, found.span), None) is not None
    )


def _beside(
    pattern: re.Pattern[str], text: Text, around: Span, span: Span
) -> Iterator[re.Match[str]]:
    """What ``pattern`` finds before and after ``span``: a bribed judge does not report it."""
    yield from pattern.finditer(text.folded, around.start, span.start)
    yield from pattern.finditer(text.folded, span.end, around.end)


def _clause(text: Text, found: Found) -> Span:
    """The part of the sentence that the hit belongs to; a graft, "instead of …", begins anew."""
    span = found.span
    start, end = found.around
    for cut in _CUTS.finditer(text.folded, start, end):
        if cut.end() <= span.start:
            start = cut.end()
        elif cut.start() >= span.end:
            end = cut.start()
            break
    if _GRAFT.match(text.folded, span.start):
        start = span.start
    return Span(start, end)
