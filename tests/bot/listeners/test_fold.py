"""Several questions about one sentence: one section in the thread, each with its number."""

from tests.conversation import Editor, Flag, Thread

DRAFT = (
    "The mill closed. The Velan regime slammed the Teshkan regime and left.\n\n"
    + "The mill has nine rooms, and its wheel is older than the bridge, the council said. " * 5
)


def _pair(thread: Thread) -> tuple[Flag, list[Flag]]:
    drawn = thread.flags()
    return next(f for f in drawn if not f.folded), [f for f in drawn if f.folded]


async def test_one_has_the_menu_and_the_rest_stand_below(sana: Editor) -> None:
    """The list shows one of the pack; the card counts them all."""
    thread = await sana.hands_in(DRAFT)
    front, rest = _pair(thread)
    assert len(rest) == 2
    assert {each.number for each in (front, *rest)} == {1, 2, 3}
    assert "3 queries" in thread.card


async def test_each_is_settled_by_its_number(sana: Editor, imran: Editor) -> None:
    """A reply names a folded one like any other."""
    thread = await sana.hands_in(DRAFT)
    front, (second, third) = _pair(thread)
    reply = await imran.replies(f"stet {second.number} house style", to=thread)
    await imran.is_answered(reply)
    await thread.settles(second)
    assert "stet by Imran: house style" in second.text
    assert second.folded
    assert not front.settled
    assert not third.settled


async def test_settled_the_front_makes_room_for_the_next(sana: Editor, imran: Editor) -> None:
    """So that every one of them comes to have the menu."""
    thread = await sana.hands_in(DRAFT)
    front, (second, third) = _pair(thread)
    await imran.presses("Fixed", on=front)
    await thread.settles(front)
    assert front.folded
    assert not second.folded
    await imran.presses("Fixed", on=second)
    await thread.settles(second)
    await imran.presses("Fixed", on=third)
    await thread.settles(front, second, third)
    await imran.replies(f"reopen {second.number}", to=thread)
    await thread.room.sandbox.until(lambda: not second.settled)
    assert not second.folded
    assert front.folded


async def test_open_shows_the_others(sana: Editor, imran: Editor) -> None:
    """With their numbers and words."""
    thread = await sana.hands_in(DRAFT)
    front, (second, _) = _pair(thread)
    view = await imran.opens(front)
    said = str(view.blocks)
    assert "Also asked of this sentence:" in said
    assert f"*{second.number} · " in said
