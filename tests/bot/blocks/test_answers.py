"""What people are told in words: whatever is in a draft, it fits and calls nobody."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.blocks.draft import draft_line
from bot.blocks.flag import why_text
from bot.blocks.home import Seen, Sight, home_view, mine_text
from bot.blocks.nudge import asked_text
from bot.blocks.which import which_text
from bot.model import Checklist
from tests import drawn
from tests.bot.blocks.lists import IMRAN, hostile


@settings(max_examples=30)
@given(hostile(most=8))
def test_every_answer_can_be_sent(listed: Checklist) -> None:
    """About a flag, a draft, and which draft was meant."""
    draft = listed.draft
    said = [
        draft_line(listed, "https://slack.example/1"),
        which_text(listed.text, [(draft, listed.title)] * 10, "sources"),
        *(why_text(listed, entry) for entry in listed.entries),
        *(asked_text(listed, [entry], IMRAN, None) for entry in listed.entries),
    ]
    assert [drawn.message(text) for text in said] == [[]] * len(said)


@settings(max_examples=20)
@given(st.lists(hostile(most=4), min_size=1, max_size=4), st.sampled_from(["U1", "U9"]))
def test_a_list_of_what_is_ones_own_is_no_longer_than_slack_takes(
    lists: list[Checklist], user: str
) -> None:
    """However much is asked of a person, with their own drafts below it."""
    several = [
        listed.model_copy(update={"draft": listed.draft.model_copy(update={"id": n})})
        for n, listed in enumerate(lists * 6)
    ]
    seen = tuple(Seen(listed, "https://slack.example/archives/C1/p1") for listed in several)
    sight = Sight(user, seen, own=900, queue=900)
    assert len(mine_text(sight)) <= 3_800
    assert drawn.message(mine_text(sight)) == []
    assert drawn.view(home_view(sight)) == []
