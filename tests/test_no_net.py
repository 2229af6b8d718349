"""Tests never leave this machine."""

import socket

import pytest


def test_no_other_machine_is_reached() -> None:
    """Neither by address nor by name; the attempt itself is refused, before anything is sent."""
    with (
        socket.socket() as line,
        pytest.raises(ConnectionRefusedError, match=r"only 127\.0\.0\.1"),
    ):
        line.connect(("192.0.2.1", 80))
    with pytest.raises(ConnectionRefusedError, match=r"slack\.com"):
        socket.getaddrinfo("slack.com", 443)


def test_this_machine_is() -> None:
    """The loopback is free to use."""
    with (
        socket.create_server(("127.0.0.1", 0)) as listening,
        socket.create_connection(listening.getsockname()) as line,
    ):
        assert line.getpeername() == listening.getsockname()
