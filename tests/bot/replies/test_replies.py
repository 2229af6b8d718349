"""Replies that name flags: what is understood, what nearly, and what is left alone as talk."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.model import Outcome
from bot.replies import Nearly, Understood, Verb, understand
from tests.bot.blocks.lists import entry

KNOWN = [entry(number) for number in range(1, 31)]


def decision(text: str) -> Understood:
    """The one decision in a reply."""
    read = understand(text)
    assert isinstance(read, tuple)
    (one,) = read
    return one


def only(text: str) -> tuple[Verb, tuple[int, ...], str]:
    """The one decision in a reply: what, which flags, which words."""
    one = decision(text)
    return one.verb, one.numbers(KNOWN), one.words


@pytest.mark.parametrize(
    ("text", "verb", "numbers", "words"),
    [
        ("stet 4 quotation", Verb.STET, (4,), "quotation"),
        ("fixed 2", Verb.FIXED, (2,), ""),
        ("fix 2", Verb.FIXED, (2,), ""),
        ("cut 9", Verb.FIXED, (9,), ""),
        ("fixed 2 5-7", Verb.FIXED, (2, 5, 6, 7), ""),
        ("Fixed 2, 5 and 7.", Verb.FIXED, (2, 5, 7), ""),
        ("fixed 2 to 4", Verb.FIXED, (2, 3, 4), ""),
        ("fixed 4,5", Verb.FIXED, (4, 5), ""),
        ("fixed 7–5", Verb.FIXED, (5, 6, 7), ""),
        ("fixed #4 #6", Verb.FIXED, (4, 6), ""),
        ("fixed 2, cut the line", Verb.FIXED, (2,), "cut the line"),
        ("fixed 2 thanks", Verb.FIXED, (2,), ""),
        ("STET 4: his words", Verb.STET, (4,), "his words"),
        ("stet 4 – his words", Verb.STET, (4,), "his words"),
        ("stet flags 4 and 6 house style", Verb.STET, (4, 6), "house style"),
        ("stet 4 it is 5 per cent of all", Verb.STET, (4,), "it is 5 per cent of all"),
        ("stet 4 agreed with the desk", Verb.STET, (4,), "agreed with the desk"),
        ("stet 4 in a quotation", Verb.STET, (4,), "in a quotation"),
        ("stet 4", Verb.STET, (4,), ""),
        ("source 3 ONS, 12 May, https://ons.example/7", Verb.SOURCE, (3,),
         "ONS, 12 May, https://ons.example/7"),
        ("source 3 12 May, the mayor", Verb.SOURCE, (3,), "12 May, the mayor"),
        ("source 3, 12 May", Verb.SOURCE, (3,), "12 May"),
        ("sourced 3: 40 residents", Verb.SOURCE, (3,), "40 residents"),
        ("wrong 8 that is his title", Verb.WRONG, (8,), "that is his title"),
        ("why 4?", Verb.WHY, (4,), ""),
        ("Reopen 4 please", Verb.REOPEN, (4,), ""),
    ],
)  # fmt: skip
def test_a_reply_is_understood(
    text: str, verb: Verb, numbers: tuple[int, ...], words: str
) -> None:
    """Numbers, spans, commas, capitals and courtesy are all the same to it."""
    assert only(text) == (verb, numbers, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "fixed it, thanks",
        "2 sources say so",
        "source?",
        "Source 2 says the minister left at noon",
        "sources 3 and 4 agree",
        "fixed 2 typos in the lead",
        "cut 2 words",
        "fig 3",
        "fixed 4,500 copies were pulped",
        "why 4 people were left behind is in the last paragraph",
        "why?",
        "wrong, 2pm was the time",
        "set 4 aside for tomorrow",
        "step 2 is to call the ministry",
        "Stet is Latin for let it stand",
        "we fixed 2 already",
        "can you fix 3?",
    ],
)
def test_talk_is_left_alone(text: str) -> None:
    """Editors talk in a thread, and most of it is none of our business."""
    assert understand(text) is None


@given(st.text(max_size=80))
@example("stet")
@example("fixed -4")
def test_what_names_no_flag_is_never_a_decision(text: str) -> None:
    """Whatever else is typed, a decision begins with a verb and a number."""
    read = understand(text)
    if isinstance(read, tuple):
        heads = [each.said.lower().split(maxsplit=1) for each in read]
        assert all(verb.strip(":,") in {*Verb, "fix", "cut", "sourced"} for verb, _ in heads)
        assert all(any(map(str.isdigit, numbers)) for _, numbers in heads)
        assert all(each.said in " ".join(text.split()) for each in read)


@given(
    st.sampled_from(["we", "I", "so", "and", "the", "she", "please", "not", "that", "Sana"]),
    st.sampled_from([*Verb]),
    st.integers(1, 30),
    st.text(alphabet="abcdefg ", max_size=20),
)
def test_a_verb_inside_a_sentence_is_talk(first: str, verb: str, number: int, rest: str) -> None:
    """Only a reply that begins with the verb is meant for us."""
    assert understand(f"{first} {verb} {number} {rest}") is None


@given(
    st.sampled_from([verb for verb in Verb if verb is not Verb.ASK]),
    st.lists(st.integers(1, 99), min_size=1, max_size=6, unique=True),
    st.sampled_from([", ", " and ", " & ", ","]),
)
def test_every_number_named_is_meant(verb: Verb, numbers: list[int], joint: str) -> None:
    """However they are joined, all the numbers are read, in order."""
    assert only(f"{verb} {joint.join(map(str, numbers))}") == (verb, tuple(numbers), "")


@given(
    st.sampled_from([Verb.STET, Verb.WRONG, Verb.SOURCE]),
    st.integers(1, 99),
    st.from_regex(r"[b-h][a-z]{2,8}( [a-z]{1,8}){0,5}", fullmatch=True),
)
def test_the_words_are_kept_as_they_were_typed(verb: Verb, number: int, words: str) -> None:
    """A reason after a colon goes on record word for word."""
    assert only(f"{verb} {number}: {words}") == (verb, (number,), words)


def test_a_span_means_the_flags_that_are_there() -> None:
    """Of 5 to 9 those that the draft has; a single number is taken at its word."""
    assert decision("fixed 3 5-9").numbers([entry(n) for n in (8, 5, 7)]) == (3, 5, 7, 8)


def test_a_span_of_nothing_names_its_ends() -> None:
    """The person is told of numbers they typed."""
    assert decision("fixed 20-22").numbers([entry(1), entry(2)]) == (20, 22)


def test_several_lines_are_several_decisions() -> None:
    """An editor works down the list in one message."""
    read = understand("fixed 2\nstet 4 quotation\n\nwhy 5")
    assert isinstance(read, tuple)
    assert [(one.verb, one.numbers(KNOWN)) for one in read] == [
        (Verb.FIXED, (2,)),
        (Verb.STET, (4,)),
        (Verb.WHY, (5,)),
    ]


def test_a_reason_may_run_over_lines() -> None:
    """A second line that decides nothing belongs to the reason."""
    assert only("stet 4 quotation\nsee the tape") == (Verb.STET, (4,), "quotation see the tape")


def decisions(text: str) -> list[tuple[Verb, tuple[int, ...], str]]:
    """Every decision in a reply: what, which flags, which words."""
    read = understand(text)
    assert isinstance(read, tuple)
    return [(one.verb, one.numbers(KNOWN), one.words) for one in read]


def test_a_line_that_decides_begins_anew() -> None:
    """No decision becomes the reason of the one above it, and thanks are talk."""
    assert decisions("stet 3 quotation\nfixed 4\nthanks!") == [
        (Verb.STET, (3,), "quotation"),
        (Verb.FIXED, (4,), ""),
    ]
    assert decisions("Morning!\nfixed 2\n\nsource 3 ONS\nhttps://ons.example/x") == [
        (Verb.FIXED, (2,), ""),
        (Verb.SOURCE, (3,), "ONS https://ons.example/x"),
    ]


def test_the_reason_may_stand_on_the_next_line() -> None:
    """Whatever it begins with, words or a verb of its own."""
    assert only("stet 4\nhouse style") == (Verb.STET, (4,), "house style")
    assert only("stet 4\nis what he said") == (Verb.STET, (4,), "is what he said")


@pytest.mark.parametrize(
    "text",
    ["fixed 2\nstte 4 quotation", "fxied 4\nstet 3 quotation", "fixed 2\nstet 4\n5 house style"],
)
def test_one_slip_holds_up_the_whole_reply(text: str) -> None:
    """A line that is nearly understood is asked about before anything is decided."""
    assert isinstance(understand(text), Nearly)


def test_a_number_after_a_number_is_asked_about() -> None:
    """Two flags, or a reason that begins with a number? Nothing is decided on a guess."""
    assert understand("stet 4 5 house style") == Nearly(
        "stet 4 5", ("stet 4, 5 house style", "stet 4: 5 house style")
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("stett 4 quotation", "stet 4 …"),
        ("fixd 2", "fixed 2"),
        ("wrnog 8 his title", "wrong 8 …"),
        ("reopne 3 and 4", "reopen 3 and 4"),
    ],
)
def test_a_slip_of_the_finger_is_asked_about(text: str, meant: str) -> None:
    """A verb with one letter wrong gets the form that was meant."""
    read = understand(text)
    assert isinstance(read, Nearly)
    assert read.meant == (meant,)
    assert read.line.endswith(f"Did you mean “{meant}”?")


def test_verbs_decide_what_they_say() -> None:
    """Four of them are outcomes; ask, why and reopen decide nothing."""
    assert [verb.outcome for verb in Verb] == [
        Outcome.FIXED,
        Outcome.SOURCED,
        Outcome.STET,
        Outcome.WRONG,
        None,
        None,
        None,
    ]
