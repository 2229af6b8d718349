"""Somebody edits or deletes the message that a draft was posted in."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.listeners import hear
from bot.listeners.door import File, Id, Payload, parsed
from bot.model import Draft, State
from bot.work import Work
from bot.work.versions import EDITED

_CHANGED, _DELETED, _TOMBSTONE = "message_changed", "message_deleted", "tombstone"


class Attached(File):
    """A file of a message; of one that was deleted only a tombstone is left."""

    id: str = ""
    mode: str | None = None

    @property
    def is_read(self) -> bool:
        """True for a file that is read as the draft."""
        return self.mode != _TOMBSTONE and self.is_copy


class Version(Payload):
    """A message as it was or is."""

    ts: str = ""
    thread_ts: str | None = None
    user: str | None = None
    bot_id: str | None = None
    subtype: str | None = None
    text: str | None = None
    files: tuple[Attached, ...] | None = None

    @property
    def files_read(self) -> tuple[str, ...]:
        """The ids of the files that are read in place of its text."""
        return tuple(file.id for file in self.files or () if file.is_read)


class Change(Payload):
    """A message that is not what it was."""

    channel: Id
    subtype: str | None = None
    deleted_ts: str = ""
    message: Version = Version()
    previous_message: Version | None = None

    @property
    def ts(self) -> str:
        """Which message."""
        return self.deleted_ts or self.message.ts

    @property
    def is_gone(self) -> bool:
        """True when it was deleted; one with replies leaves a tombstone."""
        return self.subtype == _DELETED or self.message.subtype == _TOMBSTONE

    @property
    def is_other_copy(self) -> bool:
        """True when a reader finds other copy in it: a preview of a link is no edit."""
        before, now = self.previous_message, self.message
        if before is None:
            return True
        if before.files_read or now.files_read:
            # A file that was taken away leaves no copy that could be read.
            return bool(now.files_read) and before.files_read != now.files_read
        return before.text != now.text


class Heard(Payload):
    """A change in its envelope."""

    event_id: Id
    event: Change


def register(app: AsyncApp, work: Work) -> None:
    """Hear of messages that were edited or deleted."""

    async def on_change(body: dict[str, Any]) -> None:
        event = body.get("event") or {}
        if event.get("subtype") not in (_CHANGED, _DELETED):
            return
        heard = parsed(Heard, body)
        change = heard.event
        is_ours = change.message.bot_id or change.message.user == work.slack.me
        draft = None if is_ours or not change.ts else await _draft(work, change)
        if draft is None or draft.thread is None:
            return
        if draft.own_message and change.is_gone and change.ts == draft.thread:
            await work.newsroom.withdraw(draft.id, heard.event_id)
            work.redraw()
        elif await _is_version(work, draft, change):
            await _take_in(work, heard, draft)

    hear(app, "message", on_change)


async def _take_in(work: Work, heard: Heard, draft: Draft) -> None:
    """Have the version read; where nothing is, what was cleared is so no more."""
    change = heard.event
    by = change.message.user or draft.writer.id
    if not await work.may_read(change.channel):
        # Whatever its state: a second delivery finds it open, and has the telling done again.
        return await work.unclear(heard.event_id, draft.id, await work.slack.person(by))
    in_thread = change.message.thread_ts and change.ts != draft.thread
    ts = change.ts if in_thread and not change.is_gone else draft.thread
    await work.check_message(f"{EDITED}{heard.event_id}", work.place(change.channel, ts), by)


async def _draft(work: Work, change: Change) -> Draft | None:
    """The draft that a message is the first or a later part of, or in whose thread it stands."""
    place = work.place(change.channel, change.ts)
    draft = await work.newsroom.draft_with(place)
    if draft is None and change.message.thread_ts:
        return await work.newsroom.draft_at(work.place(change.channel, change.message.thread_ts))
    return draft


async def _is_version(work: Work, draft: Draft, change: Change) -> bool:
    """Tell whether the draft's newest text stood in that message and is another now."""
    if draft.state is State.SPIKED:
        return False
    parts = await work.newsroom.parts(draft.id)
    came_from = await work.newsroom.came_from(draft.id)
    if change.ts != came_from and not (came_from in parts and change.ts in parts):
        return False
    return change.ts in parts if change.is_gone else change.is_other_copy
