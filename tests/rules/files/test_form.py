"""A rule file of the wrong form is refused with file, line and key."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from rules import Level, RuleError, Voice
from rules.files import python_form, yaml_form
from rules.load import folder

GOOD = """\
title: Is this a test?
why: Because.
fix: Cut it.
level: query
extends: existence
ignorecase: true
tokens:
  - wombat
examples:
  - The [[wombat]] slept.
  - The koala slept.
"""
CONTEXTS = "of, before, after, sentence, paragraph"
COLON = "a colon within words (put them in quotes), or a line that is set in too far"
PYTHON = '''\
"""Is this a test?

Why: Because.

Fix: Cut it.
"""

LEVEL = Level.NOTE
EXAMPLES = ("A [[b]].", "C.")


def find(text):
    """Nothing."""
    return ()
'''


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "wombat.yml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(tmp_path: Path, text: str) -> str:
    with pytest.raises(RuleError) as refused:
        yaml_form.read(written(tmp_path, text), "house.wombat", origin="packs")
    return str(refused.value).removeprefix(f"{tmp_path.as_posix()}/")


def test_reads_a_rule(tmp_path: Path) -> None:
    """A rule in YAML has its facts, speaks in the newsroom's voice and is asked as a query."""
    rule = yaml_form.read(written(tmp_path, GOOD), "house.wombat", origin="packs")
    assert (rule.title, rule.level, rule.pack) == ("Is this a test?", Level.QUERY, "house")
    assert rule.voices == {Voice.NEWSROOM}


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("title: Is this a test?\n", ""), "wombat.yml:1: title: missing"),
        (("why: Because.", "why:"), "wombat.yml:2: why: missing"),
        (("level: query", "level: loud"), "wombat.yml:4: level: "),
        (("existence", "sequence"), "wombat.yml:5: extends: 'sequence' is not a kind we read"),
        (("ignorecase", "ignorcase"), "wombat.yml:6: ignorcase: is not a key we read"),
        (("tokens:\n  - wombat\n", ""), "wombat.yml:1: tokens: missing"),
        (("  - wombat", "  - wom(bat"), "wombat.yml:8: tokens.0: not a pattern"),
        (("  - wombat", "  - a: b"), "wombat.yml:8: tokens.0: has to be words"),
        (("[[wombat]]", "wombat"), "wombat.yml:9: examples: needs an example with [[…]]"),
        (("koala", "[[koala]]"), "wombat.yml:9: examples: needs an example without marks"),
        (("koala slept", "koala]] slept"), "wombat.yml:11: examples.1: marks are not paired"),
        (("fix: Cut it.", "fix: Cut it.\nfix: Again."), "wombat.yml:4: fix: stands here twice"),
        (("fix: Cut it.", "fix: [Cut it."), "wombat.yml:4: not YAML"),
        (("fix: Cut it.", "fix: Cut it.\nvoice: shouting"), "wombat.yml:4: voice: "),
        (("fix: Cut it.", "fix: Cut it.\nunless: {above: [x]}"), "wombat.yml:4: unless.above: "),
        (
            ("fix: Cut it.", "fix: Cut it.\nforms: true\nunless: {of: [bat], before: [x]}"),
            "wombat.yml:5: unless: of names",
        ),
        (
            ("fix: Cut it.", "fix: Cut it.\nmessage: '%s and %s'"),
            "wombat.yml:4: message: has more places (%s) than the one word",
        ),
    ],
)
def test_names_file_line_and_key(tmp_path: Path, change: tuple[str, str], line: str) -> None:
    """What is wrong in a rule file is said in one line that names file, line and key."""
    said = refusal(tmp_path, GOOD.replace(*change))
    assert said.startswith(line)
    assert "\n" not in said


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("level: [query]", "level: has to be 'hold', 'query' or 'note'"),
        ("ignorecase: perhaps", "ignorecase: has to be true or false"),
        ("limit: lots", "limit: has to be a whole number"),
        ("limit: -1", "limit: has to be 0 or more"),
        ("view: big", "view: has to be 'folded' or 'written'"),
        ("voice: {a: b}", "voice: has to be a list: [one, two]"),
        ("action: replace", "action: has to be a mapping: {key: value}"),
        ("unless: {}", "unless: says no context: before, after, sentence or paragraph"),
        ("unless: {before: ['(']}", "unless.before.0: not a pattern: missing ) at position 1"),
        ("exceptions: ['(']", "exceptions.0: not a pattern: missing ) at position 1"),
        ("examples: a", "examples: has to be a list: [one, two]"),
        (
            'exceptions: ["\\bx"]',
            "exceptions.0: holds a control character; put ",
        ),
        ("title: [a]", "title: has to be words; put them in quotes if they hold a colon"),
        ("voice: []", "voice: is empty: name one, or leave the key out"),
        ("unless: {above: [x]}", f"unless.above: is not a key we read; it has {CONTEXTS}"),
        ("ignorcase: true", "ignorcase: is not a key we read; did you mean ignorecase?"),
        ("swap: {a: b}", "swap: is not a key we read here; it belongs to substitution"),
        ("raw: [*x]", "*x stands for nothing; put words that begin with * in quotes"),
        ("why: Because: no.", f"not YAML: {COLON}"),
    ],
)
def test_says_what_a_key_has_to_be(tmp_path: Path, said: str, line: str) -> None:
    """Each in words that a person who writes a rule understands."""
    rule = written(tmp_path, f"extends: existence\nmessage: m\ntokens: [a]\n{said}\n")
    with pytest.raises(RuleError, match=re.escape(f"wombat.yml:4: {line}")):
        yaml_form.read(rule, "house.wombat", origin="house")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("extends: existence\ntokens: []", "wombat.yml:3: tokens: is empty"),
        ("extends: existence\nraw: [a, (]", "wombat.yml:3: raw: not a pattern: missing )"),
        ("extends: substitution\nswap: {a: b, (: c}", "wombat.yml:3: swap.(: not a pattern: "),
        ("extends: consistency\neither: {a: b, c: (}", "wombat.yml:3: either.c: not a pattern: "),
        ("", "wombat.yml:1: extends: missing"),
    ],
)
def test_names_what_a_kind_lacks(tmp_path: Path, said: str, line: str) -> None:
    """A list without words, and the one of many patterns that is none."""
    with pytest.raises(RuleError) as refused:
        yaml_form.read(written(tmp_path, f"message: m\n{said}\n"), "house.w", origin="house")
    assert line in str(refused.value)


def test_all_that_is_wrong_is_named(tmp_path: Path) -> None:
    """In every file of a folder, a line for each, in order."""
    (tmp_path / "a.yml").write_text(
        "extends: existence\nmessage: m\nlimit: x\nlevel: y\n", "utf-8"
    )
    (tmp_path / "b.yml").write_text("", "utf-8")
    (tmp_path / "c.py").write_text("", "utf-8")
    with pytest.raises(RuleError) as refused:
        folder(tmp_path)
    found = [line.removeprefix(f"{tmp_path.as_posix()}/") for line in refused.value.args]
    assert [line[:14] for line in found] == [
        "a.yml:3: limit",
        "a.yml:4: level",
        "b.yml:1: is em",
        "c.py:1: a rule",
    ]
    assert str(refused.value).count("\n") == 3


def test_forms_need_plain_words(tmp_path: Path) -> None:
    """A pattern cannot be inflected, and says so."""
    said = refusal(
        tmp_path, GOOD.replace("- wombat", "- wom.*").replace("level:", "forms: true\nlevel:")
    )
    assert "inflects plain words only" in said


def test_foreign_rules_need_a_message_only(tmp_path: Path) -> None:
    """A Vale rule loads without our facts and speaks in any voice."""
    text = "extends: existence\nmessage: \"Avoid '%s'.\"\nlevel: error\ntokens: [wombat]\n"
    rule = yaml_form.read(written(tmp_path, text), "house.wombat", origin="house")
    assert rule.level is Level.HOLD
    assert rule.voices == set(Voice)


def test_reads_a_folder_by_path(tmp_path: Path) -> None:
    """A file in a folder belongs to the house pack, one in a subfolder to that pack."""
    (tmp_path / "zoo").mkdir()
    written(tmp_path, GOOD)
    written(tmp_path / "zoo", GOOD)
    assert [rule.id for rule in folder(tmp_path)] == ["house.wombat", "zoo.wombat"]


def test_runs_no_code_from_a_folder(tmp_path: Path) -> None:
    """A Python file in a house folder is refused, not run."""
    (tmp_path / "evil.py").write_text("raise SystemExit", encoding="utf-8")
    with pytest.raises(RuleError, match=r"evil\.py:1: a rule in Python is read with --allow-code"):
        folder(tmp_path)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise SystemExit", "evil.py:1: does not run: SystemExit"),
        ("x = 1\ny = = 2", "evil.py:2: is no Python: invalid syntax"),
        ("import nowhere", "evil.py:1: does not run: ModuleNotFoundError: No module"),
    ],
)
def test_a_python_rule_that_does_not_run_is_refused(tmp_path: Path, code: str, said: str) -> None:
    """Whatever the file does instead, a line says so."""
    (tmp_path / "evil.py").write_text(code, encoding="utf-8")
    with pytest.raises(RuleError, match=re.escape(said)):
        folder(tmp_path, allow_code=True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("Why: Because.", ""), ":1: Why: missing"),
        (("Fix: Cut it.", "Cure: Cut it."), ":1: docstring: Cure is not a fact"),
        (
            ("LEVEL = Level.NOTE", "LEVEL = 'note'"),
            ":8: LEVEL: has to be Level.HOLD, Level.QUERY or Level.NOTE",
        ),
        (('"C."', "3"), ":9: EXAMPLES: has to be a tuple of strings"),
        (("LEVEL =", "VOICES = 'quotation'\nLEVEL ="), ":8: VOICES: has to be a set of voices"),
        (('"C."', '"[[C]]."'), ":9: EXAMPLES: needs an example without marks"),
        (("def find", "def look"), ":1: find: missing"),
    ],
)
def test_names_what_a_python_rule_lacks(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    """A Python rule without its facts is refused with file, line and name."""
    path = tmp_path / "wombat.py"
    path.write_text(PYTHON.replace(*change), encoding="utf-8")
    module = ModuleType("wombat")
    exec(path.read_text(encoding="utf-8"), {"Level": Level}, module.__dict__)
    with pytest.raises(RuleError, match=said.replace(".", r"\.")):
        python_form.read(module, path, "house.wombat")
