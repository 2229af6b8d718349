"""A file of any kind, read: what it is, whether it may be opened, and the copy in it."""

from typing import NamedTuple

from bot.errors import EmptyDraft, TooLong, Unreadable
from bot.readers.copy import Copy, Format, Piece
from bot.readers.plain import read_plain
from bot.readers.sniff import format_of
from bot.wording import sized

MOST = 20_000_000  # bytes of a file
_MOST_TEXT = 4_000_000  # bytes: the 500,000 characters that we take are 2,000,000 at most
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS = (Format.TEXT, Format.MARKDOWN)
_LARGE = "“{name}” is larger than {most}, more than I read at once. Send it in parts."
_EMPTY = "There is not a word in “{name}”: check that it is the right file, or paste its text."
_LOGIN = "“{name}” is a page to log in, and not the text. Paste the text, or share the file."
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".odt", ".rtf", ".pdf")
UNREAD = (".doc", ".docm", ".pages")  # drafts that we cannot open: whoever has one is told so


class Login(Unreadable):
    """A page that asks to log in, in the place of the text."""


class Told(NamedTuple):
    """What a server says of what it sends: type, charset, and the address that it came from."""

    type: str = ""
    charset: str = ""
    address: str = ""


_NOTHING = Told()


def read_file(data: bytes, name: str, told: Told = _NOTHING, *, places: bool = True) -> Copy:
    """The copy in a file; Unreadable says in one line why there is none, and what to do.

    Without ``places`` the copy has no pieces. Waits for another process, unless it is plain
    text: call it in a thread.
    """
    shown = name[:80] or "the file"
    if len(data) > MOST:
        raise TooLong(_LARGE.format(name=shown, most=sized(MOST)))
    format = format_of(data, name)
    if format is Format.HTML or (format in _TEXTS and told.type in _PAGES):
        return _page(data, name, told, places=places)
    if format in _TEXTS:
        is_markdown = format is Format.MARKDOWN or "markdown" in told.type
        copy = _text(data, name, told, Format.MARKDOWN if is_markdown else Format.TEXT)
    else:
        from bot.readers.cage import caged

        without = () if places else ("pieces",)
        said, _ = caged(f"bot.readers.{format.value}.read", data, {}, name, without=without)
        copy = Copy.heard(said, format)
    if not any(letter.isalnum() for letter in copy.text):
        raise EmptyDraft(_EMPTY.format(name=shown))
    return copy


def as_it_lies(text: str, format: Format, title: str = "") -> Copy:
    """Text that stands in its file as it is."""
    return Copy(text, format, title, (Piece(0, len(text), "text", 0, len(text)),))


def original(copy: Copy, data: bytes) -> bytes | None:
    """The bytes of a file that is handed back itself: a Word file takes comments."""
    return data if copy.format is Format.DOCX else None


def _page(data: bytes, name: str, told: Told, *, places: bool) -> Copy:
    from bot.readers.html import read_html  # few drafts need it, or a process of their own

    web = read_html(data, name, charset=told.charset, address=told.address, places=places)
    if web.is_login:
        raise Login(_LOGIN.format(name=name[:80]))
    return web.copy


def _text(data: bytes, name: str, told: Told, format: Format) -> Copy:
    if len(data) > _MOST_TEXT:
        raise TooLong(_LARGE.format(name=name[:80], most=sized(_MOST_TEXT)))
    return as_it_lies(read_plain(data, name, told.charset), format)
