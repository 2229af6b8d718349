"""Rules that nobody means well with: each is stopped in time or refused with file and line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.rules.bounded import Answer, Refused, answers

STORY = "The mayor slammed the plan on Monday. "
WORDS = "and a word of it was sent to the people of the town " * 25
ENDLESS = f"{STORY}It was # a $ plan, {WORDS}!\n\n#$ {'a' * 3_000}!"
ENDLESSLY = "(?:.*a){40}#"
WILD = [
    r"(\w+\s?)*$",
    r"(\w+\s?)*#",
    r"(a+)+#",
    r"(a|aa)+#",
    r"(a|a)*#",
    r"(.*)*#",
    r"(?:.*a){20}#",
    r"(\w*)*\1#",
    r"(?=(\w+\s?)*#)a",
    r"(?<!(\w+\s?)*#)\Z",
    r"\w*\w*\w*\w*\w*#",
    r"(?:\w+ ?){1,200}#",
    r"(?s).*.*.*.*#",
    r"(\w+\s?)*[#$]",
    r"(?:[a-z]+ ?)+(?=[#$])",
    "(?:" * 12 + "a" + "{1,99})" * 12,
]
KEYS: dict[str, dict[str, Any]] = {
    "tokens": {"extends": "existence", "tokens": ["WILD"]},
    "raw": {"extends": "existence", "raw": ["WILD"]},
    "nonword": {"extends": "existence", "nonword": True, "tokens": ["WILD"]},
    "exceptions": {"extends": "existence", "tokens": ["word"], "exceptions": ["WILD"]},
    "swap": {"extends": "substitution", "swap": {"WILD": "x"}},
    "occurrence": {"extends": "occurrence", "max": 1, "token": "WILD"},
    "edit": {
        "extends": "existence",
        "nonword": True,
        "tokens": ["a{3000}"],
        "action": {"name": "edit", "params": ["regex", "WILD", "x"]},
    },
    "repetition": {"extends": "repetition", "tokens": ["WILD"]},
    "consistency": {"extends": "consistency", "either": {"WILD": "word"}},
    "first": {"extends": "conditional", "first": "WILD", "second": "x"},
    "second": {"extends": "conditional", "first": "word", "second": "WILD"},
    **{
        context: {"extends": "existence", "tokens": ["word"], "unless": [{context: ["WILD"]}]}
        for context in ("before", "after", "sentence", "paragraph")
    },
}
SCOPES = ["raw", "text", "paragraph", "sentence", "heading"]


def house(folder: Path, **rules: str | dict[str, Any]) -> Path:
    """A folder with one file for each rule; JSON is YAML too."""
    for name, rule in rules.items():
        said = rule if isinstance(rule, str) else json.dumps({"message": "%s"} | rule)
        (folder / f"{name}.yml").write_text(said, encoding="utf-8")
    return folder


def wild(key: str, pattern: str) -> dict[str, Any]:
    """A rule with ``pattern`` under ``key``."""
    said = json.dumps(KEYS[key]).replace('"WILD"', json.dumps(pattern))
    return dict(json.loads(said))


def is_answered(read: list[Answer]) -> bool:
    """Tell whether the draft was read to its end and our own rules still spoke."""
    return [one.sound and "language.verb" in one.rules for one in read] == [True]


@pytest.mark.parametrize("pattern", WILD)
def test_a_pattern_gone_wild_is_stopped(tmp_path: Path, pattern: str) -> None:
    """A pattern that would run for hours is stopped; what other rules find is still said."""
    made = house(tmp_path, wild={"extends": "existence", "tokens": [pattern]})
    assert is_answered(answers([ENDLESS], made))


@pytest.mark.parametrize("key", KEYS)
def test_a_wild_pattern_is_stopped_wherever_it_stands(tmp_path: Path, key: str) -> None:
    """No key of any kind takes a pattern that can hang a review."""
    made = house(tmp_path, words=wild(key, r"(?:\w+ ?){1,200}#"), letters=wild(key, ENDLESSLY))
    assert is_answered(answers([ENDLESS], made))


@pytest.mark.parametrize("scope", SCOPES)
def test_a_wild_pattern_is_stopped_in_every_scope(tmp_path: Path, scope: str) -> None:
    """Nor does any scope."""
    made = house(tmp_path, wild={**wild("tokens", ENDLESSLY), "scope": scope})
    assert is_answered(answers([ENDLESS], made))


def test_the_rule_that_was_stopped_is_named(tmp_path: Path) -> None:
    """A review says which rule was stopped, so that its silence is not taken for praise."""
    made = house(tmp_path, wild=wild("raw", ENDLESSLY), mild=wild("tokens", "word"))
    (read,) = answers([ENDLESS], made)
    assert read.timed_out == ["house.wild"]
    assert "house.mild" in read.rules


def test_a_hundred_wild_rules_share_one_time(tmp_path: Path) -> None:
    """A folder of wild rules costs no more than the time that one draft has."""
    made = house(tmp_path, **{f"wild{n}": wild("raw", ENDLESSLY) for n in range(100)})
    (read,) = answers([ENDLESS], made)
    assert read.sound
    assert "language.verb" in read.rules


def test_a_wild_rule_does_not_starve_the_next_draft(tmp_path: Path) -> None:
    """Each draft has its own time: what was stopped on one is tried again on the next."""
    made = house(tmp_path, wild=wild("raw", ENDLESSLY))
    first, second = answers([ENDLESS, STORY], made)
    assert first.timed_out == ["house.wild"]
    assert second.timed_out == []


def test_a_rule_that_hits_everywhere_is_bounded(tmp_path: Path) -> None:
    """A rule that hits every letter of a long draft is answered."""
    made = house(tmp_path, every={"extends": "existence", "nonword": True, "tokens": [r"\S"]})
    assert is_answered(answers([STORY * 1_000], made))


REFUSED = {
    "brackets too deep": "tokens: " + "[" * 50_000,
    "brackets closed at once": "tokens: " + "[" * 2_000 + "]" * 2_000,
    "mappings too deep": "".join(f"{' ' * n}a:\n" for n in range(3_000)),
    "flow mappings too deep": "{a: " * 20_000,
    "a bomb of aliases": "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)),
    "an alias of itself": "a: &a [*a]\nextends: existence\nmessage: m\ntokens: *a\n",
    "a mapping that is its own key": "&a {*a : *a}\n",
    "merged over and over": "a: &a {x: 1}\n"
    + "".join(f"b{n}: &b{n} {{<<: [*a, *a]}}\n" for n in range(100)),
    "no mapping": "- a\n",
    "nothing": "",
    "a tag of Python": "!!python/object/apply:os.system ['true']\n",
    "NUL bytes": "extends: existence\0\n",
    "a number as a name": "1: 2\n",
    "two files in one": "extends: existence\n---\nextends: existence\n",
    "100,000 exclamation marks": "!" * 100_000,
    "100,000 quotes": '"' * 100_001,
    "100,000 anchors": "".join(f"k{n}: &n{n} v\n" for n in range(100_000)),
    "an unknown key 5 MB long": "k" * 5_000_000 + ": v\n",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_its_line(tmp_path: Path, name: str) -> None:
    """A file that is no rule is refused in one line of bounded length: file, line and why."""
    with pytest.raises(Refused, match=r"\A\S*bad\.yml:\d+: [^\n]{1,500}\Z"):
        answers([STORY], house(tmp_path, bad=REFUSED[name]))


def test_a_file_of_5_mb_is_read_or_refused(tmp_path: Path) -> None:
    """A rule file of 5 MB gets an answer: its rule's flags, or a refusal in one line."""
    terms = "".join(f"- term{n:06} {'x' * 32}\n" for n in range(110_000))
    made = house(tmp_path, bad=f"extends: existence\nmessage: m\ntokens:\n- slammed\n{terms}")
    try:
        said = [rule for answer in answers([STORY], made) for rule in answer.rules]
    except Refused as error:
        said = str(error).split(":")
    assert {"house.bad", str(made / "bad.yml")} & set(said)


def test_a_rule_of_10_000_terms_is_read(tmp_path: Path) -> None:
    """A large list of words is no attack."""
    terms = [f"term{n}" for n in range(10_000)]
    made = house(tmp_path, large={"extends": "existence", "tokens": [*terms, "plan"]})
    (read,) = answers([STORY], made)
    assert "house.large" in read.rules
