"""Drafts for the conversations of these tests."""

from bot.sandbox.seed import seeds
from tests.conversation import Editor, Thread

RIVER = seeds()["river-talks"].text  # a hold, and queries
CLEAN = (
    "The library will open on Sundays from May, the council said. "
    "It will keep its hours on other days, the librarian said. "
) * 5
HELD = f"The minister secretly sabotaged the ferry, an official said. {CLEAN}"  # a hold
ASKED = f"The regime slammed the ferry on Monday, he said. {CLEAN}"  # two queries


async def next_version(editor: Editor, thread: Thread, text: str, version: int = 2) -> None:
    """Hand the next version in, as a file in the thread, and wait for its checklist."""
    sandbox, me = thread.room.sandbox, thread.room.me
    where = thread.channel
    ts = await editor.member.shares("v2.md", text.encode(), where, f"{me} v2", to=thread.ts)
    await editor.member.reacts("memo", sandbox.message(ts, where), where)
    await thread.says(f"version {version}")
