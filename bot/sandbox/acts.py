"""What a person can do in the workspace, by ids: the ground under Member and the page."""

from bot.sandbox import payloads
from bot.sandbox.choosing import chosen, held
from bot.sandbox.filling import elements, initial_values
from bot.sandbox.hub import Hub, ResponseUrl
from bot.sandbox.model import Channel, Json, Message, User
from bot.sandbox.refusal import Refused, Trouble
from bot.sandbox.wording import as_sent

_MOST_TEXT = 40_000


class Acts:
    """Everything but what is done in views."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def user(self, user_id: str) -> User:
        """The person with that id."""
        user = self.hub.ws.users.get(user_id)
        if user is None or user.bot_id:
            raise Trouble(f"There is nobody with the id {user_id}.")
        return user

    def channel(self, channel_id: str) -> Channel:
        """The channel with that id."""
        channel = self.hub.ws.channels.get(channel_id)
        if channel is None:
            raise Trouble(f"There is no channel {channel_id}.")
        return channel

    def message(self, channel: Channel, ts: str) -> Message:
        """The message, or whisper, at that place."""
        message = self.hub.ws.message(channel.id, ts) or self.hub.ws.whisper(ts)
        if message is None:
            raise Trouble(f"There is no message {ts} in this channel.")
        return message

    def post(self, user: User, channel: Channel, text: str, thread: str | None = None) -> Message:
        """Write a message or a reply."""
        if len(text) > _MOST_TEXT:
            raise Trouble("Your message is too long; share it as a file.")
        if not text.strip():
            raise Trouble("There is nothing to send.")
        root = self._writable(channel, thread)
        return self.hub.post(channel, user.id, as_sent(self.hub.ws, text), thread_ts=root)

    def _writable(self, channel: Channel, thread: str | None) -> str | None:
        if channel.archived:
            raise Trouble("This channel is archived.")
        if channel.person and not self.hub.app.messages_tab:
            raise Trouble("Sending messages to this app has been turned off.")
        if thread is None:
            return None
        root = self.message(channel, thread)
        ts = root.thread_ts or root.ts
        if ts in channel.locked:
            raise Trouble("This thread is locked.")
        return ts

    def upload(
        self, user: User, channel: Channel, name: str, content: bytes,
        text: str = "", thread: str | None = None,
    ) -> Message:  # fmt: skip
        """Share a file, with words or without."""
        root = self._writable(channel, thread)
        file = self.hub.ws.upload(name, content, user.id, channel.id)
        said = as_sent(self.hub.ws, text)
        return self.hub.post(channel, user.id, said, thread_ts=root, files=[file])

    def rewrite(self, user: User, channel: Channel, ts: str, content: bytes) -> None:
        """Edit the file of a message of one's own, as a snippet or a canvas can be."""
        message = self._own(user, channel, ts)
        if not message.files:
            raise Trouble("There is no file on that message.")
        self.hub.rewrite(message.files[0], content)

    def edit(self, user: User, channel: Channel, ts: str, text: str) -> None:
        """Change a message of one's own."""
        message = self._own(user, channel, ts)
        self.hub.change(message, as_sent(self.hub.ws, text), message.blocks)

    def delete(self, user: User, channel: Channel, ts: str) -> None:
        """Delete a message of one's own."""
        self.hub.delete(self._own(user, channel, ts))

    def _own(self, user: User, channel: Channel, ts: str) -> Message:
        message = self.message(channel, ts)
        if message.user != user.id:
            raise Trouble("This is not your message.")
        return message

    def react(self, user: User, channel: Channel, ts: str, name: str) -> None:
        """Put a reaction on a message; one's own comes off again."""
        message = self.message(channel, ts)
        name = name.strip(":")
        try:
            if user.id in message.reactions.get(name, []):
                self.hub.unreact(message, user.id, name)
            else:
                self.hub.react(message, user.id, name)
        except Refused as refused:
            raise Trouble(f"Slack refuses the reaction ({refused.code}).") from None

    async def type(self, user: User, channel: Channel, text: str) -> ResponseUrl:
        """Type a slash command; what it answers is kept in the answers of what comes back."""
        command, _, words = text.strip().partition(" ")
        declared = next((c for c in self.hub.app.commands if c.command == command), None)
        if declared is None:
            raise Trouble(f"{command} is not a valid command.")
        said = as_sent(self.hub.ws, words.strip()) if declared.should_escape else words.strip()
        url = self.hub.response_url(user.id, channel.id)
        response = self.hub.responses[url.rpartition("/")[2]]
        payload = payloads.slash(self.hub, user, channel, command, said, url)
        answer = await self._ask("slash_commands", payload)
        if answer:
            self._show(response, answer)
        return response

    def _show(self, response: ResponseUrl, answer: Json) -> None:
        try:
            self.hub.answer(response, answer)
        except Refused as refused:
            raise Trouble(f"Slack cannot show the app's answer ({refused.code}).") from None

    async def _ask(self, kind: str, payload: Json) -> Json | None:
        answers = kind == "slash_commands" or payload.get("type") == "view_submission"
        return await self.hub.link.ask(kind, payload, answers=answers)

    async def press(
        self, user: User, channel: Channel, ts: str, block_id: str, action_id: str, choice: Json
    ) -> None:
        """Press a button, or choose from a menu, in a message."""
        message = self.message(channel, ts)
        if message.only_for not in (None, user.id):
            raise Trouble("You cannot see this message.")
        block, element = find(message.blocks or [], block_id, action_id)
        action = chosen(self.hub.ws, block, element, choice, user.id)
        values = initial_values(message.blocks or [])
        state = held(element, action)
        if state:
            values[block["block_id"]][action_id] = state
        payload = payloads.press(self.hub, user, channel, message, action, values)
        await self._ask("interactive", payload)

    async def shortcut(
        self, user: User, callback_id: str, channel: Channel | None = None, ts: str | None = None
    ) -> None:
        """Use an entry of a message's menu, or one behind the lightning bolt."""
        declared = next((s for s in self.hub.app.shortcuts if s.callback_id == callback_id), None)
        if declared is None:
            raise Trouble(f"The app has no shortcut {callback_id}.")
        if declared.type == "message":
            if channel is None or ts is None:
                raise Trouble(f"“{declared.name}” needs a message.")
            message = self.message(channel, ts)
            payload = payloads.message_shortcut(self.hub, user, channel, message, callback_id)
        else:
            payload = payloads.global_shortcut(self.hub, user, callback_id)
        await self._ask("interactive", payload)


def find(blocks: list[Json], block_id: str, action_id: str) -> tuple[Json, Json]:
    """The element with those ids, as it stands now."""
    for block, element in elements(blocks):
        if block["block_id"] == block_id and element["action_id"] == action_id:
            return block, element
    raise Trouble("This button is not there any more.")
