"""Rich text: what a person typed, block by block."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.readers.rich_text import is_rich_text, people_in_rich_text, read_rich_text

Json = dict[str, Any]


def rich(*elements: Json) -> list[Json]:
    return [{"type": "rich_text", "block_id": "b", "elements": list(elements)}]


def section(*children: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(children)}


def said(text: str, **style: bool) -> Json:
    return {"type": "text", "text": text} | ({"style": style} if style else {})


def listed(*entries: Json, style: str = "bullet") -> Json:
    return {"type": "rich_text_list", "style": style, "elements": list(entries)}


LINK = {"type": "link", "url": "https://ferry.example/log", "text": "the log"}
BLOCKS = rich(
    section(said("Ferry *late*\n\nThe ferry was "), said("very", bold=True), said(" late, ")),
    listed(
        section(said("no crew")), section({"type": "user", "user_id": "U12"}, said(" said so"))
    ),
    {"type": "rich_text_quote", "elements": [said("We are sorry."), LINK]},
    section({"type": "link", "url": "https://ferry.example"}, {"type": "emoji", "name": "boat"}),
    {"type": "rich_text_preformatted", "elements": [said("9:15")]},
    section({"type": "broadcast", "range": "here"}, {"type": "channel", "channel_id": "C1"}),
)
TEXT = (
    "Ferry *late*\n\nThe ferry was very late, \n- no crew\n- @Inês said so\n"
    "We are sorry.[the log](https://ferry.example/log)\n"
    "https://ferry.example:boat:\n9:15\n@here#desk"
)


def test_it_reads_as_it_is_seen() -> None:
    """Lists have their marks and links their address; stars that were typed are stars."""
    assert is_rich_text(BLOCKS)
    assert read_rich_text(BLOCKS, {"U12": "Inês", "C1": "desk"}).text == TEXT
    assert people_in_rich_text(BLOCKS) == {"U12"}


def test_blocks_of_apps_are_none() -> None:
    """What an app made is read as the text that it has for who cannot see blocks."""
    assert not is_rich_text([*BLOCKS, {"type": "section"}])
    assert not is_rich_text(rich({"type": "rich_text_video"}))
    assert not is_rich_text([])
    assert not is_rich_text(None)


TEXTS = st.text(max_size=12).map(said)
CHILDREN = st.lists(TEXTS | st.just(LINK), max_size=4)
ELEMENTS = st.lists(
    CHILDREN.map(lambda children: section(*children))
    | st.lists(CHILDREN.map(lambda children: section(*children)), max_size=3).map(
        lambda entries: listed(*entries)
    ),
    max_size=4,
)


def child_at(blocks: list[Json], where: str) -> Json:
    """The child that a piece names."""
    first, element, *rest = map(int, where.split("."))
    at: Json = blocks[first]["elements"][element]
    for n in rest:
        at = at["elements"][n]
    return at


@given(ELEMENTS)
def test_every_word_leads_back_to_its_child(elements: list[Json]) -> None:
    """In order, none left out, and to the letter."""
    blocks = rich(*elements)
    copy = read_rich_text(blocks)
    found = ""
    for start, end, where, at, to, _ in copy.pieces:
        found += copy.text[start:end]
        assert copy.text[start:end] == child_at(blocks, where)["text"][at:to]
    children = [
        child
        for element in elements
        for each in (element["elements"] if element["type"] == "rich_text_list" else [element])
        for child in each["elements"]
    ]
    assert found == "".join(child["text"] for child in children)
