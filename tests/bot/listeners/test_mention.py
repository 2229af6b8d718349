"""Naming Copychief on a draft or in its thread."""

from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room


async def test_a_post_that_names_it_is_read(sana: Editor, room: Room) -> None:
    """Once, although Slack tells of the message and of the mention."""
    thread = await sana.posts(f"{room.me} {RIVER}")
    await thread.read()
    await room.quiet()
    assert len([m for m in thread.ours if "version 1" in str(m.blocks)]) == 1


async def test_naming_it_in_a_thread_has_the_draft_read(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """The draft is the message that the thread hangs on, and its writer the one who posted it."""
    room.sandbox.channel("canteen")
    thread = await sana.posts(RIVER, "canteen")
    await imran.replies(f"{room.me} check this please", thread)
    await thread.read()
    assert "posted by Sana" in thread.card


async def test_asking_again_for_what_was_read_says_so(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """An unchanged draft is not read twice, and whoever asks is told."""
    thread = await sana.hands_in(RIVER)
    await imran.replies(room.me, thread)
    await imran.hears("Nothing has changed since version 1")
    assert len(thread.ours) == 1


async def test_our_name_at_its_head_is_no_part_of_the_draft(sana: Editor, room: Room) -> None:
    """A draft is called by its own first words."""
    room.sandbox.channel("canteen")
    thread = await sana.posts(f"{room.me} {RIVER}", "canteen")
    await thread.read()
    assert "copychief" not in thread.card.lower()


async def test_clear_clears_and_is_answered(sana: Editor, imran: Editor, room: Room) -> None:
    """The card says by whom, and the draft bears the mark."""
    thread = await sana.hands_in(CLEAN)
    asked = await imran.replies(f"{room.me} clear", thread)
    await imran.is_answered(asked)
    await thread.says("Cleared by Imran.")
    await room.sandbox.until(lambda: set(thread.root.reactions) == {"white_check_mark"})


async def test_clear_with_a_hold_open_says_which(sana: Editor, imran: Editor, room: Room) -> None:
    """Nothing is cleared, and the person who asked learns why."""
    thread = await sana.hands_in(RIVER)
    (hold,) = thread.flags("hold")
    await imran.replies(f"{room.me} clear", thread)
    line = await imran.hears("Not cleared")
    assert f"hold {hold.number} is open" in line
    assert "Cleared" not in thread.card


async def test_clear_without_a_draft_says_so(sana: Editor, imran: Editor, room: Room) -> None:
    """A thread that was never read has nothing to clear."""
    thread = await sana.posts("Lunch?")
    await imran.replies(f"{room.me} clear", thread)
    await imran.hears("There is no draft in this thread")


async def test_numbers_may_follow_its_name(sana: Editor, imran: Editor, room: Room) -> None:
    """A reply that names flags is the same with and without the mention."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    reply = await imran.replies(f"{room.me} stet {query.number} his own words", thread)
    await imran.is_answered(reply)
    await thread.settles(query)
    assert "stet by Imran: his own words" in query.text


async def test_decisions_may_be_long(sana: Editor, imran: Editor, room: Room) -> None:
    """A reply of a hundred words that settles flags is no next version."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    reason = "it is what the minutes of that meeting have, word for word, " * 9
    reply = await imran.replies(f"{room.me} stet {query.number} {reason}", thread)
    await imran.is_answered(reply)
    await thread.settles(query)
    await room.quiet()
    assert "version 1" in thread.card


async def test_why_in_a_thread_is_whispered(sana: Editor, imran: Editor, room: Room) -> None:
    """The rule is explained to the one who asked."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.replies(f"{room.me} why {query.number}", thread)
    await imran.hears("To settle it:")


async def test_anything_else_gets_one_line(sana: Editor, imran: Editor, room: Room) -> None:
    """What it can do, to the one who spoke to it."""
    thread = await sana.posts(f"{room.me} are you well?")
    await sana.hears("/desk help")
    await imran.replies(f"{room.me} what do you make of this", thread)
    await imran.hears("/desk help")
    assert thread.ours == []
