"""What becomes of a writer's marks that ask for what they cannot have."""

from collections.abc import Iterator, Mapping

from bot.wording import listed
from rules import Level, Review
from rules.comments import Comment, comments


def unheard(review: Review, titles: Mapping[str, str]) -> Iterator[str]:
    """A line for each ``[stet: …]`` that names no rule, or stands beside a hold.

    ``titles`` has the ids of the rules that read the draft.
    """
    text = review.text or ""
    packs = {rule.partition(".")[0] for rule in titles}
    for mark in comments(text):
        if not mark.here:
            continue
        written = text[slice(*mark.span)]
        line = text.count("\n", 0, mark.span.start) + 1
        if mark.rule and mark.rule not in packs and mark.rule not in titles:
            from bot.nearest import nearest  # few drafts need it

            near = nearest(mark.rule, titles)
            did = f" Did you mean {listed(near, 'or')}?" if near else ""
            yield f"Line {line}: {written} names no rule that was run.{did}"
        elif any(_is_beside(review, text, mark)):
            yield f"Line {line}: {written} does not settle a hold; an editor does."


def _is_beside(review: Review, text: str, mark: Comment) -> Iterator[bool]:
    """For each flag: a hold of the mark's own paragraph that it would silence."""
    start = text.rfind("\n\n", 0, mark.span.start)
    end = text.find("\n\n", mark.span.end)
    for flag in review.flags:
        is_here = start < flag.start and (end < 0 or flag.start < end)
        is_meant = mark.rule in ("", flag.rule, flag.rule.partition(".")[0])
        yield flag.level is Level.HOLD and is_here and is_meant
