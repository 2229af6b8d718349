"""`fixed all language`: which flags that means, and what is said where there are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Entry, Standing
from bot.replies import Every, Nearly, Understood, names_of, nothing_line, understand
from rules.model import Level
from tests.bot.blocks.lists import entry

ENTRIES = [
    entry(1, rule="sourcing.accusation", level=Level.HOLD),
    entry(2, rule="language.verb"),
    entry(3, rule="language.label"),
    entry(4, Standing.SETTLED, rule="language.verb"),
    entry(5, rule="copy.name", level=Level.NOTE),
    entry(6, Standing.ANSWERED, rule="sourcing.accusation", level=Level.HOLD),
    entry(8, rule="Brand.Verb", level=Level.NOTE),
]
NAMES = names_of(each.flag.rule for each in ENTRIES)


def only(text: str) -> Understood:
    """The one decision in a reply."""
    read = understand(text, NAMES)
    assert isinstance(read, tuple)
    (one,) = read
    return one


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("fixed all", (1, 2, 3, 5, 8)),
        ("Fixed all, thanks", (1, 2, 3, 5, 8)),
        ("fixed all language", (2, 3)),
        ("fixed all language.verb", (2,)),
        ("fixed all verb", (2, 8)),
        ("fixed all brand.verb", (8,)),
        ("fixed all notes", (5, 8)),
        ("fixed all holds", (1,)),
        ("fixed all queries", (2, 3)),
        ("fixed all the open queries", (2, 3)),
        ("fixed all of the language flags", (2, 3)),
        ("fixed all but 1 and 3-5", (2, 8)),
        ("fixed all language except for 2", (3,)),
        ("stet all notes: wire copy", (5, 8)),
        ("stet all language house style", (2, 3)),
        ("reopen all", (4, 6)),
        ("reopen all language", (4,)),
        ("ask all language <@U7>", (2, 3)),
        ("fixed all legal", ()),
    ],
)
def test_all_means_what_is_open(text: str, numbers: tuple[int, ...]) -> None:
    """Of a pack, a rule, a level, or the draft; to reopen, what is not open."""
    assert only(text).numbers(ENTRIES) == numbers


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("fixed all lanugage", ("fixed all language",)),
        ("reopen all sourcin", ("reopen all sourcing",)),
        ("fix all language", ("fixed all language",)),
        ("cut all notes", ("fixed all notes",)),
        ("stet all house style", ("stet all house: style", "stet all: house style")),
        ("stet all his own words", ("stet all: his own words",)),
        ("wrong all language house style", ("wrong all language: house style",)),
    ],
)
def test_what_may_be_said_to_the_writer_is_asked_about(text: str, meant: tuple[str, ...]) -> None:
    """“Fix all language” may ask it of somebody else; nothing is decided on a guess."""
    read = understand(text, NAMES)
    assert isinstance(read, Nearly)
    assert read.meant == meant
    assert [form for form in meant if not isinstance(understand(form, NAMES), tuple)] == []


@pytest.mark.parametrize("text", ["fix all", "cut all name", "wrong all names", "fixed all verbs"])
def test_a_rule_of_an_everyday_name_is_no_command_in_the_plural(text: str) -> None:
    """Somebody may well have fixed all verbs."""
    assert understand(text, NAMES) is None


@given(
    st.lists(
        st.builds(
            entry,
            st.integers(1, 60),
            st.sampled_from(Standing),
            rule=st.sampled_from(["language.verb", "language.label", "copy.name", "legal.libel"]),
            level=st.sampled_from(Level),
        ),
        unique_by=lambda each: each.number,
    ),
    st.sampled_from(["", "language", "verb", "legal.libel", "hold", "notes", "queries"]),
    st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), max_size=3).map(tuple),
)
def test_a_name_and_the_others_make_the_whole(
    entries: list[Entry], name: str, but: tuple[tuple[int, int], ...]
) -> None:
    """What is left out and what is meant share no flag, and nothing unknown is meant."""
    whole, meant = Every(name).of(entries), Every(name, but).of(entries)
    left_out = {n for n in whole if any(first <= n <= last for first, last in but)}
    assert set(meant) | left_out == set(whole)
    assert not set(meant) & left_out
    assert set(whole) <= set(Every().of(entries)) == {each.number for each in entries}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("fixed all legal", "I read “fixed all legal”, but no flag of “legal” is open on this "
         "draft. Open: 1 to 3, 5 and 8."),
        ("fixed all queries but 2 3", "I read “fixed all queries but 2 3”, but no other query is "
         "open on this draft. Open: 1 to 3, 5 and 8."),
        ("reopen all notes", "I read “reopen all notes”, but no note is answered or settled on "
         "this draft. Answered or settled: 4 and 6."),
    ],
)  # fmt: skip
def test_where_there_are_none_the_line_says_which_there_are(text: str, line: str) -> None:
    """One line, with what could be meant instead."""
    assert nothing_line(only(text), ENTRIES) == line


def test_where_nothing_is_open_the_line_is_short() -> None:
    """There is nothing else to be meant."""
    line = nothing_line(only("fixed all"), [entry(4, Standing.SETTLED)])
    assert line == "I read “fixed all”, but no flag is open on this draft."
