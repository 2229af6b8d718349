"""Is a word doubled?

Why: A word typed twice is the slip that readers notice first and spelling checks notice last.

Fix: Delete one of the two, or leave them if both are meant.
"""

from collections.abc import Iterator
from operator import eq

from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Text
from rules.text.words import word_set

LEVEL = Level.NOTE
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE, Voice.FURNITURE})
EXAMPLES = (
    "The harbour gate was left open [[the the]] whole night.",
    "They blamed a [[cross cross]]-border raid.",
    "[[The the]] gate was shut at nine.",
    "She had had enough of the noise.",
    "He plays for Duran Duran on Fridays.",
    "New York, New York is a song that he sings.",
    "They waited a long, long time.",
    "“It was very very cold,” Ines Roth said.",
    "She stayed at AT&T for a year.",
    "No, no further trains will stop here.",
)
_DOUBLED = later(r"(?<![\w<])([^\W\d_]++(?:'[^\W\d_]++){0,2}+)\s++\1(?![\w'])")
# Meant: they say it twice, or the second begins anew.
_MEANT = word_set(
    "had that her is was do did who you very really many long far so much too again no bye hear "
    "ha knock there blah night pom tuk can cha"
)


def find(text: Text) -> Iterator[Hit]:
    """Words that stand twice with nothing but a space between, names left out."""
    words = text.seen.view.split()
    if not any(map(eq, words, words[1:])):
        return
    for match in _DOUBLED.finditer(text.folded):
        sentence = text.sentence_at(match.start())
        if sentence is None or match.end() > text.paragraphs[sentence.paragraph].span.end:
            continue
        if match[1] not in _MEANT and not _is_name(*text.source[slice(*match.span())].split()):
            yield Hit(*match.span(), f"“{match[1]}” stands here twice.")


def _is_name(first: str, second: str) -> bool:
    """Duran Duran; and "us US", which is "us" and a country."""
    return second[0].isupper() and (first[0].isupper() or second.isupper())
