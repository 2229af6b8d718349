"""`copychief why`, `rules` and `schema`: what the rules are and what a review looks like."""

import json
from pathlib import Path

import pytest

from rules.load import packs
from tests.bot.cli.conftest import Shell

RULE = """\
extends: existence
message: "Avoid '%s'."
tokens: [wombat, quokka]
examples:
  - The [[wombat]] slept.
  - The koala slept.
"""
BARE = "extends: existence\nmessage: Which?\ntokens: [wombat, quokka]\n"


def test_why_tells_the_reason(copychief: Shell) -> None:
    """`why` shows the question, the reason, the remedy and the examples of a rule."""
    said = copychief("why", "sourcing.accusation").out
    assert said.startswith("Who accuses?  (sourcing.accusation, hold)")
    for part in (
        "Why: Wrongdoing",
        "Fix: Attribute",
        "The treasurer [[pocketed the flood money]].",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("sourcing.statistics", "Did you mean sourcing.statistic"),
        ("label", "or language.label?"),
        ("wombat", "Did you mean house.wombat?"),
        ("qqq", "`copychief rules` lists them."),
    ],
)
def test_why_helps_with_a_name_that_is_nearly_right(
    copychief: Shell, tmp_path: Path, name: str, line: str
) -> None:
    """A rule that is not there gets the nearest names, those of the house among them."""
    (tmp_path / "wombat.yml").write_text(RULE, encoding="utf-8")
    said = copychief("why", name, "--house", ".").refusal
    assert said.startswith(f"copychief: There is no rule “{name}”. ")
    assert line in said


@pytest.mark.parametrize(
    ("word", "line"),
    [("chek", "Did you mean check?"), ("frobnicate", "`copychief` lists them.")],
)
def test_a_word_that_is_no_command(copychief: Shell, word: str, line: str) -> None:
    """Gets the nearest ones."""
    assert copychief(word).refusal == f"copychief: There is no command “{word}”. {line}"


def test_why_knows_the_rules_of_others(copychief: Shell, tmp_path: Path) -> None:
    """A rule of the house or of a Vale style shows what it says and what it looks for."""
    for name in ("house/wombat.yml", "styles/Zoo/Wombat.yml"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(BARE, encoding="utf-8")
    for words in (("house.wombat", "--house", "house"), ("Zoo.Wombat", "--style", "styles")):
        assert copychief("why", *words).out == (
            f"({words[0]}, query)\n\nSays: Which?\n\nLooks for: wombat and quokka\n"
        )


def test_rules_lists_and_counts(copychief: Shell) -> None:
    """`rules` lists every rule under its pack, with its level and what is in it."""
    lines = copychief("rules").lines
    rules = packs().values()
    inside = sum(rule.pack == "sourcing" for rule in rules)
    assert f"sourcing ({inside})" in lines
    [accusation] = [line for line in lines if "sourcing.accusation " in line]
    assert "hold   Who accuses? (" in accusation
    [grief] = [line for line in lines if "harm.grief " in line]
    assert grief.endswith(" terms)")
    examples = sum(len(rule.examples) for rule in rules)
    count = len({rule.pack for rule in rules})
    assert lines[-1].startswith(f"{len(rules)} rules in {count} packs, {examples} examples, ")


def test_rules_lists_those_of_others(copychief: Shell, tmp_path: Path) -> None:
    """The house's and those of Vale styles follow ours; what cannot be run is named."""
    for name, text in {
        "house/wombat.yml": RULE,
        "styles/Zoo/Wombat.yml": BARE,
        "styles/Zoo/Odd.yml": "extends: spelling\nmessage: Which?\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    said = copychief("rules", "--house", "house", "--style", "styles")
    assert "house (1)" in said.lines
    assert "Zoo (1)" in said.lines
    [wombat] = [line for line in said.lines if "house.wombat" in line]
    assert wombat.endswith("(2 examples, 2 terms)")
    assert "Zoo.Odd" in said.err


def test_rules_tests_our_own_examples(copychief: Shell) -> None:
    """`rules --test` runs every example of every rule."""
    said = copychief("rules", "--test")
    assert said.code == 0
    assert said.lines[-1].endswith(" examples, 0 wrong.")


def test_rules_tests_a_folder(copychief: Shell, tmp_path: Path) -> None:
    """`rules --test DIR` runs a newsroom's own rules, and shows what came out otherwise."""
    file = tmp_path / "wombat.yml"
    file.write_text(RULE, encoding="utf-8")
    assert copychief("rules", "--test", ".").code == 0
    file.write_text(RULE.replace("koala", "wombat").replace("[[", "A [[quoll]] and [["), "utf-8")
    said = copychief("rules", "--test", ".")
    assert said.code == 1
    assert said.out == (
        "house.wombat  wombat.yml\n"
        "  - The A [[quoll]] and [[wombat]] slept.\n"
        "  + The A quoll and [[wombat]] slept.\n"
        "    should be flagged: “quoll”\n"
        "  - The wombat slept.\n"
        "  + The [[wombat]] slept.\n"
        "    should stay silent: “wombat”\n"
        "2 examples, 2 wrong.\n"
    )


def test_rules_says_which_have_no_examples(copychief: Shell, tmp_path: Path) -> None:
    """A rule without examples is named; if none has any, nothing was tested."""
    (tmp_path / "bare.yml").write_text(BARE, encoding="utf-8")
    assert copychief("rules", "--test", ".").lines == [
        "Without examples: house.bare.",
        "Nothing was tested.",
    ]
    (tmp_path / "zoo").mkdir()
    (tmp_path / "zoo" / "wombat.yml").write_text(RULE, encoding="utf-8")
    assert copychief("rules", "--test", ".").lines == [
        "Without examples: house.bare.",
        "2 examples, 0 wrong.",
    ]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (None, "", "There is no rule (.yml) in “rules”."),
        ("wombat.yml", "extends: existence\ntokens: [x]", "wombat.yml:1: message: missing"),
        ("wombat.yml", f"{RULE}loud: true", "wombat.yml:7: loud: is not a key we read"),
        ("wombat.py", "", "wombat.py:1: a rule in Python is read with --allow-code only"),
    ],
)
def test_rules_refuses_in_one_line(
    copychief: Shell, tmp_path: Path, name: str | None, text: str, line: str
) -> None:
    """A folder without rules, or with a wrong one, is refused in one line."""
    (tmp_path / "rules").mkdir()
    if name:
        (tmp_path / "rules" / name).write_text(text, encoding="utf-8")
    assert line in copychief("rules", "--test", "rules").refusal
    if name:
        assert line in copychief("rules", "--house", "rules").refusal


def test_schema_names_every_key_of_a_report(copychief: Shell) -> None:
    """`schema` prints a JSON Schema that holds the keys of the contract."""
    said = json.loads(copychief("schema").out)
    assert set(said["properties"]) == {"schema", "tool", "reviews"}
    assert {"mark", "rule", "level", "also", "suggestions"} <= set(
        said["$defs"]["Flag"]["properties"]
    )
    assert {"class", "vouches", "content"} <= set(said["$defs"]["Spoken"]["properties"])


def test_a_rule_of_the_house_is_listed_in_the_place_of_ours(
    copychief: Shell, tmp_path: Path
) -> None:
    """`rules` and `why` show what `check` would run."""
    (tmp_path / "language").mkdir()
    (tmp_path / "language" / "verb.yml").write_text(RULE, encoding="utf-8")
    listed = copychief("rules", "--house", ".").lines
    [verb] = [line for line in listed if line.startswith("  language.verb ")]
    assert verb.endswith("(2 examples, 2 terms)")
    assert "wombat" in copychief("why", "language.verb", "--house", ".").out


def test_two_rules_of_the_house_have_two_names(copychief: Shell, tmp_path: Path) -> None:
    """Of two files with one id neither is read in silence."""
    (tmp_path / "house").mkdir()
    for name in ("wombat.yml", "house/wombat.yml"):
        (tmp_path / name).write_text(RULE, encoding="utf-8")
    assert copychief("rules", "--house", ".").refusal == (
        "copychief: wombat.yml:1: is house.wombat, as house/wombat.yml is; rename one of them"
    )
