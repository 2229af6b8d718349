"""A foreign desk without Slack: three people, a clock that ticks, and a review that is plain."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.desk import Desk as Settings
from bot.desk import Roster
from bot.model import Checklist, Draft, Entry, HandIn, Outcome, Person, Place, Run
from bot.newsroom import Newsroom
from bot.store import Store
from rules.model import Flag, Level, Review, Source, Voice

SANA = Person(id="U1", name="Sana")  # the writer
IMRAN = Person(id="U2", name="Imran")
LEILA = Person(id="U3", name="Leila")
PRIYA = Person(id="U4", name="Priya")  # the lawyer, where there is one

_ASKED = re.compile(r"\{(?:(legal|harm) )?(hold|query|note) (?:(all) )?(\w+)\}")
_SENTENCE = re.compile(r"[^.\s][^.\n]*\.?")


def review(text: str) -> Review:
    """Flag every ``{hold word}``, ``{query word}`` and ``{note word}``; the word is the mark.

    ``{query all word}`` is asked of the whole draft, ``{legal hold word}`` by a legal rule.
    """
    return Review(
        source=Source(path="", type="text", sha256=""),
        title=text.split("\n")[0],
        words=len(text.split()),
        sentences=tuple(each.span() for each in _SENTENCE.finditer(text)),
        voices=((0, len(text), Voice.NEWSROOM),),
        attributions=(),
        flags=tuple(_flag(each) for each in _ASKED.finditer(text)),
    )


def _flag(asked: re.Match[str]) -> Flag:
    return Flag(
        mark=asked[4],
        rule=f"{asked[1] or 'desk'}.asked",
        level=Level(asked[2]),
        scope="document" if asked[3] else "passage",
        start=asked.start(),
        end=asked.end(),
        line=1,
        column=asked.start() + 1,
        quote=asked[0],
        title=f"What of {asked[4]}?",
        why="Somebody will ask.",
        fix="Say it.",
    )


def _ids(people: Sequence[Person] | None) -> frozenset[str] | None:
    return None if people is None else frozenset(each.id for each in people)


class Clock:
    """A minute later each time it is looked at."""

    def __init__(self) -> None:
        self._minutes = count()

    def __call__(self) -> datetime:
        return datetime(2025, 3, 3, 9, 0, tzinfo=UTC) + timedelta(minutes=next(self._minutes))


@dataclass
class Desk:
    """The newsroom of one channel, and what people do there; each act gets a key of its own."""

    store: Store
    review: Callable[..., Review] = review
    roster: Roster = field(init=False)
    newsroom: Newsroom = field(init=False)

    def __post_init__(self) -> None:
        self.newsroom = Newsroom(
            self.store, now=Clock(), review=self.review, rosters=self._who_is_there
        )
        self._keys = (f"act-{n}" for n in count(1))
        self.staffed(SANA, IMRAN, LEILA)

    async def _who_is_there(self, channel: str, desk: Settings, person: str) -> Roster:
        return self.roster

    def staffed(
        self,
        *members: Person,
        editors: Sequence[Person] | None = None,
        legal: Sequence[Person] | None = None,
        standards: Sequence[Person] | None = None,
    ) -> None:
        """From now on these are the people on the desk, and these their roles."""
        everybody = (*members, *(editors or ()), *(legal or ()), *(standards or ()))
        self.roster = Roster(
            members=frozenset(each.id for each in members),
            editors=_ids(editors),
            legal=_ids(legal),
            standards=_ids(standards),
            names={each.id: each.name for each in everybody},
        )

    async def hands_in(
        self,
        text: str,
        *,
        ts: str | None = "100.1",
        by: Person = SANA,
        channel: str = "C1",
        key: str | None = None,
    ) -> Draft:
        """Somebody posts a draft."""
        place = Place(team="T1", channel=channel, ts=ts)
        handed = HandIn(key=key or next(self._keys), place=place, writer=by, text=text)
        return await self.newsroom.hand_in(handed)

    async def reads(self, text: str, *, ts: str | None = "100.1") -> Checklist:
        """Somebody posts a draft and it is read."""
        return await self.newsroom.read((await self.hands_in(text, ts=ts)).id)

    async def decides(
        self,
        outcome: Outcome,
        *numbers: int,
        by: Person,
        because: str = "",
        draft: int = 1,
        key: str | None = None,
    ) -> tuple[Entry, ...]:
        """Somebody decides on flags of the draft."""
        key = key or next(self._keys)
        return await self.newsroom.resolve(draft, numbers, outcome, because, by, key)

    async def reopens(
        self, *numbers: int, by: Person = LEILA, key: str | None = None
    ) -> tuple[Entry, ...]:
        """Somebody wants flags of the first draft decided again."""
        return await self.newsroom.reopen(1, numbers, by, key or next(self._keys))

    async def clears(self, *, by: Person = IMRAN, key: str | None = None) -> Draft:
        """Somebody clears the first draft."""
        return await self.newsroom.clear(1, by, key or next(self._keys))

    async def spikes(self, because: str, *, by: Person = IMRAN, key: str | None = None) -> Draft:
        """Somebody spikes the first draft."""
        return await self.newsroom.spike(1, because, by, key or next(self._keys))

    async def asks_to_run(
        self, because: str, second: Person, *, by: Person = IMRAN, key: str | None = None
    ) -> Run | None:
        """Somebody wants the first draft run with its holds, and names a second."""
        return await self.newsroom.ask_run(1, because, second, by, key or next(self._keys))

    async def agrees_to_run(self, *, by: Person, key: str | None = None) -> Draft:
        """Somebody agrees to that."""
        return await self.newsroom.agree_run(1, by, key or next(self._keys))

    async def entry(self, number: int) -> Entry:
        """A flag of the first draft as it stands."""
        entries = (await self.newsroom.checklist(1)).entries
        return next(each for each in entries if each.number == number)
