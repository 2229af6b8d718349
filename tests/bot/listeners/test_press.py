"""Pressing the buttons of a checklist and choosing from a flag's menu."""

import asyncio

from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room


async def test_fixed_in_the_menu_settles_a_query(sana: Editor, imran: Editor) -> None:
    """One press, and the flag is struck through."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.presses("Fixed", on=query)
    await thread.settles(query)
    assert query.text.endswith("fixed by Imran")
    assert imran.whispers == []


async def test_a_hold_is_agreed_to_by_a_second_person(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """The first is told that it waits; the second agrees to what the first decided."""
    thread = await sana.hands_in(RIVER)
    (hold,) = thread.flags("hold")
    await imran.presses("Fixed", on=hold)
    await imran.hears("waits for a second editor")
    await room.sandbox.until(lambda: "waits for a second editor" in hold.text)
    await imran.presses("Agree", on=hold)
    await imran.hears("and it needs a second person: Leila can settle it.")
    await leila.presses("Agree", on=hold)
    await thread.settles(hold)
    assert hold.text.endswith("fixed by Imran; Leila agrees")


async def test_nobody_agrees_to_what_they_did_not_see(
    sana: Editor, leila: Editor, room: Room
) -> None:
    """Sana takes her source back while Leila looks at it: Leila is asked to look again."""
    thread = await sana.hands_in(RIVER)
    (hold,) = thread.flags("hold")
    await sana.replies(f"source {hold.number} the letter of 2 May", thread)
    await room.sandbox.until(lambda: "waits for a second editor" in hold.text)
    where = thread.ours[0]
    old = [block.copy() for block in where.blocks or []]
    await sana.replies(f"wrong {hold.number} there is no letter", thread)
    await room.sandbox.until(lambda: "there is no letter" in hold.text)
    await room.quiet()
    new, where.blocks = where.blocks, old
    await leila.presses("Agree", on=hold)
    await leila.hears("The answer changed meanwhile: look again.")
    where.blocks = new
    await leila.presses("Agree", on=hold)
    await thread.settles(hold)
    assert hold.text.endswith("wrong by Sana: there is no letter; Leila agrees")


async def test_a_press_on_a_flag_that_another_settled_says_who(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """A menu that is behind the times is no trouble: the database knows."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    where = thread.ours[0]
    old = [block.copy() for block in where.blocks or []]
    await imran.presses("Fixed", on=query)
    await thread.settles(query)
    await room.quiet()
    where.blocks = old  # as Leila's screen still shows it
    await leila.presses("Fixed", on=query)
    await leila.hears(f"Flag {query.number} is settled: fixed by Imran")


async def test_two_people_press_at_once(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """One of them settles the flag; the other gets one line that says who was first."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await asyncio.gather(imran.presses("Fixed", on=query), leila.presses("Fixed", on=query))
    await thread.settles(query)
    first, second = (imran, leila) if "by Imran" in query.text else (leila, imran)
    line = await second.hears(f"Flag {query.number} is settled: fixed by {first.name}")
    assert second.whispers == [line]
    assert first.whispers == []


async def test_agreeing_to_what_was_reopened_says_so(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """There is no answer to agree to any more."""
    thread = await sana.hands_in(RIVER)
    (hold,) = thread.flags("hold")
    await imran.presses("Fixed", on=hold)
    await room.sandbox.until(lambda: "waits for a second editor" in hold.text)
    where = thread.ours[0]
    old = [block.copy() for block in where.blocks or []]
    await imran.presses("Reopen", on=hold)
    await room.sandbox.until(lambda: "waits for a second editor" not in hold.text)
    await room.quiet()
    where.blocks = old
    await leila.presses("Agree", on=hold)
    await leila.hears("there is no answer to agree to")


async def test_reopen_in_the_menu_opens_again(sana: Editor, imran: Editor, room: Room) -> None:
    """A settled flag offers it."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.presses("Fixed", on=query)
    await thread.settles(query)
    await imran.presses("Reopen", on=query)
    await room.sandbox.until(lambda: not query.settled)


async def test_the_button_clears_the_story(sana: Editor, imran: Editor) -> None:
    """The card says by whom and what was left unanswered, and the button is gone."""
    thread = await sana.shares("pier.md", b"The mayor slammed the crew of the ferry on Monday.\n")
    await thread.read()
    await imran.presses("Clear story", on=thread)
    await thread.says("Cleared by Imran.* 1 query left unanswered.")
    assert "Clear story" not in thread.words


async def test_there_is_no_button_while_a_hold_is_open(sana: Editor) -> None:
    """It comes when the last hold is settled."""
    thread = await sana.hands_in(RIVER)
    assert "Clear story" not in thread.words


async def test_a_button_that_is_behind_the_times_clears_nothing(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """A hold that was reopened meanwhile is named to whoever presses."""
    thread = await sana.hands_in(RIVER)
    (hold,) = thread.flags("hold")
    await imran.replies(f"fixed {hold.number}", thread)
    await leila.replies(f"fixed {hold.number}", thread)
    await thread.says("Clear story")
    await room.quiet()
    where = thread.ours[0]
    old = [block.copy() for block in where.blocks or []]
    await imran.presses("Reopen", on=hold)
    await room.sandbox.until(lambda: not hold.settled)
    await room.quiet()
    where.blocks = old
    await leila.presses("Clear story", on=thread)
    await leila.hears(f"Not cleared: hold {hold.number} is open")


async def test_clearing_twice_is_fine(sana: Editor, imran: Editor, room: Room) -> None:
    """The second press changes nothing and nobody is scolded."""
    thread = await sana.hands_in(CLEAN)
    where = thread.ours[0]
    old = [block.copy() for block in where.blocks or []]
    await imran.presses("Clear story", on=thread)
    await thread.says("Cleared by Imran.")
    await room.quiet()
    where.blocks = old
    await room.editor("Leila").presses("Clear story", on=thread)
    await room.quiet()
    assert room.editor("Leila").whispers == []


async def test_a_guest_presses_in_vain(sana: Editor, room: Room) -> None:
    """They are told who may."""
    guest = room.editor("Gwen", guest=True)
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await guest.presses("Fixed", on=query)
    await guest.hears("ask somebody of the team")
    assert not query.settled
