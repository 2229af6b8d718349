"""A sandbox, and a real Bolt app over a real socket that a test teaches what to do."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Channel, Member, Sandbox

Json = dict[str, Any]


class Bot:
    """A Bolt app that keeps what it hears; more is taught with ``app``."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.client = AsyncWebClient(
            token=sandbox.bot_token, base_url=sandbox.api_url, retry_handlers=[]
        )
        self.app = AsyncApp(client=self.client)
        self.heard: list[Json] = []  # bodies of events
        self.done: list[Json] = []  # bodies of commands, presses, shortcuts, views
        for event in ("message", "app_mention", "reaction_added", "reaction_removed",
                      "member_joined_channel", "member_left_channel", "channel_left",
                      "group_left", "channel_archive", "channel_unarchive", "app_home_opened",
                      "subteam_members_changed", "subteam_updated"):  # fmt: skip
            self.take_event(event)
        self.handler = AsyncSocketModeHandler(self.app, sandbox.app_token, ping_interval=1)

    async def _hear(self, body: Json) -> None:
        self.heard.append(body)

    def take_event(self, kind: str) -> None:
        """Keep events of a kind."""
        self.app.event(kind)(self._hear)

    def take(self, constraint: Callable[..., Any], of: str, **answer: Any) -> None:
        """Keep the body of what comes and acknowledge it with ``answer``."""

        async def take(ack: Any, body: Json) -> None:
            self.done.append(body)
            await ack(**answer)

        constraint(of)(take)

    def events(self, kind: str, subtype: str | None = None) -> list[Json]:
        """The inner events of a kind, heard so far."""
        events = [body["event"] for body in self.heard]
        return [e for e in events if e["type"] == kind and e.get("subtype") == subtype]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox()
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    bot = Bot(sandbox)
    await bot.handler.connect_async()  # type: ignore[no-untyped-call]
    await sandbox.connected()
    yield bot
    await bot.handler.close_async()  # type: ignore[no-untyped-call]


@pytest.fixture
def client(sandbox: Sandbox) -> AsyncWebClient:
    return AsyncWebClient(token=sandbox.bot_token, base_url=sandbox.api_url, retry_handlers=[])


@pytest.fixture
def sana(sandbox: Sandbox) -> Member:
    return sandbox.person("Sana")


@pytest.fixture
def desk(sandbox: Sandbox) -> Channel:
    return sandbox.channel("desk-foreign")
