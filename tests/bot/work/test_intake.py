"""What may be handed in, and where from."""

import pytest

from bot.errors import SharedOutside
from tests.bot.work.conftest import COPY, Desk

LONG = "The ferry slammed the pier again on Tuesday. " * 10  # 80 words


async def test_talk_in_a_drafts_thread_is_no_version(desk: Desk) -> None:
    """A decision or a remark that somebody asks about leaves the draft and its flags alone."""
    draft = await desk.read()
    assert draft.thread is not None
    for key, said in {"EvR": "stet 2 quotation", "EvT": LONG.rsplit(maxsplit=1)[0]}.items():
        reply = await desk.imran.replies(said, draft.thread, desk.channel)
        await desk.asked(reply, key, by=desk.imran)
    await desk.sandbox.until(lambda: len(desk.whispered(desk.imran)) == 2)
    for line in desk.whispered(desk.imran):
        assert "80 words or more, or is a file" in line
    listed = await desk.newsroom.checklist(draft.id)
    assert (listed.version, listed.text, len(listed.entries)) == (1, COPY, 2)


async def test_a_long_reply_is_the_next_version(desk: Desk) -> None:
    """Eighty words in a draft's thread are its next version, when somebody asks."""
    draft = await desk.read()
    assert draft.thread is not None
    reply = await desk.imran.replies(LONG, draft.thread, desk.channel)
    await desk.asked(reply, "EvR", by=desk.imran)
    await desk.sandbox.until(lambda: desk.ours()[0].edited)
    assert (await desk.newsroom.draft(draft.id)).version == 2


@pytest.mark.parametrize(
    ("said", "line"),
    [(LONG, "post it as a message of its own"), ("Two at the bar?", "is talk, not a draft")],
)
async def test_a_reply_where_no_draft_is(desk: Desk, said: str, line: str) -> None:
    """Nothing begins in the middle of somebody's thread, and whoever asked is told why."""
    root = await desk.posted("Lunch?")
    reply = await desk.imran.replies(said, root, desk.channel)
    await desk.asked(reply, by=desk.sana)
    await desk.sandbox.until(lambda: desk.whispered(desk.sana))
    assert line in desk.whispered(desk.sana)[0]
    assert await desk.newsroom.drafts(desk.channel.id) == ()


async def test_no_flags_where_others_read_along(desk: Desk) -> None:
    """In a channel shared with another organisation nothing is read, and the line says why."""
    desk.channel.shared = True
    ts = await desk.posted(LONG)
    await desk.asked(ts)
    await desk.sandbox.until(lambda: desk.whispered(desk.sana))
    assert "shared with another organisation" in desk.whispered(desk.sana)[0]
    with pytest.raises(SharedOutside):
        await desk.work.check_text(desk.handed())
    assert not await desk.work.reads(desk.channel.id)
    assert desk.ours() == []
    assert await desk.newsroom.drafts(desk.channel.id) == ()


async def test_in_but_not_accepted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft that is kept is read, though the engine could not take the work at first."""
    whole, tries = desk.work._engine.accept, 0

    async def locked_once(flow: str, key: str, partition: str, *ids: str | int) -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise OSError
        await whole(flow, key, partition, *ids)

    monkeypatch.setattr(desk.work._engine, "accept", locked_once)
    draft = await desk.work.check_text(desk.handed())
    await desk.sandbox.until(desk.ours)
    assert tries == 2
    assert len((await desk.newsroom.checklist(draft.id)).entries) == 2
