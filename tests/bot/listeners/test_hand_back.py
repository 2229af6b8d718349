"""The marked draft comes back: from the card's button, or from `/desk handback`."""

import io

import pytest
from docx import Document

from bot.handback import files as marked
from bot.sandbox.model import File
from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room, Thread


def word(*paragraphs: str) -> bytes:
    """A Word file, its first paragraph the headline."""
    made, held = Document(), io.BytesIO()
    for n, paragraph in enumerate(paragraphs):
        made.add_paragraph(paragraph, style=None if n else "Title")
    made.save(held)
    return held.getvalue()


def comments(file: File) -> list[str]:
    """What stands in the margin of a Word file."""
    return [comment.text for comment in Document(io.BytesIO(file.content)).comments]


def files(thread: Thread) -> list[File]:
    """The files that Copychief put into a thread."""
    return [file for message in thread.ours for file in message.files]


def sent_to(editor: Editor) -> list[File]:
    """The files that Copychief sent somebody in their direct message."""
    there = editor.room.sandbox.messages(editor.member.direct)
    return [file for message in there for file in message.files]


STORY = (
    "Ferry plan",
    "The mayor slammed the ferry plan on Monday.",
    "Rents on the quay rose by 41 per cent in a year.",
)


@pytest.fixture(autouse=True)
def no_picture(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes a while to draw, so that one test has it drawn."""
    if request.node.name != test_a_post_comes_back_as_a_word_file.__name__:
        monkeypatch.setattr(marked, "can_draw", lambda: False)


async def test_a_word_file_comes_back_with_comments_in_it(sana: Editor, room: Room) -> None:
    """Numbered as in the thread; what was decided is said in its comment."""
    thread = await (await sana.shares("ferry.docx", word(*STORY))).read()
    slammed = next(flag for flag in thread.flags("query") if "slammed" in flag.text)
    await sana.replies(f"fixed {slammed.number}", thread)
    await thread.settles(slammed)
    await sana.presses("Hand back", on=thread)
    await sana.hears("comes into its thread in a moment")
    await room.sandbox.until(lambda: files(thread))
    word_file, page, *_ = files(thread)
    assert (word_file.name, page.name) == (
        "ferry-plan-mayor-v1-marked.docx",
        "ferry-plan-mayor-v1-marked.html",
    )
    paragraphs = [
        paragraph.text for paragraph in Document(io.BytesIO(word_file.content)).paragraphs
    ]
    assert tuple(paragraphs) == STORY
    said = comments(word_file)
    assert len(said) == len(thread.flags())
    own = next(comment for comment in said if comment.startswith(f"{slammed.number} · "))
    assert "settled\nfixed by Sana" in own
    assert any("In the thread: “fixed" in comment for comment in said)
    assert b"slammed" in page.content


async def test_the_file_that_comes_back_is_the_next_version(sana: Editor, room: Room) -> None:
    """Posted in the thread it is read without our comments, and its flags are known again."""
    thread = await (await sana.shares("ferry.docx", word(*STORY))).read()
    rents = next(flag for flag in thread.flags("query") if "41 per cent" in flag.text)
    await sana.replies(f"source {rents.number} the land registry, 2 May", thread)
    await thread.settles(rents)
    await sana.types("/desk handback")
    await room.sandbox.until(lambda: files(thread))
    worked_in, held = Document(io.BytesIO(files(thread)[0].content)), io.BytesIO()
    worked_in.paragraphs[1].text = "The mayor criticised the ferry plan on Monday."
    worked_in.save(held)
    await sana.shares("ferry v2.docx", held.getvalue(), to=thread)
    await thread.says("version 2")
    assert rents.settled
    assert thread.flags("query") == []
    await sana.types("/desk handback")
    await room.sandbox.until(lambda: len(files(thread)) >= 4)
    again = next(
        file for file in files(thread) if file.name == "ferry-plan-mayor-v2-marked-2.docx"
    )
    assert [comment.splitlines()[0] for comment in comments(again)] == [
        f"{rents.number} · Who counted? · settled"
    ]


async def test_a_post_comes_back_as_a_word_file(sana: Editor, imran: Editor, room: Room) -> None:
    """Any draft does: one is made of its text."""
    thread = await sana.hands_in(RIVER)
    said = await imran.types("/desk handback")
    assert "comes into its thread" in said
    await room.sandbox.until(lambda: files(thread))
    first = files(thread)[0]
    assert len(comments(first)) >= len(thread.flags())
    text = "\n".join(p.text for p in Document(io.BytesIO(first.content)).paragraphs)
    assert "river" in text


async def test_asked_for_twice_it_is_shown_once(sana: Editor, imran: Editor, room: Room) -> None:
    """While nothing has changed; afterwards it is marked anew."""
    thread = await sana.hands_in(RIVER)
    await imran.types("/desk handback")
    await room.sandbox.until(lambda: files(thread))
    before = len(files(thread))
    assert "is in its thread already" in await imran.types("/desk handback")
    await room.quiet()
    assert len(files(thread)) == before
    query = thread.flags("query")[0]
    await imran.replies(f"stet {query.number} house style", thread)
    await thread.settles(query)
    await imran.types("/desk handback")
    await room.sandbox.until(lambda: len(files(thread)) == 2 * before)
    assert len({file.name for file in files(thread)}) == 2 * before


async def test_what_was_never_posted_comes_to_who_asks(
    sana: Editor, imran: Editor, room: Room
) -> None:
    """The text of a draft that was pasted is shown to nobody else."""
    await sana.types(f"/desk check {RIVER}")
    await room.sandbox.until(room.threads)
    thread = room.threads()[0]
    await imran.presses("Hand back", on=thread)
    await imran.hears("comes to you in a direct message")
    (whisper,) = room.sandbox.whispers(imran.member)
    assert whisper.thread_ts is None  # the card stands in the channel
    await room.sandbox.until(lambda: sent_to(imran))
    assert files(thread) == []
    assert sent_to(sana) == []
    assert sent_to(imran)[0].name.endswith("-marked.docx")


async def test_a_spiked_draft_is_not_handed_back(sana: Editor, imran: Editor) -> None:
    """There is nothing to be done in it."""
    await sana.hands_in(CLEAN)
    await imran.types("/desk spike 1 old news")
    assert "spiked" in await imran.types("/desk handback 1")
