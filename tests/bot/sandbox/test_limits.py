"""What Slack would not take is refused here, in Slack's words; what it would take is taken."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox import limits
from bot.sandbox.refusal import Refused

Block = dict[str, Any]


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}


def section(text: str = "words", **more: Any) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(**more: Any) -> Block:
    return {"type": "button", "action_id": "b", "text": plain("Open"), **more}


def actions(*elements: Block) -> Block:
    return {"type": "actions", "elements": list(elements)}


def overflow(count: int, **more: Any) -> Block:
    options = [{"text": plain(f"Option {n}"), "value": str(n), **more} for n in range(count)]
    return {"type": "overflow", "action_id": "o", "options": options}


def words(count: int) -> Block:
    return {"type": "mrkdwn", "text": "x" * count}


AT_THE_LIMIT = {
    "fifty blocks": [{"type": "divider"}] * 50,
    "a section of 3,000": [section("x" * 3000)],
    "a header of 150": [{"type": "header", "text": plain("x" * 150)}],
    "ten context elements": [{"type": "context", "elements": [words(5)] * 10}],
    "ten fields": [{"type": "section", "fields": [words(100)] * 10}],
    "25 buttons": [actions(*(button(action_id=str(n)) for n in range(25)))],
    "a button of 75": [actions(button(text=plain("x" * 75)))],
    "a value of 2,000": [actions(button(value="x" * 2000))],
    "five options": [section(accessory=overflow(5))],
    "an option value of 150": [section(accessory=overflow(1, value="x" * 150))],
    "a block id of 255": [section(block_id="x" * 255)],
}
OVER_THE_LIMIT = {
    "51 blocks": ([{"type": "divider"}] * 51, "no more than 50 items allowed", "/blocks"),
    "a section of 3,001": ([section("x" * 3001)], "less than 3001", "/blocks/0/text/text"),
    "a header of 151": (
        [{"type": "header", "text": plain("x" * 151)}], "less than 151", "/blocks/0/text/text",
    ),
    "a header in mrkdwn": (
        [{"type": "header", "text": words(5)}], "unsupported type: mrkdwn", "/blocks/0/text/type",
    ),
    "an empty section": ([section("")], "more than 0 characters", "/blocks/0/text/text"),
    "eleven context elements": (
        [{"type": "context", "elements": [words(5)] * 11}], "no more than 10",
        "/blocks/0/elements",
    ),
    "eleven fields": (
        [{"type": "section", "fields": [words(5)] * 11}], "no more than 10", "/blocks/0/fields",
    ),
    "26 buttons": (
        [actions(*(button(action_id=str(n)) for n in range(26)))], "no more than 25",
        "/blocks/0/elements",
    ),
    "a button of 76": (
        [actions(button(text=plain("x" * 76)))], "less than 76", "/blocks/0/elements/0/text/text",
    ),
    "a value of 2,001": (
        [actions(button(value="x" * 2001))], "less than 2001", "/blocks/0/elements/0/value",
    ),
    "an invented style": (
        [actions(button(style="loud"))], "invalid style", "/blocks/0/elements/0/style",
    ),
    "six options": (
        [section(accessory=overflow(6))], "no more than 5", "/blocks/0/accessory/options",
    ),
    "no option": (
        [section(accessory=overflow(0))], "no fewer than 1", "/blocks/0/accessory/options",
    ),
    "an option text of 76": (
        [section(accessory=overflow(1, text=plain("x" * 76)))], "less than 76",
        "/blocks/0/accessory/options/0/text/text",
    ),
    "an option value of 151": (
        [section(accessory=overflow(1, value="x" * 151))], "less than 151",
        "/blocks/0/accessory/options/0/value",
    ),
    "a confirmation without a title": (
        [actions(button(confirm={"text": words(5), "confirm": plain("Y"), "deny": plain("N")}))],
        "missing required field: title", "/blocks/0/elements/0/confirm",
    ),
    "an action id of 256": (
        [actions(button(action_id="x" * 256))], "less than 256", "/blocks/0/elements/0/action_id",
    ),
    "a block id of 256": ([section(block_id="x" * 256)], "less than 256", "/blocks/0/block_id"),
    "a block id twice": (
        [section(block_id="a"), section(block_id="a")], "block_id `a` already exists", "/blocks",
    ),
    "an action id twice": ([actions(button(), button())], "already exists", "/blocks/0/elements"),
    "an input among buttons": (
        [actions({"type": "plain_text_input", "action_id": "t"})], "unsupported type",
        "/blocks/0/elements/0/type",
    ),
    "an unknown block": ([{"type": "banner"}], "unsupported type: banner", "/blocks/0/type"),
    "a section without words": ([{"type": "section"}], "missing required field", "/blocks/0"),
    "an hour that is none": (
        [actions({"type": "timepicker", "initial_time": "25:00"})], "invalid initial_time",
        "/blocks/0/elements/0/initial_time",
    ),
    "a day written otherwise": (
        [section(accessory={"type": "datepicker", "initial_date": "2.5.2026"})],
        "invalid initial_date", "/blocks/0/accessory/initial_date",
    ),
    "a choice that is not offered": (
        [section(accessory=overflow(1) | {
            "type": "checkboxes", "initial_options": [{"text": plain("Old"), "value": "old"}],
        })],
        "invalid initial option", "/blocks/0/accessory/options",
    ),
    "none of many": (
        [actions({"type": "multi_users_select", "max_selected_items": 0})], "between 1 and 100",
        "/blocks/0/elements/0/max_selected_items",
    ),
    "words that are no object": (
        [{"type": "section", "text": "plain"}], "missing required field: text", "/blocks/0",
    ),
}  # fmt: skip


@pytest.mark.parametrize("blocks", AT_THE_LIMIT.values(), ids=AT_THE_LIMIT)
def test_up_to_the_limit_everything_is_taken(blocks: list[Block]) -> None:
    """A message at the limit is taken, and every block in it gets an id."""
    kept = limits.check_message("text", blocks)
    assert kept
    assert all(block["block_id"] for block in kept)


@pytest.mark.parametrize(("blocks", "line", "place"), OVER_THE_LIMIT.values(), ids=OVER_THE_LIMIT)
def test_beyond_the_limit_slack_says_what_is_wrong_and_where(
    blocks: list[Block], line: str, place: str
) -> None:
    """A message beyond the limit is refused as invalid_blocks, with the place."""
    with pytest.raises(Refused) as refused:
        limits.check_message("text", blocks)
    assert refused.value.code == "invalid_blocks"
    assert any(
        line in m and m.endswith(f"[json-pointer:{place}]") for m in refused.value.messages
    ), refused.value.messages


@given(st.lists(st.integers(0, 2999), min_size=1, max_size=12))
@settings(max_examples=60)
def test_the_whole_message_has_a_budget(lengths: list[int]) -> None:
    """However the words are spread over sections, about 13,000 characters is the end."""
    blocks = [section("x" * (n + 1)) for n in lengths]
    total = sum(lengths) + len(lengths) + len("text")
    if total > limits.WHOLE_TEXT:
        with pytest.raises(Refused, match="msg_blocks_too_long"):
            limits.check_message("text", blocks)
    else:
        kept = limits.check_message("text", blocks) or []
        assert [b["text"] for b in kept] == [b["text"] for b in blocks]


def test_much_wrapping_counts_too() -> None:
    """Short words in very many menus are refused for their JSON alone."""
    blocks = [section(accessory=overflow(5, value="v" * 100)) for _ in range(45)]
    with pytest.raises(Refused, match="msg_blocks_too_long"):
        limits.check_message("text", blocks)


def test_a_message_says_something() -> None:
    """Neither text nor blocks is no message."""
    with pytest.raises(Refused, match="no_text"):
        limits.check_message("  ", [])
    with pytest.raises(Refused, match="invalid_blocks_format"):
        limits.check_message("text", "[{]")


def test_an_update_has_room_for_a_tenth_of_the_text() -> None:
    """chat.update refuses more than 4,000 characters of text."""
    assert limits.check_update("x" * 4000, None) is None
    with pytest.raises(Refused, match="msg_too_long"):
        limits.check_update("x" * 4001, None)


def modal(**more: Any) -> Block:
    return {"type": "modal", "title": plain("Stet"), "blocks": [{"type": "divider"}], **more}


ASK = {
    "type": "input",
    "label": plain("Why?"),
    "element": {"type": "plain_text_input", "action_id": "t", "max_length": 3000},
}


@pytest.mark.parametrize(
    ("view", "place"),
    [
        (modal(title=plain("x" * 25)), "/view/title/text"),
        (modal(title=None), "/view"),
        (modal(close=plain("x" * 25)), "/view/close/text"),
        (modal(private_metadata="x" * 3001), "/view/private_metadata"),
        (modal(callback_id="x" * 256), "/view/callback_id"),
        (modal(blocks=[{"type": "divider"}] * 101), "/view/blocks"),
        (modal(blocks=[ASK]), "/view"),
        (modal(blocks=[{"type": "markdown", "text": "x"}]), "/view/blocks/0/type"),
        (modal(blocks=None), "/view"),
        ({"type": "dialog"}, "/view"),
    ],
)
def test_a_view_has_limits_of_its_own(view: Block, place: str) -> None:
    """A view Slack would not open is refused as invalid_arguments, with the place."""
    with pytest.raises(Refused) as refused:
        limits.check_view(view)
    assert refused.value.code == "invalid_arguments"
    assert any(m.endswith(f"[json-pointer:{place}]") for m in refused.value.messages)


def test_a_view_at_its_limits_is_taken() -> None:
    """A title of 24, metadata of 3,000 and a hundred blocks are fine."""
    blocks = [ASK, *[{"type": "divider"} for _ in range(99)]]
    title, metadata = plain("x" * 24), "x" * 3000
    view = modal(title=title, private_metadata=metadata, submit=plain("OK"), blocks=blocks)
    kept = limits.check_view(view)
    assert kept["private_metadata"] == metadata
    assert len({block["block_id"] for block in kept["blocks"]}) == 100


def test_what_has_no_id_gets_one_of_its_own() -> None:
    """Of however many blocks, no two get the same, or Slack would refuse the view."""
    made = [limits.check_view(modal(blocks=[{"type": "divider"}] * 100)) for _ in range(200)]
    assert len({block["block_id"] for view in made for block in view["blocks"]}) == 20_000


def test_metadata_is_a_name_and_a_payload() -> None:
    """Metadata of another form, or too much of it, is refused."""
    assert limits.check_metadata({"event_type": "a", "event_payload": {"key": "b"}})
    wrong: Any
    for wrong in ("text", {"event_type": "a"}, {"event_payload": {}}):
        with pytest.raises(Refused, match="invalid_metadata_format"):
            limits.check_metadata(wrong)
    with pytest.raises(Refused, match="metadata_too_large"):
        limits.check_metadata({"event_type": "a", "event_payload": {"key": "x" * 9000}})
