"""People who hand drafts in and settle flags, and do again what the bot did not take."""

import asyncio
import random
from contextlib import suppress
from dataclasses import dataclass
from itertools import count

from bot.blocks.fields import REASON
from bot.sandbox import Sandbox
from bot.sandbox.refusal import Trouble
from tests.conversation import Room, Thread
from tests.crash.told import Decision, Deliveries, Story

READ, UNREAD = "desk", "features"  # everything posted in the first is read
_VERBS = ("slammed", "blasted", "savaged", "skewered", "lambasted", "roasted")
_COPY = (
    "{word} talks go on.\n\n"
    "The council met on Monday to talk about the swimming bath on Pier Street, which is to close "
    "in October after forty years. {asked} A second bath, at the school, stays open in the "
    "evenings and at the weekend.\n\n"
    "Swimmers met at the bath on Sunday and talked about the roof. They were there with their "
    "towels and stayed until it was dark. The council meets again on Thursday, in the old hall "
    "behind the market, and the doors are open to all."
)
_MORE = "Whoever comes early finds a seat."
_LETTERS = "bdfgklmnprst"
_SURE = 120.0  # seconds in which anything happens that ever will


@dataclass
class Budget:
    """How much is still to be done, shared by all."""

    left: int
    done: int = 0

    def reached(self, goal: int) -> bool:
        """Tell whether so much has been done, or all there is."""
        return self.done >= goal or self.left <= 0

    def take(self) -> bool:
        """Take one of what is left; False if nothing is."""
        if self.left <= 0:
            return False
        self.left -= 1
        self.done += 1
        return True


class Pair:
    """A writer and an editor who work on one draft at a time."""

    def __init__(
        self, n: int, sandbox: Sandbox, budget: Budget, chance: random.Random, names: "count[int]"
    ) -> None:
        self._sandbox = sandbox
        self._editor = self._writer = sandbox.person(f"Editor {n}")
        self._budget = budget
        self._chance = chance
        self._names = names
        self.stories: list[Story] = []

    @property
    def _told(self) -> Deliveries:
        assert isinstance(self._sandbox.hub.link.sent, Deliveries)
        return self._sandbox.hub.link.sent

    async def work(self) -> None:
        """Hand drafts in and settle their flags until all is done."""
        while self._budget.take():
            await self._hand_in()

    async def _hand_in(self) -> None:
        how = self._chance.choice(["post", "reaction", "mention", "command"])
        story = Story(_word(next(self._names)), how, READ if how == "post" else UNREAD)
        # Of one writer, posts in a row are one draft.
        self._writer = self._sandbox.person(f"Writer of {story.word}")
        asked = " ".join(f"The mayor {verb} the plan." for verb in self._chance.sample(_VERBS, 5))
        copy = _COPY.format(word=story.word, asked=asked)
        # What a writer posts in a row would be one draft.
        await self._editor.posts("Next, please.", story.channel)
        await getattr(self, f"_by_{how}")(story, copy)
        self.stories.append(story)
        thread = await self._read(story)
        if thread is not None:
            await self._edit(story, copy, thread)
            await self._settle(story, thread)

    async def _by_post(self, story: Story, copy: str) -> None:
        story.root = await self._writer.posts(copy, story.channel)
        await self._acked("message", story.root)

    async def _by_reaction(self, story: Story, copy: str) -> None:
        story.root = await self._writer.posts(copy, story.channel)
        self._budget.take()
        await self._editor.reacts("memo", story.root, story.channel)
        await self._acked("reaction_added", story.root)

    async def _by_mention(self, story: Story, copy: str) -> None:
        mention = f"<@{self._sandbox.bot.id}> {copy}"
        story.root = await self._writer.posts(mention, story.channel)
        await self._acked("app_mention", story.root)

    async def _by_command(self, story: Story, copy: str) -> None:
        """What is not answered is typed again, as anybody would."""
        while True:
            with suppress(Trouble):
                await self._writer.types(f"/desk check {copy}", story.channel, seconds=0.1)
                return
            await self._connected()

    async def _read(self, story: Story) -> Thread | None:
        """The thread with its checklist; None if it never comes: the count will tell."""
        thread: Thread | None = None

        def there() -> bool:
            nonlocal thread
            thread = thread_of(self._sandbox, story)
            return bool(thread and thread.flags("query"))

        try:
            await self._sandbox.until(there, seconds=_SURE)
        except TimeoutError:
            return None
        return thread

    async def _edit(self, story: Story, copy: str, thread: Thread) -> None:
        """Change the post now and then: the next version is read."""
        if story.root is None or self._chance.random() < 0.7 or not self._budget.take():
            return
        mention = f"<@{self._sandbox.bot.id}> " if story.how == "mention" else ""
        await self._writer.edits(story.root, f"{mention}{copy} {_MORE}", story.channel)
        story.version = 2
        await self._acked("edit", story.root)
        with suppress(TimeoutError):  # what is fixed before it is read would be open again
            await self._sandbox.until(lambda: "version 2" in thread.words, seconds=_SURE)

    async def _settle(self, story: Story, thread: Thread) -> None:
        flags = thread.flags("query")
        for flag in self._chance.sample(flags, self._chance.randint(3, len(flags))):
            if not self._budget.take():
                return
            how = self._chance.choice(["reply", "reply", "mention", "press", "press", "window"])
            acked = await getattr(self, f"_decide_by_{how}")(thread, flag.number)
            story.decisions.append(Decision(flag.number, how, acked))

    async def _decide_by_reply(self, thread: Thread, number: int, address: str = "") -> bool:
        said = self._chance.choice(["fixed {}", "stet {} house style", "source {} the minutes"])
        ts = await self._editor.replies(address + said.format(number), thread.ts, thread.channel)
        return await self._acked("app_mention" if address else "message", ts)

    async def _decide_by_mention(self, thread: Thread, number: int) -> bool:
        return await self._decide_by_reply(thread, number, f"<@{self._sandbox.bot.id}> ")

    async def _decide_by_press(self, thread: Thread, number: int) -> bool:
        while not thread.flag(number).settled:
            told = len(self._sandbox.whispers(self._editor))
            try:
                await self._editor.presses("Fixed", thread.ts, thread.channel, flag=number)
            except Trouble:  # not acknowledged, or settled and drawn since we looked
                await self._connected()
            else:
                new = self._sandbox.whispers(self._editor)[told:]
                if not any("not recorded" in whisper.text for whisper in new):
                    break
        return True

    async def _decide_by_window(self, thread: Thread, number: int) -> bool:
        while not thread.flag(number).settled:
            self._sandbox.ws.views.pop(self._editor.id, None)
            with suppress(Trouble, TimeoutError):
                await self._editor.presses("Stet…", thread.ts, thread.channel, flag=number)
                await self._sandbox.until(lambda: self._editor.view, seconds=3)
                errors = await self._editor.submits({REASON: "house style"})
                if not errors or "already" in str(errors):
                    break
            await self._connected()
        return True

    async def _acked(self, *what: str) -> bool:
        """Wait until Slack was told that it arrived, and have some delivered twice."""
        told = self._told
        with suppress(TimeoutError):
            await self._sandbox.until(lambda: told.acked(*what), seconds=_SURE)
        if self._chance.random() < 0.15 and told.of(*what):
            self._sandbox.hub.link.tell(dict(told.of(*what)[-1].payload))
        return told.acked(*what)

    async def _connected(self) -> None:
        await self._sandbox.connected(_SURE)
        await asyncio.sleep(0.05)  # a person, too, takes a moment


def thread_of(sandbox: Sandbox, story: Story) -> Thread | None:
    """A draft's thread as anybody sees it; None where a typed one has no card yet."""
    room = Room(sandbox, None, story.channel)  # type: ignore[arg-type]
    if story.root is not None:
        return Thread(room, story.root, story.channel)
    return next((thread for thread in room.threads() if story.word in thread.words), None)


def _word(n: int) -> str:
    """A headline's word that no other draft has."""
    spelled = ""
    while n or len(spelled) < 6:
        n, letter = divmod(n, len(_LETTERS))
        spelled += _LETTERS[letter] + "a"
    return spelled.capitalize()
