"""Flags that cannot be decided on: never raised, gone with a version, or not read yet."""

import pytest

from bot.errors import UnknownFlag
from bot.model import Outcome
from tests.bot.newsroom.desk import SANA, Desk

COPY = "{hold who}. {hold reply}. {query figure}. {query when}. {note word}."


async def test_no_such_flag(desk: Desk) -> None:
    """A number that no flag has gets the numbers that there are."""
    await desk.reads(COPY)
    with pytest.raises(
        UnknownFlag, match=r"no flag 99 on this draft: it has 1 to 5\. Did you mean 5\?"
    ):
        await desk.decides(Outcome.FIXED, 3, 99, by=SANA)
    with pytest.raises(UnknownFlag, match=r"There are no flags 0, 7 and 8 on this draft"):
        await desk.decides(Outcome.FIXED, 7, 0, 8, by=SANA)
    with pytest.raises(
        UnknownFlag, match=r"Name the flags of this draft by their numbers: it has"
    ):
        await desk.decides(Outcome.FIXED, by=SANA)


async def test_no_such_flag_and_none_left(desk: Desk) -> None:
    """The flag offered instead is the nearest that is not settled, if there is one."""
    await desk.reads("{query who} {query when}")
    await desk.decides(Outcome.FIXED, 2, by=SANA)
    with pytest.raises(UnknownFlag, match=r"Did you mean 1\?$"):
        await desk.decides(Outcome.FIXED, 3, by=SANA)
    await desk.decides(Outcome.FIXED, 1, by=SANA)
    with pytest.raises(UnknownFlag, match=r"it has 1 and 2\.$"):
        await desk.newsroom.entries(1, [3])


async def test_a_flag_that_is_gone(desk: Desk) -> None:
    """A flag that the new version does not have any more is told from one that never was."""
    await desk.reads(COPY)
    await desk.reads("{hold who}. {query when}.")
    line = r"Flags 2 and 3 are not in version 2 any more: it has 1 and 4\."
    with pytest.raises(UnknownFlag, match=line):
        await desk.decides(Outcome.FIXED, 2, 3, by=SANA)


async def test_before_it_is_read(desk: Desk) -> None:
    """Who names a flag before the checklist is there is asked to wait."""
    await desk.hands_in(COPY)
    with pytest.raises(UnknownFlag, match="still being read"):
        await desk.decides(Outcome.FIXED, 1, by=SANA)
