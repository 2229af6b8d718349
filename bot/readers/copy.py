"""Copy: the text that a reader made of a file, and where in the file each piece of it stands."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, Self

from bot.errors import TooLong, Unreadable

LONGEST = 600_000  # characters: more than a reading takes, which says by how much it is too long
_LONG = (
    "“{name}” holds more text than any draft. Paste the part to be read, or send that part as a"
    " file."
)
_LOCKED = (
    "I cannot open “{name}”: it is password-protected. Save it without a password and send it"
    " again; nothing was kept."
)


class Format(StrEnum):
    """What kind of file it was; the value is what other programs are told."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    PDF = "pdf"


class Piece(NamedTuple):
    """Words of the text that stand in the file, too.

    ``text[start:end]`` (code points) is what stands in the file's part ``where`` from ``at`` to
    ``to``, character for character, or as a ``whole``, such as one letter that the file has as an
    escape.
    """

    start: int
    end: int
    where: str
    at: int
    to: int
    whole: bool = False


class Spot(NamedTuple):
    """A stretch of one part of a file, in that part's own offsets."""

    where: str
    start: int
    end: int


class Copy(NamedTuple):
    """A draft as its reader wrote it down, as Markdown: “# ” before a headline, “- ” in a list.

    ``pieces`` are in the order of the text and do not overlap; between them stands what the
    reader wrote itself. ``title`` is the headline, or what the file calls itself.
    """

    text: str
    format: Format
    title: str = ""
    pieces: tuple[Piece, ...] = ()

    def spots(self, start: int, end: int) -> tuple[Spot, ...]:
        """Where ``text[start:end]`` stands in the file; neighbours are drawn together."""
        found: list[Spot] = []
        first = max(0, bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1)
        for piece in self.pieces[first:]:
            if piece.start >= end:
                break
            if piece.end > start:
                part = cut(piece, start, end)
                _add(found, Spot(part.where, part.at, part.to))
        return tuple(found)

    def said(self) -> dict[str, Any]:
        """The same in what JSON has, for another process."""
        return {"text": self.text, "title": self.title, "pieces": self.pieces}

    @classmethod
    def heard(cls, said: Mapping[str, Any], format: Format) -> Self:
        """What another process ``said``."""
        pieces = tuple(Piece(*each) for each in said.get("pieces", ()))
        return cls(str(said["text"]), format, str(said["title"]), pieces)


class Scribe:
    """Writes a text down, and notes where in the file its words stand."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._words: list[str] = []
        self.length = 0

    def add(self, words: str) -> None:
        """Write what the file does not have: a mark, a blank line."""
        if words:
            self._words.append(words)
            self.length += len(words)

    def copy(
        self, words: str, where: str, at: int, to: int | None = None, *, whole: bool = False
    ) -> None:
        """Write words that stand in the file's part ``where`` from ``at`` to ``to``, character
        for character, or as a ``whole``, as they do where both are not of the same length.
        """
        if not words:
            return
        to = at + len(words) if to is None else to
        whole = whole or to - at != len(words)
        piece = Piece(self.length, self.length + len(words), where, at, to, whole)
        last = self.pieces[-1] if self.pieces else None
        if last and _goes_on(last, piece):
            self.pieces[-1] = last._replace(end=piece.end, to=piece.to)
        else:
            self.pieces.append(piece)
        self.add(words)

    def take(self, words: str, pieces: Iterable[Piece]) -> None:
        """Write words with their ``pieces``, whose offsets count from the first of the words."""
        done = 0
        for piece in pieces:
            self.add(words[done : piece.start])
            self.copy(words[piece.start : piece.end], *piece[2:5], whole=piece.whole)
            done = piece.end
        self.add(words[done:])

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._words)


def too_long(name: str) -> TooLong:
    """The one line about a file that holds more than ``LONGEST``."""
    return TooLong(_LONG.format(name=name))


def locked(name: str) -> Unreadable:
    """The one line about a file that opens with a password alone."""
    return Unreadable(_LOCKED.format(name=name))


def _goes_on(last: Piece, piece: Piece) -> bool:
    there = last.where == piece.where and last.to == piece.at
    return there and last.end == piece.start and not (last.whole or piece.whole)


def cut(piece: Piece, start: int, end: int) -> Piece:
    """The part of a piece between two offsets of the text, its own counted from the first."""
    first, last = max(start, piece.start), min(end, piece.end)
    at, to = piece.at, piece.to
    if not piece.whole and to - at == piece.end - piece.start:
        at, to = at + first - piece.start, at + last - piece.start
    return Piece(first - start, last - start, piece.where, at, to, piece.whole)


def _add(found: list[Spot], spot: Spot) -> None:
    last = found[-1] if found else None
    if last and last.where == spot.where and last.end == spot.start:
        found[-1] = last._replace(end=spot.end)
    else:
        found.append(spot)
