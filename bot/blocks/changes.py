"""What a new version changed, in one line; and the word to whoever had cleared the one before."""

from collections.abc import Iterator, Sequence

from bot.blocks.card import named
from bot.model import Changes, Draft, State
from bot.wording import counted, runs

_MOST_RUNS = 20
_UNREAD = (
    "Nothing is read in that channel now, so the change is not on its checklist: look at it "
    "yourself, or have it read with “@copychief version” once I may read there again."
)
_ENDED = {
    State.CLEARED: "cleared it",
    State.RUN_WITH_HOLDS: "let it run with its holds",
    State.SPIKED: "spiked it",
}


def changes_text(changes: Changes) -> str:
    """The line in the thread: “Version 2: 9 fixed, 2 new (14, 15). …”"""
    said = list(_said(changes)) or ["nothing on its checklist has changed"]
    lines = [f"Version {changes.version}: {', '.join(said)}."]
    if changes.again:
        lines.append("Somebody else speaks there now, or it is asked in one more place.")
    if changes.stands:
        what = "Everything else" if changes.again else "Everything"
        lines.append(f"{what} you let stand still stands.")
    if not changes.left:
        lines.append("Nothing is open.")
    return " ".join(lines)


def uncleared_text(
    draft: Draft,
    title: str | None,
    was: State,
    changes: Changes | None,
    address: str | None,
    *,
    unread: bool = False,
) -> str:
    """What the person is told who had cleared another version, with the thread's address.

    ``unread``: the new text was not taken in.
    """
    name = f"*{named(draft, title)}*"
    where = f" <{address}|Its checklist> is open again." if address else ""
    head = f"{name} has changed since you {_ENDED.get(was, 'closed it')}, so that is undone."
    more = [_UNREAD] if unread else [changes_text(changes)] if changes else []
    return "\n".join([head + where, *more])


def _said(changes: Changes) -> Iterator[str]:
    if changes.fixed:
        yield f"{len(changes.fixed)} fixed"
    if changes.new:
        yield f"{len(changes.new)} new {_numbers(changes.new)}"
    if changes.back:
        yield f"{len(changes.back)} back {_numbers(changes.back)}"
    if changes.still:
        were = counted(len(changes.still), "still open that was", "still open that were")
        yield f"{were} called fixed {_numbers(changes.still)}"
    if changes.again:
        yield f"{len(changes.again)} open again {_numbers(changes.again)}"


def _numbers(numbers: Sequence[int]) -> str:
    said = runs(numbers)
    more = len(said) - _MOST_RUNS
    return f"({', '.join(said[:_MOST_RUNS])}{f' and {more} more' if more > 0 else ''})"
