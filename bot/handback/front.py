"""The front of a draft: as much of it as the picture of its proof has room for."""

from collections.abc import Iterable
from dataclasses import replace

from bot.handback.ink import cut
from bot.handback.marked import Comment, Marked
from bot.handback.pieces import Link, links
from rules.text.paragraphs import paragraph_spans

# Characters of copy; what else there is to be laid out is weighed as so many of them.
_MOST = 6000
_ROW, _MARK = 60, 40
_LEAST = 200  # characters
_FAR = 60_000  # characters that are looked through
_MOST_NOTES, _MOST_WHOLE = 32, 8
_WORDS = 300  # characters of each thing that is said
_SUGGESTIONS, _SUGGESTED = 3, 80  # how many, and characters of each
_BLANK = 80  # characters before the end among which one is looked for


def front(marked: Marked, edges: Iterable[int] = ()) -> Marked:
    """The beginning of ``marked``, which is all of it where that is short, and its first comments
    with what they say cut short; ``edges`` are where else something begins that is drawn.

    The spans of comments stay as they are, and may lie behind the end of the text.
    """
    near = marked.text[:_FAR]
    there = [link for link in links(near) if link.host]
    here = sorted((one for one in marked.comments if one.spans), key=_first)[:_MOST_NOTES]
    end = _end(near, there, [*edges, *(start for one in here for start, _ in one.spans)])
    for link in there:
        if link.start - 1 < end < link.end + len(link.to) + 3:
            end = link.start - 1 or end
    whole = [one for one in marked.comments if not one.spans][:_MOST_WHOLE]
    if end < len(marked.text):
        here = [one for one in here if _first(one)[0] < end]
    kept = {one.number for one in (*whole, *here)}
    said = tuple(_short(one) for one in marked.comments if one.number in kept)
    return replace(marked, title=cut(marked.title, _WORDS), text=near[:end], comments=said)


def _first(one: Comment) -> tuple[int, int]:
    return one.spans[0]


def _end(text: str, links: Iterable[Link], edges: Iterable[int]) -> int:
    """Where there is enough; addresses that are not drawn and blank lines weigh nothing."""
    weights = [(edge, _MARK) for edge in edges]
    at = 0
    for start, end in paragraph_spans(text):
        weights += [(at, at - start), (start, _ROW)]
        at = end
    for link in links:
        weights += [(link.start, _MARK), (link.end, -len(link.to))]
    more = 0
    for place, weight in sorted(weights):
        if place + more >= _MOST:
            break
        more += weight
    end = max(_LEAST, _MOST - more)
    return _before_word(text, end) if end < len(text) else len(text)


def _before_word(text: str, end: int) -> int:
    blank = max(text.rfind(sign, max(0, end - _BLANK), end) for sign in " \n")
    return blank if blank > 0 else end


def _short(one: Comment) -> Comment:
    return replace(
        one,
        title=cut(one.title, _WORDS),
        note=cut(one.note, _WORDS),
        why="",  # a picture cannot be opened
        fix=cut(one.fix, _WORDS),
        decided=cut(one.decided, _WORDS),
        suggestions=tuple(cut(words, _SUGGESTED) for words in one.suggestions[:_SUGGESTIONS]),
    )
