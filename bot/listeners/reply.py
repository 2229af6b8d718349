"""Somebody replies in a draft's thread with the numbers of flags: `stet 4 quotation`."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot.blocks.escape import escaped
from bot.blocks.flag import why_text
from bot.errors import AlreadySettled, CannotAsk, UnknownFlag
from bot.listeners import hear
from bot.listeners.door import Heard, foreseen, named, parsed, waiting, whisper
from bot.model import Checklist, Draft, Entry, Person
from bot.readers.mrkdwn import read_reply
from bot.replies import Nearly, Read, Understood, Verb, names_of, nothing_line, understand
from bot.wording import runs
from bot.work import Work
from bot.work.asking import ask
from bot.work.clocks import clock_of
from rules.load import packs

_ALL = re.compile(r"\ball\b", re.IGNORECASE)
DONE = "white_check_mark"
_WHYS = 5  # flags that are explained at a time
_TRIES = 3  # with everything that is open, while others settle some of it


def register(app: AsyncApp, work: Work) -> None:
    """Hear replies; one that names us is heard as a mention."""

    async def on_message(body: dict[str, Any]) -> None:
        heard = parsed(Heard, body)
        said = heard.event
        if not said.by_person or said.root is None or said.names(work.slack.me):
            return
        draft = await work.newsroom.draft_at(work.place(said.channel, said.root))
        understood = await read(work, draft, read_reply(said.text or "")) if draft else None
        if understood and draft:
            await heed(work, heard, draft, understood)

    hear(app, "message", on_message)


async def read(work: Work, draft: Draft, words: str) -> Read | None:
    """What a person's words (people in them as ``<@U…>``) mean on this draft; None for talk."""
    rules = [*packs()]
    if _ALL.search(words):  # no other reply names rules, and most replies are talk
        checklist = await work.newsroom.checklist(draft.id)
        rules += [entry.flag.rule for entry in checklist.entries]
    return understand(words, names_of(rules))


async def heed(work: Work, heard: Heard, draft: Draft, understood: Read) -> None:
    """Do what a reply says; a reaction answers it, and what cannot be done a whisper."""
    if isinstance(understood, Nearly):
        return await whisper(work, heard, escaped(await named(work, understood.line)))
    by = await work.colleague(heard.event.user or "")
    lines: list[str] = []
    done = False
    for n, reply in enumerate(understood):
        try:
            line = await _do(work, heard, draft, reply, by, f"{heard.event_id}:{n}")
            done |= reply.verb is not Verb.WHY
        except Exception as error:
            if not foreseen(error):
                raise
            line = escaped(_refused(reply, error))
        lines += [line] if line else []
    if done:
        work.redraw()
        await work.answer(heard.event_id, work.place(heard.event.channel, heard.event.ts), DONE)
    if lines:
        await whisper(work, heard, "\n".join(lines))


async def _do(
    work: Work, heard: Heard, draft: Draft, reply: Understood, by: Person, key: str
) -> str:
    reply = replace(reply, words=await named(work, reply.words))
    if reply.verb is Verb.WHY:
        checklist = await work.newsroom.checklist(draft.id)
        entries = await work.newsroom.entries(draft.id, reply.numbers(checklist.entries))
        told = [why_text(checklist, entry) for entry in entries[:_WHYS]]
        if rest := [entry.number for entry in entries[_WHYS:]]:
            told.append(f"“why {', '.join(runs(rest))}” tells of the rest.")
        return "\n\n".join(told)
    tries = _TRIES if reply.every else 1
    while True:
        tries -= 1
        checklist = await work.newsroom.checklist(draft.id)
        try:
            return await _decide(work, heard, checklist, reply, by, key)
        except AlreadySettled:
            if not tries:
                raise


async def _decide(
    work: Work, heard: Heard, checklist: Checklist, reply: Understood, by: Person, key: str
) -> str:
    numbers = reply.numbers(checklist.entries)
    draft_id = checklist.draft.id
    entries: tuple[Entry, ...] = ()
    try:
        # With no number too: an act that is delivered again has done its work before.
        if reply.verb is Verb.ASK:
            due = await _due(work, heard, reply)
            await ask(work, draft_id, numbers, reply.whom, due, by, key)
        elif reply.verb is Verb.REOPEN:
            await work.newsroom.reopen(draft_id, numbers, by, key)
        elif reply.verb.outcome:
            decided = (reply.verb.outcome, reply.words, by, key)
            entries = await work.newsroom.resolve(draft_id, numbers, *decided)
    except UnknownFlag:
        if numbers or not checklist.entries:
            raise
        raise NothingMeant(nothing_line(reply, checklist.entries)) from None
    return waiting(entries)


async def _due(work: Work, heard: Heard, reply: Understood) -> datetime | None:
    if reply.due is None:
        return None
    # The moment it was typed, however late it is delivered.
    typed = datetime.fromtimestamp(float(heard.event.ts), UTC)
    desk = await work.newsroom.desk(work.slack.team, heard.event.channel)
    due = reply.due.at(typed, await clock_of(work.slack, heard.event.user or "", desk))
    if due is None:
        raise CannotAsk(f"“{reply.said}” asks for a time of today that is past: name a later one.")
    return due


class NothingMeant(UnknownFlag):
    """All flags of a kind, where there are none."""


def _refused(reply: Understood, error: Exception) -> str:
    """Why it cannot be done; with what was read, where that may be the mistake."""
    line = str(error)
    if not isinstance(error, UnknownFlag) or isinstance(error, NothingMeant):
        return line
    return f"I read “{reply.said}”, but {line[0].lower()}{line[1:]}"
