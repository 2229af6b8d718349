"""Says who?

Why: What a group does, knows, follows or supports is in dispute wherever it is news. In the
newsroom's own words it becomes the newsroom's case, and the reader cannot tell how we know.

Fix: Say who says so, link to the document, say that a reporter saw it, or cut it back to what
nobody disputes.

Source: Reuters Handbook of Journalism on sourcing; BBC Editorial Guidelines 3.2.3
"""

from collections.abc import Iterator
from pathlib import Path

from rules.claims import BARE, backing, clause, leftovers
from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Because, Hit, Level, Span
from rules.search.later import later
from rules.sourcemap.genres import is_column, is_game, is_life
from rules.text.model import Text

LEVEL = Level.QUERY
YIELDS = frozenset(
    {
        "sourcing.accusation",
        "sourcing.causal",
        "sourcing.motive",
        "sourcing.prediction",
        "sourcing.statistic",
        "sourcing.superlative",
    }
)
EXAMPLES = (
    "Bathers at the weir [[have been falling ill]] since the pipe burst.",
    "Velan [[played a decisive part in ending the strike]].",
    "The guild [[is not ready to compromise]].",
    "The council [[has failed its tenants]], and theft [[is rife in the market halls]].",
    "Velan invented the [[non-existent border threat]].",
    "Bathers at the weir have been falling ill since the pipe burst, the clinic's log shows.",
    "“The council has failed its tenants,” Ida Quill said.",
    "The guild is ready to sail on Monday, and the weir faces north.",
    "She played a leading role in the film.",
    "[[Rivals of the chairman are circling]].",
)
_FILE = Path(__file__).with_suffix(".txt")
_PHRASES = Lexicon(_FILE, _FILE.with_name("claim_verdicts.txt"))
_WHOLE = frozenset({"nothing"})

# It may be, it was hoped, somebody was asked: not stated.
_HEDGED = later(
    r"\b(?:can|could|may|might|would|should|must|will|to|if|whether|n't|not|perhaps|how|seems?"
    r"|appears?|no"
    r"|until|unless|be)\s*(?:\w+ly )?\Z"
)
_GAME = later(
    r"\b(?:goals?|goalkeeper|ball|penalty|innings|wickets?|half-time|striker|winger|midfield\w*"
    r"|defender|batsm[ae]n)\b"
)
_STAGE = later(
    r"\b(?:film|series|novel|album|drama|musical|opera|season|match|win|final|series)\b"
)


# Who can be toothless, in panic or sick of it: bodies of people, and what they decide.
_BODY = later(
    r"\b(?:governments?|councils?|ministr(?:y|ies)|regulators?|arm(?:y|ies)|clubs?"
    r"|compan(?:y|ies)|firms?|part(?:y|ies)|leaders?|leaderships?|campaigns?|institutions?"
    r"|talks?|deals?|truces?|plans?|polic(?:y|ies)|laws?|systems?|econom(?:y|ies)"
    r"|coalitions?|guilds?|unions?|boards?|banks?|industr(?:y|ies)|sectors?|teams?"
    r"|services?|trusts?|authorit(?:y|ies)|ministers?|presidents?|governors?|mayors?"
    r"|chiefs?|regimes?|states?|countr(?:y|ies)|nations?|provinces?|regions?|valleys?"
    r"|villages?|schools?|hospitals?|universit(?:y|ies)|courts?|judges?|officials?"
    r"|officers?|commanders?|generals?|soldiers?|militias?|gangs?|rebels?|delegations?"
    r"|envoys?|missions?|alliances?|oppositions?|owners?|managers?|directors?|landlords?"
    r"|bishops?|church(?:es)?|papers?|newspapers?|studios?|societ(?:y|ies)|residents?"
    r"|villagers?|voters?|parents?|teachers?|workers?|farmers?|fishermans?|traders?|locals?"
    r"|tenants?|students?|nurses?|doctors?|patients?|citizens?|fans?|supporters?|members?"
    r"|drivers?|customers?|migrants?|audiences?|projects?|schemes?|rules?|taxs?|bans?"
    r"|reforms?|decisions?|verdicts?|process(?:es)?|treat(?:y|ies)|agreements?|strikes?"
    r"|killings?|crimes?|camps?|rivals?|neighbours?|all(?:y|ies)|politicians?|bureaucrats?"
    r"|sides?|partners?|operators?|suppliers?|docks?|ports?|police|people|staff|media|press"
    r"|morale|civil servants|men|women"
    r")(?: (?!who|which|that|said|says|when|if|and|but)[\w'-]+){0,4} \Z|\b(?:it|they) \Z"
)
_ALONE = later(r"\b(?:he|she|who|i) (?:ha[sd] |is |was )?\Z")
_DISASTER = later(
    r"\b(?:storms?|floods?|fires?|blaze|earthquake|quake|hurricane|cyclone|typhoon|tornado"
    r"|tsunami|gales?|landslides?|eruption|avalanche|bomb\w*|shell\w*|explosion|war)\b"
)
_COUNTED = later(r"(?<!\d)(?!(?:19|20)\d\d\b)\d")
_MEASURED = later(r"\d ?(?:%|per ?cent\b)|\b(?:polls?|percentage points?)\b")
_MAYBE = later(r"\b(?:may|might|could) (?:well )?be\b[^,;]*\Z")


def find(text: Text) -> Iterator[Hit]:
    """Contested facts in the newsroom's own words, with no source in reach."""
    for found in _PHRASES.search(text):
        before = text.folded[found.around.start : found.span.start]
        if (
            _HEDGED.search(before)
            or _MAYBE.search(before)
            or (found.sense == "predicate" and not _BODY.search(before))
        ):
            continue
        span = found.span
        if found.sense not in _WHOLE:
            span = clause(text, span, found.sentence, 8)
        yield Hit(*span, because=_reason(text, found, span))
    if text.seen.of(BARE) and not (is_column(text) or is_game(text) or is_life(text)):
        for _, bare in leftovers(text):
            yield Hit(*bare, level=Level.NOTE)


def _reason(text: Text, found: Found, span: Span) -> Because | None:
    before = text.folded[found.around.start : span.start]
    if _GAME.search(text.folded, *found.around) or _COUNTED.search(text.folded, *span):
        return "technical"
    if _MEASURED.search(text.folded, *found.around):
        return "technical"  # the figure is what to ask about
    if found.sense == "role" and _STAGE.search(text.folded, *found.around):
        return "technical"
    if found.sense == "trend" and _ALONE.search(before):
        return "technical"
    if found.sense == "effect" and _DISASTER.search(before):
        return "technical"
    return backing(text, found.sentence, span)
