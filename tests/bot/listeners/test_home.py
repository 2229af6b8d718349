"""The home tab: what waits for a person, their drafts, the queue."""

from bot.model import HandIn
from bot.sandbox.model import visible
from tests.bot.listeners.drafts import CLEAN, HELD, RIVER
from tests.conversation import Editor, Room, Thread


async def looks(editor: Editor) -> None:
    """Somebody opens the home tab, and waits until it is drawn."""
    before = editor.member.home
    await editor.member.opens_home()
    await editor.room.sandbox.until(lambda: editor.member.home is not before)


def words(editor: Editor) -> str:
    """The words of the home tab as it is now."""
    home = editor.member.home
    return visible(home.blocks) if home else ""


async def assigned(room: Room, thread: Thread, to: Editor, by: Editor, number: int) -> None:
    """Somebody is asked about a flag."""
    newsroom = room.bot.work.newsroom
    draft = await newsroom.draft_at(room.bot.work.place(thread.root.channel, thread.ts))
    assert draft is not None
    people = [await room.bot.work.slack.person(who.member.id) for who in (to, by)]
    await newsroom.assign(draft.id, [number], people[0], None, people[1], f"a{number}")


async def test_an_empty_desk_says_how_to_begin(imran: Editor) -> None:
    """Nobody has to look anything up."""
    await looks(imran)
    assert "react to it with" in words(imran)


async def test_what_waits_for_a_person(
    room: Room, sana: Editor, imran: Editor, leila: Editor
) -> None:
    """Their flags and drafts are theirs; the others stand in the queue, with what holds them."""
    thread = await sana.hands_in(RIVER)
    await assigned(room, thread, to=imran, by=leila, number=1)
    await looks(imran)
    asked, _, queue = words(imran).partition("The queue, oldest first")
    assert "1 · Who accuses?" in asked
    assert "asked by Leila" in asked
    assert "by Sana" in queue
    assert "held by who accuses?" in queue
    await looks(sana)
    own = words(sana).partition("Your drafts")[2].partition("The queue")[0]
    assert "by Sana" in own


async def test_a_flag_is_opened_from_there(
    room: Room, sana: Editor, imran: Editor, leila: Editor
) -> None:
    """The window of the flag opens; settling it settles it in the thread, and here."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await assigned(room, thread, to=imran, by=leila, number=query.number)
    await looks(imran)
    await imran.member.presses_at_home("Open")
    await room.sandbox.until(lambda: imran.member.view)
    await imran.submits(outcome="fixed")
    await thread.settles(query)
    await room.sandbox.until(lambda: words(imran).startswith("Asked of you\nNothing."))


async def test_a_draft_is_taken_from_there(room: Room, sana: Editor, imran: Editor) -> None:
    """Everybody sees who has it."""
    await sana.hands_in(RIVER)
    await looks(imran)
    await imran.member.presses_at_home("Take it")
    await room.sandbox.until(lambda: "Imran has it" in words(imran))


def told(room: Room, editor: Editor) -> str:
    """What Copychief wrote to somebody in a direct message."""
    said = room.sandbox.messages(editor.member.direct)
    return "\n".join(each.text for each in said if each.user == room.sandbox.bot.id)


async def test_what_a_person_may_not_see_any_more(
    room: Room, sana: Editor, imran: Editor, leila: Editor
) -> None:
    """A tab that was drawn before somebody left the channel opens nothing and takes nothing."""
    thread = await sana.hands_in(RIVER)
    await assigned(room, thread, to=imran, by=leila, number=1)
    await looks(imran)
    await imran.member.leaves(room.channel)
    await room.quiet()
    await imran.member.presses_at_home("Open")
    await room.sandbox.until(lambda: "not in the channel of that draft" in told(room, imran))
    assert imran.member.view is None
    await imran.member.presses_at_home("Take it")
    await room.sandbox.until(lambda: told(room, imran).count("not in the channel") == 2)
    assert "has it" not in thread.card


async def test_a_draft_that_was_ended_meanwhile_is_not_taken(
    room: Room, sana: Editor, imran: Editor, leila: Editor
) -> None:
    """The person is told who ended it, in a direct message: a tab has no channel."""
    thread = await sana.hands_in(CLEAN)
    await looks(imran)
    await leila.presses("Clear story", on=thread)
    await thread.says("Cleared by Leila.")
    await imran.member.presses_at_home("Take it")
    await room.sandbox.until(lambda: "was cleared by Leila" in told(room, imran))


async def test_a_flag_that_is_gone_opens_a_window_that_says_so(
    room: Room, sana: Editor, imran: Editor, leila: Editor
) -> None:
    """Nobody is left with a button that does nothing."""
    thread = await sana.hands_in(f"{HELD} The regime slammed it.")
    await assigned(room, thread, to=imran, by=leila, number=1)
    await looks(imran)
    await sana.edits(thread, CLEAN)
    await thread.says("version 2")
    await imran.member.presses_at_home("Open")
    await room.sandbox.until(lambda: imran.member.view)
    assert imran.member.view
    assert "Flag 1 is not in version 2 any more." in imran.member.view.text


async def test_only_what_a_person_may_see(room: Room, sana: Editor, leila: Editor) -> None:
    """A draft of a channel that somebody is not in is not on their tab."""
    room.sandbox.channel("desk-legal", private=True)
    await sana.types(f"/desk check {CLEAN}", "desk-legal")
    await leila.member.leaves("desk-legal")
    await looks(leila)
    assert "Sana" not in words(leila)
    await looks(sana)
    assert "by Sana" in words(sana)


async def test_mine_tells_the_same_in_a_line(room: Room, sana: Editor, imran: Editor) -> None:
    """`/desk mine` answers in private."""
    assert (await imran.types("/desk mine")).startswith("Nothing waits for you")
    thread = await sana.hands_in(RIVER)
    await assigned(room, thread, to=imran, by=sana, number=1)
    told = await imran.types("/desk mine")
    assert told.startswith("*Asked of you*\n• *1 · Who accuses?* · hold")
    assert "*Your drafts*" in await sana.types("/desk mine")

    hold = thread.flags("hold")[0]
    await sana.replies("fixed 1", to=thread)  # that takes a second person: it is still his turn
    await sana.hears("waits for")
    assert "1 · Who accuses?" in await imran.types("/desk mine")
    await imran.replies("fixed 1", to=thread)
    await thread.settles(hold)
    assert "Asked of you" not in await imran.types("/desk mine")


async def test_taking_over(sana: Editor, imran: Editor, leila: Editor) -> None:
    """The second hears from whom it was taken."""
    await sana.hands_in(RIVER)
    assert (await imran.types("/desk take")).endswith("is yours.")
    assert (await leila.types("/desk take")).endswith("You took it over from Imran.")


async def test_a_name_is_no_mark(room: Room, sana: Editor) -> None:
    """Whatever somebody calls themselves, it is only read."""
    marked = room.editor("*Leila* <!here>")
    await sana.hands_in(RIVER)
    await marked.types("/desk take")
    line = await sana.types("/desk take")
    assert "<!here>" not in line
    assert "You took it over from ∗Leila∗" in line


async def test_the_rules_in_a_list(imran: Editor) -> None:
    """The packs, then what one of them asks."""
    assert "• `/desk rules sourcing` · 18 rules" in await imran.types("/desk rules")
    assert "`sourcing.statistic` · query" in await imran.types("/desk rules sourcing")
    assert (await imran.types("/desk rules grammar")).startswith("There is no pack “grammar”.")


async def kept(room: Room, by: Editor, key: str) -> None:
    """A draft is handed in, and nothing is drawn of it."""
    work = room.bot.work
    channel = room.sandbox.find(room.channel).id
    writer = await work.slack.person(by.member.id)
    place = work.place(channel, f"1700000{key}.000100")
    draft = await work.newsroom.hand_in(HandIn(key=key, place=place, writer=writer, text=RIVER))
    await work.newsroom.read(draft.id)


async def test_a_new_draft_shows_behind_a_long_queue(
    room: Room, sana: Editor, imran: Editor, leila: Editor
) -> None:
    """One's own, and what is asked of one; of the queue it says how many more there are."""
    for n in range(100, 166):
        await kept(room, leila, str(n))
    thread = await sana.hands_in(RIVER)
    await assigned(room, thread, to=imran, by=leila, number=1)
    assert "*Your drafts*\n• *" in await sana.types("/desk mine")
    assert (await imran.types("/desk mine")).startswith("*Asked of you*\n• *1 · Who accuses?*")
    await looks(imran)
    asked, _, queue = words(imran).partition("The queue, oldest first")
    assert "1 · Who accuses?" in asked
    assert "… and 47 more drafts." in queue
    await looks(leila)
    assert "… and 46 more drafts." in words(leila).partition("The queue")[0]
    status = await leila.types("/desk status")
    assert len(status) < 3_800
    assert status.endswith(" more, newer ones.")
