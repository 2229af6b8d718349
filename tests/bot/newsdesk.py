"""A newsroom with every role on its desk, and the bot at work, for many tests in a row."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from pathlib import Path

import yaml

from bot.cli.manifest import MANIFEST
from bot.desk import Desk, Who
from bot.model import Checklist, Person, Standing, State
from bot.sandbox import Sandbox
from bot.serve import running
from bot.slack.pace import Pace
from tests.bot.newsroom.desk import review
from tests.conversation import Editor, Room, Thread
from tests.serving import settings_for

NAMES = ("Sana", "Ed", "Imran", "Leila", "Priya", "Stan", "Rex", "Gus", "Stella")


_FASTER = 1000  # so many times the pace that Slack asks for: the sandbox asks for none


def _faster() -> float:
    return time.monotonic() * _FASTER


async def _shorter(seconds: float) -> None:
    await asyncio.sleep(seconds / _FASTER)


class Newsdesk:
    """A desk with every role on it, and the bot at work."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.sandbox = room.sandbox
        self.newsroom = room.bot.work.newsroom
        self.channel = room.sandbox.find(room.channel).id
        self.olga = Person(id=self.editor("Olga").member.id, name="Olga")  # answers first

    def editor(self, name: str) -> Editor:
        """The person of that name."""
        self.sandbox.person(name, guest=name == "Gus", stranger=name == "Stella")
        return self.room.editor(name)

    async def staffed(self) -> None:
        """Give everybody their roles."""
        ids = {name: self.editor(name).member.id for name in NAMES}
        desk = Desk(
            reads_all=True,
            editors=Who(people=(ids["Imran"], ids["Leila"], ids["Ed"])),
            legal=Who(people=(ids["Priya"],)),
            standards=Who(people=(ids["Stan"],)),
        )
        await self.newsroom.set_desk(self.sandbox.ws.team_id, self.channel, desk, self.olga, "1")

    async def draft(self, by: str, text: str) -> tuple[Thread, int]:
        """A draft that somebody posted and that is read: its thread, and its number."""
        thread = await self.editor("Ed" if by == "Ed" else "Sana").hands_in(text)
        place = self.room.bot.work.place(self.channel, thread.ts)
        draft = await self.newsroom.draft_at(place)
        assert draft is not None
        return thread, draft.id

    async def numbers(self, draft: int) -> dict[str, int]:
        """The number of each flag by the word it was asked of."""
        checklist: Checklist = await self.newsroom.checklist(draft)
        return {entry.flag.mark: entry.number for entry in checklist.entries}

    async def standing(self, draft: int, number: int) -> Standing:
        """Where a flag stands."""
        (entry,) = await self.newsroom.entries(draft, [number])
        return entry.standing

    async def state(self, draft: int) -> State:
        """Where a draft stands."""
        return (await self.newsroom.draft(draft)).state

    async def told(self, person: Editor, doing: Awaitable[object]) -> str:
        """What a person is told alone because of what they do."""
        before = len(person.whispers)
        await doing
        await self.room.quiet()
        return "\n".join(person.whispers[before:])


@asynccontextmanager
async def newsdesk(folder: Path) -> AsyncIterator[Newsdesk]:
    """The desk, with its database in this folder."""
    sandbox = Sandbox(yaml.safe_load(MANIFEST.read_text(encoding="utf-8")))
    sandbox.api.rates.enabled = False
    sandbox.hub.link.ack_seconds = 9.0
    await sandbox.start()
    async with running(settings_for(sandbox, folder), every=0.05) as bot:
        bot.work.newsroom._review = review
        bot.work.slack.pace = Pace(now=_faster, sleep=_shorter)
        await sandbox.connected()
        sandbox.channel("desk-foreign")
        desk = Newsdesk(Room(sandbox, bot, "desk-foreign"))
        await desk.staffed()
        yield desk
    await sandbox.stop()
