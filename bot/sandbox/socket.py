"""Socket Mode: tickets, sockets, envelopes, acknowledgements and redelivery."""

import asyncio
import json
from collections import deque
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from secrets import token_hex
from uuid import uuid4

from aiohttp import WSMsgType, web

from bot.sandbox.model import Json
from bot.sandbox.refusal import Trouble


@dataclass
class Envelope:
    """One delivery of one payload to one socket; ``answer`` is what came back with the ack."""

    kind: str  # events_api, slash_commands, interactive
    payload: Json
    attempt: int = 0
    id: str = field(default_factory=lambda: str(uuid4()))
    socket: int | None = None  # which connection it went to, counted from 1
    acked: bool = False
    answer: Json | None = None
    seconds: float | None = None  # from sending to the acknowledgement


class Link:
    """The app's open sockets. An envelope goes to ONE of them, in turn."""

    def __init__(self, app_id: str) -> None:
        self.app_id = app_id
        self.ack_seconds = 3.0
        self.redeliver_after: tuple[float, ...] = (0.0, 60.0, 300.0)
        self.sent: deque[Envelope] = deque(maxlen=2000)  # for tests to look at
        self.given_up: list[Json] = []  # events that no attempt got acknowledged
        self._pending: dict[int, Json] = {}
        self._tickets: set[str] = set()
        self._sockets: dict[int, web.WebSocketResponse] = {}
        self._transports: dict[int, asyncio.Transport] = {}
        self._opened = 0
        self._turn = 0
        self._connected = asyncio.Event()
        self._waiting: dict[str, tuple[Envelope, asyncio.Future[Json | None]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def unacknowledged(self) -> list[str]:
        """The kinds of event and click that nobody has acknowledged yet."""
        return [_kind(payload) for payload in self._pending.values()]

    @property
    def pending(self) -> int:
        """How many payloads wait for an acknowledgement or a redelivery."""
        return len(self._pending)

    @property
    def sockets(self) -> int:
        """How many connections are open."""
        return len(self._sockets)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the connections that are open; every connection has a new one."""
        return tuple(sorted(self._sockets))

    def ticket(self) -> str:
        """A ticket for one connection."""
        ticket = token_hex(16)
        self._tickets.add(ticket)
        return ticket

    def void_tickets(self) -> None:
        """Let every ticket that was not used expire."""
        self._tickets.clear()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until it closes; a ticket is good for one connection."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=408)
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(heartbeat=10)
        await socket.prepare(request)
        self._opened += 1
        number = self._opened
        self._sockets[number] = socket
        if request.transport:
            self._transports[number] = request.transport
        await socket.send_json(self._hello())
        self._connected.set()
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._take(frame.data)
        finally:
            self._lost(number)
        return socket

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._sockets),
            "debug_info": {
                "host": "applink-sandbox",
                "build_number": 1,
                "approximate_connection_time": 18060,
            },
            "connection_info": {"app_id": self.app_id},
        }

    def _take(self, data: str) -> None:
        with suppress(ValueError, AttributeError):
            ack = json.loads(data)
            _, answered = self._waiting.get(ack.get("envelope_id", ""), (None, None))
            if answered and not answered.done():
                answered.set_result(ack.get("payload"))

    def _lost(self, number: int) -> None:
        self._sockets.pop(number, None)
        self._transports.pop(number, None)
        if not self._sockets:
            self._connected.clear()
        for envelope, answered in list(self._waiting.values()):
            if envelope.socket == number and not answered.done():
                answered.set_exception(ConnectionResetError())

    def tell(self, body: Json) -> None:
        """Send an event; it comes again until it is acknowledged or the retries are used up.

        It waits for as long as no connection is open.
        """
        self._pending[id(body)] = body
        self._spawn(self._deliver(body))

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, body: Json) -> None:
        try:
            for attempt in range(1 + len(self.redeliver_after)):
                if attempt and self._sockets:
                    await asyncio.sleep(self.redeliver_after[attempt - 1])
                await self._connected.wait()  # while nobody is there, no attempt is used up
                with suppress(TimeoutError, ConnectionError):
                    await self._send(Envelope("events_api", body, attempt))
                    return
            self.given_up.append(body)
        finally:
            del self._pending[id(body)]

    async def ask(self, kind: str, payload: Json, *, answers: bool) -> Json | None:
        """Send a command or a click, once. Trouble if it is not acknowledged in time."""
        envelope = Envelope(kind, payload)
        self._pending[id(payload)] = payload
        try:
            return await self._send(envelope, answers=answers)
        except ConnectionError:
            raise Trouble("The app is not connected (dispatch_failed).") from None
        except TimeoutError:
            raise Trouble("The app did not answer within 3 seconds (operation_timeout).") from None
        finally:
            del self._pending[id(payload)]

    async def _send(self, envelope: Envelope, *, answers: bool = False) -> Json | None:
        if not self._sockets:
            raise ConnectionResetError
        self._turn += 1
        numbers = self.numbers
        envelope.socket = numbers[self._turn % len(numbers)]
        answered: asyncio.Future[Json | None] = asyncio.get_running_loop().create_future()
        self._waiting[envelope.id] = (envelope, answered)
        self.sent.append(envelope)
        try:
            since = asyncio.get_running_loop().time()
            await self._sockets[envelope.socket].send_json(self._frame(envelope, answers))
            envelope.answer = await asyncio.wait_for(answered, self.ack_seconds)
            envelope.acked = True
            envelope.seconds = asyncio.get_running_loop().time() - since
            return envelope.answer
        finally:
            del self._waiting[envelope.id]

    def _frame(self, envelope: Envelope, answers: bool) -> Json:
        frame: Json = {
            "envelope_id": envelope.id,
            "payload": envelope.payload,
            "type": envelope.kind,
            "accepts_response_payload": answers,
        }
        if envelope.kind == "events_api":
            frame["retry_attempt"] = envelope.attempt
            frame["retry_reason"] = "timeout" if envelope.attempt else ""
        return frame

    async def refresh(self, reason: str = "refresh_requested") -> None:
        """Tell every connection to come again, as Slack does every few hours."""
        for socket in list(self._sockets.values()):
            debug = {"host": "applink-sandbox"}
            await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": debug})

    def cut(self, number: int | None = None) -> None:
        """Break every connection, or one by its number, without a word, as a network does."""
        for each, transport in list(self._transports.items()):
            if number in (None, each):
                transport.abort()

    async def close(self) -> None:
        """Stop delivering and close every connection."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for socket in list(self._sockets.values()):
            await socket.close()


def _kind(payload: Json) -> str:
    event = payload.get("event", payload)
    return str(event.get("subtype") or event.get("type") or event.get("command"))
