"""What comes in at the door: Slack's payloads as far as we read them, and who sent them."""

from typing import Annotated, Any, TypeVar

from pydantic import AliasChoices, AliasPath, BaseModel, ConfigDict, Field, ValidationError

from bot.errors import CopychiefError, NotYours
from bot.model import Person, Place
from bot.readers.mrkdwn import people_in, read_mrkdwn
from bot.work import Work

Id = Annotated[str, Field(min_length=1)]
P = TypeVar("P", bound="Payload")
_TEXT_FILES = (".txt", ".text", ".md", ".markdown")
_MOST_NAMES = 20


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

    @property
    def is_text(self) -> bool:
        """True for what we can read as a draft."""
        return (self.name or "").lower().endswith(_TEXT_FILES)


class Said(Payload):
    """A message, or a mention."""

    channel: Id
    ts: Id
    user: str | None = None
    text: str | None = None
    thread_ts: str | None = None
    subtype: str | None = None
    bot_id: str | None = None
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
    def has_text_file(self) -> bool:
        """True if it brings a file that we can read."""
        return any(file.is_text for file in self.files or ())

    def names(self, user: str) -> bool:
        """Tell whether it mentions this user."""
        return f"<@{user}>" in (self.text or "") or f"<@{user}|" in (self.text or "")


class Heard(Payload):
    """A message event in its envelope."""

    team_id: Id
    event_id: Id
    event: Said
    is_ext_shared_channel: bool = False

    def place(self, ts: str | None) -> Place:
        """A message in the same channel."""
        return Place(team=self.team_id, channel=self.event.channel, ts=ts)


class Whose(Payload):
    """Whom to tell, and where, when what they did cannot be done."""

    user: Id = Field(
        validation_alias=AliasChoices(
            AliasPath("event", "user"), AliasPath("user", "id"), "user_id"
        )
    )
    channel: Id = Field(
        validation_alias=AliasChoices(
            AliasPath("event", "channel"),
            AliasPath("event", "item", "channel"),
            AliasPath("channel", "id"),
            "channel_id",
        )
    )
    thread: str | None = Field(
        None,
        validation_alias=AliasChoices(
            AliasPath("event", "thread_ts"),
            AliasPath("container", "thread_ts"),
            AliasPath("message", "thread_ts"),
        ),
    )


def read(model: type[P], body: Any) -> P:
    """The payload as far as we read it; Garbled if something that we need is not there."""
    try:
        return model.model_validate(body)
    except ValidationError as error:
        lacking = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise Garbled(f"Slack sent something I cannot read ({lacking}): try again.") from None


async def colleague(work: Work, user: str) -> Person:
    """The person, if of the team; NotYours for guests, apps and other organisations."""
    if not await work.slack.is_colleague(user):
        raise NotYours(
            "Guests and people from other organisations settle nothing here: "
            "ask somebody of the team to do it."
        )
    return await work.slack.person(user)


async def typed(work: Work, text: str) -> str:
    """What a person typed, people by name."""
    named = sorted(people_in(text))[:_MOST_NAMES]
    return read_mrkdwn(text, {id: (await work.slack.person(id)).name for id in named})
