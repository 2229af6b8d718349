"""What is taken in is what stands in Slack then: messages go while they are looked at."""

from bot.work import Work
from bot.work.engine import Step
from tests.bot.work.conftest import COPY, Desk


async def test_a_long_post_is_deleted_while_the_rest_is_waited_for(desk: Desk) -> None:
    """Nobody is told anything, and nothing is handed in."""
    ts = await desk.posted(f"{COPY} " * 60)
    message = desk.sandbox.message(ts, desk.channel)
    await desk.asked(ts)
    await desk.sandbox.until(lambda: "eyes" in message.reactions)
    await desk.sana.deletes(ts, desk.channel)
    asked = desk.calls("conversations.history")
    await desk.sandbox.until(lambda: desk.calls("conversations.history") > asked)
    await desk.sandbox.until(lambda: desk.calls("reactions.remove") == 1)
    await desk.sandbox.settled()
    assert desk.whispered(desk.sana) == []
    assert await desk.newsroom.drafts(desk.channel.id) == ()


async def test_a_version_that_its_author_deleted(desk: Desk) -> None:
    """Who asks for the draft after that has its own message read."""
    draft = await desk.read()
    assert draft.thread
    reply = await desk.sana.shares("2.txt", b"It slammed.", desk.channel, "", draft.thread)
    await desk.asked(reply, "Ev2")
    await desk.sandbox.until(lambda: "version 2" in str(desk.ours()[0].blocks))
    await desk.sandbox.settled()
    await desk.sana.deletes(reply, desk.channel)
    await desk.asked(draft.thread, "Ev3", by=desk.imran)
    await desk.sandbox.until(lambda: "version 3" in str(desk.ours()[0].blocks))
    assert (await desk.newsroom.checklist(draft.id)).text == COPY
    assert desk.whispered(desk.imran) == []


async def test_done_again_after_a_death(desk: Desk) -> None:
    """Whoever just handed in does not hear that nothing has changed."""
    draft = await desk.read()
    place = desk.place(draft.thread)
    ids = (place.team, place.channel, place.ts or "", desk.sana.id)
    take = take_of(desk.work)
    await take(f"Ev{draft.thread}", *ids)
    assert desk.whispered(desk.sana) == []
    await take("Ev9", *ids)
    (line,) = desk.whispered(desk.sana)
    assert line.startswith("Nothing has changed since version 1")


def take_of(work: Work) -> Step:
    """The step that takes a message in."""
    return work._taking.flows()["take"].steps[0]
