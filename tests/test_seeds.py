"""The sample drafts: what must be flagged is flagged, and the clean one is met with silence."""

import pytest

from bot.sandbox.seed import Seed, seeds
from rules import review

MARKED = [seed for seed in seeds().values() if seed.marks]
MOST_BESIDE_THE_MARKS = 2


@pytest.mark.parametrize("seed", MARKED, ids=lambda seed: seed.name)
def test_every_marked_passage_is_flagged(seed: Seed) -> None:
    """Each marked passage of a sample draft is met by a flag of the rule it names."""
    flags = [
        (start, end, flag.rule)
        for flag in review(seed.text).flags
        for start, end in ((flag.start, flag.end), *flag.also)
    ]
    missed = [
        (rule, seed.text[start:end])
        for start, end, rule in seed.marks
        if not any(r == rule and s < end and start < e for s, e, r in flags)
    ]
    assert missed == []


@pytest.mark.parametrize("seed", MARKED, ids=lambda seed: seed.name)
def test_little_else_is_flagged(seed: Seed) -> None:
    """A sample draft draws hardly a flag beside those an editor marked."""
    beside = [
        flag.quote
        for flag in review(seed.text).flags
        if not any(start < flag.end and flag.start < end for start, end, _ in seed.marks)
    ]
    assert len(beside) <= MOST_BESIDE_THE_MARKS, beside


def test_the_clean_draft_is_met_with_silence() -> None:
    """Well-sourced copy draws no flag at all."""
    assert review(seeds()["library-roof"].text).flags == ()


def test_marks_point_at_their_words() -> None:
    """The marks' offsets are places in the text without the marks."""
    seed = seeds()["river-talks"]
    assert "41 per cent" in {seed.text[start:end] for start, end, _ in seed.marks}
    assert "[[" not in seed.text
