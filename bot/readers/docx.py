"""Word files: what a reader of the page sees, as Markdown, and where in the file it stands.

Tracked changes are read as if they were accepted. Headers, footers and comments are not copy.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from bot.errors import EmptyDraft
from bot.readers.copy import Format
from bot.readers.paragraphs import Kind, Paragraph, Run, written

if TYPE_CHECKING:
    from bot.readers.wordml import walk
    from bot.readers.wordml.stories import Stories

_EMPTY = "There is no text in “{name}”: it may hold pictures alone. Paste the text."


def read(data: bytes, facts: dict[str, str]) -> dict[str, Any]:
    """What the other process does with a Word file: a Copy, as it is ``said``."""
    from bot.readers.wordml.file import WordFile
    from bot.readers.wordml.stories import Stories

    stories = Stories(WordFile(data, facts["name"]))
    copy = written(_paragraphs(stories), Format.DOCX, facts["name"])
    if not any(letter.isalnum() for letter in copy.text):
        raise EmptyDraft(_EMPTY.format(name=facts["name"]))
    return copy.said()


def _paragraphs(stories: "Stories") -> Iterator[Paragraph]:
    """The paragraphs of the body, then the notes."""
    notes: list[str] = []
    for passage in stories.body():
        yield _paragraph(passage, stories.styles.kind(passage[-1].element))
        notes += [name for paragraph in passage for name, _ in paragraph.notes]
    for passage in stories.notes(notes):
        yield _paragraph(passage, "text")


def _paragraph(passage: "Iterable[walk.Paragraph]", kind: Kind) -> Paragraph:
    """What is seen of a passage."""
    found = Paragraph(kind)
    for paragraph in passage:
        at = 0
        for leaf in paragraph.leaves:
            to = at + len(leaf.words)
            found.runs.append(Run(leaf.words, paragraph.where, at, to, leaf.link))
            at = to
    return found
