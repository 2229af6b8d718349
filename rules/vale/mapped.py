"""A string that knows where each of its characters stands in the file."""

from collections.abc import Iterable, Sequence

import regex

_PATIENCE = 1.0  # seconds for one pattern of the configuration


class Mapped:
    """``text`` and, for each of its characters, the code point of the file it was made of."""

    __slots__ = ("places", "text")

    def __init__(self, text: str, places: Sequence[int]) -> None:
        self.text = text
        self.places = places

    @classmethod
    def whole(cls, text: str) -> "Mapped":
        """A text that is the file itself."""
        return cls(text, range(len(text)))

    @classmethod
    def at(cls, place: int, text: str) -> "Mapped":
        """A text that is not in the file as such, all of it standing at one place there."""
        return cls(text, [place] * len(text))

    @classmethod
    def joined(cls, parts: Iterable["Mapped"]) -> "Mapped":
        """The parts one after another."""
        texts: list[str] = []
        places: list[int] = []
        for part in parts:
            texts.append(part.text)
            places += part.places
        return cls("".join(texts), places)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> "Mapped":
        return Mapped(self.text[part], self.places[part])

    def stripped(self) -> "Mapped":
        """Without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]

    def starred(self) -> "Mapped":
        """As long, all of it asterisks, line ends kept: what is not prose."""
        return Mapped("".join("\n" if c == "\n" else "*" for c in self.text), self.places)

    def place(self, at: int) -> int:
        """Where the character at ``at`` stands in the file; the last one's, past the end."""
        if not self.places:
            return 0
        return self.places[min(at, len(self.places) - 1)]

    def enclosed(self, pattern: "regex.Pattern[str]", mark: str) -> "Mapped":
        """With each match replaced by its first group (or all of it) between two marks.

        A pattern that takes too long on this text changes nothing.
        """
        parts: list[Mapped] = []
        at = 0
        try:
            for match in pattern.finditer(self.text, timeout=_PATIENCE):
                start, end = match.span(1 if pattern.groups else 0)
                if match.end() > match.start():
                    inside = self[max(start, 0) : max(end, 0)]
                    edge = Mapped.at(self.place(match.start()), mark)
                    parts += [self[at : match.start()], edge, inside, edge]
                    at = match.end()
        except TimeoutError:
            return self
        return Mapped.joined([*parts, self[at:]]) if parts else self

    def substituted(self, old: str, new: str) -> "Mapped":
        """With ``new`` in the place of each ``old``; all of it stands where ``old`` begins."""
        if old not in self.text:
            return self
        places: list[int] = []
        at = 0
        while (found := self.text.find(old, at)) >= 0:
            places += self.places[at:found]
            places += [self.places[found]] * len(new)
            at = found + len(old)
        places += self.places[at:]
        return Mapped(self.text.replace(old, new), places)
