"""Where does the quotation end?

Why: A lost mark puts our words into somebody's mouth, or somebody's into ours.

Fix: Close it, or delete the mark that is left over.
"""

from collections.abc import Iterator

from rules.model import Hit, Level, Span, Voice
from rules.places import Signs, paragraphs_with
from rules.search.later import later
from rules.text.model import Kind, Paragraph, Text

LEVEL = Level.QUERY
VOICES = frozenset(Voice)
EXAMPLES = (
    "[[“We waited all day, Ms Orr said.]] The ferry left at nine.",
    "He called it a [[“farce and left.]]",
    '[["We waited all day, Ms Orr said.]] "Then we left."',
    "[[We waited all day,” Ms Orr said.]]",
    "[[‘We waited all day for the boat, Ms Orr said.]]",
    "“We waited all day.\n\n“Then we left,” Ms Orr said.",
    "“We waited all day.",
    'The board was 6\'2" tall and hung 12" from the floor.',
    "The ’90s were good to him, and ‘twas a fine ferry.",
    "He said ''we waited all day'' and left.",
)
_SIGNS = Signs('"', "''", "``")
_MARK = later(r"[\"“”„‟«»]|''|``|’’|‘‘")
_INCHES = later(r"(?<=\d)[\"”](?=[\s.,;x×)-]|$)")
_ELIDED = later(r"['‘](?:\d0?s\b|\d\d|[Tt](?:is|was)\b|[Ee]m\b|[Nn]\b|[Cc](?:ause|os)\b)")
_SAID = later(
    r", (?:(?:[A-Z][\w.'’-]*|the|a|an|his|her) (?:[\w.'’-]+ ){0,3})?(?:said|says|told|added"
    r"|asked)\b"
    r"|\b(?:he|she|they) (?:said|added|asked|told)\b"
)
_END_OF_SINGLE = later(r"['’](?!\w)")
_KINDS = frozenset({Kind.BODY, Kind.HEADLINE, Kind.CROSSHEAD, Kind.CAPTION})
_PAIR = 2
# A tag that a page left in the copy; a signature in place of "she said" closes what it signs.
_MARKUP = later(r"<[a-z/][\w-]*(?: [\w-]+=|>|/>)|=[\"”]\s|[\"”]>")


def find(text: Text) -> Iterator[Hit]:
    """Marks without a partner in their paragraph, quotations that run on left out."""
    opened = {
        text.sentences[n].paragraph: q.span.start
        for q in reversed(text.quotations)
        if q.open and text.source[q.span.start] not in "'‘"
        for n in [_sentence(text, q.span.start)]
        if n >= 0
    }
    reached = -1  # the paragraph that an open quotation reaches
    for paragraph in paragraphs_with(text, _SIGNS):
        quoted = text.quote(paragraph.span)
        if paragraph.kind not in _KINDS or "{" in quoted or _is_marked_up(quoted):
            continue
        places = _marks(text, paragraph)
        if len(places) % _PAIR == 0:
            continue
        at = opened.get(paragraph.n)
        if at is None:
            if reached != paragraph.n and (span := _left_over(text, places)):
                yield Hit(*span, "The mark at its end was never opened.")
            continue
        reached = paragraph.n + 1
        if not _runs_on(text, paragraph, at):
            yield Hit(at, _end(text, at), "The mark at its head is never closed.")
    yield from _singles(text)


def _is_marked_up(quoted: str) -> bool:
    return (">" in quoted or "=" in quoted) and _MARKUP.search(quoted) is not None


def _sentence(text: Text, place: int) -> int:
    sentence = text.sentence_at(place)
    return -1 if sentence is None else sentence.n


def _end(text: Text, place: int) -> int:
    sentence = text.sentence_at(place)
    return place + 1 if sentence is None else sentence.span.end


def _marks(text: Text, paragraph: Paragraph) -> list[int]:
    """Where the double marks of a paragraph stand, those of inches left out."""
    found = [m.start() for m in _MARK.finditer(text.source, *paragraph.span)]
    if len(found) % _PAIR == 0:
        return found
    inches = {m.start() for m in _INCHES.finditer(text.source, *paragraph.span)}
    return [place for place in found if place not in inches]


def _runs_on(text: Text, paragraph: Paragraph, at: int) -> bool:
    """Tell a quotation that the next paragraph goes on with, or that ends the copy as it began."""
    following = text.paragraphs[paragraph.n + 1 : paragraph.n + 4]
    after = next((p for p in following if p.kind is Kind.BODY), None)
    if after is not None:
        if text.source[after.span.end - 1] in '"”' and len(_marks(text, after)) % _PAIR:
            return True  # its speaker stands on a line below, within the marks
        return text.folded[after.span.start] in "\"'"
    is_whole = at == paragraph.span.start
    return is_whole and _SAID.search(text.source, at, paragraph.span.end) is None


def _left_over(text: Text, places: list[int]) -> Span | None:
    """The sentence up to a closing mark that nothing opened."""
    for at in places:
        before, after = text.source[at - 1 : at], text.source[at + 1 : at + 2]
        if text.is_quoted(at):
            continue
        if before and not before.isspace() and not after.isalnum():
            sentence = text.sentence_at(at)
            return None if sentence is None else sentence.span
    return None


def _singles(text: Text) -> Iterator[Hit]:
    """A speech in single marks that has no mark at its end; an apostrophe may always be one."""
    for paragraph in text.paragraphs:
        start, end = paragraph.span
        if paragraph.kind is not Kind.BODY or text.source[start] not in "'‘":
            continue
        if _ELIDED.match(text.source, start) or _END_OF_SINGLE.search(text.source, start + 1, end):
            continue
        if _SAID.search(text.source, start, min(end, _end(text, start))):
            yield Hit(start, _end(text, start), "The mark at its head is never closed.")
