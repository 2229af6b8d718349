"""Who may: every role, every decision, on every surface, through the real app.

What each word is worth on every kind of desk is in test_rights.py, without Slack.
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio

from bot.model import Outcome, Standing, State
from tests.bot.newsdesk import Newsdesk, newsdesk
from tests.conversation import Editor, Thread

pytestmark = pytest.mark.asyncio(loop_scope="module")

SETTLED, ANSWERED, REFUSED, NOTHING = "settled", "answered", "refused", "nothing"

# Whose word: Fixed or Sourced on a query, Stet or Wrong on a query or note, a second's word on
# a hold, and on a legal or harm hold. Sana wrote the copy, but for Ed's, which is his own.
WORDS = {
    "Sana": (SETTLED, ANSWERED, REFUSED, REFUSED),  # the writer
    "Ed": (SETTLED, ANSWERED, REFUSED, REFUSED),  # an editor, on his own copy
    "Imran": (SETTLED, SETTLED, SETTLED, REFUSED),  # an editor
    "Leila": (SETTLED, SETTLED, SETTLED, REFUSED),  # a second editor
    "Priya": (SETTLED, ANSWERED, REFUSED, SETTLED),  # legal
    "Stan": (SETTLED, SETTLED, SETTLED, REFUSED),  # standards, where there is a legal group
    "Rex": (SETTLED, ANSWERED, REFUSED, REFUSED),  # a member without a role
    "Gus": (NOTHING, NOTHING, NOTHING, NOTHING),  # a guest
    "Stella": (NOTHING, NOTHING, NOTHING, NOTHING),  # of another organisation
}

# Who may reopen a flag, clear, ask to run with holds, spike; and settings, records and pause.
ENDINGS = {
    "Sana": (True, False, False, True, False),
    "Ed": (True, False, False, True, False),
    "Imran": (True, True, True, True, False),
    "Leila": (True, True, True, True, False),
    "Priya": (True, False, False, False, False),
    "Stan": (True, True, True, True, True),
    "Rex": (True, False, False, False, False),
    "Gus": (False, False, False, False, False),
    "Stella": (False, False, False, False, False),
}

# The flags of a draft for each surface: what is asked, what is said, which column is expected.
REPLIES = {
    "query a": ("fixed {}", 0),
    "query b": ("source {} the harbour office, 3 June", 0),
    "query c": ("stet {} they call it that", 1),
    "query d": ("wrong {} it is a name", 1),
    "note e": ("stet {} they call it that", 1),
    "hold f": ("stet {} in court", 2),
    "legal hold g": ("stet {} in court", 3),
    "harm hold h": ("stet {} in court", 3),
}
WINDOWS = {
    "query i": ("Sourced", 0),
    "query j": ("Stet", 1),
    "hold k": ("Stet", 2),
    "legal hold l": ("Stet", 3),
}
MENUS = {"query m": ("Fixed", 0), "hold n": ("Agree", 2), "harm hold o": ("Agree", 3)}

FLAGS = (*REPLIES, *WINDOWS, *MENUS)
PAD = "The council met again on Monday to hear what the port had to say of it. " * 6
COPY = " ".join(f"It said {{{flag}}} there." for flag in FLAGS) + "\n" + PAD
HELD = "It said {hold f} and {query a} there. " + PAD
FREE = "It said {query a} there. " + PAD


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Newsdesk]:
    """One desk for all of these tests."""
    async with newsdesk(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


async def answered(desk: Newsdesk, draft: int, numbers: dict[str, int]) -> None:
    """Let Olga answer every hold, so that a second person's word can settle it."""
    holds = [numbers[flag[-1]] for flag in FLAGS if "hold" in flag]
    said = (draft, holds, Outcome.STET, "in court", desk.olga, f"olga-{draft}")
    await desk.newsroom.resolve(*said)
    desk.room.bot.work.redraw()


async def settles(
    desk: Newsdesk, person: Editor, draft: int, number: int, doing: Awaitable[object]
) -> str:
    """What becomes of a flag by what a person does: the word of the table.

    Where it is refused, the line that person got must say who may.
    """
    before = await desk.newsroom.entries(draft, [number])
    told = await desk.told(person, doing)
    (entry,) = await desk.newsroom.entries(draft, [number])
    if entry.standing is Standing.SETTLED:
        return SETTLED
    if len(entry.resolutions) > len(before[0].resolutions):
        assert "for a second editor" in told
        return ANSWERED
    if "Guests and people from other organisations" in told:
        assert "ask somebody of the team" in told
        return NOTHING
    assert re.search(r"needs .+: .*(Imran|Leila|Priya).* can settle it\.$", told), told
    return REFUSED


@pytest.mark.parametrize("name", WORDS)
async def test_by_reply_window_and_menu(desk: Newsdesk, name: str) -> None:
    """A person's word is worth the same wherever it is given."""
    person, expected = desk.editor(name), WORDS[name]
    thread, draft = await desk.draft(name, COPY)
    numbers = await desk.numbers(draft)
    await answered(desk, draft, numbers)
    await desk.room.quiet()

    for flag, (said, column) in REPLIES.items():
        number = numbers[flag[-1]]
        became = await settles(
            desk, person, draft, number, person.replies(said.format(number), thread)
        )
        assert (flag, became) == (flag, expected[column])
    for flag, (outcome, column) in WINDOWS.items():
        became = await in_window(desk, person, thread, draft, numbers[flag[-1]], outcome)
        assert (flag, became) == (flag, expected[column])
    for flag, (label, column) in MENUS.items():
        number = numbers[flag[-1]]
        became = await settles(
            desk, person, draft, number, person.presses(label, on=thread.flag(number))
        )
        assert (flag, became) == (flag, expected[column])


async def in_window(
    desk: Newsdesk, person: Editor, thread: Thread, draft: int, number: int, outcome: str
) -> str:
    """What becomes of a flag by what a person sends in from its window."""
    await person.opens(thread.flag(number))
    before = await desk.newsroom.entries(draft, [number])
    lines = await person.submits(outcome=outcome, reason="in court")
    (entry,) = await desk.newsroom.entries(draft, [number])
    if not lines:
        again = len(entry.resolutions) > len(before[0].resolutions)
        assert again
        return SETTLED if entry.standing is Standing.SETTLED else ANSWERED
    await person.member.closes()
    (line,) = lines.values()
    if line.startswith("Guests"):
        return NOTHING
    assert re.search(r"needs .+: .*(Imran|Leila|Priya).* can settle it\.$", line), line
    return REFUSED


@pytest.mark.parametrize("name", ENDINGS)
async def test_ending_and_setting(desk: Newsdesk, name: str) -> None:
    """Reopening, clearing, running, spiking and setting, by every way there is to each."""
    person, (reopens, clears, runs, spikes, sets) = desk.editor(name), ENDINGS[name]
    room = desk.room
    thread, draft = await desk.draft(name, FREE)
    await desk.newsroom.resolve(draft, [1], Outcome.FIXED, "", desk.olga, f"fixed-{draft}")
    room.bot.work.redraw()
    await room.quiet()

    await desk.told(person, person.replies("reopen 1", thread))
    assert (await desk.standing(draft, 1) is Standing.OPEN) is reopens

    ways: tuple[Callable[[], Awaitable[object]], ...] = (
        lambda: person.presses("Clear story", on=thread),
        lambda: person.types(f"/desk clear {draft}"),
        lambda: person.replies(f"{room.me} clear", thread),
    )
    for n, way in enumerate(ways):
        await desk.told(person, way())
        assert (n, await desk.state(draft) is State.CLEARED) == (n, clears)
        await desk.newsroom.reopen(draft, [1], desk.olga, f"reopen-{draft}-{n}")
        room.bot.work.redraw()
        await room.quiet()

    thread, draft = await desk.draft(name, HELD)
    await person.types(f"/desk run {draft}")
    opened = person.member.view is not None
    assert opened is runs
    if opened:
        second = desk.editor("Leila" if name == "Imran" else "Imran")
        assert await person.submits(run_reason="on air", run_second=second.member) == {}
        assert (await desk.newsroom.checklist(draft)).run is not None
    line = await person.types(f"/desk spike {draft} old news")
    assert (await desk.state(draft) is State.SPIKED) is spikes
    assert (
        spikes
        or "Spiking is for the writer or an editor: Ed, Imran, Leila or Stan can" in line
        or "Guests" in line
    )

    line = await person.types(f"/desk export {draft}")
    assert line.startswith("The record of") is sets
    assert (
        sets or "Records belong to standards: Stan can hand them out." in line or "Guests" in line
    )
    line = await person.types("/desk pause off")
    assert line.startswith("I read in this channel again") is sets
    await person.types("/desk settings")
    assert (person.member.view is not None) is sets
    if person.member.view is not None:
        await person.member.closes()


@pytest.mark.parametrize("named", ["Sana", "Priya", "Rex", "Gus", "Stella", "Imran"])
async def test_who_may_be_the_second(desk: Newsdesk, named: str) -> None:
    """Only another editor stands by a story that runs with its holds; whom the window names."""
    _, draft = await desk.draft("Sana", HELD)
    imran = desk.editor("Imran")
    await imran.types(f"/desk run {draft}")
    lines = await imran.submits(run_reason="on air", run_second=desk.editor(named).member)
    assert "Ed, Leila or Stan can stand by it" in lines["run_second"]
    await imran.member.closes()


async def test_agreeing_is_the_seconds_alone(desk: Newsdesk) -> None:
    """Of everybody on the desk, only the person who was named can agree."""
    thread, draft = await desk.draft("Sana", HELD)
    imran = desk.editor("Imran")
    await imran.types(f"/desk run {draft}")
    await imran.submits(run_reason="on air", run_second=desk.editor("Leila").member)
    await thread.says("Leila has to agree")
    for name in WORDS:
        if name != "Leila":
            person = desk.editor(name)
            told = await desk.told(person, _agrees(person, thread))
            assert "only Leila can agree" in told or told.startswith("Guests")
    leila = desk.editor("Leila")
    await _agrees(leila, thread)
    await desk.room.quiet()
    assert await desk.state(draft) is State.RUN_WITH_HOLDS


def _agrees(person: Editor, thread: Thread) -> Awaitable[None]:
    return person.presses("Run with holds", on=thread)


async def test_an_app_decides_nothing(desk: Newsdesk) -> None:
    """What an app says in a thread is nobody's word."""
    thread, draft = await desk.draft("Sana", FREE)
    desk.sandbox.ws.add(desk.channel, desk.sandbox.bot.id, "fixed 1", thread_ts=thread.ts)
    await desk.room.quiet()
    assert await desk.standing(draft, 1) is Standing.OPEN


async def test_before_roles_are_set(desk: Newsdesk) -> None:
    """In a channel that nobody has set every member is an editor, and the card says so once."""
    sana, rex = desk.editor("Sana"), desk.editor("Rex")
    desk.sandbox.channel("desk-home")
    thread = await sana.posts(FREE, "desk-home")
    await sana.reacts("memo", thread)
    await thread.read()
    assert "Everyone in this channel may settle flags here" in thread.words
    await rex.replies("stet 1 house style", thread)
    await thread.settles(thread.flag(1))
    await rex.presses("Clear story", on=thread)
    await desk.sandbox.until(lambda: "white_check_mark" in thread.root.reactions)


async def test_the_only_person_on_a_desk(desk: Newsdesk) -> None:
    """Where there is nobody else that person settles their own copy, and the record says so."""
    sana = desk.editor("Sana")
    alone = desk.sandbox.channel("desk-of-one", private=True)
    alone.members[:] = [sana.member.id, desk.sandbox.bot.id]
    thread = await sana.posts(HELD, "desk-of-one")
    await sana.reacts("memo", thread)
    await thread.read()
    await sana.replies("stet 1 in court", thread)
    await thread.settles(thread.flag(1))
    draft = await desk.newsroom.draft_at(desk.room.bot.work.place(alone.id, thread.ts))
    assert draft is not None
    rows = (await desk.newsroom.record(draft.id)).rows
    assert [row.body["right"] for row in rows if row.kind == "decided"] == ["alone"]
