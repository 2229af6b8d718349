"""The window to hand a draft in: a file, a link or a text, and where the checklist goes."""

from bot.blocks.text import Block, field, file_field, plain

CHECK = "check"  # callback id of the window
NEW = "review_new"  # callback id of the shortcut that opens it, as the manifest has it
FILE, LINK, TEXT, CHANNEL = "check_file", "check_link", "check_text", "check_channel"

LONGEST_TEXT = 3_000  # what Slack takes in a field
_LONGEST_LINK = 2_000

NOTHING = "Give one of the three: a file, a link, or the text."
ONE_ONLY = "One of the three is enough: empty this field, or the others."
NO_LINK = "That is no address of a page: it begins with https://."
NOT_THERE = "I am not in that channel: type /invite @copychief there, or choose another."


def check_modal(channel: str = "") -> Block:
    """The window; without a ``channel`` it asks for one. One of the three fields is filled."""
    blocks = [] if channel else [_where()]
    return {
        "type": "modal",
        "callback_id": CHECK,
        "private_metadata": channel,
        "title": plain("New review"),
        "submit": plain("Read it"),
        "close": plain("Cancel"),
        "blocks": [*blocks, file_field(FILE, "A file"), _link(), _text()],
    }


def _where() -> Block:
    select = {
        "type": "conversations_select",
        "default_to_current_conversation": True,
        "filter": {
            "include": ["public", "private", "im"],
            "exclude_external_shared_channels": True,
        },
    }
    hint = "I have to be in it. The draft itself is not posted."
    return field(CHANNEL, "Where the checklist goes", select, hint=hint)


def _link() -> Block:
    element = {
        "type": "plain_text_input",
        "max_length": _LONGEST_LINK,
        "placeholder": plain("https://"),
    }
    hint = "A page, a file or a shared Google document that opens without logging in."
    return field(LINK, "Or a link", element, optional=True, hint=hint)


def _text() -> Block:
    element = {
        "type": "plain_text_input",
        "multiline": True,
        "max_length": LONGEST_TEXT,
    }
    hint = (
        f"Slack takes {LONGEST_TEXT:,} characters here, about 500 words: hand in what is longer "
        "as a file, or post it."
    )
    return field(TEXT, "Or the text", element, optional=True, hint=hint)
