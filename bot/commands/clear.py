"""`clear DRAFT` clears a draft that nothing holds any more."""

from bot.blocks.card import named
from bot.commands import Ask, Reply
from bot.model import Draft, Outcome
from bot.wording import spelled
from bot.work import Work
from bot.work.which import which


async def run(work: Work, ask: Ask) -> Reply:
    """Clear it, and tell which queries went on record as unanswered."""
    by = await work.colleague(ask.by.id)
    meant = await which(work.newsroom, ask.words, ask.channel, "clear")
    if isinstance(meant, str):
        return Reply(meant)
    draft = await work.newsroom.clear(meant[0].id, by, ask.key)
    work.redraw()
    return Reply(f"Cleared: *{named(draft)}*.{await _left(work, draft)}")


async def _left(work: Work, draft: Draft) -> str:
    entries = (await work.newsroom.checklist(draft.id)).entries
    left = [e.number for e in entries if e.last and e.last.outcome is Outcome.UNANSWERED]
    if not left:
        return ""
    is_are = "Query {} goes" if len(left) == 1 else "Queries {} go"
    return f" {is_are.format(spelled(left))} on record as unanswered."
