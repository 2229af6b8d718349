"""The window of a flag."""

from hypothesis import given, settings

from bot.blocks.fields import OUTCOME, REASON
from bot.blocks.modal import flag_modal
from bot.blocks.text import Block
from bot.blocks.when import clock
from bot.model import Checklist, Entry, Outcome, Standing
from tests import drawn
from tests.bot.blocks.lists import NOON, checklist, decided, entry, hostile


def _window(one: Entry) -> Block:
    return flag_modal(checklist(one), one)


def words(view: Block) -> str:
    """What the window tells."""
    return "\n".join(b["text"]["text"] for b in view["blocks"] if b["type"] == "section")


def fields(view: Block) -> dict[str, Block]:
    """What the window asks for, by action."""
    return {
        b["element"]["action_id"]: b["element"] for b in view["blocks"] if b["type"] == "input"
    }


def test_the_passage_stands_with_its_neighbours() -> None:
    """The sentence before, the sentence with the words in bold, the sentence after."""
    assert (
        "The mill closed in May.\nIt had *slammed* its doors twice before.\nNobody was paid."
        in words(flag_modal(checklist(entry()), entry()))
    )


def test_why_and_how_are_told() -> None:
    """Nobody has to look a rule up."""
    told = words(flag_modal(checklist(entry()), entry()))
    assert "*Why it is asked.* It tells the reader how to feel." in told
    assert "*How to settle it.* Say what was said." in told


def test_repeats_are_shown() -> None:
    """The other places are listed, and the rest counted."""
    told = words(_window(entry(also=((4, 8),) * 7)))
    assert told.count("“The *mill* closed in May.”") == 4
    assert "and 3 more" in told


def test_four_outcomes_can_be_chosen() -> None:
    """Fixed, sourced, stet and wrong, none of them chosen already."""
    radio = fields(flag_modal(checklist(entry()), entry()))[OUTCOME]
    assert [o["value"] for o in radio["options"]] == ["fixed", "sourced", "stet", "wrong"]
    assert "initial_option" not in radio


def test_a_menu_choice_is_chosen_already() -> None:
    """Stet… opens the window with stet chosen."""
    radio = fields(flag_modal(checklist(entry()), entry(), Outcome.STET))[OUTCOME]
    assert radio["initial_option"]["value"] == "stet"


def test_a_settled_flag_is_only_told_of() -> None:
    """There is nothing to send in; what was decided is listed."""
    settled = entry(1, Standing.SETTLED, decided(Outcome.STET, "house style"))
    view = flag_modal(checklist(settled), settled)
    assert "submit" not in view
    assert fields(view) == {}
    assert f"stet by Imran: house style ({clock(NOON)})" in words(view)


def test_the_reason_may_be_left_out() -> None:
    """Fixed needs none; who lets stand without one is asked then."""
    view = flag_modal(checklist(entry()), entry())
    block = next(b for b in view["blocks"] if b.get("block_id") == f"{REASON}:1")
    assert block["optional"] is True


@settings(max_examples=40)
@given(hostile(most=3))
def test_slack_takes_every_window(listed: Checklist) -> None:
    """However long the draft, the rule's words or what was decided."""
    for one in listed.entries:
        assert drawn.view(flag_modal(listed, one, Outcome.WRONG, by="U1")) == []
