"""Is the sentence whole?

Why: A sentence that breaks off before its verb leaves the reader to guess who did what.

Fix: Join it to the sentence before it, or give it a subject and a verb.
"""

from collections.abc import Iterator

from rules.model import Hit, Level
from rules.search.later import later
from rules.text.cues import VERB_FORMS
from rules.text.model import Kind, Sentence, Text
from rules.text.words import AUXILIARIES, CLITICS, PRONOUNS, VERBS, word_set

LEVEL = Level.NOTE
EXAMPLES = (
    "The council met. [[Bringing up the old quarrel over the ferry to win the vote.]]",
    "The council met. [[Which the mayor, when asked about the state of the road.]]",
    "Bringing up the old quarrel won the vote for the mayor.",
    "Bringing up the old quarrel, the mayor lost the vote.",
    "No deal. No vote. No pay.",
    "“Bringing up the old quarrel over the ferry to win the vote,” she said.",
    "Cycling to the ferry keeps the pilot warm.",
    "During the long winter of the ferry.",
    "Which of them paid for the road?",
)
_OPENS = later(r"(?:[A-Z][a-z]{2,}ing|Which|Whose|Who)\b")
_NOT_VERBS = word_set(
    "during nothing something anything everything morning evening wedding building ceiling spring "
    "king ring beijing nanjing reading sterling string thing hearing meeting warning according "
    "housing sibling darling duckling boeing viking excluding including following barring"
)
_FINITE = (AUXILIARIES | VERBS | PRONOUNS | {"there", "let"} | set(CLITICS)) - {"may"}
_PASTS = frozenset(word for word, cue in VERB_FORMS.items() if cue.shape in ("D", "Z"))
_SETTLES = word_set(
    "the a an of to in on at for from by with and or their his her its our my your this these "
    "those "
    "all some many few several two three four five six no more most other new old any both such"
)
_ADJECTIVAL = ("al", "ic", "ive", "ous", "ful", "less", "ish", "ed", "ing", "ist")
_WHEN = frozenset(("when", "as", "if", "where", "once", "though"))
_LEAST = 5
_MOST = 40  # words


def find(text: Text) -> Iterator[Hit]:
    """Sentences that begin with an -ing form or a relative and hold no finite verb."""
    for sentence in text.sentences:
        if sentence.kind is not Kind.BODY or not _OPENS.match(text.source, sentence.span.start):
            continue
        if text.source[sentence.span.end - 1] == "." and _is_broken(text, sentence):
            yield Hit(*sentence.span)


def _is_broken(text: Text, sentence: Sentence) -> bool:
    words = [token.folded for token in sentence.tokens if token.is_word]
    if not _LEAST <= len(words) <= _MOST or words[0] in _NOT_VERBS:
        return False
    if '"' in text.folded[slice(*sentence.span)]:
        return False
    return not any(_may_be_finite(words[n - 1], words[n]) for n in range(1, len(words)))


def _may_be_finite(before: str, word: str) -> bool:
    """Tell a word that may be the verb; what an article settles, or "when asked", is none."""
    if word.endswith("ed") and before in _WHEN:
        return False
    if word in _FINITE or ("'" in word and not word.endswith(("'s", "s'"))):
        return True
    if before in _SETTLES:
        return False
    if word in _PASTS or word.endswith("ed"):
        return True
    is_plain = word.endswith(("ss", "'s", "us", "is")) or not word.endswith("s")
    return not is_plain and not before.endswith(_ADJECTIVAL)
