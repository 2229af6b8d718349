"""The byline that is missed only in a story of some length."""

import pytest

from rules import review

STORY = "The council will close the ferry in May, and the farmers of the island will swim. " * 20
HEAD = "Council to close ferry in May"


def _asked(*lines: str) -> list[str]:
    text = "\n\n".join((*lines, STORY))
    return [f.quote for f in review(text, packs=["copy"]).flags if f.rule == "copy.byline"]


def test_asks_who_wrote_a_story_under_a_headline() -> None:
    assert _asked(HEAD) == [HEAD]


@pytest.mark.parametrize(
    "line",
    [
        "By Ines Calloway",
        "Ines Calloway in Lowbridge",
        "Ines Calloway, Transport Correspondent",
        "Byline withheld for safety, approved by the desk",
        "LOWBRIDGE (AFP) - The council has voted.",
        "LOWBRIDGE: The council has voted.",
        "Words: Ines Calloway",
    ],
)
def test_a_name_or_a_place_is_enough(line: str) -> None:
    assert _asked(HEAD, line) == []


def test_copy_without_a_headline_is_no_story_yet() -> None:
    assert _asked("The council has voted.") == []


def test_an_agency_at_the_end_is_a_name() -> None:
    text = f"{HEAD}\n\n{STORY}\n\n(Agencies)"
    assert "copy.byline" not in {f.rule for f in review(text, packs=["copy"]).flags}
