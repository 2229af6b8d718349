"""Own copy: whoever the byline names is a writer, whoever posts it."""

import pytest

from bot.errors import NotYours
from bot.model import Outcome, Person, Standing, State
from bot.newsroom.own_copy import meant
from tests.bot.newsroom.desk import IMRAN, LEILA, SANA, Desk

HADDAD = Person(id="U5", name="leila.haddad")
COPY = "Ferry sabotaged\nBy {}\n\nIt said {{hold who}}. It said {{query when}}."
BYLINED = COPY.format("Leila Haddad in Istanbul")
QUERIED = "Ferry late\nBy Leila Haddad\n\nIt said {query when}."


async def test_the_named_writer_settles_no_hold(desk: Desk) -> None:
    """Leila wrote what Sana posted: her word on a hold is an answer, and Imran's settles it."""
    await desk.reads(BYLINED)
    (entry,) = await desk.decides(Outcome.FIXED, 1, by=SANA)
    assert (entry.standing, entry.waits_for) == (Standing.ANSWERED, "a second editor: Imran")
    line = "A hold on your own copy needs another editor: Imran can settle it."
    with pytest.raises(NotYours, match=line):
        await desk.decides(Outcome.FIXED, 1, by=LEILA)
    (entry,) = await desk.decides(Outcome.FIXED, 1, by=IMRAN)
    assert entry.standing is Standing.SETTLED


async def test_the_named_writer_lets_no_query_stand(desk: Desk) -> None:
    """Her stet is an answer that another editor has to agree to; what she fixes is settled."""
    await desk.reads(BYLINED)
    (entry,) = await desk.decides(Outcome.STET, 2, by=LEILA, because="they call it that")
    assert entry.standing is Standing.ANSWERED
    with pytest.raises(NotYours, match="A stet on your own copy needs another editor"):
        await desk.decides(Outcome.STET, 2, by=LEILA, because="really")
    (entry,) = await desk.decides(Outcome.FIXED, 2, by=LEILA)
    assert entry.standing is Standing.SETTLED


async def test_the_named_writer_does_not_clear(desk: Desk) -> None:
    """Another editor does."""
    await desk.reads(QUERIED)
    line = "Clearing your own copy needs another editor: Imran can clear it."
    with pytest.raises(NotYours, match=line):
        await desk.clears(by=LEILA)
    assert (await desk.clears(by=IMRAN)).state is State.CLEARED


async def test_the_named_writer_does_not_run_it(desk: Desk) -> None:
    """Neither by asking nor as the second name; spiking it is theirs, as a writer's."""
    await desk.reads(BYLINED)
    with pytest.raises(NotYours, match="your own copy with its holds needs two other editors"):
        await desk.asks_to_run("now", IMRAN, by=LEILA)
    with pytest.raises(NotYours, match="The second name has to be another editor's"):
        await desk.asks_to_run("now", LEILA, by=IMRAN)
    desk.staffed(SANA, LEILA, editors=[IMRAN])
    assert (await desk.spikes("old news", by=LEILA)).state is State.SPIKED


@pytest.mark.parametrize("name", ["LEILA HADDAD", "Léila Haddâd", "Leila", "Imran and Leila"])
async def test_a_name_is_known_in_any_spelling(desk: Desk, name: str) -> None:
    """Case, accents and half a name hide nobody."""
    desk.staffed(SANA, HADDAD, IMRAN)
    await desk.reads(QUERIED.replace("Leila Haddad", name))
    with pytest.raises(NotYours, match="Clearing your own copy"):
        await desk.clears(by=HADDAD)


async def test_a_byline_of_an_earlier_version_counts(desk: Desk) -> None:
    """Taking a name off the copy does not make it somebody else's."""
    await desk.reads(BYLINED)
    await desk.reads(COPY.format("Staff Reporter"))
    await desk.decides(Outcome.FIXED, 1, by=SANA)
    with pytest.raises(NotYours, match="A hold on your own copy needs another editor"):
        await desk.decides(Outcome.FIXED, 1, by=LEILA)


async def test_a_byline_counts_once_it_is_read(desk: Desk) -> None:
    """A version nobody read yet makes the copy nobody's; read, it does."""
    await desk.reads("{query when}.")
    await desk.hands_in(f"{QUERIED} {{query who}}.")
    (entry,) = await desk.decides(Outcome.STET, 1, by=LEILA, because="house style")
    assert entry.standing is Standing.SETTLED
    await desk.newsroom.read(1)
    (entry,) = await desk.decides(Outcome.STET, 2, by=LEILA, because="house style")
    assert entry.standing is Standing.ANSWERED


async def test_alone_with_the_own_byline(desk: Desk) -> None:
    """Where there is nobody else, the only person on the desk may still."""
    desk.staffed(LEILA)
    await desk.reads(BYLINED)
    (entry,) = await desk.decides(Outcome.STET, 1, by=LEILA, because="I asked them")
    assert entry.standing is Standing.SETTLED


@pytest.mark.parametrize(
    ("author", "names", "own"),
    [
        ("Leila Haddad", ["Leila"], ["Leila"]),
        ("Leila Haddad", ["leila.haddad", "leila_haddad"], ["leila.haddad", "leila_haddad"]),
        ("Leila Haddad", ["Leila", "Leila Haddad", "Imran"], ["Leila Haddad"]),
        ("Leila Haddad", ["Leila", "leila", "Imran"], ["Leila", "leila"]),
        ("Leila Haddad", ["Leila Khan", "Imran Haddad"], []),
        ("Leila Haddad", ["Leila H.", "Imran H."], ["Leila H."]),
        ("L. Haddad", ["Leila Haddad", "Omar Haddad"], ["Leila Haddad"]),
        ("L. Roth", ["Leila", "Lara"], []),
        ("Leila", ["Leila Haddad", "Leila Khan"], ["Leila Haddad", "Leila Khan"]),
        ("Leila Haddad", ["Leila Haddad (she/her)", "Leila | Desk"], ["Leila Haddad (she/her)"]),
        ("Yıldız Ørsted", ["Yildiz Orsted"], ["Yildiz Orsted"]),
        ("Ann-Marie O’Neill", ["AnnMarie ONeill", "Ann Marie O'Neill"], ["Ann Marie O'Neill"]),
        ("Leila Haddad", ["", "2", "U123"], []),
    ],
)
def test_who_is_meant(author: str, names: list[str], own: list[str]) -> None:
    """By the words of their name; one word is enough where nobody's name fits better."""
    assert meant([author], {name: name for name in names}) == set(own)


def test_a_person_is_not_meant_by_two_authors_together() -> None:
    """Each name of a byline is looked at alone."""
    assert meant(["Leila Roth", "Imran Haddad"], {"U1": "Leila Haddad"}) == set()
    assert meant([], {"U1": "Leila Haddad"}) == set()
    assert meant(["Leila Haddad"], {}) == set()
