"""Who foresees it?

Why: Nobody can have seen what has not happened. A forecast without a forecaster is the newsroom's
own, and it is the newsroom's when it turns out wrong.

Fix: Say who predicts it and from what, or write what is planned and what could follow.

Source: Reuters Handbook of Journalism; Full Fact's claim schema, "prediction"
"""

from collections.abc import Iterator
from pathlib import Path

from rules.claims import backing, clause
from rules.lexicon.lexicon import Found, Lexicon
from rules.model import Because, Hit, Level, Span
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
YIELDS = frozenset({"sourcing.accusation", "sourcing.causal"})
EXAMPLES = (
    "The toll [[will bankrupt every haulier on the coast]].",
    "Rents [[are set to soar]].",
    "Without the ferry the island [[would die out]].",
    "The merger [[will cost hundreds of jobs]].",
    "Defeat [[is now inevitable]].",
    "The toll will bankrupt hauliers, the road lobby predicts.",
    "The toll could bankrupt small hauliers.",
    "The inquest will open on Monday, and the bridge is set to close for a week.",
    "If the dam fails, the lower town will be wiped out.",
    "The fare will rise to £3 on 1 April.",
)
_PHRASES = Lexicon(Path(__file__).with_suffix(".txt"))

# Set by somebody and known: prices and dates; read off a chart: weather, stars; told as a story.
_SET = later(
    r"\b(?:from|on) (?:\w+day\b|\d{1,2} [a-z]|january|february|march|april|may|june|july|august"
    r"|september"
    r"|october|november|december)|\b(?:rain|snow|sunshine|showers|degrees|celsius|forecast|winds"
    r"|eclipse|comet|high tide|low tide|moon|episode|viewers|season finale)\b"
)
_PRICES = later(r"(?:rise|fall|increase|drop|go up|grow) (?:by [^ ]+ )?(?:from|to) [£$€₹]?\d")
_HISTORY = later(r"\b(?:1\d\d\d|20[01]\d|that followed|years later|later)\b")
_WISH = later(
    r"\b(?:hop\w+|fear\w*|afraid|worr\w+|plan\w*|aim\w*|want\w*|promis\w+|pledg\w+|design\w*"
    r"|propos\w+|intend\w*|expect\w*|predict\w*|forecast\w*|warn\w*|estimat\w+|could|might|may"
    r"|perhaps"
    r"|maybe|possibl[ey]|likely|bet|vow\w*|believ\w+|think\w*|argu\w+|ask\w*|unclear|dream\w*)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """What will come, in the newsroom's own words."""
    for found in _PHRASES.search(text):
        span = clause(text, found.span, found.sentence, 7)
        yield Hit(*span, because=_reason(text, found, span))


def _reason(text: Text, found: Found, span: Span) -> Because | None:
    if _SET.search(
        text.folded, span.start, min(found.around.end, span.end + 40)
    ) or _PRICES.search(text.folded, *span):
        return "technical"
    if "would" in text.folded[slice(*span)] and _HISTORY.search(text.folded, *found.around):
        return "technical"
    if _WISH.search(text.folded, found.around.start, span.start):
        return "attributed"
    return backing(text, found.sentence, span)
