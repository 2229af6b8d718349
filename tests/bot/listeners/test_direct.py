"""Writing to Copychief in a direct message."""

from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room, Thread

SHORT = (
    "The mayor slammed the plan for the harbour on Monday evening, and the council will vote on "
    "it next week, after the holidays."
)


async def test_a_draft_is_read_there(sana: Editor, room: Room) -> None:
    """Twenty words are enough where somebody speaks to us; nobody else sees it."""
    thread = await sana.tells(SHORT)
    await thread.read()
    assert thread.flags("query")
    assert room.threads() == []


async def test_a_file_is_read_there(sana: Editor, room: Room) -> None:
    """However it is called, whoever sends it means a draft."""
    direct = sana.member.direct.id
    thread = Thread(room, await sana.member.shares("river.md", RIVER.encode(), direct), direct)
    await thread.read()
    assert thread.flags("hold")
    await sana.member.shares("river.docx", b"PK\x03\x04....", direct)
    await sana.hears("it is damaged")


async def test_a_draft_in_two_messages(sana: Editor) -> None:
    """The second is a part of the first there, too."""
    thread = await (await sana.tells(CLEAN)).read()
    await sana.tells(SHORT)
    await thread.says("version 2")
    assert (await thread.read()).flags("query")


async def test_small_talk_gets_one_line(sana: Editor, room: Room) -> None:
    """What it can do, kindly."""
    await sana.tells("Hello, how are you?")
    assert "Send me a draft" in await sana.hears("what a desk would ask")
    await room.quiet()
    assert len(sana.whispers) == 1


async def test_flags_are_settled_there(sana: Editor, room: Room) -> None:
    """By number, and by a word, with our name and without; Slack tells of no mention there."""
    thread = await (await sana.tells(SHORT)).read()
    query = thread.flags("query")[0]
    await sana.is_answered(await sana.replies(f"fixed {query.number}", thread))
    await thread.settles(query)
    await sana.is_answered(await sana.replies("clear", thread))
    await thread.says("Cleared by Sana.")
    await sana.replies(f"{room.me} what now?", thread)
    await sana.hears("`/desk help` tells the rest")


async def test_talk_in_a_thread_there_is_left_alone(sana: Editor, room: Room) -> None:
    """As it is anywhere."""
    thread = await (await sana.tells(SHORT)).read()
    await sana.replies("I will ask the mayor.", thread)
    await room.quiet()
    assert sana.whispers == []


async def test_guests_are_told_who_may(room: Room) -> None:
    """A guest has nothing read."""
    guest = room.editor("Gwen", guest=True)
    thread = await guest.tells(SHORT)
    await guest.hears("ask somebody of the team")
    assert thread.ours == []
