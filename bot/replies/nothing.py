"""The line for a reply that means all flags of a kind where there are none."""

from collections.abc import Sequence

from bot.model import Entry
from bot.replies.decision import Understood, Verb
from bot.replies.every import is_level
from bot.wording import spelled


def nothing_line(reply: Understood, entries: Sequence[Entry]) -> str:
    """Say that none of them is open, or none settled to be reopened, and which others are."""
    every = reply.every
    name = every.name if every else ""
    flag = name.removesuffix("s") if is_level(name) else "flag"
    kind = "query" if flag == "querie" else flag
    other = "other " if every and every.but else ""
    of = f" of “{name}”" if name and not is_level(name) else ""
    again = reply.verb is Verb.REOPEN
    left = [entry.number for entry in entries if entry.open is not again]
    stands = "answered or settled" if again else "open"
    rest = f" {stands.capitalize()}: {spelled(left)}." if left else ""
    return f"I read “{reply.said}”, but no {other}{kind}{of} is {stands} on this draft.{rest}"
