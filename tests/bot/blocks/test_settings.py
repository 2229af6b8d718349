"""The window of a desk's settings."""

from datetime import UTC, datetime

from bot.blocks.settings import set_by_line, settings_modal
from bot.blocks.text import Block
from bot.desk import Desk, Group, Who
from bot.model import Person
from bot.sandbox.limits import check_view

PROFILES = ("court", "news")
FULL = Desk(
    profile="court",
    editors=Who(people=("U1", "U2"), groups=("S0", "SGONE")),
    legal=Who(groups=("S1",)),
)


def fields(view: Block) -> dict[str, Block]:
    """What the window asks for, by action."""
    return {
        b["element"]["action_id"]: b["element"] for b in view["blocks"] if b["type"] == "input"
    }


def groups(number: int) -> list[Group]:
    """So many user groups."""
    return [Group(id=f"S{n}", handle=f"group-{n}") for n in range(number)]


def test_filled_as_it_stands() -> None:
    """Each field shows what is set now."""
    asked = fields(settings_modal("C1", FULL, PROFILES, groups(2), ""))
    assert asked["profile"]["initial_option"]["value"] == "court"
    assert asked["editor_people"]["initial_users"] == ["U1", "U2"]
    assert [each["value"] for each in asked["legal_groups"]["initial_options"]] == ["S1"]


def test_a_group_that_is_gone_stays_chosen() -> None:
    """A group that nobody can see any more is not dropped by saving something else."""
    asked = fields(settings_modal("C1", FULL, PROFILES, groups(2), ""))
    assert [each["value"] for each in asked["editor_groups"]["initial_options"]] == ["S0", "SGONE"]


def test_within_what_slack_takes() -> None:
    """With no groups, or more than a menu holds, Slack takes the window."""
    for number in (0, 1, 100, 101, 450):
        for desk in (Desk(), FULL):
            check_view(settings_modal("C1", desk, PROFILES, groups(number), "Last set by Imran."))


def test_who_set_what() -> None:
    """The line tells who, when and which settings; a name cannot act on Slack."""
    by = Person(id="U1", name="<!channel> Imran")
    at = datetime(2025, 3, 3, 9, 4, tzinfo=UTC)
    line = set_by_line(by, at, Desk(), Desk(nudge=5, paused=True))
    assert line == (
        "Last set by &lt;!channel&gt; Imran, 3 March 2025, 09:04 UTC: pause and nudge."
    )
