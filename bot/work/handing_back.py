"""Hands marked drafts back: the writer's own file with comments in it, and a proof to look at."""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from bot.blocks.escape import escaped
from bot.blocks.handed_back import handed_back_text
from bot.errors import CannotHandBack
from bot.handback.files import marked_files
from bot.model import Checklist, State
from bot.newsroom import Newsroom
from bot.slack import Slack
from bot.work.desks import Desks
from bot.work.engine import Flow
from bot.work.intake import PASTED
from bot.work.sending import Made, Sending
from bot.work.turns import address_of

_KEY = "hand back"
_NOTHING_READ = "I have not read that draft yet: its marked copy can be had with its checklist."
_NOT_ENGLISH = "That copy is not in English, so I have not read it: there is nothing to mark."
_SPIKED = "That draft is spiked: there is nothing to hand back."


class Return(NamedTuple):
    """What is handed back; ``is_posted``: its text is in the channel already; ``is_there``: so
    is what is handed back.
    """

    checklist: Checklist
    is_posted: bool
    is_there: bool = False


class HandingBack:
    """Puts the marked draft into its thread; one whose text was never posted, to who asks."""

    def __init__(self, newsroom: Newsroom, slack: Slack, desks: Desks, sending: Sending) -> None:
        self._newsroom = newsroom
        self._slack = slack
        self._desks = desks
        self._sending = sending

    def flows(self) -> Mapping[str, Flow]:
        """What the engine does for us, by name."""
        return {"hand back": Flow((self._hand_back,), self._not_handed_back)}

    async def of(self, draft_id: int, by: str) -> Return:
        """A draft as it can be handed back to a person; the error says why it cannot."""
        given = await self._given(draft_id)
        key = _key(given, by)
        if not await self._newsroom.sent(key):
            return given
        channel, _ = await self._where(given, by)
        return given._replace(is_there=await self._sending.is_sent(key, channel))

    async def _given(self, draft_id: int) -> Return:
        checklist = await self._newsroom.checklist(draft_id)
        draft = checklist.draft
        if draft.state is State.SPIKED:
            raise CannotHandBack(_SPIKED)
        if checklist.language != "en":
            raise CannotHandBack(_NOT_ENGLISH)
        if not (checklist.sentences or checklist.entries):
            raise CannotHandBack(_NOTHING_READ)
        await self._desks.refuse_outside(draft.channel)
        came_from = await self._newsroom.came_from(draft.id, checklist.version)
        is_own = draft.own_message or came_from != draft.thread  # else it is our card
        return Return(checklist, came_from not in ("", PASTED) and is_own)

    async def _where(self, given: Return, by: str) -> tuple[str, str | None]:
        """The channel and the thread that it goes to."""
        draft = given.checklist.draft
        if given.is_posted:
            return draft.channel, draft.thread
        return await self._slack.direct(by), None

    async def _hand_back(self, key: str, draft_id: int, by: str) -> None:
        given = await self._given(draft_id)
        channel, thread = await self._where(given, by)
        address = None if given.is_posted else await address_of(self._slack, given.checklist.draft)
        comment = handed_back_text(given.checklist, given.is_posted, address)
        make = partial(self._made, given.checklist)
        await self._sending.send(_key(given, by), channel, make, comment, thread=thread)

    async def _made(self, checklist: Checklist) -> tuple[Made, ...]:
        draft = checklist.draft
        original = await self._newsroom.original(draft.id, checklist.version)
        times = await self._newsroom.times_sent(f"{_KEY}:{draft.id}:")
        name = f"{draft.slug}-v{checklist.version}-marked" + (f"-{times + 1}" if times else "")
        made = await asyncio.to_thread(list, marked_files(checklist, original, name))
        return tuple(Made(*each) for each in made)

    async def _not_handed_back(self, line: str, key: str, draft_id: int, by: str) -> None:
        draft = await self._newsroom.draft(draft_id)
        await self._slack.whisper(draft.channel, by, escaped(line), thread=draft.thread)


def _key(given: Return, by: str) -> str:
    """The same marks, asked for twice, have the same key: they are shown once."""
    draft = given.checklist.draft
    return f"{_KEY}:{draft.id}:{draft.change}:{'' if given.is_posted else by}"
