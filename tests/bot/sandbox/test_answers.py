"""Slash commands: what the person who typed one gets to see."""

from typing import Any

import pytest

from bot.sandbox import Channel, Member, Sandbox, Trouble


async def test_an_answer_in_the_acknowledgement_is_whispered(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """Text in the ack is shown to the person who typed, and to nobody else."""

    async def answer(ack: Any, command: dict[str, Any]) -> None:
        await ack(f"You said {command['text']}")

    bot.app.command("/desk")(answer)
    assert await sana.types("/desk status now", desk) == "You said status now"
    [whisper] = sandbox.whispers(sana)
    assert whisper.only_for == sana.id
    assert sandbox.messages(desk) == []


async def test_an_answer_may_come_later_and_to_the_channel(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """The response URL answers after the ack; in_channel makes it a message for all."""

    async def answer(ack: Any, respond: Any) -> None:
        await ack()
        await respond("For everybody", response_type="in_channel")

    bot.app.command("/desk")(answer)
    assert await sana.types("/desk status", desk) == "For everybody"
    assert [m.text for m in sandbox.messages(desk)] == ["For everybody"]
    assert sandbox.whispers(sana) == []


async def test_an_answer_of_blocks_is_read_by_its_words(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """An answer without text is known by the words in its blocks."""

    async def answer(ack: Any, respond: Any) -> None:
        await ack()
        words = {"type": "section", "text": {"type": "mrkdwn", "text": "*Nothing open*"}}
        await respond(blocks=[words])

    bot.app.command("/desk")(answer)
    assert await sana.types("/desk", desk) == "*Nothing open*"


async def test_a_whisper_of_the_bots_is_an_answer_too(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """An answer by chat.postEphemeral instead of the response URL counts as well."""

    async def answer(ack: Any, client: Any, command: dict[str, Any]) -> None:
        await ack()
        channel, user = command["channel_id"], command["user_id"]
        await client.chat_postEphemeral(channel=channel, user=user, text="For you")

    bot.app.command("/desk")(answer)
    assert await sana.types("/desk", desk) == "For you"


async def test_a_response_url_is_good_for_five_answers_in_half_an_hour(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """The sixth answer is refused, and so is one that comes after thirty minutes."""
    statuses: list[int] = []

    async def answer(ack: Any, respond: Any, command: dict[str, Any]) -> None:
        await ack()
        if command["text"] == "late":
            sandbox.clock.advance(31 * 60)
        for n in range(6):
            statuses.append((await respond(f"answer {n}")).status_code)

    bot.app.command("/desk")(answer)
    await sana.types("/desk", desk)
    await sandbox.until(lambda: len(statuses) == 6)
    assert statuses == [200] * 5 + [404]
    await sana.types("/desk late", desk, seconds=0.5)
    await sandbox.until(lambda: len(statuses) == 12)
    assert statuses[6:] == [404] * 6


async def test_a_command_nobody_answers_fails_as_in_slack(
    sandbox: Sandbox, sana: Member, desk: Channel
) -> None:
    """Without an app at the other end the person is told so; the command does not come again."""
    with pytest.raises(Trouble, match="dispatch_failed"):
        await sana.types("/desk status", desk)
    assert sandbox.hub.link.pending == 0


async def test_a_late_acknowledgement_is_a_failure(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """A command acknowledged too late fails on the screen and is never delivered again."""
    sandbox.hub.link.ack_seconds = 0.1

    async def never(command: dict[str, Any]) -> None:
        bot.done.append(command)

    bot.app.command("/desk")(never)
    with pytest.raises(Trouble, match="operation_timeout"):
        await sana.types("/desk status", desk)
    await sandbox.settled()
    assert len(bot.done) == 1


async def test_an_unknown_command_is_slacks_affair(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """A command the app has not declared is refused before it reaches the app."""
    with pytest.raises(Trouble, match="/copy is not a valid command"):
        await sana.types("/copy that", desk)


async def test_an_answer_slack_cannot_show_is_the_apps_trouble(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """Blocks over the limit in an ack come back as a failure, not as a message."""
    bot.take(bot.app.command, "/desk", text="x", blocks=[{"type": "divider"}] * 51)
    with pytest.raises(Trouble, match="invalid_blocks"):
        await sana.types("/desk", desk)


async def test_a_response_url_can_fail(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """An answer may be lost like any call; nothing is shown then, and the next one is."""
    sandbox.fail("response_url", how="503")
    statuses: list[int] = []

    async def answer(ack: Any, respond: Any) -> None:
        await ack()
        for text in ("first", "second"):
            statuses.append((await respond(text)).status_code)

    bot.app.command("/desk")(answer)
    assert await sana.types("/desk", desk) == "second"
    await sandbox.until(lambda: statuses == [503, 200])
