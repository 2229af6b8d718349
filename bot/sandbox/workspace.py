"""The state of the workspace: no input, no output; every change bumps ``seq``."""

from collections.abc import Callable
from hashlib import sha256
from secrets import token_hex
from uuid import uuid4

from bot.sandbox.app import App
from bot.sandbox.clock import Clock
from bot.sandbox.model import Channel, File, Group, Json, Message, User, View


def _id(letter: str, name: str) -> str:
    # The same name has the same id in every run, so a bot's database outlives the sandbox.
    return f"{letter}0{sha256(name.encode()).hexdigest()[:9].upper()}"


class Workspace:
    """Team, people, channels, messages, files, views and whispers."""

    team_id = "T0SANDBOX01"
    team = "Sandbox"
    domain = "sandbox"

    def __init__(self, app: App, clock: Clock) -> None:
        self.app = app
        self.clock = clock
        self.url = "https://sandbox.invalid/"  # until the server has an address
        self.seq = 0
        self.watchers: list[Callable[[], None]] = []
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.groups: dict[str, Group] = {}
        self.files: dict[str, File] = {}
        self.views: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.whispers: list[Message] = []
        self._messages: dict[str, dict[str, Message]] = {}
        self._replies: dict[tuple[str, str], list[Message]] = {}  # by channel and root
        self._last = 0  # microseconds of the last ts
        self.bot = User(_id("U", app.id), app.name, bot_id=_id("B", app.id))
        self.users[self.bot.id] = self.bot

    def changed(self) -> None:
        """Count a change and tell whoever watches."""
        self.seq += 1
        for watch in list(self.watchers):
            watch()

    def next_ts(self) -> str:
        """A timestamp nobody has had, later than all before."""
        self._last = max(self._last + 1, int(self.clock.now() * 1_000_000))
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def person(
        self, name: str, *, guest: bool = False, stranger: bool = False, tz: str = "Europe/London"
    ) -> User:
        """The person of that name, made on first use and a member of every public channel."""
        user = User(_id("U", name), name, guest=guest, stranger=stranger, tz=tz)
        if user.id in self.users:
            return self.users[user.id]
        self.users[user.id] = user
        for channel in self.channels.values():
            if channel.kind == "channel":
                channel.members.append(user.id)
        self.changed()
        return user

    def named(self, name: str) -> User | None:
        """The person of that name or handle."""
        wanted = name.lower().removeprefix("@")
        for user in self.users.values():
            if wanted in (user.name.lower(), user.handle):
                return user
        return None

    def group(self, handle: str) -> Group:
        """The user group of that handle, made empty on first use."""
        now = int(self.clock.now())
        made = Group(_id("S", handle), handle, handle.capitalize(), now, now)
        if made.id not in self.groups:
            self.groups[made.id] = made
            self.changed()
        return self.groups[made.id]

    def channel(
        self, name: str, *, invited: bool = True, private: bool = False, topic: str = ""
    ) -> Channel:
        """The channel of that name, made on first use with everybody in it."""
        made = Channel(_id("C", name), name, topic, private)
        if made.id in self.channels:
            return self.channels[made.id]
        made.members = [u for u in self.users if u != self.bot.id or invited]
        return self._open(made)

    def direct(self, user: str) -> Channel:
        """The direct message between a person and the bot."""
        made = Channel(_id("D", user), "", person=user, members=[user, self.bot.id])
        return self.channels.get(made.id) or self._open(made)

    def _open(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        self._messages[channel.id] = {}
        self.changed()
        return channel

    def add(
        self,
        channel: str,
        user: str,
        text: str,
        *,
        blocks: list[Json] | None = None,
        thread_ts: str | None = None,
        files: list[File] | None = None,
        metadata: Json | None = None,
        subtype: str | None = None,
        only_for: str | None = None,
    ) -> Message:
        """Put a message, or a whisper, where it belongs."""
        message = Message(
            self.next_ts(), channel, user, text, blocks, files or [], thread_ts,
            metadata=metadata, subtype=subtype, only_for=only_for,
        )  # fmt: skip
        if user != self.bot.id and not message.notice:
            message.client_msg_id = str(uuid4())
        if only_for:
            self.whispers.append(message)
        else:
            self._messages[channel][message.ts] = message
            if thread_ts:
                self._replies.setdefault((channel, thread_ts), []).append(message)
        self.changed()
        return message

    def upload(self, name: str, content: bytes, user: str, channel: str | None) -> File:
        """Keep a file's bytes, shared in one channel, or given to the app alone."""
        made = int(self.clock.now())
        file = File(f"F0{token_hex(5).upper()}", name, content, user, made, for_app=not channel)
        if channel:
            file.channels.append(channel)
        self.files[file.id] = file
        return file

    def reads(self, file: File) -> bool:
        """Whether the bot may read a file: it is in a channel of its, or was given to it."""
        bot = self.bot.id
        return file.for_app or any(bot in self.channels[c].members for c in file.channels)

    def message(self, channel: str, ts: str) -> Message | None:
        """The message at a place; None where it was deleted or never was."""
        found = self.trace(channel, ts)
        return None if found is None or found.deleted else found

    def trace(self, channel: str, ts: str) -> Message | None:
        """Like ``message``, with the deleted ones."""
        return self._messages.get(channel, {}).get(ts)

    def messages(self, channel: str) -> list[Message]:
        """What people and the bot said in a channel, in order of time, replies included."""
        return [m for m in self.everything(channel) if not (m.deleted or m.notice)]

    def everything(self, channel: str) -> list[Message]:
        """Like ``messages``, with the deleted ones and with Slack's own notices."""
        return list(self._messages.get(channel, {}).values())

    def replies(self, channel: str, root: str) -> list[Message]:
        """The replies under a root."""
        return [m for m in self._replies.get((channel, root), []) if not m.deleted]

    def whisper(self, ts: str) -> Message | None:
        """The whisper with that ts."""
        return next((m for m in self.whispers if m.ts == ts), None)

    def view(self, view_id: str) -> View | None:
        """The open modal or home tab with that id."""
        stacks = [*self.views.values(), list(self.homes.values())]
        return next((v for stack in stacks for v in stack if v.id == view_id), None)
