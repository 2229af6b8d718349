"""Which machines a link may lead to: the public net, and what a setting allows besides."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from socket import SOCK_STREAM

from bot.errors import Unreadable
from bot.settings import ReadHosts

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
_MOST = 20  # addresses of one host
_PORTS = frozenset({80, 443, 8080, 8443})  # where pages are; elsewhere stand mail and databases
_TRANSLATED = ip_network("64:ff9b::/96")  # an IPv4 address, as networks without IPv4 write it
_PUBLIC = ip_network("2000::/3")
# What Python calls global, or not always, and is no place for a page.
_CLOSED = tuple(
    ip_network(network)
    for network in (
        "100.64.0.0/10",  # carriers' own, and a cloud's metadata
        "168.63.129.16/32",  # a cloud's wire server
        "192.0.0.0/24",
        "192.88.99.0/24",
        "2001::/23",  # Teredo and its like: IPv4 in disguise
        "2002::/16",  # 6to4, the same
        "3fff::/20",
    )
)
# Names that are known inside a network alone.
_INSIDE = (
    *(".internal", ".local", ".localhost", ".localdomain", ".corp", ".lan", ".home"),
    *(".home.arpa", ".intranet", ".private"),
)
_PRIVATE = (
    "The address “{host}” is inside a private network, where I do not look. Paste the text, or"
    " share the file; whoever runs Copychief may allow the host in COPYCHIEF_READ_HOSTS."
)
_NO_HOST = "There is no site called “{host}”: check the address."
_PORT = "I read pages on the usual ports, not on {port}. Paste the text, or share the file."


class Unreachable(Unreadable):
    """An address that a link may not lead to, or that leads nowhere."""


class Unknown(Unreachable):
    """A host that has no address here."""


async def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of ``host``, as this machine finds them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


@dataclass(frozen=True)
class Reach:
    """What may be reached; ``allowed`` may be private."""

    allowed: ReadHosts = field(default_factory=ReadHosts)
    resolve: Resolve = resolve

    def names(self, host: str) -> bool:
        """Tell whether the setting allows the host by its name, wherever it leads."""
        return host.lower().rstrip(".") in self.allowed.names

    def owns(self, host: str, addresses: Sequence[str]) -> bool:
        """Tell whether a host is allowed by name or address: no proxy stands before it."""
        inside = [self._is_inside(ip_address(address)) for address in addresses]
        return self.names(host) or (bool(inside) and all(inside))

    async def addresses(self, host: str, port: int) -> list[str]:
        """Where to connect for ``host``: each address was checked, and nothing else will do.

        All of them have to be allowed: a name with one foot inside is not trusted.
        """
        found = await self._found(host, port)
        if not self.names(host):
            outside = [address for address in found if not self._is_inside(address)]
            if not all(map(_is_public, outside)):
                raise Unreachable(_PRIVATE.format(host=host[:80]))
            if outside and port not in _PORTS:
                raise Unreachable(_PORT.format(port=port))
        return [str(address) for address in found]

    def refuse_unknown(self, host: str, port: int) -> None:
        """Refuse a name that we cannot look up and a proxy may, if it sounds like one inside."""
        name = host.lower().rstrip(".")
        if "." not in name or name.endswith(_INSIDE):
            raise Unreachable(_PRIVATE.format(host=host[:80]))
        if port not in _PORTS:
            raise Unreachable(_PORT.format(port=port))

    async def _found(self, host: str, port: int) -> list[IPv4Address | IPv6Address]:
        try:
            said = await self.resolve(host, port)
            found = list(dict.fromkeys(ip_address(address) for address in said))[:_MOST]
        except (OSError, ValueError):  # UnicodeError is one
            found = []
        if not found:
            raise Unknown(_NO_HOST.format(host=host[:80]))
        return found

    def _is_inside(self, address: IPv4Address | IPv6Address) -> bool:
        plain = _plain(address)
        return any(plain in network for network in self.allowed.networks)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    plain = _plain(address)
    if isinstance(plain, IPv6Address) and plain not in _PUBLIC:
        return False
    closed = any(plain in network for network in _CLOSED)
    return plain.is_global and not (plain.is_multicast or plain.is_reserved or closed)


def _plain(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """An IPv4 address that is written as one of IPv6 is judged as what it is."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address
