"""Tells people alone what they are asked for, and reminds them once before it is wanted."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from bot.blocks.card import named
from bot.blocks.nudge import asked_text, linked, nudge_text
from bot.blocks.run import asking_line
from bot.desk import Desk
from bot.errors import SlackRefused
from bot.model import Draft, Turn
from bot.newsroom import Newsroom
from bot.nudging import nudge_at
from bot.slack import Slack, SlackAway
from bot.work.bell import Bell
from bot.work.clocks import clock_of
from bot.work.engine import Flow, log_fault
from bot.work.saying import Saying

log = logging.getLogger(__name__)

_LOOK = 60.0  # seconds at most between two looks at what is due
Accept = Callable[..., Awaitable[None]]
DeskOf = Callable[[str], Awaitable[Desk]]


class Turns:
    """Whose turn it is, told to that person and to nobody else."""

    def __init__(
        self,
        newsroom: Newsroom,
        slack: Slack,
        saying: Saying,
        *,
        accept: Accept,
        desk: DeskOf,
    ) -> None:
        """``accept`` takes work durably; ``desk`` gives the settings of a channel by its id."""
        self._newsroom = newsroom
        self._slack = slack
        self._saying = saying
        self._accept = accept
        self._desk = desk
        self._bell = Bell()

    def flows(self) -> Mapping[str, Flow]:
        """The work that survives us."""
        return {
            "asked": Flow((self._tell_asked,), self._untold),
            "nudge": Flow((self._nudge,), self._untold),
            "second": Flow((self._tell_second,), self._untold),
        }

    async def ask(self, key: str, draft_id: int, to: str, numbers: tuple[int, ...]) -> None:
        """Have a person told that these flags are theirs to answer."""
        ids = (key, draft_id, to, ",".join(map(str, numbers)))
        await self._accept("asked", key, f"person:{to}", *ids)
        self.wake()

    async def ask_second(self, key: str, draft_id: int) -> None:
        """Have the second name told that a draft is to run with its holds."""
        await self._accept("second", key, f"draft:{draft_id}", key, draft_id)

    def wake(self) -> None:
        """Say that a deadline may have changed."""
        self._bell.ring()

    async def run(self) -> None:
        """Remind people in time, for ever."""
        while True:
            try:
                wait = await self._turn()
            except Exception as error:
                log_fault("turns", error)
                wait = _LOOK
            await self._bell.wait(wait)

    async def _turn(self) -> float:
        """Accept every reminder whose time has come; the seconds until the next."""
        turns = await self._newsroom.turns()
        done = await self._newsroom.nudged([turn.key for turn in turns])
        wait = _LOOK
        for turn in turns:
            moment = None if turn.key in done else await self._moment(turn)
            if moment is None:
                continue
            left = (moment - self._newsroom.now).total_seconds()
            if left > 0:
                wait = min(wait, left)
                continue
            # It may come to nothing, and be wanted all the same when the draft has changed again.
            once = f"{turn.key}:{turn.draft.change}"
            ids = (turn.key, turn.draft.id)
            await self._accept("nudge", once, f"person:{turn.to.id}", *ids)
        return wait

    async def _moment(self, turn: Turn) -> datetime | None:
        desk = await self._desk(turn.draft.channel)
        zone = await clock_of(self._slack, turn.to.id, desk)
        return nudge_at(turn.given, turn.due, timedelta(minutes=desk.nudge), desk.hours, zone)

    async def _tell_asked(self, key: str, draft_id: int, to: str, numbers: str) -> None:
        checklist = await self._newsroom.checklist(draft_id)
        wanted = {int(number) for number in numbers.split(",")}
        theirs = [e for e in checklist.entries if e.number in wanted and e.is_turn_of(to)]
        if not theirs or theirs[0].assigned is None or theirs[0].assigned.by.id == to:
            return
        address = await address_of(self._slack, checklist.draft)
        text = asked_text(checklist, theirs, theirs[0].assigned.by, address)
        await self._saying.say_to(to, f"asked:{key}", draft_id, text)

    async def _tell_second(self, key: str, draft_id: int) -> None:
        checklist = await self._newsroom.checklist(draft_id)
        if (run := checklist.run) is None:
            return
        name = named(checklist.draft, checklist.title)
        linked_name = linked(name, await address_of(self._slack, checklist.draft))
        line = asking_line(checklist, run, linked_name)
        await self._saying.say_to(run.second.id, f"second:{key}", draft_id, line)

    async def _nudge(self, key: str, draft_id: int) -> None:
        turn = next((each for each in await self._newsroom.turns() if each.key == key), None)
        if turn is None or await self._newsroom.nudged([key]):
            return
        checklist = await self._newsroom.checklist(draft_id)
        address = await address_of(self._slack, turn.draft)
        text = nudge_text(turn, checklist.title, address)
        await self._saying.say_to(turn.to.id, f"nudge:{key}", draft_id, text)
        await self._newsroom.nudge(key, draft_id)

    async def _untold(self, line: str, key: str, draft_id: int, *rest: object) -> None:
        """Somebody whom Slack does not let us reach: it stands in the thread all the same."""
        log.warning("draft %d: nobody could be told: %s", draft_id, line)


async def address_of(slack: Slack, draft: Draft) -> str | None:
    """The address of a draft's thread; None where it has none, or we cannot see it."""
    if draft.thread is None:
        return None
    try:
        return await slack.permalink(draft.channel, draft.thread)
    except SlackAway:
        raise
    except SlackRefused:
        return None
