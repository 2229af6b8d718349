"""What can be typed after `/desk`."""

import pytest

from bot.commands import found
from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room


async def test_check_has_a_text_read(sana: Editor, imran: Editor, room: Room) -> None:
    """The card is posted as the root of the thread; the text itself is not."""
    assert "River talks break" in await sana.types(f"/desk check {RIVER}")
    await room.sandbox.until(lambda: room.threads())
    await room.quiet()
    (thread,) = room.threads()
    assert "handed in by Sana" in thread.card
    assert len(thread.root.text) < 200
    query = thread.flags("query")[0]
    await imran.presses("Fixed", on=query)
    await thread.settles(query)


async def test_check_of_nothing_but_marks_is_an_empty_draft(sana: Editor) -> None:
    """There has to be a word in it."""
    assert "There is not a word in this draft" in await sana.types("/desk check …!?")


async def test_why_explains_a_rule(sana: Editor) -> None:
    """Its question, its reason, its remedy and its examples."""
    said = await sana.types("/desk why language.label")
    assert said.startswith("*Whose word is it?* · query · `language.label`")
    assert "Not asked of:" in said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("language.lable", "language.label"), ("label", "language.label"), ("", "for example")],
)
async def test_an_unknown_rule_gets_the_nearest(sana: Editor, typed: str, meant: str) -> None:
    """A slip, half a name, or none at all."""
    assert meant in await sana.types(f"/desk why {typed}")


async def test_status_lists_what_is_open(sana: Editor, imran: Editor, room: Room) -> None:
    """Oldest first, with what holds each; a cleared draft is gone from it."""
    assert await sana.types("/desk status") == "No draft is open in this channel."
    first = await sana.hands_in(RIVER)
    second = await imran.hands_in(CLEAN)
    lines = (await sana.types("/desk status")).splitlines()
    assert "by Sana): 1 hold" in lines[0]
    assert "held by who accuses?" in lines[0]
    assert f"p{first.ts.replace('.', '')}" in lines[0]
    assert "by Imran): nothing is open, to be cleared" in lines[1]
    await sana.presses("Clear story", on=second)
    await second.says("Cleared by Sana.")
    assert len((await sana.types("/desk status")).splitlines()) == 1


async def test_help_lists_every_word(sana: Editor) -> None:
    """Each subcommand's own line is its help."""
    said = await sana.types("/desk help")
    assert all(f"`/desk {word}" in said for word in found())
    assert said == await sana.types("/desk")


async def test_an_unknown_word_gets_the_nearest(sana: Editor) -> None:
    """And it is repeated harmlessly."""
    assert "Did you mean `/desk status`?" in await sana.types("/desk stauts")
    assert "<!" not in await sana.types("/desk <!channel>")


@pytest.mark.parametrize("word", sorted(found()))
async def test_every_word_answers(sana: Editor, word: str) -> None:
    """Typed bare, each says something in one piece, or opens its window."""
    assert (await sana.types(f"/desk {word}")).strip() or sana.member.view


@pytest.mark.parametrize("word", sorted(found()))
def test_every_word_has_its_help(word: str) -> None:
    """The first line of its docstring begins with the word as it is typed."""
    assert found()[word].help.startswith(f"`{word}")
    assert found()[word].help.endswith(".")
