"""Settling all flags of a pack, a rule or a level with one reply."""

from typing import Any

import pytest

from bot.errors import AlreadySettled
from bot.model import Entry
from bot.serve import Bot
from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor, Room, Thread
from tests.trouble import BreaksOnce


async def entries(bot: Bot, thread: Thread) -> tuple[Entry, ...]:
    """The flags of the thread's draft as they are on record."""
    (reply, *_) = thread.ours
    draft = await bot.work.newsroom.draft_at(bot.work.place(reply.channel, thread.ts))
    assert draft is not None
    return (await bot.work.newsroom.checklist(draft.id)).entries


async def test_fixed_all_language_settles_the_pack(
    sana: Editor, imran: Editor, room: Room, bot: Bot
) -> None:
    """Every open flag of the pack, and no other."""
    thread = await sana.hands_in(RIVER)
    reply = await imran.replies("fixed all language", thread)
    await imran.is_answered(reply)
    settled = {e.flag.rule.split(".")[0] for e in await entries(bot, thread) if not e.open}
    still = {e.flag.rule.split(".")[0] for e in await entries(bot, thread) if e.open}
    assert settled == {"language"}
    assert still
    assert "language" not in still


async def test_a_rule_goes_by_its_short_name(sana: Editor, imran: Editor, bot: Bot) -> None:
    """With a reason, like a number."""
    thread = await sana.hands_in(RIVER)
    rule = next(e.flag.rule for e in await entries(bot, thread) if e.flag.level == "query")
    reply = await imran.replies(f"stet all {rule.split('.')[1]}: wire copy", thread)
    await imran.is_answered(reply)
    decided = [e for e in await entries(bot, thread) if not e.open]
    assert {e.flag.rule for e in decided} == {rule}
    assert {said.reason for e in decided for said in e.resolutions} == {"wire copy"}


async def test_where_nothing_is_meant_one_line_says_so(
    sana: Editor, imran: Editor, room: Room, bot: Bot
) -> None:
    """No reaction, and what is open instead."""
    thread = await sana.hands_in(RIVER)
    reply = await imran.replies("fixed all harm", thread)
    line = await imran.hears("no flag of “harm” is open on this draft. Open: 1 to")
    await room.quiet()
    assert imran.whispers == [line]
    assert reply.reactions == {}
    assert all(entry.open for entry in await entries(bot, thread))


async def test_reopen_all_opens_what_was_decided(sana: Editor, imran: Editor, bot: Bot) -> None:
    """Fixed too soon, and taken back in one go."""
    thread = await sana.hands_in(RIVER)
    await imran.is_answered(await imran.replies("fixed all but 1", thread))
    assert [e.number for e in await entries(bot, thread) if e.open] == [1]
    await imran.is_answered(await imran.replies("reopen all", thread))
    assert all(entry.open for entry in await entries(bot, thread))


async def test_all_of_something_else_is_left_alone(
    sana: Editor, imran: Editor, room: Room, bot: Bot
) -> None:
    """Editors say "all" of many things."""
    thread = await sana.hands_in(RIVER)
    said = await imran.replies("fixed all of it in the second half\nfixed all the typos", thread)
    await room.quiet()
    assert said.reactions == {}
    assert imran.whispers == []
    assert all(entry.open for entry in await entries(bot, thread))


async def test_what_somebody_settles_meanwhile_is_no_hindrance(
    sana: Editor, imran: Editor, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All means all that are still open when it is done."""
    thread = await sana.hands_in(RIVER)
    whole, tries = bot.work.newsroom.resolve, 0

    async def second_to_come(*decided: Any) -> tuple[Entry, ...]:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise AlreadySettled("Flag 2 is settled.")
        return await whole(*decided)

    monkeypatch.setattr(bot.work.newsroom, "resolve", second_to_come)
    await imran.is_answered(await imran.replies("fixed all queries", thread))
    assert imran.whispers == []
    assert tries == 2


async def test_sent_again_it_is_answered_and_decides_nothing_more(
    sana: Editor, imran: Editor, room: Room, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was all the first time is none the second, and yet it was done."""
    thread = await sana.hands_in(RIVER)
    answer = BreaksOnce(bot.work.answer)
    monkeypatch.setattr(bot.work, "answer", answer)
    room.sandbox.hub.link.ack_seconds = 0.5
    reply = await imran.replies("fixed all queries", thread)
    await imran.is_answered(reply)
    queries = [e for e in await entries(bot, thread) if e.flag.level == "query"]
    assert {len(entry.resolutions) for entry in queries} == {1}
    assert not [line for line in imran.whispers if "no query" in line]
