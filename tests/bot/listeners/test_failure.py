"""When something cannot be done, or we fail."""

import logging

import pytest

from bot.blocks.fields import REASON
from bot.serve import Bot
from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor, Room

COPY = "The council slammed the plan."


class Broken(RuntimeError):
    """Something that nobody foresaw."""


async def test_a_fault_of_ours_is_one_line_and_the_event_comes_again(
    sana: Editor, imran: Editor, room: Room, bot: Bot, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """The person is told once; Slack sends the event again, and then it is done."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    whole = bot.work.newsroom.resolve
    failures = 2
    room.sandbox.hub.link.ack_seconds = 0.5

    async def breaks(*told: object) -> object:
        nonlocal failures
        if failures:
            failures -= 1
            raise Broken(COPY)
        return await whole(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(bot.work.newsroom, "resolve", breaks)
    with caplog.at_level(logging.INFO):
        reply = await imran.replies(f"stet {query.number} house style", thread)
        await imran.is_answered(reply)
    await thread.settles(query)
    assert [line for line in imran.whispers if "trying again by myself" in line] == imran.whispers
    assert len(imran.whispers) == 1
    assert "Broken" in caplog.text
    assert "slammed" not in caplog.text
    assert "house style" not in caplog.text


async def test_a_fault_in_a_press_is_told_to_the_person(
    sana: Editor, imran: Editor, room: Room, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was not recorded, the line says so, and the press can be repeated."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]

    async def breaks(*_: object) -> None:
        raise Broken(COPY)

    with monkeypatch.context() as broken:
        broken.setattr(bot.work.newsroom, "resolve", breaks)
        await imran.presses("Fixed", on=query)
        await imran.hears("it was not recorded: do it again")
    await imran.presses("Fixed", on=query)
    await thread.settles(query)


async def test_a_fault_in_a_command_answers_the_command(
    sana: Editor, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line stands where the answer would."""

    async def breaks(*_: object) -> None:
        raise Broken

    monkeypatch.setattr(bot.work.newsroom, "drafts", breaks)
    assert "Something broke on our side" in await sana.types("/desk status")


async def test_a_payload_that_lacks_something_is_refused_in_words(
    sana: Editor, room: Room
) -> None:
    """A button of no checklist of ours gets a line, not silence."""
    thread = await sana.hands_in(RIVER)
    block = next(b for b in thread.ours[0].blocks or [] if b["block_id"].startswith("flag:"))
    block["block_id"] = "flag:of:nothing"
    await sana.presses("Fixed", on=thread.flags()[0])
    await sana.hears("look at the newest checklist")


async def test_a_fault_in_a_window_gives_it_back(
    sana: Editor, imran: Editor, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written is still there, with a line that it was not recorded."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.opens(query, "Stet…")

    async def breaks(*_: object) -> None:
        raise Broken(COPY)

    with monkeypatch.context() as broken:
        broken.setattr(bot.work.newsroom, "resolve", breaks)
        errors = await imran.submits(**{REASON: "house style"})
    assert "it was not recorded: do it again" in "".join(errors.values())
    assert await imran.submits(**{REASON: "house style"}) == {}
    await thread.settles(query)


async def test_a_decision_stands_though_nobody_could_be_told(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """A press that is on record is never said to be lost because a whisper was."""
    thread = await sana.hands_in(RIVER)
    (hold,) = thread.flags("hold")
    room.sandbox.fail("chat.postEphemeral", how="error:internal_error")
    await imran.presses("Fixed", on=hold)
    await thread.says("waits for a second editor")
    await room.quiet()
    assert imran.whispers == []


@pytest.mark.parametrize("how", ["error:account_inactive", "error:internal_error"])
async def test_what_slack_keeps_from_us_comes_again(sana: Editor, room: Room, how: str) -> None:
    """A post that came while the token was refused, or Slack away, is not acknowledged."""
    room.sandbox.hub.link.ack_seconds = 0.5
    room.sandbox.fail("conversations.info", how=how)
    thread = await sana.hands_in(RIVER)
    assert thread.flags()
    assert all("trying again by myself" in line for line in sana.whispers)
