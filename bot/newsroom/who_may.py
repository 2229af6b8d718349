"""What a person is told who may not do something: always, by name, who may."""

from collections.abc import Collection, Iterable

from bot.desk import Roster
from bot.model import Entry, Resolution, Run
from bot.standing import enders, guards, overseers, settlers
from bot.wording import listed
from rules.model import Level

_MOST = 5  # names; of more, the first four
_AGAIN = "somebody else has to say so, too, and then you once more"
_NONE = "and this desk has none: “/desk settings” says who is what"


def to_settle(
    entry: Entry, decision: Resolution, roster: Roster, own: Collection[str], *, only: bool
) -> str:
    """Somebody else has to settle a flag; ``only``: it is the only one that was named."""
    by, flag = decision.by.id, entry.flag
    it = "it" if only else f"flag {entry.number}"
    can = settlers(roster, own, flag)
    rest = can - {by}
    group = guards(roster, flag)
    if can == {by}:
        done = f"You answered hold {entry.number} already ({decision.outcome})"
        return f"{done}, and it needs a second person: {_AGAIN}."
    if group is not None:
        whose = "the legal group" if roster.legal is not None else "standards"
        needs = f"A {flag.rule.partition('.')[0]} hold needs {whose}"
    elif by in own:
        needs = f"A {_what(entry, decision)} on your own copy needs another editor"
    elif by in can or roster.anybody:
        done = f"You answered hold {entry.number} already ({decision.outcome})"
        needs = f"{done}, and it needs a second person"
    else:
        needs = f"A {_what(entry, decision)} needs an editor"
    return _line(needs, roster, rest, f"can settle {it}")


def waits_for(entry: Entry, roster: Roster, own: Collection[str], by: str) -> str:
    """Who has to settle a flag that ``by`` has answered: “a second editor, Imran or Leila”."""
    whose = "a second editor"
    if guards(roster, entry.flag) is not None:
        whose = "the legal group" if roster.legal is not None else "standards"
    can = settlers(roster, own, entry.flag)
    if can == {by}:
        return f"a second person: {_AGAIN}"
    if rest := can - {by}:
        return f"{whose}: {_or(roster, rest)}"
    return f"{whose}, not the writer" if roster.anybody else f"{whose}, {_NONE}"


def to_clear(roster: Roster, own: Collection[str], by: str) -> str:
    """Somebody else has to clear the story."""
    needs = "Clearing needs an editor"
    if by in own:
        needs = "Clearing your own copy needs another editor"
    return _line(needs, roster, enders(roster, own) - {by}, "can clear it")


def to_spike(roster: Roster, own: Collection[str]) -> str:
    """Neither an editor nor the writer wants it spiked."""
    needs = "Spiking is for the writer or an editor"
    return _line(needs, roster, enders(roster, own), "can do it")


def to_run(roster: Roster, own: Collection[str], by: str) -> str:
    """Somebody else has to ask for a story to run with its holds."""
    needs = (
        "Running your own copy with its holds needs two other editors"
        if by in own
        else "Running a story with its holds takes two editors"
    )
    return _line(needs, roster, enders(roster, own) - {by}, "can ask for it")


def to_second(roster: Roster, own: Collection[str], by: str) -> str:
    """The second name is not that of another editor."""
    needs = "The second name has to be another editor's, not the writer's"
    return _line(needs, roster, enders(roster, own) - {by}, "can stand by it")


def to_guard(roster: Roster, group: Collection[str], numbers: str) -> str:
    """Neither of the two may speak for the legal or harm holds that are open."""
    whose = "the legal group" if roster.legal is not None else "standards"
    needs = f"With hold {numbers} open, one of the two names has to be of {whose}"
    return _line(needs, roster, group, "can be the second")


def to_agree(run: Run) -> str:
    """A wish to run waits for somebody else."""
    return (
        f"{run.by.name} named {run.second.name} as the second: only {run.second.name} can agree."
    )


def to_set(roster: Roster, what: str, can: str) -> str:
    """The settings, the house words, the records belong to somebody else.

    ``what`` and ``can``: “Settings belong”, “change them”.
    """
    standards = bool(roster.standards)
    people = overseers(roster)
    whose = "standards" if standards else "the editors" if people else "members of this channel"
    who = roster.members if people is None else people
    return _line(f"{what} to {whose}", roster, who, f"can {can}")


def names(roster: Roster, people: Iterable[str]) -> list[str]:
    """People by name, in the order of the alphabet."""
    return sorted((roster.names.get(each, each) for each in people), key=str.casefold)


def _line(needs: str, roster: Roster, who: Collection[str], can: str) -> str:
    if who:
        return f"{needs}: {_or(roster, who)} {can}."
    if roster.anybody:
        return f"{needs}: anybody else in this channel {can}."
    return f"{needs}, {_NONE}."


def _or(roster: Roster, people: Iterable[str]) -> str:
    said = names(roster, people)
    if len(said) > _MOST:
        said = [*said[: _MOST - 1], f"{len(said) - _MOST + 1} others"]
    return listed(said, "or")


def _what(entry: Entry, decision: Resolution) -> str:
    return "hold" if entry.flag.level is Level.HOLD else decision.outcome.value
