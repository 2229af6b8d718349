"""Finding a draft by what a person types."""

import pytest

from bot.errors import UnknownDraft
from bot.model import Place
from tests.bot.newsroom.desk import Desk


async def test_by_name_and_number(desk: Desk) -> None:
    """A draft is found by its name, its number and its thread."""
    draft = await desk.hands_in("Ferry fares")

    for typed in ("ferry-fares", "Ferry-Fares", " #ferry-fares ", "1", "#1"):
        assert await desk.newsroom.named("C1", typed) == draft
    assert await desk.newsroom.draft(1) == draft
    place = Place(team="T1", channel="C1", ts="100.1")
    assert await desk.newsroom.draft_at(place) == draft
    assert await desk.newsroom.draft_at(Place(team="T1", channel="C1")) is None
    assert await desk.newsroom.draft_at(place.model_copy(update={"ts": "100.2"})) is None


async def test_no_such_name(desk: Desk) -> None:
    """A name that is not there gets those that are."""
    with pytest.raises(UnknownDraft, match=r"no draft “x” in this channel, and none is open\."):
        await desk.newsroom.named("C1", "x")
    await desk.hands_in("Ferry fares", ts="1.1")
    await desk.hands_in("Harbour talks", ts="2.1")

    line = r"“99” in this channel; open are ferry-fares \(#1\) and harbour-talks \(#2\)\."
    with pytest.raises(UnknownDraft, match=line):
        await desk.newsroom.named("C1", "99")


async def test_another_channel(desk: Desk) -> None:
    """A draft of another channel cannot be had by its number."""
    await desk.hands_in("Ferry fares", channel="C2")
    with pytest.raises(UnknownDraft):
        await desk.newsroom.named("C1", "1")


async def test_a_name_used_again(desk: Desk) -> None:
    """A name belongs to the open draft; when none is open, to the last that had it."""
    await desk.reads("Ferry fares", ts="1.1")
    await desk.clears()
    assert (await desk.newsroom.named("C1", "ferry-fares")).id == 1
    await desk.hands_in("Ferry fares", ts="2.1")
    assert (await desk.newsroom.named("C1", "ferry-fares")).id == 2
