"""Markdown as the page of HTML it becomes, with every word where it stands in the file."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from rules.vale.inline import Inline
from rules.vale.mapped import Mapped
from rules.vale.markup import markup
from rules.vale.walk import End, Event, Start, Words


def markdown(source: Mapped) -> Iterator[Event]:
    """The events of the page, in order."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    reader.disable("text_join")
    return _Page(source).events(reader.parse(source.text))


class _Page:
    def __init__(self, source: Mapped) -> None:
        self._source = source
        self._starts = [0]
        at = source.text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = source.text.find("\n", at + 1)
        self._starts.append(len(source.text) + 1)
        self._row, self._cell = 0, 0

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
        if token.map and "\n" in token.content:
            return self._lines(token.content, token.map[0])
        line = token.map[0] if token.map else self._row
        start, end = self._line(line)
        at = start + self._cell if line == self._row else start
        found = self._source.text.find(token.content, at, end)
        if found < 0:
            return Mapped(token.content, [self._source.place(at)] * len(token.content))
        if line == self._row:
            self._cell = found + len(token.content) - start
        return self._source[found : found + len(token.content)]

    def _lines(self, content: str, line: int) -> Mapped:
        """Lines of content, each in a line of the file behind what marks lists and quotes."""
        parts: list[Mapped] = []
        written = content.split("\n")
        for n, words in enumerate(written):
            start, end = self._line(line + n)
            found = self._source.text.rfind(words, start, end) if words else start
            parts.append(
                self._source[found : found + len(words)]
                if found >= 0
                else Mapped(words, [self._source.place(start)] * len(words))
            )
            if n + 1 < len(written):
                parts.append(Mapped("\n", [self._source.place(max(start, end - 1))]))
        return Mapped.joined(parts)

    def _line(self, number: int) -> tuple[int, int]:
        number = min(number, len(self._starts) - 2)
        return self._starts[number], self._starts[number + 1] - 1
