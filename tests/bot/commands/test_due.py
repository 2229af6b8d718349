"""`/desk due` sets a draft's deadline, on the clock of the person who types."""

from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor


async def test_a_deadline_stands_on_the_card(sana: Editor, imran: Editor) -> None:
    """Everybody sees until when the draft is wanted, and that it is not any more."""
    thread = await sana.hands_in(RIVER)
    assert "is wanted off stone by <!date^" in await imran.types("/desk due tomorrow 9:00")
    await thread.says("Off stone")
    assert (await imran.types("/desk due none")).endswith("has no deadline now.")
    await thread.room.sandbox.until(lambda: "Off stone" not in thread.card)


async def test_a_draft_is_named_by_its_number(sana: Editor, imran: Editor) -> None:
    """With two drafts open, it has to be said which."""
    await sana.hands_in(RIVER)
    await sana.hands_in(RIVER)
    assert (await imran.types("/desk due tomorrow 9:00")).startswith("Which one is it?")
    assert "is wanted off stone" in await imran.types("/desk due 2 by tomorrow noon")


async def test_what_is_no_time_gets_the_form(sana: Editor, imran: Editor) -> None:
    """One line shows how to say it."""
    await sana.hands_in(RIVER)
    assert (await imran.types("/desk due 1 soon")).startswith("Say when: `/desk due 12 17:00`")
