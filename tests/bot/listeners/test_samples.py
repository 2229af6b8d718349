"""Whatever Slack sends goes through the listeners without a fault of ours."""

import json
import logging
import os
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.listeners import register
from bot.serve import Bot
from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor, Room

_BESIDE = Path(__file__).parents[4] / "shared" / "slack" / "samples"
SAMPLES = Path(os.environ.get("COPYCHIEF_SLACK_SAMPLES") or _BESIDE)
_TS = "0000000000.000000"

pytestmark = pytest.mark.skipif(
    not (SAMPLES / "events").is_dir(),
    reason=f"no recorded payloads in {SAMPLES}: set COPYCHIEF_SLACK_SAMPLES to their folder",
)


def samples() -> dict[str, dict[str, Any]]:
    """Every recorded payload by its name."""
    files = sorted(
        [*SAMPLES.glob("events/*.json"), *SAMPLES.glob("app-backend/**/*.json")],
        key=lambda file: file.name,
    )
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}


def enveloped(payload: dict[str, Any], name: str) -> dict[str, Any]:
    """A payload with the outside that Slack leaves empty in its recordings."""
    if isinstance(payload.get("event"), dict):
        return {**payload, "type": "event_callback", "event_id": f"Ev{name}"}
    return payload


def filled(payload: Any, known: dict[str, str], under: str = "") -> Any:
    """The same with ids and words of this workspace where the recording has none."""
    if isinstance(payload, dict):
        inside = {
            key: filled(value, known, under if key == "id" else key)
            for key, value in payload.items()
        }
        return inside | ({"type": "message"} if under == "item" else {})
    if isinstance(payload, list):
        return [filled(each, known, under) for each in payload]
    if payload == _TS:
        return known["ts"]
    return known.get(under, payload) if payload == "" else payload


async def dispatched(bot: Bot, payloads: dict[str, dict[str, Any]]) -> dict[str, int]:
    """Send every payload to a Bolt app with the bot's own listeners; how each was answered."""
    app = AsyncApp(client=bot.work.slack.web, logger=logging.getLogger("bot.bolt"))
    register(app, bot.work)
    answers = {}
    for name, payload in payloads.items():
        request = AsyncBoltRequest(body=payload, mode="socket_mode")
        answers[name] = (await app.async_dispatch(request)).status
    return answers


async def test_as_they_were_recorded(
    bot: Bot, sana: Editor, room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    """With every id empty: what cannot be read is acknowledged, and told to nobody."""
    payloads = {name: enveloped(each, name) for name, each in samples().items()}
    assert len(payloads) > 80
    answers = await dispatched(bot, payloads)
    await room.quiet()
    assert [record.message for record in caplog.records if record.levelno >= logging.ERROR] == []
    events = {name for name, each in payloads.items() if each.get("type") == "event_callback"}
    assert {answers[name] for name in events} == {200}


async def test_with_ids_that_are_there(
    bot: Bot, sana: Editor, imran: Editor, room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    """People, channels and messages of this workspace: every listener has something to do."""
    thread = await sana.hands_in(RIVER)
    channel = room.sandbox.find(room.channel).id
    known = {
        "user": imran.member.id, "user_id": imran.member.id, "item_user": sana.member.id,
        "channel": channel, "channel_id": channel, "ts": thread.ts, "message_ts": thread.ts,
        "event_ts": thread.ts, "action_ts": thread.ts, "thread_ts": "", "reaction": "memo",
        "text": RIVER, "trigger_id": "1.2", "command": "/desk", "subtype": "", "bot_id": "",
        "team": bot.work.slack.team, "team_id": bot.work.slack.team, "hash": "1.a",
    }  # fmt: skip
    payloads = {name: filled(enveloped(each, name), known) for name, each in samples().items()}
    answers = await dispatched(bot, payloads)
    await room.quiet()
    assert [record.message for record in caplog.records if record.levelno >= logging.ERROR] == []
    events = {name for name, each in payloads.items() if each.get("type") == "event_callback"}
    assert {answers[name] for name in events} == {200}
    assert answers["SlashCommandPayload"] == 200
