"""Plain text and Markdown files, known by their bytes and not by their name."""

from bot.errors import Unreadable

_FIX = "Save it as UTF-8 text and try again."
_SEND = "Send the draft as a Word file, a PDF or plain text."
_MAGIC = (
    (b"\x7fELF", "it is a program"),
    (b"MZ\x90", "it is a program"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"GIF8", "it is a picture"),
    (b"RIFF", "it is a sound, a film or a picture"),
    (b"\x1f\x8b", "it is compressed"),
)
_UTF8 = "utf-8-sig"
# The longer mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read_plain(data: bytes, name: str, charset: str = "") -> str:
    """The text of a .txt or .md file, line ends kept; Unreadable says what it is instead.

    It is in the ``charset`` that a server names, if it can be, or UTF-8, what a mark at its start
    says, or else the old encoding in which it reads like words. No letter is left out or added
    but that mark.
    """
    refuse_others(data, name)
    if (text := _as_named(data, charset)) is not None:
        return text
    encoding = next((e for mark, e in _MARKS if data.startswith(mark)), _UTF8)
    try:
        text = data.decode(encoding)
        fault = "it is binary, not text"
    except UnicodeDecodeError as error:
        text = None
        label = "UTF-8" if encoding == _UTF8 else encoding.upper()
        fault = f"it is not {label} text (byte {error.start + 1:,})"
    if encoding == _UTF8 and (text is None or "\x00" in text):
        text = _otherwise(data)
        fault = "it is binary, not text" if b"\x00" in data else fault
    if text is None or "\x00" in text:
        raise unreadable(name, fault)
    return text


def _as_named(data: bytes, charset: str) -> str | None:
    """The text, if all of it is in the charset that is named."""
    if not charset or any(data.startswith(mark) for mark, _ in _MARKS):
        return None
    from bot.readers.charset import codec_of

    codec = codec_of(charset)
    try:
        text = data.decode(_UTF8 if codec == "utf-8" else codec) if codec else None
    except UnicodeDecodeError:
        return None
    return None if text is None or "\x00" in text else text


def _otherwise(data: bytes) -> str | None:
    """The text in an encoding that nothing names."""
    from bot.readers.encodings import guessed, wide

    codec = wide(data) if b"\x00" in data else guessed(data)
    try:
        return data.decode(codec) if codec else None
    except UnicodeDecodeError:
        return None


def refuse_others(data: bytes, name: str) -> None:
    """Unreadable for a file that is known not to be text by how it begins."""
    for start, what in _MAGIC:
        if data.startswith(start):
            raise unreadable(name, what, _SEND)


def unreadable(name: str, what: str, fix: str = _FIX) -> Unreadable:
    """The one line about a file that cannot be read, and what to do."""
    shown = name if len(name) <= 80 else name[:77] + "…"
    return Unreadable(f"I cannot read “{shown or 'the file'}”: {what}. {fix}")
