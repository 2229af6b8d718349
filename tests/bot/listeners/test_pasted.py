"""After a version that was pasted into a window, no older message is read in its place."""

from bot.blocks.version import FILE, TEXT
from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room, Thread

PASTED = f"{CLEAN} The mayor slammed the crew."
LINE = "Version 2 came in a window: give the next one there, or post it in the thread."


async def pastes(editor: Editor, thread: Thread, text: str = PASTED) -> None:
    """Hand the next version in by the card's window."""
    await editor.presses("New version…", on=thread)
    await editor.room.sandbox.until(lambda: editor.member.view)
    assert await editor.submits(**{TEXT: text}) == {}
    await thread.says("version 2")
    await thread.read()
    await editor.room.quiet()


async def stays(thread: Thread) -> None:
    """Version 2 is the newest, once everything is done."""
    await thread.room.quiet()
    assert "version 2" in thread.card
    assert thread.flags("query")


async def test_who_asks_is_told(sana: Editor, imran: Editor, leila: Editor, room: Room) -> None:
    """Neither a word in the thread nor the emoji brings the post's text back."""
    thread = await sana.hands_in(CLEAN)
    await pastes(sana, thread)
    await imran.replies(f"{room.me} version", thread)
    assert await imran.hears("came in a window") == LINE
    await leila.reacts("memo", thread)
    assert await leila.hears("came in a window") == LINE
    await stays(thread)


async def test_the_old_post_is_put_right(sana: Editor, room: Room) -> None:
    """An edit of it changes nothing and is not worth a word."""
    thread = await sana.hands_in(CLEAN)
    await pastes(sana, thread)
    reading = await sana.hears("Reading the new version")
    await sana.edits(thread, CLEAN.replace("library", "Library", 1) + " It rained.")
    await stays(thread)
    assert sana.whispers == [reading]


async def test_what_follows_the_old_post(sana: Editor, imran: Editor, room: Room) -> None:
    """It is no part of the draft; asked for, it is a draft of its own."""
    thread = await sana.hands_in(CLEAN)
    await pastes(sana, thread)
    more = await sana.posts("The council votes on the harbour on Monday.")
    await stays(thread)
    assert more.ours == []
    await imran.reacts("memo", more)
    await more.read()
    await stays(thread)
    assert "version 1" in more.card


async def test_the_next_one_in_the_thread(sana: Editor) -> None:
    """A file there is version 3."""
    thread = await sana.hands_in(CLEAN)
    await pastes(sana, thread)
    await sana.shares("river.txt", RIVER.encode(), to=thread)
    await thread.says("version 3")
    assert thread.flags("hold")


async def test_a_later_part_of_the_old_post(sana: Editor, imran: Editor, room: Room) -> None:
    """The emoji on it means the draft, too."""
    thread = await sana.hands_in(CLEAN)
    part = await sana.posts("The council votes on the harbour on Monday.")
    await thread.says("version 2")
    await thread.read()
    await sana.presses("New version…", on=thread)
    await room.sandbox.until(lambda: sana.member.view)
    assert await sana.submits(**{TEXT: PASTED}) == {}
    await thread.says("version 3")
    await thread.read()
    await imran.reacts("memo", part)
    await imran.hears("Version 3 came in a window")
    assert part.ours == []


async def test_a_file_given_in_the_window(sana: Editor, room: Room) -> None:
    """It is the next version and nobody else sees it; no older message takes its place."""
    thread = await sana.hands_in(CLEAN)
    await sana.presses("New version…", on=thread)
    await room.sandbox.until(lambda: sana.member.view)
    both = {FILE: ("next.txt", PASTED.encode()), TEXT: PASTED}
    assert await sana.submits(**both) == {
        TEXT: "One of the two is enough: empty this field, or the other."
    }
    assert await sana.submits(**{TEXT: ""}) == {}
    await thread.says("version 2")
    await thread.read()
    await sana.edits(thread, CLEAN + " It rained.")
    await stays(thread)
    assert [
        message.files
        for message in room.sandbox.thread(thread.ts, thread.channel)
        if message.files
    ] == []


async def test_a_file_that_is_none(sana: Editor, room: Room) -> None:
    """Whoever gave it is told, and the version before stands."""
    thread = await sana.hands_in(CLEAN)
    await sana.presses("New version…", on=thread)
    await room.sandbox.until(lambda: sana.member.view)
    assert await sana.submits(**{FILE: ("next.txt", b"\x89PNG")}) == {}
    await sana.hears("it is a picture")
    assert "version 1" in thread.card


async def test_it_is_handed_back_to_who_asks_alone(sana: Editor, room: Room) -> None:
    """The text that was given in the window is not shown in the channel, and the next post is."""
    thread = await sana.hands_in(CLEAN)
    await pastes(sana, thread)
    await sana.presses("Hand back", on=thread)
    await sana.hears("comes to you in a direct message")
    direct = sana.member.direct
    await room.sandbox.until(lambda: any(each.files for each in room.sandbox.messages(direct)))
    assert not any(message.files for message in thread.ours)
    await sana.shares("third.txt", f"{PASTED} It rained.".encode(), to=thread)
    await thread.says("version 3")
    await thread.read()
    await sana.presses("Hand back", on=thread)
    await room.sandbox.until(lambda: any(message.files for message in thread.ours))
