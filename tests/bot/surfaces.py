"""What people do on each surface of the desk, for tests of who may."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.blocks.several import WHICH
from bot.blocks.version import TEXT
from bot.record import Happened
from tests.bot.newsdesk import Newsdesk
from tests.conversation import Editor, Thread

PAD = "The council met again on Monday to hear what the port had to say of it. " * 6
FLAGS = ("query a", "query b", "legal query c", "legal query d", "harm hold e")
COPY = " ".join(f"It said {{{flag}}} there." for flag in FLAGS) + "\n" + PAD


@dataclass(frozen=True)
class At:
    """Somebody at a draft, with the number of a query of it."""

    desk: Newsdesk
    person: Editor
    thread: Thread
    draft: int
    number: int = 0

    @property
    def told(self) -> list[str]:
        """What Copychief said to this person alone so far."""
        return [*self.person.whispers, *self.person.told]

    async def rows(self) -> list[Happened]:
        """Every row of the draft's record."""
        return list((await self.desk.newsroom.record(self.draft)).rows)

    async def sends(self, **values: Any) -> Sequence[str]:
        """Send the open window in, and close what is left of it; the lines at its fields."""
        lines = await self.person.submits(**values)
        if self.person.member.view is not None:
            await self.person.member.closes()
        return list(lines.values())


Act = Callable[[At], Awaitable[Sequence[str]]]  # gives the lines that are no whispers


def several(pack: str, outcome: str) -> Act:
    """Settle the open flags of a pack, or all, in the window for several."""

    async def act(at: At) -> Sequence[str]:
        await at.person.presses("Settle several…", on=at.thread)
        await at.desk.sandbox.until(lambda: at.person.member.view)
        view = at.person.member.view
        assert view is not None
        which = {WHICH: [_option(view.blocks, pack)]}
        return await at.sends(**which, outcome=outcome, reason="so")

    return act


def _option(blocks: Sequence[Mapping[str, Any]], value: str) -> str:
    groups = next(b["element"]["option_groups"] for b in blocks if b.get("block_id") == WHICH)
    options = [option for group in groups for option in group["options"]]
    return next(str(each["text"]["text"]) for each in options if each["value"] == value)


def window(outcome: str) -> Act:
    """Settle the query in its window."""

    async def act(at: At) -> Sequence[str]:
        await at.person.opens(at.thread.flag(at.number))
        return await at.sends(outcome=outcome, reason="so")

    return act


def replies(words: str) -> Act:
    """Reply in the thread."""

    async def act(at: At) -> Sequence[str]:
        leila = at.desk.editor("Leila").member.mention
        await at.person.replies(words.format(n=at.number, leila=leila), at.thread)
        return ()

    return act


def types(words: str) -> Act:
    """Type a command."""

    async def act(at: At) -> Sequence[str]:
        before = len(at.person.whispers)
        answer = await at.person.types(
            words.format(draft=at.draft, copy=f"{at.person.name} {PAD}")
        )
        return () if len(at.person.whispers) > before else [answer]

    return act


def shares(words: str) -> Act:
    """Share the next version as a file in the thread."""

    async def act(at: At) -> Sequence[str]:
        text = f"{COPY} {at.person.name} wrote that."
        said = words.format(me=at.desk.room.me)
        await at.person.shares("next.txt", text.encode(), said, to=at.thread)
        return ()

    return act


async def reopens(at: At) -> Sequence[str]:
    """Choose Reopen in the menu of a settled flag."""
    await at.person.presses("Reopen", on=at.thread.flag(at.number))
    return ()


async def takes(at: At) -> Sequence[str]:
    """Press the card's button, which is for taking over where somebody has the draft."""
    await at.person.presses("take", on=at.thread)
    return ()


async def reacts(at: At) -> Sequence[str]:
    """Put the desk's emoji on what somebody else shared in the thread."""
    text = f"{COPY} Olga saw {at.person.name} there."
    file = await at.desk.editor("Olga").shares("olga.txt", text.encode(), to=at.thread)
    await at.desk.room.quiet()
    await at.person.reacts("memo", file)
    return ()


async def pastes(at: At) -> Sequence[str]:
    """Paste the next version into the window for it."""
    await at.person.presses("New version…", on=at.thread)
    await at.desk.sandbox.until(lambda: at.person.member.view)
    return await at.sends(**{TEXT: f"{COPY} {at.person.name} pasted that."})


async def opens_at_home(at: At) -> Sequence[str]:
    """Open a flag that one is asked for from the home tab, and settle it there."""
    await _looks(at)
    await at.person.member.presses_at_home("Open")
    await at.desk.sandbox.until(lambda: at.person.member.view)
    return await at.sends(outcome="Fixed")


async def takes_at_home(at: At) -> Sequence[str]:
    """Take the draft from the home tab."""
    await _looks(at)
    await at.person.member.presses_at_home("Take it")
    return ()


async def _looks(at: At) -> None:
    before = at.person.member.home
    await at.person.member.opens_home()
    await at.desk.sandbox.until(lambda: at.person.member.home is not before)
