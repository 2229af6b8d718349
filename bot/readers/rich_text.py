"""Slack's rich text: the blocks that a person's message is made of, as they see it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeGuard

from bot.readers.copy import Copy, Format, Scribe
from bot.readers.links import linked

Json = Mapping[str, Any]
_RICH = "rich_text"
_LIST, _QUOTE, _SECTION = "rich_text_list", "rich_text_quote", "rich_text_section"
_KINDS = frozenset({_SECTION, _LIST, _QUOTE, "rich_text_preformatted"})
_WORDS = {"emoji": "name", "broadcast": "range", "date": "fallback", "color": "value"}


def is_rich_text(blocks: object) -> TypeGuard[list[Json]]:
    """Tell whether blocks are what a person typed, and nothing else."""
    if not isinstance(blocks, list) or not blocks:
        return False
    return all(
        isinstance(block, Mapping)
        and block.get("type") == _RICH
        and all(each.get("type") in _KINDS for each in block.get("elements") or ())
        for block in blocks
    )


def read_rich_text(blocks: Sequence[Json], people: Mapping[str, str] | None = None) -> Copy:
    """The words of ``blocks``: “- ” before an entry of a list, links as Markdown has them.

    ``people`` gives names for the ids of people, channels and groups.

    Pieces lead back to ``block.element.child``, numbers from 0 (of a list
    ``block.element.entry.child``), and offsets into that child's text.
    """
    scribe = Scribe()
    known = people or {}
    for b, block in enumerate(blocks):
        for e, element in enumerate(block.get("elements") or ()):
            if scribe.length and not scribe.text.endswith("\n"):  # each begins on its own line
                scribe.add("\n")
            _element(scribe, element, f"{b}.{e}", known)
    return Copy(scribe.text, Format.TEXT, "", tuple(scribe.pieces))


def people_in_rich_text(blocks: Sequence[Json]) -> frozenset[str]:
    """The ids of the people whom blocks name."""
    return frozenset(
        str(child.get("user_id"))
        for block in blocks
        for element in block.get("elements") or ()
        for child in _children(element)
        if child.get("type") == "user"
    )


def _children(element: Json) -> Iterator[Json]:
    inside = element.get("elements") or ()
    if element.get("type") != _LIST:
        yield from inside
        return
    for entry in inside:
        yield from entry.get("elements") or ()


def _element(scribe: Scribe, element: Json, where: str, people: Mapping[str, str]) -> None:
    inside = element.get("elements") or ()
    if element.get("type") != _LIST:
        for c, child in enumerate(inside):
            _child(scribe, child, f"{where}.{c}", people)
        return
    for n, entry in enumerate(inside):
        scribe.add("\n- " if n else "- ")
        for c, child in enumerate(entry.get("elements") or ()):
            _child(scribe, child, f"{where}.{n}.{c}", people)


def _child(scribe: Scribe, child: Json, where: str, people: Mapping[str, str]) -> None:
    kind = str(child.get("type"))
    words = str(child.get("text") or "")
    if kind == "text":
        scribe.copy(words, where, 0)
    elif kind == "link":
        _link(scribe, str(child.get("url") or ""), words, where)
    elif kind == "user":
        user = str(child.get("user_id"))
        scribe.add("@" + people.get(user, user))
    elif kind == "channel":
        channel = str(child.get("channel_id"))
        scribe.add("#" + people.get(channel, channel))
    elif kind == "usergroup":
        group = str(child.get("usergroup_id"))
        scribe.add("@" + people.get(group, group))
    elif said := str(child.get(_WORDS.get(kind, "")) or words):
        scribe.add({"emoji": f":{said}:", "broadcast": f"@{said}"}.get(kind, said))


def _link(scribe: Scribe, url: str, label: str, where: str) -> None:
    address = linked(url, label) if label else None
    scribe.add("[" if address else "")
    scribe.copy(label or url, where, 0)
    scribe.add(f"]({address})" if address else "")
