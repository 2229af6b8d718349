"""Who wrote this, and where?

Why: Readers are owed the name of whoever vouches for a story, and the place it was reported from.

Fix: Add a byline or a dateline, or note that the byline is withheld, and who approved it.

Source: NPR Ethics Handbook, transparency
"""

from collections.abc import Iterator

from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Kind, Paragraph, Text

LEVEL = Level.NOTE
VOICES = frozenset(Voice)
EXAMPLES = (
    "Council to close ferry\n\n[[By Staff Reporter]]\n\nThe council will close the ferry in May.",
    "Council to close ferry\n\n[[By a correspondent]]\n\nThe council will close the ferry in May.",
    "Council to close ferry\n\nBy Ines Calloway in Lowbridge\n\nThe ferry will close in May.",
    "Council to close ferry\n\nThe council will close the ferry in May.",
    "Council to close ferry\n\nBy the lamp she wrote, and by staff she meant a stick.",
    "Council to close ferry\n\nByline withheld for safety\n\nThe council will close the ferry.",
)
_NOBODY = later(
    r"(?:[Bb]y|BY) (?:(?:[Aa]n?|[Oo]ur|[Tt]he|OUR) )?"
    r"(?:(?:[Oo]wn|[Ss]pecial|[Oo]nline|[Gg]uest) )?"
    r"(?:[Ss]taff(?: [Rr]eporters?| [Ww]riters?)?|STAFF REPORTER|[Rr]eporters?|[Cc]orrespondents?"
    r"|[Aa]dmin|[Aa]gencies|[Aa]uthor|[Cc]ontributor"
    r"|(?:[Ww]eb ?|[Nn]ews ?|[Oo]nline |[Cc]ity )[Dd]esk"
    r"|(?:[Nn]ews|[Dd]igital) [Tt]eam)"
    r"|(?:(?:[Aa]|[Oo]ur) )?(?:[Oo]wn |[Ss]pecial )?"
    r"(?:[Ss]taff [Rr]eporter|(?<=ur )[Cc]orrespondent)"
)
_NAME = r"[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]*|de|van|bin|ibn|al|and|&)){1,6}"
_SIGNED = later(
    rf"{_NAME}(?: in [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)?(?:,? .{{0,60}}\b(?:correspondent|reporter"
    rf"|editor|writer|columnist)\b.*)?"
    r"|.{0,60}\b(?:[Bb]yline (?:is )?withheld|[Cc]orrespondent|[Rr]eporter|[Ss]taff)\b.{0,60}"
)
_AGENCY = later(
    r"\b(?:Reuters|AFP|AP|PA|PTI|ANI|IANS|AAP|Agenc(?:y|ies)|Press Association|Associated Press)\b"
)
_LINES = 5
_BRIEF = 250  # words


def find(text: Text) -> Iterator[Hit]:
    """A story under a headline without the name of a person or a place; briefs need none."""
    top = text.paragraphs[: _LINES + 1]
    if text.title is None or not any(p.kind is Kind.HEADLINE for p in top):
        return
    for paragraph in top:
        if _NOBODY.fullmatch(text.source, *paragraph.span):
            yield Hit(*paragraph.span, "Is there a name?", scope="document")
            return
    if text.words < _BRIEF or any(_is_signed(text, paragraph) for paragraph in top):
        return
    last = text.paragraphs[-1].span
    if last.end - last.start < _BRIEF and _AGENCY.search(text.source, *last):
        return
    head = next(p for p in top if p.kind is Kind.HEADLINE)
    yield Hit(*head.span, "No byline and no dateline in the first five lines.", scope="document")


def _is_signed(text: Text, paragraph: Paragraph) -> bool:
    """A byline, a dateline, a name on a line of its own, or a word that the byline is withheld."""
    if paragraph.kind is Kind.BYLINE or paragraph.dateline is not None:
        return True
    if paragraph.kind is Kind.BODY:
        start = paragraph.span.start
        return _AGENCY.search(text.source, start, start + 60) is not None
    return paragraph.n > 0 and _SIGNED.fullmatch(text.source, *paragraph.span) is not None
