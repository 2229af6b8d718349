"""Pages of the web: how they are asked for, and what no page can make us do."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Sequence
from ipaddress import ip_network

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.errors import TooLong, Unreadable
from bot.fetch import Page, page
from bot.reach import Reach
from bot.settings import ReadHosts

COPY = b"<h1>Ferry late</h1><p>The ferry was late, the harbour office said.</p>"
HERE = ReadHosts(frozenset(), (ip_network("127.0.0.0/8"),))


class Site:
    """A web site on this machine under any name: says one thing at each path, notes requests."""

    def __init__(self) -> None:
        self.port = 0
        self.asked: list[web.Request] = []
        self.looked_up: list[str] = []
        self.elsewhere: dict[str, list[str]] = {}
        self.patience = asyncio.Event()

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        self.looked_up.append(host)
        return self.elsewhere.get(host, ["127.0.0.1"])

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        match request.path.split("/")[1:]:
            case ["status", status]:
                return web.Response(status=int(status))
            case ["hops", left] if left != "0":
                raise web.HTTPFound(f"/hops/{int(left) - 1}", headers={"Set-Cookie": "a=b"})
            case ["to"]:
                return web.Response(status=302, headers={"Location": request.query["url"]})
            case ["slow"]:
                await self.patience.wait()
            case ["endless" | "drip" as how]:
                return await self._goes_on(request, how == "drip")
            case ["packed"]:
                return web.Response(body=gzip.compress(COPY), headers={"Content-Encoding": "gzip"})
            case ["bomb"]:
                body = gzip.compress(bytes(20_000_000))
                return web.Response(body=body, headers={"Content-Encoding": "gzip"})
            case ["packed", other]:
                return web.Response(body=COPY, headers={"Content-Encoding": other})
            case ["cut"]:
                body = gzip.compress(COPY)[:-12]
                return web.Response(body=body, headers={"Content-Encoding": "gzip"})
        return web.Response(body=COPY, headers={"Content-Type": "Text/HTML; charset=UTF-8"})

    async def _goes_on(self, request: web.Request, slowly: bool) -> web.StreamResponse:
        """A body that has no end, a letter at a time or as fast as it goes."""
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        for _ in range(10_000):
            await response.write(b"a" if slowly else b"a" * 10_000)
            await asyncio.sleep(0.01 if slowly else 0)
        return response

    def url(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    async def get(self, url: str, *, limit: int = 10_000, seconds: float = 10.0) -> Page:
        reach = Reach(HERE, self.resolve)
        return await page(url, reach=reach, limit=limit, seconds=seconds)

    async def refuses(self, url: str, **more: float) -> str:
        with pytest.raises(Unreadable) as caught:
            await self.get(url, **more)  # type: ignore[arg-type]  # as get takes them
        assert "\n" not in str(caught.value)
        return str(caught.value)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    there = Site()
    app = web.Application()
    app.router.add_get("/{path:.*}", there.answer)
    async with TestServer(app, host="127.0.0.1") as server:
        assert server.port
        there.port = server.port
        yield there
        there.patience.set()


async def test_a_page_comes_whole(site: Site) -> None:
    """With its type, its charset and the address it was found at, the fragment left out."""
    got = await site.get(site.url("/a?b=c#d"))
    assert got == Page(COPY, "text/html", "utf-8", site.url("/a?b=c"))
    [asked] = site.asked
    assert asked.headers["User-Agent"].startswith("Copychief/")
    assert asked.headers["Host"] == f"news.example:{site.port}"


async def test_a_name_is_looked_up_once(site: Site) -> None:
    """What was checked is what is connected to: a second answer is never asked for."""
    await site.get(site.url("/"))
    assert site.looked_up == ["news.example"]


async def test_the_next_address_is_tried(site: Site) -> None:
    """A host with several addresses is reached although the first is not at home."""
    site.elsewhere = {"news.example": ["127.0.0.9", "127.0.0.1"]}
    assert (await site.get(site.url("/"))).data == COPY


async def test_an_address_of_ipv6(site: Site) -> None:
    """A number with colons is connected to like any other; here nobody is at home."""
    site.elsewhere = {"news.example": ["::1"]}
    reach = Reach(ReadHosts(frozenset({"news.example"})), site.resolve)
    with pytest.raises(Unreadable, match="ConnectError"):
        await page(site.url("/"), reach=reach, limit=1000)


async def test_no_proxy_but_the_one_given(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment's proxy is not used unasked."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert (await site.get(site.url("/"))).data == COPY


async def test_through_a_proxy(site: Site) -> None:
    """A proxy is told the name, which it may know alone; what is known to be inside is refused."""
    site.elsewhere = {"far.example": [], "inside.example": ["10.0.0.1"]}
    reach, proxy = Reach(HERE, site.resolve), f"http://127.0.0.1:{site.port}"
    got = await page("http://far.example/a", reach=reach, limit=1000, proxy=proxy)
    assert (got.data, got.address) == (COPY, "http://far.example/a")
    assert site.asked[0].headers["Host"] == "far.example"
    with pytest.raises(Unreadable, match="private network"):
        await page("http://inside.example/", reach=reach, limit=1000, proxy=proxy)
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://metadata.google.internal/computeMetadata/v1/", "private network"),
        ("http://wiki.corp/", "private network"),
        ("http://intranet/", "private network"),
        ("http://printer.LOCAL./", "private network"),
        ("http://far.example:9200/_search", "not on 9200"),
    ],
)
async def test_no_way_inside_through_a_proxy(site: Site, url: str, why: str) -> None:
    """A name that only the proxy knows is not asked for, if it sounds like one inside."""
    names = "metadata.google.internal wiki.corp intranet printer.local. far.example"
    site.elsewhere = {name: [] for name in names.split()}
    reach, proxy = Reach(HERE, site.resolve), f"http://127.0.0.1:{site.port}"
    with pytest.raises(Unreadable, match=why):
        await page(url, reach=reach, limit=1000, proxy=proxy)
    assert site.asked == []


async def test_no_proxy_before_our_own(site: Site) -> None:
    """What the setting allows is in the house, and reached without the proxy."""
    reach, proxy = Reach(HERE, site.resolve), "http://127.0.0.1:9"
    assert (await page(site.url("/"), reach=reach, limit=1000, proxy=proxy)).data == COPY
    site.elsewhere = {"cms.example": []}
    ours = Reach(ReadHosts(frozenset({"cms.example"})), site.resolve)
    with pytest.raises(Unreadable, match="no site called"):
        await page(site.url("/", "cms.example"), reach=ours, limit=1000, proxy=proxy)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "proxy:8080", "http://127.0.0.1:9"])
async def test_a_proxy_that_is_none(site: Site, proxy: str) -> None:
    """One of a kind that we do not speak, or that is not there, gets one line."""
    site.elsewhere = {"far.example": []}
    with pytest.raises(Unreadable, match="did not give me the page"):
        await page("http://far.example/", reach=Reach(HERE, site.resolve), limit=9, proxy=proxy)


async def test_redirects(site: Site) -> None:
    """Five are followed, and no more; no cookie goes along."""
    assert (await site.get(site.url("/hops/5"))).address == site.url("/hops/0")
    assert not any("Cookie" in request.headers for request in site.asked)
    assert "from one address to the next" in await site.refuses(site.url("/hops/6"))


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("http://10.0.0.1/", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "private network"),
        ("http://[::1]:6379/", "private network"),
        ("//inside.example/x", "private network"),
        ("file:///etc/passwd", "is none"),
        ("gopher://127.0.0.1:70/", "is none"),
        ("http://me:word@news.example/", "log in nowhere"),
        ("http://[", "did not give me the page"),
    ],
)
async def test_redirects_are_checked(site: Site, target: str, why: str) -> None:
    """Where a page sends us is held to the same as where a person does."""
    site.elsewhere = {
        "10.0.0.1": ["10.0.0.1"],
        "169.254.169.254": ["169.254.169.254"],
        "::1": ["::1"],
        "inside.example": ["10.0.0.1"],
    }
    url = str(site.url("/to?url=") + target.replace("#", "%23"))
    assert why in await site.refuses(url)
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "url",
    ["", "no", "//news.example/a", "ftp://news.example/a", "javascript:alert(1)", "http://",
     "http:///a", "https://\x00/", "http://[::1", "data:text/plain,a", "ferry\nlate", "a" * 3000, "file:///etc/passwd"],
)  # fmt: skip
async def test_what_is_no_address(site: Site, url: str) -> None:
    """Nothing but http and https is ever asked for."""
    assert "I read http and https addresses" in await site.refuses(url)
    assert site.looked_up == []


async def test_no_password_is_used(site: Site) -> None:
    """A password in an address is not sent, and not repeated in the line."""
    line = await site.refuses(f"http://ines:tide@127.0.0.1:{site.port}/")
    assert "log in nowhere" in line
    assert "tide" not in line
    assert site.asked == []


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (401, "logged in"), (403, "logged in"), (404, "check the address"),
        (410, "check the address"), (429, "in a minute"), (500, "status 500"), (204, "status 204"),
        (304, "status 304"),
    ],
)  # fmt: skip
async def test_a_status_is_told_with_what_to_do(site: Site, status: int, why: str) -> None:
    """Each has its line."""
    assert why in await site.refuses(site.url(f"/status/{status}"))


async def test_packed_pages(site: Site) -> None:
    """Gzip is unpacked; what is packed otherwise, or cut off, is refused."""
    assert (await site.get(site.url("/packed"))).data == COPY
    assert "DecodingError" in await site.refuses(site.url("/packed/br"))
    assert "did not give me the page" in await site.refuses(site.url("/cut"))


@pytest.mark.parametrize("path", ["/bomb", "/a"])
async def test_size(site: Site, path: str) -> None:
    """A page over the limit is refused, however small it is packed."""
    with pytest.raises(TooLong, match="larger than 60 bytes"):
        await site.get(site.url(path), limit=60)


async def test_no_end(site: Site) -> None:
    """A site that never answers is given up."""
    assert "no end after 0.05 s" in await site.refuses(site.url("/slow"), seconds=0.05)


@pytest.mark.parametrize(
    ("path", "why"), [("/drip", "no end after 0.3 s"), ("/endless", "larger than 10,000 bytes")]
)
async def test_a_body_without_end(site: Site, path: str, why: str) -> None:
    """It is cut by the clock, or by its size, whichever comes first."""
    assert why in await site.refuses(site.url(path), seconds=0.3 if path == "/drip" else 10.0)


async def test_the_name_is_shown_in_tls() -> None:
    """Over https the connection goes to the checked address, and asks for the site by name."""
    hello: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        hello.set_result(await reader.read(4000))
        writer.close()

    async def resolve(host: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"]

    server = await asyncio.start_server(listen, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        with pytest.raises(Unreadable, match="ConnectError"):
            await page(f"https://news.example:{port}/", reach=Reach(HERE, resolve), limit=10)
    assert b"news.example" in await hello
