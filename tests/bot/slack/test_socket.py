"""The socket, cut and cut off."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from slack_bolt.app.async_app import AsyncApp

from bot.errors import SettingMissing
from bot.sandbox import Sandbox
from bot.slack import Slack, SlackAway
from bot.slack.socket import Socket


class Ears:
    """An app that remembers what it heard."""

    def __init__(self, slack: Slack) -> None:
        self.heard: list[str] = []
        self.app = AsyncApp(client=slack.web)
        self.app.event("message")(self.hear)

    async def hear(self, event: dict[str, str]) -> None:
        self.heard.append(event["text"])

    @asynccontextmanager
    async def open(self, token: str, patience: float = 30.0) -> AsyncIterator[Socket]:
        socket = Socket(self.app, token, direct=True, patience=patience, ping=0.2)
        try:
            await socket.start()
            yield socket
        finally:
            await socket.close()


@pytest.fixture
def ears(slack: Slack) -> Ears:
    return Ears(slack)


async def test_hears(ears: Ears, sandbox: Sandbox) -> None:
    """What people write arrives, and hanging up leaves no connection behind."""
    desk = sandbox.channel("desk")
    async with ears.open(sandbox.app_token) as socket:
        assert await socket.connected()
        await sandbox.person("Sana").posts("The ferry was late.", desk)
        await sandbox.until(lambda: ears.heard == ["The ferry was late."])
    await sandbox.until(lambda: sandbox.hub.link.sockets == 0)
    assert not await socket.connected()


async def test_bad_app_token(ears: Ears, sandbox: Sandbox) -> None:
    """An app token that Slack does not take is told at once, by the setting's name."""
    with pytest.raises(SettingMissing, match="SLACK_APP_TOKEN"):
        async with ears.open("xapp-other"):
            pass


async def test_no_address(ears: Ears, sandbox: Sandbox) -> None:
    """A Slack that hangs up when it is asked for an address is away."""
    sandbox.fail("apps.connections.open", how="drop")
    with pytest.raises(SlackAway, match="does not answer"):
        async with ears.open(sandbox.app_token):
            pass


async def test_cut(ears: Ears, sandbox: Sandbox) -> None:
    """After the network broke, the bot is back and hears what was said meanwhile."""
    desk = sandbox.channel("desk")
    async with ears.open(sandbox.app_token):
        sandbox.hub.link.cut()
        await sandbox.until(lambda: sandbox.hub.link.sockets == 0)
        await sandbox.person("Sana").posts("The ferry was late.", desk)
        await sandbox.until(lambda: ears.heard == ["The ferry was late."])


async def test_expired_address(ears: Ears, sandbox: Sandbox) -> None:
    """An address that expired before it was used is not knocked at for ever."""
    desk = sandbox.channel("desk")
    async with ears.open(sandbox.app_token, patience=1.0):
        held = sandbox.fail("apps.connections.open", how="hold_after")
        sandbox.hub.link.cut()
        await held.reached()
        sandbox.hub.link.void_tickets()
        held.release()
        await sandbox.until(lambda: sandbox.hub.link.sockets == 1, seconds=15)
        await sandbox.person("Sana").posts("The ferry was late.", desk)
        await sandbox.until(lambda: ears.heard == ["The ferry was late."])


async def test_goes_on_after_a_fault(
    ears: Ears, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """An answer that nobody foresaw does not end the watch: the bot is back a moment later."""
    async with ears.open(sandbox.app_token, patience=1.0) as socket:
        address, ticket, asked = socket._address, "secret", []

        async def none_at_first() -> str:
            asked.append(1)
            if len(asked) == 1:
                raise KeyError("wss://ferry.example/" + ticket)
            return await address()

        monkeypatch.setattr(socket, "_address", none_at_first)
        assert socket._now is not None
        await socket._now.close_async()  # type: ignore[no-untyped-call]
        await sandbox.until(lambda: sandbox.hub.link.sockets == 1 and len(asked) == 2, seconds=15)
    assert "KeyError" in caplog.text
    assert "ferry.example/" + ticket not in caplog.text
