"""A review: what is raised, what is kept silent about, and in which order."""

from pathlib import Path

import pytest

from rules import Level, Review, UnknownProfile, review
from rules.load import folder


def ids(read: Review) -> list[str]:
    return [flag.rule for flag in read.flags]


def test_a_flag_says_where_and_why() -> None:
    """A flag has its place from line 1 and column 1, its words, its question and its remedy."""
    read = review("All was well.\nThe mayor slammed the plan.\n")
    [flag] = read.flags
    assert (flag.line, flag.column, flag.quote) == (2, 11, "slammed")
    assert (flag.rule, flag.level) == ("language.verb", Level.QUERY)
    assert flag.title.endswith("?")
    assert flag.suggestions == ("criticised",)


def test_offsets_are_code_points() -> None:
    """A flag's place counts characters as handed in, whatever they are."""
    text = "😀 İzmir’s mayor\u00a0slammed the plan."
    [flag] = review(text).flags
    assert text[flag.start : flag.end] == flag.quote == "slammed"


def test_repeats_are_one_flag() -> None:
    """The same word four times is one flag with three other places."""
    text = "The regime fell. The Regime rose. Two regimes met. A regime slept."
    [flag] = review(text).flags
    assert [text[start:end] for start, end in flag.also] == ["Regime", "regimes", "regime"]


def test_flags_with_other_notes_stay_apart() -> None:
    """Flags whose notes differ are never grouped."""
    read = review("The mayor slammed it on Monday. The clerk slammed it. He is slamming it.")
    assert [(flag.quote, len(flag.also)) for flag in read.flags] == [
        ("slammed", 1),
        ("slamming", 0),
    ]


def test_reading_order() -> None:
    """Flags stand in the order of the text, whichever rule they are of."""
    read = review("The regime slammed the plan. The mayor rigged the vote. Experts say it failed.")
    assert ids(read) == [
        "language.label",
        "language.verb",
        "sourcing.accusation",
        "sourcing.vague",
    ]


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("“The regime slammed us,” the baker Ana Roke said.", {"quotation"}),
        ("The board said the pact had clearly failed.", {"attributed"}),
        ("The new tax regime starts in May.", {"technical"}),
    ],
)
def test_silence_is_recorded(text: str, because: set[str]) -> None:
    """What is found and right stays silent, and the review says why."""
    read = review(text)
    assert read.flags == ()
    assert {str(gone.because) for gone in read.suppressed} == because


def test_a_label_in_a_headline_is_read() -> None:
    """A loaded word in a headline is flagged; one in a promotion line is not asked about."""
    read = review("Regime shuts port\n\nThe port of Oster was shut on Monday by the council.\n")
    assert ids(read) == ["language.label"]
    promo = "The port was shut on Monday.\n\nALSO READ: Regime shuts port\n\nIt opens in May."
    assert ids(review(promo)) == ["copy.boilerplate"]


def test_a_quotation_in_a_headline_is_quoted() -> None:
    """Words in quotation marks are quoted in a headline too."""
    read = review("Mayor: ‘regime’ shut the port\n\nThe port of Oster was shut on Monday.\n")
    assert read.flags == ()


def test_the_opinion_profile_lets_a_columnist_judge() -> None:
    """In opinion a verb may take sides; an accusation still holds the story."""
    text = "The council clearly failed us. The mayor slammed it. The mayor rigged the vote."
    read = review(text, "opinion")
    assert ids(read) == ["sourcing.accusation"]
    assert {gone.because for gone in read.suppressed} == {"profile"}


def test_a_label_in_the_copy_chooses_the_profile() -> None:
    """OPINION on a line of its own is read as opinion, unless the desk says otherwise."""
    text = "OPINION\n\nThe council has clearly failed the people of this town again."
    assert review(text).profile == "opinion"
    assert review(text).flags == ()
    assert set(ids(review(text, "news"))) == {"language.editorial", "sourcing.claim"}


def test_an_unknown_profile_is_one_line() -> None:
    """A profile that is not there is refused with the names of those that are."""
    with pytest.raises(
        UnknownProfile, match="There is no profile “tabloid”; there are court, culture, news,"
    ):
        review("Text.", "tabloid")


def test_packs_choose_the_rules() -> None:
    """With packs named, only their rules run."""
    text = "The regime slammed the plan, and the the mayor rigged the vote."
    assert ids(review(text, packs=["copy"])) == ["copy.repeat"]


def test_copy_that_is_not_english_gets_no_flags() -> None:
    """Copy in another language is read, said to be so, and not flagged."""
    text = "Der Bürgermeister hat das Regime kritisiert und den Plan am Montag abgelehnt. " * 4
    read = review(text)
    assert read.language != "en"
    assert (read.flags, read.suppressed) == ((), ())


@pytest.mark.parametrize("text", ["", " \n\n ", "“", "]]", "\ud800 regime", "a" * 50_000])
def test_whatever_is_handed_in_is_read(text: str) -> None:
    """There is no text that the engine falls over."""
    assert review(text).text == text


def test_a_mark_in_the_copy_silences_its_paragraph() -> None:
    """``[stet: rule]`` keeps that rule silent where it stands, and the review says so."""
    text = "The regime fell. [stet: language.label]\n\nThe regime slammed it. The regime rose."
    read = review(text)
    assert [(f.rule, f.start) for f in read.flags] == [
        ("language.label", text.index("The regime slammed") + 4),
        ("language.verb", text.index("slammed")),
    ]
    assert [(gone.start, gone.because) for gone in read.suppressed] == [(4, "comment")]


def test_a_mark_on_a_line_of_its_own_is_for_what_follows() -> None:
    """A pack's name, or none, silences more; the paragraph after next is read again."""
    for mark in ("[stet: language]", "[stet]", "<!-- vale language = NO -->"):
        end = "<!-- vale language = YES -->\n\n" if "vale" in mark else ""
        text = f"{mark}\nThe regime slammed it.\n\n{end}The mayor slammed it."
        assert [f.rule for f in review(text).flags] == ["language.verb"]


def test_no_mark_silences_a_hold() -> None:
    """The writer wrote the mark: an accusation holds the story all the same."""
    text = "<!-- vale off -->\n\nThe mayor rigged the vote. [stet: sourcing.accusation]"
    assert ids(review(text)) == ["sourcing.accusation"]


def test_the_house_lets_words_stand() -> None:
    """Words that the newsroom accepts are recorded and not raised; a hold is raised."""
    text = "The regime fell. The mayor rigged the vote."
    read = review(text, accepted=["(?i)regime", "rigged"])
    assert ids(read) == ["sourcing.accusation"]
    assert [gone.because for gone in read.suppressed] == ["house"]


def test_what_is_settled_is_not_raised_again() -> None:
    """A flag whose mark is known as settled is recorded, with all its places."""
    text = "The regime fell. Another regime rose. The mayor slammed it."
    settled = next(f.mark for f in review(text).flags if f.rule == "language.label")
    read = review(text, settled={settled})
    assert ids(read) == ["language.verb"]
    assert [(gone.start, gone.because) for gone in read.suppressed] == [
        (4, "settled"),
        (text.index("regime rose"), "settled"),
    ]


def test_a_rule_that_takes_too_long_is_stopped_and_named(tmp_path: Path) -> None:
    """A pattern gone wild costs its own hits and no other rule's."""
    rule = "message: m\nextends: existence\nraw: ['(a|aa)+$']\n"
    (tmp_path / "wild.yml").write_text(rule, encoding="utf-8")
    read = review(f"The regime fell. {'a' * 60}.", house=tuple(folder(tmp_path)))
    assert read.timed_out == ("house.wild",)
    assert ids(read) == ["language.label"]


def test_a_review_does_not_depend_on_the_last_one() -> None:
    """The same copy is read the same after any other."""
    text = "The regime slammed the plan. Some say 31 per cent of voters agree."
    first = review(text)
    review("“The regime fell,” she said. He slammed the door [stet].")
    assert review(text) == first


def test_a_mark_finds_its_paragraph_past_hidden_characters() -> None:
    """What cannot be seen before a mark moves no silence."""
    text = "Sof\u00adt\u00adly, s\u00ado.\n\n" * 20 + "The regime fell. [stet]\n\nThe end came."
    read = review(text)
    assert read.flags == ()
    assert [gone.because for gone in read.suppressed] == ["comment"]
