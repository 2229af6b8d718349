"""Finds the drafts that a person named in the shell, by file, folder, glob or address."""

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from bot.errors import Unreadable
from bot.readers.copy import Copy, Format
from bot.readers.file import SUFFIXES, UNREAD, read_file
from bot.readers.plain import read_plain
from rules import Source

STDIN = "-"
_HIDDEN = (".", "~$")  # what a name begins with that is not meant to be seen, as Word's locks
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,30}://", re.IGNORECASE)


class Opened(NamedTuple):
    """A draft, read: its copy, where that came from, and the bytes that it was read from."""

    copy: Copy
    source: Source
    data: bytes


class Draft(NamedTuple):
    """A draft where it lies; ``held`` are its bytes, if they can be had only once (a pipe).

    ``fault`` says why there is none, where that is known before it is read. What took another
    process to read has its ``copy`` with it.
    """

    path: str
    size: int = 0
    held: bytes | None = None
    fault: str = ""
    copy: Copy | None = None

    def read(self, *, as_it_lies: bool = False) -> Opened:
        """Its copy, and where that came from; Unreadable says why there is none.

        ``as_it_lies``: of a page that is a file the source, tags and all, as Vale reads it.
        """
        if self.fault:
            raise Unreadable(self.fault)
        data = _bytes(self.path) if self.held is None else self.held
        name = "standard input" if self.path == STDIN else self.path
        copy = self.copy or read_file(data, name)
        if as_it_lies and copy.format is Format.HTML and not _ADDRESS.match(self.path):
            copy = copy._replace(text=read_plain(data, name), pieces=())
        shown = os.fsencode(self.path).decode("utf-8", "replace")
        source = Source(path=shown, type=copy.format.value, sha256=sha256(data).hexdigest())
        return Opened(copy, source, data)


def drafts(paths: Iterable[str]) -> list[Draft]:
    """All drafts that ``paths`` name, each once, in the order named; in a folder, by name.

    A file named outright is read here to see that it can be. Unreadable where there is nothing
    to read at all; what is wrong with one draft of several shows when that one is read.
    """
    seen: dict[str, Draft] = {}
    for path in paths:
        for draft in _faulted(path):
            seen.setdefault(os.path.abspath(draft.path), draft)
    found = list(seen.values())
    if len(found) == 1 and found[0].fault:
        raise Unreadable(found[0].fault)
    return found


def standard_input() -> BinaryIO:
    """Standard input with a buffer of its own: a thread may still wait on it when we end."""
    if sys.stdin is None:
        raise Unreadable("I cannot read standard input, it is closed: name a file to read.")
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except (OSError, ValueError):  # not a file, but what somebody put in its place
        return sys.stdin.buffer


def _faulted(path: str) -> Iterator[Draft]:
    """The drafts that ``path`` names, or one that only says why there is none."""
    try:
        yield from _named(path)
    except Unreadable as error:
        yield Draft(path, fault=str(error))


def _named(path: str) -> Iterator[Draft]:
    if _ADDRESS.match(path):
        yield _linked(path)
    elif path != STDIN and os.path.isdir(path):
        yield from _some(_below(path), f"There is nothing to read in the folder “{path}”")
    elif path != STDIN and has_magic(path) and not os.path.lexists(path):
        yield from _some(_matching(path), f"Nothing to read matches “{path}”")
    else:
        yield _whole(path)


def _some(found: Iterator[Draft], otherwise: str) -> list[Draft]:
    some = list(found)
    if not some:
        raise Unreadable(f"{otherwise}: name one with {', '.join(SUFFIXES)} files in it.")
    return some


def _below(folder: str) -> Iterator[Draft]:
    """The readable files of a folder, then those of its folders; a closed folder is one too."""
    closed: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(_HIDDEN) and _is_readable(name):
                yield from _found(Path(root, name))
    for error in closed:
        yield Draft(os.fsdecode(error.filename))


def _matching(pattern: str) -> Iterator[Draft]:
    """What a glob matches, folders as a whole; only a pattern that names a type brings others."""
    suffix = Path(pattern).suffix
    every = bool(suffix) and not has_magic(suffix)
    for match in sorted(glob(pattern, recursive=True)):
        if os.path.isdir(match):
            yield from _below(match)
        elif every or _is_readable(match):
            yield from _found(Path(match))


def _found(path: Path) -> Iterator[Draft]:
    """The file, unless it is a pipe, a device or a link that leads nowhere."""
    try:
        status = path.stat()
    except OSError:
        return
    if stat.S_ISREG(status.st_mode):
        yield Draft(str(path), status.st_size)


def _is_readable(name: str) -> bool:
    return Path(name).suffix.lower() in (*SUFFIXES, *UNREAD)


def _whole(path: str) -> Draft:
    """A file named outright, read once to see that it can be."""
    data = _bytes(path)
    once = path == STDIN or not os.path.isfile(path)
    copy = Draft(path, len(data), data).read().copy
    kept = None if copy.format in (Format.TEXT, Format.MARKDOWN) else copy  # another process
    return Draft(path, len(data), data if once else None, copy=kept)


def _linked(address: str) -> Draft:
    """The page or the text at an address, fetched; only here is anything of the net imported."""
    import asyncio

    from bot.fetch import agent_of
    from bot.link import read_link
    from bot.settings import Settings

    settings = Settings.read()
    hosts, proxy = settings.read_hosts(), settings.copychief_link_proxy or None
    agent = agent_of(settings.copychief_contact)
    link = asyncio.run(read_link(address, hosts=hosts, proxy=proxy, agent=agent))
    return Draft(link.address, len(link.data), link.data, copy=link.copy)


def _bytes(path: str) -> bytes:
    if path == STDIN:
        return standard_input().read()
    try:
        return Path(path).read_bytes()
    except IsADirectoryError:
        raise Unreadable(f"I cannot read the folder “{path}”.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Unreadable(f"I cannot read “{path}”: {reason}.") from None
