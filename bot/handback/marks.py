"""The writer's marks that nothing came of: they name no rule, or ask for what they cannot have."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel

from bot.handback.places import Places
from rules import Level, Review, Span
from rules.comments import Comment, comments, strays

_MOST = 200  # marks of a draft that are looked at
_BLANK = ("\n\n", "\n\r\n")
_STRAY = "is no mark; write [stet: RULE], a mark for each rule."


class Unheard(BaseModel):
    """A mark in the copy that silences nothing, and ``says`` why."""

    start: int
    end: int
    line: int
    says: str


class Answered(Review):
    """A review, and the marks in its copy that nothing came of."""

    unheard: tuple[Unheard, ...] = ()


def with_marks(review: Review, titles: Mapping[str, str]) -> Answered:
    """The review with its marks answered; ``titles`` has the ids of all rules there are."""
    said = tuple(unheard(review, titles, Places(review)))
    return Answered.model_construct(**dict(review), unheard=said)


def unheard(review: Review, titles: Mapping[str, str], places: Places) -> Iterator[Unheard]:
    """Each mark that asks in vain, in order."""
    packs = frozenset(rule.partition(".")[0] for rule in titles)
    holds = _holds(review)
    found = [(span, _STRAY) for span in strays(places.text)[:_MOST]]
    for mark in comments(places.text)[:_MOST]:
        if mark.here or mark.rule.partition(".")[0] in packs:  # others are for Vale elsewhere
            said = _of_name(mark.rule, titles, packs) or _of_hold(holds, mark, places.text)
            found += [(mark.span, said)] if said else []
    for span, said in sorted(found):
        line = places.line(span.start)
        says = f"{places.text[slice(*span)]} {said}"
        yield Unheard(start=span.start, end=span.end, line=line, says=says)


def _of_name(name: str, titles: Mapping[str, str], packs: frozenset[str]) -> str:
    """What is said of a name that no rule and no pack has."""
    if not name or name in packs or name in titles:
        return ""
    from bot.nearest import nearest  # few drafts need it

    near = nearest(name, titles)
    return f"names no rule; did you mean {near[0]}?" if near else "names no rule."


def _holds(review: Review) -> list[tuple[int, str]]:
    """Where each hold stands, and its rule."""
    flags = (flag for flag in review.flags if flag.level is Level.HOLD)
    return sorted((at, f.rule) for f in flags for at in (f.start, *(also for also, _ in f.also)))


def _of_hold(holds: Sequence[tuple[int, str]], mark: Comment, text: str) -> str:
    """What is said beside a hold, where it is the mark of one passage."""
    if not mark.here or not holds:
        return ""
    start, end = _stretch(text, mark)
    for at in range(bisect_left(holds, (start, "")), bisect_left(holds, (end, ""))):
        rule = holds[at][1]
        if mark.rule in ("", rule, rule.partition(".")[0]):
            return "does not settle a hold; an editor does."
    return ""


def _stretch(text: str, mark: Comment) -> Span:
    """The lines around the mark up to a blank one; where it stands alone, those below as well."""
    start = max(text.rfind(blank, 0, mark.span.start) for blank in _BLANK) + 1
    end = _blank(text, mark.span.end)
    is_alone = not text[start : mark.span.start].strip() and not text[mark.span.end : end].strip()
    return Span(start, _blank(text, end + 1) if is_alone else end)


def _blank(text: str, start: int) -> int:
    """Where the next blank line begins; the end of the text, if there is none."""
    found = [at for blank in _BLANK if (at := text.find(blank, start)) >= 0]
    return min(found, default=len(text))
