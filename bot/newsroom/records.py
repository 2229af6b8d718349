"""Put the record of a draft together, and see whether its chain of hashes holds."""

from collections.abc import Sequence
from hashlib import sha256

from bot.newsroom import finding
from bot.newsroom.base import Base, whole
from bot.record import Asked, Happened, Record, Version
from bot.store import flags, record, revisions


class Records(Base):
    """The Newsroom's memory of what happened."""

    @whole
    async def record(self, draft_id: int) -> Record:
        """Everything kept of a draft: its versions, flags and what happened, in order."""
        async with self._store.look() as connection:
            draft = await finding.draft(connection, draft_id)
            versions = await revisions.every(connection, draft_id)
            asked = await flags.every(connection, draft_id)
            rows = await record.of(connection, draft_id)
        return Record(
            draft=draft,
            versions=versions,
            flags=_asked(asked),
            rows=rows,
            sealed=sealed(draft_id, rows, versions),
        )


def sealed(draft: int, rows: Sequence[Happened], versions: Sequence[Version]) -> bool:
    """True when the rows kept fit together, from the first on, and every text is one handed in.

    Rows cut off at the end do not show, nor do rows whose hashes were all made anew: only a last
    hash that was noted elsewhere tells.
    """
    before = ""
    for n, row in enumerate(rows, start=1):
        said = record.canonical(row.body)
        hashed = record.seal(before, draft, n, row.at, row.kind, row.by, said)
        if (row.n, row.before, row.hash) != (n, before, hashed):
            return False
        before = row.hash
    told = {row.body["version"]: row.body["sha256"] for row in rows if row.kind == "handed in"}
    kept = {each.version: sha256(each.text.encode()).hexdigest() for each in versions}
    return told == kept


def _asked(every: Sequence[flags.Asked]) -> tuple[Asked, ...]:
    """Each flag once: as it was last seen, and since when it was there."""
    seen: dict[int, Asked] = {}
    for number, version, flag in every:
        before = seen.get(number)
        seen[number] = Asked(
            number=number,
            rule=flag.rule,
            title=flag.title,
            level=flag.level.value,
            quote=flag.quote,
            start=flag.start,
            end=flag.end,
            first=before.first if before else version,
            last=version,
        )
    return tuple(seen[number] for number in sorted(seen))
