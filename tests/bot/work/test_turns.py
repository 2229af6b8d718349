"""People are told alone what they are asked for, and reminded once before it is wanted."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.model import Draft, Outcome, Person
from tests.bot.work.conftest import Clock, Desk


def person(desk: Desk, name: str) -> Person:
    """Somebody of the desk."""
    return Person(id=getattr(desk, name).id, name=name.capitalize())


def told(desk: Desk, name: str) -> list[str]:
    """What the bot says to one person in their direct message."""
    member = getattr(desk, name)
    there = desk.sandbox.messages(member.direct)
    return [message.text for message in there if message.user == desk.sandbox.bot.id]


async def asks(desk: Desk, draft: Draft, due: datetime | None, key: str = "a1") -> None:
    """Imran asks Sana about flag 1."""
    by, to = person(desk, "imran"), person(desk, "sana")
    await desk.newsroom.assign(draft.id, [1], to, due, by, key)
    await desk.work.turns.ask(key, draft.id, to.id, (1,))


async def test_the_person_asked_is_told(desk: Desk) -> None:
    """They learn by whom, about what and where; nobody else hears of it, and not twice."""
    draft = await desk.read()
    await asks(desk, draft, None)
    await asks(desk, draft, None)
    await desk.sandbox.until(lambda: told(desk, "sana"))
    await desk.sandbox.settled()
    (line,) = told(desk, "sana")
    assert line.startswith("Imran asks you about flag 1 of *<http")
    assert "Does the verb take sides?" in line
    assert told(desk, "imran") == []


async def test_a_reminder_before_the_deadline(desk: Desk, clock: Clock) -> None:
    """Half an hour before, once, to the person alone."""
    draft = await desk.read()
    await asks(desk, draft, clock() + timedelta(hours=2))
    await desk.sandbox.until(lambda: len(told(desk, "sana")) == 1)
    clock.forward(timedelta(minutes=91))
    desk.work.turns.wake()
    await desk.sandbox.until(lambda: len(told(desk, "sana")) == 2)
    assert "waits for you: wanted by" in told(desk, "sana")[1]
    desk.work.turns.wake()
    await desk.sandbox.settled()
    assert len(told(desk, "sana")) == 2


async def test_no_reminder_of_what_is_settled(desk: Desk, clock: Clock) -> None:
    """A flag that was answered in time is nobody's turn any more."""
    draft = await desk.read()
    await asks(desk, draft, clock() + timedelta(hours=2))
    await desk.newsroom.resolve(draft.id, [1], Outcome.FIXED, "", person(desk, "sana"), "fixed")
    assert await desk.newsroom.turns() == ()


async def test_a_reminder_that_came_to_nothing(
    desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flag that was answered just then, and is open again, is reminded of after all."""
    draft, turns, accepted = await desk.read(), desk.work.turns, list[str]()
    await asks(desk, draft, clock() + timedelta(hours=2))
    await desk.sandbox.until(lambda: len(told(desk, "sana")) == 1)
    accept = turns._accept

    async def seen(flow: str, key: str, *more: Any) -> None:
        await accept(flow, key, *more)
        accepted.append(flow)

    monkeypatch.setattr(turns, "_accept", seen)
    held = desk.sandbox.fail("conversations.open", how="hold")
    by, to = person(desk, "imran"), person(desk, "sana")
    await desk.newsroom.assign(draft.id, [2], to, None, by, "a2")
    await turns.ask("a2", draft.id, to.id, (2,))
    await held.reached()
    clock.forward(timedelta(minutes=91))
    turns.wake()
    await desk.sandbox.until(lambda: "nudge" in accepted)
    await desk.newsroom.resolve(draft.id, [1], Outcome.FIXED, "", to, "fixed")
    held.release()
    await desk.sandbox.until(lambda: len(told(desk, "sana")) == 2)
    await desk.sandbox.settled()
    await desk.newsroom.reopen(draft.id, [1], by, "reopened")
    turns.wake()
    await desk.sandbox.until(lambda: len(told(desk, "sana")) == 3)
    assert "waits for you: wanted by" in told(desk, "sana")[2]
