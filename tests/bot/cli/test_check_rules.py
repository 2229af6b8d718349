"""`copychief why`, `rules` and `schema`: what the rules are and what a review looks like."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import rules, schema, why
from bot.errors import UnknownRule

RULE = """\
extends: existence
message: "Avoid '%s'."
tokens: [wombat]
examples:
  - The [[wombat]] slept.
  - The koala slept.
"""


def test_why_tells_the_reason() -> None:
    """`why` shows the question, the reason, the remedy and the examples of a rule."""
    said = CliRunner().invoke(why.command, ["sourcing.accusation"]).output
    assert said.startswith("Who accuses?  (sourcing.accusation, hold)")
    for part in (
        "Why: Wrongdoing",
        "Fix: Attribute",
        "The treasurer [[pocketed the flood money]].",
    ):
        assert part in said


def test_why_helps_with_a_name_that_is_nearly_right() -> None:
    """A rule that is not there gets the nearest names."""
    with pytest.raises(UnknownRule, match=r"Did you mean sourcing\.statistic"):
        CliRunner().invoke(why.command, ["sourcing.statistics"], catch_exceptions=False)
    with pytest.raises(UnknownRule, match="`copychief rules` lists them"):
        CliRunner().invoke(why.command, ["qqq"], catch_exceptions=False)


def test_rules_lists_and_counts() -> None:
    """`rules` lists every rule under its pack and counts them."""
    said = CliRunner().invoke(rules.command, []).output
    assert "sourcing (5)\n" in said
    assert "  sourcing.accusation   hold   Who accuses?\n" in said
    assert "10 rules in 3 packs" in said.splitlines()[-1]


def test_rules_tests_our_own_examples() -> None:
    """`rules --test` runs every example of every rule."""
    done = CliRunner().invoke(rules.command, ["--test"])
    assert done.exit_code == 0
    assert done.output.splitlines()[-1].endswith(" examples, 0 wrong.")


def test_rules_tests_a_folder(tmp_path: Path) -> None:
    """`rules --test DIR` runs a newsroom's own rules, and shows what came out otherwise."""
    (tmp_path / "wombat.yml").write_text(RULE, encoding="utf-8")
    assert CliRunner().invoke(rules.command, ["--test", str(tmp_path)]).exit_code == 0
    (tmp_path / "wombat.yml").write_text(RULE.replace("koala", "wombat"), encoding="utf-8")
    done = CliRunner().invoke(rules.command, ["--test", str(tmp_path)])
    assert done.exit_code == 1
    assert "- The wombat slept.\n+ The [[wombat]] slept.\n2 examples, 1 wrong." in done.output


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (None, "", "There is no rule (.yml) in"),
        ("wombat.yml", "extends: existence\ntokens: [x]", "wombat.yml:1: message: missing"),
        ("wombat.yml", f"{RULE}loud: true", "wombat.yml:7: loud: is not a key we read"),
        ("wombat.py", "", "wombat.py:1: Python rules"),
    ],
)
def test_rules_refuses_in_one_line(tmp_path: Path, name: str | None, text: str, line: str) -> None:
    """A folder without rules, or with a wrong one, is refused in one line."""
    if name:
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(rules.command, ["--test", str(tmp_path)])
    assert done.exit_code == 2
    assert line in done.output


def test_schema_names_every_key_of_a_report() -> None:
    """`schema` prints a JSON Schema that holds the keys of the contract."""
    said = json.loads(CliRunner().invoke(schema.command, []).output)
    assert set(said["properties"]) == {"schema", "tool", "reviews"}
    assert {"mark", "rule", "level", "also", "suggestions"} <= set(
        said["$defs"]["Flag"]["properties"]
    )
    assert {"class", "vouches", "content"} <= set(said["$defs"]["Spoken"]["properties"])
