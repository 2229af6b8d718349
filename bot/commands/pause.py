"""`pause` lets the desk of this channel read nothing until `pause off`."""

from bot.commands import Ask, Reply
from bot.work import Work

_OFF = frozenset({"off", "end", "over", "resume"})
_ON = frozenset({"", "on"})


async def run(work: Work, ask: Ask) -> Reply:
    """Set it for the channel, for whoever may set a desk."""
    word = ask.words.strip(" .!").lower()
    if word not in _OFF | _ON:
        return Reply("Type `/desk pause`, or `/desk pause off` to have me read again.")
    desk = await work.desk(ask.channel)
    paused = word in _ON
    set_so = desk.model_copy(update={"paused": paused})
    by = await work.colleague(ask.by.id)
    await work.newsroom.set_desk(work.slack.team, ask.channel, set_so, by, ask.key)
    if paused:
        return Reply(
            "Paused: in this channel I read nothing, whoever asks, until `/desk pause off`. "
            "What has been read can be settled and cleared."
        )
    return Reply("I read in this channel again. What was posted meanwhile waits to be asked for.")
