"""`run DRAFT` asks to run a draft although it is held: a reason, and a second name."""

from bot.blocks.card import named
from bot.blocks.escape import tight
from bot.blocks.run import asked_to_run, run_modal
from bot.commands import Ask, Reply
from bot.work import Work
from bot.work.which import which


async def run(work: Work, ask: Ask) -> Reply:
    """Open the window that asks; show the second, once one is named, the button that agrees."""
    by = await work.colleague(ask.by.id)
    meant = await which(work.newsroom, ask.words, ask.channel, "run")
    if isinstance(meant, str):
        return Reply(meant)
    checklist = await work.newsroom.checklist(meant[0].id)
    name = named(checklist.draft, checklist.title)
    if checklist.run and checklist.run.second.id == by.id:
        asks = f"{tight(checklist.run.by.name, 40)} asks to run {name} with its holds"
        line = f"{asks}; your name as the second is what it waits for."
        return Reply(line, blocks=asked_to_run(checklist, name))
    await work.newsroom.refuse_run(meant[0].id, by)
    return Reply(view=run_modal(checklist, name))
