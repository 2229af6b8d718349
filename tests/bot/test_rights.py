"""Whose word is worth what: every role, on every kind of flag."""

import pytest

from bot.desk import Right, Roster
from bot.standing import may_end, may_set, may_spike, rights
from rules.model import Flag, Level

ANSWERS, SETTLES, ALONE = Right.ANSWERS, Right.SETTLES, Right.ALONE

# The desk of the table: Sana and Ed have written the copy, and Ed is an editor too.
OWN = {"sana", "ed"}
MEMBERS = frozenset({"sana", "ed", "imran", "leila", "priya", "stan", "rex"})
EDITORS = frozenset({"ed", "imran", "leila"})
LEGAL = frozenset({"priya"})
STANDARDS = frozenset({"stan"})

UNSET = Roster(members=MEMBERS)
ONLY_EDITORS = Roster(members=MEMBERS, editors=EDITORS)
NO_LEGAL = Roster(members=MEMBERS, editors=EDITORS, standards=STANDARDS)
ALL_SET = Roster(members=MEMBERS, editors=EDITORS, legal=LEGAL, standards=STANDARDS)
NOBODY_LEFT = Roster(members=MEMBERS, editors=EDITORS, legal=frozenset())
ONE_PERSON = Roster(members=frozenset({"sana"}))
ONE_EDITOR = Roster(members=frozenset({"sana", "ed"}), editors=frozenset({"ed"}))


def flag(rule: str, level: Level) -> Flag:
    """A flag of that rule and level."""
    return Flag(
        mark="m", rule=rule, level=level, start=0, end=1, line=1, column=1, quote="x",
        title="Whose?", why="Somebody asks.", fix="Say it.",
    )  # fmt: skip


NOTE = flag("copy.repeat", Level.NOTE)
QUERY = flag("language.verb", Level.QUERY)
HOLD = flag("sourcing.accusation", Level.HOLD)
LEGAL_QUERY = flag("legal.date", Level.QUERY)
LEGAL_HOLD = flag("legal.name", Level.HOLD)
HARM_HOLD = flag("harm.method", Level.HOLD)

# Who, on which desk: what it is worth on a query or note, a hold, a legal query, a legal or
# harm hold. "rex" is a member without a role, "out" is on the team and not in the channel.
TABLE = [
    ("sana", UNSET, ANSWERS, ANSWERS, ANSWERS, ANSWERS),
    ("rex", UNSET, SETTLES, SETTLES, SETTLES, SETTLES),
    ("out", UNSET, ANSWERS, ANSWERS, ANSWERS, ANSWERS),
    ("imran", ONLY_EDITORS, SETTLES, SETTLES, SETTLES, SETTLES),
    ("ed", ONLY_EDITORS, ANSWERS, ANSWERS, ANSWERS, ANSWERS),
    ("rex", ONLY_EDITORS, ANSWERS, ANSWERS, ANSWERS, ANSWERS),
    ("imran", NO_LEGAL, SETTLES, SETTLES, SETTLES, ANSWERS),
    ("stan", NO_LEGAL, SETTLES, SETTLES, SETTLES, SETTLES),
    ("imran", ALL_SET, SETTLES, SETTLES, SETTLES, ANSWERS),
    ("leila", ALL_SET, SETTLES, SETTLES, SETTLES, ANSWERS),
    ("stan", ALL_SET, SETTLES, SETTLES, SETTLES, ANSWERS),
    ("priya", ALL_SET, ANSWERS, ANSWERS, SETTLES, SETTLES),
    ("sana", ALL_SET, ANSWERS, ANSWERS, ANSWERS, ANSWERS),
    ("out", ALL_SET, ANSWERS, ANSWERS, ANSWERS, ANSWERS),
    ("imran", NOBODY_LEFT, SETTLES, SETTLES, SETTLES, ANSWERS),
    ("sana", ONE_PERSON, ALONE, ALONE, ALONE, ALONE),
    ("out", ONE_PERSON, ANSWERS, ANSWERS, ANSWERS, ANSWERS),
    ("ed", ONE_EDITOR, ANSWERS, ANSWERS, ANSWERS, ANSWERS),
]


@pytest.mark.parametrize(("person", "desk", "asked", "hold", "legal_asked", "legal_hold"), TABLE)
def test_what_a_word_is_worth(
    person: str, desk: Roster, asked: Right, hold: Right, legal_asked: Right, legal_hold: Right
) -> None:
    """Anybody answers; editors settle, not their own copy; guarded holds are their group's."""
    worth = [rights(desk, OWN, each, person) for each in (NOTE, QUERY, HOLD, LEGAL_QUERY)]
    assert worth == [asked, asked, hold, legal_asked]
    guarded = {rights(desk, OWN, each, person) for each in (LEGAL_HOLD, HARM_HOLD)}
    assert guarded == {legal_hold}


# Who, on which desk: may clear or run it, may spike it, may change the settings.
ENDINGS = [
    ("sana", UNSET, False, True, True),
    ("rex", UNSET, True, True, True),
    ("out", UNSET, False, False, False),
    ("imran", ONLY_EDITORS, True, True, True),
    ("ed", ONLY_EDITORS, False, True, True),
    ("rex", ONLY_EDITORS, False, False, False),
    ("imran", ALL_SET, True, True, False),
    ("stan", ALL_SET, True, True, True),
    ("priya", ALL_SET, False, False, False),
    ("sana", ALL_SET, False, True, False),
    ("sana", ONE_PERSON, True, True, True),
    ("ed", ONE_EDITOR, False, True, True),
]


@pytest.mark.parametrize(("person", "desk", "ends", "spikes", "sets"), ENDINGS)
def test_who_may_end_it_and_who_may_set(
    person: str, desk: Roster, ends: bool, spikes: bool, sets: bool
) -> None:
    """Editors end a draft that is not theirs, its writers may spike it, standards set the desk."""
    told = (may_end(desk, OWN, person), may_spike(desk, OWN, person), may_set(desk, person))
    assert told == (ends, spikes, sets)


def test_a_role_with_nobody_left_locks_nobody_out() -> None:
    """Settings go back to the editors, or the members, when nobody has the role any more."""
    empty = frozenset[str]()
    assert may_set(Roster(members=MEMBERS, editors=EDITORS, standards=empty), "imran")
    assert may_set(Roster(members=MEMBERS, editors=empty, standards=empty), "rex")
