"""A link, read: from an address to the words of the article there."""

import asyncio
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.errors import EmptyDraft, Unreadable
from bot.fetch import Page, page
from bot.reach import Reach
from bot.readers.charset import decoded
from bot.readers.html import read_html
from bot.readers.plain import read_plain
from bot.settings import ReadHosts

_MOST = 5_000_000  # bytes
_NONE = ReadHosts()
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_MARKDOWN = re.compile(r"\.(?:md|markdown)$", re.IGNORECASE)
_HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
_HTML = re.compile(rb"\s{0,99}(?:<!--[^>]{0,999}-->\s{0,99})?<(?:!doctype html|html)\b", re.I)
_DOCUMENT = re.compile(r"/document/d/([\w-]{10,100})(?:/|$)")
_BLOB = re.compile(r"/([\w.-]+/[\w.-]+)/blob/(.+)")
_LOGIN_HOST = re.compile(r"(?:accounts?|login|signin|auth|sso|id)\.", re.IGNORECASE)
_LOGIN_PATH = re.compile(r"/(?:log-?in|sign-?in|sso|auth|wp-login\.php)(?:/|$)", re.IGNORECASE)
_LOGIN = (
    "“{host}” shows that page only to people who are logged in. Paste the text, or share the"
    " file; or let anyone who has the link read it."
)
_OTHER = (
    "“{url}” is no page of text but {type}. Paste the text, or share the file as plain text or"
    " Markdown."
)
_EMPTY = "There is not a word at “{url}”: check the address, or paste the text."


class Link(NamedTuple):
    """What a link led to: its text, a name to call it by, and the address it ended at.

    ``type`` is html, markdown or text; ``data`` the bytes as they came.
    """

    text: str
    name: str
    address: str
    type: str
    data: bytes


async def read_link(address: str, *, hosts: ReadHosts = _NONE, proxy: str | None = None) -> Link:
    """The article at ``address``; Unreadable says in one line why there is none, and what to do.

    ``hosts`` may be private; ``proxy`` connects for us where the net is reached through one.
    """
    got = await page(plain_copy(address), reach=Reach(hosts), limit=_MOST, proxy=proxy)
    if _is_login(got.address) and not _is_login(address):
        raise Unreadable(_LOGIN.format(host=_host(address)))
    return await asyncio.to_thread(_read, got)


def plain_copy(address: str) -> str:
    """Where the text of a shared document or a file on GitHub is, for the page that shows it."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address
    if parts.hostname == "docs.google.com" and (found := _DOCUMENT.match(parts.path)):
        return f"https://docs.google.com/document/d/{found[1]}/export?format=html"
    if parts.hostname == "github.com" and (found := _BLOB.fullmatch(parts.path)):
        return f"https://raw.githubusercontent.com/{found[1]}/{found[2]}"
    return address


def _read(got: Page) -> Link:
    path = urlsplit(got.address).path
    name = path.rstrip("/").rpartition("/")[2] or _host(got.address)
    if _is_html(got, path):
        web = read_html(got.data, got.address, charset=got.charset, address=got.address)
        if web.is_login:
            raise Unreadable(_LOGIN.format(host=_host(got.address)))
        return Link(web.text, web.title or name, got.address, "html", got.data)
    if got.type not in _TEXTS | _UNSAID:
        raise Unreadable(_OTHER.format(url=got.address[:80], type=got.type[:40]))
    if got.charset:
        text = decoded(got.data, got.charset, is_html=False)
    else:
        text = read_plain(got.data, got.address)
    if not any(letter.isalnum() for letter in text):
        raise EmptyDraft(_EMPTY.format(url=got.address[:80]))
    is_markdown = "markdown" in got.type or _MARKDOWN.search(path)
    return Link(text, name, got.address, "markdown" if is_markdown else "text", got.data)


def _is_html(got: Page, path: str) -> bool:
    """Tell a page by its type; by its name or its first bytes where the type says little."""
    if got.type in _PAGES:
        return True
    little = got.type in _UNSAID or got.type == "text/plain"
    return little and (bool(_HTML_NAME.search(path)) or bool(_HTML.match(got.data)))


def _is_login(address: str) -> bool:
    parts = urlsplit(address)
    return bool(_LOGIN_HOST.match(parts.hostname or "") or _LOGIN_PATH.search(parts.path))


def _host(address: str) -> str:
    return (urlsplit(address).hostname or address)[:80]
