"""Posting a draft in a channel where everything is read."""

import pytest

from bot.desk import Desk
from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room

SHORT = "Does anybody have the number of the harbour office?"


async def test_a_posted_draft_gets_its_checklist(sana: Editor) -> None:
    """A post of 80 words or more is read, and its thread holds card and flags."""
    thread = await sana.hands_in(RIVER)
    assert "posted by Sana" in thread.card
    assert thread.flags("hold")
    assert thread.flags("query")


async def test_a_clean_draft_is_told_so(sana: Editor) -> None:
    """Nothing to query is one line and a button."""
    thread = await sana.hands_in(CLEAN)
    assert "Nothing to query." in thread.card
    assert thread.flags() == []


async def test_a_short_post_is_talk(sana: Editor, room: Room) -> None:
    """What has fewer than 80 words is left alone."""
    thread = await sana.posts(SHORT)
    await room.quiet()
    assert thread.ours == []
    assert thread.root.reactions == {}


async def test_other_channels_are_not_read(sana: Editor, room: Room) -> None:
    """Only a desk that reads everything reads what nobody asked it to."""
    room.sandbox.channel("canteen")
    thread = await sana.posts(RIVER, "canteen")
    await room.quiet()
    assert thread.ours == []


async def test_a_text_file_is_read(sana: Editor) -> None:
    """A .md file is a draft, however long."""
    thread = await sana.shares("talks.md", b"The ferry slammed the pier, it is clear.\n")
    assert "talks" not in (await thread.read()).words
    assert "1 query" in thread.card or "queries" in thread.card


async def test_a_long_reply_is_no_draft(sana: Editor, imran: Editor, room: Room) -> None:
    """Only a post of its own is."""
    thread = await sana.posts(SHORT)
    await imran.replies(RIVER, thread)
    await room.quiet()
    assert thread.ours == []


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("talks.txt", b"", "not a word"),
        ("talks.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "it is a picture"),
        ("talks.txt", b"\x00\x01\x02\x03" * 50, "it is binary, not text"),
        ("talks-final.docx", b"PK\x03\x04....", "it is damaged"),
        ("talks.pdf", b"%PDF-1.7", "it is damaged"),
    ],
)
async def test_a_file_that_cannot_be_read_gets_one_line(
    sana: Editor, room: Room, name: str, content: bytes, line: str
) -> None:
    """Whoever shared it is told what is wrong, alone; the channel sees nothing."""
    thread = await sana.shares(name, content)
    await sana.hears(line)
    await room.quiet()
    assert thread.ours == []
    assert "eyes" not in thread.root.reactions
    assert len(sana.whispers) == 1


async def test_a_megabyte_is_too_much(sana: Editor, room: Room) -> None:
    """A draft beyond what one reading takes gets one line, and the next draft is read."""
    await sana.shares("book.txt", b"The mill closed. " * 60_000)
    await sana.hears("500,000")
    thread = await sana.hands_in(RIVER)
    assert thread.flags()


async def test_a_ping_in_a_draft_pings_nobody(sana: Editor) -> None:
    """What is drawn of a draft holds no mention, whatever the draft holds."""
    text = RIVER.replace("regime", "regime <!channel> & <@U123>")
    thread = await sana.shares("talks.md", text.encode())
    await thread.read()
    assert "&lt;!channel&gt; &amp; &lt;@U123&gt;" in thread.words
    assert "<!" not in thread.words
    assert "<@" not in thread.words


async def test_a_channel_shared_outside_is_not_read(sana: Editor, room: Room) -> None:
    """Even one that is set to be read: there it is silent."""
    room.sandbox.channel(room.channel).shared = True
    thread = await sana.posts(RIVER)
    await room.quiet()
    assert thread.ours == []
    assert sana.whispers == []


async def test_a_desk_may_say_that_outsiders_read_along(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """Where that is set, a shared channel is a channel like any other."""
    home = room.sandbox.channel(room.channel)
    home.shared = True
    work = room.bot.work
    by = await work.slack.person(imran.member.id)
    shared = Desk(reads_all=True, shared=True)
    await work.newsroom.set_desk(work.slack.team, home.id, shared, by, "k1")
    assert (await sana.hands_in(RIVER)).flags("hold")


async def test_a_picture_is_no_draft(sana: Editor, room: Room) -> None:
    """A file that holds no copy is left alone, in silence."""
    thread = await sana.shares("pier.png", b"\x89PNG\r\n\x1a\n")
    await room.quiet()
    assert thread.ours == []
    assert sana.whispers == []
