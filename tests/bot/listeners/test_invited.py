"""Being invited into a channel, and invited back."""

from bot.sandbox.model import visible
from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor, Room


def lines(room: Room, channel: str) -> list[str]:
    """What Copychief says in a channel, to everybody."""
    there = [m for m in room.sandbox.messages(channel) if m.user == room.sandbox.bot.id]
    return [visible(message.blocks or []) for message in there]


async def test_it_says_what_it_does_and_how_to_begin(sana: Editor, room: Room) -> None:
    """One short line; who comes in later is not greeted."""
    room.sandbox.channel("canteen", invited=False)
    await sana.invites("canteen")
    await room.sandbox.until(lambda: lines(room, "canteen"))
    room.sandbox.person("Leila")
    await room.editor("Tom").member.joins("canteen")
    await room.quiet()
    (line,) = lines(room, "canteen")
    assert "put :memo: on a post" in line
    assert "`/desk check`" in line
    assert len(line) < 250


async def test_slack_sending_it_again_makes_no_second_line(sana: Editor, room: Room) -> None:
    """Once for each invitation."""
    room.sandbox.channel("canteen", invited=False)
    room.sandbox.fail("chat.postMessage", how="drop_after")
    await sana.invites("canteen")
    await room.sandbox.until(lambda: lines(room, "canteen"))
    await room.quiet()
    assert len(lines(room, "canteen")) == 1


async def test_a_shared_channel_is_told_that_nothing_is_read(sana: Editor, room: Room) -> None:
    """Nobody has to find out by waiting."""
    room.sandbox.channel("partners", invited=False).shared = True
    await sana.invites("partners")
    await room.sandbox.until(lambda: lines(room, "partners"))
    assert "I post no flags in it" in lines(room, "partners")[0]


async def test_invited_back_it_goes_on(sana: Editor, imran: Editor, room: Room) -> None:
    """What was decided while it was out is drawn, and it says that it is back."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.removes()
    await imran.presses("Fixed", on=query)
    await room.quiet()
    assert not query.settled
    await imran.invites()
    await thread.settles(query)
    await room.sandbox.until(
        lambda: any("every post of 80 words" in line for line in lines(room, room.channel))
    )


async def test_what_could_not_be_posted_is_posted_then(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """A draft handed in just before it was sent away is kept, and gets its checklist at last."""
    room.sandbox.channel("canteen")
    post = room.sandbox.fail("chat.postMessage", how="hold")
    await sana.types(f"/desk check {RIVER}", "canteen")
    await post.reached()
    await imran.member.removes("canteen")
    post.release()
    direct = sana.member.direct
    await room.sandbox.until(lambda: "/invite" in str(room.sandbox.messages(direct)))
    await imran.invites("canteen")
    await room.sandbox.until(lambda: "handed in by Sana" in str(lines(room, "canteen")))
