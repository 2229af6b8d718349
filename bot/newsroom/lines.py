"""The one line that a person gets when something cannot be done: what, why, and what to do."""

from collections.abc import Collection, Sequence

from bot.model import Checklist, Draft, Entry, Outcome, State
from bot.wording import spelled

EMPTY = "There is not a word in this draft: post it with its text, and nothing else is needed."
ANSWER_CHANGED = "The answer changed meanwhile: look again."
STILL_READING = "This draft is still being read: try again when its checklist is there."
SPIKE_WHY = "Say why it is spiked: “/desk spike”, the draft and the reason."
RUN_WHY = "Say why it runs although it is held: the record keeps the reason with both names."
NO_RUN = "Nobody asks to run this draft with its holds any more: “/desk run” asks again."
SETTINGS_CHANGED = (
    "Somebody changed these settings while you had them open, so yours are not saved."
    " Here they are as they stand now: change what you want changed and save."
)
NOTHING_HOLDS = "Nothing holds this draft any more: clear it."

_FORMS = {
    Outcome.STET: ("Say why it may stand", "stet", "the reason", "it is the firm's legal name"),
    Outcome.WRONG: ("Say where the rule errs", "wrong", "the reason", "it is a song title"),
    Outcome.SOURCED: ("Name the source", "source", "who says it", "harbour office, 3 June"),
}


def too_long(length: int, longest: int) -> str:
    """The draft is longer than one reading takes."""
    return (
        f"This draft has {length:,} characters and one reading takes {longest:,}:"
        " split it into parts and hand in each."
    )


def unknown_flag(missing: Sequence[int], checklist: Checklist, ever: Collection[int]) -> str:
    """Numbers that no flag has, or has any more."""
    present = sorted(entry.number for entry in checklist.entries)
    if not present and checklist.draft.state in (State.IN, State.READING):
        return STILL_READING
    has = f"it has {spelled(present)}" if present else "it has none"
    if not missing:
        return f"Name the flags of this draft by their numbers: {has}."
    gone = [number for number in missing if number in ever]
    if gone:
        is_are = "Flag {} is" if len(gone) == 1 else "Flags {} are"
        return (
            f"{is_are.format(spelled(gone))} not in version {checklist.version} any more: {has}."
        )
    there_is = "There is no flag" if len(missing) == 1 else "There are no flags"
    line = f"{there_is} {spelled(missing)} on this draft: {has}."
    left = [entry.number for entry in checklist.unsettled()]
    if not left:
        return line
    return f"{line} Did you mean {min(left, key=lambda number: abs(number - missing[0]))}?"


def reason_needed(outcome: Outcome, numbers: Sequence[int]) -> str:
    """Stet, wrong or sourced without the words that they need."""
    ask, verb, what, example = _FORMS[outcome]
    typed = f"{verb} {' '.join(map(str, numbers))}"
    return f"{ask}: reply “{typed}” and {what}, for example “{typed} {example}”."


def already_settled(entry: Entry) -> str:
    """Somebody was first: who, how and when."""
    last = entry.resolutions[-1]
    when = f"{last.at.day} {last.at:%B %Y at %H:%M} UTC"
    why = f" (“{_short(last.reason, 80)}”)" if last.reason else ""
    return (
        f"Flag {entry.number} is settled: {last.outcome} by {last.by.name}, {when}{why}."
        f" To decide again, reply “reopen {entry.number}” first."
    )


def holds_open(holds: Sequence[Entry], draft: Draft) -> str:
    """What holds the draft, what to do about each, and how it runs all the same."""
    parts = []
    unanswered = [entry.number for entry in holds if entry.open]
    answered = [entry.number for entry in holds if not entry.open]
    if unanswered:
        n = unanswered[0]
        parts.append(
            f"{_holds(unanswered, 'is', 'are')} open (reply “fixed {n}”, “source {n} …”"
            f" or “stet {n} …”)"
        )
    if answered:
        parts.append(f"{_holds(answered, 'waits', 'wait')} for a second person, not the writer")
    way = f"To run it with them, in two names: “/desk run {draft.slug}”."
    return f"Not cleared: {', and '.join(parts)}. {way}"


def never_read(checklist: Checklist) -> str:
    """The reading of the newest version broke; what is listed is of the one before."""
    newest, before = checklist.draft.version, checklist.version
    return (
        f"Version {newest} of this draft could not be read, and the flags here are those of"
        f" version {before}: hand it in again, and go on once it is read."
    )


def closed_already(checklist: Checklist) -> str:
    """Somebody ended it before."""
    draft = checklist.draft
    by = draft.closed_by.name if draft.closed_by else "somebody"
    was = {State.CLEARED: "cleared", State.SPIKED: "spiked"}.get(draft.state, "run with its holds")
    return f"This draft was {was} by {by}: {way_back(checklist)}."


def way_back(checklist: Checklist) -> str:
    """What brings a draft back that was ended."""
    if checklist.entries:
        return "“reopen” and the number of a flag opens it again"
    if checklist.draft.state is State.SPIKED:
        return f"“/desk clear {checklist.draft.slug}” clears it, for it has no flag to reopen"
    return "a new version opens it again, for it has no flag to reopen"


def _holds(numbers: Sequence[int], one: str, many: str) -> str:
    if len(numbers) == 1:
        return f"hold {numbers[0]} {one}"
    return f"holds {spelled(numbers)} {many}"


def _short(words: str, most: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
