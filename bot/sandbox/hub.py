"""Changes the workspace and tells the bot, as far as it has subscribed and is there to hear."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from secrets import token_hex

from bot.sandbox import events, limits
from bot.sandbox.app import App
from bot.sandbox.clock import Clock
from bot.sandbox.model import Channel, File, Json, Message
from bot.sandbox.refusal import Refused
from bot.sandbox.socket import Link
from bot.sandbox.workspace import Workspace

_HEARD = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}
TRIGGER_SECONDS = 3.0
ANSWER_SECONDS = 30 * 60
ANSWERS = 5


@dataclass
class Trigger:
    """What lets the bot open a view, once, within three seconds of what ``user`` did."""

    user: str
    issued: float
    view: str | None = None  # the view it was done in
    used: bool = False


@dataclass
class ResponseUrl:
    """Five answers within thirty minutes, to one person in one channel."""

    user: str
    channel: str
    issued: float
    original: Message | None = None  # the message that was clicked
    uses: int = 0
    answers: list[Message] = field(default_factory=list)


class Hub:
    """The workspace with the bot listening at the other end of the link."""

    def __init__(self, app: App, clock: Clock) -> None:
        self.app = app
        self.clock = clock
        self.ws = Workspace(app, clock)
        self.link = Link(app.id)
        self.triggers: dict[str, Trigger] = {}
        self.responses: dict[str, ResponseUrl] = {}

    def post(
        self,
        channel: Channel,
        user: str,
        text: str,
        *,
        blocks: list[Json] | None = None,
        thread_ts: str | None = None,
        files: Iterable[File] = (),
        metadata: Json | None = None,
    ) -> Message:
        """A new message."""
        shared = list(files)
        message = self.ws.add(
            channel.id, user, text, blocks=blocks, thread_ts=thread_ts, files=shared,
            metadata=metadata, subtype="file_share" if shared else None,
        )  # fmt: skip
        self._message_event(channel, events.posted(self.ws, message))
        mentioned = f"<@{self.ws.bot.id}>" in text and user != self.ws.bot.id
        if mentioned and channel.kind != "im":
            self._event("app_mention", channel, events.mentioned(self.ws, message))
        return message

    def notice(
        self, channel: Channel, user: str, subtype: str, text: str, inviter: str | None = None
    ) -> None:
        """A line of Slack's own about what somebody did."""
        message = self.ws.add(channel.id, user, text, subtype=subtype)
        message.inviter = inviter
        self._message_event(channel, events.posted(self.ws, message))

    def change(self, message: Message, text: str, blocks: list[Json] | None) -> None:
        """Another text or other blocks in place of what a message said."""
        before = events.snapshot(self.ws, message)
        message.text, message.blocks = text, blocks
        message.edited = self.ws.next_ts()
        self.ws.changed()
        channel = self.ws.channels[message.channel]
        self._message_event(channel, events.edited(self.ws, message, before))

    def rewrite(self, file: File, content: bytes) -> None:
        """Other bytes in place of what a file held."""
        file.content = content
        self.ws.changed()
        if self.ws.reads(file):
            self.tell("file_change", events.file_changed(file))

    def delete(self, message: Message) -> None:
        """Take a message away; a root with replies leaves a tombstone."""
        before = events.snapshot(self.ws, message)
        channel = self.ws.channels[message.channel]
        replies = self.ws.replies(message.channel, message.ts)
        message.deleted = True
        self.ws.changed()
        if replies:
            message.subtype, message.text = "tombstone", "This message was deleted."
            message.blocks, message.files = None, []
            self._message_event(channel, events.edited(self.ws, message, before))
        else:
            self._message_event(channel, events.deleted(self.ws, message, before))

    def react(self, message: Message, user: str, name: str) -> None:
        """Put a reaction on a message."""
        users = message.reactions.setdefault(name, [])
        if user in users:
            raise Refused("already_reacted")
        users.append(user)
        self._reaction("reaction_added", message, user, name)

    def unreact(self, message: Message, user: str, name: str) -> None:
        """Take a reaction off a message."""
        users = message.reactions.get(name, [])
        if user not in users:
            raise Refused("no_reaction")
        users.remove(user)
        if not users:
            del message.reactions[name]
        self._reaction("reaction_removed", message, user, name)

    def _reaction(self, kind: str, message: Message, user: str, name: str) -> None:
        self.ws.changed()
        channel = self.ws.channels[message.channel]
        self._event(kind, channel, events.reaction(self.ws, kind, message, user, name))

    def open_app(self, user: str, tab: str = "home") -> Channel:
        """Somebody looks at the app: at its home tab, or at the messages between them."""
        channel = self.ws.direct(user)
        event = events.app_opened(self.ws, channel, user, tab)
        self._event("app_home_opened", channel, event)
        return channel

    def _message_event(self, channel: Channel, event: Json) -> None:
        self._event(_HEARD[channel.kind], channel, event)

    def _event(self, subscription: str, channel: Channel, event: Json) -> None:
        if self.ws.bot.id in channel.members:
            self.tell(subscription, event, shared=channel.shared)

    def tell(self, subscription: str, event: Json, *, shared: bool = False) -> None:
        """Send an event, if the app has subscribed to it."""
        if subscription in self.app.events:
            body = events.callback(self.ws, event)
            self.link.tell(body | {"is_ext_shared_channel": shared})

    def trigger(self, user: str, view: str | None = None) -> str:
        """A trigger for what a person did just now."""
        trigger_id = f"{int(self.clock.now() * 1000)}.{self.ws.team_id}.{token_hex(16)}"
        self.triggers[trigger_id] = Trigger(user, self.clock.now(), view)
        return trigger_id

    def use_trigger(self, trigger_id: str) -> Trigger:
        """The trigger, used up; Slack's refusal if it is unknown, old or used."""
        trigger = self.triggers.get(trigger_id)
        if trigger is None:
            raise Refused("invalid_trigger_id")
        if trigger.used:
            raise Refused("exchanged_trigger_id")
        if self.clock.now() - trigger.issued > TRIGGER_SECONDS:
            raise Refused("expired_trigger_id")
        trigger.used = True
        return trigger

    def response_url(self, user: str, channel: str, original: Message | None = None) -> str:
        """A URL for up to five answers to what a person did just now."""
        key = token_hex(16)
        self.responses[key] = ResponseUrl(user, channel, self.clock.now(), original)
        return f"{self.ws.url}sandbox/respond/{key}"

    def respond(self, key: str, answer: Json) -> None:
        """Take an answer that came to a response URL."""
        response = self.responses.get(key)
        if response is None or self.clock.now() - response.issued > ANSWER_SECONDS:
            raise Refused("expired_url")
        if response.uses >= ANSWERS:
            raise Refused("used_url")
        response.uses += 1
        self.answer(response, answer)

    def answer(self, response: ResponseUrl, answer: Json) -> None:
        """Show an answer: to the person alone, or in the channel, or in place of the original."""
        blocks = limits.check_answer(answer)
        text = str(answer.get("text") or "")
        original = response.original
        if original and answer.get("delete_original"):
            self._forget(original)
        elif original and answer.get("replace_original"):
            self._replace(original, text, blocks)
        else:
            response.answers.append(self._answered(response, answer, text, blocks))

    def _answered(
        self, response: ResponseUrl, answer: Json, text: str, blocks: list[Json] | None
    ) -> Message:
        channel = self.ws.channels[response.channel]
        thread: str | None = answer.get("thread_ts")
        if thread is None and response.original:
            thread = response.original.thread_ts
        if answer.get("response_type") == "in_channel":
            bot = self.ws.bot.id
            return self.post(channel, bot, text, blocks=blocks, thread_ts=thread)
        return self.whisper(channel, response.user, text, blocks, thread)

    def whisper(
        self,
        channel: Channel,
        user: str,
        text: str,
        blocks: list[Json] | None = None,
        thread_ts: str | None = None,
    ) -> Message:
        """A message that one person sees."""
        return self.ws.add(
            channel.id, self.ws.bot.id, text, blocks=blocks, thread_ts=thread_ts, only_for=user
        )

    def _forget(self, original: Message) -> None:
        if original.only_for:
            self.ws.whispers.remove(original)
            self.ws.changed()
        else:
            self.delete(original)

    def _replace(self, original: Message, text: str, blocks: list[Json] | None) -> None:
        if original.only_for:
            original.text, original.blocks = text, blocks
            self.ws.changed()
        else:
            self.change(original, text, blocks)
