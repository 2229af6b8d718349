"""Where a flag stands after what people decided, and who may decide next. Pure."""

from collections.abc import Collection, Sequence

from bot.model import Outcome, Resolution, Standing
from rules.model import Level

_BY_ANYBODY = (Outcome.FIXED, Outcome.SOURCED)


def standing(
    level: Level, own: Collection[str], resolutions: Sequence[Resolution], version: int
) -> Standing:
    """Where a flag that is there in this version stands; ``own``: whose copy it is, by id."""
    decided: list[Resolution] = []  # since the flag was last open
    for each in resolutions:
        if each.outcome is Outcome.UNANSWERED:
            continue
        if _lapsed(decided, each.version):
            decided = []
        if each.outcome is Outcome.REOPENED:
            decided = []
        else:
            decided.append(each)
    if not decided or _lapsed(decided, version):
        return Standing.OPEN
    return Standing.SETTLED if _settled(level, own, decided) else Standing.ANSWERED


def may(
    level: Level, own: Collection[str], before: Sequence[Resolution], decision: Resolution
) -> bool:
    """Tell whether a person may decide this on a flag that is not settled.

    Anybody may say something new. To say again what already stands is to try to settle it, and
    then it has to be somebody who can.
    """
    now = standing(level, own, before, decision.version)
    if now is Standing.OPEN or before[-1].outcome is not decision.outcome:
        return True
    after = standing(level, own, (*before, decision), decision.version)
    return after is Standing.SETTLED


def _lapsed(decided: Sequence[Resolution], version: int) -> bool:
    # Said fixed of an earlier version, and here it still is.
    return bool(decided and decided[-1].outcome is Outcome.FIXED and decided[-1].version < version)


def _settled(level: Level, own: Collection[str], decided: Sequence[Resolution]) -> bool:
    if level is Level.HOLD:
        return any(
            later.by.id not in own and any(first.by.id != later.by.id for first in decided[:n])
            for n, later in enumerate(decided)
        )
    return any(each.outcome in _BY_ANYBODY or each.by.id not in own for each in decided)
