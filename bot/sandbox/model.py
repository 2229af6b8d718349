"""What a workspace is made of: people, channels, messages, files, views."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class User:
    """A person or the bot; ``bot_id`` only for the bot."""

    id: str
    name: str
    bot_id: str | None = None
    guest: bool = False
    stranger: bool = False  # of another organisation
    deleted: bool = False
    tz: str = "Europe/London"

    @property
    def handle(self) -> str:
        """The name without spaces and capitals, as Slack keeps it."""
        return self.name.lower().replace(" ", ".")


@dataclass
class Group:
    """A user group: people who are mentioned together under a handle."""

    id: str
    handle: str
    name: str
    created: int
    updated: int
    members: list[str] = field(default_factory=list)


@dataclass
class Channel:
    """A channel, or a direct message with ``person``. ``members`` holds the bot when invited."""

    id: str
    name: str
    topic: str = ""
    private: bool = False
    archived: bool = False
    shared: bool = False  # with another organisation
    person: str | None = None
    members: list[str] = field(default_factory=list)
    locked: set[str] = field(default_factory=set)  # threads nobody may reply to any more

    @property
    def kind(self) -> str:
        """Slack's ``channel_type``."""
        return "im" if self.person else "group" if self.private else "channel"


@dataclass
class File:
    """An uploaded file; ``channels`` are those it was shared in.

    ``for_app``: given to the app in a modal, or by the app, and in no channel yet.
    """

    id: str
    name: str
    content: bytes
    user: str
    created: int
    channels: list[str] = field(default_factory=list)
    for_app: bool = False
    title: str = ""


@dataclass
class Message:
    """A message; ``only_for`` makes it a whisper (Slack's ephemeral message)."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] | None = None
    files: list[File] = field(default_factory=list)
    thread_ts: str | None = None  # None for a root, with or without replies
    reactions: dict[str, list[str]] = field(default_factory=dict)  # name -> ids of people
    metadata: Json | None = None
    edited: str | None = None
    deleted: bool = False
    subtype: str | None = None
    only_for: str | None = None
    client_msg_id: str = ""
    inviter: str | None = None

    @property
    def notice(self) -> bool:
        """Whether Slack itself says it: who came, who went, what was archived."""
        return (self.subtype or "").startswith("channel_")


@dataclass
class View:
    """A modal or home tab: ``body`` as the bot gave it, ``values`` as the person filled it."""

    id: str
    user: str
    body: Json
    hash: str
    root: str
    previous: str | None = None
    values: Json = field(default_factory=dict)
    errors: dict[str, str] | None = None

    @property
    def title(self) -> str:
        """The words in the modal's title bar."""
        title: str = self.body.get("title", {}).get("text", "")
        return title

    @property
    def blocks(self) -> list[Json]:
        """The blocks of the view."""
        blocks: list[Json] = self.body["blocks"]
        return blocks

    @property
    def callback_id(self) -> str:
        """The name by which the bot knows the view."""
        callback_id: str = self.body.get("callback_id", "")
        return callback_id

    @property
    def text(self) -> str:
        """Every visible word, block by block."""
        return visible(self.body.get("title"), self.blocks)


def visible(*parts: Any) -> str:
    """The words a person sees in blocks, one text object a line."""
    return "\n".join(line for part in parts for line in _lines(part))


def _lines(part: Any) -> list[str]:
    if isinstance(part, list):
        return [line for entry in part for line in _lines(entry)]
    if not isinstance(part, dict):
        return []
    if part.get("type") in ("plain_text", "mrkdwn", "markdown"):
        return [str(part.get("text", ""))]
    return [line for entry in part.values() for line in _lines(entry)]
