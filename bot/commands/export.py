"""`export DRAFT` sends you its record, as a page or, with `json`, for other programs."""

from bot.blocks.card import named
from bot.commands import Ask, Reply
from bot.newsroom.desks import RECORDS
from bot.work import Work
from bot.work.exports import FORMS
from bot.work.which import which


async def run(work: Work, ask: Ask) -> Reply:
    """Send the record of the draft that was named, or of the only one that is open."""
    by = await work.colleague(ask.by.id)
    await work.newsroom.refuse_others(work.slack.team, ask.channel, by, RECORDS)
    words = [word for word in ask.words.split() if word.lower() not in FORMS]
    forms = [word.lower() for word in ask.words.split() if word.lower() in FORMS]
    meant = await which(work.newsroom, " ".join(words), ask.channel, "export")
    if isinstance(meant, str):
        return Reply(meant)
    await work.export(ask.key, meant[0].id, forms[0] if forms else "html", by.id)
    return Reply(f"The record of *{named(meant[0])}* comes to you in a direct message.")
