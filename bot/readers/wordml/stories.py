"""The stories of a Word file: its body, then the notes that the body refers to."""

from collections.abc import Iterator

from lxml import etree

from bot.readers.wordml.file import WordFile
from bot.readers.wordml.styles import Styles
from bot.readers.wordml.walk import Paragraph, body_of, notes_of, passages

_KINDS = ("footnote", "endnote")


class Stories:
    """What there is to read in a file; ``root`` is its main part, which the hand-back changes."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        styles = file.related(file.main, "styles")
        self.styles = Styles(None if styles is None else file.tree(styles))
        self.root: etree._Element = file.story(file.main)

    def body(self) -> Iterator[list[Paragraph]]:
        """The passages of the body."""
        links = self._file.links(self._file.main)
        return passages(body_of(self.root), "body", self.styles, links)

    def notes(self, names: list[str]) -> Iterator[list[Paragraph]]:
        """The passages of notes, footnotes first, those of each kind as they are referred to."""
        for kind in _KINDS:
            wanted = [name for name in dict.fromkeys(names) if name.startswith(kind)]
            part = self._file.related(self._file.main, f"{kind}s") if wanted else None
            if part is None:
                continue
            links, notes = self._file.links(part), notes_of(self._file.story(part))
            for name in wanted:
                if name in notes:
                    yield from passages(notes[name], name, self.styles, links)
