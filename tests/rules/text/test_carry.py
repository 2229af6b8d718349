"""A speaker is carried on, and let go."""

from collections.abc import Callable

from tests.rules.text.conftest import Copy

Read = Callable[[str], Copy]


def test_a_pronoun_gets_the_name_of_the_last_speaker(copy: Read) -> None:
    """He is whoever spoke before."""
    read = copy("Tom Orr said the talks had failed. He said that nobody would return.")
    assert read.speakers == ["Tom Orr", "Tom Orr"]
    assert [a.kind for a in read.told] == ["indirect", "carried"]


def test_they_are_the_body_that_spoke(copy: Read) -> None:
    """A plural goes to a delegation rather than to the man who spoke last."""
    read = copy(
        "The delegation told the host that it would stay. Tom Orr said it was late. "
        "They blamed the host for the delay."
    )
    assert read.speakers[-1] == "The delegation"


def test_a_pronoun_may_stand_for_the_subject_before_it(copy: Read) -> None:
    """She who did something in one sentence may speak in the next."""
    read = copy("Ines Calloway left the hall at noon. She said the vote was a fraud.")
    assert read.speakers == ["Ines Calloway"]


def test_who_is_the_person_before_it(copy: Read) -> None:
    """A relative pronoun has the name of its antecedent."""
    read = copy("The prize went to Ines Calloway, who said she was stunned.")
    assert read.speakers == ["Ines Calloway"]


def test_a_bare_quotation_belongs_to_the_speaker_before_it(copy: Read) -> None:
    """A second quotation needs no second “she said”."""
    read = copy("“It will cost us a fortune,” said Ines Calloway. “I will not pay for it.”")
    assert read.vouched[-1] == ("Ines Calloway", "“I will not pay for it.”")
    assert read.told[-1].kind == "carried"


def test_a_quotation_runs_on_over_paragraphs(copy: Read) -> None:
    """A mark that opens each paragraph keeps the speaker."""
    read = copy(
        "Reyes said: “We were told nothing.\n\n“They left us in the rain for hours.”\n\nRain fell."
    )
    assert read.speakers == ["Reyes", "Reyes"]
    assert read.voice("in the rain") == "quotation"
    assert read.voice("Rain fell") == "newsroom"


def test_a_crosshead_lets_the_speaker_go(copy: Read) -> None:
    """Below a crosshead a quotation needs its speaker again."""
    read = copy(
        "The talks failed, Orr said.\n\nNo way back\n\n“Nobody will come here again.”\n\nRain."
    )
    assert read.speakers == ["Orr"]


def test_a_promo_in_between_changes_nothing(copy: Read) -> None:
    """A teaser pasted into the copy does not cut a speaker off."""
    read = copy("Orr said the talks failed.\nALSO READ: No deal again\nHe said that it was over.")
    assert read.speakers == ["Orr", "Orr"]
