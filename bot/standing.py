"""Where a flag stands after what people decided, and whose word is worth what. Pure."""

from collections.abc import Collection, Sequence

from bot.desk import Right, Roster
from bot.model import Outcome, Resolution, Standing
from rules.model import Flag, Level

_BY_ANYBODY = (Outcome.FIXED, Outcome.SOURCED)
_GUARDED = ("legal", "harm")  # packs whose holds are not for every editor


def rights(roster: Roster, own: Collection[str], flag: Flag, person: str) -> Right:
    """What the word of somebody on the team is worth on a flag; ``own``: whose copy it is."""
    if alone(roster, person):
        return Right.ALONE
    if person not in own and _settles(roster, flag, person):
        return Right.SETTLES
    return Right.ANSWERS


def may_end(roster: Roster, own: Collection[str], person: str) -> bool:
    """Tell whether somebody may clear a draft or run it: an editor, not on their own copy."""
    return alone(roster, person) or (person not in own and is_editor(roster, person))


def may_spike(roster: Roster, own: Collection[str], person: str) -> bool:
    """Tell whether somebody may spike a draft: an editor, or whose copy it is."""
    return person in own or is_editor(roster, person)


def may_set(roster: Roster, person: str) -> bool:
    """Tell whether the desk's settings, its house words and its records are theirs."""
    people = overseers(roster)
    return _member(roster, person) if people is None else person in people


def guards(roster: Roster, flag: Flag) -> frozenset[str] | None:
    """The group without which a legal or harm hold is not settled; None if any editor will do."""
    if flag.level is not Level.HOLD or not is_guarded(flag):
        return None
    return roster.standards if roster.legal is None else roster.legal


def is_guarded(flag: Flag) -> bool:
    """Tell whether it is asked for the law's sake, or for somebody who could come to harm."""
    return flag.rule.partition(".")[0] in _GUARDED


def settlers(roster: Roster, own: Collection[str], flag: Flag) -> frozenset[str]:
    """Everybody who is known to be able to settle a flag, by id."""
    everybody = _everybody(roster)
    return frozenset(each for each in everybody - set(own) if _settles(roster, flag, each))


def enders(roster: Roster, own: Collection[str]) -> frozenset[str]:
    """Everybody who is known to be able to clear a draft, by id."""
    return frozenset(each for each in _everybody(roster) if may_end(roster, own, each))


def overseers(roster: Roster) -> frozenset[str] | None:
    """Whose the settings are: standards, else the editors; None for any member.

    A role that nobody is left in keeps nobody out.
    """
    return roster.standards or roster.editors or None


def is_editor(roster: Roster, person: str) -> bool:
    """Tell whether somebody has the editor's role; until roles are set every member has."""
    if person in (roster.standards or ()):
        return True
    return _member(roster, person) if roster.editors is None else person in roster.editors


def alone(roster: Roster, person: str) -> bool:
    """Tell whether somebody is the only person on the desk."""
    return not roster.anybody and _everybody(roster) == {person}


def standing(level: Level, resolutions: Sequence[Resolution], version: int) -> Standing:
    """Where a flag that is there in this version stands."""
    decided = _decided(resolutions, version)
    if not decided:
        return Standing.OPEN
    return Standing.SETTLED if _settled(level, decided) else Standing.ANSWERED


def second_voice(
    settlers: Collection[str], before: Sequence[Resolution], decision: Resolution
) -> bool:
    """Tell whether a person is the second that the only ones who can settle a hold wait for.

    Where all of these ``settlers`` have decided, somebody else has to say so, too, before one of
    them can settle it.
    """
    said = {each.by.id for each in _decided(before, decision.version)}
    return bool(settlers) and decision.by.id not in said and said.issuperset(settlers)


def may(level: Level, before: Sequence[Resolution], decision: Resolution) -> bool:
    """Tell whether a person may decide this on a flag that is not settled.

    Anybody may say something new. To say again what already stands is to try to settle it, and
    then it has to be somebody who can.
    """
    now = standing(level, before, decision.version)
    if now is Standing.OPEN or before[-1].outcome is not decision.outcome:
        return True
    after = standing(level, (*before, decision), decision.version)
    return after is Standing.SETTLED


def _settles(roster: Roster, flag: Flag, person: str) -> bool:
    group = guards(roster, flag)
    if group is not None:
        return person in group
    return is_editor(roster, person) or (is_guarded(flag) and person in (roster.legal or ()))


def _member(roster: Roster, person: str) -> bool:
    return roster.anybody or person in roster.members


def _everybody(roster: Roster) -> frozenset[str]:
    groups = (roster.editors, roster.legal, roster.standards)
    return roster.members.union(*(group or () for group in groups))


def _decided(resolutions: Sequence[Resolution], version: int) -> list[Resolution]:
    """What was decided since the flag was last open; nothing if it is open in this version."""
    decided: list[Resolution] = []
    for each in resolutions:
        if each.outcome is Outcome.UNANSWERED:
            continue
        if _lapsed(decided, each.version):
            decided = []
        if each.outcome is Outcome.REOPENED:
            decided = []
        else:
            decided.append(each)
    return [] if _lapsed(decided, version) else decided


def _lapsed(decided: Sequence[Resolution], version: int) -> bool:
    # Said fixed of an earlier version, and here it still is.
    return bool(decided and decided[-1].outcome is Outcome.FIXED and decided[-1].version < version)


def _settled(level: Level, decided: Sequence[Resolution]) -> bool:
    if any(each.right is Right.ALONE for each in decided):
        return True
    if level is Level.HOLD:
        return any(
            later.right is Right.SETTLES
            and any(first.by.id != later.by.id for first in decided[:n])
            for n, later in enumerate(decided)
        )
    return any(each.outcome in _BY_ANYBODY or each.right is Right.SETTLES for each in decided)
