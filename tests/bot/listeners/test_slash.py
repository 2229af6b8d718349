"""Typing `/desk …`."""

from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor, Room


async def test_only_the_person_who_typed_sees_the_answer(sana: Editor, room: Room) -> None:
    """The channel stays as it was."""
    await sana.types("/desk help")
    assert room.sandbox.messages(room.channel) == []


async def test_a_command_where_it_is_not_invited_ends_in_one_line(
    sana: Editor, room: Room
) -> None:
    """The writer is told how to get Copychief into the channel; nothing is promised or kept."""
    room.sandbox.channel("secret", invited=False)
    for said in (RIVER, "https://news.example/story"):
        assert "/invite @copychief" in await sana.types(f"/desk check {said}", "secret")
    await sana.invites("secret")
    await room.quiet()
    assert "No draft is open" in await sana.types("/desk status", "secret")


async def test_names_and_marks_in_a_pasted_text_are_read_as_words(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """What Slack makes of a mention or an ampersand does not reach the draft."""
    text = f"The council slammed {imran.member.mention} of R&D <b> on Monday."
    await sana.types(f"/desk check {text}")
    await room.sandbox.until(lambda: room.threads())
    (thread,) = room.threads()
    assert "@Imran of R&amp;D &lt;b&gt; on Monday." in thread.words


async def test_check_is_for_the_team_and_not_where_others_read_along(
    sana: Editor, room: Room
) -> None:
    """Guests and channels shared outside get a line, and nothing is kept."""
    guest = room.editor("Gwen", guest=True)
    assert "ask somebody of the team" in await guest.types(f"/desk check {RIVER}")
    room.sandbox.channel(room.channel).shared = True
    assert "shared with another organisation" in await sana.types(f"/desk check {RIVER}")
    await room.quiet()
    assert room.threads() == []
    assert await sana.types("/desk status") == "No draft is open in this channel."
