"""The whole road with the rules of the day."""

from collections.abc import Callable

import pytest

from rules import Review
from rules import review as review_by_rules
from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor


@pytest.fixture
def review() -> Callable[[str], Review]:
    """What the bot reads with when it serves."""
    return review_by_rules


async def test_a_posted_draft_is_asked_what_the_rules_ask(sana: Editor, imran: Editor) -> None:
    """Every flag of the engine is in the thread under its question, and can be settled there."""
    asked = sorted(flag.title for flag in review_by_rules(RIVER).flags)
    thread = await sana.hands_in(RIVER)
    shown = [flag.text.partition(" · ")[2].partition("*")[0] for flag in thread.flags()]
    assert sorted(shown) == asked
    assert asked
    query = thread.flags("query")[0]
    await imran.replies(f"stet {query.number} house style", thread)
    await thread.settles(query)
