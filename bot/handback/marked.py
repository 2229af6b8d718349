"""A draft with what is said of it in the margin: what every form of a hand-back is made of."""

from collections import Counter
from dataclasses import dataclass, replace

from bot.model import Checklist, Entry, Outcome, Standing
from bot.wording import counted, levelled, listed
from rules import Flag, Level, Review

Span = tuple[int, int]


@dataclass(frozen=True)
class Comment:
    """What is said of one flag. ``spans`` are code points into the text, the flagged words first,
    then the other places like it; of a question about the whole draft there are none.
    """

    number: int
    rule: str
    level: Level
    title: str
    note: str
    why: str
    fix: str
    suggestions: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    standing: Standing = Standing.OPEN
    decided: str = (
        ""  # “stet by Imran: house style”; of an open flag "" or what else is to be said
    )

    @property
    def is_settled(self) -> bool:
        """True where nobody is waited for."""
        return self.standing is Standing.SETTLED


@dataclass(frozen=True)
class Marked:
    """A draft as it is handed back: its text, and the comments in the order of the checklist.

    ``facts`` is a line about it, such as “version 2 · 499 words · by Sana”.
    """

    title: str
    facts: str
    text: str
    language: str
    comments: tuple[Comment, ...]
    counts: str = ""  # “6 holds, 21 queries, 3 notes”


def marked_review(review: Review, name: str) -> Marked:
    """A review of the shell's, its flags numbered in reading order; ``name`` where it lay."""
    comments = tuple(_comment(n, flag) for n, flag in enumerate(review.flags, 1))
    title = review.title or name
    facts = counted(review.words, "word")
    return Marked(title, facts, review.text or "", review.language, comments, _counts(comments))


def marked_checklist(checklist: Checklist) -> Marked:
    """A checklist as it stands, its flags with the numbers that they have in the thread."""
    draft = checklist.draft
    comments = tuple(_stands(checklist, entry) for entry in checklist.entries)
    facts = (
        f"version {checklist.version} · {counted(draft.words, 'word')} · by {draft.writer.name}"
    )
    title = checklist.title or draft.slug.replace("-", " ").capitalize()
    return Marked(title, facts, checklist.text, checklist.language, comments, _counts(comments))


def _comment(number: int, flag: Flag) -> Comment:
    spans = ((flag.start, flag.end), *flag.also) if flag.scope == "passage" else ()
    return Comment(
        number=number,
        rule=flag.rule,
        level=flag.level,
        title=flag.title,
        note=flag.note,
        why=flag.why,
        fix=flag.fix,
        suggestions=flag.suggestions,
        spans=spans,
    )


def _stands(checklist: Checklist, entry: Entry) -> Comment:
    bare = _comment(entry.number, entry.flag)
    return replace(bare, standing=entry.standing, decided=_decided(checklist, entry))


def _decided(checklist: Checklist, entry: Entry) -> str:
    """What was decided, by whom and who agreed; of an open flag what else is to be said."""
    last = entry.last
    if last is None:
        return ""
    if checklist.is_left_open(entry):
        return "left unanswered"
    if entry.open:
        return "said fixed, still there" if last.outcome is Outcome.FIXED else ""
    said = _said(entry)
    return said if entry.standing is Standing.SETTLED else f"{said}; waits for a second person"


def _said(entry: Entry) -> str:
    """The decision that stands, by whoever said so first, and who agreed."""
    first = entry.said[0]
    said = f"{first.outcome.value} by {first.by.name}" if first.by.name else first.outcome.value
    said += f": {first.reason}" if first.reason else ""
    agreed = f"; {listed(entry.agreed)} {'agrees' if len(entry.agreed) == 1 else 'agree'}"
    return said + (agreed if entry.agreed else "")


def _counts(comments: tuple[Comment, ...]) -> str:
    return levelled(Counter(each.level for each in comments)) or "Nothing to query"
