"""The noise gate counts every place of a flag, and picks the same ones each time."""

import gzip
import json
from pathlib import Path

import pytest

from rules import review
from tests.bench.noise import picked, places, table, texts

NEWS = (
    "The regime fell on Monday. Another regime rose, and a third regime slept in the hills.",
    "The mayor slammed the plan, and the clerk was slamming doors.",
)


@pytest.mark.parametrize("name", ["news.jsonl", "news.jsonl.gz"])
def test_news_is_read_from_lines(tmp_path: Path, name: str) -> None:
    """A file of JSON lines may be gzipped."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in NEWS).encode()
    data = gzip.compress(lines) if name.endswith(".gz") else lines
    (tmp_path / name).write_bytes(data)
    assert tuple(texts(tmp_path / name)) == NEWS


def test_news_is_read_from_a_folder(tmp_path: Path) -> None:
    """Every .txt file below it is a draft."""
    for n, text in enumerate(NEWS):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    assert tuple(texts(tmp_path)) == NEWS


def test_repeats_count_each_time() -> None:
    """A word that stands three times is one flag and three places."""
    found = list(places(review(NEWS[0], "news")))
    assert [place.words for place in found] == ["regime"] * 3
    [line] = table(found, words=1000)
    assert line.split()[:5] == ["language.label", "query", "3", "3.00", "regime"]


def test_what_is_picked_is_the_same_each_time() -> None:
    """Who judges sees the same flags as who judged before, each in its sentence."""
    found = [place for text in NEWS for place in places(review(text, "news"))]
    assert picked(found, "language", 2) == picked(found, "language", 2)
    assert len(picked(found, "language", 2)) == 2
    assert "The mayor [[slammed]] the plan, and the clerk was slamming doors." in {
        place.sentence for place in picked(found, "language", 9)
    }
