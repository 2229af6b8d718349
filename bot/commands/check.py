"""`check` with a text or a link has it read, alone asks for a file; the text is not posted."""

from bot.blocks.card import named
from bot.blocks.check import check_modal
from bot.blocks.escape import tight
from bot.commands import Ask, Reply
from bot.model import HandIn
from bot.work import Work
from bot.work.link import address_in

_NOT_HERE = "I am not in this channel: type /invite @copychief here, then try again."
_SHOWN = 100  # characters of an address


async def run(work: Work, ask: Ask) -> Reply:
    """Hand in what was typed, or open the window to hand something in."""
    by = await work.colleague(ask.by.id)
    await work.refuse(ask.channel)
    if not await work.slack.is_inside(ask.channel):
        return Reply(_NOT_HERE)
    if not ask.words:
        return Reply(view=check_modal(ask.channel))
    if address := address_in(ask.sent.partition(" ")[2]):
        await work.check_link(ask.key, ask.channel, address, by.id)
        return Reply(_reading(tight(address, _SHOWN)))
    handed = HandIn(key=ask.key, place=work.place(ask.channel), writer=by, text=ask.words)
    return Reply(_reading(f"*{named(await work.check_text(handed))}*"))


def _reading(what: str) -> str:
    return f"Reading {what}: the checklist will be in this channel in a moment."
