"""Slack's rules for whole messages and views, refused with Slack's own error strings."""

import json
from typing import Any

from bot.sandbox.blocks import Surface, complaints, text_complaint
from bot.sandbox.model import Json
from bot.sandbox.refusal import Refused

TEXT = 40_000  # chat.postMessage cuts here
UPDATED_TEXT = 4_000  # chat.update refuses above
# Not documented: reports put the limit near 13,000 characters of text, and one message of
# 17,694 characters of JSON was refused with less text than that.
WHOLE_TEXT = 13_000
WHOLE_JSON = 17_500
VIEW_JSON = 250_000
METADATA = 8_000


def check_message(text: str, blocks: Any) -> list[Json] | None:
    """The blocks of a message, or Slack's refusal."""
    checked = check_blocks(blocks, "message")
    if not text.strip() and not checked:
        raise Refused("no_text")
    if checked:
        _check_whole(text, checked)
    return checked


def check_answer(answer: Json) -> list[Json] | None:
    """The blocks of an answer to a response URL; one that deletes needs no text."""
    if answer.get("delete_original"):
        return None
    return check_message(str(answer.get("text") or ""), answer.get("blocks"))


def check_update(text: str, blocks: Any) -> list[Json] | None:
    """The blocks of a changed message; its text may only be a tenth as long."""
    if len(text) > UPDATED_TEXT:
        raise Refused("msg_too_long")
    return check_message(text, blocks)


def check_blocks(blocks: Any, surface: Surface) -> list[Json] | None:
    """The blocks as Slack keeps them, with an id on every one."""
    if blocks is None:
        return None
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    kept: list[Json] = json.loads(json.dumps(blocks))
    found = complaints(kept, surface)
    if found:
        raise Refused("invalid_blocks", *found)
    return kept


def _check_whole(text: str, blocks: list[Json]) -> None:
    spoken = len(text) + sum(_spoken(block) for block in blocks)
    if spoken > WHOLE_TEXT or len(json.dumps(blocks, ensure_ascii=False)) > WHOLE_JSON:
        raise Refused("msg_blocks_too_long")


def _spoken(part: Any) -> int:
    if isinstance(part, list):
        return sum(_spoken(entry) for entry in part)
    if not isinstance(part, dict):
        return 0
    own = len(part["text"]) if isinstance(part.get("text"), str) else 0
    return own + sum(_spoken(value) for value in part.values())


def check_metadata(metadata: Any) -> Json | None:
    """A message's metadata: a name and a flat payload."""
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_type"), str):
        raise Refused("invalid_metadata_format")
    if not isinstance(metadata.get("event_payload"), dict):
        raise Refused("invalid_metadata_format")
    if len(json.dumps(metadata)) > METADATA:
        raise Refused("metadata_too_large")
    return metadata


_NAMED = {"title": 24, "submit": 24, "close": 24}
_STRINGS = {"private_metadata": 3000, "callback_id": 255, "external_id": 255}


def check_view(view: Any) -> Json:
    """A view that Slack would open, or its refusal with the places that are wrong."""
    if not isinstance(view, dict) or view.get("type") not in ("modal", "home"):
        raise Refused("invalid_arguments", "[ERROR] must provide a view [json-pointer:/view]")
    kept: Json = json.loads(json.dumps(view))
    surface: Surface = kept["type"]
    found = _view_texts(kept, surface)
    blocks = kept.get("blocks")
    if isinstance(blocks, list):
        found += complaints(blocks, surface, "/view/blocks")
    else:
        found.append("[ERROR] missing required field: blocks [json-pointer:/view]")
    if found:
        raise Refused("invalid_arguments", *found)
    if len(json.dumps(kept)) > VIEW_JSON:
        raise Refused("view_too_large")
    return kept


def _view_texts(view: Json, surface: Surface) -> list[str]:
    found: list[str | None] = []
    for name, most in _NAMED.items():
        if view.get(name) is not None and surface == "modal":
            found.append(text_complaint(view[name], f"/view/{name}", most, plain=True))
    if surface == "modal":
        if view.get("title") is None:
            found.append("[ERROR] missing required field: title [json-pointer:/view]")
        blocks = view.get("blocks") or []
        asks = any(isinstance(b, dict) and b.get("type") == "input" for b in blocks)
        if asks and view.get("submit") is None:
            found.append("[ERROR] missing required field: submit [json-pointer:/view]")
    for name, most in _STRINGS.items():
        if len(str(view.get(name) or "")) > most:
            found.append(
                f"[ERROR] must be less than {most + 1} characters [json-pointer:/view/{name}]"
            )
    return [line for line in found if line]
