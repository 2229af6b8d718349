"""A draft handed back as a Word file, with a comment at each flagged passage.

A Word file comes back as it was, but for the comments; any other draft is written into a new one.
"""

from typing import Any, NamedTuple

from bot.handback.marked import Comment, Marked
from bot.handback.wordml.spots import spots_of
from bot.readers.copy import Copy, Format
from bot.wording import listed

_ANNOTATE, _MAKE = "bot.handback.wordml.work.annotate", "bot.handback.wordml.work.make"


class Task(NamedTuple):
    """What another process is to do: the function's name, and what it is called with."""

    work: str
    data: bytes
    facts: dict[str, Any]


def marked_word(
    copy: Copy, original: bytes | None, marked: Marked, *, in_thread: bool = False
) -> Task:
    """The task that makes the file; ``original`` are the bytes that ``copy`` was read from.

    ``in_thread``: the comments say what can be replied in the draft's thread.
    """
    comments = [_said(each, in_thread) for each in marked.comments]
    facts = {"title": marked.title, "comments": comments}
    if original is not None and copy.format is Format.DOCX and copy.text == marked.text:
        for each, comment in zip(comments, marked.comments, strict=True):
            each["spots"] = [spots_of(copy, span) for span in comment.spans]
        return Task(_ANNOTATE, original, facts)
    for each, comment in zip(comments, marked.comments, strict=True):
        each["spans"] = comment.spans
    return Task(_MAKE, marked.text.encode("utf-8", "replace"), facts)


def lines_of(comment: Comment, in_thread: bool) -> list[str]:
    """What a comment says, a paragraph each."""
    settled = comment.is_settled
    called = f"{comment.number} · {comment.title} · "
    lines = [called + ("settled" if settled else comment.level.value)]
    if settled:
        return [*lines, comment.decided] if comment.decided else lines
    lines += [comment.note, comment.why]
    lines += [f"To settle: {comment.fix}"] if comment.fix else []
    instead = [f"“{each}”" for each in comment.suggestions if each not in comment.note]
    lines += [f"Instead: {listed(instead, 'or')}."] if instead else []
    lines.append(comment.decided)
    if in_thread:
        n = comment.number
        lines.append(f"In the thread: “fixed {n}”, “source {n} …”, “stet {n} …” or “wrong {n} …”.")
    return [line for line in lines if line]


def _said(comment: Comment, in_thread: bool) -> dict[str, Any]:
    lines = [" ".join(line.split()) for line in lines_of(comment, in_thread)]
    return {"number": comment.number, "settled": comment.is_settled, "paragraphs": lines}
