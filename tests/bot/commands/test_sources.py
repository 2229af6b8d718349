"""`/desk sources`: who speaks in a draft, told to the person who asks."""

from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.blocks.sources import sources_modal
from bot.blocks.which import which_text
from bot.model import Checklist
from bot.sandbox.model import visible
from rules.sourcemap.maps import SourceMap, sources_of
from tests.bot.blocks.lists import draft
from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room


async def shown(editor: Editor, name: str = "") -> str:
    """What stands in the window that the command opens, once it is filled."""
    while editor.member.view:
        await editor.member.closes()
    assert await editor.types(f"/desk sources {name}".strip()) == ""
    await editor.room.sandbox.until(
        lambda: editor.member.view and "Looking who" not in editor.member.view.text
    )
    assert editor.member.view
    return editor.member.view.text


async def test_the_only_draft_needs_no_name(sana: Editor, imran: Editor, room: Room) -> None:
    """Everybody who speaks, with the sentences that stand on their word; then our own runs."""
    thread = await sana.hands_in(RIVER)
    before = len(thread.ours)
    lines = (await shown(imran)).splitlines()
    lines = lines[lines.index(next(each for each in lines if "· version 1" in each)) :]
    assert lines[0].startswith("*River talks break* · version 1 · ")
    [brandt] = [line for line in lines if line.startswith("• *Ilse Brandt*: sentences ")]
    assert "“We came with a proposal" in brandt
    assert lines.index("*Nobody speaks but us:*") > lines.index(brandt)
    assert any(", 2 sentences: from “" in line for line in lines)
    await room.quiet()
    assert len(thread.ours) == before  # nobody else sees it


async def test_of_several_one_is_named(sana: Editor, imran: Editor, room: Room) -> None:
    """By its number, with or without #, or by its slug; bare, they are listed, newest first."""
    await sana.hands_in(RIVER)
    await imran.hands_in(CLEAN)
    asked = (await sana.types("/desk sources")).splitlines()
    assert asked[0] == "Which one is it?"
    assert asked[1].startswith("• `/desk sources 2` · *Library")
    assert asked[2] == "• `/desk sources 1` · *River talks break*"
    river = await shown(sana, "1")
    assert "Ilse Brandt" in river
    assert await shown(sana, "#1") == river
    first = await room.bot.work.newsroom.draft(1)
    assert await shown(sana, first.slug.upper()) == river
    assert "• *council*" not in await shown(sana, "2")


async def test_a_name_of_none_gets_the_list(sana: Editor) -> None:
    """Nothing that was typed is acted on by Slack."""
    await sana.hands_in(RIVER)
    said = await sana.types("/desk sources <!channel>")
    assert said.startswith("There is no draft “")
    assert "<!" not in said
    assert "`/desk sources 1`" in said
    assert "There is no draft “99”" in await sana.types("/desk sources 99")


async def test_a_draft_of_another_channel_is_none_here(sana: Editor, room: Room) -> None:
    """Numbers do not open other channels' drafts."""
    await sana.hands_in(RIVER)
    said = await sana.types("/desk sources 1", "secret")
    assert "Ilse Brandt" not in said
    assert said.startswith("No draft is open in this channel")


async def test_a_cleared_draft_is_shown_when_it_is_named(sana: Editor, imran: Editor) -> None:
    """What ran can be looked up."""
    thread = await sana.hands_in(CLEAN)
    await imran.presses("Clear story", on=thread)
    await thread.says("Cleared by Imran.")
    assert "No draft is open" in await sana.types("/desk sources")
    assert "librarian" in await shown(sana, "1")


async def test_the_newest_version_is_shown(sana: Editor, room: Room) -> None:
    """A second version's sources, not the first's."""
    thread = await sana.hands_in(RIVER)
    reply = await sana.replies(CLEAN + CLEAN, to=thread)
    await sana.member.reacts("memo", reply.ts, thread.channel)
    await thread.says("version 2")
    said = await shown(sana)
    assert "version 2" in said
    assert "Ilse Brandt" not in said


NASTY = st.text(st.sampled_from("aB &<>*_~`!@:“”.\n\u202e"), max_size=80)


def drawn(text: str) -> str:
    listed = Checklist(draft=draft(), entries=(), text=text)
    return visible(sources_modal(listed, sources_of(text))["blocks"])


async def test_a_map_that_takes_long_keeps_nobody_waiting(
    sana: Editor, imran: Editor, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window is there at once, says what it waits for, and is filled when the map is drawn."""
    await sana.hands_in(RIVER)
    go_on = Event()

    def slow(text: str) -> SourceMap:
        assert go_on.wait(60)
        return sources_of(text)

    monkeypatch.setattr("bot.work.sources.sources_of", slow)
    assert await imran.types("/desk sources") == ""
    assert imran.member.view
    assert "Looking who speaks" in imran.member.view.text
    go_on.set()
    await room.sandbox.until(lambda: imran.member.view and "Ilse" in imran.member.view.text)


@given(NASTY)
def test_nothing_from_a_draft_is_acted_on(words: str) -> None:
    """Mentions, links and marks come out as what they are."""
    said = drawn(f"Lena {words} Marsh said {words}. It rained {words}.")
    assert "<!" not in said
    assert "<@" not in said
    assert "\u202e" not in said
    assert "`" not in said


def test_a_list_of_none_says_so() -> None:
    assert which_text("", [], "sources").startswith("No draft is open in this channel")
