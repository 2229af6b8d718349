"""`due DRAFT 17:00` says when it is wanted off stone; `due DRAFT none` takes that back."""

from bot.blocks.card import named
from bot.blocks.when import clock
from bot.commands import Ask, Reply
from bot.replies.when import When, when
from bot.work import Work
from bot.work.clocks import clock_of
from bot.work.which import which

_NONE = frozenset({"none", "no", "off", "never", "clear"})
_FORM = "Say when: `/desk due 12 17:00`, `/desk due 12 tomorrow 9:00` or `/desk due 12 none`."


async def run(work: Work, ask: Ask) -> Reply:
    """Set the deadline of the draft that was named, or of the only one that is open."""
    bare = when(ask.words) is not None or ask.words.lower() in _NONE
    meant = await which(work.newsroom, "" if bare else ask.words, ask.channel, "due")
    if isinstance(meant, str):
        return Reply(meant)
    draft, rest = meant
    said = ask.words if bare else rest
    read = when(said)
    if read is None and said.lower() not in _NONE:
        return Reply(_FORM)
    await work.colleague(ask.by.id)
    return await _set(work, ask, draft.id, read)


async def _set(work: Work, ask: Ask, draft_id: int, read: When | None) -> Reply:
    due = None
    if read is not None:
        desk = await work.newsroom.desk(work.slack.team, ask.channel)
        due = read.at(work.newsroom.now, await clock_of(work.slack, ask.by.id, desk))
        if due is None:
            return Reply("That time is past: say a day, too, as in `/desk due 12 tomorrow 9:00`.")
    draft = await work.newsroom.set_due(draft_id, due, ask.by, ask.key)
    work.redraw()
    work.turns.wake()
    if due is None:
        return Reply(f"*{named(draft)}* has no deadline now.")
    return Reply(f"*{named(draft)}* is wanted off stone by {clock(due)}.")
