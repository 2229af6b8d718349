"""Inflected words are kept, and what is kept is never trusted blindly."""

from pathlib import Path

import pytest

from rules import cache
from rules.words import forms


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own for every test."""
    monkeypatch.setattr(cache, "user_cache_path", lambda name: tmp_path / name)
    return tmp_path


def test_inflects_verbs_and_nouns() -> None:
    """A verb changes in its first word, a noun in its last; what no dictionary has is guessed."""
    table = forms.inflect(["lash out", "demonise"], "verb")
    assert table["lash out"]["VBD"] == ("lashed out",)
    assert table["demonise"]["VBG"] == ("demonising",)
    assert forms.inflect(["fat cat"], "noun")["fat cat"]["NNS"] == ("fat cats",)


def test_keeps_what_it_inflected(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run reads the cache and does not ask the dictionary."""
    first = forms.inflect(["slam"], "verb")
    monkeypatch.setattr(forms, "_one_word", lambda *asked: pytest.fail("asked again"))
    assert forms.inflect(["slam"], "verb") == first
    assert len(list(folder.rglob("*.json"))) == 1


@pytest.mark.parametrize("broken", ["", "[1, 2]", '{"other": {}}', '{"slam": 3}'])
def test_writes_a_broken_cache_anew(folder: Path, broken: str) -> None:
    """A cache file that is cut short or not ours is written anew."""
    first = forms.inflect(["slam"], "verb")
    [kept] = folder.rglob("*.json")
    kept.write_text(broken, encoding="utf-8")
    assert forms.inflect(["slam"], "verb") == first


def test_does_without_a_cache(folder: Path) -> None:
    """A home that cannot be written to costs time and nothing else."""
    (folder / "copychief").write_text("in the way", encoding="utf-8")
    assert forms.inflect(["slam"], "verb")["slam"]["VBZ"] == ("slams",)
