"""From a hand-in to the checklist in its thread."""

import logging
from pathlib import Path

import pytest

from bot.errors import EmptyDraft, TooLong
from bot.work import Work
from tests.bot.work.conftest import COPY, Desk


async def test_a_posted_draft(desk: Desk) -> None:
    """A message somebody asks about is read in its author's name, and answered in its thread."""
    ts = await desk.posted()
    await desk.asked(ts, by=desk.imran)
    await desk.marked(ts, "clipboard")
    draft = await desk.newsroom.draft_at(desk.place(ts))
    assert draft is not None
    assert draft.writer.name == "Sana"
    assert [message.thread_ts for message in desk.ours()] == [ts]
    assert desk.whispered(desk.imran) == desk.whispered(desk.sana) == []


async def test_eyes_while_it_is_read(desk: Desk) -> None:
    """While a draft is read it bears eyes."""
    held = desk.sandbox.fail("chat.postMessage", how="hold")
    ts = await desk.posted()
    await desk.asked(ts)
    await held.reached()
    assert set(desk.sandbox.message(ts, desk.channel).reactions) == {"eyes"}
    held.release()
    await desk.marked(ts, "clipboard")


async def test_asked_twice(desk: Desk) -> None:
    """The same event twice, and two people asking at once, make one draft and one checklist."""
    ts = await desk.posted()
    for key in ("Ev1", "Ev1", "Ev2"):
        await desk.asked(ts, key)
    await desk.marked(ts, "clipboard")
    await desk.sandbox.settled()
    assert len(desk.ours()) == 1
    assert len(await desk.newsroom.drafts(desk.channel.id)) == 1


async def test_a_pasted_draft(desk: Desk) -> None:
    """A draft without a message of its own gets its card as root; its text is never posted."""
    draft = await desk.work.check_text(desk.handed())
    await desk.sandbox.until(desk.ours)
    await desk.sandbox.settled()
    [card] = desk.ours()
    assert card.thread_ts is None
    assert (await desk.newsroom.draft(draft.id)).thread == card.ts
    assert COPY not in str(card.blocks) + card.text


async def test_kept_but_not_accepted(desk: Desk, database: Path) -> None:
    """A draft whose process died before its reading was accepted is read at the next start."""
    ts = await desk.posted()
    await desk.newsroom.hand_in(desk.handed(ts=ts))
    await desk.work.stop()
    later = Work(
        desk.newsroom, desk.slack, database=database, fetch=desk.work._taking._hands.shelf._fetch
    )
    await later.start()
    await desk.marked(ts, "clipboard")
    await later.stop()
    assert len(desk.ours()) == 1


async def test_many_flags(desk: Desk) -> None:
    """Further pages hang under the card, whether it is a reply or the root."""
    await desk.work.check_text(desk.handed("It slammed. " * 20))
    await desk.sandbox.until(lambda: len(desk.ours()) == 2)
    card, page = desk.ours()
    assert page.thread_ts == card.ts


async def test_a_shared_file(desk: Desk) -> None:
    """A text file in a message is the draft, whatever is typed beside it."""
    ts = await desk.sana.shares("ferry.txt", COPY.encode(), desk.channel, "Please look at this")
    await desk.asked(ts)
    await desk.marked(ts, "clipboard")
    draft = await desk.newsroom.draft_at(desk.place(ts))
    assert draft is not None
    assert (await desk.newsroom.checklist(draft.id)).text == COPY


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("ferry.txt", b"\x7fELF\x02\x01\x01\x00", "it is a program"),
        ("ferry.txt", b" \r\n", "not a word in “ferry.txt”"),
        ("ferry.txt", b"ferry " * 200_000, "500,000"),
        ("ferry.txt", b"x" * 4_000_001, "Send it in parts"),
        ("ferry.docx", b"PK\x03\x04....", "it is damaged"),
    ],
)
async def test_a_file_that_cannot_be_read(desk: Desk, name: str, data: bytes, line: str) -> None:
    """A file that holds no copy gets one clear line, in private, and no eyes are left on it."""
    ts = await desk.sana.shares(name, data, desk.channel)
    await desk.asked(ts)
    await desk.sandbox.until(lambda: desk.whispered(desk.sana))
    await desk.sandbox.settled()
    [whisper] = desk.whispered(desk.sana)
    assert line in whisper
    assert "\n" not in whisper
    assert desk.ours() == []
    assert desk.sandbox.message(ts, desk.channel).reactions == {}


async def test_an_empty_message(desk: Desk) -> None:
    """A message without a word gets one clear line."""
    ts = await desk.posted("…")
    await desk.asked(ts, by=desk.imran)
    await desk.sandbox.until(lambda: len(desk.whispered(desk.imran)) == 1)


async def test_refused_at_the_door(desk: Desk) -> None:
    """What is typed and cannot be read is refused at once, to whoever typed it."""
    with pytest.raises(EmptyDraft):
        await desk.work.check_text(desk.handed(" "))
    with pytest.raises(TooLong):
        await desk.work.check_text(desk.handed("a" * 500_001))


async def test_a_message_that_is_gone(desk: Desk) -> None:
    """A message deleted before it could be read is told to whoever asked."""
    ts = await desk.posted()
    await desk.sana.deletes(ts, desk.channel)
    await desk.asked(ts, by=desk.imran)
    await desk.sandbox.until(lambda: desk.whispered(desk.imran))
    assert "not there any more" in desk.whispered(desk.imran)[0]


async def test_our_own_message(desk: Desk) -> None:
    """The bot does not read its own checklist."""
    draft = await desk.read()
    await desk.asked(desk.ours()[0].ts, "Ev9", by=desk.imran)
    await desk.sandbox.until(lambda: desk.whispered(desk.imran))
    assert "is mine" in desk.whispered(desk.imran)[0]
    assert (await desk.newsroom.draft(draft.id)).version == 1


async def test_not_in_the_channel(desk: Desk) -> None:
    """Where the bot may not answer, the writer is told how to let it, and the draft is kept."""
    away = desk.sandbox.channel("away", invited=False)
    handed = desk.handed()
    place = handed.place.model_copy(update={"channel": away.id})
    draft = await desk.work.check_text(handed.model_copy(update={"place": place}))
    direct = desk.sana.direct
    await desk.sandbox.until(lambda: desk.sandbox.messages(direct))
    assert "/invite" in desk.sandbox.messages(direct)[0].text
    assert (await desk.newsroom.checklist(draft.id)).text == COPY


async def test_a_fault_of_ours(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """When a rule breaks, the person is told so, the eyes close, and no copy is in the log."""
    ts = await desk.posted("The secret ferry will crash.")
    await desk.asked(ts)
    await desk.sandbox.until(lambda: desk.whispered(desk.sana))
    assert "on my side" in desk.whispered(desk.sana)[0]
    await desk.sandbox.until(lambda: not desk.sandbox.message(ts, desk.channel).reactions)
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text


async def test_the_next_version(desk: Desk) -> None:
    """A file in a draft's thread is its next version, drawn in the messages that are there."""
    draft = await desk.read()
    assert draft.thread is not None
    second = COPY.replace("mayor slammed", "mayor criticised")
    reply = await desk.sana.shares("v2.txt", second.encode(), desk.channel, to=draft.thread)
    await desk.asked(reply, "Ev2")
    await desk.sandbox.until(lambda: desk.ours()[0].edited)
    await desk.marked(draft.thread, "clipboard")
    assert (await desk.newsroom.draft(draft.id)).version == 2
    assert len(desk.ours()) == 1


async def test_names_and_links(desk: Desk) -> None:
    """People named in a message are read by their names, links by their words."""
    ts = await desk.posted(f"{desk.imran.mention} slammed the log at https://ferry.example/a_b.")
    await desk.asked(ts)
    await desk.marked(ts, "clipboard")
    draft = await desk.newsroom.draft_at(desk.place(ts))
    assert draft is not None
    assert (
        await desk.newsroom.checklist(draft.id)
    ).text == "@Imran slammed the log at https://ferry.example/a_b."


async def test_answers(desk: Desk) -> None:
    """A reply that was understood gets its reaction, though Slack was away for a moment."""
    ts = await desk.posted("fixed 2")
    desk.sandbox.fail("reactions.add", how="drop")
    await desk.work.answer("Ev1", desk.place(ts), "white_check_mark")
    await desk.marked(ts, "white_check_mark")


async def test_channels_to_read(desk: Desk) -> None:
    """A channel is read without being asked if its name or id is set."""
    other = desk.sandbox.channel("other")
    assert await desk.work.reads(desk.channel.id)
    assert not await desk.work.reads(other.id)


async def test_nothing_of_the_draft_is_left_about(
    desk: Desk, database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The engine's own tables, the log and the metadata in Slack hold no word of the copy."""
    caplog.set_level(logging.DEBUG, logger="bot")
    draft = await desk.read("The mauve ferry slammed the pier.")
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: desk.ours()[0].edited)
    assert "mauve" not in caplog.text
    assert "mauve" not in str([message.metadata for message in desk.ours()])
    assert b"mauve" not in kept_by_the_engine(database)


def kept_by_the_engine(database: Path) -> bytes:
    import sqlite3

    tables = ("workflow_input", "workflow_output", "workflow_status", "operation_outputs")
    with sqlite3.connect(database) as connection:
        rows = [connection.execute(f"select * from {table}").fetchall() for table in tables]
    assert all(rows)
    return str(rows).encode()


async def test_a_next_version_that_cannot_be_read(desk: Desk) -> None:
    """When a rule breaks on a next version, the checklist of the one before goes on."""
    draft = await desk.read()
    assert draft.thread is not None
    await desk.work.check_text(desk.handed("The ferry will crash.", "Ev2", draft.thread))
    await desk.sandbox.until(lambda: desk.whispered(desk.sana))
    await desk.marked(draft.thread, "clipboard")
    await desk.settles(draft, 1)
    await desk.sandbox.until(lambda: "Imran" in str(desk.ours()[0].blocks))
    assert "version 1" in str(desk.ours()[0].blocks)
