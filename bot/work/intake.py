"""From a message in Slack to a draft handed in: its file if it has one, else its words."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from bot.errors import Unreadable
from bot.model import HandIn, Person, Place
from bot.readers.mrkdwn import people_in, read_mrkdwn
from bot.readers.plain import read_plain

_SUFFIXES = (".txt", ".text", ".md", ".markdown")
_MOST_NAMES = 20


class Fetch(Protocol):
    """Downloads a file of Slack's."""

    def __call__(self, url: str, *, size: int | None, name: str) -> Awaitable[bytes]:
        """Return its bytes, or raise Unreadable."""


Who = Callable[[str], Awaitable[Person]]


async def handed_in(
    message: Mapping[str, Any], key: str, place: Place, *, fetch: Fetch, who: Who
) -> HandIn:
    """Read a message as its author's draft; Unreadable says what is wrong with it.

    A reply belongs to the draft of its thread.
    """
    text, name = await _words(message, fetch, who)
    root = str(message.get("thread_ts") or message["ts"])
    return HandIn(
        key=key,
        place=place.model_copy(update={"ts": root}),
        writer=await _author(message, who),
        text=text,
        name=name,
    )


async def _words(message: Mapping[str, Any], fetch: Fetch, who: Who) -> tuple[str, str]:
    typed = str(message.get("text") or "")
    file = _chosen(message, typed)
    if file is not None:
        name = str(file.get("name") or file.get("title") or "")
        url = str(file.get("url_private_download") or file.get("url_private") or "")
        return read_plain(await fetch(url, size=file.get("size"), name=name), name), name
    people = {id: (await who(id)).name for id in sorted(people_in(typed))[:_MOST_NAMES]}
    return read_mrkdwn(typed, people), ""


def _chosen(message: Mapping[str, Any], typed: str) -> Mapping[str, Any] | None:
    """The file that is the draft: the first that seems text; any other if nothing is typed."""
    files = [file for file in message.get("files") or () if file.get("mode") != "tombstone"]
    for file in files:
        named = str(file.get("name", "")).lower().endswith(_SUFFIXES)
        if named or str(file.get("mimetype", "")).startswith("text/"):
            return dict(file)
    return dict(files[0]) if files and not typed.strip() else None


async def _author(message: Mapping[str, Any], who: Who) -> Person:
    if user := message.get("user"):
        return await who(str(user))
    if app := message.get("bot_id"):
        return Person(id=str(app), name=str(message.get("username") or "an app"))
    raise Unreadable("Slack does not say who wrote that message: paste its text with /desk check.")
