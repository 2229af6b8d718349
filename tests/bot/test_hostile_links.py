"""Links that lead where they should not: refused before anything is connected to."""

import asyncio
import sys
from collections.abc import Iterator, Sequence

import pytest

from bot.errors import Unreadable
from bot.fetch import page
from bot.reach import Reach
from bot.settings import ReadHosts

_watched: list[list[object]] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    """Remember what is connected to, while somebody watches; a hook cannot be taken off again."""
    if event in ("socket.connect", "socket.sendto"):
        for seen in _watched:
            seen.append(arguments[1])


sys.addaudithook(_note)


@pytest.fixture
def connected() -> Iterator[list[object]]:
    """Every address that is connected to during a test."""
    seen: list[object] = []
    _watched.append(seen)
    yield seen
    _watched.remove(seen)


NAMES = {
    "private.test": ["10.1.2.3"],
    "mixed.test": ["93.184.215.14", "192.168.0.7"],
    "many.test": ["127.0.0.1", "::1"],
    "metadata.test": ["169.254.169.254"],
    "mapped.test": ["::ffff:10.0.0.1"],
    "nat64.test": ["64:ff9b::a00:1"],
    "sixto4.test": ["2002:a00:1::"],
    "nobody.test": [],
}


async def resolve(host: str, port: int) -> Sequence[str]:
    """A name server that knows a few names, and numbers in every form that a system reads."""
    if host in NAMES:
        return NAMES[host]
    found = await asyncio.get_running_loop().getaddrinfo(host, port)
    return [str(address[0]) for *_, address in found]


@pytest.mark.parametrize(
    "link",
    [
        "http://localhost/", "http://LOCALHOST./", "http://127.0.0.1/", "http://127.1/",
        "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://0.0.0.0/",
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
        "http://10.0.0.1/", "http://192.168.1.1:8080/", "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/",
        "http://100.100.100.200/", "http://[fd00::1]/", "http://[fe80::1]/",
        "http://private.test/", "http://mixed.test/", "http://many.test/",
        "http://metadata.test/", "http://mapped.test/", "http://nat64.test/",
        "http://sixto4.test/", "http://nobody.test/", "http://me:secret@private.test/",
        "http://93.184.215.14:22/", "http://１２７.0.0.1/", "http://127。0。0。1/",
        "file:///etc/passwd", "ftp://private.test/", "gopher://127.0.0.1/", "data:text/html,a",
        "javascript:alert(1)", "//127.0.0.1/", "http:///etc/passwd", "http://", "",
    ],
)  # fmt: skip
async def test_it_is_refused_before_any_connection(link: str, connected: list[object]) -> None:
    """With one line, and not a packet."""
    with pytest.raises(Unreadable) as caught:
        await page(link, reach=Reach(ReadHosts(), resolve), limit=1000)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)
    assert connected == []
