"""A draft handed back as a Word file, with a comment at each flagged passage.

A Word file comes back as it was, but for the comments; any other draft is written into a new one.
"""

from bisect import bisect_left
from typing import Any, NamedTuple

from bot.handback.marked import Comment, Marked, Span
from bot.readers.copy import Copy, Format
from bot.wording import listed

_ANNOTATE, _MAKE = "bot.handback.word.annotate", "bot.handback.word.make"


class Task(NamedTuple):
    """What another process is to do: the function's name, and what it is called with."""

    work: str
    data: bytes
    facts: dict[str, Any]


def marked_word(
    copy: Copy, original: bytes | None, marked: Marked, *, name: str = "", in_thread: bool = False
) -> Task:
    """The task that makes the file; ``original`` are the bytes that ``copy`` was read from.

    ``in_thread``: the comments say what can be replied in the draft's thread.
    """
    comments = [_said(each, in_thread) for each in marked.comments]
    facts = {"name": name or marked.title, "title": marked.title, "comments": comments}
    if original is not None and copy.format is Format.DOCX and copy.text == marked.text:
        for each, comment in zip(comments, marked.comments, strict=True):
            each["spots"] = [_spots(copy, span) for span in comment.spans]
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
    if comment.suggestions:
        lines.append(f"Instead: {listed((f'“{each}”' for each in comment.suggestions), 'or')}.")
    lines.append(comment.decided)
    if in_thread:
        n = comment.number
        lines.append(f"In the thread: “fixed {n}”, “source {n} …”, “stet {n} …” or “wrong {n} …”.")
    return [line for line in lines if line]


def annotate(data: bytes, facts: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """What the other process does with a Word file: comments are put in, nothing else changes.

    ``facts`` hold the file's ``name`` and the ``comments``, each with its ``number``, its
    ``paragraphs``, whether it is ``settled``, and for each of its places the ``spots``, as
    [where, start, end]. Says how many ``comments`` there are. Unreadable if it is no Word file.
    """
    from bot.handback.wordml.comments import Comments
    from bot.handback.wordml.places import Places, comments
    from bot.handback.wordml.saved import Saved
    from bot.readers.wordml.file import WordFile
    from bot.readers.wordml.stories import Stories

    saved = Saved(WordFile(data, str(facts["name"])))
    stories = Stories(saved.file)
    margin = Comments(saved, stories.root, stories.styles)
    said = comments(facts)
    number = 0
    for each, place in zip(said, Places(stories).of([one.spots for one in said]), strict=True):
        if place is not None:
            margin.add(place.first, place.last, each.lines, settled=each.settled)
            number += 1
    margin.save()
    return {"comments": number}, saved.data()


def make(data: bytes, facts: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """What the other process does with a text: a Word file is made of it, with the comments.

    ``data`` is the text in UTF-8. ``facts`` are those of ``annotate``, but each comment has its
    ``spans``, [start, end] in the text; and the ``title`` of the draft.
    """
    from bot.handback.wordml.made import written

    copy, file = written(data.decode("utf-8"), str(facts.get("title", "")))
    comments = [
        {**each, "spots": [_spots(copy, span) for span in each["spans"]]}
        for each in facts["comments"]
    ]
    return annotate(file, {**facts, "comments": comments})


def _said(comment: Comment, in_thread: bool) -> dict[str, Any]:
    lines = [" ".join(line.split()) for line in lines_of(comment, in_thread)]
    return {"number": comment.number, "settled": comment.is_settled, "paragraphs": lines}


def _spots(copy: Copy, span: Span | list[int]) -> list[list[Any]]:
    """Where flagged words stand in the file; of what only the text has, the words it belongs to:
    of an address its link, of a mark what it marks.
    """
    start, end = span
    spots = copy.spots(start, end)
    if not spots and copy.pieces:
        n = bisect_left(copy.pieces, end, key=lambda piece: piece.start)
        before = copy.pieces[n - 1 : n]
        if (before and copy.text.startswith("](", before[0].end)) or n == len(copy.pieces):
            n -= 1
        spots = copy.spots(copy.pieces[n].start, copy.pieces[n].end)
    return [list(spot) for spot in spots]
