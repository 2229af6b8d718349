"""Markdown as the page of HTML it becomes, with every word where it stands in the file."""

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from rules.vale.dialect import dialect
from rules.vale.inline import Inline
from rules.vale.mapped import Mapped
from rules.vale.markup import markup
from rules.vale.walk import End, Event, Start, Words

_MARK = re.compile(r"[\\`*_~!&<\[$\n]")
_MOST = {"[": 2000, "<": 4000, "*": 20_000, "_": 20_000, "~": 20_000}  # in one paragraph


def markdown(source: Mapped) -> Iterator[Event]:
    """The events of the page, in order."""
    return _Page(source).events(_reader().parse(source.text))


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    reader.disable("text_join")
    reader.core.ruler.at("inline", _inline)
    dialect(reader)
    return reader


def _inline(state: StateCore) -> None:
    """Reads what stands in a line; a paragraph that is made to take for ever is only text."""
    for token in state.tokens:
        if token.type == "inline" and token.content:
            token.children = []
            if not _MARK.search(token.content):
                token.children.append(Token("text", "", 0, content=token.content))
            elif all(token.content.count(mark) <= most for mark, most in _MOST.items()):
                state.md.inline.parse(token.content, state.md, state.env, token.children)
            else:
                token.children.append(Token("text", "", 0, content=token.content))


class _Page:
    def __init__(self, source: Mapped) -> None:
        self._source = source
        self._starts = [0]
        at = source.text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = source.text.find("\n", at + 1)
        self._starts.append(len(source.text) + 1)
        self._row, self._cell = -1, 0

    def events(self, tokens: list[Token]) -> Iterator[Event]:
        for token in tokens:
            if token.type == "tr_open":
                self._row, self._cell = (token.map or [self._row])[0], 0
            if token.type == "inline":
                yield from Inline(self._words(token)).events(token.children or [])
            elif token.type in ("fence", "code_block"):
                yield Start("pre", {})
                yield Words(self._lines(token.content, self._first(token)))
                yield End("pre")
            elif token.type == "html_block":
                yield from markup(self._lines(token.content, self._first(token)))
            elif token.nesting > 0 and not token.hidden:
                yield Start(token.tag, {})
            elif token.nesting < 0 and not token.hidden:
                yield End(token.tag)

    def _first(self, token: Token) -> int:
        return (token.map or [0])[0] + (token.type == "fence")

    def _words(self, token: Token) -> Mapped:
        """The words of a paragraph, a heading or a cell as written."""
        line = token.map[0] if token.map else self._row
        if line == self._row:
            return self._in_cell(token.content)
        return self._lines(token.content, line)

    def _in_cell(self, content: str) -> Mapped:
        """The words of the next cell in the row; a bar in them has a backslash before it."""
        start, end = self._line(self._row)
        written = content.replace("|", "\\|")
        found = self._source.text.find(written, start + self._cell, end)
        if found < 0:
            return Mapped.at(self._source.place(start + self._cell), content)
        self._cell = found + len(written) - start
        return self._source[found : found + len(written)].substituted("\\|", "|")

    def _lines(self, content: str, line: int) -> Mapped:
        """Lines of content, each in a line of the file behind what marks lists and quotes."""
        if "\n" not in content:
            return self._found(content, line)
        parts: list[Mapped] = []
        for n, words in enumerate(content.split("\n")):
            if n:
                start, end = self._line(line + n - 1)
                parts.append(Mapped.at(self._source.place(max(start, end - 1)), "\n"))
            parts.append(self._found(words, line + n))
        return Mapped.joined(parts)

    def _found(self, words: str, line: int) -> Mapped:
        start, end = self._line(line)
        bare = words.lstrip(" ")  # a tab may have become spaces
        found = self._source.text.rfind(bare, start, end) if bare else -1
        if found >= 0 and bare == words:
            return self._source[found : found + len(bare)]
        place = self._source.place(max(found, start))
        inside = self._source[found : found + len(bare)] if found >= 0 else Mapped.at(place, bare)
        return Mapped.joined([Mapped.at(place, words[: len(words) - len(bare)]), inside])

    def _line(self, number: int) -> tuple[int, int]:
        number = min(number, len(self._starts) - 2)
        return self._starts[number], self._starts[number + 1] - 1
