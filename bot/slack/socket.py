"""The sockets that Slack speaks through, and the watch over each that builds a new one."""

import asyncio
import contextlib
import logging
import time
import traceback

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp

from bot.errors import CopychiefError, SettingMissing
from bot.slack.refusal import TROUBLE, SlackAway, refusal

log = logging.getLogger(__name__)
_library = logging.getLogger("bot.slack.socket.library")
_library.setLevel(logging.ERROR)


@_library.addFilter
def _one_line(record: logging.LogRecord) -> bool:
    """The library's tracebacks fill a log while the network is away: keep the line alone."""
    record.exc_info = None
    return True


class Socket:
    """Socket Mode over two connections: while one is gone, Slack sends everything to the other.

    ``patience``: seconds without a connection until a new one is made in its place; ``ping``:
    seconds between pings, four of which may stay unanswered.
    """

    def __init__(
        self,
        app: AsyncApp,
        app_token: str,
        *,
        direct: bool = False,
        patience: float = 30.0,
        ping: float = 3.0,
        count: int = 2,
    ) -> None:
        self.connections = tuple(
            Connection(app, app_token, direct=direct, patience=patience, ping=ping)
            for _ in range(count)
        )

    async def start(self) -> None:
        """Connect; one connection is enough, the watch goes on trying for the others.

        SettingMissing if Slack does not take the app's token, SlackAway if it does not answer.
        """
        opening = (connection.open() for connection in self.connections)
        failures = await asyncio.gather(*opening, return_exceptions=True)
        failed = [failure for failure in failures if failure is not None]
        if len(failed) == len(self.connections):
            told = [failure for failure in failed if isinstance(failure, SettingMissing)]
            raise (told or failed)[0]
        for failure in failed:
            if not isinstance(failure, CopychiefError):
                raise failure
            log.warning("One socket is open, another not yet: %s", failure)
        for connection in self.connections:
            connection.watch()

    async def close(self) -> None:
        """Stop watching and hang up."""
        await asyncio.gather(*(connection.close() for connection in self.connections))

    async def connected(self) -> bool:
        """True while Slack can reach us."""
        return any([await connection.connected() for connection in self.connections])


class Connection:
    """One connection that outlives its handlers.

    The library goes on for ever with an address that Slack has let expire; after ``patience``
    seconds without a connection we throw its handler away and make a new one.
    """

    def __init__(
        self, app: AsyncApp, app_token: str, *, direct: bool, patience: float, ping: float
    ) -> None:
        self._app = app
        self._token = app_token
        self._direct = direct
        self._patience = patience
        self._ping = ping
        self._now: AsyncSocketModeHandler | None = None
        self._watch: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Connect; SettingMissing if Slack does not take the app's token."""
        self._now = await self._connected()

    def watch(self) -> None:
        """From now on make a new connection whenever this one is gone for too long."""
        self._watch = asyncio.create_task(self._watching())

    async def close(self) -> None:
        """Stop watching and hang up."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.wait({self._watch})
        await _hang_up(self._now)
        self._now = None

    async def connected(self) -> bool:
        """True while Slack can reach us by this connection."""
        return self._now is not None and bool(await self._now.client.is_connected())

    async def _connected(self) -> AsyncSocketModeHandler:
        address = await self._address()
        handler = AsyncSocketModeHandler(
            self._app, self._token, logger=_library, ping_interval=self._ping
        )
        if self._direct:
            handler.client.proxy = None
        handler.client.wss_uri = address
        try:
            async with asyncio.timeout(self._patience):
                await handler.connect_async()  # type: ignore[no-untyped-call]
        except TimeoutError:
            await _hang_up(handler)
            raise SlackAway("Slack's socket does not answer: check the network.") from None
        except BaseException:
            await _hang_up(handler)
            raise
        return handler

    async def _address(self) -> str:
        # Asked for here, since the library asks again and again whatever the answer is.
        try:
            answer = await self._app.client.apps_connections_open(app_token=self._token)
        except TROUBLE as error:
            raise _about_app_token(refusal("apps.connections.open", error)) from None
        return str(answer["url"])

    async def _watching(self) -> None:
        alive = time.monotonic()
        while True:
            await asyncio.sleep(self._patience / 10)
            try:
                if not await self.connected():
                    if time.monotonic() - alive < self._patience:
                        continue
                    await self._again()
            except Exception as error:  # its message may hold the address, a secret
                frames = "".join(traceback.format_tb(error.__traceback__))
                log.error("Slack's socket: %s\n%s", type(error).__name__, frames)
            alive = time.monotonic()

    async def _again(self) -> None:
        log.warning("Slack's socket has been away for %g s: making a new one.", self._patience)
        await _hang_up(self._now)
        self._now = None
        try:
            self._now = await self._connected()
        except CopychiefError as error:
            log.warning("No new socket yet: %s", error)


def _about_app_token(error: CopychiefError) -> CopychiefError:
    if isinstance(error, SettingMissing):
        return SettingMissing(
            "Slack does not accept SLACK_APP_TOKEN: api.slack.com/apps, your app, Basic "
            "Information, App-Level Tokens, scope connections:write; and Socket Mode must be on"
        )
    return error


async def _hang_up(handler: AsyncSocketModeHandler | None) -> None:
    """Close a handler, waiting only a moment for a far end that may be gone."""
    if handler is None:
        return
    with contextlib.suppress(Exception):
        async with asyncio.timeout(1.0):
            await handler.close_async()  # type: ignore[no-untyped-call]
    # What close_async had no time for.
    client = handler.client
    for task in (
        client.message_processor,
        client.current_session_monitor,
        client.message_receiver,
    ):
        if task is not None:
            task.cancel()
    await client.aiohttp_client_session.close()
