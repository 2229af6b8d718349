"""From a message in Slack to a draft handed in: its file if it has one, else its words."""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from bot.errors import Unreadable
from bot.model import HandIn, Person, Place
from bot.readers.mrkdwn import people_in, read_mrkdwn
from bot.readers.plain import read_plain

LONG = 80  # words that make a message a draft without being asked for

_SUFFIXES = (".txt", ".text", ".md", ".markdown")
_MOST_NAMES = 20
_SHORT_REPLY = (
    f"That reply is talk, not a draft: a next version has {LONG} words or more, or is a text file."
)
NO_DRAFT_HERE = "There is no draft in that thread: post it as a message of its own."


class Fetch(Protocol):
    """Downloads a file of Slack's."""

    def __call__(self, url: str, *, size: int | None, name: str) -> Awaitable[bytes]:
        """Return its bytes, or raise Unreadable."""


Who = Callable[[str], Awaitable[Person]]


async def handed_in(
    message: Mapping[str, Any], key: str, place: Place, *, fetch: Fetch, who: Who
) -> HandIn:
    """Read a message as its author's draft; Unreadable says what is wrong with it.

    A reply is a version of the draft at ``place``, the root of its thread, if it is one at all.
    """
    file = _chosen(message)
    if file is not None:
        text, name = await _content(file, fetch)
    else:
        text, name = await read_message(str(message.get("text") or ""), who), ""
    if root_of(message) and file is None and len(text.split()) < LONG:
        raise Unreadable(_SHORT_REPLY)
    return HandIn(
        key=key,
        place=place,
        writer=await _author(message, who),
        text=text,
        name=name,
    )


def without_address(typed: str, me: str) -> str:
    """What was typed, without our name at its head: that is no part of the copy."""
    return re.sub(rf"\A\s*<@{re.escape(me)}(?:\|[^>]*)?>[\s,:]*", "", typed)


def nothing_new(version: int) -> str:
    """What a person is told who asks again for what has been read."""
    return f"Nothing has changed since version {version}: its checklist is in the thread."


def root_of(message: Mapping[str, Any]) -> str | None:
    """The ts of the message that a reply hangs on; None for a message of its own."""
    root = message.get("thread_ts")
    return str(root) if root and root != message.get("ts") else None


async def read_message(typed: str, who: Who) -> str:
    """The text of a message, people by name."""
    people = {id: (await who(id)).name for id in sorted(people_in(typed))[:_MOST_NAMES]}
    return read_mrkdwn(typed, people)


def is_text(name: str, mimetype: str) -> bool:
    """Tell whether a file seems to be one that we can read as a draft."""
    return name.lower().endswith(_SUFFIXES) or mimetype.startswith("text/")


async def _content(file: Mapping[str, Any], fetch: Fetch) -> tuple[str, str]:
    name = str(file.get("name") or file.get("title") or "")
    url = str(file.get("url_private_download") or file.get("url_private") or "")
    return read_plain(await fetch(url, size=file.get("size"), name=name), name), name


def _chosen(message: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The file that is the draft: the first that seems text; any other if nothing is typed."""
    files = [file for file in message.get("files") or () if file.get("mode") != "tombstone"]
    for file in files:
        if is_text(str(file.get("name") or ""), str(file.get("mimetype") or "")):
            return dict(file)
    typed = str(message.get("text") or "").strip()
    return dict(files[0]) if files and not typed else None


async def _author(message: Mapping[str, Any], who: Who) -> Person:
    if user := message.get("user"):
        return await who(str(user))
    if app := message.get("bot_id"):
        return Person(id=str(app), name=str(message.get("username") or "an app"))
    raise Unreadable("Slack does not say who wrote that message: paste its text with /desk check.")
