"""What is copy and what stands around it."""

from collections.abc import Callable

import pytest

from tests.rules.text.conftest import Copy

Read = Callable[[str], Copy]

BODY = "The council closed the pool on Monday after two boilers burst, and it stays shut."


def test_an_article_is_taken_apart(copy: Read) -> None:
    """Label, headline, byline, copy, crosshead, promo and caption each get their kind."""
    read = copy(
        "ANALYSIS\n\nPool to stay shut until the spring\n\nBy Ines Calloway in Lowbridge\n\n"
        f"{BODY}\n"
        f"ALSO READ: Pool closed\n{BODY}\n\nNo way back\n\n{BODY}\nPhoto: the pool in 2019\n"
        "Sign up for our newsletter"
    )
    assert read.kinds == [
        "label", "headline", "byline", "body", "promo", "body", "crosshead", "body", "caption",
        "promo",
    ]  # fmt: skip
    assert read.text.title == "Pool to stay shut until the spring"


def test_a_headline_in_the_middle_is_a_headline(copy: Read) -> None:
    """A second story pasted in brings its own headline."""
    read = copy(f"{BODY}\nMayor defends closing of the pool as boilers fail again\n{BODY}")
    assert read.kinds == ["body", "headline", "body"]
    assert read.text.title is None


def test_headings_in_markdown_are_headlines(copy: Read) -> None:
    """A line that begins with number signs is a head, with a stop or without; a hashtag is not."""
    read = copy(f"# The pool stays shut.\n\n{BODY}\n\n## what comes next\n\n#pool {BODY}")
    assert read.kinds == ["headline", "body", "crosshead", "body"]
    assert read.text.title == "The pool stays shut."


def test_a_single_line_is_copy(copy: Read) -> None:
    """A line on its own is read, stop or no stop."""
    assert copy("The mayor closed the pool").kinds == ["body"]


def test_a_line_that_ends_without_a_stop_at_the_end_is_copy(copy: Read) -> None:
    """A headline has copy below it."""
    assert copy(f"{BODY}\n\nThe mayor closed the pool").kinds == ["body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE",
        "-ENDS-",
        "###",
        "Notes to editors",
        "Media contact: Ida Roth, Tarn",
    ],
)
def test_a_press_release_brings_its_own_furniture(copy: Read, line: str) -> None:
    """What a press release says about itself is neither the title nor copy."""
    read = copy(f"{line}\n\nPool to stay shut until the spring\n\n{BODY}\n\n{line}")
    assert read.kinds == ["promo", "headline", "body", "promo"]
    assert read.text.title == "Pool to stay shut until the spring"


def test_a_sentence_about_its_end_is_copy(copy: Read) -> None:
    """Words that a press release uses too are read where they are a sentence."""
    assert copy(f"Ends meet.\n\nPress office staff left.\n\n{BODY}").kinds == ["body"] * 3


@pytest.mark.parametrize(
    "dateline",
    ["ISLAMABAD:", "LONDON (Reuters) –", "NEW YORK —", "KABUL, Afghanistan (AP) --", "Paris"],
)
def test_a_dateline_is_furniture_within_copy(copy: Read, dateline: str) -> None:
    """The place at the head of the copy is furniture, unless it does something."""
    read = copy(f"{dateline} closed its pool on Monday. {BODY}")
    is_dateline = dateline != "Paris"
    assert read.voice(dateline) == ("furniture" if is_dateline else "newsroom")
    assert read.voice("closed") == "newsroom"


def test_hard_wrapped_copy_is_one_paragraph(copy: Read) -> None:
    """Mail that breaks its lines at seventy characters is joined again."""
    read = copy(
        "The council closed the pool on Monday after two of its boilers\n"
        "burst within a week, and the deputy mayor said it would stay\n"
        "shut until the spring."
    )
    assert len(read.text.paragraphs) == 1
    assert read.speakers == ["the deputy mayor"]


def test_another_language_is_told(copy: Read) -> None:
    """Copy that is not English is not taken for English."""
    german = "Der Rat hat am Montag das Bad geschlossen, weil zwei Kessel geplatzt sind, und es "
    assert copy(german * 3).text.language == "und"
    assert copy(BODY).text.language == "en"
