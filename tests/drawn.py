"""What the bot draws, held against Slack's limits, Slack's schema and our own budget."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.blocks.layout import BLOCKS, JSON, TEXT, size
from bot.sandbox import Sandbox, limits
from bot.sandbox.refusal import Refused
from tests.schema import Schema

_SCHEMA = Path(__file__).parents[2] / "shared" / "slack" / "blocks.schema.json"
_MESSAGES = frozenset({"chat.postMessage", "chat.update", "chat.postEphemeral"})
_VIEWS = frozenset({"views.open", "views.push", "views.update", "views.publish"})
_LONGEST_TEXT, _LONGEST_FALLBACK = limits.UPDATED_TEXT, 300
# What we escape looks like these and is none of them: one that is there is a mark of ours.
_MARKS = re.compile(r"[*~`\n]|(?<!\w)_|_(?!\w)|<[^>]*>")
_ACTED_ON = re.compile(r"<([^>]*)>")
_HARMLESS = re.compile(r"https?://|mailto:|!date\^|@[UW]|#[CG]")


def complaints(sandbox: Sandbox) -> list[str]:
    """Everything that is wrong with what was drawn in a workspace, once each."""
    found: list[str] = []
    for method, args in sandbox.api.calls:
        if method in _MESSAGES:
            told = _message(args.get("text"), _parsed(args.get("blocks")))
            found += [f"{method}: {line}" for line in told]
        elif method in _VIEWS:
            found += [f"{method}: {line}" for line in _view(_parsed(args.get("view")))]
    for envelope in sandbox.hub.link.sent:
        found += [f"an answer: {line}" for line in _answer(envelope.answer)]
    return list(dict.fromkeys(found))


def message(text: object, blocks: Any = None) -> list[str]:
    """What is wrong with a message."""
    return list(_message(text, blocks))


def view(drawn: Any) -> list[str]:
    """What is wrong with a modal or a home."""
    return list(_view(drawn))


def _message(text: object, blocks: Any) -> Iterator[str]:
    said = text if isinstance(text, str) else ""
    if not said.strip():
        yield "it has no text for who does not see blocks"
    if len(said) > _LONGEST_TEXT:
        yield f"its text has {len(said)} characters"
    yield from _pings([said])
    if not blocks:
        return
    if len(said) > _LONGEST_FALLBACK or _MARKS.search(said):
        yield f"its text does not read well: {said!r}"
    taken = size(blocks)
    if taken.blocks > BLOCKS or taken.json > JSON or taken.text + len(said) > TEXT:
        yield f"it is over our budget: {taken}, {said!r}"
    yield from _refused(limits.check_message, said, blocks)
    yield from _blocks(blocks)


def _view(drawn: Any) -> Iterator[str]:
    yield from _refused(limits.check_view, drawn)
    if isinstance(drawn, dict):
        yield from _blocks(drawn.get("blocks") or [])


def _answer(answer: Any) -> Iterator[str]:
    """What came with an acknowledgement: the answer to a command, or what a view is to become."""
    if not isinstance(answer, dict) or not answer:
        return
    if "view" in answer:
        yield from _view(answer["view"])
    for line in (answer.get("errors") or {}).values():
        if not str(line).strip() or len(str(line)) > _LONGEST_TEXT:
            yield f"there is no line at the field: {line!r}"
    if "response_action" not in answer:
        yield from _message(answer.get("text"), answer.get("blocks"))


def _blocks(blocks: Iterable[Any]) -> Iterator[str]:
    for block in blocks:
        yield from _block(json.dumps(block, sort_keys=True))
        yield from _pings(_marked(block))


@lru_cache(maxsize=4_096)
def _block(drawn: str) -> tuple[str, ...]:
    known = schema()
    return tuple(known.complaints(json.loads(drawn), "KnownBlock")) if known else ()


@lru_cache(maxsize=1)
def schema() -> Schema | None:
    """Slack's schema, where the file is there."""
    return Schema.read(_SCHEMA) if _SCHEMA.exists() else None


def _refused(check: Any, *drawn: Any) -> Iterator[str]:
    try:
        check(*drawn)
    except Refused as refused:
        yield f"Slack refuses it: {refused.code} {'; '.join(refused.messages)}".rstrip()


def _pings(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for found in _ACTED_ON.finditer(text):
            if not _HARMLESS.match(found[1]):
                yield f"Slack would act on {found[0]}"


def _marked(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for each in part:
            yield from _marked(each)
    elif isinstance(part, dict):
        if part.get("type") == "mrkdwn" and isinstance(part.get("text"), str):
            yield part["text"]
        for each in part.values():
            yield from _marked(each)


def _parsed(sent: Any) -> Any:
    return json.loads(sent) if isinstance(sent, str) and sent else sent
