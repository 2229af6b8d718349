"""Handing in: kept once, in its place, whatever Slack does."""

import asyncio

import pytest

from bot.errors import EmptyDraft, TooLong
from bot.model import State
from tests.bot.newsroom.desk import IMRAN, SANA, Desk

COPY = "Ferry fares to double\n\nThe port said so. {query figure}"


async def test_a_post_becomes_a_draft(desk: Desk) -> None:
    """A post that is handed in is a draft with a name, in its own thread."""
    draft = await desk.hands_in(COPY)

    assert (draft.slug, draft.thread, draft.own_message) == ("ferry-fares-double", "100.1", True)
    assert (draft.state, draft.version, draft.writer) == (State.IN, 1, SANA)
    assert await desk.newsroom.drafts("C1") == (draft,)


async def test_delivered_again(desk: Desk) -> None:
    """A hand-in that Slack delivers twice is one draft with one version."""
    first = await desk.hands_in(COPY, key="Ev1")
    again = await desk.hands_in(COPY, key="Ev1")

    assert again == first


async def test_the_same_text_by_another_way(desk: Desk) -> None:
    """The shortcut on a draft that was read already is the same version of the same draft."""
    first = await desk.hands_in(COPY, key="Ev1")
    again = await desk.hands_in(COPY, by=IMRAN, key="Ev2")

    assert again == first
    assert again.writer == SANA


async def test_an_edit_is_the_next_version(desk: Desk) -> None:
    """Another text at the same place is the draft's next version."""
    await desk.hands_in(COPY)
    draft = await desk.hands_in("Ferry fares to triple")

    assert (draft.id, draft.version, draft.slug) == (1, 2, "ferry-fares-double")


async def test_an_old_delivery_comes_late(desk: Desk) -> None:
    """A late second delivery of the first version does not put the old text back."""
    await desk.hands_in(COPY, key="Ev1")
    await desk.hands_in("Ferry fares to triple", key="Ev2")
    late = await desk.hands_in(COPY, key="Ev1")

    assert late.version == 2
    assert (await desk.newsroom.read(1)).text == "Ferry fares to triple"


async def test_many_deliveries_at_once(desk: Desk) -> None:
    """Twenty deliveries at the same moment, of one act and of others, are still one draft."""
    drafts = await asyncio.gather(
        *(desk.hands_in(COPY, key="Ev1") for _ in range(10)),
        *(desk.hands_in(COPY) for _ in range(10)),
    )

    assert {(each.id, each.version) for each in drafts} == {(1, 1)}


async def test_a_draft_of_its_own(desk: Desk) -> None:
    """Text pasted into a modal is a draft without a message, until our card is its thread."""
    draft = await desk.hands_in(COPY, ts=None, key="V1")
    assert (draft.thread, draft.own_message) == (None, False)
    assert await desk.hands_in(COPY, ts=None, key="V1") == draft
    assert (await desk.hands_in(COPY, ts=None, key="V2")).id == 2

    hung = await desk.newsroom.hang(draft.id, "200.1")
    assert (hung.thread, hung.own_message) == ("200.1", False)
    anew = await desk.newsroom.hang(draft.id, "300.1")  # the card was deleted and posted again
    assert (anew.thread, anew.own_message) == ("300.1", False)
    assert (await desk.hands_in("Another text", ts="300.1")).id == draft.id


async def test_two_drafts_of_one_name(desk: Desk) -> None:
    """Two open drafts of a channel never share a name; another channel's may."""
    first = await desk.hands_in(COPY, ts="1.1")
    second = await desk.hands_in(COPY, ts="2.1")
    elsewhere = await desk.hands_in(COPY, ts="3.1", channel="C2")

    slugs = [first.slug, second.slug, elsewhere.slug]
    assert slugs == ["ferry-fares-double", "ferry-fares-double-2", "ferry-fares-double"]


@pytest.mark.parametrize("text", ["", " \n\t ", "— … !", "_ _ _", ":-)"])
async def test_not_a_word(desk: Desk, text: str) -> None:
    """A draft without a word is refused in one line and leaves nothing behind."""
    with pytest.raises(EmptyDraft, match="not a word in this draft"):
        await desk.hands_in(text)

    assert await desk.newsroom.drafts("C1") == ()


async def test_a_megabyte(desk: Desk) -> None:
    """A draft of a megabyte is refused with its size, the limit and the way out."""
    line = "This draft has 1,048,576 characters and one reading takes 500,000: split it"
    with pytest.raises(TooLong, match=line):
        await desk.hands_in("a" * 1024 * 1024)

    assert (await desk.hands_in("a" * 500_000)).version == 1


async def test_half_a_character(desk: Desk) -> None:
    """What no database can hold is replaced one for one: every offset stays true."""
    listed = await desk.reads("Bad \ud83d and \x00 here. {hold who}")

    assert listed.text == "Bad \ufffd and \ufffd here. {hold who}"
    flag = listed.entries[0].flag
    assert listed.text[flag.start : flag.end] == "{hold who}"
