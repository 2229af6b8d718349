"""Walks over a page of HTML as Vale does, and gathers its blocks."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rules.text.words import word_set
from rules.vale.comments import Comments
from rules.vale.config import Config
from rules.vale.mapped import Mapped
from rules.vale.sheet import Block

INLINE = word_set(
    "b big i small abbr acronym cite dfn em kbd strong a br img span sub sup code tt del"
)
_SCOPES = {
    "th": "text.table.header",
    "td": "text.table.cell",
    "caption": "text.table.caption",
    "li": "text.list",
    "blockquote": "text.blockquote",
    "figcaption": "text.figure.caption",
}
_HEADING = re.compile(r"h\d")
_OPENING = tuple("([{—–")
_CLOSING = tuple(".?!,:;)]}—–")


class Start(NamedTuple):
    """A tag that opens, or stands alone (``closed``)."""

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


class Walk:
    """Turns events into blocks: a block ends where a tag closes that is not inline."""

    def __init__(self, config: Config, styles: tuple[str, ...], suffix: str) -> None:
        self._config, self._styles, self._suffix = config, styles, suffix
        self._history: list[str] = []
        self._buffer: list[Mapped] = []
        self._unread: list[int] = []  # what stands between "vale off" and "vale on"
        self._inline = self._skip = False
        self._hidden = ""  # the tag whose content is not read
        self._depth = 0
        self._href, self._class = "", ""
        self.off = Comments()
        self.summary: list[Mapped] = []

    def blocks(self, events: Iterator[Event]) -> Iterator[Block]:
        """Every block, in the order in which it ends."""
        for event in events:
            if isinstance(event, Remark):
                self.off = self.off.heard(event.text.strip(), self._styles)
            elif isinstance(event, Words):
                self._add(event.words)
                continue
            elif isinstance(event, End):
                yield from self._close(event.tag)
            else:
                yield from self._open(event)
            self._href, self._class = "", ""
            if isinstance(event, Start):
                self._href = _text(event, "href")
                self._class = _text(event, "class")
        yield from self._block()

    def _open(self, start: Start) -> Iterator[Block]:
        if start.tag == "img" and "alt" not in self._config.skipped and "alt" in start.attributes:
            yield Block(start.attributes["alt"], "text.attr.alt", self.off)
        if self._hidden:
            self._depth += start.tag == self._hidden and not start.closed
            return
        hides = start.tag in self._config.skipped or (
            start.tag not in INLINE and self._is_skipped(_text(start, "class"))
        )
        if hides and not start.closed:
            self._hidden, self._depth = start.tag, 1
        elif not start.closed:
            self._inline = start.tag in INLINE
            self._skip = start.tag in self._config.ignored
            self._history.append(start.tag)

    def _close(self, tag: str) -> Iterator[Block]:
        if self._hidden:
            self._depth -= tag == self._hidden
            if not self._depth:
                self._hidden = ""
        if tag not in INLINE:
            yield from self._block()

    def _add(self, words: Mapped) -> None:
        words = words.stripped()
        if self._hidden or not words.text:
            return
        if self._buffer and not self._inline:  # a list within a list goes on in the same block
            words = Mapped.joined([words.after(" "), words])
        starts_with_mark = words.text.startswith(_CLOSING) and not self._skip
        if self._skip or self._is_skipped(self._class) or self._href == words.text:
            words = words.starred()
            self._skip = False
        if self._inline and not starts_with_mark:
            words = Mapped.joined([words.after(" "), words])
        ends = self._buffer[-1].text[-1:] if self._buffer else ""
        if words.text.startswith(" ") and ends in _OPENING and ends:
            words = words[1:]
        if self.off.off:
            self._unread.append(len(self._buffer))
        self._buffer.append(words)

    def _block(self) -> Iterator[Block]:
        for place in () if self.off.off else self._unread:
            self._buffer[place] = self._buffer[place].starred()
        words = Mapped.joined(self._buffer)
        history, self._history, self._buffer, self._unread = self._history, [], [], []
        if not words.text.strip():
            return
        scope = next((_scope(tag) for tag in history if _scope(tag)), "")
        if scope:
            words = words[len(words.text) - len(words.text.lstrip(" ")) :]
        if scope in ("", "text.list", "text.blockquote"):
            self.summary.append(words)
        named = f"{scope or 'text'}{self._suffix}"
        yield Block(words, named, self.off, is_prose=not scope)

    def _is_skipped(self, classes: str) -> bool:
        return any(one in self._config.classes for one in classes.split(" ") if one)


def _scope(tag: str) -> str:
    if _HEADING.fullmatch(tag):
        return f"text.heading.{tag}"
    return _SCOPES.get(tag, "")


def _text(start: Start, name: str) -> str:
    value = start.attributes.get(name)
    return value.text if value else ""
