"""What a person fills into a view, and what Slack asks for before it sends the view in."""

import re
from collections.abc import Iterator
from typing import Any

from bot.sandbox.choosing import MANY, STATELESS, value_key, value_of
from bot.sandbox.model import Json, View
from bot.sandbox.refusal import Trouble
from bot.sandbox.workspace import Workspace

REQUIRED = "Please complete this required field."


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
        if kind not in STATELESS:
            key = value_key(kind)
            first = element.get(key.replace("selected", "initial"), element.get("initial_value"))
            if first is None and key in MANY:
                first = []
            by_action = values.setdefault(block["block_id"], {})
            by_action[element["action_id"]] = {"type": kind, key: first}
    return values


def fill(ws: Workspace, view: View, name: str, value: Any) -> None:
    """Fill the input with that block id, action id or label.

    Options go by their words, people and channels by name, files as (name, bytes).
    """
    block, element = _input(view, name)
    kind = element["type"]
    filled = {"type": kind, value_key(kind): value_of(ws, element, value, view.user)}
    view.values[block["block_id"]][element["action_id"]] = filled


def _input(view: View, name: str) -> tuple[Json, Json]:
    held = [(b, e) for b, e in elements(view.blocks) if e["type"] not in STATELESS]
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
