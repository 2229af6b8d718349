"""What the Newsroom knows of newer versions: what they changed, undid and came from."""

from bot.model import Changes, Draft, Person, State, Unclearing
from bot.newsroom import finding, versions
from bot.newsroom.base import Base, whole
from bot.store import acts, drafts, record, runs
from bot.store.record import NOBODY

DELETED = "its message was deleted"  # why a draft is closed that nobody spiked


class Newer(Base):
    """The Newsroom's memory of one version after the other."""

    @whole
    async def changes(self, draft_id: int) -> Changes | None:
        """What the newest version that was read changed; None where it is the first."""
        async with self._store.look() as connection:
            return await versions.changes(connection, draft_id)

    @whole
    async def unclearings(self, draft_id: int) -> tuple[Unclearing, ...]:
        """Each change that undid how a draft had ended, for each person who had said so."""
        async with self._store.look() as connection:
            rows = await record.of(connection, draft_id, versions.UNCLEARED)
            return tuple(
                Unclearing(
                    row=row.n,
                    version=row.body["version"],
                    was=row.body["was"],
                    person=person,
                    unread=row.body.get("unread", False),
                )
                for row in rows
                for person in row.body["people"]
            )

    @whole
    async def came_from(self, draft_id: int, version: int = 0) -> str:
        """The ts of the message that a version came from, by default the newest; or ""."""
        async with self._store.look() as connection:
            handed = await record.of(connection, draft_id, "handed in")
            rows = [row for row in handed if version in (0, row.body["version"])]
            return str(rows[-1].body.get("message", "")) if rows else ""

    @whole
    async def was_done(self, key: str) -> bool:
        """Tell whether what a person did under this key is on record."""
        async with self._store.look() as connection:
            return await acts.draft_of(connection, key) is not None

    @whole
    async def unclear(self, draft_id: int, by: Person, key: str) -> Draft:
        """Open a draft again that somebody cleared or ran and whose text is another, unread."""
        async with self._store.begin() as connection:
            draft = await finding.draft(connection, draft_id)
            is_new = await acts.draft_of(connection, key) is None
            if is_new and draft.state in drafts.CLOSED and draft.state is not State.SPIKED:
                at = self._now()
                await acts.add(connection, key, draft_id, "unclear", by, at)
                await versions.unclear(connection, draft_id, draft.version, by, at, unread=True)
                await drafts.change(
                    connection, draft_id, at, state=State.WITH_WRITER, **drafts.NOT_CLOSED
                )
            return await finding.draft(connection, draft_id)

    @whole
    async def withdraw(self, draft_id: int, key: str) -> Draft:
        """Close a draft whose message was deleted; what was closed before stays as it was."""
        async with self._store.begin() as connection:
            draft = await finding.draft(connection, draft_id)
            is_new = await acts.draft_of(connection, key) is None
            if is_new and draft.state not in drafts.CLOSED:
                at = self._now()
                await acts.add(connection, key, draft_id, "withdraw", NOBODY, at)
                body = {"version": draft.version, "reason": DELETED}
                await record.append(connection, draft_id, "spiked", NOBODY, at, body)
                await runs.drop(connection, draft_id)
                await drafts.change(
                    connection, draft_id, at, state=State.SPIKED, closed_why=DELETED
                )
            return await finding.draft(connection, draft_id)
