"""Slack's files and pages of the web, fetched; the only module that speaks HTTP for itself."""

import asyncio
import re
import zlib
from collections.abc import Collection
from email.message import Message
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import version
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx

from bot.errors import TooLong, Unreadable
from bot.reach import Reach, Unknown
from bot.settings import LOOPBACK
from bot.wording import sized

_SECONDS = 30.0
_LOGIN = (
    "Slack does not give me “{name}”: the app lacks the scope files:read, or I am not in its "
    "channel. Paste the text, or invite me and share it again."
)
_AWAY = "“{name}” could not be downloaded from Slack ({why}). Share it again in a minute."
_OUTSIDE = "“{name}” is not kept in Slack, so I cannot open it. Upload it, or paste its text."
_LARGE = "“{name}” is larger than {limit}, more than I read at once. Send it in parts."
_HOPS = 5
_TRIES = 3  # addresses of one host
AGENT = f"Copychief/{version('copychief')}"
_WEB = {
    "Accept": "text/html, text/markdown, text/plain, application/xhtml+xml;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",
}
_NO_LINK = "I read http and https addresses, and “{url}” is none: check it, or paste the text."
_NAMED = (
    "“{url}” has a user name or a password in it, and I log in nowhere. Paste the text, or share"
    " the file."
)
_CLOSED = (
    "“{host}” shows that page only to readers who are logged in. Paste the text, or share the"
    " file."
)
_GONE = "There is no page at “{url}”: check the address."
_TROUBLE = "“{host}” did not give me the page ({why}). Try again in a minute, or paste the text."
_BIG = "The page is larger than {limit}, more than I read at once. Paste its text."
_CIRCLES = "“{host}” sends me from one address to the next. Paste the text, or share the file."


class Closed(Unreadable):
    """A page that is shown to some people only, or not there for us."""


class Page(NamedTuple):
    """What an address gave: bytes, content type and charset as it named them, final address.

    ``name`` is what it calls the file, if it calls it anything.
    """

    data: bytes
    type: str
    charset: str
    address: str
    name: str = ""


def agent_of(contact: str) -> str:
    """What a site is told of us, with whom to write to."""
    known = " ".join(re.sub(r"[^\x21-\x7e]|[()\\]", " ", contact).split())[:200]
    return f"{AGENT} (+{known})" if known else AGENT


async def page(
    url: str,
    *,
    reach: Reach,
    limit: int,
    seconds: float = 20.0,
    proxy: str | None = None,
    agent: str = AGENT,
) -> Page:
    """The page behind ``url``, through at most five redirects, each checked like the first.

    Unreadable says in one line why there is none. ``proxy`` connects for us where there is one,
    but never to what ``reach`` allows.
    """
    host = ""
    try:
        async with asyncio.timeout(seconds):
            at = _address(url)
            for _ in range(_HOPS + 1):
                host = at.host[:80]
                got = await _hop(_Ask(at, limit, agent), reach, proxy)
                if isinstance(got, Page):
                    return got
                at = _address(str(got))
            raise Unreadable(_CIRCLES.format(host=host))
    except TimeoutError:
        raise Unreadable(_TROUBLE.format(host=host, why=f"no end after {seconds:g} s")) from None
    # A proxy of a kind that is not known is an ImportError or a ValueError.
    except (httpx.HTTPError, httpx.InvalidURL, zlib.error, ImportError, ValueError) as error:
        raise Unreadable(_TROUBLE.format(host=host, why=type(error).__name__)) from None


def _address(url: str) -> httpx.URL:
    """The address, if it is one that we would open at all."""
    shown = " ".join(url.split())
    shown = shown if len(shown) <= 80 else f"{shown[:79]}…"
    try:
        address = httpx.URL(url.strip())
        known = address.scheme in {"http", "https"} and bool(address.raw_host)
    except (httpx.InvalidURL, ValueError):
        known = False
    if not known:
        raise Unreadable(_NO_LINK.format(url=shown))
    if address.userinfo:
        raise Unreadable(_NAMED.format(url=address.host[:80]))
    return address.copy_with(fragment=None)


class _Ask(NamedTuple):
    """What is asked for, how much of it at most, and who asks."""

    url: httpx.URL
    limit: int
    agent: str


async def _hop(ask: _Ask, reach: Reach, proxy: str | None) -> Page | httpx.URL:
    """What one address says: a page, or another address."""
    url = ask.url
    host, port = url.raw_host.decode("ascii"), url.port or {"http": 80}.get(url.scheme, 443)
    try:
        found = await reach.addresses(host, port)
    except Unknown:
        if proxy is None or reach.names(host):
            raise
        reach.refuse_unknown(host, port)
        found = []  # behind a proxy names may be known to it alone
    if proxy is not None and not reach.owns(host, found):
        return await _asked(ask, url, proxy)
    for n, address in enumerate(found[:_TRIES], 1):
        try:
            # The name is not looked up again: its second answer might be another.
            return await _asked(ask, url.copy_with(host=address), None)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            if n == len(found[:_TRIES]):
                raise
    raise AssertionError(found)


async def _asked(ask: _Ask, where: httpx.URL, proxy: str | None) -> Page | httpx.URL:
    """Ask for an address at ``where``, the same with its host's address for its name."""
    url, none = ask.url, CookieJar(DefaultCookiePolicy(allowed_domains=()))
    headers = _WEB | {"User-Agent": ask.agent, "Host": url.netloc.decode("ascii")}
    names = {"sni_hostname": url.raw_host.decode("ascii")}
    async with (
        httpx.AsyncClient(
            trust_env=False, proxy=proxy, follow_redirects=False, timeout=10.0, cookies=none
        ) as client,
        client.stream("GET", where, headers=headers, extensions=names) as response,
    ):
        if response.has_redirect_location:
            return url.join(response.headers["location"])
        _refused(url, response.status_code)
        data = await _whole(response, ask.limit)
        kind = response.headers.get("content-type", "").partition(";")[0]
        charset, name = response.charset_encoding or "", _name(response.headers)
        return Page(data, kind.strip().lower(), charset, str(url), name)


def _name(headers: httpx.Headers) -> str:
    """What a server calls the file that it sends."""
    said = Message()
    said["content-disposition"] = headers.get("content-disposition", "")
    return " ".join((said.get_filename() or "").split())[:200]


def _refused(url: httpx.URL, status: int) -> None:
    host = url.host[:80]
    if status in {401, 402, 403, 407}:
        raise Closed(_CLOSED.format(host=host))
    if status in {404, 410}:
        raise Closed(_GONE.format(url=str(url)[:80]))
    if status not in {200, 203}:
        raise Unreadable(_TROUBLE.format(host=host, why=f"status {status}"))


async def _whole(response: httpx.Response, limit: int) -> bytes:
    """The body, unpacked no further than ``limit``: a small file may swell to any size."""
    packed = response.headers.get("content-encoding", "identity").strip().lower()
    if packed not in {"identity", "", "gzip", "x-gzip"}:
        raise httpx.DecodingError(f"packed as {packed[:20]}")
    unpack = zlib.decompressobj(31) if "gzip" in packed else None
    data = bytearray()
    async for piece in response.aiter_raw():
        data += unpack.decompress(piece, limit + 1 - len(data)) if unpack else piece
        if len(data) > limit:
            raise TooLong(_BIG.format(limit=sized(limit)))
    if unpack and not unpack.eof:
        raise zlib.error("cut")
    return bytes(data)


async def download(
    url: str,
    *,
    token: str,
    hosts: Collection[str],
    limit: int,
    size: int | None = None,
    name: str = "the file",
    is_page: bool = False,
    seconds: float = _SECONDS,
    proxy: str | None = None,
) -> bytes:
    """The bytes behind ``url``; the token is shown to ``hosts`` alone, and no redirect followed.

    ``size`` is what Slack says the file's length is: other bytes are not the file. Where it says
    nothing, a page is one to log in, unless ``is_page``. The environment names no proxy here:
    ``proxy`` does.
    """
    name = name[:80]
    if not _allowed(url, hosts):
        raise Unreadable(_OUTSIDE.format(name=name))
    if size is not None and size > limit:
        raise TooLong(_LARGE.format(name=name, limit=sized(limit)))
    try:
        async with asyncio.timeout(seconds):
            data, kind = await _get(url, token, limit, name, proxy)
    except TimeoutError:
        raise Unreadable(_AWAY.format(name=name, why=f"no end after {seconds:g} s")) from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unreadable(_AWAY.format(name=name, why=type(error).__name__)) from None
    if size is not None and len(data) == size:
        return data
    if kind == "text/html" and not is_page:
        raise Unreadable(_LOGIN.format(name=name))
    if size is not None:
        raise Unreadable(_AWAY.format(name=name, why=f"{len(data):,} of {size:,} bytes came"))
    return data


def _allowed(url: str, hosts: Collection[str]) -> bool:
    try:
        parts = urlsplit(url)
        secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    except ValueError:
        return False
    return secure and parts.netloc in hosts


async def _get(
    url: str, token: str, limit: int, name: str, proxy: str | None
) -> tuple[bytes, str]:
    headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
    async with (
        httpx.AsyncClient(
            trust_env=False, proxy=proxy, follow_redirects=False, timeout=10.0
        ) as client,
        client.stream("GET", url, headers=headers) as response,
    ):
        if response.is_redirect or response.status_code in {401, 403}:
            raise Unreadable(_LOGIN.format(name=name))
        if response.status_code != 200:
            raise Unreadable(_AWAY.format(name=name, why=f"status {response.status_code}"))
        data = bytearray()
        async for piece in response.aiter_bytes():
            data += piece
            if len(data) > limit:
                raise TooLong(_LARGE.format(name=name, limit=sized(limit)))
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return bytes(data), kind
