"""A Word file made of a text: headings, lists and links become Word's own."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from bot.handback.wordml.comments import ALLOWED, plain
from bot.readers.copy import Copy, Format, Piece

_LINE = re.compile(r"([^\r\n\x0b\x0c\x85\u2028\u2029]*)(\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|\Z)")
_MARK = re.compile(r"(#{1,6}|-)[ \t]+(?=\S)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\((https?://[^\s()<>\"\[\]]+)\)")
_BLUE = RGBColor(0x05, 0x63, 0xC1)


class _Line(NamedTuple):
    """A line: its mark, and where in the text its words and the line's end begin and end."""

    mark: str
    start: int
    stop: int
    end: int


def written(text: str, title: str) -> tuple[Copy, bytes]:
    """The file, and a Copy of the text that says where in the file each of its words stands."""
    file = docx.Document()
    about = file.core_properties
    about.title, about.author, about.comments = plain(title)[:255], "", ""
    about.created = about.modified = datetime.now(UTC)
    pieces: list[Piece] = []
    titled = False
    for n, lines in enumerate(_paragraphs(text)):
        mark = lines[0].mark
        style = _style(mark, titled)
        titled = titled or mark == "#"
        pieces += _Writing(file, text, file.add_paragraph(style=style), f"body {n}").write(lines)
    out = BytesIO()
    file.save(out)
    return Copy(text, Format.DOCX, title, tuple(pieces)), out.getvalue()


def _style(mark: str, titled: bool) -> str | None:
    if mark == "#":
        return "Heading 1" if titled else "Title"
    return "List Bullet" if mark == "-" else f"Heading {len(mark)}" if mark else None


def _lines(text: str) -> Iterator[_Line]:
    for line in _LINE.finditer(text):
        mark = _MARK.match(line[1])
        start = line.start() + (mark.end() if mark else 0)
        yield _Line(mark[1] if mark else "", start, line.end(1), line.end())


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Lines that belong together: up to an empty one, a heading, or the next point of a list."""
    block: list[_Line] = []
    for line in _lines(text):
        is_empty = not plain(text[line.start : line.stop]).strip()
        if block and (is_empty or line.mark or block[0].mark.startswith("#")):
            yield block
            block = []
        if not is_empty:
            block.append(line)
    if block:
        yield block


class _Writing:
    """Writes a paragraph, and notes which of the text's words stand where in it."""

    def __init__(self, file: Document, text: str, paragraph: Paragraph, where: str) -> None:
        self._part, self._text = file.part, text
        self._paragraph, self._where = paragraph, where
        self._pieces: list[Piece] = []
        self._at = 0

    def write(self, lines: list[_Line]) -> list[Piece]:
        """The pieces of the paragraph."""
        for n, line in enumerate(lines):
            if n:
                self._break(lines[n - 1])
            at = line.start
            for link in _LINK.finditer(self._text, line.start, line.stop):
                self._words(at, link.start())
                self._link(link)
                at = link.end()
            self._words(at, line.stop)
        return self._pieces

    def _words(self, start: int, end: int) -> None:
        said = plain(self._text[start:end])
        if said:
            self._paragraph.add_run(said)
            self._note(start, end)

    def _link(self, link: re.Match[str]) -> None:
        run = self._paragraph.add_run(plain(link[1]))
        run.font.color.rgb, run.font.underline = _BLUE, True
        leads = self._part.relate_to(link[2], RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        element = OxmlElement("w:hyperlink")
        element.set(qn("r:id"), leads)
        element.append(run._r)
        self._paragraph._p.append(element)
        self._note(link.start(1), link.end(1))

    def _break(self, line: _Line) -> None:
        self._paragraph.add_run("\n")
        self._pieces.append(Piece(line.stop, line.end, self._where, self._at, self._at + 1))
        self._at += 1

    def _note(self, start: int, end: int) -> None:
        """Note that words of the text stand here, but for those that no XML can hold."""
        for run in ALLOWED.finditer(self._text, start, end):
            to = self._at + len(run[0])
            self._pieces.append(Piece(run.start(), run.end(), self._where, self._at, to))
            self._at = to
