"""`ask 6 @ines by 17:00`: who is asked about which flags, and until when."""

import pytest

from bot.replies import Nearly, When, understand


@pytest.mark.parametrize(
    ("text", "spans", "due"),
    [
        ("ask 6 <@U7>", ((6, 6),), None),
        ("ask 6 <@U7> by 17:00", ((6, 6),), When(None, 1020)),
        ("Ask 6, 7 and 9-11: <@U7>, by noon please", ((6, 6), (7, 7), (9, 11)), When(None, 720)),
        ("ask 6 <@U7> (by Friday)", ((6, 6),), When(4, 1080)),
        ("ask <@U7> 6", ((6, 6),), None),
        ("ask <@U7> about 6 and 7 by tomorrow 9:00", ((6, 6), (7, 7)), When(-2, 540)),
        ("ask <@U7> to answer flag 6, thanks!", ((6, 6),), None),
    ],
)
def test_a_person_is_asked(
    text: str, spans: tuple[tuple[int, int], ...], due: When | None
) -> None:
    """Flags and person in either order, with or without a deadline."""
    read = understand(text)
    assert isinstance(read, tuple)
    assert [(one.whom, one.spans, one.due) for one in read] == [("U7", spans, due)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ask 6", ("ask 6 @name", "ask 6 @name by 17:00")),
        ("ask 6 and 7 by 5pm", ("ask 6 and 7 @name by 5pm",)),
        ("ask 6 <@U7> by 5", ("ask 6 <@U7> by 17:00", "ask 6 <@U7> by Friday 12:00",
                              "ask 6 <@U7>")),
        ("ask 6 <@U7> whether he said it", ("ask 6 <@U7> by 17:00", "ask 6 <@U7> by Friday 12:00",
                                            "ask 6 <@U7>")),
        ("ask 6 <@U7> and <@U8>", ("ask 6 <@U7>",)),
    ],
)  # fmt: skip
def test_what_is_missing_is_shown(text: str, meant: tuple[str, ...]) -> None:
    """Nobody is asked on a guess, nor until a time that may be in the night."""
    read = understand(text)
    assert isinstance(read, Nearly)
    assert read.meant == meant


def test_a_name_that_slack_does_not_know_is_told() -> None:
    """A name typed by hand reaches nobody, and the line says what to do."""
    read = understand("ask 6 @ines by 17:00")
    assert isinstance(read, Nearly)
    assert read.line == (
        "I read “ask 6 @ines”, but that is nobody I can ask:"
        " pick one person from the list that opens at “@”."
    )


@pytest.mark.parametrize(
    "text",
    ["ask 6 residents", "ask around", "ask <@U7>", "ask <@U7> about the mill", "ask 6 o'clock",
     "ask <@U7> about 6 residents", "ask <@U7> about 6 million", "ask all residents", "asks 6",
     "ask 6 of them <@U7>", "I'll ask 6 <@U7>"],
)  # fmt: skip
def test_talk_of_asking_is_left_alone(text: str) -> None:
    """It takes flags and a person, and nothing between them."""
    assert understand(text) is None
