"""Keeps what takes long to work out, as JSON in the user's cache folder: data, never code."""

import contextlib
import json
import os
import tempfile
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from time import time
from typing import Any, TypeVar

from platformdirs import user_cache_path

T = TypeVar("T")
_NOT_OURS = (
    OSError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ImportError,
    RecursionError,
)
_PART = ".part"
_STALE = 3600  # seconds: nobody writes for that long
_MOST = 2000  # files in one folder; the oldest go


def kept(name: str, key: bytes, make: Callable[[], Any], read: Callable[[Any], T]) -> T:
    """What ``make`` says, from the cache if the same was asked before with the same ``key``.

    ``read`` turns the plain values into what they stand for, and fails where they are not what
    was kept: then they are made anew.
    """
    path = user_cache_path("copychief") / name / f"{_digest(key)}.json"
    try:
        return read(json.loads(path.read_bytes()))
    except _NOT_OURS:
        pass  # no cache yet, or not one of ours
    said = make()
    _keep(path, said)
    return read(said)


def _digest(key: bytes) -> str:
    return blake2b(_code() + b"\0" + key, digest_size=12).hexdigest()


@cache
def _code() -> bytes:
    """A digest of the modules that make what is kept: when one changes, so does every key."""
    here = Path(__file__).parent
    digest = blake2b(digest_size=12)
    folders = ("", "files/", "kinds/", "lexicon/", "search/", "words/")
    for file in sorted(file for folder in folders for file in here.glob(f"{folder}*.py")):
        known = file.stat()
        digest.update(f"{file.name} {known.st_mtime_ns} {known.st_size}\n".encode())
    return digest.digest()


def _keep(path: Path, said: Any) -> None:
    with contextlib.suppress(OSError):  # a home that cannot be written to costs time, no more
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=_PART, dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(said, file)
        os.replace(name, path)
        _prune(path.parent)


def _prune(folder: Path) -> None:
    """Let the oldest go where they are many, and what killed processes left half written."""
    for part in folder.glob(f"*{_PART}"):
        if part.stat().st_mtime < time() - _STALE:
            part.unlink(missing_ok=True)
    files = list(folder.glob("*.json"))
    if len(files) > _MOST:
        for file in sorted(files, key=lambda file: file.stat().st_mtime)[: _MOST // 2]:
            file.unlink(missing_ok=True)
