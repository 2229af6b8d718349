"""`/desk sources`: who speaks in a draft, told to the person who asks."""

from hypothesis import given
from hypothesis import strategies as st

from bot.blocks.sources import sources_text
from bot.blocks.which import which_text
from bot.model import Checklist
from rules.sourcemap.maps import sources_of
from tests.bot.blocks.lists import draft
from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room


async def test_the_only_draft_needs_no_name(sana: Editor, imran: Editor, room: Room) -> None:
    """Everybody who speaks, with the sentences that stand on their word; then our own runs."""
    thread = await sana.hands_in(RIVER)
    before = len(thread.ours)
    lines = (await imran.types("/desk sources")).splitlines()
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
    river = await sana.types("/desk sources 1")
    assert "Ilse Brandt" in river
    assert await sana.types("/desk sources #1") == river
    first = await room.bot.work.newsroom.draft(1)
    assert await sana.types(f"/desk sources {first.slug.upper()}") == river
    assert "• *council*" not in await sana.types("/desk sources 2")


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
    assert "librarian" in await sana.types("/desk sources 1")


async def test_the_newest_version_is_shown(sana: Editor, room: Room) -> None:
    """A second version's sources, not the first's."""
    thread = await sana.hands_in(RIVER)
    reply = await sana.replies(CLEAN + CLEAN, to=thread)
    await sana.member.reacts("memo", reply.ts, thread.channel)
    await thread.says("version 2")
    said = await sana.types("/desk sources")
    assert "version 2" in said
    assert "Ilse Brandt" not in said


NASTY = st.text(st.sampled_from("aB &<>*_~`!@:“”.\n\u202e"), max_size=80)


def drawn(text: str) -> str:
    return sources_text(Checklist(draft=draft(), entries=(), text=text), sources_of(text))


def test_a_long_map_is_cut_to_what_slack_takes() -> None:
    """And says how much it leaves out."""
    names = (f"{a}{b}" for a in ("Ka", "Lo", "Mu", "Ne", "Ri") for b in "bdfgklmnprst")
    said = drawn("\n\n".join(f"Ina {name}ar said the port was shut. It rained." for name in names))
    assert len(said) <= 3_900
    assert said.splitlines()[-1].startswith("… and ")


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
