"""What rules/README.md shows works as it is shown."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from pkgutil import iter_modules

import pytest

import rules
from rules import Rule, kinds
from rules.files import python_form, yaml_form
from rules.files.trial import failures
from rules.load import folder

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


@pytest.mark.parametrize("n", range(1, len(blocks("yaml"))))
def test_every_yaml_rule_does_what_its_examples_say(tmp_path: Path, n: int) -> None:
    """A rule of words copied from the page into a house folder marks its own examples."""
    path = tmp_path / "rule.yml"
    path.write_text(blocks("yaml")[n], encoding="utf-8")
    [rule] = folder(tmp_path)
    assert rule.examples
    assert list(failures(rule)) == []


def test_the_first_rule_is_good_enough_for_our_packs(tmp_path: Path) -> None:
    """The rule that the page begins with has all that a rule of ours needs, and works as one."""
    path = tmp_path / "verb.yml"
    path.write_text(blocks("yaml")[0], encoding="utf-8")
    assert list(failures(yaml_form.read(path, "house.verb", origin="packs"))) == []


def test_the_python_rule_does_what_its_examples_say(reasoned: Rule) -> None:
    """A reasoning rule copied from the page, lexicon and all, marks its own examples."""
    assert list(failures(reasoned)) == []


def test_every_block_is_tried() -> None:
    """The page holds no code but rules, a lexicon and commands, and a rule of every kind."""
    assert set(re.findall(r"^```(\w+)$", PAGE, re.MULTILINE)) == {"python", "text", "yaml"}
    shown = {line.split()[1] for code in blocks("yaml") for line in code.splitlines()
             if line.startswith("extends:")}  # fmt: skip
    assert shown == {module.name for module in iter_modules(kinds.__path__)}


def test_the_table_says_where_everything_is() -> None:
    """Every module and folder of the engine has its place in the page's table."""
    table = PAGE.split("## Where is what")[1]
    named = {name.rstrip("/") for name in re.findall(r"`([a-z_]+(?:\.py|/))`", table)}
    there = {path.name for path in HOME.iterdir() if path.name[0] not in "_."} - {
        "README.md",
        "packs",
    }
    assert named == there
