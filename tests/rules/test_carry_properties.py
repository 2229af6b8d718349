"""What holds between any two versions of a draft."""

import random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rules import review
from rules.carry import Change, Known, carry
from rules.traces import Trace, traces
from tests.rules.versions import ASKED, OTHER, draft, first, numbers, read, same_words

SENTENCES = st.sampled_from((*ASKED, *OTHER))
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
DRAFTS = st.lists(PARAGRAPHS, min_size=1, max_size=6)


@given(DRAFTS)
def test_the_same_text_keeps_every_number(paragraphs: list[str]) -> None:
    """Reading a version again changes no number and nothing about a flag, twins or not."""
    present = read(draft(paragraphs))
    assert carry(first(present), present) == tuple(Known(n) for n in first(present))


@given(DRAFTS, st.integers(0, 6), PARAGRAPHS)
def test_a_paragraph_put_in(paragraphs: list[str], at: int, new: str) -> None:
    """Whatever is put in anywhere, each flag that was there keeps its number, in order."""
    before = read(draft(paragraphs))
    assume(new not in paragraphs)
    known = carry(first(before), read(draft([*paragraphs[:at], new, *paragraphs[at:]])))
    kept = [each for each in known if each]
    assert sorted(each.number for each in kept) == list(first(before))
    assert {each.change for each in kept} <= {Change.NOTHING}


@given(st.lists(st.sampled_from(ASKED), min_size=1, unique=True), st.data())
def test_a_paragraph_cut(paragraphs: list[str], data: st.DataObject) -> None:
    """What is left keeps its number; the number of what was cut comes up no more."""
    cut = data.draw(st.integers(0, len(paragraphs) - 1))
    before = first(read(draft(paragraphs)))
    known = carry(before, read(draft(paragraphs[:cut] + paragraphs[cut + 1 :])))
    assert numbers(known) == [n for n in before if n != cut + 1]


@given(st.permutations(ASKED))
def test_paragraphs_in_another_order(shuffled: list[str]) -> None:
    """Each flag goes with its sentence."""
    known = carry(first(read(draft(ASKED))), read(draft(shuffled)))
    assert numbers(known) == [ASKED.index(each) + 1 for each in shuffled]
    assert all(each and each.change is Change.NOTHING for each in known)


@given(DRAFTS, DRAFTS)
def test_no_number_is_given_twice(one: list[str], other: list[str]) -> None:
    """Between any two texts: each number once, and only to the same words of the same rule."""
    past, present = first(read(draft(one))), read(draft(other))
    known = carry(past, present)
    given_out = [n for n in numbers(known) if n]
    assert len(set(given_out)) == len(given_out)
    assert same_words(past, present, known)
    assert known == carry(past, present)


@given(st.lists(st.sampled_from(ASKED), min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_a_word_changed_in_each_sentence(asked: list[str], dice: random.Random) -> None:
    """An edit elsewhere in the sentence leaves a flag its number; twins stay in their order."""
    edited = []
    for sentence in asked:
        parts = sentence.split(" ")
        free = [n for n, part in enumerate(parts[:3]) if part not in ("31", "per", "regime")]
        parts[dice.choice(free)] = "Late"
        edited.append(" ".join(parts))
    known = numbers(carry(first(read(draft(asked))), read(draft(edited))))
    for sentence in set(asked):
        ours = [n for n, each in enumerate(asked) if each == sentence]
        assert {known[n] for n in ours} == {n + 1 for n in ours}


@given(DRAFTS, st.integers(1, 5))
def test_a_paragraph_said_several_times(paragraphs: list[str], times: int) -> None:
    """Twins keep their numbers in order while their neighbours do."""
    twin = "The regime closed the northern port on Friday."
    told = [part for n in range(times) for part in (f"Day {n} of many days began.", twin)]
    before = first(read(draft(told)))
    known = carry(before, read(draft([*paragraphs, *told])))
    assert numbers(known)[-times:] == list(before)


@given(DRAFTS, DRAFTS)
def test_what_comes_back_has_its_old_number(first_: list[str], second: list[str]) -> None:
    """What was gone from the second version and is back in the third is what it was."""
    one, other = read(draft(first_)), read(draft(second))
    past = first(one)
    known = carry(past, other)
    there: dict[int, Trace] = {}
    for n, trace in zip(known, other, strict=True):
        there[n.number if n else len(past | there) + 1] = trace
    again = carry(past | there, one, gone=past.keys() - there.keys())
    assert all(again)
    assert len(set(numbers(again))) == len(one)
    back = [n for n in past if n not in there]
    assert set(back) <= set(numbers(again)) or any(t in there.values() for t in one)


REAL = (
    "The regime closed the port on Friday.",
    "The mayor slammed the plan for the bridge.",
    "Some say the vote was bought in the north.",
    "Rents have risen 31 per cent since May.",
    "The treasurer pocketed the flood money.",
    "Rain fell on the square all night.",
    "The gate was shut, Ana Roke said on Monday.",
)


@given(st.permutations(REAL), st.permutations(REAL))
@settings(max_examples=25)
def test_the_real_rules_in_another_order(one: list[str], other: list[str]) -> None:
    """Whatever our rules ask of a passage is known again after its paragraph has moved."""
    was, is_ = review(draft(one)), review(draft(other))
    before, after = first(traces(was.text or "", was)), traces(is_.text or "", is_)
    known = carry(before, after)
    for found, trace, flag in zip(known, after, is_.flags, strict=True):
        if flag.scope == "passage" and any(f.quote == flag.quote for f in was.flags):
            assert found
            assert before[found.number].places[0].words == trace.places[0].words


@given(st.permutations(REAL))
@settings(max_examples=15)
def test_the_real_rules_on_the_same_text(one: list[str]) -> None:
    """Read again, a text has the numbers it had."""
    read_ = review(draft(one))
    left = traces(draft(one), read_)
    assert carry(first(left), left) == tuple(Known(n) for n in first(left))
