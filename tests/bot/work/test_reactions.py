"""Reactions are shown in their own time, and hold up nothing else."""

import asyncio

from bot.model import Draft, Person
from bot.work.reactions import Reactions
from tests.bot.work.conftest import Desk


async def clears(desk: Desk, draft: Draft) -> None:
    """Imran clears a draft."""
    await desk.newsroom.clear(
        draft.id, Person(id=desk.imran.id, name="Imran"), f"clear {draft.id}"
    )
    desk.work.redraw()


async def test_another_draft_is_drawn_meanwhile(desk: Desk) -> None:
    """While Slack does not let us take one reaction off, a decision elsewhere is shown."""
    first, second = await desk.read("The ferry left."), await desk.read()
    held = desk.sandbox.fail("reactions.remove", how="hold")
    await clears(desk, first)
    await held.reached()
    await desk.settles(second, 1)
    await desk.sandbox.until(lambda: "Imran" in str(desk.ours()[1].blocks))
    held.release()
    assert first.thread
    await desk.marked(first.thread, "white_check_mark")


async def test_what_changes_meanwhile(desk: Desk) -> None:
    """However often a draft changes while Slack is busy, what stands at the end is shown."""
    draft = await desk.read("The ferry left.")
    held = desk.sandbox.fail("reactions.remove", how="hold")
    await clears(desk, draft)
    await held.reached()
    imran = Person(id=desk.imran.id, name="Imran")
    await desk.newsroom.spike(draft.id, "it is old", imran, "spike")
    shown = reactions_of(desk)
    for _ in range(5):
        shown.show_soon(draft.id)
    held.release()
    message = desk.sandbox.message(draft.thread or "", desk.channel)
    await desk.sandbox.until(lambda: not message.reactions)
    await desk.sandbox.settled()
    assert not shown._tasks


async def test_stopped_in_the_middle(desk: Desk) -> None:
    """Nothing waits for a reaction when we stop."""
    draft = await desk.read("The ferry left.")
    held = desk.sandbox.fail("reactions.remove", how="hold")
    await clears(desk, draft)
    await held.reached()
    async with asyncio.timeout(5):
        await reactions_of(desk).stop()
    assert not reactions_of(desk)._tasks
    held.release()


def reactions_of(desk: Desk) -> Reactions:
    """What sets the reactions of this desk's drafts."""
    return desk.work._reactions
