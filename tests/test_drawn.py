"""What every conversation is held against: Slack's schema, its limits, texts that read well."""

from typing import Any

import pytest

from bot.blocks.text import section
from tests import drawn

needs_schema = pytest.mark.skipif(drawn.schema() is None, reason="Slack's schema is not there")


def test_a_plain_message_passes() -> None:
    """Text, or text and blocks."""
    assert drawn.message("Read it: nothing to query.") == []
    assert drawn.message("Read it.", [section("*Read it.*")]) == []


@pytest.mark.parametrize(
    ("text", "blocks", "found"),
    [
        ("", [section("Read it.")], "no text"),
        ("*Read it.*", [section("Read it.")], "does not read well"),
        ("Read it: " + "w" * 400, [section("Read it.")], "does not read well"),
        ("Read it.", [section("w" * 3001)], "Slack refuses it"),
        ("Read it.", [section("w")] * 46, "over our budget"),
        ("Read it.", [section("<!channel> read it")], "act on <!channel>"),
        ("<!here>", None, "act on <!here>"),
        ("w" * 4001, None, "4001 characters"),
    ],
)
def test_what_slack_or_a_reader_would_not_take_is_found(
    text: str, blocks: Any, found: str
) -> None:
    """Each fault gets its line."""
    assert any(found in line for line in drawn.message(text, blocks))


@needs_schema
@pytest.mark.parametrize(
    ("block", "found"),
    [
        ({"type": "section", "text": {"type": "mrkdwn", "text": "a"}, "colour": 1}, "colour"),
        ({"type": "actions", "elements": [{"type": "input"}]}, "no 'input' here"),
        ({"type": "section", "text": {"type": "mrkdwn"}}, "lacks text"),
        ({"type": "context", "elements": {}}, "not of type array"),
        ({"type": "paragraph"}, "no 'paragraph' here"),
    ],
)
def test_blocks_are_held_against_slacks_own_types(block: Any, found: str) -> None:
    """The schema knows what belongs where, which our sandbox need not."""
    assert any(found in line for line in drawn.view({"type": "modal", "blocks": [block]}))


@needs_schema
def test_the_whole_schema_can_be_read() -> None:
    """Every definition is made of words that are looked at."""
    known = drawn.schema()
    assert known is not None
    for name in known._definitions:
        known.complaints({"type": "no such"}, name)
