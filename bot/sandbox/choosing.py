"""What a person chooses from an element, as the value that Slack makes of it."""

from typing import Any

from bot.sandbox import shapes
from bot.sandbox.model import Channel, File, Json
from bot.sandbox.refusal import Trouble
from bot.sandbox.workspace import Workspace

_KEYS = {
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "conversations_select": "selected_conversation",
    "multi_conversations_select": "selected_conversations",
    "channels_select": "selected_channel",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "rich_text_input": "rich_text_value",
    "file_input": "files",
}
MANY = frozenset({"selected_options", "selected_users", "selected_conversations",
                  "selected_channels", "files"})  # fmt: skip
STATELESS = frozenset({"button", "overflow", "image"})


def value_key(kind: str) -> str:
    """Where Slack puts the value of an element of that kind."""
    return _KEYS.get(kind, "value")


def value_of(ws: Workspace, element: Json, wanted: Any, by: str) -> Any:
    """What the person with the id ``by`` wants, in Slack's form.

    Options go by their words, people and channels by name or id, files as (name, bytes).
    Trouble where the element does not offer it, or the workspace does not have it.
    """
    key = value_key(element["type"])
    if key in MANY:
        given = wanted if isinstance(wanted, list) else [wanted] if wanted is not None else []
        most = element.get("max_selected_items") or element.get("max_files") or 100
        if len(given) > most:
            raise Trouble(f"No more than {most} can be chosen here.")
        if key == "files":
            return [_file(ws, element, one, by) for one in given]
        return [_one(ws, element, key.removesuffix("s"), one) for one in given]
    return None if wanted is None else _one(ws, element, key, wanted)


def _one(ws: Workspace, element: Json, key: str, wanted: Any) -> Any:
    match key:
        case "selected_option":
            return option(element, wanted)
        case "selected_user":
            return _user(ws, wanted)
        case "selected_conversation" | "selected_channel":
            return _channel(ws, wanted)
        case "selected_date_time":
            return int(wanted.timestamp()) if hasattr(wanted, "timestamp") else int(wanted)
        case "selected_date":
            return wanted if isinstance(wanted, str) else wanted.isoformat()
        case "selected_time":
            return wanted if isinstance(wanted, str) else wanted.strftime("%H:%M")
    return wanted


def option(element: Json, wanted: Any) -> Json:
    """The option an element offers under that text or value."""
    if element["type"].endswith("external_select"):  # the app offered it when it was asked
        word = {"type": "plain_text", "text": str(wanted)}
        return wanted if isinstance(wanted, dict) else {"text": word, "value": str(wanted)}
    if isinstance(wanted, dict):
        wanted = wanted.get("value")
    offered = options(element)
    for one in offered:
        if wanted in (one["value"], one["text"]["text"]):
            return one
    texts = ", ".join(one["text"]["text"] for one in offered)
    raise Trouble(f"There is no option {wanted!r}, only {texts or 'none'}.")


def options(element: Json) -> list[Json]:
    """Every option an element offers, in groups or not."""
    groups = element.get("option_groups") or []
    return [*(element.get("options") or []), *(one for g in groups for one in g["options"])]


def _user(ws: Workspace, wanted: Any) -> str:
    wanted = str(getattr(wanted, "id", wanted))
    found = ws.users.get(wanted) or ws.named(wanted)
    if found is None:
        raise Trouble(f"There is nobody called {wanted}.")
    return found.id


def _channel(ws: Workspace, wanted: Any) -> str:
    name: str = wanted.id if isinstance(wanted, Channel) else str(wanted)
    if name in ws.channels:
        return name
    named = (c.id for c in ws.channels.values() if c.name == name.lstrip("#") and c.name)
    found = next(named, None)
    if found is None:
        raise Trouble(f"There is no channel {name}.")
    return found


def _file(ws: Workspace, element: Json, wanted: Any, by: str) -> Json:
    if isinstance(wanted, dict):
        wanted = ws.files.get(str(wanted.get("id")))
    elif isinstance(wanted, tuple):
        name, content = wanted
        wanted = ws.upload(name, content, by, None)
    if not isinstance(wanted, File):
        raise Trouble("This file has not been uploaded.")
    allowed = element.get("filetypes")
    if allowed and wanted.name.rpartition(".")[2].lower() not in allowed:
        raise Trouble(f"{wanted.name} cannot go here, only {', '.join(allowed)}.")
    return shapes.file(ws, wanted) | {
        "comments_count": 0,
        "is_starred": False,
        "shares": {},
        "channels": [],
        "groups": [],
        "ims": [],
        "has_more_shares": False,
    }


def chosen(ws: Workspace, block: Json, element: Json, choice: Json, by: str) -> Json:
    """The entry of ``actions`` for one press or choice by a person, in Slack's shape.

    ``choice`` holds what was chosen under ``option``, or under Slack's own key.
    """
    kind = element["type"]
    action: Json = {"type": kind, "action_id": element["action_id"]}
    action["block_id"] = block["block_id"]
    if kind == "button":
        action |= {k: element[k] for k in ("text", "value", "style", "url") if k in element}
    else:
        key = value_key(kind)
        wanted = choice.get(key, choice.get("option", choice.get("value")))
        if kind == "overflow" and wanted is None:
            raise Trouble("Nothing was chosen from this menu.")
        action[key] = value_of(ws, element, wanted, by)
    if "placeholder" in element:
        action["placeholder"] = element["placeholder"]
    return action | {"action_ts": ws.next_ts()}


def held(element: Json, action: Json) -> Json | None:
    """What the element's state is after an action; None for buttons and menus."""
    kind = element["type"]
    if kind in STATELESS:
        return None
    key = value_key(kind)
    return {"type": kind, key: action.get(key)}
