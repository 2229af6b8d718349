"""The nouns of the bot: drafts, revisions, entries of the checklist, resolutions."""

from datetime import datetime
from enum import StrEnum
from itertools import takewhile

from bot.desk import Right
from rules.model import Flag, Frozen, Level


class State(StrEnum):
    """Where a draft stands."""

    IN = "in"
    READING = "reading"
    WITH_WRITER = "with writer"
    CLEARED = "cleared"
    RUN_WITH_HOLDS = "run with holds"
    SPIKED = "spiked"


class Standing(StrEnum):
    """Where a flag stands: an answered one waits for a second person."""

    OPEN = "open"
    ANSWERED = "answered"
    SETTLED = "settled"


class Outcome(StrEnum):
    """What a person decided on a flag."""

    FIXED = "fixed"
    SOURCED = "sourced"
    STET = "stet"
    WRONG = "wrong"
    REOPENED = "reopened"  # recorded like the others; the flag is open again
    UNANSWERED = "unanswered"  # a query nobody had answered when the draft was cleared


class Person(Frozen):
    """Somebody in the workspace: Slack's user id and the name shown."""

    id: str
    name: str


class Place(Frozen):
    """A message in a workspace; ``ts`` is None for a draft that has no message of its own."""

    team: str
    channel: str
    ts: str | None = None


class HandIn(Frozen):
    """A draft as it arrives. ``key`` is Slack's id of what was done: the same key is the same
    hand-in, however often it is delivered. ``text`` is what the reader made of it; ``parts`` are
    the messages that it was posted in, where they are several.
    """

    key: str
    place: Place
    writer: Person
    text: str
    name: str = ""  # the file's name, if it was a file
    # The ts of the message that holds the text, where that is not the place; another word where
    # none does.
    message: str = ""
    link: str = ""  # the address it was read from, if it was
    parts: tuple[str, ...] = ()
    file: str = ""  # Slack's id of the file it was read from, if it was
    original: bytes | None = None  # the Word file itself: it is what is handed back


class Original(Frozen):
    """The file that a version was read from; ``data`` only of one that is handed back marked."""

    version: int
    name: str
    file: str = ""  # Slack's id of it
    data: bytes | None = None


class Draft(Frozen):
    """An article handed in; lives in one thread.

    ``thread`` is the ts of the message its checklist hangs on: the post itself, or the card where
    the draft has no message of its own (then None until the card is posted). ``change`` grows
    with every change that shows; messages drawn at an older one are due.
    """

    id: int
    team: str
    channel: str
    thread: str | None
    own_message: bool
    slug: str
    writer: Person
    state: State
    version: int
    words: int
    change: int
    handed_in: datetime  # UTC
    link: str = ""  # the address it was read from, if it was
    taken_by: Person | None = None
    due: datetime | None = None  # off stone, UTC
    closed_by: Person | None = None  # who cleared, ran or spiked it
    second: Person | None = None  # who stood by that, where it took two
    closed_why: str = ""


class Resolution(Frozen):
    """What a person decided on a flag, who, when (UTC), why, and on which version of the text."""

    number: int
    outcome: Outcome
    reason: str
    by: Person
    at: datetime
    version: int = 1
    right: Right = Right.SETTLES  # what the word of this person was worth on this flag


class Assignment(Frozen):
    """Whose turn it is on a flag, who said so, and until when (UTC)."""

    number: int
    to: Person
    by: Person
    at: datetime
    due: datetime | None = None


class Run(Frozen):
    """A wish to run a draft although holds are open, until the person named agrees to it."""

    by: Person
    second: Person
    reason: str
    version: int
    at: datetime


class Turn(Frozen):
    """What one person is wanted for by one deadline: flags of a draft, or the draft itself."""

    draft: Draft
    to: Person
    given: datetime  # UTC, when they were asked last
    due: datetime  # UTC
    numbers: tuple[int, ...] = ()  # none: they have the draft

    @property
    def key(self) -> str:
        """The same person, draft and deadline have the same key."""
        what = "flags" if self.numbers else "draft"
        return f"{what}:{self.draft.id}:{self.to.id}:{self.due:%Y%m%dT%H%M}"


class Entry(Frozen):
    """A flag as it stands in the checklist: its number for life, where it stands, who decided."""

    number: int
    flag: Flag
    standing: Standing
    resolutions: tuple[Resolution, ...] = ()
    since: int = 1  # the version that it first appeared in
    assigned: Assignment | None = None
    waits_for: str = ""  # who can settle it, in words; known to whoever has just answered it

    @property
    def last(self) -> Resolution | None:
        """What was decided last; on an open flag it does not stand (any more)."""
        return self.resolutions[-1] if self.resolutions else None

    @property
    def said(self) -> tuple[Resolution, ...]:
        """Of a flag that was decided, what was, by each who said the same since, in order."""
        last = self.resolutions[-1]
        same = takewhile(
            lambda each: (each.outcome, each.reason) == (last.outcome, last.reason),
            reversed(self.resolutions),
        )
        return tuple(same)[::-1]

    @property
    def agreed(self) -> tuple[str, ...]:
        """Who agreed with whoever said so first, by name."""
        first, *others = self.said
        return tuple(dict.fromkeys(r.by.name for r in others if r.by.id != first.by.id))

    @property
    def open(self) -> bool:
        """True while nobody has decided."""
        return self.standing is Standing.OPEN

    def is_turn_of(self, user: str) -> bool:
        """True while this person is waited for: for an answer, or to agree to another's."""
        if self.assigned is None or self.assigned.to.id != user:
            return False
        answered = self.last is not None and not self.open and self.last.by.id == user
        return self.standing is not Standing.SETTLED and not answered


class Checklist(Frozen):
    """The flags of the current revision as they stand: by level, of each level those about the
    whole draft first, then in reading order.

    While a new version is being read, they are those of the version before.
    """

    draft: Draft
    entries: tuple[Entry, ...]
    text: str
    version: int = 1  # of the text and the entries
    title: str | None = None
    language: str = "en"
    sentences: tuple[tuple[int, int], ...] = ()
    sourced: tuple[int, ...] = ()  # indexes into ``sentences`` of those somebody vouches for
    stopped: tuple[str, ...] = ()  # the rules, by id, that took too long on this version
    roles_set: bool = False  # somebody said who the editors are; until then every member is one
    run: Run | None = None  # waits for the second name

    def entry(self, number: int) -> Entry | None:
        """The flag of this number, if this version has it."""
        return next((entry for entry in self.entries if entry.number == number), None)

    def is_left_open(self, entry: Entry) -> bool:
        """True for a query that nobody had answered when the draft was cleared, or run."""
        last = entry.last
        unanswered = entry.open and last is not None and last.outcome is Outcome.UNANSWERED
        return unanswered and self.draft.state in (State.CLEARED, State.RUN_WITH_HOLDS)

    def unsettled(self, level: Level | None = None) -> tuple[Entry, ...]:
        """The entries that are not settled, of one level or of all."""
        return tuple(
            e
            for e in self.entries
            if e.standing is not Standing.SETTLED and (level is None or e.flag.level is level)
        )


class Changes(Frozen):
    """What a version changed, by the numbers of flags."""

    version: int
    fixed: tuple[int, ...] = ()  # gone from it
    new: tuple[int, ...] = ()
    back: tuple[int, ...] = ()  # in an earlier version, not in the one before
    still: tuple[int, ...] = ()  # called fixed, still there and open
    again: tuple[int, ...] = ()  # let stand or sourced, and open again: who speaks has changed
    stands: tuple[int, ...] = ()  # what was decided before and still counts
    left: int = 0  # how many are not settled


class Unclearing(Frozen):
    """A change of the text that undid how a draft had ended, and one of those who had said so."""

    row: int  # of the record
    version: int  # the new one, or if it was not taken in, the one that had been closed
    was: State
    person: str  # by id
    unread: bool = False  # the new text was not taken in


class Kind(StrEnum):
    """What a message of ours is: a page of the checklist, drawn again and again, or said once."""

    PAGE = "page"
    LINE = "line"


class Message(Frozen):
    """A message of ours in Slack. ``key`` names it for good (``42:1:card``); ``ts`` is None until
    it is known to be posted; ``drawn`` is the draft's change that it shows.
    """

    key: str
    draft: int
    channel: str
    ts: str | None
    page: int  # 0 is the card
    drawn: int
    sha: str  # of what was sent last
    kind: Kind = Kind.PAGE
    sweep_until: datetime | None = None  # UTC; a second copy of it may turn up until then
