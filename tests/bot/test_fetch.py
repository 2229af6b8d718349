"""Downloads: what Slack's file host may send, and who sees the token."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.errors import TooLong, Unreadable
from bot.fetch import download

COPY = b"The ferry was late, the harbour office said.\n"
LOGIN = "<!DOCTYPE html><html><title>Sign in to Slack</title></html>"


class Files:
    """A file host: says one thing at each path, and remembers who asked."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.patience = asyncio.Event()
        self.netloc = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.seen.append(request.headers.get("Authorization", ""))
        match request.match_info["name"]:
            case "ferry.txt":
                return web.Response(body=COPY, content_type="text/plain")
            case "page.html":
                return web.Response(body=COPY, content_type="text/html")
            case "login":
                return web.Response(text=LOGIN, content_type="text/html")
            case "moved":
                raise web.HTTPFound("/login")
            case "broken":
                raise web.HTTPInternalServerError
            case "cut":
                return await self._cut(request)
            case "slow":
                await self.patience.wait()
        raise web.HTTPForbidden

    async def _cut(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(COPY)
        assert request.transport is not None
        request.transport.close()
        return response

    async def get(
        self,
        name: str,
        *,
        size: int | None = len(COPY),
        limit: int = 1000,
        hosts: frozenset[str] | None = None,
        seconds: float = 10.0,
        proxy: str | None = None,
    ) -> bytes:
        return await download(
            f"http://{self.netloc}/{name}",
            token="xoxb-1",
            hosts=frozenset({self.netloc}) if hosts is None else hosts,
            limit=limit,
            size=size,
            name=name,
            seconds=seconds,
            proxy=proxy,
        )

    async def refuses(self, name: str, **more: object) -> str:
        with pytest.raises(Unreadable) as caught:
            await self.get(name, **more)  # type: ignore[arg-type]  # as get takes them
        assert "\n" not in str(caught.value)
        return str(caught.value)


@pytest.fixture
async def files() -> AsyncIterator[Files]:
    host = Files()
    app = web.Application()
    app.router.add_get("/{name}", host.answer)
    async with TestServer(app) as server:
        host.netloc = f"{server.host}:{server.port}"
        yield host
        host.patience.set()


async def test_downloads(files: Files) -> None:
    """A file comes whole, asked for with the token."""
    assert await files.get("ferry.txt") == COPY
    assert files.seen == ["Bearer xoxb-1"]


async def test_through_a_proxy(files: Files) -> None:
    """Where Slack is reached through a proxy, its files are, too."""
    proxy = f"http://{files.netloc}"
    files.netloc = "127.0.0.1:9"  # where nobody is
    assert await files.get("ferry.txt", proxy=proxy) == COPY
    assert "ConnectError" in await files.refuses("ferry.txt")


async def test_no_proxy_but_the_one_given(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that the environment alone names does not see the token."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert await files.get("ferry.txt") == COPY


async def test_a_web_page_is_legal_copy(files: Files) -> None:
    """An HTML file of the right length is the writer's own, not the login page."""
    assert await files.get("page.html") == COPY


@pytest.mark.parametrize("size", [len(COPY), None])
async def test_login_page(files: Files, size: int | None) -> None:
    """Slack's login page in place of the file is told as what it is: a missing scope."""
    assert "files:read" in await files.refuses("login", size=size)


async def test_redirect(files: Files) -> None:
    """A redirect is not followed, so the token goes nowhere else."""
    assert "files:read" in await files.refuses("moved")
    assert len(files.seen) == 1


async def test_forbidden(files: Files) -> None:
    """A file we may not have is told with what to do."""
    assert "invite me" in await files.refuses("other")


async def test_server_error(files: Files) -> None:
    """A file host in trouble is told with its status."""
    assert "status 500" in await files.refuses("broken")


async def test_cut_short(files: Files) -> None:
    """A download that breaks off is no draft."""
    assert "Share it again" in await files.refuses("cut", size=1000)


async def test_other_length(files: Files) -> None:
    """A file that is shorter than Slack says is not read as if it were whole."""
    assert "45 of 900 bytes" in await files.refuses("ferry.txt", size=900)


async def test_too_long(files: Files) -> None:
    """A file over the limit is refused, by its announced size before anything is asked for."""
    with pytest.raises(TooLong, match="parts"):
        await files.get("ferry.txt", limit=10)
    assert files.seen == []
    with pytest.raises(TooLong, match="parts"):
        await files.get("ferry.txt", limit=10, size=None)


async def test_no_end(files: Files) -> None:
    """A host that never answers is given up."""
    assert "no end after" in await files.refuses("slow", seconds=0.05)


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/a.txt",
        "http://files.slack.com/a.txt",
        "file:///etc/passwd",
        "",
        "https://files.slack.com.elsewhere.example/a",
        "https://files.slack.com@elsewhere.example/a",
    ],
)
async def test_outside(url: str) -> None:
    """Nothing but Slack's own host, over TLS, is ever asked, and so none other sees the token."""
    with pytest.raises(Unreadable, match="not kept in Slack"):
        await download(url, token="xoxb-1", hosts={"files.slack.com"}, limit=10, name="a.txt")


async def test_nobody_there(files: Files) -> None:
    """A host that is not there gets a clear line."""
    port = await _free_port()
    with pytest.raises(Unreadable, match="ConnectError"):
        await download(
            f"http://127.0.0.1:{port}/a", token="t", hosts={f"127.0.0.1:{port}"}, limit=10
        )


async def _free_port() -> int:
    server = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
    port: int = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    return port
