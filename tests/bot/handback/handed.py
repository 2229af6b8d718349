"""Drafts handed back as Word files, with a few comments."""

import json

from hypothesis import settings
from hypothesis import strategies as st

from bot.handback.marked import Comment, Marked, Span
from bot.handback.word import marked_word
from bot.handback.wordml.work import annotate, make
from bot.model import Standing
from bot.readers.copy import Copy, Format
from rules import Level
from tests.bot.handback.margins import remarks
from tests.bot.readers.wordfiles import copy_of

FEWER = settings(max_examples=40, deadline=None)  # each is a file to be packed and opened
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=4)


def comment(number: int, *spans: Span, standing: Standing = Standing.OPEN, **more: str) -> Comment:
    """A flag as it is handed back."""
    said = {"note": "", "why": "Readers ask.", "fix": "Name the body.", "decided": ""} | more
    return Comment(
        number=number, rule="sourcing.statistic", level=Level.QUERY, title="Whose figure?",
        spans=spans, standing=standing, suggestions=(), **said,
    )  # fmt: skip


def handed_back(data: bytes, *comments: Comment) -> bytes:
    """The file with comments, after a way through another process."""
    copy = copy_of(data)
    marked = Marked(copy.title, "", copy.text, "en", comments)
    task = marked_word(copy, data, marked)
    assert task.work == "bot.handback.wordml.work.annotate"
    return annotate(task.data, json.loads(json.dumps({"name": "a", **task.facts})))[1]


def made(text: str, *comments: Comment) -> bytes:
    """A new file with comments."""
    task = marked_word(Copy(text, Format.TEXT), None, Marked("Fares", "", text, "en", comments))
    assert task.work == "bot.handback.wordml.work.make"
    return make(task.data, json.loads(json.dumps({"name": "a", **task.facts})))[1]


def span(text: str, words: str) -> Span:
    """Where words stand in a text."""
    return text.index(words), text.index(words) + len(words)


def at(data: bytes) -> list[tuple[str, str]]:
    """What each comment is called, and the words it stands at."""
    return [(each.lines[0], each.words) for each in remarks(data)]
