"""A bot of a few lines for the page to show: it asks about every post, and has a home tab."""

from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox import Sandbox

Json = dict[str, Any]

MANIFEST = {
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "copychief"},
        "slash_commands": [{"command": "/desk", "usage_hint": "check [text] | help"}],
        "shortcuts": [
            {"callback_id": "ask_about", "name": "Ask about this", "type": "message"},
            {"callback_id": "ask", "name": "Ask", "type": "global"},
        ],
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": ["message.channels", "message.im", "reaction_added", "app_home_opened"]
        }
    },
    "oauth_config": {"scopes": {"bot": ["chat:write", "commands", "channels:history"]}},
}


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def _flag(said: str, version: int) -> list[Json]:
    choices = [{"text": _plain(text), "value": text.lower()} for text in ("Open", "Fixed")]
    menu = {"type": "overflow", "action_id": "flag", "options": choices}
    text = {"type": "mrkdwn", "text": said}
    note = {"type": "mrkdwn", "text": "_One flag._"}
    return [
        {"type": "section", "block_id": f"1:{version}", "text": text, "accessory": menu},
        {"type": "context", "block_id": "note", "elements": [note]},
    ]


def _input(name: str, element: Json) -> Json:
    field = element | {"action_id": "value"}
    return {
        "type": "input",
        "block_id": name,
        "optional": True,
        "label": _plain(name),
        "element": field,
    }


_PACKS = [{"text": _plain(word), "value": word.lower()} for word in ("Sourcing", "Legal")]
_SETTINGS: Json = {
    "type": "modal",
    "callback_id": "settings",
    "title": _plain("Settings"),
    "submit": _plain("Save"),
    "blocks": [
        _input("Editors", {"type": "multi_users_select"}),
        _input("Packs", {"type": "multi_static_select", "options": _PACKS}),
        _input("Channel", {"type": "conversations_select"}),
        _input("Off stone", {"type": "timepicker", "initial_time": "17:00"}),
        _input("Draft", {"type": "file_input", "filetypes": ["md"], "max_files": 1}),
        _input("Writer", {"type": "external_select", "min_query_length": 2}),
    ],
}


def _home(times: int) -> Json:
    button = {"type": "button", "action_id": "again", "text": _plain("Look again")}
    settings = {"type": "button", "action_id": "settings", "text": _plain("Settings")}
    return {
        "type": "home",
        "blocks": [
            {"type": "header", "text": _plain(f"Looked {times} times")},
            {"type": "actions", "elements": [button, settings]},
        ],
    }


_QUESTION: Json = {
    "type": "modal",
    "callback_id": "decide",
    "title": _plain("Whose figure?"),
    "submit": _plain("Settle"),
    "blocks": [
        {
            "type": "input",
            "block_id": "reason",
            "label": _plain("Reason"),
            "element": {"type": "plain_text_input", "action_id": "reason"},
        }
    ],
}


def scripted(app: AsyncApp) -> None:
    """A bot that asks about every post, and takes a reason of three words or more."""

    @app.event("message")
    async def _ask(event: Json, client: AsyncWebClient) -> None:
        if "thread_ts" in event or "subtype" in event:
            return
        place = {"channel": event["channel"], "thread_ts": event["ts"]}
        blocks = _flag("*1 · Whose figure?*", 1)
        await client.chat_postMessage(text="One flag", blocks=blocks, **place)
        await client.chat_postEphemeral(text="I read it.", user=event["user"], **place)

    @app.action("flag")
    async def _choose(ack: Any, body: Json, client: AsyncWebClient) -> None:
        await ack()
        message, channel = body["message"]["ts"], body["channel"]["id"]
        if body["actions"][0]["selected_option"]["value"] == "open":
            view = _QUESTION | {"private_metadata": f"{channel} {message}"}
            await client.views_open(trigger_id=body["trigger_id"], view=view)
        else:
            blocks = _flag(f"~1 · Whose figure?~ fixed by <@{body['user']['id']}>", 2)
            await client.chat_update(channel=channel, ts=message, text="Settled", blocks=blocks)

    @app.view("decide")
    async def _decide(ack: Any, view: Json, body: Json, client: AsyncWebClient) -> None:
        reason = view["state"]["values"]["reason"]["reason"]["value"]
        if len(reason.split()) < 3:
            await ack(response_action="errors", errors={"reason": "Three words, at least."})
            return
        await ack()
        channel, ts = view["private_metadata"].split()
        blocks = _flag(f"~1 · Whose figure?~ stet by <@{body['user']['id']}>", 2)
        await client.chat_update(channel=channel, ts=ts, text="Settled", blocks=blocks)

    @app.action("tell")
    async def _tell(ack: Any, body: Json, client: AsyncWebClient) -> None:
        await ack()
        action, place = body["actions"][0], {"channel": body["channel"]["id"]}
        options = action.get("selected_options") or [action.get("selected_option") or action]
        chosen = options[0].get("value") or action.get("selected_user")
        text = f"You chose {chosen}."
        await client.chat_postEphemeral(text=text, user=body["user"]["id"], **place)

    @app.command("/desk")
    async def _answer(ack: Any, command: Json) -> None:
        await ack(f"You typed *{command['text']}*.")

    @app.shortcut("ask_about")
    @app.shortcut("ask")
    async def _shortcut(ack: Any, body: Json, client: AsyncWebClient) -> None:
        await ack()
        about = body.get("message", {}).get("text", "nothing")
        words = [{"type": "section", "text": {"type": "mrkdwn", "text": f"About: {about}"}}]
        view = {"type": "modal", "title": _plain("Ask"), "blocks": words}
        await client.views_open(trigger_id=body["trigger_id"], view=view)


def at_home(app: AsyncApp, sandbox: Sandbox) -> None:
    """The same bot's home tab, with a button that draws it anew and one for settings."""
    looks: Json = {}

    async def publish(user: str, client: AsyncWebClient) -> None:
        looks[user] = looks.get(user, 0) + 1
        await client.views_publish(user_id=user, view=_home(looks[user]))

    @app.event("app_home_opened")
    async def _opened(event: Json, client: AsyncWebClient) -> None:
        if event["tab"] == "home":
            await publish(event["user"], client)

    @app.action("again")
    async def _again(ack: Any, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await publish(body["user"]["id"], client)

    @app.action("settings")
    async def _settings(ack: Any, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=_SETTINGS)

    @app.options("value")
    async def _offer(ack: Any, body: Json) -> None:
        names = [n for n in ("Sana Okafor", "Samir Haddad") if body["value"] in n]
        await ack(options=[{"text": _plain(name), "value": name.lower()} for name in names])

    @app.view("settings")
    async def _saved(ack: Any, view: Json, body: Json, client: AsyncWebClient) -> None:
        await ack()
        held = {name: actions["value"] for name, actions in view["state"]["values"].items()}
        await client.chat_postMessage(channel=body["user"]["id"], text=_told(held, sandbox))


def _told(held: Json, sandbox: Sandbox) -> str:
    writer = held["Writer"]["selected_option"] or {"text": _plain("nobody")}
    return " · ".join([
        *(sandbox.ws.users[user].name for user in held["Editors"]["selected_users"]),
        *(option["value"] for option in held["Packs"]["selected_options"]),
        sandbox.ws.channels[held["Channel"]["selected_conversation"]].name,
        held["Off stone"]["selected_time"],
        *(f"{file['name']} ({file['size']})" for file in held["Draft"]["files"]),
        writer["text"]["text"],
    ])  # fmt: skip
