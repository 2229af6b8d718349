"""A second version of a draft: edited, posted in its thread or asked for; and a deleted draft."""

import pytest

from bot.link import Link
from bot.model import Place
from bot.readers.copy import Format
from bot.readers.file import as_it_lies
from bot.sandbox.model import visible
from tests.bot.listeners.drafts import CLEAN
from tests.conversation import Editor, Room, Thread

FERRY = "The mayor slammed the ferry plan on Monday."  # a query
RENTS = "Rents on the quay rose by 41 per cent in a year."  # a query
TWICE = "The council met in the the old hall."  # a note
HOLD = "Roke secretly sabotaged the pumps of the harbour."  # a hold
FILLER = "The library will keep its hours on every other day of the week. " * 8  # 96 words
FIRST = f"{FERRY} {RENTS} {TWICE} {FILLER}"  # 1 and 2 are queries, 3 a note


def lines(thread: Thread) -> list[str]:
    """What was said about versions in the thread, each once."""
    said = [visible(message.blocks or []) or message.text for message in thread.ours]
    return [line for line in said if line.startswith("Version ")]


async def told(thread: Thread, line: str) -> None:
    """Wait until the thread tells what changed; it does so once."""
    await thread.room.sandbox.until(lambda: any(line in each for each in lines(thread)))
    await thread.room.quiet()
    assert sum(line in each for each in lines(thread)) == 1


async def test_an_edit_is_the_next_version(sana: Editor, imran: Editor) -> None:
    """What is gone is fixed, what was called fixed is still there, what was let stand stands."""
    thread = await sana.hands_in(FIRST)
    await imran.replies("stet 1 the minutes say so", thread)
    await sana.replies("fixed 2", thread)
    await thread.settles(thread.flag(1), thread.flag(2))
    await sana.edits(thread, f"It rained. {RENTS} {FERRY} {FILLER} The regime was silent.")
    line = "Version 2: 1 fixed, 1 new (4), 1 still open that was called fixed (2). "
    await told(thread, f"{line}Everything you let stand still stands.")
    assert "version 2" in thread.card
    assert "said fixed, still there" in thread.flag(2).text
    assert thread.flag(1).settled
    assert thread.flag(4).text


async def test_what_comes_back_has_its_old_number(sana: Editor) -> None:
    """A passage that was cut and put back is the flag that it was."""
    thread = await sana.hands_in(FIRST)
    await sana.edits(thread, f"{FERRY} {TWICE} {FILLER}")
    await told(thread, "Version 2: 1 fixed.")
    await sana.edits(thread, f"{RENTS} {FERRY} {TWICE} {FILLER}")
    await told(thread, "Version 3: 1 back (2).")
    assert "41 per cent" in thread.flag(2).text


async def test_a_preview_of_a_link_is_no_edit(sana: Editor, room: Room) -> None:
    """Slack says that a message changed when it shows where a link leads."""
    thread = await sana.hands_in(FIRST)
    room.sandbox.hub.change(thread.root, thread.root.text, thread.root.blocks)
    await room.quiet()
    assert lines(thread) == []
    assert "version 1" in thread.card
    assert sana.whispers == []


async def test_an_edit_of_a_reply_is_none_of_a_draft(sana: Editor, room: Room) -> None:
    """Talk in the thread may be put right without a word from us."""
    thread = await sana.hands_in(FIRST)
    reply = await sana.replies("I spoke to the mayor.", thread)
    await sana.member.edits(reply.ts, "I spoke to the mayor's office.", room.channel)
    await room.quiet()
    assert lines(thread) == []


async def test_a_file_of_the_writers_in_the_thread(sana: Editor) -> None:
    """It is the next version, at once."""
    thread = await sana.hands_in(FIRST)
    await sana.shares("ferry.txt", f"{FERRY} {HOLD}".encode(), "second go", to=thread)
    await told(thread, "Version 2: 2 fixed, 1 new (4).")
    assert "secretly sabotaged" in thread.flag(4).text


async def test_a_file_of_somebody_elses_in_the_thread(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """It may be anything, until they name us on it."""
    thread = await sana.hands_in(FIRST)
    await imran.shares("notes.txt", b"Ask the mayor about Tuesday.", to=thread)
    await room.quiet()
    assert lines(thread) == []
    await imran.shares("ferry.txt", FERRY.encode(), f"{room.me} my cut", to=thread)
    await told(thread, "Version 2: 2 fixed.")


async def test_a_reaction_on_somebody_elses_file(sana: Editor, imran: Editor, room: Room) -> None:
    """Or until somebody of the team puts the reaction on it."""
    thread = await sana.hands_in(FIRST)
    file = await imran.shares("ferry.txt", FERRY.encode(), to=thread)
    await imran.reacts("memo", file)
    await told(thread, "Version 2: 2 fixed.")


@pytest.mark.parametrize("said", ["version", "new version please", "check this", ""])
async def test_asked_for_in_the_thread(sana: Editor, imran: Editor, room: Room, said: str) -> None:
    """The draft's own message is read again; unchanged, it is no version."""
    thread = await sana.hands_in(FIRST)
    await imran.replies(f"{room.me} {said}", thread)
    await imran.hears("Nothing has changed since version 1")
    assert lines(thread) == []


async def test_a_version_as_text_in_the_thread(sana: Editor, imran: Editor, room: Room) -> None:
    """With our name and the word before it; the word is no part of the copy."""
    thread = await sana.hands_in(FIRST)
    await sana.replies(f"{room.me} version:\n{FERRY} {FILLER}", thread)
    await told(thread, "Version 2: 2 fixed.")
    draft = await room.bot.work.newsroom.draft_at(place(thread))
    assert draft
    text = (await room.bot.work.newsroom.checklist(draft.id)).text
    assert text.startswith("The mayor slammed")


def place(thread: Thread) -> Place:
    """Where a thread is, as the newsroom knows it."""
    channel = thread.room.sandbox.find(thread.channel).id
    return thread.room.bot.work.place(channel, thread.ts)


async def test_the_newest_text_is_what_is_read_again(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """After a version in the thread, neither a check nor an edit brings the old post back."""
    thread = await sana.hands_in(FIRST)
    await sana.shares("ferry.txt", FERRY.encode(), to=thread)
    await told(thread, "Version 2: 2 fixed.")
    await imran.replies(f"{room.me} check", thread)
    await imran.hears("Nothing has changed since version 2")
    await sana.edits(thread, f"{FIRST} See the file below.")
    await room.quiet()
    assert "version 2" in thread.card
    assert len(lines(thread)) == 1


async def test_an_edit_of_the_version_in_the_thread(sana: Editor, room: Room) -> None:
    """The reply that holds the newest text is the draft's own message now."""
    thread = await sana.hands_in(FIRST)
    reply = await sana.replies(f"{room.me} version:\n{FERRY} {FILLER}", thread)
    await told(thread, "Version 2: 2 fixed.")
    text = f"{room.me} version:\n{FERRY} {HOLD} {FILLER}"
    await sana.member.edits(reply.ts, text, room.channel)
    await told(thread, "Version 3: 1 new (4).")


async def test_an_edit_of_a_cleared_draft(sana: Editor, imran: Editor, room: Room) -> None:
    """It is cleared no more, and whoever cleared it is told alone, once."""
    thread = await sana.hands_in(CLEAN)
    await imran.presses("Clear story", on=thread)
    await thread.says("Cleared by Imran.")
    await sana.edits(thread, f"{CLEAN} {RENTS}")
    await told(thread, "Version 2: 1 new (1).")
    await room.sandbox.until(lambda: set(thread.root.reactions) == {"clipboard"})
    assert "Cleared by" not in thread.card
    (line,) = imran.told
    assert "has changed since you cleared it, so that is undone" in line
    assert "1 new (1)" in line
    assert sana.told == []


async def test_the_same_text_clears_nothing_up(sana: Editor, imran: Editor, room: Room) -> None:
    """A cleared draft that is asked for again, and has not changed, stays cleared."""
    thread = await sana.hands_in(CLEAN)
    await imran.presses("Clear story", on=thread)
    await thread.says("Cleared by Imran.")
    await imran.replies(f"{room.me} version", thread)
    await imran.hears("Nothing has changed since version 1")
    assert "Cleared by Imran." in thread.card
    assert imran.told == []


async def test_a_deleted_draft(sana: Editor, imran: Editor, room: Room) -> None:
    """Its checklist is closed, and says why; nothing of it is open for anybody."""
    thread = await sana.hands_in(FIRST)
    await sana.deletes(thread)
    await room.sandbox.until(lambda: "its message was deleted" in thread.card)
    assert await imran.types("/desk status") == "No draft is open in this channel."
    assert thread.flag(1).text


async def test_a_draft_deleted_at_once(sana: Editor, room: Room) -> None:
    """One that was taken back before it was read leaves nothing behind."""
    held = room.sandbox.fail("conversations.history", how="hold")
    thread = await sana.posts(FIRST)
    await held.reached()
    await sana.deletes(thread)
    held.release()
    await room.quiet()
    assert await room.bot.work.newsroom.drafts(room.sandbox.find(room.channel).id) == ()


async def test_a_version_for_a_draft_without_a_message(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """What was pasted cannot be read again; who asks is told how the next version comes."""
    await sana.types(f"/desk check {FIRST}")
    await room.sandbox.until(room.threads)
    (thread,) = room.threads()
    await imran.replies(f"{room.me} version", thread)
    await imran.hears("The next version of this one goes into its thread")
    await sana.shares("ferry.txt", FERRY.encode(), to=thread)
    await told(thread, "Version 2: 2 fixed.")


async def test_an_edit_of_the_version_of_a_pasted_draft(sana: Editor, room: Room) -> None:
    """The card is our message, the newest text is theirs: they put it right where it stands."""
    await sana.types(f"/desk check {FIRST}")
    await room.sandbox.until(room.threads)
    (thread,) = room.threads()
    reply = await sana.replies(f"{room.me} version:\n{FERRY} {FILLER}", thread)
    await told(thread, "Version 2: 2 fixed.")
    text = f"{room.me} version:\n{FERRY} {HOLD} {FILLER}"
    await sana.member.edits(reply.ts, text, thread.channel)
    await told(thread, "Version 3: 1 new (4).")


async def test_a_version_that_cannot_be_read(sana: Editor, room: Room) -> None:
    """The writer is told why, and the checklist stays as it was."""
    thread = await sana.hands_in(FIRST)
    await sana.edits(thread, "…")
    await sana.hears("There is not a word in this draft")
    assert "version 1" in thread.card


async def test_an_edit_of_a_later_part(sana: Editor, imran: Editor, room: Room) -> None:
    """A draft that was posted in two messages is read as a whole when either is edited."""
    thread = await sana.hands_in(FIRST)
    part = await sana.posts("The harbour office closed at noon on Friday, and nobody came.")
    await told(thread, "Version 2: nothing on its checklist has changed.")
    await sana.edits(part, f"The harbour office closed at noon on Friday. {HOLD}")
    await told(thread, "Version 3: 1 new (4).")
    assert thread.flag(1).text


async def test_a_later_part_is_deleted(sana: Editor, room: Room) -> None:
    """The draft goes on without it."""
    thread = await sana.hands_in(FIRST)
    part = await sana.posts(f"The harbour office closed at noon on Friday. {HOLD}")
    await told(thread, "Version 2: 1 new (4).")
    await sana.deletes(part)
    await told(thread, "Version 3: 1 fixed.")
    assert "its message was deleted" not in thread.card


async def test_a_link_is_read_again(
    sana: Editor, imran: Editor, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands at the address now is the next version of a draft that was read from it."""
    there = [FIRST]

    async def open_page(address: str, channel: str) -> Link:
        return Link(as_it_lies(there[-1], Format.HTML), "Ferry", address, b"")

    hands = room.bot.work._taking._hands._replace(open=open_page)
    monkeypatch.setattr(room.bot.work._taking, "_hands", hands)
    await sana.types("/desk check https://desk.example/ferry")
    await room.sandbox.until(room.threads)
    (thread,) = room.threads()
    await imran.replies(f"{room.me} version", thread)
    await imran.hears("Nothing has changed since version 1")
    there.append(f"{FERRY} {HOLD}")
    await imran.replies(f"{room.me} version", thread)
    await told(thread, "Version 2: 2 fixed, 1 new (4).")


async def test_a_file_that_is_edited_in_slack(sana: Editor, room: Room) -> None:
    """A snippet, or a canvas: what it holds now is the next version; the same again is none."""
    thread = await (await sana.shares("ferry.txt", FIRST.encode())).read()
    await sana.rewrites(thread, f"{FERRY} {HOLD}".encode())
    await told(thread, "Version 2")
    await sana.rewrites(thread, f"{FERRY} {HOLD}".encode())
    await sana.rewrites(thread, b"")
    await sana.hears("not a word")
    await room.quiet()
    assert "version 2" in thread.card
    assert len(lines(thread)) == 1


async def test_an_edited_file_that_is_no_draft_any_more(sana: Editor, room: Room) -> None:
    """Once the next version came as another file, the first is let be."""
    thread = await (await sana.shares("ferry.txt", FIRST.encode())).read()
    await sana.shares("ferry2.txt", f"{FERRY} {HOLD}".encode(), to=thread)
    await told(thread, "Version 2")
    await sana.rewrites(thread, b"Lunch at one.")
    await room.quiet()
    assert "version 2" in thread.card
