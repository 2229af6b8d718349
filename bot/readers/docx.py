"""Word files: what a reader of the page sees, as Markdown, and where in the file it stands.

Tracked changes are read as if they were accepted. Headers, footers and comments are not copy.
"""

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.errors import EmptyDraft, TooLong
from bot.readers.copy import Copy, Format, Scribe
from bot.readers.links import address_of

if TYPE_CHECKING:
    from bot.readers.wordml.stories import Stories
    from bot.readers.wordml.walk import Paragraph

_LONGEST = 2_000_000  # characters of text
_LONGEST_LINK = 160  # characters of its words
_ABOVE = 6  # paragraphs above a headline: what stands lower is a heading of something else
_HEAD_WORDS = 22
_EMPTY = "There is no text in “{name}”: it may hold pictures alone. Paste the text."
_LARGE = "“{name}” is longer than any draft should be. Paste the text that I am to read."


class _Piece(NamedTuple):
    words: str
    where: str
    at: int
    link: str


class _Block(NamedTuple):
    kind: str  # title, head, crosshead, item or text
    pieces: tuple[_Piece, ...]

    @property
    def words(self) -> str:
        """All of it, without where it leads."""
        return "".join(piece.words for piece in self.pieces)


def read(data: bytes, facts: dict[str, str]) -> dict[str, Any]:
    """What the other process does with a Word file: a Copy, as it is ``said``."""
    from bot.readers.wordml.file import WordFile
    from bot.readers.wordml.stories import Stories

    name = facts["name"] if len(facts["name"]) <= 80 else facts["name"][:79] + "…"
    copy = _written(_blocks(Stories(WordFile(data, name))))
    if not any(letter.isalnum() for letter in copy.text):
        raise EmptyDraft(_EMPTY.format(name=name))
    if len(copy.text) > _LONGEST:
        raise TooLong(_LARGE.format(name=name))
    return copy.said()


def _blocks(stories: "Stories") -> list[_Block]:
    """The paragraphs that hold something, then the notes."""
    found: list[_Block] = []
    notes: list[str] = []
    for passage in stories.body():
        kind = stories.styles.kind(passage[-1].element)
        found.append(_Block(kind, _pieces(passage)))
        notes += [name for paragraph in passage for name, _ in paragraph.notes]
    found += [_Block("text", _pieces(passage)) for passage in stories.notes(notes)]
    return [block for block in found if block.words.strip()]


def _pieces(passage: list["Paragraph"]) -> tuple[_Piece, ...]:
    """What is seen of a passage, without the white space around it."""
    found: list[_Piece] = []
    for paragraph in passage:
        at = 0
        for leaf in paragraph.leaves:
            link = address_of(leaf.link) or "" if leaf.link else ""
            found.append(_Piece(leaf.words, paragraph.where, at, link))
            at += len(leaf.words)
    words = "".join(piece.words for piece in found)
    first = len(words) - len(words.lstrip())
    return _cut(found, first, max(first, len(words.rstrip())))


def _cut(pieces: list[_Piece] | tuple[_Piece, ...], start: int, end: int) -> tuple[_Piece, ...]:
    """The pieces between two offsets of what they say together."""
    found: list[_Piece] = []
    at = 0
    for piece in pieces:
        first, last = max(0, start - at), min(len(piece.words), end - at)
        if first < last:
            words = piece.words[first:last]
            found.append(piece._replace(words=words, at=piece.at + first))
        at += len(piece.words)
    return tuple(found)


def _written(blocks: list[_Block]) -> Copy:
    """The blocks as Markdown, an empty line between them."""
    scribe = Scribe()
    headline = _headline(blocks)
    for n, block in enumerate(blocks):
        scribe.add("\n\n" if n else "")
        if n == headline:
            _head(scribe, "# ", block)
        elif block.kind in {"title", "head", "crosshead"} and _is_short(block.words):
            _head(scribe, "## ", block)
        else:
            scribe.add("- " if block.kind == "item" else "")
            _linked(scribe, block)
    title = "" if headline is None else " ".join(blocks[headline].words.split())
    return Copy(scribe.text, Format.DOCX, title, tuple(scribe.pieces))


def _headline(blocks: list[_Block]) -> int | None:
    """Which block is the headline, if one is."""
    for kind in ("title", "head"):
        found = next((n for n, block in enumerate(blocks) if block.kind == kind), None)
        if found is not None and found <= _ABOVE:
            return found
    return None


def _is_short(words: str) -> bool:
    """Tell a heading from copy in large letters."""
    return not words.endswith(".") and len(words.split()) <= _HEAD_WORDS


def _head(scribe: Scribe, mark: str, block: _Block) -> None:
    scribe.add(mark)
    for piece in block.pieces:  # on one line, or the rest of it would be copy
        scribe.copy(piece.words.replace("\n", " "), piece.where, piece.at)


def _linked(scribe: Scribe, block: _Block) -> None:
    """Words, with where they lead if they lead to a page."""
    whole, at = block.words, 0
    for link, group in groupby(block.pieces, lambda piece: piece.link):
        pieces = tuple(group)
        words = "".join(piece.words for piece in pieces)
        label = words.strip()
        start = words.index(label)
        first, last = at + start, at + start + len(label)
        inside = whole[max(0, first - 1) : first].isalnum() or whole[last : last + 1].isalnum()
        at += len(words)
        is_label = 1 <= len(label) <= _LONGEST_LINK and not set("[]\n") & set(label)
        if not link or inside or not is_label:  # inside a word, it would cut it in two
            _copy(scribe, pieces)
            continue
        _copy(scribe, _cut(pieces, 0, start))
        scribe.add("[")
        _copy(scribe, _cut(pieces, start, start + len(label)))
        scribe.add(f"]({link})")
        _copy(scribe, _cut(pieces, start + len(label), len(words)))


def _copy(scribe: Scribe, pieces: tuple[_Piece, ...]) -> None:
    for piece in pieces:
        scribe.copy(piece.words, piece.where, piece.at)
