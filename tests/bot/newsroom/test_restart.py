"""What was decided is there after a restart."""

from bot.model import Outcome
from bot.store import Store
from tests.bot.newsroom.desk import IMRAN, SANA, Desk


async def test_restart(desk: Desk, url: str) -> None:
    """A bot that starts again finds drafts, numbers, decisions and acts as they were."""
    await desk.reads("{hold who} {query figure}")
    await desk.decides(Outcome.STET, 2, by=IMRAN, because="known – naïvely “so”", key="A1")
    listed = await desk.newsroom.checklist(1)
    await desk.store.close()

    store = await Store.open(url)
    later = Desk(store)
    assert await later.newsroom.checklist(1) == listed
    await later.decides(Outcome.STET, 2, by=IMRAN, because="known – naïvely “so”", key="A1")
    assert await later.newsroom.checklist(1) == listed
    assert (await later.hands_in("Another story", ts="9.9", by=SANA, key="Ev9")).id == 2
    await store.close()
