"""Buttons, menus and shortcuts: found by what a person sees, sent in Slack's shape."""

from typing import Any

import pytest

from bot.sandbox import Channel, Member, Sandbox, Trouble


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def flag(number: int, title: str) -> dict[str, Any]:
    options = [{"text": plain(w), "value": w.lower()} for w in ("Open", "Fixed", "Stet…")]
    return {
        "type": "section",
        "block_id": f"flag:{number}",
        "text": {"type": "mrkdwn", "text": f"*{number} · {title}*"},
        "accessory": {"type": "overflow", "action_id": "flag", "options": options},
    }


CLEAR = {
    "type": "actions",
    "elements": [
        {"type": "button", "action_id": "clear", "text": plain("Clear story"), "value": "7"},
        {
            "type": "static_select",
            "action_id": "take",
            "placeholder": plain("Who takes it?"),
            "options": [{"text": plain("Imran"), "value": "i"}],
        },
    ],
}


@pytest.fixture
async def draft(bot: Any, sana: Member, desk: Channel) -> str:
    """A draft with a card in its thread."""
    ts = await sana.posts("A draft", desk)
    blocks = [CLEAR, flag(3, "Whose figure?"), flag(13, "Whose word?")]
    await bot.client.chat_postMessage(channel=desk.id, text="card", thread_ts=ts, blocks=blocks)
    return ts


async def test_a_menu_option_is_chosen_at_one_flag(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel, draft: str
) -> None:
    """Choosing “Stet…” at flag 3 presses the menu of that flag and not that of flag 13."""
    bot.take(bot.app.action, "flag")
    await sana.presses("Stet…", on=draft, channel=desk, flag=3)

    [body] = bot.done
    [action] = body["actions"]
    assert (action["block_id"], action["selected_option"]["value"]) == ("flag:3", "stet…")
    card = sandbox.thread(draft, desk)[1]
    assert body["container"] == {
        "type": "message", "message_ts": card.ts, "channel_id": desk.id,
        "is_ephemeral": False, "thread_ts": draft,
    }  # fmt: skip
    assert body["message"]["blocks"] == card.blocks


async def test_a_button_and_a_list(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel, draft: str
) -> None:
    """A button is pressed by its label, a list by its placeholder and the option's words."""
    bot.take(bot.app.action, "clear")
    bot.take(bot.app.action, "take")
    await sana.presses("Clear story", on=draft, channel=desk)
    await sana.presses("Who takes it?", on=draft, channel=desk, option="Imran")

    button, choice = (body["actions"][0] for body in bot.done)
    assert (button["type"], button["value"]) == ("button", "7")
    assert choice["selected_option"]["text"]["text"] == "Imran"
    [values] = bot.done[1]["state"]["values"].values()
    assert values["take"]["selected_option"]["value"] == "i"


async def test_what_is_not_there_cannot_be_pressed(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel, draft: str
) -> None:
    """Pressing what nobody sees says what there is instead."""
    with pytest.raises(Trouble, match="no 'Wrong…' to press at flag 3, only Open, Fixed, Stet"):
        await sana.presses("Wrong…", on=draft, channel=desk, flag=3)
    with pytest.raises(Trouble, match="flag 4, only nothing"):
        await sana.presses("Open", on=draft, channel=desk, flag=4)


async def test_the_message_pressed_can_be_replaced(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel, draft: str
) -> None:
    """The response URL of a press may put another message in place of the one pressed."""

    async def clear(ack: Any, respond: Any) -> None:
        await ack()
        await respond("Cleared", replace_original=True)

    bot.app.action("clear")(clear)
    await sana.presses("Clear story", on=draft, channel=desk)
    await sandbox.until(lambda: sandbox.thread(draft, desk)[1].text == "Cleared")


async def test_a_whisper_has_buttons_too(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """Of a whisper the bot gets the place but not the message, and can only respond to it."""

    async def clear(ack: Any, respond: Any, body: dict[str, Any]) -> None:
        bot.done.append(body)
        await ack()
        await respond(delete_original=True)

    bot.app.action("clear")(clear)
    ts = await sana.posts("A draft", desk)
    await bot.client.chat_postEphemeral(
        channel=desk.id, user=sana.id, text="sure?", blocks=[CLEAR], thread_ts=ts
    )
    imran = sandbox.person("Imran")
    with pytest.raises(Trouble, match="only nothing"):
        await imran.presses("Clear story", on=ts, channel=desk)
    await sana.presses("Clear story", on=ts, channel=desk)
    await sandbox.until(lambda: not sandbox.whispers(sana))
    [body] = bot.done
    assert body["container"]["is_ephemeral"] is True
    assert "message" not in body


async def test_a_press_nobody_acknowledges_fails_on_the_screen(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel, draft: str
) -> None:
    """Three seconds without an ack and the person sees that the app did not answer."""
    sandbox.hub.link.ack_seconds = 0.1
    with pytest.raises(Trouble, match="did not answer within 3 seconds"):
        await sana.presses("Clear story", on=draft, channel=desk)


async def test_a_message_shortcut_carries_the_message(
    sandbox: Sandbox, bot: Any, sana: Member, desk: Channel
) -> None:
    """The entry in a message's menu sends the message, also from a foreign channel."""
    bot.take(bot.app.shortcut, "review_message")
    closed = sandbox.channel("desk-sport", invited=False)
    ts = await sana.posts("A draft", closed)
    await sana.uses("Review this draft", on=ts, channel=closed)
    [body] = bot.done
    assert (body["type"], body["message_ts"], body["message"]["text"]) == (
        "message_action", ts, "A draft",
    )  # fmt: skip


async def test_a_global_shortcut_knows_no_channel(
    sandbox: Sandbox, bot: Any, sana: Member
) -> None:
    """The lightning bolt sends who and a trigger, and neither channel nor response URL."""
    bot.take(bot.app.shortcut, "review_new")
    await sana.uses("New review")
    [body] = bot.done
    assert body["user"]["id"] == sana.id
    assert not {"channel", "response_url"} & set(body)
    with pytest.raises(Trouble, match="only Review this draft, New review"):
        await sana.uses("Tidy up")
