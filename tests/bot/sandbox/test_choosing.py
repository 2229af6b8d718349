"""Inputs of every kind: filled in a person's words, sent in Slack's form."""

from datetime import UTC, date, datetime, time
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Member, Sandbox, Trouble


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


OPTIONS = [{"text": plain(w), "value": w.lower()} for w in ("Sourcing", "Language", "Legal")]
ELEMENTS: dict[str, dict[str, Any]] = {
    "editors": {"type": "multi_users_select"},
    "assignee": {"type": "users_select"},
    "channel": {"type": "conversations_select"},
    "packs": {"type": "checkboxes", "options": OPTIONS},
    "profile": {"type": "static_select", "options": OPTIONS},
    "many": {"type": "multi_static_select", "options": OPTIONS, "max_selected_items": 2},
    "day": {"type": "datepicker"},
    "hour": {"type": "timepicker", "initial_time": "09:00"},
    "moment": {"type": "datetimepicker"},
    "draft": {"type": "file_input", "filetypes": ["md", "docx"], "max_files": 1},
}


def view(**more: Any) -> dict[str, Any]:
    blocks = [
        {
            "type": "input",
            "block_id": name,
            "optional": True,
            "label": plain(name.title()),
            "element": element | {"action_id": "value"},
        }
        for name, element in ELEMENTS.items()
    ]
    return {
        "type": "modal", "callback_id": "settings", "title": plain("Settings"),
        "submit": plain("Save"), "blocks": blocks, **more,
    }  # fmt: skip


@pytest.fixture
async def opened(sandbox: Sandbox, bot: Any, sana: Member) -> Member:
    """Sana with a view open that asks for everything."""
    bot.take(bot.app.view, "settings")
    await bot.client.views_open(trigger_id=sandbox.hub.trigger(sana.id), view=view())
    return sana


def sent(bot: Any) -> dict[str, Any]:
    """What the app was sent, by input."""
    [body] = bot.done
    return {name: held["value"] for name, held in body["view"]["state"]["values"].items()}


async def test_people_and_channels_are_chosen_by_name(
    sandbox: Sandbox, bot: Any, opened: Member
) -> None:
    """A person, several and a channel arrive as ids."""
    imran, leila = sandbox.person("Imran"), sandbox.person("Leila")
    desk = sandbox.channel("desk-foreign")
    await opened.submits(editors=[imran, "Leila"], assignee="Imran", channel="#desk-foreign")
    values = sent(bot)
    assert values["editors"]["selected_users"] == [imran.id, leila.id]
    assert values["assignee"]["selected_user"] == imran.id
    assert values["channel"]["selected_conversation"] == desk.id


async def test_options_days_and_hours(bot: Any, opened: Member) -> None:
    """Ticks, lists, a day, an hour and a moment, each under Slack's own key."""
    moment = datetime(2026, 5, 2, 17, 0, tzinfo=UTC)
    await opened.submits(
        packs=["Sourcing", "Legal"], profile="Language", many="Legal",
        day=date(2026, 5, 2), hour=time(17, 30), moment=moment,
    )  # fmt: skip
    values = sent(bot)
    assert [o["value"] for o in values["packs"]["selected_options"]] == ["sourcing", "legal"]
    assert values["profile"]["selected_option"]["value"] == "language"
    assert [o["value"] for o in values["many"]["selected_options"]] == ["legal"]
    assert values["day"] == {"type": "datepicker", "selected_date": "2026-05-02"}
    assert values["hour"] == {"type": "timepicker", "selected_time": "17:30"}
    assert values["moment"]["selected_date_time"] == int(moment.timestamp())


async def test_what_is_not_touched_is_empty_or_as_it_was(bot: Any, opened: Member) -> None:
    """Untouched inputs hold their first value, an empty list or nothing."""
    await opened.submits()
    values = sent(bot)
    assert values["hour"]["selected_time"] == "09:00"
    assert values["editors"]["selected_users"] == []
    assert values["draft"]["files"] == []
    assert values["assignee"]["selected_user"] is None


async def test_a_file_in_a_modal_can_be_fetched_by_the_app(
    sandbox: Sandbox, bot: Any, opened: Member
) -> None:
    """The whole file object comes with the submission, and its bytes with the bot's token."""
    await opened.submits(draft=("talks.md", b"# Talks"))
    [file] = sent(bot)["draft"]["files"]
    assert (file["name"], file["user"], file["channels"]) == ("talks.md", opened.id, [])
    token = {"Authorization": f"Bearer {sandbox.bot_token}"}
    async with aiohttp.ClientSession() as web:
        got = await web.get(file["url_private_download"], headers=token)
        assert await got.read() == b"# Talks"
    told = await bot.client.files_info(file=file["id"])
    assert told["file"]["shares"] == {}


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("draft", ("talks.exe", b""), "talks.exe cannot go here, only md, docx"),
        ("many", ["Sourcing", "Language", "Legal"], "No more than 2"),
        ("assignee", "Nobody", "nobody called Nobody"),
        ("channel", "#nowhere", "no channel #nowhere"),
        ("profile", "Sport", "no option 'Sport', only Sourcing, Language, Legal"),
    ],
)
async def test_what_an_input_does_not_take(
    opened: Member, name: str, value: Any, line: str
) -> None:
    """A person cannot choose what is not offered."""
    with pytest.raises(Trouble, match=line):
        await opened.fills({name: value})


async def test_a_list_of_people_in_a_message(sandbox: Sandbox, bot: Any, sana: Member) -> None:
    """“Assign to” in a message sends who was chosen."""
    bot.take(bot.app.action, "assign")
    desk = sandbox.channel("desk-foreign")
    who = {"type": "users_select", "action_id": "assign", "placeholder": plain("Assign to")}
    card = await bot.client.chat_postMessage(
        channel=desk.id, text="card", blocks=[{"type": "actions", "elements": [who]}]
    )
    await sana.presses("Assign to", on=card["ts"], channel=desk, option="Sana")
    assert bot.done[0]["actions"][0]["selected_user"] == sana.id
