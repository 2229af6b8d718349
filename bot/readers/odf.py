"""The paragraphs of an OpenDocument text, with what was deleted, remarked or hidden left out."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.etree import _Element

from bot.readers.paragraphs import Kind, Paragraph, Run

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _STYLE, _DRAW = _NAMES % "text", _NAMES % "style", _NAMES % "drawing"
_P, _H = f"{_TEXT}p", f"{_TEXT}h"
_LINK, _ENTRY, _NOTE = f"{_TEXT}a", f"{_TEXT}list-item", f"{_TEXT}note"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SPACE = re.compile(r"[ \t\r\n]+")
_HEADING = re.compile(r"Heading(?:_20_|\s)?(\d{1,2})?")
_MOST_SPACES = 100
_MOST_STYLES = 50  # one made from the other
# What was deleted or remarked, what the program draws itself, and what pictures are called.
_GONE = (
    "tracked-changes note-citation number ruby-text script table-of-content illustration-index"
    " table-index object-index user-index alphabetical-index"
)
_OUT = frozenset(
    [f"{_TEXT}{name}" for name in _GONE.split()]
    + [f"{_NAMES % 'office'}{name}" for name in ("annotation", "annotation-end", "forms")]
    + [f"{_NAMES % 'svg-compatible'}{name}" for name in ("title", "desc")]
)


class _Style(NamedTuple):
    parent: str
    names: frozenset[str]
    hides: bool
    level: int  # of a heading; 0 for what is none


class _Look(NamedTuple):
    """What a style and those that it is made from say together."""

    hides: bool
    is_title: bool
    level: int


class Styles:
    """The styles of a text, its own and those of its template."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._looks: dict[tuple[str, str], _Look] = {}
        for root in roots:
            for style in root.iter(f"{_STYLE}style"):
                key = style.get(f"{_STYLE}family", ""), style.get(f"{_STYLE}name", "")
                self._styles[key] = _style(style)

    def hides(self, node: _Element) -> bool:
        """Tell whether what a paragraph or a span holds is not to be seen."""
        family = "text" if node.tag == f"{_TEXT}span" else "paragraph"
        return self._look(family, node).hides

    def kind(self, node: _Element) -> Kind:
        """What a paragraph is by its style; a text:h is a heading anyway."""
        look = self._look("paragraph", node)
        if look.is_title:
            return "title"
        given = node.get(f"{_TEXT}outline-level", "1")
        level = look.level if node.tag != _H else int(given) if given.isdecimal() else 1
        return "text" if level == 0 else "head" if level == 1 else "crosshead"

    def _look(self, family: str, node: _Element) -> _Look:
        key = family, node.get(f"{_TEXT}style-name", "")
        if key not in self._looks:
            chain = list(self._chain(*key))
            self._looks[key] = _Look(
                any(each.hides for each in chain),
                any("Title" in each.names for each in chain),
                next((each.level for each in chain if each.level), 0),
            )
        return self._looks[key]

    def _chain(self, family: str, name: str) -> Iterator[_Style]:
        """A style, what it is made from, and so on."""
        seen = set[str]()
        while name and name not in seen and len(seen) < _MOST_STYLES:
            seen.add(name)
            style = self._styles.get((family, name)) or _unknown(name)
            yield style
            name = style.parent


def _unknown(name: str) -> _Style:
    """A style that is only named: names say enough."""
    return _Style("", frozenset({name}), False, _level({name}))


def _style(node: _Element) -> _Style:
    names = {node.get(f"{_STYLE}{key}", "") for key in ("name", "display-name")}
    words = node.find(f"{_STYLE}text-properties")
    hides = words is not None and words.get(f"{_TEXT}display") == "none"
    outline = node.get(f"{_STYLE}default-outline-level", "")
    level = int(outline) if outline.isdecimal() else _level(names)
    parent = node.get(f"{_STYLE}parent-style-name", "")
    return _Style(parent, frozenset(names), hides, level)


def _level(names: Iterable[str]) -> int:
    """Of a heading by what its style is called; what all headings are made from is of none."""
    found = [int(match[1] or 2) for name in names if (match := _HEADING.match(name))]
    return max(found, default=0)


class _Open:
    """A paragraph that is being read, and how many letters of it are seen so far."""

    def __init__(self, paragraph: Paragraph, where: str) -> None:
        self.paragraph, self._where = paragraph, where
        self._length, self._spaced = 0, True

    def say(self, words: str, link: str) -> None:
        """Words of the file: any white space in them is one space, at the start none."""
        words = _SPACE.sub(" ", words)
        self.add(words[1:] if self._spaced and words.startswith(" ") else words, link)
        self._spaced = words.endswith(" ") if words else self._spaced

    def add(self, words: str, link: str) -> None:
        """Words as they are."""
        if words:
            end = self._length + len(words)
            self.paragraph.runs.append(Run(words, self._where, self._length, end, link))
            self._length, self._spaced = end, False


class _Walk:
    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.copy: list[Paragraph] = []
        self.notes: list[Paragraph] = []
        self._count = 0
        self._open: list[_Open | None] = []  # a frame holds nothing but its own paragraphs
        self._links: list[str] = []
        self._fresh: list[bool] = []  # the open entries of lists: nothing stands there yet
        self._noted = 0

    def walk(self, root: _Element) -> None:
        todo = [(root, False)]
        while todo:
            node, is_done = todo.pop()
            if not isinstance(node.tag, str):
                raise ValueError("an entity")  # the words it stands for would be lost
            if is_done:
                self._leave(node)
            elif self._leaves_out(node):
                self._count += sum(1 for _ in node.iter(_P, _H))
            else:
                self._enter(node)
                self._say(node.text)
                todo.append((node, True))
                todo += ((child, False) for child in reversed(node))
                continue
            self._say(node.tail)

    def _leaves_out(self, node: _Element) -> bool:
        tag = node.tag
        if tag in _OUT or node.get(f"{_TEXT}is-hidden") == "true":
            return True
        if tag in {_P, _H, f"{_TEXT}span"}:
            hidden = next(node.iterchildren(f"{_TEXT}hidden-paragraph"), None)
            is_hidden = hidden is not None and hidden.get(f"{_TEXT}is-hidden") == "true"
            return is_hidden or self._styles.hides(node)
        return tag == f"{_TEXT}section" and node.get(f"{_TEXT}display") == "none"

    def _enter(self, node: _Element) -> None:
        tag = node.tag
        if tag in {_P, _H}:
            self._begin(node)
        elif tag == _LINK:
            self._links.append(node.get(_HREF, ""))
        elif tag == _ENTRY:
            self._fresh.append(True)
        elif _is_frame(tag):
            self._open.append(None)
            self._noted += tag == _NOTE
        elif self._open and self._open[-1]:
            self._open[-1].add(_sign(node), self._link)

    def _leave(self, node: _Element) -> None:
        tag = node.tag
        if tag in {_P, _H} or _is_frame(tag):
            self._open.pop()
            self._noted -= tag == _NOTE
        elif tag == _LINK:
            self._links.pop()
        elif tag == _ENTRY:
            self._fresh.pop()

    def _begin(self, node: _Element) -> None:
        self._count += 1
        kind = self._styles.kind(node)
        if kind == "text" and self._fresh and self._fresh[-1]:
            kind = "entry"
        if self._fresh:
            self._fresh[-1] = False
        paragraph = Paragraph(kind)
        (self.notes if self._noted else self.copy).append(paragraph)
        self._open.append(_Open(paragraph, f"paragraph {self._count}"))

    def _say(self, words: str | None) -> None:
        if words and self._open and self._open[-1]:
            self._open[-1].say(words, self._link)

    @property
    def _link(self) -> str:
        return self._links[-1] if self._links else ""


def paragraphs(body: _Element, styles: Styles) -> list[Paragraph]:
    """The paragraphs below ``body`` as they are seen, those of the notes at the end."""
    walk = _Walk(styles)
    walk.walk(body)
    return walk.copy + walk.notes


def _is_frame(tag: str) -> bool:
    return tag == _NOTE or tag.startswith(_DRAW)


def _sign(node: _Element) -> str:
    """What an element without words stands for."""
    if node.tag == f"{_TEXT}s":
        count = node.get(f"{_TEXT}c", "1")
        return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
    return {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}.get(node.tag, "")
