"""Plain text files, good and bad."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import Unreadable
from bot.readers.plain import read_plain

COPY = "The ferry was late, the harbour office said.\r\nNo one knew “why”.\n"


def refused(data: bytes, name: str = "ferry.txt") -> str:
    with pytest.raises(Unreadable) as caught:
        read_plain(data, name)
    line = str(caught.value)
    assert "\n" not in line
    return line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings(encoding: str) -> None:
    """UTF-8 is read with or without a mark, UTF-16 by its mark; line ends are kept."""
    assert read_plain(COPY.encode(encoding), "ferry.txt") == COPY


def test_big_endian() -> None:
    """UTF-16 from the other kind of machine is read as well."""
    assert read_plain(b"\xfe\xff" + COPY.encode("utf-16-be"), "ferry.md") == COPY


def test_empty() -> None:
    """An empty file is an empty text: that it holds no words is for the newsroom to say."""
    assert read_plain(b"", "ferry.txt") == ""


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\x00", "a Word file or another zip archive"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word"),
        (b"some\x00thing", "binary"),
        (b"\xe9\x00\x01", "binary"),
    ],
)
def test_not_text(data: bytes, what: str) -> None:
    """What is not text is known by its bytes, whatever it is called, and told with a remedy."""
    line = refused(data)
    assert what in line
    assert "“ferry.txt”" in line
    assert "Save it as UTF-8 text" in line


def test_not_utf_8() -> None:
    """Text in an old encoding is refused rather than guessed at; the line says where it breaks."""
    assert "not UTF-8 text (byte 4)" in refused("café".encode("latin-1"))


def test_broken_utf_16() -> None:
    """Half a character of UTF-16 is refused."""
    assert "UTF-16" in refused(b"\xff\xfea\x00\x3d\xd8")


def test_long_name() -> None:
    """A very long file name is shortened in the line."""
    assert len(refused(b"%PDF", "n" * 500)) < 250


@settings(max_examples=100)
@given(
    st.text().filter(
        lambda t: "\x00" not in t and not t.startswith(("PK", "%", "{", "GIF", "R", "\ufeff"))
    )
)
def test_every_text_comes_back(text: str) -> None:
    """Whatever text is saved as UTF-8 comes back as it was."""
    assert read_plain(text.encode(), "a.txt") == text


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Any bytes at all are either text without a NUL or one clear line."""
    try:
        said = read_plain(data, "a.txt").replace("\n", "")
    except Unreadable as error:
        said = str(error)
    assert "\x00" not in said
    assert "\n" not in said
