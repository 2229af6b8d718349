"""Finding a draft by its number and by its thread."""

from bot.model import Place
from tests.bot.newsroom.desk import Desk


async def test_by_number_and_thread(desk: Desk) -> None:
    """A draft is found by its number and by the message its thread begins with."""
    draft = await desk.hands_in("Ferry fares")

    assert await desk.newsroom.draft(1) == draft
    place = Place(team="T1", channel="C1", ts="100.1")
    assert await desk.newsroom.draft_at(place) == draft
    assert await desk.newsroom.draft_at(Place(team="T1", channel="C1")) is None
    assert await desk.newsroom.draft_at(place.model_copy(update={"ts": "100.2"})) is None
