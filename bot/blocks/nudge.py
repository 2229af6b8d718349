"""What one person is told alone: that they are asked about flags, and the one reminder."""

from collections.abc import Sequence

from bot.blocks.card import named
from bot.blocks.escape import tight
from bot.blocks.when import clock
from bot.model import Checklist, Entry, Person, Turn
from bot.wording import spelled

_TITLE, _NAME, _MOST = 90, 40, 5


def asked_text(
    checklist: Checklist, entries: Sequence[Entry], by: Person, address: str | None
) -> str:
    """Somebody is asked to answer flags: by whom, which, until when, and how to answer."""
    draft = linked(named(checklist.draft, checklist.title), address)
    numbers = [entry.number for entry in entries]
    due = next((e.assigned.due for e in entries if e.assigned and e.assigned.due), None)
    until = f" by {clock(due)}" if due else ""
    lines = [f"{tight(by.name, _NAME)} asks you about {flags(numbers)} of *{draft}*{until}."]
    lines += [f"• *{e.number} · {tight(e.flag.title, _TITLE)}*" for e in entries[:_MOST]]
    lines.append(f"Answer in its thread: “fixed {numbers[0]}”, “source {numbers[0]} …”.")
    return "\n".join(lines)


def nudge_text(turn: Turn, title: str | None, address: str | None) -> str:
    """The one reminder before a deadline."""
    draft = linked(named(turn.draft, title), address)
    if turn.numbers:
        wait = "waits" if len(turn.numbers) == 1 else "wait"
        said = flags(turn.numbers).capitalize()
        return f"{said} of *{draft}* {wait} for you: wanted by {clock(turn.due)}."
    return f"You have *{draft}*: it is wanted off stone by {clock(turn.due)}."


def flags(numbers: Sequence[int]) -> str:
    """“flag 4”, “flags 4 and 6 to 8”."""
    return f"{'flag' if len(numbers) == 1 else 'flags'} {spelled(numbers)}"


def linked(name: str, address: str | None) -> str:
    """A draft's name, to be clicked where we know its thread's address."""
    return f"<{address}|{name}>" if address else name
