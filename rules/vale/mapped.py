"""A string that knows where each of its characters stands in the file."""

from collections.abc import Iterable, Sequence

import regex


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

    def after(self, mark: str) -> "Mapped":
        """A mark that is in no file, standing at the beginning of this."""
        return Mapped(mark, [self.place(0)] * len(mark))

    def replaced(self, pattern: "regex.Pattern[str]", before: str, after: str = "") -> "Mapped":
        """With marks put before and after what the first group (or all) of each match holds."""
        parts: list[Mapped] = []
        at = 0
        for match in pattern.finditer(self.text, timeout=1):
            start, end = match.span(1 if pattern.groups and match.group(1) is not None else 0)
            if start < at or start == end:
                continue
            inside = self[start:end]
            parts += [self[at:start], inside.after(before), inside, inside.after(after)]
            at = end
        return Mapped.joined([*parts, self[at:]]) if parts else self

    def substituted(self, old: str, new: str) -> "Mapped":
        """With ``new``, which is no longer, in the place of ``old``."""
        if old not in self.text:
            return self
        places: list[int] = []
        at = 0
        while (found := self.text.find(old, at)) >= 0:
            places += self.places[at : found + len(new)]
            at = found + len(old)
        places += self.places[at:]
        return Mapped(self.text.replace(old, new), places)
