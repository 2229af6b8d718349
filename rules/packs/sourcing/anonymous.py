"""Why no name?

Why: Whoever speaks without a name answers for nothing. The reader cannot weigh what is said
unless told how the source knows it, and why the name is left out.

Fix: Get it on the record. Failing that, say how they know, how many they are, and why they are
not named.

Source: NPR Ethics Handbook; Associated Press on anonymous sources; Reuters Handbook
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

from rules.lexicon.lexicon import Found, Lexicon
from rules.lexicon.notation import Piece
from rules.model import Hit, Level, Span, Voice
from rules.nearby import neighbours, newcomers
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "[[A senior official]] said the bank would be sold by spring.",
    "[[Two people close to the talks]] put the price at nine million.",
    "The ferry was never insured, according to [[a source]].",
    "[[Sources]] told the Courier that the captain would be dropped.",
    "A palace aide said the visit was off. He asked not to be named for fear of losing his post.",
    "A police spokeswoman said the road would reopen at noon.",
    "An official at the port, Omar Tait, said the ferry was insured.",
    "Port officials said the ferry would sail at nine.",
    "A woman who gave only her first name, Rosa, said she had slept in the station.",
    "The council said in a statement that the bridge was safe.",
)
_SMALL = (
    "and|or|but|than|that|which|who|whom|to|of|by|for|from|in|on|at|as|with|the|might|would|could"
    "|can|may|said|says|say|told|is|was|were|are|has|have|had|when|where|while|if|because|although"
    "|though|something|so|it|he|she|they|we|i|you|what|whose|not|according|about|after|before|added"
)
_PHRASES = Lexicon(
    Path(__file__).with_suffix(".txt"),
    slots={"any": Piece(rf"(?!(?:{_SMALL})\b)[\w.'&-]+")},
)
_CLOSE_TO = later(
    r" (?:(?:the|its|his|her|their|an?|these|this) )?(?:[\w'’-]+ ){0,2}?"
    r"(?:matter|talks|negotiations?|case|deal|deliberations|discussions?|plans?|situation|decision"
    r"|investigation|inquiry|thinking|process|meetings?|effort|bid|offer|sale|campaign|project"
    r"|party|family|room)\b|(?: (?:the|its|his|her|their|an?))?(?: [A-Z][\w’'-]+)* [\w'’-]+"
)
_TELLS = later(
    r",? (?:who [^,]{3,60}, )?(?:put|puts|gave|give|describ|paint|estimat|expect|sa(?:id|y)|told)"
)
_WITHHELD = (
    r"anonym\w+|(?:not|declin\w+|refus\w+|n't)\W+(?:\w+\W+){0,3}?(?:named|identified)"
    r"|(?:withh\w+|without) (?:his|her|their) names?|on background"
)
_STATED = later(rf"\b(?:{_WITHHELD})\b")
_REASON = later(
    r"(?:\b(?:not|never)|n't)\s+(?:\w+ ){0,2}?"
    r"(?:authori[sz]ed|allowed|permitted|cleared|free) to\b"
    r"|\b(?:unauthori[sz]ed to|barred from (?:speaking|talking)|for fear|fearing"
    r"|fear(?:s|ed)? (?:for|of|that|repris\w+|retali\w+|losing)|repris\w+|retaliat\w+"
    r"|to protect (?:his|her|their)"
    r"|(?:law|rules|contract|policy) (?:forbid|bar|prevent|prohibit)s?)\b"
    rf"|\b(?:{_WITHHELD})\b[^.]{{0,40}}?\b(?:because|as|since|so|in order|citing|given|due|under"
    r"|to (?:discuss|speak|describe|talk|share|reveal|disclose|avoid|be able|characteri[sz]e))\b"
)
_OFFICIAL = later(
    r"\b(?:police|spokes\w+|press|fire|ambulance|rescue|coastguard|coroner|court|weather)\b"
)
_IN_PUBLIC = later(
    r"\b(?:told|before|testif\w+|heard|to) (?:the |a |an )?(?:\w+ ){0,3}?(?:court|tribunal|inquest"
    r"|inquiry|jury|hearing|trial|parliament|mps|committee|conference|briefing|senate|assembly)\b"
    r"|\bin an? (?:\w+ )?(?:speech|statement|post|article|memoir|book|lecture)\b"
)
_NAMED_AFTER = later(
    r"(?: (?:at|of|in|from|for|with|to) [^,.;]{1,60})?,? "
    r"(?:who gave (?:his|her) name as |named |identified as |called )?"
    r"(?:[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+)"
)
_NAMES_SOME = later(r"\W{1,4}(?:including|among them|such as|like)\b")
_NAMED_BEFORE = later(
    r"(?<!\bin )(?<!\bon )(?<!\bat )\b[A-Z][\w’'-]+,(?: \d\d,)?"
    r"(?: (?:now|himself|herself|then|once))? \Z"
)
_CLOSENESS = later(r" (?:close to|familiar|briefed|privy|involved|present|with|who|in(?:side)?)\b")
_ARTICLE = later(r"(?:an?|one|another|the|two|three|four|five|six|several|multiple|both) ")
_UNEXPLAINED = "That the name is withheld is said, but not why."


def find(text: Text) -> Iterator[Hit]:
    """Insiders without a name who say something, where no reason is given for it.

    The same source met again, "the official", goes with the first time.
    """
    known: dict[str, str] = {}  # what was asked about each: nothing where a reason is given
    for found, span in _speakers(text):
        words = _ARTICLE.sub(
            "", _CLOSENESS.split(text.folded[found.span.start : found.span.end])[0]
        )
        head = words.split()[-1].removesuffix("s")
        if found.sense == "again":
            if lemma := known.get(head):
                yield Hit(*span, lemma=lemma)
            continue
        if text.folded.startswith(("one ", "another "), span.start):
            words = known.get(head, words)
        is_explained = _REASON.search(text.folded, *neighbours(text, found.sentence, 1, 2))
        known[head] = words = "" if is_explained else words
        if words:
            is_stated = _STATED.search(text.folded, *found.sentence.span)
            yield Hit(*span, _UNEXPLAINED if is_stated else "", lemma=words)


def _speakers(text: Text) -> Iterator[tuple[Found, Span]]:
    """Everybody from inside who says something and has no name, in reading order."""
    sources: list[Span] | None = None
    end = -1
    for found in sorted(
        _PHRASES.search(text), key=lambda found: (found.span.start, -found.span.end)
    ):
        sources = _sources(text) if sources is None else sources
        span = _whole(text, found)
        if (
            span.start >= end
            and _speaks(text, found, span, sources)
            and not _is_known(text, found, span)
        ):
            end = span.end
            yield found, span


def _sources(text: Text) -> list[Span]:
    """Who says something that an editor would call attributed, in order; acts are left out."""
    return sorted(
        a.source
        for a in text.attributions
        if a.source
        and (a.vouches or text.folded.startswith("said", a.cue.start))
        and not text.folded.startswith("announc", a.cue.start)
    )


def _whole(text: Text, found: Found) -> Span:
    """The phrase with what the source is close to."""
    span = found.span
    if found.sense != "close" or text.folded.endswith("in the know", *span):
        return span
    more = _CLOSE_TO.match(text.source, span.end, found.around.end)
    end = more.end() if more else span.end
    return Span(span.start, end - 4 * text.folded.endswith(" and", span.start, end))


def _speaks(text: Text, found: Found, span: Span, sources: Sequence[Span]) -> bool:
    """Tell a source from an official who is talked about."""
    n = bisect_left(sources, (span.end, 0)) - 1
    if any(
        source.meets(span) and _is_head(text, source, span)
        for source in sources[max(0, n - 1) : n + 1]
    ):
        return True
    return found.sense == "close" and _TELLS.match(text.folded, span.end) is not None


def _is_head(text: Text, source: Span, span: Span) -> bool:
    """Tell "a senior official" from "the wife of a senior official" and "the story, which a …"."""
    return source.start >= span.start or not text.folded[source.start : span.start].strip()


def _is_known(text: Text, found: Found, span: Span) -> bool:
    """Tell who has a name, speaks for an office, or speaks in public."""
    start, end = found.around
    return bool(
        text.folded.startswith(" said to ", span.end)
        or _NAMES_SOME.match(text.folded, span.end, end)
        or _NAMED_AFTER.match(text.source, span.end, end)
        or _NAMED_BEFORE.search(text.source[start : span.start])
        or _OFFICIAL.search(text.folded, *span)
        or _IN_PUBLIC.search(text.folded, start, end)
        or _gets_name(text, found)
    )


def _gets_name(text: Text, found: Found) -> bool:
    """Tell whether the next sentences name the one who was brought in as "a lawmaker"."""
    head = text.folded[found.span.start : found.span.end].split()[-1].removesuffix("s")
    following = Span(found.sentence.span.end, neighbours(text, found.sentence, 0, 3).end)
    return any(head in person.about for person in newcomers(text, following))
