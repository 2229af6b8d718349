"""Who doubts it?

Why: "So-called", "supposed" and "self-styled" take a word back while using it. The doubt is ours,
nobody is named for it, and the people concerned cannot answer it.

Fix: Cut the word, or say who disputes the name and on what ground.

Source: Wikipedia, MOS:ALLEGED; Reuters Handbook of Journalism on so-called
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rules.lexicon.senses import Senses
from rules.model import Hit, Level, Voice
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
EXAMPLES = (
    "The [[so-called]] refuge had no beds.",
    "The [[supposed]] heir left by the back door.",
    "A [[self-styled]] healer sold the oil.",
    "The fund, [[ostensibly]] a charity, bought two yachts.",
    "The ferry was supposed to sail at six.",
    "The pass, so called because of its shape, is shut.",
    "The board said the supposed heir had left.",
    "“This so-called refuge is a shed,” Ana Roke said.",
    "He was killed fighting for the so-called Islamic State.",
    "The paper sets out so-called “soft” borders between the two parishes.",
)
_WORDS = Senses(Path(__file__).with_suffix(".txt"))


def find(text: Text) -> Iterator[Hit]:
    """Words that doubt what they stand beside; before quotation marks they introduce a term."""
    for listed in _WORDS.search(text):
        is_term = listed.entry.words == "so-called" and text.is_quoted(listed.span.end + 2)
        yield replace(listed.hit(), because="technical") if is_term else listed.hit()
