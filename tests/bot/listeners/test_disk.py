"""The disk is full, or the database locked: nothing is lost, and nobody is told a falsehood."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from bot.blocks.fields import REASON
from bot.sandbox import Sandbox
from bot.serve import Bot, running
from rules import Review
from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor, Room
from tests.serving import FILE, settings_for
from tests.trouble import full, locked


@pytest.fixture
async def bot(
    sandbox: Sandbox, tmp_path: Path, review: Callable[[str], Review]
) -> AsyncIterator[Bot]:
    """The real bot, that waits a tenth of a second for another process."""
    sandbox.hub.link.ack_seconds = 2.5
    sandbox.hub.link.redeliver_after = (0.0,) * 20
    async with running(settings_for(sandbox, tmp_path), every=0.05, patience=0.1) as started:
        started.work.newsroom._review = review
        yield started


Trouble = Callable[[], AbstractContextManager[None]]


@pytest.fixture(params=["locked", "full"])
def trouble(request: pytest.FixtureRequest, tmp_path: Path) -> Trouble:
    """What keeps the database from being written."""
    return full if request.param == "full" else lambda: locked(tmp_path / FILE)


async def test_a_press(sana: Editor, imran: Editor, trouble: Trouble) -> None:
    """Whoever presses is told that it was not recorded, and may do it again when it passes."""
    query = (await sana.hands_in(RIVER)).flags("query")[0]
    with trouble():
        await imran.presses("Fixed", on=query)
        await imran.hears("so that was not recorded")
    assert not query.settled
    await imran.presses("Fixed", on=query)
    await query.thread.settles(query)
    assert len(imran.whispers) == 1


async def test_a_window(sana: Editor, imran: Editor, trouble: Trouble) -> None:
    """A window comes back as it was filled, with the line in it."""
    query = (await sana.hands_in(RIVER)).flags("query")[0]
    await imran.opens(query, "Stet…")
    with trouble():
        errors = await imran.submits(**{REASON: "house style"})
        assert "so that was not recorded" in "".join(errors.values())
    assert await imran.submits(**{REASON: "house style"}) == {}
    await query.thread.settles(query)


async def test_a_command(sana: Editor, trouble: Trouble, room: Room) -> None:
    """A draft typed into a command is refused in words, and taken when it passes."""
    with trouble():
        assert "so that was not recorded" in await sana.types(f"/desk check {RIVER}")
    await sana.types(f"/desk check {RIVER}")
    await room.sandbox.until(room.threads)
    await room.quiet()
    assert len(room.threads()) == 1


async def test_a_draft_and_a_reply(
    sana: Editor, imran: Editor, trouble: Trouble, room: Room
) -> None:
    """What is posted meanwhile is not acknowledged, comes again, and is done when it passes."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    failed = room.sandbox.hub.link.sent
    with trouble():
        reply = await imran.replies(f"stet {query.number} house style", thread)
        second = await imran.posts(RIVER)
        await room.sandbox.until(lambda: len([e for e in failed if e.attempt]) > 2)
        assert not query.settled
        assert "clipboard" not in second.root.reactions
    await imran.is_answered(reply)
    await thread.settles(query)
    assert (await second.read()).flags()
    assert len(second.ours) == 1


async def test_work_under_way(
    sana: Editor, trouble: Trouble, room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    """A checklist that is on its way when the trouble begins is there once, and kept up to date.

    What was posted and could not be recorded is found again.
    """
    post = room.sandbox.fail("chat.postMessage", how="hold")
    thread = await sana.posts(RIVER)
    await post.reached()
    with trouble():
        post.release()
        await room.sandbox.until(lambda: thread.ours)
        await room.sandbox.until(lambda: "so that was not recorded" in caplog.text)
    await thread.read()
    await room.quiet()
    assert len(thread.ours) == 1
    query = thread.flags("query")[0]
    await sana.presses("Fixed", on=query)
    await thread.settles(query)
