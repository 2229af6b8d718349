"""Who accuses?

Why: Wrongdoing stated as fact is the newsroom's own accusation, and the newsroom has to prove
it. The accused has had no accuser to answer.

Fix: Attribute it to a person, a court or a document, give the stage of the case, and add the
reply.

Source: BBC Editorial Guidelines 3.2.3; IPSO Editors' Code 1(iv); AP on allegations
"""

import re
from collections.abc import Iterator

from rules.accusing import BLAME, CRIME, SERVING, whole
from rules.model import Hit, Level, Span
from rules.text.model import Sentence, Text

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
)
_HITS = whole((*BLAME, *SERVING, *CRIME))
_CUTS = re.compile(r"; |, but | instead of | rather than |\bwhile | whereas | despite ")
_GRAFT = re.compile(r"instead of|rather than")
_SPOKEN = re.compile(
    r"\b(?:accus\w+|alleg\w+|blam(?:ed|es)|charg(?:ed|es) with|faces? charges?|convict\w+|guilty"
    r"|sentenced|"
    r"jailed|imprisoned|indict\w+|arraigned|acquitted|cleared of|on trial|trial|pleaded"
    r"|prosecut\w+|"
    r"court|judge|jury|tribunal|verdict|inquest|lawsuit|sued|sues|plaintiff|suspected|suspicion|"
    r"arrested|wanted for|investigat\w+|inquiry|claims?|claimed|according to|den(?:y|ies|ied"
    r"|ying)|"
    r"reportedly|law|laws|act|bill|ban|banned|illegal|offence|offense|policy|question|"
    r"convention|treaty bans|film|novel|play|book|documentary|drama|said|says|told|testif\w+)\b"
)
_UNREAL = re.compile(
    r"\b(?:if|whether|unless|would|could|may|might|can|cannot|should|must|will|not|n't|never|no"
    r"|nobody|"
    r"nor|neither|without|anyone|whoever|those who|people who|anybody|someone|alleged|risk of|"
    r"prevent\w*|stop\w*|avoid\w*|against|fight\w*|combat\w*|founded|fails? to|failed to"
    r"|refus\w+)\b(?:\W+[\w'’-]+){0,5}\W*$"
    r"|n't(?:\W+[\w'’-]+){0,4}\W*$"
)
_SERVICE = re.compile(
    r"\b(?:customers?|diners?|guests|tables?|clients|shoppers|passengers|doctors?)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Wrongdoing or blame asserted in words that nobody is made to answer for but us."""
    for sentence in text.body():
        if text.source[sentence.span.end - 1] == "?":
            continue
        for match in _HITS.finditer(text.folded, *sentence.span):
            hit = _hit(text, sentence, Span(*match.span()))
            if hit is not None:
                yield hit


def _hit(text: Text, sentence: Sentence, span: Span) -> Hit | None:
    """The hit, unless the words are unreal (if, not, those who) or somebody stands behind them."""
    clause = _clause(text, sentence, span)
    if _UNREAL.search(text.folded, clause.start, span.start) or _SERVICE.search(
        text.folded, span.start, clause.end
    ):
        return None
    before = _SPOKEN.search(text.folded, clause.start, span.start)
    if before or _SPOKEN.search(text.folded, span.end, clause.end):
        return Hit(*span, because="attributed")
    return Hit(*span)


def _clause(text: Text, sentence: Sentence, span: Span) -> Span:
    """The part of the sentence that the hit belongs to; a graft, "instead of …", begins anew."""
    start, end = sentence.span
    for cut in _CUTS.finditer(text.folded, *sentence.span):
        if cut.end() <= span.start:
            start = cut.end()
        elif cut.start() >= span.end:
            end = cut.start()
            break
    if _GRAFT.match(text.folded, span.start):
        start = span.start
    return Span(start, end)
