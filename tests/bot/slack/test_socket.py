"""The sockets, cut and cut off."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

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
        self.app.command("/desk")(self.answer)

    async def answer(self, ack: AsyncAck) -> None:
        await ack("Here.")

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
    sandbox.fail("apps.connections.open", times=2, how="drop")
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
        await sandbox.until(lambda: sandbox.hub.link.sockets == 2, seconds=15)
        await sandbox.person("Sana").posts("The ferry was late.", desk)
        await sandbox.until(lambda: ears.heard == ["The ferry was late."])


async def test_one_is_cut(ears: Ears, sandbox: Sandbox) -> None:
    """While one of the two sockets is cut and comes back, every command is acknowledged."""
    desk, sana = sandbox.channel("desk"), sandbox.person("Sana")
    link = sandbox.hub.link
    async with ears.open(sandbox.app_token):
        await sandbox.until(lambda: link.sockets == 2)
        first, second = link.numbers
        link.cut(first)
        await sandbox.until(lambda: first not in link.numbers)
        answers = []
        while link.sockets < 2:
            answers.append(await sana.types("/desk", desk))
        answers += [await sana.types("/desk", desk) for _ in range(4)]
    assert set(answers) == {"Here."}
    assert len(answers) > 4
    assert all(sent.acked for sent in link.sent)
    assert second in {sent.socket for sent in link.sent}


async def test_one_is_stuck(ears: Ears, sandbox: Sandbox) -> None:
    """A connection whose address is never answered is made anew; the other is left alone."""
    link = sandbox.hub.link
    async with ears.open(sandbox.app_token, patience=4.0):
        await sandbox.until(lambda: link.sockets == 2)
        first, second = link.numbers
        stuck = sandbox.fail("apps.connections.open", how="hold")
        link.cut(first)
        await stuck.reached()
        await sandbox.until(lambda: link.sockets == 2, seconds=30)
        assert second in link.numbers


async def test_starts_with_one(ears: Ears, sandbox: Sandbox) -> None:
    """One socket is enough to start with; the other is opened as soon as that can be done."""
    sandbox.fail("apps.connections.open", how="error:internal_error")
    async with ears.open(sandbox.app_token, patience=1.0) as socket:
        assert await socket.connected()
        await sandbox.until(lambda: sandbox.hub.link.sockets == 2, seconds=15)


async def test_a_refresh(ears: Ears, sandbox: Sandbox) -> None:
    """When Slack asks for new connections, nothing that is said meanwhile is missed."""
    desk, sana, link = sandbox.channel("desk"), sandbox.person("Sana"), sandbox.hub.link
    said = [f"The ferry was late {n} times." for n in range(20)]
    async with ears.open(sandbox.app_token):
        await sandbox.until(lambda: link.sockets == 2)
        before = link.numbers
        refreshing = asyncio.create_task(link.refresh())
        for line in said:
            await sana.posts(line, desk)
            await asyncio.sleep(0)
        await refreshing
        await sandbox.until(lambda: len(set(link.numbers) - set(before)) == 2)
        await sandbox.until(lambda: set(ears.heard) == set(said))


async def test_goes_on_after_a_fault(
    ears: Ears, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """An answer that nobody foresaw does not end the watch: the bot is back a moment later."""
    async with ears.open(sandbox.app_token, patience=1.0) as socket:
        connection, ticket, asked = socket.connections[0], "secret", []
        address = connection._address

        async def none_at_first() -> str:
            asked.append(1)
            if len(asked) == 1:
                raise KeyError("wss://ferry.example/" + ticket)
            return await address()

        monkeypatch.setattr(connection, "_address", none_at_first)
        assert connection._now is not None
        await connection._now.close_async()  # type: ignore[no-untyped-call]
        await sandbox.until(lambda: sandbox.hub.link.sockets == 2 and len(asked) == 2, seconds=15)
    assert "KeyError" in caplog.text
    assert "ferry.example/" + ticket not in caplog.text
