"""Finds what a person means to press by what they see."""

import re

from bot.sandbox.filling import elements
from bot.sandbox.model import Json, visible
from bot.sandbox.refusal import Trouble

Found = tuple[Json, Json, Json]  # block, element, choice


def seen(blocks: list[Json], label: str, option: str | None) -> Found | None:
    """The button, menu or option with that text or action id; None if it is not there."""
    for block, element in elements(blocks):
        named = label in (element["action_id"], element.get("text", {}).get("text"))
        if named or label == element.get("placeholder", {}).get("text"):
            return block, element, {"option": option} if option else {}
        if option is None and element["type"] in ("overflow", "static_select", "radio_buttons"):
            for one in element.get("options") or []:
                if label == one["text"]["text"]:
                    return block, element, {"option": one}
    return None


def of_flag(blocks: list[Json], flag: int) -> list[Json]:
    """The section that starts with the flag's number, and what stands below it before the next."""
    own: list[Json] = []
    for block in blocks:
        number = _number(block)
        if number == flag or (own and number is None):
            own.append(block)
        elif own:
            break
    return own


def _number(block: Json) -> int | None:
    if block.get("type") != "section":
        return None
    found = re.match(r"[~*_\s]*(\d+)\s*·", visible(block.get("text")))
    return int(found[1]) if found else None


def not_there(blocks: list[Json], label: str, flag: int | None) -> Trouble:
    """What to say when nothing has that text: what there is."""
    there: list[str] = []
    for _, element in elements(blocks):
        options = [o["text"]["text"] for o in element.get("options") or []]
        there += options or [element.get("text", {}).get("text") or element["action_id"]]
    where = f" at flag {flag}" if flag is not None else ""
    return Trouble(f"There is no {label!r} to press{where}, only {', '.join(there) or 'nothing'}.")
