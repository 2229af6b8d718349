"""Settling a flag in its window."""

from bot.blocks.fields import COMMON, OUTCOME, REASON, block_of
from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor, Room


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
