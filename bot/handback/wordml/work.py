"""What another process does for a hand-back; it needs no rules, and few libraries."""

from typing import Any

from bot.handback.wordml.comments import Comments
from bot.handback.wordml.places import Places, comments
from bot.handback.wordml.saved import Saved
from bot.handback.wordml.spots import spots_of
from bot.readers.wordml.file import WordFile
from bot.readers.wordml.stories import Stories

_MOST = 5_000  # comments: Word opens no file with more than 32,767


def annotate(data: bytes, facts: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """What the other process does with a Word file: comments are put in, nothing else changes.

    ``facts`` hold the file's ``name`` and the ``comments``, each with its ``number``, its
    ``paragraphs``, whether it is ``settled``, and for each of its places the ``spots``, as
    [where, start, end]. Says how many ``comments`` there are, and how many were ``left_out``: more
    than Word can bear, or in a file without a word. Unreadable if it is no Word file.
    """
    saved = Saved(WordFile(data, str(facts["name"])))
    stories = Stories(saved.file)
    margin = Comments(saved, stories.root, stories.styles)
    said = comments(facts)
    number, all_said = 0, len(said)
    said = said[:_MOST]
    for each, place in zip(said, Places(stories).of([one.spots for one in said]), strict=True):
        if place is not None:
            margin.add(place.first, place.last, each.lines, settled=each.settled)
            number += 1
    margin.save()
    return {"comments": number, "left_out": all_said - number}, saved.data()


def make(data: bytes, facts: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """What the other process does with a text: a Word file is made of it, with the comments.

    ``data`` is the text in UTF-8. ``facts`` are those of ``annotate``, but each comment has its
    ``spans``, [start, end] in the text; and the ``title`` of the draft.
    """
    from bot.handback.wordml.made import written  # brings a library that the other does without

    copy, file = written(data.decode("utf-8"), str(facts.get("title", "")))
    comments = [
        {**each, "spots": [spots_of(copy, span) for span in each["spans"]]}
        for each in facts["comments"]
    ]
    return annotate(file, {**facts, "comments": comments})
