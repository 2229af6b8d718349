"""Which ones?

Why: "Critics say" and "some believe" let a view in without anybody to ask, to weigh or to blame
for it; the reader suspects that the critic is the reporter.

Fix: Name one of them, or say how many there are and how they know; otherwise cut it.

Source: Associated Press on anonymous sources; Wikipedia, MOS:WEASEL; SPJ Code of Ethics
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

from rules.lexicon.lexicon import Found, Lexicon
from rules.lexicon.notation import Piece
from rules.model import Hit, Level, Voice
from rules.text.model import Kind, Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "[[Experts]] warn that the dam is tired. It was built in a hurry.",
    "[[Some]] say the vote was bought. The count took two days.",
    "The fee will rise again, [[according to insiders]].",
    "In what [[observers]] called a farce, the count took two days.",
    "[[Western diplomats]] say the count was fair.",
    "A senior official said the bank would close.",
    "Experts warn that the dam is tired. Dr Ida Quill, who inspected it, gave it two winters.",
    "The singer thanked her critics and left the stage.",
    "Many believe it, including the harbour master, Lena Marsh.",
    "“Some say I am finished,” the captain said.",
)
_PHRASES = Lexicon(
    Path(__file__).with_suffix(".txt"),
    {
        "still": Piece(r"(?:\s(?:also|now|often|still|have long)|, (?:however|too|meanwhile),)*"),
        "busy": Piece(r"(?:\s[a-z]+ing(?:\s[a-z'-]+){1,4}?)?"),
    },
)
_OPENS = re.compile(r"(?:^|[.!?,;:\"] ?|- |\b(?:but|and|though|although|while|that) )\Z")
_COUNTED = re.compile(r"\b(?:an?|one|two|three|four|five|six|\d+) (?:\w+ )?\Z")
_NAMED = re.compile(
    r"\b(?:including|such as|like|among them|for example|for instance|namely)\b[^.]*?[A-Z][a-z]+"
)
_AT = re.compile(r",? (?:at|of|from|with) (?:the )?[A-Z]")
_NAME = re.compile(r"[A-Z][\w'’-]+ (?:[A-Z][\w.'’-]* )*[A-Z][\w'’-]+")
_INTRODUCED = re.compile(
    r"\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame|Judge|Captain|Engineer)\.? [A-Z]"
    r"|\b(?:said|says) [A-Z][\w'’-]+ [A-Z]"
    r"|(?:^|[“\"] )[A-Z][\w'’-]+ [A-Z][\w'’-]+, (?:who|an?|the|of|from|at|head|chief|director)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Faceless sources of something said, where no name follows within two sentences.

    Each is a flag of its own: whoever settles one claim has not settled the next.
    """
    names = _names(text)
    for found in _PHRASES.search(text):
        if _is_faceless(text, found) and not _is_named(text, found, names):
            yield Hit(*found.span)


def _is_faceless(text: Text, found: Found) -> bool:
    """Leave "analysts at Corvan Bank", "some" inside a clause, and sources that are counted."""
    before = text.folded[found.around.start : found.span.start]
    if found.sense == "opens a clause":
        return _OPENS.search(before) is not None
    if found.sense == "close to it":
        return _COUNTED.search(before) is None
    return _AT.match(text.source, found.span.end) is None


def _names(text: Text) -> list[int]:
    """Where somebody with a name is the source of something, in order."""
    sources = (a.source for a in text.attributions if a.source is not None)
    return sorted(s.start for s in sources if _NAME.search(text.quote(s)))


def _is_named(text: Text, found: Found, names: Sequence[int]) -> bool:
    """Tell whether one of them gets a name here or in the next two sentences."""
    sentence, span = found.sentence, found.span
    if _NAMED.search(text.source, span.end, found.around.end):
        return True
    following = [s for s in text.sentences[sentence.n + 1 : sentence.n + 3] if s.kind is Kind.BODY]
    if any(_INTRODUCED.search(text.quote(s.span)) for s in following):
        return True
    last = max((s.span.end for s in following), default=sentence.span.end)
    next_name = bisect_left(names, span.end)
    return next_name < len(names) and names[next_name] < last
