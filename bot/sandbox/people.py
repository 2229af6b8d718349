"""People with the verbs a test, the demo or a reader of either would use."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from bot.sandbox.filling import fill
from bot.sandbox.model import Channel, Json, Message, User, View, visible
from bot.sandbox.pressing import Found, not_there, of_flag, seen
from bot.sandbox.refusal import Trouble

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

Where = Channel | str  # a channel, its name or its id
On = Message | str  # a message or its ts


class Member:
    """Somebody in the workspace.

    ``channel`` may be a Channel, its name or its id; a message is named by its ts. What cannot be
    done raises Trouble with the line the person would see.
    """

    def __init__(self, sandbox: "Sandbox", user: User) -> None:
        self._sandbox = sandbox
        self._acts = sandbox.acts
        self._views = sandbox.view_acts
        self.user = user
        self.id = user.id
        self.name = user.name

    @property
    def mention(self) -> str:
        """How to name this person in a message."""
        return f"<@{self.id}>"

    @property
    def direct(self) -> Channel:
        """The direct message between this person and the bot."""
        return self._sandbox.ws.direct(self.id)

    async def posts(self, text: str, channel: Where) -> str:
        """Post a message; its ts."""
        return self._acts.post(self.user, self._in(channel), text).ts

    async def replies(self, text: str, to: On, channel: Where) -> str:
        """Reply in the thread of a message; the reply's ts."""
        return self._acts.post(self.user, self._in(channel), text, _ts(to)).ts

    async def shares(
        self, name: str, content: bytes, channel: Where, text: str = "", to: On | None = None
    ) -> str:
        """Share a file, in a thread if ``to`` is given; the message's ts."""
        thread = _ts(to) if to else None
        where = self._in(channel)
        return self._acts.upload(self.user, where, name, content, text, thread).ts

    async def edits(self, ts: On, text: str, channel: Where) -> None:
        """Change a message of their own."""
        self._acts.edit(self.user, self._in(channel), _ts(ts), text)

    async def rewrites(self, ts: On, content: bytes, channel: Where) -> None:
        """Edit the file of a message of their own, where it is kept."""
        self._acts.rewrite(self.user, self._in(channel), _ts(ts), content)

    async def deletes(self, ts: On, channel: Where) -> None:
        """Delete a message of their own."""
        self._acts.delete(self.user, self._in(channel), _ts(ts))

    async def reacts(self, emoji: str, ts: On, channel: Where) -> None:
        """Put a reaction on a message, or take their own off again."""
        self._acts.react(self.user, self._in(channel), _ts(ts), emoji)

    async def invites(self, channel: Where) -> None:
        """Bring the bot into a channel."""
        self._sandbox.places.join(self._in(channel), self._sandbox.bot.id, self.id)

    async def removes(self, channel: Where) -> None:
        """Remove the bot from a channel."""
        self._sandbox.places.leave(self._in(channel), self._sandbox.bot.id, self.id)

    async def joins(self, channel: Where) -> None:
        """Come into a channel."""
        self._sandbox.places.join(self._sandbox.find(channel), self.id)

    async def leaves(self, channel: Where) -> None:
        """Go out of a channel."""
        self._sandbox.places.leave(self._sandbox.find(channel), self.id)

    async def archives(self, channel: Where) -> None:
        """Archive a channel."""
        self._sandbox.places.archive(self._in(channel), self.id)

    async def unarchives(self, channel: Where) -> None:
        """Bring a channel back from the archive."""
        self._sandbox.places.archive(self._in(channel), self.id, archived=False)

    async def opens_up(self, channel: Where) -> None:
        """Share a channel with another organisation."""
        self._sandbox.places.share(self._in(channel))

    async def closes_off(self, channel: Where) -> None:
        """Share a channel with nobody any more."""
        self._sandbox.places.share(self._in(channel), shared=False)

    async def locks(self, thread: On, channel: Where) -> None:
        """Lock a thread, as an administrator can."""
        self._sandbox.places.lock(self._in(channel), _ts(thread))

    async def unlocks(self, thread: On, channel: Where) -> None:
        """Let people reply to a thread again."""
        self._sandbox.places.lock(self._in(channel), _ts(thread), locked=False)

    async def opens_home(self) -> None:
        """Look at the app's home tab."""
        self._sandbox.hub.open_app(self.id)

    @property
    def home(self) -> View | None:
        """What the app has published on its home tab for this person."""
        return self._sandbox.ws.homes.get(self.id)

    async def presses_at_home(self, label: str, option: str | None = None) -> None:
        """Press what shows ``label`` on the app's home tab."""
        if self.home is None:
            raise Trouble(f"The app has nothing on its home tab for {self.name}.")
        await self._press_in(self.home, label, option)

    async def types(self, text: str, channel: Where, *, seconds: float = 10) -> str:
        """Type a slash command; what it answers this person, or "" where it opens a view.

        Waits up to ``seconds`` for an answer that comes after the acknowledgement.
        """
        view, before = self.view, len(self._sandbox.whispers(self))
        response = await self._acts.type(self.user, self._in(channel), text)

        def answers() -> list[Message]:
            return response.answers or self._sandbox.whispers(self)[before:]

        with suppress(TimeoutError):
            await self._sandbox.until(lambda: answers() or self.view is not view, seconds)
        return "\n".join(_words(answer) for answer in answers())

    async def presses(
        self, label: str, on: On, channel: Where,
        flag: int | None = None, option: str | None = None,
    ) -> None:  # fmt: skip
        """Press what shows ``label`` (or has it as action id), in the message or its thread.

        ``flag`` names the section whose text starts with that number, ``option`` what to choose.
        """
        where = self._in(channel)
        message, (block, element, choice) = self._seen(where, _ts(on), label, flag, option)
        await self._acts.press(
            self.user, where, message.ts, block["block_id"], element["action_id"], choice
        )

    def _seen(
        self, channel: Channel, ts: str, label: str, flag: int | None, option: str | None
    ) -> tuple[Message, Found]:
        root = self._acts.message(channel, ts)
        whispers = [w for w in self._sandbox.whispers(self) if w.thread_ts == ts]
        there: list[Json] = []
        for message in [root, *self._sandbox.ws.replies(channel.id, ts), *whispers]:
            blocks = message.blocks or []
            own = blocks if flag is None else of_flag(blocks, flag)
            found = seen(own, label, option)
            if found:
                return message, found
            there += own
        raise not_there(there, label, flag)

    async def uses(
        self, shortcut: str, on: On | None = None, channel: Where | None = None
    ) -> None:
        """Use a shortcut by its name or callback id, on a message or anywhere."""
        offered = self._sandbox.app.shortcuts
        known = next((s for s in offered if shortcut in (s.callback_id, s.name)), None)
        if known is None:
            names = ", ".join(s.name for s in offered)
            raise Trouble(f"The app has no shortcut {shortcut!r}, only {names or 'none'}.")
        where = self._in(channel) if channel else None
        await self._acts.shortcut(self.user, known.callback_id, where, _ts(on) if on else None)

    @property
    def view(self) -> View | None:
        """The modal on top for this person, if one is open."""
        stack = self._sandbox.ws.views.get(self.id)
        return stack[-1] if stack else None

    def _top(self) -> View:
        if self.view is None:
            raise Trouble(f"{self.name} has no view open.")
        return self.view

    async def fills(self, given: Mapping[str, Any] | None = None, **values: Any) -> None:
        """Fill inputs of the open view by block id, action id or label."""
        for name, value in {**(given or {}), **values}.items():
            fill(self._sandbox.ws, self._top(), name, value)
        self._sandbox.ws.changed()

    async def submits(
        self, given: Mapping[str, Any] | None = None, **values: Any
    ) -> dict[str, str]:
        """Fill the open view and send it in; the lines at its inputs if it comes back."""
        await self.fills(given, **values)
        return await self._views.submit(self.user, self._top())

    async def presses_in_view(self, label: str, option: str | None = None) -> None:
        """Press what shows ``label`` in the open view."""
        await self._press_in(self._top(), label, option)

    async def _press_in(self, view: View, label: str, option: str | None) -> None:
        found = seen(view.blocks, label, option)
        if found is None:
            raise not_there(view.blocks, label, None)
        block, element, choice = found
        await self._views.press(self.user, view, block["block_id"], element["action_id"], choice)

    async def closes(self) -> None:
        """Close the open view."""
        await self._views.close(self.user, self._top())

    def _in(self, channel: Where) -> Channel:
        found = self._sandbox.find(channel)
        if self.id not in found.members:
            found.members.append(self.id)  # quietly: in tests nobody walks into channels first
        return found


def _words(message: Message) -> str:
    return message.text or visible(message.blocks)


def _ts(message: On) -> str:
    return message.ts if isinstance(message, Message) else message
