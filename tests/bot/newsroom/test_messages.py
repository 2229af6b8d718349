"""Our messages: posted once, drawn again when the draft changed."""

from bot.model import Outcome
from tests.bot.newsroom.desk import SANA, Desk


async def test_claimed_once(desk: Desk) -> None:
    """A message is claimed before it is posted; the second claim gets what is known of it."""
    await desk.reads("{query a}")
    first = await desk.newsroom.claim("1:1:card", 1, "C1", 0)
    assert (first.ts, first.drawn) == (None, 0)

    await desk.newsroom.posted("1:1:card", "101.1", 2, "abc")
    again = await desk.newsroom.claim("1:1:card", 1, "C1", 0)
    assert (again.ts, again.drawn, again.sha) == ("101.1", 2, "abc")
    assert await desk.newsroom.messages(1) == (again,)


async def test_due(desk: Desk) -> None:
    """A draft is due while a posted message of it shows an older change, oldest change first."""
    for n in (1, 2):
        await desk.reads("{query a} {query b}", ts=f"{n}.1")
        await desk.newsroom.claim(f"{n}:1:card", n, "C1", 0)
    assert await desk.newsroom.due() == ()  # nothing is posted yet

    change = (await desk.newsroom.draft(1)).change
    for n in (1, 2):
        await desk.newsroom.posted(f"{n}:1:card", f"{n}.2", change, "")
    assert await desk.newsroom.due() == ()

    for n in (2, 1):
        await desk.decides(Outcome.FIXED, 1, by=SANA, draft=n)
    assert await desk.newsroom.due() == (2, 1)

    await desk.newsroom.posted("2:1:card", "2.2", change + 1, "")
    assert await desk.newsroom.due() == (1,)


async def test_an_old_drawing_comes_late(desk: Desk) -> None:
    """A drawing that was overtaken does not pass for the newer one."""
    await desk.reads("{query a}")
    await desk.newsroom.claim("1:1:card", 1, "C1", 0)
    await desk.newsroom.posted("1:1:card", "1.2", 5, "new")
    await desk.newsroom.posted("1:1:card", "1.2", 4, "old")

    (message,) = await desk.newsroom.messages(1)
    assert (message.drawn, message.sha) == (5, "new")
