"""Who wrote this, and how?

Why: Phrases that a machine reaches for say nothing that the reader can use; what a chatbot says to
the person at the keyboard must never be printed.

Fix: Say it plainly, or cut it; ask how the copy was made. These are signs, and no proof.

Source: Wikipedia, Signs of AI writing
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Lexicon
from rules.model import Hit, Level, Voice
from rules.search.plan import plan
from rules.search.search import Search
from rules.text.model import Text

LEVEL = Level.NOTE
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE, Voice.FURNITURE})
EXAMPLES = (
    "The fair [[stands as a testament to]] the town. Its stalls weave "
    "[[a rich tapestry of]] smells.",
    "[[Certainly! Here is a revised draft]]:\n\nThe fair opens on Monday.",
    "The fair opens on Monday.\n\n[[I hope this helps!]]",
    "[[As a large language model]], I cannot confirm the time of the fair.",
    "The fair stands as a testament to the town.",
    "The fair has run since 1904.",
    "“It’s a testament to Mum, and a beacon of hope,” he said.",
    "“As an AI language model, I cannot say,” the screen read.",
    "As an AI researcher, she is often asked about the fair.",
)
_STOCK = Lexicon(Path(__file__).with_suffix(".txt"))
_PIECE = (
    r"(?:draft|version|article|rewrite|story|summary|headline|paragraph|introduction|intro|report"
    r"|piece|outline|list|text|breakdown|revision|news article)"
)
_RESIDUE = Search(
    plan(
        [
            rf"(?:certainly|sure|of course|absolutely|great question)[!,.] here(?:'s| is| are)"
            rf"(?: [\w'-]+){{1,5}}? {_PIECE}s?\b",
            rf"^here(?:'s| is) (?:a|an|the|your) (?:[\w'-]+ ){{0,3}}?"
            rf"(?:revised|rewritten|polished|updated|edited|improved"
            rf"|concise) (?:[\w-]+ )?{_PIECE}\b",
            r"\bas an ai(?: language model| assistant| model)\b",
            r"\bas an ai, i\b",
            r"\bas a large language model\b",
            r"^i hope this (?:helps|meets your needs|is what you were looking for)\b[^.!\n]{0,60}"
            r"[.!]?",
            r"\blet me know if you(?:'d| would) like (?:me to|any (?:changes|revisions)|a )"
            r"[^.!?\n]{0,80}[.!?]?",
            r"\bwould you like me to (?:revise|rewrite|expand|shorten|add|make|adjust|draft"
            r"|continue)\b[^?\n]{0,80}\??",
            r"\b(?:as of|up to) my last (?:knowledge|training)(?: update| cut-?off)?\b",
            r"\bmy (?:knowledge cut-?off|training data)\b",
            r"\bi (?:cannot|can't|don't|do not) (?:browse the internet"
            r"|have access to real-time)\b",
            r"\[oaicite:\d+\]",
            r":?contentreference\[oaicite:\d+\](?:\{index=\d+\})?",
            r"\bturn\d+(?:search|news|view|image)\d+\b",
            r"\butm_source=(?:chatgpt\.com|openai)",
            r"\[your name\]",
            r"\bregenerate response\b",
        ],
        edges=False,
        ignorecase=True,
        folded=True,
        by_line=True,
    )
)
_DISTINCT = 2


def find(text: Text) -> Iterator[Hit]:
    """What a chatbot says to its user, and stock phrases where two different ones meet."""
    for match in _RESIDUE.matches(text, ("raw",)):
        yield Hit(
            match.start,
            match.end,
            "This is a chatbot talking to whoever asked it.",
            level=Level.HOLD,
        )
    stock = [found for found in _STOCK.search(text) if not text.is_quoted(found.span.start)]
    if len({found.sense for found in stock}) < _DISTINCT:
        return
    for found in stock:
        yield Hit(*found.span, lemma=found.sense)
