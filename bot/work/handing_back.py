"""Hands marked drafts back: the writer's own file with comments in it, and a proof to look at."""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from bot.blocks.escape import escaped
from bot.blocks.handed_back import handed_back_text, there_already
from bot.errors import CannotHandBack
from bot.handback.files import marked_files
from bot.model import Checklist, State
from bot.newsroom import Newsroom
from bot.slack import Slack
from bot.work.desks import Desks
from bot.work.engine import Flow
from bot.work.intake import PASTED
from bot.work.sending import Made, Sending

_NOTHING_READ = "I have not read that draft yet: its marked copy can be had with its checklist."
_NOT_ENGLISH = "That copy is not in English, so I have not read it: there is nothing to mark."
_SPIKED = "That draft is spiked: there is nothing to hand back."


class Return(NamedTuple):
    """What is handed back; ``is_posted``: its text is in the channel already."""

    checklist: Checklist
    is_posted: bool


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

    async def of(self, draft_id: int) -> Return:
        """A draft as it can be handed back; the error says why it cannot."""
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

    async def _hand_back(self, key: str, draft_id: int, by: str) -> None:
        checklist, is_posted = given = await self.of(draft_id)
        draft = checklist.draft
        channel, thread = draft.channel, draft.thread
        if not is_posted:
            channel, thread = await self._slack.direct(by), None
        # The same marks, asked for twice, are shown once.
        once = f"hand back:{draft.id}:{draft.change}:{channel}"
        make, comment = partial(self._made, checklist), handed_back_text(*given)
        if not await self._sending.send(once, channel, make, comment, thread=thread):
            line = there_already(is_posted)
            await self._slack.whisper(draft.channel, by, line, thread=draft.thread)

    async def _made(self, checklist: Checklist) -> tuple[Made, ...]:
        original = await self._newsroom.original(checklist.draft.id, checklist.version)
        made = await asyncio.to_thread(marked_files, checklist, original)
        return tuple(Made(*each) for each in made)

    async def _not_handed_back(self, line: str, key: str, draft_id: int, by: str) -> None:
        draft = await self._newsroom.draft(draft_id)
        await self._slack.whisper(draft.channel, by, escaped(line), thread=draft.thread)
