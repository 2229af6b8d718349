"""A link, read: from an address to the words of the article there."""

import asyncio
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.errors import EmptyDraft, Unreadable
from bot.fetch import AGENT, Closed, Page, page
from bot.reach import Reach
from bot.readers.charset import decoded
from bot.readers.copy import Copy, Format
from bot.readers.file import MOST, as_it_lies, read_file
from bot.readers.html import read_html
from bot.readers.sniff import format_of
from bot.settings import ReadHosts

_NONE = ReadHosts()
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_GOOGLE = "docs.google.com"
_DOCUMENT = re.compile(r"/document/(?:u/\d+/)?d/([\w-]{10,100})(?:/|$)")
_BLOB = re.compile(r"/([\w.-]+/[\w.-]+)/blob/(.+)")
_LOGIN_HOST = re.compile(r"(?:accounts?|login|signin|auth|sso|id)\.", re.IGNORECASE)
_LOGIN_PATH = re.compile(r"/(?:log-?in|sign-?in|sso|auth|wp-login\.php)(?:/|$)", re.IGNORECASE)
_LOGIN = (
    "“{host}” shows that page only to people who are logged in. Paste the text, or share the"
    " file; or let anyone who has the link read it."
)
_NOT_SHARED = (
    "That Google document is not shared with me. In Google Docs choose Share, General access,"
    " “Anyone with the link”; or download it as a Word file, and post that."
)
_OTHER = (
    "“{url}” is no page of text but {type}. Paste the text, or share the file as plain text or"
    " Markdown."
)
_EMPTY = "There is not a word at “{url}”: check the address, or paste the text."


class Link(NamedTuple):
    """What a link led to: its copy, a name to call it by, and the address it ended at.

    ``data`` are the bytes as they came.
    """

    copy: Copy
    name: str
    address: str
    data: bytes


async def read_link(
    address: str, *, hosts: ReadHosts = _NONE, proxy: str | None = None, agent: str = AGENT
) -> Link:
    """The article at ``address``; Unreadable says in one line why there is none, and what to do.

    ``hosts`` may be private; ``proxy`` connects for us where the net is reached through one;
    ``agent`` is what the site is told of us.
    """
    at = plain_copy(address)
    try:
        got = await page(at, reach=Reach(hosts), limit=MOST, proxy=proxy, agent=agent)
    except Closed:
        if _is_google(at):
            raise Unreadable(_NOT_SHARED) from None
        raise
    return await asyncio.to_thread(read_page, at, got)


def plain_copy(address: str) -> str:
    """Where the text of a shared document or a file on GitHub is, for the page that shows it."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address
    if parts.hostname == _GOOGLE and (found := _DOCUMENT.match(parts.path)):
        return f"https://{_GOOGLE}/document/d/{found[1]}/export?format=docx"
    if parts.hostname == "github.com" and (found := _BLOB.fullmatch(parts.path)):
        return f"https://raw.githubusercontent.com/{found[1]}/{found[2]}"
    return address


def read_page(asked: str, got: Page) -> Link:
    """What came for the address that was ``asked``; Unreadable where it is no copy."""
    is_login = _is_login(got.address) and not _is_login(asked)
    if _is_google(asked) and (is_login or got.type in _PAGES):
        raise Unreadable(_NOT_SHARED)
    if is_login:
        raise Unreadable(_LOGIN.format(host=_host(asked)))
    last = urlsplit(got.address).path.rstrip("/").rpartition("/")[2]
    name = got.name or last or _host(got.address)
    format = format_of(got.data, name)
    if format is Format.HTML or (got.type in _PAGES and format in (Format.TEXT, Format.MARKDOWN)):
        web = read_html(got.data, got.address, charset=got.charset, address=got.address)
        if web.is_login:
            raise Unreadable(_LOGIN.format(host=_host(got.address)))
        return Link(web.copy, web.copy.title or name, got.address, got.data)
    if format in (Format.TEXT, Format.MARKDOWN):
        return Link(_text(got, name, format), name, got.address, got.data)
    copy = read_file(got.data, name)
    return Link(copy, copy.title or name, got.address, got.data)


def _text(got: Page, name: str, format: Format) -> Copy:
    if got.type not in _TEXTS | _UNSAID:
        raise Unreadable(_OTHER.format(url=got.address[:80], type=got.type[:40]))
    format = Format.MARKDOWN if "markdown" in got.type else format
    if not got.charset:
        return read_file(got.data, name)._replace(format=format)
    text = decoded(got.data, got.charset, is_html=False)
    if not any(letter.isalnum() for letter in text):
        raise EmptyDraft(_EMPTY.format(url=got.address[:80]))
    return as_it_lies(text, format)


def _is_google(address: str) -> bool:
    return address.startswith(f"https://{_GOOGLE}/")


def _is_login(address: str) -> bool:
    parts = urlsplit(address)
    return bool(_LOGIN_HOST.match(parts.hostname or "") or _LOGIN_PATH.search(parts.path))


def _host(address: str) -> str:
    return (urlsplit(address).hostname or address)[:80]
