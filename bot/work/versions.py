"""Newer versions of a draft: who is told what each has changed."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from bot.blocks.changes import changes_text, uncleared_text
from bot.blocks.text import section
from bot.errors import SlackRefused
from bot.model import State, Unclearing
from bot.newsroom import Newsroom
from bot.slack import Slack, SlackAway
from bot.work.intake import without_address
from bot.work.saying import Saying
from bot.work.turns import address_of

log = logging.getLogger(__name__)

EDITED = "edit:"  # before the key of an edit: one that changes nothing is not worth a word
_WORD = re.compile(
    r"\A\s*(?i:(?:new|next)\s+)?(?i:version)\b(?:\s+\d+)?"
    r"(?:\s*[:.–—-]\s*|\s*\n+|\s+(?=[A-Z“\"‘']|<?https?://))"
)


def without_version(text: str) -> str:
    """The copy without the word that it was handed in with: “version: …”."""
    return _WORD.sub("", text)


def version_in(typed: str, me: str) -> str:
    """The copy of a reply: without our name, and the word that it was handed in with."""
    return without_version(without_address(typed, me))


@contextmanager
def _refused(draft_id: int) -> Iterator[None]:
    """Where Slack refuses one line, the others are said all the same."""
    try:
        yield
    except SlackAway:
        raise
    except SlackRefused as refused:
        log.warning("draft %d: what changed could not be said: %s", draft_id, refused)


class Versions:
    """Tells once what a version has changed: in the thread, and to whom it concerns."""

    def __init__(self, newsroom: Newsroom, slack: Slack, saying: Saying) -> None:
        self._newsroom = newsroom
        self._slack = slack
        self._saying = saying

    async def tell(self, draft_id: int) -> None:
        """Say what the version that was read last has changed, in the thread and to whom it
        concerns; each once.
        """
        with _refused(draft_id):
            await self._say_changes(draft_id)
        await self.tell_uncleared(draft_id)

    async def tell_uncleared(self, draft_id: int) -> None:
        """Tell whoever had cleared another version that the story is not cleared any more."""
        for each in await self._newsroom.unclearings(draft_id):
            with _refused(draft_id):
                await self._tell_one(draft_id, each)

    async def _tell_one(self, draft_id: int, undone: Unclearing) -> None:
        what = f"row{undone.row}" if undone.unread else undone.version
        key = f"uncleared:{draft_id}:{what}:{undone.person}"
        known = await self._newsroom.message(key)
        if known and known.ts:
            return
        listed = await self._newsroom.checklist(draft_id)
        changes = await self._newsroom.changes(draft_id)
        seen = changes if changes and changes.version >= undone.version else None
        address = await address_of(self._slack, listed.draft)
        text = uncleared_text(
            listed.draft, listed.title, undone.was, seen, address, unread=undone.unread
        )
        await self._saying.say_to(undone.person, key, draft_id, text)

    async def _say_changes(self, draft_id: int) -> None:
        draft = await self._newsroom.draft(draft_id)
        changes = await self._newsroom.changes(draft_id)
        if changes is None or draft.thread is None or draft.state is State.SPIKED:
            return
        key, text = f"{draft_id}:{changes.version}:changes", changes_text(changes)
        blocks = [section(text, f"changes:{draft_id}:{changes.version}")]
        where = (draft.channel, text)
        await self._saying.say(key, draft_id, *where, thread=draft.thread, blocks=blocks)
