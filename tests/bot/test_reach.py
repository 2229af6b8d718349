"""Which machines a link may lead to, in whatever form its address is written."""

import asyncio
import socket
from collections.abc import Mapping, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Unreadable
from bot.reach import Reach, Unknown, Unreachable
from bot.settings import ReadHosts

Told = Mapping[str, Sequence[str]]
NOTHING: Told = {}
PRIVATE = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
]  # fmt: skip
PRIVATE_6 = [
    "::/128", "::1/128", "::/96", "fe80::/10", "fec0::/10", "fc00::/7", "ff00::/8",
    "2001:db8::/32", "2001::/32", "2002::/16", "64:ff9b:1::/48", "100::/64",
    "3fff::/20", "5f00::/16",
]  # fmt: skip
PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]


class Names:
    """A name server: what it was told, and numbers in any form, as systems read them."""

    def __init__(self, told: Told) -> None:
        self.told = told

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        if host in self.told:
            return self.told[host]
        if ":" in host:
            return [host]
        return [socket.inet_ntoa(socket.inet_aton(host))]


def found(
    host: str, told: Told = NOTHING, *, port: int = 443, allowed: ReadHosts | None = None
) -> list[str]:
    reach = Reach(allowed or ReadHosts(), Names(told).resolve)
    return asyncio.run(reach.addresses(host, port))


def refusal(host: str, told: Told = NOTHING, *, port: int = 443) -> str:
    with pytest.raises(Unreadable) as caught:
        found(host, told, port=port)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def inside(networks: Sequence[str]) -> st.SearchStrategy[int]:
    ranges = [ip_network(network) for network in networks]
    return st.sampled_from(ranges).flatmap(
        lambda network: st.integers(int(network[0]), int(network[-1]))
    )


def forms(number: int) -> list[str]:
    """An IPv4 address in every form that some system takes for it."""
    a, b, c, d = number.to_bytes(4)
    return [
        f"{a}.{b}.{c}.{d}",
        f"{number}",
        f"0x{number:x}",
        f"0{number:o}",
        f"0x{a:x}.0x{b:x}.0x{c:x}.0x{d:x}",
        f"0{a:o}.0{b:o}.0{c:o}.0{d:o}",
        f"{a}.{number & 0xFFFFFF}",
        f"{a}.{b}.{number & 0xFFFF}",
        f"::ffff:{a}.{b}.{c}.{d}",
        f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}",
        f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1",
        f"::{number >> 16:x}:{number & 0xFFFF:x}",
    ]


@given(inside(PRIVATE), st.integers(0, 11))
def test_private_addresses_in_any_form(number: int, form: int) -> None:
    """Decimal, octal, hexadecimal, short, or dressed up as IPv6: none is reached."""
    assert "private network" in refusal(forms(number)[form])


@given(inside(PRIVATE_6))
def test_private_addresses_of_ipv6(number: int) -> None:
    """Loopback, link-local, unique local, multicast, tunnels and the rest: none is reached."""
    assert "private network" in refusal(str(IPv6Address(number)))


@given(st.integers(0, 2**32 - 1), st.integers(0, 9))
def test_every_form_is_judged_alike(number: int, form: int) -> None:
    """An address is open or closed, however it is written."""
    address = IPv4Address(number)
    closed = any(address in IPv4Network(network) for network in PRIVATE)
    if closed:
        refusal(forms(number)[form])
    else:
        assert found(forms(number)[form])


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_net_is_open(address: str) -> None:
    """What a name leads to is connected to by its number, so that it is asked for once."""
    assert found("news.example", {"news.example": [address]}) == [address]


@pytest.mark.parametrize(
    "answers",
    [
        ["127.0.0.1"], ["169.254.169.254"], ["fd00:ec2::254"], ["::ffff:10.0.0.1"],
        ["93.184.215.14", "10.0.0.7"], ["10.0.0.7", "93.184.215.14"],
    ],
)  # fmt: skip
def test_a_name_that_leads_inside(answers: list[str]) -> None:
    """A name is refused if any of its addresses is private, and told what may be done."""
    line = refusal("news.example", {"news.example": answers})
    assert "“news.example” is inside a private network" in line
    assert "Paste the text" in line
    assert "COPYCHIEF_READ_HOSTS" in line


@pytest.mark.parametrize("answers", [[], ["nonsense"]])
def test_a_name_that_leads_nowhere(answers: list[str]) -> None:
    """There is no such site."""
    with pytest.raises(Unknown, match=r"no site called “news\.example”"):
        found("news.example", {"news.example": answers})


def test_a_name_that_cannot_be_one() -> None:
    """A name that the system refuses to look up is no site either."""
    with pytest.raises(Unknown):
        asyncio.run(Reach().addresses("a" * 70 + ".example", 443))


def test_other_ports_are_closed() -> None:
    """A link cannot knock at mail servers and databases of the public net."""
    assert "not on 25" in refusal("93.184.215.14", port=25)
    assert found("93.184.215.14", port=8443)


def test_what_is_allowed_may_be_private() -> None:
    """A host by its name and a network by its addresses, on any port; nothing else."""
    allowed = ReadHosts(frozenset({"cms.desk.example"}), (ip_network("10.1.0.0/16"),))
    told = {
        name: ["10.9.0.1"]
        for name in (
            "cms.desk.example",
            "CMS.desk.example.",
            "other.example",
            "a.cms.desk.example",
        )
    }
    assert found("cms.desk.example", told, allowed=allowed) == ["10.9.0.1"]
    assert found("CMS.desk.example.", told, allowed=allowed, port=3000)
    assert found("10.1.2.3", allowed=allowed, port=5000) == ["10.1.2.3"]
    assert found("::ffff:10.1.2.3", allowed=allowed)
    for other in ("10.2.0.1", "other.example", "a.cms.desk.example"):
        with pytest.raises(Unreachable):
            found(other, told, allowed=allowed)
