"""The window to hand a draft in: from `/desk check`, or from Slack's shortcuts."""

import asyncio

import pytest

from bot.blocks.check import CHANNEL, FILE, LINK, TEXT
from bot.errors import Unreadable
from bot.link import Link
from bot.readers.copy import Format
from bot.readers.file import as_it_lies
from bot.serve import Bot
from tests.bot.listeners.drafts import CLEAN, RIVER
from tests.conversation import Editor, Room, Thread

SHORT = "The mayor slammed the plan, which the council will vote on next week."
PAGE = "https://desk.example/river"


@pytest.fixture
def web(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were opened; one of them is a page."""
    opened: list[str] = []

    async def open_page(address: str, channel: str) -> Link:
        opened.append(address)
        if address != PAGE:
            raise Unreadable("There is no such page: check the address, or paste the text.")
        return Link(as_it_lies(RIVER, Format.HTML), "River talks", address, b"")

    hands = bot.work._taking._hands._replace(open=open_page)
    monkeypatch.setattr(bot.work._taking, "_hands", hands)
    return opened


async def handed(room: Room, channel: str | None = None) -> Thread:
    """The thread of a draft without a message of its own."""
    where = channel or room.channel
    there = Room(room.sandbox, room.bot, where)
    await room.sandbox.until(lambda: there.threads())
    return there.threads()[0]


async def test_check_alone_asks_for_a_draft(sana: Editor, room: Room) -> None:
    """What is filled in is read; the card is the root of its thread, the text is not posted."""
    assert await sana.types("/desk check") == ""
    assert await sana.submits(**{TEXT: SHORT}) == {}
    await sana.hears("Reading what you handed in")
    thread = await handed(room)
    assert "handed in by Sana" in thread.card
    assert thread.flags("query")
    assert "vote on next week" not in thread.root.text + thread.card


async def test_a_file_in_the_window(sana: Editor, room: Room) -> None:
    """It is fetched and read, however long."""
    await sana.types("/desk check")
    assert await sana.submits(**{FILE: ("river.md", RIVER.encode())}) == {}
    assert (await handed(room)).flags("hold")


async def test_a_file_that_cannot_be_read(sana: Editor, room: Room) -> None:
    """Whoever handed it in is told what is wrong."""
    await sana.types("/desk check")
    await sana.submits(**{FILE: ("river.txt", b"\x89PNG\r\n\x1a\n")})
    await sana.hears("it is a picture")
    assert room.threads() == []


async def test_a_link_in_the_window(sana: Editor, room: Room, web: list[str]) -> None:
    """Its page is read, once."""
    await sana.types("/desk check")
    assert await sana.submits(**{LINK: f" {PAGE} "}) == {}
    assert (await handed(room)).flags("hold")
    assert web == [PAGE]


async def test_a_link_after_the_word(sana: Editor, room: Room, web: list[str]) -> None:
    """`/desk check https://…` reads the page, and says so at once."""
    assert f"Reading <{PAGE}>" in await sana.types(f"/desk check {PAGE}")
    assert "River talks" in (await handed(room)).card
    (draft,) = await room.bot.work.newsroom.drafts(room.sandbox.find(room.channel).id)
    assert draft.link == PAGE


async def test_a_link_that_leads_nowhere(sana: Editor, room: Room, web: list[str]) -> None:
    """One line, to the one who typed it."""
    await sana.types("/desk check https://desk.example/nothing")
    await sana.hears("There is no such page")
    assert room.threads() == []


async def test_a_link_into_the_house_is_not_followed(sana: Editor, room: Room) -> None:
    """What opens links is the real thing: it looks on the public net alone."""
    await sana.types("/desk check http://127.0.0.1/secret")
    await sana.hears("inside a private network, where I do not look")
    assert room.threads() == []


@pytest.mark.parametrize("said", ["{}", "version {}", "new version: {}"])
async def test_a_link_is_the_next_version(
    sana: Editor, room: Room, web: list[str], said: str
) -> None:
    """With our name, in the draft's thread: what the page says is read, as version 2."""
    thread = await sana.hands_in(CLEAN)
    await sana.replies(f"{room.me} {said.format(PAGE)}", thread)
    await thread.says("version 2")
    assert web == [PAGE]
    assert thread.flags("hold")


async def test_a_post_that_is_a_link(
    sana: Editor, imran: Editor, room: Room, web: list[str]
) -> None:
    """Under a memo it is the page that is read; the draft lives under the post."""
    thread = await sana.posts(PAGE)
    await imran.reacts("memo", thread)
    await thread.read()
    assert thread.flags("hold")


async def test_a_post_whose_page_cannot_be_read(
    sana: Editor, imran: Editor, room: Room, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It bears eyes while the page is looked for, and none when there is none."""
    asked, found = asyncio.Event(), asyncio.Event()

    async def open_page(address: str, channel: str) -> Link:
        asked.set()
        await found.wait()
        raise Unreadable("There is no such page: check the address, or paste the text.")

    hands = bot.work._taking._hands._replace(open=open_page)
    monkeypatch.setattr(bot.work._taking, "_hands", hands)
    thread = await sana.posts(PAGE)
    await imran.reacts("memo", thread)
    await asked.wait()
    assert set(thread.root.reactions) == {"memo", "eyes"}
    found.set()
    await imran.hears("There is no such page")
    await room.sandbox.until(lambda: set(thread.root.reactions) == {"memo"})


async def test_where_it_is_not_invited_no_window_opens(sana: Editor, room: Room) -> None:
    """What to do first is said instead."""
    room.sandbox.channel("secret", invited=False)
    assert "/invite @copychief" in await sana.types("/desk check", "secret")
    assert sana.member.view is None


async def test_one_of_the_three(sana: Editor, room: Room, web: list[str]) -> None:
    """Nothing, or too much, comes back with a line at the fields; what is there is not lost."""
    await sana.types("/desk check")
    assert "one of the three" in (await sana.submits())[TEXT]
    both = await sana.submits(**{LINK: PAGE, TEXT: SHORT})
    assert set(both) == {LINK, TEXT}
    assert await sana.submits(**{LINK: ""}) == {}
    await handed(room)
    assert web == []


@pytest.mark.parametrize(
    ("field", "filled", "line"),
    [
        (LINK, "desk.example", "begins with https://"),
        (TEXT, "…", "not a word in this draft"),
    ],
)
async def test_what_cannot_be_read_stands_at_its_field(
    sana: Editor, field: str, filled: str, line: str
) -> None:
    """And the window stays as it was filled."""
    await sana.types("/desk check")
    assert line in (await sana.submits(**{field: filled}))[field]
    assert sana.member.view is not None


async def test_the_window_says_how_much_it_takes(sana: Editor) -> None:
    """Slack's limit is told before it is met."""
    await sana.types("/desk check")
    assert sana.member.view is not None
    assert "3,000 characters" in str(sana.member.view.body)
    assert "no more than 3000" in (await sana.submits(**{TEXT: "a " * 1_501}))[TEXT]


async def test_a_new_review_from_anywhere(sana: Editor, room: Room) -> None:
    """The shortcut knows no channel: the window asks for one."""
    room.sandbox.channel("canteen")
    await sana.uses("New review")
    assert await sana.submits(**{CHANNEL: "canteen", TEXT: SHORT}) == {}
    assert (await handed(room, "canteen")).flags("query")
    assert room.threads() == []


async def test_a_channel_that_we_are_not_in(sana: Editor, room: Room) -> None:
    """Said at the field, before anything is kept."""
    room.sandbox.channel("secret", invited=False)
    await sana.uses("New review")
    errors = await sana.submits(**{CHANNEL: "secret", TEXT: SHORT})
    assert "/invite @copychief" in errors[CHANNEL]
    assert await sana.submits(**{CHANNEL: room.channel}) == {}
    await handed(room)


async def test_a_new_review_for_oneself(sana: Editor, room: Room) -> None:
    """In the direct message with Copychief, where nobody else sees it."""
    await sana.uses("New review")
    direct = sana.member.direct.id
    assert await sana.submits(**{CHANNEL: direct, TEXT: SHORT}) == {}
    assert (await handed(room, direct)).flags("query")


async def test_guests_hand_nothing_in(room: Room) -> None:
    """Neither from a command nor from the window."""
    guest = room.editor("Gwen", guest=True)
    assert "ask somebody of the team" in await guest.types("/desk check")
    await guest.uses("New review")
    errors = await guest.submits(**{CHANNEL: room.channel, TEXT: SHORT})
    assert "ask somebody of the team" in errors[TEXT]


async def test_a_channel_shared_outside(sana: Editor, room: Room) -> None:
    """Nothing is asked for that cannot be read there."""
    room.sandbox.channel("partners").shared = True
    for text in ("/desk check", f"/desk check {SHORT}", f"/desk check {PAGE}"):
        assert "shared with another organisation" in await sana.types(text, "partners")


async def test_a_fault_of_ours_gives_the_window_back(
    sana: Editor, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written is still in it."""
    await sana.types("/desk check")

    async def breaks(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(bot.work, "check_text", breaks)
    errors = await sana.submits(**{TEXT: SHORT})
    assert "Something broke on our side" in "".join(errors.values())
    assert sana.member.view is not None


async def test_a_long_text_after_the_word(sana: Editor, room: Room) -> None:
    """A command takes more than the window does."""
    said = await sana.types("/desk check " + RIVER * 3)
    assert said.startswith("Reading *River talks")
    assert (await handed(room)).flags("hold")
