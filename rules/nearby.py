"""What stands round a sentence: its neighbours in the copy, and people who first come in there."""

from collections.abc import Iterator
from typing import NamedTuple

from rules.model import Span
from rules.search.later import later
from rules.text.model import Kind, Sentence, Text

_FIRST = r"[A-Z][\w’'-]+"
_NAME = (
    rf"{_FIRST}(?: [A-Z]\.)?(?: (?:de|da|van|von|bin|al|el|ten|der|le|la))* {_FIRST}(?: {_FIRST})?"
)
_TITLES = r"Drs?|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame|Judge|Captain|Colonel|General|Engineer"
_PERSON = later(
    rf"(?:(?P<title>{_TITLES})\.? (?P<titled>(?:{_FIRST} )*{_FIRST})|(?P<name>{_NAME}))"
)
_NO_PERSON = later(
    r"(?:The|A|An|In|On|At|But|And|Last|This|That|Our|Their|His|Her|Its|For|From|With|After|When|"
    r"While|Both|Some|Many|Most|All|New|United|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
    r"Sunday|January|February|March|April|June|July|August|September|October|November|December)\b"
)
_FAR = 30_000  # characters: nobody remembers a name for longer
_LONGEST_ROLE = 90  # characters of "…, who has inspected dams for nine years,"


class Person(NamedTuple):
    """Somebody with a name; ``about`` is what the copy says of them just there, folded."""

    surname: str
    span: Span
    about: str
    is_titled: bool


def neighbours(text: Text, sentence: Sentence, before: int, after: int) -> Span:
    """The sentence with as many before and after it, body copy of its section only."""
    first = last = sentence
    for n in range(sentence.n - 1, max(-1, sentence.n - 1 - before), -1):
        if text.sentences[n].kind is not Kind.BODY:
            break
        first = text.sentences[n]
    for following in text.sentences[sentence.n + 1 : sentence.n + 1 + after]:
        if following.kind is not Kind.BODY:
            break
        last = following
    return Span(first.span.start, last.span.end)


def people(text: Text, span: Span) -> Iterator[Person]:
    """Everybody in ``span`` who is named in full or with a title, quotations left out."""
    for match in _PERSON.finditer(text.source, *span):
        if text.is_quoted(match.start()) or _NO_PERSON.match(match.group()):
            continue
        name = match["name"] or match["titled"]
        about = text.folded[max(span.start, match.start() - 60) : match.end() + _LONGEST_ROLE]
        yield Person(name.split()[-1], Span(*match.span()), about, bool(match["title"]))


def newcomers(text: Text, span: Span) -> Iterator[Person]:
    """The people in ``span`` whom the copy has not named before."""
    for person in people(text, span):
        start = person.span.start
        if person.surname not in text.source[max(0, start - _FAR) : start]:
            yield person
