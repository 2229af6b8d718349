"""Put the checklist together from what is kept."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import UnknownDraft
from bot.model import Checklist, Entry, Outcome, Resolution
from bot.newsroom import finding
from bot.newsroom.order import place
from bot.standing import standing
from bot.store import assignments, desks, flags, resolutions, revisions, runs
from bot.store.record import NOBODY


async def checklist(connection: AsyncConnection, draft_id: int) -> Checklist:
    """The flags of the newest version that has been read, in their order."""
    draft = await finding.draft(connection, draft_id)
    revision = await revisions.latest(connection, draft_id, read=True)
    revision = revision or await revisions.latest(connection, draft_id)
    if revision is None:
        raise UnknownDraft(f"There is no text of draft {draft_id}.")
    decided = await resolutions.of(connection, draft_id)
    numbered = await flags.of(connection, draft_id, revision.version)
    desk = await desks.get(connection, draft.team, draft.channel)
    since = await flags.since(connection, draft_id)
    turns = await assignments.of(connection, draft_id)
    entries = []
    for number, flag in numbered.items():
        # It is here: that it was gone from a version in between is for the record alone.
        said = tuple(each for each in decided.get(number, ()) if not is_gone(each))
        entry = Entry(
            number=number,
            flag=flag,
            standing=standing(flag.level, said, revision.version),
            resolutions=said,
            since=since[number],
            assigned=turns.get(number),
        )
        entries.append(entry)
    return Checklist(
        draft=draft,
        entries=tuple(sorted(entries, key=lambda e: (place(e.flag), e.number))),
        text=revision.text,
        version=revision.version,
        title=revision.title,
        language=revision.language,
        sentences=revision.sentences,
        sourced=revision.sourced,
        stopped=revision.stopped,
        roles_set=desk is not None and desk.editors.set,
        run=await runs.get(connection, draft_id, draft.version),
    )


def is_gone(each: Resolution) -> bool:
    """True for what nobody said, but a reading found: that the passage is not there any more."""
    return each.outcome is Outcome.FIXED and each.by == NOBODY
