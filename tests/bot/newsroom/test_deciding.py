"""Deciding on flags: who may, once, with a reason, and never two at cross purposes."""

import asyncio

import pytest

from bot.errors import AlreadySettled, AnswerChanged, NotYours, ReasonNeeded, UnknownFlag
from bot.model import Outcome, Standing
from tests.bot.newsroom.desk import IMRAN, LEILA, PRIYA, SANA, Desk

COPY = (
    "{hold who}. {hold reply}. {query figure}. {query when}. {note word}."  # 1 and 2, 3 and 4, 5
)


async def test_an_editor_lets_it_stand(desk: Desk) -> None:
    """An editor's stet settles a query and is on record with its reason."""
    await desk.reads(COPY)
    (entry,) = await desk.decides(Outcome.STET, 3, by=IMRAN, because=" the ministry's term ")

    assert entry.standing is Standing.SETTLED
    assert entry.last is not None
    assert (entry.last.by, entry.last.reason) == (IMRAN, "the ministry's term")
    assert entry == await desk.entry(3)


async def test_a_writer_answers(desk: Desk) -> None:
    """A writer's stet answers a query, and an editor's word settles it."""
    await desk.reads(COPY)
    (entry,) = await desk.decides(Outcome.STET, 3, by=SANA, because="they call it that")
    assert entry.standing is Standing.ANSWERED

    with pytest.raises(NotYours, match="A stet on your own copy needs another editor"):
        await desk.decides(Outcome.STET, 3, by=SANA, because="really")
    (entry,) = await desk.decides(Outcome.STET, 3, by=IMRAN, because="agreed")
    assert entry.standing is Standing.SETTLED


async def test_a_writer_fixes_and_sources(desk: Desk) -> None:
    """Fixed and sourced settle a query or a note, the writer's too."""
    await desk.reads(COPY)
    fixed = await desk.decides(Outcome.FIXED, 3, 5, by=SANA)
    sourced = await desk.decides(Outcome.SOURCED, 4, by=SANA, because="the port, 3 June")

    assert {entry.standing for entry in (*fixed, *sourced)} == {Standing.SETTLED}


async def test_a_hold_takes_two(desk: Desk) -> None:
    """A hold is answered by one person and settled by a second."""
    await desk.reads(COPY)
    (entry,) = await desk.decides(Outcome.FIXED, 1, by=SANA)
    assert entry.standing is Standing.ANSWERED
    (entry,) = await desk.decides(Outcome.FIXED, 1, by=IMRAN)
    assert entry.standing is Standing.SETTLED


async def test_who_uploads_a_version_owns_it_too(desk: Desk) -> None:
    """Imran's own words come in as version 2: its hold takes somebody other than him and Sana."""
    await desk.reads(COPY)
    await desk.newsroom.read((await desk.hands_in(f"{COPY} {{hold late}}", by=IMRAN)).id)
    (entry,) = await desk.decides(Outcome.STET, 6, by=SANA, because="in court")
    assert entry.standing is Standing.ANSWERED
    with pytest.raises(NotYours, match="A hold on your own copy needs another editor"):
        await desk.decides(Outcome.STET, 6, by=IMRAN, because="in court")
    (query,) = await desk.decides(Outcome.STET, 3, by=IMRAN, because="house style")
    assert query.standing is Standing.ANSWERED
    (entry,) = await desk.decides(Outcome.STET, 6, by=LEILA, because="in court")
    assert entry.standing is Standing.SETTLED


async def test_agreeing_to_what_was_not_seen(desk: Desk) -> None:
    """A decision on a state that is past is refused whole, and the same act again stays done."""
    await desk.reads(COPY)
    await desk.decides(Outcome.SOURCED, 1, by=SANA, because="the letter of 2 May")
    await desk.decides(Outcome.WRONG, 1, by=SANA, because="there is no letter")
    agree = ([1], Outcome.WRONG, "there is no letter", LEILA, "A1")
    for past in ((1, 1), (2, 2)):
        with pytest.raises(AnswerChanged, match="The answer changed meanwhile: look again"):
            await desk.newsroom.resolve(1, *agree, expected=past)
    assert len((await desk.entry(1)).resolutions) == 2
    for _ in range(2):
        (entry,) = await desk.newsroom.resolve(1, *agree, expected=(1, 2))
        assert entry.standing is Standing.SETTLED
    assert len(entry.resolutions) == 3


async def test_a_hold_by_one_editor_alone(desk: Desk) -> None:
    """One editor cannot settle a hold, however often; a changed mind is recorded."""
    await desk.reads(COPY)
    await desk.decides(Outcome.STET, 1, by=IMRAN, because="in court")
    with pytest.raises(NotYours, match="You answered hold 1 already"):
        await desk.decides(Outcome.STET, 1, by=IMRAN, because="in open court")

    (entry,) = await desk.decides(Outcome.WRONG, 1, by=IMRAN, because="nobody is accused")
    assert entry.standing is Standing.ANSWERED
    assert [each.outcome for each in entry.resolutions] == [Outcome.STET, Outcome.WRONG]
    (entry,) = await desk.decides(Outcome.WRONG, 1, by=LEILA, because="right")
    assert entry.standing is Standing.SETTLED


async def test_a_hold_on_your_own_copy(desk: Desk) -> None:
    """The writer never settles a hold: the line says who can."""
    await desk.reads(COPY)
    await desk.decides(Outcome.STET, 2, by=IMRAN, because="they did not pick up")

    line = "A hold on your own copy needs another editor: Imran or Leila can settle it."
    with pytest.raises(NotYours, match=line):
        await desk.decides(Outcome.STET, 2, by=SANA, because="so it is")


async def test_the_only_editor_decides_first(desk: Desk) -> None:
    """Where nobody else can settle a hold, a second voice is asked for, and then the editor."""
    desk.staffed(SANA, LEILA, editors=[IMRAN])
    await desk.reads(COPY)
    (entry,) = await desk.decides(Outcome.STET, 1, by=IMRAN, because="in court")
    again = "somebody else has to say so, too, and then you once more"
    assert (entry.standing, entry.waits_for) == (Standing.ANSWERED, f"a second person: {again}")
    with pytest.raises(NotYours, match=f"it needs a second person: {again}"):
        await desk.decides(Outcome.STET, 1, by=IMRAN, because="in court")

    (entry,) = await desk.decides(Outcome.STET, 1, by=LEILA, because="in court")
    assert (entry.standing, entry.waits_for) == (Standing.ANSWERED, "a second editor: Imran")
    with pytest.raises(NotYours, match="A hold needs an editor: Imran can settle it"):
        await desk.decides(Outcome.STET, 1, by=LEILA, because="in court")
    (entry,) = await desk.decides(Outcome.STET, 1, by=IMRAN, because="in court")
    assert entry.standing is Standing.SETTLED


async def test_what_a_legal_hold_waits_for(desk: Desk) -> None:
    """A legal hold waits for the legal group, a query for an editor, each by name."""
    desk.staffed(SANA, editors=[IMRAN, LEILA], legal=[PRIYA])
    await desk.reads("{legal hold name} {query figure}")
    told = await desk.decides(Outcome.STET, 1, 2, by=SANA, because="in court")
    assert [entry.waits_for for entry in told] == [
        "the legal group: Priya",
        "a second editor: Imran or Leila",
    ]
    with pytest.raises(NotYours, match="A legal hold needs the legal group: Priya can settle it"):
        await desk.decides(Outcome.STET, 1, by=IMRAN, because="in court")


async def test_somebody_was_first(desk: Desk) -> None:
    """Deciding on a settled flag tells who settled it, how, when and why."""
    await desk.reads(COPY)
    await desk.decides(Outcome.STET, 3, by=IMRAN, because="the ministry's term")

    with pytest.raises(AlreadySettled) as told:
        await desk.decides(Outcome.FIXED, 3, by=LEILA)
    line = str(told.value)
    assert line.startswith("Flag 3 is settled: stet by Imran, 3 March 2025 at 09:0")
    assert line.endswith("(“the ministry's term”). To decide again, reply “reopen 3” first.")


async def test_two_people_at_once(desk: Desk) -> None:
    """Of two editors who decide at the same moment one settles, and the other is told."""
    await desk.reads(COPY)
    answers = await asyncio.gather(
        desk.decides(Outcome.STET, 3, by=IMRAN, because="house style"),
        desk.decides(Outcome.WRONG, 3, by=LEILA, because="a title"),
        return_exceptions=True,
    )

    told = [each for each in answers if isinstance(each, BaseException)]
    assert [type(each) for each in told] == [AlreadySettled]
    assert len((await desk.entry(3)).resolutions) == 1


async def test_a_crowd_at_once(desk: Desk) -> None:
    """Forty people who click at the same moment are served one after another; none is lost."""
    await desk.reads(" ".join(f"{{query q{n}}}" for n in range(40)))
    await asyncio.gather(*(desk.decides(Outcome.FIXED, n, by=SANA) for n in range(1, 41)))

    assert (await desk.newsroom.checklist(1)).unsettled() == ()


async def test_delivered_again(desk: Desk) -> None:
    """An act that Slack delivers again gives the same answer and is recorded once."""
    await desk.reads(COPY)
    first = await desk.decides(Outcome.STET, 1, 3, by=IMRAN, because="so be it", key="A1")
    change = (await desk.newsroom.draft(1)).change
    again = await desk.decides(Outcome.STET, 1, 3, by=IMRAN, because="so be it", key="A1")

    assert again == first
    assert (await desk.newsroom.draft(1)).change == change


async def test_broken_off(desk: Desk) -> None:
    """An act whose caller is stopped, at whatever moment, is done whole and blocks nobody."""
    await desk.reads(" ".join(f"{{query q{n}}}" for n in range(40)))
    for n in range(1, 41):
        act = asyncio.create_task(desk.decides(Outcome.FIXED, n, by=SANA, key=f"A{n}"))
        for _ in range(n):
            await asyncio.sleep(0)
        act.cancel()

    async with asyncio.timeout(20):
        await desk.decides(Outcome.FIXED, 40, by=SANA, key="A40")
        # Who may is asked before the first write: one that came later may be done earlier.
        while desk.store._acts:
            await asyncio.wait(set(desk.store._acts))
    settled = [not entry.open for entry in (await desk.newsroom.checklist(1)).entries]
    assert settled == [True] * 40


async def test_all_or_none(desk: Desk) -> None:
    """When one of the flags named cannot be decided, none is."""
    await desk.reads(COPY)
    await desk.decides(Outcome.FIXED, 4, by=SANA)
    with pytest.raises(AlreadySettled):
        await desk.decides(Outcome.FIXED, 3, 4, 5, by=SANA)

    assert [n for n in (3, 5) if not (await desk.entry(n)).open] == []


@pytest.mark.parametrize(
    ("outcome", "form"),
    [
        (Outcome.STET, "reply “stet 3 4” and the reason"),
        (Outcome.WRONG, "reply “wrong 3 4” and the reason"),
        (Outcome.SOURCED, "reply “source 3 4” and who says it"),
    ],
)
async def test_without_a_reason(desk: Desk, outcome: Outcome, form: str) -> None:
    """Stet, wrong and sourced without their words show what to type; nothing is recorded."""
    await desk.reads(COPY)
    with pytest.raises(ReasonNeeded, match=form):
        await desk.decides(outcome, 3, 4, by=IMRAN, because=" \n")
    assert (await desk.entry(3)).resolutions == ()


async def test_reopened(desk: Desk) -> None:
    """A flag that is reopened is open, keeps its record, and can be decided again."""
    await desk.reads(COPY)
    await desk.decides(Outcome.STET, 3, by=IMRAN, because="house style")
    (entry,) = await desk.reopens(3, by=SANA, key="R1")
    assert (entry.open, len(entry.resolutions)) == (True, 2)

    (entry,) = await desk.decides(Outcome.FIXED, 3, by=SANA)
    assert entry.standing is Standing.SETTLED
    (entry,) = await desk.reopens(3, by=SANA, key="R1")
    assert entry.standing is Standing.SETTLED  # the old act, delivered again


async def test_reopening_what_is_open(desk: Desk) -> None:
    """Reopening an open flag changes nothing."""
    listed = await desk.reads(COPY)
    (entry,) = await desk.reopens(3)

    assert entry.resolutions == ()
    assert await desk.newsroom.checklist(1) == listed
    with pytest.raises(UnknownFlag):
        await desk.reopens(99)


async def test_only_people_decide(desk: Desk) -> None:
    """Reopened and unanswered are no decisions to be passed off as one."""
    await desk.reads(COPY)
    with pytest.raises(ValueError, match="not for a person to decide"):
        await desk.decides(Outcome.UNANSWERED, 3, by=SANA)
