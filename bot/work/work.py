"""Work: takes what people did, sees to it that it is done, once, whatever dies in between."""

import asyncio
from pathlib import Path

from bot.blocks.escape import escaped
from bot.desk import Desk
from bot.errors import NotYours
from bot.model import Draft, HandIn, Person, Place, State
from bot.newsroom import Newsroom
from bot.slack import MessageGone, Slack
from bot.store.database import PATIENCE
from bot.work.desks import Desks
from bot.work.engine import Engine, Flow, log_fault
from bot.work.exports import Exports
from bot.work.files import Fetch, Shelf
from bot.work.greeting import Greeting
from bot.work.handing_back import HandingBack, Return
from bot.work.intake import Hands, Open, no_links
from bot.work.painter import Painter
from bot.work.reactions import Reactions
from bot.work.saying import Saying
from bot.work.sending import Sending
from bot.work.sweep import WITHIN, Sweep
from bot.work.taking import Taking
from bot.work.turns import Turns
from bot.work.versions import EDITED, Versions

_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds between tries to have a reading accepted


class Work:
    """The bot's hands. What it is told is on disk before it returns."""

    def __init__(
        self,
        newsroom: Newsroom,
        slack: Slack,
        *,
        database: Path,
        fetch: Fetch,
        open: Open = no_links,
        every: float = 1.0,
        patience: float = PATIENCE,
        within: float = WITHIN,
    ) -> None:
        self.newsroom = newsroom
        self.slack = slack
        self._desks = Desks(newsroom, slack)
        self._reactions = Reactions(newsroom, slack, pause=every)
        self._taking = Taking(
            newsroom,
            slack,
            self._desks,
            self._reactions,
            hands=Hands(Shelf(fetch, slack.file), open, slack.person),
            read=self._accept_reading,
            pause=2 * every,
        )
        self._greeting = Greeting(newsroom, slack, self._desks, read=self._accept_reading)
        self._sweep = Sweep(newsroom, slack, within=within)
        self._painter = Painter(
            newsroom, slack, reactions=self._reactions, sweep=self._sweep, every=every
        )
        self._running: tuple[asyncio.Task[None], ...] = ()
        self._insisting: set[asyncio.Task[None]] = set()
        saying = Saying(newsroom, slack, self._sweep)
        self.versions = Versions(newsroom, slack, saying)
        self.turns = Turns(newsroom, slack, saying, accept=self._accept, desk=self._desks.desk)
        sending = Sending(newsroom, slack)
        self._handing_back = HandingBack(newsroom, slack, self._desks, sending)
        self._engine = Engine(
            database,
            {
                **self._taking.flows(),
                **self._greeting.flows(),
                **self.turns.flows(),
                **Exports(newsroom, slack, sending).flows(),
                **self._handing_back.flows(),
                "read": Flow(
                    (self._look, self._read, self._draw, self._mark, self._tell), self._not_read
                ),
                "undo": Flow((self.versions.tell_uncleared,), self._not_told),
                "answer": Flow((self._answer,), self._not_answered),
            },
            patience=patience,
        )

    async def start(self) -> None:
        """Begin, with what the last process left undone."""
        await self._engine.start()
        for draft in await self.newsroom.unread():
            # Handed in by a process that died before it could have the reading accepted.
            await self._accept_reading(
                draft, f"unread:{draft.id}:{draft.version}", draft.writer.id
            )
        each = (self._painter.run(), self._sweep.run(), self.turns.run())
        self._running = tuple(asyncio.create_task(one) for one in each)
        self.redraw()

    async def stop(self) -> None:
        """Stop at once; nothing is lost by it."""
        tasks = {*self._insisting, *self._running}
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        await self._reactions.stop()
        await self._engine.stop()

    async def check_text(self, handed: HandIn) -> Draft:
        """Hand a draft in and have it read; to be awaited before the ack."""
        await self._desks.refuse(handed.place.channel)
        draft = await self.newsroom.hand_in(handed)
        await self._accept_reading(draft, handed.key, handed.writer.id)
        return draft

    async def check_message(self, key: str, place: Place, by: str) -> None:
        """Have a posted message read, in its author's name; ``by`` is told what goes wrong."""
        await self._hand_on("take", key, place, place.ts or "", by)

    async def notice(self, key: str, place: Place, writer: str) -> None:
        """Have a post looked at that nobody asks for: it may be a draft, or a part of one.

        Of a message that belongs to a draft, its text as it stands now is read.
        """
        await self._hand_on("notice", key, place, place.ts or "", writer)

    async def goes_on(self, place: Place, writer: str) -> bool:
        """Tell whether a post may be the next part of a draft of its writer's."""
        return await self._taking.gather.goes_on(place, writer)

    async def check_file(
        self, key: str, channel: str, file: str, by: str, draft: Draft | None = None
    ) -> None:
        """Have a file read that was given to us, by its id, as this person's draft, or as the
        next version of one.
        """
        await self._desks.refuse(channel)
        what = f"{file}:{draft.id}" if draft else file
        await self._hand_on("file", key, self.place(channel, f"file:{file}"), what, by)

    async def check_link(self, key: str, channel: str, address: str, by: str) -> None:
        """Have what is at an address read, as this person's draft."""
        await self._desks.refuse(channel)
        await self._hand_on("link", key, self.place(channel, f"link:{key}"), address, by)

    async def check_changed(self, key: str, file: str) -> None:
        """Have a file of Slack's read again that was edited, by its id, if it is a draft."""
        for draft_id in await self.newsroom.read_from(file):
            draft = await self.newsroom.draft(draft_id)
            place, what = self.place(draft.channel, draft.thread), f"{file}:{draft_id}"
            await self._hand_on(
                "changed", f"{EDITED}{key}:{draft_id}", place, what, draft.writer.id
            )

    async def greet(self, key: str, channel: str, ts: str) -> None:
        """Say what we do in a channel that we came into at ``ts``, and go on with its drafts."""
        await self._hand_on("greet", key, self.place(channel), ts, "")

    async def export(self, key: str, draft_id: int, form: str, by: str) -> None:
        """Have the record of a draft sent to a person, by id; ``form`` is "html" or "json"."""
        await self._engine.accept("export", key, f"export:{by}", key, draft_id, form, by)

    async def hand_back(self, key: str, draft_id: int, by: str) -> Return:
        """Have a draft handed back, marked; what comes, or the error that says why not."""
        given = await self._handing_back.of(draft_id, by)
        if not given.is_there:
            await self._engine.accept("hand back", key, f"hand back:{draft_id}", key, draft_id, by)
        return given

    async def unclear(self, key: str, draft_id: int, by: Person) -> None:
        """Open a cleared draft again whose text was changed where nothing is read."""
        await self.newsroom.unclear(draft_id, by, key)
        await self._accept("undo", key, f"draft:{draft_id}", draft_id)
        self.redraw()

    async def answer(self, key: str, place: Place, emoji: str) -> None:
        """Answer a person's message with a reaction."""
        ts = place.ts or ""
        partition = f"place:{place.channel}:{ts}"
        await self._engine.accept("answer", key, partition, place.channel, ts, emoji)

    @property
    def is_late(self) -> bool:
        """True while threads show what was decided only after some seconds."""
        return self._painter.is_late

    def redraw(self) -> None:
        """Have the messages whose draft changed drawn again, soon and together."""
        self._painter.wake()

    async def desk(self, channel: str) -> Desk:
        """The settings of a channel."""
        return await self._desks.desk(channel)

    async def refuse(self, channel: str) -> None:
        """Say why nothing is read in a channel, if that is so: Paused, SharedOutside."""
        await self._desks.refuse(channel)

    async def may_read(self, channel: str) -> bool:
        """Tell whether anything is read in a channel."""
        return await self._desks.may_read(channel)

    async def reads(self, channel: str) -> bool:
        """Tell whether everything posted in a channel is to be read."""
        return await self._desks.reads(channel)

    async def colleague(self, user: str) -> Person:
        """The person, if of the team; NotYours for guests, apps and other organisations."""
        if not await self.slack.is_colleague(user):
            raise NotYours(
                "Guests and people from other organisations cannot do that here: "
                "ask somebody of the team to do it."
            )
        return await self.slack.person(user)

    def place(self, channel: str, ts: str | None = None) -> Place:
        """A message, or a draft that has none, in a channel as our own team knows it."""
        return Place(team=self.slack.team, channel=channel, ts=ts)

    async def _hand_on(self, flow: str, key: str, place: Place, what: str, by: str) -> None:
        ids = (key, place.team, place.channel, what, by)
        await self._accept(flow, key, f"place:{place.channel}:{place.ts}", *ids)

    async def _accept(self, flow: str, key: str, partition: str, *ids: str | int) -> None:
        await self._engine.accept(flow, key, partition, *ids)

    async def _accept_reading(self, draft: Draft, key: str, by: str) -> None:
        """Have a draft read that is in; if that cannot be accepted now, as soon as it can."""
        if not await self._accepted(draft, key, by):
            insisting = asyncio.create_task(self._insist(draft, key, by))
            self._insisting.add(insisting)
            insisting.add_done_callback(self._insisting.discard)

    async def _accepted(self, draft: Draft, key: str, by: str) -> bool:
        try:
            await self._engine.accept("read", key, f"draft:{draft.id}", draft.id, by)
        except Exception as error:
            log_fault("work", error)
            return False
        return True

    async def _insist(self, draft: Draft, key: str, by: str) -> None:
        pause = _PAUSE
        await asyncio.sleep(pause)
        while not await self._accepted(draft, key, by):
            pause = min(2 * pause, _LONGEST_PAUSE)
            await asyncio.sleep(pause)

    async def _look(self, draft_id: int, by: str) -> None:
        await self._reactions.show(draft_id)

    async def _read(self, draft_id: int, by: str) -> None:
        await self.newsroom.read(draft_id)

    async def _draw(self, draft_id: int, by: str) -> None:
        draft = await self.newsroom.draft(draft_id)
        begun = await self.newsroom.messages(draft_id)
        if draft.state is State.SPIKED and not begun:
            return
        try:
            await self._painter.draw(draft_id)
        except MessageGone:
            if begun or not draft.own_message:
                raise
            await self.newsroom.withdraw(draft_id, f"gone:{draft_id}")

    async def _mark(self, draft_id: int, by: str) -> None:
        await self._reactions.show(draft_id)

    async def _tell(self, draft_id: int, by: str) -> None:
        await self.versions.tell(draft_id)

    async def _not_read(self, line: str, draft_id: int, by: str) -> None:
        draft = await self.newsroom.draft(draft_id)
        await self._reactions.close_eyes(draft_id)
        self.redraw()
        await self.slack.whisper(draft.channel, by, escaped(line))
        await self.versions.tell_uncleared(draft_id)

    async def _answer(self, channel: str, ts: str, emoji: str) -> None:
        await self.slack.react(channel, ts, emoji)

    async def _not_told(self, line: str, draft_id: int) -> None:
        """Who cannot be told alone sees it on the card."""

    async def _not_answered(self, line: str, channel: str, ts: str, emoji: str) -> None:
        """A reaction that Slack refuses is not worth a word."""
