"""The window for the next version of a draft: how it comes, and room for a short one."""

from bot.blocks.card import named
from bot.blocks.escape import tight
from bot.blocks.text import Block, field, file_field, plain, section
from bot.model import Checklist

NEXT = "next-version"  # callback id of the window
FILE, TEXT = "next-file", "next-text"  # block and action ids of its fields

NOTHING = "Give a file or paste the new text, or close the window and do one of the above."
ONE_ONLY = "One of the two is enough: empty this field, or the other."
LONGEST = 3_000  # characters that Slack takes in a field

_EDIT = (
    "*Edit the message* with the newest text, if it was typed and is no file: I read it again "
    "when you save it."
)
_FILE = (
    "*Post the new file* in this thread. I read one of {writer}’s at once; anybody else names "
    "@copychief on it."
)
_REPLY = "*Reply* in this thread with `@copychief` and the new text, 80 words or more."
_LINK = (
    "*Reply* `@copychief version` in this thread, and I read the page behind the link again, "
    "unless a later version was posted here."
)
_NAME = 40
_KEPT = (
    "What you let stand, sourced or called wrong stays so while its words are the same; what is "
    "gone counts as fixed, and what is new is marked."
)


def version_modal(checklist: Checklist) -> Block:
    """The window, with the ways that there are for this draft."""
    draft = checklist.draft
    head = f"*{named(draft, checklist.title)}* · version {checklist.version}"
    # What was pasted stands in no message that could be edited.
    typed = draft.own_message or checklist.version > 1
    ways = [_LINK] if draft.link else [_EDIT] if typed else []
    ways += [_FILE.format(writer=tight(draft.writer.name, _NAME)), _REPLY]
    pasted = {"type": "plain_text_input", "multiline": True, "max_length": LONGEST}
    hint = f"Slack takes {LONGEST:,} characters here, about 500 words."
    given = file_field(FILE, "Or give me a file that nobody else sees")
    paste = field(TEXT, "Or paste the new text", pasted, optional=True, hint=hint)
    return {
        "type": "modal",
        "callback_id": NEXT,
        "private_metadata": f"{draft.id}",
        "submit": plain("Read it"),
        "title": plain("A new version"),
        "close": plain("Close"),
        "blocks": [section(head), *(section(way) for way in ways), section(_KEPT), given, paste],
    }
