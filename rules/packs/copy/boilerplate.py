"""Is this meant to be in the copy?

Why: A promotion line, a press release's own lines, a caption's credit or a button that was pasted
along reads to the reader as part of the story, and to a search engine as its subject.

Fix: Cut the line; if it belongs on the page, the page's own furniture will carry it.
"""

import re
from collections.abc import Iterator

from rules.cache import kept
from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.search.plan import Plan, known, plan
from rules.search.search import Search
from rules.text.model import Kind, Paragraph, Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE, Voice.FURNITURE})
YIELDS = frozenset({"legal.embargo"})
EXAMPLES = (
    "The bridge will open in May.\n\n[[ALSO READ: Seven walks along the new quay]]\n\n"
    "The mayor will cut the ribbon.",
    "The bridge will open in May.\n\n[[Sign up to our morning newsletter for more.]]\n\n"
    "The mayor will cut the ribbon.",
    "The mayor will cut the ribbon. [[Click here to see all pictures.]] A band will play.",
    "The bridge will open in May, and the mayor will cut the ribbon [[(Photo: Getty Images)]].",
    "[[FOR IMMEDIATE RELEASE]]\n\nThe bridge will open in May, the port said.",
    "The bridge will open in May.\n\n[[ENDS]]\n\n[[About Corvan Bridges]]\n\n"
    "Corvan Bridges builds bridges in eleven countries.",
    "About Schmidt is a film.\n\nEnds meet, she says, when they are made to.",
    "The mayor advised listeners to read more and talk less.",
    "This article was amended on 3 May to correct the height of the bridge.",
    "“Click here,” the screen said, and the room went dark.",
)
_OPENING_WORDS = (
    r"(?:please )?click (?:here|on the link|the link|below)\b[^.\n]*\.?",
    r"(?:follow|like|join|find) us on (?:facebook|twitter|x|instagram|whatsapp|telegram|youtube|"
    r"linkedin|tiktok|threads|bluesky)\b[^.\n]*\.?",
    r"sign up (?:here|to our|for our|to the|for the)[^.\n]*\bnewsletters?\b[^.\n]*\.?",
    r"subscribe (?:now|today|here|to our)\b[^.\n]*\.?",
    r"download (?:our|the) [^.\n]*\bapp\b[^.\n]*\.?",
    r"(?:this|the) (?:story|article|post) (?:first|originally) appeared (?:on|in)\b[^.\n]*\.?",
    r"all rights reserved\.?",
    r"scroll down (?:for|to)\b[^.\n]*\.?",
)
_LEFT_OVER_WORDS = (
    *(rf"(?:^|(?<=[.!?\"')] )){words}" for words in _OPENING_WORDS),
    r"(?:\(|\[)(?:photo|image|picture|pic|credit|file photo|video)s?"
    r"(?: credit| courtesy)?\s?:[^()\[\]\n]{0,80}[)\]]",
    r"^\(?more (?:to follow|follows)\)?\.?$",
    r"https?://t\.co/\w+",
    r"\bpic\.twitter\.com/\w+",
)


def _planned() -> Plan:
    return plan(_LEFT_OVER_WORDS, edges=False, ignorecase=True, folded=True, by_line=True)


_LEFT_OVER = Search(kept("plans", repr(_LEFT_OVER_WORDS).encode(), _planned, known))
_ABOUT = later(r"About (?P<who>(?:the )?[A-Z][\w&.'’-]*(?: [\w&.'’-]+){0,5})(?<![.!?]):?")
_EMBEDDED = later(r"<(?:tweet|blockquote)\b|— [^()\n]{2,60} \(@\w{1,20}\)")
_POST = 400  # characters
_OPENING = 120  # characters
_AT_THE_END = 6  # paragraphs: after the company come its contacts


def find(text: Text) -> Iterator[Hit]:
    """Promotion lines, a press release's own, and what a paste leaves behind inside the copy."""
    for paragraph in text.paragraphs:
        if paragraph.kind is Kind.PROMO or _is_about(text, paragraph):
            yield Hit(*paragraph.span)
    for match in _LEFT_OVER.matches(text, ("raw",)):
        if _is_embedded(text, match.start):
            continue
        yield Hit(match.start, match.end)


def _is_embedded(text: Text, place: int) -> bool:
    """A link of a post that is set whole, with its author: the page shows it as it stands."""
    sentence = text.sentence_at(place)
    if sentence is None or not text.folded.startswith(("http", "pic.tw"), place):
        return False
    around = text.paragraphs[sentence.paragraph].span
    start, end = max(around.start, place - _POST), min(around.end, place + _POST)
    return _EMBEDDED.search(text.source, start, end) is not None


def _is_about(text: Text, paragraph: Paragraph) -> bool:
    """Tell a release's "About Corvan", which tells of Corvan below, from a crosshead."""
    below = len(text.paragraphs) - paragraph.n - 1
    line = _ABOUT.fullmatch(text.source, *paragraph.span)
    if line is None or not 0 < below <= _AT_THE_END:
        return False
    first = line["who"].removeprefix("the ").split()[0]
    told = text.quote(text.paragraphs[paragraph.n + 1].span)[:_OPENING]
    return re.search(rf"(?<!\w){re.escape(first)}(?!\w)", told) is not None
