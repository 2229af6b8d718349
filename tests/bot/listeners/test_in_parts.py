"""A draft that is posted in several messages."""

import asyncio

import pytest

from bot.serve import Bot
from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room, Thread

PART = "The mayor slammed the plan for the harbour, and the council votes on it on Monday."
CUT = (CLEAN + "\n\n") * 20


async def text_of(bot: Bot, room: Room, thread: Thread) -> str:
    """The text of the draft that lives in a thread."""
    place = bot.work.place(room.sandbox.find(thread.channel).id, thread.ts)
    draft = await bot.work.newsroom.draft_at(place)
    assert draft is not None
    return (await bot.work.newsroom.checklist(draft.id)).text


async def test_what_follows_is_the_next_part(sana: Editor, room: Room, bot: Bot) -> None:
    """However short, it is read with the draft, under its first message and nowhere else."""
    thread = await sana.hands_in(CLEAN)
    assert "Nothing to query." in thread.card
    second = await sana.posts(PART)
    await thread.says("version 2")
    await thread.read()
    assert len(thread.flags("query")) == 1
    assert (await text_of(bot, room, thread)).endswith(f"\n\n{PART}")
    await room.quiet()
    assert second.ours == []
    assert second.root.reactions == {}


async def test_somebody_elses_word_ends_it(
    sana: Editor, imran: Editor, room: Room, bot: Bot
) -> None:
    """What the writer says after it is talk, or a draft of its own."""
    first = await sana.hands_in(CLEAN)
    await imran.posts("On it.")
    talk = await sana.posts(PART)
    second = await sana.hands_in(RIVER)
    await room.quiet()
    assert talk.ours == []
    assert "version 1" in first.card
    assert "version 1" in second.card


async def test_the_writers_own_talk_is_no_part(sana: Editor, room: Room) -> None:
    """A question to the desk is not read as copy."""
    thread = await sana.hands_in(CLEAN)
    await sana.posts("Could you look at the second par before five, please?")
    await room.quiet()
    assert "version 1" in thread.card


async def test_after_a_minute_it_is_another_draft(sana: Editor, room: Room) -> None:
    """A minute from the last part."""
    first = await sana.hands_in(CLEAN)
    room.sandbox.clock.advance(61)
    late = await sana.posts(PART)
    second = await sana.hands_in(RIVER)
    await room.quiet()
    assert late.ours == []
    assert "version 1" in first.card
    assert second.flags("hold")


async def test_a_paste_that_slack_cut_is_read_in_one(sana: Editor, room: Room, bot: Bot) -> None:
    """Its first version is the whole of it, and it bears eyes while the rest is waited for."""
    thread = await sana.posts(CUT)
    await room.sandbox.until(lambda: "eyes" in thread.root.reactions)
    await sana.posts(PART)
    await thread.read()
    assert "version 1" in thread.card
    assert (await text_of(bot, room, thread)).endswith(f"\n\n{PART}")


async def test_all_at_once_in_whatever_order(sana: Editor, room: Room, bot: Bot) -> None:
    """Four posts in one breath are one draft, its words in the order they were posted."""
    threads = [await sana.posts(f"Part {n}. {CLEAN}") for n in range(4)]
    await threads[0].read()
    await room.quiet()
    text = await text_of(bot, room, threads[0])
    assert [text.index(f"Part {n}.") for n in range(4)] == sorted(
        text.index(f"Part {n}.") for n in range(4)
    )
    assert [thread.ours for thread in threads[1:]] == [[], [], []]


async def test_a_reaction_on_the_first_reads_them_all(
    sana: Editor, imran: Editor, room: Room, bot: Bot
) -> None:
    """Where nothing is read unasked, the memo on the first of several is enough."""
    room.sandbox.channel("canteen")
    first = await sana.posts(RIVER, "canteen")
    await sana.posts(PART, "canteen")
    await imran.posts("Read both.", "canteen")
    await sana.posts(CLEAN, "canteen")
    await imran.reacts("memo", first)
    await first.read()
    assert (await text_of(bot, room, first)).endswith(PART)
    assert "version 1" in first.card


async def test_a_reaction_on_a_later_part_means_the_draft(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """It makes no second draft of it."""
    first = await sana.hands_in(RIVER)
    second = await sana.posts(PART)
    await first.says("version 2")
    await first.read()
    await imran.reacts("memo", second)
    await imran.hears("Nothing has changed since version 2")
    assert second.ours == []


async def test_a_file_is_a_draft_of_its_own(sana: Editor, room: Room) -> None:
    """What is posted after it is not added to it."""
    file = await sana.shares("pier.md", RIVER.encode())
    await file.read()
    post = await sana.hands_in(CLEAN)
    await room.quiet()
    assert "version 1" in file.card
    assert "version 1" in post.card


async def test_a_cleared_draft_takes_no_more(sana: Editor, imran: Editor, room: Room) -> None:
    """It is done; the next post is another."""
    thread = await sana.hands_in(CLEAN)
    await imran.presses("Clear story", on=thread)
    await thread.says("Cleared by Imran.")
    other = await sana.hands_in(RIVER)
    await room.quiet()
    assert "Cleared by Imran." in thread.card
    assert other.flags("hold")


async def test_a_part_that_cannot_be_read_leaves_no_eyes(
    sana: Editor, room: Room, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever posted it is told, and nothing looks as if it were being read."""
    gather = bot.work._taking.gather
    seen = asyncio.Event()

    async def breaks(*_: object) -> None:
        seen.set()
        raise RuntimeError

    monkeypatch.setattr(gather, "rest", breaks)
    thread = await sana.posts(CUT)
    await sana.hears("on my side")
    await room.sandbox.until(lambda: thread.root.reactions == {})
    assert seen.is_set()


async def test_a_version_in_its_thread_takes_no_more(sana: Editor, room: Room, bot: Bot) -> None:
    """A file that has taken the posts' place is not overwritten by what is posted after it."""
    thread = await sana.hands_in(CLEAN)
    second = f"{PART}\n".encode()
    await sana.member.shares("v2.md", second, thread.channel, f"{room.me} version", to=thread.ts)
    await thread.says("version 2")
    await thread.read()
    await sana.posts(PART)
    await room.quiet()
    assert await text_of(bot, room, thread) == second.decode()
