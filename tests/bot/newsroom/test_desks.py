"""Desks: set by those who may, once for each act, and kept with who set what."""

import asyncio

import pytest

from bot.desk import Desk as Settings
from bot.desk import Who
from bot.errors import NotYours, SettingsChanged
from bot.newsroom import Newsroom
from bot.newsroom.desks import RECORDS
from rules import Review
from tests.bot.newsroom.desk import IMRAN, LEILA, SANA, Desk, review

COURT = Settings(profile="court", editors=Who(people=("U2", "U3")))


async def test_unset(desk: Desk) -> None:
    """A desk that nobody has set is sensible, and the environment has a say in it."""
    assert await desk.newsroom.desk("T1", "C1") == Settings()

    async def reads_all(channel: str) -> Settings:
        return Settings(reads_all=channel == "C1")

    newsroom = Newsroom(desk.store, defaults=reads_all)
    told = [(await newsroom.desk("T1", channel)).reads_all for channel in ("C1", "C2")]
    assert told == [True, False]


async def test_set_once(desk: Desk) -> None:
    """The same act again changes nothing, and each change is kept with who made it."""
    for _ in range(2):
        assert await desk.newsroom.set_desk("T1", "C1", COURT, IMRAN, "K1") == COURT
    paused = COURT.model_copy(update={"paused": True})
    await desk.newsroom.set_desk("T1", "C1", paused, LEILA, "K2")
    assert await desk.newsroom.set_desk("T1", "C1", COURT, IMRAN, "K1") == paused
    assert await desk.newsroom.desk("T1", "C2") == Settings()

    first, second = await desk.newsroom.desk_changes("T1", "C1")
    assert (first.by, first.before, first.after) == (IMRAN, Settings(), COURT)
    assert (second.by, second.before, second.after) == (LEILA, COURT, paused)


async def test_who_may_set(desk: Desk) -> None:
    """Settings and records are for standards, and until there are any for the editors."""
    desk.staffed(SANA, editors=[IMRAN])
    with pytest.raises(NotYours, match="Settings belong to the editors: Imran can change them"):
        await desk.newsroom.set_desk("T1", "C1", COURT, SANA, "K1")
    desk.staffed(SANA, editors=[IMRAN], standards=[LEILA])
    with pytest.raises(NotYours, match="Records belong to standards: Leila can hand them out"):
        await desk.newsroom.refuse_others("T1", "C1", IMRAN, RECORDS)
    await desk.newsroom.refuse_others("T1", "C1", LEILA, RECORDS)
    assert await desk.newsroom.desk_changes("T1", "C1") == ()


async def test_read_by_its_profile(desk: Desk) -> None:
    """A desk's drafts are read as the kind of copy that the desk says they are."""
    asked: list[str] = []

    def as_told(text: str, profile: str = "") -> Review:
        asked.append(profile)
        return review(text)

    newsroom = Newsroom(desk.store, review=as_told)
    await newsroom.read((await desk.hands_in("{query who}")).id)
    await newsroom.set_desk("T1", "C1", COURT, IMRAN, "K1")
    await newsroom.read((await desk.hands_in("{query who} and when")).id)
    assert asked == ["", "court"]


async def test_the_checklist_knows_whether_roles_are_set(desk: Desk) -> None:
    """Until somebody names the editors, every member is one, and the card may say so."""
    assert not (await desk.reads("{query who}")).roles_set
    await desk.newsroom.set_desk("T1", "C1", COURT, IMRAN, "K1")
    assert (await desk.newsroom.checklist(1)).roles_set


async def test_every_change_begins_where_the_last_one_ended(desk: Desk) -> None:
    """Of people who set a desk at once, each is on record with what they found."""
    wanted = [Settings(nudge=minutes) for minutes in (5, 10, 15)]
    acts = (desk.newsroom.set_desk("T1", "C1", each, IMRAN, f"K{each.nudge}") for each in wanted)
    await asyncio.gather(*acts)
    first, second, third = await desk.newsroom.desk_changes("T1", "C1")
    assert (first.before, second.before, third.before) == (Settings(), first.after, second.after)


async def test_what_was_not_seen_is_not_undone(desk: Desk) -> None:
    """Whoever saw fewer changes than there are by now sets nothing; the same act again is done."""
    for _ in range(2):
        await desk.newsroom.set_desk("T1", "C1", COURT, IMRAN, "K1", seen=0)
    with pytest.raises(SettingsChanged, match="yours are not saved"):
        await desk.newsroom.set_desk("T1", "C1", Settings(), LEILA, "K2", seen=0)
    assert await desk.newsroom.desk("T1", "C1") == COURT
    assert await desk.newsroom.set_desk("T1", "C1", Settings(), LEILA, "K3", seen=1) == Settings()
