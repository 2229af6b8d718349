"""`copychief check --explain`: what was found and left alone, and why."""

import json
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Shell

VERB = "Does the verb take sides? (language.verb)"


@pytest.mark.parametrize(
    ("draft", "words", "passage", "reason"),
    [
        (
            "“The regime will fall,” Ines Roth said.",
            (),
            "  “The [[regime]] will fall,” Ines Roth said.",
            "    “regime”: inside a quotation. Whose word is it? (language.label)",
        ),
        (
            "The board said the pact had clearly failed.",
            (),
            "  The board said the pact had [[clearly]] failed.",
            "    “clearly”: attributed to “The board”. Who says it is clear? (language.editorial)",
        ),
        (
            "She slammed the door.",
            (),
            "  She [[slammed]] the door.",
            f"    “slammed”: right in this use. {VERB}",
        ),
        (
            "The mayor slammed the plan.",
            ("--profile", "opinion"),
            "  The mayor [[slammed]] the plan.",
            f"    “slammed”: not asked of opinion copy. {VERB}",
        ),
        (
            "Rain fell.\n\n[stet: language.verb]\nThe mayor slammed the plan.",
            (),
            "  The mayor [[slammed]] the plan.",
            f"    “slammed”: silenced by [stet: language.verb] at 3:1. {VERB}",
        ),
        (
            "<!-- vale off -->\nThe mayor slammed the plan.",
            (),
            "  The mayor [[slammed]] the plan.",
            f"    “slammed”: silenced by <!-- vale off --> at 1:1. {VERB}",
        ),
        (
            "The mayor slammed the plan.",
            ("--house", "."),
            "  The mayor [[slammed]] the plan.",
            f"    “slammed”: let stand by the newsroom's own words. {VERB}",
        ),
    ],
)
def test_every_reason_is_told(
    copychief: Shell,
    tmp_path: Path,
    draft: str,
    words: tuple[str, ...],
    passage: str,
    reason: str,
) -> None:
    """The sentence with its words marked, then why they were left alone and what was asked."""
    (tmp_path / "accept.txt").write_text("slammed\n", encoding="utf-8")
    lines = copychief("check", "-", "--explain", *words, stdin=draft.encode()).lines
    assert lines[lines.index(passage) + 1] == reason
    assert "Found, and left alone" in lines


def test_a_sentence_is_shown_once(copychief: Shell) -> None:
    """All that was left alone in it stands below; the reasons are counted at the end."""
    draft = "“The regime slammed us,” Ines Roth said.\nShe slammed the door.\n"
    said = copychief("check", "-", "--explain", stdin=draft.encode()).out
    assert (
        "  “The [[regime]] [[slammed]] us,” Ines Roth said.\n"
        "    “regime”: inside a quotation. Whose word is it? (language.label)\n"
        "    “slammed”: inside a quotation. Does the verb take sides? (language.verb)\n"
    ) in said
    assert "3 passages left alone: 2 inside a quotation, 1 right in this use.\n" in said


def test_a_foreign_rule_is_named_by_its_id(copychief: Shell, tmp_path: Path) -> None:
    """A Vale rule has no title; what a comment silenced is told all the same."""
    (tmp_path / "Wombat.yml").write_text(
        "extends: existence\nmessage: Which?\ntokens: [wombat]\n", encoding="utf-8"
    )
    (tmp_path / "a.md").write_text("<!-- vale off -->\n\nA wombat slept.\n", encoding="utf-8")
    lines = copychief("check", "a.md", "--explain", "--style", ".").lines
    [line] = [line for line in lines if "wombat”" in line]
    assert line.startswith("    “wombat”: silenced by <!-- vale off --> at 1:1. (")
    assert line.endswith(".Wombat)")


def test_nothing_left_alone_is_said_too(copychief: Shell) -> None:
    """--explain never answers with nothing."""
    assert "Nothing was left alone." in copychief("check", "-", "--explain", stdin=b"Rain.").lines


def test_nothing_of_a_draft_reaches_the_terminal_raw(copychief: Shell) -> None:
    """Escape sequences in the copy are shown as what they are not."""
    draft = b"[stet: language.verb] The mayor slammed the \x1b[31mplan."
    assert "\x1b" not in copychief("check", "-", "--explain", "--sources", stdin=draft).out


def test_a_quotation_that_goes_on_has_its_speaker(copychief: Shell) -> None:
    """A sentence of nothing but quotation belongs to who spoke before it."""
    said = copychief(
        "check", "-", "--sources", stdin="“It fell,” she said. “We saw it fall.”".encode()
    )
    assert said.lines[3:6] == [
        "  she (without a name): 2 sentences",
        "    1. “It fell,” she said.",
        "    2. “We saw it fall.”",
    ]


@pytest.mark.parametrize(
    ("draft", "line"),
    [
        (
            "Rain fell.\n\n[stet: language.vreb]\nThe mayor slammed the plan.",
            "Line 3: [stet: language.vreb] names no rule; did you mean language.verb?",
        ),
        (
            "The mayor bribed the judge. [stet: sourcing.accusation]",
            "Line 1: [stet: sourcing.accusation] does not settle a hold; an editor does.",
        ),
        (
            "Rain fell.\r\n\r\n[stet]\r\n\r\nThe mayor bribed the judge.\r\n",
            "Line 3: [stet] does not settle a hold; an editor does.",
        ),
        (
            "The mayor slammed the plan. [stet language.verb, copy]",
            "Line 1: [stet language.verb, copy] is no mark; write [stet: RULE], a mark for each"
            " rule.",
        ),
        (
            "Rain fell. <!-- vale language.vreb = NO -->",
            "Line 1: <!-- vale language.vreb = NO --> names no rule; did you mean language.verb?",
        ),
    ],
)
def test_a_mark_that_asks_in_vain_is_answered(copychief: Shell, draft: str, line: str) -> None:
    """Whoever marks the copy learns that nothing came of it, and why; other programs do too."""
    assert line in copychief("check", "-", stdin=draft.encode()).lines
    report = json.loads(copychief("check", "-", "--format", "json", stdin=draft.encode()).out)
    said = copychief("check", "--jsonl", stdin=json.dumps({"text": draft}).encode()).out
    for read in (report["reviews"][0], json.loads(said)["review"]):
        [mark] = read["unheard"]
        assert f"Line {mark['line']}: {mark['says']}" == line
        assert mark["says"].startswith(draft[mark["start"] : mark["end"]])


def test_a_mark_that_is_heard_needs_no_answer(copychief: Shell) -> None:
    """A mark that silences what it names, or a pack, is not spoken of; nor is one for Vale."""
    vale = "<!-- vale Google.Passive = NO -->"
    for mark in ("[stet]", "[stet: language]", "[stet: language.verb]", f"[stet] {vale}"):
        said = copychief("check", "-", stdin=f"The mayor slammed the plan. {mark}".encode())
        assert "stet" not in said.out
        assert "vale" not in said.out


def test_many_marks_take_no_time(copychief: Shell) -> None:
    """Of marks without end, the first are answered."""
    said = copychief("check", "-", stdin=b"Rain fell. [stet: rain.fall]\n" * 20_000)
    assert sum("names no rule" in line for line in said.lines) == 200


def test_a_mark_may_name_what_a_rule_was_called_before(copychief: Shell, tmp_path: Path) -> None:
    """Copy that was marked before a rule was renamed stays silent."""
    (tmp_path / "wombat.yml").write_text(
        "extends: existence\nmessage: m\ntokens: [wombat]\nformerly: zoo.animal\n", "utf-8"
    )
    words = ("check", "-", "--house", ".")
    said = copychief(*words, stdin=b"A wombat slept. [stet: zoo.animal]").out
    assert said.endswith("Nothing to query.\n")
    assert "stet" not in said
