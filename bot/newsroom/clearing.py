"""Clear a draft: nothing that holds it is open, and what nobody answered is on record."""

from bot.errors import HoldsOpen
from bot.model import Checklist, Draft, Outcome, Resolution, State
from bot.newsroom import finding, lines
from bot.newsroom.checklist import checklist
from bot.newsroom.deciding import Act
from bot.store import Store, acts, drafts, record, resolutions
from rules.model import Level


async def clear(store: Store, act: Act) -> Draft:
    """Clear it in this person's name; a draft that is cleared stays as it is."""
    async with store.begin() as connection:
        if await acts.draft_of(connection, act.key) is None:
            listed = await checklist(connection, act.draft)
            await acts.add(connection, act.key, act.draft, "clear", act.by, act.at)
            if listed.draft.state is not State.CLEARED:
                _refuse(listed)
                left = _unanswered(listed, act)
                await resolutions.add(connection, act.draft, act.key, left)
                body = {"version": listed.version, "unanswered": [each.number for each in left]}
                await record.append(connection, act.draft, "cleared", act.by, act.at, body)
                await drafts.change(
                    connection,
                    act.draft,
                    act.at,
                    state=State.CLEARED,
                    closed_by=act.by.id,
                    closed_by_name=act.by.name,
                )
        return await finding.draft(connection, act.draft)


def _refuse(listed: Checklist) -> None:
    if listed.draft.state in (State.IN, State.READING):
        raise HoldsOpen(lines.STILL_READING)
    holds = listed.unsettled(Level.HOLD)
    if holds:
        raise HoldsOpen(lines.holds_open(holds))


def _unanswered(listed: Checklist, act: Act) -> list[Resolution]:
    return [
        act.decides(entry.number, Outcome.UNANSWERED, "", listed.version)
        for entry in listed.unsettled(Level.QUERY)
        if entry.open
    ]
