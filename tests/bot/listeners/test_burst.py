"""Everybody talks at once: what was decided among it is done, in its order."""

import asyncio

from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor, Room


async def test_decisions_in_a_burst_of_talk(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """Of three hundred replies the few that decide are heeded; a press among them, too."""
    thread = await sana.hands_in(RIVER)
    first, second, *_ = thread.flags("query")
    pressed: asyncio.Task[None] | None = None
    decisions = []
    for n in range(300):
        await leila.replies(f"No, the ferry was late {n} times.", thread)
        if n in (50, 150, 250):
            verb = {50: "stet {} house style", 150: "reopen {}", 250: "fixed {}"}[n]
            decisions.append(await imran.replies(verb.format(first.number), thread))
        if n == 200:
            pressed = asyncio.create_task(imran.presses("Fixed", on=second))
    assert pressed is not None
    await pressed
    await thread.settles(second)
    for decision in decisions:
        await imran.is_answered(decision)
    await thread.settles(first)
    draft = await room.bot.work.newsroom.draft_at(
        room.bot.work.place(room.sandbox.find(room.channel).id, thread.ts)
    )
    assert draft is not None
    [entry] = await room.bot.work.newsroom.entries(draft.id, [first.number])
    assert [str(r.outcome) for r in entry.resolutions] == ["stet", "reopened", "fixed"]


async def test_a_press_that_is_drawn_late(sana: Editor, imran: Editor, room: Room) -> None:
    """Who presses while Slack lets us draw no more is told at once that it is recorded."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    for _ in range(5):
        await room.bot.work.slack.pace.wait("chat.update")
    await imran.presses("Fixed", on=query)
    await imran.hears("Recorded")
    await thread.settles(query)
