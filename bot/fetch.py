"""Downloads; the only module that speaks HTTP for itself."""

import asyncio
from collections.abc import Collection
from urllib.parse import urlsplit

import httpx

from bot.errors import TooLong, Unreadable
from bot.settings import LOOPBACK

_SECONDS = 30.0
_LOGIN = (
    "Slack does not give me “{name}”: the app lacks the scope files:read, or I am not in its "
    "channel. Paste the text, or invite me and share it again."
)
_AWAY = "“{name}” could not be downloaded from Slack ({why}). Share it again in a minute."
_OUTSIDE = "“{name}” is not kept in Slack, so I cannot open it. Upload it, or paste its text."
_LARGE = "“{name}” is larger than {limit:,} bytes, more than I read at once. Send it in parts."


async def download(
    url: str,
    *,
    token: str,
    hosts: Collection[str],
    limit: int,
    size: int | None = None,
    name: str = "the file",
    seconds: float = _SECONDS,
    proxy: str | None = None,
) -> bytes:
    """The bytes behind ``url``; the token is shown to ``hosts`` alone, and no redirect followed.

    ``size`` is what Slack says the file's length is: other bytes are not the file. The
    environment names no proxy here: ``proxy`` does.
    """
    name = name[:80]
    if not _allowed(url, hosts):
        raise Unreadable(_OUTSIDE.format(name=name))
    if size is not None and size > limit:
        raise TooLong(_LARGE.format(name=name, limit=limit))
    try:
        async with asyncio.timeout(seconds):
            data, kind = await _get(url, token, limit, name, proxy)
    except TimeoutError:
        raise Unreadable(_AWAY.format(name=name, why=f"no end after {seconds:g} s")) from None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unreadable(_AWAY.format(name=name, why=type(error).__name__)) from None
    if size is not None and len(data) == size:
        return data
    if kind == "text/html":
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
                raise TooLong(_LARGE.format(name=name, limit=limit))
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return bytes(data), kind
