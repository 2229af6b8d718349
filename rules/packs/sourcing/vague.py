"""Which ones?

Why: "Critics say" and "some believe" let a view in without anybody to ask, to weigh or to blame
for it; the reader suspects that the critic is the reporter.

Fix: Name one of them, or say how many there are and how they know; otherwise cut it.

Source: Associated Press on anonymous sources; Wikipedia, MOS:WEASEL; SPJ Code of Ethics
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Found, Lexicon
from rules.lexicon.notation import Piece
from rules.model import Hit, Level, Span, Voice
from rules.nearby import Person, newcomers
from rules.search.later import later
from rules.text.model import Kind, Sentence, Text

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
    slots={
        "still": Piece(r"(?:\s(?:also|now|often|still|have long)|, (?:however|too|meanwhile),)*"),
        "busy": Piece(r"(?:\s(?:[a-z]+ing|of|in|near)(?:\s(?!ha(?:s|d|ve)\b)[a-z'-]+){1,4}?)?"),
    },
)
_OPENS = later(r"(?:^|[.!?,;:\"] ?|- |\b(?:but|and|though|although|while|that) )\Z")
_OF_THEMSELVES = later(r"\S* (?:\S+ ){0,3}?(?:they|their|them) ")
_COUNTED = later(r"\d (?:\w+ )?\Z")
_NAMED = later(
    r"\b(?:including|such as|like|among them|for example|for instance|namely|[Oo]ne of them|"
    r"[Aa]mong (?:them|those)|(?:,|- ?) ?led by)\b[^.]*?[A-Z][a-z]+"
)
_AT = later(r",? (?:at|of|from|with) (?:the )?[A-Z]")
_ANSWERS = later(
    r"\b(?:den(?:y|ies|ied)|reject\w*|dismiss\w*|defend(?:s|ed)|disput\w+|rebut\w*|disagree\w*"
    r"|refus\w+|respond\w*|repl(?:y|ies|ied)|hit back|denial)\b"
)
_ANSWERABLE = later(
    r"\b(?:minister|mayor|president|premier|chancellor|spokes\w+|chief executive|governor"
    r"|owner|landlord|councillor|council leader|chairman|chairwoman)\b"
)
_LEARNED = later(
    r"\b(?:expert|analyst|economist|historian|scholar|scientist|commentator|observer)s?\Z"
)
_SAYS = later(r"\b(?:said|says?|told|according to|warn\w*|argu\w+|writes|wrote|called|put)\b")
_HEAD = 40  # characters: within them stands the subject
_READ = 600
_HOUSES = later(
    r"(?:[A-Z][\w&’'-]+ ){1,3}"
    r"(?:Bank|Capital|Economics|Research|Securities|Institute|University)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Faceless sources of something said, where no name follows within two sentences.

    Each is a flag of its own: whoever settles one claim has not settled the next.
    """
    for found in _PHRASES.search(text):
        if _is_faceless(text, found) and not _is_named(text, found):
            yield Hit(*found.span)


def _is_faceless(text: Text, found: Found) -> bool:
    """Leave "analysts at Corvan Bank", "some" inside a clause, and who tells of themselves."""
    before = text.folded[found.around.start : found.span.start]
    if found.sense == "some":
        is_ours = text.voice_at(found.span.start) is Voice.NEWSROOM
        tells = not _OF_THEMSELVES.match(text.folded, found.span.end + 1, found.around.end)
        return is_ours and tells and _OPENS.search(before) is not None
    if found.sense == "some people" and _OF_THEMSELVES.match(
        text.folded, found.span.end + 1, found.around.end
    ):
        return False
    return not _COUNTED.search(before) and _AT.match(text.source, found.span.end) is None


def _is_named(text: Text, found: Found) -> bool:
    """Tell whether one of them gets a name here or in the next two sentences."""
    sentence, span = found.sentence, found.span
    if _NAMED.search(text.source, span.end, found.around.end):
        return True
    is_learned = _LEARNED.search(text.folded[span.start : span.end]) is not None
    for following in text.sentences[sentence.n + 1 : sentence.n + 3]:
        if following.kind is not Kind.BODY:
            break
        if _gives_one(text, following, is_learned=is_learned):
            return True
    return False


def _gives_one(text: Text, sentence: Sentence, *, is_learned: bool) -> bool:
    """Tell whether somebody of their kind comes in by name and has a say."""
    span = Span(sentence.span.start, min(sentence.span.end, sentence.span.start + _READ))
    if _ANSWERS.search(text.folded, *span):
        return False
    if is_learned and _HOUSES.search(text.source, *span):
        return True
    return any(
        _has_say(text, sentence, person) and not (is_learned and _ANSWERABLE.search(person.about))
        for person in newcomers(text, span)
    )


def _has_say(text: Text, sentence: Sentence, person: Person) -> bool:
    """Tell whether the person is what the sentence is about, or the source in it."""
    if person.span.start - sentence.span.start < _HEAD:
        return True
    return _SAYS.search(text.folded, sentence.span.start, sentence.span.start + _READ) is not None
