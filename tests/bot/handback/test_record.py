"""The record as a page and as JSON: all of it, and nothing in it that acts."""

import json
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.handback.record import as_html, as_json
from bot.model import Draft, Person, State
from bot.record import Asked, Happened, Record, Version

AT = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
TAGS = frozenset(
    {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "dl", "dt", "dd"}
    | {"section", "p", "code", "blockquote", "ul", "li", "b", "table", "tr", "th", "td"}
    | {"details", "summary", "pre", "mark", "sup"}
)
HOSTILE = st.text(max_size=30) | st.sampled_from(
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</pre>", "&amp;", "\u202e"]
)


def record(text: str = "The mayor slammed it.", said: str = "slammed", why: str = "why") -> Record:
    """One draft with one version, one flag and one decision."""
    start = max(text.find(said), 0)
    end = min(len(text), start + len(said))
    sana, imran = Person(id="U1", name=said), Person(id="U2", name="Imran")
    draft = Draft(
        id=7, team="T1", channel="C1", thread="1.1", own_message=True, slug="river-talks",
        writer=sana, state=State.CLEARED, version=1, words=4, change=3, handed_in=AT,
        closed_by=imran, closed_why=why,
    )  # fmt: skip
    asked = Asked(
        number=3, rule="language.verb", title=said, level="query", quote=text[start:end],
        start=start, end=end, first=1, last=1,
    )  # fmt: skip
    decided = {"number": 3, "outcome": "stet", "reason": why, "right": "alone", "version": 1}
    rows = (
        row(1, "handed in", sana, {"version": 1, "sha256": "ab", "file": said}),
        row(2, "decided", imran, decided),
        row(3, "spiked", imran, {why: [said]}),
    )
    version = Version(version=1, sha256="ab", words=4, handed_in=AT, text=text)
    return Record(draft=draft, versions=(version,), flags=(asked,), rows=rows, sealed=True)


def row(n: int, kind: str, by: Person, body: dict[str, object]) -> Happened:
    """Something that happened."""
    return Happened(n=n, at=AT, kind=kind, by=by, body=body, before="", hash="f" * 64)


class Seen(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


def seen(page: str) -> Seen:
    """The page as a browser reads it."""
    parser = Seen()
    parser.feed(page)
    return parser


def test_the_page_tells_who_decided_what_when_and_why() -> None:
    """A reader who knows nothing of Copychief finds every decision under its flag."""
    words = seen(as_html(record(why="house style"))).words
    assert "3 · slammed" in words
    assert re.search(
        r"stet by Imran, as the only person on the desk, 2026-03-03 09:30:00: “house style”", words
    )
    assert "handed in version 1, “slammed”" in words


def test_the_text_stands_with_its_flags_marked() -> None:
    """The passage is marked with the flag's number, and the text is whole."""
    page = as_html(record())
    assert "The mayor <mark>slammed<sup>3</sup></mark> it." in page


def test_what_was_not_looked_for_is_said() -> None:
    """A reading names the rules that were stopped in it."""
    found = {"version": 1, "flags": [], "stopped": ["legal.libel"]}
    reading = row(1, "read", Person(id="", name=""), found)
    page = as_html(record().model_copy(update={"rows": (reading,)}))
    assert "read version 1; no flag; stopped, for it took too long: legal.libel<" in page


def test_a_broken_chain_is_said() -> None:
    """The page does not vouch for what was changed."""
    broken = record().model_copy(update={"sealed": False})
    assert "The hashes do not fit" in as_html(broken)


def test_the_page_says_what_the_seal_does_not_cover() -> None:
    """What can only be seen by the last hash is said beside it, in full."""
    words = seen(as_html(record())).words
    assert "Rows missing at the end do not show: compare the last hash" in words
    assert "f" * 64 in words


@given(HOSTILE, HOSTILE, HOSTILE)
def test_whatever_people_wrote_does_nothing(text: str, said: str, why: str) -> None:
    """No tag, no attribute and no address comes out of a draft, a name or a reason."""
    looked = seen(as_html(record(text or ".", said, why)))
    assert looked.tags <= TAGS
    assert looked.attributes <= {"lang", "charset", "id", "title"}


@given(HOSTILE, HOSTILE)
def test_json_holds_it_all(text: str, why: str) -> None:
    """What is written can be read again."""
    made = record(text or ".", "slammed", why)
    told = json.loads(as_json(made))
    assert told["schema"] == 1
    assert Record.model_validate(told) == made
