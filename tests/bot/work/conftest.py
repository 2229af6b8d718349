"""A workspace, a newsroom whose one rule is easily foreseen, and the bot's hands."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from shutil import copyfile

import pytest
import yaml

from bot.cli.manifest import MANIFEST
from bot.desk import Desk as Settings
from bot.fetch import download
from bot.model import Draft, HandIn, Outcome, Person, Place
from bot.newsroom import Newsroom
from bot.sandbox import Channel, Member, Message, Sandbox
from bot.sandbox.model import File
from bot.slack import Slack
from bot.store import Store
from bot.work import Work
from rules.model import Flag, Level, Review, Source
from tests import drawn

COPY = "The ferry slammed the pier on Monday, and the mayor slammed the crew."


def review(text: str) -> Review:
    """Ask about every "slammed"; a text that says "crash" is more than the rule can take."""
    if "crash" in text:
        raise ValueError(text)
    flags = [_flag(n, m.start(), m.end()) for n, m in enumerate(re.finditer("slammed", text))]
    source = Source(path="", type="text", sha256="")
    words = len(text.split())
    return Review(source=source, words=words, sentences=(), voices=(), attributions=(),
                  flags=tuple(flags))  # fmt: skip


def _flag(n: int, start: int, end: int) -> Flag:
    return Flag(
        mark=f"m{n}", rule="language.verb", level=Level.QUERY, start=start, end=end, line=1,
        column=start + 1, quote="slammed", title="Does the verb take sides?", note="",
        why="It tells the reader how to feel.", fix="Say what was said.",
    )  # fmt: skip


class Desk:
    """One channel of a sandbox, with everything behind it."""

    def __init__(self, sandbox: Sandbox, newsroom: Newsroom, slack: Slack, work: Work) -> None:
        self.sandbox = sandbox
        self.newsroom = newsroom
        self.slack = slack
        self.work = work
        self.channel: Channel = sandbox.channel("desk")
        self.sana: Member = sandbox.person("Sana")
        self.imran: Member = sandbox.person("Imran")

    async def posted(self, text: str = COPY) -> str:
        """Sana posts a draft, long enough after any other to be one of its own; its ts."""
        self.sandbox.clock.advance(61)
        return await self.sana.posts(text, self.channel)

    async def asked(self, ts: str, key: str = "Ev1", by: Member | None = None) -> None:
        """Somebody asks for a message to be read."""
        await self.work.check_message(key, self.place(ts), (by or self.sana).id)

    async def read(self, text: str = COPY) -> Draft:
        """A draft that was posted, read and marked so."""
        ts = await self.posted(text)
        await self.asked(ts, f"Ev{ts}")
        await self.marked(ts, "clipboard")
        draft = await self.newsroom.draft_at(self.place(ts))
        assert draft is not None
        return draft

    async def marked(self, ts: str, emoji: str) -> None:
        """Wait until a message bears this reaction and no other."""
        message = self.sandbox.message(ts, self.channel)
        await self.sandbox.until(lambda: set(message.reactions) == {emoji})

    def handed(self, text: str = COPY, key: str = "cmd1", ts: str | None = None) -> HandIn:
        """A draft typed into a command."""
        writer = Person(id=self.sana.id, name="Sana")
        return HandIn(key=key, place=self.place(ts), writer=writer, text=text)

    def place(self, ts: str | None) -> Place:
        """A place in the channel."""
        return Place(team=self.slack.team, channel=self.channel.id, ts=ts)

    def files(self) -> list[File]:
        """The files that Copychief showed in the channel, replies included."""
        said = self.sandbox.messages(self.channel)
        return [f for m in said if m.user == self.sandbox.bot.id for f in m.files]

    def ours(self) -> list[Message]:
        """The bot's messages in the channel."""
        there = self.sandbox.messages(self.channel)
        return [message for message in there if message.user == self.sandbox.bot.id]

    def whispered(self, to: Member) -> list[str]:
        """What the bot told one person alone."""
        return [whisper.text for whisper in self.sandbox.whispers(to)]

    async def settles(self, draft: Draft, number: int) -> None:
        """Imran lets a flag stand, and the messages are due to be drawn again."""
        by = Person(id=self.imran.id, name="Imran")
        key = f"act{number}"
        await self.newsroom.resolve(draft.id, [number], Outcome.STET, "a quotation", by, key)
        self.work.redraw()

    def calls(self, method: str) -> int:
        """How often a method was called."""
        return [called for called, _ in self.sandbox.api.calls].count(method)


@pytest.fixture
def database(tmp_path: Path, made: Path) -> Path:
    """The file everything is kept in."""
    return Path(copyfile(made, tmp_path / "desk.sqlite3"))


class Clock:
    """A Tuesday at ten in London, until somebody moves it."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime(2026, 3, 3, 10, tzinfo=UTC) + self._ahead

    def forward(self, by: timedelta) -> None:
        """Let time pass."""
        self._ahead += by


@pytest.fixture
def clock() -> Clock:
    """The newsroom's clock."""
    return Clock()


@pytest.fixture
def patience() -> float:
    """Seconds until a call that Slack does not answer is given up."""
    return 30.0


@pytest.fixture
async def desk(database: Path, clock: Clock, patience: float) -> AsyncIterator[Desk]:
    """The bot at work, without a socket: tests call its hands."""
    # What the manifest grants and no more; nobody listens here, so no events.
    manifest = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    manifest["settings"]["event_subscriptions"]["bot_events"] = []
    sandbox = Sandbox(manifest)
    await sandbox.start()
    store = await Store.open(f"sqlite:///{database}")
    slack = Slack(
        sandbox.bot_token, sandbox.api_url, direct=True, look_again=0.0, patience=patience
    )
    await slack.start()
    host = sandbox.url.removeprefix("http://")
    fetch = partial(download, token=sandbox.bot_token, hosts={host}, limit=4_000_000)
    home = sandbox.channel("desk").id

    async def reads_home(channel: str) -> Settings:
        return Settings(reads_all=channel == home)

    newsroom = Newsroom(store, review=review, now=clock, defaults=reads_home)
    work = Work(newsroom, slack, database=database, fetch=fetch)
    await work.start()
    yield Desk(sandbox, newsroom, slack, work)
    await work.stop()
    await slack.close()
    await store.close()
    await sandbox.stop()
    assert drawn.complaints(sandbox) == []
