"""What comes in at the door: Slack's payloads as far as we read them, and who sent them."""

import logging
from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from pydantic import AliasChoices, AliasPath, BaseModel, ConfigDict, Field, ValidationError

from bot.blocks.escape import escaped
from bot.errors import CopychiefError, NotKept, SettingMissing
from bot.model import Entry, Person, Standing
from bot.readers.mrkdwn import mentions, people_in
from bot.slack import SlackAway
from bot.wording import spelled
from bot.work import Work
from bot.work.files import is_copy
from bot.work.intake import (
    ENOUGH,
    is_long,
    read_message,
    without_address,
)
from bot.work.link import address_in
from bot.work.versions import version_in

log = logging.getLogger(__name__)

_MOST_NAMES = 20

Id = Annotated[str, Field(min_length=1)]
P = TypeVar("P", bound="Payload")


class Garbled(CopychiefError):
    """A payload that lacks what we need of it."""


class Payload(BaseModel):
    """A part of what Slack sends; what we do not read is left out."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Named(Payload):
    """Somebody or something by its id."""

    id: Id


class File(Payload):
    """A file of a message."""

    name: str | None = None
    mimetype: str | None = None

    @property
    def is_copy(self) -> bool:
        """True for a file that may be read as a draft."""
        return is_copy(self.name or "", self.mimetype or "")


class Said(Payload):
    """A message, or a mention."""

    channel: Id
    ts: Id
    user: str | None = None
    text: str | None = None
    thread_ts: str | None = None
    subtype: str | None = None
    bot_id: str | None = None
    channel_type: str | None = None
    files: tuple[File, ...] | None = None

    @property
    def by_person(self) -> bool:
        """True for what a person wrote, false for bots, edits and Slack's own lines."""
        written = self.subtype in (None, "", "file_share", "thread_broadcast", "me_message")
        return bool(self.user and not self.bot_id and written)

    @property
    def root(self) -> str | None:
        """The ts of the thread's root, if this is a reply."""
        return self.thread_ts if self.thread_ts and self.thread_ts != self.ts else None

    @property
    def is_direct(self) -> bool:
        """True in a direct message with us."""
        return self.channel_type == "im" or self.channel.startswith("D")

    @property
    def brings_copy(self) -> bool:
        """True if one of its files may be read as a draft."""
        return any(file.is_copy for file in self.files or ())

    @property
    def holds_copy(self) -> bool:
        """True if it is a draft though nobody says so: by its file, or its length."""
        return is_long(self.text or "") or self.brings_copy

    def brings_version(self, me: str) -> bool:
        """Tell whether it holds the next version: copy, or a link alone, besides our name."""
        return self.holds_copy or address_in(version_in(self.text or "", me)) is not None

    def hands_in(self, me: str) -> bool:
        """Tell whether it is a draft, where we are spoken to: enough words, a file, or a link."""
        words = without_address(self.text or "", me)
        return bool(self.files or address_in(words) or len(words.split()) >= ENOUGH)

    def names(self, user: str) -> bool:
        """Tell whether it mentions this user."""
        return mentions(self.text or "", user)


class Heard(Payload):
    """A message event in its envelope."""

    event_id: Id
    event: Said


class Whose(Payload):
    """Whom to tell, and where, when what they did cannot be done."""

    user: Id = Field(
        validation_alias=AliasChoices(
            AliasPath("event", "user"), AliasPath("user", "id"), "user_id"
        )
    )
    channel: str | None = Field(  # none in a window, and on the home tab
        None,
        validation_alias=AliasChoices(
            AliasPath("event", "channel"),
            AliasPath("event", "item", "channel"),
            AliasPath("channel", "id"),
            "channel_id",
        ),
    )
    thread: str | None = Field(
        None,
        validation_alias=AliasChoices(
            AliasPath("event", "thread_ts"),
            AliasPath("container", "thread_ts"),
            AliasPath("message", "thread_ts"),
        ),
    )


def parsed(model: type[P], body: Any) -> P:
    """The payload as far as we read it; Garbled if something that we need is not there."""
    try:
        return model.model_validate(body)
    except ValidationError as error:
        lacking = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise Garbled(f"Slack sent something I cannot read ({lacking}): try again.") from None


def foreseen(error: Exception) -> bool:
    """Tell whether its line is for the person; not so where Slack or the disk fails us."""
    ours = isinstance(error, SlackAway | SettingMissing | NotKept)
    return isinstance(error, CopychiefError) and not ours


async def typed(work: Work, text: str) -> str:
    """What a person typed, people by name."""
    return await read_message(text, work.slack.person)


async def named(work: Work, words: str) -> str:
    """Words in which people stand as ``<@U…>``, with their names instead."""
    for user in sorted(people_in(words))[:_MOST_NAMES]:
        words = words.replace(f"<@{user}>", f"@{(await work.slack.person(user)).name}")
    return words


async def whisper(work: Work, heard: Heard, text: str) -> None:
    """Tell the person who wrote, where they wrote."""
    said = heard.event
    await work.slack.whisper(said.channel, said.user or "", text, thread=said.root)


def waiting(entries: Sequence[Entry]) -> str:
    """What a person is told whose decision somebody else has to settle; "" if it is settled."""
    numbers: dict[str, list[int]] = {}
    for entry in entries:
        if entry.standing is Standing.ANSWERED:
            numbers.setdefault(entry.waits_for, []).append(entry.number)
    said = []
    for who, several in numbers.items():
        flags = "Flag {} waits" if len(several) == 1 else "Flags {} wait"
        said.append(f"{flags.format(spelled(several))} for {escaped(who)}.")
    return " ".join(["Recorded.", *said]) if said else ""


async def tell_waiting(
    work: Work, entries: Sequence[Entry], channel: str, by: Person, thread: str | None
) -> None:
    """Whisper it after the decision is on record."""
    if line := waiting(entries):
        await tell_done(work, channel, by.id, line, thread)


async def tell_done(
    work: Work, channel: str, user: str, line: str, thread: str | None = None
) -> None:
    """Whisper what was done; if that fails it is done all the same."""
    try:
        await work.slack.whisper(channel, user, line, thread=thread)
    except CopychiefError as error:
        log.warning("nobody could be told: %s", type(error).__name__)
