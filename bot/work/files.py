"""Files as Slack tells of them: whether they may be opened, and what is read in them."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from bot.errors import Unreadable
from bot.model import HandIn, Person, Place
from bot.readers.file import SUFFIXES, UNREAD, original, read_file

_TEXTS = (".txt", ".text", ".md", ".markdown")
_COPY = (*SUFFIXES, *UNREAD)
# Written in Slack itself: a canvas comes as a page of HTML, an old post as JSON with one in it.
_CANVASES = frozenset({"quip", "canvas", "space", "post"})
_ELSEWHERE = (
    "“{name}” is not kept in Slack, so I cannot open it. Upload it here, or paste its text; of a"
    " Google document, post the link."
)
_HIDDEN = "Slack does not show me “{name}”. Upload it here, or paste its text."
# Slack has no length of a canvas to tell it from the page that asks to log in.
_SIGN_IN = re.compile(rb"<title>[^<]{0,80}\b(?:sign|log) ?in\b|slack\.com/(?:signin|ssb)\b", re.I)
_LOOKED_AT = 20_000  # bytes
_TYPES = {"markdown": ".md", "html": ".html"}  # of a snippet, whose name may not say it


class Fetch(Protocol):
    """Downloads a file of Slack's."""

    def __call__(
        self, url: str, *, size: int | None, name: str, is_page: bool = False
    ) -> Awaitable[bytes]:
        """Return its bytes, or raise Unreadable; ``is_page`` where HTML is what is asked for."""


Look = Callable[[str], Awaitable[Mapping[str, Any] | None]]


class Shelf:
    """Where files are taken from: a few at a time, for each may be large."""

    def __init__(self, fetch: Fetch, look: Look, *, at_once: int = 3) -> None:
        """``look`` tells of a file by its id."""
        self._fetch = fetch
        self._look = look
        self.turn = asyncio.Semaphore(at_once)

    async def handed(
        self, key: str, place: Place, writer: Person, file: Mapping[str, Any]
    ) -> HandIn:
        """Read a file, whatever its kind, as this writer's draft."""
        async with self.turn:
            file = await self._seen(file)
            name = _name(file)
            data = await self._bytes(file, name)
            copy = await asyncio.to_thread(read_file, data, name, places=False)
        return HandIn(
            key=key,
            place=place,
            writer=writer,
            text=copy.text,
            name=name,
            file=str(file.get("id") or ""),
            original=original(copy, data),
        )

    async def _seen(self, file: Mapping[str, Any]) -> Mapping[str, Any]:
        """The file as Slack tells of it; Unreadable for one that is kept elsewhere."""
        if file.get("file_access") == "check_file_info":  # in a channel that is shared outside
            file = await self._look(str(file.get("id"))) or file
        name = _name(file)[:80]
        if file.get("is_external") or file.get("mode") == "external":
            raise Unreadable(_ELSEWHERE.format(name=name))
        if (
            file.get("file_access", "visible") != "visible"
            or file.get("mode") == "hidden_by_limit"
        ):
            raise Unreadable(_HIDDEN.format(name=name))
        return file

    async def _bytes(self, file: Mapping[str, Any], name: str) -> bytes:
        url = str(file.get("url_private_download") or file.get("url_private") or "")
        if is_canvas(file):
            page = await self._fetch(url, size=None, name=name, is_page=True)
            if _SIGN_IN.search(page, 0, _LOOKED_AT):
                raise Unreadable(_HIDDEN.format(name=name[:80]))
            return _page(page)
        return await self._fetch(url, size=file.get("size"), name=name)


def is_canvas(file: Mapping[str, Any]) -> bool:
    """Tell whether it was written in Slack itself: a canvas, or a post of old."""
    return not _CANVASES.isdisjoint({file.get("mode"), file.get("filetype")})


def is_text(name: str, mimetype: str) -> bool:
    """Tell whether a file seems to be text, and needs no other program to be read."""
    return name.lower().endswith(_TEXTS) or mimetype.startswith("text/")


def is_copy(name: str, mimetype: str) -> bool:
    """Tell whether a file seems to hold copy, in whatever format; a picture does not."""
    is_slacks = mimetype == "application/vnd.slack-docs"
    return is_text(name, mimetype) or name.lower().endswith(_COPY) or is_slacks


def _name(file: Mapping[str, Any]) -> str:
    """What a file is called, with the suffix that says what it is."""
    name = str(file.get("name") or file.get("title") or "")
    if is_canvas(file):
        return f"{file.get('title') or name}.html"
    suffix = _TYPES.get(str(file.get("filetype")), "") if file.get("mode") == "snippet" else ""
    return name if name.lower().endswith(suffix) else name + suffix


def _page(data: bytes) -> bytes:
    """The page that is in an old post; a canvas is one."""
    try:
        full = json.loads(data)["full"]
    except (ValueError, KeyError, TypeError):
        return data
    return str(full).encode()
