"""Reviews as text: how long passages, repeats and stopped rules are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handback.forms import Total
from bot.handback.ink import Ink
from bot.handback.places import LONGEST, Places
from bot.handback.text import Shown, summed
from rules import Level, Review, review


def shown(read: Review) -> list[str]:
    """The lines of a review without colours."""
    return Shown(Ink(), explain=True, sources=True).review(read, {}).splitlines()


def test_a_rule_that_was_stopped_is_named() -> None:
    """In one line before the sum."""
    read = review("Rain fell.").model_copy(update={"timed_out": ("house.slow",)})
    assert shown(read)[-2:] == [
        "house.slow took too long on this draft and was stopped.",
        "Read it: 1 sentence, 0 attributed. Nothing to query.",
    ]


def test_many_places_are_cut_short() -> None:
    """A word that stands everywhere does not fill the screen with places."""
    [line] = [line for line in shown(review("The regime fell.\n" * 100)) if "Also at" in line]
    assert line.startswith("  Also at 2:5, 3:5, ")
    assert line.endswith("13:5 and 87 more")


def test_a_rule_says_why_once() -> None:
    """At its first flag; at the next the question alone is enough."""
    lines = shown(review("The mayor slammed the plan.\nThe clerk blasted the fee.\n"))
    assert sum("(language.verb" in line for line in lines) == 2
    assert sum(line.startswith("  Why: A verb of fighting") for line in lines) == 1
    assert sum(line.startswith("  Fix: Say what was done") for line in lines) == 1


def test_a_long_sentence_is_cut_around_the_words() -> None:
    """And marked words that go on for ever are cut as well."""
    text = f"{'on and ' * 500}the regime {'and on ' * 500}"
    [line] = [line for line in shown(review(text)) if "[[regime]]" in line]
    assert line.startswith("  …")
    assert line.endswith("…")
    assert len(line) < LONGEST + 40
    places = Places(review("word " * 5000))
    assert len(places.passage([(0, 20_000)], Ink())) < 4 * LONGEST


def test_copy_in_another_language_is_named() -> None:
    """One line says that it was not read."""
    german = "Der Bürgermeister hat den Plan gestern nicht unterschrieben, und das ist gut so. "
    assert "not in English" in summed(review(german * 5))


def test_sentences_that_somebody_is_named_for_are_counted() -> None:
    """Clean copy says how many of its sentences are attributed."""
    read = review(
        "Rain fell.\n\n“It was wet,” the miller said.\n\n“It was cold,” the clerk said.\n"
    )
    assert summed(read) == "Read it: 3 sentences, 2 attributed. Nothing to query."


def test_a_sum_presses_as_its_hardest_flag() -> None:
    """Whatever is as hard as the level asked for, or harder."""
    total = Total().plus(10, [Level.NOTE]).plus(5, [Level.QUERY])
    assert (total.drafts, total.words) == (2, 15)
    assert [total.presses(level) for level in Level] == [False, True, True]


@given(st.text(alphabet="ab .\r\n\u2028\x00é“”", max_size=80), st.data())
def test_places_are_those_of_an_editor(text: str, data: st.DataObject) -> None:
    """Line and column count from 1 and lead back to the place."""
    place = data.draw(st.integers(0, len(text)))
    line, column = map(int, Places(review(text)).at(place).split(":"))
    lines = text.split("\n")
    assert sum(len(one) + 1 for one in lines[: line - 1]) + column - 1 == place


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), min_size=1, max_size=6),
    st.sampled_from(["The gate was shut at nine, and nobody saw it that night.", "a " * 99]),
)
def test_passages_keep_their_words(spans: list[tuple[int, int]], text: str) -> None:
    """Without its marks a short passage is the sentence, however the marks overlap."""
    ends = [(start, min(start + length, len(text))) for start, length in spans]
    passage = Places(review(text)).passage(ends, Ink())
    assert passage.replace("[[", "").replace("]]", "").strip() in text
    assert passage.count("[[") == passage.count("]]") >= 1


@pytest.mark.parametrize("looks", [True, False])
def test_control_characters_never_reach_a_terminal(looks: bool) -> None:
    """Nor do they in the names of files and rules."""
    read = review("The regime \x1b]0;x\x07 fell \u202eback.")
    drawn = Shown(Ink(looks), explain=True, sources=True).review(read, {})
    assert not {"\x07", "\u202e", "\x1b]"} & {drawn[n : n + 2] for n in range(len(drawn))}
    assert not {"\x07", "\u202e"} & set(drawn)
