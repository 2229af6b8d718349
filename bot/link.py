"""A link, read: from an address to the words of the article there."""

import asyncio
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.errors import Unreadable
from bot.fetch import AGENT, Closed, Page, page
from bot.reach import Reach
from bot.readers.copy import Copy, Format
from bot.readers.file import MOST, Login, Told, read_file
from bot.settings import ReadHosts

_NONE = ReadHosts()
_TEXTS = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
_TEXTS |= {"", "application/octet-stream", "binary/octet-stream"}  # where nothing is said of it
_GOOGLE = "docs.google.com"
_DOCUMENT = re.compile(r"/document/(?:u/\d+/)?d/([\w-]{10,100})(?:/|$)")
_KEY = re.compile(r"(?:^|&)resourcekey=([\w-]{1,80})(?:&|$)")
_OTHERS = re.compile(rf"https://{_GOOGLE}/(?:spreadsheets|presentation|forms|drawings)/", re.I)
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
_NOT_WRITTEN = "I read Google's documents, not its spreadsheets, slides or forms. Paste the text."


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
    if _OTHERS.match(at):
        raise Unreadable(_NOT_WRITTEN)
    try:
        got = await page(at, reach=Reach(hosts), limit=MOST, proxy=proxy, agent=agent)
    except Closed:
        if _is_export(at):
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
        there = f"https://{_GOOGLE}/document/d/{found[1]}/export?format=docx"
        key = _KEY.search(parts.query)  # which old documents are opened with
        return f"{there}&resourcekey={key[1]}" if key else there
    if parts.hostname == "github.com" and (found := _BLOB.fullmatch(parts.path)):
        return f"https://raw.githubusercontent.com/{found[1]}/{found[2]}"
    return address


def read_page(asked: str, got: Page) -> Link:
    """What came for the address that was ``asked``; Unreadable where it is no copy."""
    is_login = _is_login(got.address) and not _is_login(asked)
    if _is_export(asked) and (is_login or got.type == "text/html"):
        raise Unreadable(_NOT_SHARED)
    if is_login:
        raise Unreadable(_LOGIN.format(host=_host(asked)))
    last = urlsplit(got.address).path.rstrip("/").rpartition("/")[2]
    name = got.name or last or _host(got.address)
    try:
        copy = read_file(got.data, name, Told(got.type, got.charset, got.address), places=False)
    except Login:
        raise Unreadable(_LOGIN.format(host=_host(got.address))) from None
    if copy.format in (Format.TEXT, Format.MARKDOWN) and got.type not in _TEXTS:
        raise Unreadable(_OTHER.format(url=got.address[:80], type=got.type[:40]))
    return Link(copy, copy.title or name, got.address, got.data)


def _is_export(address: str) -> bool:
    return address.startswith(f"https://{_GOOGLE}/document/d/") and "/export?" in address


def _is_login(address: str) -> bool:
    parts = urlsplit(address)
    return bool(_LOGIN_HOST.match(parts.hostname or "") or _LOGIN_PATH.search(parts.path))


def _host(address: str) -> str:
    return (urlsplit(address).hostname or address)[:80]
