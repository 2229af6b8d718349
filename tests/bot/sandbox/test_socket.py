"""Socket Mode: one socket per payload, redelivery of events, reconnecting."""

import asyncio
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Channel, Member, Sandbox


class Listener:
    """A bare socket: hears envelopes and acknowledges only when told to."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._web = aiohttp.ClientSession()

    async def open(self) -> dict[str, Any]:
        client = AsyncWebClient(base_url=self._sandbox.api_url)
        answer = await client.apps_connections_open(app_token=self._sandbox.app_token)
        self.url: str = answer["url"]
        self.socket = await self._web.ws_connect(self.url)
        return await self.next()

    async def next(self) -> dict[str, Any]:
        frame: dict[str, Any] = await self.socket.receive_json(timeout=5)
        return frame

    async def ack(self, frame: dict[str, Any], **payload: Any) -> None:
        answer = {"envelope_id": frame["envelope_id"]}
        await self.socket.send_json({**answer, "payload": payload} if payload else answer)

    async def status_of(self, url: str) -> int:
        try:
            async with self._web.ws_connect(url):
                return 101
        except aiohttp.WSServerHandshakeError as refused:
            return refused.status

    async def close(self) -> None:
        await self._web.close()


async def test_hello_and_an_envelope(sandbox: Sandbox, sana: Member, desk: Channel) -> None:
    """A socket is greeted, then gets events in envelopes that say they take no answer."""
    listener = Listener(sandbox)
    hello = await listener.open()
    assert (hello["type"], hello["num_connections"]) == ("hello", 1)
    assert hello["connection_info"] == {"app_id": sandbox.app.id}

    await sana.posts("A draft", desk)
    frame = await listener.next()
    assert set(frame) == {
        "envelope_id", "payload", "type", "accepts_response_payload", "retry_attempt",
        "retry_reason",
    }  # fmt: skip
    assert (frame["type"], frame["accepts_response_payload"]) == ("events_api", False)
    assert (frame["retry_attempt"], frame["retry_reason"]) == (0, "")
    await listener.ack(frame)
    await sandbox.settled()
    await listener.close()


async def test_an_event_comes_again_until_it_is_acknowledged(
    sandbox: Sandbox, sana: Member, desk: Channel
) -> None:
    """The same event comes again as attempts 1, 2, 3, and then no more."""
    sandbox.hub.link.ack_seconds = 0.05
    sandbox.hub.link.redeliver_after = (0.0, 0.02, 0.02)
    listener = Listener(sandbox)
    await listener.open()
    await sana.posts("A draft", desk)
    frames = [await listener.next() for _ in range(4)]
    await sandbox.settled()

    assert [f["retry_attempt"] for f in frames] == [0, 1, 2, 3]
    assert [f["retry_reason"] for f in frames] == ["", "timeout", "timeout", "timeout"]
    assert len({f["payload"]["event_id"] for f in frames}) == 1
    assert len(sandbox.hub.link.sent) == 4
    await listener.close()


async def test_an_acknowledged_event_does_not_come_again(
    sandbox: Sandbox, sana: Member, desk: Channel
) -> None:
    """After a missed first delivery the acknowledged second one is the last."""
    sandbox.hub.link.ack_seconds = 0.2
    sandbox.hub.link.redeliver_after = (0.0, 0.02, 0.02)
    listener = Listener(sandbox)
    await listener.open()
    await sana.posts("A draft", desk)
    await listener.next()
    await listener.ack(await listener.next())
    await sandbox.settled()
    missed, heard = sandbox.hub.link.sent
    assert (missed.acked, missed.seconds, heard.acked) == (False, None, True)
    assert heard.seconds is not None
    await listener.close()


async def test_an_event_of_a_lost_socket_goes_to_the_next(
    sandbox: Sandbox, sana: Member, desk: Channel
) -> None:
    """The app dies with an event in its hands; the event is there when the app is back."""
    dying = Listener(sandbox)
    await dying.open()
    await sana.posts("A draft", desk)
    first = await dying.next()
    await dying.close()
    await sandbox.until(lambda: not sandbox.hub.link.sockets)

    back = Listener(sandbox)
    await back.open()
    again = await back.next()
    assert again["payload"]["event_id"] == first["payload"]["event_id"]
    assert again["retry_attempt"] >= 1
    await back.ack(again)
    await sandbox.settled()
    await back.close()


async def test_what_was_said_meanwhile_waits_for_the_app(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """A post made while nobody listened arrives with the next connection."""
    await bot.handler.client.disconnect()
    await sandbox.until(lambda: not sandbox.hub.link.sockets)
    await sana.posts("A draft", desk)
    await sandbox.until(lambda: bot.events("message"))


async def test_each_payload_goes_to_one_socket(
    sandbox: Sandbox, sana: Member, desk: Channel
) -> None:
    """With two sockets open every event is delivered once, by turns."""
    one, two = Listener(sandbox), Listener(sandbox)
    await one.open()
    assert (await two.open())["num_connections"] == 2
    for n in range(4):
        await sana.posts(f"draft {n}", desk)
    heard = []
    for listener in (one, one, two, two):
        frame = await listener.next()
        heard.append(frame["payload"]["event"]["text"])
        await listener.ack(frame)
    await sandbox.settled()
    assert sorted(heard) == [f"draft {n}" for n in range(4)]
    assert len(sandbox.hub.link.sent) == 4
    await one.close()
    await two.close()


async def test_a_ticket_is_good_for_one_connection(sandbox: Sandbox) -> None:
    """A used, expired or invented ticket gets no socket."""
    listener = Listener(sandbox)
    await listener.open()
    assert await listener.status_of(listener.url) == 408
    client = AsyncWebClient(base_url=sandbox.api_url)
    fresh = await client.apps_connections_open(app_token=sandbox.app_token)
    sandbox.hub.link.void_tickets()
    assert await listener.status_of(fresh["url"]) == 408
    await listener.close()


async def test_the_app_comes_back_when_asked_to(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """After a disconnect frame the app has a new socket and hears on."""
    before = set(sandbox.hub.link.numbers)
    await sandbox.hub.link.refresh()
    await sandbox.until(lambda: set(sandbox.hub.link.numbers) - before)
    await sana.posts("A draft", desk)
    await sandbox.until(lambda: bot.events("message"))


async def test_the_app_comes_back_after_a_cut(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """A connection that breaks without a word is opened again and nothing is lost."""
    sandbox.hub.link.cut()
    await sandbox.until(lambda: not sandbox.hub.link.sockets)
    await sana.posts("A draft", desk)
    await sandbox.until(lambda: bot.events("message"))


async def test_commands_and_presses_say_whether_they_take_an_answer(
    sandbox: Sandbox, sana: Member, desk: Channel
) -> None:
    """A slash command accepts a payload with the ack, a shortcut does not."""
    listener = Listener(sandbox)
    await listener.open()
    typed = asyncio.create_task(sana.types("/desk status", desk))
    frame = await listener.next()
    assert (frame["type"], frame["accepts_response_payload"]) == ("slash_commands", True)
    assert "retry_attempt" not in frame
    await listener.ack(frame, text="Nothing open")
    assert await typed == "Nothing open"

    used = asyncio.create_task(sana.uses("review_new"))
    frame = await listener.next()
    assert (frame["type"], frame["accepts_response_payload"]) == ("interactive", False)
    await listener.ack(frame)
    await used
    await listener.close()
