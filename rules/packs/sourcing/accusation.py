"""Who accuses?

Why: Wrongdoing stated as fact is the newsroom's own accusation, and the newsroom has to prove
it. The accused has had no accuser to answer.

Fix: Attribute it to a person, a court or a document, give the stage of the case, and add the
reply.

Source: BBC Editorial Guidelines 3.2.3; IPSO Editors' Code 1(iv); AP on allegations
"""

import re
from collections.abc import Iterator
from pathlib import Path

from rules.lexicon import Found, Lexicon
from rules.model import Because, Hit, Level, Span
from rules.text.model import Text

LEVEL = Level.HOLD
EXAMPLES = (
    "The treasurer [[pocketed the flood money]].",
    "Velan agents [[fund the raids]] across the river.",
    "The board [[bears responsibility for]] the collapse of the quay.",
    "The guild blamed the port for the delay [[instead of admitting its role in]] the fire.",
    "The valley is [[being used as a base for attacks]] on the railway.",
    "The junior partner [[takes orders from the old chairman]].",
    "The minister opened a school [[to deflect attention from]] the missing grain.",
    "The mayor [[rigged the vote]], and nobody stopped him.",
    "The council [[misused public funds]] for nine years.",
    "The northern ministry [[is behind the attack]] on the ferry.",
    "Army gunners [[shelled the maternity ward]] at Besk twice in a week.",
    "Its engineers [[secretly sabotaged]] the gauges at the weir.",
    "The housing department [[ignored repeated warnings]] about the cladding.",
    "The lender [[deceived pensioners]] about the fees.",
    "Officers [[covered up the death]] of the boy.",
    "The coach [[doped his swimmers]] for years.",
    "The diocese moved the priest to [[hide the abuse]].",
    "The clinic [[falsified its records]] to win the grant.",
    "The party [[stuffed ballot boxes]] in the south.",
    "Prosecutors say the treasurer pocketed the flood money, which he denies.",
    "The treasurer was convicted in May after he pocketed the flood money.",
    "She is charged with forging records of the harbour trust.",
    "“They fund the raids,” Colonel Ida Roth said.",
    "They blamed the guild for meddling in the affairs of the port.",
    "He did not rig the vote.",
    "If the mayor rigged the vote, the council will have to hold another.",
    "The ministry is responsible for roads and bridges.",
    "The bank was founded to fund research into crimes of the last century.",
    "The fund was set up to fight money laundering in the port.",
    "Those who bribe officials face ten years in prison.",
    "Waiters take orders from diners on the terrace.",
    "The winger stole the ball, and the champions were robbed of a goal.",
    "Vikings plundered the abbey’s treasury.",
    "In the third episode the mayor rigs the vote.",
    "The club withheld the report until Friday so that families could read it first.",
    "The charity gives shelter to victims of trafficking.",
    "Companies that dump waste in the river face heavy fines.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"))

# A clause ends where another side's deeds begin; "instead of …" is grafted on by the newsroom.
_CUTS = re.compile(r"; |, but | instead of | rather than |\bwhile | whereas | despite ")
_GRAFT = re.compile(r"instead of|rather than")

# Somebody else stands behind it: an accuser, a court, a law, or a story that is made up.
_ACCUSER = (
    r"accus\w+|alleg\w+|blam(?:ed|es)|charg(?:ed|es) with|faces? charges?|suspect(?:ed|s)?"
    r"|suspicions?|wanted for|claims?|claimed|according to|den(?:y|ies|ied|ying)|reportedly"
    r"|said|says|told|testif\w+|believed to|in the words of"
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
_SPOKEN = re.compile(rf"\b(?:{_ACCUSER}|{_COURT}|{_LAW}|{_TALE})\b")

# It has not happened, or is said of nobody: if, not, those who.
_UNREAL = re.compile(
    r"(?:\b(?:if|whether|unless|would|could|may|might|can|cannot|should|must|will|not|never|no"
    r"|nobody|nor|neither|without|anyone|whoever|those who|people who|anybody|someone|somebody"
    r"|alleged|risk of|prevent\w*|stop\w*|avoid\w*|against|fight\w*|combat\w*|founded|fails? to"
    r"|failed to|refus\w+|denied|illegal|pretend\w*|dream\w*|temptation|how to|plans? for)"
    r"|n't)\b(?:\W+[\w'-]+){0,5}\W*$"
)
_WANTED = re.compile(
    r"\b(?:want\w*|hop(?:e|es|ed|ing)|plan\w*|intend\w*|ready|likely|able|unable|right|power|free|need\w*"
    r"|ha[sd]|have|ought|going|duty|easy|easier|hard|tempt\w*|offen[cs]e|crime|wrong|way|willing"
    r"|promis\w*|threat\w*|vow\w*|expect\w*|seem\w*|appear\w*|allow\w*|enough|forbid\w*|chance"
    r"|reluctant|incentive|reason|is|are|was|were)\b(?: \w+){0,2}? to(?: \w+ly)?\s*$|^to\s*$"
)
_GENERAL = re.compile(r"\b(?:\w{3,}s|men|women|people|anyone|one) (?:who|that|which)\s*$")
_PRESENT = re.compile(r"[a-z]+(?<!ed)(?<!ing)\b")
_LONG_AGO = re.compile(
    r"\b(?:1[0-8]\d\d|19[0-4]\d|\d+ (?:bc|ad)|\w+teenth[- ]century|medieval|ancient|vikings?"
    r"|(?<!neo-)nazis?|pharaohs?|tsars?|emperors?|romans?|conquistadors?|tudors?)\b"
)
_SERVICE = re.compile(
    r"\b(?:customers?|diners?|guests|tables?|clients|shoppers|passengers|doctors?)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Wrongdoing or blame asserted in words that nobody is made to answer for but us."""
    for found in _PHRASES.search(text):
        if text.source[found.sentence.span.end - 1] == "?":
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
    span = found.span
    before = _SPOKEN.search(text.folded, clause.start, span.start)
    if before or _SPOKEN.search(text.folded, span.end, clause.end):
        return "attributed"
    return "technical" if _LONG_AGO.search(text.folded, *found.around) else None


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
