"""Walks a story of a Word file as a reader of the page sees it, and says where each word stands.

A story is the body of a file or one of its notes. What was deleted or is hidden is left out, what
was inserted is there. The hand-back walks the same way, so that it finds the words again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from bot.readers.wordml.fields import Fields, leads_to
from bot.readers.wordml.names import below, child, relation, tag, value
from bot.readers.wordml.styles import Styles, joins

_GONE = frozenset({"del", "moveFrom"})
_UNREAD = _GONE | {"pPr", "rPr", "sdtPr", "sdtEndPr", "delText", "delInstrText", "rt"}
_MARKS = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}  # fmt: skip
_SPACES = {9: " ", 10: " ", 13: " "}  # in a w:t they are drawn as one
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_SIGNS = {
    "symbol": {
        0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xBC: "…", 0xD2: "®",
        0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
    },
    "wingdings": {0xA7: "▪", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xFC: "✓", 0x4A: "☺", 0x4C: "☹"},
}  # fmt: skip


class Leaf(NamedTuple):
    """An element that draws words, the words, and where they lead as the file has it, or ""."""

    element: etree._Element
    words: str
    link: str


@dataclass
class Paragraph:
    """A w:p. ``where`` names it: “body 3” is the fourth of the body, whatever it is part of.

    ``notes`` are the notes that it refers to by what their paragraphs are called, “footnote 2”,
    with the element that does.
    """

    where: str
    element: etree._Element
    leaves: list[Leaf] = field(default_factory=list)
    notes: list[tuple[str, etree._Element]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What is seen of it."""
        return "".join(leaf.words for leaf in self.leaves)


def passages(
    story: etree._Element, name: str, styles: Styles, links: Mapping[str, str]
) -> Iterator[list[Paragraph]]:
    """What is seen as one paragraph, one after another: several where their ends were deleted.

    ``name`` of the story begins what each is called; ``links`` are those of its part.
    """
    numbers = {each: f"{name} {n}" for n, each in enumerate(below(story, "p"))}
    yield from _Walk(styles, links, numbers).blocks(story)


class _Walk:
    def __init__(
        self, styles: Styles, links: Mapping[str, str], names: Mapping[etree._Element, str]
    ) -> None:
        self._styles, self._links, self._names = styles, links, names

    def blocks(self, container: etree._Element) -> Iterator[list[Paragraph]]:
        """The passages in a body, a cell, a text box or a note."""
        passage: list[Paragraph] = []
        for block in _blocks(container):
            if tag(block) == "p":
                passage.append(self._paragraph(block))
                if joins(block):
                    continue
            yield from self._ended(passage)
            passage = []
            if tag(block) == "tbl":
                for cell in _cells(block):
                    yield from self.blocks(cell)
        yield from self._ended(passage)

    def _ended(self, passage: list[Paragraph]) -> Iterator[list[Paragraph]]:
        """A passage, and what stands in its text boxes."""
        if passage:
            yield passage
        for paragraph in passage:
            for box in paragraph.boxes:
                yield from self.blocks(box)

    def _paragraph(self, element: etree._Element) -> Paragraph:
        line = _Line(self._styles, self._links, Paragraph(self._names[element], element))
        line.read(element)
        return line.paragraph


@dataclass
class _Line:
    """One paragraph that is being read."""

    styles: Styles
    links: Mapping[str, str]
    paragraph: Paragraph
    fields: Fields = field(default_factory=Fields)
    _link: str = ""
    _hidden: bool = False

    def read(self, element: etree._Element) -> None:
        """What is in an element."""
        for each in element:
            kind = tag(each)
            if kind == "r":
                self._run(each)
            elif kind in {"hyperlink", "fldSimple"}:
                self._linked(each)
            elif kind == "sdt":
                self._control(each)
            elif kind == "either":
                self._either(each)
            elif kind == "txbxContent":
                self.paragraph.boxes += [] if self._hidden else [each]
            elif kind not in _UNREAD:
                self._leaf(each, kind)

    def _run(self, run: etree._Element) -> None:
        outer, self._hidden = self._hidden, self.styles.hides(run, self.paragraph.element)
        self.read(run)
        self._hidden = outer

    def _linked(self, element: etree._Element) -> None:
        outer = self._link
        named = self.links.get(relation(element), "")
        anchor = value(element, "anchor")
        self._link = f"{named}#{anchor}" if named and anchor else named
        self._link = self._link or leads_to(value(element, "instr")) or outer
        self.read(element)
        self._link = outer

    def _control(self, control: etree._Element) -> None:
        content = child(control, "sdtContent")
        if content is not None and not _is_prompt(control):
            self.read(content)

    def _either(self, element: etree._Element) -> None:
        said = next((each for each in element if below(each, "t") or below(each, "p")), None)
        if said is not None:
            self.read(said)

    def _leaf(self, element: etree._Element, kind: str) -> None:
        if kind == "fldChar":
            self.fields.mark(element, self.paragraph.leaves)
        elif kind == "instrText":
            self.fields.say(element.text or "")
        elif kind in {"t", "math"}:
            self._say(element, (element.text or "").translate(_SPACES))
        elif kind in _MARKS:
            self._say(element, _MARKS[kind])
        elif kind == "sym":
            self._say(element, _sign(element))
        elif kind in _NOTES and not self._hidden:
            self.paragraph.notes.append((f"{_NOTES[kind]} {value(element, 'id')}", element))
        else:
            self.read(element)

    def _say(self, element: etree._Element, words: str) -> None:
        if words and not self._hidden:
            self.paragraph.leaves.append(Leaf(element, words, self._link or self.fields.link))


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables in a container, in order, whatever is drawn around them."""
    for each in container:
        kind = tag(each)
        if kind in {"p", "tbl"}:
            yield each
        elif kind == "sdt":
            content = child(each, "sdtContent")
            if content is not None and not _is_prompt(each):
                yield from _blocks(content)
        elif kind == "either":
            yield from _blocks(next((one for one in each if below(one, "p")), each))
        elif kind not in _UNREAD and len(each):
            yield from _blocks(each)


def _cells(table: etree._Element) -> Iterator[etree._Element]:
    """The cells of a table, row by row."""
    for each in table:
        if tag(each) == "tc":
            if child(child(each, "tcPr"), "cellDel") is None:
                yield each
        elif tag(each) == "sdt" and _is_prompt(each):
            continue
        elif tag(each) not in {"p", "tbl"} | _UNREAD and not _is_gone(each):
            yield from _cells(each)


def _is_gone(row: etree._Element) -> bool:
    """Tell whether a row was deleted as a tracked change."""
    return child(child(row, "trPr"), "del") is not None


def _is_prompt(control: etree._Element) -> bool:
    """Tell whether a content control only asks for words."""
    return child(child(control, "sdtPr"), "showingPlcHdr") is not None


def _sign(element: etree._Element) -> str:
    """A character of a font of signs, as Unicode has it."""
    try:
        code = int(value(element, "char"), 16)
        sign = chr(code)
    except (ValueError, OverflowError):
        return "\N{REPLACEMENT CHARACTER}"
    signs = _SIGNS.get(value(element, "font").lower(), {})
    if not signs and not 0xE000 <= code < 0xF900 and sign.isprintable():
        return sign
    return signs.get(code & 0xFF, "\N{REPLACEMENT CHARACTER}")


def notes_of(root: etree._Element) -> dict[str, etree._Element]:
    """The notes of a part of notes, by what their paragraphs are called: “footnote 2”."""
    return {
        f"{tag(each)} {value(each, 'id')}": each
        for each in root
        if tag(each) in _NOTES.values() and value(each, "type") in {"", "normal"}
    }


def body_of(root: etree._Element) -> etree._Element:
    """The body of a file's main part."""
    body = child(root, "body")
    return root if body is None else body
