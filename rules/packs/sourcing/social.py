"""Has anybody spoken to them?

Why: A post shows that somebody typed it. Who that is, and how they would know, the reader cannot
see; neither can we until we have reached them.

Fix: Reach the poster and say who they are, add a second source, or say that it is unverified.

Source: Reuters Handbook on social media; First Draft on verification
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Found, Lexicon
from rules.lexicon.notation import Piece
from rules.model import Hit, Level, Span, Voice
from rules.nearby import neighbours
from rules.relays import is_relay
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "The dam had been mined, users [[wrote on Telegram]].",
    "The keeper is leaving, fans [[claimed on TikTok]].",
    "The mill burned for an hour, [[according to posts on Facebook]].",
    "[[Viral posts claim]] that the water is poisoned.",
    "Rosa Lind, a blogger, [[tweeted]] that the rebels would not sign.",
    "The minister announced her resignation in a post on X.",
    "A video posted on Telegram, which the Courier matched to the dam, shows the blast.",
    "Users wrote on Telegram that the dam was mined; the army confirmed it an hour later.",
    "Fans posted pictures of the parade on Instagram.",
    "“Goodnight, captain,” one fan wrote on X.",
)
_PHRASES = Lexicon(
    Path(__file__).with_suffix(".txt"),
    slots={"still": Piece(r"(?:\s(?:also|now|have|had|has|soon|later|quickly|widely))*")},
)
_BORNE_OUT = later(
    r"\b(?:confirm(?:s|ed)|verif\w+|unverified|unconfirmed|match\w+|geolocat\w+|authenticat\w+|corroborat\w+"
    r"|police said|officials said|told (?:the|this)|false|untrue|hoax|debunk\w*|den(?:y|ied|ies)"
    r"|fact-check\w*|no evidence|baseless|unfounded|misleading|doctored|disinformation)\b"
)
_CLAIM = later(r" that (?!(?:he|she|they|his|her|their)\b)|(?: on \w+)? ?[.;(]")
_OF_THEMSELVES = later(r"[^.]{0,40}?\b(?:they|their|them|he|she|his|her|i|my|we)\b")


def find(text: Text) -> Iterator[Hit]:
    """Claims that only posts stand for; a poster who relays others is one flag."""
    for found in _PHRASES.search(text):
        lemma = ""
        if found.sense == "relayed":
            lemma = is_relay(text, found.sentence, found.span)
            if text.voice_at(found.sentence.span.start) is Voice.QUOTATION:
                continue  # a named poster is quoted
            if not lemma or not _CLAIM.match(text.folded, found.span.end):
                continue
        elif _is_talk(text, found):
            continue
        if not _BORNE_OUT.search(text.folded, *neighbours(text, found.sentence, 0, 1)):
            yield Hit(*found.span, lemma=lemma)


def _is_talk(text: Text, found: Found) -> bool:
    """Tell what people say of themselves, and cheers that are quoted: the post is the news."""
    end = found.span.end
    if _OF_THEMSELVES.match(text.folded, end, min(found.around.end, end + 40)):
        return True
    return any(
        q.full and q.span.meets(Span(*found.around)) for q in text.quotations if q.depth == 0
    )
