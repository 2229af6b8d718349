"""Slack's rules for blocks: which go where, how long and how many."""

from collections import Counter
from typing import Any, Literal

from bot.sandbox.elements import (
    count_complaint,
    element_complaints,
    fresh_id,
    length_complaint,
    missing,
    text_complaint,
)
from bot.sandbox.model import Json

__all__ = ["Surface", "complaints", "text_complaint"]

Surface = Literal["message", "modal", "home"]
_MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
_EVERYWHERE = "actions context divider header image input rich_text section video"
_KINDS: dict[str, frozenset[str]] = {
    "message": frozenset(
        f"{_EVERYWHERE} card carousel container context_actions data_table file markdown plan "
        "table task_card".split()
    ),
    "modal": frozenset(f"{_EVERYWHERE} alert card".split()),
    "home": frozenset(_EVERYWHERE.split()),
}
_MARKDOWN = 12_000


def complaints(blocks: list[Any], surface: Surface, where: str = "/blocks") -> list[str]:
    """Everything Slack would not take; empty when it would, and then every block has an id."""
    found = [count_complaint(blocks, where, 0, _MOST_BLOCKS[surface])]
    for n, block in enumerate(blocks):
        at = f"{where}/{n}"
        if not isinstance(block, dict) or block.get("type") not in _KINDS[surface]:
            kind = block.get("type") if isinstance(block, dict) else block
            found.append(f"[ERROR] unsupported type: {kind} [json-pointer:{at}/type]")
            continue
        block.setdefault("block_id", fresh_id())
        found += [length_complaint(block["block_id"], f"{at}/block_id", 255)]
        found += _check(block, at)
    found += _twice([b for b in blocks if isinstance(b, dict)], where)
    marked = sum(
        len(str(b.get("text", "")))
        for b in blocks
        if isinstance(b, dict) and b.get("type") == "markdown"
    )
    if marked > _MARKDOWN:
        found.append(f"[ERROR] must be less than 12001 characters [json-pointer:{where}]")
    return [line for line in found if line]


def _twice(blocks: list[Json], where: str) -> list[str | None]:
    ids = Counter(str(b.get("block_id")) for b in blocks)
    return [
        f"[ERROR] block_id `{name}` already exists [json-pointer:{where}]"
        for name, times in ids.items()
        if times > 1
    ]


def _check(block: Json, at: str) -> list[str | None]:
    match block["type"]:
        case "section":
            return _section(block, at)
        case "header":
            return [text_complaint(block.get("text"), f"{at}/text", 150, plain=True)]
        case "context":
            return _context(block, at)
        case "actions":
            return _actions(block, at)
        case "input":
            return _input(block, at)
        case "image":
            return [
                length_complaint(block.get("alt_text"), f"{at}/alt_text", 2000, required=True),
                length_complaint(block.get("image_url"), f"{at}/image_url", 3000),
            ]
    return []


def _section(block: Json, at: str) -> list[str | None]:
    found: list[str | None] = []
    if "text" in block:
        found.append(text_complaint(block["text"], f"{at}/text", 3000))
    elif "fields" not in block:
        found.append(missing("text", at))
    if "fields" in block:
        found.append(count_complaint(block["fields"], f"{at}/fields", 1, 10))
        for n, field in enumerate(_listed(block["fields"])):
            found.append(text_complaint(field, f"{at}/fields/{n}", 2000))
    if "accessory" in block:
        found += element_complaints(block["accessory"], f"{at}/accessory", "section")
    return found


def _context(block: Json, at: str) -> list[str | None]:
    elements = block.get("elements")
    found = [count_complaint(elements, f"{at}/elements", 1, 10)]
    for n, element in enumerate(_listed(elements)):
        if isinstance(element, dict) and element.get("type") == "image":
            found += element_complaints(element, f"{at}/elements/{n}", "context")
        else:
            found.append(text_complaint(element, f"{at}/elements/{n}", 2000))
    return found


def _actions(block: Json, at: str) -> list[str | None]:
    elements = block.get("elements")
    found = [count_complaint(elements, f"{at}/elements", 1, 25)]
    for n, element in enumerate(_listed(elements)):
        found += element_complaints(element, f"{at}/elements/{n}", "actions")
    ids = Counter(e.get("action_id") for e in _listed(elements) if isinstance(e, dict))
    found += [
        f'[ERROR] `action_id` "{name}" already exists for `block_id` "{block["block_id"]}" '
        f"[json-pointer:{at}/elements]"
        for name, times in ids.items()
        if times > 1
    ]
    return found


def _input(block: Json, at: str) -> list[str | None]:
    found: list[str | None] = [
        text_complaint(block.get("label"), f"{at}/label", 2000, plain=True),
        *element_complaints(block.get("element"), f"{at}/element", "input"),
    ]
    if block.get("hint") is not None:
        found.append(text_complaint(block["hint"], f"{at}/hint", 2000, plain=True))
    return found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
