"""Whatever way a decision is typed, it is understood as it was meant."""

from hypothesis import given
from hypothesis import strategies as st

from bot.replies import Verb, understand
from tests.bot.replies.forms import NAMES, Meant, decisions


@given(decisions)
def test_a_decision_is_understood_as_meant(decided: tuple[Meant, str]) -> None:
    """Synonyms, capitals, marks, joints, spans, courtesy, all, people and deadlines."""
    meant, said = decided
    read = understand(said, NAMES)
    assert isinstance(read, tuple)
    assert [Meant.read(one) for one in read] == [meant]


@given(st.lists(decisions, min_size=1, max_size=4), st.sampled_from(["\n", "\n\n", "\n  "]))
def test_so_are_several_one_a_line(decided: list[tuple[Meant, str]], between: str) -> None:
    """An editor works down the list in one message, and no line changes another."""
    read = understand(between.join(said for _, said in decided), NAMES)
    assert isinstance(read, tuple)
    assert [Meant.read(one) for one in read] == [meant for meant, _ in decided]


@given(decisions, st.sampled_from(["Morning!", "Right, here goes", "> fixed 3", "Sana:"]))
def test_a_greeting_before_it_is_left_alone(decided: tuple[Meant, str], greeting: str) -> None:
    """Talk on a line of its own changes nothing."""
    meant, said = decided
    read = understand(f"{greeting}\n{said}", NAMES)
    assert isinstance(read, tuple)
    assert [Meant.read(one) for one in read] == [meant]


@given(decisions)
def test_what_was_read_is_quoted_as_it_was_typed(decided: tuple[Meant, str]) -> None:
    """The person recognises their own words: the verb first, then the flags."""
    meant, said = decided
    read = understand(said, NAMES)
    assert isinstance(read, tuple)
    (one,) = read
    assert one.said in " ".join(said.split())
    assert (one.said.lower().split()[0].strip(":,") == "ask") is (meant.verb is Verb.ASK)
