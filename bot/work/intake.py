"""From messages in Slack to a draft handed in: a file, the page of a link, or the words."""

import re
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from bot.errors import Unreadable
from bot.model import HandIn, Person, Place
from bot.readers.copy import Copy
from bot.readers.file import original
from bot.readers.mrkdwn import mrkdwn_copy, names_in, people_in, read_mrkdwn
from bot.readers.rich_text import is_rich_text, people_in_rich_text, read_rich_text
from bot.work.files import Shelf, is_copy, is_text
from bot.work.link import address_in

LONG = 80  # words that make a message a draft without being asked for
ENOUGH = 20  # words that make it one where somebody speaks to us

_MOST_NAMES = 20
_SHORT_REPLY = (
    f"That reply is talk, not a draft: a next version has {LONG} words or more, or is a file."
)
NO_DRAFT_HERE = "There is no draft in that thread: post it as a message of its own."
PASTED = "pasted"  # where a version came from that was typed into a window: no message
NO_LINKS = "I cannot open links here: paste the text, or share it as a file."


class Linked(Protocol):
    """What a link led to."""

    @property
    def copy(self) -> Copy:
        """Its words."""

    @property
    def name(self) -> str:
        """What to call it."""

    @property
    def data(self) -> bytes:
        """The bytes as they came."""


Open = Callable[[str, str], Awaitable[Linked]]  # an address, and the channel it was named in
Who = Callable[[str], Awaitable[Person]]


class Hands(NamedTuple):
    """What reads what is handed in: files, links, and the names of people."""

    shelf: Shelf
    open: Open
    who: Who


async def no_links(address: str, channel: str) -> Linked:
    """Where nothing opens links."""
    raise Unreadable(NO_LINKS)


async def handed_in(
    messages: Sequence[Mapping[str, Any]], key: str, place: Place, hands: Hands
) -> HandIn:
    """Read messages as the draft of the first one's author; Unreadable says what is wrong.

    A reply is a version of the draft at ``place``, the root of its thread, if it is one at all.
    """
    first = messages[0]
    file = _chosen(first)
    writer = await _author(first, hands.who)
    if file is not None:
        return await hands.shelf.handed(key, place, writer, file)
    if address := address_in(str(first.get("text") or "")):
        return await handed_link(key, place, writer, address, hands)
    texts = [await _read(each, hands.who) for each in messages]
    if root_of(first) and len(texts[0].split()) < LONG:
        raise Unreadable(_SHORT_REPLY)
    parts = tuple(str(each["ts"]) for each in messages) if len(messages) > 1 else ()
    return HandIn(key=key, place=place, writer=writer, text=joined(texts), parts=parts)


async def handed_link(
    key: str, place: Place, writer: Person, address: str, hands: Hands
) -> HandIn:
    """Read what is at an address as this writer's draft."""
    async with hands.shelf.turn:
        there = await hands.open(address, place.channel)
    return HandIn(
        key=key,
        place=place,
        writer=writer,
        text=there.copy.text,
        name=there.name,
        link=address,
        original=original(there.copy, there.data),
    )


def joined(parts: Sequence[str]) -> str:
    """The text of a draft: its parts, a blank line between them."""
    if len(parts) == 1:
        return parts[0]
    trimmed = (part.strip("\n") for part in parts)
    return "\n\n".join(part for part in trimmed if part.strip())


def without_address(typed: str, me: str) -> str:
    """What was typed, without our name at its head: that is no part of the copy."""
    return re.sub(rf"\A\s*<@{re.escape(me)}(?:\|[^>]*)?>[\s,:]*", "", typed)


def nothing_new(version: int) -> str:
    """What a person is told who asks again for what has been read."""
    return f"Nothing has changed since version {version}: its checklist is in the thread."


def pasted(version: int) -> str:
    """What a person is told who asks for a message again whose draft has a newer text in none."""
    return (
        f"Version {version} came in a window: give the next one there, or post it in the thread."
    )


def root_of(message: Mapping[str, Any]) -> str | None:
    """The ts of the message that a reply hangs on; None for a message of its own."""
    root = message.get("thread_ts")
    return str(root) if root and root != message.get("ts") else None


async def read_message(typed: str, who: Who) -> str:
    """The text of a message, people by name, links with where they lead."""
    return mrkdwn_copy(typed, await _names(people_in(typed), who)).text


async def _read(message: Mapping[str, Any], who: Who) -> str:
    """What a person sees of a message: its rich text, or what Slack has in its stead."""
    blocks = message.get("blocks")
    if is_rich_text(blocks):
        people = await _names(people_in_rich_text(blocks), who)
        return read_rich_text(blocks, names_in(str(message.get("text") or "")) | people).text
    return await read_message(str(message.get("text") or ""), who)


async def _names(people: Collection[str], who: Who) -> dict[str, str]:
    return {id: (await who(id)).name for id in sorted(people)[:_MOST_NAMES]}


def holds_copy(message: Mapping[str, Any]) -> bool:
    """Tell whether a message is a draft though nobody says so: by its file, or its length."""
    files = message.get("files") or ()
    return any(
        is_copy(str(file.get("name") or ""), str(file.get("mimetype") or "")) for file in files
    ) or is_long(str(message.get("text") or ""))


def is_long(typed: str) -> bool:
    """Tell whether a message has the words of a draft."""
    return len(read_mrkdwn(typed).split()) >= LONG


def _chosen(message: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The file that is the draft: the first that seems text; any other if nothing is typed."""
    files = [file for file in message.get("files") or () if file.get("mode") != "tombstone"]
    for seems in (is_text, is_copy):
        for file in files:
            if seems(str(file.get("name") or ""), str(file.get("mimetype") or "")):
                return dict(file)
    typed = str(message.get("text") or "").strip()
    return dict(files[0]) if files and not typed else None


async def _author(message: Mapping[str, Any], who: Who) -> Person:
    if user := message.get("user"):
        return await who(str(user))
    if app := message.get("bot_id"):
        return Person(id=str(app), name=str(message.get("username") or "an app"))
    raise Unreadable("Slack does not say who wrote that message: paste its text with /desk check.")
