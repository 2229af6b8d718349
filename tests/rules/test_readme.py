"""What rules/README.md shows works as it is shown."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

import rules
from rules import Rule, python_form, yaml_form
from rules.trial import failures

HOME = Path(rules.__file__).parent
PAGE = (HOME / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The code of one language on the page."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def reasoned(tmp_path: Path) -> Rule:
    """The page's Python rule with the page's lexicon beside it."""
    (code,), (phrases,) = blocks("python"), blocks("text")
    path = tmp_path / "crowd.py"
    path.write_text(code, encoding="utf-8")
    path.with_suffix(".txt").write_text(phrases, encoding="utf-8")
    spec = spec_from_file_location("crowd", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return python_form.read(module, path, "house.crowd")


def test_the_yaml_rule_does_what_its_examples_say(tmp_path: Path) -> None:
    """A rule of words copied from the page loads as one of ours and marks its own examples."""
    (code,) = blocks("yaml")
    path = tmp_path / "verb.yml"
    path.write_text(code, encoding="utf-8")
    assert list(failures(yaml_form.read(path, "house.verb", origin="packs"))) == []


def test_the_python_rule_does_what_its_examples_say(reasoned: Rule) -> None:
    """A reasoning rule copied from the page, lexicon and all, marks its own examples."""
    assert list(failures(reasoned)) == []


def test_every_block_is_tried() -> None:
    """The page holds no code but these two rules, the lexicon and the commands."""
    assert sorted(re.findall(r"^```(\w*)$", PAGE, re.MULTILINE)) == [
        *[""] * 5, "python", "text", "yaml",
    ]  # fmt: skip


def test_the_table_says_where_everything_is() -> None:
    """Every module and folder of the engine has its place in the page's table."""
    table = PAGE.split("## Where is what")[1]
    named = {name.rstrip("/") for name in re.findall(r"`([a-z_]+(?:\.py|/))`", table)}
    there = {path.name for path in HOME.iterdir() if path.name[0] not in "_."} - {
        "README.md",
        "packs",
    }
    assert named == there
