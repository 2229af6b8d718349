"""What a newsroom's own words cost: generated packs beside ours alone, on the same drafts."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from rules import Review, Rule, review
from rules.load import folder
from tests.bench import house
from tests.bench.measures import best, timed
from tests.bench.steady import news
from tests.bench.table import Row, at_most
from tests.bench.text import DRAFT

_FEW, _MANY = 1_000, 5_000


def cost(rounds: int) -> Iterator[Row]:
    """The generated pack against ours alone, and what 1,000 terms more add to a draft."""
    large, spent = _pack(_MANY, patterns=True)
    works = {
        "ours": review,
        "few": _with(_pack(_FEW)[0]),
        "many": _with(_pack(_MANY)[0]),
        "large": _with(large),
    }
    drafts = news()
    found = best(works, drafts, rounds)
    named = f"{_MANY:,} terms and {house.PATTERNS} patterns"
    added = (found["many"].total - found["few"].total) / len(drafts)
    each = added * 1e3 / ((_MANY - _FEW) / 1_000)
    yield Row(f"{named}: read for the first time", f"{spent:.2f} s CPU")
    yield Row(f"with {_FEW:,} terms, {DRAFT}-word draft", f"{found['few'].median * 1e3:.2f} ms")
    yield Row(f"with {_MANY:,} terms, {DRAFT}-word draft", f"{found['many'].median * 1e3:.2f} ms")
    yield Row(f"each further 1,000 terms, {DRAFT}-word draft", f"{each:.3f} ms")
    hits = sum(len(works["large"](text).flags) - len(review(text).flags) for text in drafts)
    yield Row(f"{named}: flags per 1,000 words", f"{hits / (len(drafts) * DRAFT) * 1e3:.1f}")
    times = found["large"].total / found["ours"].total
    yield at_most(f"{named}: times ours alone", times, 2, "{:.2f}")


def _with(rules: Sequence[Rule]) -> Callable[[str], Review]:
    return lambda text: review(text, house=rules)


def _pack(terms: int, *, patterns: bool = False) -> tuple[list[Rule], float]:
    """The rules of a generated pack, and the CPU seconds that reading them took at first."""
    with TemporaryDirectory() as made, TemporaryDirectory() as kept:
        house.write(Path(made), terms=terms, patterns=patterns)
        with patch("rules.cache.user_cache_path", lambda name: Path(kept, name)):
            return timed(lambda: folder(Path(made)))
