"""What the benchmark reads is made, and is what it says it is; nothing is timed here."""

import re
from importlib import import_module
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from rules.load import folder
from tests.bench import house
from tests.bench.table import at_least, at_most, drawn
from tests.bench.text import draft, drafts

QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
STOPS = '“”‘’,.;:()—"'
SEEDS = st.integers(0, 10**6)


@given(SEEDS, st.integers(1, 900))
def test_a_draft_has_the_words_asked_for(seed: int, words: int) -> None:
    """A draft is as long as it was asked to be, and has no slot left to fill."""
    text = draft(words, seed=seed)
    assert words == len(text.split())
    assert "{" not in text


@given(SEEDS)
def test_the_same_seed_writes_the_same_draft(seed: int) -> None:
    """Two runs of the benchmark read the same news, and another seed is other news."""
    assert draft(200, seed=seed) == draft(200, seed=seed)
    assert draft(200, seed=seed) != draft(200, seed=seed + 1)


def test_the_news_has_the_words_of_news() -> None:
    """Sixty drafts hold more than 3,000 different words, and about a quarter of them is quoted."""
    made = drafts(60, seed=1)
    words = [word for text in made for word in text.split()]
    quoted = [word for text in made for said in QUOTED.findall(text) for word in said.split()]
    assert len({word.strip(STOPS).lower() for word in words}) > 3_000
    assert 0.15 < len(quoted) / len(words) < 0.35


def test_the_generated_pack_loads(tmp_path: Path) -> None:
    """The pack has the terms and patterns asked for, and the loader refuses none of its rules."""
    house.write(tmp_path, terms=200, patterns=True)
    said = [yaml.safe_load(file.read_text("utf-8")) for file in tmp_path.glob("*.yml")]
    terms = [len(rule.get("tokens") or rule["swap"]) for rule in said if "forms" in rule]
    assert terms == [100, 100]
    assert sum(_patterns(rule) for rule in said if "forms" not in rule) == house.PATTERNS
    assert len(said) == len(folder(tmp_path))


def test_the_table_says_what_is_met() -> None:
    """A figure on the wrong side of its target is said not to be met."""
    fast, large = at_least("words", 9, 10, "{}"), at_most("memory", 9, 10, "{} MB")
    assert drawn(fast).split() == ["words", "9", "≥", "10", "NOT", "MET"]
    assert drawn(large).split() == ["memory", "9", "MB", "≤", "10", "MB", "met"]


def test_every_measure_is_there() -> None:
    """The benchmark still finds what it measures: nothing of it is run here."""
    assert callable(import_module("tests.bench.run").rows)


def _patterns(rule: dict[str, object]) -> int:
    """How many patterns a rule has; one of another kind than the word lists has one."""
    said = rule.get("swap") or (rule.get("tokens") if rule["extends"] == "existence" else None)
    return len(said) if isinstance(said, list | dict) else 1
