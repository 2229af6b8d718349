"""A newsroom at work: a sandbox, the real bot in it, and the people at the desk. No net."""

import os
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from shutil import copyfile

import pytest
import yaml
from hypothesis import settings as examples

from bot.cli.manifest import MANIFEST
from bot.sandbox import Sandbox
from bot.serve import Bot, running
from rules import Review
from tests import drawn, foreseen
from tests.conversation import Editor, Room
from tests.serving import FILE, make_database, settings_for

# Nothing is timed in a test. CI says the same of the same commit; here every run looks elsewhere.
examples.register_profile("ci", derandomize=True, deadline=None)
examples.register_profile("here", deadline=None)
examples.load_profile("ci" if os.environ.get("CI") else "here")

_HERE = frozenset({"127.0.0.1", "::1", "localhost", None, ""})
_ASKED = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0}


def _stay_here(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse whatever would leave this machine, in every test and for the whole session."""
    if event not in _ASKED:
        return
    address = arguments[_ASKED[event]]
    host = address[0] if isinstance(address, tuple) else address
    local_socket = event != "socket.getaddrinfo" and not isinstance(address, tuple)
    if not local_socket and host not in _HERE:
        raise ConnectionRefusedError(f"A test may not reach {host!r}: only 127.0.0.1.")


sys.addaudithook(_stay_here)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A workspace with what the manifest grants; all that is drawn in it has to be in order."""
    workspace = Sandbox(yaml.safe_load(MANIFEST.read_text(encoding="utf-8")))
    workspace.hub.link.redeliver_after = (0.0, 0.1, 0.1)
    workspace.hub.link.ack_seconds = 9.0  # Slack waits for three, and a busy machine may need them
    await workspace.start()
    yield workspace
    await workspace.stop()
    assert drawn.complaints(workspace) == []


@pytest.fixture
def review() -> Callable[[str], Review]:
    """What drafts are read with: a new rule changes no conversation."""
    return foreseen.review


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all its tables and nothing in them: to make one takes longer than a copy."""
    file = tmp_path_factory.mktemp("made") / FILE
    make_database(file)
    return file


@pytest.fixture
async def bot(
    sandbox: Sandbox, tmp_path: Path, review: Callable[[str], Review], made: Path
) -> AsyncIterator[Bot]:
    """The real bot, over a real socket, its database in a folder of its own."""
    copyfile(made, tmp_path / FILE)
    # Tests do not wait for the pace that Slack asks for.
    async with running(settings_for(sandbox, tmp_path), every=0.05) as started:
        started.work.newsroom._review = review
        await sandbox.connected()
        yield started


@pytest.fixture
def room(sandbox: Sandbox, bot: Bot) -> Room:
    """The channel whose desk reads everything, with the bot in it."""
    sandbox.channel("desk-foreign")
    return Room(sandbox, bot, "desk-foreign")


@pytest.fixture
def sana(room: Room) -> Editor:
    """Sana, who writes."""
    return room.editor("Sana")


@pytest.fixture
def imran(room: Room) -> Editor:
    """Imran, an editor."""
    return room.editor("Imran")


@pytest.fixture
def leila(room: Room) -> Editor:
    """Leila, another editor."""
    return room.editor("Leila")
