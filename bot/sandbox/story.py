"""One whole conversation, as three people would have it: handed in, settled, cleared."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.model import visible
from bot.sandbox.pressing import of_flag, seen
from bot.sandbox.server import Sandbox

_ENTRY = re.compile(r"\*(\d+) · (.+?)\* · (hold|query|note)")


@dataclass(frozen=True)
class Open:
    """An open flag as a person sees it in the thread."""

    number: int
    title: str
    level: str


def open_flags(sandbox: Sandbox, draft: str, channel: str) -> list[Open]:
    """The flags of a draft's thread that are not struck through."""
    shown = (visible(message.blocks or []) for message in sandbox.thread(draft, channel)[1:])
    return [
        Open(int(found[1]), found[2], found[3])
        for text in shown
        for found in _ENTRY.finditer(text)
    ]


async def handed_in(sandbox: Sandbox, text: str, channel: str) -> str:
    """Let Sana post the text and wait until it is read; the draft's ts.

    TimeoutError where the bot does not answer.
    """
    draft = await sandbox.person("Sana").posts(text, channel)
    await sandbox.until(lambda: set(sandbox.message(draft, channel).reactions) == {"clipboard"})
    return draft


async def settled(sandbox: Sandbox, draft: str, channel: str, say: Callable[[str], None]) -> None:
    """Let Imran and Leila settle every flag with Sana, and clear the story.

    Every step is told to ``say``. TimeoutError where the bot does not answer.
    """
    sana, imran, leila = map(sandbox.person, ("Sana", "Imran", "Leila"))
    flags = open_flags(sandbox, draft, channel)
    holds = [flag.number for flag in flags if flag.level == "hold"]
    sourced = next(flag.number for flag in flags if flag.title == "Whose figure?")
    others = [f.number for f in flags if f.level != "hold" and f.number != sourced]
    stetted = next(n for n in others if _has_menu(sandbox, draft, channel, n))
    rest = [number for number in others if number != stetted]

    say(f"Sana replies: source {sourced} the river commission, gauge readings of 2 May")
    await sana.replies(
        f"source {sourced} the river commission, gauge readings of 2 May", draft, channel
    )
    await _gone(sandbox, draft, channel, [sourced])

    say(f"Imran chooses Stet… on flag {stetted} and gives his reason.")
    await imran.presses("Stet…", on=draft, channel=channel, flag=stetted)
    await sandbox.until(lambda: imran.view)
    await imran.submits({"reason": "house style, standards note of March"})
    await _gone(sandbox, draft, channel, [stetted])

    if rest:
        numbers = " ".join(map(str, rest))
        say(f"Sana rewrites, and replies: fixed {numbers}")
        await sana.replies(f"fixed {numbers}", draft, channel)
        await _gone(sandbox, draft, channel, rest)

    for hold in holds:
        say(f"Flag {hold} is a hold: Imran says it is fixed, Leila agrees.")
        await imran.presses("Fixed", on=draft, channel=channel, flag=hold)
        await _offered(sandbox, draft, channel, hold, "Agree")
        await leila.presses("Agree", on=draft, channel=channel, flag=hold)
        await _gone(sandbox, draft, channel, [hold])

    say("Leila clears the story.")
    await leila.presses("Clear story", on=draft, channel=channel)
    await sandbox.until(lambda: sandbox.message(draft, channel).reactions.get("white_check_mark"))
    await sandbox.settled()


def _has_menu(sandbox: Sandbox, draft: str, channel: str, flag: int) -> bool:
    """Tell whether the flag stands in the list itself, and not folded under another."""
    thread = sandbox.thread(draft, channel)[1:]
    return any(of_flag(message.blocks or [], flag) for message in thread)


async def _gone(sandbox: Sandbox, draft: str, channel: str, numbers: list[int]) -> None:
    """Wait until the flags are drawn as settled."""

    def gone() -> bool:
        still = {flag.number for flag in open_flags(sandbox, draft, channel)}
        return still.isdisjoint(numbers)

    await sandbox.until(gone)


async def _offered(sandbox: Sandbox, draft: str, channel: str, flag: int, choice: str) -> None:
    """Wait until the flag's menu offers a choice."""

    def offered() -> bool:
        thread = sandbox.thread(draft, channel)[1:]
        blocks = (of_flag(message.blocks or [], flag) for message in thread)
        return any(seen(own, choice, None) for own in blocks)

    await sandbox.until(offered)
