"""Words for tests that read like conversations: who does what, and what is seen then."""

import re
from dataclasses import dataclass
from typing import Any

from bot.sandbox import Member, Message, Sandbox, View
from bot.sandbox.model import visible
from bot.sandbox.pressing import of_flag
from bot.serve import Bot

_HEAD = re.compile(r"^(?:also )?(~?)\*(\d+) · (.+?)\*", re.MULTILINE)


@dataclass(frozen=True)
class Flag:
    """A flag as it is seen in a thread."""

    thread: "Thread"
    number: int

    @property
    def text(self) -> str:
        """Its words as they are drawn now."""
        for message in self.thread.ours:
            if own := of_flag(message.blocks or [], self.number):
                return visible([block.get("text") for block in own]).partition("\nalso ")[0]
            if folded := re.search(
                rf"^also (~?\*{self.number} · .*)", visible(message.blocks or []), re.M
            ):
                return folded[1]
        return ""

    @property
    def folded(self) -> bool:
        """True when it has a line below another flag, and no menu."""
        return f"\nalso *{self.number} ·" in self.thread.words or (
            f"\nalso ~*{self.number} ·" in self.thread.words
        )

    @property
    def settled(self) -> bool:
        """True when it is struck through."""
        return self.text.startswith("~")


class Thread:
    """A draft's thread, as anybody sees it."""

    def __init__(self, room: "Room", ts: str, channel: str) -> None:
        self.room = room
        self.ts = ts
        self.channel = channel

    @property
    def root(self) -> Message:
        """The message it hangs on."""
        return self.room.sandbox.message(self.ts, self.channel)

    @property
    def ours(self) -> list[Message]:
        """What Copychief says in it, the card first."""
        there = self.room.sandbox.thread(self.ts, self.channel)
        return [message for message in there if message.user == self.room.sandbox.bot.id]

    @property
    def words(self) -> str:
        """Every word of Copychief's in it."""
        return "\n".join(visible(message.blocks or []) for message in self.ours)

    @property
    def card(self) -> str:
        """The words of the card."""
        blocks = self.ours[0].blocks or [] if self.ours else []
        return visible([b.get("text") for b in blocks if b["block_id"].startswith("card:")])

    def flag(self, number: int) -> Flag:
        """The flag of that number."""
        return Flag(self, number)

    def flags(self, level: str = "") -> list[Flag]:
        """Every flag drawn, or those of a level."""
        drawn = [Flag(self, int(head[2])) for head in _HEAD.finditer(self.words)]
        return [flag for flag in drawn if not level or f"* · {level}" in flag.text]

    async def read(self) -> "Thread":
        """Wait until the checklist is there."""
        if self.root.user == self.room.sandbox.bot.id:
            return self
        await self.room.sandbox.until(lambda: "clipboard" in self.root.reactions)
        return self

    async def says(self, words: str) -> None:
        """Wait until Copychief says this in it."""
        await self.room.sandbox.until(lambda: words in self.words)

    async def settles(self, *flags: Flag) -> None:
        """Wait until these are struck through."""
        await self.room.sandbox.until(lambda: all(flag.settled for flag in flags))


class Editor:
    """Somebody at the desk; what is done without a channel is done at the desk's own."""

    def __init__(self, room: "Room", member: Member) -> None:
        self.room = room
        self.member = member
        self.name = member.name

    async def posts(self, text: str, channel: str | None = None) -> Thread:
        """Post a message; the thread that hangs on it."""
        where = channel or self.room.channel
        return Thread(self.room, await self.member.posts(text, where), where)

    async def hands_in(self, text: str) -> Thread:
        """Post a draft, long enough after any other to be one of its own; wait for its list."""
        self.room.sandbox.clock.advance(61)
        return await (await self.posts(text)).read()

    async def shares(
        self, name: str, content: bytes, text: str = "", to: Thread | None = None
    ) -> Thread:
        """Share a file, in a thread if ``to`` is given; the thread that hangs on it."""
        channel = to.channel if to else self.room.channel
        ts = await self.member.shares(name, content, channel, text, to.ts if to else None)
        return Thread(self.room, ts, channel)

    async def edits(self, thread: Thread, text: str) -> None:
        """Change what they had posted."""
        await self.member.edits(thread.ts, text, thread.channel)

    async def rewrites(self, thread: Thread, content: bytes) -> None:
        """Edit the file that they had shared, where it is kept."""
        await self.member.rewrites(thread.ts, content, thread.channel)

    async def deletes(self, thread: Thread) -> None:
        """Delete what they had posted."""
        await self.member.deletes(thread.ts, thread.channel)

    async def replies(self, text: str, to: Thread) -> Message:
        """Reply in a thread."""
        ts = await self.member.replies(text, to.ts, to.channel)
        return self.room.sandbox.message(ts, to.channel)

    async def types(self, text: str, channel: str | None = None) -> str:
        """Type a command; what is answered."""
        return await self.member.types(text, channel or self.room.channel)

    async def reacts(self, emoji: str, to: Thread) -> None:
        """Put a reaction on the thread's root."""
        await self.member.reacts(emoji, to.ts, to.channel)

    async def uses(self, shortcut: str, on: Thread | None = None) -> None:
        """Choose from the menu of the thread's root, or a shortcut that hangs on nothing."""
        await (self.member.uses(shortcut, on.ts, on.channel) if on else self.member.uses(shortcut))

    async def presses(self, label: str, on: Flag | Thread) -> None:
        """Press a button of the card, or choose from a flag's menu."""
        thread = on.thread if isinstance(on, Flag) else on
        number = on.number if isinstance(on, Flag) else None
        await self.member.presses(label, thread.ts, thread.channel, flag=number)

    async def invites(self, channel: str | None = None) -> None:
        """Bring Copychief into a channel."""
        await self.member.invites(channel or self.room.channel)

    async def removes(self, channel: str | None = None) -> None:
        """Remove Copychief from a channel."""
        await self.member.removes(channel or self.room.channel)

    async def archives(self, channel: str | None = None) -> None:
        """Archive a channel."""
        await self.member.archives(channel or self.room.channel)

    async def unarchives(self, channel: str | None = None) -> None:
        """Bring a channel back from the archive."""
        await self.member.unarchives(channel or self.room.channel)

    async def locks(self, thread: Thread) -> None:
        """Lock a thread."""
        await self.member.locks(thread.ts, thread.channel)

    async def unlocks(self, thread: Thread) -> None:
        """Let people reply to a thread again."""
        await self.member.unlocks(thread.ts, thread.channel)

    async def opens_home(self) -> None:
        """Look at Copychief's home tab."""
        await self.member.opens_home()

    @property
    def home(self) -> str:
        """Every word on Copychief's home tab for them."""
        return self.member.home.text if self.member.home else ""

    async def presses_at_home(self, label: str, option: str | None = None) -> None:
        """Press what shows this label on Copychief's home tab."""
        await self.member.presses_at_home(label, option)

    async def tells(self, text: str) -> Thread:
        """Write to Copychief in a direct message; the thread that hangs on it."""
        return await self.posts(text, self.member.direct.id)

    async def opens(self, flag: Flag, label: str = "Open") -> View:
        """Open a flag's window from its menu."""
        await self.presses(label, on=flag)
        await self.room.sandbox.until(lambda: self.member.view)
        view = self.member.view
        assert view is not None
        return view

    async def submits(self, **values: Any) -> dict[str, str]:
        """Fill the open window and send it in; the lines at its fields if it comes back."""
        return await self.member.submits(values)

    async def hears(self, words: str) -> str:
        """Wait until Copychief whispers this to them; the whole line."""
        return await self.room.sandbox.until(
            lambda: next((line for line in self.whispers if words in line), "")
        )

    async def is_answered(self, message: Message) -> None:
        """Wait until a message of theirs bears the mark of having been understood."""
        await self.room.sandbox.until(lambda: "white_check_mark" in message.reactions)

    @property
    def whispers(self) -> list[str]:
        """What Copychief told them alone."""
        return [whisper.text for whisper in self.room.sandbox.whispers(self.member)]

    @property
    def told(self) -> list[str]:
        """What Copychief wrote to them in a direct message."""
        sandbox = self.room.sandbox
        there = sandbox.messages(self.member.direct)
        return [message.text for message in there if message.user == sandbox.bot.id]


class Room:
    """One channel of the workspace, and the bot at work in it."""

    def __init__(self, sandbox: Sandbox, bot: Bot, channel: str) -> None:
        self.sandbox = sandbox
        self.bot = bot
        self.channel = channel

    @property
    def me(self) -> str:
        """How to name Copychief in a message."""
        return f"<@{self.sandbox.bot.id}>"

    def editor(self, name: str, *, guest: bool = False) -> Editor:
        """The person of that name."""
        return Editor(self, self.sandbox.person(name, guest=guest))

    def group(self, handle: str, *members: Editor) -> str:
        """Fill a user group with these people; how to mention it."""
        group = self.sandbox.group(handle, [editor.member for editor in members])
        return f"<!subteam^{group.id}|@{group.handle}>"

    def threads(self) -> list[Thread]:
        """The threads that hang on messages of Copychief's own."""
        bot = self.sandbox.bot.id
        roots = [
            m for m in self.sandbox.messages(self.channel) if m.user == bot and not m.thread_ts
        ]
        return [Thread(self, root.ts, self.channel) for root in roots]

    async def quiet(self) -> None:
        """Wait until everything that was sent is dealt with."""
        await self.sandbox.settled()
