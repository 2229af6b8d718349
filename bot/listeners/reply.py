"""Somebody replies in a draft's thread with the numbers of flags: `stet 4 quotation`."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.blocks.escape import escaped
from bot.blocks.flag import why_text
from bot.errors import CopychiefError, UnknownFlag
from bot.listeners import hear
from bot.listeners.door import Heard, colleague, read, typed
from bot.model import Checklist, Draft, Entry, Person, Standing
from bot.replies import Nearly, Understood, understand
from bot.slack import SlackAway
from bot.wording import spelled
from bot.work import Work

DONE = "white_check_mark"


def register(app: AsyncApp, work: Work) -> None:
    """Hear replies; one that names us is heard as a mention."""

    async def on_message(body: dict[str, Any]) -> None:
        heard = read(Heard, body)
        said = heard.event
        if not said.by_person or said.root is None or said.names(work.slack.me):
            return
        understood = understand(await typed(work, said.text or ""))
        draft = await work.newsroom.draft_at(heard.place(said.root)) if understood else None
        if understood and draft:
            await heed(work, heard, draft, understood)

    hear(app, "message", on_message)


async def heed(
    work: Work, heard: Heard, draft: Draft, understood: tuple[Understood, ...] | Nearly
) -> None:
    """Do what a reply says; a reaction answers it, and what cannot be done a whisper."""
    if isinstance(understood, Nearly):
        return await whisper(work, heard, escaped(understood.line))
    by = await colleague(work, heard.event.user or "")
    lines: list[str] = []
    done = False
    for n, reply in enumerate(understood):
        try:
            line = await _do(work, draft, reply, by, f"{heard.event_id}:{n}")
            done |= reply.verb != "why"
        except SlackAway:
            raise
        except CopychiefError as error:
            line = escaped(str(error))
        lines += [line] if line else []
    if done:
        work.redraw()
        await work.answer(heard.event_id, heard.place(heard.event.ts), DONE)
    if lines:
        await whisper(work, heard, "\n".join(lines))


async def whisper(work: Work, heard: Heard, text: str) -> None:
    """Tell the person who wrote, where they wrote."""
    said = heard.event
    await work.slack.whisper(said.channel, said.user or "", text, thread=said.root)


def waiting(entries: tuple[Entry, ...]) -> str:
    """What a person is told whose decision somebody else has to settle; "" if it is settled."""
    numbers = [entry.number for entry in entries if entry.standing is Standing.ANSWERED]
    if not numbers:
        return ""
    flags = "Flag {} waits" if len(numbers) == 1 else "Flags {} wait"
    return f"Recorded. {flags.format(spelled(numbers))} for a second editor, not the writer."


async def _do(work: Work, draft: Draft, reply: Understood, by: Person, key: str) -> str:
    checklist = await work.newsroom.checklist(draft.id)
    numbers = reply.numbers([entry.number for entry in checklist.entries])
    _known(checklist, reply, numbers)
    if reply.verb.outcome:
        entries = await work.newsroom.resolve(
            draft.id, numbers, reply.verb.outcome, reply.words, by, key
        )
        return waiting(entries)
    if reply.verb == "reopen":
        await work.newsroom.reopen(draft.id, numbers, by, key)
        return ""
    there = {entry.number: entry for entry in checklist.entries}
    known = [there[number] for number in numbers if number in there]
    return "\n\n".join(why_text(checklist, entry) for entry in known[:5])


def _known(checklist: Checklist, reply: Understood, numbers: tuple[int, ...]) -> None:
    """Refuse numbers beyond all that the draft has; of those that it had the newsroom knows."""
    ever = max((entry.number for entry in checklist.entries), default=0)
    beyond = [number for number in numbers if number > ever or number < 1]
    left = [entry.number for entry in checklist.unsettled()]
    if not ever or not beyond:
        return
    if not left:
        raise UnknownFlag(f"I read “{reply.said}” but no flag is open any more.")
    many = "one flag is open," if len(left) == 1 else f"there are {len(left)} open flags,"
    near = min(left, key=lambda number: abs(number - beyond[0]))
    raise UnknownFlag(f"I read “{reply.said}” but {many} {spelled(left)}. Did you mean {near}?")
