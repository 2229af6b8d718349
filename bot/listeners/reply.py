"""Somebody replies in a draft's thread with the numbers of flags: `stet 4 quotation`."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.blocks.escape import escaped
from bot.blocks.flag import why_text
from bot.listeners import hear
from bot.listeners.door import Heard, foreseen, parsed, typed, waiting, whisper
from bot.model import Draft, Person
from bot.replies import Nearly, Understood, understand
from bot.work import Work

DONE = "white_check_mark"


def register(app: AsyncApp, work: Work) -> None:
    """Hear replies; one that names us is heard as a mention."""

    async def on_message(body: dict[str, Any]) -> None:
        heard = parsed(Heard, body)
        said = heard.event
        if not said.by_person or said.root is None or said.names(work.slack.me):
            return
        draft = await work.newsroom.draft_at(work.place(said.channel, said.root))
        understood = understand(await typed(work, said.text or "")) if draft else None
        if understood and draft:
            await heed(work, heard, draft, understood)

    hear(app, "message", on_message)


async def heed(
    work: Work, heard: Heard, draft: Draft, understood: tuple[Understood, ...] | Nearly
) -> None:
    """Do what a reply says; a reaction answers it, and what cannot be done a whisper."""
    if isinstance(understood, Nearly):
        return await whisper(work, heard, escaped(understood.line))
    by = await work.colleague(heard.event.user or "")
    lines: list[str] = []
    done = False
    for n, reply in enumerate(understood):
        try:
            line = await _do(work, draft, reply, by, f"{heard.event_id}:{n}")
            done |= reply.verb != "why"
        except Exception as error:
            if not foreseen(error):
                raise
            line = escaped(str(error))
        lines += [line] if line else []
    if done:
        work.redraw()
        await work.answer(heard.event_id, work.place(heard.event.channel, heard.event.ts), DONE)
    if lines:
        await whisper(work, heard, "\n".join(lines))


async def _do(work: Work, draft: Draft, reply: Understood, by: Person, key: str) -> str:
    checklist = await work.newsroom.checklist(draft.id)
    numbers = reply.numbers([entry.number for entry in checklist.entries])
    if reply.verb.outcome:
        entries = await work.newsroom.resolve(
            draft.id, numbers, reply.verb.outcome, reply.words, by, key
        )
        return waiting(entries)
    if reply.verb == "reopen":
        await work.newsroom.reopen(draft.id, numbers, by, key)
        return ""
    entries = await work.newsroom.entries(draft.id, numbers)
    return "\n\n".join(why_text(checklist, entry) for entry in entries[:5])
