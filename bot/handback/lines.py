"""One line of JSON in, one line of JSON out, however many and however broken."""

import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from rules import Review, UnknownProfile

LONGEST = 32 * 1024 * 1024
Read = Callable[[str, str | None], Review]


class BadLine(Exception):
    """A line that holds no draft; ``str(error)`` says why."""


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each line; None for one of more than ``LONGEST`` bytes, which is skipped and not kept."""
    while line := stream.readline(LONGEST):
        whole = line.endswith(b"\n") or len(line) < LONGEST
        if not whole:
            _skip(stream)
        yield line if whole else None


def answer(line: bytes | None, read: Read) -> str:
    """To ``{"id", "text", "profile"}`` the line ``{"id", "review"}``, or ``{"id", "error"}``."""
    if line is None:
        return _line(None, error=f"a line of more than {LONGEST:,} bytes")
    name: Any = None
    try:
        asked = _asked(line)
        name = asked.get("id")
        review = read(_text(asked), _profile(asked))
        said = review.model_dump(mode="json", by_alias=True, exclude={"text"})
    except (BadLine, UnknownProfile) as error:
        return _line(name, error=str(error))
    except (Exception, SystemExit) as error:  # the stream goes on, whatever a draft or rule does
        return _line(name, error=f"this draft could not be read ({type(error).__name__})")
    return json.dumps({"id": name, "review": said}) + "\n"


def unanswered(line: bytes | None) -> str:
    """What is said of a line that ended the process which read it."""
    try:
        name = _asked(line or b"").get("id")
    except BadLine:
        name = None
    return _line(name, error="this draft could not be read (it ended the process that read it)")


def _line(name: Any, *, error: str) -> str:
    return json.dumps({"id": name, "error": error}) + "\n"


def _asked(line: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except UnicodeDecodeError:
        raise BadLine("not UTF-8") from None
    except (ValueError, RecursionError):
        raise BadLine("not JSON") from None
    if not isinstance(asked, dict):
        raise BadLine("not a JSON object")
    return asked


def _text(asked: dict[str, Any]) -> str:
    text = asked.get("text")
    if not isinstance(text, str):
        raise BadLine('no "text"' if text is None else '"text" is not a string')
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadLine(f'"text" is not Unicode: half a surrogate pair at {error.start}') from None
    return text


def _profile(asked: dict[str, Any]) -> str | None:
    profile = asked.get("profile")
    if profile is not None and not isinstance(profile, str):
        raise BadLine('"profile" is not a string')
    return profile


def _skip(stream: BinaryIO) -> None:
    while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
        pass
