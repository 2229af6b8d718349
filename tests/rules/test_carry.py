"""A flag is known again in the next version, wherever its passage went."""

import pytest

from rules import review
from rules.carry import Change, Known, carry
from rules.traces import Passage, Trace, traces
from tests.rules.versions import ASKED, OTHER, RAIN, draft, first, numbers, read


def test_one_of_twins_is_cut() -> None:
    """The number that goes is that of the one whose neighbours went with it."""
    told = [f"Day {n} of many days began. {ASKED[0]} It was cold on day {n}." for n in range(3)]
    known = carry(first(read(draft(told))), read(draft([told[0], told[2]])))
    assert numbers(known) == [1, 3]


def test_a_moved_sentence_counts_more_than_an_edited_one() -> None:
    """The sentence as it was, though elsewhere, is the flag; its edited copy is a new one."""
    edited = ASKED[0].replace("northern", "southern")
    before = first(read(draft([ASKED[0], RAIN, OTHER[0]])))
    after = read(draft([edited, RAIN, OTHER[0], ASKED[0]]))
    assert numbers(carry(before, after)) == [None, 1]


@pytest.mark.parametrize(
    ("was", "is_", "change"),
    [
        ("Rents rose 31 per cent.", "Rents rose 31 per cent, Ana Roke said.", Change.SPEAKER),
        ("Rents rose 31 per cent, Ana Roke said.", "Rents rose 31 per cent.", Change.SPEAKER),
        ("Rents rose 31 per cent, Ana Roke said.", "Rents rose 31 per cent, Tom Hale said.",
         Change.SPEAKER),
        ("Rents rose 31 per cent, Ana Roke said.", "Rents rose 31 per cent, Ana Roke wrote.",
         Change.SPEAKER),
        ("Rents rose 31 per cent, Ana Roke said.", "Rents rose by 31 per cent, Ana Roke said.",
         Change.NOTHING),
        ("The “regime” fell in May.", 'The "regime"  fell in May.', Change.NOTHING),
    ],
)  # fmt: skip
def test_what_is_different(was: str, is_: str, change: Change) -> None:
    """Other words around it change nothing; another speaker does, and the number stays."""
    assert carry(first(read(was)), read(is_)) == (Known(1, change),)


@pytest.mark.parametrize(
    ("was", "is_"),
    [
        ("Rents have risen 31 per cent.", "Crimes in town have fallen 31 per cent."),
        ("Rents have risen 31 per cent.", "The mob was seen in May."),
        ("The mob ran over the new bridge.", "The regime ran over the new bridge."),
    ],
)
def test_another_flag(was: str, is_: str) -> None:
    """Other words, or the same words in a sentence that says something else, are a new flag."""
    assert carry(first(read(was)), read(is_)) == (None,)


def test_a_whole_sentence_that_is_added_to() -> None:
    """Where the flagged words are a claim by themselves, they are what has to be the same."""
    claim = "the treasurer pocketed the flood money"
    versions = [
        Trace(
            rule="legal.libel", places=(Passage(words=claim, sentence=n, left=left, right=right),)
        )
        for n, left, right in (("a", "", ""), ("b", "in the end", "on monday"))
    ]
    assert carry({7: versions[0]}, versions[1:]) == (Known(7),)


def test_a_sentence_in_two() -> None:
    """A long sentence that was cut in two leaves its flags their numbers."""
    was = "The regime closed the northern port on Friday, and rents have risen 31 per cent since."
    is_ = "The regime closed the northern port on Friday. Rents have risen 31 per cent since."
    assert carry(first(read(was)), read(is_)) == (Known(1), Known(2))


def test_a_group_that_lost_a_place() -> None:
    """It is the same flag, and nothing about it is different, whichever place went."""
    told = [ASKED[0], ASKED[1], "No regime lasts."]
    before = first(read(draft(told), ["regime"]))
    for gone in range(3):
        after = read(draft(told[:gone] + told[gone + 1 :]), ["regime"])
        assert carry(before, after) == (Known(1),)


def test_a_group_that_got_a_place() -> None:
    """It is the same flag, but what was decided on it was not decided on that place."""
    before = first(read(draft(ASKED[:2]), ["regime"]))
    for at in range(3):
        told = [*ASKED[:at], "No regime lasts.", *ASKED[at:2]]
        assert carry(before, read(draft(told), ["regime"])) == (Known(1, Change.PLACE),)


def test_a_place_in_the_place_of_another() -> None:
    """As many places as before, but one of them was never seen."""
    before = first(read(draft(ASKED[:2]), ["regime"]))
    after = read(draft([ASKED[0], "No regime lasts."]), ["regime"])
    assert carry(before, after) == (Known(1, Change.PLACE),)


def test_a_question_about_the_whole_draft() -> None:
    """It is known by its rule, wherever its first words stand; another answer is a change."""
    before = first(read("{all Mallick} spoke. Rain fell."))
    assert carry(before, read("Rain fell. They met {all Mallick} again.")) == (Known(1),)
    assert carry(before, read("{all Roke} spoke.")) == (Known(1, Change.WORDS),)


def test_several_questions_about_the_whole_draft() -> None:
    """Each is known by what it is about; the one that is left over is the one that changed."""
    before = first(read("{all roof} one. {all port} two. {all fair} three."))
    after = read("{all fair} three. {all roof} one. {all quay} two.")
    assert carry(before, after) == (Known(3), Known(1), Known(2, Change.WORDS))
    more = read("{all quay} two. {all lamps} four. {all roof} one.")
    assert carry(before, more) == (None, None, Known(1))


def test_what_was_gone_before_is_not_changed_into_something_new() -> None:
    """A question about the whole draft that was gone comes back only as itself."""
    before = first(read("{all roof} one."))
    assert carry(before, read("{all port} two."), gone={1}) == (None,)
    assert carry(before, read("{all roof} two."), gone={1}) == (Known(1),)


def test_a_rule_that_was_renamed() -> None:
    """The old id and the new one are the same rule."""
    before = first(read(ASKED[0]))
    after = [each.model_copy(update={"rule": "copy.new"}) for each in read(ASKED[0])]
    assert carry(before, after, renamed={"copy.re": "copy.new"}) == (Known(1),)
    assert carry(before, after, renamed={}) == (None,)


@pytest.mark.parametrize("twins", [True, False])
def test_many_flags_of_the_same_words(twins: bool) -> None:
    """Hundreds of edited sentences with the same words in them each find their own."""
    names = [f"{a}{b}ville" for a in "ABCDEFGHIJKLMNOPQRST" for b in "abcdefghijklmno"]
    if twins:
        names = ["Alville"] * len(names)
    was = [f"In {name} the regime closed the northern port." for name in names]
    is_ = [f"In {name} the regime shut the northern port." for name in names]
    known = carry(first(read(draft(was))), read(draft(is_)))
    assert numbers(known) == list(range(1, len(names) + 1))


def test_the_real_attributions() -> None:
    """Who speaks is told by source and cue, and is nobody where the words are our own."""
    text = "The regime fell in May. Rain fell too. Some of it ruined crops, Ana Roke said."
    spoken = {each.places[0].words: each.places[0].speaker for each in traces(text, review(text))}
    assert spoken["regime"] == ""
    said = text.replace("fell in May", "fell in May, Ana Roke said")
    (regime,) = (t for t in traces(said, review(said)) if t.rule == "language.label")
    assert (regime.places[0].words, regime.places[0].speaker) == ("regime", "ana roke | said")
