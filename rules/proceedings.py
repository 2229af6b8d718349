"""At which stage a case is: alive before a court, or over; what rules of law and harm ask."""

from rules.model import Span
from rules.search.later import later
from rules.text.model import Text

_LIVE = later(
    r"\b(?:(?:was|were|been|is|are|being|man|woman|boy|girl|suspects?|teenager) "
    r"(?:re-?)?(?:arrested|charged|remanded|indicted|arraigned|detained on suspicion|bailed)"
    r"|(?:police|officers|detectives|gardaí|gardai|agents|deputies|troopers) (?:have |had |also )?"
    r"(?:arrested|charged|detained)|charged with|arrested (?:on|over|in|at|after|for|by)"
    r"|faces? (?:\w+ ){0,3}(?:charges?|trial)"
    r"|arrested (?:man|woman|teenager|boy|girl|pair|couple|trio|suspects?)|(?:is|was|were"
    r"|being) (?:held|"
    r"questioned) (?:over|by (?:police|detectives|garda[ií])|at|on suspicion|last night)"
    r"|under arrest"
    r"|(?:man|woman|teenager|boy|girl|pair) held (?:over|in|on)|suspect(?:s|'s)?(?= (?:was|is"
    r"|were|are|had"
    r"|has|confess|admit|told|,))|facing trial|(?:to be|be) tried (?:in|on|at|for|next)"
    r"|to stand trial"
    r"|in custody|on remand|on bail|awaiting trial|await\w* trial|stands? trial|standing trial"
    r"|(?:is|are|goes|go|went|put) on trial|(?:due|appear\w*|expected) (?:to appear )?(?:in|at"
    r"|before)"
    r" (?:\w+['\w-]* ){0,4}(?:court|magistrates?|judge)|(?:the|his|her|their) trial"
    r"|trial (?:opens|continues|began|begins|starts|resumes|is due|date)|jury (?:was"
    r"|were) (?:told|sworn)"
    r"|jury (?:heard|hears|is hearing)|the (?:accused|defendants?)|plead(?:ed|s)? not guilty"
    r"|den(?:y|ies|ied|ying) (?:the |all |both |\w+ |any )?(?:charges?|counts?|murder|rape"
    r"|manslaughter"
    r"|assault|theft|fraud|wrongdoing in court)|facing (?:\w+ ){0,3}charges?)\b"
)
_OVER = later(
    r"\b(?:found (?:him |her |them )?(?:not )?guilty|guilty verdicts?|(?:after|with|in) (?:the"
    r"|its|their|a)"
    r" (?:\w+ )?verdicts?|verdict (?:was|came)|returned (?:a|its) (?:\w+ )?verdict"
    r"|(?<!to )plead(?:ed|s|ing)? guilty|(?:was|were|been) (?:acquitted|cleared|jailed|sentenced"
    r"|convicted"
    r"|imprisoned)|(?:acquitted|cleared) of|will be sentenced|awaits sentence|convicted (?:on"
    r"|him|her|them)"
    r"|sentenced (?:him|her|them|to)|jailed (?:on|for|yesterday|today)|(?:charges|case) (?:was"
    r"|were|had been)"
    r" (?:dropped|dismissed|withdrawn)|convictions? (?:was|were) (?:quashed|upheld))\b"
)
_BEFORE = later(
    r"\b(?:in|since|until|of|from) (?:\w+ )?(?:19|20)\d\d\b|\bprevious\w*|\bearlier\b"
    r"|\bin the past\b"
    r"|\b(?:twice|once|three times|years ago|last year|years earlier|decade)\b"
    r"|\bhad (?:\w+ )?been\b"
)
_CONVICTED = later(
    r"\b(?:convict\w*|(?:plead(?:ed|s|ing)?|found) (?:\w+ ){0,3}guilty|guilty (?:plea|verdict|of)"
    r"|jailed"
    r"|sentenced|imprisoned|struck off|in prison for|served (?:\w+ ){1,3}(?:for|in)"
    r"|serving (?:\w+ )+"
    r"(?:sentence|years|life)|(?:admit|admits|admitted|admitting) (?:\w+ )?(?:counts?|charges?"
    r"|theft"
    r"|fraud|rape|murder|manslaughter|assault|bribery|the offen[cs]es?)|the jury (?:found"
    r"|convicted))\b"
)


def is_live(text: Text, around: Span) -> bool:
    """Tell whether somebody is arrested, charged or on trial in that stretch of the story."""
    return _LIVE.search(text.folded, *around) is not None


def is_over(text: Text) -> bool:
    """Tell whether the story reports a verdict, a plea of guilt or the end of the case.

    A conviction "in 2014", or one the accused "had been" given, is not this case's.
    """
    for match in _OVER.finditer(text.folded):
        sentence = text.sentence_at(match.start())
        span = sentence.span if sentence else Span(*match.span())
        near = Span(max(span.start, match.start() - 40), min(span.end, match.end() + 60))
        if _BEFORE.search(text.folded, *near) is None:
            return True
    return False


def is_convicted(text: Text, surname: str) -> bool:
    """Tell whether the story reports that the one of that name was convicted."""
    name = surname.lower()
    for match in _CONVICTED.finditer(text.folded):
        sentence = text.sentence_at(match.start())
        if sentence is None:
            continue
        if match.group().startswith("served") and _is_pending(text):
            continue  # what was served before says nothing of the present charge
        before = text.sentences[max(0, sentence.n - 1)]
        if name in text.folded[before.span.start : sentence.span.end]:
            return True
    return False


def _is_pending(text: Text) -> bool:
    """Tell whether somebody in the story awaits a verdict."""
    return is_live(text, Span(0, len(text.folded))) and not is_over(text)
