"""Who may: every role on the surfaces that are not in test_who_may.py, through the real app."""

from collections.abc import AsyncIterator, Mapping, Sequence

import pytest
import pytest_asyncio

from bot.model import Outcome, Person
from tests.bot.newsdesk import NAMES, Newsdesk, newsdesk
from tests.bot.surfaces import (
    COPY,
    Act,
    At,
    opens_at_home,
    pastes,
    reacts,
    reopens,
    replies,
    several,
    shares,
    takes,
    takes_at_home,
    types,
    window,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

OPEN, SETTLED, ANSWERED, BOTH = "open", "settled", "answered", "answered and settled"
REFUSED, UNHEARD = "refused", "unheard"  # with one line, and without a word
_LOOKS = 10  # at what becomes of it, each when all is quiet: a file is fetched after the ack

# What becomes of a thing, by whose word; Sana wrote the copy, but for Ed's, which is his own.
OUTSIDE = dict.fromkeys(("Gus", "Stella"), REFUSED)  # a guest, and one of another organisation
EDITORS = ("Imran", "Leila", "Stan")  # standards are editors, too


def team(became: str, **others: str) -> Mapping[str, str]:
    """The same by everybody on the team, but for the others that are named."""
    return {**dict.fromkeys(NAMES, became), **OUTSIDE, **others}


STET = team(ANSWERED, **dict.fromkeys(EDITORS, SETTLED))
LAW = team(ANSWERED, **dict.fromkeys((*EDITORS, "Priya"), SETTLED))
WRITER = {**dict.fromkeys(NAMES, UNHEARD), "Sana": "handed in", "Ed": "handed in"}

SURFACES: dict[str, tuple[Act, Mapping[str, str]]] = {
    "settle several queries as stet": (several("pack:desk", "Stet"), STET),
    "settle several that the law asks as wrong": (several("pack:legal", "Wrong"), LAW),
    "settle several, a harm hold, as fixed": (several("pack:harm", "Fixed"), team(ANSWERED)),
    "settle all that is open as fixed": (several("all", "Fixed"), team(BOTH)),
    "reopen in the menu": (reopens, team(OPEN)),
    "fixed in the window": (window("Fixed"), team(SETTLED)),
    "wrong in the window": (window("Wrong"), STET),
    "fixed all queries by reply": (replies("fixed all queries"), team(SETTLED)),
    "take it": (takes, team("taken")),
    "take it by command": (types("/desk take {draft}"), team("taken")),
    "due by command": (types("/desk due {draft} tomorrow 9:00"), team("due")),
    "ask by reply": (replies("ask {n} {leila}"), team("assigned")),
    "a file in the thread": (shares(""), WRITER),
    "a file that names us": (shares("{me}"), team("handed in")),
    "a reaction on a file": (reacts, team("handed in")),
    "a version pasted in the window": (pastes, team("handed in")),
    "check by command": (types("/desk check {copy}"), team("another draft")),
    "open at home": (opens_at_home, team(SETTLED)),
    "take it at home": (takes_at_home, team("taken")),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Newsdesk]:
    """One desk for all of these tests."""
    async with newsdesk(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.mark.parametrize("surface", SURFACES)
async def test_every_role(desk: Newsdesk, surface: str) -> None:
    """What somebody may do they can do; what not is refused in one line, and changes nothing."""
    act, expected = SURFACES[surface]
    await _over(desk)
    sanas, eds = await desk.draft("Sana", COPY), await desk.draft("Ed", COPY)
    # The home tab offers to take what others wrote.
    of_ed = "Sana" if act is takes_at_home else "Ed"
    for name in NAMES:
        thread, draft = eds if name == of_ed else sanas
        at = At(desk, desk.editor(name), thread, draft, (await desk.numbers(draft))["a"])
        await _begins(at, act)
        there, before, told = len(await _open(desk)), len(await at.rows()), at.told
        lines, became = [*await act(at)], ""
        for _ in range(_LOOKS):
            await desk.room.quiet()
            became = await _became(at, before, [*lines, *at.told[len(told) :]])
            became = "another draft" if len(await _open(desk)) > there else became
            if became == expected[name]:
                break
        assert (name, became) == (name, expected[name])


async def test_a_marked_draft_is_for_the_team(desk: Newsdesk) -> None:
    """Anybody on it has it handed back, whoever wrote it; guests and strangers are told no."""
    await _over(desk)
    thread, draft = await desk.draft("Sana", COPY)
    for name in ("Gus", "Stella", "Olga"):
        at = At(desk, desk.editor(name), thread, draft)
        await at.person.presses("Hand back", on=thread)
        line = "comes into its thread" if name == "Olga" else "ask somebody of the team"
        await at.person.hears(line)
    await desk.sandbox.until(lambda: any(message.files for message in thread.ours))


async def _begins(at: At, act: Act) -> None:
    """Olga sees to it that the flags are open, or the query settled, or asked of the person."""
    newsroom, who, key = at.desk.newsroom, at.person, f"{at.draft}-{at.person.name}"
    entries = (await newsroom.checklist(at.draft)).entries
    decided = [entry.number for entry in entries if not entry.open]
    if decided:
        await newsroom.reopen(at.draft, decided, at.desk.olga, f"open-{key}")
    if act is reopens:
        fixed = (Outcome.FIXED, "", at.desk.olga, f"fixed-{key}")
        await newsroom.resolve(at.draft, [at.number], *fixed)
    if act is opens_at_home:
        to = Person(id=who.member.id, name=who.name)
        await newsroom.assign(at.draft, [at.number], to, None, at.desk.olga, f"to-{key}")
    if decided or act is reopens:
        at.desk.room.bot.work.redraw()
        await at.desk.room.quiet()


async def _became(at: At, before: int, lines: Sequence[str]) -> str:
    """What is new in the record, of decisions where their flags stand now; or else what is said.

    Nothing in the record and one line that says whom to ask is a refusal.
    """
    new = (await at.rows())[before:]
    numbers = sorted({row.body["number"] for row in new if row.kind == "decided"})
    if numbers:
        entries = await at.desk.newsroom.entries(at.draft, numbers)
        return " and ".join(sorted({entry.standing.value for entry in entries}))
    if new or not lines:
        return new[0].kind if new else UNHEARD
    return REFUSED if len(lines) == 1 and "ask somebody of the team" in lines[0] else str(lines)


async def _open(desk: Newsdesk) -> Sequence[int]:
    return [draft.id for draft in await desk.newsroom.drafts(desk.channel)]


async def _over(desk: Newsdesk) -> None:
    imran = Person(id=desk.editor("Imran").member.id, name="Imran")
    for draft in await _open(desk):
        await desk.newsroom.spike(draft, "old news", imran, f"over-{draft}")


@pytest.mark.parametrize("way", ["reply", "window"])
async def test_who_may_be_asked(desk: Newsdesk, way: str) -> None:
    """Anybody on the team may be asked to answer a flag; of others one line says so."""
    thread, draft = await desk.draft("Sana", COPY)
    at = At(desk, desk.editor("Imran"), thread, draft, (await desk.numbers(draft))["a"])
    for name in NAMES:
        to, told, lines = desk.editor(name).member, at.told, list[str]()
        before = len(await at.rows())
        if way == "reply":
            await at.person.replies(f"ask {at.number} {to.mention}", thread)
        else:
            await at.person.opens(thread.flag(at.number))
            lines += await at.sends(asked=to)
        await desk.room.quiet()
        if name in OUTSIDE:
            (line,) = [*lines, *at.told[len(told) :]]
            assert "of the team" in line
            assert len(await at.rows()) == before
        else:
            (entry,) = await desk.newsroom.entries(draft, [at.number])
            assert entry.assigned is not None
            assert entry.assigned.to.name == name
