"""The sandbox: a Slack workspace on this machine, on 127.0.0.1 and nowhere else."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from aiohttp import web

from bot.sandbox.acts import Acts
from bot.sandbox.api import APP_TOKEN, BOT_TOKEN, WebApi
from bot.sandbox.app import App
from bot.sandbox.clock import Clock
from bot.sandbox.faults import Fault
from bot.sandbox.hub import Hub
from bot.sandbox.model import Channel, Group, Message, User
from bot.sandbox.people import Member
from bot.sandbox.places import Places
from bot.sandbox.routes import routes
from bot.sandbox.view_acts import ViewActs
from bot.sandbox.workspace import Workspace

T = TypeVar("T")
_HOST = "127.0.0.1"
_QUIET = 0.2  # seconds without a call, an ack or a change after which the bot is done


class Sandbox:
    """A workspace to try the bot in.

    ``manifest`` is the app's manifest; without one the app has ``/desk`` and two shortcuts.
    """

    bot_token = BOT_TOKEN
    app_token = APP_TOKEN

    def __init__(self, manifest: Mapping[str, Any] | None = None) -> None:
        self.app = App.from_manifest(manifest) if manifest else App()
        self.clock = Clock()
        self.hub = Hub(self.app, self.clock)
        self.api = WebApi(self.hub)
        self.acts = Acts(self.hub)
        self.view_acts = ViewActs(self.hub)
        self.places = Places(self.hub)
        self._people: dict[str, Member] = {}
        self._changed = asyncio.Event()
        self.hub.ws.watchers.append(lambda: self._changed.set())
        self._runner: web.AppRunner | None = None

    @property
    def ws(self) -> Workspace:
        """The state of the workspace."""
        return self.hub.ws

    @property
    def bot(self) -> User:
        """The bot's user."""
        return self.ws.bot

    @property
    def url(self) -> str:
        """Where the page is, without a slash at the end."""
        return self.ws.url.rstrip("/")

    @property
    def api_url(self) -> str:
        """What SLACK_API_URL has to be."""
        return self.ws.url + "api/"

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1; port 0 takes any that is free."""
        self._runner = web.AppRunner(
            routes(self.hub, self.api, self.acts, self.view_acts),
            access_log=None,
            shutdown_timeout=0.1,
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, _HOST, port).start()
        self.ws.url = f"http://{_HOST}:{self._runner.addresses[0][1]}/"

    async def stop(self) -> None:
        """Close every connection and stop listening."""
        self.api.faults.clear()
        await self.hub.link.close()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    def person(
        self, name: str, *, guest: bool = False, stranger: bool = False, tz: str = "Europe/London"
    ) -> Member:
        """The person of that name, made on first use and in every public channel.

        ``stranger``: of another organisation, here by a shared channel.
        """
        if name not in self._people:
            user = self.ws.person(name, guest=guest, stranger=stranger, tz=tz)
            self._people[name] = Member(self, user)
        return self._people[name]

    def channel(
        self, name: str, *, invited: bool = True, private: bool = False, topic: str = ""
    ) -> Channel:
        """The channel of that name, made on first use; ``invited`` says whether the bot is in."""
        return self.ws.channel(name.lstrip("#"), invited=invited, private=private, topic=topic)

    def find(self, channel: Channel | str) -> Channel:
        """A channel by itself, its id or its name."""
        if isinstance(channel, Channel):
            return channel
        return self.ws.channels.get(channel) or self.channel(channel)

    def messages(self, channel: Channel | str) -> list[Message]:
        """Every message of a channel in order of time, replies included."""
        return self.ws.messages(self.find(channel).id)

    def message(self, ts: str, channel: Channel | str) -> Message:
        """One message, root or reply."""
        return self.acts.message(self.find(channel), ts)

    def thread(self, ts: str, channel: Channel | str) -> list[Message]:
        """A root and its replies in order of time: the replies are ``[1:]``."""
        where = self.find(channel).id
        root = self.ws.message(where, ts)
        return ([root] if root else []) + self.ws.replies(where, ts)

    def whispers(self, person: Member | str) -> list[Message]:
        """What the bot said to one person alone, oldest first."""
        wanted = person.id if isinstance(person, Member) else person
        return [w for w in self.ws.whispers if w.only_for == wanted]

    def group(self, handle: str, members: Iterable[Member] | None = None) -> Group:
        """The user group of that handle; ``members`` are those it has from now on."""
        ids = None if members is None else [member.id for member in members]
        return self.places.group(handle.lstrip("@"), ids)

    def fail(self, method: str, times: int = 1, how: str = "429") -> Fault:
        """Let the next calls of a method fail, break or wait; see ``Fault`` for how.

        ``method`` may be "*" for all of them, "files.download" or "response_url".
        """
        return self.api.faults.order(method, times, how)

    async def until(self, condition: Callable[[], T], seconds: float = 10) -> T:
        """Wait until the condition is true of the workspace; what it gave."""
        deadline = asyncio.get_running_loop().time() + seconds
        while True:
            self._changed.clear()
            met = condition()
            if met:
                return met
            if asyncio.get_running_loop().time() > deadline:
                raise TimeoutError(f"Not so within {seconds:g} seconds.")
            await self._change(0.05)

    async def connected(self, seconds: float = 10) -> None:
        """Wait until the bot has a socket open."""
        await self.until(lambda: self.hub.link.sockets, seconds)

    async def settled(self, seconds: float = 10) -> None:
        """Wait until every envelope is acknowledged and the bot has been quiet for a moment."""
        loop = asyncio.get_running_loop()
        deadline, quiet_since, last = loop.time() + seconds, loop.time(), self._traffic()
        while loop.time() - quiet_since < _QUIET:
            if loop.time() > deadline:
                unacknowledged = ", ".join(self.hub.link.unacknowledged()) or "nothing"
                raise TimeoutError(
                    f"Not settled after {seconds:g} seconds; not acknowledged: {unacknowledged}."
                )
            await asyncio.sleep(_QUIET / 10)
            now = self._traffic()
            if now != last or self.hub.link.pending or self.api.busy:
                quiet_since, last = loop.time(), now

    def _traffic(self) -> tuple[int, int]:
        return self.ws.seq, self.api.counted

    async def _change(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._changed.wait(), seconds)
        except TimeoutError:
            return
