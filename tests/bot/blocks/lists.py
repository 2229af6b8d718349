"""Checklists to be drawn: small ones by hand, hostile ones by hypothesis."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from bot.model import (
    Assignment,
    Checklist,
    Draft,
    Entry,
    Outcome,
    Person,
    Resolution,
    Standing,
    State,
)
from rules.model import Flag, Level

SANA, IMRAN = Person(id="U1", name="Sana"), Person(id="U2", name="Imran")
NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)
TEXT = "The mill closed in May. It had slammed its doors twice before. Nobody was paid."
SENTENCES = ((0, 23), (24, 62), (63, 79))
SLAMMED = (31, 38)


def flag(**facts: Any) -> Flag:
    """A flag on the word "slammed" in the second sentence."""
    known: dict[str, Any] = {
        "mark": "m", "rule": "language.verb", "level": Level.QUERY, "line": 1, "column": 1,
        "start": SLAMMED[0], "end": SLAMMED[1], "quote": "slammed",
        "title": "Does the verb take sides?", "why": "It tells the reader how to feel.",
        "fix": "Say what was said.",
    }  # fmt: skip
    return Flag(**(known | facts))


def decided(outcome: Outcome, reason: str = "", by: Person = IMRAN) -> Resolution:
    """A decision at noon."""
    return Resolution(number=1, outcome=outcome, reason=reason, by=by, at=NOON)


def entry(
    number: int = 1, standing: Standing = Standing.OPEN, *decisions: Resolution, **facts: Any
) -> Entry:
    """A flag in the checklist."""
    return Entry(number=number, flag=flag(**facts), standing=standing, resolutions=decisions)


def asked(to: Person = IMRAN, due: datetime | None = None) -> Assignment:
    """Somebody is to answer a flag."""
    return Assignment(number=1, to=to, by=SANA, at=NOON, due=due)


def draft(**facts: Any) -> Draft:
    """Sana's draft about a mill, read."""
    known: dict[str, Any] = {
        "id": 7, "team": "T1", "channel": "C1", "thread": "1.0", "own_message": True,
        "slug": "mill-closed", "writer": SANA, "state": State.WITH_WRITER, "version": 1,
        "words": 14, "change": 3, "handed_in": NOON,
    }  # fmt: skip
    return Draft(**(known | facts))


def checklist(*entries: Entry, **facts: Any) -> Checklist:
    """A checklist of Sana's draft."""
    known: dict[str, Any] = {
        "draft": draft(), "entries": entries, "text": TEXT, "sentences": SENTENCES,
    }  # fmt: skip
    return Checklist(**(known | facts))


def numbered(many: int, **facts: Any) -> Sequence[Entry]:
    """So many flags on the same word, each of a pack of its own."""
    return [entry(n, **({"rule": f"pack{n}.verb"} | facts)) for n in range(1, many + 1)]


# Everything that Slack acts on, what grows when it is escaped, and what is not quite a letter.
NASTY = st.text(
    alphabet=st.one_of(
        st.sampled_from("&<>*_~`:|!@#\"\\\n\t “”…\u200b\u202e\ud83d"),
        st.characters(max_codepoint=0x2FFF),
    ),
    max_size=60,
) | st.sampled_from(
    ["<!channel>", "<@U1>", ":eyes:", "*bold*", "_so_ ~not~", "```x```", "&" * 900, "w" * 5000,
     "https://a.example/b_c?d=e&f=<g>", "&lt;!here&gt;", "\n\n> quoted\n" * 40, "日本" * 700]
)  # fmt: skip
_LONG = st.builds(lambda text, times: text * times, NASTY, st.integers(1, 6))
PEOPLE = st.builds(Person, id=st.just("U9"), name=_LONG)


@st.composite
def entries(draw: st.DrawFn, text: str, many: int) -> list[Entry]:
    """So many flags anywhere in a text, however they stand."""
    shapes = draw(st.lists(entry_in(text), min_size=1, max_size=6))
    return [shapes[n % len(shapes)].model_copy(update={"number": n + 1}) for n in range(many)]


@st.composite
def entry_in(draw: st.DrawFn, text: str) -> Entry:
    """A flag anywhere in a text."""
    start = draw(st.integers(0, len(text)))
    made = flag(
        rule=draw(st.sampled_from(["language.verb", "language.label", "sourcing.vague"])),
        level=draw(st.sampled_from(Level)),
        scope=draw(st.sampled_from(["passage", "document"])),
        start=start,
        end=min(len(text), start + draw(st.integers(0, 400))),
        also=((0, min(3, len(text))),) * draw(st.integers(0, 9)),
        title=draw(_LONG),
        note=draw(_LONG),
        why=draw(_LONG),
        fix=draw(_LONG),
        suggestions=tuple(draw(st.lists(_LONG, max_size=4))),
    )
    standing = draw(st.sampled_from(Standing))
    outcomes = draw(st.lists(st.sampled_from(Outcome), max_size=3))
    if standing is not Standing.OPEN and not outcomes:
        outcomes = [Outcome.STET]
    said = tuple(decided(outcome, draw(_LONG), draw(PEOPLE)) for outcome in outcomes)
    turn = draw(st.none() | st.builds(asked, PEOPLE, st.sampled_from([None, NOON])))
    since = draw(st.integers(1, 2))
    return Entry(
        number=1, flag=made, standing=standing, resolutions=said, assigned=turn, since=since
    )


@st.composite
def hostile(draw: st.DrawFn, most: int = 300) -> Checklist:
    """A checklist as bad as it can come."""
    text = draw(_LONG) + draw(_LONG)
    ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=30)) | {0, len(text)})
    sentences = tuple(pairwise(ends))
    many = draw(st.integers(0, most))
    listed = draw(entries(text, many))
    made = draft(
        slug=draw(_LONG),
        writer=draw(PEOPLE),
        state=draw(st.sampled_from(State)),
        own_message=draw(st.booleans()),
        closed_by=draw(st.none() | PEOPLE),
        second=draw(st.none() | PEOPLE),
        closed_why=draw(_LONG),
        taken_by=draw(st.none() | PEOPLE),
        due=draw(st.sampled_from([None, NOON])),
    )
    sourced = draw(st.sets(st.integers(0, 2 * len(sentences) + 2), max_size=40))
    return Checklist(
        draft=made,
        entries=tuple(sorted(listed, key=lambda e: e.flag.level.rank)),
        text=text,
        sentences=sentences,
        sourced=tuple(sorted(sourced)),
        version=draw(st.integers(1, 2)),
        language=draw(st.sampled_from(["en", "en", "de"])),
    )
