"""The windows beside a flag's own: the list, several at once, the sources, a new version."""

from hypothesis import given, settings

from bot.blocks.listing import AT_ONCE, listing
from bot.blocks.several import chosen, several_done, several_modal
from bot.blocks.sources import sources_modal
from bot.blocks.text import Block
from bot.blocks.version import version_modal
from bot.model import Checklist, Outcome, Standing
from bot.sandbox.model import visible
from rules.model import Level
from rules.sourcemap.maps import sources_of
from tests import drawn
from tests.bot.blocks.lists import checklist, decided, draft, entry, hostile, numbered

SETTLED = entry(3, Standing.SETTLED, decided(Outcome.FIXED), rule="copy.repeat")


def options(view: Block) -> dict[str, list[str]]:
    """What can be chosen, by group."""
    (which,) = (
        block["element"]
        for block in view["blocks"]
        if block["type"] == "input" and block["element"]["type"] == "multi_static_select"
    )
    return {
        group["label"]["text"]: [one["text"]["text"] for one in group["options"]]
        for group in which["option_groups"]
    }


def turned(view: Block) -> list[tuple[str, str]]:
    """The buttons that turn the list over, and to where."""
    rows = [block["elements"] for block in view["blocks"] if block["type"] == "actions"]
    return [(button["text"]["text"], button["value"]) for row in rows for button in row]


@settings(max_examples=30)
@given(hostile())
def test_slack_takes_every_list(listed: Checklist) -> None:
    """From wherever it begins."""
    for before in (0, 7, 290, 9_999):
        assert drawn.view(listing(listed, before)) == []


@settings(max_examples=40)
@given(hostile(most=120))
def test_slack_takes_every_choice_of_several(listed: Checklist) -> None:
    """And what is said of it afterwards."""
    assert drawn.view(several_modal(listed)) == []
    done = several_done(listed, listed.entries, Outcome.STET, listed.text)
    assert drawn.view(done) == []


@settings(max_examples=30)
@given(hostile(most=2))
def test_slack_takes_every_map_of_sources(listed: Checklist) -> None:
    """Before it is drawn and after."""
    assert drawn.view(sources_modal(listed)) == []
    assert drawn.view(sources_modal(listed, sources_of(listed.text))) == []
    assert drawn.view(version_modal(listed)) == []


def test_a_long_map_is_cut_to_what_a_window_takes() -> None:
    """A source who speaks in every second sentence of a book is named all the same."""
    text = "The mayor said it was late. It was later than that in the harbour. " * 1_500
    view = sources_modal(checklist(), sources_of(text))
    assert drawn.view(view) == []
    assert "mayor" in visible(view["blocks"])


def test_the_list_shows_a_stretch_and_can_be_turned_over() -> None:
    """In the order of the thread."""
    listed = checklist(*numbered(60))
    first, second, last = (listing(listed, n * AT_ONCE) for n in range(3))
    assert "1 to 25 of 60 flags" in visible(first["blocks"])
    assert turned(first) == [("Further flags", "25")]
    assert turned(second) == [("Earlier flags", "0"), ("Further flags", "50")]
    assert turned(last) == [("Earlier flags", "25")]
    assert "51 to 60 of 60 flags" in visible(last["blocks"])


def test_a_list_of_nothing_says_so() -> None:
    """A version without flags is no blank window."""
    assert "No flag is left in this version." in visible(listing(checklist())["blocks"])


def test_packs_and_questions_with_open_flags_can_be_chosen() -> None:
    """The most frequent first; what is settled is not there."""
    listed = checklist(
        entry(1, level=Level.HOLD, rule="sourcing.accusation", title="Who accuses?"),
        entry(2),
        SETTLED,
        entry(4),
    )
    assert options(several_modal(listed)) == {
        "Everything": ["Every open flag · 3 flags, 1 hold"],
        "Packs": ["Language · 2 flags", "Sourcing · 1 flag, 1 hold"],
        "Questions": ["Does the verb take sides? · 2 flags", "Who accuses? · 1 flag, 1 hold"],
    }


def test_what_is_chosen_are_the_open_flags_of_it() -> None:
    """Each once, however often it was chosen."""
    listed = checklist(entry(1, rule="sourcing.vague"), entry(2), SETTLED, entry(4))
    language = ["pack:language", "rule:language.verb"]
    assert [e.number for e in chosen(listed, language)] == [2, 4]
    assert [e.number for e in chosen(listed, ["all"])] == [1, 2, 4]
    assert chosen(listed, ["pack:copy"]) == chosen(listed, []) == []


def test_nothing_is_left_to_choose() -> None:
    """The window says so and asks nothing."""
    view = several_modal(checklist(SETTLED))
    assert "No flag is open any more." in visible(view["blocks"])
    assert "submit" not in view


def test_how_a_version_comes_depends_on_the_draft() -> None:
    """A posted one is edited, one from a link is read again; a file goes with both."""
    posted = visible(version_modal(checklist())["blocks"])
    linked = draft(link="https://a.example/story")
    read = visible(version_modal(checklist(draft=linked))["blocks"])
    assert "*Edit the message*" in posted
    assert "behind the link" not in posted
    assert "behind the link" in read
    assert "*Edit the message*" not in read
    assert all("*Post the new file*" in said for said in (posted, read))


def test_how_a_version_comes_is_said_as_it_is() -> None:
    """A reply names us, a file only where it is not the writer's; what was pasted has no post."""
    pasted = visible(version_modal(checklist(draft=draft(own_message=False)))["blocks"])
    assert "one of Sana’s at once; anybody else names @copychief on it" in pasted
    assert "`@copychief` and the new text, 80 words or more" in pasted
    assert "*Edit the message*" not in pasted
    later = checklist(draft=draft(own_message=False), version=2)
    assert "with the newest text, if it was typed" in visible(version_modal(later)["blocks"])
