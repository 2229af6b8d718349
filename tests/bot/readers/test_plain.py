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
        (b"\x7fELF\x02\x01", "a program"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"some\x00thing", "binary"),
        (b"\xe9\x00\x01", "binary"),
    ],
)
def test_not_text(data: bytes, what: str) -> None:
    """What is not text is known by its bytes, whatever it is called, and told with a remedy."""
    line = refused(data)
    assert what in line
    assert "“ferry.txt”" in line
    assert ("Save it as UTF-8 text" if what == "binary" else "Send the draft as") in line


ENGLISH = "The mayor’s plan – “a café for everyone”, she said – cost £1,200 more… ‘No one’ asked."
POLISH = "Łódź jest dużym miastem, powiedział minister. Zażółć gęślą jaźń."
RUSSIAN = "Мэр сказал, что план был плохим."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac-roman"),
        ("It’s late.\r", "mac-roman"),
        ("“THE PLAN,” HE SAID", "mac-roman"),
        ("A café opened in the façade.", "latin-1"),
        ("The ticket costs €5 at 20°C.", "iso8859-15"),
        ("L’été dernier, l’école était fermée à Noël : « Ça va », dit-il.", "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16-le"),
        ("Ο δήμαρχος είπε ότι το σχέδιο ήταν κακό.", "cp1253"),
        ("市長は計画に反対したと述べた。カタカナの文章です。", "cp932"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
    ],
)
def test_old_encodings(text: str, encoding: str) -> None:
    """Text that does not say how it is written is read as what makes words of it."""
    assert read_plain(text.encode(encoding), "ferry.txt") == text


@pytest.mark.parametrize(
    ("data", "byte"),
    [
        (b"caf\xff\xfe\xfa\x81\xf0 \xb6\xa7q\xa6", 4),
        (b"\xe9\x01\x02\x03", 1),
        (b"It\xe2\x80\x99s \xe2\x80broken\xe2\x80\x9d", 8),
        (b"a\xd7\xf7\xd7b", 2),
    ],
)
def test_no_words_in_any_encoding(data: bytes, byte: int) -> None:
    """No text in any encoding, or UTF-8 with a hole in it, is refused: the line says where."""
    assert f"not UTF-8 text (byte {byte})" in refused(data)


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from(ENGLISH.split()), min_size=1),
    st.sampled_from(["cp1252", "utf-16-le"]),
)
def test_words_of_windows(words: list[str], encoding: str) -> None:
    """Whatever words a draft has, every letter of them comes back."""
    text = " ".join(["Asked", *words])
    assert read_plain(text.encode(encoding), "a.txt") == text


def test_broken_utf_16() -> None:
    """Half a character of UTF-16 is refused."""
    assert "UTF-16" in refused(b"\xff\xfea\x00\x3d\xd8")


def test_long_name() -> None:
    """A very long file name is shortened in the line."""
    assert len(refused(b"GIF8", "n" * 500)) < 250


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
