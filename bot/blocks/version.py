"""The window that tells how the next version of a draft is handed in."""

from bot.blocks.card import named
from bot.blocks.text import Block, plain, section
from bot.model import Checklist

_EDIT = "*Edit the message* that this thread hangs on: I read it again when you save it."
_FILE = "*Post the new file* in this thread, or a reply of 80 words or more with the new text."
_LINK = "*Reply* `@copychief version` in this thread, and I read the page behind the link again."
_KEPT = (
    "What you let stand, sourced or called wrong stays so while its words are the same; what is "
    "gone counts as fixed, and what is new is marked."
)


def version_modal(checklist: Checklist) -> Block:
    """The window, with the ways that there are for this draft."""
    draft = checklist.draft
    head = f"*{named(draft, checklist.title)}* · version {checklist.version}"
    ways = [_EDIT] if draft.own_message and not draft.link else []
    ways += [_LINK] if draft.link else []
    ways.append(_FILE)
    return {
        "type": "modal",
        "title": plain("A new version"),
        "close": plain("Close"),
        "blocks": [section(head), *(section(way) for way in ways), section(_KEPT)],
    }
