"""What people are told in words: whatever is in a draft, it fits and calls nobody."""

from hypothesis import given, settings

from bot.blocks.draft import draft_line
from bot.blocks.flag import why_text
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
