"""Raw HTML inside Markdown, tag by tag, each piece of text where it stands in the file."""

from html import unescape
from html.parser import HTMLParser

from rules.vale.mapped import Mapped
from rules.vale.walk import End, Event, Remark, Start, Words


class _Reader(HTMLParser):
    def __init__(self, words: Mapped) -> None:
        super().__init__(convert_charrefs=False)
        self._words = words
        self._lines = [0]
        at = words.text.find("\n")
        while at >= 0:
            self._lines.append(at + 1)
            at = words.text.find("\n", at + 1)
        self.events: list[Event] = []

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[min(line, len(self._lines)) - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs, closed=False)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs, closed=True)

    def _start(self, tag: str, attrs: list[tuple[str, str | None]], *, closed: bool) -> None:
        place = self._words.place(self._at())
        named = {key: Mapped(v or "", [place] * len(v or "")) for key, v in attrs}
        self.events.append(Start(tag, named, closed))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(End(tag))

    def handle_data(self, data: str) -> None:
        at = self._at()
        self.events.append(Words(self._words[at : at + len(data)]))

    def handle_entityref(self, name: str) -> None:
        self._letter(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._letter(f"&#{name};")

    def _letter(self, written: str) -> None:
        letter = unescape(written)
        self.events.append(Words(Mapped(letter, [self._words.place(self._at())] * len(letter))))

    def handle_comment(self, data: str) -> None:
        self.events.append(Remark(data))


def markup(words: Mapped) -> list[Event]:
    """The events of a piece of HTML, whole or not."""
    reader = _Reader(words)
    reader.feed(words.text)
    reader.close()
    return reader.events
