"""One line of JSON in, one line of JSON out, however many and however broken."""

import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from rules import Review, UnknownProfile

LONGEST = 32 * 1024 * 1024


class BadLine(Exception):
    """A line that holds no draft; ``str(error)`` says why."""


def answers(stream: BinaryIO, read: Callable[[str, str | None], Review]) -> Iterator[str]:
    """For each line ``{"id", "text", "profile"}`` the line ``{"id", "review"}`` or ``"error"``.

    One line is held at a time; one longer than ``LONGEST`` bytes is skipped, not kept.
    """
    while line := stream.readline(LONGEST):
        whole = line.endswith(b"\n") or len(line) < LONGEST
        yield _answer(line, read) if whole else _too_long(stream)


def _answer(line: bytes, read: Callable[[str, str | None], Review]) -> str:
    name: Any = None
    try:
        asked = _asked(line)
        name = asked.get("id")
        review = read(_text(asked), _profile(asked))
        said = {
            "id": name,
            "review": review.model_dump(mode="json", by_alias=True, exclude={"text"}),
        }
    except (BadLine, UnknownProfile) as error:
        said = {"id": name, "error": str(error)}
    except Exception as error:  # the stream goes on, whatever one draft does to the engine
        said = {"id": name, "error": f"this draft could not be read ({type(error).__name__})"}
    return json.dumps(said)


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
    lone = next((n for n, letter in enumerate(text) if "\ud800" <= letter <= "\udfff"), None)
    if lone is not None:
        raise BadLine(f'"text" is not Unicode: half a surrogate pair at {lone}')
    return text


def _profile(asked: dict[str, Any]) -> str | None:
    profile = asked.get("profile")
    if profile is not None and not isinstance(profile, str):
        raise BadLine('"profile" is not a string')
    return profile


def _too_long(stream: BinaryIO) -> str:
    while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
        pass
    return json.dumps({"id": None, "error": f"a line of more than {LONGEST:,} bytes"})
