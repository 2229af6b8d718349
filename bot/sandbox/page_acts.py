"""What the page asks for, verb by verb."""

from base64 import b64decode
from collections.abc import Awaitable, Callable

from bot.sandbox.acts import Acts
from bot.sandbox.model import Channel, Json, User
from bot.sandbox.places import Places
from bot.sandbox.refusal import Trouble
from bot.sandbox.view_acts import ViewActs

Verb = Callable[[User, Json], Awaitable[Json]]


class PageActs:
    """One method per verb; each takes the person and the facts the page sent."""

    def __init__(self, acts: Acts, views: ViewActs) -> None:
        self._acts = acts
        self._views = views
        self._hub = acts.hub
        self._places = Places(acts.hub)
        self._verbs: dict[str, Verb] = {
            "post": self.post, "upload": self.upload, "edit": self.edit, "delete": self.delete,
            "react": self.react, "type": self.type, "press": self.press,
            "shortcut": self.shortcut, "submit": self.submit, "close": self.close,
            "view_press": self.view_press, "attach": self.attach, "open_app": self.open_app,
            "suggest": self.suggest, "invite": self.invite, "remove": self.remove,
            "archive": self.archive, "lock": self.lock,
        }  # fmt: skip

    async def do(self, facts: Json) -> Json:
        """Do what the facts say; Trouble says why not."""
        verb = self._verbs.get(str(facts.get("verb")))
        if verb is None:
            raise Trouble("The sandbox does not know that verb.")
        return await verb(self._acts.user(str(facts.get("person"))), facts)

    def _channel(self, facts: Json) -> Channel:
        return self._acts.channel(facts["channel"])

    async def post(self, user: User, facts: Json) -> Json:
        """Write a message or a reply."""
        thread = facts.get("thread")
        return {"ts": self._acts.post(user, self._channel(facts), facts["text"], thread).ts}

    async def upload(self, user: User, facts: Json) -> Json:
        """Share a file."""
        content = b64decode(facts["base64"], validate=True)
        where, name, thread = self._channel(facts), facts["name"], facts.get("thread")
        text = facts.get("text", "")
        return {"ts": self._acts.upload(user, where, name, content, text, thread).ts}

    async def edit(self, user: User, facts: Json) -> Json:
        """Change a message of one's own."""
        self._acts.edit(user, self._channel(facts), facts["ts"], facts["text"])
        return {}

    async def delete(self, user: User, facts: Json) -> Json:
        """Delete a message of one's own."""
        self._acts.delete(user, self._channel(facts), facts["ts"])
        return {}

    async def react(self, user: User, facts: Json) -> Json:
        """Put a reaction on, or take it off."""
        self._acts.react(user, self._channel(facts), facts["ts"], facts["name"])
        return {}

    async def type(self, user: User, facts: Json) -> Json:
        """Type a slash command; its answer is in the channel, for this person."""
        await self._acts.type(user, self._channel(facts), facts["text"])
        return {}

    async def press(self, user: User, facts: Json) -> Json:
        """Press or choose in a message."""
        where = self._channel(facts)
        await self._acts.press(
            user, where, facts["ts"], facts["block_id"], facts["action_id"], facts
        )
        return {}

    async def shortcut(self, user: User, facts: Json) -> Json:
        """Use a shortcut, on a message or anywhere."""
        where = self._channel(facts) if facts.get("channel") else None
        await self._acts.shortcut(user, facts["callback_id"], where, facts.get("ts"))
        return {}

    async def submit(self, user: User, facts: Json) -> Json:
        """Send a view in; the errors are in the state."""
        view = self._views.view(user, facts["view_id"])
        self._views.take(view, facts.get("values", {}))
        await self._views.submit(user, view)
        return {}

    async def close(self, user: User, facts: Json) -> Json:
        """Close a view."""
        await self._views.close(user, self._views.view(user, facts["view_id"]))
        return {}

    async def view_press(self, user: User, facts: Json) -> Json:
        """Press or choose in a view, with what is filled in so far."""
        view = self._views.view(user, facts["view_id"])
        self._views.take(view, facts.get("values", {}))
        await self._views.press(user, view, facts["block_id"], facts["action_id"], facts)
        return {}

    async def attach(self, user: User, facts: Json) -> Json:
        """Upload a file into a view's field; it is in no channel yet."""
        content = b64decode(facts["base64"], validate=True)
        file = self._hub.ws.upload(facts["name"], content, user.id, None)
        return {"file": {"id": file.id, "name": file.name, "size": len(content)}}

    async def suggest(self, user: User, facts: Json) -> Json:
        """What a list that the app fills offers for what is typed."""
        view = self._views.view(user, facts["view_id"])
        typed = str(facts.get("typed", ""))
        return await self._views.suggest(user, view, facts["block_id"], facts["action_id"], typed)

    async def open_app(self, user: User, facts: Json) -> Json:
        """Look at the app: its home tab, or the direct messages with it."""
        tab = "home" if facts.get("tab") == "home" else "messages"
        return {"channel": self._hub.open_app(user.id, tab).id}

    async def invite(self, user: User, facts: Json) -> Json:
        """Bring the app into a channel."""
        self._places.join(self._channel(facts), self._hub.ws.bot.id, user.id)
        return {}

    async def remove(self, user: User, facts: Json) -> Json:
        """Remove the app from a channel."""
        self._places.leave(self._channel(facts), self._hub.ws.bot.id, user.id)
        return {}

    async def archive(self, user: User, facts: Json) -> Json:
        """Archive a channel, or bring it back with ``on`` false."""
        self._places.archive(self._channel(facts), user.id, archived=bool(facts.get("on", True)))
        return {}

    async def lock(self, user: User, facts: Json) -> Json:
        """Lock a thread, or open it again with ``on`` false."""
        self._places.lock(self._channel(facts), facts["ts"], locked=bool(facts.get("on", True)))
        return {}
