"""Counts what is lost, what is there twice, and what is out of order."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.sandbox import Sandbox
from tests.crash.people import thread_of
from tests.crash.told import Story

_UNDONE = "SELECT count(*) FROM workflow_status WHERE status IN ('ENQUEUED', 'PENDING', 'DELAYED')"
_VERSIONS = "SELECT channel, thread, version FROM drafts"
_DECIDED = (
    "SELECT drafts.channel, drafts.thread, resolutions.number FROM resolutions "
    "JOIN drafts ON drafts.id = resolutions.draft ORDER BY resolutions.id"
)


@dataclass
class Count:
    """What the run came to; each is a list of lines that say what and where."""

    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    disordered: list[str] = field(default_factory=list)
    undone: int = 0  # work that is accepted and not finished

    @property
    def clean(self) -> bool:
        """True if there is nothing to tell."""
        return not (self.lost or self.twice or self.disordered or self.undone)


def counted(sandbox: Sandbox, database: Path, stories: Iterable[Story]) -> Count:
    """Compare what people did with what is on record and what the threads show."""
    count = Count()
    decided: dict[tuple[str, str], list[int]] = {}
    for channel, thread, number in _rows(database, _DECIDED):
        decided.setdefault((str(channel), str(thread)), []).append(int(str(number)))
    versions = {(str(c), str(t)): int(str(v)) for c, t, v in _rows(database, _VERSIONS)}
    for story in stories:
        _count_story(sandbox, count, story, decided)
        place = (sandbox.find(story.channel).id, str(story.root))
        if story.version > 1 and versions.get(place) != story.version:
            count.lost.append(f"{story.word} ({story.how}): no version {story.version}")
    keys = Counter(_keys(sandbox))
    count.twice += [f"{times} messages are {key}" for key, times in keys.items() if times > 1]
    ((undone,),) = _rows(database, _UNDONE)
    count.undone = int(str(undone))
    return count


def _count_story(
    sandbox: Sandbox, count: Count, story: Story, decided: dict[tuple[str, str], list[int]]
) -> None:
    name = f"{story.word} ({story.how})"
    thread = thread_of(sandbox, story)
    if thread is None or not thread.ours:
        count.lost.append(f"{name}: no checklist")
        return
    channel = sandbox.find(story.channel).id
    on_record = decided.get((channel, thread.ts), [])
    wanted = [decision.number for decision in story.decisions if decision.acked]
    for decision in story.decisions:
        what = f"{name}: flag {decision.number} by {decision.how}"
        if decision.number not in on_record:
            count.lost.append(f"{what}: not on record")
        elif not thread.flag(decision.number).settled:
            count.lost.append(f"{what}: not drawn")
    count.twice += [
        f"{name}: flag {number} decided {times} times"
        for number, times in Counter(on_record).items()
        if times > 1
    ]
    if [number for number in on_record if number in wanted] != wanted and len(
        set(on_record)
    ) == len(on_record):
        count.disordered.append(f"{name}: {on_record}, and not {wanted}")


def _keys(sandbox: Sandbox) -> Iterable[str]:
    for channel in list(sandbox.ws.channels.values()):
        for message in sandbox.messages(channel):
            if message.user == sandbox.bot.id and message.metadata:
                yield str(message.metadata["event_payload"]["key"])


def _rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)) as connection:
        return connection.execute(query).fetchall()
