"""`/desk export` sends the record to the person who asks, and to nobody else."""

import json

from bot.sandbox.model import File
from tests.bot.listeners.drafts import RIVER
from tests.conversation import Editor


def sent(editor: Editor) -> list[File]:
    """The files that Copychief sent somebody in their direct message."""
    there = editor.room.sandbox.messages(editor.member.direct)
    return [file for message in there for file in message.files]


async def test_the_record_comes_to_the_one_who_asks(
    sana: Editor, imran: Editor, leila: Editor
) -> None:
    """A page that tells every decision, in a direct message."""
    thread = await sana.hands_in(RIVER)
    query = thread.flags("query")[0]
    await imran.replies(f"stet {query.number} house style", thread)
    await thread.settles(query)
    assert (await imran.types("/desk export")).endswith("comes to you in a direct message.")
    await imran.room.sandbox.until(lambda: sent(imran))
    (page,) = sent(imran)
    assert page.name.endswith(".html")
    assert b"<b>stet</b> by Imran" in page.content
    assert sent(leila) == []


async def test_json_for_other_programs(sana: Editor, imran: Editor) -> None:
    """With the word, it comes as JSON."""
    await sana.hands_in(RIVER)
    await imran.types("/desk export 1 json")
    await imran.room.sandbox.until(lambda: sent(imran))
    record = json.loads(sent(imran)[0].content)
    assert record["sealed"] is True
    assert [version["version"] for version in record["versions"]] == [1]
