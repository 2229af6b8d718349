"""Walks over a page of HTML as Vale does, and gathers its blocks."""

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from rules.text.words import word_set
from rules.vale.comments import Comments
from rules.vale.config import Config
from rules.vale.for_file import ForFile
from rules.vale.mapped import Mapped
from rules.vale.sheet import Block

INLINE = word_set(
    "b big i small abbr acronym cite dfn em kbd strong a br img span sub sup code tt del"
)
_VOID = word_set("area base br col embed hr img input link meta source track wbr")
_SCOPES = {f"h{n}": f"text.heading.h{n}" for n in range(10)} | {
    "th": "text.table.header",
    "td": "text.table.cell",
    "caption": "text.table.caption",
    "li": "text.list",
    "blockquote": "text.blockquote",
    "figcaption": "text.figure.caption",
}
_NONE = Mapped("", ())
_ELEMENTS = {"a": "link", "strong": "strong", "b": "strong", "em": "emphasis"} | {
    "i": "emphasis",
    "code": "code",
    "tt": "code",
}
_OPENING = tuple("([{—–")
_CLOSING = tuple(".?!,:;)]}—–")


class Start(NamedTuple):
    """A tag that opens; ``closed``: it was written to stand alone, as in ``<br/>``."""

    tag: str
    attributes: Mapping[str, Mapped]
    closed: bool = False


class End(NamedTuple):
    """A tag that closes."""

    tag: str


class Words(NamedTuple):
    """Text between two tags."""

    words: Mapped


class Remark(NamedTuple):
    """A comment."""

    text: str


Event = Start | End | Words | Remark


class _Element(NamedTuple):
    """An inline element that some rule reads by itself: a link, say."""

    tag: str
    scope: str
    is_masked: bool
    parts: list[Mapped]


class Walk:
    """Turns events into blocks: a block ends where a tag begins or ends that is not inline."""

    def __init__(
        self, config: Config, here: ForFile, suffix: str, asked: Container[str] = ()
    ) -> None:
        """``asked``: the scopes of inline elements (link, code …) that some rule reads."""
        self._config, self._styles, self._suffix = config, here.styles, suffix
        self._asked = asked
        self._elements: list[_Element] = []  # those that are open, and those of this block
        self._closed: list[_Element] = []
        self._history: list[str] = []  # the tags since the last block
        self._buffer: list[Mapped] = []
        self._unread: list[int] = []  # what stands between "vale off" and "vale on"
        self._inline = self._skip = False
        self._is_behind = False  # behind a tag or comment: what divides the words is as written
        self._hidden, self._depth = "", 0  # the tag whose content is not read
        self._href, self._class = "", ""
        self.off = Comments()
        self.summary: list[Mapped] = []

    def blocks(self, events: Iterator[Event]) -> Iterator[Block]:
        """Every block, in the order in which it ends."""
        for event in events:
            if isinstance(event, Remark):
                self.off = self.off.heard(event.text.strip(), self._styles)
                self._is_behind = self._is_behind or not self._inline
            elif isinstance(event, Words):
                self._add(event.words)
                continue
            elif isinstance(event, End):
                yield from self._close(event.tag)
            else:
                yield from self._open(event)
            attributes = event.attributes if isinstance(event, Start) else {}
            self._href, self._class = _text(attributes, "href"), _text(attributes, "class")
        yield from self._block()

    def _open(self, start: Start) -> Iterator[Block]:
        if start.tag == "img" and "alt" not in self._config.skipped and "alt" in start.attributes:
            yield Block(start.attributes["alt"], "text.attr.alt", self.off)
        if self._hidden:
            self._depth += start.tag == self._hidden and not start.closed
        elif start.tag in INLINE:
            self._open_inline(start)
        elif not start.closed and self._hides(start):
            self._hidden, self._depth = start.tag, 1
        elif not start.closed:
            if self._buffer and start.tag not in _VOID:
                yield from self._block()  # what a list item says before the list in it
            self._inline = self._skip = self._is_behind = False
            self._history.append(start.tag)

    def _open_inline(self, start: Start) -> None:
        self._inline, self._is_behind = True, False
        if start.closed:
            return
        tag = start.tag
        if tag in ("em", "b") and self._history and self._history[-1] == "code":
            tag = "code"  # as Vale does, for what some converters make of code
        self._skip = tag in self._config.ignored or tag in self._config.skipped
        self._history.append(tag)
        if (scope := _ELEMENTS.get(tag, "")) in self._asked:
            self._elements.append(_Element(start.tag, scope, self._skip, []))

    def _hides(self, start: Start) -> bool:
        return start.tag in self._config.skipped or self._is_skipped(
            _text(start.attributes, "class")
        )

    def _close(self, tag: str) -> Iterator[Block]:
        if self._hidden:
            self._depth -= tag == self._hidden
            if not self._depth:
                self._hidden = ""
        if tag in INLINE:
            self._is_behind = True
            if self._elements and self._elements[-1].tag == tag:
                self._closed.append(self._elements.pop())
        else:
            yield from self._block()

    def _add(self, written: Mapped) -> None:
        words = written.stripped()
        if self._hidden or not words.text:
            return
        as_written = words
        begins_with_mark = words.text.startswith(_CLOSING) and not self._skip
        if self._skip or self._is_skipped(self._class) or self._href == words.text:
            words = words.starred()
            self._skip = False
        before = self._divider(written, words, begins_with_mark)
        self._is_behind = False
        ends = self._buffer[-1].text[-1:] if self._buffer else ""
        if before.text and not (before.text == " " and ends in _OPENING and ends):
            words = Mapped.joined([before, words])
        if self.off.off:
            self._unread.append(len(self._buffer))
        self._buffer.append(words)
        for element in self._elements:
            element.parts.append(as_written if element.is_masked else words)

    def _divider(self, written: Mapped, words: Mapped, begins_with_mark: bool) -> Mapped:
        """What divides these words from those before: behind a tag, what was written there.

        After a tag that opens, Vale puts a space, so that nothing is run together.
        """
        if self._is_behind:
            first = written.text[0]
            divides = first in "\n \t"
            return Mapped("\n" if first == "\n" else " ", written.places[:1]) if divides else _NONE
        return Mapped.at(words.place(0), " ") if self._inline and not begins_with_mark else _NONE

    def _block(self) -> Iterator[Block]:
        for place in reversed(() if self.off.off else self._unread):
            del self._buffer[place]
        words = self._buffer[0] if len(self._buffer) == 1 else Mapped.joined(self._buffer)
        history, self._history, self._buffer, self._unread = self._history, [], [], []
        elements, self._closed = self._closed, []
        if not words.text.strip():
            return
        scope = next((_SCOPES[tag] for tag in history if tag in _SCOPES), "")
        if scope in ("", "text.list", "text.blockquote"):
            self.summary.append(words)
        if scope:
            words = words[len(words.text) - len(words.text.lstrip(" ")) :]
        named = f"{scope or 'text'}{self._suffix}"
        yield Block(words, named, self.off, is_prose=not scope)
        for element in elements:
            part = Mapped.joined(element.parts).stripped()
            if part.text:
                yield Block(part, f"{element.scope}{self._suffix}", self.off)

    def _is_skipped(self, classes: str) -> bool:
        return any(one in self._config.classes for one in classes.split(" ") if one)


def _text(attributes: Mapping[str, Mapped], name: str) -> str:
    return attributes[name].text if name in attributes else ""
