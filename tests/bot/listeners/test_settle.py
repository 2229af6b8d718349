"""Settling a flag in its window."""

from bot.blocks.fields import COMMON, OUTCOME, REASON, block_of
from bot.blocks.modal import ASKED, THEN
from bot.sandbox.model import View
from tests.bot.listeners.drafts import RIVER, next_version
from tests.conversation import Editor, Flag, Room, Thread

FILLER = "The mill has nine rooms, and its wheel is older than the bridge, the council said. " * 6
DRAFT = (
    "Critics say the harbour was secretly sabotaged.\n\nThe mayor slammed the crew.\n\n"
    "The Velan regime left.\n\nAnd 41 per cent of the the boats stayed.\n\n" + FILLER
)


async def test_open_shows_the_flag_with_its_neighbours(sana: Editor, imran: Editor) -> None:
    """Why and how to settle it stand in the window."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    view = await imran.opens(query)
    assert view.title == f"Flag {query.number}"
    assert "*How to settle it.*" in view.text


async def test_stet_with_a_reason_settles(sana: Editor, imran: Editor) -> None:
    """Stet… has the outcome chosen already; the reason is all that is missing."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.opens(query, "Stet…")
    assert await imran.submits(**{REASON: "standards note of March"}) == {}
    await thread.settles(query)
    assert imran.member.view is None
    assert query.text.endswith("stet by Imran: standards note of March")


async def test_stet_without_a_reason_comes_back(sana: Editor, imran: Editor) -> None:
    """The window stays as it was filled, with a line at the reason."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.opens(query, "Stet…")
    errors = await imran.submits(**{REASON: "  "})
    assert errors == {block_of(REASON, query.number): "Say why: stet needs a reason."}
    assert await imran.submits(**{REASON: "house style"}) == {}
    await thread.settles(query)


async def test_a_source_is_asked_for(sana: Editor, imran: Editor) -> None:
    """Source… without one says what to name."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.opens(query, "Source…")
    assert await imran.submits() == {
        block_of(REASON, query.number): "Name the source: who says it, and when."
    }


async def test_a_common_reason_is_a_reason(sana: Editor, imran: Editor) -> None:
    """Alone, or with words of one's own after it."""
    thread = await sana.hands_in(RIVER)
    first, second, *_ = thread.flags("query")
    await imran.opens(first, "Stet…")
    await imran.submits(**{COMMON: "House style"})
    await imran.opens(second, "Wrong…")
    await imran.submits(**{COMMON: "It is a name or a title", REASON: "of the office"})
    await thread.settles(first, second)
    assert "stet by Imran: House style" in first.text
    assert "wrong by Imran: It is a name or a title: of the office" in second.text


async def test_any_outcome_can_be_chosen(sana: Editor, imran: Editor) -> None:
    """Open leaves the outcome to the person."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.opens(query)
    assert list(await imran.submits()) == [block_of(OUTCOME, query.number)]
    assert await imran.submits(**{OUTCOME: "Fixed"}) == {}
    await thread.settles(query)


async def test_somebody_else_was_first(sana: Editor, imran: Editor, leila: Editor) -> None:
    """The window says who, and what was written is not lost."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await leila.opens(query, "Stet…")
    await imran.presses("Fixed", on=query)
    await thread.settles(query)
    assert await leila.submits(**{REASON: "house style"}) == {}
    view = leila.member.view
    assert view is not None
    assert "is settled: fixed by Imran" in view.text
    assert "You had written: “house style”" in view.text
    assert "submit" not in view.body


async def test_a_hold_in_the_window_waits_for_a_second_person(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """The writer answers, an editor settles, and the writer is told that it waits."""
    thread = await sana.hands_in(RIVER)
    (hold,) = thread.flags("hold")
    await sana.opens(hold, "Source…")
    await sana.submits(**{REASON: "the commission's letter of 2 May"})
    await sana.hears("waits for a second editor")
    await room.sandbox.until(lambda: "waits for a second editor" in hold.text)
    await leila.presses("Agree", on=hold)
    await thread.settles(hold)
    assert hold.text.endswith("sourced by Sana: “the commission's letter of 2 May”; Leila agrees")


async def test_a_settled_flag_can_be_looked_at(sana: Editor, imran: Editor) -> None:
    """The window tells what was decided and asks nothing."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.presses("Fixed", on=query)
    await thread.settles(query)
    view = await imran.opens(query)
    assert "fixed by Imran" in view.text
    assert "submit" not in view.body


async def test_next_and_previous_go_through_the_flags(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """In the order of the thread, round about; what is settled is passed over."""
    thread = await sana.hands_in(DRAFT)
    first, second, third, *_ = (flag.number for flag in thread.flags())
    last = thread.flags()[-1].number
    await imran.replies(f"fixed {second}", thread)
    await thread.settles(thread.flag(second))
    view = await imran.opens(thread.flag(first))
    assert "1 of 5 still to settle" in view.text
    await _turns(imran, "Next", third)
    assert "2 of 5 still to settle" in _view(imran).text
    await _turns(imran, "Previous", first)
    await _turns(imran, "Previous", last)
    await _turns(imran, "Next", first)


async def test_what_was_filled_in_stays_with_its_flag(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """The next window is empty: a reason for one is no reason for another."""
    thread = await sana.hands_in(DRAFT)
    first, second, *_ = (flag.number for flag in thread.flags())
    await imran.opens(thread.flag(first), "Stet…")
    await imran.member.fills({REASON: "house style"})
    await _turns(imran, "Next", second)
    assert "house style" not in str(_view(imran).values)


async def test_settled_the_next_flag_follows(sana: Editor, imran: Editor, room: Room) -> None:
    """Whoever came by Next goes on; the box can be unticked, and the window closes."""
    thread = await sana.hands_in(DRAFT)
    first, second, third, *_ = (flag.number for flag in thread.flags())
    await imran.opens(thread.flag(first))
    await _turns(imran, "Next", second)
    assert await imran.submits(**{OUTCOME: "Fixed"}) == {}
    await thread.settles(thread.flag(second))
    assert _view(imran).title == f"Flag {third}"
    assert await imran.submits(**{OUTCOME: "Fixed", THEN: []}) == {}
    await thread.settles(thread.flag(third))
    assert imran.member.view is None


async def test_it_is_said_that_a_hold_waits_before_the_next_flag(
    sana: Editor, imran: Editor
) -> None:
    """In the next window, and not behind it."""
    thread = await sana.hands_in(DRAFT)
    (hold,) = thread.flags("hold")
    await imran.opens(hold)
    on = ["Then show me the next one"]
    assert await imran.submits(**{OUTCOME: "Fixed", THEN: on}) == {}
    assert _view(imran).title != f"Flag {hold.number}"
    assert f"Flag {hold.number} waits for a second" in _view(imran).text
    assert imran.whispers == []


async def test_the_only_flag_has_no_next(sana: Editor, imran: Editor) -> None:
    """The window offers nothing to go on to, and closes."""
    thread = await sana.hands_in("The mayor slammed the crew. " + FILLER)
    (only,) = thread.flags()
    view = await imran.opens(only)
    assert "Next" not in view.text
    assert THEN not in str(view.values)
    await imran.submits(**{OUTCOME: "Fixed"})
    await thread.settles(only)
    assert imran.member.view is None


async def test_somebody_is_asked_about_a_flag(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """Nothing need be decided for it; the thread says who is asked, and that person is told."""
    thread = await sana.hands_in(DRAFT)
    query = _query(thread)
    await imran.opens(query)
    assert await imran.submits(**{ASKED: leila.member.id}) == {}
    await _is_told(leila, f"Imran asks you about flag {query.number} of ")
    await room.sandbox.until(lambda: "asked of Leila" in query.text)
    assert not query.settled
    view = await leila.opens(query)
    (person,) = (b["element"] for b in view.blocks if "users_select" in str(b.get("element")))
    assert person["initial_user"] == leila.member.id


async def test_a_hold_is_answered_and_somebody_asked_to_agree(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """Both in one go."""
    thread = await sana.hands_in(DRAFT)
    (hold,) = thread.flags("hold")
    await imran.opens(hold)
    await imran.submits(**{OUTCOME: "Fixed", ASKED: leila.member.id})
    await _is_told(leila, "asks you about flag")
    await room.sandbox.until(lambda: "asked of Leila" in hold.text)
    assert "fixed by Imran · waits for a second editor" in hold.text


async def test_a_guest_cannot_be_asked(sana: Editor, imran: Editor, room: Room) -> None:
    """The line stands at the field, and nothing was decided either."""
    thread = await sana.hands_in(DRAFT)
    query = _query(thread)
    guest = room.editor("Gwen", guest=True)
    await imran.opens(query)
    errors = await imran.submits(**{OUTCOME: "Fixed", ASKED: guest.member.id})
    assert "Gwen is not of the team" in errors[block_of(ASKED, query.number)]
    await room.quiet()
    assert not query.settled


async def test_the_answer_changed_while_the_window_was_open(
    sana: Editor, imran: Editor, leila: Editor, room: Room
) -> None:
    """It shows how the flag stands now, keeps what was written, and can be sent in again."""
    thread = await sana.hands_in(DRAFT)
    (hold,) = thread.flags("hold")
    await leila.opens(hold, "Stet…")
    await imran.replies(f"source {hold.number} the letter of 2 May", thread)
    await room.sandbox.until(lambda: "waits for a second editor" in hold.text)
    assert await leila.submits(**{REASON: "house style"}) == {}
    assert "The answer changed meanwhile" in _view(leila).text
    assert "sourced by Imran: “the letter of 2 May”" in _view(leila).text
    assert await leila.submits(**{OUTCOME: "Sourced"}) == {}
    await thread.settles(hold)
    assert "sourced by Leila: “house style”" in hold.text


async def test_a_new_version_came_while_the_window_was_open(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """The flag is shown as it stands in it; nothing was decided on words that nobody saw."""
    thread = await sana.hands_in(DRAFT)
    query = _query(thread)
    await imran.opens(query, "Stet…")
    await next_version(sana, thread, f"{DRAFT} The mayor slammed the bridge.")
    assert await imran.submits(**{REASON: "house style"}) == {}
    assert "came in while you had this open" in _view(imran).text or (
        "is not in version 2 any more" in _view(imran).text
    )
    await room.quiet()
    assert "settled" not in thread.card


async def test_a_flag_that_is_gone_says_so(sana: Editor, imran: Editor) -> None:
    """The window has nothing to settle any more; what was written is not lost."""
    thread = await sana.hands_in(DRAFT)
    query = _query(thread)
    await imran.opens(query, "Stet…")
    await next_version(sana, thread, FILLER * 2)
    assert await imran.submits(**{REASON: "house style"}) == {}
    assert f"Flag {query.number} is not in version 2 any more" in _view(imran).text
    assert "You had written: “house style”" in _view(imran).text
    assert "submit" not in _view(imran).body


def _view(editor: Editor) -> View:
    view = editor.member.view
    assert view is not None
    return view


async def _turns(editor: Editor, label: str, number: int) -> None:
    await editor.member.presses_in_view(label)
    await editor.room.sandbox.until(lambda: _view(editor).title == f"Flag {number}")


async def _is_told(editor: Editor, words: str) -> None:
    """Wait until Copychief writes this to them in their direct message."""
    sandbox = editor.room.sandbox
    await sandbox.until(
        lambda: any(words in each.text for each in sandbox.messages(editor.member.direct))
    )


def _query(thread: Thread) -> Flag:
    """A query that has a menu."""
    return next(flag for flag in thread.flags("query") if not flag.folded)
