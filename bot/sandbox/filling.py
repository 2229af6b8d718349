"""What a person fills into a view, and the state values that Slack makes of it."""

import re
from collections.abc import Iterator
from typing import Any

from bot.sandbox.model import File, Json, View
from bot.sandbox.refusal import Trouble

REQUIRED = "Please complete this required field."
_KEYS = {
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
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
_MANY = frozenset({"selected_options", "selected_users", "selected_conversations",
                   "selected_channels", "files"})  # fmt: skip
_STATELESS = frozenset({"button", "overflow", "image"})


def value_key(kind: str) -> str:
    """Where Slack puts the value of an element of that kind."""
    return _KEYS.get(kind, "value")


def elements(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Every element a person can press, choose or fill in, with its block."""
    for block in blocks:
        own = [block.get("accessory"), block.get("element"), *(block.get("elements") or [])]
        for element in own:
            if isinstance(element, dict) and "action_id" in element:
                yield block, element


def initial_values(blocks: list[Json]) -> Json:
    """The state of blocks nobody has touched."""
    values: Json = {}
    for block, element in elements(blocks):
        kind = element["type"]
        if kind not in _STATELESS:
            key = value_key(kind)
            first = element.get(key.replace("selected", "initial"), element.get("initial_value"))
            if first is None and key in _MANY:
                first = []
            by_action = values.setdefault(block["block_id"], {})
            by_action[element["action_id"]] = {"type": kind, key: first}
    return values


def fill(view: View, name: str, value: Any) -> None:
    """Fill the input with that block id, action id or label."""
    block, element = _input(view, name)
    kind = element["type"]
    key = value_key(kind)
    if key == "selected_option":
        value = option(element, value)
    elif key == "selected_options":
        value = [option(element, one) for one in value]
    elif key == "files":
        value = [_file(one) for one in value]
    elif value is not None and key != "files":
        value = getattr(value, "id", value)
    view.values[block["block_id"]][element["action_id"]] = {"type": kind, key: value}


def _file(value: Any) -> Json:
    return {"id": value.id} if isinstance(value, File) else value


def _input(view: View, name: str) -> tuple[Json, Json]:
    held = [(b, e) for b, e in elements(view.blocks) if e["type"] not in _STATELESS]
    for block, element in held:
        if name in (block["block_id"], element["action_id"]):
            return block, element
    for block, element in held:
        if _plain(block.get("label", {}).get("text", "")) == _plain(name):
            return block, element
    labels = [b.get("label", {}).get("text") or e["action_id"] for b, e in held]
    raise Trouble(f"There is no input {name!r} in this view, only {', '.join(labels) or 'none'}.")


def _plain(label: str) -> str:
    return re.sub(r"\W+", "_", label).strip("_").lower()


def option(element: Json, wanted: Any) -> Json:
    """The option an element offers under that text or value."""
    offered: list[Json] = list(element.get("options") or [])
    for group in element.get("option_groups") or []:
        offered += group["options"]
    if isinstance(wanted, dict):
        wanted = wanted.get("value")
    for one in offered:
        if wanted in (one["value"], one["text"]["text"]):
            return one
    texts = ", ".join(one["text"]["text"] for one in offered)
    raise Trouble(f"There is no option {wanted!r}, only {texts or 'none'}.")


def unfilled(view: View) -> dict[str, str]:
    """The lines Slack itself shows at inputs before it would send a view to the app."""
    lines: dict[str, str] = {}
    for block in view.blocks:
        if block["type"] == "input":
            element = block["element"]
            held = view.values.get(block["block_id"], {}).get(element["action_id"], {})
            line = _line(element, held.get(value_key(element["type"])), block.get("optional"))
            if line:
                lines[block["block_id"]] = line
    return lines


def _line(element: Json, value: Any, optional: Any) -> str | None:
    if value in (None, "", []):
        return None if optional else REQUIRED
    least, most = element.get("min_length") or 0, element.get("max_length") or 3000
    if isinstance(value, str) and element["type"] == "plain_text_input":
        if len(value) < least:
            return f"Please enter at least {least} characters."
        if len(value) > most:
            return f"Please enter no more than {most} characters."
    return None


def chosen(block: Json, element: Json, choice: Json, ts: str) -> Json:
    """The entry of ``actions`` for one press or choice, in Slack's shape."""
    kind = element["type"]
    action: Json = {"type": kind, "action_id": element["action_id"]}
    action["block_id"] = block["block_id"]
    if kind == "button":
        action |= {k: element[k] for k in ("text", "value", "style", "url") if k in element}
    elif kind == "overflow" or value_key(kind) == "selected_option":
        wanted = choice.get("option", choice.get("selected_option"))
        action["selected_option"] = option(element, wanted)
    else:
        key = value_key(kind)
        action[key] = choice.get(key, choice.get("value"))
    if "placeholder" in element:
        action["placeholder"] = element["placeholder"]
    return action | {"action_ts": ts}


def held(element: Json, action: Json) -> Json | None:
    """What the element's state is after an action; None for buttons and menus."""
    kind = element["type"]
    if kind in _STATELESS:
        return None
    key = value_key(kind)
    return {"type": kind, key: action.get(key)}
