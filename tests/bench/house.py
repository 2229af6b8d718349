"""A house pack that nobody wrote: terms with forms and contexts, and patterns."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.bench.words import listed

PATTERNS = 200
_A_FILE = 100


def write(folder: Path, *, terms: int, patterns: bool = False, seed: int = 3) -> None:
    """Write a pack of so many terms into ``folder``, and ``PATTERNS`` patterns if asked."""
    random = Random(seed)
    drawn = list(islice(_terms(random), terms))
    said = [_rule(random, drawn[n : n + _A_FILE]) for n in range(0, terms, _A_FILE)]
    said += _pattern_rules(random) if patterns else []
    for n, rule in enumerate(said):
        text = yaml.safe_dump(rule, sort_keys=False, allow_unicode=True)
        (folder / f"made{n:03}.yml").write_text(text, encoding="utf-8")


def _terms(random: Random) -> Iterator[str]:
    """Different terms without end: most are words of no language, some are two plain words."""
    seen = set()
    tails = [word for kind in ("noun", "verb") for word in listed(kind)[-100:] if "-" not in word]
    while True:
        draw = random.random()
        if draw < 0.68:
            term = _word(random)
        elif draw < 0.97:
            first = random.choice(listed(random.choice(("noun", "adjective"))))
            term = f"{first.lower()} {random.choice(listed('noun'))}"
        else:
            term = random.choice(tails)
        if len(term) > 4 and term not in seen:
            seen.add(term)
            yield term


def _word(random: Random) -> str:
    starts = ("onset", "vowel") * random.choice((1, 2, 2))
    ending = random.choice(listed("ending")) if random.random() < 0.7 else ""
    said = "".join(random.choice(listed(part)) for part in (*starts, "coda"))
    return said + ending.strip("-")


def _rule(random: Random, terms: list[str]) -> dict[str, Any]:
    """Half of them list terms, half swap them; all inflect them and know contexts."""
    rule: dict[str, Any] = {"level": "warning", "ignorecase": "true", "forms": "true"}
    if random.random() < 0.5:
        rule |= {"extends": "existence", "message": "Is '%s' ours?", "tokens": terms}
    else:
        swap = {term: _word(random) for term in terms}
        rule |= {"extends": "substitution", "message": "'%s' for '%s'?", "swap": swap}
    return rule | {"unless": [_context(random, random.sample(terms, 10)), _context(random)]}


def _context(random: Random, of: list[str] | None = None) -> dict[str, list[str]]:
    nouns = listed("noun")
    near = random.sample(nouns, 6)
    return ({"of": of} if of else {}) | {
        "before": [f"{near[0]}s?", f"{near[1]}|{near[2]}"],
        "after": [f"{near[3]}(?:s|ed)?"],
        "sentence": [f"{near[4]}s? of the"],
        "paragraph": [rf"{near[5]}\w*"],
    }


def _pattern_rules(random: Random) -> list[dict[str, Any]]:
    """``PATTERNS`` patterns in rules of the six kinds, in about the shares of public styles."""
    drawn = _patterns(random)
    rules: list[dict[str, Any]] = []
    for n in range(30):
        rule = {"extends": "existence", "message": "Consider '%s'", "level": "suggestion"}
        keys = {"ignorecase": "true" if n % 3 else "false", "nonword": "false"}
        rules.append(rule | keys | {"tokens": list(islice(drawn, 5))})
    for _ in range(10):
        rule = {"extends": "substitution", "message": "'%s', not '%s'", "ignorecase": "true"}
        rules.append(rule | {"swap": {key: _word(random) for key in islice(drawn, 4)}})
    return rules + _other_kinds(random)


def _other_kinds(random: Random) -> list[dict[str, Any]]:
    one, two, three, four = random.sample(listed("noun"), 4)
    often = ["but", "which", f"(?:{one}|{two})s?", "[^.,;]{90,120}"]
    occurrence = [
        {"extends": "occurrence", "message": "%d", "scope": "sentence", "max": "3", "token": token}
        for token in often
    ]
    repetition = [
        {"extends": "repetition", "message": "'%s' twice", "alpha": "true", "tokens": [token]}
        for token in (r"[^\W\d_]+", r"\b(?:the|an?|of) \w+")
    ]
    conditional = [
        {"extends": "conditional", "message": "'%s'?", "first": first, "second": second}
        for first, second in (
            (r"\b([A-Z]{3,5})\b", r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)"),
            (rf"\b(?:{three})\b", rf"\b(?:{four})\b"),
            (r"\b\d+ (?:km|miles)\b", r"\b\d+ miles \(\d+ km\)"),
        )
    ]
    either = {f"{one}wise": f"{one}-wise", f"{two}like": f"{two}-like"}
    consistency = {"extends": "consistency", "message": "'%s' or not?", "either": either}
    return [*occurrence, *repetition, *conditional, consistency]


def _patterns(random: Random) -> Iterator[str]:
    """One pattern of each kind in turn, with other words in it each time, without end."""
    nouns, verbs, adjectives = listed("noun"), listed("verb"), listed("adjective")
    while True:
        a, b, c, d = random.sample(nouns, 4)
        v, w = random.sample(verbs, 2)
        x, y = (word.lower() for word in random.sample(adjectives, 2))
        yield rf"(?:{a}|{b}|{c}) (?:{d}|{v})s?"
        yield rf"{v}(?:s|ed|ing)? (?:up|out|off)"
        yield rf"(?:very|quite|rather) {x}"
        yield rf"{x}(?:ly)?[- ]{a}s?"
        yield rf"(?<!{y} ){b}s? of (?:the|an?)(?! {c})"
        yield rf"\w+ly {v}(?:s|ed)"
        yield rf"(?:in|on) (?:the )?{d}(?:[’']s)? of"
        yield rf"[{a[0].upper()}{a[0]}]{a[1:]}-?{b}"
        yield rf"(?:is|was|were|been|being) (?:{v}|{w})(?:d|ed)"
        yield rf"\d{{1,3}}[ -]?{c}s?\b"
        yield rf"(?:{x}|{y})(?=,| and) \w+"
        yield rf"{a}(?: \w+){{0,2}} {b}"
        yield rf"non[- ]?{x}"
        yield rf"(?:he|she|they) (?:has|have|had) (?:{v}|{w})e?d"
        yield rf"\b[A-Z][a-z]+ {c[0].upper()}{c[1:]}\b"
        yield rf"{d}s?(?! (?:of|in|for))"
