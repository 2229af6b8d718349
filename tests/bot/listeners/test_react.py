"""Putting the desk's emoji on a post, :memo: unless it is set to another."""

from bot.desk import Desk
from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room


async def test_memo_has_a_post_read(sana: Editor, imran: Editor, room: Room) -> None:
    """An editor's reaction is enough in any channel that Copychief is in; the draft is Sana's."""
    room.sandbox.channel("canteen")
    thread = await sana.posts(RIVER, "canteen")
    await imran.reacts("memo", thread)
    await thread.read()
    assert "posted by Sana" in thread.card


async def test_other_reactions_are_left_alone(sana: Editor, imran: Editor, room: Room) -> None:
    """A thumb is a thumb."""
    room.sandbox.channel("canteen")
    thread = await sana.posts(RIVER, "canteen")
    await imran.reacts("thumbsup", thread)
    await room.quiet()
    assert thread.ours == []


async def test_a_guest_is_told_who_may(sana: Editor, room: Room) -> None:
    """Guests have nothing read; they are told so, alone."""
    room.sandbox.channel("canteen")
    guest = room.editor("Gwen", guest=True)
    thread = await sana.posts(RIVER, "canteen")
    await guest.reacts("memo", thread)
    await guest.hears("ask somebody of the team")
    assert thread.ours == []


async def test_memo_on_a_checklist_is_ignored(sana: Editor, imran: Editor, room: Room) -> None:
    """Copychief does not read itself."""
    thread = await sana.hands_in(CLEAN)
    await imran.member.reacts("memo", thread.ours[0], thread.channel)
    await room.quiet()
    assert len(thread.ours) == 1
    assert imran.whispers == []


async def test_a_second_memo_brings_no_second_checklist(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """The same text at the same place is read once."""
    thread = await sana.hands_in(RIVER)
    before = len(thread.ours)
    await imran.reacts("memo", thread)
    await leila.reacts("memo", thread)
    await room.quiet()
    assert len(thread.ours) == before


async def test_the_emoji_is_the_desks(sana: Editor, imran: Editor, room: Room) -> None:
    """A desk that uses another leaves the memo alone; the tone of a hand's skin is no matter."""
    canteen = room.sandbox.channel("canteen")
    work = room.bot.work
    by = await work.slack.person(imran.member.id)
    await work.newsroom.set_desk(work.slack.team, canteen.id, Desk(emoji="raised_hand"), by, "k1")
    thread = await sana.posts(RIVER, "canteen")
    await imran.reacts("memo", thread)
    await room.quiet()
    assert thread.ours == []
    await imran.reacts("raised_hand::skin-tone-4", thread)
    assert (await thread.read()).flags("hold")


async def test_an_apps_post_is_no_draft(sana: Editor, imran: Editor, room: Room) -> None:
    """A feed's item is read when somebody chooses so in its menu."""
    feed = room.sandbox.ws.bot
    told = room.sandbox.person("Feed")
    told.user.bot_id = feed.bot_id
    thread = await Editor(room, told).posts(RIVER)
    await imran.reacts("memo", thread)
    await imran.hears("An app posted that")
    assert thread.ours == []


async def test_a_memo_on_a_reply_where_no_draft_is(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """A draft is a post of its own; whoever asked is told."""
    thread = await sana.posts("Lunch?")
    reply = await sana.replies(RIVER, thread)
    await imran.member.reacts("memo", reply, thread.channel)
    await imran.hears("There is no draft in that thread")
